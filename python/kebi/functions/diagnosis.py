"""What growth betrays: swings to profit or loss, breaks of scope, and growth that only repeats levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._core import KebiError, operations
from ..enums import ObservationStatus
from ..tables.derivation import Derivation
from ..tables.figures import Block
from ..tables.operation import of_each_figure, open_table, open_with_growth, with_shared_parameters
from ..tables.refused import of_what_is_taken
from .bases import Agreement, agreements_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from typing_extensions import Unpack

    from ..tables.figures import Figures
    from ..tables.options import Input, TableOptions

__all__ = ["agreements", "growth_status", "scope_breaks"]


@of_each_figure
def growth_status(
    table: Any, since: Literal["year", "span"] = "year", **options: Unpack[TableOptions]
) -> NDArray[np.str_]:
    """Return for each figure "figure" where levels have growth, or why there is none.

    The words are the names of `kebi.enums.ObservationStatus`: to_profit (扭亏为盈), to_loss (由盈转亏),
    loss_wider, loss_narrower and loss_same where a figure or its base is below zero, undefined on a
    base of zero, and else the reason for its absence.

    Parameters
    ----------
    since : {"year", "span"}
        Whether growth is over the year or over the span before.

    Returns
    -------
    array of str, or wide frame
        A word for each figure; of a long frame for each row.

    Raises
    ------
    KebiError
        For another word than "year" and "span".

    Examples
    --------
    >>> import kebi, numpy as np
    >>> profits = np.array([-3.0, 5.0, -1.0, -2.0, 0.0, 4.0])
    >>> print(*kebi.growth_status(profits, frequency="year"))
    absent to_profit to_loss loss_wider to_profit undefined
    """
    import numpy as np

    if since not in ("year", "span"):
        raise KebiError(f"growth is since the 'year' or the 'span' before: found {since!r}")
    opened = open_table(table, options, "level")
    grow = operations.year_over_year if since == "year" else operations.period_over_period
    grown: Figures = of_what_is_taken(opened, lambda figures: Derivation(grow, figures).figures())
    names = np.array([ObservationStatus(k).name for k in range(len(ObservationStatus))])
    found: NDArray[np.str_] = opened.give_back(grown, names[grown.grid.status], False)
    return found


@of_each_figure
def scope_breaks(table: Any, growth: Input | None = None, **options: Unpack[TableOptions]) -> NDArray[np.bool_]:
    """Return where the scope certainly changed (口径调整): no rounding brings the revision factor to 1.

    Decimals have to be known: as published in texts, or passed with `decimals` and `growth_decimals`.

    Parameters
    ----------
    growth : table of the same kind, or name of a column of a long frame
        Growth of the levels as published; None for that published together with a `Series` or `Panel`.

    Returns
    -------
    array of bool, or wide frame
        Whether there is a break at each figure; False where level or growth is absent.

    Raises
    ------
    KebiError
        Where decimals are not known.

    Examples
    --------
    Fixed-asset investment, 2023 and 2022: the level fell by 12 %, and growth was published as 3.0.

    >>> import kebi
    >>> investment = {"year": ["2022", "2023"], "固定资产投资": ["572138", "503036"]}
    >>> growth = {"year": ["2022", "2023"], "固定资产投资": ["5.1", "3.0"]}
    >>> kebi.scope_breaks(investment, growth)["固定资产投资"]
    array([False,  True])
    """
    import numpy as np

    opened, rates = open_with_growth(table, growth, options)
    factors: Figures = of_what_is_taken(opened, lambda figures: Derivation(operations.revision_factor, figures, rates).figures())
    within = factors.bounds_grid
    moved = np.zeros(factors.grid.values.shape, dtype=bool)
    for row in range(len(moved)):
        moved[row, _core.scope_break_columns(within, row)] = True
    found: NDArray[np.bool_] = opened.give_back(factors, moved, False)
    return found


@with_shared_parameters
def agreements(table: Input, growth: Input | None = None, **options: Unpack[TableOptions]) -> list[Agreement]:
    """Return for each series how often its growth agrees with the ratio of its levels.

    Growth that does so every time, twelve times at least, was computed from the levels by a vendor:
    published growth shows its changes of scope somewhere.

    Parameters
    ----------
    growth : table of the same kind, or name of a column of a long frame
        Growth of the levels as published; None for that published together with a `Series` or `Panel`.

    Returns
    -------
    list of Agreement
        One for each series; the rows of an array are numbered.

    Raises
    ------
    KebiError
        Where decimals are not known.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> levels = 100.0 + np.arange(48).reshape(1, 48) % 7
    >>> growth = kebi.year_over_year(levels).round(1)
    >>> kebi.agreements(levels, growth, decimals=1)[0].is_ratio_of_levels
    True
    """
    opened, rates = open_with_growth(table, growth, options)
    of: Any = opened.figures.table
    if isinstance(opened.figures, Block):
        names = [str(i) for i in range(len(opened.figures.grid.values))], [""]
    else:
        names = (of.regions, of.indicators) if hasattr(of, "regions") else ([of.region], [of.indicator])
    found: list[Agreement] = of_what_is_taken(opened, lambda figures: agreements_of(figures, rates, names))
    return found
