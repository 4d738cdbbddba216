"""Long frames as inputs of an operation: a row for each figure."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..enums import Measure, ObservationStatus
from ..frames.columns import column_names, column_of, frame_like
from ..frames.layouts import require_rule
from ..frames.observations import Observations
from ..frames.periods import frequency_named
from ..frames.release_dates import latest_date, published_column
from .figures import Figures, figures_of
from .inputs import TableInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from .inputs import OpenTable

_OF_LONG = {"region", "indicator", "period", "value", "frequency", "decimals", "status", "duplicates", "published"}


class LongFrameInput(TableInput):
    """A long frame; results line up with its rows, or are a new long frame of other spans."""

    def __init__(self, frame: Any, options: Mapping[str, Any], measure: str, open_table: OpenTable) -> None:
        super().__init__(options, measure, open_table)
        self.frame = frame
        self.rows = Observations(
            frame,
            options.get("region", "region"),
            options.get("indicator", "indicator"),
            options.get("period", "period"),
            options.get("value", "value"),
            frequency_named(options.get("frequency")),
            published_column(frame, options.get("published", "published")),
        )
        unknown = options.keys() - _OF_LONG if options else ()
        if unknown:
            raise KebiError(
                f"{', '.join(sorted(unknown))} are not options of a long frame: it "
                "accepts only region, indicator, period, value, frequency, decimals, "
                "status, duplicates, published, and bounds and out where the function has them"
            )
        self.duplicates = options.get("duplicates", "refuse")
        require_rule(self.duplicates)

    @cached_property
    def figures(self) -> Any:
        """The figures as a panel."""
        rows, options = self.rows, self.options
        filled = rows.block(
            rows.value, options.get("status"), options.get("decimals"), self.duplicates, in_percent=self.measure != "level"
        )
        return self._panel(filled.grid, self.measure)

    def _panel(self, grid: _core.Grid, measure: str) -> Any:
        table = _core.Panel(grid, self.rows.regions[1], self.rows.indicators[1], measure=Measure[measure])
        made = figures_of(table)
        made.origin = self
        return made

    def direct_growth(self, out: Any, threads: int) -> Any:
        """Return year-over-year growth for each row, where that needs no panel."""
        return None if out is not None or self.options.get("status") is not None else self.rows.growth()

    def has_column(self, name: str) -> bool:
        """Return whether a name is that of a column."""
        return name in map(str, column_names(self.frame))

    def latest_release(self, published: str) -> str:
        """Return the latest date in a column of dates of publication, or an empty text."""
        return latest_date(column_of(self.frame, published)) if self.has_column(published) else ""

    def require_companion(self, other: Any, measure: str) -> None:
        """Refuse what is neither a column nor a frame."""
        if not column_names(other):
            raise KebiError(
                f"for a long frame, pass {measure} as the name of a column or as "
                f"another long frame: found a {type(other).__name__}"
            )

    def column(self, of: Figures, name: str, measure: str) -> Figures:
        """Return another column of figures as a panel."""
        decimals = self.options_of(measure, None).get("decimals")
        filled = self.rows.block(name, None, decimals, self.duplicates, in_percent=measure != "level")
        return self._panel(filled.grid, measure)  # type: ignore[no-any-return]

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return a figure for each row, or the rows of a new long frame."""
        import numpy as np

        table: Any = made.table
        cube = np.reshape(block, (len(table.regions), len(table.indicators), -1))
        if not new_rows:
            return self.by_rows(made, cube)
        rows = self.rows
        if "value" in (rows.region, rows.indicator, rows.period):
            raise KebiError(
                "the result has a column 'value', and another column has the same name: rename that one"
            )
        # What is absent has no row; what has no figure for another reason, such as undefined growth, keeps its own.
        status = np.reshape(made.grid.status, cube.shape)
        r, k, t = np.nonzero((status != ObservationStatus.absent) & (status != ObservationStatus.together))
        spans = np.array([str(p) for p in made.periods], dtype=object)
        columns: dict[Any, Any] = {
            rows.region: np.array(table.regions, dtype=object)[r],
            rows.indicator: np.array(table.indicators, dtype=object)[k],
            rows.period: spans[t],
            "value": cube[r, k, t],
        }
        columns.pop(None, None)  # of one region, or of one indicator
        return frame_like(columns, self.frame)

    def by_rows(self, made: Figures, cube: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return a figure for each row; rows of spans that a shorter result does not have get none."""
        import numpy as np

        time, places = self.rows.time, self.rows.places
        if len(made.time) == len(time):
            beside: NDArray[np.float64] = cube.reshape(-1)[places]
            return beside
        wide = np.full((*cube.shape[:2], len(time)), np.nan)
        for t, span in enumerate(made.periods):
            wide[:, :, time.column(span)] = cube[:, :, t]
        found: NDArray[np.float64] = wide.reshape(-1)[places]
        return found
