"""Growth of the levels of one release over the bases of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import BoundsGrid, Grid, KebiError, operations
from ..frames.release_dates import iso_date
from ..tables.derivation import Derivation
from ..tables.figures import Block, Figures, in_units_of, mapped, with_grid
from ..tables.operands import companion
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..tables.options import Input, ReleaseTableOptions

__all__ = ["growth_across_releases"]


class Releases(Figures):
    """Growth across releases."""

    @operation("level")
    def growth_across_releases(
        self,
        bases: Input,
        *,
        mixed: bool = False,
        vintage: str | int = "",
        base_vintage: str | int = "",
        published: str = "published",
        **options: Unpack[ReleaseTableOptions],
    ) -> Derivation:
        """Return year-over-year growth of the levels of one release over the bases of another.

        Releases of different dates are refused unless `mixed` is passed, because the growth would
        contain the revision between them. Series go together by their names; one that the bases do
        not have has no growth.

        Parameters
        ----------
        bases : table of the same kind
            Levels as released at the other date.
        mixed : bool, default False
            Whether the releases may be of different dates.
        vintage, base_vintage : str, optional
            The dates of publication of arrays and frames; a `Series` or `Panel` has its own.
        published : str, default "published"
            The column of dates of a long frame: its latest is the vintage.

        Returns: Growth in percent.
        Raises: For releases of several dates, or of unknown ones, without `mixed`, and for other series.
        Source: OECD, Main Economic Indicators: original release data and revisions database.

        >>> import kebi
        >>> early = kebi.Series(["5107.6"], start="2018", vintage="2019")
        >>> late = kebi.Series(["5133.4"], start="2019", vintage="2020")
        >>> print(f"{kebi.growth_across_releases(late, early, mixed=True)['2019']:.2f}")
        0.51
        """
        before = companion(self, bases)
        if not mixed:
            dates = _vintage(self, vintage, published), _vintage(before, base_vintage, published)
            if not any(dates) and self.origin.is_unlabelled:
                raise KebiError(
                    "growth over the bases of another release needs to know that both are of one: pass vintage=… and "
                    "base_vintage=…, or mixed=True"
                )
            _core.require_one_vintage(self.called, *dates)
        before = _lined_up(self, before)
        exact = (lambda: _of_one_release(_core.bases_beside(self.time, before.bounds_grid), mixed)) if before.is_derived else None
        beside = with_grid(self, _of_one_release(_core.bases_beside(self.time, before.grid), mixed), exact)
        return Derivation(operations.growth_between, self, beside)


growth_across_releases = Releases.growth_across_releases


def _of_one_release(bases: Any, mixed: bool) -> Any:
    """Return bases that count as of the release of their levels, where releases may be mixed."""
    if not mixed or not bases.releases:
        return bases
    if isinstance(bases, Grid):
        return Grid(bases.time, bases.values, bases.status, bases.decimals)
    return BoundsGrid(bases.time, bases.lo, bases.hi, bases.status)


def _vintage(figures: Figures, vintage: Any, published: str) -> str:
    """Return the date of publication of figures, as passed, as they have it, or by a column of dates."""
    if not figures.origin.is_unlabelled:
        if vintage:
            raise KebiError(f"{figures!r} has its own vintage: create it with vintage=…")
        return figures.vintage
    return iso_date(vintage) if vintage else figures.origin.latest_release(published)


def _lined_up(levels: Figures, bases: Figures) -> Figures:
    """Return the bases with the rows of the levels, by their names."""
    if levels.is_dated is not bases.is_dated or type(levels) is not type(bases):
        raise KebiError(f"the frequencies must agree: found {levels!r} and {bases!r}")
    one: Any = levels.table
    other: Any = bases.table
    if isinstance(levels, Block):
        if levels.grid.values.shape[0] != bases.grid.values.shape[0]:
            raise KebiError("the bases of an array are an array with the same rows: found another number of them")
        return bases
    if not hasattr(one, "regions"):
        for what in ("region", "indicator"):
            name, base = getattr(one, what), getattr(other, what)
            if name and base and name != base:
                raise KebiError(f"growth across releases needs one series: found the {what} {name!r} over {base!r}")
        return in_units_of(bases, levels)
    if not set(one.regions) & set(other.regions) or not set(one.indicators) & set(other.indicators):
        raise KebiError(f"the bases have none of the series: found {levels!r} and {bases!r}")
    rows = one.regions, one.indicators
    return in_units_of(mapped(bases, lambda table: table.select(*rows)), levels)
