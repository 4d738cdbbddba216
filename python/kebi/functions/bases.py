"""The bases of a growth compared: as published, as growth implies them, and how often growth only repeats levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from .. import _core
from .._core import KebiError, operations
from ..frames.exports import Exported
from ..frames.periods import spans_in_year
from ..tables.derivation import Derivation
from ..tables.figures import Figures, with_grid
from ..tables.operands import growth_beside
from ..values import Value

if TYPE_CHECKING:
    from .._core import Period

F = TypeVar("F", bound=Figures)


def published_bases(levels: F) -> F:
    """Return the levels of a year before, each at the place of its later one.

    Parameters
    ----------
    levels : Series or Panel
        Levels as published.

    Returns
    -------
    Series or Panel
        The bases as published.
    """
    if levels.is_derived:
        raise KebiError("a published base has its own decimals: these values are derived")
    found: F = with_grid(levels, _core.lagged(levels.grid, spans_in_year(levels.time.frequency)))
    return found


def scope_breaks_of(factor: Figures) -> list[Period]:
    """Return the spans in which no rounding brings the revision factor of a series to 1 (口径调整)."""
    if not factor.has_bounds:
        return []
    return [factor.time.span(t) for t in _core.scope_break_columns(factor.bounds_grid)]


class BaseComparison(Value, Exported, Generic[F]):
    """The bases of a growth: as published a year before, as the growth implies, and their ratio.

    The ratio, the revision factor, is 1 where scope and prices stayed what they were.

    Parameters
    ----------
    levels : Series
        Levels with their published growth.
    rereleased : Series, optional
        The same series as it was released anew.

    Attributes
    ----------
    published, implied : Series
        The bases as published, and as growth implies them.
    factor : Series
        The implied bases over the published ones.
    scope_breaks : list of Period
        Spans in which no rounding brings the factor to 1.
    rereleased, rereleased_factor : Series or None
        The bases of the new release, and the implied ones over them.

    Examples
    --------
    >>> import kebi
    >>> kebi.Series(["572138", "503036"], start="2022", growth=["5.1", "3.0"]).compare_bases()
    <BaseComparison: 1 of 2 spans with a scope break>
    """

    def __init__(self, levels: F, rereleased: F | None = None) -> None:
        growth = growth_beside(levels, None)
        self.published: F = published_bases(levels)
        self.implied: F = Derivation(operations.comparable_base, levels, growth).figures()
        self.factor: F = Derivation(operations.revision_factor, levels, growth).figures()
        self.scope_breaks = scope_breaks_of(self.factor)
        self.rereleased: F | None = None
        self.rereleased_factor: F | None = None
        if rereleased is not None:
            self.rereleased = published_bases(rereleased)
            self.rereleased_factor = Derivation(operations.revision_factor, levels, growth, rereleased).figures()

    def to_columns(self) -> dict[str, Any]:  # type: ignore[override]
        """Return the bases as columns, with the bounds of the factor where they are known.

        Returns
        -------
        dict
            period, published_base, comparable_base, revision_factor; where decimals are known
            revision_factor_lo, revision_factor_hi and scope_break; of a new release rereleased_base
            and rereleased_factor.

        Examples
        --------
        >>> import kebi
        >>> levels = kebi.Series(["572138", "503036"], start="2022", growth=["5.1", "3.0"])
        >>> levels.compare_bases().to_columns()["scope_break"]
        [False, True]
        """
        columns: dict[str, Any] = {
            "period": [str(p) for p in self.factor.periods],
            "published_base": self.published.grid.values[0],
            "comparable_base": self.implied.grid.values[0],
            "revision_factor": self.factor.grid.values[0],
        }
        if self.factor.has_bounds:
            within = self.factor.bounds_grid
            columns["revision_factor_lo"], columns["revision_factor_hi"] = within.lo[0], within.hi[0]
            broken = {str(p) for p in self.scope_breaks}
            columns["scope_break"] = [period in broken for period in columns["period"]]
        if self.rereleased is not None and self.rereleased_factor is not None:
            columns["rereleased_base"] = self.rereleased.grid.values[0]
            columns["rereleased_factor"] = self.rereleased_factor.grid.values[0]
        return columns

    def _content(self) -> object:
        return self.published, self.implied, self.factor, self.scope_breaks, self.rereleased, self.rereleased_factor

    def __repr__(self) -> str:
        return f"<BaseComparison: {len(self.scope_breaks)} of {len(self.factor.time)} spans with a scope break>"


class Agreement(NamedTuple):
    """How often the growth of a series agrees with the ratio of its levels, as both are rounded."""

    region: str
    indicator: str
    compared: int
    agreeing: int
    is_ratio_of_levels: bool


def agreements_of(levels: Figures, growth: Figures, names: tuple[list[str], list[str]]) -> list[Agreement]:
    """Return how often the growth of each series agrees with the ratio of its levels.

    Parameters
    ----------
    levels, growth : Figures
        Levels and published growth of the same series and times.
    names : pair of lists
        The regions and the indicators of the rows.

    Returns
    -------
    list of Agreement
        One for each series.
    """
    if not (levels.grid.decimals and growth.grid.decimals):
        raise KebiError(
            "comparing growth with levels needs decimals: pass values as text, or "
            "decimals=… and growth_decimals=…"
        )
    operations.comparable_base(levels.table, growth.table)  # refuses what does not line up
    regions, indicators = names
    width = len(indicators)
    return [
        Agreement(regions[row // width], indicators[row % width], *_core.with_ratio_of_levels(levels.grid, growth.grid, row))
        for row in range(len(levels.grid.values))
    ]
