"""Panels: regions x indicators x times in one piece of memory, from and to frames of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._core import Cell, Frequency, Grid, KebiError
from ..frames.columns import frame_of_kind
from ..frames.long import LongRows
from ..frames.periods import frequency_named
from ..frames.wide import read_wide
from ..text import listed
from .across_releases import growth_across_releases
from .figures import Figures
from .series import Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Panel(Figures):
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
    <Panel 2 regions x 1 indicators, month 2018-06 to 2019-06, 4 of 26 figures>
    >>> round(panel.growth()["甲", "出口"]["2019-06"], 6)
    10.0
    """

    is_panel = True

    def __init__(
        self, regions: Sequence[str], indicators: Sequence[str], figures: Grid, *, measure: str = "level", vintage: str = ""
    ) -> None:
        if len(regions) * len(indicators) != figures.values.shape[0]:
            raise KebiError(
                f"{len(regions)} regions with {len(indicators)} indicators need as many series: "
                f"found {figures.values.shape[0]}"
            )
        self.regions, self.indicators = list(regions), list(indicators)
        self.measure, self.vintage = measure, vintage
        self.duplicates: list[tuple[int, float, float]] = []
        self._figures = figures
        self._certain = None
        self.published = None

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        value: str = "value",
        growth: str | None = None,
        cell: str | None = None,
        region: str | None = "region",
        indicator: str | None = "indicator",
        period: str = "period",
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
        growth_decimals: int | None = None,
        duplicates: Literal["refuse", "first", "last"] = "refuse",
        vintage: str = "",
    ) -> Panel:
        """Take a panel from a long table with a row for each figure, in any order.

        Rows that tell a figure again are listed in `duplicates` as (row, kept, other); where they
        differ they are refused unless it is said which to keep. A table with several frequencies
        is for `panels_from_frame`. `region` is None where all rows are of one region, and `indicator`
        where they are of one indicator. `growth` is a column of growth as published beside the levels,
        `cell` one of causes, such as "suppressed".
        """
        rows = LongRows.of(frame, region, indicator, period, frequency_named(frequency), value)
        return cls._of_rows(rows, frame, value, growth, cell, decimals, growth_decimals, duplicates, vintage)

    @classmethod
    def _of_rows(
        cls,
        rows: LongRows,
        frame: Any,
        value: str,
        growth: str | None = None,
        cell: str | None = None,
        decimals: int | None = None,
        growth_decimals: int | None = None,
        duplicates: str = "refuse",
        vintage: str = "",
    ) -> Panel:
        made, told = rows.panel(frame, value, cell, decimals, duplicates)
        panel = cls(rows.regions, rows.indicators, made, vintage=vintage)
        panel.duplicates = told
        if growth is not None:
            rates, _ = rows.panel(frame, growth, None, growth_decimals, duplicates)
            panel.published = panel._like(rates, "growth")
        return panel

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
        """Take a panel of one region from a wide table: a column for each indicator.

        Columns whose names start with ytd, cum_, cumulative or 累计 hold the year to date; where
        only some do and the spans do not tell, say `frequency`.
        """
        heads, made = read_wide(frame, period, frequency, decimals)
        return cls([region], heads, made)

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
        """The lower ends of what the figures can be."""
        return self._cube(self._bounds().lo)

    @property
    def hi(self) -> NDArray[np.float64]:
        """The upper ends of what the figures can be."""
        return self._cube(self._bounds().hi)

    def comparable_base(self, growths: Panel | None = None) -> Panel:
        """Return the base that each published growth implies (可比基数)."""
        return self._implied_bases(growths)

    def growth_across(self, bases: Panel, *, mixed: bool = False) -> Panel:
        """Return year-over-year growth over the bases of another release, series by series.

        As of `Series.growth_across`; a series that the bases do not have has none.
        """
        return growth_across_releases(self, bases, mixed)

    def ranks(self, indicator: str | None = None, *, lowest_first: bool = False) -> Panel:
        """Return the place of each region by one indicator, or by each of them, at each time.

        1 is the highest; equals share the better place and the next one is skipped. The bounds are
        the best and the worst place that the print leaves possible. Absent figures have no place.
        """
        of = self if indicator is None else self._only(self._index(self.indicators, indicator, "indicator"))
        rivals = [row % len(of.indicators) for row in range(len(of._figures.values))]
        return of._ranked(lowest_first, rivals)

    def _ranked(self, lowest_first: bool, rivals: list[int]) -> Panel:
        if lowest_first not in (True, False):
            raise KebiError(f"lowest_first is True or False: found {lowest_first!r}")
        return self._derived(_core.ranks, [self], lowest_first, rivals, measure="rank")

    def _only(self, indicator: int) -> Panel:
        rows = [r * len(self.indicators) + indicator for r in range(len(self.regions))]
        made = Panel(
            self.regions, [self.indicators[indicator]], _core.rows_of(self._figures, rows),
            measure=self.measure, vintage=self.vintage,
        )
        if self._certain is not None:
            made._certain = lambda: _core.rows_of(self._bounds(), rows)
        return made

    def __getitem__(self, names: tuple[str, str]) -> Series:
        if not isinstance(names, tuple) or len(names) != 2:
            raise KebiError(
                f"a series of a panel is asked for by its region and its indicator: found {names!r}. Say panel[region, "
                f"indicator], and a span of that in brackets of its own; it has the regions {listed(self.regions)} and the "
                f"indicators {listed(self.indicators)}, and all figures by their places in values"
            )
        region, indicator = names
        row = self._index(self.regions, region, "region") * len(self.indicators)
        row += self._index(self.indicators, indicator, "indicator")
        return self._series(region, indicator, row)

    def _with_rows(self, regions: list[str], indicators: list[str]) -> Panel:
        """Return the panel with these regions and indicators, absent where it has no such series."""
        if (regions, indicators) == self._names():
            return self
        width, place = len(self.indicators), {name: k for k, name in enumerate(self.indicators)}
        at = {name: r * width for r, name in enumerate(self.regions)}
        rows = [at[r] + place[k] if r in at and k in place else -1 for r in regions for k in indicators]
        made = Panel(regions, indicators, _core.rows_of_items(self._figures, rows), measure=self.measure, vintage=self.vintage)
        if self._certain is not None:
            made._certain = lambda: _core.rows_of_items(self._bounds(), rows)
        made._undated, made._into = self._undated, self._into
        made.published = None if self.published is None else self.published._with_rows(regions, indicators)
        return made

    def _series(self, region: str, indicator: str, row: int) -> Series:
        made = Series.__new__(Series)
        made._label(indicator=indicator, region=region, vintage=self.vintage)
        made.measure = self.measure
        made._figures = _core.rows_of(self._figures, [row])
        made._certain = None
        if self._certain is not None:
            made._certain = lambda: _core.rows_of(self._bounds(), [row])
        made.published = None if self.published is None else self.published._series(region, indicator, row)
        return made

    def __repr__(self) -> str:
        known = int((self._figures.cells == 0).sum())
        what = "" if self.measure == "level" else f" of {self.measure}"
        return (
            f"<Panel{what} {len(self.regions)} regions x {len(self.indicators)} indicators, "
            f"{self._told_times()}, {known} of {self._figures.cells.size} figures>"
        )

    def to_columns(self, *, bounds: bool = False) -> dict[str, Any]:
        """Return a long table of the figures: region, indicator, period, value, and lo and hi if asked for."""
        return _long_columns(self, bounds)

    def to_pandas(self, *, bounds: bool = False) -> Any:
        """Return the figures as a long pandas frame."""
        return frame_of_kind(self.to_columns(bounds=bounds), "pandas")

    def to_polars(self, *, bounds: bool = False) -> Any:
        """Return the figures as a long polars frame."""
        return frame_of_kind(self.to_columns(bounds=bounds), "polars")

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

    def _whole(self, whole: Figures | str) -> Figures:
        if not isinstance(whole, str):
            return super()._whole(whole)
        rows = self._rows_of_whole(whole)
        return self._moved(lambda block: _core.rows_of(block, rows))

    def _rows_of_whole(self, whole: str) -> list[int]:
        count, width = len(self.regions), len(self.indicators)
        if whole in self.regions and whole in self.indicators:
            raise KebiError(f"both a region and an indicator are called {whole!r}: give the whole as a panel")
        if whole in self.indicators:
            k = self.indicators.index(whole)
            return [r * width + k for r in range(count) for _ in range(width)]
        if whole not in self.regions:
            raise KebiError(
                f"the panel has no region or indicator {whole!r} to be the whole: it has the regions {listed(self.regions)} "
                f"and the indicators {listed(self.indicators)}"
            )
        at = self.regions.index(whole) * width
        return [at + k for _ in range(count) for k in range(width)]

    def _called(self) -> str:
        return "the panel"

    def _names(self) -> tuple[list[str], list[str]]:
        return self.regions, self.indicators

    def _cube(self, block: NDArray[Any]) -> NDArray[Any]:
        return block.reshape(len(self.regions), len(self.indicators), -1)

    def _index(self, names: list[str], name: str, what: str) -> int:
        try:
            return names.index(name)
        except ValueError:
            raise KebiError(f"the panel has no {what} {name!r}: it has {listed(names)}") from None

    def _like(self, figures: Grid, measure: str) -> Panel:
        return Panel(self.regions, self.indicators, figures, measure=measure, vintage=self.vintage)


def _long_columns(panel: Panel, bounds: bool) -> dict[str, Any]:
    """Return the figures of a panel that are there as columns, with lo and hi if asked for."""
    import numpy as np

    r, k, t = np.nonzero(panel.cells == 0)
    spans = np.array([str(p) for p in panel.periods], dtype=object)
    columns = {
        "region": np.array(panel.regions, dtype=object)[r],
        "indicator": np.array(panel.indicators, dtype=object)[k],
        "period": spans[t],
        "value": panel.values[r, k, t],
    }
    if bounds:
        columns["lo"], columns["hi"] = panel.lo[r, k, t], panel.hi[r, k, t]
    return columns
