"""Wholes and their parts over a panel: rolling up and down, disagreements, shift-share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _core
from ._core import Grid, Period
from .panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Hierarchy:
    """A tree of wholes and parts: a nation, its provinces, their cities.

    Lines are (name, its whole or ""); a third entry of False says that the parts do not make the
    whole up, as items printed under # (其中) do not.
    """

    def __init__(self, lines: Sequence[tuple[str, str] | tuple[str, str, bool]]) -> None:
        self.names = [line[0] for line in lines]
        self._inner = _core.Hierarchy([(line[0], line[1], line[2] if len(line) == 3 else True) for line in lines])

    def fill(self, panel: Panel) -> Panel:
        """Return a panel in which wholes are summed up, and single lacking parts found, where possible.

        The result has no bounds: what was summed up is less certain than what was printed.
        """
        panel._require_levels("add up")
        grids = [self._inner.roll_down(self._inner.roll_up(rows)) for rows in self._by_indicator(panel)]
        count, width = len(self.names), len(panel.indicators)
        import numpy as np

        values = np.stack([grid.values for grid in grids], axis=1).reshape(count * width, -1)
        cells = np.stack([grid.cells for grid in grids], axis=1).reshape(count * width, -1)
        return Panel(self.names, panel.indicators, Grid(panel.time, values, cells), vintage=panel.vintage)

    def disagreements(self, panel: Panel) -> list[tuple[str, str, Period, _core.Bounds, _core.Bounds]]:
        """Return the wholes that no rounding of their parts can give: name, indicator, span, both bounds."""
        return [
            (name, indicator, span, published, from_parts)
            for indicator, rows in zip(panel.indicators, self._by_indicator(panel), strict=True)
            for name, span, published, from_parts in self._inner.disagreements(rows)
        ]

    def _by_indicator(self, panel: Panel) -> list[Grid]:
        at = [panel._index(panel.regions, name, "region") for name in self.names]
        width = len(panel.indicators)
        return [_core.rows_of(panel._figures, [r * width + k for r in at]) for k in range(width)]


def shift_share(
    before: NDArray[np.float64], after: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return what made each change of regions x industries (偏离-份额分析).

    National: had it grown like everything; industry: as its industry did beyond that; regional: as
    the region did beyond its industry. The three add up to the change.
    """
    return _core.shift_share(before, after)
