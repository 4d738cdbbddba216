"""Contributions to wholes that hardly grew: near zero growth they are intervals, not numbers."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from .derivation import Derived


class UnreliableWarning(UserWarning):
    """Some contributions are intervals and not numbers, because their whole hardly grew."""


def mask_unreliable(contributions: Callable[..., Any], grown: Derived, *, levels: bool) -> Callable[..., Any]:
    """Return contributions that leave shaky ones out, also where the wholes are derived.

    Of printed wholes it does so by itself. `grown` are the levels of the wholes, or their growth.
    """

    def firm(*inputs: Any, bounds: bool = False, out: Any = None, threads: int = 1) -> Any:
        made = contributions(*inputs, bounds=bounds, out=out, threads=threads)
        if not bounds and isinstance(inputs[0], Grid) and grown._certain is not None:
            _core.leave_out_shaky(made if out is None else out, grown._bounds(), levels)
        return made

    return firm


def warn_unreliable(cells: NDArray[np.uint8]) -> None:
    """Warn where figures were left out because they are shaky."""
    count = int((cells == Cell.shaky).sum())
    if count:
        warnings.warn(
            f"{count} of {int((cells == Cell.figure).sum()) + count} contributions are intervals and not numbers, because their "
            "whole hardly grew beside what rounding can move it: ask for them with bounds=True, or for pulls. Floats count as "
            "printed with the decimals they need: say decimals=… (of growth growth_decimals=…) where more were printed",
            UnreliableWarning,
            stacklevel=_frames_within() + 1,
        )


def _frames_within() -> int:
    """Return how many frames from the caller of this on are within the package: the next one is the user's."""
    package, frame, count = __name__.partition(".")[0], sys._getframe(1), 0
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == package:
        frame, count = frame.f_back, count + 1  # type: ignore[assignment]
    return count
