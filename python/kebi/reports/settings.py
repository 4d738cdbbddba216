"""Settings of an assessment, and single ones by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from .. import _core
from ..text import valid_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal
    from typing import TypeAlias

    from .._core import Bounds, Settings

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
