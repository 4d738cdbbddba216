"""Changes of scope that level and growth betray, and growth that betrays none because it was computed from levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from ..series.agreement import Agreement, agreements_of
from ..tables.apply import Companion, open_together

if TYPE_CHECKING:
    pass


def recuts(table: Any, growths: Any, **columns: Any) -> Any:
    """Return where the footing certainly moved (口径调整): no rounding brings the revision factor to 1.

    True or False for each figure of levels, beside which `growths` are the growth as published: of
    the kind of the table, or of a long frame the name of a column. False where one of them is
    absent. Decimals have to be known: as printed, or said with `decimals` and `growth_decimals`.

    What can be said of the table (`columns`) stands in the help of `year_over_year`.

    Examples
    --------
    Fixed-asset investment, 2023 beside 2022: the level fell by 12 %, and growth was published as 3.0.

    >>> import kebi
    >>> investment = {"year": ["2022", "2023"], "固定资产投资": ["572138", "503036"]}
    >>> kebi.recuts(investment, {"year": ["2022", "2023"], "固定资产投资": ["5.1", "3.0"]})["固定资产投资"]
    array([False,  True])
    """
    import numpy as np

    of, (rates,) = open_together(table, columns, "level", Companion(growths, "growth"))
    factors = of.figures.revision_factors(rates)
    within = factors._bounds()
    moved = np.zeros(factors._figures.values.shape, dtype=bool)
    for row in range(len(moved)):
        moved[row, _core.recut_columns(within, row)] = True
    return of.back(factors, moved, False)


def agreements(table: Any, growths: Any, **columns: Any) -> list[Agreement]:
    """Return for each series how often its growth agrees with the ratio of its levels.

    Growth that does so every time, twelve times at least, was made from the levels by a vendor:
    published growth shows its recut bases somewhere. A table and its growth are as in `recuts`; the
    rows of an array are told by their numbers.

    What can be said of the table (`columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels = 100.0 + np.arange(48).reshape(1, 48) % 7
    >>> growths = kebi.year_over_year(levels).round(1)
    >>> kebi.agreements(levels, growths, decimals=1)[0].is_ratio_of_levels
    True
    """
    of, (rates,) = open_together(table, columns, "level", Companion(growths, "growth"))
    return agreements_of(of.figures, rates)
