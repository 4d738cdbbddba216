"""Shares of growth in wholes that hardly grew: near zero growth they are intervals, not numbers."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING

from ..enums import ObservationStatus

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class UnreliableWarning(UserWarning):
    """Some shares of growth are intervals and not numbers, because their whole hardly grew."""


def warn_unreliable(status: NDArray[np.uint8]) -> None:
    """Warn where figures were left out because they are unreliable."""
    count = int((status == ObservationStatus.unreliable).sum())
    if count:
        warnings.warn(
            f"{count} of {int((status == ObservationStatus.figure).sum()) + count} shares of growth are intervals and not "
            "numbers, because their whole hardly grew beside what rounding can move it: ask for them with bounds=True, or for "
            "contributions to growth. Floats count as rounded to the decimals they need: pass decimals=… (of growth "
            "growth_decimals=…) where more were published",
            UnreliableWarning,
            stacklevel=_frames_within() + 1,
        )


def _frames_within() -> int:
    """Return how many frames from the caller of this on are within the package: the next one is the user's."""
    package, frame, count = __name__.partition(".")[0], sys._getframe(1), 0
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == package:
        frame, count = frame.f_back, count + 1  # type: ignore[assignment]
    return count
