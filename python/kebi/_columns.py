"""Columns of frames of any kind as numpy arrays: figures, their decimals, spans of time, names.

pandas, polars and pyarrow are never imported here: a frame brings its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core
from ._core import Cell, Grid, KebiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from ._core import Timeline

_NAMELESS = "a row has no name: every row of a long table needs its region and indicator"
_BELOW_UNIT = ("…", "...", "……")


def column(frame: Any, name: str) -> Any:
    """Return a column as its frame keeps it, told by its name: of pandas the array, not a Series."""
    place = getattr(frame, "_get_column_array", None)
    if place is not None:  # pandas: making a Series of a column takes longer than a small table
        at = frame.columns.get_loc(name) if name in frame.columns else None
        if isinstance(at, int):
            return place(at)
        if at is not None:
            raise KebiError(f"two columns of the frame are called {name!r}")
    else:
        try:
            found = frame[name]
            return found.array if type(found).__module__.startswith("pandas") else found
        except (KeyError, TypeError, IndexError):
            pass
        except Exception as e:  # polars and pyarrow have errors of their own
            text = str(e).lower()
            if "not found" not in text and "does not exist" not in text:
                raise KebiError(f"the column {name!r} cannot be taken: {e}") from None
    known = ", ".join(map(str, names_of(frame)))
    raise KebiError(f"the frame has no column {name!r}: it has {known}")


def names_of(frame: Any) -> list[Any]:
    """Return the names of a frame's columns."""
    if isinstance(frame, Mapping):
        return list(frame)
    return list(getattr(frame, "column_names", None) or getattr(frame, "columns", []))


class Column(NamedTuple):
    """Figures in a row's order, nan where one is absent, with the decimals of each and the causes."""

    values: NDArray[np.float64]
    decimals: int | list[int] | None
    cells: NDArray[np.uint8] | None

    def placed(self, place: NDArray[Any], count: int) -> Column:
        """Return the figures at their places along time, absent where nothing is placed."""
        import numpy as np

        values = np.full(count, np.nan)
        values[place] = self.values
        decimals = self.decimals
        if isinstance(decimals, list):
            moved = np.full(count, min(decimals))
            moved[place] = decimals
            decimals = moved.tolist()
        cells = None
        if self.cells is not None:
            cells = np.where(np.isnan(values), np.uint8(Cell.absent), np.uint8(0))
            cells[place] = self.cells
        return Column(values, decimals, cells)

    def grid(self, time: Timeline, decimals: int | Sequence[int] | None = None) -> Grid:
        """Return the figures as a grid of one series."""
        known = self.decimals if decimals is None else decimals
        printed = [] if known is None else [known] if isinstance(known, int) else list(known)
        cells = None if self.cells is None else self.cells.reshape(1, -1)
        return Grid(time, self.values.reshape(1, -1), cells, printed)


def taken(values: Any, causes: Any = None) -> tuple[Column, bool]:
    """Return a column of figures, and whether its print says its decimals; floats do not."""
    import numpy as np

    array = as_array(values)
    if array.dtype.kind != "f" or array.ndim != 1:
        return figures(values, causes), True
    floats = np.ascontiguousarray(array, dtype=np.float64)
    cells = None if causes is None else _with_causes(floats, None, causes)
    return Column(floats, None, cells), False


def figures(values: Any, causes: Any = None) -> Column:
    """Return a column of figures, with the decimals of its print and the causes of its gaps.

    Texts and decimal.Decimal say their decimals, one by one where they differ. Floats have lost
    their last zeros, so a column of them counts as printed with the most decimals that any of its
    figures needs. "…" is a figure below half a unit.
    """
    import numpy as np

    array = as_array(values)
    if array.ndim != 1:
        raise KebiError(f"a column of figures has one dimension: found {array.ndim}")
    known: int | list[int] | None
    cells: NDArray[np.uint8] | None = None
    if array.dtype.kind in "iu":
        _require_exact(array)
        floats, known = array.astype(np.float64), 0
    elif array.dtype.kind == "f":
        floats = np.ascontiguousarray(array, dtype=np.float64)
        known = _decimals_of_floats(floats)
    elif array.dtype.kind in "OUS" or type(getattr(values, "dtype", None)).__name__ in ("str", "StringDtype"):
        floats, known, cells = _read_one_by_one(array)
    else:
        raise KebiError(f"figures are numbers, or numbers as printed: found a column of {array.dtype}")
    if causes is not None:
        cells = _with_causes(floats, cells, causes)
    return Column(floats, known, cells)


def _require_exact(array: NDArray[Any]) -> None:
    if array.size and (array.max() > 2**53 or array.min() < -(2**53)):
        raise KebiError("a whole number beyond 2^53 is too large for any statistic")


