"""Wholes and their parts: rolling up and down, and where they disagree.

The functions take what those of `kebi.functions.growth` do: arrays with a row for each item of the hierarchy in
its order, panels, long and wide frames. The result has the items of the hierarchy, in its order; of
a long frame it is a new one, because what was found has no row there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._core import KebiError, Period
from ..series.panel import Panel
from ..tables.open import open_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..tables.apply import Out

    Along = Literal["region", "indicator"] | None


class Hierarchy:
    """A tree of wholes and parts: a nation, its provinces, their cities.

    Lines are (name, its whole or ""); a third entry of False says that the parts do not make the
    whole up, as items printed under # (其中) do not.

    The names are regions or indicators of a panel. `along` says which, where both have some of them.
    An item that the panel lacks is absent; but where a panel has others instead, a lacking part may
    be one that is called otherwise there, and is refused.
    """

    def __init__(self, lines: Sequence[tuple[str, str] | tuple[str, str, bool]]) -> None:
        for line in lines:
            texts = isinstance(line, (tuple, list)) and len(line) in (2, 3) and all(isinstance(n, str) for n in line[:2])
            if not texts or not all(isinstance(said, bool) for said in line[2:]):
                raise KebiError(f"a line of a hierarchy is (name, its whole or '') and maybe False: found {line!r}")
        self.names = [line[0] for line in lines]
        self._inner = _core.Hierarchy([(line[0], line[1], line[2] if len(line) == 3 else True) for line in lines])

    def rolled_up(self, panel: Panel, along: Along = None) -> Panel:
        """Return a panel of the items in which wholes are summed up where all their parts are there (汇总)."""
        return self._rolled(_core.rolled_up, *self._items(panel, along))

    def rolled_down(self, panel: Panel, along: Along = None) -> Panel:
        """Return a panel of the items in which the one lacking part of a whole is found (推算缺项)."""
        return self._rolled(_core.rolled_down, *self._items(panel, along))

    def fill(self, panel: Panel, along: Along = None) -> Panel:
        """Return a panel of the items with all that sums tell: rolled up, and then down.

        Printed figures keep the bounds of their print; what was found has the sum of all behind it.
        What its parts and its whole both tell has the bounds that both leave possible.
        """
        return self._rolled(_core.filled_from_sums, *self._items(panel, along))

    def disagreements(
        self, panel: Panel, along: Along = None
    ) -> list[tuple[str, str, Period, _core.Bounds, _core.Bounds]]:
        """Return the wholes that no rounding of their parts can give: region, indicator, span, both bounds."""
        items, beside = self._items(panel, along)
        block = items._figures if items._certain is None else items._bounds()
        width = len(items.indicators)
        return [
            (items.regions[row // width], items.indicators[row % width], span, published, from_parts)
            for row, span, published, from_parts in _core.list_of_disagreements(block, self._inner, beside)
        ]

    def _rolled(self, operation: Callable[..., Any], items: Panel, beside: int) -> Panel:
        return items._derived(operation, [items], self._inner, beside, measure="level")

    def _differences(self, panel: Panel, along: Along) -> Panel:
        """Return wholes less their parts, where no rounding explains it; else nothing."""
        items, beside = self._items(panel, along)

        def operation(block: Any, *, bounds: bool = False, **how: Any) -> Any:
            if items._certain is None or bounds:
                return _core.disagreements(block, block, self._inner, beside, bounds=bounds, **how)
            del how["threads"]
            return _core.disagreements(block, items._bounds(), self._inner, beside, **how)

        return items._derived(operation, [items], measure="level")

    def _items(self, panel: Panel, along: Along) -> tuple[Panel, int]:
        """Return the rows of a panel that are called like the items, and how many each item has."""
        if not isinstance(panel, Panel):
            raise KebiError(f"a hierarchy needs a row for each of its items: found {panel!r}. Put the series in a panel")
        panel._require_levels("add up")
        by_region = self._is_by_region(panel, along)
        there = panel.regions if by_region else panel.indicators
        self._require_known(there, there if along else panel.regions + panel.indicators)
        made = panel._with_rows(*((self.names, panel.indicators) if by_region else (panel.regions, self.names)))
        return made, len(panel.indicators) if by_region else 1

    def _is_by_region(self, panel: Panel, along: Along) -> bool:
        if along is not None:
            if along not in ("region", "indicator"):
                raise KebiError(f"a hierarchy is along 'region' or along 'indicator': found {along!r}")
            return along == "region"
        names = set(self.names)
        regions, indicators = names & set(panel.regions), names & set(panel.indicators)
        if regions and indicators:
            raise KebiError(
                f"the hierarchy has the region {min(regions)!r} and the indicator {min(indicators)!r}: "
                "say along='region' or along='indicator'"
            )
        return not indicators

    def _require_known(self, there: list[str], looked_among: list[str]) -> None:
        names = set(self.names)
        if not names & set(there):
            raise KebiError(
                f"no item of the hierarchy is among {_listed(looked_among)}: it has {_listed(self.names)}. Call both by one name"
            )
        others = [name for name in there if name not in names]
        known = set(there)
        for i, name in enumerate(self.names):
            if others and name not in known and not self._inner.parts_of(i):
                raise KebiError(
                    f"the table has no {name!r}, and it has {others[0]!r}, which the hierarchy has not: call both by one "
                    "name, or give a table of the items of the hierarchy alone"
                )

    def __repr__(self) -> str:
        return f"<Hierarchy of {len(self.names)} items>"


def _listed(names: list[str]) -> str:
    """Return the first of several names, or in words that there are none."""
    told = [name for name in names if name]
    return ", ".join(told[:5]) + (" …" if len(told) > 5 else "") if told else "the names of the table, which has none"


def rolled_up(
    table: Any, tree: Hierarchy, *, along: Along = None, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return figures in which absent wholes are the sum of their parts (汇总), where all parts are there.

    Printed wholes stay as they are; see `disagreements`. Bounds of a sum are the sum of bounds.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
    >>> wide = {"year": ["2018", "2019"], "东部": ["60.0", "68.0"], "西部": ["40.0", ""]}
    >>> kebi.rolled_up(wide, tree, period="year")["全国"]
    array([100.,  nan])
    """
    return _over_items(table, tree, lambda f: tree.rolled_up(f, along), bounds, out, columns)


