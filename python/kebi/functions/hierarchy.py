"""Hierarchies of wholes and parts: rolling up and down, and where they disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError, operations
from ..tables.derivation import Derivation
from ..tables.figures import Block, Figures
from ..tables.operation import operation
from ..tables.tree import Hierarchy

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Unpack

    from ..tables.options import TableOptions
    from ..tables.tree import Along

__all__ = ["discrepancy", "fill_missing", "roll_down", "roll_up"]


class Hierarchical(Figures):
    """Wholes and parts filled in from one another."""

    @operation("level", new_rows=True)
    def roll_up(self, tree: Hierarchy, along: Along | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return figures in which absent wholes are the sum of their parts (汇总), where all parts are there.

        Published wholes stay as they are; see `discrepancy`. Growth published together with the levels
        becomes growth of the wholes, on the comparable base. Rates, indexes, ratios and averages are
        refused: those of parts do not add up.

        Returns: The items in the order of the hierarchy, in the unit of the levels; of a long frame a new
            frame. Bounds of a sum are the sum of bounds.
        Raises: For names that do not go together, and an array with another number of rows.
        Source: 汇总: aggregation of a hierarchical classification (SDMX Glossary: hierarchy).

        >>> import kebi
        >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
        >>> wide = {"year": ["2018", "2019"], "东部": ["60.0", "68.0"], "西部": ["40.0", ""]}
        >>> kebi.roll_up(wide, tree, period="year")["全国"]
        array([100.,  nan])
        """
        return _over_items(operations.roll_up, self, tree, along, filled_from="parts")

    @operation("level", new_rows=True)
    def roll_down(self, tree: Hierarchy, along: Along | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return figures in which the one absent part of a whole is the whole less the others (推算缺项).

        A part below half a unit (…) is published, and stays; so is one that is published together
        with another.

        Returns: The items in the order of the hierarchy, in the unit of the levels; of a long frame a new
            frame.
        Raises: For names that do not go together, and an array with another number of rows.
        Source: 推算缺项: whole − Σ other parts.

        >>> import kebi
        >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
        >>> wide = {"year": ["2018"], "全国": ["100.0"], "东部": ["60.0"]}
        >>> within = kebi.roll_down(wide, tree, period="year", bounds=True)
        >>> print(f"{within.lo['西部'][0]:.2f} to {within.hi['西部'][0]:.2f}")
        39.90 to 40.10
        """
        return _over_items(operations.roll_down, self, tree, along, filled_from="wholes")

    @operation("level", new_rows=True)
    def fill_missing(self, tree: Hierarchy, along: Along | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return figures with all that the sums of a hierarchy determine: rolled up, and then down.

        Published figures keep the bounds of their rounding. What its parts and its whole both
        determine has the bounds that both leave possible.

        Returns: The items in the order of the hierarchy, in the unit of the levels; of a long frame a new
            frame.
        Raises: For names that do not go together, and an array with another number of rows.
        Source: `roll_up`, then `roll_down`.

        >>> import kebi, numpy as np
        >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国"), ("上海", "东部"), ("江苏", "东部")])
        >>> kebi.fill_missing(np.array([[100.0], [np.nan], [np.nan], [20.0], [40.0]]), tree)[:, 0]
        array([100.,  60.,  40.,  20.,  40.])
        """
        return _over_items(operations.fill_missing, self, tree, along, filled_from="both")

    @operation("level", new_rows=True)
    def discrepancy(self, tree: Hierarchy, along: Along | None = None, **options: Unpack[TableOptions]) -> Derivation:
        """Return wholes less the sum of their parts, only where no rounding explains the difference.

        Where not all parts are there, or they are items under # (其中), a whole may be more than its
        parts but not less, unless some of them are below zero.

        Returns: Differences in the unit of the levels; of a long frame the rows of a new one.
        Raises: For names that do not go together, and an array with another number of rows.
        Source: IMF, Quarterly National Accounts Manual (2017): statistical discrepancy.

        >>> import kebi
        >>> tree = kebi.Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
        >>> wide = {"year": ["2018", "2019"], "全国": ["100.1", "112.0"], "东部": ["60.0", "68.0"], "西部": ["40.0", "42.0"]}
        >>> kebi.discrepancy(wide, tree, period="year")["全国"]
        array([nan,  2.])
        """
        return _over_items(operations.discrepancy, self, tree, along, depends_on_bounds=True)


def _over_items(
    operation: Callable[..., Any],
    figures: Figures,
    tree: Hierarchy,
    along: Along | None,
    depends_on_bounds: bool = False,
    filled_from: str = "",
) -> Derivation:
    if not isinstance(tree, Hierarchy):
        raise KebiError(f"wholes and parts are given as a Hierarchy: found a {type(tree).__name__}")
    if not isinstance(figures, Block):
        items, by_region = tree.items(figures, along)
        names = "regions" if by_region else "indicators"
        made = Derivation(operation, items, tree.tree, along=names, depends_on_bounds=depends_on_bounds)
        if filled_from and items.published is not None:
            made.published = Derivation(
                operations.growth_of_items, items, items.published, tree.tree, filled_from, along=names
            )
        return made
    rows = figures.grid.values.shape[0]
    if rows != len(tree.names):
        raise KebiError(f"an array has a row for each of {len(tree.names)} items, in their order: found {rows} rows")
    return Derivation(operation, figures, tree.tree, depends_on_bounds=depends_on_bounds)


roll_up, roll_down = Hierarchical.roll_up, Hierarchical.roll_down
fill_missing, discrepancy = Hierarchical.fill_missing, Hierarchical.discrepancy
