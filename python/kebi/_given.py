"""What a function along time was given, and how its result goes back: arrays, series, panels, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _columns, _core, _printed, _shaky, _times
from ._core import Grid, KebiError, Period, Timeline
from ._derived import Into
from .figures import Figures
from .panel import Panel
from .series import Series

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

_LONG = ("region", "indicator", "value", "cell")


class Given:
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

    def whole(self, whole: Any, columns: dict[str, Any], measure: str = "level") -> Any:
        """Return a whole as the methods of the figures take it: a name, or figures."""
        return whole if isinstance(whole, (str, Figures)) else given(whole, columns, measure).figures

    def beside(self, other: Any, measure: str, columns: dict[str, Any], decimals: int | None) -> Any:
        """Return figures that go with these: a table of the kind, or a column of a long frame by its name.

        `decimals` are those of a column. None stays what it is: growth as published beside levels.
        """
        if other is None or isinstance(other, Figures):
            return other
        if isinstance(other, str):
            raise KebiError(f"only a long frame has columns to name: found {other!r}. Give a table of the same kind")
        return given(other, columns, measure).figures

    def rivals(self) -> list[int]:
        """Return for each row the number of those that it competes with for a place."""
        if isinstance(self.figures, Series):
            raise KebiError("one series has no place among others: give a Panel")
        width = len(self.figures.indicators)
        return [row % width for row in range(len(self.figures._figures.values))]

    def named(self, names: list[str]) -> Any:
        """Return the figures; those of an array, which has no names, are called so, row by row."""
        return self.figures

    def result(self, method: Callable[[Given], Figures], bounds: bool, out: Any, new_rows: bool = False) -> Any:
        """Apply a method and return its result, or write it into the arrays of the caller."""
        if out is not None:
            return self._written(method, bounds, out)
        made = method(self)
        if not bounds:
            _shaky.warn(made._figures.cells)
            return self.labelled(made, new_rows)
        within = made._bounds()
        return self.back(made, within.lo, new_rows), self.back(made, within.hi, new_rows)

    def _written(self, method: Callable[[Given], Figures], bounds: bool, out: Any) -> Any:
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
            _shaky.warn(cells)
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


class GivenArray(Given):
    """An array with a row for each series, or one series by itself."""

    is_by_row = True

    def __init__(self, array: NDArray[Any], columns: dict[str, Any], measure: str) -> None:
        import numpy as np

        self.flat, self.columns = array.ndim == 1, dict(columns)
        table = np.atleast_2d(array)
        if table.ndim != 2 or array.ndim == 0:
            raise KebiError(f"an array has a row for each series and a column for each span: found {array.ndim} dimensions")
        start, decimals = columns.pop("start", None), columns.pop("decimals", None)
        frequency = _times.frequency_named(columns.pop("frequency", None))
        if columns:
            raise KebiError(f"an array has no columns to name: found {', '.join(columns)}")
        # Without a start a column is only so many spans from another: any first year does.
        first = Period("2000") if start is None else start if isinstance(start, Period) else Period(start)
        of = frequency or (_core.Frequency.month if start is None else _times.frequency_of(first))
        time = Timeline(of, *(first.last if start is not None else (2000, 12)), table.shape[1])
        printed = [] if decimals is None else [int(decimals)] * table.shape[0] if np.ndim(decimals) == 0 else list(decimals)
        grid = Grid(time, _printed.numbers(table), None, printed)
        made = Panel.__new__(Panel)
        made.regions = [str(i) for i in range(table.shape[0])]
        made.indicators, made.measure, made.vintage = [""], measure, ""
        made.duplicates, made._figures = [], grid
        made._certain = made.published = None
        made._undated = start is None
        super().__init__(made)

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        became_one = len(block) == 1 < len(self.figures.regions)
        return block[0] if self.flat or became_one else block

    def rivals(self) -> list[int]:
        if self.flat:
            raise KebiError("one series has no place among others: give an array with a row for each")
        return super().rivals()

    def named(self, names: list[str]) -> Any:
        if len(names) != len(self.figures.regions):
            raise KebiError(
                f"an array has a row for each of {len(names)} items, in their order: found {len(self.figures.regions)} rows"
            )
        self.figures.regions = list(names)
        return self.figures

    def whole(self, whole: Any, columns: dict[str, Any], measure: str = "level") -> Any:
        import numpy as np

        figures = self.figures
        if isinstance(whole, (int, np.integer)):
            if not 0 <= whole < len(figures.regions):
                raise KebiError(f"the array has no row {whole}")
            return str(int(whole))
        return given(np.atleast_2d(whole), columns, measure).figures


class GivenFigures(Given):
    """A series or a panel."""

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        return block[0] if isinstance(made, Series) else made._cube(block)  # type: ignore[attr-defined]

    def labelled(self, made: Figures, new_rows: bool) -> Any:
        return made


def given(table: Any, columns: dict[str, Any], measure: str, *, is_long: bool = False) -> Given:
    """Return what a function was given, as figures along time; `is_long` where columns of it are named."""
    import numpy as np

    from ._frames_given import GivenLong, GivenWide

    columns = dict(columns)
    require_decimals(columns.get("decimals"), by_row=isinstance(table, np.ndarray))
    if isinstance(table, Figures):
        columns.pop("frequency", None)
        if columns:
            raise KebiError(f"a series or panel knows its own columns: found {', '.join(columns)}")
        return GivenFigures(table)
    if isinstance(table, np.ndarray):
        return GivenArray(table, columns, measure)
    names = [str(name) for name in _columns.names_of(table)]
    if not names:
        raise KebiError(
            f"cannot take figures from a {type(table).__name__}: expected an array, a Series, a Panel or a frame"
        )
    if is_long or any(name in columns for name in _LONG) or {"region", "indicator", "value"} <= set(names):
        return GivenLong(table, columns, measure)
    return GivenWide(table, columns, measure)


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
