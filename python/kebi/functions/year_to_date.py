"""Years to date and the months in them, and longer spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from .._core import Grid, KebiError, Timeline, operations
from ..enums import Frequency
from ..frames.periods import frequency_named
from ..tables.derivation import Derivation
from ..tables.figures import Figures, with_grid
from ..tables.operands import companion, dated, growth_beside, rates_of
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from ..tables.options import Input, TableOptions

    SpanRule = Literal["sum", "mean", "last"]

__all__ = [
    "cumulated",
    "growth_before",
    "growth_of_spans",
    "implied_weight",
    "single_month_growth",
    "single_months",
    "to_frequency",
]


class YearToDate(Figures):
    """Years to date, single months and longer spans."""

    @operation("level", frequency="year_to_date")
    def single_months(self, **options: Unpack[TableOptions]) -> Derivation:
        """Return levels of single months (当月) out of the year to date, January and February as one.

        The table holds levels, and they are taken as years to date even where their spans are
        months: months that are single already would be subtracted from one another. A `Series` or
        `Panel` is refused unless it is of years to date. Where January is not published, February
        stands for both; after a gap the next month has no figure. Growth published together with the
        levels becomes comparable growth of the months: growth rates are never subtracted.

        Returns: Levels in the same unit; their bounds hold the rounding of both years to date.
        Raises: For figures that are no levels, other frequencies, and an array without a start.
        Source: NBS: 1—2月合并发布; 当月 = 本期累计 − 上期累计.

        >>> import kebi, numpy as np
        >>> kebi.single_months(np.array([10.0, 25.0, np.nan, 50.0, 60.0]), start="2019-01")
        array([10., 15., nan, nan, 10.])
        """
        levels = dated(self)
        made = Derivation(operations.single_months, levels)
        if levels.published is not None:
            made.published = Derivation(operations.single_month_growth, levels, levels.published)
        return made

    @operation("level", frequency="year_to_date")
    def single_month_growth(self, growth: Input | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return comparable growth of single months out of levels and growth of the year to date.

        Parameters
        ----------
        growth : table of the same kind, or name of a column of a long frame
            Growth of the year to date in percent; None for that published together with a `Series`
            or `Panel`.

        Returns: Growth in percent.
        Raises: Without growth, and for tables that do not line up.
        Source: The increments of two years to date over their comparable bases.

        >>> import kebi, numpy as np
        >>> levels, growth = np.array([110.0, 231.0]), np.array([10.0, 10.0])
        >>> kebi.single_month_growth(levels, growth, start="2019-01").round(6)
        array([10., 10.])
        """
        return Derivation(operations.single_month_growth, dated(self), growth_beside(self, growth))

    @operation("level")
    def cumulated(self, **options: Unpack[TableOptions]) -> Derivation:
        """Return levels of the year to date (累计) out of months; a gap leaves the rest of its year absent.

        Quarters give years to the end of each quarter. Growth published together with the levels becomes
        growth of the years to date, on the comparable base.

        Returns: Levels in the same unit.
        Raises: For figures that are no flows of months or quarters, and an array without a start.
        Source: NBS 统计指标解释: 累计.

        >>> import kebi, numpy as np
        >>> kebi.cumulated(np.array([10.0, 15.0, 20.0]), start="2019-01")
        array([10., 25., 45.])
        """
        levels = dated(self)
        return _with_growth(Derivation(operations.cumulated, levels), levels, Frequency.year_to_date, None)

    @operation("level", new_rows=True)
    def to_frequency(self, to: Frequency | str, rule: SpanRule | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return levels of longer spans, where all their parts are there.

        Flows add up, stocks are the last figure of the span; indexes, rates, ratios and averages are
        refused unless a rule is passed. Kinds come from the standard catalogue or from `kind=` of a
        `Series`; what is of no known kind adds up, unless it is in percent. Growth published together
        with the levels becomes growth of the longer spans, on the comparable base.

        Parameters
        ----------
        to : str or Frequency
            "two_months", "quarter", "half", "year", "year_to_date" or "year_to_quarter".
        rule : {"sum", "mean", "last"}, optional
            How to make a longer span instead; a mean weighs each month alike.

        Returns
        -------
        table of longer spans of the same kind
            Levels in the same unit; of a frame a new frame.

        Raises
        ------
        KebiError
            For figures that are no levels or do not make such spans, and an array without a start.

        Source
        ------
        IMF, Quarterly National Accounts Manual (2017): aggregation over time.

        Examples
        --------
        >>> import kebi, numpy as np
        >>> kebi.to_frequency(np.arange(1.0, 7.0), "quarter", start="2019-01")
        array([ 6., 15.])
        """
        levels = dated(self)
        wanted = frequency_named(to) or levels.time.frequency
        return _with_growth(Derivation(operations.to_frequency, levels, wanted, rule), levels, wanted, rule)

    @operation("level", new_rows=True)
    def growth_of_spans(
        self, to: Frequency | str, growth: Input | None = None, *, rule: SpanRule | None = None, **options: Unpack[TableOptions]
    ) -> Derivation:
        """Return growth of longer spans out of levels and published growth of their parts.

        Levels add up, and so do their comparable bases. Single quarters come out of two years to date,
        where bounds are wide: a quarter is a small difference of large figures.

        Parameters
        ----------
        to : str or Frequency
            "two_months", "quarter", "half", "year", "year_to_date" or "year_to_quarter".
        rule : {"sum", "mean", "last"}, optional
            How the longer spans are made, as in `to_frequency`.

        Returns
        -------
        table of longer spans of the same kind
            Growth in percent; absent where the growth of a part is.

        Raises
        ------
        KebiError
            Without growth, and as `to_frequency` does.

        Source
        ------
        The increments of the parts over the sum of their comparable bases.

        Examples
        --------
        >>> import kebi
        >>> gdp = kebi.Series(  # 国内生产总值, 亿元, 国家统计局: 一季度, 上半年
        ...     ["284997", "593034"], start="2023Q1", frequency="year_to_quarter", growth=["4.5", "5.5"]
        ... )
        >>> second = gdp.growth_of_spans("quarter")
        >>> print(f"{second['2023Q2']:.1f}", 6.3 in second.bounds_at("2023Q2"))
        6.4 True
        """
        levels = dated(self)
        wanted = frequency_named(to) or levels.time.frequency
        return Derivation(operations.growth_of_spans, levels, growth_beside(levels, growth), wanted, rule)

    @operation("level", frequency="year_to_date")
    def growth_before(
        self,
        months: Input,
        *,
        growth: Input | None = None,
        month_growth: Input | None = None,
        **options: Unpack[TableOptions],
    ) -> Derivation:
        """Return growth of the year to the month before (上月累计增速), at the place of the later one.

        The table holds levels of the year to date. At the start of a year, in February where January
        and February are published as one, nothing lies before and the result is undefined.

        Parameters
        ----------
        months : table of the same kind, or name of a column of a long frame
            Levels of the last months, which end with the years to date.
        growth, month_growth : table of the same kind, or name of a column of a long frame
            Growth of both in percent; None for that published together with a `Series` or `Panel`.

        Returns: Growth in percent.
        Raises: Without growth, and for months that do not end with the years to date.
        Source: Base and level of the year to date less those of its last month.

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
        >>> kebi.growth_before(retail, "month", growth="yoy", month_growth="month_yoy").round(1)
        array([33.7, 33.9])
        """
        levels = dated(self)
        last = _last_months(levels, months, "level")
        last_growth = last.published if month_growth is None else _last_months(levels, month_growth, "growth")
        if last_growth is None:
            last_growth = growth_beside(last, None)
        return Derivation(operations.growth_before, levels, growth_beside(levels, growth), last, last_growth)

    @operation("growth", frequency="year_to_date")
    def implied_weight(self, months: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the weight in last year's base of the months before the last, from three growth rates (隐含权重).

        The table holds growth of the year to date. Outside 0 and 100 % the three cannot all be true.
        Undefined at the start of a year.

        Parameters
        ----------
        months : table of the same kind, or name of a column of a long frame
            Growth of the last months, which end with the years to date.

        Returns: Weights in percent.
        Raises: For months that do not end with the years to date, and an array without a start.
        Source: The growth of a sum is the mean of the growth of its parts, weighted by their bases.

        >>> import kebi, numpy as np
        >>> to_date, months = np.array([9.3, 9.2]), np.array([9.5, 8.7])
        >>> print(*kebi.implied_weight(to_date, months, start="2018-06").round(1))
        nan 83.3
        """
        rates = rates_of(dated(self))
        return Derivation(operations.implied_weight, rates, rates_of(_last_months(self, months, "growth")))


def _with_growth(made: Derivation, levels: Figures, to: Frequency, rule: str | None) -> Derivation:
    """Return levels of longer spans with the growth that was published with those of their parts."""
    if levels.published is not None:
        made.published = Derivation(operations.growth_of_spans, levels, levels.published, to, rule)
    return made


def _last_months(of: Figures, months: Input, measure: str) -> Figures:
    """Return figures as the last months of years to date; January and February are one where both lack January.

    A `Series` or `Panel` has its months already.
    """
    found = companion(of, months, measure, "month")
    if found is months:
        if found.time.frequency is not Frequency.month:
            raise KebiError(
                f"this needs the last month of each year-to-date value: found {found!r}. See "
                f"single_months()"
            )
        return found
    lacks = _core.lacks_january
    together = found.time.january_february or (lacks(of.grid) and lacks(found.grid))
    year, month = found.time.first
    time = Timeline(Frequency.month, year, month, len(found.time), together)
    made: Figures = with_grid(found, Grid(time, found.grid.values, found.grid.status, found.grid.decimals))
    return made


single_months, single_month_growth = YearToDate.single_months, YearToDate.single_month_growth
cumulated, to_frequency = YearToDate.cumulated, YearToDate.to_frequency
growth_of_spans = YearToDate.growth_of_spans
growth_before, implied_weight = YearToDate.growth_before, YearToDate.implied_weight
