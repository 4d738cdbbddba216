"""Questions put wrongly: a bare number for a percentage, a place for a span, said in a sentence with the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ._core import KebiError, Percent, Period
from ._texts import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Result = TypeVar("Result")

_RATES = ("growth", "part_growth", "whole_growth", "share", "a", "b", "above", "below", "target", "elapsed")
_RUNS_OF_RATES = ("steps", "last_year")


def worked_out(formula: Callable[..., Result], **given: Any) -> Result:
    """Return what a formula makes of numbers, which are given by the names of its parameters, in their order."""
    try:
        return formula(*given.values())
    except TypeError:
        for name, number in _percentages(given):
            if not isinstance(number, Percent):
                raise KebiError(_no_percentage(name, number)) from None
        told = ", ".join(f"{name}={number!r}" for name, number in given.items())
        raise KebiError(
            f"{formula.__name__} takes numbers, numbers as printed (a text, a Decimal) or Bounds, and kebi.Percent for a "
            f"percentage: found {told}"
        ) from None


def _percentages(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what has to be a percentage, of a list each, with what to call it."""
    for name, said in given.items():
        if name in _RATES:
            yield name, said
        elif name in _RUNS_OF_RATES:
            yield from ((f"{name}[{i}]", each) for i, each in enumerate(said))
        elif name == "parts":
            for i, part in enumerate(said):
                if not isinstance(part, (tuple, list)) or len(part) != 2:
                    raise KebiError(
                        f"a part is its level and its growth: parts[{i}] is {part!r}. Say (62651, kebi.Percent(30.7))"
                    ) from None
                yield f"the growth in parts[{i}]", part[1]


def run_of(said: Iterable[Result], name: str, holds: str, such_as: str) -> list[Result]:
    """Return what a formula takes as a list, or refuse what has no items."""
    if not isinstance(said, (str, bytes)):
        try:
            return list(said)
        except TypeError:
            pass
    raise KebiError(f"{name} is a list of {holds}: found {said!r}. Say {such_as}")


def _no_percentage(name: str, found: Any) -> str:
    bare: Any = found.strip().rstrip("%％").strip() if isinstance(found, str) else found
    if getattr(bare, "shape", None) == ():
        bare = found = bare.item()  # of numpy it would be told with its type
    is_number = isinstance(found, (int, float, str)) and not isinstance(found, bool)
    out = f"kebi.Percent({bare!r})" if is_number and bare != "" else 'kebi.Percent(1.1), or kebi.Percent("1.1") as printed'
    return f"{name} is a percentage, and a bare number does not say that it is: found {found!r}. Say {out}"


def span_of(said: Any, what: str = "a span") -> Period:
    """Return a span by its code, or refuse what is no span and say how to write it."""
    if isinstance(said, Period):
        return said
    if isinstance(said, str):
        return Period(whole(said))
    raise KebiError(f"{what} is a text such as '2019-06', '2019Q2' or '2019', or a kebi.Period: found {said!r}. {_say(said)}")


def _say(said: Any) -> str:
    if hasattr(said, "year") and hasattr(said, "month"):
        return f"A date does not tell the month from the quarter or the year that it is of: say '{said.year:04}-{said.month:02}'"
    if isinstance(said, int) and 1000 <= said <= 9999:
        return f"Say '{said}'"
    if isinstance(said, (int, slice)):
        return f"By their places figures are in values[{_written(said)}], their spans in periods"
    return "Say one of those in periods"


def _written(place: int | slice) -> str:
    if isinstance(place, int):
        return str(place)
    ends = ["" if end is None else str(end) for end in (place.start, place.stop)]
    return ":".join([*ends, str(place.step)] if place.step is not None else ends)


def listed(names: Iterable[str], most: int = 8) -> str:
    """Return names one after the other, the first ones of many."""
    told = [repr(name) for name in names]
    return ", ".join(told) if len(told) <= most else f"{', '.join(told[:most])} and {len(told) - most} others"
