"""Parts and wholes, mixed growth, bases and carry-over, as formulas over single numbers.

A number may be a float (a plain number), a `decimal.Decimal` or a text (as printed), or `Bounds`.
Plain numbers give plain numbers; one printed number makes `Bounds` of the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import _core
from ._asked import run_of, worked_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._core import Bounds, Percent, Points
    from .growth import Number


class Contribution(NamedTuple):
    """The part of an increment that a part of the whole brought (贡献率).

    `rate` is in percent, and `rate.value` a float or, of printed numbers, `Bounds`. `whole` says how well the
    growth of the whole carries it: "firm", "shaky" (near zero growth: tell the bounds) or "none" (not even the
    sign of that growth is certain, so any rate is possible).
    """

    rate: Percent
    whole: str


class SignedGrowth(NamedTuple):
    """Growth of a figure that can be negative: a rate, or the turn it took."""

    rate: Percent | None
    turn: str | None  # to_profit, to_loss, loss_wider, loss_narrower, loss_same, undefined
    change: float | Bounds


def share(part: Number, whole: Number) -> Percent:
    """Return the share of a part in its whole (比重).

    >>> import kebi
    >>> round(kebi.share(450904, 1143670).value, 1)  # secondary industry in GDP of 2021
    39.4
    """
    return worked_out(_core.share, part=part, whole=whole)


def base_share(share: Percent, part_growth: Percent, whole_growth: Percent) -> Percent:
    """Return the share a period earlier, from today's and the growth of part and whole (基期比重).

    Raises `KebiError` where part or whole has no base above zero: a share above zero has none beside a
    growth of its part below -100 %, and one below zero none beside any other.
    """
    return worked_out(_core.base_share, share=share, part_growth=part_growth, whole_growth=whole_growth)


def share_change(share: Percent, part_growth: Percent, whole_growth: Percent) -> Points:
    """Return by how many points a share changed (比重变化): r (a - b)/(1 + a), with sharp bounds.

    >>> import kebi
    >>> round(kebi.share_change(kebi.Percent(40.0), kebi.Percent(10.0), kebi.Percent(4.5)).value, 6)
    2.0
    """
    return worked_out(_core.share_change, share=share, part_growth=part_growth, whole_growth=whole_growth)


def contribution(part: Number, part_growth: Percent, whole: Number, whole_growth: Percent) -> Contribution:
    """Return the contribution (贡献率) of a part, and whether the growth of the whole carries it.

    Raises `KebiError` where one has no base above zero, or the whole grew by a float of zero.

    >>> import kebi
    >>> found = kebi.contribution("48.2", kebi.Percent("50.3"), "152.7", kebi.Percent("10.6"))
    >>> print(found.whole, found.rate)
    firm [109.5313, 110.9183]%
    >>> kebi.contribution("48.2", kebi.Percent("50.3"), "152.7", kebi.Percent("0.0")).whole
    'none'
    """
    return Contribution(
        *worked_out(
            _core.contribution, part=part, part_growth=part_growth, whole=whole, whole_growth=whole_growth
        )
    )


def pull(part: Number, part_growth: Percent, whole: Number, whole_growth: Percent) -> Points:
    """Return the points of the whole's growth that a part brought (拉动).

    Raises `KebiError` on a base of the whole that is not above zero.
    """
    return worked_out(_core.pull, part=part, part_growth=part_growth, whole=whole, whole_growth=whole_growth)


def growth_of_sum(parts: Iterable[tuple[Number, Percent]]) -> Percent:
    """Return the growth of a sum from the levels and growths of its parts (混合增长率).

    >>> import kebi
    >>> retail = [("62651", kebi.Percent("30.7")), ("7085", kebi.Percent("68.9"))]
    >>> kebi.growth_of_sum(retail).value  # published: 33.8
    Bounds(33.72342022988856, 33.824353409080636)
    """
    return worked_out(_core.growth_of_sum, parts=run_of(parts, "parts", "levels and their growth", "[(62651, kebi.Percent(30.7))]"))


def growth_of_residual(whole: Number, whole_growth: Percent, part: Number, part_growth: Percent) -> Percent:
    """Return the growth of what is left of a whole without one part, on the comparable base.

    The whole comes first, because the part is taken off it; in tables parts come first, as in all
    functions of parts and wholes. Raises `KebiError` where the rest has no base above zero.
    """
    return worked_out(_core.growth_of_residual, whole=whole, whole_growth=whole_growth, part=part, part_growth=part_growth)


def growth_of_product(a: Percent, b: Percent) -> Percent:
    """Return the growth of a product, such as real growth times prices: not the sum of the two.

    Raises `KebiError` for growth below -100 %, which is a turn into a loss.
    """
    return worked_out(_core.growth_of_product, a=a, b=b)


def growth_of_ratio(above: Percent, below: Percent) -> Percent:
    """Return the growth of a quotient, such as nominal growth over prices.

    Raises `KebiError` for growth below -100 %, and where what is divided by surely fell to nothing:
    printed -100.0 it may have left something, and the bounds have no upper end.
    """
    return worked_out(_core.growth_of_ratio, above=above, below=below)


def implied_weight(growth: Percent, a: Percent, b: Percent) -> Percent:
    """Return the base weight of the part that grew by `a`, where the rest grew by `b`.

    Outside 0 and 100 % the three cannot all be true.
    """
    return worked_out(_core.implied_weight, growth=growth, a=a, b=b)


def revision_factor(level: Number, growth: Percent, published_base: Number) -> float | Bounds:
    """Return the comparable base that level and growth imply over the base as first published.

    >>> import kebi
    >>> round(kebi.revision_factor(503036, kebi.Percent(3.0), 572138), 4)
    0.8536
    """
    return worked_out(_core.revision_factor, level=level, growth=growth, published_base=published_base)


def chained_rate(steps: Iterable[Percent]) -> Percent:
    """Return the rate over a run of steps, such as twelve months of 环比."""
    return worked_out(_core.chained_rate, steps=run_of(steps, "steps", "percentages", "[kebi.Percent(0.1), kebi.Percent(0.2)]"))


def carry_over(last_year: Iterable[Percent], month: int) -> Percent:
    """Return the part of a month's 同比 that was already there in December (翘尾因素).

    `last_year` has the twelve monthly rates of last year, January first.
    """
    months = run_of(last_year, "last_year", "12 percentages", "[kebi.Percent(0.1)] * 12")
    return worked_out(_core.carry_over, last_year=months, month=month)


def growth_or_turn(level: Number, base: Number) -> SignedGrowth:
    """Return growth where losses are possible: a rate, or 扭亏为盈 and the like, never both.

    >>> import kebi
    >>> kebi.growth_or_turn(5.0, -3.0)
    SignedGrowth(rate=None, turn='to_profit', change=8.0)
    """
    return SignedGrowth(*worked_out(_core.growth_or_turn, level=level, base=base))
