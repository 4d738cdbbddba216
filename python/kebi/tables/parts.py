"""Parts in wholes of which levels and growth are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError
from ..series.derivation import require_aligned
from ..series.unstable import mask_unreliable
from .apply import Companion, open_together, open_whole, require_growth

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..series.figures import Figures
    from .apply import Out
    from .input import TableInput


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
    apart = () if whole_growths is None else (Companion(whole, "level"), Companion(whole_growths, "growth"))
    of, (rates, *of_wholes) = open_together(table, columns, "level", Companion(growths, "growth"), *apart)
    given = of.figures._growth_beside(rates)
    require_aligned(of.figures, given, "same")
    if apart:
        wholes, whole_rates = of_wholes[0], require_growth(of_wholes[1])
    else:
        wholes, whole_rates = _wholes(of, open_whole(of, whole, columns), given)
    wholes._require_levels("hold parts in")
    for others in (wholes, whole_rates):
        of.figures._require_one_vintage(others)

    if leaves_out:
        operation = mask_unreliable(operation, whole_rates, levels=False)

    def parted(parts: Any) -> Figures:
        inputs = [parts.figures, given, wholes, whole_rates]
        made: Figures = parts.figures._derived(operation, inputs, measure=measure, pairing="whole")
        return made

    return of.result(parted, bounds, out)


def _wholes(of: TableInput, whole: Any, growths: Any) -> tuple[Any, Any]:
    """Return wholes and their growth: what both tables tell under one name, or figures with their own."""
    if isinstance(whole, str):
        return of.figures._whole(whole), growths._whole(whole)
    if whole.published is None:
        raise KebiError("wholes that stand apart have growth of their own: say whole_growths=…")
    return whole, whole.published
