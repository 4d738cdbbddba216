"""The methods that series and panels have in common: every declared operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..enums import Measure
from ..functions.across_releases import Releases
from ..functions.comparable import Comparable
from ..functions.composition import Composition
from ..functions.growth import Growth
from ..functions.hierarchy import Hierarchical
from ..functions.parts import Parts
from ..functions.prices import Prices
from ..functions.ranks import Ranks
from ..functions.weights import Weights
from ..functions.year_to_date import YearToDate
from ..tables.figures import with_measure

if TYPE_CHECKING:
    import pyarrow
    from numpy.typing import NDArray
    from typing_extensions import Self


class Methods(Growth, YearToDate, Prices, Comparable, Parts, Composition, Weights, Hierarchical, Ranks, Releases):
    """Every operation as a method, and the figures as Arrow arrays."""

    def as_growth(self) -> Self:
        """Return the same figures as published growth in percent.

        Returns
        -------
        Series or Panel
            The figures with their bounds, under the measure of growth.

        Examples
        --------
        >>> import kebi
        >>> kebi.Series(["5.1"], start="2019").as_growth().measure.name
        'growth'
        """
        made: Self = with_measure(self, Measure.growth)
        return made

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """Return the figures as numpy asks for them, nan where one is absent."""
        import numpy as np

        values: NDArray[Any] = self.values  # type: ignore[attr-defined]
        if dtype is not None and np.dtype(dtype) != values.dtype:
            return values.astype(dtype)
        return values.copy() if copy else values

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the columns of `to_columns` as an Arrow table, as DuckDB and other packages ask for one."""
        import pyarrow

        columns = {name: pyarrow.array(cells, from_pandas=True) for name, cells in self.to_columns().items()}  # type: ignore[attr-defined]
        return pyarrow.table(columns).__arrow_c_stream__(requested_schema)

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Return the figures as an Arrow array over the same memory, with gaps as nulls; of a panel row by row."""
        return self.grid.__arrow_c_array__(requested_schema)

    def to_arrow(self) -> pyarrow.Array:
        """Return the figures as a pyarrow array over the same memory.

        Returns
        -------
        pyarrow.Array
            The figures with gaps as nulls; of a panel row by row.

        Examples
        --------
        >>> import kebi
        >>> kebi.Series([1.0, None], start="2019").to_arrow().null_count
        1
        """
        import pyarrow

        return pyarrow.array(self)
