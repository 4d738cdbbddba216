"""Wide frames as inputs of an operation: a column for each series and a row for each span, or the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..enums import Measure
from ..frames.columns import as_array, column_names, column_of, frame_like
from ..frames.layouts import period_column, with_index
from ..frames.periods import frequency_of_names, read_spans
from ..frames.printed_numbers import as_printed, is_in_texts
from ..frames.suffixes import require_one_kind
from ..frames.wide import Wide, columns_together, read_wide
from .figures import Figures, figures_of
from .frame import LongFrameInput
from .inputs import TableInput

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from ..frames.across import Across
    from .inputs import OpenTable

_LIKE_LONG = {"region", "indicator", "value", "地区", "指标", "数值"}


class WideFrameInput(TableInput):
    """A wide frame with a column for each series; `apart` are columns that hold no levels, such as growth."""

    def __init__(
        self, frame: Any, options: Mapping[str, Any], measure: str, open_table: OpenTable, apart: Container[str] = ()
    ) -> None:
        super().__init__(options, measure, open_table)
        self.home, self.apart = frame, apart
        self.frame, self.index = with_index(frame)
        unknown = options.keys() - {"period", "frequency", "decimals"}
        if unknown:
            raise KebiError(
                f"{', '.join(sorted(unknown))} are not options of a wide frame: it "
                "accepts only period, frequency, decimals, and bounds and out where the "
                "function has them"
            )
        self.period: str = options.get("period") or self.index or period_column(self.frame)

    @cached_property
    def wide(self) -> Wide:
        """The columns of figures as a block."""
        options = self.options
        try:
            return read_wide(
                self.frame, self.period, options.get("frequency"), options.get("decimals"),
                apart=self.apart, in_percent=self.measure != "level",
            )
        except KebiError as e:
            if not _LIKE_LONG & set(map(str, column_names(self.frame))):
                raise
            raise KebiError(
                f"{e}; the frame was read as wide, with one column a series: a long "
                "frame has the columns region, indicator, period and value, or others "
                "passed by name, such as region='地区'"
            ) from None

    @cached_property
    def figures(self) -> Any:
        """The figures as a panel of one region."""
        made = figures_of(_core.Panel(self.wide.grid, [""], self.wide.names, measure=Measure[self.measure]))
        made.origin = self
        return made

    def competitors(self, of: Figures) -> list[int] | None:
        """Return that all columns compete with each other."""
        return [0] * len(of.grid.values)

    def companion(self, of: Figures, other: Any, measure: str, frequency: str | None) -> Figures | None:
        """Return another table, a column by its name, or a column for each of the levels."""
        if isinstance(other, Mapping) and other and all(isinstance(name, str) for name in other.values()):
            return self._columns(other, measure)
        return super().companion(of, other, measure, frequency)

    def column(self, of: Figures, name: str, measure: str) -> Figures:
        """Return a column that goes together with the only one of levels."""
        return self._columns(name, measure)

    def _columns(self, of_each: str | Mapping[str, str], measure: str) -> Figures:
        decimals = self.options_of(measure, None).get("decimals")
        grid = growth_of_wide(self.frame, of_each, self.period, self.wide, decimals)
        made: Figures = figures_of(_core.Panel(grid, [""], self.wide.names, measure=Measure[measure]))
        return made

    @property
    def texts(self) -> set[str]:
        """The columns that hold figures in texts."""
        names = self.figures.table.indicators
        return {name for name in names if is_in_texts(column_of(self.frame, name))}

    def as_printed(self, made: Figures, texts: set[str]) -> Any:
        """Return figures as a frame with some columns as they were published, so that they keep their last zeros."""
        import numpy as np

        grid, table = made.grid, made.table
        columns: list[Any] = list(grid.values)
        if grid.decimals:
            decimals = np.broadcast_to(np.reshape(grid.decimals, (len(columns), -1)), grid.values.shape)
            for row, name in enumerate(table.indicators):  # type: ignore[union-attr]
                if name in texts:
                    printed = as_printed(columns[row], decimals[row], grid.status[row])
                    columns[row] = columns[row] if printed is None else printed
        return self.give_back(made, columns, True)

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return a wide frame with a column of spans and one for each series; its rows in the order of those passed."""
        names = made.table.indicators  # type: ignore[union-attr]
        if self.period in names and self.index is None:
            raise KebiError(f"the column of periods is named {self.period!r} already: rename the other one")
        own, time = self.wide.grid.time, made.time
        is_same = not new_rows and len(time) == len(own) and len(time) and time.span(0) == own.span(0)
        spans: Any = [str(p) for p in made.periods]
        if is_same:
            spans = column_of(self.frame, self.period)
            block = [column[self.wide.place] for column in block]
        columns: dict[str, Any] = {self.period: spans, **dict(zip(names, block, strict=True))}
        result = frame_like(columns, self.home)
        if self.index is not None:
            result = result.set_index(self.period)
        if is_same and hasattr(self.home, "index") and hasattr(result, "set_axis"):  # pandas
            result = result.set_axis(self.home.index)
        return result


