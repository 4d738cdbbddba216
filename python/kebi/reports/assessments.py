"""Assessments: the verdicts on a report's targets, as a list, a table or data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import _core
from .display import Table, require_language, to_html, to_text
from .rows import to_pandas, to_polars

if TYPE_CHECKING:
    import pandas
    import polars

    from .._core import Assessment, Fact, Period

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

    Prints as a table, in a terminal and in Jupyter; ``to_dicts``, ``to_pandas`` and ``to_polars``
    give its data, ``table`` its words in Chinese or English.

    Parameters
    ----------
    all : sequence of Assessment
        The assessments.
    facts : sequence of Fact
        All facts of the report: level and growth of one outcome are printed together.
    title, region : str
        The heading of the table.
    period : Period, optional
        The period of the outcomes; an outcome of another one is printed with its own.

    Examples
    --------
    >>> import kebi
    >>> plan = kebi.read({"indicator": ["社会消费品零售总额"], "period": ["2019H1"],
    ...                   "target": ["增长8%"], "outcome": ["增长8.4%"]})
    >>> plan.assess()["社会消费品零售总额"].verdict_word("en")
    'on course'
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
        self._outcomes: dict[tuple[str, str, str], dict[_core.Measure, str]] = {}
        printed = (_core.Measure.level, _core.Measure.growth)
        outcomes = (_core.Status.actual, _core.Status.estimate)
        for fact in facts:
            if fact.measure in printed and fact.status in outcomes and fact.value is not None:
                same = self._outcomes.setdefault(_subject(fact), {})
                same.setdefault(fact.measure, fact.text)

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, which: int | str | tuple[str, str], /) -> Assessment: ...
    @overload
    def __getitem__(self, which: slice, /) -> list[Assessment]: ...
    def __getitem__(self, which: int | slice | str | tuple[str, str], /) -> Assessment | list[Assessment]:
        """Return the assessment at a place, of an indicator, or of an indicator in a region.

        Parameters
        ----------
        which : int, slice, str or (str, str)
            A place, an indicator, or an indicator and a region.

        Returns
        -------
        Assessment or list of Assessment
            The first one found; of a slice a list.

        Raises
        ------
        KeyError
            For an indicator without a target, and for one with targets in several regions.
        IndexError
            For a place beyond the last one.
        """
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

    def table(self, language: str = "zh") -> Table:
        """Return the table that is printed.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of its words.

        Returns
        -------
        Table
            Heads, rows of words, tones, and notes below.

        Raises
        ------
        KebiError
            For any other language.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().table("en").rows[0][:4]
        ['增加值', '增长6%', '—', '○ undetermined']
        """
        heads = list(_HEADS[require_language(language)])
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
        return Table(self._heading(language, several), heads, rows, tones, toned, _numbered(notes))

    def _heading(self, language: str, several: bool) -> str:
        when = ""
        if self._period is not None:
            when = self._period.to_chinese() if language == "zh" else str(self._period)
        return self._title or " ".join(filter(None, ["" if several else self._region, when]))

    def _outcome_words(self, each: Assessment, language: str) -> str:
        """Return the outcome, and level or growth that was published with it."""
        outcome = each.outcome
        if outcome is None:
            return "—"
        words = outcome.text
        if self._period is not None and outcome.period not in (None, self._period):
            zh = language == "zh"
            words += f"（{outcome.period.to_chinese()}）" if zh else f" ({outcome.period})"
        others = self._outcomes.get(_subject(outcome), {})
        return "；".join([words, *(text for m, text in others.items() if m is not outcome.measure)])

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return everything as dictionaries.

        Returns
        -------
        list of dict
            One dictionary a target: target, outcome, verdict, rule, margin, need.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_dicts()[0]["verdict"]
        'undetermined'
        """
        return [json.loads(each.to_json()) for each in self._all]

    def to_json(self) -> str:
        """Return everything as a JSON array.

        Returns
        -------
        str
            One object a target, as of `to_dicts`.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_json()[:2]
        '[{'
        """
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

    def to_pandas(self, language: str = "zh") -> pandas.DataFrame:
        """Return one row for each target as a pandas DataFrame.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of the reason.

        Returns
        -------
        pandas.DataFrame
            Target, outcome, verdict, completion (%), margin and need with their units, reason.

        Raises
        ------
        KebiError
            Where pandas is not installed.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_pandas().shape
        (1, 13)
        """
        return to_pandas(self._columns(require_language(language)))

    def to_polars(self, language: str = "zh") -> polars.DataFrame:
        """Return one row for each target as a polars DataFrame.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of the reason.

        Returns
        -------
        polars.DataFrame
            Target, outcome, verdict, completion (%), margin and need with their units, reason.

        Raises
        ------
        KebiError
            Where polars is not installed.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_polars().shape
        (1, 13)
        """
        return to_polars(self._columns(require_language(language)))

    def to_text(self, language: str = "zh") -> str:
        """Return the table as text with aligned columns.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of its words.

        Returns
        -------
        str
            The table, for a font of fixed width.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_text("en").splitlines()[0].split()[:2]
        ['indicator', 'target']
        """
        return to_text(self.table(language))

    def to_html(self, language: str = "zh") -> str:
        """Return the table as HTML with its own style.

        Parameters
        ----------
        language : {"zh", "en"}
            The language of its words.

        Returns
        -------
        str
            A style and a table element, legible on light and dark pages.

        Examples
        --------
        >>> import kebi
        >>> plan = kebi.read({"indicator": ["增加值"], "period": ["2019H1"], "target": ["增长6%"]})
        >>> plan.assess().to_html("en").count("<tr>")
        2
        """
        return to_html(self.table(language))

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return self.to_html()


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
