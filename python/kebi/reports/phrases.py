"""Reading single phrases: a target, an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

from .. import _core
from ..text import valid_text
from .catalogue import or_standard

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Unpack

    from .._core import Catalogue, Fact, Lexicon, Period


class About(TypedDict, total=False):
    """What a phrase is about: region and period; the catalogue and the lexicon that it is read with."""

    region: str
    period: Period | str | None
    catalogue: Catalogue | None
    lexicon: Lexicon | None


class Context(NamedTuple):
    """What is known of a document before it is read, and the words that it is read with."""

    region: str
    period: Period | None
    catalogue: Catalogue
    lexicon: Lexicon | None

    @classmethod
    def of(
        cls,
        region: str = "",
        period: Period | str | None = None,
        catalogue: Catalogue | None = None,
        lexicon: Lexicon | None = None,
    ) -> Context:
        """Return what a caller passed, checked, with the standard catalogue where none was."""
        return cls(valid_text(region), as_period(period), or_standard(catalogue), lexicon)


def as_period(period: Period | str | None) -> Period | None:
    """Return a period that may be given as a text.

    Parameters
    ----------
    period : Period, str or None
        A period, such as ``"2019H1"``.

    Returns
    -------
    Period or None
        The period; None where none is given.

    Raises
    ------
    KebiError
        For a text that is no period.

    Examples
    --------
    >>> as_period("2019年上半年")
    Period('2019H1')
    """
    return _core.Period(valid_text(period)) if isinstance(period, str) else period


def read_target(phrase: str, indicator: str = "", **about: Unpack[About]) -> list[Fact]:
    """Read the phrase of a target: one fact for each target in it.

    Parameters
    ----------
    phrase, indicator : str
        The cell of a plan's table, such as 增长6%左右, and the name of the indicator of its row.
    **about
        ``region``, ``period`` (that the target is for) and ``catalogue``, which distinguishes ratios
        from amounts; the standard catalogue if none is given. ``lexicon``: the words that are known.

    Returns
    -------
    list of Fact
        The facts, in reading order.

    Raises
    ------
    KebiError
        For a phrase that sets no target.

    Examples
    --------
    >>> import kebi
    >>> kebi.read_target("增长 6.0%-6.5%", "增加值")
    [<Fact 增加值 target growth 6.0..6.5% range>]
    """
    return _read_phrase(_core.read_target, phrase, indicator, **about)


def read_outcome(phrase: str, indicator: str = "", **about: Unpack[About]) -> list[Fact]:
    """Read the phrase of an outcome, one fact for each number in it.

    Parameters
    ----------
    phrase, indicator : str
        What a plan's table or a bulletin says of an indicator, and its name.
    **about
        ``region``, ``period`` (of the outcome) and ``catalogue`` (the standard one if none is given).
        ``lexicon``: the words that are known.

    Returns
    -------
    list of Fact
        A fact for each level, growth, share or other number.

    Raises
    ------
    KebiError
        For a phrase without a statistic.

    Examples
    --------
    >>> from kebi import read_outcome
    >>> read_outcome("完成172.8亿元,同比增长1.1%", "一般公共预算收入", period="2019H1")
    [<Fact 一般公共预算收入 2019H1 actual level 172.8亿元>, <Fact 一般公共预算收入 2019H1 actual growth 1.1%>]
    """
    return _read_phrase(_core.read_outcome, phrase, indicator, **about)


def _read_phrase(
    reader: Callable[..., list[Fact]], phrase: str, indicator: str, **about: Unpack[About]
) -> list[Fact]:
    texts = valid_text(phrase), valid_text(indicator)
    region, period, known, lexicon = Context.of(**about)
    return reader(*texts, region, period, known, lexicon)
