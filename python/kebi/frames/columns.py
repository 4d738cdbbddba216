"""Columns of frames of any kind as numpy arrays, and their cells as numbers.

pandas, polars and pyarrow are never imported here: a frame brings its own.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def column_of(frame: Any, name: str) -> Any:
    """Return a column by its name as its frame keeps it: of pandas the array, not a Series."""
    place = getattr(frame, "_get_column_array", None)
    if place is not None:  # pandas: making a Series of a column takes longer than a small table
        try:
            at = frame.columns.get_loc(name)
        except (KeyError, TypeError):
            at = None
        if isinstance(at, int):
            return place(at)
        if at is not None:
            raise KebiError(f"two columns of the frame are named {name!r}")
    else:
        try:
            found = frame[name]
            return getattr(found, "array", found) if type(found).__module__.startswith("pandas") else found
        except (KeyError, TypeError, IndexError):
            pass
        except Exception as e:  # polars and pyarrow have errors of their own
            text = str(e).lower()
            if "not found" not in text and "does not exist" not in text:
                raise
    names = column_names(frame)
    like = [other for other in names if not isinstance(other, str) and str(other) == name]
    if len(like) == 1:  # a number as the name of a column
        return column_of(frame, like[0])
    known = ", ".join(map(str, names))
    if not known:
        raise KebiError(f"cannot take columns from a {type(frame).__name__}: expected a frame, or a dict of columns")
    raise KebiError(f"the frame has no column {name!r}: it has {known}")


def column_names(frame: Any) -> list[Any]:
    """Return the names of a frame's columns."""
    _require_collected(frame)
    if isinstance(frame, Mapping):
        return list(frame)
    return list(getattr(frame, "column_names", None) or getattr(frame, "columns", []))


def _require_collected(frame: Any) -> None:
    if type(frame).__name__ == "LazyFrame":  # polars
        raise KebiError("a LazyFrame has no rows yet: call collect() first")


def column_index(frame: Any) -> Container[Any]:
    """Return what can be asked whether a frame has a column of a name, without making a list of all names."""
    if isinstance(frame, Mapping):
        return frame
    _require_collected(frame)
    # The columns of pyarrow are arrays; asking pandas for what it lacks takes longer than the names.
    is_arrow = type(frame).__module__.startswith("pyarrow")
    found: Container[Any] = getattr(frame, "column_names" if is_arrow else "columns", ())
    return found


def as_array(values: Any) -> NDArray[Any]:
    """Return any column as an array, without a copy where that is possible."""
    import numpy as np

    if isinstance(values, np.ma.MaskedArray):
        return _unmasked(values)
    if hasattr(values, "to_numpy"):
        try:
            return np.asarray(values.to_numpy())
        except Exception:  # noqa: BLE001  # pyarrow refuses columns with gaps unless it may copy
            return np.asarray(values.to_pylist(), dtype=object)
    if isinstance(values, np.ndarray):
        return values
    cells = values if hasattr(values, "__len__") else list(values)
    if isinstance(cells, list) and cells and isinstance(cells[0], str):
        return np.asarray(cells, dtype=object)
    try:
        array = np.asarray(cells)
    except ValueError:
        raise KebiError("a column needs one value for each row: found several lengths") from None
    # numpy turns everything into text where one cell is text.
    return np.asarray(cells, dtype=object) if array.dtype.kind in "US" else array


def _unmasked(values: Any) -> NDArray[Any]:
    """Return a masked array as one in which the masked cells are missing."""
    import numpy as np

    if not np.ma.is_masked(values):
        return np.asarray(values.data)
    kind = values.dtype.kind
    cells = np.array(values.data, dtype=values.dtype if kind in "fM" else object)
    cells[np.ma.getmaskarray(values)] = {"f": np.nan, "M": np.datetime64("NaT")}.get(kind)
    return cells


def in_one_piece(values: Any) -> NDArray[Any]:
    """Return a column as an array whose cells lie one after the other."""
    import numpy as np

    return np.ascontiguousarray(as_array(values))


def is_missing(cell: Any) -> bool:
    """Return whether a cell is empty: None, nan, NA, NaT, or an empty text."""
    if isinstance(cell, str):
        return not cell or cell.isspace()
    if cell is None or type(cell).__name__ in ("NAType", "NaTType", "MaskedConstant"):
        return True
    try:
        return bool(cell != cell)  # noqa: PLR0124
    except ArithmeticError:  # of decimal.Decimal("sNaN")
        raise KebiError(f"a cell holds {cell!r}, which cannot be compared: leave it empty if it is missing") from None


