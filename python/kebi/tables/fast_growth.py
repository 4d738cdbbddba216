"""Year-over-year growth of an array, or beside a long frame, without making a panel of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..frames.columns import column_of, name_numbers, name_runs
from ..frames.periods import counted_times, frequency_named, read_spans, spans_in_year
from ..frames.printed_numbers import as_doubles, read_column
from ..series.figures import Figures

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COLUMNS = ("region", "indicator", "period", "value")


def fast_growth(table: Any, out: Any, columns: dict[str, Any]) -> Any:
    """Return year-over-year growth of an array, or beside a long frame, without making a panel of it."""
    import numpy as np

    if isinstance(table, np.ndarray):
        return _growth_of_array(table, out, columns)
    if out is not None or isinstance(table, Figures) or not columns.keys() <= set(_COLUMNS):
        return None
    try:
        region, indicator, period, value = (
            column_of(table, columns.get(name, name)) for name in _COLUMNS
        )
    except KebiError:
        return None  # a wide frame, or a long one that is refused where it is taken apart
    figures = read_column(value, None, str(columns.get("value", "value")))[0].values
    counted = counted_times(period)
    regions = None if counted is None else name_runs(region)
    indicators = None if regions is None else name_runs(indicator)
    if counted is not None and regions is not None and indicators is not None:
        rates = _core.growth_of_runs(regions, indicators, *counted, figures)
        if rates is not None:
            return rates
    spans = read_spans(period)
    if spans.lengths is not None and len({months for _, months in spans.lengths}) > 1:
        return None  # of several frequencies, or years to date: the panel knows
    try:
        return _core.growth_of_rows(name_numbers(region), name_numbers(indicator), spans.ends, figures)
    except KebiError:
        return None  # two rows tell one figure differently, or the like: the panel names them


def _growth_of_array(array: NDArray[Any], out: Any, columns: dict[str, Any]) -> Any:
    import numpy as np

    if not columns.keys() <= {"frequency", "start", "decimals"} or array.ndim not in (1, 2) or "start" in columns:
        return None
    frequency = frequency_named(columns.get("frequency"))
    back = spans_in_year(frequency or _core.Frequency.month)
    values = as_doubles(np.atleast_2d(array))
    result = np.empty_like(values) if out is None else out
    if not isinstance(result, np.ndarray):
        raise KebiError(f"out= is a numpy array: found a {type(result).__name__}")
    if out is not None and np.shares_memory(values, result):
        values = values.copy()
    _core.growth_over(values, back, np.atleast_2d(result) if array.ndim == 1 else result)
    return result if out is not None or array.ndim == 2 else result[0]
