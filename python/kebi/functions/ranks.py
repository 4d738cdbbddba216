"""The places of regions, at each time, in tables of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..tables.open import open_table

if TYPE_CHECKING:
    from ..tables.apply import Out


def ranks(table: Any, *, lowest_first: bool = False, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return the place (位次) of each region by each indicator, at each time: 1 is the highest.

    The rows of an array compete with each other, and so do the columns of a wide frame. Equals share
    the better place and the next one is skipped; what is absent has no place and takes none. With
    ``bounds=True`` come the best and the worst place that the print leaves possible.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    Growth of 2019 in four provinces, two of them printed alike:

    >>> import kebi
    >>> growth = {"year": ["2019"], "贵州": ["8.3"], "云南": ["8.1"], "西藏": ["8.1"], "江西": ["8.0"]}
    >>> print(*[int(kebi.ranks(growth)[name][0]) for name in ("贵州", "云南", "西藏", "江西")])
    1 2 2 4
    >>> best, worst = kebi.ranks(growth, bounds=True)
    >>> print(best["西藏"][0], worst["西藏"][0])
    2.0 3.0
    """
    of = open_table(table, columns, "level")
    rivals = of.rivals()
    return of.result(lambda each: each.figures._ranked(lowest_first, rivals), bounds, out)
