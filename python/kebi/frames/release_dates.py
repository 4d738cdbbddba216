"""When figures were published: ISO dates, months and years, as days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from .columns import as_array, column_index, column_of, distinct_cells, is_missing
from .periods import local_times

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def release_days(values: Any) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return for each row the first and the last day on which it may have been published, such as 20190630.

    The day of a time with a zone is that of its place.
    """
    import numpy as np

    values = local_times(values)
    array = as_array(values)
    if array.dtype.kind == "M":
        if np.isnat(array).any():
            raise KebiError(_UNDATED)
        day, month, year = (array.astype(f"datetime64[{unit}]") for unit in "DMY")
        parts = (year.astype(np.int64) + 1970) * 10_000 + (month - year).astype(np.int64) * 100 + (day - month).astype(np.int64)
        each = (parts + 101).astype(np.int32)
        return each, each
    codes, cells = distinct_cells(values)
    table = np.array([_core.release_days(iso_date(cell)) for cell in cells], dtype=np.int32).reshape(-1, 2)
    return table[codes, 0], table[codes, 1]


def published_column(frame: Any, named: str | None = "published") -> str | None:
    """Return the column of release dates: as named, or one called published where that holds dates."""
    if named is None or (named == "published" and "published" not in column_index(frame)):
        return None
    if named == "published":
        try:
            release_days(column_of(frame, named))
        except KebiError:  # another thing of this name
            return None
    return named


def releases_at(dates: Any, places: NDArray[Any], count: int) -> Any:
    """Return the day on which each of `count` figures was published, such as 20200320; empty where all are of one day."""
    import numpy as np

    _, days = release_days(dates)
    if len(days) != len(places):
        raise KebiError("the columns of a long table must be of one length")
    if not len(days) or (days == days[0]).all():
        return []
    each = np.zeros(count, np.int32)
    each[places] = days
    return each


def latest_date(values: Any) -> str:
    """Return the latest date of a column, by its last day."""
    import numpy as np

    _, last = release_days(values)
    if not last.size:
        raise KebiError("the frame has no rows")
    cell = as_array(local_times(values))[int(np.argmax(last))]
    return iso_date(cell)


def iso_date(cell: Any) -> str:
    """Return a date as ISO 8601 has it: from a date, a text, a year such as 2019 or a month such as 201906."""
    if is_missing(cell):
        raise KebiError(_UNDATED)
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():  # a number in a column with gaps
        cell = int(cell)
    text = str(cell).strip()
    if len(text) > 10 and text[10] in "T ":  # a time of the day follows
        return text[:10]
    if text.isdecimal() and len(text) in (6, 8):
        return "-".join(filter(None, (text[:4], text[4:6], text[6:])))
    return text


def is_date(cell: Any) -> bool:
    """Return whether something is a date of publication."""
    try:
        _core.release_days(iso_date(cell))
    except KebiError:
        return False
    return True


_UNDATED = "a release date is missing: every release needs one"
