"""Rates of rates, for tables of any kind: averages, a year's pace, chains, carry-over.

Tables are those of `kebi.functions.growth`, and hold growth in percent; a `Series` or `Panel` of levels brings
its published growth, or that of its levels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..tables.apply import Companion, apply, open_together

if TYPE_CHECKING:
    from ..series.figures import Step
    from ..tables.apply import Out


def interval_growth(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return growth over two years (间隔增长) from published growth of each.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.interval_growth(), bounds, out, columns, "growth")


def two_year_average(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the two-year average growth (两年平均), in percent, from published growth of each.

    The table holds growth over a year before; a `Series` or `Panel` of levels brings its published
    growth, or that of its levels. The first year has none, and growth below -100 % has none either.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> quarters = kebi.Series(["-6.8", None, None, None, "18.3"], start="2020Q1", measure="growth")
    >>> print(f"{kebi.two_year_average(quarters)['2021Q1']:.2f}")
    5.00
    """
    return apply(table, lambda f: f.two_year_average(), bounds, out, columns, "growth")


def average_growth(table: Any, steps: int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the growth of each of so many equal steps that make each growth (年均, 复合增长率), in percent.

    The table holds growth over all the steps. Of levels take it first with `growth_since`: from 2015
    to 2020 are 5 steps. Growth below -100 % has no such steps.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> gdp = kebi.Series(["100.0", None, "121.0"], start="2018")
    >>> print(f"{kebi.average_growth(kebi.growth_since(gdp, '2018'), 2)['2020']:.2f}")
    10.00
    """
    return apply(table, lambda f: f.average_growth(steps), bounds, out, columns, "growth")


def annualised(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return what a year at each span's pace would bring (折年率), in percent, from growth over the span before.

    The table holds growth over the span before (环比); of levels in a `Series` or `Panel` it is taken
    first. Quarters go to the power of 4, months to that of 12. Years to date have no such pace.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> steps = kebi.Series(["1.0", "1.5"], start="2019Q1", measure="growth")
    >>> print(f"{kebi.annualised(steps)['2019Q1']:.2f}")
    4.06
    """
    return apply(table, lambda f: f.annualised(), bounds, out, columns, "growth")


def acceleration(table: Any, by: Step = "year", *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return by how many points growth quickened since a year, or a span, before.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.acceleration(by), bounds, out, columns, "growth")


def chained_rates(table: Any, count: int, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the rate over the last so many spans, from growth over the span before.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.chained(count), bounds, out, columns, "growth")


def carry_overs(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the part of each yearly rate that was there a year's end before (翘尾因素).

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.carry_over(), bounds, out, columns, "growth")


def new_prices(table: Any, steps: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the rest of each yearly rate beside its carry-over (新涨价因素), in points.

    The table holds growth over a year before and `steps` growth over the span before: a table of
    the same kind, or the name of a column of a long frame.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> steps = kebi.Series(["0.2"] * 24, start="2018-01", measure="growth")
    >>> yearly = kebi.Series(["2.4"] * 24, start="2018-01", measure="growth")
    >>> print(f"{kebi.new_prices(yearly, steps)['2019-06']:.2f}")
    1.19
    """
    of, (rates,) = open_together(table, columns, "growth", Companion(steps, "growth"))
    return of.result(lambda yearly: yearly.figures.new_price(rates), bounds, out)


def overhangs(table: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return what each year leaves to the mean of the next (年度翘尾); from a frame, a new frame.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply(table, lambda f: f.overhang(), bounds, out, columns, new_rows=True)
