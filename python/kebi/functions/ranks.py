"""Places of regions at each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core import KebiError, operations
from ..tables.derivation import Derivation
from ..tables.figures import Figures
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..tables.options import TableOptions

__all__ = ["rank"]


class Ranks(Figures):
    """Places among others."""

    @operation("level")
    def rank(self, *, lowest_first: bool = False, **options: Unpack[TableOptions]) -> Derivation:
        """Return the rank (位次) of each region by each indicator, at each time: 1 is the highest.

        The rows of an array compete with each other, and so do the columns of a wide frame. Equals
        share the better rank and the next one is skipped; what is absent has no rank and takes none.

        Parameters
        ----------
        lowest_first : bool, default False
            Whether 1 is the lowest.

        Returns: Ranks; with bounds the best and the worst rank that rounding leaves possible.
        Raises: For one series, which has no others to compete with.
        Source: Standard competition ranking ("1224").

        Growth of 2019 in four provinces, two of them rounded alike:

        >>> import kebi
        >>> growth = {"year": ["2019"], "贵州": ["8.3"], "云南": ["8.1"], "西藏": ["8.1"], "江西": ["8.0"]}
        >>> print(*[int(kebi.rank(growth)[name][0]) for name in ("贵州", "云南", "西藏", "江西")])
        1 2 2 4
        >>> best, worst = kebi.rank(growth, bounds=True)
        >>> print(best["西藏"][0], worst["西藏"][0])
        2.0 3.0
        """
        if lowest_first not in (True, False):
            raise KebiError(f"lowest_first is True or False: found {lowest_first!r}")
        groups = self.origin.competitors(self)
        if groups is None:
            return Derivation(operations.rank, self, lowest_first)
        return Derivation(operations.rank, self, lowest_first, groups)


rank = Ranks.rank
