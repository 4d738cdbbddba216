"""A table of regions by figures or periods, out of the facts of many documents."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .._core import KebiError
from ..reports.catalogue import or_standard
from ..text import listed
from ..values import Same
from .figures import ends, scale_of
from .libraries import arrow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._core import Catalogue

# The words that end the name of a figure, and what they ask for.
_ASKED = {
    "growth": ["growth rate", "growth", "同比增速", "同比增长", "增长率", "增速", "增长", "涨幅"],
    "level": ["level", "总量", "绝对额"],
    "share": ["share", "占比"],
    "target": ["targets", "target", "年度目标", "预期目标", "目标"],
    "forecast": ["forecast", "预测"],
    "outcome": ["outcome", "actual", "完成情况", "实际", "完成"],
}
_STATUS = {"target": ["target"], "forecast": ["forecast"], "outcome": ["actual", "estimate"]}
_YEAR_ON_YEAR = (None, "yoy")


class Figure(NamedTuple):
    """What a column of a pivot shows: an indicator, its measure if one is asked for, and the kinds of statement."""

    name: str
    indicator: str
    measure: str | None
    statuses: tuple[str, ...]

    def is_of(self, row: dict[str, Any]) -> bool:
        """Whether a row of the facts table states it."""
        if self.measure is not None and row["measure"] != self.measure:
            return False
        if row["measure"] == "growth" and row["basis"] not in _YEAR_ON_YEAR:
            return False
        return row["value"] is not None or (row["lo"] is not None and row["hi"] is not None)


def figure_of(words: str, catalogue: Catalogue | None = None) -> Figure:
    """Return the figure that words name.

    Parameters
    ----------
    words : str
        An indicator, by any name of the catalogue or its English name, and behind it growth,
        level, share, target or forecast, where wanted: "GDP growth", "CPI target", 社零增速.
    catalogue : Catalogue, optional
        The indicators; the standard catalogue if none is given.

    Returns
    -------
    Figure
        The figure.

    Raises
    ------
    KebiError
        For words that name several indicators.

    Examples
    --------
    >>> figure_of("GDP growth").indicator, figure_of("GDP growth").measure
    ('地区生产总值', 'growth')
    """
    known = or_standard(catalogue)
    name, asked, more = words.strip(), {}, True
    while more and not known.find(name):
        more = False
        for kind, endings in _ASKED.items():
            for ending in endings:
                before = name[: -len(ending)].rstrip(" _的")
                if before and name.lower().endswith(ending) and kind not in asked:
                    name, more, asked[kind] = before, True, True
                    break
            if more:
                break
    statuses = [status for kind in asked for status in _STATUS.get(kind, [])] or _STATUS["outcome"]
    measure = next((kind for kind in asked if kind in ("growth", "level", "share")), None)
    return Figure(words.strip(), _indicator(name, known), measure, tuple(statuses))


def _indicator(name: str, known: Catalogue) -> str:
    if found := known.find(name):
        return found.name
    english = _english(Same(known), len(known))
    words = set(re.findall(r"[a-z&]+", name.lower()))
    if not words:
        return "".join(name.split())
    same = [of for of, its in english.items() if its == words]
    holding = same or [of for of, its in english.items() if words <= its]
    if len(holding) > 1:
        raise KebiError(f"{name!r} may be {listed(holding)}: use one of these names")
    return holding[0] if holding else "".join(name.split())


@lru_cache(maxsize=4)
def _english(known: Same, size: int) -> dict[str, set[str]]:
    return {each.name: set(re.findall(r"[a-z&]+", each.english.lower())) for each in known.of}


def pivoted(
    table: Any,
    figures: Iterable[Figure],
    period: str | None,
    documents: dict[str, str],
    doubtful: bool,
) -> tuple[dict[str, list[Any]], int]:
    """Return the columns of a pivot, and how many cells documents disagree about.

    Parameters
    ----------
    table : pyarrow.Table
        The facts of many documents.
    figures : iterable of Figure
        What to show.
    period : str or None
        The code of one period; all periods for None.
    documents : dict
        The period of each document, by its source.
    doubtful : bool
        Whether facts count whose reading is doubtful.

    Returns
    -------
    (dict, int)
        The columns by name, ``region`` first.

    Raises
    ------
    KebiError
        For a figure that no document states.

    Examples
    --------
    >>> from kebi.documents.rows_of_facts import facts_schema
    >>> pivoted(facts_schema().empty_table(), [], None, {}, False)
    ({'region': []}, 0)
    """
    wanted = list(figures)
    cells: dict[str, dict[str, list[dict[str, Any]]]] = {}
    several = len(wanted) > 1
    codes: dict[str, str | None] = {}
    for figure in wanted:
        for row in _rows(table, figure, period, doubtful):
            codes[row["region"]] = row["region_code"]
            head = figure.name if several and period else f"{figure.name} {row['period']}" if several else row["period"]
            cells.setdefault(head, {}).setdefault(row["region"], []).append(row)
    regions = sorted(codes, key=lambda region: (codes[region] or "~", region))
    heads = cells if several else sorted(cells)
    columns: dict[str, list[Any]] = {"region": regions}
    open_cells = 0
    for head in heads:
        chosen = {region: _chosen(rows, documents) for region, rows in cells[head].items()}
        open_cells += sum(row is None for row in chosen.values())
        columns.update(_numbers(head, [chosen.get(region) for region in regions]))
    return columns, open_cells


def _rows(table: Any, figure: Figure, period: str | None, doubtful: bool) -> list[dict[str, Any]]:
    """Return the rows that state a figure, of one measure and of units that convert."""
    compute = arrow().compute
    of_it = compute.equal(table.column("indicator"), figure.indicator)
    if not compute.any(of_it).as_py():
        there = Counter(table.column("indicator").to_pylist()).most_common(8)
        raise KebiError(f"no document states {figure.name!r} ({figure.indicator}): they state {listed(of for of, _ in there)}")
    found = [row for row in table.filter(of_it).to_pylist() if row["status"] in figure.statuses and figure.is_of(row)]
    found = [row for row in found if row["region"] and row["period"] and (period is None or row["period"] == period)]
    found = [row for row in found if doubtful or row["doubt"] is None]
    if figure.measure is None and found:
        usual = Counter(row["measure"] for row in found if row["measure"] in ("level", "growth", "share")).most_common(1)
        found = [row for row in found if usual and row["measure"] == usual[0][0]]
    units = Counter(scale_of(row["unit"])[1] for row in found).most_common(1)
    return [row for row in found if scale_of(row["unit"])[1] == units[0][0]]


def _chosen(rows: list[dict[str, Any]], documents: dict[str, str]) -> dict[str, Any] | None:
    """Return the row that a cell shows: of the latest document that states it, the most exact; None where it is open."""
    wholes = [row for row in rows if row["parent"] is None and row["of"] is None] or rows
    latest = max(documents.get(row["source"]) or "" for row in wholes)
    last = [row for row in wholes if (documents.get(row["source"]) or "") == latest]
    best = max(last, key=lambda row: row["decimals"] or 0)
    lo, hi = ends(best)
    agree = [row for row in last if ends(row)[0] < hi and lo < ends(row)[1]]
    return best if 2 * len(agree) > len(last) else None


def _numbers(head: str, rows: list[dict[str, Any] | None]) -> dict[str, list[float | None]]:
    """Return one column of numbers in the usual unit, or two where a cell is a range."""
    there = [row for row in rows if row]
    unit = Counter(row["unit"] for row in there).most_common(1)[0][0] if there else None
    by = scale_of(unit)[0]

    def number(row: dict[str, Any] | None, key: str) -> float | None:
        if row is None:
            return None
        value: float = row["value"] if row["value"] is not None else row[key]
        times = scale_of(row["unit"])[0]
        return value if times == by else value * times / by

    if all(row["value"] is not None for row in there):
        return {head: [number(row, "value") for row in rows]}
    return {f"{head} {end}": [number(row, end) for row in rows] for end in ("lo", "hi")}
