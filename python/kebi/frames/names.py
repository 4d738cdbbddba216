"""The names of regions and indicators in a column: as numbers, and as one name where only their print differs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..text import warn_user
from .columns import cell_numbers, distinct_cells, is_categorical, is_missing, read_coded

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_NAMELESS = (
    "a row of a column is empty: every row of a long table needs its region, indicator "
    "and period. If all rows have one region or indicator, pass region=None or "
    "indicator=None"
)
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_CHINESE = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_PRINTED_OTHERWISE = re.compile(r"[\s\uff01-\uff5e]")
_BLANK_WITHIN = re.compile(rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}])")


class SpellingWarning(UserWarning):
    """Some names of a table differ by blanks or by full width alone, and were taken for one."""


def spelling(name: str) -> str:
    """Return a name without what only its print has: full width, blanks around it and between Chinese characters.

    Parameters
    ----------
    name : str
        A name of a region or an indicator.

    Returns
    -------
    str
        The same for all names that are one.

    Examples
    --------
    >>> spelling(" 北　京（市）")
    '北京(市)'
    """
    return _BLANK_WITHIN.sub("", " ".join(name.translate(_HALF_WIDTH).split()))


def as_one(names: Sequence[str]) -> tuple[list[int], list[str]] | None:
    """Return for each name the number of the one that it is another spelling of, and those; None where all differ."""
    if not _have_spellings(names):
        return None
    numbers: dict[str, int] = {}
    of_each = [numbers.setdefault(spelling(name), len(numbers)) for name in names]
    kept: list[list[str]] = [[] for _ in numbers]
    for number, name in zip(of_each, names, strict=True):
        kept[number].append(name)
    shown = [min(each, key=len) for each in kept]  # without the blanks
    several = [" and ".join(map(repr, each)) for each in kept if len(each) > 1]
    more = f", and {len(several) - 3} others" if len(several) > 3 else ""
    warn_user(
        f"names that differ by blanks or full width alone are taken for one: {'; '.join(several[:3])}{more}. "
        "Rename them in the table where they are not the same",
        SpellingWarning,
    )
    return of_each, shown


def name_codes(values: Any) -> tuple[NDArray[np.int32], list[str]]:
    """Return the names of a column as numbers in the order of their first rows, and the names."""
    import numpy as np

    codes, found = distinct_cells(values)
    texts = []
    for name in found:
        if is_missing(name):
            raise KebiError(_NAMELESS)
        texts.append(name if isinstance(name, str) else str(name))
    if len(set(texts)) < len(texts):
        raise KebiError(f"two different names of a column have the same text: {max(texts, key=texts.count)!r}")
    one = as_one(texts)
    return (codes, texts) if one is None else (np.array(one[0], np.int32)[codes], one[1])


def name_runs(values: Any) -> tuple[_core.NameRuns, list[Any]] | None:
    """Return the names of a column as runs of rows of one name, where they seldom change, and the names."""
    categorical = is_categorical(values)
    if categorical and (any(map(is_missing, values.categories.tolist())) or _have_spellings(values.categories.tolist())):
        return None
    coded = _core.runs_of_array(values.codes) if categorical else read_coded(values, _core.runs_of_stream, _core.runs_of_array)
    if coded is None or coded[0] is None or (not categorical and _have_spellings(coded[1])):
        return None
    if any(map(is_missing, coded[1])) or (categorical and coded[0].lowest < 0):
        raise KebiError(_NAMELESS)
    runs: _core.NameRuns = coded[0]
    return runs, values.categories.tolist() if categorical else coded[1]


def name_numbers(values: Any) -> tuple[NDArray[np.int32], list[Any]]:
    """Return the names of a column as numbers, and those of them that are texts."""
    import numpy as np

    codes, found = cell_numbers(values)
    texts: list[Any] = found if isinstance(found, list) else []
    lacks = any(map(is_missing, texts))
    if is_categorical(values):  # of no category is below zero; whole numbers below zero are names like others
        lacks = bool((found < 0).any()) or any(is_missing(values.categories[k]) for k in found.tolist())
        texts = [] if lacks else [values.categories[k] for k in found.tolist()]
    if lacks:
        raise KebiError(_NAMELESS)
    one = as_one(texts)
    return (codes if one is None else np.array(one[0], np.int32)[codes]), texts


def _have_spellings(names: Sequence[Any]) -> bool:
    """Return whether some of several names are one in several spellings."""
    try:
        if not _PRINTED_OTHERWISE.search("".join(names)):
            return False
    except TypeError:  # of numbers
        return False
    return len({spelling(name) for name in names}) < len(names)


def have_rates(names: Sequence[Any]) -> bool:
    """Return whether some of several indicators are known as rates, which move by points."""
    return any(_core.moves_by_points(str(name)) for name in names)
