"""Figures that were published anew: what was known on a date, revisions, growth across releases.

Releases are a long frame with a column that says when each figure was published, or a dict of tables
of any kind (arrays, `Series`, `Panel`, frames) by their dates, or a `ReleaseHistory`. Dates are days,
months or years; a month or a year counts as known when it ended, and where the order of two dates is
open they are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..frames.columns import column_names, column_of, rows_at
from ..frames.release_dates import is_date, iso_date, latest_date
from ..frames.releases import ReleaseRows
from ..series.across_releases import growth_across_releases
from ..series.figures import Figures
from ..series.panel import Panel
from ..series.release_history import ReleaseHistory
from ..tables.array import ArrayInput
from ..tables.frame import LongFrameInput, WideFrameInput
from ..tables.input import TableInput
from ..tables.open import open_table

if TYPE_CHECKING:
    from ..tables.apply import Out


def as_of(
    table: Any, date: Any, *, published: str = "published", bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return what was known on a date: of each figure the last release not after it.

    Of a long frame these are its rows, with all their columns; of a dict of tables, a table of their
    kind. A release that does not tell a figure leaves the one before standing.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

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
    >>> kebi.as_of({"2019-03": kebi.Series([5107.6], start="2018"), "2020-03": kebi.Series([4763.7, 5133.4], start="2018")}, "2020")
    <Series, year 2018 to 2019, 2 of 2 figures>
    """
    by = iso_date(date)
    releases = _releases(table)
    if releases is not None:
        return _known_of(releases, by, columns, bounds, out)
    rows = ReleaseRows.of_frame(table, published, columns)
    kept = rows.as_of(by)
    if not len(kept):
        raise KebiError(f"nothing was published by {by}")
    known = rows_at(table, kept)
    if not bounds and out is None:
        return known
    given = open_table(known, columns, "level")
    return given.result(lambda of: of.figures._handed(of.figures), bounds, out)


def revisions(table: Any, *, published: str = "published", bounds: bool = False, **columns: Any) -> Any:
    """Return how figures were told and retold: every release of each, with its change.

    A long table with the columns of the figures and their dates, and `change` and `change_percent`
    since the release before, in the unit of the figure and in percent of it; nan for the first. Of
    a frame it is one of its kind, of other releases a dict of columns. With `bounds` it is a pair,
    with the lower and upper ends of figures and changes.

    What can be said beside the table (`bounds`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> early, late = kebi.Series(["5107.6"], start="2018"), kebi.Series(["4763.7", "5133.4"], start="2018")
    >>> told = kebi.revisions({"2019-03": early, "2020-03": late})
    >>> told["period"], told["change"].round(1), told["change_percent"].round(2)
    (['2018', '2018', '2019'], array([   nan, -343.9,    nan]), array([  nan, -6.73,   nan]))
    """
    releases = _releases(table)
    if releases is None:
        return ReleaseRows.of_frame(table, published, columns).revisions(bounds)
    figures = {date: open_table(each, columns, "level").figures for date, each in releases.items()}
    _require_alike(list(figures.values()))
    for each in figures.values():
        each._require_dates()
    frame = next((each for each in releases.values() if not isinstance(each, Figures)), None)
    return _rows_of_releases(figures, frame).revisions(bounds)


def growth_across(
    table: Any,
    bases: Any,
    *,
    mixed: bool = False,
    vintage: Any = "",
    base_vintage: Any = "",
    published: str = "published",
    bounds: bool = False,
    out: Out = None,
    **columns: Any,
) -> Any:
    """Return year-over-year growth of the levels of one release over the bases of another.

    Releases of different dates are refused unless `mixed` is asked for, because the growth would
    swallow the revision between them. A series or panel knows its vintage, and a long frame with a
    column of dates its latest one; of other tables say `vintage` and `base_vintage`. Series go
    together by their names.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> early, late = kebi.Series(["5107.6"], start="2018", vintage="2019"), kebi.Series(["5133.4"], start="2019", vintage="2020")
    >>> print(f"{kebi.growth_across(late, early, mixed=True)['2019']:.2f}")
    0.51
    """
    levels = _dated(table, vintage, published, columns)
    beside = _dated(bases, base_vintage, published, columns)
    before = beside.figures
    if isinstance(beside, ArrayInput) and beside.figures._names() != levels.figures._names():
        raise KebiError("the bases of an array are an array with the same rows: found another number of them")
    if not mixed and not isinstance(table, Figures) and not (levels.figures.vintage or before.vintage):
        raise KebiError(
            "growth over the bases of another release needs to know that both are of one: say vintage=… and "
            "base_vintage=…, or mixed=True"
        )
    return levels.result(lambda of: growth_across_releases(of.figures, before, mixed), bounds, out)


