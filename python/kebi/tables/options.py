"""What describes a table, and the types of operations over tables, for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from typing_extensions import ParamSpec, TypeAlias, TypedDict

    from .._core import Period
    from ..enums import Frequency
    from .figures import Figures, Out
    from .inputs import TableBounds

    P = ParamSpec("P")

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

    class ReleaseTableOptions(FrameOptions, total=False):
        """What an operation over releases takes beside its own inputs."""

        bounds: Literal[False]
        out: Out | None
        threads: int

    class TableOptions(FrameOptions, total=False):
        """What every operation takes beside its own inputs."""

        published: str | None

        bounds: Literal[False]
        out: Out | None
        threads: int

    class ReleaseOptions(FrameOptions, total=False):
        """What describes tables of several releases."""

        published: str

    class AsOfOptions(ReleaseOptions, total=False):
        """What `as_of` takes beside the releases and a date."""

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

    S = TypeVar("S", bound=np.generic, covariant=True)

    class Finding(Protocol[P, S]):
        """A function over tables that says something of each figure.

        Of a wide frame it gives a frame, of a long one an array with an entry for each row.
        """

        @overload
        def __call__(self, table: Figures | Array, *inputs: P.args, **options: P.kwargs) -> NDArray[S]: ...
        @overload
        def __call__(self, table: Columns, *inputs: P.args, **options: P.kwargs) -> NDArray[S] | dict[str, Any]: ...
        @overload
        def __call__(self, table: Frame, *inputs: P.args, **options: P.kwargs) -> NDArray[S] | Frame: ...