def _read_one_by_one(
    array: NDArray[Any],
) -> tuple[NDArray[np.float64], int | list[int] | None, NDArray[np.uint8] | None]:
    import numpy as np

    out = np.full(len(array), np.nan)
    cells = np.full(len(array), Cell.absent, dtype=np.uint8)
    digits: list[int | None] = [None] * len(array)
    for i, cell in enumerate(array.tolist()):
        if is_missing(cell):
            continue
        if isinstance(cell, bool):
            raise KebiError(f"row {i}: figures are numbers: found {cell}")
        if isinstance(cell, str) and cell.strip() in _BELOW_UNIT:
            cells[i] = Cell.below_unit
            continue
        cells[i] = 0
        if isinstance(cell, (float, int)):
            try:
                out[i] = float(cell)
            except OverflowError:
                raise KebiError(f"row {i}: the number {cell} is too large for any statistic") from None
            continue
        printed = cell if isinstance(cell, Decimal) else _read(str(cell), i)
        out[i] = float(printed)
        exponent = printed.as_tuple().exponent
        if isinstance(exponent, int):
            digits[i] = -exponent
    told = [d for d in digits if d is not None]
    causes = cells if (cells == Cell.below_unit).any() else None
    unsaid = np.array([d is None for d in digits]) & (cells == 0)
    plain = _decimals_of_floats(out[unsaid]) if unsaid.any() else None
    if not told or (unsaid.any() and plain is None):
        return out, plain, causes
    if len(set(told)) == 1 and (plain is None or plain == told[0]):
        return out, told[0], causes
    rest = min(told) if plain is None else plain
    return out, [rest if d is None else d for d in digits], causes


def _with_causes(
    floats: NDArray[np.float64], cells: NDArray[np.uint8] | None, causes: Any
) -> NDArray[np.uint8]:
    """Return the cells that a column of causes tells: names of `Cell`, their numbers, or nothing."""
    import numpy as np

    said = as_array(causes)
    if len(said) != len(floats):
        raise KebiError(f"causes stand beside their figures: found {len(said)} for {len(floats)}")
    absent = np.isnan(floats)
    made = np.where(absent, np.uint8(Cell.absent), np.uint8(0)) if cells is None else cells
    numbers = {cause: _cause(cause) for cause in dict.fromkeys(said.tolist())}
    told = np.fromiter((numbers[cause] for cause in said.tolist()), np.uint8, len(said))
    both = np.flatnonzero((told != 0) & ~absent)
    if both.size:
        row = int(both[0])
        raise KebiError(f"row {row} has the figure {floats[row]} and a cause for its absence: {said[row]}")
    return np.where(told != 0, told, made).astype(np.uint8)


def _cause(cause: Any) -> int:
    if is_missing(cause):
        return 0
    if isinstance(cause, (str, Cell)):
        name = cause.name if isinstance(cause, Cell) else cause.strip()
        if name in Cell.__members__:
            return int(Cell[name])
        raise KebiError(f"a figure is absent for one of {', '.join(Cell.__members__)}: found {cause!r}")
    if isinstance(cause, (int, float)) and cause in list(Cell):
        return int(cause)
    raise KebiError(f"a cause is a Cell, its name or its number: found {cause!r}")


def as_array(values: Any) -> NDArray[Any]:
    """Return any column as an array, without a copy where that is possible."""
    import numpy as np

    if hasattr(values, "to_numpy"):
        try:
            return np.asarray(values.to_numpy())
        except Exception:  # noqa: BLE001  # pyarrow refuses columns with gaps unless it may copy
            return np.asarray(values.to_pylist(), dtype=object)
    return np.asarray(values if hasattr(values, "__len__") else list(values))


def in_one_piece(values: Any) -> NDArray[Any]:
    """Return a column as an array whose cells lie one after the other."""
    import numpy as np

    return np.ascontiguousarray(as_array(values))


def is_missing(cell: Any) -> bool:
    """Return whether a cell tells nothing: None, nan, NA, NaT, or an empty text."""
    if isinstance(cell, str):
        return not cell or cell.isspace()
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return True
    return bool(cell != cell)  # noqa: PLR0124


def _read(text: str, row: int) -> Decimal:
    from ._core import read_decimal

    try:
        return read_decimal(text)
    except KebiError as e:
        raise KebiError(f"row {row}: {e}") from None


def _decimals_of_floats(values: NDArray[np.float64]) -> int | None:
    import numpy as np

    known = values[np.isfinite(values)]
    if known.size == 0:
        return None
    for decimals in range(7):
        scaled = known * 10.0**decimals
        if np.all(np.abs(scaled - np.rint(scaled)) <= 1e-9 * np.maximum(np.abs(scaled), 1.0)):
            return decimals
    return None


