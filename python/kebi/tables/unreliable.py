"""Figures that are left out of results, with a warning: too uncertain ones, and those of several releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..enums import ObservationStatus
from ..text import warn_user

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class UnreliableWarning(UserWarning):
    """Some shares of growth are intervals and not numbers, because their whole hardly grew."""


class AcrossReleasesWarning(UserWarning):
    """Some figures have no result, because what it would be made of was published in several releases."""


def warn_left_out(status: NDArray[np.uint8]) -> None:
    """Warn where figures were left out because they are unreliable, or made of several releases."""
    warn_unreliable(status)
    count = int((status == ObservationStatus.across_releases).sum())
    if count:
        warn_user(
            f"{count} of {int((status == ObservationStatus.figure).sum()) + count} results would be made of figures of "
            "several releases and are left out, because a revision would count as growth: take them from one release, "
            "or pass published=None to take all figures as one release",
            AcrossReleasesWarning,
        )


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
