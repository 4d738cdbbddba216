"""Indicators of a frame that an operation refuses: the others keep their results, with a warning that names the cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..enums import Kind, ObservationStatus
from ..text import warn_user
from .figures import figures_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from .figures import Figures
    from .inputs import TableInput

_SHOWN = 3


class RefusedWarning(UserWarning):
    """Some indicators of a frame have no result, because an operation is not for figures of their kind."""


def without_refused(
    opened: TableInput, refusal: KebiError, evaluate: Callable[[Figures], Any], named: Collection[object] = ()
) -> Any:
    """Return the result for the indicators of a frame that an operation takes, after it has refused one of them.

    What is refused has no result in any of its rows; a warning says which indicators that are, and why.

    Parameters
    ----------
    opened : TableInput
        The table.
    refusal : KebiError
        Why the operation refused the table.
    evaluate : callable
        Gives the result for figures.
    named : collection
        What was passed beside the table: an indicator that is named there cannot be left out.

    Returns
    -------
    same kind as the table
        The result, where refused indicators are missing.

    Raises
    ------
    KebiError
        The refusal, where it is of no indicator alone, or of all.
    """
    names: list[str] = getattr(opened.figures.table, "indicators", [])
    causes: dict[str, str] = {}
    error = refusal
    while True:
        name = max((each for each in names if each and each in str(error)), key=len, default="")
        if not name or name in causes or name in named or len(causes) + 1 >= len(names):
            raise refusal
        causes[name] = str(error)
        try:
            result = evaluate(_without(opened, {names.index(each) for each in causes}))
            break
        except KebiError as e:
            error = e
    _warn(causes, len(names))
    return result


def _without(opened: TableInput, refused: set[int]) -> Figures:
    """Return the figures of a table without those of some indicators, of which no kind is known any more."""
    import numpy as np

    table: Any = opened.figures.table
    grid, shape = table.figures, (len(table.regions), len(table.indicators), -1)
    values, status = grid.values.reshape(shape).copy(), grid.status.reshape(shape).copy()
    kinds, units = list(table.kinds), list(table.units)
    for k in refused:
        values[:, k], status[:, k] = np.nan, ObservationStatus.absent
        kinds[k], units[k] = Kind.flow, None
    rows = shape[0] * shape[1]
    block = _core.Grid(
        grid.time, values.reshape(rows, -1), status.reshape(rows, -1), list(grid.decimals), list(grid.releases)
    )
    made: Figures = figures_of(
        _core.Panel(block, table.regions, table.indicators, units=units, measure=table.measure, vintage=table.vintage, kinds=kinds)
    )
    made.origin = opened
    return made


def _warn(causes: dict[str, str], count: int) -> None:
    listed = "; ".join(list(causes.values())[:_SHOWN])
    more = f"; and {len(causes) - _SHOWN} more" if len(causes) > _SHOWN else ""
    warn_user(
        f"{len(causes)} of {count} indicators have no result: {listed}{more}. Take them apart from the others",
        RefusedWarning,
    )
