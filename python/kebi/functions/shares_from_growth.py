"""What growth tells of the year before: increments, base shares, contributions and pulls over tables.

Tables are those of `kebi.functions.growth`. What goes together is of one kind, or beside a long frame the name
of one of its columns; `decimals` are those of the table, `growth_decimals` those of growth beside it.
Growth beside levels may be None where a `Series` or `Panel` was made with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import KebiError
from ..series.derivation import require_aligned
from ..tables.apply import (
    Companion,
    apply_with_growth,
    growth_of_whole,
    open_together,
    require_growth,
)
from ..tables.parts import in_grown_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..series.figures import Figures
    from ..tables.apply import Out


def increments(table: Any, growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return what was added to the base of each level on the way to it (增长量), on the comparable base.

    It is in the unit of the levels. Undefined where no base fits level and growth: above zero a level
    did not fall by 100 % or more, and below zero it did.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.increments(np.array([105.0, 90.0]), np.array([5.0, -10.0])).round(9)
    array([  5., -10.])
    """
    return apply_with_growth(table, growths, _increments, bounds, out, columns)


def contributions_by_growth(
    table: Any, growths: Any, whole: Any, whole_growths: Any = None, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return the contribution (贡献率) of each figure to the growth of a whole, in percent, on the comparable base.

    From levels and published growth of both, where `contributions` takes levels of two years. Wholes
    are said as in `growth_of_residuals`. Where the whole hardly grew a contribution is an interval, which
    the bounds tell, and no number.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels, growths = np.array([[110.0], [66.0]]), np.array([[10.0], [20.0]])
    >>> print(*kebi.contributions_by_growth(levels, growths, 0)[:, 0].round(9))
    100.0 110.0
    """
    return in_grown_whole(
        table, growths, whole, whole_growths, _core.contributions_by_growth, "contribution", bounds, out, columns, leaves_out=True
    )


def pulls_by_growth(
    table: Any, growths: Any, whole: Any, whole_growths: Any = None, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return the points (拉动) of the growth of a whole that each figure brought, on the comparable base.

    From levels and published growth of both, where `pulls` takes levels of two years. Wholes are said
    as in `growth_of_residuals`. Undefined on a base of the whole that is not above zero.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels, growths = np.array([[110.0], [66.0]]), np.array([[10.0], [20.0]])
    >>> print(*kebi.pulls_by_growth(levels, growths, 0)[:, 0].round(9))
    10.0 11.0
    """
    return in_grown_whole(table, growths, whole, whole_growths, _core.pulls_by_growth, "pull", bounds, out, columns)


def base_shares(table: Any, growths: Any, whole_growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any) -> Any:
    """Return shares a year before (基期比重) from shares in percent and the growth of parts and wholes.

    `whole_growths` is the name of the region or the indicator whose growth is the whole's (of a wide
    frame, of a column), the row of an array, a column of a long frame, or a table.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.base_shares(np.array([40.0]), np.array([10.0]), np.array([4.5])).round(9)
    array([38.])
    """
    return _of_shares(table, growths, whole_growths, _core.base_shares, "share", bounds, out, columns)


def share_changes_by_growth(
    table: Any, growths: Any, whole_growths: Any, *, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return by how many points shares changed, from shares in percent and the growth of parts and wholes.

    As in `base_shares`. Levels that are printed tell it more sharply: see `share_changes`.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> kebi.share_changes_by_growth(np.array([40.0]), np.array([10.0]), np.array([4.5])).round(9)
    array([2.])
    """
    return _of_shares(table, growths, whole_growths, _core.share_changes_by_growth, "change", bounds, out, columns)


def _increments(levels: Any, growths: Any) -> Figures:
    inputs = [levels, levels._growth_beside(growths)]
    made: Figures = levels._derived(_core.increments, inputs, measure="change")
    return made


def _of_shares(
    table: Any,
    growths: Any,
    whole_growths: Any,
    operation: Callable[..., Any],
    measure: str,
    bounds: bool,
    out: Out,
    columns: dict[str, Any],
) -> Any:
    of, (rates,) = open_together(table, columns, "share", Companion(growths, "growth"))
    if of.figures.measure == "growth":
        raise KebiError("shares come first, and the growth of parts and wholes after them: these are growth")
    wholes = growth_of_whole(of, whole_growths, require_growth(rates), columns)
    require_aligned(of.figures, rates, "same")
    for each in (rates, wholes):
        of.figures._require_one_vintage(each)

    def changed(shares: Any) -> Figures:
        inputs = [shares.figures, rates, wholes]
        made: Figures = shares.figures._derived(operation, inputs, measure=measure, pairing="whole")
        return made

    return of.result(changed, bounds, out)
