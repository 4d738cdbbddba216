"""Mixed growth over tables: growth of sums, products, quotients and rests.

Tables are those of `kebi.functions.growth`. What goes together is of one kind, or beside a long frame the name
of one of its columns; `decimals` are those of the table, `growth_decimals` those of growth beside it.
Growth beside levels may be None where a `Series` or `Panel` was made with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._core import KebiError
from ..series.panel import Panel
from ..tables.apply import Companion, open_together, require_growth
from ..tables.parts import in_grown_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..series.figures import Figures
    from ..tables.apply import Out


def growth_of_products(table: Any, by: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the growth of products in percent, such as nominal growth out of real growth and prices.

    Growth below -100 % is a turn into a loss, which has no factor: so is what comes of it.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.growth_of_products(np.array([5.0, 10.0]), np.array([2.0, -1.0])).round(9)
    array([7.1, 8.9])
    """
    return _of_growths(table, by, _core.growth_of_products, bounds, out, columns)


def growth_of_ratios(table: Any, below: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the growth of quotients in percent, such as real growth out of nominal growth and prices, or per head.

    Growth below -100 % is a turn into a loss, and so is what comes of it; undefined where what is
    divided by fell to nothing.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> lo, hi = kebi.growth_of_ratios(np.array([7.1]), np.array([2.0]), bounds=True, decimals=1)
    >>> print(f"{lo[0]:.3f} to {hi[0]:.3f}")
    4.900 to 5.101
    """
    return _of_growths(table, below, _core.growth_of_ratios, bounds, out, columns)


def growth_of_residuals(
    table: Any, growths: Any, whole: Any, whole_growths: Any = None, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return the growth in percent of what a whole holds beside each part, from levels and growth of both.

    `whole` is the name of a region or an indicator (of a wide frame, of a column), or the row of an
    array, and its growth is found at the same name; or it is a table of wholes, or the name of a
    column of a long frame, and `whole_growths` is their growth. Undefined where the rest has no base
    above zero, as beside the whole itself; a rest that turned from above zero to below it is `to_loss`.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    Industrial investment without its technical renewal, Jiading, first half of 2019:

    >>> import kebi, numpy as np
    >>> levels, growths = np.array([[48.2], [39.7]]), np.array([[50.3], [73.3]])
    >>> print(*kebi.growth_of_residuals(levels, growths, 0)[:, 0].round(2))
    nan -7.21
    """
    return in_grown_whole(table, growths, whole, whole_growths, _core.growth_of_residuals, "growth", bounds, out, columns)


def growth_of_sums(
    table: Any,
    growths: Any,
    *,
    over: Literal["indicators", "regions"] = "indicators",
    name: str = "sum",
    bounds: bool = False,
    out: Out = None,
    **columns: Any,
) -> Any:
    """Return the growth of sums in percent, from the levels and growth of their parts (混合增长率).

    The indicators of each region make one sum, or with ``over="regions"`` the regions of each
    indicator do: `name` is what it is called. All rows of an array, and all columns of a wide frame,
    make one; from a long frame comes a new one. A sum is absent where a part is, and undefined (nan)
    where one is below zero or fell by all of it.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    Goods and catering in retail sales, January and February of 2021 (published: 33.8):

    >>> import kebi
    >>> levels = {"period": ["2021-01..2021-02"], "goods": ["62651"], "catering": ["7085"]}
    >>> growths = {"period": ["2021-01..2021-02"], "goods": ["30.7"], "catering": ["68.9"]}
    >>> kebi.growth_of_sums(levels, growths, name="retail")["retail"].round(1)
    array([33.8])
    """
    if over not in ("indicators", "regions"):
        raise KebiError(f"sums are over 'indicators' or over 'regions': found {over!r}")
    of, (rates,) = open_together(table, columns, "level", Companion(growths, "growth"))
    given = of.figures._growth_beside(rates)
    return of.result(lambda parts: _sums(parts.figures, given, of.is_by_row or over == "regions", name), bounds, out, True)


def _of_growths(
    table: Any, other: Any, operation: Callable[..., Any], bounds: bool, out: Out, columns: dict[str, Any]
) -> Any:
    of, (beside,) = open_together(table, columns, "growth", Companion(other, "growth"))
    of.figures._require_one_vintage(beside)

    def combined(growths: Any) -> Figures:
        inputs = [require_growth(growths.figures), require_growth(beside)]
        made: Figures = growths.figures._derived(operation, inputs, measure="growth")
        return made

    return of.result(combined, bounds, out)


def _sums(levels: Any, growths: Any, by_region: bool, name: str) -> Figures:
    """Return the growth of the sum over the regions, or over the indicators of each region."""
    rows = range(len(levels._figures.values))
    if not rows:
        raise KebiError("a sum needs parts: there are none")
    if not isinstance(levels, Panel):
        one: Figures = levels._derived(_core.growth_of_sums, [levels, growths], [0 for _ in rows], measure="growth")
        return one
    width = max(len(levels.indicators), 1)
    regions, indicators = ([name], levels.indicators) if by_region else (levels.regions, [name])

    def labelled(figures: Any, measure: str) -> Panel:
        return Panel(regions, indicators, figures, measure=measure, vintage=levels.vintage)

    groups = [row % width if by_region else row // width for row in rows]
    return levels._derived(_core.growth_of_sums, [levels, growths], groups, measure="growth", like=labelled)
