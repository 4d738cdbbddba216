"""Results that wait to be evaluated: an operation of the compiled part with its inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError, operations
from .figures import NO_DECIMALS, Figures, figures_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from .figures import BoundsTable


class Derivation:
    """A result that waits to be evaluated: an operation of the compiled part with its inputs and options.

    Parameters
    ----------
    operation : callable
        An operation of `_core.operations`.
    *inputs
        Figures, and after them the options of the operation.
    depends_on_bounds : bool
        Whether the figures themselves depend on what derived inputs can be.
    **options
        Options by name.
    """

    def __init__(
        self, operation: Callable[..., Any], *inputs: Any, depends_on_bounds: bool = False, **options: Any
    ) -> None:
        self.operation, self._depends_on_bounds = operation, depends_on_bounds
        self.inputs = [each for each in inputs if isinstance(each, Figures)]
        self._positional = inputs
        self._options = options
        self.published: Derivation | None = None  # growth that goes together with the result

    def _evaluate(self, of: Callable[[Figures], Any], **how: Any) -> Any:
        tables = [of(each) if isinstance(each, Figures) else each for each in self._positional]
        return self.operation(*tables, **self._options, **how)

    def figures(self, threads: int = 1) -> Any:
        """Return the resulting figures; their bounds are evaluated when they are asked for."""
        exact = self.bounds if all(each.has_bounds for each in self.inputs) else None
        found = self._evaluate(self._plain_input, threads=threads)
        published = None if self.published is None else self.published.figures(threads)
        return figures_of(found, exact=exact, published=published, is_dated=self.inputs[0].is_dated)

    def bounds(self, threads: int = 1) -> BoundsTable:
        """Return what the results can be, from the printed figures or else from the bounds of all inputs."""
        found: BoundsTable = self._evaluate(self._exact_input(), bounds=True, threads=threads)
        return found

    def write(self, arrays: tuple[NDArray[Any], ...], bounds: bool, threads: int = 1) -> None:
        """Write values and status, or lo, hi and status, into arrays."""
        of = self._exact_input() if bounds else self._plain_input
        self._evaluate(of, bounds=bounds, out=arrays, threads=threads)

    def _plain_input(self, figures: Figures) -> Any:
        if self._depends_on_bounds and figures.is_derived:
            return figures.table, figures.bounds_table
        return figures.table

    def _exact_input(self) -> Callable[[Figures], Any]:
        for each in self.inputs:
            if not each.has_bounds:
                raise KebiError(NO_DECIMALS)
        if any(each.is_derived for each in self.inputs):
            return lambda each: each.bounds_table
        return lambda each: each.table


class Known(Derivation):
    """A result that is there already."""

    def __init__(self, figures: Figures) -> None:
        super().__init__(operations.year_over_year, figures)

    def figures(self, threads: int = 1) -> Any:
        """Return the figures."""
        return self.inputs[0]

    def bounds(self, threads: int = 1) -> BoundsTable:
        """Return what the figures can be."""
        return self.inputs[0].bounds_table

    def write(self, arrays: tuple[NDArray[Any], ...], bounds: bool, threads: int = 1) -> None:
        """Copy the figures, or their bounds, into arrays."""
        import numpy as np

        of = self.inputs[0]
        blocks = (of.bounds_grid.lo, of.bounds_grid.hi) if bounds else (of.grid.values,)
        for block, array in zip(blocks, arrays[:-1], strict=True):
            if array.shape != block.shape:
                raise KebiError(f"out= must have the shape of the result, {block.shape}: found {array.shape}")
            np.copyto(array, block, casting="no")
