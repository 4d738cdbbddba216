"""How often published growth agrees with the ratio of its levels, as both are printed."""

from __future__ import annotations

from typing import NamedTuple

from .. import _core
from .._core import KebiError
from .derivation import require_aligned
from .figures import Figures


class Agreement(NamedTuple):
    """How often the growth of a series agrees with the ratio of its levels, as both are printed."""

    region: str
    indicator: str
    compared: int
    agreeing: int
    is_ratio_of_levels: bool


def agreements_of(levels: Figures, growths: Figures | None) -> list[Agreement]:
    """Return how often the growth of each series agrees with the ratio of its levels."""
    rates = levels._growth_beside(growths)
    require_aligned(levels, rates, "same")
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
