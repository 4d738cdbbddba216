"""Long tables that hold several frequencies."""

from __future__ import annotations

from typing import Any

from .. import _core
from .._core import Frequency
from ..frames.columns import as_array, column_names, column_of
from ..frames.periods import span_of_each
from .panel import Panel


def panels_from_frame(frame: Any, *, value: str = "value", period: str = "period", **columns: Any) -> dict[str, Panel]:
    """Take a panel for each frequency that a long table holds, by the names of the frequencies.

    The spans themselves must say what they are: 2019-06, 2019Q2, 2019-01..2019-06.

    What can be said of the table (`columns`) stands in the help of `Panel.from_frame`, but for `frequency`.
    """
    import numpy as np

    ends, months = span_of_each(column_of(frame, period))
    names = as_array(column_of(frame, columns.get("indicator", "indicator")))
    kinds = _core.frequencies_of([str(n) for n in names], ends, months)
    table = {str(name): as_array(column_of(frame, name)) for name in column_names(frame)}
    made = {}
    for of in Frequency:
        rows = np.array([of in each for each in kinds], dtype=bool)
        if rows.any():
            part = {name: cells[rows] for name, cells in table.items()}
            made[of.name] = Panel.from_frame(part, value=value, period=period, frequency=of, **columns)
    return made
