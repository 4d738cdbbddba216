"""Prices beside growth: nominal and real growth, carry-over and new price effects, the overhang of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from .arguments import evaluate, list_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._core import Percent, Points
    from .arguments import Number


def nominal_growth(real: Percent, price: Percent) -> Percent:
    """Return nominal growth (名义增速) from real growth and the change of prices.

    Parameters
    ----------
    real : Percent
        Growth at constant prices.
    price : Percent
        The change of prices.

    Returns
    -------
    Percent
        Growth at current prices, in percent.

    Raises
    ------
    KebiError
        For growth below -100 %.

    Notes
    -----
    :math:`(1 + real)(1 + price) - 1`, as of `growth_of_product`.

    Examples
    --------
    >>> from kebi import Percent, formulas
    >>> print(formulas.nominal_growth(Percent("5.0"), Percent("2.0")))
    [6.9965, 7.2036]%
    """
    return evaluate(_core.growth_of_product, real=real, price=price)


def real_growth(nominal: Percent, price: Percent) -> Percent:
    """Return real growth (实际增速) from nominal growth and the change of prices; not their difference.

    Parameters
    ----------
    nominal : Percent
        Growth at current prices.
    price : Percent
        The change of prices over the same time.

    Returns
    -------
    Percent
        Growth at constant prices, in percent.

    Raises
    ------
    KebiError
        For growth below -100 %, and for prices that fell to nothing.

    Notes
    -----
    :math:`(1 + nominal) / (1 + price) - 1`, as of `growth_of_ratio`.

    Examples
    --------
    >>> from kebi import Percent, formulas
    >>> f"{formulas.real_growth(Percent(7.1), Percent(2.0)):.1f}, not 5.1"
    '5.0%, not 5.1'
    """
    return evaluate(_core.growth_of_ratio, nominal=nominal, price=price)


def price_growth(nominal: Percent, real: Percent) -> Percent:
    """Return the change of prices (平减指数) between nominal growth and real growth.

    Parameters
    ----------
    nominal, real : Percent
        Growth at current and at constant prices.

    Returns
    -------
    Percent
        The change of prices, in percent.

    Raises
    ------
    KebiError
        For growth below -100 %, and where real growth is -100 %: what fell to nothing in volume has no
        price.

    Notes
    -----
    :math:`(1 + nominal) / (1 + real) - 1`, as of `growth_of_ratio`. Source: System of National
    Accounts 2008, chapter 15, on deflators.

    Examples
    --------
    Both growths as printed, so that the deflator is between two bounds:

    >>> from kebi import Percent, formulas
    >>> print(formulas.price_growth(Percent("7.1"), Percent("5.0")))
    [1.9038, 2.0963]%
    """
    return evaluate(_core.growth_of_ratio, nominal=nominal, real=real)


def new_price(yoy: Percent, carry_over: Percent) -> Points:
    """Return the new price effect (新涨价因素): what of a yearly rate was not there in December before.

    Parameters
    ----------
    yoy : Percent
        Growth of prices over the year before (同比).
    carry_over : Percent
        The carry-over effect (翘尾因素).

    Returns
    -------
    Points
        Their difference, in percentage points.

    Raises
    ------
    KebiError
        For a bare number in place of a percentage.

    Notes
    -----
    The additive convention of the National Bureau of Statistics of China, whose releases print all three.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import new_price
    >>> round(new_price(Percent(2.2), Percent(0.3)).value, 9)  # November 2018
    1.9
    """
    return evaluate(_core.new_price, yoy=yoy, carry_over=carry_over)


def year_over_year(carry_over: Percent, new_price: Points) -> Percent:
    """Return growth of prices over the year before (同比) from its carry-over and its new price effect.

    Parameters
    ----------
    carry_over : Percent
        The carry-over effect (翘尾因素).
    new_price : Points
        The new price effect (新涨价因素), in percentage points.

    Returns
    -------
    Percent
        Their sum, in percent.

    Raises
    ------
    KebiError
        For a bare number in place of a percentage.

    Notes
    -----
    The additive convention of the National Bureau of Statistics of China.

    Examples
    --------
    >>> from kebi import Percent, Points
    >>> from kebi.formulas import year_over_year
    >>> round(year_over_year(Percent(0.3), Points(1.9)).value, 9)
    2.2
    """
    return evaluate(_core.year_over_year, carry_over=carry_over, new_price=new_price)


def overhang(levels: Iterable[Number]) -> Percent:
    """Return the growth of the next year's mean if nothing changed after the last level (年度翘尾).

    Parameters
    ----------
    levels : iterable of float, str, Decimal or Bounds
        The months or quarters of a year in their order, all above zero.

    Returns
    -------
    Percent
        The last level over the mean of all, in percent.

    Raises
    ------
    KebiError
        Without levels, and for one that is not above zero.

    Notes
    -----
    Source: ECB, Economic Bulletin 7/2022, on the carry-over effect.

    Examples
    --------
    >>> from kebi.formulas import overhang
    >>> round(overhang([100, 101, 102, 103]).value, 3)
    1.478
    """
    return evaluate(_core.overhang, levels=list_of(levels, "levels", "levels", "[100.0, 101.2]"))
