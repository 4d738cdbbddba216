"""Audit: which published figures cannot all be true, and the checks that they passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import _core
from ..values import Value
from .display import Table, to_html, to_text
from .implied_figure import ImpliedFigure

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core import Contradiction, Fact, Identity

# The most passed checks that are listed below a table; more are counted.
_MOST_LISTED_CHECKS = 24
# The most equally likely slips that are listed in a row of the table.
_MOST_LISTED_SLIPS = 3


class Check(Value):
    """One identity that holds among the figures of a report, such as 30 = 4 + 1 + 22 + 3.

    Parameters
    ----------
    law : Identity
        The law that the figures follow.
    weighted : sequence of (float, ImpliedFigure)
        The figures, each with its weight in the identity.

    Attributes
    ----------
    law : Identity
        The law that the figures follow.

    Examples
    --------
    >>> import kebi
    >>> text = "2019年，全区进出口总额30亿元，其中出口20亿元，进口10亿元。"
    >>> print(kebi.read_text(text, region="嘉定区").audit().checks[0])
    进出口总额 30亿元 = 出口总额 20亿元 + 进口总额 10亿元
    """

    def __init__(self, law: Identity, weighted: Sequence[tuple[float, ImpliedFigure]]) -> None:
        self.law = law
        self._weighted = list(weighted)

    def _content(self) -> object:
        return self.law, self._weighted

    @property
    def figures(self) -> list[ImpliedFigure]:
        """The figures that the identity is about."""
        return [figure for _, figure in self._weighted]

    def __str__(self) -> str:
        periods = {f.period for f in self.figures}
        names = {f.indicator for f in self.figures}

        def words(f: ImpliedFigure, alone: bool) -> str:
            said = [f.indicator if alone or len(names) > 1 else ""]
            said.append(str(f.period) if len(periods) > 1 and f.period is not None else "")
            said.append("" if f.measure is _core.Measure.level else f.measure.name)
            said.append("" if f.status is _core.Status.actual else f"({f.status.name})")
            return " ".join(filter(None, [*said, f.printed]))

        adding = {"sum", "rest", "year_to_date", "change", "gap"}
        plus = [f for weight, f in self._weighted if weight > 0]
        minus = [f for weight, f in self._weighted if weight < 0]
        if self.law.name in adding and 1 in (len(plus), len(minus)):
            (whole,), parts = (plus, minus) if len(plus) == 1 else (minus, plus)
            return f"{words(whole, True)} = {' + '.join(words(f, False) for f in parts)}"
        return f"{_core.formula_of(self.law)}: {', '.join(words(f, True) for f in self.figures)}"

    def __repr__(self) -> str:
        return f"<Check {self}>"


class Audit(Value, Sequence["Contradiction"]):
    """The published figures that cannot all be true, and the checks that passed.

    A sequence of contradictions; prints as a table, in a terminal and in Jupyter.

    Parameters
    ----------
    core : _core.Inference
        All figures of the report.
    title : str
        The heading of the table.
    sentence : callable, optional
        Gives the sentence that a fact stands in; its own words if none is given.

    Attributes
    ----------
    facts : list of Fact
        The facts of the report, in reading order.
    contradictions : list of Contradiction
        The groups of facts that cannot all be true.
    unnamed : int
        How many more were found after the work allowed was done: their facts are put aside as well,
        and not listed.

    Examples
    --------
    >>> import kebi
    >>> text = "2019年，全区进出口总额30亿元，其中出口20亿元，进口15亿元。"
    >>> audit = kebi.read_text(text, region="嘉定区").audit()
    >>> [fact.text for fact in (audit.facts[i] for i in audit[0].facts)]
    ['30亿元', '20亿元', '15亿元']
    """

    def __init__(
        self, core: _core.Inference, *, title: str = "", sentence: Callable[[Fact], str] | None = None
    ) -> None:
        self._title = title
        self._sentence = sentence or (lambda fact: fact.text)
        self._uncertain = len(core.uncertain)
        self.unnamed = core.unnamed
        self.facts = core.facts
        self.contradictions = core.contradictions
        self._checks = [
            Check(law, [(weight, ImpliedFigure(each, core, self.facts)) for weight, each in figures])
            for law, figures in core.checks
        ]

    @property
    def passed(self) -> Counter[str]:
        """How many checks of each law the report passed, by the name of the law."""
        return Counter(check.law.name for check in self.checks)

    def _content(self) -> object:
        return self._title, self.facts, self.contradictions, self._checks

    def __len__(self) -> int:
        return len(self.contradictions)

    @overload
    def __getitem__(self, which: int, /) -> Contradiction: ...
    @overload
    def __getitem__(self, which: slice, /) -> list[Contradiction]: ...
    def __getitem__(self, which: int | slice, /) -> Contradiction | list[Contradiction]:
        return self.contradictions[which]

    @property
    def checks(self) -> list[Check]:
        """The identities that hold among the figures: each is a check that the report passed."""
        return self._checks

    def table(self) -> Table:
        """Return the table that is printed.

        Returns
        -------
        Table
            Grade, figures, law, size (in units of rounding) and remedy, one row a contradiction.

        Examples
        --------
        >>> import kebi
        >>> text = "2019年，全区进出口总额30亿元，其中出口20亿元，进口10亿元。"
        >>> kebi.read_text(text, region="嘉定区").audit().table().notes[0]
        '2 checks passed: sum 1, rest 1'
        """
        rows = [
            [
                each.grade.name.replace("_", " "),
                "；".join(
                    f"{fact.indicator} {fact.text}" for fact in (self.facts[i] for i in each.facts)
                ),
                "; ".join(_core.formula_of(law) for law in each.laws),
                f"{each.size:.3g} × rounding",
                self._remedy(each),
            ]
            for each in self.contradictions
        ]
        heads = ["grade", "figures that cannot all be true", "law", "size", "possible correction"]
        counts = ", ".join(f"{name} {count}" for name, count in self.passed.most_common())
        total = len(self.checks)
        notes = [f"{total} checks passed" + (f": {counts}" if counts else "")]
        for number, each in enumerate(self.contradictions, start=1):
            told = "” / “".join(self._sentences(each))
            notes.append(f"row {number}: “{told}”; or else {_otherwise(each)}")
        if self._uncertain:
            notes.append(f"{self._uncertain} more disagreements, of figures that are not certainly the same")
        if self.unnamed:
            notes.append(
                f"more contradictions than these {len(self)}: {self.unnamed} groups of facts were put aside"
                " unnamed when the trials allowed were used up"
            )
        if total <= _MOST_LISTED_CHECKS:
            notes += [f"{each}" for each in self.checks]
        return Table(self._title, heads, rows, ["behind"] * len(rows), 0, notes)

    def _sentences(self, of: Contradiction) -> list[str]:
        """Return the sentences of its facts, each once."""
        return list(dict.fromkeys(self._sentence(self.facts[i]) for i in of.facts))

    def _remedy(self, of: Contradiction) -> str:
        """What would correct it; of several slips that are equally likely all, or their number."""
        first = ""
        if of.grade is _core.Grade.rounding_edge:
            first = "one figure truncated instead of rounded"
        elif of.grade is _core.Grade.scope_break and of.factor is not None:
            first = f"another base: {of.base} × {of.factor.printed(3)}"
        if first:
            return first + (f", or a misprint ({len(of.mends)} possible)" if of.mends else "")
        slips = [f"{self.facts[i].text}: {meant} meant ({slip.name})" for i, meant, slip in of.likeliest]
        if len(slips) <= _MOST_LISTED_SLIPS:
            return " or ".join(slips)
        return f"{slips[0]} or one of {len(slips) - 1} other misprints"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the contradictions as dictionaries.

        Returns
        -------
        list of dict
            One dictionary a contradiction: its grade, size, facts, laws, and the slips that would
            explain it.

        Examples
        --------
        >>> import kebi
        >>> text = "2019年，全区进出口总额30亿元，其中出口20亿元，进口15亿元。"
        >>> kebi.read_text(text, region="嘉定区").audit().to_dicts()[0]["laws"]
        ['sum']
        """
        return [
            {
                "grade": each.grade.name,
                "size": each.size,
                "facts": [self.facts[i].to_dict() for i in each.facts],
                "sentences": self._sentences(each),
                "otherwise": _otherwise(each),
                "laws": [law.name for law in each.laws],
                "base": each.base,
                "factor": list(each.factor) if each.factor is not None else None,
                "mends": [
                    {
                        "text": self.facts[i].text,
                        "meant": float(meant),
                        "slip": slip.name,
                        "likeliest": (i, meant, slip) in likeliest,
                    }
                    for i, meant, slip in each.mends
                ],
            }
            for each, likeliest in ((each, each.likeliest) for each in self.contradictions)
        ]

    def __repr__(self) -> str:
        return to_text(self.table())

    def _repr_html_(self) -> str:
        return to_html(self.table())


def _otherwise(of: Contradiction) -> str:
    """Return what could explain it if every figure is printed as meant."""
    if not of.laws:
        return "the two are of another scope, region or time under one name"
    if _core.Identity.growth in of.laws or _core.Identity.share_base in of.laws:
        return "the base was revised, or the growth is at other prices or of another scope"
    if {_core.Identity.sum, _core.Identity.rest} & set(of.laws):
        return "a part is not wholly within the whole, or a part is not printed"
    return "one of the figures is of another scope, region or time"
