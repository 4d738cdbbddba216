"""The rows of a long frame: region, indicator, span and figure, each column read once and only if needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._core import Grid, KebiError
from ..enums import Frequency
from .columns import as_array, column_of
from .layouts import require_columns, require_rule
from .names import have_rates, name_codes, name_numbers, name_runs
from .periods import Spans, columns_at, counted_times, spans_of, timeline_of
from .printed_numbers import FigureColumn, decimals_by_series, read_column
from .release_dates import releases_at
from .sdmx import by_row, named_as, whole_numbers, with_decimals

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from .._core import Period, Timeline


class Filled(NamedTuple):
    """The block of a panel, the rows that give a figure again as (row, kept, other), and flags by row."""

    grid: Grid
    again: list[tuple[int, float, float]]
    flags: Sequence[tuple[int, str]]


class Observations:
    """The rows of a long frame.

    The direct way to growth and the way over a panel both take their columns from here, so that
    nothing is read twice.

    Parameters
    ----------
    frame : frame
        Of pandas, polars or pyarrow, or a dict of columns.
    region, indicator : str or None
        Columns of names; None where all rows are of one.
    period, value : str
        The columns of spans and of figures.
    frequency : Frequency, optional
        What the spans are, where they do not show it.
    published : str, optional
        The column that says when each figure was published.
    """

    def __init__(
        self,
        frame: Any,
        region: str | None = "region",
        indicator: str | None = "indicator",
        period: str = "period",
        value: str = "value",
        frequency: Frequency | None = None,
        published: str | None = None,
    ) -> None:
        self.published = published
        self.frame, self.frequency = frame, frequency
        self.region, self.indicator = named_as(frame, "region", region), named_as(frame, "indicator", indicator)
        self.period, self.value = named_as(frame, "period", period) or period, named_as(frame, "value", value) or value

    # Columns, read when they are asked for.

    def _column(self, name: str) -> Any:
        try:
            found = column_of(self.frame, name)
            return as_array(found) if isinstance(found, list) else found
        except KebiError:
            require_columns(
                self.frame,
                {"region": self.region, "indicator": self.indicator, "period": self.period, "value": self.value},
            )
            raise

    @cached_property
    def _period_column(self) -> Any:
        return self._column(self.period)

    @cached_property
    def spans(self) -> Spans:
        """The spans of the rows."""
        return spans_of(self._period_column, self._counted_times)

    @cached_property
    def _counted_times(self) -> tuple[NDArray[Any], str] | None:
        return counted_times(self._period_column)

    @cached_property
    def figures(self) -> tuple[FigureColumn, bool]:
        """The figures of the rows, and whether they hold their decimals."""
        return self._read(self.value, None, None, in_percent=False)

    def _read(self, value: str, status: str | None, decimals: int | str | None, *, in_percent: bool) -> tuple[FigureColumn, bool]:
        """Return a column of figures, with the decimals, the status and the power of ten that the rows give."""
        is_own = value == self.value
        status = by_row(self.frame, "status") if status is None and is_own else status
        causes = None if status is None else column_of(self.frame, status)
        column, is_printed = read_column(self._column(value), causes, str(value), in_percent=in_percent)
        given = by_row(self.frame, "decimals") if decimals is None and is_own else decimals
        powers = by_row(self.frame, "multiplier") if is_own else None
        if isinstance(given, str):
            column, is_printed = with_decimals(column, self.frame, given), True
        elif powers is not None and (given is not None or not is_printed):
            column, is_printed = column._replace(decimals=self._shown(column) if given is None else given), True
        return (column if powers is None else column.scaled(whole_numbers(self.frame, powers, 18))), is_printed

    def _shown(self, column: FigureColumn) -> list[int] | None:
        """Return for each row the decimals that the floats of its indicator need; None where they need many."""
        import numpy as np

        needed = _core.decimals_of(column.values, self.indicators[0], len(self.indicators[1]))
        return None if max(needed) > 6 else np.maximum(needed, 0)[self.indicators[0]].tolist()

    @cached_property
    def regions(self) -> tuple[NDArray[np.int32], list[str]]:
        """The region of each row as a number, and the names."""
        return self._names(self.region)

    @cached_property
    def indicators(self) -> tuple[NDArray[np.int32], list[str]]:
        """The indicator of each row as a number, and the names."""
        return self._names(self.indicator)

    def _names(self, column: str | None) -> tuple[NDArray[np.int32], list[str]]:
        import numpy as np

        if column is None:  # all rows are of one, which has no name
            return np.zeros(len(self.spans.ends), np.int32), [""]
        return name_codes(self._column(column))

    # The rows as a panel.

    @cached_property
    def time(self) -> Timeline:
        """The times over which the rows run; refuses a panel that would be nearly empty."""
        time = timeline_of(self.spans, self.frequency, [self.value], dates_are_months=True)
        (regions, region_names), (indicators, indicator_names) = self.regions, self.indicators
        count = len(self.spans.ends)
        if not len(regions) == len(indicators) == count:
            raise KebiError(
                f"the columns of a long table must be of one length: found {len(regions)} regions, "
                f"{len(indicators)} indicators and {count} spans"
            )
        if len(region_names) * len(indicator_names) * len(time) > 200 * count + 10_000_000:
            raise KebiError(
                f"a panel of {len(region_names)} regions, {len(indicator_names)} indicators and {len(time)} times "
                f"({time.span(0)} to {time.span(len(time) - 1)}) would be nearly empty: "
                "check the years, or create panels of fewer series"
            )
        return time

    @cached_property
    def places(self) -> NDArray[np.int64]:
        """The place of each row in the block of the panel."""
        import numpy as np

        (regions, _), (indicators, names) = self.regions, self.indicators
        series = regions.astype(np.int64) * len(names) + indicators
        found: NDArray[np.int64] = series * len(self.time) + columns_at(Spans(self.spans.ends, None), self.time)
        return found

    @cached_property
    def releases(self) -> Any:
        """The day on which each figure of the block was published, such as 20200320; empty where all are of one day."""
        rows = len(self.regions[1]) * len(self.indicators[1])
        return [] if self.published is None else releases_at(column_of(self.frame, self.published), self.places, rows * len(self.time))

    def block(
        self, value: str, status: str | None, decimals: int | str | None, duplicates: str, *, in_percent: bool = False
    ) -> Filled:
        """Return a column of figures as the block of a panel.

        Parameters
        ----------
        value : str
            The column of figures.
        status : str or None
            The column that says why figures are absent.
        decimals : int, str or None
            To how many decimals the figures were rounded, or the column that says it.
        duplicates : {"refuse", "first", "last"}
            Which of two rows for one figure counts.
        in_percent : bool
            Whether figures may have a percent sign.

        Returns
        -------
        Filled
            A row for each region and indicator, and what was given again.

        Raises
        ------
        KebiError
            For columns of several lengths, and for rows that give one figure differently.
        """
        require_rule(duplicates)
        time, (regions, region_names), (indicators, indicator_names) = self.time, self.regions, self.indicators
        is_own = status is None and decimals is None and value == self.value and not in_percent
        column, is_printed = self.figures if is_own else self._read(value, status, decimals, in_percent=in_percent)
        if len(column.values) != len(self.spans.ends):
            raise KebiError(
                "the columns of a long table must be of one length: "
                f"found {len(column.values)} figures for {len(self.spans.ends)} spans"
            )
        grid, again = _core.filled(
            len(region_names), len(indicator_names), time, regions, indicators, self.spans.ends,
            column.values, column.status, _core.OnConflict[duplicates],
            lambda r, k: f"{indicator_names[k]} of {region_names[r]}",
        )
        count = len(region_names) * len(indicator_names)
        is_scaled = value == self.value and by_row(self.frame, "multiplier") is not None
        known = [decimals] * count if isinstance(decimals, int) and not is_scaled else self._decimals(column, is_printed)
        releases = self.releases
        made = Grid(time, grid.values, grid.status, known, releases) if known or len(releases) else grid
        return Filled(made, again, column.flags)

    def flags(self, filled: Filled) -> dict[tuple[str, str, Period], str]:
        """Return the flags behind figures by region, indicator and span."""
        if not filled.flags:
            return {}
        (regions, region_names), (indicators, indicator_names) = self.regions, self.indicators
        at = columns_at(Spans(self.spans.ends, None), self.time)
        return {
            (region_names[regions[row]], indicator_names[indicators[row]], self.time.span(int(at[row]))): flag
            for row, flag in filled.flags
        }

    def _decimals(self, column: FigureColumn, is_printed: bool) -> list[int]:
        """Return the decimals of each series: as its texts have them, or as the floats of its indicator need."""
        width, count = len(self.indicators[1]), len(self.regions[1])
        if not is_printed:
            needed = _core.decimals_of(column.values, self.indicators[0], width)
            return [] if max(needed) > 6 else [max(d, 0) for d in needed] * count
        known = column.decimals
        if known is None:
            return []
        if isinstance(known, int):
            return [known] * (width * count)
        return decimals_by_series(known, column.values, self.places, (width * count, len(self.time)))

    # Growth without a panel.

    def growth(self) -> NDArray[np.float64] | None:
        """Return year-over-year growth for each row without making a panel, or None where that needs one.

        A panel is needed where the spans are of several lengths, and to name rows that give one
        figure differently.

        Returns
        -------
        array or None
            Growth in percent, absent where there is none a year before.
        """
        if self.published is not None and len(self.releases):
            return None
        values = self.figures[0].values
        counted = self._counted_times
        if counted is not None and self._is_plain(*counted):
            regions = None if self.region is None else name_runs(self._column(self.region))
            indicators = None if regions is None or self.indicator is None else name_runs(self._column(self.indicator))
            if regions is not None and indicators is not None:
                if have_rates(indicators[1]):
                    return None
                rates = _core.growth_of_runs(regions[0], indicators[0], *counted, values)
                if rates is not None:
                    return rates
        lengths = self.spans.lengths
        if lengths is not None and len({months for _, months in lengths}) > 1:
            return None
        if self.frequency is not None:
            timeline_of(self.spans, self.frequency, [self.value], dates_are_months=True)
        try:
            codes, names = self._numbers(self.indicator)
            if have_rates(names):
                return None
            return _core.growth_of_rows(self._numbers(self.region)[0], codes, self.spans.ends, values)
        except KebiError:
            return None

    def _is_plain(self, times: NDArray[Any], unit: str) -> bool:
        """Return whether the frequency as passed leaves the spans as they are: months, or years as numbers."""
        if self.frequency is None or not len(times):
            return self.frequency is None
        is_year = unit == "number" and int(times[0]) < 10_000
        return self.frequency is Frequency.year if is_year else self.frequency in (Frequency.month, Frequency.year_to_date)

    def _numbers(self, column: str | None) -> tuple[NDArray[np.int32], list[Any]]:
        import numpy as np

        return (np.zeros(len(self.spans.ends), np.int32), []) if column is None else name_numbers(self._column(column))