def companions_of(
    frame: Any, period: str, names: Sequence[str], of_each: Mapping[str, str], time: _core.Timeline, decimals: int | None
) -> _core.Grid:
    """Return columns of a wide frame that go together with others, in the order of these."""
    unknown = [name for name in of_each if name not in names]
    if unknown:
        raise KebiError(f"the frame has no column {unknown[0]!r} of levels: it has {', '.join(names)}")
    wanted = [of_each.get(name) for name in names]
    return columns_together(frame, wanted, read_spans(column_of(frame, period)), time, decimals)


def growth_of_wide(frame: Any, growth: Any, period: str, wide: Wide, decimals: int | None) -> _core.Grid:
    """Return growth that goes together with the columns of a wide frame: its own columns, or those of another frame."""
    names, time = wide.names, wide.grid.time
    if isinstance(growth, str):
        column_of(frame, growth)  # refuses what is not there
        if len(names) != 1:
            raise KebiError(
                f"the frame has several columns of levels, {', '.join(names)}: say which column belongs to which, such as "
                f"growth={{{names[0]!r}: {growth!r}}}"
            )
        growth = {names[0]: growth}
    if isinstance(growth, Mapping) and all(isinstance(name, str) for name in growth.values()):
        return companions_of(frame, period, names, growth, time, decimals)
    other, index = with_index(growth)
    when = index or period_column(other)
    own = {str(name): str(name) for name in column_names(other) if str(name) != when}
    return companions_of(other, when, names, own, time, decimals)


class IndexedInput(WideFrameInput):
    """A pandas Series whose index are spans; results are of its kind, with its index."""

    def __init__(self, series: Any, options: Mapping[str, Any], measure: str, open_table: OpenTable) -> None:
        head = "value" if series.name is None else str(series.name)
        frame = series.to_frame(head)
        super().__init__(frame.rename_axis(frame.index.name or "period"), options, measure, open_table)
        self.head, self.name = head, series.name

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return one series as such, and several as a frame."""
        frame = super().give_back(made, block, new_rows)
        return frame[self.head].rename(self.name) if list(frame.columns) == [self.head] else frame


class AcrossFrameInput(LongFrameInput):
    """A frame with a row for each series and a column for each span, which results have too."""

    def __init__(self, layout: Across, options: Mapping[str, Any], measure: str, open_table: OpenTable) -> None:
        unknown = options.keys() - {"frequency", "decimals", "region", "indicator"}
        if unknown:
            raise KebiError(
                f"{', '.join(sorted(unknown))} are not options of a frame with spans as columns: it accepts only region, "
                "indicator, frequency, decimals, and bounds and out where the function has them"
            )
        kept = {name: value for name, value in options.items() if name in ("frequency", "decimals")}
        super().__init__(layout.long, {**kept, **layout.columns}, measure, open_table)
        self.layout = layout
        names = [name for _, name in layout.names]
        if measure == "level":
            require_one_kind(names)
        if self.rows.frequency is None:
            self.rows.frequency = frequency_of_names(names, self.rows.spans)

    def direct_growth(self, out: Any, threads: int) -> Any:
        """Return year-over-year growth of each figure, where that needs no panel."""
        found = super().direct_growth(out, threads)
        return None if found is None else self._of_rows(found)

    def _of_rows(self, figures: NDArray[np.float64]) -> Any:
        layout = self.layout
        return self._with_labels(dict(zip(layout.spans, figures.reshape(layout.rows, len(layout.spans)).T, strict=True)))

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return a frame with a column for each span: its rows are those passed, where the result is of the same series."""
        import numpy as np

        layout, frame = self.layout, self.layout.frame
        table: Any = made.table
        cube = np.reshape(block, (len(table.regions), len(table.indicators), -1))
        if not new_rows:
            return self._of_rows(self.by_rows(made, cube))
        names = layout.names
        spans = [str(span) for span in made.periods]
        known = {(r, k): cube[i, j] for i, r in enumerate(table.regions) for j, k in enumerate(table.indicators)}
        if set(known) >= set(names):
            rows = np.stack([known[name] for name in names])
            return self._with_labels(dict(zip(spans, rows.T, strict=True)))
        kept = [name for name, row in known.items() if not np.isnan(row).all()]
        columns: dict[Any, Any] = {"region": [r for r, _ in kept], "indicator": [k for _, k in kept]}
        columns.update(zip(spans, np.stack([known[name] for name in kept]).T, strict=True))
        return frame_like(columns, frame)

    def _with_labels(self, figures: dict[Any, NDArray[np.float64]]) -> Any:
        """Return figures behind the columns of names, in the order that the frame had its columns in."""
        frame = self.layout.frame
        own = column_names(frame)
        is_same = set(self.layout.spans) == set(figures)
        heads = own if is_same else [*(head for head in own if head not in self.layout.spans), *figures]
        columns = {head: figures[head] if head in figures else as_array(column_of(frame, str(head))) for head in heads}
        result = frame_like(columns, frame)
        return result.set_axis(frame.index) if hasattr(frame, "index") and hasattr(result, "set_axis") else result
