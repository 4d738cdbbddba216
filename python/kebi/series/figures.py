"""What a series and a panel have in common: figures along time, and what follows from them.

Growth goes by the calendar: a figure is compared with the same span a year before, whatever rows
are missing in between. A gap is never bridged and never filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._core import Frequency, KebiError, Period
from ..frames.periods import frequency_named, span_of, spans_in_year
from .derivation import Derived, require_aligned
from .unstable import mask_unreliable

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    Step = Literal["year", "span"]


class Figures(Derived):
    """Figures along time, for `Series` and `Panel`.

    Each method gives figures of the same kind. Their bounds are worked out when they are asked
    for, from what the print of all figures behind them leaves open.
    """

    def growth(self, by: Step = "year", *, threads: int = 1) -> Self:
        """Return growth in percent, year over year (同比) or span over span (环比).

        Published growth comes first, because it is on a comparable base. Only where there is none
        are levels divided, and then a change of scope goes into the growth.
        """
        if self.published is not None and not is_period_over_period(by):
            return self._handed(self.published)
        return self._growth_of_levels(is_period_over_period(by), threads)

    def growth_of_levels(self) -> Self:
        """Return the year-over-year growth of the levels as they were published, scope and all."""
        return self._growth_of_levels(False, 1)

    def growth_since(self, base: Period | str | int) -> Self:
        """Return growth against one span (定基), or against the same span of one year (an int)."""
        self._require_levels("take growth of")
        self._require_dates()

        def at_base(block: Any) -> Any:
            if isinstance(base, int):
                self._require_year(base, "take it as the base")
                return _core.same_span_of(block, base)
            return _core.fixed_base(block, span_of(base, "a base"))

        return self._derived(_core.growth_between, [self, self._moved(at_base)], measure="growth")

    def single(self, *, threads: int = 1) -> Self:
        """Return single months out of the year to date, with January and February as one.

        Where growth is published beside the levels, the months get their comparable growth out of
        the two neighbouring years to date, with bounds. Growth rates are never subtracted.
        """
        self._require_levels("take months out of")
        self._require_dates()
        made = self._derived(_core.single_months, [self], measure="level", threads=threads)
        if self.published is not None and self._into is None:
            made.published = self.single_month_growth()
        return made

    def single_month_growth(self, growths: Self | None = None) -> Self:
        """Return comparable growth of single months out of levels and growth of the year to date."""
        return self._derived(_core.single_month_growth, [self, self._growths(growths)], measure="growth")

    def cumulated(self) -> Self:
        """Return the year to date out of months. A gap leaves the rest of its year absent."""
        self._require_levels("add up")
        self._require_dates()
        return self._derived(_core.cumulated, [self], measure="level")

    def to_frequency(self, frequency: Frequency | str) -> Self:
        """Return quarters, halves or years, where they are complete."""
        self._require_levels("add up")
        self._require_dates()
        to = frequency_named(frequency) or self.time.frequency
        if to is Frequency.year_to_date:
            return self.cumulated()
        from_start = self.time.frequency is Frequency.year_to_date
        return self._derived(_core.spans_of if from_start else _core.added_up, [self], to, measure="level")

    def linked(self, anchor: int, growths: Self | None = None) -> Self:
        """Return levels on the footing of one year, linked by growth forwards and backwards."""
        beside = self._growths(growths)
        self._require_year(anchor, "link levels on its footing")
        return self._derived(_core.linked, [self, beside], anchor, measure="level")

    def revision_factors(self, growths: Self | None = None, *, rereleased: Self | None = None) -> Self:
        """Return the base that growth implies over the one published a year before (修订系数).

        `rereleased` are levels published anew since: then the factor is over their figure.
        """
        return self._derived(
            _core.revision_factors, [self, self._growth_beside(growths), self._bases(rereleased)], measure="ratio"
        )

    def interval_growth(self) -> Self:
        """Return this year's published growth chained with last year's (间隔增长)."""
        return self._derived(_core.interval_growth, [self._as_growth()], measure="growth")

    def two_year_average(self) -> Self:
        """Return the two-year average growth of the national bureau (两年平均)."""
        return self._derived(_core.two_year_average, [self._as_growth()], measure="growth")

    def average_growth(self, steps: int) -> Self:
        """Return the growth of each of so many equal steps that make each growth (年均)."""
        return self._derived(_core.average_growth, [self._as_growth()], steps, measure="growth")

    def acceleration(self, by: Step = "year") -> Self:
        """Return by how many points growth quickened since a year, or a span, before."""
        return self._derived(_core.acceleration, [self._as_growth()], is_period_over_period(by), measure="change")

    def annualised(self) -> Self:
        """Return what a year at each span's pace would bring, from growth over the span before."""
        return self._derived(_core.annualised, [self._steps()], measure="growth")

    def chained(self, count: int) -> Self:
        """Return the rate over the last so many spans, from growth over the span before."""
        return self._derived(_core.chained_rates, [self._steps()], count, measure="growth")

    def carry_over(self) -> Self:
        """Return the part of each yearly rate that was there at the last year's end (翘尾因素).

        From growth over the span before, such as monthly changes of prices.
        """
        self._require_dates()
        return self._derived(_core.carry_overs, [self._steps()], measure="change")

    def new_price(self, steps: Self) -> Self:
        """Return the rest of each yearly rate (新涨价因素): these rates less the carry-over of `steps`."""
        if self.measure != "growth":
            raise KebiError("the new-price effect is a part of yearly growth: take growth first")
        self._require_one_vintage(steps)
        self._require_dates()
        return self._derived(_core.new_prices, [self, steps._steps()], measure="change")

    def overhang(self) -> Self:
        """Return what each year leaves to the mean of the next: its last level over its mean (年度翘尾)."""
        self._require_levels("take an overhang of")
        self._require_dates()
        return self._derived(_core.overhangs, [self], measure="growth")

    def growth_before(self, months: Self, *, growths: Self | None = None, month_growths: Self | None = None) -> Self:
        """Return growth of the year to the month before, out of this year to date and its last month.

        At the start of a year it is undefined. Growth is that published beside the levels, or given.
        """
        self._require_months(months)
        inputs: list[Figures] = [self, self._growths(growths), months, months._growths(month_growths)]
        return self._derived(_core.growth_before, inputs, measure="growth", pairing="months")

    def implied_weights(self, months: Self) -> Self:
        """Return the weight of the months before in last year's base, from growth of both (%).

        At the start of a year it is undefined.
        """
        self._require_months(months)
        self._require_dates()
        inputs = [self._as_growth(), months._as_growth()]
        return self._derived(_core.implied_weights, inputs, measure="share", pairing="months")

    def shares(self, whole: Figures | str) -> Self:
        """Return the share (比重) in a whole, in percent.

        The whole stands beside the parts, or is one series for all of them. In a panel it can be
        named: a region, such as the nation, for all indicators, or an indicator for all regions.
        """
        return self._in(whole, _core.shares, "share")

    def share_changes(self, whole: Figures | str) -> Self:
        """Return by how many points the share in a whole changed since a year before."""
        return self._in(whole, _core.share_changes, "change")

    def contributions(self, whole: Figures | str) -> Self:
        """Return the contribution (贡献率) to the growth of a whole, in percent.

        Where the whole hardly grew it is `shaky`: an interval, which the bounds tell, and no number.
        """
        wholes = self._whole(whole)
        return self._in(wholes, mask_unreliable(_core.contributions, wholes, levels=True), "contribution")

    def pulls(self, whole: Figures | str) -> Self:
        """Return the points (拉动) of the growth of a whole that each part brought."""
        return self._in(whole, _core.pulls, "pull")

    def as_growth(self) -> Self:
        """Return the same figures, said to be published growth in percent."""
        made = self._like(self._figures, "growth")
        made._certain, made._undated = self._certain, self._undated
        return made

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Return the figures as an Arrow array over the same memory, with gaps as nulls; of a panel row by row."""
        return self._figures.__arrow_c_array__(requested_schema)

    def to_arrow(self) -> Any:
        """Return the figures as a pyarrow array over the same memory, with gaps as nulls."""
        import pyarrow

        return pyarrow.array(self)

    def _growth_of_levels(self, span: bool, threads: int) -> Self:
        self._require_levels("take growth of")
        return self._derived(_core.growth_of, [self], span, measure="growth", threads=threads)

    def _as_growth(self) -> Figures:
        if self.published is not None:
            return self.published
        return self if self.measure == "growth" else self._writing(None).growth()

    def _steps(self) -> Figures:
        return self if self.measure == "growth" else self._writing(None).growth("span")

    def _growths(self, given: Self | None) -> Figures:
        self._require_dates()
        return self._growth_beside(given)

    def _growth_beside(self, given: Self | None) -> Figures:
        self._require_levels("find a base from")
        growths = self.published if given is None else given
        if growths is None:
            raise KebiError("this needs growth as published beside the levels: make them with growth=…")
        if growths.measure != "growth":
            raise KebiError("this needs published growth, and these are levels: see as_growth()")
        if given is not None:
            self._require_one_vintage(given)
        return growths

    def _bases(self, rereleased: Self | None) -> Self:
        """Return the levels of a year before, each beside its later one."""
        source = self if rereleased is None else rereleased
        require_aligned(self, source, "same")
        if source._certain is not None:
            raise KebiError("a base as published has its own decimals: these figures are derived")
        return source._like(_core.lagged(source._figures, spans_in_year(self.time.frequency)), "level")

    def _implied_bases(self, growths: Self | None = None) -> Self:
        """Return the base that each published growth implies (可比基数)."""
        return self._derived(_core.comparable_base, [self, self._growth_beside(growths)], measure="level")

    def _whole(self, whole: Figures | str) -> Figures:
        """Return a whole beside its parts, or one for all of them."""
        if isinstance(whole, Figures):
            return whole
        raise KebiError(f"the whole of {self._called()} is a series: found {whole!r}")

    def _in(self, whole: Figures | str, operation: Callable[..., Any], measure: str) -> Self:
        self._require_levels("take shares of")
        wholes = self._whole(whole)
        wholes._require_levels("take shares in")
        self._require_one_vintage(wholes)
        return self._derived(operation, [self, wholes], measure=measure, pairing="whole")

    def _require_year(self, year: int, doing: str) -> None:
        """Refuse a year that the figures do not reach."""
        if not hasattr(year, "__index__"):
            raise KebiError(f"a year is a whole number such as 2019: found {year!r}")
        first, last = (self.time.span(t).last[0] for t in (0, len(self.time) - 1)) if len(self.time) else (0, -1)
        if not first <= year <= last:
            raise KebiError(f"cannot {doing}: {year} is not among the years of {self!r}")

    def _require_months(self, months: Figures) -> None:
        self._require_one_vintage(months)
        if months.time.frequency is not Frequency.month:
            raise KebiError(f"the last month of each year to date is needed: found {months!r}. See single()")


def is_period_over_period(by: str) -> bool:
    if by not in ("year", "span"):
        raise KebiError(f"growth is by 'year' or by 'span': found {by!r}")
    return by == "span"
