"""Indicators of a frame that an operation refuses: the others keep their results, with a warning that names the cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..enums import Kind, ObservationStatus
from ..text import warn_user
from .figures import figures_of
from .inputs import LabelledInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .figures import Figures
    from .inputs import TableInput

_SHOWN = 3


class RefusedWarning(UserWarning):
    """Some indicators of a frame have no result, because an operation is not for figures of their kind."""


def of_what_is_taken(
    opened: TableInput,
    derive: Callable[[Figures], Any],
    finish: Callable[[Any], Any] | None = None,
    named: Iterable[object] = (),
) -> Any:
    """Return the result of an operation over a table; of a frame without the indicators that it refuses.

    What is refused has no result in any of its rows; a warning says which indicators that are, and why.

    Parameters
    ----------
    opened : TableInput
        The table.
    derive : callable
        Gives for figures what the result is made of, or the result.
    finish : callable, optional
        Gives the result of a derivation.
    named : iterable
        What was passed beside the table: an indicator that is named there cannot be left out.

    Returns
    -------
    object
        The result, where refused indicators are missing.

    Raises
    ------
    KebiError
        The refusal: of a series or a panel, and of a frame where it is of no indicator alone, or nothing would be left.
    """

    def evaluate(figures: Figures) -> Any:
        return derive(figures) if finish is None else finish(derive(figures))

    try:
        return evaluate(opened.figures)
    except KebiError as error:
        if isinstance(opened, LabelledInput):
            raise
        refusal = error
    figures, causes, result = _taken(opened, refusal, {each for each in named if isinstance(each, str)}, evaluate)
    if finish is not None and not (derive(figures).figures().grid.status == ObservationStatus.figure).any():
        raise refusal
    _warn(causes, len(opened.figures.table.indicators))
    return result


def _taken(
    opened: TableInput, refusal: KebiError, kept: set[str], evaluate: Callable[[Figures], Any]
) -> tuple[Figures, dict[str, str], Any]:
    """Return figures without what is refused, and the causes: one indicator after the other, as refusals name them."""
    names: list[str] = getattr(opened.figures.table, "indicators", [])
    causes: dict[str, str] = {}
    error = refusal
    while True:
        name = max((each for each in names if each and each in str(error)), key=len, default="")
        if not name or name in causes or name in kept or len(causes) + 1 >= len(names):
            raise refusal
        causes[name] = str(error)
        figures = _without(opened, {names.index(each) for each in causes})
        try:
            return figures, causes, evaluate(figures)
        except KebiError as e:
            error = e


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
