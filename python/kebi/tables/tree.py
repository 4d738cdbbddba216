"""Trees of wholes and parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .. import _core
from .._core import KebiError
from ..refusals import refusing
from ..values import Value
from .figures import Figures, mapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._core import Bounds, Period

    Along = Literal["region", "indicator"]


class Discrepancy(NamedTuple):
    """A whole that no rounding of its parts can give."""

    region: str
    indicator: str
    period: Period
    published: Bounds
    sum_of_parts: Bounds


@refusing("kebi.Hierarchy")
class Hierarchy(Value):
    """A tree of wholes and parts: a nation, its provinces, their cities.

    The names are regions or indicators of a panel; `along` says which, where both have some of them.
    An item that the panel lacks is absent; but where a panel has others instead, a lacking part may
    be one that is called otherwise there, and is refused.

    Parameters
    ----------
    lines : sequence of tuples
        (name, its whole or ""); a third entry of False says that the parts do not make the whole up,
        as items published under # (其中) do not.

    Raises
    ------
    KebiError
        For lines of another form, unknown wholes, names given twice, and circles.

    Examples
    --------
    >>> import kebi
    >>> kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
    <Hierarchy of 3 items>
    """

    def __init__(self, lines: Sequence[tuple[str, str] | tuple[str, str, bool]]) -> None:
        for line in lines:
            texts = isinstance(line, (tuple, list)) and len(line) in (2, 3) and all(isinstance(n, str) for n in line[:2])
            if not texts or not all(isinstance(said, bool) for said in line[2:]):
                raise KebiError(f"an entry of a hierarchy is (name, its whole or '') and maybe False: found {line!r}")
        self.names = [line[0] for line in lines]
        self._lines = [(line[0], line[1], line[2] if len(line) == 3 else True) for line in lines]
        self.tree = _core.Hierarchy(self._lines)

    def _content(self) -> object:
        return self._lines

    def __reduce__(self) -> tuple[type[Hierarchy], tuple[object]]:
        return type(self), (self._lines,)

    def discrepancies(self, panel: Figures, along: Along | None = None) -> list[Discrepancy]:
        """Return the wholes that no rounding of their parts can give.

        Parameters
        ----------
        panel : Panel
            Levels of the items.
        along : {"region", "indicator"}, optional
            Which names of the panel are the items, where both have some of them.

        Returns
        -------
        list of Discrepancy
            Region, indicator, span, and the bounds as published and as the sum of the parts.

        Raises
        ------
        KebiError
            Where no name of the hierarchy is in the panel.

        Examples
        --------
        >>> import kebi
        >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
        >>> wide = {"year": ["2019"], "全国": ["112.0"], "东部": ["68.0"], "西部": ["42.0"]}
        >>> tree.discrepancies(kebi.Panel.from_wide(wide))[0].period
        Period('2019')
        """
        items, by_region = self.items(panel, along)
        table: Any = items.table
        width = len(table.indicators)
        block = (items.grid, items.bounds_grid) if items.is_derived else items.grid
        return [
            Discrepancy(table.regions[row // width], table.indicators[row % width], span, published, from_parts)
            for row, span, published, from_parts in _core.list_of_discrepancies(block, self.tree, width if by_region else 1)
        ]

    def items(self, panel: Figures, along: Along | None) -> tuple[Figures, bool]:
        """Return the rows of a panel that have the names of the items, and whether these are regions.

        Parameters
        ----------
        panel : Panel
            Levels of the items.
        along : {"region", "indicator"} or None
            Which names of the panel are the items.

        Returns
        -------
        Panel, bool
            The items in the order of the hierarchy.

        Raises
        ------
        KebiError
            For a table without names, and names that do not go together.

        Examples
        --------
        >>> import kebi
        >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国")])
        >>> tree.items(kebi.Panel.from_wide({"year": ["2019"], "东部": ["68.0"]}), None)[1]
        False
        """
        table: Any = panel.table
        if not hasattr(table, "regions"):
            raise KebiError(
                f"a hierarchy needs a row for each of its items: found {panel!r}. Pass the series as a "
                f"panel"
            )
        regions, indicators = table.regions, table.indicators
        by_region = self._is_by_region(regions, indicators, along)
        there = regions if by_region else indicators
        self._require_known(there, there if along else regions + indicators)
        rows = (self.names, indicators) if by_region else (regions, self.names)
        return mapped(panel, lambda of: of.select(*rows)), by_region

    def _is_by_region(self, regions: list[str], indicators: list[str], along: Along | None) -> bool:
        if along is not None:
            if along not in ("region", "indicator"):
                raise KebiError(f"a hierarchy is along 'region' or along 'indicator': found {along!r}")
            return along == "region"
        names = set(self.names)
        among_regions, among_indicators = names & set(regions), names & set(indicators)
        if among_regions and among_indicators:
            raise KebiError(
                f"the hierarchy has the region {min(among_regions)!r} and the indicator {min(among_indicators)!r}: "
                "pass along='region' or along='indicator'"
            )
        return not among_indicators

    def _require_known(self, there: list[str], looked_among: list[str]) -> None:
        names = set(self.names)
        if not names & set(there):
            raise KebiError(
                f"no item of the hierarchy is among {_listed(looked_among)}: it has "
                f"{_listed(self.names)}. Use one name in both"
            )
        others = [name for name in there if name not in names]
        known = set(there)
        for i, name in enumerate(self.names):
            if others and name not in known and not self.tree.parts_of(i):
                raise KebiError(
                    f"the table has no {name!r}, and it has {others[0]!r}, which the "
                    "hierarchy does not contain: use one name in both, or pass a table "
                    "of the items of the hierarchy only"
                )

    def __repr__(self) -> str:
        return f"<Hierarchy of {len(self.names)} items>"


def _listed(names: list[str]) -> str:
    """Return the first of several names, or in words that there are none."""
    known = [name for name in names if name]
    return ", ".join(known[:5]) + (" …" if len(known) > 5 else "") if known else "the names of the table, which has none"
