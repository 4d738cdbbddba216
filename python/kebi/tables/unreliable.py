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
            f"{count} of {int((status == ObservationStatus.figure).sum()) + count} "
            "shares of growth are unreliable and have bounds only, because rounding can "
            "change the increment of the whole by a tenth or more: pass bounds=True, or "
            "use contribution_to_growth. Floats count as published with the decimals "
            "they need: pass decimals=… (growth_decimals=… for growth) if more were "
            "published",
            UnreliableWarning,
            stacklevel=_frames_within() + 1,
        )


def _frames_within() -> int:
    """Return how many frames from the caller of this on are within the package: the next one is the user's."""
    package, frame, count = __name__.partition(".")[0], sys._getframe(1), 0
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == package:
        frame, count = frame.f_back, count + 1  # type: ignore[assignment]
    return count
