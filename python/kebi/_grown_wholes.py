"""Parts in wholes of which levels and growth are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._beside import require_beside
from ._calls import Beside, rates_of, taken
from ._core import KebiError
from ._shaky import leaving_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._calls import Out
    from ._given import Given
    from .figures import Figures


def in_grown_whole(
    table: Any,
    growths: Any,
    whole: Any,
    whole_growths: Any,
    operation: Callable[..., Any],
    measure: str,
    bounds: bool,
    out: Out,
    columns: dict[str, Any],
    *,
    leaves_out: bool = False,
) -> Any:
    """Return what `operation` makes of parts and wholes, each with its growth beside it."""
    apart = () if whole_growths is None else (Beside(whole, "level"), Beside(whole_growths, "growth"))
    of, (rates, *of_wholes) = taken(table, columns, "level", Beside(growths, "growth"), *apart)
    given = of.figures._growth_beside(rates)
    require_beside(of.figures, given, "same")
    if apart:
        wholes, whole_rates = of_wholes[0], rates_of(of_wholes[1])
    else:
        wholes, whole_rates = _wholes(of, of.whole(whole, columns), given)
    wholes._require_levels("hold parts in")
    for others in (wholes, whole_rates):
        of.figures._require_one_vintage(others)

    if leaves_out:
        operation = leaving_out(operation, whole_rates, levels=False)

    def parted(parts: Any) -> Figures:
        inputs = [parts.figures, given, wholes, whole_rates]
        made: Figures = parts.figures._derived(operation, inputs, measure=measure, pairing="whole")
        return made

    return of.result(parted, bounds, out)


def _wholes(of: Given, whole: Any, growths: Any) -> tuple[Any, Any]:
    """Return wholes and their growth: what both tables tell under one name, or figures with their own."""
    if isinstance(whole, str):
        return of.figures._whole(whole), growths._whole(whole)
    if whole.published is None:
        raise KebiError("wholes that stand apart have growth of their own: say whole_growths=…")
    return whole, whole.published
