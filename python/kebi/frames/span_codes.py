"""One span of time by its code, such as 2019-06, 2019Q2 or 2019."""

from __future__ import annotations

from typing import Any

from .._core import KebiError, Period
from ..text import valid_text


def span_of(given: Any, what: str = "a span") -> Period:
    """Return a span by its code, or refuse what is no span and show how to write it."""
    if isinstance(given, Period):
        return given
    if isinstance(given, str):
        return Period(valid_text(given))
    raise KebiError(
        f"{what} is a text such as '2019-06', '2019Q2' or '2019', or a kebi.Period: found {given!r}. "
        f"{_suggestion(given)}"
    )


def _suggestion(given: Any) -> str:
    if hasattr(given, "year") and hasattr(given, "month"):
        return f"A date does not show whether it is a month, a quarter or a year: pass '{given.year:04}-{given.month:02}'"
    if isinstance(given, int) and 1000 <= given <= 9999:
        return f"Pass '{given}'"
    if isinstance(given, (int, slice)):
        return f"Values by position are in values[{_place(given)}], their periods in periods"
    return "Use one of those in periods"


def _place(place: int | slice) -> str:
    if isinstance(place, int):
        return str(place)
    ends = ["" if end is None else str(end) for end in (place.start, place.stop)]
    return ":".join([*ends, str(place.step)] if place.step is not None else ends)
