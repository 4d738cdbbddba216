"""Mixed growth over tables: growth of sums, products, quotients and rests; parts and wholes by growth.

Tables are those of `kebi.along`. What goes together is of one kind, or beside a long frame the name
of one of its columns; `decimals` are those of the table, `growth_decimals` those of growth beside it.
Growth beside levels may be None where a `Series` or `Panel` was made with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from . import _core
from ._beside import require_beside
from ._calls import Beside, rates_of, taken, whole_growth, with_growths
from ._core import KebiError
from ._shaky import leaving_out
from .panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._calls import Out
    from ._given import Given
    from .figures import Figures


def increments(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return what was added to the base of each level on the way to it (增长量), on the comparable base.

    It is in the unit of the levels.
    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.increments(np.array([105.0, 90.0]), np.array([5.0, -10.0])).round(9)
    array([  5., -10.])
    """
    return with_growths(table, growths, _increments, bounds, out, columns)


def growth_of_products(table: Any, by: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the growth of products in percent, such as nominal growth out of real growth and prices.

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
    above zero, as beside the whole itself.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    Industrial investment without its technical renewal, Jiading, first half of 2019:

    >>> import kebi, numpy as np
    >>> levels, growths = np.array([[48.2], [39.7]]), np.array([[50.3], [73.3]])
    >>> print(*kebi.growth_of_residuals(levels, growths, 0)[:, 0].round(2))
    nan -7.21
    """
    return _in_whole(table, growths, whole, whole_growths, _core.growth_of_residuals, "growth", bounds, out, columns)


def contributions_by_growth(
    table: Any, growths: Any, whole: Any, whole_growths: Any = None, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return the contribution (贡献率) of each figure to the growth of a whole, in percent, on the comparable base.

    From levels and published growth of both, where `contributions` takes levels of two years. Wholes
    are said as in `growth_of_residuals`. Where the whole hardly grew a contribution is an interval, which
    the bounds tell, and no number.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels, growths = np.array([[110.0], [66.0]]), np.array([[10.0], [20.0]])
    >>> print(*kebi.contributions_by_growth(levels, growths, 0)[:, 0].round(9))
    100.0 110.0
    """
    return _in_whole(
        table, growths, whole, whole_growths, _core.contributions_by_growth, "contribution", bounds, out, columns, leaves_out=True
    )


def pulls_by_growth(
    table: Any, growths: Any, whole: Any, whole_growths: Any = None, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return the points (拉动) of the growth of a whole that each figure brought, on the comparable base.

    From levels and published growth of both, where `pulls` takes levels of two years. Wholes are said
    as in `growth_of_residuals`. Undefined on a base of the whole that is not above zero.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels, growths = np.array([[110.0], [66.0]]), np.array([[10.0], [20.0]])
    >>> print(*kebi.pulls_by_growth(levels, growths, 0)[:, 0].round(9))
    10.0 11.0
    """
    return _in_whole(table, growths, whole, whole_growths, _core.pulls_by_growth, "pull", bounds, out, columns)


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
    make one; from a long frame comes a new one. A sum is absent where a part is, and undefined where
    one is below zero or fell by all of it.

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
    of, (rates,) = taken(table, columns, "level", Beside(growths, "growth"))
    given = of.figures._growth_beside(rates)
    return of.result(lambda parts: _sums(parts.figures, given, of.is_by_row or over == "regions", name), bounds, out, True)


def base_shares(table: Any, growths: Any, whole_growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return shares a year before (基期比重) from shares in percent and the growth of parts and wholes.

    `whole_growths` is the name of the region or the indicator whose growth is the whole's (of a wide
    frame, of a column), the row of an array, a column of a long frame, or a table.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.base_shares(np.array([40.0]), np.array([10.0]), np.array([4.5])).round(9)
    array([38.])
    """
    return _of_shares(table, growths, whole_growths, _core.base_shares, "share", bounds, out, columns)


def share_changes_by_growth(
    table: Any, growths: Any, whole_growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return by how many points shares changed, from shares in percent and the growth of parts and wholes.

    As in `base_shares`. Levels that are printed tell it more sharply: see `share_changes`.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.share_changes_by_growth(np.array([40.0]), np.array([10.0]), np.array([4.5])).round(9)
    array([2.])
    """
    return _of_shares(table, growths, whole_growths, _core.share_changes_by_growth, "change", bounds, out, columns)


def _in_whole(
    table: Any,
    growths: Any,
    whole: Any,
    whole_growths: Any,
    operation: Callable[..., Any],
    measure: str,
    bounds: bool,
    out: Out,
    columns: dict[str, Any],
    *,
    leaves_out: bool = False,
) -> Any:
    apart = () if whole_growths is None else (Beside(whole, "level"), Beside(whole_growths, "growth"))
    of, (rates, *of_wholes) = taken(table, columns, "level", Beside(growths, "growth"), *apart)
    given = of.figures._growth_beside(rates)
    require_beside(of.figures, given, "same")
    if apart:
        wholes, whole_rates = of_wholes[0], rates_of(of_wholes[1])
    else:
        wholes, whole_rates = _wholes(of, of.whole(whole, columns), given)
    wholes._require_levels("hold parts in")
    for others in (wholes, whole_rates):
        of.figures._require_one_vintage(others)

    if leaves_out:
        operation = leaving_out(operation, whole_rates, levels=False)

    def parted(parts: Any) -> Figures:
        inputs = [parts.figures, given, wholes, whole_rates]
        made: Figures = parts.figures._derived(operation, inputs, measure=measure, pairing="whole")
        return made

    return of.result(parted, bounds, out)


def _wholes(of: Given, whole: Any, growths: Any) -> tuple[Any, Any]:
    """Return wholes and their growth: what both tables tell under one name, or figures with their own."""
    if isinstance(whole, str):
        return of.figures._whole(whole), growths._whole(whole)
    if whole.published is None:
        raise KebiError("wholes that stand apart have growth of their own: say whole_growths=…")
    return whole, whole.published


def _increments(levels: Any, growths: Any) -> Figures:
    inputs = [levels, levels._growth_beside(growths)]
    made: Figures = levels._derived(_core.increments, inputs, measure="change")
    return made


def _of_growths(
    table: Any, other: Any, operation: Callable[..., Any], bounds: bool, out: Out, columns: dict[str, Any]
) -> Any:
    of, (beside,) = taken(table, columns, "growth", Beside(other, "growth"))
    of.figures._require_one_vintage(beside)

    def combined(growths: Any) -> Figures:
        inputs = [rates_of(growths.figures), rates_of(beside)]
        made: Figures = growths.figures._derived(operation, inputs, measure="growth")
        return made

    return of.result(combined, bounds, out)


def _of_shares(
    table: Any,
    growths: Any,
    whole_growths: Any,
    operation: Callable[..., Any],
    measure: str,
    bounds: bool,
    out: Out,
    columns: dict[str, Any],
) -> Any:
    of, (rates,) = taken(table, columns, "share", Beside(growths, "growth"))
    if of.figures.measure == "growth":
        raise KebiError("shares come first, and the growth of parts and wholes after them: these are growth")
    wholes = whole_growth(of, whole_growths, rates_of(rates), columns)
    require_beside(of.figures, rates, "same")
    for each in (rates, wholes):
        of.figures._require_one_vintage(each)

    def changed(shares: Any) -> Figures:
        inputs = [shares.figures, rates, wholes]
        made: Figures = shares.figures._derived(operation, inputs, measure=measure, pairing="whole")
        return made

    return of.result(changed, bounds, out)


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
