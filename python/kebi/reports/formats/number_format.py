"""Numbers and dates of a workbook as its cells show them."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_DIGITS_SHOWN = 15
_DATE_PARTS = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dd|d|e|hh|h|ss|s|AM/PM", re.IGNORECASE)


def shown(value: object, number_format: str = "General") -> str:
    """Return what a cell shows of its value.

    Parameters
    ----------
    value : object
        A number, a date, a text, or None for an empty cell.
    number_format : str
        The format of the cell, such as ``0.0%``.

    Returns
    -------
    str
        The text; a number without a format keeps 15 significant digits, as spreadsheets show it.

    Examples
    --------
    >>> shown(0.011, "0.0%"), shown(8.25, "0.0_ "), shown(-12, r"0_);[Red]\\(0\\)"), shown(17347.372403999998)
    ('1.1%', '8.3', '(12)', '17347.372404')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (datetime.datetime, datetime.date)):
        return _date(value, number_format)
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    return str(value)


def _number(value: float, number_format: str) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    exact = Decimal(f"{value:.{_DIGITS_SHOWN}g}" if isinstance(value, float) else value)
    sections = _sections(number_format)
    chosen = sections[0]
    if exact < 0 and len(sections) > 1 and sections[1].strip():
        chosen, exact = sections[1], -exact
    elif exact == 0 and len(sections) > 2:
        chosen = sections[2]
    before, digits, after = _parts(chosen)
    if not digits:
        literal = before.strip()
        return literal if literal and literal != "General" and literal != "@" else _general(exact)
    places = len(re.sub(r"[^0?#]", "", digits.partition(".")[2])) if "." in digits else 0
    percent = "%" in before + after
    scaled = exact * 100 if percent else exact
    for _ in range(len(digits) - len(digits.rstrip(","))):
        scaled /= 1000
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    grouped = "," in digits.rstrip(",")
    text = f"{abs(rounded):{',' if grouped else ''}f}"
    sign = "-" if rounded < 0 else ""
    return (before.strip() + sign + text + after).strip()


def _general(exact: Decimal) -> str:
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=512)
def _sections(number_format: str) -> tuple[str, ...]:
    """Return the sections of a format: for positive numbers, negative ones, and zero."""
    parts, quoted, start, at = [], False, 0, 0
    while at < len(number_format):
        sign = number_format[at]
        if sign == "\\":
            at += 1
        elif sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted:
            parts.append(number_format[start:at])
            start = at + 1
        at += 1
    return (*parts, number_format[start:])


@lru_cache(maxsize=512)
def _parts(section: str) -> tuple[str, str, str]:
    """Return what stands before the digits of a section, the digits' places, and what stands behind."""
    before: list[str] = []
    after: list[str] = []
    digits = ""
    at = 0
    while at < len(section):
        sign = section[at]
        out = after if digits else before
        if sign == "[":
            close = section.find("]", at)
            inside = section[at + 1 : close] if close > at else ""
            if inside.startswith("$"):
                out.append(inside[1:].partition("-")[0])
            at = close if close > at else len(section)
        elif sign == "\\":
            out.append(section[at + 1 : at + 2])
            at += 1
        elif sign in "_*":
            at += 1
        elif sign == '"':
            close = section.find('"', at + 1)
            out.append(section[at + 1 : close] if close > at else section[at + 1 :])
            at = close if close > at else len(section)
        elif sign in "0#?.," and not (digits and after):
            digits += sign
        elif sign not in "0#?":
            out.append(sign)
        at += 1
    is_scientific = "E" in "".join(after)
    places = digits.strip(",") and digits
    return "".join(before), "" if is_scientific else places, "" if is_scientific else "".join(after)


def _date(value: datetime.datetime | datetime.date, number_format: str) -> str:
    pattern = re.sub(r"\[[^\]]*\]|[_*].|;.*$", "", number_format).replace('"', "").replace("\\", "")
    if not re.search(r"[ymd]", pattern, re.IGNORECASE):
        return value.isoformat()

    def part(found: re.Match[str]) -> str:
        word = found.group().lower()
        if word in ("yyyy", "e"):
            return str(value.year)
        if word == "yy":
            return f"{value.year % 100:02}"
        if word[0] == "m":
            return f"{value.month:02}" if len(word) == 2 else str(value.month)
        if word[0] == "d":
            return f"{value.day:02}" if len(word) == 2 else str(value.day)
        return ""

    return _DATE_PARTS.sub(part, pattern).strip(" :@")
