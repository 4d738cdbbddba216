"""Growth of figures that can be below zero, such as profits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import _core
from .arguments import evaluate

if TYPE_CHECKING:
    from .._core import Bounds, Percent
    from .arguments import Number


class SignedGrowth(NamedTuple):
    """Growth of a figure that can be negative: a rate, or the swing between profit and loss.

    Attributes
    ----------
    rate : Percent or None
        The growth, in percent, where both levels are above zero.
    swing : str or None
        What happened where there is no rate: `to_profit` (扭亏为盈), `to_loss` (由盈转亏), `loss_wider`
        (增亏), `loss_narrower` (减亏), `loss_same` or `undefined`.
    change : float or Bounds
        The level less its base, in their unit.
    """

    rate: Percent | None
    swing: str | None
    change: float | Bounds


def growth_or_swing(level: Number, base: Number) -> SignedGrowth:
    """Return growth of a figure that can be negative: a rate or a swing, never both.

    Parameters
    ----------
    level, base : float, str, Decimal or Bounds
        The figure, such as a profit, and that of the earlier period, in one unit.

    Returns
    -------
    SignedGrowth
        The rate where both are above zero, else the swing (扭亏为盈 and the like), and the change.

    Raises
    ------
    KebiError
        For anything that is no number.

    Notes
    -----
    Source: National Bureau of Statistics of China, releases on profits of industrial enterprises,
    which publish the swing in place of a rate.

    Examples
    --------
    >>> from kebi.formulas import growth_or_swing
    >>> growth_or_swing(5.0, -3.0)
    SignedGrowth(rate=None, swing='to_profit', change=8.0)
    """
    return SignedGrowth(*evaluate(_core.growth_or_swing, level=level, base=base))


def base_of_loss(level: Number, widened_by: Number) -> float | Bounds:
    """Return the base of a loss, from the loss now and by how much it widened (增亏) or narrowed.

    Parameters
    ----------
    level : float, str, Decimal or Bounds
        The figure, below zero.
    widened_by : float, str, Decimal or Bounds
        By how much the loss widened, above zero, or narrowed, below zero; in the unit of the level.

    Returns
    -------
    float or Bounds
        The figure of the earlier period.

    Raises
    ------
    KebiError
        For anything that is no number.

    Notes
    -----
    :math:`level + widened`. Source: National Bureau of Statistics of China, releases on profits.

    Examples
    --------
    >>> from kebi.formulas import base_of_loss
    >>> round(base_of_loss(-0.3, 0.2), 9)
    -0.1
    """
    return evaluate(_core.base_of_loss, level=level, widened_by=widened_by)
