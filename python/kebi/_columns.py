"""Columns of frames of any kind as numpy arrays: figures, their decimals, spans of time, names.

pandas, polars and pyarrow are never imported here: a frame brings its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ._core import KebiError, Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def column(frame: Any, name: str) -> Any:
    """Return a column as it is kept, told by its name."""
    try:
        return frame[name]
    except (KeyError, TypeError, IndexError):
        pass
    except Exception as e:  # polars and pyarrow have errors of their own
        if "not found" not in str(e).lower() and "does not exist" not in str(e).lower():
            raise
    known = ", ".join(map(str, names_of(frame)))
    raise KebiError(f"the frame has no column {name!r}: it has {known}")


def names_of(frame: Any) -> list[Any]:
    """Return the names of a frame's columns."""
    if isinstance(frame, Mapping):
        return list(frame)
    return list(getattr(frame, "column_names", None) or getattr(frame, "columns", []))


def figures(values: Any) -> tuple[NDArray[np.float64], int | None]:
    """Return a column of figures, nan where one is absent, and the decimals of its print.

    Texts and decimal.Decimal say their decimals. Floats have lost their last zeros, so a column of
    them counts as printed with the most decimals that any of its figures needs.
    """
    import numpy as np

    array = as_array(values)
    if array.dtype.kind in "iu":
        return array.astype(np.float64), 0
    if array.dtype.kind == "f":
        floats = np.ascontiguousarray(array, dtype=np.float64)
        return floats, _decimals_of_floats(floats)
    out = np.full(len(array), np.nan)
    most: int | None = None
    for i, cell in enumerate(array):
        if is_missing(cell):
            continue
        if isinstance(cell, (float, np.floating, int, np.integer)):
            out[i] = float(cell)
            continue
        printed = cell if isinstance(cell, Decimal) else _read(str(cell), i)
        out[i] = float(printed)
        exponent = printed.as_tuple().exponent
        if isinstance(exponent, int):
            most = -exponent if most is None else max(most, -exponent)
    return out, most if most is not None else _decimals_of_floats(out)


def as_array(values: Any) -> NDArray[Any]:
    """Return any column as an array, without a copy where that is possible."""
    import numpy as np

    if hasattr(values, "to_numpy"):
        try:
            return np.asarray(values.to_numpy())
        except Exception:  # noqa: BLE001  # pyarrow refuses columns with gaps unless it may copy
            return np.asarray(values.to_pylist(), dtype=object)
    return np.asarray(values if hasattr(values, "__len__") else list(values))


def is_missing(cell: Any) -> bool:
    """Return whether a cell tells nothing: None, nan, NA, NaT, or an empty text."""
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return True
    return bool(cell != cell) or (isinstance(cell, str) and not cell.strip())  # noqa: PLR0124


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


def ends(values: Any) -> tuple[NDArray[np.int32], NDArray[np.int32] | None]:
    """Return the months in which spans end, as counts from year 0, and how many months they have.

    Dates say only their month, so they have no lengths (None).
    """
    import numpy as np

    if type(getattr(values, "dtype", None)).__name__ == "PeriodDtype":  # pandas
        kept = values.array
        return (np.asarray(kept.year) * 12 + np.asarray(kept.month) - 1).astype(np.int32), None
    array = as_array(values)
    if array.dtype.kind == "M":
        return (array.astype("datetime64[M]").astype(np.int64) + 1970 * 12).astype(np.int32), None
    if array.dtype.kind in "iu":
        return _ends_of_numbers(array), None
    told: dict[Any, tuple[int, int]] = {}
    last = np.empty(len(array), dtype=np.int32)
    months = np.empty(len(array), dtype=np.int32)
    dates = False
    for i, cell in enumerate(array):
        if cell not in told:
            told[cell] = _end_of(cell, i)
        last[i], months[i] = told[cell]
        dates = dates or told[cell][1] == 0
    return last, None if dates else months


