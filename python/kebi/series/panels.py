"""Long frames that hold several frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from ..enums import Frequency
from ..frames.columns import as_array, column_names, column_of
from ..frames.periods import span_of_each
from ..refusals import explained
from .panel import Panel

if TYPE_CHECKING:
    from typing_extensions import TypedDict, Unpack

    class PanelColumns(TypedDict, total=False):
        """What describes a long frame, beside its spans and indicators."""

        value: str
        region: str | None
        decimals: int | None
        duplicates: Literal["refuse", "first", "last"]
        growth: str | None
        growth_decimals: int | None
        status: str | None
        vintage: str


@explained
def panels_from_frame(
    frame: Any, *, indicator: str | None = "indicator", period: str = "period", **columns: Unpack[PanelColumns]
) -> dict[str, Panel]:
    """Return a panel for each frequency that a long frame holds.

    The spans themselves must say what they are: 2019-06, 2019Q2, 2019-01..2019-06.

    Parameters
    ----------
    frame : frame
        Of pandas, polars or pyarrow, or a dict of columns.
    indicator, period : str
        The columns of indicators (None where all rows are of one) and of spans.
    **columns
        `value`, `region`, `growth` and `status` name columns: of figures, of regions (None for one), of
        growth as published with levels, of reasons for absence. `decimals` and `growth_decimals` say
        to how many decimals figures were rounded, `duplicates` ("refuse", "first", "last") which of
        two rows for one figure counts, `vintage` when they were published.

    Returns
    -------
    dict of Panel
        By the names of the frequencies.

    Raises
    ------
    KebiError
        For dates, which do not say what span they stand for.

    Examples
    --------
    >>> import kebi
    >>> table = {
    ...     "region": ["甲", "甲"],
    ...     "indicator": ["出口", "出口"],
    ...     "period": ["2019", "2019Q1"],
    ...     "value": ["110.0", "25.0"],
    ... }
    >>> list(kebi.panels_from_frame(table))
    ['quarter', 'year']
    """
    import numpy as np

    ends, months = span_of_each(column_of(frame, period))
    names = as_array(column_of(frame, indicator)) if indicator is not None else [""] * len(ends)
    kinds = _core.frequencies_of([str(name) for name in names], ends, months)
    table = {str(name): as_array(column_of(frame, name)) for name in column_names(frame)}
    made = {}
    for of in Frequency:
        rows = np.array([of in each for each in kinds], dtype=bool)
        if rows.any():
            part = {name: cells[rows] for name, cells in table.items()}
            made[of.name] = Panel.from_frame(part, indicator=indicator, period=period, frequency=of, **columns)
    return made
