"""Growth of sums, rests, products and quotients from the growth of what they are composed of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from .arguments import evaluate, list_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._core import Percent
    from .arguments import Number


def growth_of_sum(parts: Iterable[tuple[Number, Percent]]) -> Percent:
    """Return the growth of a sum from the levels and growths of its parts (混合增长率).

    Parameters
    ----------
    parts : iterable of (number, Percent)
        The level of each part, all in one unit, and its growth.

    Returns
    -------
    Percent
        The growth of the sum on the comparable base, in percent.

    Raises
    ------
    KebiError
        Where a part or the sum has no base above zero, and for a part that is no pair.

    Notes
    -----
    The sum of the levels over the sum of their bases, less one. Source: growth of a sum as the mean
    of the growth of parts, weighted by their bases (System of National Accounts 2008, chapter 15).

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import growth_of_sum
    >>> retail = [("62651", Percent("30.7")), ("7085", Percent("68.9"))]
    >>> growth_of_sum(retail).value  # published: 33.8
    Bounds(33.72342022988856, 33.824353409080636)
    """
    pairs = list_of(parts, "parts", "levels and their growth", "[(62651, kebi.Percent(30.7))]")
    return evaluate(_core.growth_of_sum, parts=pairs)


def growth_of_residual(part: Number, whole: Number, *, growth: Percent, whole_growth: Percent) -> Percent:
    """Return the growth of what is left of a whole without one part, on the comparable base.

    Parameters
    ----------
    part, whole : float, str, Decimal or Bounds
        The two figures, in one unit. Texts and decimals are printed numbers, good to half a unit of
        their last digit.
    growth, whole_growth : Percent
        The growth of the part and of the whole.

    Returns
    -------
    Percent
        The growth of the whole less the part, in percent.

    Raises
    ------
    KebiError
        Where the rest has no base above zero.

    Notes
    -----
    The difference of the levels over that of their bases, less one. Source: as of `growth_of_sum`.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import growth_of_residual
    >>> round(growth_of_residual(66, 110, growth=Percent(20.0), whole_growth=Percent(10.0)).value, 6)
    -2.222222
    """
    return evaluate(_core.growth_of_residual, whole=whole, whole_growth=whole_growth, part=part, growth=growth)


def growth_of_product(a: Percent, b: Percent) -> Percent:
    """Return the growth of a product, such as nominal growth from real growth and prices.

    Parameters
    ----------
    a, b : Percent
        The growth of the two factors.

    Returns
    -------
    Percent
        The growth of the product, in percent: more than the sum of both where both are positive.

    Raises
    ------
    KebiError
        For growth below -100 %, which is a swing into a loss.

    Notes
    -----
    :math:`(1 + a)(1 + b) - 1`. Source: System of National Accounts 2008, chapter 15, on values as
    products of prices and volumes.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import growth_of_product
    >>> round(growth_of_product(Percent(5.0), Percent(2.0)).value, 9)
    7.1
    """
    return evaluate(_core.growth_of_product, a=a, b=b)


def growth_of_ratio(above: Percent, below: Percent) -> Percent:
    """Return the growth of a quotient, such as real growth from nominal growth and prices.

    Parameters
    ----------
    above, below : Percent
        The growth of the numerator and of the denominator.

    Returns
    -------
    Percent
        The growth of the quotient, in percent. The bounds have no upper end where the denominator,
        printed as -100.0, may have fallen to nothing.

    Raises
    ------
    KebiError
        For growth below -100 %, and where the denominator surely fell to nothing.

    Notes
    -----
    :math:`(1 + a) / (1 + b) - 1`. Source: System of National Accounts 2008, chapter 15 (value, price
    and volume).

    Examples
    --------
    >>> from kebi import Percent, formulas
    >>> real = formulas.growth_of_ratio(Percent(7.1), Percent(2.0))
    >>> f"{real:.2f}"
    '5.00%'
    """
    return evaluate(_core.growth_of_ratio, above=above, below=below)
