"""What one figure was told as before: comparable bases beside published ones, and releases in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _columns, _core
from ._core import Grid, Period, Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .series import Series


class ComparableBase:
    """The three bases of a growth: as published a year before, as the growth implies, and their ratio.

    The ratio, the revision factor, is 1 where scope and prices stayed what they were. Spans in
    which no rounding brings it to 1 are in `recut`.
    """

    def __init__(self, levels: Series, growths: Grid) -> None:
        grid = levels._figures
        bounded = bool(grid.decimals and growths.decimals)
        self.published = levels._like(_core.lagged(grid, _columns_in_year(levels.time)), "level")
        self.implied = levels._like(
            _core.comparable_base(grid, growths),
            "level",
            _core.comparable_base_bounds(grid, growths) if bounded else None,
        )
        certain = _core.revision_factor_bounds(grid, growths) if bounded else None
        self.factor = levels._like(_core.revision_factors(grid, growths), "ratio", certain)
        self.recut = [levels.time.span(t) for t in _core.recut_columns(certain)] if certain else []

    def to_columns(self) -> dict[str, Any]:
        """Return the three as columns, with the bounds of the last two where they are known."""
        columns: dict[str, Any] = {
            "period": [str(p) for p in self.factor.periods],
            "published_base": self.published.values,
            "comparable_base": self.implied.values,
            "revision_factor": self.factor.values,
        }
        if self.factor._bounds is not None:
            columns["revision_factor_lo"], columns["revision_factor_hi"] = self.factor._all_bounds()
            cut = {str(p) for p in self.recut}
            columns["recut"] = [period in cut for period in columns["period"]]
        return columns

    def to_pandas(self) -> Any:
        """Return the bases as a pandas frame."""
        return _columns.table_in(self.to_columns(), "pandas")

    def to_polars(self) -> Any:
        """Return the bases as a polars frame."""
        return _columns.table_in(self.to_columns(), "polars")

    def __repr__(self) -> str:
        return f"<ComparableBase of {self.factor.indicator}: {len(self.recut)} of {len(self.factor)} spans recut>"


class ReleaseHistory:
    """A series as it stood on each date it was published (ISO dates, or years or months)."""

    def __init__(self, releases: Mapping[str, Series]) -> None:
        self._kept: dict[str, Series] = {}
        self._inner = _core.ReleaseHistory()
        for date, series in releases.items():
            self.add(date, series)

    def add(self, date: str, series: Series) -> None:
        """Add what was published on a date."""
        self._inner.add(date, series.indicator, series.measure == "level", series._figures)
        self._kept[date] = series

    def as_of(self, date: str) -> Series:
        """Return what was known on a date: the last release not after it."""
        return self._kept[self._inner.as_of(date)]

    def revisions(self, period: Period | str) -> list[tuple[str, float | None, float]]:
        """Return how a figure was told and retold: date, figure, change since the release before."""
        return self._inner.revisions(Period(period) if isinstance(period, str) else period)

    def revised(self) -> list[Period]:
        """Return the spans whose figures were changed after they were first told."""
        return self._inner.revised()


def _columns_in_year(time: Timeline) -> int:
    return {"quarter": 4, "half": 2, "year": 1}.get(time.frequency.name, 12)
