"""Values: objects that are equal where what they hold is, whichever object holds it."""

from __future__ import annotations

from typing import Any


class Value:
    """An object that compares by what it holds: `_content` says what that is.

    Examples
    --------
    >>> import kebi
    >>> kebi.Series(["1.0", None], start="2018") == kebi.Series(["1.0", None], start="2018")
    True
    """

    def _content(self) -> object:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return are_alike(self._content(), other._content()) if isinstance(other, type(self)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


class Same:
    """An object as the key of a cache: it is compared by what it is, not by what it holds.

    Parameters
    ----------
    of : object
        The object, which lives as long as the key.
    """

    def __init__(self, of: Any) -> None:
        self.of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.of is other.of

    def __hash__(self) -> int:
        return id(self.of)


def are_alike(a: Any, b: Any) -> bool:
    """Return whether two things hold the same: arrays and frames figure by figure, nan beside nan.

    Parameters
    ----------
    a, b : object
        Arrays, frames, sequences or mappings of them, or other values.

    Returns
    -------
    bool
        Whether they are of one kind and equal.

    Examples
    --------
    >>> import numpy as np
    >>> are_alike([np.array([1.0, np.nan])], [np.array([1.0, np.nan])])
    True
    """
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(are_alike, a, b))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(are_alike(each, b[key]) for key, each in a.items())
    if hasattr(a, "dtype") and hasattr(a, "tobytes"):
        return _are_equal_arrays(a, b)
    if hasattr(a, "equals"):  # frames
        return bool(a.equals(b))
    return bool(a == b)


def _are_equal_arrays(a: Any, b: Any) -> bool:
    import numpy as np

    if a.shape != b.shape or a.dtype.kind != b.dtype.kind:
        return False
    return bool(np.array_equal(a, b, equal_nan=a.dtype.kind == "f"))
