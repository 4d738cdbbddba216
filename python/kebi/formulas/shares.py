"""Parts of a whole: shares, their changes, shares of growth and contributions to growth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import _core
from .arguments import evaluate

if TYPE_CHECKING:
    from .._core import Percent, Points
    from .arguments import Number


class ShareOfGrowth(NamedTuple):
    """The share of a part in the growth of its whole (贡献率), and how far it can be relied on.

    Attributes
    ----------
    rate : Percent
        The share, in percent of the increment of the whole.
    reliability : str
        `reliable`; `unreliable` where the whole grew so little that the share is an interval, of which the
        bounds should be published; `none` where not even the sign of the growth of the whole is
        certain, so that any share is possible.
    """

    rate: Percent
    reliability: str


def share(part: Number, whole: Number) -> Percent:
    """Return the share of a part in its whole (比重).

    Parameters
    ----------
    part, whole : float, str, Decimal or Bounds
        The two figures, in one unit. Texts and decimals are printed numbers, good to half a unit of
        their last digit.

    Returns
    -------
    Percent
        The share, in percent.

    Raises
    ------
    KebiError
        On a whole of zero.

    Notes
    -----
    :math:`100 \\, part / whole`. Source: National Bureau of Statistics of China, indicator
    definitions in the China Statistical Yearbook (比重).

    Examples
    --------
    >>> from kebi.formulas import share
    >>> round(share(450904, 1143670).value, 1)  # secondary industry in GDP of 2021
    39.4
    """
    return evaluate(_core.share, part=part, whole=whole)


def base_share(share: Percent, *, growth: Percent, whole_growth: Percent) -> Percent:
    """Return the share of a period earlier from today's and the growth of part and whole (基期比重).

    Parameters
    ----------
    share : Percent
        The share of the part today.
    growth, whole_growth : Percent
        The growth of the part and of the whole since then.

    Returns
    -------
    Percent
        The share then, in percent.

    Raises
    ------
    KebiError
        Where part or whole has no base above zero: a share above zero has none with growth of the
        part below -100 %, and one below zero none with any other growth.

    Notes
    -----
    :math:`r (1 + b) / (1 + a)` of share :math:`r`, growth of the part :math:`a` and of the whole
    :math:`b`. Source: the definitions of share and growth.

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import base_share
    >>> round(base_share(Percent(40.0), growth=Percent(10.0), whole_growth=Percent(4.5)).value, 6)
    38.0
    """
    return evaluate(_core.base_share, share=share, growth=growth, whole_growth=whole_growth)


def share_change(share: Percent, *, growth: Percent, whole_growth: Percent) -> Points:
    """Return by how many points a share changed (比重变化), with sharp bounds.

    Parameters
    ----------
    share : Percent
        The share of the part today, in percent of the whole.
    growth, whole_growth : Percent
        By how much part and whole grew since the earlier period, both on the comparable scope.

    Returns
    -------
    Points
        The change of the share, in percentage points.

    Raises
    ------
    KebiError
        Where part or whole has no base above zero: see `base_share`.

    Notes
    -----
    :math:`r (a - b) / (1 + a)` of share :math:`r`, growth of the part :math:`a` and of the whole
    :math:`b`. Source: the definitions of share and growth.

    Examples
    --------
    >>> from kebi import Percent, formulas
    >>> change = formulas.share_change(Percent(40.0), growth=Percent(10.0), whole_growth=Percent(4.5))
    >>> f"{change:.1f}"
    '2.0个百分点'
    """
    return evaluate(_core.share_change, share=share, growth=growth, whole_growth=whole_growth)


def share_of_growth(part: Number, whole: Number, *, growth: Percent, whole_growth: Percent) -> ShareOfGrowth:
    """Return the share of a part in the growth of its whole (贡献率), and its reliability.

    Parameters
    ----------
    part, whole : float, str, Decimal or Bounds
        The two figures, in one unit. Texts and decimals are printed numbers, good to half a unit of
        their last digit.
    growth, whole_growth : Percent
        The growth of the part and of the whole since the earlier period.

    Returns
    -------
    ShareOfGrowth
        The increment of the part in percent of that of the whole, and its reliability.

    Raises
    ------
    KebiError
        Where part or whole has no base above zero, and where the whole grew by a float of zero.

    Notes
    -----
    The quotient of two increments, as of `increment`. Source: National Bureau of Statistics of
    China, indicator definitions in the China Statistical Yearbook (贡献率).

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import share_of_growth
    >>> found = share_of_growth("48.2", "152.7", growth=Percent("50.3"), whole_growth=Percent("10.6"))
    >>> print(found.reliability, found.rate)
    reliable [109.5313, 110.9183]%
    >>> share_of_growth("48.2", "152.7", growth=Percent("50.3"), whole_growth=Percent("0.0")).reliability
    'none'
    """
    return ShareOfGrowth(
        *evaluate(_core.share_of_growth, part=part, growth=growth, whole=whole, whole_growth=whole_growth)
    )


def contribution_to_growth(part: Number, whole: Number, *, growth: Percent, whole_growth: Percent) -> Points:
    """Return the points of the growth of a whole that a part contributed (拉动).

    Parameters
    ----------
    part, whole : float, str, Decimal or Bounds
        The two figures, in one unit. Texts and decimals are printed numbers, good to half a unit of
        their last digit.
    growth, whole_growth : Percent
        The growth of the part and of the whole since the earlier period.

    Returns
    -------
    Points
        The increment of the part over the base of the whole, in percentage points. The
        contributions of all parts add up to the growth of the whole.

    Raises
    ------
    KebiError
        On a base of the whole that is not above zero.

    Notes
    -----
    Source: OECD Glossary of Statistical Terms, contribution to growth; National Bureau of
    Statistics of China (拉动百分点).

    Examples
    --------
    >>> from kebi import Percent
    >>> from kebi.formulas import contribution_to_growth
    >>> round(contribution_to_growth(66, 110, growth=Percent(20.0), whole_growth=Percent(10.0)).value, 9)
    11.0
    """
    return evaluate(_core.contribution_to_growth, part=part, growth=growth, whole=whole, whole_growth=whole_growth)


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