def require_full(values: Any, what: str) -> None:
    """Refuse a column with gaps."""
    if bool(values.isna().any()):
        raise KebiError(f"a row has no value: every row needs {what}")


def distinct_cells(values: Any) -> tuple[NDArray[np.int32], list[Any]]:
    """Return the cells of a column as numbers in the order of their first rows, and one of each."""
    codes, found = cell_numbers(values)
    if is_categorical(values):
        categories = values.categories.tolist()
        return codes, [None if k < 0 else categories[k] for k in found.tolist()]
    return codes, found if isinstance(found, list) else found.tolist()


def cell_numbers(values: Any) -> tuple[NDArray[np.int32], Any]:
    """Return the cells of a column as numbers, and one of each or its own number of a category."""
    import numpy as np

    if is_categorical(values):
        return renumbered(values.codes)
    coded = read_coded(values, _core.coded_stream, _core.coded_array)
    if coded is not None:
        numbers: tuple[NDArray[np.int32], Any] = coded
        return numbers
    array = as_array(values)
    ranks: dict[Any, int] = {}
    try:
        codes = np.fromiter((ranks.setdefault(name, len(ranks)) for name in array.tolist()), np.int32, len(array))
    except TypeError as e:  # what cannot be hashed
        raise KebiError(f"a column contains a value that is neither a name nor a period: {e}") from None
    return codes, list(ranks)


def read_coded(values: Any, stream: Callable[[Any, int], Any], array: Callable[[Any], Any]) -> Any:
    """Return what a function makes of a column: of an Arrow stream, or of the array where it has none or no texts."""
    coded = None
    try:
        arrow = values.__arrow_array__() if hasattr(values, "__arrow_array__") and _is_text(values) else values
        if hasattr(arrow, "__arrow_c_stream__"):
            coded = stream(arrow.__arrow_c_stream__(None), len(values))
    except ImportError:  # pandas without pyarrow
        pass
    return array(as_array(values)) if coded is None else coded


def is_categorical(values: Any) -> bool:
    """Return whether a column of pandas holds categories."""
    return type(getattr(values, "dtype", None)).__name__ == "CategoricalDtype"  # pandas


def renumbered(numbers: NDArray[Any]) -> tuple[NDArray[np.int32], NDArray[Any]]:
    """Return whole numbers as numbers from 0, and what each stands for."""
    coded = _core.coded_array(numbers)
    if coded is None:
        raise KebiError(f"whole numbers were expected: found {numbers.dtype}")
    return coded


def _is_text(values: Any) -> bool:
    return type(values.dtype).__name__ in ("StringDtype", "ArrowDtype")


def frame_of_kind(columns: Mapping[str, Any], kind: str) -> Any:
    """Return columns as a frame of pandas, polars or pyarrow."""
    if kind == "pandas":
        import pandas

        return pandas.DataFrame({k: list(v) if isinstance(v, Iterable) and not hasattr(v, "dtype") else v for k, v in columns.items()})
    if kind == "polars":
        import polars

        # An array of objects would become a column that polars can only hold, not read.
        coded = dict(columns)
        for name, values in columns.items():
            if getattr(values, "dtype", None) == object:
                coded[name] = polars.Series(name, values.tolist(), None if len(values) else polars.String)
        return polars.DataFrame(coded, nan_to_null=True)
    import pyarrow

    def arrow(values: Any) -> Any:
        return values if isinstance(values, pyarrow.ChunkedArray) else pyarrow.array(values, from_pandas=True)

    return pyarrow.table({name: arrow(values) for name, values in columns.items()})


def frame_like(columns: Mapping[str, Any], frame: Any) -> Any:
    """Return columns as a frame of the kind of another."""
    home = type(frame).__module__.partition(".")[0]
    return frame_of_kind(columns, home) if home in ("pandas", "polars", "pyarrow") else dict(columns)


def rows_at(frame: Any, rows: NDArray[np.int64]) -> Any:
    """Return some rows of a frame of any kind."""
    home = type(frame).__module__.partition(".")[0]
    if home == "pandas":
        return frame.iloc[rows]
    if home in ("polars", "pyarrow"):
        return frame[rows] if home == "polars" else frame.take(rows)
    return {name: cells_at(frame, name, rows) for name in frame}


def cells_at(frame: Any, name: str, rows: NDArray[np.int64]) -> Any:
    """Return some cells of a column as its frame keeps them: times of pandas, polars and pyarrow with their zone."""
    values, home = column_of(frame, name), type(frame).__module__.partition(".")[0]
    if home == "pyarrow":
        return values.take(rows)
    if home in ("pandas", "polars"):
        return values[rows]
    return [values[k] for k in rows.tolist()] if isinstance(values, (list, tuple)) else as_array(values)[rows]
