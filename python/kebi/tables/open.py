"""Any kind of table as input of an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError
from ..frames.columns import column_index, column_names
from .array import ArrayInput
from .figures import Figures
from .frame import LongFrameInput, WideFrameInput
from .inputs import LabelledInput, TableInput

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONG = {"region", "indicator", "value", "status"}


def open_table(table: Any, options: Mapping[str, Any], measure: str, is_long: bool = False) -> TableInput:
    """Return a table as input of an operation.

    Parameters
    ----------
    table : array, Series, Panel or frame
        The figures.
    options : mapping
        The keywords that describe the table.
    measure : str
        What figures measure that have no measure of their own.
    is_long : bool
        Whether columns of the frame are named elsewhere, so that it is a long one.

    Returns
    -------
    TableInput
        The figures, and the way back to the kind of table.

    Raises
    ------
    KebiError
        For other things, and for keywords that do not describe such a table.
    """
    import numpy as np

    is_array = isinstance(table, np.ndarray)
    if options:
        require_decimals(options.get("decimals"), by_row=is_array)
    if isinstance(table, Figures):
        return _open_labelled(table, options)
    if is_array:
        return ArrayInput(table, options, measure, open_table)
    if is_long or not _LONG.isdisjoint(options) or _is_like_long(table):
        return LongFrameInput(table, options, measure, open_table)
    if not column_names(table):
        raise KebiError(_no_figures_in(table))
    return WideFrameInput(table, options, measure, open_table)


def _open_labelled(figures: Figures, options: Mapping[str, Any]) -> TableInput:
    unknown = [name for name in options if name != "frequency"]
    if unknown:
        raise KebiError(
            f"a series or panel has its own labels, periods and decimals: found {', '.join(unknown)}; "
            "it accepts only bounds and out, where the function has them"
        )
    return LabelledInput(figures)


def require_decimals(decimals: Any, *, by_row: bool = False) -> None:
    """Refuse decimals that are no whole number, or for an array no list of them."""
    if decimals is None or type(decimals) is int:
        return
    import numpy as np

    def is_whole(each: Any) -> bool:
        return isinstance(each, (int, np.integer)) and not isinstance(each, bool)

    if is_whole(decimals):
        return
    if not by_row:
        raise KebiError(f"decimals must be an integer, such as 1: found {decimals!r}")
    if not isinstance(decimals, (list, tuple, np.ndarray)) or not all(map(is_whole, decimals)):
        raise KebiError(
            f"decimals must be an integer, such as 1, or a list with one for each row: found "
            f"{decimals!r}"
        )


def _is_like_long(frame: Any) -> bool:
    """Return whether a frame has two of the three columns that only a long frame has."""
    names = column_index(frame)
    if "region" in names:
        return "value" in names or "indicator" in names
    return "indicator" in names and "value" in names


def _no_figures_in(table: Any) -> str:
    """Return why a thing is no table of figures, and how to make one of it."""
    home = type(table).__module__.partition(".")[0]
    kind = type(table).__name__ if home == "builtins" else f"{home} {type(table).__name__}"
    out = "np.array(...) of its numbers" if not hasattr(table, "to_numpy") else "its to_numpy(), or a frame with its periods"
    return (
        f"cannot take figures from a {kind}, which has no periods: expected an array, a "
        f"kebi.Series, a kebi.Panel or a frame. Pass {out}, or kebi.Series(..., start=...)"
    )
