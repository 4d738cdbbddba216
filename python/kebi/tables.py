"""Growth beside the figures of arrays and frames, and the frequencies of a long table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _columns, _core
from ._core import Frequency, KebiError
from .panel import Panel, _taken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def panels_from_frame(frame: Any, *, value: str = "value", period: str = "period", **columns: Any) -> dict[str, Panel]:
    """Take a panel for each frequency that a long table holds, by the names of the frequencies.

    The spans themselves must say what they are: 2019-06, 2019Q2, 2019-01..2019-06.
    """
    import numpy as np

    at, months = _columns.ends(_columns.column(frame, period))
    if months is None:
        raise KebiError("dates do not say what span they stand for: give spans such as 2019-06 or 2019Q2")
    names = _columns.as_array(_columns.column(frame, columns.get("indicator", "indicator")))
    kinds = _core.frequencies_of([str(n) for n in names], at, months)
    table = {str(name): _columns.as_array(_columns.column(frame, name)) for name in _columns.names_of(frame)}
    made = {}
    for of in Frequency:
        rows = np.array([of in each for each in kinds], dtype=bool)
        if rows.any():
            part = {name: cells[rows] for name, cells in table.items()}
            made[of.name] = Panel.from_frame(part, value=value, period=period, frequency=of, **columns)
    return made


def year_over_year(table: Any, *, out: NDArray[np.float64] | None = None, lag: int = 12, **names: str) -> NDArray[np.float64]:
    """Return year-over-year growth beside each figure of an array or of a long frame.

    An array has a row for each series and a column for each month without a gap; nan is absent. A
    frame has a row for each figure in any order, with columns `region`, `indicator`, `period` and
    `value`, or others if they are named. The result has the shape of the array, or a figure for
    each row of the frame.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels = np.array([[100.0] * 12 + [110.0, float("nan")]])
    >>> kebi.year_over_year(levels)[0, 12:]
    array([10., nan])
    """
    import numpy as np

    if isinstance(table, np.ndarray):
        values = np.ascontiguousarray(np.atleast_2d(table), dtype=np.float64)
        result = np.empty_like(values) if out is None else out
        _core.growth_over(values, _core.cells_of(values), lag, result, np.empty(values.shape, np.uint8))
        return result if table.ndim == 2 else result.reshape(table.shape)
    period = _columns.column(table, names.get("period", "period"))
    months = _columns.as_array(period)
    printed = months.dtype.kind in "iu"
    figures, _ = _taken(_columns.column(table, names.get("value", "value")), 0)
    rates: NDArray[np.float64] = _core.growth_of_rows(
        _columns.numbered(_columns.column(table, names.get("region", "region"))),
        _columns.numbered(_columns.column(table, names.get("indicator", "indicator"))),
        months if printed else _columns.ends(period)[0],
        figures,
        lag,
        printed,
    )
    return rates
