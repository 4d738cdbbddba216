"""Growth over several periods: chains, carry-over into the next year, what the rest of a year needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from .arguments import evaluate, list_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._core import Growth, Percent
    from .arguments import Number


def chain(links: Iterable[Growth]) -> Growth:
    """Return the growth over links that join end to end.

    Parameters
    ----------
    links : iterable of Growth
        Growths in order of time, each from the period at which the one before ends.

    Returns
    -------
    Growth
        From the first period to the last one.

    Raises
    ------
    KebiError
        Where a link does not start where the one before it ends.

    Notes
    -----
    The product of the factors :math:`1 + rate / 100`. Source: Consumer Price Index Manual,
    Concepts and Methods (IMF and others, 2020), on chaining.

    Examples
    --------
    The first quarter of 2021 over that of 2019, as the National Bureau of Statistics has it:

    >>> from kebi import Growth, Percent
    >>> from kebi.formulas import chain
    >>> both = chain([
    ...     Growth("2019Q1", "2020Q1", Percent("-6.8")),
    ...     Growth("2020Q1", "2021Q1", Percent("18.3")),
    ... ])
    >>> 10.3 in both.rate.value
    True
    """
    return _core.chain(list(links))


def chained_growth(steps: Iterable[Percent]) -> Percent:
    """Return the growth over several steps, such as twelve months of 环比.

    Parameters
    ----------
    steps : iterable of Percent
        The growth of each step over the one before, in order of time.

    Returns
    -------
    Percent
        The growth over all of them, in percent.

    Raises
    ------
    KebiError
        For a step given as a bare number.

    Notes
    -----
    The product of the factors :math:`1 + step / 100`, less one. Source: Consumer Price Index
    Manual, Concepts and Methods (IMF and others, 2020), on chaining.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import chained_growth
    >>> round(chained_growth([Percent(10.0), Percent(10.0)]).value, 9)
    21.0
    """
    rates = list_of(steps, "steps", "percentages", "[kebi.Percent(0.1), kebi.Percent(0.2)]")
    return evaluate(_core.chained_growth, steps=rates)


def carry_over(steps: Iterable[Percent], month: int) -> Percent:
    """Return the part of the yearly growth of a month that was reached by December before (翘尾因素).

    Parameters
    ----------
    steps : iterable of Percent
        The twelve monthly growth rates (环比) of last year, January first.
    month : int
        The month of this year, 1 to 12.

    Returns
    -------
    Percent
        The growth from that month of last year to December, in percent; none for December.

    Raises
    ------
    KebiError
        For other than twelve steps, a step given as a bare number, and a month outside 1 to 12.

    Notes
    -----
    The product of the factors of the months after `month`, less one. Source: National Bureau of
    Statistics of China, explanations of 翘尾因素 in its releases on consumer prices.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import carry_over
    >>> round(carry_over([Percent(0.1)] * 12, 10).value, 6)
    0.2001
    """
    rates = list_of(steps, "steps", "12 percentages", "[kebi.Percent(0.1)] * 12")
    return evaluate(_core.carry_over, steps=rates, month=month)


def interval_growth(now: Percent, before: Percent) -> Percent:
    """Return growth over two spans of years, from the growth of each (间隔增长率).

    Parameters
    ----------
    now, before : Percent
        Growth over the year before, and the growth of that year.

    Returns
    -------
    Percent
        Growth over both years, in percent.

    Raises
    ------
    KebiError
        For growth below -100 %, and after a fall to nothing.

    Notes
    -----
    :math:`(1 + g)(1 + g_0) - 1`. Source: National Bureau of Statistics of China, releases of 2021.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import interval_growth
    >>> round(interval_growth(Percent(18.3), Percent(-6.8)).value, 2)  # first quarter of 2021 over 2019
    10.26
    """
    return evaluate(_core.interval_growth, now=now, before=before)


def two_year_average(now: Percent, before: Percent) -> Percent:
    """Return the average growth of two years (两年平均增速), the geometric mean.

    Parameters
    ----------
    now, before : Percent
        Growth over the year before, and the growth of that year.

    Returns
    -------
    Percent
        The growth of each of two equal steps, in percent.

    Raises
    ------
    KebiError
        For growth below -100 %, and after a fall to nothing.

    Notes
    -----
    :math:`\\sqrt{(1 + g)(1 + g_0)} - 1`. Source: National Bureau of Statistics of China, releases of 2021.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import two_year_average
    >>> round(two_year_average(Percent(18.3), Percent(-6.8)).value, 1)
    5.0
    """
    return evaluate(_core.two_year_average, now=now, before=before)


def required(target: Percent, elapsed: Percent, weight: Number) -> Percent:
    """Return the growth that the rest of a year needs to reach a target.

    Parameters
    ----------
    target : Percent
        The growth of the whole year; a printed one is exact, because nobody rounded it.
    elapsed : Percent
        The growth of the part of the year that has passed.
    weight : float, str, Decimal or Bounds
        The share of that part in the base year, 0 to 1; bounds where it is not known.

    Returns
    -------
    Percent
        The growth of the rest over the same months of the year before, in percent.

    Raises
    ------
    KebiError
        For a weight that is not between 0 and 1, and a target given as a bare number.

    Notes
    -----
    :math:`(target - weight \\cdot elapsed) / (1 - weight)`. Source: the definition of growth as a mean
    of the growth of parts, weighted by their bases.

    Examples
    --------
    >>> from kebi import Bounds, Percent
    >>> from kebi.formulas import required
    >>> print(required(Percent("6.0"), Percent("-0.9"), Bounds(0.45, 0.55)))
    [11.6045, 14.4945]%
    """
    return evaluate(_core.required, target=target, elapsed=elapsed, weight=weight)
