"""Growth of what is composed: sums, rests, products and quotients."""

from __future__ import annotations

from numbers import Integral
from typing import TYPE_CHECKING, Literal

from .._core import KebiError, operations
from ..enums import Measure
from ..tables.derivation import Derivation
from ..tables.figures import Figures, with_measure
from ..tables.operands import companion, growth_beside, require_growth
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..tables.options import Input, TableOptions

__all__ = [
    "growth_of_product",
    "growth_of_ratio",
    "growth_of_residual",
    "growth_of_sum",
    "nominal_growth",
    "price_growth",
    "real_growth",
    "residual_base",
]


def shares_and_growth(
    of: Figures, growth: Input | None, whole_growth: Input | None
) -> tuple[Figures, Figures, Figures]:
    """Return shares and the growth of parts and wholes."""
    if growth is None or whole_growth is None:
        raise KebiError(
            "shares need growth=… and whole_growth=…, levels need whole=…: pass a table of the same "
            "type, or a column name"
        )
    if of.measure is Measure.growth:
        raise KebiError("shares come first, then the growth of parts and wholes: this is growth")
    rates = require_growth(companion(of, growth, "growth"))
    if isinstance(whole_growth, str) and of.origin.has_column(whole_growth):
        wholes = companion(of, whole_growth, "growth")
    else:
        wholes = of.origin.whole(rates, whole_growth, "growth")
    return with_measure(of, Measure.share), rates, require_growth(wholes)

def growth_of_parts(
    of: Figures, growth: Input, whole: Input, whole_growth: Input | None
) -> tuple[Figures, Figures, Figures]:
    """Return the growth of the parts, the wholes and their growth.

    Both are found under one name in the two tables, or wholes stand apart with growth of their own.
    """
    rates = growth_beside(of, growth)
    is_column = isinstance(whole, str) and of.origin.has_column(whole)
    if whole_growth is not None:
        wholes = companion(of, whole) if is_column else of.origin.whole(of, whole, "level")
        return rates, wholes, require_growth(companion(of, whole_growth, "growth"))
    wholes = of.origin.whole(of, whole, "level")
    if isinstance(whole, (str, Integral)):
        return rates, wholes, of.origin.whole(rates, whole, "growth")
    if wholes.published is None:
        raise KebiError("wholes in a table of their own have growth of their own: pass whole_growth=…")
    return rates, wholes, wholes.published


