"""Parts in their wholes: shares, shares of growth, contributions to growth, growth of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core import operations
from ..tables.derivation import Derivation
from ..tables.figures import Figures
from ..tables.operands import companion, growth_beside, require_growth
from ..tables.operation import operation
from .composition import growth_of_parts, shares_and_growth

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..tables.options import Input, TableOptions

__all__ = [
    "base_multiple",
    "base_share",
    "contribution_to_growth",
    "share",
    "share_change",
    "share_of_growth",
]


def _in_growth(parts: Figures, whole: Input, growth: Input | None, whole_growth: Input | None) -> tuple[Figures, ...]:
    """Return parts and wholes of two years, or of one year with the growth of both."""
    if growth is None:
        return parts, parts.origin.whole(parts, whole, "level")
    rates, wholes, whole_rates = growth_of_parts(parts, growth, whole, whole_growth)
    return parts, rates, wholes, whole_rates


class Parts(Figures):
    """Parts in their wholes."""

    @operation("level")
    def share(self, whole: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the share of each figure in a whole (比重).

        The whole itself has 100, and the bounds of a part that is rounded like it. A whole of zero
        has no shares (undefined); shares of negative figures are what the division gives.

        Returns: Shares in percent.
        Raises: For figures that are no levels, units of another kind, and wholes of other series or times.
        Source: NBS 统计指标解释: 比重.

        >>> import kebi
        >>> wide = {"year": ["2018", "2019"], "total": ["100.0", "110.0"], "east": ["60.0", "68.2"]}
        >>> kebi.share(wide, "total")["east"]
        array([60., 62.])
        """
        return Derivation(operations.share, self, self.origin.whole(self, whole, "level"))

    @operation("level")
    def share_change(
        self,
        whole: Input | None = None,
        *,
        growth: Input | None = None,
        whole_growth: Input | None = None,
        **options: Unpack[TableOptions],
    ) -> Derivation:
        """Return by how many points the share in a whole changed since a year before (比重变化).

        From levels of two years; with `growth` from levels of one year and growth on the comparable
        basis; and with `growth` but without `whole` from shares.

        Parameters
        ----------
        whole : str, int or table, optional
            The whole of the parts, as in `share`; without it the table holds shares in percent.
        growth : table of the same kind, or name of a column of a long frame
            Growth of the parts in percent.
        whole_growth : str, int or table
            Growth of the wholes: a name among the parts, the number of a row, a column of a long
            frame, or a table. With a named `whole` it is found at the same name.

        Returns: Changes in percentage points.
        Raises: For shares without growth, and for tables that do not line up.
        Source: share × (growth − whole growth) / (1 + growth).

        >>> import kebi, numpy as np
        >>> shares = np.array([40.0])
        >>> kebi.share_change(shares, growth=np.array([10.0]), whole_growth=np.array([4.5])).round(9)
        array([2.])
        """
        if whole is None:
            return Derivation(operations.share_change, *shares_and_growth(self, growth, whole_growth))
        if growth is None:
            return Derivation(operations.share_change, self, self.origin.whole(self, whole, "level"))
        rates, wholes, whole_rates = growth_of_parts(self, growth, whole, whole_growth)
        return Derivation(operations.share_change, self, wholes, rates, whole_rates)

    @operation("level")
    def share_of_growth(
        self, whole: Input, *, growth: Input | None = None, whole_growth: Input | None = None, **options: Unpack[TableOptions]
    ) -> Derivation:
        """Return the share of each figure in the growth of a whole (贡献率).

        From levels of two years, or with `growth` from levels of one year and growth on the
        comparable basis. Where the whole did not change it is undefined; where it hardly grew it is
        unreliable, an interval and no number: an `UnreliableWarning` says so, and `bounds=True`
        gives it.

        Parameters
        ----------
        growth : table of the same kind, or name of a column of a long frame
            Growth of the parts in percent; without it levels of two years are compared.

        Returns: Shares of the increment of the whole, in percent.
        Raises: For figures that are no levels, and for tables that do not line up.
        Source: NBS 统计指标解释: 贡献率, 增量之比.

        >>> import kebi
        >>> wide = {"year": ["2018", "2019"], "total": ["100.0", "110.0"], "east": ["60.0", "68.0"]}
        >>> kebi.share_of_growth(wide, "total")["east"]
        array([nan, 80.])
        """
        inputs = _in_growth(self, whole, growth, whole_growth)
        return Derivation(operations.share_of_growth, *inputs, depends_on_bounds=True)

    @operation("level")
    def contribution_to_growth(
        self, whole: Input, *, growth: Input | None = None, whole_growth: Input | None = None, **options: Unpack[TableOptions]
    ) -> Derivation:
        """Return the contribution of each figure to the growth of a whole (拉动).

        The increment of the part over the base of the whole: contributions of all parts add up to the
        growth of the whole, and are numbers where it hardly grew too. From levels of two years, or
        with `growth` from levels of one year and growth on the comparable basis.

        Parameters
        ----------
        growth : table of the same kind, or name of a column of a long frame
            Growth of the parts in percent; without it levels of two years are compared.

        Returns: Contributions in percentage points.
        Raises: For figures that are no levels, and for tables that do not line up.
        Source: IMF, Quarterly National Accounts Manual (2017): contributions to percent change; NBS 拉动.

        >>> import kebi
        >>> wide = {"year": ["2018", "2019"], "total": ["100.0", "110.0"], "east": ["60.0", "68.0"]}
        >>> kebi.contribution_to_growth(wide, "total")["east"]
        array([nan,  8.])
        """
        return Derivation(operations.contribution_to_growth, *_in_growth(self, whole, growth, whole_growth))

    @operation("share")
    def base_share(self, *, growth: Input, whole_growth: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return shares a year before (基期比重) from shares and the growth of parts and wholes.

        Parameters
        ----------
        growth : table of the same kind, or name of a column of a long frame
            Growth of the parts in percent.
        whole_growth : str, int or table
            Growth of the wholes: a name among the parts, the number of a row, a column of a long
            frame, or a table.

        Returns: Shares in percent.
        Raises: For growth in the place of shares, and for tables that do not line up.
        Source: share × (1 + whole growth) / (1 + growth).

        >>> import kebi, numpy as np
        >>> kebi.base_share(np.array([40.0]), growth=np.array([10.0]), whole_growth=np.array([4.5])).round(9)
        array([38.])
        """
        return Derivation(operations.base_share, *shares_and_growth(self, growth, whole_growth))

    @operation("level")
    def base_multiple(
        self, other: Input, *, growth: Input | None = None, other_growth: Input | None = None, **options: Unpack[TableOptions]
    ) -> Derivation:
        """Return how many times other figures were in these a year before (基期倍数), from levels and growth of both.

        Parameters
        ----------
        other : table of the same kind, or name of a column of a long frame
            The other figures, of the same region; those in another unit of the kind are converted.
        growth, other_growth : table of the same kind, or name of a column of a long frame
            Growth of these and of the other figures in percent; left out where it was published with them.

        Returns: Multiples, without a unit.
        Raises: For figures that are no levels, without growth, and for tables that do not line up.
        Source: The comparable base of one over that of the other.

        >>> import kebi, numpy as np
        >>> one, other = np.array([12625.0]), np.array([2527.0])
        >>> kebi.base_multiple(one, other, growth=np.array([28.5]), other_growth=np.array([27.9])).round(2)
        array([4.97])
        """
        others = companion(self, other)
        if other_growth is None:
            rates = growth_beside(others, None)
        else:
            rates = require_growth(companion(self, other_growth, "growth"))
        return Derivation(operations.base_multiple, self, others, growth_beside(self, growth), rates)


base_multiple = Parts.base_multiple
share, share_change = Parts.share, Parts.share_change
share_of_growth, contribution_to_growth = Parts.share_of_growth, Parts.contribution_to_growth
base_share = Parts.base_share