def _ends_of_numbers(array: NDArray[Any]) -> NDArray[np.int32]:
    import numpy as np

    year, month = array // 100, array % 100
    if array.size and (month.min() < 1 or month.max() > 12 or year.min() < 1 or year.max() > 9999):
        raise KebiError("months as numbers look like 201906: found others")
    out: NDArray[np.int32] = (year * 12 + month - 1).astype(np.int32)
    return out


def _end_of(cell: Any, row: int) -> tuple[int, int]:
    if hasattr(cell, "year") and hasattr(cell, "month"):  # a date
        return cell.year * 12 + cell.month - 1, 0
    text = str(cell)
    if len(text) >= 10 and text[4:5] == "-" and text[7:8] == "-":  # a date as text
        return int(text[:4]) * 12 + int(text[5:7]) - 1, 0
    try:
        span = cell if isinstance(cell, Period) else Period(text)
    except KebiError as e:
        raise KebiError(f"row {row}: {e}") from None
    year, month = span.last
    return year * 12 + month - 1, span.months


def numbered(values: Any) -> NDArray[Any]:
    """Return the names of a column as numbers; numbers below some millions serve as they are."""
    array = as_array(values)
    if array.dtype.kind in "iu":
        return array
    return coded(values)[0]


def coded(values: Any) -> tuple[NDArray[np.int32], list[str]]:
    """Return the names of a column as numbers, and the names in the order of the numbers."""
    import numpy as np

    kind = type(getattr(values, "dtype", None)).__name__
    if kind == "CategoricalDtype":  # pandas
        codes = np.asarray(values.cat.codes)
        if codes.size and codes.min() < 0:
            raise KebiError("a row has no name: every row of a long table needs its region and indicator")
        return codes.astype(np.int32, copy=False), [str(name) for name in values.cat.categories]
    if kind in ("Categorical", "Enum"):  # polars
        if values.null_count():
            raise KebiError("a row has no name: every row of a long table needs its region and indicator")
        # The numbers of categories are shared between columns, so they are numbered anew.
        unique, codes = np.unique(values.to_physical().to_numpy(), return_inverse=True)
        first = values.to_physical().arg_unique().to_numpy()
        names = dict(zip(values.to_physical().gather(first).to_list(), values.gather(first).to_list(), strict=True))
        return codes.astype(np.int32), [str(names[int(k)]) for k in unique]
    if kind in ("object", "str", "StringDtype") and hasattr(values, "factorize"):  # pandas
        codes, found = values.factorize()
        if codes.size and codes.min() < 0:
            raise KebiError("a row has no name: every row of a long table needs its region and indicator")
        return codes.astype(np.int32), [str(name) for name in found]
    if kind == "String":  # polars
        import polars

        return coded(values.cast(polars.Categorical))
    if hasattr(values, "combine_chunks") and not str(values.type).startswith("dictionary"):  # pyarrow
        values = values.combine_chunks().dictionary_encode()
        return values.indices.to_numpy().astype(np.int32), [str(name) for name in values.dictionary.to_pylist()]
    array = as_array(values)
    if array.dtype.kind in "iu":
        low, high = (int(array.min()), int(array.max())) if array.size else (0, -1)
        if 0 <= low and high < 2 * array.size + 16:
            seen = np.zeros(high + 1, dtype=bool)
            seen[array] = True
            if seen.all():
                return array.astype(np.int32, copy=False), [str(k) for k in range(high + 1)]
    if kind == "str" or array.dtype == object or array.dtype.kind in "US":
        ranks: dict[Any, int] = {}
        codes = np.fromiter((ranks.setdefault(name, len(ranks)) for name in array.tolist()), np.int32, len(array))
        if any(is_missing(name) for name in ranks):
            raise KebiError("a row has no name: every row of a long table needs its region and indicator")
        return codes, [str(name) for name in ranks]
    unique, inverse = np.unique(array, return_inverse=True)
    return inverse.astype(np.int32), [str(name) for name in unique]


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
