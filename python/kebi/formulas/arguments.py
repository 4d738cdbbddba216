"""Arguments of formulas: a bare number in place of a percentage is refused in a sentence that shows the way out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from .._core import KebiError, Percent, Points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import TypeAlias

    from .._core import Bounds

    Number: TypeAlias = float | str | Decimal | Bounds

Result = TypeVar("Result")

_RATES = {
    "growth", "part_growth", "rest_growth", "whole_growth", "other_growth", "share", "base_share", "share_of_growth", "a", "b", "above",
    "below", "target", "elapsed", "real", "nominal", "price", "yoy", "carry_over", "now", "before",
}  # fmt: skip
_DISTANCES = {"contribution", "new_price"}
_LISTS_OF_RATES = ("steps",)


def evaluate(formula: Callable[..., Result], **arguments: Any) -> Result:
    """Return the result of a formula, or say which argument does not fit.

    Parameters
    ----------
    formula : callable
        A formula of the compiled part.
    **arguments
        Its arguments by the names that the caller knows, in the order of its parameters.

    Returns
    -------
    Result
        What the formula returns.

    Raises
    ------
    KebiError
        For a number without a percent sign where a percentage is due, and for anything that is
        no number.

    Examples
    --------
    >>> from kebi import Percent, _core
    >>> evaluate(_core.level, base=200, growth=Percent(5))
    210.0
    """
    try:
        return formula(*arguments.values())
    except TypeError:
        for name, number in _percentages(arguments):
            if not isinstance(number, Percent):
                raise KebiError(_no_percentage(name, number)) from None
        for name in _DISTANCES & arguments.keys():
            if not isinstance(arguments[name], Points):
                raise KebiError(
                    f"{name} is in percentage points: found {arguments[name]!r}. Pass kebi.Points(0.5), or "
                    f'kebi.Points("0.5") as published'
                ) from None
        found = ", ".join(f"{name}={number!r}" for name, number in arguments.items())
        raise KebiError(
            f"{formula.__name__} accepts numbers, published numbers (text or Decimal) or Bounds, and "
            f"kebi.Percent for "
            f"percentages: found {found}"
        ) from None


def evaluate_way(name: str, ways: Mapping[tuple[str, ...], Callable[..., Result]], **arguments: Any) -> Result:
    """Return the result of the formula whose arguments were passed, of several for one idea.

    Parameters
    ----------
    name : str
        What all of them find, for the message.
    ways : mapping
        The formula for each list of arguments, in the order of its parameters.
    **arguments
        All arguments by name, None where not passed.

    Returns
    -------
    Result
        What the formula returns.

    Raises
    ------
    KebiError
        For arguments of no formula or of two, and as `evaluate`.

    Examples
    --------
    >>> from kebi import _core
    >>> evaluate_way("share", {("part", "whole"): _core.share}, part=1, whole=4, other=None)
    Percent(25.0)
    """
    passed = {each: value for each, value in arguments.items() if value is not None}
    for names, formula in ways.items():
        if passed.keys() == set(names):
            return evaluate(formula, **{each: passed[each] for each in names})
    listed = "; or ".join(", ".join(names) for names in ways)
    raise KebiError(f"{name} takes {listed}: found {', '.join(passed) or 'nothing'}")


def _percentages(arguments: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every argument, or item of one, that has to be a percentage, with its name."""
    for name, value in arguments.items():
        if name in _RATES:
            yield name, value
        elif name in _LISTS_OF_RATES:
            yield from ((f"{name}[{i}]", each) for i, each in enumerate(value))
        elif name == "parts":
            for i, part in enumerate(value):
                if not isinstance(part, (tuple, list)) or len(part) != 2:
                    raise KebiError(
                        f"a part is a pair of level and growth: parts[{i}] is {part!r}. Pass (62651, "
                        f"kebi.Percent(30.7))"
                    ) from None
                yield f"the growth in parts[{i}]", part[1]


def list_of(value: Iterable[Result], name: str, holds: str, such_as: str) -> list[Result]:
    """Return an argument as a list, or refuse one that has no items.

    Parameters
    ----------
    value : iterable
        The argument.
    name : str
        The name of the parameter, for the message.
    holds : str
        What its items are, for the message.
    such_as : str
        An argument that is right, for the message.

    Returns
    -------
    list
        The items.

    Raises
    ------
    KebiError
        For a text, and for what cannot be iterated.

    Examples
    --------
    >>> list_of((1, 2), "steps", "percentages", "[kebi.Percent(0.1)]")
    [1, 2]
    """
    if not isinstance(value, (str, bytes)):
        try:
            return list(value)
        except TypeError:
            pass
    raise KebiError(f"{name} is a list of {holds}: found {value!r}. Pass {such_as}")


def _no_percentage(name: str, found: Any) -> str:
    bare: Any = found.strip().rstrip("%％").strip() if isinstance(found, str) else found
    if getattr(bare, "shape", None) == ():
        bare = found = bare.item()  # the repr of a numpy scalar would name its type
    is_number = isinstance(found, (int, float, str)) and not isinstance(found, bool)
    out = f"kebi.Percent({bare!r})" if is_number and bare != "" else 'kebi.Percent(1.1), or kebi.Percent("1.1") as published'
    what = "the plain number " if is_number else ""
    return f"{name} is a percentage: found {what}{found!r}. Pass {out}"
