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

What is said of a table by keyword (frequency, start, decimals, growth_decimals, region, indicator,
period, value, cell, duplicates) is told in full by ``help(kebi.year_over_year)``. This module has
what follows from levels; rates of rates are in `kebi.functions.rates`, parts in wholes in `kebi.functions.shares`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from ..series.figures import is_period_over_period
from ..tables.apply import apply, apply_with_growth
from ..tables.fast_growth import fast_growth
from ..tables.open import open_table

if TYPE_CHECKING:
    from .._core import Frequency, Period
    from ..series.figures import Step
    from ..tables.apply import Out


def year_over_year(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth over the same span a year before (同比), in percent.

    Of a `Series` or `Panel` with published growth it is that; else levels are divided. Where the base
    is zero, negative or not there, there is no rate: `turns` says why.

    Parameters
    ----------
    table
        Levels: an array, a `Series`, a `Panel`, a long or a wide frame (see `kebi.functions.growth`).
    bounds
        Whether to return the pair of the lowest and the highest that the print leaves possible.
    out
        An array to write into, or with `bounds` a pair; it is returned.
    **columns
        What is said of the table; a `Series` or a `Panel` knows it by itself. Every function along
        time takes these.

        frequency
            "month", "quarter", "half", "year" or "year_to_date", of every table but a `Series` or
            `Panel`. An array, or dates of a frame, without it are months.
        start
            The first span of an array, such as "2019-01" or "2019Q1".
        decimals
            How many decimals the figures were printed with; of an array also a list with those of
            each row. Texts and `decimal.Decimal` say it themselves, floats of a frame only as far
            as their last zeros are not lost, and an array without it knows no rounding, so that it
            has no bounds and nothing in it is shaky.
        growth_decimals
            Those of growth beside the levels, of functions that take growth. A frame of growth tells
            them by its print; an array counts as printed like its levels where this is not said.
        region, indicator, period, value
            The columns of a long frame, where they have other names than these. `region` or
            `indicator` may be None where all rows are of one. Of a wide frame only `period`: where
            it is not said, the column called so, or date, month, time, year or as in Chinese.
        cell
            The column of a long frame with the causes of absent figures, such as "suppressed".
        duplicates
            Which of two rows of a long frame for one figure counts: "refuse" (as usual, where they
            differ), "first" or "last".

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels = np.array([[100.0] * 12 + [110.0, float("nan")]])
    >>> kebi.year_over_year(levels)[0, 12:]
    array([10., nan])
    >>> frame = {"地区": ["甲"] * 2, "年份": [2018, 2019], "指标": ["出口"] * 2, "亿元": ["100.0", "110.0"]}
    >>> kebi.year_over_year(frame, region="地区", indicator="指标", period="年份", value="亿元")
    array([nan, 10.])
    """
    if not bounds:
        quick = fast_growth(table, out, columns)
        if quick is not None:
            return quick
    return apply(table, lambda f: f.growth(), bounds, out, columns)


def period_over_period(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth over the span before (环比), in percent.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.growth("span"), bounds, out, columns)


def turns(table: Any, by: Step = "year", **columns: Any) -> Any:
    """Return what became of each figure's growth, in words: "figure" where there is a rate, or why there is none.

    The words are the names of `Cell`: to_profit (扭亏为盈), to_loss (由盈转亏), loss_wider, loss_narrower
    and loss_same where a figure or its base is below zero, undefined on a base of zero, and else the
    cause of its absence. It is growth of the levels, over a year or over a span before; beside
    growth they say which figures it has none for.

    What can be said of the table (`columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> profits = np.array([-3.0, 5.0, -1.0, -2.0, 0.0, 4.0])
    >>> print(*kebi.turns(profits, frequency="year"))
    absent to_profit to_loss loss_wider to_profit undefined
    """
    of = open_table(table, columns, "level")
    grown = of.figures._growth_of_levels(is_period_over_period(by), 1)
    return of.back(grown, _names_of_cells()[grown._figures.cells], False)


def growth_since(table: Any, base: Period | str | int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth against one span (定基), or against the same span of one year (an int).

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.growth_since(base), bounds, out, columns)


def single_months(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return levels of single months (当月) out of the year to date, January and February as one.

    The table holds levels, and they are taken as years to date even where their spans are months:
    months that are single already would be subtracted from one another. A `Series` or `Panel` is refused unless
    it is of years to date. The result is in the unit of the levels; the bounds hold the rounding of
    both years to date. Where January is not told, February stands for both; after a gap the next
    month has no figure.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.single_months(np.array([10.0, 25.0, np.nan, 50.0, 60.0]), start="2019-01")
    array([10., 15., nan, nan, 10.])
    """
    return apply(table, lambda f: f.single(), bounds, out, {"frequency": "year_to_date", **columns})


def cumulated(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the year to date out of months; a gap leaves the rest of its year absent.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.cumulated(), bounds, out, columns)


def to_frequency(table: Any, to: Frequency | str, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return quarters, halves or years where they are complete; from a frame, a new frame of the kind.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.to_frequency(to), bounds, out, columns, new_rows=True)


def comparable_base(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the base that each published growth implies (可比基数).

    A table of the kind of the levels: of a series a `Series`, and not the `ComparableBase` that
    `Series.comparable_base()` makes of it and the published bases.

    `growths` is of the kind of the table; of a long frame, the name of its column of growth. Where
    growth is printed with other decimals than the levels, say `growth_decimals` too.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply_with_growth(table, growths, lambda f, g: f._implied_bases(g), bounds, out, columns)


def revision_factors(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the comparable base over the one published a year before (修订系数).

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply_with_growth(table, growths, lambda f, g: f.revision_factors(g), bounds, out, columns)


def single_month_growth(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return comparable growth of single months out of levels and growth of the year to date.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    columns = {"frequency": "year_to_date", **columns}
    return apply_with_growth(table, growths, lambda f, g: f.single_month_growth(g), bounds, out, columns)


def linked(table: Any, growths: Any, anchor: int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return levels on the footing of one year, linked by growth forwards and backwards.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply_with_growth(table, growths, lambda f, g: f.linked(anchor, g), bounds, out, columns)


def _names_of_cells() -> Any:
    import numpy as np

    return np.array([_core.Cell(k).name for k in range(len(_core.Cell))])
