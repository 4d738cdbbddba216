"""One figure that a report implies: its bounds, its words and its derivation."""

from __future__ import annotations

import copyreg
from math import inf
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload
from weakref import WeakKeyDictionary

from .. import _core
from ..values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from .._core import Bounds, Fact, Identity, Implied

    # The fact that a step was published as, the law it follows, the figure, and its end.
    Step: TypeAlias = tuple[int | None, Identity | None, str, float]

Kept = TypeVar("Kept")


class Attribute(Generic[Kept]):
    """An attribute of an implied figure that the compiled part keeps.

    Parameters
    ----------
    get : callable
        Returns its value from the compiled figure.
    doc : str
        Its description.
    """

    def __init__(self, get: Callable[[Implied], Kept], doc: str) -> None:
        self._get = get
        self.__doc__ = doc

    @overload
    def __get__(self, figure: None, owner: type) -> Attribute[Kept]: ...
    @overload
    def __get__(self, figure: ImpliedFigure, owner: type) -> Kept: ...
    def __get__(self, figure: ImpliedFigure | None, owner: type) -> Attribute[Kept] | Kept:
        return self if figure is None else self._get(figure.core)


class ImpliedFigure(Value):
    """One figure that a report implies, with its bounds and where they come from.

    Parameters
    ----------
    core : _core.Implied
        The figure as the compiled part found it.
    network : _core.Inference
        All figures of the report, which derive it.
    facts : sequence of Fact
        The facts of the report.

    Examples
    --------
    >>> import kebi
    >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
    >>> figure = report.infer()["固定资产投资", "2018H1"]
    >>> figure.printed, figure.derivation
    ('150.3亿元', '完成152.7亿元、同比增长1.6%: level = base × (1 + growth)')
    """

    def __init__(self, core: Implied, network: _core.Inference, facts: Sequence[Fact]) -> None:
        self._core = core
        self._network = network
        self._facts = facts

    def _content(self) -> object:
        return self._core, [fact.to_json() for fact in self.facts]

    def __hash__(self) -> int:  # type: ignore[override]
        return hash((self._core.variable, self._core.indicator, self._core.period))

    @property
    def core(self) -> Implied:
        """The figure as the compiled part knows it."""
        return self._core

    indicator = Attribute(lambda of: of.indicator, "The indicator that it is of.")
    region = Attribute(lambda of: of.region, "The region that it is of; may be empty.")
    period = Attribute(lambda of: of.period, "Its period, if known.")
    measure = Attribute(lambda of: of.measure, "What the figure is: a level, growth, a share and so on.")
    scope = Attribute(lambda of: of.scope, "Its scope (口径): as published then, comparable with today, or published anew.")
    status = Attribute(lambda of: of.status, "Whether it is an outcome, an estimate, a target or a forecast.")
    unit = Attribute(lambda of: of.unit, "Its unit; None for a rate.")
    bounds = Attribute(lambda of: of.bounds, "All that the figure can be, in its unit.")
    is_stated = Attribute(lambda of: of.is_stated, "Whether a fact states it.")

    @property
    def midpoint(self) -> float | None:
        """The middle of the bounds, in the unit of the figure; None where one end is open."""
        return self.bounds.midpoint if self.bounds.is_bounded else None

    @property
    def unit_text(self) -> str:
        """The unit as printed; growth, shares and shares of growth are in percent."""
        if self.unit is not None:
            return str(self.unit)
        what = _core.Measure
        if self.measure in (what.growth, what.share, what.contribution, what.progress):
            return "%"
        return "个百分点" if self.measure is what.pull else ""

    @property
    def printed(self) -> str:
        """The figure as one would print it: the middle of the bounds, to the last certain digit."""
        if self.midpoint is None:
            lo, hi = self.bounds.lo, self.bounds.hi
            end = f"≥ {lo:.10g}" if lo > -inf else f"≤ {hi:.10g}" if hi < inf else "?"
            return end + self.unit_text
        return f"{self.midpoint:.{_certain_decimals(self.bounds)}f}{self.unit_text}"

    @property
    def measure_words(self) -> str:
        """What the figure is, in the words of the table."""
        words = str(self._core).split(", ")
        return words[-1] if words[-1] != str(self.period) else self.measure.name

    @property
    def facts(self) -> list[Fact]:
        """The published facts that the bounds rest on, each once."""
        numbers = dict.fromkeys(fact for fact, *_ in self._all_steps() if fact is not None)
        return [self._facts[number] for number in numbers]

    @property
    def laws(self) -> list[Identity]:
        """The laws that lead from the facts to the figure, each once."""
        return list(dict.fromkeys(law for _, law, *_ in self._all_steps() if law is not None))

    def _steps(self, upper: bool) -> list[Step]:
        return self._network.explain(self._core, upper)

    def _all_steps(self) -> list[Step]:
        return self._steps(False) + self._steps(True)

    @property
    def derivation(self) -> str:
        """Where the figure comes from, in a line: the facts and the laws."""
        texts = "、".join(dict.fromkeys(fact.text for fact in self.facts))
        laws = "; ".join(_core.formula_of(law) for law in self.laws)
        return f"{texts}: {laws}" if laws else texts

    def explain(self) -> str:
        """Return the derivation of both ends, step by step.

        Returns
        -------
        str
            One line a step: what it is of, its value and the fact or the law it comes from.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
        >>> print(report.infer()["固定资产投资", "2018H1"].explain().splitlines()[1])
        not below 150.172, because
        """
        lines = [f"{self}"]
        for upper, name in ((False, "not below"), (True, "not above")):
            steps = self._steps(upper)
            if not steps:
                continue
            lines.append(f"{name} {self.bounds.hi if upper else self.bounds.lo:.6g}, because")
            for fact, law, what, value in steps:
                because = (
                    f"published: {self._facts[fact].text}"
                    if fact is not None
                    else _core.formula_of(law) if law is not None else ""
                )
                lines.append(f"  {what or 'in between'}: {value:.6g}  ({because})")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as a dictionary.

        Returns
        -------
        dict
            What it is, `lo` and `hi` (None where open), its unit, and the facts and laws behind it.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
        >>> report.infer()["固定资产投资", "2018H1"].to_dict()["facts"]
        ['完成152.7亿元', '同比增长1.6%']
        """
        return {
            "indicator": self.indicator,
            "region": self.region,
            "period": str(self.period or ""),
            "measure": self.measure.name,
            "scope": self.scope.name,
            "status": self.status.name,
            "lo": self.bounds.lo if abs(self.bounds.lo) != inf else None,
            "hi": self.bounds.hi if abs(self.bounds.hi) != inf else None,
            "unit": self.unit_text,
            "printed": self.printed,
            "facts": [fact.text for fact in self.facts],
            "laws": [law.name for law in self.laws],
        }

    def __repr__(self) -> str:
        return f"{self._core}: {self.printed} {bounds_words(self.bounds)}"


def bounds_words(bounds: Bounds) -> str:
    """Return bounds with as many decimals as they are certain to, rounded outwards.

    Parameters
    ----------
    bounds : Bounds
        All that a figure can be.

    Returns
    -------
    str
        Both ends in square brackets.

    Examples
    --------
    >>> from kebi import Bounds
    >>> bounds_words(Bounds(170.786, 171.054))
    '[170.78, 171.06]'
    """
    return bounds.printed(_certain_decimals(bounds) + (bounds.is_bounded and bounds.width > 0))


def figure_words(figure: ImpliedFigure) -> str:
    """Return a figure as printed, with its bounds where it has a width.

    Parameters
    ----------
    figure : ImpliedFigure
        The figure.

    Returns
    -------
    str
        Its middle and its bounds, each with the unit.

    Examples
    --------
    >>> import kebi
    >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
    >>> figure_words(report.infer()["固定资产投资", "2018H1"])
    '150.3亿元 [150.17, 150.42]亿元'
    """
    shown = bounds_words(figure.bounds) + figure.unit_text
    return shown if figure.midpoint is None or figure.bounds.width == 0 else f"{figure.printed} {shown}"


def _certain_decimals(bounds: Bounds) -> int:
    """Return to how many decimals a figure within these bounds is certain."""
    step, decimals = bounds.width, 0
    while decimals < 6 and 0 < step < 1:
        step, decimals = step * 10, decimals + 1
    return decimals


# What inferences follow from: pickled in their place, and inferred again.
_SOURCES: WeakKeyDictionary[_core.Inference, tuple[Any, ...]] = WeakKeyDictionary()


def inferred(*source: Any) -> _core.Inference:
    """Return what a report implies, as `_core.infer` does, so that it can be pickled."""
    found = _core.infer(*source)
    _SOURCES[found] = source
    return found


copyreg.pickle(_core.Inference, lambda found: (inferred, _SOURCES[found]))
