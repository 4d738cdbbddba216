"""Figures by what they are of: which rows of the facts table state the same figure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .libraries import arrow

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What must be equal for two facts to state one figure; outcomes are of one kind.
SAME = ["indicator", "region", "period", "measure", "subject", "basis", "comparable", "of", "versus", "parent"]
_TIMES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "萬": 1e4, "億": 1e8}


@lru_cache(maxsize=4096)
def scale_of(unit: str | None) -> tuple[float, str]:
    """Return how many of its plain unit a unit is, and the plain unit.

    Parameters
    ----------
    unit : str or None
        Such as 万亿元; None counts nothing.

    Returns
    -------
    (float, str)
        Such as 1e12 and 元.

    Examples
    --------
    >>> scale_of("万亿元"), scale_of("%")
    ((1000000000000.0, '元'), (1.0, '%'))
    """
    times, rest = 1.0, unit or ""
    while len(rest) > 1 and rest[0] in _TIMES:
        times, rest = times * _TIMES[rest[0]], rest[1:]
    return times, rest


def ends(row: dict[str, Any]) -> tuple[float, float]:
    """Return what the number of a fact leaves possible, in its plain unit.

    Parameters
    ----------
    row : dict
        A row of the facts table.

    Returns
    -------
    (float, float)
        The ends: half a unit of the last digit below and above, or those of a range.

    Examples
    --------
    >>> ends({"value": 5.2, "lo": None, "hi": None, "decimals": 1, "unit": "%"})
    (5.15, 5.25)
    """
    times, _ = scale_of(row["unit"])
    half = 0.5 * 10.0 ** -(row["decimals"] or 0)
    lo, hi = (row["value"] if row[end] is None else row[end] for end in ("lo", "hi"))
    return (lo - half) * times, (hi + half) * times


def groups(table: Any, columns: list[str]) -> NDArray[np.int64]:
    """Return a number for each row, the same for rows that are equal in some columns.

    Parameters
    ----------
    table : pyarrow.Table
        Any table of texts.
    columns : list of str
        The columns to compare; a null equals a null.

    Returns
    -------
    ndarray of int
        Numbers from 0, one a row.

    Examples
    --------
    >>> import pyarrow as pa
    >>> groups(pa.table({"a": ["x", None, "x"], "b": ["1", "1", "1"]}), ["a", "b"])
    array([1, 0, 1])
    """
    import numpy as np

    compute = arrow().compute
    key = np.zeros(table.num_rows, np.int64)
    for name in columns:
        coded = compute.fill_null(table.column(name).combine_chunks().dictionary_encode().indices, -1)
        codes = coded.to_numpy(zero_copy_only=False).astype(np.int64) + 1
        key = np.unique(key * (codes.max(initial=0) + 1) + codes, return_inverse=True)[1]
    return key
