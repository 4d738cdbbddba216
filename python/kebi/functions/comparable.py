"""Comparable bases: what growth implies of the year before, and where it departs from what was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core import operations
from ..tables.derivation import Derivation
from ..tables.figures import Figures
from ..tables.operands import companion, dated, growth_beside, require_year
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..tables.options import Input, TableOptions

__all__ = ["comparable_base", "increment", "linked", "revision_factor"]


class Comparable(Figures):
    """Bases, increments and levels on the comparable basis."""

    @operation("level")
    def comparable_base(self, growth: Input | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return the base that each level and its published growth imply (可比基数).

        Returns: Levels of a year before on today's basis, in the same unit, each at the place of its growth.
        Raises: Without growth, and for growth of other series or times.
        Source: NBS 可比口径: level / (1 + growth).

        >>> import kebi, numpy as np
        >>> kebi.comparable_base(np.array([105.0]), np.array([5.0])).round(9)
        array([100.])
        """
        return Derivation(operations.comparable_base, self, growth_beside(self, growth))

    @operation("level")
    def increment(self, growth: Input | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return what was added to the comparable base of each level (增长量).

        Undefined where no base fits level and growth: above zero a level did not fall by 100 % or
        more, and below zero it did.

        Returns: Increments in the unit of the levels.
        Raises: Without growth, and for growth of other series or times.
        Source: level × growth / (1 + growth).

        >>> import kebi, numpy as np
        >>> kebi.increment(np.array([105.0, 90.0]), np.array([5.0, -10.0])).round(9)
        array([  5., -10.])
        """
        return Derivation(operations.increment, self, growth_beside(self, growth))

    @operation("level")
    def revision_factor(
        self, growth: Input | None = None, *, rereleased: Input | None = None, **options: Unpack[TableOptions]
    ) -> Derivation:
        """Return the comparable base over the base as published a year before (修订系数).

        It is 1 where scope and prices stayed what they were.

        Parameters
        ----------
        rereleased : table of the same kind
            Levels as released anew since: the factor is over their bases.

        Returns: Ratios.
        Raises: Without growth, and for tables that do not line up.
        Source: Comparable base / base as published.

        >>> import kebi
        >>> investment = kebi.Series(["572138", "503036"], start="2022", growth=["5.1", "3.0"])
        >>> print(f"{kebi.revision_factor(investment)['2023']:.4f}")
        0.8536
        """
        rates = growth_beside(self, growth)
        if rereleased is None:
            return Derivation(operations.revision_factor, self, rates)
        return Derivation(operations.revision_factor, self, rates, companion(self, rereleased))

    @operation("level")
    def linked(self, anchor: int, growth: Input | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return levels on the basis of one year, linked by growth forwards and backwards.

        Parameters
        ----------
        anchor : int
            The year whose levels stay as they are.

        Returns: Levels in the same unit.
        Raises: Without growth, for a year that the table does not reach, and an array without a start.
        Source: IMF, Quarterly National Accounts Manual (2017), chapter 8: linking of series.

        >>> import kebi
        >>> levels = kebi.Series(["572138", "503036"], start="2022", growth=["5.1", "3.0"])
        >>> print(f"{levels.linked(2023)['2022']:.0f}")
        488384
        """
        levels = dated(self)
        rates = growth_beside(levels, growth)
        require_year(levels, anchor, "link levels on its basis")
        return Derivation(operations.linked, levels, rates, anchor)


comparable_base, increment = Comparable.comparable_base, Comparable.increment
revision_factor, linked = Comparable.revision_factor, Comparable.linked
