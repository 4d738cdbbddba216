"""Arrays as inputs of an operation: a row for each series, or one series by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import Grid, KebiError, Period, Timeline
from ..frames.periods import frequency_named, frequency_of, span_of
from ..frames.printed_numbers import as_doubles
from ..series.figures import Figures
from ..series.panel import Panel
from .input import TableInput

if TYPE_CHECKING:

    import numpy as np
    from numpy.typing import NDArray


class ArrayInput(TableInput):
    """An array with a row for each series, or one series by itself."""

    is_by_row = True

    def __init__(self, array: NDArray[Any], columns: dict[str, Any], measure: str) -> None:
        import numpy as np

        self.flat, self.columns = array.ndim == 1, dict(columns)
        table = np.atleast_2d(array)
        if table.ndim != 2 or array.ndim == 0:
            raise KebiError(f"an array has a row for each series and a column for each span: found {array.ndim} dimensions")
        start, decimals = columns.pop("start", None), columns.pop("decimals", None)
        frequency = frequency_named(columns.pop("frequency", None))
        if columns:
            raise KebiError(
                f"an array has no columns to name: found {', '.join(columns)}; only start, frequency and decimals can be "
                "said of it, and bounds and out where a function has them"
            )
        # Without a start a column is only so many spans from another: any first year does.
        first = Period("2000") if start is None else span_of(start, "start")
        of = frequency or (_core.Frequency.month if start is None else frequency_of(first))
        time = Timeline(of, *(first.last if start is not None else (2000, 12)), table.shape[1])
        printed = [] if decimals is None else [int(decimals)] * table.shape[0] if np.ndim(decimals) == 0 else list(decimals)
        grid = Grid(time, as_doubles(table), None, printed)
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

    def named_whole(self, whole: Any) -> str | None:
        import numpy as np

        if isinstance(whole, (int, np.integer)):
            count = len(self.figures.regions)
            if not 0 <= whole < count:
                raise KebiError(f"the array has no row {whole}: it has {count}, counted from 0")
            return str(int(whole))
        if isinstance(whole, str):
            raise KebiError(
                f"the rows of an array have no names: found the whole {whole!r}. Give the number of its row, counted from 0, "
                "or an array of the whole"
            )
        return None

    def companion_table(self, whole: Any) -> Any:
        import numpy as np

        return whole if isinstance(whole, Figures) else np.atleast_2d(whole)
