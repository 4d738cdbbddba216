"""Releases of one series in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from .._core import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .series import Series


class ReleaseHistory:
    """A series as it stood on each date it was published (ISO dates, or years or months)."""

    def __init__(self, releases: Mapping[str, Series]) -> None:
        self._kept: dict[str, Series] = {}
        self._inner = _core.ReleaseHistory()
        for date, series in releases.items():
            self.add(date, series)

    def add(self, date: str, series: Series) -> None:
        """Add what was published on a date."""
        self._inner.add(date, series.indicator, series.measure == "level", series._figures)
        self._kept[date] = series

    def release_of(self, date: str) -> Series:
        """Return the last release not after a date, alone.

        A figure that only an earlier release told is not in it: `kebi.as_of` of the history lays
        the releases over one another.
        """
        return self._kept[self._inner.release_of(date)]

    def revisions(self, period: Period | str) -> list[tuple[str, float | None, float | None]]:
        """Return how a figure was told and retold: date, figure, change since the release before that told it.

        The change is None for the first figure, and where a release has none.
        """
        return self._inner.revisions(Period(period) if isinstance(period, str) else period)

    def revised(self) -> list[Period]:
        """Return the spans whose figures were changed after they were first told."""
        return self._inner.revised()
