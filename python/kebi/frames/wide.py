"""Wide tables: a row for each span and a column for each indicator, as one block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import Grid, KebiError
from ..enums import ObservationStatus
from .columns import column_names, column_of, period_column
from .periods import columns_at, frequency_named, read_spans, timeline_of
from .printed_numbers import read_figures

if TYPE_CHECKING:
    from ..enums import Frequency


def read_wide(
    frame: Any, period: str | None, frequency: Frequency | str | None, decimals: int | None
) -> tuple[list[str], Grid]:
    """Return the names of the columns of figures, and their figures in the order of time."""
    import numpy as np

    when = period or period_column(frame)
    heads = [str(name) for name in column_names(frame) if str(name) != when]
    if len(set(heads)) < len(heads):
        raise KebiError(f"two columns of the frame have one name: {heads}")
    if not heads:
        raise KebiError("the frame has no column of figures")
    spans = read_spans(column_of(frame, when))
    time = timeline_of(spans, frequency_named(frequency), heads, dates_are_months=True)
    place = columns_at(spans, time)
    if len(np.unique(place)) < len(place):
        raise KebiError("two rows have the same period: a wide table has one row for each")
    columns = [read_figures(column_of(frame, name), None, name).placed(place, len(time)) for name in heads]
    # Where nothing is printed it is of no matter how.
    known = [0 if np.isnan(each.values).all() else each.decimals if decimals is None else decimals for each in columns]
    printed: list[int] = []
    if None not in known:
        uneven = any(isinstance(each, list) for each in known)
        for each in known:
            printed += each if isinstance(each, list) else [each or 0] * (len(time) if uneven else 1)
    absent = np.uint8(ObservationStatus.absent)
    status = [np.where(np.isnan(c.values), absent, np.uint8(0)) if c.status is None else c.status for c in columns]
    return heads, Grid(time, np.stack([c.values for c in columns]), np.stack(status), printed)
