"""Doubtful readings: the facts of a report that are not firm, with their words and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from ..values import Value
from .display import Table, to_html, to_text

if TYPE_CHECKING:
    from .._core import Fact

_REACH = 400  # bytes: a longer sentence is cut
_STOPS = ("。", "！", "？", "；", "\n", "\r", "|", "\t")


class SourceText:
    """The text that facts were read from; their places are bytes of it.

    Parameters
    ----------
    text : str
        The text; empty where the facts do not come from one.

    Examples
    --------
    >>> import kebi
    >>> text = "全年出口1.5亿元。进口增长3%。"
    >>> SourceText(text).sentence(kebi.read_text(text).facts[1])
    '进口增长3%'
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._bytes: bytes | None = None

    def sentence(self, fact: Fact) -> str:
        """Return the sentence, or the cell, that a fact stands in.

        Parameters
        ----------
        fact : Fact
            A fact of this text.

        Returns
        -------
        str
            The words from one stop to the next; the fact's own words where its place is not known.
        """
        if self._bytes is None:
            self._bytes = self.text.encode()
        if not 0 < fact.end <= len(self._bytes):
            return fact.text
        before = self._bytes[max(0, fact.start - _REACH) : fact.start].decode(errors="ignore")
        after = self._bytes[fact.end : fact.end + _REACH].decode(errors="ignore")
        own = self._bytes[fact.start : fact.end].decode(errors="ignore")
        begin = max(before.rfind(stop) for stop in _STOPS) + 1
        ends = [at for at in map(after.find, _STOPS) if at >= 0]
        return (before[begin:] + own + after[: min(ends, default=len(after))]).strip()


class Doubtful(Value, Sequence["Fact"]):
    """The facts of a report whose reading is in doubt; prints as a table with reasons and sentences.

    Parameters
    ----------
    facts : sequence of Fact
        The doubtful facts.
    source : SourceText
        The text that they were read from.
    title : str
        The heading of the table.

    Examples
    --------
    >>> import kebi
    >>> fact = kebi.Fact.from_json('{"indicator": "增加值", "value": 5, "text": "5%", "doubt": ["period"]}')
    >>> len(kebi.Report([fact]).doubtful)
    1
    """

    def __init__(self, facts: Sequence[Fact], source: SourceText, *, title: str = "") -> None:
        self._facts = list(facts)
        self._source = source
        self._title = title

    def _content(self) -> object:
        return self._title, self._facts, self._source.text

    def __len__(self) -> int:
        return len(self._facts)

    @overload
    def __getitem__(self, which: int, /) -> Fact: ...
    @overload
    def __getitem__(self, which: slice, /) -> list[Fact]: ...
    def __getitem__(self, which: int | slice, /) -> Fact | list[Fact]:
        return self._facts[which]

    def table(self) -> Table:
        """Return the table that is printed.

        Returns
        -------
        Table
            Indicator, period, words, the doubts, and the sentence, one row a fact.

        Examples
        --------
        >>> import kebi
        >>> kebi.read_text("全年出口1.5亿元。", region="某区", period="2019").doubtful.table().notes
        ['0 doubtful facts']
        """
        rows = [
            [f.indicator, str(f.period or ""), f.text, f.doubt_words("en"), self._source.sentence(f)]
            for f in self._facts
        ]
        heads = ["indicator", "period", "words", "in doubt", "sentence"]
        return Table(self._title, heads, rows, ["open"] * len(rows), 3, [f"{len(rows)} doubtful facts"])

    def to_dicts(self) -> list[dict[str, object]]:
        """Return the doubtful facts as dictionaries.

        Returns
        -------
        list of dict
            One dictionary a fact, with the keys of the exchange form (docs/reference/facts.md) and the
            sentence that it stands in.

        Examples
        --------
        >>> import kebi
        >>> fact = kebi.Fact.from_json('{"indicator": "增加值", "text": "5%", "doubt": ["period"]}')
        >>> kebi.Report([fact]).doubtful.to_dicts()[0]["sentence"]
        '5%'
        """
        return [{**fact.to_dict(), "sentence": self._source.sentence(fact)} for fact in self._facts]

    def __repr__(self) -> str:
        return to_text(self.table())

    def _repr_html_(self) -> str:
        return to_html(self.table())
