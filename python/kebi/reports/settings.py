"""Settings of an assessment and of inference, by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypedDict

from .. import _core
from ..text import valid_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import EllipsisType
    from decimal import Decimal
    from typing import TypeAlias

    from .._core import Bounds, InferenceSettings, Settings

    Amount: TypeAlias = Decimal | float | str
    Weight: TypeAlias = Bounds | float | tuple[float, float]


class SettingOptions(TypedDict, total=False):
    """Single settings by name, as `kebi.Settings` describes them; points and percent."""

    about_points: Amount
    about_percent: Amount
    flat_points: Amount
    stable_points: Amount
    stable_percent: Amount
    sync_points: Amount
    ahead_points: Amount
    ahead_percent: Amount
    lead_points: Amount
    slack_points: Amount
    weight_slack: Amount
    weights: Mapping[str, Weight]
    include_doubtful: bool


class InferenceOptions(TypedDict, total=False):
    """What inference takes for granted beside the report; all of it is shown in the result.

    Attributes
    ----------
    parts : mapping of str to sequence of str
        Indicators with their parts, beside those that hold in every report. A list that ends in ``...``
        is not complete: of such parts each leaves a rest.
    regions : mapping of str to sequence of str
        Regions with the regions that make them up, such as a district with its towns.
    laws : sequence of str
        Laws between levels of one region and period, with blanks around the signs:
        ``"A + 0.5 * B = C"``, or ``"A = B / C"`` and ``"B = A * C"`` in units that go together.
    hedges : mapping of str to number
        How far words reach: `about_points`, `about_percent`, `nearly_percent`, `flat_points`.
    revision : pair of numbers
        By which factors the base of a growth may have been revised.
    published_whole : sequence of str
        Indicators that are published in whole units throughout, though they count nothing.
    include_doubtful : bool
        Whether facts take part whose reading is in doubt.
    trials : int
        How many trials may be spent on naming contradictions.
    """

    parts: Mapping[str, Sequence[str | EllipsisType]]
    regions: Mapping[str, Sequence[str | EllipsisType]]
    laws: Sequence[str]
    hedges: Mapping[str, float]
    revision: tuple[float, float] | Bounds
    published_whole: Sequence[str]
    include_doubtful: bool
    trials: int


# Hedges by the name that a user gives: the compiled name, and by what percent are divided.
_HEDGES = {
    "about_points": ("about_points", 1),
    "about_percent": ("about_part", 100),
    "nearly_percent": ("nearly_part", 100),
    "flat_points": ("flat", 1),
}


_WANTED_OF_INFERENCE = {
    "parts": "lists of parts by their whole",
    "regions": "lists of regions by the region that they make up",
    "laws": "a list of formulas",
    "hedges": "numbers by the name of a hedge",
    "revision": "a pair of factors",
    "published_whole": "a list of names",
    "include_doubtful": "true or false",
    "trials": "a whole number",
}


def inference_settings(options: Mapping[str, Any]) -> InferenceSettings:
    """Return the usual settings of inference with some of them changed.

    Parameters
    ----------
    options : mapping of str to object
        Single settings by name, as `InferenceOptions` describes them.

    Returns
    -------
    InferenceSettings
        The settings.

    Raises
    ------
    KebiError
        For a name that is no setting, a value that does not fit, and a law that cannot be read.

    Examples
    --------
    >>> inference_settings({"revision": (0.9, 1.1)}).revision
    Bounds(0.9, 1.1)
    """
    result = _core.InferenceSettings()
    known = list(InferenceOptions.__annotations__)
    for name, value in options.items():
        if name not in known:
            raise _core.KebiError(f"no setting of inference is named {name!r}: there are {', '.join(known)}")
        try:
            _set(result, name, value)
        except (TypeError, AttributeError):
            raise _core.KebiError(
                f"the setting {name} of inference takes {_WANTED_OF_INFERENCE[name]}: found {value!r}"
            ) from None
    return result


def _set(settings: InferenceSettings, name: str, value: Any) -> None:
    if name in ("parts", "regions"):
        lists = [_list_of_parts(whole, parts, name == "regions") for whole, parts in value.items()]
        settings.parts = settings.parts + lists
    elif name == "laws":
        settings.laws = [_law(text) for text in _several(value)]
    elif name == "hedges":
        for word, reach in value.items():
            if word not in _HEDGES:
                raise _core.KebiError(f"no hedge is named {word!r}: there are {', '.join(_HEDGES)}")
            inside, over = _HEDGES[word]
            setattr(settings, inside, reach / over)
    elif name == "revision":
        settings.revision = value if isinstance(value, _core.Bounds) else _core.Bounds(*value)
    elif name == "published_whole":
        settings.published_whole = list(_several(value))
    else:
        setattr(settings, name, value)


def inference_options(settings: InferenceSettings) -> dict[str, Any]:
    """Return settings of inference as a dictionary, in the form in which they are given.

    Parameters
    ----------
    settings : InferenceSettings
        The settings.

    Returns
    -------
    dict
        One entry for each name of `InferenceOptions`; parts and regions beside the usual ones as well.

    Examples
    --------
    >>> inference_options(inference_settings({"revision": (0.9, 1.1)}))["revision"]
    (0.9, 1.1)
    """
    lists: dict[bool, dict[str, list[Any]]] = {False: {}, True: {}}
    for whole, parts, complete, is_region in settings.parts:
        lists[is_region].setdefault(whole, []).append([*parts] if complete else [*parts, ...])
    return {
        "parts": lists[False],
        "regions": lists[True],
        "laws": [_law_text(*law) for law in settings.laws],
        "hedges": {word: getattr(settings, inside) * over for word, (inside, over) in _HEDGES.items()},
        "revision": (settings.revision.lo, settings.revision.hi),
        "published_whole": settings.published_whole,
        "include_doubtful": settings.include_doubtful,
        "trials": settings.trials,
    }


def _several(value: Any) -> Any:
    if isinstance(value, str):
        raise TypeError("a list is wanted")
    return value


def _list_of_parts(whole: str, parts: Any, is_region: bool) -> tuple[str, list[str], bool, bool]:
    names = list(_several(parts))
    complete = not names or names[-1] is not ...
    return whole, names if complete else names[:-1], complete, is_region


def _law(text: str) -> tuple[bool, list[tuple[float, str]], Bounds]:
    """Return a law that is written as a formula."""
    left, equal, right = (side.strip() for side in text.partition(" = "))
    ratio = re.fullmatch(r"(\S+) ([*/]) (\S+)", right)
    if equal and ratio and " " not in left and not re.fullmatch(r"[\d.]+", ratio[1]):
        one, sign, other = ratio.groups()
        names = [left, one, other] if sign == "/" else [one, left, other]
        return True, [(1.0, name) for name in names], _core.Bounds(0, 0)
    terms: list[tuple[float, str]] = []
    total = 0.0
    for way, side in ((1, left), (-1, right)):
        for sign, number, name in re.findall(r"(?:^|([+-]) )(?:([\d.]+) \* )?(\S+)(?= |$)", side):
            weight = way * (-1 if sign == "-" else 1) * float(number or 1)
            if re.fullmatch(r"[\d.]+", name):
                total -= weight * float(name)
            else:
                terms.append((weight, name))
        rest = re.sub(r"(?:^|[+-] )(?:[\d.]+ \* )?\S+(?: |$)", "", side)
        if not equal or rest or not side:
            raise _core.KebiError(
                f"the law {text!r} cannot be read: write 'A + 0.5 * B = C' or 'A = B / C', with blanks around the signs"
            )
    return False, terms, _core.Bounds(total, total)


def _law_text(is_ratio: bool, terms: Sequence[tuple[float, str]], total: Bounds) -> str:
    if is_ratio:
        ratio, above, below = (name for _, name in terms)
        return f"{ratio} = {above} / {below}"
    shown = " ".join(
        f"{'-' if weight < 0 else '+'} {f'{abs(weight):g} * ' if abs(weight) != 1 else ''}{name}"
        for weight, name in terms
    )
    return f"{shown.removeprefix('+ ')} = {total.lo:g}"


def with_options(settings: Settings | None, options: Mapping[str, Any]) -> Settings:
    """Return a copy of settings with some of them changed.

    Parameters
    ----------
    settings : Settings or None
        What to start from; the usual settings for None.
    options : mapping of str to number or mapping
        The settings to change, by name. A float means the number that it prints as.

    Returns
    -------
    Settings
        The copy.

    Raises
    ------
    KebiError
        For a name that is no setting, and a value that does not fit.

    Examples
    --------
    >>> with_options(None, {"flat_points": 1})
    Settings(flat_points=1)
    """
    merged = _core.Settings()
    names = [name for name in dir(merged) if not name.startswith("_")]
    for name in names if settings is not None else []:
        setattr(merged, name, getattr(settings, name))
    for name, value in options.items():
        if name not in names:
            raise _core.KebiError(f"no setting is named {name!r}: there are {', '.join(names)}")
        for text in value if isinstance(value, dict) else [value]:
            valid_text(text)
        try:
            setattr(merged, name, _MEANINGS.get(name, _as_printed)(value))
        except (TypeError, ValueError, KeyError, AttributeError):
            wanted = _WANTED.get(name, "a number")
            raise _core.KebiError(f"the setting {name} takes {wanted}: found {value!r}") from None
    return merged


def _as_printed(value: Any) -> Any:
    # Settings are decimals: a float means the number that it prints as.
    return repr(float(value)) if isinstance(value, float) else value


def _weights(value: Any) -> dict[str, Bounds]:
    def bounds(weight: Any) -> Bounds:
        if isinstance(weight, (int, float)):
            return _core.Bounds.exactly(weight)
        return _core.Bounds(*weight) if isinstance(weight, tuple) else weight

    return {name: bounds(weight) for name, weight in dict(value).items()}


def _switch(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    return {"true": True, "1": True, "false": False, "0": False}[str(value).lower()]


_MEANINGS: dict[str, Callable[[Any], Any]] = {"weights": _weights, "include_doubtful": _switch}
_WANTED = {"weights": "bounds by indicator", "include_doubtful": "true or false"}
