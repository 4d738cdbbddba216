"""What a function along time was given, and how its result goes back: arrays, series, panels, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _columns, _core, _long, _printed, _shaky, _times
from ._core import Grid, KebiError, Period, Timeline
from .figures import Figures, Into
from .panel import Panel
from .series import Series

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

_COLUMNS = ("region", "indicator", "period", "value")
_LIKE_LONG = {"region", "indicator", "value", "地区", "指标", "数值"}
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
        printed = [decimals] * table.shape[0] if isinstance(decimals, int) else list(decimals or [])
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


class GivenLong(Given):
    """A long frame; results stand beside its rows, or are a new long frame of other spans."""

    def __init__(self, frame: Any, columns: dict[str, Any], measure: str) -> None:
        self.frame = frame
        self.region = columns.get("region", "region")
        self.indicator = columns.get("indicator", "indicator")
        self.period = columns.get("period", "period")
        value = columns.get("value", "value")
        frequency = _times.frequency_named(columns.get("frequency"))
        self.rows = _long.Rows.of(frame, self.region, self.indicator, self.period, frequency, value)
        spans = ("region", "indicator", "period", "frequency", "value")
        rest = {name: given for name, given in columns.items() if name not in spans}
        unknown = rest.keys() - {"cell", "decimals", "duplicates"}
        if unknown:
            raise KebiError(f"a long frame has no {', '.join(sorted(unknown))} to be said")
        self.duplicates = rest.get("duplicates", "refuse")
        panel = Panel._of_rows(self.rows, frame, value, **rest)
        panel.measure = measure
        super().__init__(panel)

    def has_column(self, name: str) -> bool:
        return name in map(str, _columns.names_of(self.frame))

    def beside(self, other: Any, measure: str, columns: dict[str, Any], decimals: int | None) -> Any:
        if not isinstance(other, str):
            return super().beside(other, measure, columns, decimals)
        made, _ = self.rows.panel(self.frame, other, None, decimals, self.duplicates)
        return self.figures._like(made, measure)

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        import numpy as np

        assert isinstance(made, Panel)
        cube = made._cube(block)
        if not new_rows:
            return self._beside(made, cube)
        r, k, t = np.nonzero(made.cells == 0)
        spans = np.array([str(p) for p in made.periods], dtype=object)
        columns = {
            self.region: np.array(made.regions, dtype=object)[r],
            self.indicator: np.array(made.indicators, dtype=object)[k],
            self.period: spans[t],
            "value": cube[r, k, t],
        }
        return _columns.like_frame(columns, self.frame)

    def _beside(self, made: Panel, cube: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return a figure for each row; rows of spans that a shorter result does not have get none."""
        import numpy as np

        time, places = self.rows.time, self.rows.places
        if len(made.time) == len(time):
            beside: NDArray[np.float64] = cube.reshape(-1)[places]
            return beside
        wide = np.full((*cube.shape[:2], len(time)), np.nan)
        for t, span in enumerate(made.periods):
            wide[:, :, time.column(span)] = cube[:, :, t]
        found: NDArray[np.float64] = wide.reshape(-1)[places]
        return found


class GivenWide(Given):
    """A wide frame with a column for each series."""

    def __init__(self, frame: Any, columns: dict[str, Any], measure: str) -> None:
        self.frame = frame
        self.period = columns.get("period") or _columns.period_column(frame)
        try:
            panel = Panel.from_wide(frame, **{**columns, "period": self.period})
        except KebiError as e:
            if not _LIKE_LONG & set(map(str, _columns.names_of(frame))):
                raise
            raise KebiError(
                f"{e}; the frame was taken as wide, a column for each series: a long one has the columns region, "
                "indicator, period and value, or others that are named, such as region='地区'"
            ) from None
        panel.measure = measure
        super().__init__(panel)

    def rivals(self) -> list[int]:
        return [0] * len(self.figures.indicators)

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        assert isinstance(made, Panel)
        columns: dict[str, Any] = {self.period: [str(p) for p in made.periods]}
        if self.period in made.indicators:
            raise KebiError(f"the column of the spans is called {self.period!r} already: call the other one otherwise")
        columns.update(zip(made.indicators, block, strict=True))
        return _columns.like_frame(columns, self.frame)


def given(table: Any, columns: dict[str, Any], measure: str, *, is_long: bool = False) -> Given:
    """Return what a function was given, as figures along time; `is_long` where columns of it are named."""
    import numpy as np

    columns = dict(columns)
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


def quick_growth(table: Any, out: Any, columns: dict[str, Any]) -> Any:
    """Return year-over-year growth of an array, or beside a long frame, without making a panel of it."""
    import numpy as np

    if isinstance(table, np.ndarray):
        return _growth_of_array(table, out, columns)
    if out is not None or isinstance(table, Figures) or not columns.keys() <= set(_COLUMNS):
        return None
    try:
        region, indicator, period, value = (
            _columns.column(table, columns.get(name, name)) for name in _COLUMNS
        )
    except KebiError:
        return None  # a wide frame, or a long one that is refused where it is taken apart
    figures = _printed.taken(value)[0].values
    counted = _times.counts(period)
    regions = None if counted is None else _columns.runs(region)
    indicators = None if regions is None else _columns.runs(indicator)
    if counted is not None and regions is not None and indicators is not None:
        rates = _core.growth_of_runs(regions, indicators, *counted, figures)
        if rates is not None:
            return rates
    spans = _times.spans(period)
    if spans.lengths is not None and len({months for _, months in spans.lengths}) > 1:
        return None  # of several frequencies, or years to date: the panel knows
    return _core.growth_of_rows(_columns.named(region), _columns.named(indicator), spans.ends, figures)


def _growth_of_array(array: NDArray[Any], out: Any, columns: dict[str, Any]) -> Any:
    import numpy as np

    if not columns.keys() <= {"frequency", "start", "decimals"} or array.ndim not in (1, 2) or "start" in columns:
        return None
    frequency = _times.frequency_named(columns.get("frequency"))
    back = _times.columns_in_year(frequency or _core.Frequency.month)
    values = _printed.numbers(np.atleast_2d(array))
    result = np.empty_like(values) if out is None else out
    if not isinstance(result, np.ndarray):
        raise KebiError(f"out= is a numpy array: found a {type(result).__name__}")
    if out is not None and np.shares_memory(values, result):
        values = values.copy()
    _core.growth_over(values, back, np.atleast_2d(result) if array.ndim == 1 else result)
    return result if out is not None or array.ndim == 2 else result[0]


