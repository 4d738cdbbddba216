"""What made a change: shift-share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _core

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def shift_share(
    before: NDArray[np.float64], after: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return what made each change of regions x industries (偏离-份额分析).

    National: had it grown like everything; industry: as its industry did beyond that; regional: as
    the region did beyond its industry. The three add up to the change.
    """
    return _core.shift_share(before, after)
