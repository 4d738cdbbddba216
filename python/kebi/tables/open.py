"""Any kind of table as input of an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError
from ..frames.columns import column_names
from ..series.figures import Figures
from .array import ArrayInput
from .frame import LongFrameInput, WideFrameInput
from .input import TableInput, require_decimals
from .labelled import LabelledInput

if TYPE_CHECKING:

    pass

_LONG = ("region", "indicator", "value", "cell")


def open_table(table: Any, columns: dict[str, Any], measure: str, *, is_long: bool = False) -> TableInput:
    """Return what a function was given, as figures along time; `is_long` where columns of it are named."""
    import numpy as np

    columns = dict(columns)
    require_decimals(columns.get("decimals"), by_row=isinstance(table, np.ndarray))
    if isinstance(table, Figures):
        columns.pop("frequency", None)
        if columns:
            raise KebiError(
                f"a series or panel knows its own columns, times and decimals: found {', '.join(columns)}; only bounds and "
                "out can be said beside it, where a function has them"
            )
        return LabelledInput(table)
    if isinstance(table, np.ndarray):
        return ArrayInput(table, columns, measure)
    names = [str(name) for name in column_names(table)]
    if not names:
        raise KebiError(_no_figures_in(table))
    if is_long or any(name in columns for name in _LONG) or _is_like_long(names):
        return LongFrameInput(table, columns, measure)
    return WideFrameInput(table, columns, measure)


def _is_like_long(names: list[str]) -> bool:
    """Return whether a frame has two of the three columns that only a long frame has."""
    return len({"region", "indicator", "value"} & set(names)) > 1


def _no_figures_in(table: Any) -> str:
    """Return why a thing is no table of figures, and how to make one of it."""
    home = type(table).__module__.partition(".")[0]
    kind = type(table).__name__ if home == "builtins" else f"{home} {type(table).__name__}"
    out = "np.array(...) of its numbers" if not hasattr(table, "to_numpy") else "its to_numpy(), or a frame with its spans"
    return (
        f"cannot take figures from a {kind}, which does not say its spans: expected an array, a kebi.Series, a kebi.Panel "
        f"or a frame. Give {out}, or kebi.Series(..., start=...)"
    )
