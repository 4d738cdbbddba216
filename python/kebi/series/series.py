"""Series: one indicator along time, with its published decimals and the reasons for its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError, Period, Timeline, Unit
from ..enums import Frequency, Measure
from ..frames.columns import column_of, period_column
from ..frames.periods import (
    columns_at,
    frequency_named,
    frequency_of,
    read_spans,
    timeline_of,
)
from ..frames.printed_numbers import FigureColumn, read_figures
from ..frames.span_codes import span_of
from ..functions.bases import BaseComparison, agreements_of
from ..tables.figures import figures_of
from ..tables.operands import growth_beside
from .one_series import OneSeries

if TYPE_CHECKING:
    from collections.abc import Sequence


class Series(OneSeries, table=_core.Series):
    """One indicator of one region along time.

    Levels may have published growth with them: the two together determine the comparable base.

    Parameters
    ----------
    values : sequence of numbers or texts
        Figures one after the other without a gap in time; nan or None where one is absent, "…" for
        one below half a unit. Texts and `decimal.Decimal` keep their decimals.
    start : str or Period
        The first span, such as "2019-02", "2019Q1" or, for the year to date, "2019-01..2019-02".
    frequency : str or Frequency, optional
        month, quarter, half, year or year_to_date; determined by `start` unless that is a month.
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

    Examples
    --------
    >>> import kebi
    >>> gdp = kebi.Series(["249310", None, "282857"], start="2021Q1", indicator="GDP", unit="亿元")
    >>> gdp
    <Series GDP 亿元, quarter 2021Q1 to 2021Q3, 2 of 3 figures>
    >>> gdp["2021Q3"], gdp["2021Q2"]
    (282857.0, None)
    """

    def __init__(
        self,
        values: Any,
        *,
        start: Period | str,
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
    ) -> None:
        first = span_of(start, "the start of a series")
        column = read_figures(values, status)
        of = frequency_named(frequency) or frequency_of(first)
        time = Timeline(of, *first.last, len(column.values), january_february)
        labels = {"indicator": indicator, "region": region, "vintage": vintage}
        grid = column.grid(time, decimals)
        table = _core.Series(grid, unit=_unit(unit), measure=measure_named(measure), **labels)
        published = None
        if growth is not None:
            published = _published(read_figures(growth), time, growth_decimals, labels)
        super().__init__(table, published=published)

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
        decimals: int | None = None,
        growth_decimals: int | None = None,
        indicator: str = "",
        region: str = "",
        unit: Unit | str | None = None,
        vintage: str = "",
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
        decimals, growth_decimals : int, optional
            To how many decimals the figures were rounded.
        indicator, region, vintage : str, optional
            The labels of the series.
        unit : str or Unit, optional
            The unit of levels.

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
        import numpy as np

        main = value or growth
        if main is None:
            raise KebiError("pass the column of the values, of the growth, or both")
        spans = read_spans(column_of(frame, period or period_column(frame)))
        time = timeline_of(spans, frequency_named(frequency), [main], dates_are_months=False)
        place = columns_at(spans, time)
        twice = np.flatnonzero(np.bincount(place, minlength=1)[place] > 1)
        if twice.size:
            raise KebiError(
                f"two rows have the period {time.span(int(place[twice[0]]))}: a series has one value for "
                f"each period"
            )
        causes = column_of(frame, status) if status is not None else None
        column = read_figures(column_of(frame, main), causes, main).placed(place, len(time))
        labels = {"indicator": indicator, "region": region, "vintage": vintage}
        measure, known = (Measure.level, decimals) if value else (Measure.growth, growth_decimals)
        grid = column.grid(time, known if decimals is None else decimals)
        table = _core.Series(grid, unit=_unit(unit), measure=measure, **labels)
        published = None
        if value and growth:
            rates = read_figures(column_of(frame, growth), None, growth).placed(place, len(time))
            published = _published(rates, time, growth_decimals, labels)
        return figures_of(table, published=published)  # type: ignore[no-any-return]

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

def _unit(unit: Unit | str | None) -> Unit | None:
    return Unit(unit) if isinstance(unit, str) else unit


def measure_named(measure: Measure | str) -> Measure:
    """Return a measure by its name."""
    if isinstance(measure, str):
        if measure not in Measure.__members__:
            raise KebiError(f"a measure is one of {', '.join(Measure.__members__)}: found {measure!r}")
        return Measure[measure]
    return measure


def _published(rates: FigureColumn, time: Timeline, decimals: Any, labels: Any) -> Any:
    """Return growth as published together with levels."""
    if len(rates.values) != len(time):
        raise KebiError(f"growth must have one value for each level: found {len(rates.values)} for {len(time)}")
    return figures_of(_core.Series(rates.grid(time, decimals), measure=Measure.growth, **labels))
