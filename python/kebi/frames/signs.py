"""Signs of official files: those that stand for a figure, and those that stand behind one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .._core import KebiError
from ..enums import ObservationStatus
from .columns import as_array, is_missing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What stands where there is no figure. A dash is nil with some offices and not available with
# others: no figure is the reading that claims nothing.
_STANDS_FOR = {
    ObservationStatus.absent: (
        ".", "..", ":", "-", "--", "---", "–", "—", "——", "－", "/", "na", "n.a.", "n/a", "(na)", "#n/a", "null", "nan",
        "无", "暂无", "暂无数据", "无数据", "不详", "缺", "m", "l", "h", "o",
    ),
    ObservationStatus.suppressed: ("x", "c", "(d)", "(x)", "q", "*x", "s.d."),
    ObservationStatus.below_unit: ("…", "...", "……", "(l)", "(z)"),
    ObservationStatus.undefined: ("z", "n/s"),
    ObservationStatus.unreliable: ("(s)",),
    ObservationStatus.not_yet_out: ("尚未公布", "未公布"),
}
_SIGNS = {sign: status for status, signs in _STANDS_FOR.items() for sign in signs}
# What stands behind a figure, or in a column of its own, and says how it is to be taken.
_MEANINGS = {
    "a": "", "b": "break in the series", "d": "definition differs", "e": "estimated", "f": "forecast",
    "g": "experimental", "i": "imputed", "n": "not significant", "p": "provisional", "r": "revised",
    "s": "estimated by the publisher", "u": "low reliability", "v": "unvalidated", "*": "see the note of the table",
    "†": "see the note of the table", "‡": "see the note of the table", "c": "confidential", "z": "not applicable",
}  # fmt: skip
_FLAGGED = re.compile(r"(?P<figure>.*\d\s*[%％]?)\s*(?:(?P<plain>[bdefinprsu]{1,3}|\*{1,3}|†|‡)|[(\[](?P<within>[bdefinprsu]{1,3}|\*)[)\]])", re.IGNORECASE)
# Codes that a figure may stand beside, and that give the reason where there is none.
_EITHER = {"c", "z", "n", "h"}


class Sign(NamedTuple):
    """What a sign says: why there is no figure (0 where there is one), and how a figure is to be taken."""

    status: int
    flag: str


def sign_for_figure(text: str) -> ObservationStatus | None:
    """Return why there is no figure, where a sign says it; None for other texts."""
    sign = text.strip()
    return _SIGNS.get(sign.lower()) if len(sign) < 8 and not sign.isdecimal() else None


def without_flag(text: str) -> tuple[str, str]:
    """Return a figure and the flag behind it, such as p, r, e or *; an empty text for none."""
    if text and text[-1].isdecimal():
        return text, ""
    found = _FLAGGED.fullmatch(text.strip())
    if found is None:
        return text, ""
    return found["figure"], (found["plain"] or found["within"])


def meaning_of(flag: str) -> str:
    """Return what a flag says, in words."""
    each = [_MEANINGS.get(sign, "") for sign in dict.fromkeys(flag.lower())]
    return ", ".join(filter(None, each)) or flag


def with_reasons(
    floats: NDArray[np.float64], status: NDArray[np.uint8] | None, causes: Any
) -> tuple[NDArray[np.uint8], list[tuple[int, str]]]:
    """Return the status that a column of reasons gives, and the rows with a flag that leaves the figure there.

    A reason is a name of `ObservationStatus`, its number, a code or sign of official files, or nothing.
    """
    import numpy as np

    reasons = as_array(causes)
    if len(reasons) != len(floats):
        raise KebiError(f"expected one observation status for each value: found {len(reasons)} for {len(floats)}")
    absent = np.isnan(floats)
    made = np.where(absent, np.uint8(ObservationStatus.absent), np.uint8(0)) if status is None else status
    listed = reasons.tolist()
    signs = {cause: _sign(cause) for cause in dict.fromkeys(listed)}
    codes = np.fromiter((signs[cause].status for cause in listed), np.uint8, len(listed))
    flags = []
    if any(sign.flag for sign in signs.values()):
        for row in np.flatnonzero(~absent).tolist():
            if flag := signs[listed[row]].flag:
                flags.append((row, flag))
                codes[row] = 0
    both = np.flatnonzero((codes != 0) & ~absent)
    if both.size:
        row = int(both[0])
        raise KebiError(f"row {row} has the figure {floats[row]} and a reason for being missing: {reasons[row]}")
    return np.where(codes != 0, codes, made).astype(np.uint8), flags


def _sign(cause: Any) -> Sign:
    if is_missing(cause):
        return Sign(0, "")
    if isinstance(cause, (str, ObservationStatus)):
        name = cause.name if isinstance(cause, ObservationStatus) else cause.strip()
        if name in ObservationStatus.__members__:
            return Sign(int(ObservationStatus[name]), "")
        code = name.lower()
        flag = "" if code == "a" else name
        if code in _SIGNS:
            return Sign(int(_SIGNS[code]), name if code in _EITHER else "")
        if code and all(each in _MEANINGS for each in code):
            return Sign(0, flag)
        raise KebiError(
            f"an observation status is one of {', '.join(ObservationStatus.__members__)}, or a code of official files "
            f"such as p, r, e, b, c, x: found {cause!r}"
        )
    if isinstance(cause, (int, float)) and cause in list(ObservationStatus):
        return Sign(int(cause), "")
    raise KebiError(f"a cause is an ObservationStatus, its name or its number: found {cause!r}")
