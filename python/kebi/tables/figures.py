"""Figures along time: a block of the compiled part, what its figures can be, and results derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .. import _core
from .._core import KebiError
from ..enums import Measure
from ..text import listed
from ..values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from typing_extensions import Self, TypeAlias

    from .._core import BoundsGrid, Grid, Period, Timeline

    Table: TypeAlias = Grid | _core.Series | _core.Panel
    BoundsTable: TypeAlias = BoundsGrid | _core.SeriesBounds | _core.PanelBounds
    Out: TypeAlias = NDArray[np.float64] | Sequence[NDArray[np.float64]]


class Origin:
    """Where figures come from: how what goes together with them is opened. Labelled figures take labelled ones."""

    def companion(self, of: Figures, other: Any, measure: str, frequency: str | None) -> Figures | None:
        """Return another table as figures that line up with these; None stays None."""
        if other is None or isinstance(other, Figures):
            return other
        raise KebiError(f"{of!r} goes together with a kebi.Series or a kebi.Panel: found a {type(other).__name__}")

    def whole(self, of: Figures, whole: Any, measure: str) -> Figures:
        """Return the whole of each row: one of the series by its name, or a table."""
        if isinstance(whole, Figures):
            return whole
        if not isinstance(whole, str) or not hasattr(of.table, "whole"):
            raise KebiError(f"the whole of {of.called} is a series: found {whole!r}")
        table: Any = of.table
        if whole not in table.regions and whole not in table.indicators:
            raise KebiError(
                f"the panel has no region or indicator {whole!r} to be the whole: it has the regions "
                f"{listed(table.regions)} "
                f"and the indicators {listed(table.indicators)}"
            )
        return mapped(of, lambda table: table.whole(whole))  # type: ignore[no-any-return]

    def has_column(self, name: str) -> bool:
        """Return whether a name is that of a column of a long frame."""
        return False

    is_unlabelled = False  # whether the figures come from an array or a frame

    def latest_release(self, published: str) -> str:
        """Return the latest date in a column of dates of publication, or an empty text."""
        return ""

    def competitors(self, of: Figures) -> list[int] | None:
        """Return for each row the number of those that it is ranked among; None for the regions of a panel."""
        if not hasattr(of.table, "regions"):
            raise KebiError("one series has no rank: pass a Panel")
        return None


_LABELS = ("time", "regions", "indicators", "units", "region", "indicator", "unit", "measure", "vintage", "kind", "kinds")


class Figures(Value):
    """Figures along time, as `Series` and `Panel` and as opened from arrays and frames.

    Parameters
    ----------
    table : _core.Grid, _core.Series or _core.Panel
        The figures with their labels.
    exact : _core bounds table or callable, optional
        What derived figures can be, or how to find it out; printed figures have their decimals.
    published : Figures, optional
        Growth as published together with levels.
    """

    classes: ClassVar[dict[type, type[Figures]]] = {}
    is_dated = True  # whether the columns have dates: an array without a start has none
    origin: Origin = Origin()

    def __init_subclass__(cls, table: type | None = None, **options: Any) -> None:
        """Register a kind of figures for a kind of table of the compiled part."""
        super().__init_subclass__(**options)
        if table is not None:
            Figures.classes[table] = cls

    def __init__(
        self,
        table: Any,
        *,
        exact: BoundsTable | Callable[[], BoundsTable] | None = None,
        published: Any = None,
    ) -> None:
        self._table: Any = table
        self._exact = exact
        self.published: Self | None = published

    @property
    def table(self) -> Table:
        """The figures with their labels, as the compiled part takes them."""
        table: Table = self._table
        return table

    @property
    def labels(self) -> Any:
        """The same table, for the labels that its kind has."""
        return self._table

    @property
    def grid(self) -> Grid:
        """The figures without labels: a row for each series."""
        grid: Grid = getattr(self._table, "figures", self._table)
        return grid

    @property
    def time(self) -> Timeline:
        """The times of the figures."""
        return self._table.time  # type: ignore[no-any-return]

    @property
    def periods(self) -> list[Period]:
        """The span of each figure of a series."""
        return [self.time.span(i) for i in range(len(self.time))]

    @property
    def measure(self) -> Measure:
        """What the figures measure: levels, growth, shares."""
        measure: Measure = getattr(self._table, "measure", Measure.level)
        return measure

    @property
    def vintage(self) -> str:
        """The date on which the figures were published, or an empty text."""
        return getattr(self._table, "vintage", "")

    @property
    def called(self) -> str:
        """What messages call the figures: the indicator of a series, or their kind."""
        if hasattr(self._table, "regions"):
            return "the panel"
        return getattr(self._table, "indicator", "the array") or "the series"

    @property
    def has_bounds(self) -> bool:
        """Whether it is known what each figure can be: its decimals, or those of its sources."""
        return self._exact is not None or bool(self.grid.decimals)

    @property
    def is_derived(self) -> bool:
        """Whether the figures were computed, so that their bounds are not those of their own decimals."""
        return self._exact is not None

    @property
    def bounds_table(self) -> BoundsTable:
        """What the figures can be, with their labels, evaluated once; it needs their decimals."""
        if callable(self._exact):
            self._exact = self._exact()
        if self._exact is not None:
            return self._exact
        if not self.grid.decimals:
            raise KebiError(NO_DECIMALS)
        within = _core.bounds_of(self.grid)
        return within if self._table is self.grid else self._table.with_figures(within)

    @property
    def bounds_grid(self) -> BoundsGrid:
        """What the figures can be, without labels."""
        table: Any = self.bounds_table
        grid: BoundsGrid = getattr(table, "figures", table)
        return grid

    measure_is_free = False  # whether figures count as what an operation takes: those of an array

    def _content(self) -> object:
        grid, table = self.grid, self._table
        labels = [getattr(table, name, None) for name in _LABELS]
        within = (self.bounds_grid.lo, self.bounds_grid.hi) if self.has_bounds else None
        flags = getattr(self, "flags", {})
        printed = (grid.values, grid.status, grid.decimals, grid.releases)
        return labels, printed, within, self.published, self.is_dated, flags

    def __getstate__(self) -> dict[str, Any]:
        """Return what is kept: bounds that wait to be evaluated are."""
        state = self.__dict__.copy()
        if callable(self._exact):
            state["_exact"] = self.bounds_table
        return state


class Block(Figures, table=_core.Grid):
    """Figures of an array: rows without labels."""

    measure_is_free = True

    def __repr__(self) -> str:
        return f"<array of {self.grid.values.shape[0]} series, {describe_times(self.time)}>"


NO_DECIMALS = (
    "bounds need the decimals of the published values: pass decimals=…, and growth_decimals=… for growth"
)


def describe_times(time: Timeline) -> str:
    """Return the frequency and the first and last span, for people."""
    count = len(time)
    ends = f"{time.span(0)} to {time.span(count - 1)}" if count else "of no time"
    return f"{time.frequency.name} {ends}"


def figures_of(table: Table, *, exact: Any = None, published: Any = None, is_dated: bool = True) -> Any:
    """Return a table of the compiled part as the `Series`, the `Panel` or the block that it is."""
    kind = Figures.classes[type(table)]
    made = kind.__new__(kind)
    Figures.__init__(made, table, exact=exact, published=published)
    if not is_dated:
        made.is_dated = False
    return made


def mapped(figures: Figures, change: Callable[[Any], Any]) -> Any:
    """Return figures in another arrangement, with their bounds and their published growth."""
    exact = (lambda: change(figures.bounds_table)) if figures.is_derived else None
    published = None if figures.published is None else mapped(figures.published, change)
    return figures_of(change(figures.table), exact=exact, published=published, is_dated=figures.is_dated)


def with_grid(figures: Figures, grid: Grid, exact: Callable[[], BoundsGrid] | None = None) -> Any:
    """Return other figures under the labels of these, with what they can be."""

    def labelled(block: Any) -> Any:
        return block if figures.table is figures.grid else figures.labels.with_figures(block)

    within = None if exact is None else (lambda: labelled(exact()))
    return figures_of(labelled(grid), exact=within, is_dated=figures.is_dated)


def in_units_of(figures: Figures, other: Figures) -> Figures:
    """Return figures in the units of other ones, converted exactly or refused; arrays have no units."""
    if figures is other or figures.measure_is_free:
        return figures
    known: Any = other.table
    units = known.units if hasattr(known, "units") else [known.unit]
    return mapped(figures, lambda table: table.in_units_of(units))  # type: ignore[no-any-return]


def without_kind(figures: Figures) -> Any:
    """Return the same figures, of which neither kind nor unit is known: what they may not do is not refused."""
    return figures if figures.measure_is_free else mapped(figures, lambda table: table.without_kind())


def with_measure(figures: Figures, measure: Measure) -> Any:
    """Return the same figures under another measure, with their bounds."""
    if figures.measure_is_free or figures.measure is measure:
        return figures
    exact = (lambda: figures.bounds_table.with_measure(measure)) if figures.is_derived else None  # type: ignore[union-attr]
    return figures_of(figures.labels.with_measure(measure), exact=exact, is_dated=figures.is_dated)
