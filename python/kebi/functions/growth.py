"""Growth along time, and rates of rates: averages, a year's pace, acceleration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._core import KebiError, operations
from ..frames.span_codes import span_of
from ..tables.array import growth_of_array
from ..tables.derivation import Derivation, Known
from ..tables.figures import Figures, without_kind
from ..tables.operands import dated, rates_of, require_year, steps_of
from ..tables.operation import operation

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._core import Period
    from ..tables.options import TableOptions

    Since = Literal["year", "span"]

__all__ = [
    "acceleration",
    "annualised",
    "average_growth",
    "average_increment",
    "change_of_level",
    "growth_since",
    "interval_growth",
    "period_over_period",
    "two_year_average",
    "year_over_year",
]


class Growth(Figures):
    """Growth of levels, and what follows from growth."""

    @operation("level", of_array=growth_of_array)
    def year_over_year(self, *, from_levels: bool = False, **options: Unpack[TableOptions]) -> Derivation:
        """Return growth over the same span a year before (同比).

        Published growth comes first, because it is on a comparable base; only where there is none
        are levels divided, and then a change of scope goes into the growth. Where the base is zero,
        negative or absent there is no rate: `growth_status` says why.

        Parameters
        ----------
        from_levels : bool, default False
            Whether to divide the levels even where growth was published with them, and of figures in
            percent, which move by points.

        Returns: Growth in percent; of a long frame an array with a figure for each row.
        Raises: For figures that are no levels, for rates, and a table that does not say its spans.
        Source: IMF, Quarterly National Accounts Manual (2017), chapter 1; NBS 统计指标解释: 同比.

        >>> import kebi, numpy as np
        >>> levels = np.array([[100.0] * 12 + [110.0, float("nan")]])
        >>> kebi.year_over_year(levels)[0, 12:]
        array([10., nan])
        >>> frame = {"地区": ["甲"] * 2, "年份": [2018, 2019], "指标": ["出口"] * 2, "亿元": ["100.0", "110.0"]}
        >>> kebi.year_over_year(frame, region="地区", indicator="指标", period="年份", value="亿元")
        array([nan, 10.])
        """
        if self.published is not None and not from_levels:
            return Known(self.published)
        return Derivation(operations.year_over_year, without_kind(self) if from_levels else self)

    @operation("level")
    def period_over_period(self, *, from_levels: bool = False, **options: Unpack[TableOptions]) -> Derivation:
        """Return growth of levels over the span before (环比).

        Parameters
        ----------
        from_levels : bool, default False
            Whether to divide figures in percent too, which move by points.

        Returns: Growth in percent; absent for the first span and where the base is not above zero.
        Raises: For figures that are no levels, for rates, and for years to date, which have no span before.
        Source: IMF, Quarterly National Accounts Manual (2017), chapter 1; NBS 统计指标解释: 环比.

        >>> import kebi, numpy as np
        >>> kebi.period_over_period(np.array([100.0, 102.0, 102.0]))
        array([nan,  2.,  0.])
        """
        return Derivation(operations.period_over_period, without_kind(self) if from_levels else self)

    @operation("level")
    def change_of_level(self, since: Since = "year", **options: Unpack[TableOptions]) -> Derivation:
        """Return each level less the one of a year, or a span, before (增减).

        Rates move so, by points; of amounts with published growth see `increment`, which goes by the
        comparable base.

        Parameters
        ----------
        since : {"year", "span"}
            Whether levels are compared with those of a year before or of the span before.

        Returns: Changes in the unit of the levels; of figures in percent in percentage points.
        Raises: For figures that are no levels, another word, and for the span before years to date.
        Source: NBS 统计指标解释: 百分点.

        >>> import kebi
        >>> rate = kebi.Series(["5.40", "5.10"], start="2018", indicator="城镇调查失业率", unit="%")
        >>> print(f"{rate.change_of_level()['2019']:.2f}", rate.change_of_level().unit)
        -0.30 个百分点
        """
        require_since(since)
        return Derivation(operations.change_of_level, self, since)

    @operation("level")
    def average_increment(self, years: int, **options: Unpack[TableOptions]) -> Derivation:
        """Return what was added in each of so many years (年均增长量).

        Each level less that of the same span so many years before, by the years; steps are counted, not
        years listed: from 2015 to 2020 there are five.

        Parameters
        ----------
        years : int
            How many years lie between the two levels.

        Returns: Increments of a year, in the unit of the levels; of figures in percent in percentage points.
        Raises: For figures that are no levels, and for less than one year.
        Source: NBS 统计指标解释: 平均增长量.

        >>> import kebi, numpy as np
        >>> kebi.average_increment(np.array([10.0, 11.0, 14.0]), 2, start="2017", frequency="year")
        array([nan, nan,  2.])
        """
        return Derivation(operations.average_increment, self, years)

    @operation("level")
    def growth_since(
        self,
        base: Period | str | None = None,
        *,
        same_period_of: int | None = None,
        from_levels: bool = False,
        **options: Unpack[TableOptions],
    ) -> Derivation:
        """Return growth over one fixed span, or over the same span of one year (定基).

        Parameters
        ----------
        base : str or Period
            The one span that all figures are compared with, such as "2018-12".
        same_period_of : int
            A year, instead of `base`: each figure is compared with the same span of that year.
        from_levels : bool, default False
            Whether to divide figures in percent too, which move by points.

        Returns: Growth in percent.
        Raises: Where neither or both are passed, and for a base that the table does not reach.
        Source: NBS 统计指标解释: 定基.

        >>> import kebi
        >>> gdp = kebi.Series(["100.0", "110.0", "121.0"], start="2018")
        >>> print(f"{kebi.growth_since(gdp, '2018')['2020']:.1f}")
        21.0
        """
        if isinstance(base, int) or (base is None) is (same_period_of is None):
            raise KebiError("growth is since one span, growth_since(table, '2018'), or growth_since(table, same_period_of=2018)")
        levels = dated(without_kind(self) if from_levels else self)
        if base is not None:
            return Derivation(operations.growth_since, levels, span_of(base, "a base"))
        assert same_period_of is not None
        require_year(levels, same_period_of, "take it as the base")
        return Derivation(operations.growth_since, levels, int(same_period_of))

    @operation("growth")
    def interval_growth(self, **options: Unpack[TableOptions]) -> Derivation:
        """Return growth over two years from the growth of each (间隔增长).

        Returns: This year's growth chained with last year's, in percent.
        Source: (1 + this year's growth) × (1 + growth a year before) − 1.

        >>> import kebi, numpy as np
        >>> kebi.interval_growth(np.array([10.0, 5.0]), frequency="year").round(2)
        array([ nan, 15.5])
        """
        return Derivation(operations.interval_growth, rates_of(self))

    @operation("growth")
    def two_year_average(self, **options: Unpack[TableOptions]) -> Derivation:
        """Return the two-year average growth (两年平均) from the growth of each year.

        The table holds growth over a year before; a `Series` or `Panel` of levels uses its published
        growth, or that of its levels. The first year has none, and growth below -100 % has none either.

        Returns: The geometric mean of this year's and last year's growth, in percent.
        Source: NBS, 2021年国民经济和社会发展统计公报, 两年平均增速.

        >>> import kebi
        >>> quarters = kebi.Series(["-6.8", None, None, None, "18.3"], start="2020Q1", measure="growth")
        >>> print(f"{kebi.two_year_average(quarters)['2021Q1']:.2f}")
        5.00
        """
        return Derivation(operations.two_year_average, rates_of(self))

    @operation("growth")
    def average_growth(self, steps: int, **options: Unpack[TableOptions]) -> Derivation:
        """Return the growth of each of several equal steps that make each growth (年均, 复合增长率).

        The table holds growth over all the steps. Of levels take it first with `growth_since`: from
        2015 to 2020 are 5 steps. Growth below -100 % has no such steps.

        Parameters
        ----------
        steps : int
            The number of steps.

        Returns: Growth of one step, in percent.
        Raises: For fewer than one step.
        Source: Eurostat, Glossary: compound annual growth rate (CAGR).

        >>> import kebi
        >>> gdp = kebi.Series(["100.0", None, "121.0"], start="2018")
        >>> print(f"{kebi.average_growth(kebi.growth_since(gdp, '2018'), 2)['2020']:.2f}")
        10.00
        """
        return Derivation(operations.average_growth, rates_of(self), steps)

    @operation("growth")
    def annualised(self, **options: Unpack[TableOptions]) -> Derivation:
        """Return growth at an annual rate (折年率) from growth over the span before.

        The table holds growth over the span before (环比); of levels in a `Series` or `Panel` it is
        taken first. Quarters go to the power of 4, months to that of 12.

        Returns: Growth in percent.
        Raises: For years to date, which have no such pace.
        Source: IMF, Quarterly National Accounts Manual (2017), chapter 1: annualized rates.

        >>> import kebi
        >>> steps = kebi.Series(["1.0", "1.5"], start="2019Q1", measure="growth")
        >>> print(f"{kebi.annualised(steps)['2019Q1']:.2f}")
        4.06
        """
        return Derivation(operations.annualised, steps_of(self))

    @operation("growth")
    def acceleration(self, since: Since = "year", **options: Unpack[TableOptions]) -> Derivation:
        """Return by how many points growth quickened.

        Parameters
        ----------
        since : {"year", "span"}
            Whether growth is compared with that of a year before or of the span before.

        Returns: The change of growth, in percentage points.
        Raises: For another word.
        Source: Growth less the growth of a year, or a span, before.

        >>> import kebi, numpy as np
        >>> kebi.acceleration(np.array([5.0, 6.5, 6.0]), "span")
        array([ nan,  1.5, -0.5])
        """
        require_since(since)
        return Derivation(operations.acceleration, rates_of(self), since)


def require_since(since: str) -> None:
    """Refuse a word for what figures are compared with, other than the two there are."""
    if since not in ("year", "span"):
        raise KebiError(f"figures are compared since the 'year' or the 'span' before: found {since!r}")


year_over_year, period_over_period = Growth.year_over_year, Growth.period_over_period
change_of_level, average_increment = Growth.change_of_level, Growth.average_increment
growth_since, interval_growth = Growth.growth_since, Growth.interval_growth
two_year_average, average_growth = Growth.two_year_average, Growth.average_growth
annualised, acceleration = Growth.annualised, Growth.acceleration
