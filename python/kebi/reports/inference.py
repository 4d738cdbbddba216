"""Inference: what published figures imply, with bounds and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from .. import _core
from ..values import Value
from .catalogue import or_standard
from .display import Table, to_html, to_text
from .implied_figure import ImpliedFigure, bounds_words, figure_words
from .settings import inference_options, inference_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from .._core import Bounds, Catalogue, Fact, Measure, Period

    Key: TypeAlias = str | tuple[str] | tuple[str, Period | str | None] | tuple[str, Period | str | None, Measure | str]


class StillToCome(Value):
    """What the rest of a year needs for a target, or a sentence on why that is not known.

    Attributes
    ----------
    target : ImpliedFigure
        The target for the whole year.
    level, growth : ImpliedFigure or None
        The level and the growth that the rest of the year needs.
    missing : str
        What is missing to know them; empty where they are known.
    """

    def __init__(self, core: _core.StillToCome, network: _core.Inference, facts: Sequence[Fact]) -> None:
        def figure(implied: _core.Implied | None) -> ImpliedFigure | None:
            return ImpliedFigure(implied, network, facts) if implied is not None else None

        self.target = ImpliedFigure(core.target, network, facts)
        self.level, self.growth = figure(core.level), figure(core.growth)
        self.missing: str = core.missing

    def _content(self) -> object:
        return self.target, self.level, self.growth, self.missing

    def __str__(self) -> str:
        if self.missing:
            return self.missing
        known = [f for f in (self.level, self.growth) if f is not None]
        needed = ", growth ".join(map(figure_words, known))
        return f"{known[0].period} must bring for {self.target.indicator} {self.target.printed}: {needed}"

    def __repr__(self) -> str:
        return f"<StillToCome {self}>"


class Inference(Value, Sequence[ImpliedFigure]):
    """The figures that a report implies without printing them.

    Iterates over those that no fact states; ``stated`` has the others, narrowed.
    ``inference["一般公共预算收入", "2018H1"]`` is one by its indicator and period.

    Parameters
    ----------
    core : _core.Inference
        The figures as the compiled part found them.
    title : str
        The heading of the table.
    catalogue : Catalogue, optional
        The indicators of the report; the standard catalogue if none is given.

    Attributes
    ----------
    facts : list of Fact
        The facts of the report, in reading order.
    stated : list of ImpliedFigure
        The figures that a fact states, with the bounds that the others leave them.

    Examples
    --------
    >>> import kebi
    >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
    >>> report.infer()["固定资产投资", "2018H1"].printed
    '150.3亿元'
    """

    def __init__(self, core: _core.Inference, *, title: str = "", catalogue: Catalogue | None = None) -> None:
        self._core = core
        self._title = title
        self._catalogue = catalogue
        self.facts = core.facts
        self._figures = {each.variable: ImpliedFigure(each, core, self.facts) for each in core.figures}
        self._implied = [f for f in self._figures.values() if not f.is_stated]
        self.stated = [f for f in self._figures.values() if f.is_stated]

    def _content(self) -> object:
        return self._title, self.facts, list(self._figures.values())

    def __len__(self) -> int:
        return len(self._implied)

    def __iter__(self) -> Iterator[ImpliedFigure]:
        return iter(self._implied)

    @overload
    def __getitem__(self, which: int | Key, /) -> ImpliedFigure: ...
    @overload
    def __getitem__(self, which: slice, /) -> list[ImpliedFigure]: ...
    def __getitem__(self, which: int | slice | Key, /) -> ImpliedFigure | list[ImpliedFigure]:
        """Return a figure by its place, or by indicator, period and, where several are known, measure.

        Parameters
        ----------
        which : int, slice, str or tuple
            A place among the implied figures, an indicator, or a tuple of the arguments of `find`.

        Returns
        -------
        ImpliedFigure or list of ImpliedFigure
            The level, or else the figure with the narrowest bounds; of a slice a list.

        Raises
        ------
        KeyError
            Where nothing is implied for it.
        """
        if isinstance(which, (slice, SupportsIndex)):
            return self._implied[which]
        indicator, *rest = which if isinstance(which, tuple) else (which,)
        found = self.find(indicator, *rest)
        if not found:
            raise KeyError(f"nothing is implied for {indicator} {' '.join(map(str, rest))}".rstrip())
        return min(found, key=lambda f: (f.measure is not _core.Measure.level, f.bounds.width))

    def find(
        self, indicator: str, period: Period | str | None = None, measure: Measure | str | None = None
    ) -> list[ImpliedFigure]:
        """Return all figures of an indicator, implied ones first.

        Parameters
        ----------
        indicator : str
            Its name.
        period : Period or str, optional
            The period; a stock, which stands at the end of one, is found under it too.
        measure : Measure or str, optional
            What the figure is, such as `growth`.

        Returns
        -------
        list of ImpliedFigure
            The figures; none where nothing is known.

        Raises
        ------
        KebiError
            For a period or a measure that there is not.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
        >>> [f.printed for f in report.infer().find("固定资产投资", measure="growth")]
        ['1.6%']
        """
        when = _core.Period(period) if isinstance(period, str) else period
        what = _measure_of(measure) if isinstance(measure, str) else measure
        found = [self._figures[each.variable] for each in self._core.find(indicator, when)]
        return sorted((f for f in found if what is None or f.measure is what), key=lambda f: f.is_stated)

    def required(self, figure: ImpliedFigure, supposed: Mapping[ImpliedFigure, Bounds]) -> Bounds:
        """Return what a figure has to be for others to be what is supposed.

        Parameters
        ----------
        figure : ImpliedFigure
            The figure that is asked for.
        supposed : mapping of ImpliedFigure to Bounds
            What other figures are supposed to be, each in its own unit.

        Returns
        -------
        Bounds
            All that the figure can be then, in its unit; empty where it cannot be so.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
        >>> implied = report.infer()
        >>> base, = implied.find("固定资产投资", "2018H1")
        >>> level, = implied.find("固定资产投资", "2019H1", "level")  # 1.6 % above the base
        >>> implied.required(level, {base: kebi.Bounds(150, 151)}).printed(1)
        '[152.3, 153.5]'
        """
        return self._core.required(figure.core, [(other.core, bounds) for other, bounds in supposed.items()])

    def still_to_come(self) -> list[StillToCome]:
        """Return what the rest of the year needs for each target, or what is missing to know it.

        Returns
        -------
        list of StillToCome
            One for each target of a flow.

        Examples
        --------
        >>> import kebi
        >>> text = "全年目标300亿元。上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。"
        >>> kebi.read_text(text, region="嘉定区", period="2019H1").infer().still_to_come()
        []
        """
        known = or_standard(self._catalogue)
        return [StillToCome(each, self._core, self.facts) for each in _core.find_still_to_come(self._core, known)]

    @property
    def settings(self) -> dict[str, Any]:
        """What was taken for granted, by the names of `InferenceOptions`."""
        return inference_options(self._core.settings)

    @property
    def unused(self) -> list[Fact]:
        """The facts that bound no figure of their own: ranks, and phrases without a number."""
        return [self.facts[number] for number in self._core.unused]

    def table(self) -> Table:
        """Return the table that is printed.

        Returns
        -------
        Table
            Indicator, period, measure, figure, bounds and derivation, one row an implied figure.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
        >>> report.infer().table().heads[:3]
        ['indicator', 'period', 'measure']
        """
        own = Counter(fact.region for fact in self.facts).most_common(1)
        rows = [
            [
                f.indicator if own and f.region == own[0][0] else f.region + f.indicator,
                str(f.period or ""),
                f.measure_words,
                f.printed,
                bounds_words(f.bounds) + f.unit_text,
                f.derivation,
            ]
            for f in self._implied
        ]
        heads = ["indicator", "period", "measure", "figure", "bounds", "from"]
        notes = [f"{each}" for each in self.still_to_come()]
        usual = inference_options(inference_settings({}))
        notes += [f"with {name}={value!r}" for name, value in self.settings.items() if value != usual[name]]
        return Table(self._title, heads, rows, ["open"] * len(rows), -1, notes)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the implied figures as dictionaries.

        Returns
        -------
        list of dict
            One dictionary an implied figure, with its bounds, unit, facts and laws.

        Examples
        --------
        >>> import kebi
        >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
        >>> report.infer().to_dicts()[0]["laws"]
        ['growth']
        """
        return [f.to_dict() for f in self._implied]

    def __repr__(self) -> str:
        return to_text(self.table())

    def _repr_html_(self) -> str:
        return to_html(self.table())


def _measure_of(name: str) -> Measure:
    try:
        return _core.Measure[name]
    except KeyError:
        known = ", ".join(each.name for each in _core.Measure)
        raise _core.KebiError(f"no measure is named {name!a}: there are {known}") from None
