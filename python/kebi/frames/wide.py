"""Wide tables: a row for each span and a column for each indicator, as one block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .._core import Grid, KebiError
from ..enums import ObservationStatus
from .columns import column_names, column_of
from .layouts import period_column
from .periods import Spans, columns_at, frequency_named, read_spans, timeline_of
from .printed_numbers import FigureColumn, read_figures
from .suffixes import require_one_kind

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from .._core import Period, Timeline
    from ..enums import Frequency


class Wide(NamedTuple):
    """A wide table read: the names of its columns of figures, their block, and the column of time of each row."""

    names: list[str]
    grid: Grid
    place: NDArray[np.int64]
    flags: dict[tuple[str, Period], str]


def read_wide(
    frame: Any,
    period: str | None,
    frequency: Frequency | str | None,
    decimals: int | None,
    *,
    apart: Container[str] = (),
    in_percent: bool = False,
) -> Wide:
    """Return the columns of figures, in the order of time; those that stand `apart` are left out."""
    import numpy as np

    when = period or period_column(frame)
    heads = [str(name) for name in column_names(frame) if str(name) != when and str(name) not in apart]
    if len(set(heads)) < len(heads):
        raise KebiError(f"two columns of the frame have one name: {heads}")
    if not heads:
        raise KebiError("the frame has no column of figures")
    if not in_percent:
        require_one_kind(heads)
    spans = read_spans(column_of(frame, when))
    time = timeline_of(spans, frequency_named(frequency), heads, dates_are_months=True)
    place = columns_at(spans, time)
    if len(np.unique(place)) < len(place):
        raise KebiError("two rows have the same period: a wide table has one row for each")
    columns = [_read(frame, name, place, time, in_percent) for name in heads]
    flags = {(name, time.span(at)): flag for name, column in zip(heads, columns, strict=True) for at, flag in column.flags}
    return Wide(heads, grid_of_columns(columns, time, decimals), place, flags)


def columns_together(
    frame: Any, names: Sequence[str | None], spans: Spans, time: Timeline, decimals: int | None
) -> Grid:
    """Return other columns of a wide table as a block over given times, such as growth; None is a row of nothing."""
    import numpy as np

    place = columns_at(spans, time)
    if place.min() < 0 or place.max() >= len(time):
        raise KebiError(f"a table that goes together with another has its periods, {time.span(0)} to {time.span(len(time) - 1)}")
    nothing = FigureColumn(np.full(len(time), np.nan), None, None)
    columns = [nothing if name is None else _read(frame, name, place, time, True) for name in names]
    return grid_of_columns(columns, time, decimals)


def _read(frame: Any, name: str, place: NDArray[Any], time: Timeline, in_percent: bool) -> FigureColumn:
    return read_figures(column_of(frame, name), None, name, in_percent=in_percent).placed(place, len(time))


def grid_of_columns(columns: Sequence[FigureColumn], time: Timeline, decimals: int | None) -> Grid:
    """Return columns of figures along time as one block."""
    import numpy as np

    # Where nothing is printed it is of no matter how.
    known = [0 if np.isnan(each.values).all() else each.decimals if decimals is None else decimals for each in columns]
    printed: list[int] = []
    if None not in known:
        uneven = any(isinstance(each, list) for each in known)
        for each in known:
            printed += each if isinstance(each, list) else [each or 0] * (len(time) if uneven else 1)
    absent = np.uint8(ObservationStatus.absent)
    status = [np.where(np.isnan(c.values), absent, np.uint8(0)) if c.status is None else c.status for c in columns]
    return Grid(time, np.stack([c.values for c in columns]), np.stack(status), printed)
