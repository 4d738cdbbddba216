"""The table of assessments: heads, signs, words, and the notes below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .. import _core
from .display import Table

if TYPE_CHECKING:
    from typing import TypeAlias

    from .._core import Assessment, Fact, Measure, Period

    # Indicator, region and period of an outcome, and what was published of it.
    Outcomes: TypeAlias = Mapping[tuple[str, str, str], Mapping[Measure, str]]

_HEADS = {
    "zh": ["指标", "目标", "完成", "判定", "理由", "其余时间须实现"],
    "en": ["indicator", "target", "outcome", "verdict", "reason", "required in the rest of the period"],
}
_REGION = {"zh": "地区", "en": "region"}
_VERDICT = 3  # the column of the verdict, without one of regions

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


def outcome_words(facts: Iterable[Fact]) -> dict[tuple[str, str, str], dict[Measure, str]]:
    """Return the words of levels and growths that were published of each outcome.

    Parameters
    ----------
    facts : iterable of Fact
        The facts of a report.

    Returns
    -------
    dict
        Words by measure, for each indicator, region and period.

    Examples
    --------
    >>> import kebi
    >>> facts = kebi.read_outcome("152.7亿元，增长1.6%", "固定资产投资", period="2019H1")
    >>> [list(words.values()) for words in outcome_words(facts).values()]
    [['152.7亿元', '增长1.6%']]
    """
    found: dict[tuple[str, str, str], dict[Measure, str]] = {}
    printed = (_core.Measure.level, _core.Measure.growth)
    outcomes = (_core.Status.actual, _core.Status.estimate)
    for fact in facts:
        if fact.measure in printed and fact.status in outcomes and fact.value is not None:
            found.setdefault(_subject(fact), {}).setdefault(fact.measure, fact.text)
    return found


def table_of(
    assessments: Sequence[Assessment],
    language: str,
    *,
    outcomes: Outcomes,
    title: str = "",
    region: str = "",
    period: Period | None = None,
) -> Table:
    """Return the table of some assessments.

    Parameters
    ----------
    assessments : sequence of Assessment
        One a row.
    language : {"zh", "en"}
        The language of its words.
    outcomes : mapping
        What was published of each outcome, as of `outcome_words`.
    title, region : str
        The heading; the region is printed in a column of its own where there are several.
    period : Period, optional
        The period of the outcomes; an outcome of another one is printed with its own.

    Returns
    -------
    Table
        Heads, rows of words, tones, and notes.

    Examples
    --------
    >>> table_of([], "en", outcomes={}).heads[:2]
    ['indicator', 'target']
    """
    several = len({each.target.region for each in assessments}) > 1
    notes: list[str] = []
    rows, tones = [], []
    for each in assessments:
        sign = _SIGNS[each.verdict]
        row = [
            ("#" if each.target.parent else "") + each.indicator,
            each.target.text,
            _outcome(each, language, outcomes, period),
            f"{sign} {each.verdict_word(language)}",
            each.reason(language),
            each.need_words(language) + _note(notes, each.need_assumption(language)),
        ]
        rows.append([each.target.region, *row] if several else row)
        tones.append(_TONES[sign])
    heads = [_REGION[language], *_HEADS[language]] if several else _HEADS[language]
    when = "" if period is None else period.to_chinese() if language == "zh" else str(period)
    heading = title or " ".join(filter(None, ["" if several else region, when]))
    below = [*_numbered(notes), count_words(tones, language)] if rows else []
    return Table(heading, heads, rows, tones, _VERDICT + several, below)


def count_words(tones: Sequence[str], language: str) -> str:
    """Return how many targets have a verdict, and how many have none.

    Parameters
    ----------
    tones : sequence of str
        The tone of each row; ``open`` where there is no verdict.
    language : {"zh", "en"}
        The language of the sentence.

    Returns
    -------
    str
        One sentence.

    Examples
    --------
    >>> count_words(["ahead", "open", "near"], "en")
    '3 targets: 2 assessed, 1 undetermined'
    """
    undetermined = sum(tone == _TONES["○"] for tone in tones)
    judged = len(tones) - undetermined
    if language == "zh":
        return f"共 {len(tones)} 项目标：已判定 {judged} 项，待判 {undetermined} 项"
    return f"{len(tones)} target{'s' * (len(tones) != 1)}: {judged} assessed, {undetermined} undetermined"


def nothing_words(facts: int, language: str) -> str:
    """Return that there is nothing to assess, and why.

    Parameters
    ----------
    facts : int
        How many facts the report has.
    language : {"zh", "en"}
        The language of the sentence.

    Returns
    -------
    str
        One sentence.

    Examples
    --------
    >>> nothing_words(12, "en")
    'nothing to assess: none of the 12 facts is a target'
    """
    if language == "zh":
        return f"没有可评估的目标：读出 {facts} 条数据，其中没有目标" if facts else "没有可评估的目标：没有读出数据"
    return f"nothing to assess: none of the {facts} facts is a target" if facts else "nothing to assess: no facts were read"


def _outcome(each: Assessment, language: str, outcomes: Outcomes, period: Period | None) -> str:
    """Return the words of the outcome, and of level or growth that was published with it."""
    outcome = each.outcome
    if outcome is None:
        return "—"
    words = outcome.text
    if period is not None and outcome.period is not None and outcome.period != period:
        words += f"（{outcome.period.to_chinese()}）" if language == "zh" else f" ({outcome.period})"
    others = outcomes.get(_subject(outcome), {})
    return "；".join([words, *(text for m, text in others.items() if m is not outcome.measure)])


def _subject(fact: Fact) -> tuple[str, str, str]:
    return (fact.indicator, fact.region, str(fact.period))


def _note(notes: list[str], text: str) -> str:
    """Return the mark of a note under the table; one note serves all rows that need it."""
    if not text:
        return ""
    if text not in notes:
        notes.append(text)
    return " " + _mark(notes.index(text))


def _mark(index: int) -> str:
    return _MARKS[index] if index < len(_MARKS) else f"[{index + 1}]"


def _numbered(notes: list[str]) -> list[str]:
    return [f"{_mark(i)} {note}" for i, note in enumerate(notes)]
