"""Texts that can be written: what half characters are refused."""

from __future__ import annotations

from ._core import KebiError


def whole(text: str) -> str:
    """Return a text if all its characters are whole.

    Raises
    ------
    KebiError
        For half a character (a lone surrogate), which decoding with the wrong errors leaves.
    """
    if isinstance(text, str):
        try:
            text.encode()
        except UnicodeEncodeError as e:
            raise KebiError(
                f"the text holds half a character, {text[e.start]!a}, at place {e.start}: it was decoded wrongly, "
                "so read its file with kebi.read"
            ) from None
    return text
