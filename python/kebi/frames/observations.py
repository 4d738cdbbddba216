"""The rows of a long frame: region, indicator, span and figure, each column read once and only if needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import Grid, KebiError
from ..enums import Frequency
from .columns import as_array, column_names, column_of, name_codes, name_numbers, name_runs
from .periods import Spans, columns_at, counted_times, spans_of, timeline_of
from .printed_numbers import FigureColumn, read_column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .._core import Timeline


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
    """

    def __init__(
        self,
        frame: Any,
        region: str | None = "region",
        indicator: str | None = "indicator",
        period: str = "period",
        value: str = "value",
        frequency: Frequency | None = None,
    ) -> None:
        self.frame, self.region, self.indicator = frame, region, indicator
        self.period, self.value, self.frequency = period, value, frequency

    # Columns, read when they are asked for.

    def _column(self, name: str) -> Any:
        try:
            found = column_of(self.frame, name)
            return as_array(found) if isinstance(found, list) else found
        except KebiError:
            _require_columns(
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
        return read_column(self._column(self.value), None, str(self.value))

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

    def block(
        self, value: str, status: str | None, decimals: int | None, duplicates: str
    ) -> tuple[Grid, list[tuple[int, float, float]]]:
        """Return a column of figures as the block of a panel, and the rows that give one again.

        Parameters
        ----------
        value : str
            The column of figures.
        status : str or None
            The column that says why figures are absent.
        decimals : int or None
            To how many decimals the figures were rounded, where they do not show it.
        duplicates : {"refuse", "first", "last"}
            Which of two rows for one figure counts.

        Returns
        -------
        Grid, list of tuples
            A row for each region and indicator; (row, kept, other) for each figure given again.

        Raises
        ------
        KebiError
            For columns of several lengths, and for rows that give one figure differently.
        """
        require_rule(duplicates)
        time, (regions, region_names), (indicators, indicator_names) = self.time, self.regions, self.indicators
        causes = None if status is None else column_of(self.frame, status)
        is_own = status is None and value == self.value
        column, is_printed = self.figures if is_own else read_column(column_of(self.frame, value), causes, str(value))
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
        known = [decimals] * count if decimals is not None else self._decimals(column, is_printed)
        return (Grid(time, grid.values, grid.status, known) if known else grid), again

    def _decimals(self, column: FigureColumn, is_printed: bool) -> list[int]:
        """Return the decimals of each series: as its texts have them, or as the floats of its indicator need."""
        import numpy as np

        width, count = len(self.indicators[1]), len(self.regions[1])
        if not is_printed:
            needed = _core.decimals_of(column.values, self.indicators[0], width)
            return [] if max(needed) > 6 else [max(d, 0) for d in needed] * count
        known = column.decimals
        if known is None:
            return []
        if isinstance(known, int):
            return [known] * (width * count)
        # 99 stands where nothing is printed: there it does not matter how.
        given = np.full(width * count * len(self.time), 99)
        shown = np.flatnonzero(~np.isnan(column.values))
        given[self.places[shown]] = np.asarray(known)[shown]
        by_row = given.reshape(width * count, -1)
        fewest = by_row.min(axis=1)
        most = np.where(by_row == 99, -99, by_row).max(axis=1)
        if ((fewest == most) | (fewest == 99)).all():
            return [int(d) for d in np.where(fewest == 99, 0, fewest)]
        return [int(d) for d in np.where(by_row == 99, 0, by_row).ravel()]

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
        values = self.figures[0].values
        counted = self._counted_times
        if counted is not None and self._is_plain(*counted):
            regions = None if self.region is None else name_runs(self._column(self.region))
            indicators = None if regions is None or self.indicator is None else name_runs(self._column(self.indicator))
            if regions is not None and indicators is not None:
                rates = _core.growth_of_runs(regions, indicators, *counted, values)
                if rates is not None:
                    return rates
        lengths = self.spans.lengths
        if lengths is not None and len({months for _, months in lengths}) > 1:
            return None
        if self.frequency is not None:
            timeline_of(self.spans, self.frequency, [self.value], dates_are_months=True)
        try:
            return _core.growth_of_rows(self._numbers(self.region), self._numbers(self.indicator), self.spans.ends, values)
        except KebiError:
            return None

    def _is_plain(self, times: NDArray[Any], unit: str) -> bool:
        """Return whether the frequency as passed leaves the spans as they are: months, or years as numbers."""
        if self.frequency is None or not len(times):
            return self.frequency is None
        is_year = unit == "number" and int(times[0]) < 10_000
        return self.frequency is Frequency.year if is_year else self.frequency in (Frequency.month, Frequency.year_to_date)

    def _numbers(self, column: str | None) -> NDArray[np.int32]:
        import numpy as np

        return np.zeros(len(self.spans.ends), np.int32) if column is None else name_numbers(self._column(column))


def require_rule(duplicates: str) -> None:
    """Refuse a rule for rows that give a figure again, other than the three there are."""
    if duplicates not in ("refuse", "first", "last"):
        raise KebiError(f"duplicates must be 'refuse', 'first' or 'last': found {duplicates!r}")


def _require_columns(frame: Any, wanted: dict[str, str | None]) -> None:
    """Refuse a frame without one of the columns of a long table; the message lists those it has."""
    names = [str(name) for name in column_names(frame)]
    lacks = [of for of, name in wanted.items() if name is not None and str(name) not in names]
    if not names or not lacks:
        return
    of = lacks[0]
    whole = ", or pass region=None if all rows have one region" if of == "region" else ""
    if of == "indicator":
        whole = ", or pass indicator=None if all rows have one indicator"
    raise KebiError(
        f"the frame has no column {str(wanted[of])!r}: it has {', '.join(names)}; a long table has the "
        f"columns region, "
        f"indicator, period and value: name another with {of}=…{whole}"
    )
