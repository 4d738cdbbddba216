"""One span of time by its code, such as 2019-06, 2019Q2 or 2019, as other offices write it, or by a cell of a frame."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .._core import KebiError, Period
from ..text import valid_text
from .columns import is_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def span_of(given: Any, what: str = "a span") -> Period:
    """Return a span by its code, or refuse what is no span and show how to write it."""
    if isinstance(given, Period):
        return given
    if isinstance(given, str):
        return Period(standard_code(valid_text(given)))
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
        require_no_weeks(cell)
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
    if len(text) >= 10 and text[4:5] == "-" and text[7:8] == "-" and "/" not in text:  # a date as text
        return _month_of_date(text), 0
    return _end_of_span(Period(standard_code(valid_text(text))))


def require_no_weeks(spans: Any) -> None:
    """Refuse spans of pandas that are weeks."""
    if getattr(spans, "freqstr", "").startswith("W"):
        raise NoCalendarSpan(
            "the periods are weeks, which belong to no month or year as a whole: add the figures up to months first, "
            "such as with to_timestamp() and resample('MS').sum()"
        )


def _end_of_span(span: Period) -> tuple[int, int]:
    year, month = span.last
    return year * 12 + month - 1, span.months


_NO_PERIOD = "the period is empty: every row needs one"


def _month_of_date(text: str) -> int:
    """Return the month of a date such as 2019-06-30, which a time of the day may follow."""
    from datetime import date
    parts = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.,+-]+ ?(?:Z|UTC)?)?", text)
    try:
        day = date(*map(int, parts.groups())) if parts else None
    except ValueError:  # no such day
        day = None
    if day is None:
        raise KebiError(f"cannot read the date {text!r}")
    return day.year * 12 + day.month - 1


# Spans as other offices write them.


class NoCalendarSpan(KebiError):
    """What is a span of time and none of the calendar: a fiscal year, a week."""


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"


def _month(year: str, month: str) -> str:
    return f"{year}-{int(month):02}"


def _to_date(year: str, last: str) -> str:
    return f"{year}-01..{_month(year, last)}"


def _interval(year: str, month: str, years: str | None, months: str | None) -> str:
    """Return a span by its first month and its length, as ISO 8601 and SDMX write it: 2019-01-01/P5M."""
    first = int(year) * 12 + int(month) - 1
    last = first + int(years or 0) * 12 + int(months or 0) - 1
    begins, ends = (f"{count // 12:04}-{count % 12 + 1:02}" for count in (first, last))
    return begins if begins == ends else f"{begins}..{ends}"


# What is written in another way, and how kebi writes it. The groups are the arguments.
_FORMS: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"(\d{4})[- :]?q([1-4])", lambda y, n: f"{y}Q{n}"),
    (r"(?:q([1-4])|([1-4])q)[- /]?(\d{4})", lambda a, b, y: f"{y}Q{a or b}"),
    (r"(\d{4})[- :]?[sh]([12])", lambda y, n: f"{y}H{n}"),
    (r"(?:[sh]([12])|([12])[sh])[- /]?(\d{4})", lambda a, b, y: f"{y}H{a or b}"),
    (r"(\d{4})-a1?", lambda y: y),
    (r"(\d{4})[- :]?m(0?[1-9]|1[0-2])", _month),
    (r"(\d{4})[-/](0?[1-9]|1[0-2])", _month),
    (r"(\d{4})\.(0[1-9]|1[0-2])", _month),
    (rf"(\d{{4}})[- ]?{_MONTH}", lambda y, name: _month(y, str(_MONTHS.index(name.lower()) + 1))),
    (rf"{_MONTH}[- ]?(\d{{4}})", lambda name, y: _month(y, str(_MONTHS.index(name.lower()) + 1))),
    (r"(\d{4})-?t1", lambda y: _to_date(y, "4")),
    (r"(\d{4})年第?1[-—~至]([1-4])季度", lambda y, n: _to_date(y, str(int(n) * 3))),
    (r"(\d{4})-(\d\d)(?:-01)?(?:T00:00(?::00)?)?/P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?", _interval),
)
_OTHER = [(re.compile(form, re.IGNORECASE), code) for form, code in _FORMS]
_SAID_TWICE = re.compile(r"(.+?) \[(?:YR)?(.+?)\]")  # of the World Bank: 2019 [YR2019], 2019Q1 [2019Q1]
_WEEK = re.compile(r"\d{4}[- ]?W\d{1,2}(-?\d)?|\d{4}年?第?\d{1,2}周", re.IGNORECASE)
_FISCAL = re.compile(r"(?:FY|SY|AY)[ -]?\d{2,4}(?:[-/–]\d{2,4})?|(?P<year>\d{4}) ?[-/–—] ?(?P<next>\d{4}|\d{2})", re.IGNORECASE)
_PAIR = re.compile(r"(\d{4})[-/](\d\d)")


def standard_code(text: str) -> str:
    """Return a span as kebi writes it; a text of no other known form comes back as it is.

    A fiscal year and a week are refused with what to write instead.
    """
    code = text.strip()
    twice = _SAID_TWICE.fullmatch(code)
    if twice and twice[1] == twice[2]:
        code = twice[1]
    for form, written in _OTHER:
        if found := form.fullmatch(code):
            return written(*found.groups())
    if _WEEK.fullmatch(code):
        raise NoCalendarSpan(
            f"{text!r} is a week, and weeks belong to no month or year as a whole: add the figures up to months first, "
            "or pass the table as an array, without its dates"
        )
    fiscal = _FISCAL.fullmatch(code)
    if code.endswith(("学年", "财年", "年度")) and any(sign in code for sign in "-/—–"):
        fiscal = fiscal or _FISCAL.match(code)
    if fiscal and (fiscal["year"] is None or _is_pair(int(fiscal["year"]), int(fiscal["next"]))):
        raise NoCalendarSpan(
            f"{text!r} is a fiscal or academic year, which is no span of the calendar: write each by the year in "
            "which it begins, such as 2009, if all figures of the table are of such years"
        )
    return text if twice is None else code


def _is_pair(year: int, following: int) -> bool:
    return following in (year + 1, (year + 1) % 100)


def require_no_pairs(cells: Iterable[object]) -> None:
    """Refuse several months each of which is also a year with the next one: 2009-10, 2010-11."""
    met = []
    for cell in cells:
        found = _PAIR.fullmatch(cell.strip()) if isinstance(cell, str) else None
        if found is None or int(found[2]) != (int(found[1]) + 1) % 100 or int(found[2]) > 12:
            return  # 2012-13 is no month
        met.append(cell)
    if len(met) > 1:
        raise NoCalendarSpan(_OPEN.format(found=f"{met[0]!r}, {met[1]!r}"))


def require_no_pairs_of_digits(numbers: Iterable[int]) -> None:
    """Refuse whole numbers such as 200910, 201011, which are months or years with the next one."""
    met: list[int] = []
    for number in numbers:
        if number % 100 != (number // 100 + 1) % 100:
            return
        if number not in met[:1]:
            met.append(number)
    if len(met) > 1:
        raise NoCalendarSpan(_OPEN.format(found=f"{met[0]}, {met[1]}"))


_OPEN = (
    "the periods {found} are months or fiscal years, which is open, because each is a year with the next one: write "
    "months as dates such as 2009-10-31, and fiscal years by the year in which they begin, such as 2009"
)
