"""Many series read: their labels, their figures and their bounds, in three dimensions and as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError
from ..enums import Measure, ObservationStatus
from ..frames.exports import Exported
from ..refusals import refusing
from ..tables.figures import describe_times, mapped
from ..text import listed
from .methods import Methods

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from typing_extensions import Self

    from ..enums import Kind


@refusing("kebi.Panel")
class ManySeries(Methods, Exported):
    """The figures of regions x indicators x times."""

    @property
    def regions(self) -> list[str]:
        """The names of the regions."""
        return self.labels.regions  # type: ignore[no-any-return]

    @property
    def indicators(self) -> list[str]:
        """The names of the indicators."""
        return self.labels.indicators  # type: ignore[no-any-return]

    @property
    def values(self) -> NDArray[np.float64]:
        """The figures, nan where one is absent."""
        return self._cube(self.grid.values)

    @property
    def status(self) -> NDArray[np.uint8]:
        """For each figure 0, or the `ObservationStatus` that says why there is none."""
        return self._cube(self.grid.status)

    @property
    def lo(self) -> NDArray[np.float64]:
        """The lower ends of what the figures can be."""
        return self._cube(self.bounds_grid.lo)

    @property
    def hi(self) -> NDArray[np.float64]:
        """The upper ends of what the figures can be."""
        return self._cube(self.bounds_grid.hi)

    @property
    def kinds(self) -> list[Kind | None]:
        """What the figures of each indicator are over a span; None if unknown."""
        return self.labels.kinds  # type: ignore[no-any-return]

    def select(self, regions: Sequence[str] | None = None, indicators: Sequence[str] | None = None) -> Self:
        """Return some regions and indicators, in the order asked for.

        Parameters
        ----------
        regions, indicators : sequence of str, optional
            The names; all of them where none are passed.

        Returns
        -------
        Panel
            The figures with their bounds and published growth.

        Raises
        ------
        KebiError
            For names that the panel does not have.

        Examples
        --------
        >>> import kebi
        >>> wide = kebi.Panel.from_wide({"year": [2019], "出口": ["110.0"], "进口": ["90.0"]})
        >>> float(wide.select(indicators=["进口"]).values[0, 0, 0])
        90.0
        """
        rows = (
            self.regions if regions is None else list(regions),
            self.indicators if indicators is None else list(indicators),
        )
        for names, known, what in zip(rows, (self.regions, self.indicators), ("region", "indicator"), strict=True):
            for name in names:
                require_name(name, known, what)
        return mapped(self, lambda table: table.select(*rows))  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        known = int((self.grid.status == 0).sum())
        what = "" if self.measure is Measure.level else f" of {self.measure.name}"
        return (
            f"<Panel{what} {len(self.regions)} regions x {len(self.indicators)} indicators, "
            f"{describe_times(self.time)}, {known} of {self.grid.status.size} figures>"
        )

    def to_columns(self, *, bounds: bool = False) -> dict[str, Any]:  # type: ignore[override]
        """Return the figures that are there as the columns of a long table.

        Parameters
        ----------
        bounds : bool, default False
            Whether to add what the figures can be.

        Returns
        -------
        dict
            region, indicator, period, value, and with `bounds` lo and hi.

        Examples
        --------
        >>> import kebi
        >>> list(kebi.Panel.from_wide({"year": [2019], "出口": ["110.0"]}).to_columns())
        ['region', 'indicator', 'period', 'value']
        """
        import numpy as np

        r, k, t = np.nonzero(self.status == 0)
        spans = np.array([str(p) for p in self.periods], dtype=object)
        columns = {
            "region": np.array(self.regions, dtype=object)[r],
            "indicator": np.array(self.indicators, dtype=object)[k],
            "period": spans[t],
            "value": self.values[r, k, t],
        }
        if bounds:
            columns["lo"], columns["hi"] = self.lo[r, k, t], self.hi[r, k, t]
        return columns

    def gaps(self) -> dict[str, list[Any]]:
        """Return what is absent and why.

        Returns
        -------
        dict
            region, indicator, period, status.

        Examples
        --------
        >>> import kebi
        >>> kebi.Panel.from_wide({"year": [2018, 2019], "出口": ["110.0", None]}).gaps()["status"]
        ['absent']
        """
        import numpy as np

        r, k, t = np.nonzero(self.status)
        spans = [str(p) for p in self.periods]
        return {
            "region": [self.regions[i] for i in r],
            "indicator": [self.indicators[i] for i in k],
            "period": [spans[i] for i in t],
            "status": [ObservationStatus(int(c)).name for c in self.status[r, k, t]],
        }

    def _cube(self, block: NDArray[Any]) -> NDArray[Any]:
        return block.reshape(len(self.regions), len(self.indicators), -1)


def require_name(name: str, known: list[str], what: str) -> None:
    """Refuse a name that is not known, and say which are."""
    if name not in known:
        raise KebiError(f"the panel has no {what} {name!r}: it has {listed(known)}")
