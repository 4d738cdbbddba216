"""What a series and a panel have in common: figures along time, and what follows from them.

Growth goes by the calendar: a figure is compared with the same span a year before, whatever rows
are missing in between. A gap is never bridged and never filled.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from . import _core, _times
from ._beside import require_beside
from ._core import BoundsGrid, Frequency, Grid, KebiError, Period, Timeline
from ._shaky import leaving_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from typing_extensions import Self

    from ._beside import Pairing

    Step = Literal["year", "span"]


class Into(NamedTuple):
    """Arrays that a result is written into: values and cells, or lo, hi and cells."""

    arrays: tuple[NDArray[Any], ...]
    bounds: bool


class Figures:
    """Figures along time, for `Series` and `Panel`.

    Each method gives figures of the same kind. Their bounds are worked out when they are asked
    for, from what the print of all figures behind them leaves open.
    """

    measure: str
    vintage: str
    published: Self | None  # growth as published, beside levels
    _figures: Grid
    _certain: BoundsGrid | Callable[[], BoundsGrid] | None
    _undated = False  # the columns of an array without a start
    _into: Into | None = None

    @property
    def time(self) -> Timeline:
        """The times of the figures."""
        return self._figures.time

    @property
    def periods(self) -> list[Period]:
        """The span of each figure of a series."""
        return [self.time.span(i) for i in range(len(self.time))]

    @property
    def has_bounds(self) -> bool:
        """Whether it is known what each figure can be: its decimals, or those of its sources."""
        return self._certain is not None or bool(self._figures.decimals)

    def growth(self, by: Step = "year", *, threads: int = 1) -> Self:
        """Return growth in percent, year over year (同比) or span over span (环比).

        Published growth comes first, because it is on a comparable base. Only where there is none
        are levels divided, and then a change of scope goes into the growth.
        """
        if self.published is not None and not _is_span(by):
            return self._handed(self.published)
        return self._growth_of_levels(_is_span(by), threads)

    def growth_of_levels(self) -> Self:
        """Return the year-over-year growth of the levels as they were published, scope and all."""
        return self._growth_of_levels(False, 1)

    def growth_since(self, base: Period | str | int) -> Self:
        """Return growth against one span (定基), or against the same span of one year (an int)."""
        self._require_levels("take growth of")
        self._require_dates()

        def at_base(block: Any) -> Any:
            if isinstance(base, int):
                return _core.same_span_of(block, base)
            return _core.fixed_base(block, Period(base) if isinstance(base, str) else base)

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
        to = _times.frequency_named(frequency) or self.time.frequency
        if to is Frequency.year_to_date:
            return self.cumulated()
        from_start = self.time.frequency is Frequency.year_to_date
        return self._derived(_core.spans_of if from_start else _core.added_up, [self], to, measure="level")

    def linked(self, anchor: int, growths: Self | None = None) -> Self:
        """Return levels on the footing of one year, linked by growth forwards and backwards."""
        return self._derived(_core.linked, [self, self._growths(growths)], anchor, measure="level")

    def revision_factors(self, growths: Self | None = None, *, rereleased: Self | None = None) -> Self:
        """Return the base that growth implies over the one published a year before (修订系数).

        `rereleased` are levels published anew since: then the factor is over their figure.
        """
        return self._derived(
            _core.revision_factors, [self, self._growths(growths), self._bases(rereleased)], measure="ratio"
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
        return self._derived(_core.acceleration, [self._as_growth()], _is_span(by), measure="change")

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

    def growth_before(self, months: Self, growths: Self | None = None, month_growths: Self | None = None) -> Self:
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
        return self._in(wholes, leaving_out(_core.contributions, wholes, levels=True), "contribution")

    def pulls(self, whole: Figures | str) -> Self:
        """Return the points (拉动) of the growth of a whole that each part brought."""
        return self._in(whole, _core.pulls, "pull")

    def as_growth(self) -> Self:
        """Return the same figures, said to be published growth in percent."""
        made = self._like(self._figures, "growth")
        made._certain, made._undated = self._certain, self._undated
        return made

    # What the two kinds fill in.

    def _like(self, figures: Grid, measure: str) -> Self:
        raise NotImplementedError

    def _called(self) -> str:
        raise NotImplementedError

    def _names(self) -> tuple[list[str], list[str]]:
        """Return the regions and the indicators of the rows."""
        raise NotImplementedError

    def _whole(self, whole: Figures | str) -> Figures:
        """Return a whole beside its parts, or one for all of them."""
        if isinstance(whole, Figures):
            return whole
        raise KebiError(f"the whole of {self._called()} is a series: found {whole!r}")

    # How results are made.

    def _derived(
        self,
        operation: Callable[..., Any],
        inputs: Sequence[Figures],
        *options: Any,
        measure: str,
        threads: int = 1,
        pairing: Pairing = "same",
        like: Callable[[Grid, str], Any] | None = None,
    ) -> Self:
        """Return the figures that an operation makes of others, or write them where they are wanted.

        `like` labels a result with other rows than these.
        """
        for other in inputs[1:]:
            require_beside(inputs[0], other, pairing)
        if self._into is not None:
            given = _certain_of(inputs) if self._into.bounds else [each._figures for each in inputs]
            operation(*given, *options, bounds=self._into.bounds, out=self._into.arrays, threads=threads)
            return self
        found = operation(*(each._figures for each in inputs), *options, threads=threads)
        made: Self = (like or self._like)(found, measure)
        made._undated = self._undated
        if all(each.has_bounds for each in inputs):
            made._certain = lambda: operation(*_certain_of(inputs), *options, bounds=True, threads=threads)
        return made

    def _handed(self, made: Self) -> Self:
        """Return figures that are there already, or copy them where they are wanted."""
        if self._into is None:
            return made
        import numpy as np

        blocks = (made._bounds().lo, made._bounds().hi) if self._into.bounds else (made._figures.values,)
        for block, array in zip(blocks, self._into.arrays[:-1], strict=True):
            if array.shape != block.shape:
                raise KebiError(f"an output has the shape of its result, {block.shape}: found {array.shape}")
            np.copyto(array, block, casting="no")
        return self

    def _moved(self, place: Callable[[Any], Any]) -> Self:
        """Return the figures placed anew, with their bounds."""
        made = self._like(place(self._figures), self.measure)
        if self._certain is not None:
            made._certain = place(self._bounds())
        return made

    def _bounds(self) -> BoundsGrid:
        """Return what the figures can be, worked out once."""
        if callable(self._certain):
            self._certain = self._certain()
        if self._certain is not None:
            return self._certain
        if not self._figures.decimals:
            raise KebiError("bounds need the decimals that the figures were printed with: say decimals=…")
        return _core.bounds_of(self._figures)

    def _writing(self, into: Into | None) -> Self:
        """Return these figures with a place for the result of the next operation."""
        made = copy.copy(self)
        made._into = into
        return made

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
        require_beside(self, source, "same")
        if source._certain is not None:
            raise KebiError("a base as published has its own decimals: these figures are derived")
        return source._like(_core.lagged(source._figures, _times.columns_in_year(self.time.frequency)), "level")

    def _implied_bases(self, growths: Self | None = None) -> Self:
        """Return the base that each published growth implies (可比基数)."""
        return self._derived(_core.comparable_base, [self, self._growths(growths)], measure="level")

    def _in(self, whole: Figures | str, operation: Callable[..., Any], measure: str) -> Self:
        self._require_levels("take shares of")
        wholes = self._whole(whole)
        wholes._require_levels("take shares in")
        self._require_one_vintage(wholes)
        return self._derived(operation, [self, wholes], measure=measure, pairing="whole")

    def _require_months(self, months: Figures) -> None:
        self._require_one_vintage(months)
        if months.time.frequency is not Frequency.month:
            raise KebiError(f"the last month of each year to date is needed: found {months!r}. See single()")

    def _require_one_vintage(self, other: Figures) -> None:
        _core.require_one_vintage(self._called(), self.vintage, other.vintage)

    def _require_levels(self, doing: str) -> None:
        _core.require_levels(self._called(), self.measure == "level", doing)

    def _require_dates(self) -> None:
        if self._undated:
            raise KebiError("this goes by the calendar: say with start=… when the first column ends")

    def __getstate__(self) -> dict[str, Any]:
        """Return what is kept: bounds that wait to be worked out are."""
        state = self.__dict__.copy()
        if callable(self._certain):
            state["_certain"] = self._bounds()
        return state


def _certain_of(inputs: Sequence[Figures]) -> list[Any]:
    """Return what bounds are made of: printed figures as they are, or else bounds of all."""
    if all(each._certain is None for each in inputs):
        return [each._figures for each in inputs]
    return [each._bounds() for each in inputs]


def _is_span(by: str) -> bool:
    if by not in ("year", "span"):
        raise KebiError(f"growth is by 'year' or by 'span': found {by!r}")
    return by == "span"
