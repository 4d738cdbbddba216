"""Texts that have a UTF-8 form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._core import KebiError

if TYPE_CHECKING:
    from collections.abc import Iterable


def valid_text(text: str) -> str:
    """Return a text if it can be encoded in UTF-8.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The same text.

    Raises
    ------
    KebiError
        For half a character (a lone surrogate), which decoding with a wrong encoding leaves.

    Examples
    --------
    >>> from kebi.text import valid_text
    >>> valid_text("可比")
    '可比'
    """
    if isinstance(text, str):
        try:
            text.encode()
        except UnicodeEncodeError as e:
            raise KebiError(
                f"the text contains half a character, {text[e.start]!a}, at position {e.start}: "
                "it was decoded incorrectly, so read the file with kebi.read"
            ) from None
    return text


def listed(names: Iterable[str], most: int = 8) -> str:
    """Return names one after the other, the first ones of many."""
    told = [repr(name) for name in names]
    return ", ".join(told) if len(told) <= most else f"{', '.join(told[:most])} and {len(told) - most} others"