def require_full(values: Any, what: str) -> None:
    """Refuse a column with gaps."""
    if bool(values.isna().any()):
        raise KebiError(f"a row has no value: every row needs {what}")


def period_column(frame: Any) -> str:
    """Return the column that is called as columns of time are."""
    names = [str(name) for name in names_of(frame)]
    for usual in ("period", "date", "month", "time", "报告期", "时间", "月份", "日期"):
        if usual in names:
            return usual
    raise KebiError(f"no column is called period, date or month: say period=… among {', '.join(names)}")


def coded(values: Any) -> tuple[NDArray[np.int32], list[str]]:
    """Return the names of a column as numbers in the order of their first rows, and the names."""
    codes, found = distinct(values)
    texts = []
    for name in found:
        if is_missing(name):
            raise KebiError(_NAMELESS)
        texts.append(name if isinstance(name, str) else str(name))
    if len(set(texts)) < len(texts):
        raise KebiError(f"two names of a column read the same: {max(texts, key=texts.count)!r}")
    return codes, texts


def distinct(values: Any) -> tuple[NDArray[np.int32], list[Any]]:
    """Return the cells of a column as numbers in the order of their first rows, and one of each."""
    codes, found = numbered(values)
    if type(getattr(values, "dtype", None)).__name__ == "CategoricalDtype":  # pandas
        categories = values.categories.tolist()
        return codes, [None if k < 0 else categories[k] for k in found.tolist()]
    return codes, found if isinstance(found, list) else found.tolist()


def numbered(values: Any) -> tuple[NDArray[np.int32], Any]:
    """Return the cells of a column as numbers, and one of each or its own number of a category."""
    import numpy as np

    if type(getattr(values, "dtype", None)).__name__ == "CategoricalDtype":  # pandas
        return _core.coded_array(values.codes)
    arrow = values.__arrow_array__() if hasattr(values, "__arrow_array__") and _is_text(values) else values
    if hasattr(arrow, "__arrow_c_stream__"):  # polars, pyarrow, texts of pandas
        told = _core.coded_stream(arrow.__arrow_c_stream__(), len(values))
        if told is not None:
            return told
    array = as_array(values)
    if array.ndim != 1:
        raise KebiError(f"a column has one dimension: found {array.ndim}")
    told = _core.coded_array(array)
    if told is not None:
        return told
    ranks: dict[Any, int] = {}
    codes = np.fromiter((ranks.setdefault(name, len(ranks)) for name in array.tolist()), np.int32, len(array))
    return codes, list(ranks)


def _is_text(values: Any) -> bool:
    return type(values.dtype).__name__ in ("StringDtype", "ArrowDtype")


def named(values: Any) -> NDArray[np.int32]:
    """Return the names of a column as numbers, where it is of no matter what they are."""
    codes, found = numbered(values)
    if isinstance(found, list):
        lacks = any(map(is_missing, found))
    else:  # of no category is below zero; whole numbers below zero are names like others
        lacks = type(getattr(values, "dtype", None)).__name__ == "CategoricalDtype" and (found < 0).any()
    if lacks:
        raise KebiError(_NAMELESS)
    return codes


def table_in(columns: Mapping[str, Any], kind: str) -> Any:
    """Return columns as a frame of pandas, polars or pyarrow."""
    if kind == "pandas":
        import pandas

        return pandas.DataFrame({k: list(v) if isinstance(v, Iterable) and not hasattr(v, "dtype") else v for k, v in columns.items()})
    if kind == "polars":
        import polars

        return polars.DataFrame(dict(columns), nan_to_null=True)
    import pyarrow  # type: ignore[import-untyped]

    return pyarrow.table({name: pyarrow.array(values, from_pandas=True) for name, values in columns.items()})


def numbers(table: NDArray[Any]) -> NDArray[np.float64]:
    """Return an array of numbers as doubles that lie row by row, copied only where it has to be."""
    import numpy as np

    if table.dtype.kind in "iu":
        _require_exact(table)
    elif table.dtype.kind != "f":
        raise KebiError(f"figures in an array are numbers: found {table.dtype}; frames and Series take texts")
    return np.ascontiguousarray(table, dtype=np.float64)


def like_frame(columns: Mapping[str, Any], frame: Any) -> Any:
    """Return columns as a frame of the kind of another."""
    home = type(frame).__module__.partition(".")[0]
    return table_in(columns, home) if home in ("pandas", "polars", "pyarrow") else dict(columns)