def _releases(table: Any) -> dict[str, Any] | None:
    """Return tables by their dates, where these are releases and not the columns of one table."""
    if isinstance(table, ReleaseHistory):
        return dict(table._kept)
    if isinstance(table, Mapping) and table and all(map(is_date, table)):
        releases: dict[str, Any] = {}
        for date, each in table.items():
            if (day := iso_date(date)) in releases:
                raise KebiError(f"two releases are of {day}: give each a date of its own")
            releases[day] = each
        return releases
    return None


def _rows_of_releases(releases: Mapping[str, Figures], like: Any) -> ReleaseRows:
    """Return the figures of several tables as the rows of one."""
    import numpy as np

    columns: dict[str, list[Any]] = {"region": [], "indicator": [], "period": [], "published": [], "value": []}
    decimals: list[int] = []
    printed = all(each._certain is None and each._figures.decimals for each in releases.values())
    for date, each in releases.items():
        grid, (regions, indicators) = each._figures, each._names()
        row, t = np.nonzero(grid.cells == 0)
        names = np.array(regions, dtype=object), np.array(indicators, dtype=object)
        columns["region"] += names[0][row // len(indicators)].tolist()
        columns["indicator"] += names[1][row % len(indicators)].tolist()
        columns["period"] += np.array([str(span) for span in each.periods], dtype=object)[t].tolist()
        columns["published"] += [date] * len(row)
        columns["value"].append(grid.values[row, t])
        if printed:
            known = np.asarray(grid.decimals)
            decimals += known[row if len(known) == len(grid.values) else row * len(each.time) + t].tolist()
    unnamed = [of for of in ("region", "indicator") if not any(columns[of])]
    frame = {of: cells for of, cells in columns.items() if of not in unnamed}
    made = ReleaseRows.of_frame({**frame, "value": np.concatenate(columns["value"])}, "published", {})
    return made._replace(decimals=decimals, like=like)


def _dated(table: Any, vintage: Any, published: str, columns: dict[str, Any]) -> TableInput:
    given = open_table(table, columns, "level")
    if isinstance(table, Figures):
        if vintage:
            raise KebiError(f"{table!r} knows its own vintage: make it with vintage=…")
        return given
    if not vintage and isinstance(given, LongFrameInput) and published in map(str, column_names(table)):
        vintage = latest_date(column_of(table, published))
    given.figures.vintage = iso_date(vintage) if vintage else ""
    return given


def _known_of(releases: dict[str, Any], by: str, columns: dict[str, Any], bounds: bool, out: Out) -> Any:
    dates = list(releases)
    order = _core.known_releases(dates, by)
    known = [open_table(releases[dates[k]], columns, "level") for k in order]
    _require_alike([each.figures for each in known])
    if len({len(each.figures.regions) for each in known if isinstance(each, ArrayInput)}) > 1:
        raise KebiError("releases as arrays have the same rows: found several numbers of them")
    date = dates[order[-1]]
    last = known[-1]

    def told(of: Any) -> Any:
        return _overlaid([each.figures for each in known[:-1]] + [of.figures], date)

    if isinstance(last, WideFrameInput) and not bounds and out is None and columns.get("decimals") is None:
        wide = [each for each in known if isinstance(each, WideFrameInput)]
        return last.as_printed(told(last), {name for each in wide for name in each.texts})
    return last.result(told, bounds, out, new_rows=True)


def _overlaid(releases: list[Any], date: str) -> Any:
    """Return of each figure the last release that tells it, or write it where it is wanted."""
    into = releases[-1]._into
    if isinstance(releases[-1], Panel):
        releases = _with_same_rows(releases)
    grids = [each._figures for each in releases]
    derived = any(each._certain is not None for each in releases)
    if into is not None:
        told = [each._bounds() for each in releases] if into.bounds and derived else grids
        _core.told_last(told, bounds=into.bounds, out=into.arrays)
        return releases[-1]
    made = releases[-1]._like(_core.told_last(grids), releases[-1].measure)
    made.vintage, made._undated = date, releases[-1]._undated
    if derived and all(each.has_bounds for each in releases):
        made._certain = lambda: _core.told_last([each._bounds() for each in releases])
    if all(each.published is not None for each in releases):
        made.published = _overlaid([each.published for each in releases], date)
    return made


def _with_same_rows(releases: list[Panel]) -> list[Panel]:
    regions = list(dict.fromkeys(name for each in releases for name in each.regions))
    indicators = list(dict.fromkeys(name for each in releases for name in each.indicators))
    return [each._with_rows(regions, indicators) for each in releases]


def _require_alike(releases: list[Any]) -> None:
    """Refuse releases of several kinds, measures or series."""
    one = releases[0]
    for other in releases[1:]:
        if isinstance(one, Panel) is not isinstance(other, Panel) or one.measure != other.measure:
            raise KebiError(f"releases tell the same anew: found {one!r} and {other!r}")
        if not isinstance(one, Panel) and one._names() != other._names():
            raise KebiError(f"releases are of one series: found {one!r} and {other!r}. Put several in panels")
