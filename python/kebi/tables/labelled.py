"""Series and panels as inputs of an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..series.figures import Figures
from ..series.series import Series
from .input import TableInput

if TYPE_CHECKING:

    import numpy as np
    from numpy.typing import NDArray


class LabelledInput(TableInput):
    """A series or a panel."""

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        return block[0] if isinstance(made, Series) else made._cube(block)  # type: ignore[attr-defined]

    def labelled(self, made: Figures, new_rows: bool) -> Any:
        return made


