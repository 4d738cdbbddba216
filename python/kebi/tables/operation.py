"""Declared operations: one declaration gives the method of `Series` and `Panel` and the function over any table."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, cast, overload

from .documentation import documented, own_parameters, signature_of
from .figures import Figures
from .open import open_table, require_decimals
from .operands import growth_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from typing_extensions import Concatenate, ParamSpec, TypeAlias, TypedDict

    from .._core import Period
    from ..enums import Frequency
    from .derivation import Derivation
    from .figures import Out
    from .inputs import TableBounds

    P = ParamSpec("P")
    T = TypeVar("T")

    class FrameOptions(TypedDict, total=False):
        """What describes a table that does not say it itself."""

        start: Period | str
        frequency: Frequency | str | None
        decimals: int | Sequence[int] | None
        growth_decimals: int | None
        region: str | None
        indicator: str | None
        period: str
        value: str
        status: str | None
        duplicates: Literal["refuse", "first", "last"]

    class TableOptions(FrameOptions, total=False):
        """What every operation takes beside its own inputs."""

        bounds: Literal[False]
        out: Out | None
        threads: int

    class DataFrame(Protocol):
        """A frame of pandas, polars or pyarrow."""

        @property
        def shape(self) -> tuple[int, int]: ...

    Array: TypeAlias = NDArray[Any]
    Columns: TypeAlias = Mapping[str, Any]
    Input: TypeAlias = "Figures | Array | Columns | DataFrame | str | int"
    Floats: TypeAlias = NDArray[np.float64]

    F = TypeVar("F", bound=Figures)
    F_co = TypeVar("F_co", bound=Figures, covariant=True)
    Frame = TypeVar("Frame", bound=DataFrame)

    class BoundOperation(Protocol[P, F_co]):
        """An operation as a method."""

        @overload
        def __call__(self, *inputs: P.args, **options: P.kwargs) -> F_co: ...
        @overload
        def __call__(self, *inputs: Any, bounds: bool, **options: Any) -> F_co: ...

    class Operation(Protocol[P]):
        """An operation as a function: the result is of the kind of the table.

        A long frame gives an array with a figure for each row, a wide one a frame.
        """

        @overload
        def __call__(self, table: F, *inputs: P.args, **options: P.kwargs) -> F: ...
        @overload
        def __call__(self, table: Array, *inputs: P.args, **options: P.kwargs) -> Floats: ...
        @overload
        def __call__(self, table: Columns, *inputs: P.args, **options: P.kwargs) -> Floats | dict[str, Any]: ...
        @overload
        def __call__(self, table: Frame, *inputs: P.args, **options: P.kwargs) -> Floats | Frame: ...
        @overload
        def __call__(self, table: F, *inputs: Any, bounds: bool, **options: Any) -> F: ...
        @overload
        def __call__(self, table: Array, *inputs: Any, bounds: Literal[True], **options: Any) -> TableBounds[Floats]: ...
        @overload
        def __call__(
            self, table: Columns, *inputs: Any, bounds: Literal[True], **options: Any
        ) -> TableBounds[Floats] | TableBounds[dict[str, Any]]: ...
        @overload
        def __call__(
            self, table: Frame, *inputs: Any, bounds: Literal[True], **options: Any
        ) -> TableBounds[Floats] | TableBounds[Frame]: ...
        @overload
        def __get__(self, of: None, kind: type) -> Operation[P]: ...
        @overload
        def __get__(self, of: F, kind: type) -> BoundOperation[P, F]: ...


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
            bounds, out = options.pop("bounds", False), options.pop("out", None)
            threads = options.pop("threads", 1)
            passed = {name: options.pop(name) for name in own if name in options} if options else {}
            if frequency is not None:
                options.setdefault("frequency", frequency)
            growth_decimals = options.pop("growth_decimals", None) if has_growth and options else None
            require_decimals(growth_decimals)
            named = dict(zip(own, inputs, strict=False)) | passed if inputs else passed
            is_long = bool(named) and any(isinstance(named[name], str) for name in _TABLES & named.keys())
            opened = open_table(table, options, takes, is_long=is_long)
            opened.growth_decimals = growth_decimals
            if of_array is not None and not bounds and not passed:
                found = opened.direct_growth(out, threads)
                if found is not None:
                    return found
            return opened.result(derive(opened.figures, *inputs, **passed), bounds, out, threads, new_rows)

        call.__signature__ = signature_of(derive)  # type: ignore[attr-defined]
        call.__doc__ = documented(derive.__doc__ or "", own)
        return cast("Operation[P]", call)

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
    opened = open_table(table, own, "level", is_long=isinstance(growth, str))
    opened.growth_decimals = growth_decimals
    return opened, growth_beside(opened.figures, growth)


def with_shared_parameters(function: Callable[P, T]) -> Callable[P, T]:
    """Add the parameters that all operations share to the documentation of a function over tables."""
    function.__doc__ = documented(function.__doc__ or "")
    return function


# Inputs that may name a column of a long frame.
_TABLES = {"growth", "months", "month_growth", "steps", "by", "below"}
# What says nothing of the dates or the rounding of an array.
_PLAIN = {"out", "threads", "frequency"}
_GROWTH = {"growth", "whole_growth", "month_growth"}
