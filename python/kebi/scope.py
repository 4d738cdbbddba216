"""Changes of scope that level and growth betray, and growth that betrays none because it was computed from levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core
from ._beside import require_beside
from ._calls import Beside, taken
from ._core import KebiError

if TYPE_CHECKING:
    from .figures import Figures


class Agreement(NamedTuple):
    """How often the growth of a series agrees with the ratio of its levels, as both are printed."""

    region: str
    indicator: str
    compared: int
    agreeing: int
    is_ratio_of_levels: bool


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

    of, (rates,) = taken(table, columns, "level", Beside(growths, "growth"))
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
    of, (rates,) = taken(table, columns, "level", Beside(growths, "growth"))
    return agreements_of(of.figures, rates)


def agreements_of(levels: Figures, growths: Figures | None) -> list[Agreement]:
    """Return how often the growth of each series agrees with the ratio of its levels."""
    rates = levels._growth_beside(growths)
    require_beside(levels, rates, "same")
    if not (levels._figures.decimals and rates._figures.decimals):
        raise KebiError(
            "whether growth agrees with levels is told by their print: give figures as texts, or say decimals=… and "
            "growth_decimals=…"
        )
    regions, indicators = levels._names()
    width = len(indicators)
    return [
        Agreement(regions[row // width], indicators[row % width], *_core.with_ratio_of_levels(levels._figures, rates._figures, row))
        for row in range(len(levels._figures.values))
    ]
