"""What a function along time was given, and how its result goes back: arrays, series, panels, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError
from ..series.derivation import Into
from ..series.figures import Figures
from ..series.series import Series
from ..series.unstable import warn_unreliable

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray



class TableInput:
    """Figures, and the way back to the kind of table they came in."""

    is_by_row = False  # whether its rows have no names: all of them make a sum

    def __init__(self, figures: Figures) -> None:
        self.figures: Any = figures

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        """Return one block of a result as a table of the kind that was given.

        With `new_rows` it has spans of its own, even where they look like those given.
        """
        raise NotImplementedError

    def labelled(self, made: Figures, new_rows: bool) -> Any:
        """Return a result that keeps its bounds by itself, where the kind does."""
        return self.back(made, made._figures.values, new_rows)

    def named_whole(self, whole: Any) -> str | None:
        """Return the name of a whole that is one of the series, or None for a table of its own."""
        return whole if isinstance(whole, str) else None

    def companion_table(self, whole: Any) -> Any:
        """Return a whole in a form that can be opened like the table."""
        return whole

    def column(self, name: str, measure: str, decimals: int | None) -> Any:
        """Return a column of a long frame as figures that stand beside those of the table."""
        raise KebiError(f"only a long frame has columns to name: found {name!r}. Give a table of the same kind")

    def require_companion(self, other: Any, measure: str) -> None:
        """Refuse a table of another kind than this one."""

    def rivals(self) -> list[int]:
        """Return for each row the number of those that it competes with for a place."""
        if isinstance(self.figures, Series):
            raise KebiError("one series has no place among others: give a Panel")
        width = len(self.figures.indicators)
        return [row % width for row in range(len(self.figures._figures.values))]

    def named(self, names: list[str]) -> Any:
        """Return the figures; those of an array, which has no names, are called so, row by row."""
        return self.figures

    def result(self, method: Callable[[TableInput], Figures], bounds: bool, out: Any, new_rows: bool = False) -> Any:
        """Apply a method and return its result, or write it into the arrays of the caller."""
        if out is not None:
            return self._written(method, bounds, out)
        made = method(self)
        if not bounds:
            warn_unreliable(made._figures.cells)
            return self.labelled(made, new_rows)
        within = made._bounds()
        return self.back(made, within.lo, new_rows), self.back(made, within.hi, new_rows)

    def _written(self, method: Callable[[TableInput], Figures], bounds: bool, out: Any) -> Any:
        import numpy as np

        blocks = out if isinstance(out, (tuple, list)) else (out,)
        if len(blocks) != (2 if bounds else 1):
            raise KebiError("out= is one array, and with bounds a pair of them: lo and hi")
        for block in blocks:
            if not isinstance(block, np.ndarray):
                raise KebiError(f"out= is a numpy array: found a {type(block).__name__}")
        if bounds and np.shares_memory(*blocks):
            raise KebiError("lo and hi need arrays of their own: these two overlap")
        tables = tuple(self._as_table(block) for block in blocks)
        cells = np.zeros(tables[0].shape, np.uint8)
        plain, self.figures = self.figures, self.figures._writing(Into((*tables, cells), bounds))
        try:
            method(self)
        finally:
            self.figures = plain
        if not bounds:
            warn_unreliable(cells)
        return out

    def _as_table(self, block: NDArray[np.float64]) -> NDArray[np.float64]:
        if block.ndim == 1:
            return block[None, :]
        if block.ndim == 3:
            table: NDArray[np.float64] = block.view()
            try:
                table.shape = (-1, block.shape[2])
            except AttributeError:
                raise KebiError("an output of three dimensions lies in one piece: this array does not") from None
            return table
        return block


def require_decimals(said: Any, *, by_row: bool = False) -> None:
    """Refuse decimals that are no whole number, or for an array no list of them."""
    import numpy as np

    def is_whole(each: Any) -> bool:
        return isinstance(each, (int, np.integer)) and not isinstance(each, bool)

    if said is None or is_whole(said):
        return
    if not by_row:
        raise KebiError(f"decimals are a whole number, such as 1: found {said!r}")
    if not isinstance(said, (list, tuple, np.ndarray)) or not all(map(is_whole, said)):
        raise KebiError(f"decimals are a whole number, such as 1, or a list with one for each row: found {said!r}")