def rolled_down(
    table: Any, tree: Hierarchy, *, along: Along = None, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return figures in which the one lacking part of a whole is the whole less the others (推算缺项).

    A part below half a unit (…) is told, and stays; so is one that is told together with another.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
    >>> wide = {"year": ["2018"], "全国": ["100.0"], "东部": ["60.0"]}
    >>> lo, hi = kebi.rolled_down(wide, tree, period="year", bounds=True)
    >>> print(f"{lo['西部'][0]:.2f} to {hi['西部'][0]:.2f}")
    39.90 to 40.10
    """
    return _over_items(table, tree, lambda f: tree.rolled_down(f, along), bounds, out, columns)


def filled(
    table: Any, tree: Hierarchy, *, along: Along = None, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return figures with all that the sums of a hierarchy tell: rolled up, and then down.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi, numpy as np
    >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国"), ("上海", "东部"), ("江苏", "东部")])
    >>> kebi.filled(np.array([[100.0], [np.nan], [np.nan], [20.0], [40.0]]), tree)[:, 0]
    array([100.,  60.,  40.,  20.,  40.])
    """
    return _over_items(table, tree, lambda f: tree.fill(f, along), bounds, out, columns)


def disagreements(
    table: Any, tree: Hierarchy, *, along: Along = None, bounds: bool = False, out: Out = None, **columns: Any
) -> Any:
    """Return wholes less the sum of their parts, only where no rounding explains the difference.

    Of a long frame these are the rows of a new one. Where not all parts are there, or they are
    items under # (其中), a whole may be more than its parts but not less, unless some of them are
    below zero.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

    Examples
    --------
    >>> import kebi
    >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
    >>> wide = {"year": ["2018", "2019"], "全国": ["100.1", "112.0"], "东部": ["60.0", "68.0"], "西部": ["40.0", "42.0"]}
    >>> kebi.disagreements(wide, tree, period="year")["全国"]
    array([nan,  2.])
    """
    return _over_items(table, tree, lambda f: tree._differences(f, along), bounds, out, columns)


def _over_items(
    table: Any, tree: Hierarchy, method: Callable[[Any], Panel], bounds: bool, out: Out, columns: dict[str, Any]
) -> Any:
    if not isinstance(tree, Hierarchy):
        raise KebiError(f"wholes and parts are told by a Hierarchy: found a {type(tree).__name__}")
    given = open_table(table, columns, "level")
    return given.result(lambda of: method(of.named(tree.names)), bounds, out, new_rows=True)
