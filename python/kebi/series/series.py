"""Series: one indicator along time, with its printed decimals and the causes of its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import Bounds, Cell, Frequency, Grid, KebiError, Period, Timeline, Unit
from ..frames.columns import column_of, frame_of_kind, period_column
from ..frames.periods import (
    columns_at,
    frequency_named,
    frequency_of,
    read_spans,
    span_of,
    timeline_of,
)
from ..frames.printed_numbers import FigureColumn, read_figures
from .across_releases import growth_across_releases
from .agreement import agreements_of
from .comparable_base import ComparableBase
from .figures import Figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray



class Series(Figures):
    """One indicator of one region along time.

    Levels may have their published growth beside them: the two together tell the comparable base.

    Parameters
    ----------
    values
        Figures one after the other without a gap in time; nan or None where one is absent, "…" for
        one below half a unit. Texts and `decimal.Decimal` keep their decimals.
    start
        The first span, such as "2019-02", "2019Q1" or, for the year to date, "2019-01..2019-02".
    frequency
        month, quarter, half, year or year_to_date; told by `start` unless that is a month.
    growth
        Growth as published, in percent, beside the levels.
    decimals, growth_decimals
        How many decimals were printed, or a list with those of each figure. Told by the figures
        themselves unless given; floats have lost their last zeros, so give it where all figures
        happen to end in one.
    cells
        Why figures are absent: a `Cell` or its name for each.

    Examples
    --------
    >>> import kebi
    >>> gdp = kebi.Series(["249310", None, "282857"], start="2021Q1", indicator="GDP", unit="亿元")
    >>> gdp
    <Series GDP 亿元, quarter 2021Q1 to 2021Q3, 2 of 3 figures>
    >>> gdp["2021Q3"], gdp["2021Q2"]
    (282857.0, None)
    """

    def __init__(
        self,
        values: Any,
        *,
        start: Period | str,
        frequency: Frequency | str | None = None,
        growth: Any = None,
        decimals: int | Sequence[int] | None = None,
        growth_decimals: int | Sequence[int] | None = None,
        cells: Any = None,
        measure: str = "level",
        january_february: bool = False,
        indicator: str = "",
        region: str = "",
        unit: Unit | str | None = None,
        vintage: str = "",
    ) -> None:
        first = span_of(start, "the start of a series")
        column = read_figures(values, cells)
        of = frequency_named(frequency) or frequency_of(first)
        time = Timeline(of, *first.last, len(column.values), january_february)
        self.indicator, self.region, self.vintage = indicator, region, vintage
        self.unit = Unit(unit) if isinstance(unit, str) else unit
        self.measure = measure
        self._figures = column.grid(time, decimals)
        self._certain = None
        self.published = None
        if growth is not None:
            self._publish(read_figures(growth), growth_decimals)

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        value: str | None = None,
        growth: str | None = None,
        cell: str | None = None,
        period: str | None = None,
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
        growth_decimals: int | None = None,
        **labels: Any,
    ) -> Series:
        """Take a series from the columns of a frame: pandas, polars, pyarrow, a dict of columns.

        Rows may stand in any order and months may lack. A date or a month does not say whether its
        figure is a month's or the year's to date: say `frequency`, unless the name of the column of
        values starts with ytd, cum_, cumulative or 累计. `cell` is the column of causes, such as "suppressed".
        """
        import numpy as np

        main = value or growth
        if main is None:
            raise KebiError("say which column holds the values, or the growth, or both")
        when = period or period_column(frame)
        spans = read_spans(column_of(frame, when))
        time = timeline_of(spans, frequency_named(frequency), [main], dates_are_months=False)
        place = columns_at(spans, time)
        twice = np.flatnonzero(np.bincount(place, minlength=1)[place] > 1)
        if twice.size:
            raise KebiError(f"two rows tell {time.span(int(place[twice[0]]))}: a series has one figure for each span")
        causes = column_of(frame, cell) if cell is not None else None
        column = read_figures(column_of(frame, main), causes, main).placed(place, len(time))
        made = cls.__new__(cls)
        made.measure = "level" if value else "growth"
        made._label(**labels)
        if not value and decimals is None:
            decimals = growth_decimals
        made._figures = column.grid(time, decimals)
        made._certain = made.published = None
        if value and growth:
            rates = read_figures(column_of(frame, growth), None, growth).placed(place, len(time))
            made._publish(rates, growth_decimals)
        return made

    def _label(
        self, *, indicator: str = "", region: str = "", unit: Unit | str | None = None, vintage: str = "",
    ) -> None:
        self.indicator, self.region, self.vintage = indicator, region, vintage
        self.unit = Unit(unit) if isinstance(unit, str) else unit

    def _publish(self, rates: FigureColumn, decimals: int | Sequence[int] | None) -> None:
        if len(rates.values) != len(self):
            raise KebiError(f"growth must stand beside its levels: found {len(rates.values)} for {len(self)}")
        self.published = self._like(rates.grid(self.time, decimals), "growth")  # type: ignore[assignment]

    @property
    def values(self) -> NDArray[np.float64]:
        """The figures, nan where one is absent: a view that cannot be written to."""
        row: NDArray[np.float64] = self._figures.values[0]
        return row

    @property
    def cells(self) -> NDArray[np.uint8]:
        """For each time 0 for a figure, or the `Cell` that says why there is none."""
        row: NDArray[np.uint8] = self._figures.cells[0]
        return row

    @property
    def decimals(self) -> int | list[int] | None:
        """How many decimals the figures were printed with: a list where they differ, None if unknown."""
        known = self._figures.decimals
        return known if len(set(known)) > 1 else known[0] if known else None

    @property
    def lo(self) -> NDArray[np.float64]:
        """The lower ends of what the figures can be."""
        row: NDArray[np.float64] = self._bounds().lo[0]
        return row

    @property
    def hi(self) -> NDArray[np.float64]:
        """The upper ends of what the figures can be."""
        row: NDArray[np.float64] = self._bounds().hi[0]
        return row

    def bounds(self, period: Period | str) -> Bounds | None:
        """Return what the figure of a span can be, or None where there is no figure."""
        i = self._column(period)
        within = self._bounds()
        return Bounds(within.lo[0][i], within.hi[0][i]) if within.cells[0][i] == 0 else None

    def cell(self, period: Period | str) -> Cell:
        """Return what stands at a span: a figure, or why there is none."""
        return Cell(int(self.cells[self._column(period)]))

    def growth_across(self, bases: Series, *, mixed: bool = False) -> Series:
        """Return year-over-year growth over the bases of another release of the same series.

        Releases of different dates are refused unless `mixed` is asked for, because the growth
        would swallow the revision between them.
        """
        return growth_across_releases(self, bases, mixed)

    def comparable_base(self, *, rereleased: Series | None = None) -> ComparableBase[Series]:
        """Return the base that each published growth implies, beside the one published then.

        `rereleased` is the same series as it was published anew: its bases stand beside too.
        """
        return ComparableBase(self, rereleased)

    def is_ratio_of_levels(self) -> bool:
        """Return whether the growth beside the levels only repeats them.

        Growth that equals the ratio of levels every time was made from them by a vendor. Published
        growth shows its recut bases somewhere.
        """
        return agreements_of(self, None)[0].is_ratio_of_levels

    def __len__(self) -> int:
        return len(self.time)

    def __getitem__(self, period: Period | str) -> float | None:
        i = self._column(period)
        return float(self.values[i]) if self.cells[i] == 0 else None

    def __iter__(self) -> Iterator[tuple[Period, float | None]]:
        for i, period in enumerate(self.periods):
            yield period, float(self.values[i]) if self.cells[i] == 0 else None

    def __repr__(self) -> str:
        name = " ".join(filter(None, [self.region, self.indicator, str(self.unit) if self.unit else ""]))
        known = int((self.cells == 0).sum())
        what = " ".join(filter(None, ["Series", name, "" if self.measure == "level" else self.measure]))
        return f"<{what}, {self._told_times()}, {known} of {len(self)} figures>"

    def to_columns(self) -> dict[str, Any]:
        """Return period, value, cell and, where they are known, lo and hi as columns."""
        columns: dict[str, Any] = {
            "period": [str(p) for p in self.periods],
            "value": self.values,
            "cell": [Cell(int(c)).name for c in self.cells],
        }
        if self.has_bounds:
            columns["lo"], columns["hi"] = self.lo, self.hi
        return columns

    def to_pandas(self) -> Any:
        """Return the series as a pandas frame."""
        return frame_of_kind(self.to_columns(), "pandas")

    def to_polars(self) -> Any:
        """Return the series as a polars frame."""
        return frame_of_kind(self.to_columns(), "polars")

    def _column(self, period: Period | str) -> int:
        span = span_of(period, "a figure of a series is asked for by its span, which")
        found = self.time.column(span)
        if found is None:
            raise KebiError(f"the series has no figure for {span}: it has {self!r}")
        return found

    def _called(self) -> str:
        return self.indicator or "the series"

    def _names(self) -> tuple[list[str], list[str]]:
        return [self.region], [self.indicator]

    def _like(self, figures: Grid, measure: str) -> Series:
        made = Series.__new__(Series)
        made.indicator, made.region, made.vintage = self.indicator, self.region, self.vintage
        made.unit = self.unit if measure == "level" else None
        made.measure = measure
        made._figures = figures
        made._certain = made.published = None
        return made
