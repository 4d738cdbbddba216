"""Growth: rates, bases and levels; chains of growth; what the rest of a year needs.

A number may be a float or an int (a plain number), a `decimal.Decimal` or a text (a number as
printed, good to half a unit of its last digit), or `Bounds`. Plain numbers give a float; with a
printed number or bounds among them the result is `Bounds`, guaranteed and sharp.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from . import _core
from ._asked import worked_out

if TYPE_CHECKING:
    from ._core import Bounds, Growth, Percent

    Number: TypeAlias = float | str | Decimal | Bounds


def growth_rate(level: Number, base: Number) -> Percent:
    """Return how much a level grew over its base, in percent; both are in one unit.

    Raises
    ------
    KebiError
        On a base that is not above zero: growth has no meaning there.

    Examples
    --------
    >>> import kebi
    >>> kebi.growth_rate(150, 100)
    Percent(50.0)
    >>> print(kebi.growth_rate("103.0", "100.0"))  # both good to 0.05
    [2.8985, 3.1016]%
    """
    return worked_out(_core.growth_rate, level=level, base=base)


def base(level: Number, growth: Percent) -> float | Bounds:
    """Return the base that a level and its growth imply.

    It is what the figure of a year before is on today's footing (可比口径), and may differ from
    the figure published then. It is in the unit of the level.

    Raises
    ------
    KebiError
        Where no base above zero fits: a fall by 100 % tells none, and a growth below that needs a
        level below zero.

    Examples
    --------
    >>> import kebi
    >>> kebi.base("172.8", kebi.Percent("1.1"))
    Bounds(170.78596144340088, 171.05393369619003)
    """
    return worked_out(_core.base, level=level, growth=growth)


def level(base: Number, growth: Percent) -> float | Bounds:
    """Return the level that a base grows to, in the unit of the base.

    Examples
    --------
    >>> import kebi
    >>> kebi.level(200, kebi.Percent(5))
    210.0
    """
    return worked_out(_core.level, base=base, growth=growth)


def increment(level: Number, growth: Percent) -> float | Bounds:
    """Return what was added to the base on the way to the level, in its unit.

    Raises
    ------
    KebiError
        Where no base above zero fits, as of `base`.

    Examples
    --------
    >>> import kebi
    >>> round(kebi.increment(105, kebi.Percent(5)), 9)
    5.0
    """
    return worked_out(_core.increment, level=level, growth=growth)


def chain(links: Iterable[Growth]) -> Growth:
    """Return the growth over links that join end to end.

    Raises
    ------
    KebiError
        Where a link does not start where the one before it ends.

    Examples
    --------
    The first quarter of 2021 over that of 2019, as the National Bureau of Statistics has it:

    >>> from kebi import Growth, Percent, chain
    >>> both = chain([
    ...     Growth("2019Q1", "2020Q1", Percent("-6.8")),
    ...     Growth("2020Q1", "2021Q1", Percent("18.3")),
    ... ])
    >>> 10.3 in both.rate.value
    True
    """
    return _core.chain(list(links))


def required(target: Percent, elapsed: Percent, weight: Number) -> Percent:
    """Return the growth that the rest of a year needs.

    Parameters
    ----------
    target
        The growth of the whole year; a printed one is exact, because nobody rounded it.
    elapsed
        The growth of the part that has passed.
    weight
        That part's share in the base year, 0 to 1; bounds where it is not known.

    Examples
    --------
    >>> from kebi import Bounds, Percent, required
    >>> print(required(Percent("6.0"), Percent("-0.9"), Bounds(0.45, 0.55)))
    [11.6045, 14.4945]%
    """
    return worked_out(_core.required, target=target, elapsed=elapsed, weight=weight)
