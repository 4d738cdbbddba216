"""Growth between two periods: rates, bases, levels, increments, and changes of scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from .arguments import evaluate

if TYPE_CHECKING:
    from .._core import Bounds, Percent
    from .arguments import Number


def growth_rate(level: Number, base: Number) -> Percent:
    """Return by how much a level grew over its base.

    Parameters
    ----------
    level, base : float, str, Decimal or Bounds
        The figure, and the figure of the earlier period, in one unit. Texts and decimals are
        printed numbers, good to half a unit of their last digit.

    Returns
    -------
    Percent
        The growth, in percent.

    Raises
    ------
    KebiError
        On a base that is not above zero: growth has no meaning there.

    Notes
    -----
    :math:`100 (level / base - 1)`. Source: System of National Accounts 2008, chapter 15.

    Examples
    --------
    >>> from kebi.formulas import growth_rate
    >>> growth_rate(150, 100)
    Percent(50.0)
    >>> print(growth_rate("103.0", "100.0"))  # both good to 0.05
    [2.8985, 3.1016]%
    """
    return evaluate(_core.growth_rate, level=level, base=base)


def base(level: Number, growth: Percent) -> float | Bounds:
    """Return the base that a level and its growth imply.

    It is the figure of the earlier period on the scope of today (可比口径), and may differ from the
    figure published then.

    Parameters
    ----------
    level : float, str, Decimal or Bounds
        The figure.
    growth : Percent
        Its published growth over the earlier period.

    Returns
    -------
    float or Bounds
        The base, in the unit of the level.

    Raises
    ------
    KebiError
        Where no base above zero fits: after a fall by 100 % any base would, and growth below that
        needs a level below zero.

    Notes
    -----
    :math:`level / (1 + growth / 100)`. Source: National Bureau of Statistics of China, notes on
    comparable growth in its press releases (增速按可比口径计算).

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import base
    >>> base("172.8", Percent("1.1"))
    Bounds(170.78596144340088, 171.05393369619003)
    """
    return evaluate(_core.base, level=level, growth=growth)


def level(base: Number, growth: Percent) -> float | Bounds:
    """Return the level that a base grows to.

    Parameters
    ----------
    base : float, str, Decimal or Bounds
        The figure of the earlier period.
    growth : Percent
        The growth over it.

    Returns
    -------
    float or Bounds
        The level, in the unit of the base.

    Raises
    ------
    KebiError
        For growth given as a bare number.

    Notes
    -----
    :math:`base (1 + growth / 100)`. Source: the definition of growth, as of `growth_rate`.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import level
    >>> level(200, Percent(5))
    210.0
    """
    return evaluate(_core.level, base=base, growth=growth)


def increment(level: Number, growth: Percent) -> float | Bounds:
    """Return what was added to the base on the way to the level (增长量).

    Parameters
    ----------
    level : float, str, Decimal or Bounds
        The figure.
    growth : Percent
        Its published growth over the earlier period.

    Returns
    -------
    float or Bounds
        The level less its base on the comparable scope, in the unit of the level.

    Raises
    ------
    KebiError
        Where no base above zero fits level and growth: see `base`.

    Notes
    -----
    :math:`level \\cdot g / (1 + g)` with :math:`g = growth / 100`. Source: the definition of growth,
    as of `growth_rate`.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import increment
    >>> round(increment(105, Percent(5)), 9)
    5.0
    """
    return evaluate(_core.increment, level=level, growth=growth)


def average_increment(first: Number, last: Number, steps: int) -> float | Bounds:
    """Return what was added in each of several steps from the first level to the last (年均增长量).

    Parameters
    ----------
    first, last : float, str, Decimal or Bounds
        The two levels, in one unit.
    steps : int
        How many steps lie between them: from 2015 to 2020 there are five.

    Returns
    -------
    float or Bounds
        The increment of one step, in the unit of the levels.

    Raises
    ------
    KebiError
        For less than one step.

    Notes
    -----
    :math:`(last - first) / steps`. Source: NBS 统计指标解释: 平均增长量.

    Examples
    --------
    >>> from kebi.formulas import average_increment
    >>> average_increment(14006, 22275, 4)
    2067.25
    """
    return evaluate(_core.average_increment, first=first, last=last, steps=steps)


def is_scope_break(factor: Bounds) -> bool:
    """Return whether scope or prices certainly changed: rounding alone cannot bring a revision factor to 1.

    Parameters
    ----------
    factor : Bounds
        As of `revision_factor`, of printed numbers.

    Returns
    -------
    bool
        Whether the factor certainly is not 1.

    Raises
    ------
    KebiError
        For a factor without bounds.

    Notes
    -----
    Source: National Bureau of Statistics of China, notes on comparable growth (口径调整).

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import is_scope_break, revision_factor
    >>> is_scope_break(revision_factor("503036", Percent("3.0"), "572138"))
    True
    """
    return evaluate(_core.is_scope_break, factor=factor)


def revision_factor(level: Number, growth: Percent, published_base: Number) -> float | Bounds:
    """Return the comparable base over the base as it was first published.

    A factor whose bounds leave out 1 shows that the earlier figure was revised or its scope changed.

    Parameters
    ----------
    level : float, str, Decimal or Bounds
        The figure.
    growth : Percent
        Its published growth over the earlier period.
    published_base : float, str, Decimal or Bounds
        The figure of the earlier period as published then, in the unit of the level.

    Returns
    -------
    float or Bounds
        The factor, without a unit; 1 means that nothing changed.

    Raises
    ------
    KebiError
        Where no base above zero fits level and growth, and on a published base of zero.

    Notes
    -----
    :math:`level / (1 + growth / 100) / published\\_base`. Source: National Bureau of Statistics of
    China, notes on fixed asset investment (增速按可比口径计算, 与上年公布数不可直接对比).

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import revision_factor
    >>> round(revision_factor(503036, Percent(3.0), 572138), 4)
    0.8536
    """
    return evaluate(_core.revision_factor, level=level, growth=growth, published_base=published_base)
