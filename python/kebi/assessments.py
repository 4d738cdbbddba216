"""Assessments: the verdicts on a report's targets, as a list, a table or data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from . import _core, _frames, _tables

if TYPE_CHECKING:
    from ._core import Assessment, Fact, Period

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

    def __init__(
        self,
        all: Sequence[Assessment],
        facts: Sequence[Fact],
        *,
        title: str = "",
        region: str = "",
        period: Period | None = None,
    ) -> None:
        self._all = list(all)
        self._title = title
        self._region = region
        self._period = period
        self._beside: dict[Any, dict[Any, str]] = {}
        told = (_core.Measure.level, _core.Measure.growth)
        happened = (_core.Status.actual, _core.Status.estimate)
        for fact in facts:
            if fact.measure in told and fact.status in happened and fact.value is not None:
                same = self._beside.setdefault(_of(fact), {})
                same.setdefault(fact.measure, fact.text)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, which: Any) -> Any:
        """Return the assessment at a position, or of an indicator, or of one in a region."""
        if isinstance(which, (int, slice)):
            return self._all[which]
        indicator, region = which if isinstance(which, tuple) else (which, None)
        found = [
            each
            for each in self._all
            if each.indicator == indicator and region in (None, each.target.region)
        ]
        if not found:
            raise KeyError(
                f"no target of {indicator}: there are targets of "
                + "、".join(dict.fromkeys(each.indicator for each in self._all))
            )
        regions = list(dict.fromkeys(each.target.region for each in found))
        if len(regions) > 1:
            raise KeyError(f"{indicator} has targets in {'、'.join(regions)}: name one of them too")
        return found[0]

    def __iter__(self) -> Iterator[Assessment]:
        return iter(self._all)

    def table(self, language: str = "zh") -> _tables.Table:
        """Return the table that is printed: heads, rows of words, tones, and notes below."""
        heads = list(_HEADS[_tables.checked(language)])
        several = len({each.target.region for each in self._all}) > 1
        notes: list[str] = []
        rows, tones = [], []
        for each in self._all:
            sign = _SIGNS[each.verdict]
            rows.append(
                [
                    *([each.target.region] if several else []),
                    ("#" if each.target.parent else "") + each.indicator,
                    each.target.text,
                    self._outcome_words(each, language),
                    f"{sign} {each.verdict_word(language)}",
                    each.reason(language),
                    each.need_words(language) + _note(notes, each.need_assumption(language)),
                ]
            )
            tones.append(_TONES[sign])
        if several:
            heads.insert(0, "地区" if language == "zh" else "region")
        toned = heads.index("判定" if language == "zh" else "verdict")
        return _tables.Table(self._heading(language, several), heads, rows, tones, toned, _numbered(notes))

    def _heading(self, language: str, several: bool) -> str:
        when = ""
        if self._period is not None:
            when = self._period.to_chinese() if language == "zh" else str(self._period)
        return self._title or " ".join(filter(None, ["" if several else self._region, when]))

    def _outcome_words(self, each: Assessment, language: str) -> str:
        """Return what was held against the target, and the other figures beside it."""
        outcome = each.outcome
        if outcome is None:
            return "—"
        words = outcome.text
        if self._period is not None and outcome.period not in (None, self._period):
            zh = language == "zh"
            words += f"（{outcome.period.to_chinese()}）" if zh else f" ({outcome.period})"
        beside = self._beside.get(_of(outcome), {})
        return "；".join([words, *(text for m, text in beside.items() if m is not outcome.measure)])

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return everything as dictionaries: target, outcome, verdict, rule, margin, need."""
        return [json.loads(each.to_json()) for each in self._all]

    def to_json(self) -> str:
        """Return everything as a JSON array."""
        return "[" + ",\n ".join(each.to_json() for each in self._all) + "]"

    def _columns(self, language: str) -> dict[str, list[Any]]:
        needs = [each.need for each in self._all]
        paces = [each.pace for each in self._all]
        return {
            "region": [each.target.region for each in self._all],
            "indicator": [each.indicator for each in self._all],
            "target": [each.target.text for each in self._all],
            "outcome": [each.outcome.text if each.outcome else None for each in self._all],
            "verdict": [each.verdict.name for each in self._all],
            "completion": [pace.completion.value if pace else None for pace in paces],
            "margin": [each.margin.value if each.margin else None for each in self._all],
            "margin_unit": [str(each.margin_unit or "") or None for each in self._all],
            "need": [need.lo.value if need else None for need in needs],
            "need_lo": [need.lo.within.lo if need else None for need in needs],
            "need_hi": [(need.hi or need.lo).within.hi if need else None for need in needs],
            "need_unit": [str(need.unit or "") or None if need else None for need in needs],
            "reason": [each.reason(language) for each in self._all],
        }

    def to_pandas(self, language: str = "zh") -> Any:
        """Return one row for each target as a pandas DataFrame."""
        return _frames.pandas().DataFrame(self._columns(_tables.checked(language)))

    def to_polars(self, language: str = "zh") -> Any:
        """Return one row for each target as a polars DataFrame."""
        return _frames.polars().DataFrame(self._columns(_tables.checked(language)))

    def to_text(self, language: str = "zh") -> str:
        """Return the table as text with columns in line."""
        return _tables.plain(self.table(language))

    def to_html(self, language: str = "zh") -> str:
        """Return the table as HTML that stands by itself."""
        return _tables.html(self.table(language))

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return self.to_html()


def _of(fact: Fact) -> tuple[str, str, str]:
    return (fact.indicator, fact.region, str(fact.period))


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
