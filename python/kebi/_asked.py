"""Spans by their codes, and names in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._core import KebiError, Period
from .text import valid_text

if TYPE_CHECKING:
    from collections.abc import Iterable


def span_of(said: Any, what: str = "a span") -> Period:
    """Return a span by its code, or refuse what is no span and say how to write it."""
    if isinstance(said, Period):
        return said
    if isinstance(said, str):
        return Period(valid_text(said))
    raise KebiError(f"{what} is a text such as '2019-06', '2019Q2' or '2019', or a kebi.Period: found {said!r}. {_say(said)}")


def _say(said: Any) -> str:
    if hasattr(said, "year") and hasattr(said, "month"):
        return f"A date does not tell the month from the quarter or the year that it is of: say '{said.year:04}-{said.month:02}'"
    if isinstance(said, int) and 1000 <= said <= 9999:
        return f"Say '{said}'"
    if isinstance(said, (int, slice)):
        return f"By their places figures are in values[{_written(said)}], their spans in periods"
    return "Say one of those in periods"


def _written(place: int | slice) -> str:
    if isinstance(place, int):
        return str(place)
    ends = ["" if end is None else str(end) for end in (place.start, place.stop)]
    return ":".join([*ends, str(place.step)] if place.step is not None else ends)


def listed(names: Iterable[str], most: int = 8) -> str:
    """Return names one after the other, the first ones of many."""
    told = [repr(name) for name in names]
    return ", ".join(told) if len(told) <= most else f"{', '.join(told[:most])} and {len(told) - most} others"
