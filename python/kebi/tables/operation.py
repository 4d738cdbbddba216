"""Declared operations: one declaration gives the method of `Series` and `Panel` and the function over any table."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from .._core import KebiError
from ..frames.columns import column_index, column_names
from ..frames.across import across
from ..frames.layouts import has_index
from ..frames.sdmx import is_sdmx
from ..refusals import explained
from .array import ArrayInput
from .documentation import documented, own_parameters, signature_of
from .figures import Figures
from .frame import LongFrameInput
from .inputs import LabelledInput, TableInput
from .operands import growth_beside
from .refused import of_what_is_taken
from .wide_frame import AcrossFrameInput, IndexedInput, WideFrameInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from numpy.typing import NDArray
    from typing_extensions import Concatenate, ParamSpec

    from .derivation import Derivation
    from ..frames.across import Across
    from .options import Finding, Operation, S

    P = ParamSpec("P")
    T = TypeVar("T")


def operation(
    takes: str,
    *,
    new_rows: bool = False,
    frequency: str | None = None,
    of_array: Callable[[Any, Mapping[str, Any], Any, int], Any] | None = None,
) -> Callable[[Callable[Concatenate[Any, P], Derivation]], Operation[P]]:
    """Declare an operation along time.

    The decorated method returns the `Derivation` of its result from `self`, the opened figures, and
    from inputs as they were passed. It becomes a method of labelled figures and, taken from its
    class, a function over tables of any kind. The parameters that all operations share are added
    to its signature and to its documentation.

    Parameters
    ----------
    takes : str
        The measure of a table that does not say it itself: "level", "growth" or "share".
    new_rows : bool
        Whether the result has other rows or spans than the table.
    frequency : str, optional
        The frequency of a table where none is passed.
    of_array : callable, optional
        A direct way for plain arrays; then long frames have one too, and `None` from it means that
        there is none.

    Returns
    -------
    callable
        A decorator.
    """

    def declare(derive: Callable[..., Derivation]) -> Operation[P]:
        own = own_parameters(derive)
        # Growth has decimals of its own where it goes together with figures of another measure.
        has_growth = takes != "growth" and not _GROWTH.isdisjoint(own)

        @functools.wraps(derive)
        def call(table: Any, *inputs: Any, **options: Any) -> Any:
            if not options and isinstance(table, Figures):  # nothing to open
                return derive(table, *inputs).figures()
            if of_array is not None and type(table).__name__ == "ndarray" and options.keys() <= _PLAIN:
                found = of_array(table, options, options.get("out"), options.get("threads", 1))
                if found is not None:
                    return found
            bounds, out, threads = options.pop("bounds", False), options.pop("out", None), options.pop("threads", 1)
            passed = {name: options.pop(name) for name in own if name in options} if options else {}
            options = options if frequency is None else {"frequency": frequency} | options
            growth_decimals = options.pop("growth_decimals", None) if has_growth and options else None
            require_decimals(growth_decimals)
            named = dict(zip(own, inputs, strict=False)) | passed if inputs else passed
            apart = columns_in(named[name] for name in _TABLES & named.keys()) if named else frozenset()
            opened = open_table(table, options, takes, apart)
            opened.growth_decimals = growth_decimals
            has_direct = of_array is not None and not bounds and not passed
            if has_direct and (found := opened.direct_growth(out, threads)) is not None:
                return found
            return of_what_is_taken(
                opened, lambda figures: derive(figures, *inputs, **passed),
                lambda made: opened.result(made, bounds, out, threads, new_rows), named.values(),
            )  # fmt: skip

        signature = signature_of(derive)
        made: Any = explained(call, f"kebi.{derive.__name__}", signature)
        made.__signature__ = signature
        made.__doc__ = documented(derive.__doc__ or "", own)
        return cast("Operation[P]", made)

    return declare


def open_with_growth(table: Any, growth: Any, options: Mapping[str, Any]) -> tuple[Any, Figures]:
    """Return a table of levels as input, and its published growth.

    Parameters
    ----------
    table : array, Series, Panel or frame
        The levels.
    growth : table of the same kind, or name of a column of a long frame
        Growth as published, or None.
    options : mapping
        The keywords that describe the table.

    Returns
    -------
    TableInput, Figures
        The opened levels, and growth that lines up with them.
    """
    own = dict(options)
    growth_decimals = own.pop("growth_decimals", None)
    require_decimals(growth_decimals)
    opened = open_table(table, own, "level", columns_in([growth]))
    opened.growth_decimals = growth_decimals
    return opened, growth_beside(opened.figures, growth)


def with_shared_parameters(function: Callable[P, T]) -> Callable[P, T]:
    """Add the parameters that all operations share to the documentation of a function over tables."""
    function.__doc__ = documented(function.__doc__ or "")
    return function


def of_each_figure(function: Callable[Concatenate[Any, P], NDArray[S]]) -> Finding[P, S]:
    """Add the parameters that all operations share to the documentation of a function of each figure."""
    return cast("Finding[P, S]", with_shared_parameters(function))


# Inputs that may name a column of a long frame.
_TABLES = {"growth", "months", "month_growth", "steps", "by", "below", "share_of_growth", "part_growth", "rest_growth", "prices", "real"}
_TABLES |= {"other", "other_growth"}
# What says nothing of the dates or the rounding of an array.
_PLAIN = {"out", "threads", "frequency"}
_GROWTH = {"growth", "whole_growth", "month_growth"}


_LONG = {"region", "indicator", "value", "status"}


def columns_in(inputs: Iterable[Any]) -> frozenset[str]:
    """Return the columns of a frame that inputs name: a column, or one for each column of levels.

    Parameters
    ----------
    inputs : iterable
        What was passed with the table.

    Returns
    -------
    frozenset of str
        Names of columns.

    Examples
    --------
    >>> sorted(columns_in(["growth", {"出口": "出口增速"}]))
    ['growth', '出口增速']
    """
    found: set[str] = set()
    for each in inputs:
        if isinstance(each, str):
            found.add(each)
        elif isinstance(each, Mapping) and all(isinstance(name, str) for name in each.values()):
            found.update(each.values())
    return frozenset(found)


def open_table(
    table: Any, options: Mapping[str, Any], measure: str, apart: frozenset[str] = frozenset()
) -> TableInput:
    """Return a table as input of an operation.

    Parameters
    ----------
    table : array, Series, Panel or frame
        The figures.
    options : mapping
        The keywords that describe the table.
    measure : str
        What figures measure that have no measure of their own.
    apart : frozenset of str
        Columns of the frame that are named elsewhere and hold no figures of its own, such as growth.

    Returns
    -------
    TableInput
        The figures, and the way back to the kind of table.

    Raises
    ------
    KebiError
        For other things, and for keywords that do not describe such a table.
    """
    import numpy as np

    is_array = isinstance(table, np.ndarray)
    if options:
        require_decimals(options.get("decimals"), by_row=is_array, table=table)
    if isinstance(table, Figures):
        return _open_labelled(table, options)
    if is_array:
        return ArrayInput(table, options, measure, open_table)
    if has_index(table):
        return IndexedInput(table, options, measure, open_table)
    layout = None if "period" in options or "value" in options or _is_like_long(table) else _across(table, options)
    if layout is not None:
        return AcrossFrameInput(layout, options, measure, open_table)
    if not _LONG.isdisjoint(options) or _is_like_long(table):
        return LongFrameInput(table, options, measure, open_table)
    if not column_names(table):
        raise KebiError(_no_figures_in(table))
    return WideFrameInput(table, options, measure, open_table, apart)


def _across(table: Any, options: Mapping[str, Any]) -> Across | None:
    return across(table, options.get("region"), options.get("indicator")) if column_names(table) else None


def _open_labelled(figures: Figures, options: Mapping[str, Any]) -> TableInput:
    unknown = [name for name in options if name != "frequency"]
    if unknown:
        raise KebiError(
            f"a series or panel has its own labels, periods and decimals: found {', '.join(unknown)}; "
            "it accepts only bounds and out, where the function has them"
        )
    return LabelledInput(figures)


def require_decimals(decimals: Any, *, by_row: bool = False, table: Any = None) -> None:
    """Refuse decimals that are no whole number; of an array they may be a list, of a frame a column of that name."""
    if decimals is None or type(decimals) is int:
        return
    import numpy as np

    def is_whole(each: Any) -> bool:
        return isinstance(each, (int, np.integer)) and not isinstance(each, bool)

    if is_whole(decimals) or (isinstance(decimals, str) and not by_row and decimals in column_index(table)):
        return
    if not by_row:
        raise KebiError(f"decimals must be an integer, such as 1: found {decimals!r}")
    if not isinstance(decimals, (list, tuple, np.ndarray)) or not all(map(is_whole, decimals)):
        raise KebiError(
            f"decimals must be an integer, such as 1, or a list with one for each row: found "
            f"{decimals!r}"
        )


def _is_like_long(frame: Any) -> bool:
    """Return whether a frame has two of the three columns that only a long frame has."""
    names = column_index(frame)
    if is_sdmx(frame):
        return True
    if "region" in names:
        return "value" in names or "indicator" in names
    return "indicator" in names and "value" in names


def _no_figures_in(table: Any) -> str:
    """Return why a thing is no table of figures, and how to make one of it."""
    home, kind = type(table).__module__.partition(".")[0], type(table).__name__
    kind = kind if home == "builtins" else f"{home} {kind}"
    out = "np.array(...) of its numbers" if not hasattr(table, "to_numpy") else "its to_numpy(), or a frame with its periods"
    return (
        f"cannot take figures from a {kind}, which has no periods: expected an array, a "
        f"kebi.Series, a kebi.Panel or a frame. Pass {out}, or kebi.Series(..., start=...)"
    )
