"""Tables of any kind as inputs of an operation, and results in the kind that was passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._core import KebiError
from ..values import Value
from .figures import Figures, Origin
from .unreliable import warn_left_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from .derivation import Derivation
    from .figures import Out

    OpenTable = Callable[[Any, Mapping[str, Any], str], "TableInput"]

T = TypeVar("T")


class TableBounds(Value, Generic[T]):
    """The lowest and the highest that the rounding of published figures leaves possible.

    Parameters
    ----------
    lo, hi : array or frame
        The lower and the upper ends, of the kind of the input.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> within = kebi.year_over_year(np.array([100.0, 110.0]), frequency="year", decimals=0, bounds=True)
    >>> print(f"{within.lo[1]:.2f} to {within.hi[1]:.2f}")
    8.96 to 11.06
    """

    __slots__ = ("hi", "lo")

    def __init__(self, lo: T, hi: T) -> None:
        self.lo, self.hi = lo, hi

    def __iter__(self) -> Iterator[T]:
        yield self.lo
        yield self.hi

    def _content(self) -> object:
        return self.lo, self.hi

    def __repr__(self) -> str:
        return f"TableBounds(lo={self.lo!r}, hi={self.hi!r})"


class TableInput(Origin):
    """A table that an operation was called with: its figures, and the way back to its kind.

    Parameters
    ----------
    options : mapping
        The keywords that describe the table.
    measure : str
        What the figures measure where they have no measure of their own.
    open_table : callable
        How another table is opened.
    """

    figures: Any  # the figures of the table
    is_unlabelled = True
    is_by_row = False  # whether its rows have no names
    growth_decimals: int | None = None  # of growth that goes together with levels

    def __init__(self, options: Mapping[str, Any], measure: str, open_table: OpenTable) -> None:
        self.options, self.measure, self._open_table = options, measure, open_table

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return one block of a result as a table of the kind that was passed.

        With `new_rows` it has spans of its own, even where they look like those passed.
        """
        raise NotImplementedError

    def direct_growth(self, out: Any, threads: int) -> Any:
        """Return year-over-year growth without a panel, or None where that needs one."""
        return None

    # How what goes together with the table is opened.

    def column(self, of: Figures, name: str, measure: str) -> Figures:
        """Return a column of a long frame as figures that line up with those of the table."""
        raise KebiError(f"only a long frame has named columns: found {name!r}. Pass a table of the same type")

    def require_companion(self, other: Any, measure: str) -> None:
        """Refuse a table of another kind."""

    def open_another(self, other: Any, options: Mapping[str, Any], measure: str) -> Figures:
        """Return a table that goes together with this one as figures."""
        return self._open_table(other, options, measure).figures  # type: ignore[no-any-return]

    def options_of(self, measure: str, frequency: str | None) -> dict[str, Any]:
        """Return the keywords that describe a table which goes together with this one."""
        options = dict(self.options)
        if measure == "growth" != self.measure:
            # A frame has the decimals of its own figures; an array counts as rounded like the levels.
            if self.growth_decimals is not None:
                options["decimals"] = self.growth_decimals
            elif not self.is_by_row:
                options.pop("decimals", None)
        if frequency is not None:
            options["frequency"] = frequency
        return options

    def companion(self, of: Figures, other: Any, measure: str, frequency: str | None) -> Figures | None:
        """Return another table of the kind, or a column by its name, as figures; None stays None."""
        if other is None or isinstance(other, Figures):
            return other
        if isinstance(other, str):
            return self.column(of, other, measure)
        self.require_companion(other, measure)
        return self.open_another(other, self.options_of(measure, frequency), measure)

    def whole(self, of: Figures, whole: Any, measure: str) -> Figures:
        """Return the whole of each row: one of the series by its name, or a table."""
        if isinstance(whole, (str, Figures)):
            return super().whole(of, whole, measure)
        return self.open_another(whole, self.options_of(measure, None), measure)

    # How results go back.

    def result(self, derivation: Derivation, bounds: bool, out: Out | None, threads: int, new_rows: bool) -> Any:
        """Evaluate a derivation and return its result, or write it into the arrays of the caller."""
        if out is not None:
            return self._write(derivation, bounds, out, threads)
        if not bounds:
            made = derivation.figures(threads)
            warn_left_out(made.grid.status)
            return self.give_back(made, made.grid.values, new_rows)
        made = Figures(derivation.bounds(threads))  # their labels and status are those of the figures
        within: Any = made.grid
        return TableBounds(self.give_back(made, within.lo, new_rows), self.give_back(made, within.hi, new_rows))

    def _write(self, derivation: Derivation, bounds: bool, out: Any, threads: int) -> Any:
        import numpy as np

        blocks = out if isinstance(out, (tuple, list)) else (out,)
        if len(blocks) != (2 if bounds else 1):
            raise KebiError("out= is one array, and with bounds a pair of them: lo and hi")
        for block in blocks:
            if not isinstance(block, np.ndarray):
                raise KebiError(f"out= is a numpy array: found a {type(block).__name__}")
        if bounds and np.shares_memory(*blocks):
            raise KebiError("lo and hi need separate arrays: these two overlap")
        tables = tuple(_rows_of(block) for block in blocks)
        status = np.zeros(tables[0].shape, np.uint8)
        derivation.write((*tables, status), bounds, threads)
        if not bounds:
            warn_left_out(status)
        return out


class LabelledInput(TableInput):
    """A series or a panel."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return one block of a result as an array: of a series by time, of a panel in its three dimensions."""
        table: Any = made.table
        return block.reshape(len(table.regions), len(table.indicators), -1) if hasattr(table, "regions") else block[0]

    def result(self, derivation: Derivation, bounds: bool, out: Out | None, threads: int, new_rows: bool) -> Any:
        """Return the resulting series or panel, which has its bounds in `lo` and `hi`."""
        if out is not None:
            return super().result(derivation, bounds, out, threads, new_rows)
        made = derivation.figures(threads)
        if bounds:
            made.bounds_table
        return made


def _rows_of(block: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return an output as a table with a row for each series."""
    if block.ndim == 1:
        return block[None, :]
    if block.ndim == 3:
        table: NDArray[np.float64] = block.view()
        try:
            table.shape = (-1, block.shape[2])
        except AttributeError:
            raise KebiError("an output of three dimensions must be contiguous") from None
        return table
    return block

