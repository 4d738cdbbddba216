"""Texts that have a UTF-8 form."""

from __future__ import annotations

import sys
import warnings
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


def warn_user(message: str, category: type[Warning]) -> None:
    """Warn at the line of the user that called into the package."""
    warnings.warn(message, category, stacklevel=_frames_within() + 1)


def _frames_within() -> int:
    """Return how many frames from the caller of this on are within the package: the next one is the user's."""
    inner = __name__.partition(".")[0], "functools"  # of a cached property
    frame, count = sys._getframe(1), 0
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in inner:
        frame, count = frame.f_back, count + 1  # type: ignore[assignment]
    return count
