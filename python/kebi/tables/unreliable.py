"""Shares of growth in wholes that hardly grew: near zero growth they are intervals, not numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..enums import ObservationStatus
from ..text import warn_user

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class UnreliableWarning(UserWarning):
    """Some shares of growth are intervals and not numbers, because their whole hardly grew."""


def warn_unreliable(status: NDArray[np.uint8]) -> None:
    """Warn where figures were left out because they are unreliable."""
    count = int((status == ObservationStatus.unreliable).sum())
    if count:
        warn_user(
            f"{count} of {int((status == ObservationStatus.figure).sum()) + count} "
            "shares of growth are unreliable and have bounds only, because rounding can "
            "change the increment of the whole by a tenth or more: pass bounds=True, or "
            "use contribution_to_growth. Floats count as published with the decimals "
            "they need: pass decimals=… (growth_decimals=… for growth) if more were "
            "published",
            UnreliableWarning,
        )
