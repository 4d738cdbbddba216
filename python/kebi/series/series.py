"""Series: one indicator along time, with its published decimals and the reasons for its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import Grid, KebiError, Period, Timeline, Unit
from ..enums import Frequency, Kind, Measure
from ..frames.columns import column_of
from ..frames.layouts import dated_values, period_column, with_index
from ..frames.periods import (
    columns_at,
    frequency_named,
    frequency_of,
    read_spans,
    timeline_of,
)
from ..frames.printed_numbers import FigureColumn, read_figures
from ..frames.release_dates import published_column, releases_at
from ..frames.sdmx import figures_by_row
from ..frames.span_codes import span_of
from ..functions.bases import BaseComparison, agreements_of
from ..refusals import refusing
from ..tables.figures import figures_of
from ..tables.operands import growth_beside
from .labels import kind_named, measure_named, require_no_quarter, unit_named
from .one_series import OneSeries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ..frames.periods import Spans


@refusing("kebi.Series")
class Series(OneSeries, table=_core.Series):
    """One indicator of one region along time.

    Levels may have published growth with them: the two together determine the comparable base.

    Parameters
    ----------
    values : sequence of numbers or texts
        Figures one after the other without a gap in time; nan or None where one is absent, "…" for
        one below half a unit. Texts and `decimal.Decimal` keep their decimals. Or a pandas Series whose
        index are spans, in any order and with gaps.
    start : str or Period
        The first span, such as "2019-02", "2019Q1" or, for the year to date, "2019-01..2019-02". Left
        out for a pandas Series.
    frequency : str or Frequency, optional
        month, two_months, quarter, half, year, year_to_date (by month) or year_to_quarter (by quarter:
        一季度, 上半年, 前三季度, 全年); determined by `start` unless that is a month.
    growth : sequence of numbers or texts, optional
        Growth as published, in percent, of the same spans.
    decimals, growth_decimals : int or sequence of int, optional
        To how many decimals the figures were rounded, or a list with those of each figure. Floats
        have lost their last zeros, so pass it where all figures happen to end in one.
    status : sequence, optional
        Why figures are absent: an `ObservationStatus` or its name for each.
    measure : str or Measure, default "level"
        What the figures measure.
    january_february : bool, default False
        Whether January and February of months are published as one.
    indicator, region : str, optional
        The names of the series.
    unit : str or Unit, optional
        The unit of levels.
    vintage : str, optional
        The date of publication.
    kind : str or Kind, optional
        What the figures are over a span: flow, stock, count, ratio, rate, index or average; by default
        what the standard catalogue says of the indicator. It decides what adds up.

    Examples
    --------
    >>> import kebi
    >>> gdp = kebi.Series(["249310", None, "282857"], start="2021Q1", indicator="GDP", unit="亿元")
    >>> gdp
    <Series GDP 亿元, quarter 2021Q1 to 2021Q3, 2 of 3 figures>
    >>> gdp["2021Q3"], gdp["2021Q2"]
    (282857.0, None)
    """

    flags: dict[Period, str] = {}  # signs behind figures, such as p, r and e

    def __init__(
        self,
        values: Any,
        *,
        start: Period | str | None = None,
        frequency: Frequency | str | None = None,
        growth: Any = None,
        decimals: int | Sequence[int] | None = None,
        growth_decimals: int | Sequence[int] | None = None,
        status: Any = None,
        measure: Measure | str = Measure.level,
        january_february: bool = False,
        indicator: str = "",
        region: str = "",
        unit: Unit | str | None = None,
        vintage: str = "",
        kind: Kind | str | None = None,
    ) -> None:
        if start is None:
            values, start = dated_values(values, frequency_named(frequency))
        first = span_of(start, "the start of a series")
        of = frequency_named(frequency) or frequency_of(first)
        require_no_quarter(start, of)
        what, unit = measure_named(measure), unit_named(unit)
        column = read_figures(values, status, in_percent=what is not Measure.level or str(unit) == "%")
        time = Timeline(of, *first.last, len(column.values), january_february)
        labels = {"indicator": indicator, "region": region, "vintage": vintage}
        table = _core.Series(column.grid(time, decimals), unit=unit, measure=what, kind=kind_named(kind), **labels)
        published = None
        if growth is not None:
            published = _published(read_figures(growth, in_percent=True), time, growth_decimals, labels)
        super().__init__(table, published=published)
        if column.flags:
            self.flags = {time.span(at): flag for at, flag in column.flags}

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        value: str | None = None,
        growth: str | None = None,
        status: str | None = None,
        period: str | None = None,
        frequency: Frequency | str | None = None,
        decimals: int | str | None = None,
        growth_decimals: int | None = None,
        indicator: str = "",
        region: str = "",
        unit: Unit | str | None = None,
        vintage: str = "",
        kind: Kind | str | None = None,
        published: str | None = "published",
    ) -> Series:
        """Return a series from the columns of a frame.

        Rows may be in any order and months may be absent. A date or a month does not say whether its
        figure is a month's or the year's to date: pass `frequency`, unless the name of the column of
        values starts with ytd, cum_, cumulative or 累计.

        Parameters
        ----------
        frame : frame
            Of pandas, polars or pyarrow, or a dict of columns.
        value, growth : str
            The column of levels, of published growth, or both.
        status : str, optional
            The column of reasons for absence, such as "suppressed".
        period : str, optional
            The column of spans, if it is not called period, date, month, year or as in Chinese.
        frequency : str or Frequency, optional
            What dates and months stand for.
        decimals : int or str, optional
            To how many decimals the figures were rounded, or the column that says it. Columns called
            DECIMALS, UNIT_MULT and OBS_STATUS are read as SDMX has them.
        growth_decimals : int, optional
            To how many decimals growth was rounded.
        indicator, region, vintage : str, optional
            The labels of the series.
        unit : str or Unit, optional
            The unit of levels.
        kind : str or Kind, optional
            What the figures are over a span, where the standard catalogue does not say it.
        published : str, optional
            The column that says when each figure was published; None to make one release of them.

        Returns
        -------
        Series
            The figures in the order of time.

        Raises
        ------
        KebiError
            For a frame without such columns, and two rows for one span.

        Examples
        --------
        >>> import kebi
        >>> frame = {"year": [2019, 2018], "value": ["110.0", "100.0"]}
        >>> kebi.Series.from_frame(frame, value="value")["2019"]
        110.0
        """
        main = value or growth
        if main is None:
            raise KebiError("pass the column of the values, of the growth, or both")
        frame, index = with_index(frame)
        spans = read_spans(column_of(frame, period or index or period_column(frame)))
        time = timeline_of(spans, frequency_named(frequency), [main], dates_are_months=False)
        place = _places(spans, time)
        known = decimals if value else growth_decimals if decimals is None else decimals
        in_percent = not value or (unit is not None and str(unit) == "%")
        column, known = figures_by_row(frame, main, status, known, in_percent=in_percent)
        column = column.placed(place, len(time))
        labels = {"indicator": indicator, "region": region, "vintage": vintage}
        measure = Measure.level if value else Measure.growth
        grid = column.grid(time, known)
        if (named := published_column(frame, published)) is not None:
            grid = Grid(time, grid.values, grid.status, grid.decimals, releases_at(column_of(frame, named), place, len(time)))
        table = _core.Series(grid, unit=unit_named(unit), measure=measure, kind=kind_named(kind), **labels)
        beside = None
        if value and growth:
            rates = read_figures(column_of(frame, growth), None, growth, in_percent=True).placed(place, len(time))
            beside = _published(rates, time, growth_decimals, labels)
        made: Series = figures_of(table, published=beside)
        made.flags = {time.span(at): flag for at, flag in column.flags}
        return made

    def compare_bases(self, *, rereleased: Series | None = None) -> BaseComparison[Series]:
        """Return the base that each published growth implies, with the one published then.

        Parameters
        ----------
        rereleased : Series, optional
            The same series as it was released anew: its bases are compared too.

        Returns
        -------
        BaseComparison
            Bases, their ratio, and the spans with a scope break.

        Raises
        ------
        KebiError
            Without published growth.

        Examples
        --------
        >>> import kebi
        >>> levels = kebi.Series(["572138", "503036"], start="2022", growth=["5.1", "3.0"])
        >>> [str(span) for span in levels.compare_bases().scope_breaks]
        ['2023']
        """
        return BaseComparison(self, rereleased)

    def is_ratio_of_levels(self) -> bool:
        """Return whether the growth published with the levels only repeats them.

        Growth that equals the ratio of levels every time was computed from them by a vendor.
        Published growth shows its changes of scope somewhere.

        Returns
        -------
        bool
            True where it agrees every time, twelve times at least.

        Raises
        ------
        KebiError
            Without published growth, and where decimals are unknown.

        Examples
        --------
        >>> import kebi
        >>> kebi.Series(["572138", "503036"], start="2022", growth=["5.1", "3.0"]).is_ratio_of_levels()
        False
        """
        names = [self.region], [self.indicator]
        return agreements_of(self, growth_beside(self, None), names)[0].is_ratio_of_levels


def _places(spans: Spans, time: Timeline) -> NDArray[Any]:
    """Return the column of time of each row, or refuse two rows for one."""
    import numpy as np

    place = columns_at(spans, time)
    twice = np.flatnonzero(np.bincount(place, minlength=1)[place] > 1)
    if twice.size:
        raise KebiError(f"two rows have the period {time.span(int(place[twice[0]]))}: a series has one value for each period")
    return place


def _published(rates: FigureColumn, time: Timeline, decimals: Any, labels: Any) -> Any:
    """Return growth as published together with levels."""
    if len(rates.values) != len(time):
        raise KebiError(f"growth must have one value for each level: found {len(rates.values)} for {len(time)}")
    return figures_of(_core.Series(rates.grid(time, decimals), measure=Measure.growth, **labels))
