"""Arrays as inputs of an operation: a row for each series, or one series by itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import Grid, KebiError, Timeline
from ..enums import Frequency
from ..frames.periods import frequency_named, frequency_of, spans_in_year
from ..frames.printed_numbers import as_doubles
from ..frames.span_codes import span_of
from .figures import Figures, figures_of, mapped
from .inputs import TableInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from .inputs import OpenTable


_OF_ARRAY = {"start", "decimals", "frequency"}


class ArrayInput(TableInput):
    """An array with a row for each series and a column for each span, or one series by itself."""

    is_by_row = True

    def __init__(self, array: NDArray[Any], options: Mapping[str, Any], measure: str, open_table: OpenTable) -> None:
        super().__init__(options, measure, open_table)
        self.array, self.is_flat = array, array.ndim == 1
        if array.ndim not in (1, 2):
            raise KebiError(f"an array needs one row a series and one column a period: found {array.ndim} dimensions")
        unknown = options.keys() - _OF_ARRAY
        if unknown:
            raise KebiError(
                f"an array has no named columns: found {', '.join(name for name in options if name in unknown)}; "
                "it accepts only start, frequency and decimals, and bounds and out "
                "where the function has them"
            )

    @cached_property
    def figures(self) -> Any:
        """The figures as a block without labels."""
        table = self.array[None, :] if self.is_flat else self.array
        start, decimals = self.options.get("start"), self.options.get("decimals")
        frequency = frequency_named(self.options.get("frequency"))
        if start is None:  # a column is only so many spans from another: any first year does
            time = Timeline(frequency or Frequency.month, 2000, 12, table.shape[1])
        else:
            first = span_of(start, "start")
            time = Timeline(frequency or frequency_of(first), *first.last, table.shape[1])
        known = [] if decimals is None else list(decimals) if hasattr(decimals, "__len__") else [int(decimals)] * table.shape[0]
        made = figures_of(Grid(time, as_doubles(table), None, known), is_dated=start is not None)
        made.origin = self
        return made

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return a block as an array, of one series with one dimension."""
        became_one = len(block) == 1 < len(self.figures.grid.values)
        return block[0] if self.is_flat or became_one else block

    def competitors(self, of: Figures) -> list[int] | None:
        """Return that all rows compete with each other."""
        if self.is_flat:
            raise KebiError("one series has no rank: pass an array with one row a series")
        return [0] * len(of.grid.values)

    def open_another(self, other: Any, options: Mapping[str, Any], measure: str) -> Figures:
        """Return an array that goes together with this one."""
        import numpy as np

        made = super().open_another(np.atleast_2d(other), options, measure)
        if not self.figures.is_dated and len(made.time) != len(self.figures.time):
            raise KebiError(
                f"arrays must have the same columns: found {len(self.figures.time)} beside {len(made.time)}"
            )
        return made

    def whole(self, of: Figures, whole: Any, measure: str) -> Figures:
        """Return the whole of each row: a row by its number, counted from 0, or an array."""
        import numpy as np

        if isinstance(whole, str):
            raise KebiError(
                f"the rows of an array have no names: found the whole {whole!r}. Pass "
                "the number of its row, counted from 0, or an array of the whole"
            )
        if not isinstance(whole, (int, np.integer)):
            return super().whole(of, whole, measure)
        count = len(of.grid.values)
        if not 0 <= whole < count:
            raise KebiError(f"the array has no row {whole}: it has {count}, counted from 0")
        return mapped(of, lambda table: _core.rows_of(table, [int(whole)]))  # type: ignore[no-any-return]

    def direct_growth(self, out: Any, threads: int) -> Any:
        """Return year-over-year growth of an array without a start."""
        return growth_of_array(self.array, self.options, out, threads)


def growth_of_array(array: NDArray[Any], options: Mapping[str, Any], out: Any, threads: int) -> Any:
    """Return year-over-year growth of an array in one pass from memory to memory, or None where that needs its dates.

    Parameters
    ----------
    array : array
        A row for each series, or one series.
    options : mapping
        The keywords that describe it.
    out : array or None
        Where to write the result.
    threads : int
        How many threads work on it.

    Returns
    -------
    array or None
        Growth in percent.

    Raises
    ------
    KebiError
        For an output that is no array.
    """
    import numpy as np

    is_flat = array.ndim == 1
    if "start" in options or not (is_flat or array.ndim == 2):
        return None
    lag = spans_in_year(frequency_named(options.get("frequency")) or Frequency.month)
    values = as_doubles(array[None, :] if is_flat else array)
    result = np.empty_like(values) if out is None else out
    if not isinstance(result, np.ndarray):
        raise KebiError(f"out= is a numpy array: found a {type(result).__name__}")
    if out is not None and np.shares_memory(values, result):
        values = values.copy()
    _core.growth_over(values, lag, result[None, :] if result.ndim == 1 else result, threads)
    return result if out is not None or not is_flat else result[0]
