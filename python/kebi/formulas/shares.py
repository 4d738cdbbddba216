"""Parts of a whole: shares, their changes, shares of growth and contributions to growth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import _core
from .arguments import evaluate, evaluate_way

if TYPE_CHECKING:
    from collections.abc import Callable

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


def share_change(
    share: Percent | None = None, *, growth: Percent | None = None, whole_growth: Percent | None = None,
    part: Number | None = None, whole: Number | None = None, part_base: Number | None = None, whole_base: Number | None = None,
) -> Points:  # fmt: skip
    """Return by how many points a share changed (比重变化), with sharp bounds.

    From the share and the growth of part and whole; from the levels of both and their growth, which is
    sharper than a rounded share; or from the levels of both periods.

    Parameters
    ----------
    share : Percent, optional
        The share of the part today, in percent of the whole.
    growth, whole_growth : Percent, optional
        By how much part and whole grew since the earlier period, both on the comparable scope.
    part, whole : float, str, Decimal or Bounds, optional
        The two figures of today, in one unit.
    part_base, whole_base : float, str, Decimal or Bounds, optional
        The two figures of the earlier period, on the scope of today.

    Returns
    -------
    Points
        The change of the share, in percentage points.

    Raises
    ------
    KebiError
        Where part or whole has no base above zero: see `base_share`; and for other arguments together.

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
    ways: dict[tuple[str, ...], Callable[..., Points]] = {
        ("share", "growth", "whole_growth"): _core.share_change,
        ("part", "growth", "whole", "whole_growth"): _core.share_change_of_growths,
        ("part", "whole", "part_base", "whole_base"): _core.share_change_of_levels,
    }
    return evaluate_way(
        "share_change", ways, share=share, growth=growth, whole_growth=whole_growth, part=part, whole=whole,
        part_base=part_base, whole_base=whole_base,
    )  # fmt: skip


def share_of_growth(
    part: Number | None = None,
    whole: Number | None = None,
    *,
    growth: Percent | None = None,
    whole_growth: Percent | None = None,
    share: Percent | None = None,
    increment: Number | None = None,
    whole_increment: Number | None = None,
) -> ShareOfGrowth:
    """Return the share of a part in the growth of its whole (贡献率), and its reliability.

    From the levels of part and whole and their growth, from the share of the part and both growths, or
    from the two increments.

    Parameters
    ----------
    part, whole : float, str, Decimal or Bounds, optional
        The two figures, in one unit. Texts and decimals are printed numbers, good to half a unit of
        their last digit.
    growth, whole_growth : Percent, optional
        The growth of the part and of the whole since the earlier period.
    share : Percent, optional
        The share of the part in the whole today, in place of the levels.
    increment, whole_increment : float, str, Decimal or Bounds, optional
        What was added to the part and to the whole, in one unit.

    Returns
    -------
    ShareOfGrowth
        The increment of the part in percent of that of the whole, and its reliability.

    Raises
    ------
    KebiError
        Where part or whole has no base above zero, where the whole grew by a float of zero, and for
        other arguments together.

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
    ways: dict[tuple[str, ...], Callable[..., tuple[Percent, str]]] = {
        ("part", "growth", "whole", "whole_growth"): _core.share_of_growth,
        ("share", "growth", "whole_growth"): _core.share_of_growth_of_share,
        ("increment", "whole_increment"): _core.share_of_growth_of_increments,
    }
    found = evaluate_way(
        "share_of_growth", ways, part=part, whole=whole, growth=growth, whole_growth=whole_growth, share=share,
        increment=increment, whole_increment=whole_increment,
    )  # fmt: skip
    return ShareOfGrowth(*found)


def contribution_to_growth(
    part: Number | None = None,
    whole: Number | None = None,
    *,
    growth: Percent | None = None,
    whole_growth: Percent | None = None,
    base_share: Percent | None = None,
    share_of_growth: Percent | None = None,
    increment: Number | None = None,
    whole_base: Number | None = None,
) -> Points:
    """Return the points of the growth of a whole that a part contributed (拉动).

    From the levels of part and whole and their growth; from the share of the part a period earlier and
    its growth; from its share of growth and the growth of the whole; or from its increment and the base
    of the whole.

    Parameters
    ----------
    part, whole : float, str, Decimal or Bounds, optional
        The two figures, in one unit. Texts and decimals are printed numbers, good to half a unit of
        their last digit.
    growth, whole_growth : Percent, optional
        The growth of the part and of the whole since the earlier period.
    base_share, share_of_growth : Percent, optional
        The share of the part a period earlier (基期比重), or its share of growth (贡献率).
    increment, whole_base : float, str, Decimal or Bounds, optional
        What was added to the part, and the whole a period earlier, in one unit.

    Returns
    -------
    Points
        The increment of the part over the base of the whole, in percentage points. The
        contributions of all parts add up to the growth of the whole.

    Raises
    ------
    KebiError
        On a base of the whole that is not above zero, and for other arguments together.

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
    ways: dict[tuple[str, ...], Callable[..., Points]] = {
        ("part", "growth", "whole", "whole_growth"): _core.contribution_to_growth,
        ("base_share", "growth"): _core.contribution_of_share,
        ("share_of_growth", "whole_growth"): _core.contribution_of_share,
        ("increment", "whole_base"): _core.contribution_of_increment,
    }
    return evaluate_way(
        "contribution_to_growth", ways, part=part, whole=whole, growth=growth, whole_growth=whole_growth,
        base_share=base_share, share_of_growth=share_of_growth, increment=increment, whole_base=whole_base,
    )  # fmt: skip
