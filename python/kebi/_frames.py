"""Tables of any kind as rows of texts: pandas, polars, dicts of columns, lists of dicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._core import KebiError
from ._texts import whole


def rows_of(frame: Any) -> list[list[str]]:
    """Return the header and the rows of a frame; a missing value is an empty text."""
    columns = _columns_of(frame)
    if not columns:
        raise KebiError("the table is empty: it has no columns")
    names = [whole(str(name)) for name in columns]
    return [names, *([_text(cell) for cell in row] for row in zip(*columns.values(), strict=True))]


def _columns_of(frame: Any) -> dict[Any, list[Any]]:
    if isinstance(frame, Mapping):
        for name, cells in frame.items():
            if isinstance(cells, str) or not hasattr(cells, "__iter__"):
                raise KebiError(f"the column {name} holds {cells!r}: expected a list of its cells")
        columns = {name: list(cells) for name, cells in frame.items()}
        if len({len(cells) for cells in columns.values()}) > 1:
            lengths = ", ".join(f"{name}: {len(cells)}" for name, cells in columns.items())
            raise KebiError(f"the columns are not of one length: {lengths}")
        return columns
    if isinstance(frame, (list, tuple)) and all(isinstance(row, Mapping) for row in frame):
        names = dict.fromkeys(name for row in frame for name in row)
        if not names:
            raise KebiError("the table is empty: it has no columns")
        return {name: [row.get(name) for row in frame] for name in names}
    if type(frame).__name__ == "LazyFrame":  # polars
        raise KebiError("a LazyFrame holds no rows yet: collect it first")
    if hasattr(frame, "columns") and hasattr(frame, "__getitem__"):  # pandas, polars
        heads = list(frame.columns)
        if len(set(heads)) < len(heads):
            raise KebiError(f"two columns of the frame have one name: {heads}")
        return {head: list(frame[head]) for head in heads}
    raise KebiError(
        f"cannot read a {type(frame).__name__}: expected a path, a text, a pandas or polars "
        "frame, a dict of columns or a list of dicts"
    )


def _text(cell: Any) -> str:
    # A missing value is not equal to itself (nan) or will not say (pandas.NA).
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(cell, float) or type(cell).__module__ == "numpy":
        return "" if str(cell) == "nan" else str(cell)
    return whole(str(cell))


def pandas() -> Any:
    """Return pandas, or say how to get it."""
    return _partner("pandas")


def polars() -> Any:
    """Return polars, or say how to get it."""
    return _partner("polars")


def _partner(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise KebiError(f"to_{name} needs {name}: pip install 'kebi[{name}]'") from None
