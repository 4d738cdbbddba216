"""What follows from figures along time, for tables of any kind.

Each function takes its figures as

- an array with a row for each series and a column for each span, without a gap in time (nan is
  absent); say `start`, the first span, where the calendar matters, and `frequency` unless the
  columns are months;
- a `Series` or a `Panel`;
- a long frame (pandas, polars, pyarrow, a dict of columns) with a row for each figure in any order
  and columns called `region`, `indicator`, `period` and `value`, or others that are named;
- a wide frame with a column for each series and one of spans, named by `period`.

The result is of the same kind: an array, a `Series` or `Panel`, a frame; beside a long frame a
column with a figure for each of its rows. With ``bounds=True`` it is a pair, all that the print of
the figures leaves possible; arrays need `decimals` for it. ``out=`` writes into an array given for
it (with bounds into a pair) and returns that: it has a row for each series, as the block of the
panel has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _core, _given, _quick
from ._calls import Beside, in_whole, made, taken, with_growths
from .figures import _is_span

if TYPE_CHECKING:
    from ._calls import Out
    from ._core import Frequency, Period
    from .figures import Step


def year_over_year(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth over the same span a year before (同比), in percent.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels = np.array([[100.0] * 12 + [110.0, float("nan")]])
    >>> kebi.year_over_year(levels)[0, 12:]
    array([10., nan])
    """
    if not bounds:
        quick = _quick.quick_growth(table, out, columns)
        if quick is not None:
            return quick
    return made(table, lambda f: f.growth(), bounds, out, columns)


def period_over_period(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth over the span before (环比), in percent."""
    return made(table, lambda f: f.growth("span"), bounds, out, columns)


def turns(table: Any, by: Step = "year", **columns: Any) -> Any:
    """Return what became of each figure's growth, in words: "figure" where there is a rate, or why there is none.

    The words are the names of `Cell`: to_profit (扭亏为盈), to_loss (由盈转亏), loss_wider, loss_narrower
    and loss_same where a figure or its base is below zero, undefined on a base of zero, and else the
    cause of its absence. It is growth of the levels, over a year or over a span before; beside
    growth they say which figures it has none for.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> profits = np.array([-3.0, 5.0, -1.0, -2.0, 0.0, 4.0])
    >>> print(*kebi.turns(profits, frequency="year"))
    absent to_profit to_loss loss_wider to_profit undefined
    """
    of = _given.given(table, columns, "level")
    grown = of.figures._growth_of_levels(_is_span(by), 1)
    return of.back(grown, _names_of_cells()[grown._figures.cells], False)


def growth_since(table: Any, base: Period | str | int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth against one span (定基), or against the same span of one year (an int)."""
    return made(table, lambda f: f.growth_since(base), bounds, out, columns)


def single_months(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return levels of single months out of the year to date, January and February as one."""
    return made(table, lambda f: f.single(), bounds, out, {"frequency": "year_to_date", **columns})


def cumulated(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the year to date out of months; a gap leaves the rest of its year absent."""
    return made(table, lambda f: f.cumulated(), bounds, out, columns)


def to_frequency(table: Any, to: Frequency | str, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return quarters, halves or years where they are complete; from a frame, a new frame of the kind."""
    return made(table, lambda f: f.to_frequency(to), bounds, out, columns, new_rows=True)


def interval_growth(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth over two years (间隔增长) from published growth of each."""
    return made(table, lambda f: f.interval_growth(), bounds, out, columns, "growth")


def two_year_average(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the two-year average growth (两年平均) from published growth of each."""
    return made(table, lambda f: f.two_year_average(), bounds, out, columns, "growth")


def average_growth(table: Any, steps: int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the growth of each of so many equal steps that make each growth (年均)."""
    return made(table, lambda f: f.average_growth(steps), bounds, out, columns, "growth")


def annualised(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return what a year at each span's pace would bring, from growth over the span before."""
    return made(table, lambda f: f.annualised(), bounds, out, columns, "growth")


def acceleration(table: Any, by: Step = "year", *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return by how many points growth quickened since a year, or a span, before."""
    return made(table, lambda f: f.acceleration(by), bounds, out, columns, "growth")


def chained_rates(table: Any, count: int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the rate over the last so many spans, from growth over the span before."""
    return made(table, lambda f: f.chained(count), bounds, out, columns, "growth")


def carry_overs(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the part of each yearly rate that was there a year's end before (翘尾因素)."""
    return made(table, lambda f: f.carry_over(), bounds, out, columns, "growth")


def new_prices(table: Any, steps: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the rest of each yearly rate beside its carry-over (新涨价因素), in points.

    The table holds growth over a year before and `steps` growth over the span before: a table of
    the same kind, or the name of a column of a long frame.

    Examples
    --------
    >>> import kebi
    >>> steps = kebi.Series(["0.2"] * 24, start="2018-01", measure="growth")
    >>> yearly = kebi.Series(["2.4"] * 24, start="2018-01", measure="growth")
    >>> print(f"{kebi.new_prices(yearly, steps)['2019-06']:.2f}")
    1.19
    """
    of, (rates,) = taken(table, columns, "growth", Beside(steps, "growth"))
    return of.result(lambda yearly: yearly.figures.new_price(rates), bounds, out)


def overhangs(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return what each year leaves to the mean of the next (年度翘尾); from a frame, a new frame."""
    return made(table, lambda f: f.overhang(), bounds, out, columns, new_rows=True)


def comparable_base(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the base that each published growth implies (可比基数).

    A table of the kind of the levels: of a series a `Series`, and not the `ComparableBase` that
    `Series.comparable_base()` makes of it and the published bases.

    `growths` is of the kind of the table; of a long frame, the name of its column of growth. Where
    growth is printed with other decimals than the levels, say `growth_decimals` too.
    """
    return with_growths(table, growths, lambda f, g: f._implied_bases(g), bounds, out, columns)


def revision_factors(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the comparable base over the one published a year before (修订系数)."""
    return with_growths(table, growths, lambda f, g: f.revision_factors(g), bounds, out, columns)


def single_month_growth(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return comparable growth of single months out of levels and growth of the year to date."""
    columns = {"frequency": "year_to_date", **columns}
    return with_growths(table, growths, lambda f, g: f.single_month_growth(g), bounds, out, columns)


def linked(table: Any, growths: Any, anchor: int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return levels on the footing of one year, linked by growth forwards and backwards."""
    return with_growths(table, growths, lambda f, g: f.linked(anchor, g), bounds, out, columns)


def shares(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the share (比重) of each figure in a whole, in percent.

    `whole` is the name of a region or an indicator (of a wide frame, of a column), the row of an
    array, or a table of wholes.
    """
    return in_whole(table, whole, lambda f, w: f.shares(w), bounds, out, columns)


def share_changes(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return by how many points shares changed since a year before."""
    return in_whole(table, whole, lambda f, w: f.share_changes(w), bounds, out, columns)


def contributions(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the contribution (贡献率) of each figure to the growth of a whole, in percent."""
    return in_whole(table, whole, lambda f, w: f.contributions(w), bounds, out, columns)


def pulls(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the points (拉动) of the growth of a whole that each figure brought."""
    return in_whole(table, whole, lambda f, w: f.pulls(w), bounds, out, columns)


def _names_of_cells() -> Any:
    import numpy as np

    return np.array([_core.Cell(k).name for k in range(len(_core.Cell))])
