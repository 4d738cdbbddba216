"""The whole from a part: its growth, its increment, weights in its base, and what is left beside the part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from .arguments import evaluate

if TYPE_CHECKING:
    from .._core import Bounds, Percent, Points
    from .arguments import Number


def weight_in_base(contribution: Points, growth: Percent) -> Percent:
    """Return the weight in the base of a part that grew so much and contributed so many points (隐含权重).

    Parameters
    ----------
    contribution : Points
        What the part contributed to the growth of the whole (拉动), in percentage points.
    growth : Percent
        The growth of the part.

    Returns
    -------
    Percent
        The weight, in percent of the base of the whole.

    Raises
    ------
    KebiError
        Where the part did not grow.

    Notes
    -----
    :math:`contribution / growth`. Source: the definition of a contribution to growth.

    Examples
    --------
    >>> from kebi import Percent, Points
    >>> from kebi.formulas import weight_in_base
    >>> round(weight_in_base(Points(-0.81), Percent(-36.7)).value, 2)  # pork, December 2021
    2.21
    """
    return evaluate(_core.weight_in_base, contribution=contribution, growth=growth)


def growth_of_whole(contribution: Points, share_of_growth: Percent) -> Percent:
    """Return the growth of a whole, from the contribution of a part to it and the part's share of growth.

    Parameters
    ----------
    contribution : Points
        What the part contributed (拉动), in percentage points.
    share_of_growth : Percent
        The share of the part in the growth of the whole (贡献率).

    Returns
    -------
    Percent
        The growth of the whole, in percent.

    Raises
    ------
    KebiError
        For a share of zero.

    Notes
    -----
    :math:`contribution / share`. Source: the definitions of 拉动 and 贡献率.

    Examples
    --------
    >>> from kebi import Percent, Points
    >>> from kebi.formulas import growth_of_whole
    >>> round(growth_of_whole(Points(1.5), Percent(56)).value, 1)
    2.7
    """
    return evaluate(_core.growth_of_whole, contribution=contribution, share_of_growth=share_of_growth)


def increment_of_whole(increment: Number, share_of_growth: Percent) -> float | Bounds:
    """Return the increment of a whole, from that of a part and the part's share of growth.

    Parameters
    ----------
    increment : float, str, Decimal or Bounds
        What was added to the part.
    share_of_growth : Percent
        The share of the part in the growth of the whole (贡献率).

    Returns
    -------
    float or Bounds
        What was added to the whole, in the unit of the part.

    Raises
    ------
    KebiError
        For a share of zero.

    Notes
    -----
    :math:`increment / share`. Source: the definition of 贡献率.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import increment_of_whole
    >>> round(increment_of_whole(67, Percent(23.1)))
    290
    """
    return evaluate(_core.increment_of_whole, increment=increment, share_of_growth=share_of_growth)


def mixed_growth(base_share: Percent, part_growth: Percent, rest_growth: Percent) -> Percent:
    """Return the growth of a whole of two parts, from the weight of the first in the base (混合增长率).

    Parameters
    ----------
    base_share : Percent
        The weight of the first part in the base of the whole.
    part_growth, rest_growth : Percent
        The growth of that part, and of the rest.

    Returns
    -------
    Percent
        The growth of the whole, in percent.

    Raises
    ------
    KebiError
        For a bare number in place of a percentage.

    Notes
    -----
    :math:`w a + (1 - w) b`. Source: growth of a sum as the mean of the growth of parts, weighted by
    their bases.

    Examples
    --------
    >>> from kebi import Percent, formulas
    >>> print(formulas.mixed_growth(Percent(20), Percent(10), Percent(5)))
    6%
    """
    return evaluate(_core.mixed_growth, base_share=base_share, part_growth=part_growth, rest_growth=rest_growth)


def growth_of_rest(base_share: Percent, part_growth: Percent, whole_growth: Percent) -> Percent:
    """Return the growth of the rest beside a part, from the weight of the part in the base.

    Parameters
    ----------
    base_share : Percent
        The weight of the part in the base of the whole.
    part_growth : Percent
        The growth of the part.
    whole_growth : Percent
        The growth of the whole.

    Returns
    -------
    Percent
        The growth of the rest, in percent.

    Raises
    ------
    KebiError
        For a weight of 100 %, which leaves no rest.

    Notes
    -----
    :math:`a + (g - a) / (1 - w)`. Source: as of `mixed_growth`, solved for the rest.

    Examples
    --------
    >>> from kebi import Percent, formulas
    >>> print(formulas.growth_of_rest(Percent("20.0"), Percent("10.0"), Percent("6.0")))
    [4.9217, 5.0781]%
    """
    return evaluate(_core.growth_of_rest, base_share=base_share, part_growth=part_growth, whole_growth=whole_growth)


def residual_base(part: Number, whole: Number, *, growth: Percent, whole_growth: Percent) -> float | Bounds:
    """Return what was left of a whole without one part a period earlier, on the comparable base.

    Parameters
    ----------
    part : float, str, Decimal or Bounds
        The figure of the part.
    whole : float, str, Decimal or Bounds
        The figure of the whole, in the same unit.
    growth, whole_growth : Percent
        The growth of the part and of the whole.

    Returns
    -------
    float or Bounds
        The base of the whole less that of the part, in their unit.

    Raises
    ------
    KebiError
        Where the whole or the part has no base above zero.

    Notes
    -----
    The difference of the comparable bases, as of `base`.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import residual_base
    >>> round(residual_base(39.7, 48.2, growth=Percent(73.3), whole_growth=Percent(50.3)), 3)
    9.161
    """
    return evaluate(_core.residual_base, whole=whole, whole_growth=whole_growth, part=part, growth=growth)


def base_multiple(level: Number, other: Number, *, growth: Percent, other_growth: Percent) -> float | Bounds:
    """Return how many times one figure was in another a period earlier (基期倍数).

    Parameters
    ----------
    level, other : float, str, Decimal or Bounds
        The two figures, in one unit.
    growth, other_growth : Percent
        Their growth since the earlier period.

    Returns
    -------
    float or Bounds
        The base of the one over that of the other, without a unit.

    Raises
    ------
    KebiError
        Where one of them has no base above zero.

    Notes
    -----
    :math:`(x / y) (1 + h) / (1 + g)` of levels :math:`x`, :math:`y` and growth :math:`g`, :math:`h`.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import base_multiple
    >>> round(base_multiple(12625, 2527, growth=Percent(28.5), other_growth=Percent(27.9)), 2)
    4.97
    """
    return evaluate(_core.base_multiple, level=level, growth=growth, other=other, other_growth=other_growth)


def implied_weight(growth: Percent, part_growth: Percent, rest_growth: Percent) -> Percent:
    """Return the weight of a part in the base of its whole that three growth rates imply.

    Parameters
    ----------
    growth : Percent
        The growth of the whole.
    part_growth, rest_growth : Percent
        The growth of the part, and of the rest of the whole.

    Returns
    -------
    Percent
        The weight, in percent of the base; outside 0 and 100 the three cannot all be true.

    Raises
    ------
    KebiError
        Where part and rest grew alike, so that any weight fits.

    Notes
    -----
    :math:`(g - b) / (a - b)` of the growth of the whole :math:`g`, the part :math:`a` and the rest
    :math:`b`. Source: growth of a sum as the mean of the growth of parts, weighted by their bases.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import implied_weight
    >>> round(implied_weight(Percent(6.0), Percent(10.0), Percent(5.0)).value, 9)
    20.0
    """
    return evaluate(_core.implied_weight, growth=growth, part_growth=part_growth, rest_growth=rest_growth)
