"""How a fact that was read compares with a label: names, values and the keys of the exchange form."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]

# What a fact says apart from when and where.
CORE = ("indicator", "measure", "value", "unit", "bound", "status", "basis")
# Marks that printing adds to a name.
_MARKS = re.compile(r"[\s\"'“”‘’《》「」·()（）、,，]")
# The share of the longer name that the shorter one must make up to be the same name.
_CONTAINED = 0.4
# The overlap of pairs of characters (Dice) from which two names are the same.
_ALIKE = 0.6
_SHORT_FORMS = (
    ("规上", "规模以上"),
    ("限上", "限额以上"),
    ("GDP", "地区生产总值"),
    ("国内生产总值", "地区生产总值"),
    ("社零", "社会消费品零售"),
)


def plain(name: str | None) -> str:
    """Return a name without the marks of printing, its short forms written out."""
    name = _MARKS.sub("", unicodedata.normalize("NFKC", name or ""))
    for short, long in _SHORT_FORMS:
        name = name if long in name else name.replace(short, long)
    return name


def same_name(wanted: str, found: str | None) -> bool:
    """Return whether two spellings name one indicator: equal, contained, or nearly so."""
    one, other = sorted((plain(wanted), plain(found)), key=len)
    if not one:
        return False
    if one == other or (one in other and len(one) >= _CONTAINED * len(other)):
        return True
    pairs, others = _pairs(one), _pairs(other)
    common = sum(min(pairs.count(each), others.count(each)) for each in set(pairs))
    return 2 * common >= _ALIKE * (len(pairs) + len(others))


def _pairs(name: str) -> list[str]:
    return [name[i : i + 2] for i in range(len(name) - 1)] or [name]


def near(wanted: float | None, found: float | None) -> bool:
    """Return whether two printed numbers are equal but for their storage."""
    if wanted is None or found is None:
        return wanted is found
    return math.isclose(wanted, found, rel_tol=1e-9, abs_tol=1e-9)


def _same_unit(wanted: str | None, found: str | None) -> bool:
    def one_form(unit: str | None) -> str:
        return plain(unit).removeprefix("个")

    return one_form(wanted) == one_form(found)


def differing_keys(fact: Record, right: Record) -> list[str]:
    """Return the keys in which a fact differs from what is right; a key that is not labelled fits."""
    differing = []
    if not any(same_name(name, fact.get("indicator")) for name in right["indicator"]):
        differing.append("indicator")
    if not _same_value(fact, right):
        differing.append("value")
    if "unit" in right and not any(_same_unit(unit, fact.get("unit")) for unit in right["unit"]):
        differing.append("unit")
    for key in ("measure", "bound", "status", "period", "region"):
        if key in right and fact.get(key) not in right[key]:
            differing.append(key)
    if fact.get("measure") in ("growth", "change") and "basis" in right:
        if fact.get("basis") not in right["basis"]:
            differing.append("basis")
    if fact.get("measure") == "change" and fact.get("subject") not in right.get("subject", [fact.get("subject")]):
        differing.append("measure")
    return differing


def _same_value(fact: Record, right: Record) -> bool:
    if right.get("bound") == ["range"]:
        return near(right.get("lo"), fact.get("lo")) and near(right.get("hi"), fact.get("hi"))
    return near(right.get("value"), fact.get("value"))


def rate(count: int, of: int) -> str:
    """Return a rate with its 95 % interval (Wilson's)."""
    if of == 0:
        return "none"
    z, p = 1.96, count / of
    middle = (p + z * z / 2 / of) / (1 + z * z / of)
    half = z * math.sqrt(p * (1 - p) / of + (z / 2 / of) ** 2) / (1 + z * z / of)
    return f"{count} of {of} = {p:.3f} [{middle - half:.3f}, {middle + half:.3f}]"
