"""Printed numbers: reading them, rounding them, their rounding interval, other units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .. import _core
from ..text import valid_text

if TYPE_CHECKING:
    from .._core import Bounds, Unit
    from .arguments import Number


def read_decimal(text: str) -> Decimal:
    """Return the number that a text is, with its trailing zeros.

    Parameters
    ----------
    text : str
        A number in ASCII or full-width digits; the blanks that extraction from a PDF leaves are
        passed over.

    Returns
    -------
    Decimal
        The number, with as many decimals as printed.

    Raises
    ------
    KebiError
        For a text that is no number, and for more digits than any statistic has.

    Notes
    -----
    Source: GB/T 8170-2008, by which the digits printed show how far a number was rounded.

    Examples
    --------
    >>> from kebi.formulas import read_decimal
    >>> read_decimal("３３. 50")
    Decimal('33.50')
    """
    return _core.read_decimal(valid_text(text))


def rounding_interval(printed: str | int | Decimal) -> Bounds:
    """Return the interval that a printed number was rounded from (修约区间).

    Parameters
    ----------
    printed : str, int or Decimal
        The number as printed. A float is not taken: it has no last digit.

    Returns
    -------
    Bounds
        The number, half a unit of its last digit either way.

    Raises
    ------
    KebiError
        For a text that is no number.
    TypeError
        For a float.

    Notes
    -----
    Source: GB/T 8170-2008, rules of rounding off for numerical values.

    Examples
    --------
    >>> from kebi.formulas import rounding_interval
    >>> print(rounding_interval("172.8"))
    [172.7500, 172.8500]
    """
    return _core.rounding_interval(printed)


def round_to(
    value: str | int | Decimal, step: str | int | Decimal, *, half_up: bool = False
) -> Decimal:
    """Return the nearest multiple of a step, rounded once on the decimal digits.

    Parameters
    ----------
    value : str, int or Decimal
        The number.
    step : str, int or Decimal
        The rounding interval, such as "0.01" or "0.5".
    half_up : bool, default False
        Round a tie away from zero; otherwise to the even multiple.

    Returns
    -------
    Decimal
        The multiple, with the decimals of the step.

    Raises
    ------
    KebiError
        For a step that is not above zero, and a text that is no number.

    Notes
    -----
    Source: GB/T 8170-2008, rules of rounding off for numerical values.

    Examples
    --------
    >>> from kebi.formulas import round_to
    >>> round_to("28.165", "0.01"), round_to("28.165", "0.01", half_up=True)
    (Decimal('28.16'), Decimal('28.17'))
    >>> round_to("60.28", "0.5")
    Decimal('60.5')
    """
    return _core.round_to(value, step, half_up=half_up)


def convert(value: Number, from_unit: str | Unit, to_unit: str | Unit) -> float | Decimal | Bounds:
    """Return the same amount in another unit of its kind.

    Parameters
    ----------
    value : float, str, Decimal or Bounds
        The amount. A printed number keeps its digits and moves its point, so it stays as precise as
        it was.
    from_unit, to_unit : str or Unit
        The two units, such as 亿元 and 万元.

    Returns
    -------
    float, Decimal or Bounds
        The amount in the other unit, of the kind that was given; a text becomes a Decimal.

    Raises
    ------
    KebiError
        For units of different kinds, and for a printed number where the units differ by more than a
        power of ten.

    Notes
    -----
    Source: GB 3100-93 for units of measurement and their multiples; 亩 is 1/15 公顷.

    Examples
    --------
    >>> from kebi.formulas import convert
    >>> convert("172.8", "亿元", "万元")
    Decimal('1.728E+6')
    >>> round(convert(99, "亩", "公顷"), 9)
    6.6
    """
    return _core.convert(value, _unit(from_unit), _unit(to_unit))


def _unit(of: str | Unit) -> Unit:
    return _core.Unit(of) if isinstance(of, str) else of
