"""Assessments: the verdicts on a report's targets, as a list, a table or data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from . import _core, _tables

if TYPE_CHECKING:
    from ._core import Assessment, Fact

_HEADS = {
    "zh": ["指标", "目标", "完成", "判定", "理由", "其余时间须实现"],
    "en": ["indicator", "target", "outcome", "verdict", "reason", "what the rest must bring"],
}

# A sign beside the word, so that no reader depends on colour.
_SIGNS = {
    _core.Verdict.ahead: "▲",
    _core.Verdict.on_course: "●",
    _core.Verdict.within: "●",
    _core.Verdict.met: "●",
    _core.Verdict.behind: "▼",
    _core.Verdict.breached: "▼",
    _core.Verdict.missed: "▼",
    _core.Verdict.outside: "▼",
    _core.Verdict.undetermined: "○",
}
_TONES = {"▲": "ahead", "●": "near", "▼": "behind", "○": "open"}
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Assessments(Sequence["Assessment"]):
    """One assessment for each target of a report, in its order.

    Prints as a table, in a terminal and in Jupyter; ``to_dicts``, ``to_pandas`` and
    ``to_polars`` give its data, ``table`` its words in Chinese or English.
    """

    def __init__(self, all: Sequence[Assessment], facts: Sequence[Fact], *, title: str) -> None:
        self._all = list(all)
        self._facts = list(facts)
        self._title = title

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, which: Any) -> Any:
        """Return the assessment at a position, or of an indicator by its name."""
        if not isinstance(which, str):
            return self._all[which]
        found = [each for each in self._all if each.indicator == which]
        if not found:
            raise KeyError(
                f"no target of {which}: there are targets of "
                + "、".join(dict.fromkeys(each.indicator for each in self._all))
            )
        return found[0]

    def __iter__(self) -> Iterator[Assessment]:
        return iter(self._all)

    def table(self, language: str = "zh") -> _tables.Table:
        """Return the table that is printed: heads, rows of words, tones, and notes below."""
        notes: list[str] = []
        rows, tones = [], []
        for each in self._all:
            sign = _SIGNS[each.verdict]
            rows.append(
                [
                    ("#" if each.target.parent else "") + each.indicator,
                    each.target.text,
                    self._outcome_words(each, language),
                    f"{sign} {each.verdict_word(language)}",
                    each.reason(language),
                    each.need_words(language) + _note(notes, each.need_assumption(language)),
                ]
            )
            tones.append(_TONES[sign])
        return _tables.Table(
            self._title, _HEADS[_tables.checked(language)], rows, tones, 3, _numbered(notes)
        )

    def _outcome_words(self, each: Assessment, language: str) -> str:
        """Return what was held against the target, and the other figures beside it."""
        outcome = each.outcome
        if outcome is None:
            return "—"
        words = outcome.text
        if outcome.period != each.target.period and outcome.period is not None:
            usual = [other.outcome.period for other in self._all if other.outcome]
            if usual.count(outcome.period) * 2 < len(usual):
                zh = language == "zh"
                words += f"（{outcome.period.to_chinese()}）" if zh else f" ({outcome.period})"
        beside: dict[Any, str] = {}
        for fact in self._facts:
            same = (fact.indicator, fact.region, fact.period) == (
                outcome.indicator,
                outcome.region,
                outcome.period,
            )
            happened = fact.status in (_core.Status.actual, _core.Status.estimate)
            told = fact.measure in (_core.Measure.level, _core.Measure.growth)
            if same and happened and told and fact.measure is not outcome.measure and fact.value is not None:
                beside.setdefault(fact.measure, fact.text)
        return "；".join([words, *beside.values()])

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return everything as dictionaries: target, outcome, verdict, rule, margin, need."""
        return [json.loads(each.to_json()) for each in self._all]

    def to_json(self) -> str:
        """Return everything as a JSON array."""
        return "[" + ",\n ".join(each.to_json() for each in self._all) + "]"

    def _columns(self) -> dict[str, list[Any]]:
        needs = [each.need for each in self._all]
        return {
            "indicator": [each.indicator for each in self._all],
            "target": [each.target.text for each in self._all],
            "outcome": [each.outcome.text if each.outcome else None for each in self._all],
            "verdict": [each.verdict.name for each in self._all],
            "margin": [each.margin.value if each.margin else None for each in self._all],
            "margin_unit": [str(each.margin_unit or "") or None for each in self._all],
            "need": [need.lo.value if need else None for need in needs],
            "need_lo": [need.lo.within.lo if need else None for need in needs],
            "need_hi": [(need.hi or need.lo).within.hi if need else None for need in needs],
            "need_unit": [str(need.unit or "") or None if need else None for need in needs],
            "reason": [each.reason() for each in self._all],
        }

    def to_pandas(self) -> Any:
        """Return one row for each target as a pandas DataFrame."""
        import pandas

        return pandas.DataFrame(self._columns())

    def to_polars(self) -> Any:
        """Return one row for each target as a polars DataFrame."""
        import polars

        return polars.DataFrame(self._columns())

    def __str__(self) -> str:
        return _tables.plain(self.table())

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return _tables.html(self.table())


def _note(notes: list[str], said: str) -> str:
    """Return the mark of a note under the table; one note serves all rows that need it."""
    if not said:
        return ""
    if said not in notes:
        notes.append(said)
    return " " + _mark(notes.index(said))


def _mark(index: int) -> str:
    return _MARKS[index] if index < len(_MARKS) else f"[{index + 1}]"


def _numbered(notes: list[str]) -> list[str]:
    return [f"{_mark(i)} {note}" for i, note in enumerate(notes)]
