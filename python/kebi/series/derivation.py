"""How results are made of figures along time: with labels, causes and bounds, into given arrays or not."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .. import _core
from .._core import BoundsGrid, Grid, KebiError, Period, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from typing_extensions import Self

    Pairing = Literal["same", "whole", "months"]


class Into(NamedTuple):
    """Arrays that a result is written into: values and cells, or lo, hi and cells."""

    arrays: tuple[NDArray[Any], ...]
    bounds: bool


class Derived:
    """Figures of which others can be derived: what `Figures` rests on."""

    measure: str
    vintage: str
    published: Self | None  # growth as published, beside levels
    _figures: Grid
    _certain: BoundsGrid | Callable[[], BoundsGrid] | None
    _undated = False  # the columns of an array without a start
    _into: Into | None = None

    @property
    def time(self) -> Timeline:
        """The times of the figures."""
        return self._figures.time

    @property
    def periods(self) -> list[Period]:
        """The span of each figure of a series."""
        return [self.time.span(i) for i in range(len(self.time))]

    @property
    def values(self) -> NDArray[np.float64]:
        """The figures, nan where one is absent."""
        raise NotImplementedError

    @property
    def lo(self) -> NDArray[np.float64]:
        """The lower ends of what the figures can be."""
        raise NotImplementedError

    @property
    def hi(self) -> NDArray[np.float64]:
        """The upper ends of what the figures can be."""
        raise NotImplementedError

    @property
    def has_bounds(self) -> bool:
        """Whether it is known what each figure can be: its decimals, or those of its sources."""
        return self._certain is not None or bool(self._figures.decimals)

    def _told_times(self) -> str:
        """Return the frequency and the first and last span, for people."""
        count = len(self.time)
        ends = f"{self.time.span(0)} to {self.time.span(count - 1)}" if count else "of no time"
        return f"{self.time.frequency.name} {ends}"

    # What the two kinds fill in.

    is_panel = False  # whether its rows are regions by indicators

    def _like(self, figures: Grid, measure: str) -> Self:
        raise NotImplementedError

    def _called(self) -> str:
        raise NotImplementedError

    def _with_rows(self, regions: list[str], indicators: list[str]) -> Self:
        """Return the figures with these regions and indicators, absent where there is no such series."""
        raise NotImplementedError

    def _names(self) -> tuple[list[str], list[str]]:
        """Return the regions and the indicators of the rows."""
        raise NotImplementedError

    # How results are made.

    def _derived(
        self,
        operation: Callable[..., Any],
        inputs: Sequence[Derived],
        *options: Any,
        measure: str,
        threads: int = 1,
        pairing: Pairing = "same",
        like: Callable[[Grid, str], Any] | None = None,
    ) -> Self:
        """Return the figures that an operation makes of others, or write them where they are wanted.

        `like` labels a result with other rows than these.
        """
        for other in inputs[1:]:
            require_aligned(inputs[0], other, pairing)
        if self._into is not None:
            given = _certain_of(inputs) if self._into.bounds else [each._figures for each in inputs]
            operation(*given, *options, bounds=self._into.bounds, out=self._into.arrays, threads=threads)
            return self
        found = operation(*(each._figures for each in inputs), *options, threads=threads)
        made: Self = (like or self._like)(found, measure)
        made._undated = self._undated
        if all(each.has_bounds for each in inputs):
            made._certain = lambda: operation(*_certain_of(inputs), *options, bounds=True, threads=threads)
        return made

    def _handed(self, made: Self) -> Self:
        """Return figures that are there already, or copy them where they are wanted."""
        if self._into is None:
            return made
        import numpy as np

        blocks = (made._bounds().lo, made._bounds().hi) if self._into.bounds else (made._figures.values,)
        for block, array in zip(blocks, self._into.arrays[:-1], strict=True):
            if array.shape != block.shape:
                raise KebiError(f"an output has the shape of its result, {block.shape}: found {array.shape}")
            np.copyto(array, block, casting="no")
        return self

    def _moved(self, place: Callable[[Any], Any]) -> Self:
        """Return the figures placed anew, with their bounds."""
        made = self._like(place(self._figures), self.measure)
        if self._certain is not None:
            made._certain = place(self._bounds())
        return made

    def _bounds(self) -> BoundsGrid:
        """Return what the figures can be, worked out once."""
        if callable(self._certain):
            self._certain = self._certain()
        if self._certain is not None:
            return self._certain
        if not self._figures.decimals:
            raise KebiError("bounds need the decimals that the figures were printed with: say decimals=…, of growth beside levels growth_decimals=…")
        return _core.bounds_of(self._figures)

    def _writing(self, into: Into | None) -> Self:
        """Return these figures with a place for the result of the next operation."""
        made = copy.copy(self)
        made._into = into
        return made

    def _require_one_vintage(self, other: Derived) -> None:
        _core.require_one_vintage(self._called(), self.vintage, other.vintage)

    def _require_levels(self, doing: str) -> None:
        _core.require_levels(self._called(), self.measure == "level", doing)

    def _require_dates(self) -> None:
        if self._undated:
            raise KebiError("this goes by the calendar: say with start=… when the first column ends")

    def __getstate__(self) -> dict[str, Any]:
        """Return what is kept: bounds that wait to be worked out are."""
        state = self.__dict__.copy()
        if callable(self._certain):
            state["_certain"] = self._bounds()
        return state


def _certain_of(inputs: Sequence[Derived]) -> list[Any]:
    """Return what bounds are made of: printed figures as they are, or else bounds of all."""
    if all(each._certain is None for each in inputs):
        return [each._figures for each in inputs]
    return [each._bounds() for each in inputs]


def require_aligned(these: Derived, others: Derived, pairing: Pairing) -> None:
    """Refuse figures that do not stand beside others, row by row and span by span.

    One series has no other to be mistaken for: its name may differ. So may that of a whole for all
    rows. That months end with the years to date beside them is asked where they are read.
    """
    count, other_count = len(these._figures.values), len(others._figures.values)
    alone = other_count == 1 and (count == 1 or pairing == "whole")
    if not alone and these._names() != others._names():
        raise KebiError(
            f"figures go together by their regions and indicators: found {_first_apart(these, others)}. "
            "Give both the same ones in the same order"
        )
    if pairing != "months" and these.time != others.time:
        if these._undated and others._undated and len(these.time) != len(others.time):
            raise KebiError(f"arrays that go together have the same columns: found {len(these.time)} beside {len(others.time)}")
        raise KebiError(
            f"figures that go together run over the same times: found {these!r} and {others!r}. "
            "Give both for the same spans"
        )


def _first_apart(these: Derived, others: Derived) -> str:
    for what, one, other in zip(("region", "indicator"), these._names(), others._names(), strict=True):
        if len(one) != len(other):
            return f"{len(one)} {what}s beside {len(other)}"
        for name, beside in zip(one, other, strict=True):
            if name != beside:
                return f"the {what} {name!r} beside {beside!r}"
    raise AssertionError("these figures have the same names")
