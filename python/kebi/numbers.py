"""Printed numbers: reading them, rounding them, what they say, other units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from . import _core
from ._texts import whole

if TYPE_CHECKING:
    from ._core import Bounds, Unit
    from .growth import Number


def read_decimal(text: str) -> Decimal:
    """Return the number that a text is, with its last zeros.

    Reads ASCII and full-width digits, and passes over the blanks that extraction leaves.

    Examples
    --------
    >>> import kebi
    >>> kebi.read_decimal("３３. 50")
    Decimal('33.50')
    """
    return _core.read_decimal(whole(text))


def rounding_interval(printed: str | int | Decimal) -> Bounds:
    """Return the interval that a printed number was rounded from (修约区间).

    Examples
    --------
    >>> import kebi
    >>> print(kebi.rounding_interval("172.8"))
    [172.7500, 172.8500]
    """
    return _core.rounding_interval(printed)


def round_to(
    value: str | int | Decimal, step: str | int | Decimal, *, half_up: bool = False
) -> Decimal:
    """Return the nearest multiple of a step, rounded once on the decimal digits.

    A tie goes to the even multiple (GB/T 8170-2008), or away from zero with ``half_up``.

    Examples
    --------
    >>> import kebi
    >>> kebi.round_to("28.165", "0.01"), kebi.round_to("28.165", "0.01", half_up=True)
    (Decimal('28.16'), Decimal('28.17'))
    >>> kebi.round_to("60.28", "0.5")
    Decimal('60.5')
    """
    return _core.round_to(value, step, half_up=half_up)


def convert(
    value: Number, from_unit: str | Unit, to_unit: str | Unit
) -> float | Decimal | Bounds:
    """Return the same amount in another unit of its kind.

    A printed number keeps its digits and moves its point, so it stays as good as it was.

    Raises
    ------
    KebiError
        For units of different kinds, and for a printed number where the units differ by more
        than a power of ten.

    Examples
    --------
    >>> import kebi
    >>> kebi.convert("172.8", "亿元", "万元")
    Decimal('1.728E+6')
    >>> round(kebi.convert(99, "亩", "公顷"), 9)
    6.6
    """
    return _core.convert(value, _unit(from_unit), _unit(to_unit))


def _unit(of: str | Unit) -> Unit:
    return _core.Unit(of) if isinstance(of, str) else of
