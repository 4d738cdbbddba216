"""Panels: regions x indicators x times in one piece of memory, from and to frames of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from . import _columns, _core
from ._core import Cell, Frequency, Grid, KebiError, Period, Timeline
from .series import Series, _frequency, _guessed, _is_span, arrow_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Step = Literal["year", "span"]


class Panel:
    """Many regions and indicators over the same times.

    All times of a series lie together, then the region's next indicator follows, then the next
    region. `values`, `cells`, `lo` and `hi` are numpy views of that memory with the shape regions x
    indicators x times; they cannot be written to.

    Examples
    --------
    >>> import kebi
    >>> table = {
    ...     "region": ["甲", "乙", "甲", "乙"],
    ...     "indicator": ["出口", "出口", "出口", "出口"],
    ...     "period": ["2019-06", "2018-06", "2018-06", "2019-06"],
    ...     "value": ["110.0", "50.0", "100.0", "40.0"],
    ... }
    >>> panel = kebi.Panel.from_frame(table)
    >>> panel
    <Panel 2 regions x 1 indicators, month 2018-06..2019-06, 4 of 26 figures>
    >>> round(panel.growth()["甲", "出口"]["2019-06"], 6)
    10.0
    """

    def __init__(self, regions: Sequence[str], indicators: Sequence[str], figures: Grid, *, measure: str = "level", vintage: str = "") -> None:
        if len(regions) * len(indicators) != figures.values.shape[0]:
            raise KebiError(
                f"{len(regions)} regions with {len(indicators)} indicators need as many series: "
                f"found {figures.values.shape[0]}"
            )
        self.regions, self.indicators = list(regions), list(indicators)
        self.measure, self.vintage = measure, vintage
        self.duplicates: list[tuple[int, float, float]] = []
        self._figures = figures
        self._bounds: _core.BoundsGrid | None = None

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        value: str = "value",
        region: str = "region",
        indicator: str = "indicator",
        period: str = "period",
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
        duplicates: Literal["refuse", "first", "last"] = "refuse",
        vintage: str = "",
    ) -> Panel:
        """Take a panel from a long table with a row for each figure, in any order.

        Rows that tell a figure again are listed in `duplicates` as (row, kept, other); where they
        differ they are refused unless it is said which to keep. A table with several frequencies
        is for `panels_from_frame`.
        """
        at, months = _columns.ends(_columns.column(frame, period))
        of = _frequency(frequency) or (
            Frequency.month if months is None and not value.lower().startswith("ytd") else _guessed(value, months)
        )
        region_codes, regions = _columns.coded(_columns.column(frame, region))
        indicator_codes, indicators = _columns.coded(_columns.column(frame, indicator))
        figures, printed = _taken(_columns.column(frame, value), decimals)
        if len(at) == 0:
            raise KebiError("the frame has no rows")
        together = of is Frequency.month and months is not None and bool((months == 2).any())
        first, last = int(at.min()), int(at.max())
        step = {"quarter": 3, "half": 6, "year": 12}.get(of.name, 1)
        time = Timeline(of, first // 12, first % 12 + 1, (last - first) // step + 1, together)
        rule = _core.OnConflict[duplicates] if duplicates in ("refuse", "first", "last") else None
        if rule is None:
            raise KebiError(f"duplicates are to refuse, or the first or last is kept: found {duplicates!r}")
        grid, told = _core.filled(
            regions, indicators, time, region_codes, indicator_codes, at, figures,
            [] if printed is None else [printed] * len(indicators), rule,
        )
        made = cls(regions, indicators, grid, vintage=vintage)
        made.duplicates = told
        return made

    @classmethod
    def from_wide(
        cls,
        frame: Any,
        *,
        period: str | None = None,
        region: str = "",
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
    ) -> Panel:
        """Take a panel of one region from a wide table: a column for each indicator."""
        import numpy as np

        heads = [str(name) for name in _columns.names_of(frame)]
        from .series import _period_column

        when = period or _period_column(frame)
        columns = [Series.from_frame(frame, value=name, period=when, frequency=frequency or "month", decimals=decimals)
                   for name in heads if name != when]
        if not columns:
            raise KebiError("the frame has no column of figures")
        values = np.stack([each.values for each in columns])
        cells = np.stack([each.cells for each in columns])
        known = [each.decimals for each in columns]
        printed = [] if None in known else [d for d in known if d is not None]
        grid = Grid(columns[0].time, values, cells, printed)
        return cls([region], [name for name in heads if name != when], grid)

    @property
    def time(self) -> Timeline:
        """The times of the panel."""
        return self._figures.time

    @property
    def periods(self) -> list[Period]:
        """The span of each column."""
        return [self.time.span(i) for i in range(len(self.time))]

    @property
    def values(self) -> NDArray[np.float64]:
        """The figures, nan where one is absent."""
        return self._cube(self._figures.values)

    @property
    def cells(self) -> NDArray[np.uint8]:
        """For each figure 0, or the `Cell` that says why there is none."""
        return self._cube(self._figures.cells)

    @property
    def lo(self) -> NDArray[np.float64]:
        """The lower ends of derived figures."""
        return self._cube(self._certain().lo)

    @property
    def hi(self) -> NDArray[np.float64]:
        """The upper ends of derived figures."""
        return self._cube(self._certain().hi)

    def growth(self, by: Step = "year", *, bounds: bool = False, threads: int = 1) -> Panel:
        """Return growth in percent by the calendar, year over year (同比) or span over span (环比)."""
        self._require_levels("take growth of")
        span = _is_span(by)
        made = self._like(_core.growth_of(self._figures, span, threads), "growth")
        if bounds:
            made._bounds = _core.growth_bounds_of(self._figures, span, threads)
        return made

    def single(self, *, threads: int = 1) -> Panel:
        """Return single months out of the year to date; January and February stay one."""
        self._require_levels("take months out of")
        return self._like(_core.single_months(self._figures, threads), "level")

    def cumulated(self) -> Panel:
        """Return the year to date out of months."""
        self._require_levels("add up")
        return self._like(_core.cumulated(self._figures), "level")

    def comparable_base(self, growths: Panel) -> Panel:
        """Return the base that each published growth of another panel implies."""
        return self._like(_core.comparable_base(self._figures, self._beside(growths)), "level")

    def revision_factors(self, growths: Panel) -> Panel:
        """Return that base over the one published a year before; bounds where decimals are known."""
        grid = self._beside(growths)
        made = self._like(_core.revision_factors(self._figures, grid), "ratio")
        if self._figures.decimals and grid.decimals:
            made._bounds = _core.revision_factor_bounds(self._figures, grid)
        return made

    def linked(self, growths: Panel, anchor: int) -> Panel:
        """Return levels on the footing of one year, linked by growth."""
        return self._like(_core.linked(self._figures, self._beside(growths), anchor), "level")

    def single_month_growth(self, growths: Panel) -> Panel:
        """Return comparable growth of single months out of levels and growth of the year to date."""
        grid = self._beside(growths)
        made = self._like(_core.single_month_growth(self._figures, grid), "growth")
        if self._figures.decimals and grid.decimals:
            made._bounds = _core.single_month_growth_bounds(self._figures, grid)
        return made

    def shares(self, whole: str) -> Panel:
        """Return the share (比重) of each region in one of them, such as the nation."""
        return self._in_whole(_core.shares, _core.share_bounds, whole, "share")

    def contributions(self, whole: str) -> Panel:
        """Return the contribution (贡献率) of each region to the growth of one of them."""
        return self._in_whole(_core.contributions, _core.contribution_bounds, whole, "contribution")

    def pulls(self, whole: str) -> Panel:
        """Return the points (拉动) of the growth of one region that each region brought."""
        return self._in_whole(_core.pulls, _core.pull_bounds, whole, "pull")

    def ranks(self, indicator: str, *, lowest_first: bool = False) -> Panel:
        """Return the place of each region by one indicator, at each time."""
        k = self._index(self.indicators, indicator, "indicator")
        rows = [r * len(self.indicators) + k for r in range(len(self.regions))]
        grid = _core.ranks(_core.rows_of(self._figures, rows), lowest_first)
        return Panel(self.regions, [indicator], grid, measure="rank", vintage=self.vintage)

    def __getitem__(self, names: tuple[str, str]) -> Series:
        region, indicator = names
        row = self._index(self.regions, region, "region") * len(self.indicators)
        row += self._index(self.indicators, indicator, "indicator")
        made = Series.__new__(Series)
        made.indicator, made.region, made.vintage = indicator, region, self.vintage
        made.unit, made.measure = None, self.measure
        made._figures = _core.rows_of(self._figures, [row])
        made._bounds = made._published = made._published_bounds = None
        return made

    def __repr__(self) -> str:
        count = len(self.time)
        span = f"{self.time.span(0)}..{self.time.span(count - 1)}" if count else "of no time"
        known = int((self._figures.cells == 0).sum())
        what = "" if self.measure == "level" else f" of {self.measure}"
        return (
            f"<Panel{what} {len(self.regions)} regions x {len(self.indicators)} indicators, "
            f"{self.time.frequency.name} {span}, {known} of {self._figures.cells.size} figures>"
        )

    def to_columns(self) -> dict[str, Any]:
        """Return a long table of the figures: region, indicator, period, value, and bounds if any."""
        import numpy as np

        r, k, t = np.nonzero(self.cells == 0)
        spans = np.array([str(p) for p in self.periods], dtype=object)
        columns = {
            "region": np.array(self.regions, dtype=object)[r],
            "indicator": np.array(self.indicators, dtype=object)[k],
            "period": spans[t],
            "value": self.values[r, k, t],
        }
        if self._bounds is not None:
            columns["lo"], columns["hi"] = self.lo[r, k, t], self.hi[r, k, t]
        return columns

    def to_pandas(self) -> Any:
        """Return the figures as a long pandas frame."""
        return _columns.table_in(self.to_columns(), "pandas")

    def to_polars(self) -> Any:
        """Return the figures as a long polars frame."""
        return _columns.table_in(self.to_columns(), "polars")

    def to_arrow(self) -> Any:
        """Return all figures as one pyarrow array over the same memory, with gaps as nulls."""
        return arrow_of(self._figures.values, self._figures.cells)

    def gaps(self) -> dict[str, list[Any]]:
        """Return what lacks and why: region, indicator, period, cause."""
        import numpy as np

        r, k, t = np.nonzero(self.cells)
        spans = [str(p) for p in self.periods]
        return {
            "region": [self.regions[i] for i in r],
            "indicator": [self.indicators[i] for i in k],
            "period": [spans[i] for i in t],
            "cell": [Cell(int(c)).name for c in self.cells[r, k, t]],
        }

    def _in_whole(self, plain: Any, bounded: Any, whole: str, measure: str) -> Panel:
        self._require_levels("take shares of")
        at = self._index(self.regions, whole, "region") * len(self.indicators)
        rows = [at + k for _ in self.regions for k in range(len(self.indicators))]
        wholes = _core.rows_of(self._figures, rows)
        made = self._like(plain(self._figures, wholes), measure)
        if self._figures.decimals:
            made._bounds = bounded(self._figures, wholes)
        return made

    def _beside(self, growths: Panel) -> Grid:
        self._require_levels("find a base from")
        _core.require_one_vintage("the panel", self.vintage, growths.vintage)
        if growths.measure != "growth":
            raise KebiError("this needs a panel of published growth: make it with as_growth()")
        if self.regions != growths.regions or self.indicators != growths.indicators or self.time != growths.time:
            raise KebiError("levels and growth must be of the same regions, indicators and times")
        return growths._figures

    def as_growth(self) -> Panel:
        """Return the same figures, said to be published growth in percent."""
        return self._like(self._figures, "growth")

    def _require_levels(self, doing: str) -> None:
        _core.require_levels("the panel", self.measure == "level", doing)

    def _certain(self) -> _core.BoundsGrid:
        if self._bounds is None:
            raise KebiError("this panel was made without bounds: ask for growth(bounds=True)")
        return self._bounds

    def _cube(self, block: NDArray[Any]) -> NDArray[Any]:
        return block.reshape(len(self.regions), len(self.indicators), -1)

    def _index(self, names: list[str], name: str, what: str) -> int:
        try:
            return names.index(name)
        except ValueError:
            raise KebiError(f"the panel has no {what} {name!r}") from None

    def _like(self, figures: Grid, measure: str) -> Panel:
        return Panel(self.regions, self.indicators, figures, measure=measure, vintage=self.vintage)


def _taken(values: Any, decimals: int | None) -> tuple[NDArray[np.float64], int | None]:
    """Return figures with the decimals that were told, which saves looking for them."""
    import numpy as np

    if decimals is not None:
        array = _columns.as_array(values)
        if array.dtype.kind == "f":
            return np.ascontiguousarray(array, dtype=np.float64), decimals
    figures, printed = _columns.figures(values)
    return figures, decimals if decimals is not None else printed

