"""Changes of prices: chains of steps, carry-over and new-price effects, overhang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core import KebiError, operations
from ..enums import Measure
from ..tables.derivation import Derivation
from ..tables.figures import Figures
from ..tables.operands import companion, dated, steps_of
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..tables.options import Input, TableOptions

__all__ = ["carry_over", "chained_growth", "new_price", "overhang"]


class Prices(Figures):
    """What monthly changes of prices say of the rates of a year."""

    @operation("growth")
    def chained_growth(self, count: int, **options: Unpack[TableOptions]) -> Derivation:
        """Return growth over several spans from growth over the span before.

        Parameters
        ----------
        count : int
            How many of the last spans are chained, such as 12 months.

        Returns: Growth in percent; absent where one of the spans is.
        Raises: For fewer than one span.
        Source: ILO/IMF, Consumer Price Index Manual (2020): chaining of monthly changes.

        >>> import kebi, numpy as np
        >>> kebi.chained_growth(np.array([1.0, 1.0, 1.0]), 2).round(2)
        array([ nan, 2.01, 2.01])
        """
        return Derivation(operations.chained_growth, steps_of(self), count)

    @operation("growth")
    def carry_over(self, **options: Unpack[TableOptions]) -> Derivation:
        """Return the carry-over effect: the part of each yearly rate that was there at the last year's end (翘尾因素).

        The table holds growth over the span before, such as monthly changes of prices; of levels in
        a `Series` or `Panel` it is taken first.

        Returns: The effect in percentage points.
        Raises: For an array without a start.
        Source: ECB, Monthly Bulletin: carry-over effects in HICP inflation; NBS 翘尾因素.

        >>> import kebi, numpy as np
        >>> steps = np.full(24, 0.2)
        >>> kebi.carry_over(steps, start="2018-01")[[12, 23]].round(2)
        array([2.22, 0.  ])
        """
        return Derivation(operations.carry_over, steps_of(dated(self)))

    @operation("growth")
    def new_price(self, steps: Input, **options: Unpack[TableOptions]) -> Derivation:
        """Return the new-price effect: yearly rates less their carry-over (新涨价因素).

        The table holds growth over a year before.

        Parameters
        ----------
        steps : table of the same kind, or name of a column of a long frame
            Growth over the span before.

        Returns: The effect in percentage points.
        Raises: For levels, and for steps of other series or times.
        Source: NBS 新涨价因素: 同比涨幅减翘尾因素.

        >>> import kebi
        >>> steps = kebi.Series(["0.2"] * 24, start="2018-01", measure="growth")
        >>> yearly = kebi.Series(["2.4"] * 24, start="2018-01", measure="growth")
        >>> print(f"{kebi.new_price(yearly, steps)['2019-06']:.2f}")
        1.19
        """
        if self.measure is not Measure.growth and not self.measure_is_free:
            raise KebiError("the new price effect is a part of year-over-year growth: calculate growth first")
        opened = companion(self, steps, "growth")
        return Derivation(operations.new_price, dated(self), steps_of(opened))

    @operation("level", new_rows=True)
    def overhang(self, **options: Unpack[TableOptions]) -> Derivation:
        """Return what each year leaves to the mean of the next: its last level over its mean (年度翘尾).

        Returns
        -------
        table of years of the same kind
            Growth in percent; of a frame a new frame.

        Raises
        ------
        KebiError
            For figures that are no levels, and an array without a start.

        Source
        ------
        ECB, Monthly Bulletin (March 2010): the growth carry-over, or overhang.

        Examples
        --------
        >>> import kebi
        >>> kebi.overhang(kebi.Series([100.0, 101.0, 102.0, 103.0], start="2018Q1"))["2018"].__round__(2)
        1.48
        """
        return Derivation(operations.overhang, dated(self))


chained_growth, carry_over = Prices.chained_growth, Prices.carry_over
new_price, overhang = Prices.new_price, Prices.overhang
