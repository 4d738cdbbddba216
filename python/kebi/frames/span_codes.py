"""One span of time by its code, such as 2019-06, 2019Q2 or 2019, or by a cell of a frame."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .._core import KebiError, Period
from ..text import valid_text
from .columns import is_missing


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


def end_of(cell: Any) -> tuple[int, int]:
    """Return the month in which a span ends and how many it has; 0 for a date."""
    if isinstance(cell, str):
        return _end_of_code(cell)
    if is_missing(cell):
        raise KebiError(_NO_PERIOD)
    if hasattr(cell, "year") and hasattr(cell, "month"):  # a date
        by_letter = {"Q": 3, "A": 12, "Y": 12}  # of a span of pandas
        return cell.year * 12 + cell.month - 1, by_letter.get(getattr(cell, "freqstr", " ")[0], 0)
    if isinstance(cell, float) and cell.is_integer():  # a number in a column with gaps
        cell = int(cell)
    if isinstance(cell, int) and 100_000 <= cell <= 999_999 and 1 <= cell % 100 <= 12:
        return cell // 100 * 12 + cell % 100 - 1, 0
    return _end_of_span(cell) if isinstance(cell, Period) else _end_of_code(str(cell))


@lru_cache(maxsize=4096)  # from frame to frame the same codes come back
def _end_of_code(text: str) -> tuple[int, int]:
    """Return the month in which a span in a text ends and how many it has; 0 for a date."""
    if is_missing(text):
        raise KebiError(_NO_PERIOD)
    if len(text) >= 10 and text[4:5] == "-" and text[7:8] == "-":  # a date as text
        return _month_of_date(text), 0
    try:
        return _end_of_span(Period(text))
    except TypeError:
        return _end_of_span(Period(valid_text(text)))  # refuses the half character in words


def _end_of_span(span: Period) -> tuple[int, int]:
    year, month = span.last
    return year * 12 + month - 1, span.months


_NO_PERIOD = "a period is missing: every row needs one"


def _month_of_date(text: str) -> int:
    """Return the month of a date such as 2019-06-30, which a time of the day may follow."""
    from datetime import date
    from re import fullmatch

    parts = fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.,+-]+ ?(?:Z|UTC)?)?", text)
    try:
        day = date(*map(int, parts.groups())) if parts else None
    except ValueError:  # no such day
        day = None
    if day is None:
        raise KebiError(f"cannot read the date {text!r}")
    return day.year * 12 + day.month - 1