class Composition(Figures):
    """Growth of sums, products and quotients."""

    @operation("growth")
    def growth_of_product(self, by: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the growth of products, such as nominal growth out of real growth and prices.

        Growth below -100 % is a swing into a loss, which has no factor: so is what comes of it.

        Parameters
        ----------
        by : table of the same kind, or name of a column of a long frame
            Growth of the other factor in percent.

        Returns: Growth in percent.
        Raises: For levels, and for growth of other series or times.
        Source: (1 + a) × (1 + b) − 1.

        >>> import kebi, numpy as np
        >>> kebi.growth_of_product(np.array([5.0, 10.0]), np.array([2.0, -1.0])).round(9)
        array([7.1, 8.9])
        """
        return Derivation(operations.growth_of_product, require_growth(self), require_growth(companion(self, by, "growth")))

    @operation("growth")
    def growth_of_ratio(self, below: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the growth of quotients, such as real growth out of nominal growth and prices, or per head.

        Growth below -100 % is a swing into a loss, and so is what comes of it; undefined where what
        is divided by fell to nothing.

        Parameters
        ----------
        below : table of the same kind, or name of a column of a long frame
            Growth of what is divided by, in percent.

        Returns: Growth in percent.
        Raises: For levels, and for growth of other series or times.
        Source: (1 + above) / (1 + below) − 1.

        >>> import kebi, numpy as np
        >>> within = kebi.growth_of_ratio(np.array([7.1]), np.array([2.0]), bounds=True, decimals=1)
        >>> print(f"{within.lo[0]:.3f} to {within.hi[0]:.3f}")
        4.900 to 5.101
        """
        return Derivation(operations.growth_of_ratio, require_growth(self), require_growth(companion(self, below, "growth")))

    @operation("growth")
    def nominal_growth(self, prices: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return nominal growth (名义增速) from real growth and the change of prices.

        Returns: Growth at current prices in percent.
        Raises: For levels, and for growth of other regions or times.
        Source: (1 + real) × (1 + prices) − 1; System of National Accounts 2008, chapter 15.

        >>> import kebi, numpy as np
        >>> kebi.nominal_growth(np.array([5.0]), np.array([2.0])).round(9)
        array([7.1])
        """
        return Derivation(operations.nominal_growth, require_growth(self), require_growth(companion(self, prices, "growth")))

    @operation("growth")
    def real_growth(self, prices: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return real growth (实际增速) from nominal growth and the change of prices; not their difference.

        It is below the difference where prices rise, and above it where they fall.

        Returns: Growth at constant prices in percent.
        Raises: For levels, and for growth of other regions or times.
        Source: (1 + nominal) / (1 + prices) − 1; System of National Accounts 2008, chapter 15.

        >>> import kebi, numpy as np
        >>> kebi.real_growth(np.array([7.1]), np.array([2.0])).round(9)
        array([5.])
        """
        return Derivation(operations.real_growth, require_growth(self), require_growth(companion(self, prices, "growth")))

    @operation("growth")
    def price_growth(self, real: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the change of prices (平减指数) between nominal growth and real growth.

        The table holds nominal growth.

        Returns: The change of prices in percent.
        Raises: For levels, and for growth of other regions or times.
        Source: (1 + nominal) / (1 + real) − 1.

        >>> import kebi
        >>> wide = {"year": [2018, 2019], "nominal": ["7.1", "6.0"], "real": ["5.0", "6.0"]}
        >>> kebi.price_growth({k: wide[k] for k in ("year", "nominal")}, {"year": wide["year"], "nominal": wide["real"]})["nominal"].round(9)
        array([2., 0.])
        """
        return Derivation(operations.price_growth, require_growth(self), require_growth(companion(self, real, "growth")))

    @operation("level", new_rows=True)
    def growth_of_sum(
        self,
        growth: Input | None = None,
        *,
        over: Literal["indicators", "regions"] = "indicators",
        name: str = "sum",
        **options: Unpack[TableOptions],
    ) -> Derivation:
        """Return the growth of sums from the levels and the growth of their parts (混合增长率).

        The indicators of each region make one sum, or with ``over="regions"`` the regions of each
        indicator. All rows of an array, and all columns of a wide frame, make one. A sum is absent
        where a part is, and undefined where one is below zero or fell by all of it.

        Parameters
        ----------
        over : {"indicators", "regions"}
            What is summed up.
        name : str, default "sum"
            The name of the sum.

        Returns: Growth in percent; of a long frame a new frame with a row for each sum and span.
        Raises: Without parts or growth, and for tables that do not line up.
        Source: The sum of the levels over the sum of their comparable bases.

        Goods and catering in retail sales, January and February of 2021 (published: 33.8):

        >>> import kebi
        >>> levels = {"period": ["2021-01..2021-02"], "goods": ["62651"], "catering": ["7085"]}
        >>> growth = {"period": ["2021-01..2021-02"], "goods": ["30.7"], "catering": ["68.9"]}
        >>> kebi.growth_of_sum(levels, growth, name="retail")["retail"].round(1)
        array([33.8])
        """
        if over not in ("indicators", "regions"):
            raise KebiError(f"sums are over 'indicators' or over 'regions': found {over!r}")
        rows = len(self.grid.values)
        if not rows:
            raise KebiError("a sum needs parts: there are none")
        rates = growth_beside(self, growth)
        if hasattr(self.table, "regions"):
            return Derivation(operations.growth_of_sum, self, rates, along=over, name=name)
        return Derivation(operations.growth_of_sum, self, rates, groups=[0] * rows)

    @operation("level")
    def growth_of_residual(
        self, whole: Input, *, growth: Input, whole_growth: Input | None = None, **options: Unpack[TableOptions]
    ) -> Derivation:
        """Return the growth of what a whole holds beside each part, from levels and growth of both.

        Undefined where the rest has no base above zero, as beside the whole itself; a rest that
        turned from above zero to below it is `to_loss`.

        Returns: Growth in percent.
        Raises: For figures that are no levels, and for tables that do not line up.
        Source: Level and comparable base of the whole less those of the part.

        Industrial investment without its technical renewal, Jiading, first half of 2019:

        >>> import kebi, numpy as np
        >>> levels, growth = np.array([[48.2], [39.7]]), np.array([[50.3], [73.3]])
        >>> print(*kebi.growth_of_residual(levels, 0, growth=growth)[:, 0].round(2))
        nan -7.21
        """
        rates, wholes, whole_rates = growth_of_parts(self, growth, whole, whole_growth)
        return Derivation(operations.growth_of_residual, self, rates, wholes, whole_rates)


    @operation("level")
    def residual_base(
        self, whole: Input, *, growth: Input, whole_growth: Input | None = None, **options: Unpack[TableOptions]
    ) -> Derivation:
        """Return what a whole held beside each part a year before, on the basis of today (其余部分基数).

        Returns: Comparable bases of the rest, in the unit of the parts.
        Raises: For figures that are no levels, and for tables that do not line up.
        Source: The comparable base of the whole less that of the part.

        >>> import kebi, numpy as np
        >>> levels, growth = np.array([[48.2], [39.7]]), np.array([[50.3], [73.3]])
        >>> print(*kebi.residual_base(levels, 0, growth=growth)[:, 0].round(3))
        0.0 9.161
        """
        rates, wholes, whole_rates = growth_of_parts(self, growth, whole, whole_growth)
        return Derivation(operations.residual_base, self, rates, wholes, whole_rates)


nominal_growth, real_growth, price_growth = Composition.nominal_growth, Composition.real_growth, Composition.price_growth
residual_base = Composition.residual_base
growth_of_product, growth_of_ratio = Composition.growth_of_product, Composition.growth_of_ratio
growth_of_sum, growth_of_residual = Composition.growth_of_sum, Composition.growth_of_residual
