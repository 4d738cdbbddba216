"""Frames as what a function along time was given: long ones with a row for each figure, wide ones with a column for each series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import Cell, KebiError
from ..frames.columns import column_names, column_of, frame_like, period_column
from ..frames.long import LongRows
from ..frames.periods import frequency_named
from ..frames.printed_numbers import as_printed, is_in_texts
from ..series.figures import Figures
from ..series.panel import Panel
from .input import TableInput

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LIKE_LONG = {"region", "indicator", "value", "地区", "指标", "数值"}


class LongFrameInput(TableInput):
    """A long frame; results stand beside its rows, or are a new long frame of other spans."""

    def __init__(self, frame: Any, columns: dict[str, Any], measure: str) -> None:
        self.frame = frame
        self.region = columns.get("region", "region")
        self.indicator = columns.get("indicator", "indicator")
        self.period = columns.get("period", "period")
        value = columns.get("value", "value")
        frequency = frequency_named(columns.get("frequency"))
        self.rows = LongRows.of(frame, self.region, self.indicator, self.period, frequency, value)
        spans = ("region", "indicator", "period", "frequency", "value")
        rest = {name: given for name, given in columns.items() if name not in spans}
        unknown = rest.keys() - {"cell", "decimals", "duplicates"}
        if unknown:
            raise KebiError(
                f"{', '.join(sorted(unknown))} cannot be said of a long frame: only region, indicator, period, value, "
                "frequency, decimals, cell, duplicates, and bounds and out where a function has them"
            )
        self.duplicates = rest.get("duplicates", "refuse")
        panel = Panel._of_rows(self.rows, frame, value, **rest)
        panel.measure = measure
        super().__init__(panel)

    def has_column(self, name: str) -> bool:
        return name in map(str, column_names(self.frame))

    def require_companion(self, other: Any, measure: str) -> None:
        if not (other is None or isinstance(other, Figures) or column_names(other)):
            raise KebiError(
                f"beside a long frame {measure} is the name of one of its columns, or a long frame of its own: found a "
                f"{type(other).__name__}"
            )

    def column(self, name: str, measure: str, decimals: int | None) -> Any:
        made, _ = self.rows.panel(self.frame, name, None, decimals, self.duplicates)
        return self.figures._like(made, measure)

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        import numpy as np

        assert isinstance(made, Panel)
        cube = made._cube(block)
        if not new_rows:
            return self._beside(made, cube)
        if "value" in (self.region, self.indicator, self.period):
            raise KebiError(
                "the figures of the new table are in a column 'value', and another of its columns is called so: rename that one"
            )
        # What lacks has no row; what has no figure for another cause, such as undefined growth, keeps its own.
        r, k, t = np.nonzero((made.cells != Cell.absent) & (made.cells != Cell.together))
        spans = np.array([str(p) for p in made.periods], dtype=object)
        columns = {
            self.region: np.array(made.regions, dtype=object)[r],
            self.indicator: np.array(made.indicators, dtype=object)[k],
            self.period: spans[t],
            "value": cube[r, k, t],
        }
        columns.pop(None, None)  # of one region, or of one indicator
        return frame_like(columns, self.frame)

    def _beside(self, made: Panel, cube: NDArray[np.float64]) -> NDArray[np.float64]:
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


class WideFrameInput(TableInput):
    """A wide frame with a column for each series."""

    def __init__(self, frame: Any, columns: dict[str, Any], measure: str) -> None:
        self.frame = frame
        unknown = columns.keys() - {"period", "frequency", "decimals"}
        if unknown:
            raise KebiError(
                f"{', '.join(sorted(unknown))} cannot be said of a wide frame: only period, frequency, decimals, and bounds "
                "and out where a function has them"
            )
        self.period = columns.get("period") or period_column(frame)
        try:
            panel = Panel.from_wide(frame, **{**columns, "period": self.period})
        except KebiError as e:
            if not _LIKE_LONG & set(map(str, column_names(frame))):
                raise
            raise KebiError(
                f"{e}; the frame was taken as wide, a column for each series: a long one has the columns region, "
                "indicator, period and value, or others that are named, such as region='地区'"
            ) from None
        panel.measure = measure
        super().__init__(panel)

    def rivals(self) -> list[int]:
        return [0] * len(self.figures.indicators)

    @property
    def texts(self) -> set[str]:
        """The columns that tell figures in texts."""
        return {name for name in self.figures.indicators if is_in_texts(column_of(self.frame, name))}

    def as_printed(self, made: Figures, texts: set[str]) -> Any:
        """Return figures as a frame that tells some columns as they were printed, for they would lose their last zeros."""
        import numpy as np

        assert isinstance(made, Panel)
        columns: list[Any] = list(made._figures.values)
        if made._figures.decimals:
            decimals = np.broadcast_to(np.reshape(made._figures.decimals, (len(columns), -1)), made._figures.values.shape)
            for row, name in enumerate(made.indicators):
                if name in texts:
                    printed = as_printed(columns[row], decimals[row], made._figures.cells[row])
                    columns[row] = columns[row] if printed is None else printed
        return self.back(made, columns, False)

    def back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        assert isinstance(made, Panel)
        columns: dict[str, Any] = {self.period: [str(p) for p in made.periods]}
        if self.period in made.indicators:
            raise KebiError(f"the column of the spans is called {self.period!r} already: call the other one otherwise")
        columns.update(zip(made.indicators, block, strict=True))
        return frame_like(columns, self.frame)
