"""Names with what a figure is behind them, as the database of the NBS exports them: 社会消费品零售总额_累计增长(%)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .._core import Frequency, KebiError

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUFFIX = re.compile(r"(?P<name>.+)_(?P<when>当期|当月|当季|本期|本月|累计|自年初累计|)(?P<what>值|同比增长|增长|增速|同比)?(?P<unit>[(（].+[)）])?")


class Suffix(NamedTuple):
    """A name without its suffix, and what that says."""

    name: str
    to_date: bool
    is_growth: bool


def suffix_of(name: str) -> Suffix | None:
    """Return what stands behind a name, or None for a name without it."""
    found = _SUFFIX.fullmatch(name.strip())
    if found is None or not (found["when"] or found["what"]):
        return None
    is_growth = found["what"] not in (None, "值")
    unit = "" if is_growth else found["unit"] or ""
    return Suffix(found["name"] + unit, "累计" in found["when"], is_growth)


def require_one_kind(names: Sequence[str]) -> None:
    """Refuse names that say levels and growth side by side, of which no growth can be taken together."""
    known = {name: suffix for name in names if (suffix := suffix_of(name)) is not None}
    growth = [name for name, suffix in known.items() if suffix.is_growth]
    if growth:
        raise KebiError(
            f"{growth[0]!r} is growth as published, and these figures are taken for levels: pass the levels alone, or "
            "kebi.Panel.from_wide(frame), which puts levels and their growth together"
        )


class Pairs(NamedTuple):
    """Which rows are levels, each with the row of its growth or None, and the names without suffixes."""

    names: list[str]
    levels: list[int]
    growth: list[int | None]
    frequency: Frequency | None
    is_growth: bool  # whether the rows are growth, and there are no levels


def paired(names: Sequence[str], frequency: Frequency | None, groups: Sequence[str]) -> Pairs | None:
    """Return the rows of levels and of their growth; of a month's and a year's to date those of the frequency asked for.

    `groups` are the regions of the rows. None where no name has a suffix.
    """
    known = [suffix_of(name) for name in names]
    if all(each is None for each in known):
        return None
    both = {each.to_date for each in known if each is not None}
    asked = (frequency is Frequency.year_to_date) if frequency is not None else None
    if len(both) > 1 and asked is None:
        raise KebiError(
            "the names hold figures of single periods (当期) and years to date (累计): pass frequency='year_to_date' for "
            "these, or another frequency for the single ones"
        )
    to_date = both.pop() if asked is None else asked
    kept = [row for row, each in enumerate(known) if each is None or each.to_date == to_date]
    if not kept:
        raise KebiError(f"no name of the frame is of the frequency {frequency.name if frequency else ''!r}: it has {names[0]!r}")
    plain = {row: name if (each := known[row]) is None else each.name for row, name in enumerate(names)}
    levels = [row for row in kept if (each := known[row]) is None or not each.is_growth]
    rates = {(groups[row], _bare(plain[row])): row for row in kept if row not in levels}
    of = frequency or (Frequency.year_to_date if to_date else None)
    if not levels:
        rows = list(rates.values())
        return Pairs([plain[row] for row in rows], rows, [None] * len(rows), of, True)
    growth = [rates.pop((groups[row], _bare(plain[row])), None) for row in levels]
    if rates:
        alone = names[next(iter(rates.values()))]
        raise KebiError(f"{alone!r} is growth, and its levels are not in the frame: pass the rows of growth alone")
    return Pairs([plain[row] for row in levels], levels, growth, of, False)


def _bare(name: str) -> str:
    """Return a name without its unit, by which levels and growth are matched."""
    return re.sub(r"[(（][^()（）]*(?:元|吨|人|米|时|%|户|套|辆|台|件|升|瓦)[^()（）]*[)）]$", "", name)
