"""Audit: which published figures cannot all be true, and the checks that they passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import _core, _tables
from .inference import Figure, Inference

if TYPE_CHECKING:
    from ._core import Contradiction, Implied


# The most passed checks that are told one by one below a table; more are counted.
_TOLD_ONE_BY_ONE = 24
# The most slips that are told in a row of the table where they explain as much as each other.
_TOLD_AS_LIKELY = 3


class Check:
    """One identity that holds among the figures of a report, such as 30 = 4 + 1 + 22 + 3."""

    def __init__(
        self, law: _core.Identity, figures: Sequence[tuple[float, Implied]], within: Inference
    ) -> None:
        self.law = law
        self._weighted = [(weight, Figure(core, within)) for weight, core in figures]

    @property
    def figures(self) -> list[Figure]:
        """The figures that it joins."""
        return [figure for _, figure in self._weighted]

    def __str__(self) -> str:
        periods = {f.period for f in self.figures}
        names = {f.indicator for f in self.figures}

        def told(f: Figure, alone: bool) -> str:
            words = [f.indicator if alone or len(names) > 1 else ""]
            words.append(str(f.period) if len(periods) > 1 and f.period is not None else "")
            words.append("" if f.measure is _core.Measure.level else f.measure.name)
            words.append("" if f.status is _core.Status.actual else f"({f.status.name})")
            return " ".join(filter(None, [*words, f.printed]))

        adding = {"sum", "rest", "year_to_date", "change", "gap"}
        plus = [f for weight, f in self._weighted if weight > 0]
        minus = [f for weight, f in self._weighted if weight < 0]
        if self.law.name in adding and 1 in (len(plus), len(minus)):
            (whole,), parts = (plus, minus) if len(plus) == 1 else (minus, plus)
            return f"{told(whole, True)} = {' + '.join(told(f, False) for f in parts)}"
        return f"{_core.formula_of(self.law)}: {', '.join(told(f, True) for f in self.figures)}"

    def __repr__(self) -> str:
        return f"<Check {self}>"


class Audit(Sequence["Contradiction"]):
    """The figures of a report that cannot all be true, and the checks that passed."""

    def __init__(self, of: Inference, title: str) -> None:
        core = of._core
        self._title = title
        self.facts = of.facts
        self.contradictions: list[Contradiction] = core.contradictions
        self._checks = [Check(law, figures, of) for law, figures in core.checks]

    @property
    def checks(self) -> list[Check]:
        """The identities that hold among the figures: each is a check that was passed."""
        return self._checks

    @property
    def passed(self) -> Counter[str]:
        """How many checks were passed of each law, by its name."""
        return Counter(check.law.name for check in self._checks)

    def __len__(self) -> int:
        return len(self.contradictions)

    def __getitem__(self, which: Any) -> Any:
        return self.contradictions[which]

    def table(self) -> _tables.Table:
        """Return the table that is printed: a row for each contradiction."""
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
        heads = ["grade", "figures that cannot all be true", "law", "size", "what would mend it"]
        counts = ", ".join(f"{name} {count}" for name, count in self.passed.most_common())
        total = len(self.checks)
        notes = [f"{total} checks passed" + (f": {counts}" if counts else "")]
        if total <= _TOLD_ONE_BY_ONE:
            notes += [f"{each}" for each in self.checks]
        return _tables.Table(self._title, heads, rows, ["behind"] * len(rows), 0, notes)

    def _remedy(self, of: Contradiction) -> str:
        """What would mend it; where several slips would do as well as each other, all or their number."""
        first = ""
        if of.grade is _core.Grade.rounding_edge:
            first = "one figure cut off instead of rounded"
        elif of.grade is _core.Grade.scope_break and of.factor is not None:
            first = f"another base: {of.base} × {of.factor.printed(3)}"
        if first:
            return first + (f", or a slip ({len(of.mends)} would do)" if of.mends else "")
        told = [f"{self.facts[i].text}: {meant} meant ({slip.name})" for i, meant, slip in of.likeliest]
        if len(told) <= _TOLD_AS_LIKELY:
            return " or as well ".join(told)
        return f"{told[0]} or as well one of {len(told) - 1} other slips"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the contradictions as dictionaries."""
        return [
            {
                "grade": each.grade.name,
                "size": each.size,
                "facts": [self.facts[i].to_dict() for i in each.facts],
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
        return _tables.plain(self.table())

    def _repr_html_(self) -> str:
        return _tables.html(self.table())
