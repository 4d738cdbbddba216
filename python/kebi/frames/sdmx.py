"""The columns of SDMX, Eurostat and Statistics Canada: what they are called, and decimals and powers of ten by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError
from .columns import as_array, column_index, column_of, is_missing
from .printed_numbers import FigureColumn, read_figures

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NAMES = {
    "region": ("REF_AREA", "GEO", "geo"),
    "indicator": ("INDICATOR",),
    "period": ("TIME_PERIOD", "REF_DATE"),
    "value": ("OBS_VALUE", "VALUE"),
    "status": ("OBS_STATUS", "OBS_FLAG", "STATUS"),
    "decimals": ("DECIMALS",),
    "multiplier": ("UNIT_MULT",),
}


def is_sdmx(frame: Any) -> bool:
    """Return whether a frame has figures under the names of SDMX or of Statistics Canada."""
    names = column_index(frame)
    return "OBS_VALUE" in names or ("REF_DATE" in names and "VALUE" in names)


def named_as(frame: Any, usual: str, passed: str | None) -> str | None:
    """Return the column that was passed; of SDMX its own one, where the usual name is passed and is not there."""
    names = column_index(frame)
    if passed != usual or usual in names or not is_sdmx(frame):
        return passed
    return next((name for name in _NAMES[usual] if name in names), passed)


def by_row(frame: Any, what: str) -> str | None:
    """Return the column of decimals, of powers of ten or of the status of each row, or None."""
    names = column_index(frame)
    return next((name for name in _NAMES[what] if name in names and (name.startswith(("OBS", "UNIT", "DEC")) or is_sdmx(frame))), None)


def whole_numbers(frame: Any, name: str, most: int) -> NDArray[np.int64]:
    """Return a column of whole numbers, 0 where a cell is empty."""
    import numpy as np

    made = []
    for row, cell in enumerate(as_array(column_of(frame, name)).tolist()):
        try:
            number = 0 if is_missing(cell) else float(cell)
        except (TypeError, ValueError):
            number = 0.5
        if isinstance(cell, bool) or not float(number).is_integer() or abs(number) > most:
            raise KebiError(f"row {row} of the column {name!r}: a whole number of at most {most} is expected: found {cell!r}")
        made.append(int(number))
    return np.array(made, np.int64)


def with_decimals(column: FigureColumn, frame: Any, name: str) -> FigureColumn:
    """Return figures with the decimals that a column gives for each row."""
    each = whole_numbers(frame, name, 15).tolist()
    if len(each) != len(column.values):
        raise KebiError(f"the columns of a long table must be of one length: found {len(each)} decimals for {len(column.values)} figures")
    return column._replace(decimals=each[0] if len(set(each)) == 1 else each)


def figures_by_row(
    frame: Any, value: str, status: str | None, decimals: int | str | None, *, in_percent: bool
) -> tuple[FigureColumn, int | None]:
    """Return a column of one series with the status, the decimals and the powers of ten that its rows give.

    The number is that of the decimals as passed, where these hold for all rows.
    """
    status = by_row(frame, "status") if status is None else status
    causes = None if status is None else column_of(frame, status)
    column = read_figures(column_of(frame, value), causes, value, in_percent=in_percent)
    given = by_row(frame, "decimals") if decimals is None else decimals
    powers = by_row(frame, "multiplier")
    if isinstance(given, str):
        column = with_decimals(column, frame, given)
    elif given is not None and powers is not None:
        column = column._replace(decimals=given)
    if powers is not None:
        column = column.scaled(whole_numbers(frame, powers, 18))
    return column, given if isinstance(given, int) and powers is None else None
