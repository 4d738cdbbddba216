"""How figures were revised: every release of each, with its change; releases as in `as_of`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from ..frames.releases import ReleaseRows
from ..tables.figures import Figures
from ..tables.inputs import TableBounds
from ..tables.operation import open_table, with_shared_parameters
from ..tables.operands import dated
from .release_history import names_of, releases_by_date, require_alike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing import Literal

    from typing_extensions import Unpack

    from ..tables.options import Frame, FrameOptions, ReleaseOptions
    from .release_history import Releases

__all__ = ["revision"]


@overload
def revision(
    table: Frame | Mapping[str, Frame], *, bounds: Literal[False] = False, **options: Unpack[ReleaseOptions]
) -> Frame: ...
@overload
def revision(
    table: Releases, *, bounds: Literal[False] = False, **options: Unpack[ReleaseOptions]
) -> dict[str, Any]: ...
@overload
def revision(
    table: Frame | Mapping[str, Frame], *, bounds: Literal[True], **options: Unpack[ReleaseOptions]
) -> TableBounds[Frame]: ...
@overload
def revision(
    table: Releases, *, bounds: Literal[True], **options: Unpack[ReleaseOptions]
) -> TableBounds[dict[str, Any]]: ...
@with_shared_parameters
def revision(
    table: Releases | Any,
    *,
    published: str = "published",
    bounds: bool = False,
    **options: Unpack[FrameOptions],
) -> Any:
    """Return every release of each figure with its change since the release before.

    Parameters
    ----------
    table : long frame, dict of tables or ReleaseHistory
        The releases: a long frame with a column of dates, or tables of any kind by their dates.
    published : str, default "published"
        The column of dates of a long frame.

    Returns
    -------
    frame or dict of columns
        The columns of the figures and their dates, `change` in the unit of the figures and
        `change_percent`; nan for the first release. With `bounds` a `TableBounds` of two such tables.

    Raises
    ------
    KebiError
        For releases that are not of the same series.

    Examples
    --------
    >>> import kebi
    >>> early, late = kebi.Series(["5107.6"], start="2018"), kebi.Series(["4763.7", "5133.4"], start="2018")
    >>> found = kebi.revision({"2019-03": early, "2020-03": late})
    >>> found["period"], found["change"].round(1), found["change_percent"].round(2)
    (['2018', '2018', '2019'], array([   nan, -343.9,    nan]), array([  nan, -6.73,   nan]))
    """
    releases = releases_by_date(table)
    columns: dict[str, Any] = dict(options)
    if releases is None:
        rows = ReleaseRows.of_frame(table, published, columns)
    else:
        figures = {date: open_table(each, columns, "level").figures for date, each in releases.items()}
        require_alike(list(figures.values()))
        for each in figures.values():
            dated(each)
        frame = next((each for each in releases.values() if not isinstance(each, Figures)), None)
        rows = _rows_of_releases(figures, frame)
    return TableBounds(*rows.revisions(True)) if bounds else rows.revisions(False)


def _rows_of_releases(releases: Mapping[str, Figures], like: Any) -> ReleaseRows:
    """Return the figures of several tables as the rows of one."""
    import numpy as np

    columns: dict[str, list[Any]] = {"region": [], "indicator": [], "period": [], "published": [], "value": []}
    decimals: list[int] = []
    printed = all(each.grid.decimals and not each.is_derived for each in releases.values())
    for date, each in releases.items():
        grid, (regions, indicators) = each.grid, names_of(each)
        row, t = np.nonzero(grid.status == 0)
        columns["region"] += np.array(regions, dtype=object)[row // len(indicators)].tolist()
        columns["indicator"] += np.array(indicators, dtype=object)[row % len(indicators)].tolist()
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
