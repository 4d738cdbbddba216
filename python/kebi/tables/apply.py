"""What the functions over tables share: one table, levels with growth beside them, parts in wholes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .._core import KebiError
from ..series.figures import Figures
from .frame import LongFrameInput
from .input import TableInput, require_decimals
from .open import open_table

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from ..series.figures import Figures

    Out = NDArray[np.float64] | tuple[NDArray[np.float64], NDArray[np.float64]] | None


class Companion(NamedTuple):
    """What goes beside a table: one of the same kind, or the name of a column of a long frame."""

    table: Any
    measure: str
    frequency: str | None = None  # where it is another than the table's


def apply(
    table: Any,
    method: Callable[[Any], Figures],
    bounds: bool,
    out: Out,
    columns: dict[str, Any],
    measure: str = "level",
    *,
    new_rows: bool = False,
) -> Any:
    """Return what a method makes of the figures of one table."""
    return open_table(table, columns, measure).result(lambda of: method(of.figures), bounds, out, new_rows)


def apply_with_growth(
    table: Any, growths: Any, method: Callable[[Any, Any], Figures], bounds: bool, out: Out, columns: dict[str, Any]
) -> Any:
    """Return what a method makes of levels and growth."""
    of, (rates,) = open_together(table, columns, "level", Companion(growths, "growth"))
    return of.result(lambda levels: method(levels.figures, rates), bounds, out)


def apply_in_whole(
    table: Any, whole: Any, method: Callable[[Any, Any], Figures], bounds: bool, out: Out, columns: dict[str, Any]
) -> Any:
    """Return what a method makes of parts and their wholes."""
    of = open_table(table, columns, "level")
    return of.result(lambda parts: method(parts.figures, open_whole(parts, whole, columns)), bounds, out)


def open_together(table: Any, columns: dict[str, Any], measure: str, *others: Companion) -> tuple[TableInput, list[Any]]:
    """Return a table and the figures of what goes beside it.

    Growth beside figures of another measure is printed with decimals of its own, which
    `growth_decimals` says where its print does not. Tables that go together are of one kind.
    """
    require_decimals(columns.get("growth_decimals"))
    own, of_growth = _own_columns(table, columns, measure)
    of = open_table(table, own, measure, is_long=any(isinstance(other.table, str) for other in others))
    beside = []
    for other in others:
        apart = other.measure == "growth" != measure
        if other.table is None and not (apart and measure == "level"):
            raise KebiError("something is None that has to stand beside the table: give a table of its kind, or name a column")
        said = of_growth if apart else own
        if other.frequency is not None:
            said = {**said, "frequency": other.frequency}
        decimals = columns.get("growth_decimals") if apart else own.get("decimals")
        beside.append(open_companion(of, other, said, decimals))
    return of, beside


def open_companion(of: TableInput, other: Companion, columns: dict[str, Any], decimals: int | None) -> Any:
    """Return the figures of a companion: a table of the kind, or a column of a long frame by its name.

    `decimals` are those of a column. None stays what it is: growth as published beside levels.
    """
    if isinstance(other.table, str):
        return of.column(other.table, other.measure, decimals)
    of.require_companion(other.table, other.measure)
    if other.table is None or isinstance(other.table, Figures):
        return other.table
    return open_table(other.table, columns, other.measure).figures


def open_whole(of: TableInput, whole: Any, columns: dict[str, Any], measure: str = "level") -> Any:
    """Return a whole as the methods of figures take it: a name, or figures."""
    name = of.named_whole(whole)
    if name is not None or isinstance(whole, Figures):
        return whole if name is None else name
    return open_table(of.companion_table(whole), columns, measure).figures


def growth_of_whole(of: TableInput, whole: Any, rates: Any, columns: dict[str, Any]) -> Any:
    """Return the growth of wholes: a column of a long frame, a name among the parts, or a table."""
    _, of_growth = _own_columns(whole, columns, "level")
    if isinstance(whole, str) and isinstance(of, LongFrameInput) and of.has_column(whole):
        return of.column(whole, "growth", columns.get("growth_decimals"))
    return require_growth(rates._whole(open_whole(of, whole, of_growth, "growth")))


def require_growth(figures: Any) -> Any:
    """Return figures that are growth, or refuse them."""
    if figures is None or figures.measure != "growth":
        raise KebiError("this needs published growth, and these are levels: see as_growth()")
    return figures


def _own_columns(table: Any, columns: dict[str, Any], measure: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is said of a table, and of tables of growth beside it."""
    import numpy as np

    if measure == "growth":
        return columns, columns
    own = {name: said for name, said in columns.items() if name != "growth_decimals"}
    said = columns.get("growth_decimals")
    if said is not None:
        return own, {**own, "decimals": said}
    # A frame tells the print of its own figures; an array counts as printed like the levels.
    is_array = isinstance(table, (np.ndarray, list, tuple))
    return own, own if is_array else {name: own[name] for name in own if name != "decimals"}
