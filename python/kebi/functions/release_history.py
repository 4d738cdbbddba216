"""Releases of one series in time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from .. import _core
from .._core import KebiError
from ..enums import Measure
from ..frames.release_dates import is_date, iso_date
from ..frames.span_codes import span_of
from ..refusals import refusing
from ..tables.figures import Block, Figures
from ..values import Value

if TYPE_CHECKING:
    from typing_extensions import TypeAlias

    from .._core import Period

    Releases: TypeAlias = "Mapping[str, Any] | ReleaseHistory[Any]"


F = TypeVar("F", bound=Figures)


class Release(NamedTuple):
    """A figure as of one release, and its change since the release before that had it."""

    date: str
    value: float | None
    change: float | None


@refusing("kebi.ReleaseHistory")
class ReleaseHistory(Value, Generic[F]):
    """A series as it was released on several dates.

    Parameters
    ----------
    releases : mapping
        A `Series` for each ISO date, or year or month, of publication.

    Examples
    --------
    >>> import kebi
    >>> early, late = kebi.Series(["5107.6"], start="2018"), kebi.Series(["4763.7"], start="2018")
    >>> history = kebi.ReleaseHistory({"2019-03": early, "2020-03": late})
    >>> [round(release.change, 1) for release in history.releases_of("2018") if release.change]
    [-343.9]
    """

    def __init__(self, releases: Mapping[str, F]) -> None:
        self.releases: dict[str, F] = {}
        self._inner = _core.ReleaseHistory()
        for date, series in releases.items():
            self.add(date, series)

    def _content(self) -> object:
        return self.releases

    def __reduce__(self) -> tuple[type[ReleaseHistory[F]], tuple[dict[str, F]]]:
        return type(self), (dict(self.releases),)

    def __repr__(self) -> str:
        dates = list(self.releases)
        ends = f", {min(dates)} to {max(dates)}" if dates else ""
        of = f" of {self.releases[dates[0]]!r}" if dates else ""
        return f"<ReleaseHistory: {len(dates)} releases{ends}{of}>"

    def add(self, date: str, series: F) -> None:
        """Add what was published on a date.

        Parameters
        ----------
        date : str
            An ISO date, or a year or a month.
        series : Series
            The figures as published then.

        Returns
        -------
        None

        Raises
        ------
        KebiError
            For a date that is there already, and for another series.

        Examples
        --------
        >>> import kebi
        >>> history = kebi.ReleaseHistory({})
        >>> history.add("2019-03", kebi.Series(["5107.6"], start="2018"))
        >>> list(history.releases)
        ['2019-03']
        """
        indicator = getattr(series.table, "indicator", "")
        self._inner.add(date, indicator, series.measure is Measure.level, series.grid)
        self.releases[date] = series

    def release_of(self, date: str) -> F:
        """Return the last release not after a date, alone.

        A figure that only an earlier release has is not in it: `kebi.as_of` of the history lays the
        releases over one another.

        Parameters
        ----------
        date : str
            An ISO date.

        Returns
        -------
        Series
            The release.

        Raises
        ------
        KebiError
            Where nothing was published by then.

        Examples
        --------
        >>> import kebi
        >>> history = kebi.ReleaseHistory({"2019-03": kebi.Series(["5107.6"], start="2018")})
        >>> history.release_of("2019-12-31")["2018"]
        5107.6
        """
        return self.releases[self._inner.release_of(date)]

    def releases_of(self, period: Period | str) -> list[Release]:
        """Return every release of one figure.

        Parameters
        ----------
        period : str or Period
            The span of the figure.

        Returns
        -------
        list of Release
            Date, figure, and the change since the release before that had it: None for the first, and
            where a release has none.

        Examples
        --------
        >>> import kebi
        >>> history = kebi.ReleaseHistory({"2019-03": kebi.Series(["5107.6"], start="2018")})
        >>> history.releases_of("2018")
        [Release(date='2019-03', value=5107.6, change=None)]
        """
        return [Release(*each) for each in self._inner.revisions(span_of(period))]

    def revised(self) -> list[Period]:
        """Return the spans whose figures were changed after they were first published.

        Returns
        -------
        list of Period
            In the order of time.

        Examples
        --------
        >>> import kebi
        >>> early, late = kebi.Series(["5107.6"], start="2018"), kebi.Series(["4763.7"], start="2018")
        >>> kebi.ReleaseHistory({"2019-03": early, "2020-03": late}).revised()
        [Period('2018')]
        """
        return self._inner.revised()


def names_of(figures: Figures) -> tuple[list[str], list[str]]:
    """Return the regions and the indicators of the rows; the rows of an array are numbered."""
    table: Any = figures.table
    if isinstance(figures, Block):
        return [str(i) for i in range(len(figures.grid.values))], [""]
    if hasattr(table, "regions"):
        return table.regions, table.indicators
    return [table.region], [table.indicator]


def releases_by_date(table: Any) -> dict[str, Any] | None:
    """Return tables by their dates, where these are releases and not the columns of one table."""
    if isinstance(table, ReleaseHistory):
        return dict(table.releases)
    if isinstance(table, Mapping) and table and all(map(is_date, table)):
        releases: dict[str, Any] = {}
        for date, each in table.items():
            if (day := iso_date(date)) in releases:
                raise KebiError(f"two releases are of {day}: use a separate date for each")
            releases[day] = each
        return releases
    return None


def require_alike(releases: list[Any]) -> None:
    """Refuse releases of several kinds, measures or series."""
    one = releases[0]
    for other in releases[1:]:
        if type(one) is not type(other) or one.measure is not other.measure:
            raise KebiError(f"releases are of the same figures: found {one!r} and {other!r}")
        if not isinstance(one, Block) and not hasattr(one.table, "regions") and names_of(one) != names_of(other):
            raise KebiError(f"releases are of one series: found {one!r} and {other!r}. Put several in panels")
