"""Series: one indicator along time, with its printed decimals and the causes of its gaps.

Growth goes by the calendar: a figure is compared with the same span a year before, whatever rows
are missing in between. A gap is never bridged and never filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from . import _columns, _core
from ._core import Bounds, Cell, Frequency, Grid, KebiError, Period, Timeline, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from .vintages import ComparableBase

    Step = Literal["year", "span"]
    Frame = Literal["pandas", "polars", "arrow"]


class Series:
    """One indicator of one region along time.

    Levels may have their published growth beside them: the two together tell the comparable base.

    Parameters
    ----------
    values
        Figures one after the other without a gap in time; nan or None where one is absent. Texts
        and `decimal.Decimal` keep their decimals.
    start
        The first span, such as "2019-02", "2019Q1" or, for the year to date, "2019-01..2019-02".
    frequency
        month, quarter, half, year or year_to_date; told by `start` unless that is a month.
    growth
        Growth as published, in percent, beside the levels.
    decimals, growth_decimals
        How many decimals were printed. Told by the figures themselves unless given; floats have
        lost their last zeros, so give it where all figures happen to end in one.

    Examples
    --------
    >>> import kebi
    >>> gdp = kebi.Series(["249310", None, "282857"], start="2021Q1", indicator="GDP", unit="亿元")
    >>> gdp
    <Series GDP 亿元, quarter 2021Q1..2021Q3, 2 of 3 figures>
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
        decimals: int | None = None,
        growth_decimals: int | None = None,
        measure: str = "level",
        january_february: bool = False,
        indicator: str = "",
        region: str = "",
        unit: Unit | str | None = None,
        vintage: str = "",
    ) -> None:
        import numpy as np

        first = start if isinstance(start, Period) else Period(start)
        time = Timeline(
            _frequency(frequency) or _frequency_of(first), *first.last, len(values), january_february
        )
        array, printed = _columns.figures(np.asarray(values, dtype=object) if isinstance(values, list) else values)
        self.indicator, self.region, self.vintage = indicator, region, vintage
        self.unit = Unit(unit) if isinstance(unit, str) else unit
        self.measure = measure
        self._figures = _grid(time, array, decimals if decimals is not None else printed)
        self._bounds: _core.BoundsGrid | None = None
        self._published: Grid | None = None
        self._published_bounds: _core.BoundsGrid | None = None
        if growth is not None:
            rates, rate_decimals = _columns.figures(np.asarray(growth, dtype=object) if isinstance(growth, list) else growth)
            if len(rates) != len(array):
                raise KebiError(f"growth must stand beside its levels: found {len(rates)} for {len(array)}")
            self._published = _grid(time, rates, growth_decimals if growth_decimals is not None else rate_decimals)

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        value: str | None = None,
        growth: str | None = None,
        period: str | None = None,
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
        growth_decimals: int | None = None,
        **labels: Any,
    ) -> Series:
        """Take a series from the columns of a frame: pandas, polars, pyarrow, a dict of columns.

        Rows may stand in any order and months may lack. A date or a month does not say whether its
        figure is a month's or the year's to date: say `frequency`, unless the column of values is
        called ytd… or 累计….
        """
        import numpy as np

        main = value or growth
        if main is None:
            raise KebiError("say which column holds the values, or the growth, or both")
        at, months = _columns.ends(_columns.column(frame, period or _period_column(frame)))
        of = _frequency(frequency) or _guessed(main, months)
        if len(at) == 0:
            raise KebiError("the frame has no rows")
        step = {"quarter": 3, "half": 6, "year": 12}.get(of.name, 1)
        together = of is Frequency.month and months is not None and bool(np.any(months == 2))
        first, last = int(at.min()), int(at.max())
        if np.any((at - first) % step != 0):
            raise KebiError(f"some spans are not those of a {of.name}")
        place = (at - first) // step
        if len(np.unique(place)) < len(place):
            twice = Period(_month_code(int(at[np.flatnonzero(np.bincount(place)[place] > 1)[0]])))
            raise KebiError(f"two rows tell {twice}: a series has one figure for each span")

        def laid_out(name: str) -> tuple[NDArray[np.float64], int | None]:
            column, printed = _columns.figures(_columns.column(frame, name))
            out = np.full((last - first) // step + 1, np.nan)
            out[place] = column
            return out, printed

        values, printed = laid_out(main)
        made = cls(
            values,
            start=Period(_month_code(first)),
            frequency=of,
            january_february=together,
            decimals=printed if decimals is None and value else decimals if value else growth_decimals or printed,
            measure="level" if value else "growth",
            **labels,
        )
        if value and growth:
            rates, rate_decimals = laid_out(growth)
            made._published = _grid(made.time, rates, growth_decimals if growth_decimals is not None else rate_decimals)
        return made

    @property
    def time(self) -> Timeline:
        """The times of the series."""
        return self._figures.time

    @property
    def periods(self) -> list[Period]:
        """The span of each figure."""
        return [self.time.span(i) for i in range(len(self))]

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
    def decimals(self) -> int | None:
        """How many decimals the figures were printed with, where that is known."""
        known = self._figures.decimals
        return known[0] if known else None

    @property
    def lo(self) -> NDArray[np.float64]:
        """The lower ends of what the figures can be."""
        return self._all_bounds()[0]

    @property
    def hi(self) -> NDArray[np.float64]:
        """The upper ends of what the figures can be."""
        return self._all_bounds()[1]

    def bounds(self, period: Period | str) -> Bounds | None:
        """Return what the figure of a span can be, or None where there is no figure."""
        i = self._column(period)
        lo, hi = self._all_bounds()
        return Bounds(lo[i], hi[i]) if lo[i] == lo[i] else None

    def cell(self, period: Period | str) -> Cell:
        """Return what stands at a span: a figure, or why there is none."""
        return Cell(int(self.cells[self._column(period)]))

    def growth(self, by: Step = "year") -> Series:
        """Return growth in percent with bounds, year over year (同比) or span over span (环比).

        Published growth comes first, because it is on a comparable base. Only where there is none
        are levels divided, and then a change of scope goes into the growth.
        """
        span = _is_span(by)
        if self._published is not None and not span:
            return self._like(self._published, "growth", self._published_bounds)
        _core.require_levels(self.indicator, self.measure == "level", "take growth of")
        return self._like(
            _core.growth_of(self._figures, span), "growth", self._bounded(_core.growth_bounds_of, span)
        )

    def growth_of_levels(self) -> Series:
        """Return the year-over-year growth of the levels as they were published, scope and all."""
        _core.require_levels(self.indicator, self.measure == "level", "take growth of")
        return self._like(_core.growth_of(self._figures), "growth", self._bounded(_core.growth_bounds_of))

    def growth_since(self, base: Period | str | int) -> Series:
        """Return growth against one span (定基), or against the same span of one year (an int)."""
        _core.require_levels(self.indicator, self.measure == "level", "take growth of")
        bases = (
            _core.same_span_of(self._figures, base)
            if isinstance(base, int)
            else _core.fixed_base(self._figures, Period(base) if isinstance(base, str) else base)
        )
        certain = _core.growth_between_bounds(self._figures, bases) if self._figures.decimals else None
        return self._like(_core.growth_between(self._figures, bases), "growth", certain)

    def growth_over(self, bases: Series, *, mixed: bool = False) -> Series:
        """Return year-over-year growth over the bases of another release of the same series.

        Releases of different dates are refused unless `mixed` is asked for, because the growth
        would swallow the revision between them.
        """
        _core.require_levels(self.indicator, self.measure == "level", "take growth of")
        _core.require_levels(bases.indicator, bases.measure == "level", "take growth over")
        grid = _core.growth_across(
            self.indicator, self._figures, self.vintage, bases._figures, bases.vintage, mixed
        )
        return self._like(grid, "growth")

    def single(self) -> Series:
        """Return single months out of the year to date, with January and February as one.

        Where growth is published beside the levels, the months get their comparable growth out of
        the two neighbouring years to date, with bounds. Growth rates are never subtracted.
        """
        _core.require_levels(self.indicator, self.measure == "level", "take months out of")
        made = self._like(
            _core.single_months(self._figures), "level", self._bounded(_core.single_month_bounds)
        )
        if self._published is not None:
            made._published = _core.single_month_growth(self._figures, self._published)
            if self._figures.decimals and self._published.decimals:
                made._published_bounds = _core.single_month_growth_bounds(self._figures, self._published)
        return made

    def cumulated(self) -> Series:
        """Return the year to date out of months. A gap leaves the rest of its year absent."""
        _core.require_levels(self.indicator, self.measure == "level", "add up")
        return self._like(_core.cumulated(self._figures), "level")

    def to_frequency(self, frequency: Frequency | str) -> Series:
        """Return quarters, halves or years, where they are complete."""
        _core.require_levels(self.indicator, self.measure == "level", "add up")
        to = _frequency(frequency) or self.time.frequency
        from_start = self.time.frequency is Frequency.year_to_date
        return self._like((_core.spans_of if from_start else _core.added_up)(self._figures, to), "level")

    def comparable_base(self) -> ComparableBase:
        """Return the base that each published growth implies, beside the one published then."""
        from .vintages import ComparableBase

        return ComparableBase(self, self._published_growth())

    def linked(self, anchor: int) -> Series:
        """Return levels on the footing of one year, linked by growth forwards and backwards."""
        growths = self._published_growth()
        bounded = bool(self._figures.decimals and growths.decimals)
        certain = _core.linked_bounds(self._figures, growths, anchor) if bounded else None
        return self._like(_core.linked(self._figures, growths, anchor), "level", certain)

    def is_ratio_of_levels(self) -> bool:
        """Return whether the growth beside the levels only repeats them.

        Growth that equals the ratio of levels every time was made from them by a vendor. Published
        growth shows its recut bases somewhere.
        """
        return bool(_core.with_ratio_of_levels(self._figures, self._published_growth())[2])

    def interval_growth(self) -> Series:
        """Return this year's published growth chained with last year's (间隔增长)."""
        return self._of_growth(_core.interval_growth, _core.interval_growth_bounds)

    def two_year_average(self) -> Series:
        """Return the two-year average growth of the national bureau (两年平均)."""
        return self._of_growth(_core.two_year_average, _core.two_year_average_bounds)

    def acceleration(self, by: Step = "year") -> Series:
        """Return by how many points growth quickened since a year, or a span, before."""
        grid = self._published if self._published is not None else self.growth()._figures
        certain = _core.acceleration_bounds(grid, _is_span(by)) if grid.decimals else None
        return self._like(_core.acceleration(grid, _is_span(by)), "change", certain)

    def annualised(self) -> Series:
        """Return what a year at each span's pace would bring, in percent."""
        return self._like(_core.annualised(self.growth("span")._figures), "growth")

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
        span = f"{self.time.span(0)}..{self.time.span(len(self) - 1)}" if len(self) else "of no time"
        known = int((self.cells == 0).sum())
        what = "" if self.measure == "level" else f" {self.measure}"
        return f"<Series {name}{what}, {self.time.frequency.name} {span}, {known} of {len(self)} figures>"

    def to_columns(self) -> dict[str, Any]:
        """Return period, value, cell and, where they are known, lo and hi as columns."""
        columns: dict[str, Any] = {
            "period": [str(p) for p in self.periods],
            "value": self.values,
            "cell": [Cell(int(c)).name for c in self.cells],
        }
        if self._bounds is not None or self._figures.decimals:
            columns["lo"], columns["hi"] = self._all_bounds()
        return columns

    def to_pandas(self) -> Any:
        """Return the series as a pandas frame."""
        return _columns.table_in(self.to_columns(), "pandas")

    def to_polars(self) -> Any:
        """Return the series as a polars frame."""
        return _columns.table_in(self.to_columns(), "polars")

    def to_arrow(self) -> Any:
        """Return the figures as a pyarrow array over the same memory, with gaps as nulls."""
        return arrow_of(self.values, self.cells)

    def _all_bounds(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        if self._bounds is not None:
            return self._bounds.lo[0], self._bounds.hi[0]
        if not self._figures.decimals:
            raise KebiError("bounds need the decimals that the figures were printed with: say decimals=…")
        import numpy as np

        half = 0.5 * 10.0 ** -self._figures.decimals[0]
        slack = half + (np.abs(self.values) + half) * 2.0**-51
        return self.values - slack, self.values + slack

    def _column(self, period: Period | str) -> int:
        span = Period(period) if isinstance(period, str) else period
        found = self.time.column(span)
        if found is None:
            raise KebiError(f"the series has no figure for {span}: it has {self!r}")
        return found

    def _published_growth(self) -> Grid:
        if self._published is None:
            raise KebiError("this needs growth as published beside the levels: make the series with growth=…")
        return self._published

    def _bounded(self, function: Any, *more: Any) -> _core.BoundsGrid | None:
        return function(self._figures, *more) if self._figures.decimals else None

    def _of_growth(self, plain: Any, bounded: Any) -> Series:
        grid = self._published
        if grid is None:
            if self.measure != "growth":
                return self._like(plain(self.growth()._figures), "growth")
            grid = self._figures
        return self._like(plain(grid), "growth", bounded(grid) if grid.decimals else None)

    def _like(self, figures: Grid, measure: str, certain: _core.BoundsGrid | None = None) -> Series:
        made = Series.__new__(Series)
        made.indicator, made.region, made.vintage = self.indicator, self.region, self.vintage
        made.unit = self.unit if measure == "level" else None
        made.measure = measure
        made._figures, made._bounds = figures, certain
        made._published = made._published_bounds = None
        return made


def arrow_of(values: NDArray[np.float64], cells: NDArray[np.uint8]) -> Any:
    """Return figures as a pyarrow array over the same memory. Needs pyarrow."""
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    flat = values.reshape(-1)
    valid = np.packbits(cells.reshape(-1) == 0, bitorder="little")
    buffers = [pyarrow.py_buffer(valid), pyarrow.py_buffer(flat)]
    return pyarrow.Array.from_buffers(pyarrow.float64(), flat.size, buffers)


def _grid(time: Timeline, values: NDArray[np.float64], decimals: int | None) -> Grid:
    return Grid(time, values.reshape(1, -1), None, [] if decimals is None else [decimals])


def _is_span(by: str) -> bool:
    if by not in ("year", "span"):
        raise KebiError(f"growth is by 'year' or by 'span': found {by!r}")
    return by == "span"


def _month_code(ordinal: int) -> str:
    return f"{ordinal // 12:04}-{ordinal % 12 + 1:02}"


def _frequency(of: Frequency | str | None) -> Frequency | None:
    if of is None or isinstance(of, Frequency):
        return of
    known = Frequency.__members__
    if of not in known:
        raise KebiError(f"a series is of a {', '.join(known)}: found {of!r}")
    return known[of]


def _frequency_of(span: Period) -> Frequency:
    by_length = {1: Frequency.month, 3: Frequency.quarter, 6: Frequency.half, 12: Frequency.year}
    if span.months in by_length:
        return by_length[span.months]
    if span.is_year_to_date:
        return Frequency.year_to_date
    raise KebiError(f"no frequency has the span {span}: say frequency=…")


def _guessed(name: str, months: NDArray[np.int32] | None) -> Frequency:
    if name.lower().startswith(("ytd", "cum")) or name.startswith("累计"):
        return Frequency.year_to_date
    if months is None:
        raise KebiError(
            f"dates do not say whether {name!r} holds months or years to date: say frequency='month' "
            "or frequency='year_to_date'"
        )
    lengths: Sequence[int] = sorted({int(m) for m in months})
    alone = {(1,): "month", (1, 2): "month", (3,): "quarter", (6,): "half", (12,): "year"}
    return Frequency[alone.get(tuple(lengths), "year_to_date")]


def _period_column(frame: Any) -> str:
    names = [str(name) for name in _columns.names_of(frame)]
    for usual in ("period", "date", "month", "time", "报告期", "时间", "月份", "日期"):
        if usual in names:
            return usual
    raise KebiError(f"no column is called period, date or month: say period=… among {', '.join(names)}")
