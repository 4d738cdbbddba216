"""Long tables: rows of region, indicator, span and figure, in any order, as one block; and a panel as such rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._core import Frequency, Grid, KebiError, Timeline
from .columns import column_names, column_of, name_codes
from .periods import Spans, columns_at, read_spans, timeline_of
from .printed_numbers import FigureColumn, read_column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray



class LongRows(NamedTuple):
    """Where each row of a long table stands: its region and indicator as numbers, its month."""

    region: NDArray[np.int32]
    indicator: NDArray[np.int32]
    ends: NDArray[np.int32]
    regions: list[str]
    indicators: list[str]
    time: Timeline

    @classmethod
    def of(
        cls, frame: Any, region: str | None, indicator: str | None, period: str, frequency: Frequency | None, value: str
    ) -> LongRows:
        """Number the names of a frame's rows and find its times; of one region it needs no column of regions."""
        _require_columns(frame, {"region": region, "indicator": indicator, "period": period, "value": value})
        spans = read_spans(column_of(frame, period))
        time = timeline_of(spans, frequency, [value], dates_are_months=True)
        regions, region_names = _named(frame, region, len(spans.ends))
        indicators, indicator_names = _named(frame, indicator, len(spans.ends))
        if not len(regions) == len(indicators) == len(spans.ends):
            raise KebiError(
                f"the columns of a long table must be of one length: found {len(regions)} regions, "
                f"{len(indicators)} indicators and {len(spans.ends)} spans"
            )
        rows = cls(regions, indicators, spans.ends, region_names, indicator_names, time)
        size = len(region_names) * len(indicator_names) * len(time)
        if size > 200 * len(spans.ends) + 10_000_000:
            raise KebiError(
                f"a panel of {len(region_names)} regions, {len(indicator_names)} indicators and {len(time)} times "
                f"({time.span(0)} to {time.span(len(time) - 1)}) would be nearly empty: look for a wrong year, "
                "or take panels of fewer series"
            )
        return rows

    @property
    def places(self) -> NDArray[np.int64]:
        """The place of each row in the block of the panel."""
        import numpy as np

        series = self.region.astype(np.int64) * len(self.indicators) + self.indicator
        found: NDArray[np.int64] = series * len(self.time) + columns_at(Spans(self.ends, None), self.time)
        return found

    def panel(
        self, frame: Any, value: str, cell: str | None, decimals: int | None, duplicates: str
    ) -> tuple[Grid, list[tuple[int, float, float]]]:
        """Return a column of figures as the block of a panel, and the rows that tell one again."""
        if duplicates not in ("refuse", "first", "last"):
            raise KebiError(f"duplicates are to refuse, or the first or last is kept: found {duplicates!r}")
        causes = None if cell is None else column_of(frame, cell)
        column, is_printed = read_column(column_of(frame, value), causes, str(value))
        if len(column.values) != len(self.ends):
            raise KebiError(
                "the columns of a long table must be of one length: "
                f"found {len(column.values)} figures for {len(self.ends)} spans"
            )
        grid, told = _core.filled(
            len(self.regions), len(self.indicators), self.time, self.region, self.indicator, self.ends,
            column.values, column.cells, _core.OnConflict[duplicates],
            lambda r, k: f"{self.indicators[k]} of {self.regions[r]}",
        )
        printed = self._decimals(column, is_printed) if decimals is None else [decimals] * (
            len(self.regions) * len(self.indicators)
        )
        return (Grid(self.time, grid.values, grid.cells, printed) if printed else grid), told

    def _decimals(self, column: FigureColumn, is_printed: bool) -> list[int]:
        """Return the decimals of each series: as its texts say, or as the floats of its indicator need."""
        import numpy as np

        width, count = len(self.indicators), len(self.regions)
        if not is_printed:
            needed = _core.decimals_of(column.values, self.indicator, width)
            return [] if max(needed) > 6 else [max(d, 0) for d in needed] * count
        known = column.decimals
        if known is None:
            return []
        if isinstance(known, int):
            return [known] * (width * count)
        said = np.full(width * count * len(self.time), 99)
        shown = np.flatnonzero(~np.isnan(column.values))
        said[self.places[shown]] = np.asarray(known)[shown]
        by_row = said.reshape(width * count, -1)
        fewest = by_row.min(axis=1)
        most = np.where(by_row == 99, -99, by_row).max(axis=1)
        if ((fewest == most) | (fewest == 99)).all():
            return [int(d) for d in np.where(fewest == 99, 0, fewest)]
        # Where nothing is printed it is of no matter how.
        return [int(d) for d in np.where(by_row == 99, 0, by_row).ravel()]


def _named(frame: Any, column: str | None, count: int) -> tuple[NDArray[np.int32], list[str]]:
    """Return the names of a column as numbers; without one all rows are of one, which has no name."""
    import numpy as np

    return (np.zeros(count, np.int32), [""]) if column is None else name_codes(column_of(frame, column))


def _require_columns(frame: Any, wanted: dict[str, str | None]) -> None:
    """Refuse a frame without one of the columns of a long table, and say which it has and how to name them."""
    names = [str(name) for name in column_names(frame)]
    lacks = [of for of, name in wanted.items() if name is not None and str(name) not in names]
    if not names or not lacks:
        return
    of = lacks[0]
    whole = ", or say region=None where all rows are of one region" if of == "region" else ""
    if of == "indicator":
        whole = ", or say indicator=None where all rows are of one indicator"
    raise KebiError(
        f"the frame has no column {str(wanted[of])!r}: it has {', '.join(names)}; a long table has the columns region, "
        f"indicator, period and value: name another with {of}=…{whole}"
    )
