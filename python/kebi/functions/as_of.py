"""What was known on a date: of each figure the last release not after it.

Releases are a long frame with a column that says when each figure was published, or a dict of tables
of any kind (arrays, `Series`, `Panel`, frames) by their dates, or a `ReleaseHistory`. Dates are days,
months or years; a month or a year counts as known when it ended, and where the order of two dates is
open they are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from .. import _core
from .._core import KebiError
from ..frames.columns import rows_at
from ..frames.release_dates import iso_date
from ..frames.releases import ReleaseRows
from ..tables.array import ArrayInput
from ..tables.derivation import Derivation, Known
from ..tables.figures import Figures, figures_of, in_units_of, mapped
from ..tables.inputs import LabelledInput
from ..tables.operation import open_table, with_shared_parameters
from ..tables.unreliable import AcrossReleasesWarning
from ..tables.wide_frame import WideFrameInput
from ..text import warn_user
from .release_history import releases_by_date, require_alike

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date as Date
    from typing import Literal

    from typing_extensions import TypeAlias, Unpack

    from ..tables.figures import Out
    from ..tables.inputs import TableBounds
    from ..tables.options import Array, AsOfOptions, Columns, F, Floats, Frame, FrameOptions
    from .release_history import ReleaseHistory, Releases

    Day: TypeAlias = "str | int | Date"

__all__ = ["as_of"]


@overload
def as_of(
    table: ReleaseHistory[F] | Mapping[str, F], date: Day, *, bounds: bool = False, **options: Unpack[AsOfOptions]
) -> F: ...
@overload
def as_of(
    table: Mapping[str, Array], date: Day, *, bounds: Literal[False] = False, **options: Unpack[AsOfOptions]
) -> Floats: ...
@overload
def as_of(
    table: Frame | Mapping[str, Array], date: Day, *, bounds: Literal[True], **options: Unpack[AsOfOptions]
) -> TableBounds[Floats]: ...
@overload
def as_of(
    table: Frame | Mapping[str, Frame], date: Day, *, bounds: Literal[False] = False, **options: Unpack[AsOfOptions]
) -> Frame: ...
@overload
def as_of(
    table: Columns, date: Day, *, bounds: Literal[False] = False, **options: Unpack[AsOfOptions]
) -> dict[str, Any]: ...
@overload
def as_of(
    table: Mapping[str, Frame], date: Day, *, bounds: Literal[True], **options: Unpack[AsOfOptions]
) -> TableBounds[Frame]: ...
@overload
def as_of(
    table: Columns, date: Day, *, bounds: Literal[True], **options: Unpack[AsOfOptions]
) -> TableBounds[Floats] | TableBounds[dict[str, Any]]: ...
@overload
def as_of(
    table: Releases | Frame, date: Day, *, bounds: bool = False, out: Out, **options: Unpack[AsOfOptions]
) -> Out: ...
@with_shared_parameters
def as_of(
    table: Releases | Any,
    date: Day,
    *,
    published: str = "published",
    mixed: bool = False,
    bounds: bool = False,
    out: Out | None = None,
    threads: int = 1,
    **options: Unpack[FrameOptions],
) -> Any:
    """Return what was known on a date: of each figure the last release not after it.

    If a release omits a figure, the previous one stays in force. The result keeps which release each
    figure is of: growth, shares and contributions go over figures of one release alone and are left
    out elsewhere (`ObservationStatus.across_releases`), because a revision would count as growth.

    Parameters
    ----------
    table : long frame, dict of tables or ReleaseHistory
        The releases: a long frame with a column of dates, or tables of any kind by their dates.
    date : str, int or date
        A day, a month or a year.
    published : str, default "published"
        The column of dates of a long frame.
    mixed : bool, default False
        Whether figures of several tables count as of one release. Rows of a long frame keep their
        dates: there `published=None` of the next function says so. Arrays and wide frames have no place for
        the release of each figure: without it an `AcrossReleasesWarning` says where there are several.

    Returns
    -------
    same kind as the releases
        Of a long frame its rows with all their columns; of a dict of tables, a table of their kind.

    Raises
    ------
    KebiError
        Where nothing was published by then, and for releases that are not of the same series.

    Examples
    --------
    >>> import kebi
    >>> table = {
    ...     "period": ["2018", "2018", "2019"],
    ...     "value": ["5107.6", "4763.7", "5133.4"],
    ...     "published": ["2019-03-01", "2020-03-01", "2020-03-01"],
    ... }
    >>> kebi.as_of(table, "2019-12-31")["value"]
    ['5107.6']
    >>> early, late = kebi.Series([5107.6], start="2018"), kebi.Series([4763.7, 5133.4], start="2018")
    >>> kebi.as_of({"2019-03": early, "2020-03": late}, "2020")
    <Series, year 2018 to 2019, 2 of 2 figures>
    """
    by = iso_date(date)
    columns: dict[str, Any] = dict(options)
    releases = releases_by_date(table)
    if releases is not None:
        return _known_of(releases, by, columns, bounds, out, mixed)
    rows = ReleaseRows.of_frame(table, published, columns)
    kept = rows.as_of(by)
    if not len(kept):
        raise KebiError(f"no release by {by}")
    known = rows_at(table, kept)
    if not bounds and out is None:
        return known
    opened = open_table(known, {**columns, "published": published}, "level")
    return opened.result(Known(opened.figures), bounds, out, threads, False)


def _known_of(
    releases: dict[str, Any], by: str, options: dict[str, Any], bounds: bool, out: Out | None, mixed: bool
) -> Any:
    dates = list(releases)
    order = _core.known_releases(dates, by)
    known = [open_table(releases[dates[k]], options, "level") for k in order]
    figures = [each.figures for each in known]
    require_alike(figures)
    if len({len(each.figures.grid.values) for each in known if isinstance(each, ArrayInput)}) > 1:
        raise KebiError("releases as arrays have the same rows: found several numbers of them")
    latest = Overlay(figures, [dates[k] for k in order], mixed=mixed)
    last = known[-1]
    if not isinstance(last, LabelledInput) and not mixed:
        warn_of_releases(latest)
    if isinstance(last, WideFrameInput) and not bounds and out is None and options.get("decimals") is None:
        wide = [each for each in known if isinstance(each, WideFrameInput)]
        return last.as_printed(latest.figures(), {name for each in wide for name in each.texts})
    return last.result(latest, bounds, out, 1, True)


def warn_of_releases(latest: Overlay) -> None:
    """Warn where an array or a frame would hold figures of several releases, which it cannot keep apart."""
    count = len({each for each in latest.figures().grid.releases if each})
    if count > 1:
        warn_user(
            f"the result has figures of {count} releases and no place to say which: growth over it would count revisions "
            "as growth. Pass Series, Panel or a long frame with its dates, which keep it, or mixed=True to take all figures "
            "as one release",
            AcrossReleasesWarning,
        )


class Overlay(Derivation):
    """Of each figure the last release that has it.

    Parameters
    ----------
    releases : list of Figures
        In the order of their dates.
    dates : list of str
        Their dates; the last is the vintage of the result.
    mixed : bool
        Whether the figures count as of one release.
    """

    def __init__(self, releases: list[Figures], dates: list[str], mixed: bool = False) -> None:
        if hasattr(releases[-1].table, "regions"):
            releases = _with_same_rows(releases)
        releases = [in_units_of(each, releases[-1]) for each in releases]
        super().__init__(_core.latest_release, *releases)
        self._date, self._dates = dates[-1], [] if mixed else dates
        self._is_derived = any(each.is_derived for each in releases)
        if all(each.published is not None for each in releases):
            self.published = Overlay([each.published for each in releases if each.published is not None], dates, mixed)

    def figures(self, threads: int = 1) -> Any:
        """Return the figures as last released."""
        last, exact = self.inputs[-1], None
        if self._is_derived and all(each.has_bounds for each in self.inputs):
            exact = self.bounds
        grid = _core.latest_release([each.grid for each in self.inputs], self._dates)
        published = None if self.published is None else self.published.figures()
        table = _with_vintage(last.table, grid, self._date)
        return figures_of(table, exact=exact, published=published, is_dated=last.is_dated)

    def bounds(self, threads: int = 1) -> Any:
        """Return what the figures as last released can be."""
        within = _core.latest_release(self._blocks(True), self._dates, bounds=True)
        return _with_vintage(self.inputs[-1].table, within, self._date)

    def write(self, arrays: tuple[Any, ...], bounds: bool, threads: int = 1) -> None:
        """Write the figures as last released, or their bounds, into arrays."""
        _core.latest_release(self._blocks(bounds), bounds=bounds, out=arrays)

    def _blocks(self, bounds: bool) -> list[Any]:
        if bounds and self._is_derived:
            return [each.bounds_grid for each in self.inputs]
        return [each.grid for each in self.inputs]


def _with_vintage(table: Any, block: Any, date: str) -> Any:
    """Return figures under the labels of a table and another date of publication."""
    if not hasattr(table, "vintage"):
        return block
    return table.with_figures(block).with_vintage(date)


def _with_same_rows(releases: list[Figures]) -> list[Figures]:
    tables: list[Any] = [each.table for each in releases]
    regions = list(dict.fromkeys(name for each in tables for name in each.regions))
    indicators = list(dict.fromkeys(name for each in tables for name in each.indicators))
    return [mapped(each, lambda table: table.select(regions, indicators)) for each in releases]
