"""Parts in their wholes, for tables of any kind: shares, contributions, pulls.

Tables are those of `kebi.functions.growth`, and hold levels of the parts and, mostly, of the whole as one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..tables.apply import apply_in_whole

if TYPE_CHECKING:
    from ..tables.apply import Out


def shares(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the share (比重) of each figure in a whole, in percent.

    The table holds levels. `whole` is the name of a region or an indicator (of a wide frame, of a
    column), the number of a row of an array, or a table of wholes. The whole itself has 100, and
    bounds like a part that is printed as it is. A whole of zero has no shares (undefined); shares of
    negative figures are what the division gives.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> wide = {"year": ["2018", "2019"], "total": ["100.0", "110.0"], "east": ["60.0", "68.2"]}
    >>> kebi.shares(wide, "total")["east"]
    array([60., 62.])
    """
    return apply_in_whole(table, whole, lambda f, w: f.shares(w), bounds, out, columns)


def share_changes(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return by how many points shares changed since a year before.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.
    """
    return apply_in_whole(table, whole, lambda f, w: f.share_changes(w), bounds, out, columns)


def contributions(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the contribution (贡献率) of each figure to the growth of a whole, in percent.

    The table holds levels, and `whole` is as of `shares`: of the increment of the whole over a year,
    how much is the part's. Both need their figure of a year before. Where the whole did not change it
    is undefined; where it hardly grew it is shaky, an interval and no number: a `UnreliableWarning` says so,
    and `bounds=True` gives it. From growth instead of levels: `contributions_by_growth`.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> wide = {"year": ["2018", "2019"], "total": ["100.0", "110.0"], "east": ["60.0", "68.0"]}
    >>> kebi.contributions(wide, "total")["east"]
    array([nan, 80.])
    """
    return apply_in_whole(table, whole, lambda f, w: f.contributions(w), bounds, out, columns)


def pulls(table: Any, whole: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the points (拉动) of the growth of a whole that each figure brought.

    The table holds levels, and `whole` is as of `shares`: the increment of the part over the base of
    the whole a year before, in percentage points. Pulls of all parts add up to the growth of the
    whole, and are numbers where it hardly grew too. Undefined where the base of the whole is not
    above zero. From growth instead of levels: `pulls_by_growth`.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> wide = {"year": ["2018", "2019"], "total": ["100.0", "110.0"], "east": ["60.0", "68.0"]}
    >>> kebi.pulls(wide, "total")["east"]
    array([nan,  8.])
    """
    return apply_in_whole(table, whole, lambda f, w: f.pulls(w), bounds, out, columns)
