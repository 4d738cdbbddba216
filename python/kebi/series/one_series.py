"""One series read: its labels, its figures and their bounds, by span and as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import Bounds, KebiError, Period, Unit
from ..enums import Frequency, Measure, ObservationStatus
from ..frames.exports import Exported
from ..frames.span_codes import span_of
from ..refusals import refusing
from ..tables.figures import describe_times
from .methods import Methods

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas
    from numpy.typing import NDArray

    from ..enums import Kind


@refusing("kebi.Series")
class OneSeries(Methods, Exported):
    """The figures of one series, by their spans."""

    @property
    def indicator(self) -> str:
        """The name of the indicator."""
        return self.labels.indicator  # type: ignore[no-any-return]

    @property
    def region(self) -> str:
        """The name of the region."""
        return self.labels.region  # type: ignore[no-any-return]

    @property
    def unit(self) -> Unit | None:
        """The unit of levels."""
        return self.labels.unit  # type: ignore[no-any-return]

    @property
    def kind(self) -> Kind | None:
        """What the figures are over a span, as passed or as the standard catalogue says; None if unknown."""
        return self.labels.kind  # type: ignore[no-any-return]

    @property
    def values(self) -> NDArray[np.float64]:
        """The figures, nan where one is absent: a view that cannot be written to."""
        return self.grid.values[0]  # type: ignore[no-any-return]

    @property
    def status(self) -> NDArray[np.uint8]:
        """For each time 0 for a figure, or the `ObservationStatus` that says why there is none."""
        return self.grid.status[0]  # type: ignore[no-any-return]

    @property
    def decimals(self) -> int | list[int] | None:
        """To how many decimals the figures were rounded: a list where they differ, None if unknown."""
        known = self.grid.decimals
        return known if len(set(known)) > 1 else known[0] if known else None

    @property
    def lo(self) -> NDArray[np.float64]:
        """The lower ends of what the figures can be."""
        return self.bounds_grid.lo[0]  # type: ignore[no-any-return]

    @property
    def hi(self) -> NDArray[np.float64]:
        """The upper ends of what the figures can be."""
        return self.bounds_grid.hi[0]  # type: ignore[no-any-return]

    def bounds_at(self, period: Period | str) -> Bounds | None:
        """Return what the figure of a span can be.

        Parameters
        ----------
        period : str or Period
            The span.

        Returns
        -------
        Bounds or None
            None where there is no figure.

        Raises
        ------
        KebiError
            For a span outside the series, and where decimals are unknown.

        Examples
        --------
        >>> import kebi
        >>> print(kebi.Series(["110.0"], start="2019").bounds_at("2019"))
        [109.9500, 110.0500]
        """
        i = self._column(period)
        within = self.bounds_grid
        return Bounds(within.lo[0][i], within.hi[0][i]) if within.status[0][i] == 0 else None

    def status_at(self, period: Period | str) -> ObservationStatus:
        """Return whether there is a figure for a span, or why there is none.

        Parameters
        ----------
        period : str or Period
            The span.

        Returns
        -------
        ObservationStatus
            `figure`, or the reason.

        Raises
        ------
        KebiError
            For a span outside the series.

        Examples
        --------
        >>> import kebi
        >>> kebi.Series([None], start="2019").status_at("2019").name
        'absent'
        """
        return ObservationStatus(int(self.status[self._column(period)]))

    def __len__(self) -> int:
        return len(self.time)

    def __getitem__(self, period: Period | str) -> float | None:
        i = self._column(period)
        return float(self.values[i]) if self.status[i] == 0 else None

    def __iter__(self) -> Iterator[tuple[Period, float | None]]:
        for i, period in enumerate(self.periods):
            yield period, float(self.values[i]) if self.status[i] == 0 else None

    def __repr__(self) -> str:
        name = " ".join(filter(None, [self.region, self.indicator, str(self.unit) if self.unit else ""]))
        known = int((self.status == 0).sum())
        measure = "" if self.measure is Measure.level else self.measure.name
        what = " ".join(filter(None, ["Series", name, measure]))
        return f"<{what}, {describe_times(self.time)}, {known} of {len(self)} figures>"

    def to_columns(self) -> dict[str, Any]:  # type: ignore[override]
        """Return the series as columns.

        Returns
        -------
        dict
            period, value, status and, where they are known, lo and hi.

        Examples
        --------
        >>> import kebi
        >>> list(kebi.Series(["110.0"], start="2019").to_columns())
        ['period', 'value', 'status', 'lo', 'hi']
        """
        columns: dict[str, Any] = {
            "period": [str(p) for p in self.periods],
            "value": self.values,
            "status": [ObservationStatus(int(c)).name for c in self.status],
        }
        if self.has_bounds:
            columns["lo"], columns["hi"] = self.lo, self.hi
        return columns

    def to_pandas(self) -> pandas.Series:  # type: ignore[override]
        """Return the figures as a pandas Series with an index of periods.

        Half years and years to date have no pandas period: they are indexed by their last month.

        Returns
        -------
        pandas.Series
            The values with a `PeriodIndex`, under the name of the indicator.

        Examples
        --------
        >>> import kebi
        >>> print(kebi.Series(["110.0", "120.0"], start="2019").to_pandas().index.freqstr[0])
        Y
        """
        import pandas

        letter = {Frequency.quarter: "Q", Frequency.year: "Y"}.get(self.time.frequency, "M")
        months = [f"{year:04}-{month:02}" for year, month in (span.last for span in self.periods)]
        index = pandas.PeriodIndex(months, freq="M", name="period").asfreq(letter)
        return pandas.Series(self.values, index=index, name=self.indicator or None)

    def _column(self, period: Period | str) -> int:
        span = span_of(period, "a value of a series is selected by its period, which")
        found = self.time.column(span)
        if found is None:
            raise KebiError(f"the series has no period {span}: it has {self!r}")
        return found
