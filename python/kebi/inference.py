"""Inference: what published figures imply, with bounds and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING, Any

from . import _core, _tables
from ._catalogue import or_standard

if TYPE_CHECKING:
    from ._core import Bounds, Fact, Implied, Period


def _decimals(bounds: Bounds) -> int:
    """Return how many decimals a figure within these bounds is worth."""
    step, decimals = bounds.width, 0
    while decimals < 6 and 0 < step < 1:
        step, decimals = step * 10, decimals + 1
    return decimals


def _shown(bounds: Bounds) -> str:
    return bounds.printed(_decimals(bounds) + (bounds.is_bounded and bounds.width > 0))


def _with_bounds(of: Figure) -> str:
    shown = _shown(of.bounds) + of.unit_text
    return shown if of.midpoint is None or of.bounds.width == 0 else f"{of.printed} {shown}"


class Figure:
    """One figure that a report implies, with its bounds and where they come from."""

    def __init__(self, core: Implied, within: Inference) -> None:
        self._core = core
        self._within = within

    indicator = property(lambda self: self._core.indicator)
    region = property(lambda self: self._core.region)
    period = property(lambda self: self._core.period)
    measure = property(lambda self: self._core.measure)
    scope = property(lambda self: self._core.scope)
    status = property(lambda self: self._core.status)
    unit = property(lambda self: self._core.unit)
    bounds = property(lambda self: self._core.bounds)
    is_stated = property(lambda self: self._core.is_stated)

    @property
    def midpoint(self) -> float | None:
        """The middle of the bounds; None where one end is open."""
        return self.bounds.midpoint if self.bounds.is_bounded else None

    @property
    def unit_text(self) -> str:
        """The unit as printed; growth, shares and contributions are in percent."""
        if self.unit is not None:
            return str(self.unit)
        what = _core.Measure
        if self.measure in (what.growth, what.share, what.contribution, what.progress):
            return "%"
        return "个百分点" if self.measure is what.pull else ""

    @property
    def printed(self) -> str:
        """The figure as one would print it: the middle, to the digit that is sure."""
        if self.midpoint is None:
            lo, hi = self.bounds.lo, self.bounds.hi
            end = f"≥ {lo:.10g}" if lo > -inf else f"≤ {hi:.10g}" if hi < inf else "?"
            return end + self.unit_text
        return f"{self.midpoint:.{_decimals(self.bounds)}f}{self.unit_text}"

    @property
    def facts(self) -> list[Fact]:
        """The published facts that the bounds rest on, each once."""
        numbers = dict.fromkeys(
            fact for upper in (False, True) for fact, *_ in self._steps(upper) if fact is not None
        )
        return [self._within.facts[number] for number in numbers]

    @property
    def laws(self) -> list[_core.Identity]:
        """The laws that lead from the facts to the figure, each once."""
        return list(
            dict.fromkeys(
                law for upper in (False, True) for _, law, *_ in self._steps(upper) if law is not None
            )
        )

    def _steps(self, upper: bool) -> list[Any]:
        return self._within._core.explain(self._core, upper)

    @property
    def derivation(self) -> str:
        """Where the figure comes from, in a line: the facts and the laws."""
        told = "、".join(dict.fromkeys(fact.text for fact in self.facts))
        laws = "; ".join(_core.formula_of(law) for law in self.laws)
        return f"{told}: {laws}" if laws else told

    def explain(self) -> str:
        """Return the derivation of both ends, step by step, in the order of telling."""
        lines = [f"{self}"]
        for upper, name in ((False, "not below"), (True, "not above")):
            steps = self._steps(upper)
            if not steps:
                continue
            lines.append(f"{name} {self.bounds.hi if upper else self.bounds.lo:.6g}, because")
            for fact, law, what, value in steps:
                because = (
                    f"published: {self._within.facts[fact].text}"
                    if fact is not None
                    else _core.formula_of(law) if law is not None else ""
                )
                lines.append(f"  {what or 'in between'}: {value:.6g}  ({because})")
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"{self._core}: {self.printed} {_shown(self.bounds)}"


class StillToCome:
    """What the rest of a year must bring for a target, or a sentence on why that is not known."""

    def __init__(self, core: _core.StillToCome, within: Inference) -> None:
        def figure(of: Implied | None) -> Figure | None:
            return Figure(of, within) if of is not None else None

        self.target = Figure(core.target, within)
        self.level, self.growth = figure(core.level), figure(core.growth)
        self.missing: str = core.missing

    def __str__(self) -> str:
        if self.missing:
            return self.missing
        needed = [_with_bounds(f) for f in (self.level, self.growth) if f is not None]
        rest = next(f for f in (self.level, self.growth) if f is not None).period
        return f"{rest} must bring for {self.target.indicator} {self.target.printed}: {', growth '.join(needed)}"

    def __repr__(self) -> str:
        return f"<StillToCome {self}>"


class Inference(Sequence[Figure]):
    """The figures that a report implies without printing them.

    Iterates over those that no fact states; ``stated`` has the others, narrowed.
    ``inference["一般公共预算收入", "2018H1"]`` gives one by its indicator and period.
    """

    def __init__(
        self, core: _core.Inference, title: str, catalogue: _core.Catalogue | None = None
    ) -> None:
        self._core = core
        self._title = title
        self._catalogue = catalogue
        self.facts: list[Fact] = core.facts
        self._figures = {each.variable: Figure(each, self) for each in core.figures}
        self._implied = [f for f in self._figures.values() if not f.is_stated]
        self.stated = [f for f in self._figures.values() if f.is_stated]

    def __len__(self) -> int:
        return len(self._implied)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._implied)

    def __getitem__(self, which: Any) -> Any:
        """Return a figure by its place, or by indicator, period and, if need be, measure."""
        if isinstance(which, (int, slice)):
            return self._implied[which]
        indicator, *rest = which if isinstance(which, tuple) else (which,)
        found = self.find(indicator, *rest)
        if not found:
            raise KeyError(f"nothing is implied for {indicator} {' '.join(map(str, rest))}".rstrip())
        # A level says most; of several the one that is known best.
        return min(found, key=lambda f: (f.measure is not _core.Measure.level, f.bounds.width))

    def find(
        self,
        indicator: str,
        period: Period | str | None = None,
        measure: _core.Measure | str | None = None,
    ) -> list[Figure]:
        """Return all figures of an indicator, implied ones first.

        A stock is found under its span too: it is what it is at the end of it.
        """
        when = _core.Period(period) if isinstance(period, str) else period
        what = _measure_named(measure) if isinstance(measure, str) else measure
        found = [self._figures[each.variable] for each in self._core.find(indicator, when)]
        return sorted(
            (f for f in found if what is None or f.measure is what), key=lambda f: f.is_stated
        )

    def required(self, figure: Figure, supposed: dict[Figure, Bounds]) -> Bounds:
        """Return what a figure would have to be for others to be what is supposed."""
        pairs = [(other._core, bounds) for other, bounds in supposed.items()]
        return self._core.required(figure._core, pairs)

    def still_to_come(self) -> list[StillToCome]:
        """Return what the rest of the year must bring for each target, or what is missing to know it."""
        known = or_standard(self._catalogue)
        return [StillToCome(each, self) for each in _core.find_still_to_come(self._core, known)]

    @property
    def unused(self) -> list[Fact]:
        """The facts that bound no figure of their own: ranks, and phrases without a number."""
        return [self.facts[number] for number in self._core.unused]

    def table(self) -> _tables.Table:
        """Return the table that is printed."""
        own = Counter(fact.region for fact in self.facts).most_common(1)
        rows = [
            [
                f.indicator if own and f.region == own[0][0] else f.region + f.indicator,
                str(f.period or ""),
                _measure_words(f),
                f.printed,
                _shown(f.bounds) + f.unit_text,
                f.derivation,
            ]
            for f in self._implied
        ]
        heads = ["indicator", "period", "measure", "figure", "bounds", "from"]
        notes = [f"{each}" for each in self.still_to_come()]
        return _tables.Table(self._title, heads, rows, ["open"] * len(rows), -1, notes)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the implied figures as dictionaries."""
        return [
            {
                "indicator": f.indicator,
                "region": f.region,
                "period": str(f.period or ""),
                "measure": f.measure.name,
                "scope": f.scope.name,
                "status": f.status.name,
                "lo": f.bounds.lo if abs(f.bounds.lo) != float("inf") else None,
                "hi": f.bounds.hi if abs(f.bounds.hi) != float("inf") else None,
                "unit": f.unit_text,
                "printed": f.printed,
                "facts": [fact.text for fact in f.facts],
                "laws": [law.name for law in f.laws],
            }
            for f in self._implied
        ]

    def __repr__(self) -> str:
        return _tables.plain(self.table())

    def _repr_html_(self) -> str:
        return _tables.html(self.table())


def _measure_named(word: str) -> _core.Measure:
    try:
        return _core.Measure[word]
    except KeyError:
        known = ", ".join(each.name for each in _core.Measure)
        raise _core.KebiError(f"no measure is called {word!a}: there are {known}") from None


def _measure_words(f: Figure) -> str:
    words = str(f._core).split(", ")
    return words[-1] if words[-1] != str(f.period) else f.measure.name
