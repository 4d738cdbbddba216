"""What one figure was told as before: comparable bases beside published ones, and releases in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _columns, _core
from ._core import KebiError, Period
from .panel import Panel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .figures import Figures
    from .series import Series


class ComparableBase:
    """The bases of a growth: as published a year before, as the growth implies, and their ratio.

    The ratio, the revision factor, is 1 where scope and prices stayed what they were. Spans in
    which no rounding brings it to 1 are in `recut`. Where the series was published anew, its
    bases are in `rereleased`, and `rereleased_factor` holds the implied ones against them.
    """

    def __init__(self, levels: Series, rereleased: Series | None = None) -> None:
        self.published = levels._bases(None)
        self.implied = levels._implied_bases()
        self.factor = levels.revision_factors()
        self.recut = _recut(self.factor)
        self.rereleased: Series | None = None
        self.rereleased_factor: Series | None = None
        if rereleased is not None:
            self.rereleased = levels._bases(rereleased)
            self.rereleased_factor = levels.revision_factors(rereleased=rereleased)

    def to_columns(self) -> dict[str, Any]:
        """Return the bases as columns, with the bounds of the factor where they are known."""
        columns: dict[str, Any] = {
            "period": [str(p) for p in self.factor.periods],
            "published_base": self.published.values,
            "comparable_base": self.implied.values,
            "revision_factor": self.factor.values,
        }
        if self.factor.has_bounds:
            columns["revision_factor_lo"], columns["revision_factor_hi"] = self.factor.lo, self.factor.hi
            cut = {str(p) for p in self.recut}
            columns["recut"] = [period in cut for period in columns["period"]]
        if self.rereleased is not None and self.rereleased_factor is not None:
            columns["rereleased_base"] = self.rereleased.values
            columns["rereleased_factor"] = self.rereleased_factor.values
        return columns

    def to_pandas(self) -> Any:
        """Return the bases as a pandas frame."""
        return _columns.table_in(self.to_columns(), "pandas")

    def to_polars(self) -> Any:
        """Return the bases as a polars frame."""
        return _columns.table_in(self.to_columns(), "polars")

    def __repr__(self) -> str:
        return f"<ComparableBase of {self.factor.indicator}: {len(self.recut)} of {len(self.factor)} spans recut>"


def _recut(factor: Series) -> list[Period]:
    if not factor.has_bounds:
        return []
    return [factor.time.span(t) for t in _core.recut_columns(factor._bounds())]


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

    def release_of(self, date: str) -> Series:
        """Return the last release not after a date, alone.

        A figure that only an earlier release told is not in it: `kebi.as_of` of the history lays
        the releases over one another.
        """
        return self._kept[self._inner.release_of(date)]

    def revisions(self, period: Period | str) -> list[tuple[str, float | None, float | None]]:
        """Return how a figure was told and retold: date, figure, change since the release before that told it.

        The change is None for the first figure, and where a release has none.
        """
        return self._inner.revisions(Period(period) if isinstance(period, str) else period)

    def revised(self) -> list[Period]:
        """Return the spans whose figures were changed after they were first told."""
        return self._inner.revised()


def across(levels: Figures, bases: Figures, mixed: bool) -> Any:
    """Return year-over-year growth of the levels of one release over the bases of another."""
    levels._require_levels("take growth of")
    bases._require_levels("take growth over")
    if not mixed:
        levels._require_one_vintage(bases)
    if levels._undated is not bases._undated or isinstance(levels, Panel) is not isinstance(bases, Panel):
        raise KebiError(f"growth goes by spans of one kind: found {levels!r} and {bases!r}")
    if not isinstance(levels, Panel):
        for what, (one,), (other,) in zip(("region", "indicator"), levels._names(), bases._names(), strict=True):
            if one and other and one != other:
                raise KebiError(f"growth across releases is of one series: found the {what} {one!r} over {other!r}")
    if isinstance(levels, Panel) and isinstance(bases, Panel):
        if not set(levels.regions) & set(bases.regions) or not set(levels.indicators) & set(bases.indicators):
            raise KebiError(f"the bases have none of the series: found {levels!r} and {bases!r}")
        bases = bases._with_rows(levels.regions, levels.indicators)
    before = levels._like(_core.bases_beside(levels.time, bases._figures), "level")
    if bases._certain is not None:
        before._certain = lambda: _core.bases_beside(levels.time, bases._bounds())
    return levels._derived(_core.growth_between, [levels, before], measure="growth")
