"""Tables of any kind as rows of texts: pandas, polars, dicts of columns, lists of dicts."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any

from .._core import KebiError
from ..text import valid_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core import Need


def rows_of(frame: Any) -> list[list[str]]:
    """Return the header and the rows of a frame as texts.

    Parameters
    ----------
    frame : DataFrame, mapping or list of mappings
        A pandas or polars frame, a dict of columns, or a list of dicts.

    Returns
    -------
    list of list of str
        The names of the columns, then one list a row; a missing value is an empty text.

    Raises
    ------
    KebiError
        For a frame without columns, with columns of unequal length or of one name, and for
        anything that is no table.

    Examples
    --------
    >>> rows_of({"indicator": ["出口", "进口"], "target": [5, None]})
    [['indicator', 'target'], ['出口', '5'], ['进口', '']]
    """
    columns = _columns_of(frame)
    if not columns:
        raise KebiError("the table is empty: it has no columns")
    names = [valid_text(str(name)) for name in columns]
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
        raise KebiError("a LazyFrame has no rows yet: call collect() first")
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
    # A missing value is not equal to itself (nan), or neither equal nor unequal (pandas.NA).
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(cell, float) or type(cell).__module__ == "numpy":
        return "" if str(cell) == "nan" else str(cell)
    return valid_text(str(cell))


def data_frame(library: str, columns: Mapping[str, list[Any]]) -> Any:
    """Return columns as a data frame of a library.

    Parameters
    ----------
    library : {"pandas", "polars"}
        The library.
    columns : mapping of str to list
        The cells of each column, all of one length.

    Returns
    -------
    DataFrame
        One row a place in the lists.

    Raises
    ------
    KebiError
        Where the library is not installed.

    Examples
    --------
    >>> data_frame("polars", {"need": [6.5, None]}).shape
    (2, 1)
    """
    try:
        if library == "pandas":
            import pandas

            return pandas.DataFrame(columns)
        import polars

        return polars.DataFrame(columns)
    except ImportError:
        raise KebiError(f"to_{library} needs {library}: pip install 'kebi[{library}]'") from None

# Kinds of unit that measure; the others count things, which are whole.
_MEASURED = ("元", "千克", "煤", "时", "千瓦", "米", "升", "天", "倍", "点", "岁", "年", "度", "分", "标箱", "吨")


def whole_end(need: Need, end: float, inwards: Callable[[float], int]) -> float:
    """Return an end of what is needed: of whole things, such as 3590人, the whole number within."""
    unit = need.unit
    counts = unit is not None and unit.symbol == unit.kind and "/" not in unit.symbol and not unit.kind.endswith(_MEASURED)
    return float(inwards(end)) if counts and need.decimals == 0 and isfinite(end) else end
