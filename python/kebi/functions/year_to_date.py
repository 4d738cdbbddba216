"""Years to date beside their last months: what the months before them did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import Frequency, Grid, Timeline
from ..tables.apply import Companion, open_together

if TYPE_CHECKING:
    from ..series.figures import Figures
    from ..tables.apply import Out
    from ..tables.input import TableInput


def growth_before(
    table: Any, growths: Any, months: Any, month_growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return growth of the year to the month before (上月累计增速), at the place of the later one.

    The table holds levels of the year to date, beside it their growth, the levels of the last
    months and theirs: tables of the same kind that end in the same months, or names of columns of
    a long frame, whose rows tell both. Growth of a `Series` or `Panel` made with it may be None.

    At the start of a year, in February where January and February are told as one, nothing lies
    before and the result is undefined.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> retail = {  # 社会消费品零售总额, 亿元, 国家统计局
    ...     "region": ["全国"] * 2,
    ...     "indicator": ["零售"] * 2,
    ...     "period": ["2021-01..2021-03", "2021-01..2021-04"],
    ...     "value": ["105221", "138373"],
    ...     "yoy": ["33.9", "29.6"],
    ...     "month": ["35484", "33153"],
    ...     "month_yoy": ["34.2", "17.7"],
    ... }
    >>> kebi.growth_before(retail, "yoy", "month", "month_yoy").round(1)
    array([33.7, 33.9])
    """
    beside = Companion(growths, "growth"), Companion(months, "level", "month"), Companion(month_growths, "growth", "month")
    of, (rates, last, last_rates) = open_together(table, {"frequency": "year_to_date", **columns}, "level", *beside)
    if last is not months:
        last = _last_months(of, last)
    if last_rates is not month_growths:
        last_rates = _last_months(of, last_rates)

    def before(levels: TableInput) -> Figures:
        made: Figures = levels.figures.growth_before(last, growths=rates, month_growths=last_rates)
        return made

    return of.result(before, bounds, out)


def implied_weights(table: Any, months: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the weight (%) in last year's base of the months before, from three growths (隐含权重).

    The table holds growth of the year to date and `months` that of its last months: a table of the
    same kind, or the name of a column of a long frame. Outside 0 and 100 % the three cannot all be
    true. Undefined at the start of a year.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> to_date, months = np.array([9.3, 9.2]), np.array([9.5, 8.7])
    >>> print(*kebi.implied_weights(to_date, months, start="2018-06").round(1))
    nan 83.3
    """
    columns = {"frequency": "year_to_date", **columns}
    of, (last,) = open_together(table, columns, "growth", Companion(months, "growth", "month"))
    if last is not months:
        last = _last_months(of, last)
    return of.result(lambda growths: growths.figures.implied_weights(last), bounds, out)


def _last_months(of: TableInput, found: Any) -> Any:
    """Return figures as the last months of years to date; January and February are one where both lack January.

    A `Series` or `Panel` knows by itself which months it tells, and does not come here.
    """
    lacks = _core.lacks_january
    together = found.time.january_february or (lacks(of.figures._figures) and lacks(found._figures))
    year, month = found.time.first
    time = Timeline(Frequency.month, year, month, len(found.time), together)
    grid = Grid(time, found._figures.values, found._figures.cells, found._figures.decimals)
    made = found._like(grid, found.measure)
    made._undated = found._undated
    return made
