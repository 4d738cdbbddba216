"""What weights in the base, contributions and shares of growth say of one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core import operations
from ..tables.derivation import Derivation
from ..tables.figures import Figures
from ..tables.operands import companion, require_growth
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..tables.options import Input, TableOptions

__all__ = ["growth_of_rest", "growth_of_whole", "increment_of_whole", "mixed_growth", "weight_in_base"]


def _growth(of: Figures, other: Input) -> Figures:
    return require_growth(companion(of, other, "growth"))


class Weights(Figures):
    """Weights in the base, contributions and shares of growth."""

    @operation("pull")
    def weight_in_base(self, growth: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the weights in the base of parts, from their contributions and their growth (隐含权重).

        The table holds contributions to growth in percentage points. Undefined where a part did not grow.

        Parameters
        ----------
        growth : table of the same kind, or name of a column of a long frame
            Growth of the parts in percent.

        Returns: Weights in percent of the base of the whole.
        Raises: For figures that are no contributions, and for tables that do not line up.
        Source: contribution / growth; NBS, releases on consumer prices.

        Pork in consumer prices, December 2021: down 36.7 %, 0.81 points off the whole:

        >>> import kebi, numpy as np
        >>> kebi.weight_in_base(np.array([-0.81]), np.array([-36.7])).round(2)
        array([2.21])
        """
        return Derivation(operations.weight_in_base, self, _growth(self, growth))

    @operation("pull")
    def growth_of_whole(self, share_of_growth: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the growth of wholes, from contributions of a part to it and its shares of growth.

        The table holds contributions in percentage points. Undefined where the share is zero.

        Returns: Growth in percent.
        Raises: For figures that are no contributions or no shares of growth, and for tables that do not line up.
        Source: contribution / share of growth, the definitions of both.

        >>> import kebi, numpy as np
        >>> kebi.growth_of_whole(np.array([1.5]), np.array([56.0])).round(1)
        array([2.7])
        """
        return Derivation(operations.growth_of_whole, self, companion(self, share_of_growth, "contribution"))

    @operation("change")
    def increment_of_whole(self, share_of_growth: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the increments of wholes, from those of a part and its shares of growth.

        The table holds increments, as of `increment`. Undefined where the share is zero.

        Returns: Increments in the unit of the part.
        Raises: For figures that are no increments or no shares of growth, and for tables that do not line up.
        Source: increment / share of growth, the definition of 贡献率.

        >>> import kebi, numpy as np
        >>> kebi.increment_of_whole(np.array([67.0]), np.array([23.1])).round()
        array([290.])
        """
        return Derivation(operations.increment_of_whole, self, companion(self, share_of_growth, "contribution"))

    @operation("share")
    def mixed_growth(self, part_growth: Input, rest_growth: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the growth of wholes of two parts, from the weight of the first in the base (混合增长率).

        The table holds weights in percent of the base of the whole, which are shares a year before.

        Returns: Growth in percent.
        Raises: For figures that are no shares, and for tables that do not line up.
        Source: The mean of the growth of parts, weighted by their bases.

        >>> import kebi, numpy as np
        >>> kebi.mixed_growth(np.array([20.0]), np.array([10.0]), np.array([5.0]))
        array([6.])
        """
        return Derivation(operations.mixed_growth, self, _growth(self, part_growth), _growth(self, rest_growth))

    @operation("share")
    def growth_of_rest(self, part_growth: Input, whole_growth: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the growth of the rest beside a part, from the weight of the part in the base.

        The table holds weights in percent of the base of the whole. Undefined for a weight of 100.

        Returns: Growth in percent.
        Raises: For figures that are no shares, and for tables that do not line up.
        Source: (growth of the whole − weight × growth of the part) / (1 − weight).

        With a fifth of the base, up 10 % where the whole is up 6 %; and with half of it:

        >>> import kebi, numpy as np
        >>> kebi.growth_of_rest(np.array([20.0, 50.0]), np.array([10.0, 10.0]), np.array([6.0, 6.0]))
        array([5., 2.])
        """
        return Derivation(operations.growth_of_rest, self, _growth(self, part_growth), _growth(self, whole_growth))


weight_in_base, growth_of_whole = Weights.weight_in_base, Weights.growth_of_whole
increment_of_whole = Weights.increment_of_whole
mixed_growth, growth_of_rest = Weights.mixed_growth, Weights.growth_of_rest
