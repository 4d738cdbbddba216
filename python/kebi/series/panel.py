"""Panels: regions x indicators x times in one piece of memory, from and to frames of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import _core
from .._core import Grid, KebiError, Timeline
from ..enums import Frequency, Measure
from ..frames.observations import Observations
from ..frames.periods import frequency_named, frequency_of
from ..frames.printed_numbers import as_doubles
from ..frames.release_dates import published_column
from ..frames.span_codes import span_of
from ..frames.across import across, long_of, named_columns
from ..frames.layouts import period_column, with_index
from ..frames.wide import read_wide
from ..refusals import refusing
from ..tables.figures import figures_of, mapped
from ..tables.operation import columns_in
from ..tables.wide_frame import growth_of_wide
from ..text import listed
from .many_series import ManySeries, require_name
from .labels import labels_of, measure_named
from .series import Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .._core import Period
    from .labels import Kinds, Units


@refusing("kebi.Panel")
class Panel(ManySeries, table=_core.Panel):
    """Many regions and indicators over the same times.

    All times of a series lie together, then the region's next indicator follows, then the next
    region. `values`, `status`, `lo` and `hi` are numpy views of that memory with the shape regions x
    indicators x times; they cannot be written to.

    Parameters
    ----------
    regions, indicators : sequence of str
        The names of the rows.
    values : array
        Regions x indicators x times, or a row for each region and indicator; nan is absent.
    start : str or Period
        The first span.
    frequency : str or Frequency, optional
        Determined by `start` unless that is a month.
    decimals : int, optional
        To how many decimals the figures were rounded.
    measure : str or Measure, default "level"
        What the figures measure.
    vintage : str, optional
        The date of publication.
    units, kinds : mapping or str, optional
        The unit and the kind of each indicator by its name, or of all; kinds that are not passed are
        those of the standard catalogue.

    Examples
    --------
    >>> import kebi
    >>> table = {
    ...     "region": ["甲", "乙", "甲", "乙"],
    ...     "indicator": ["出口", "出口", "出口", "出口"],
    ...     "period": ["2019-06", "2018-06", "2018-06", "2019-06"],
    ...     "value": ["110.0", "50.0", "100.0", "40.0"],
    ... }
    >>> panel = kebi.Panel.from_frame(table)
    >>> panel
    <Panel 2 regions x 1 indicators, month 2018-06 to 2019-06, 4 of 26 figures>
    >>> round(panel.year_over_year()["甲", "出口"]["2019-06"], 6)
    10.0
    """

    duplicates: list[tuple[int, float, float]] = []  # rows of a frame that gave a figure again
    flags: dict[tuple[str, str, Period], str] = {}  # signs behind figures, such as p, r and e

    def __init__(
        self,
        regions: Sequence[str],
        indicators: Sequence[str],
        values: NDArray[Any],
        *,
        start: Period | str,
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
        measure: Measure | str = Measure.level,
        vintage: str = "",
        units: Units = None,
        kinds: Kinds = None,
    ) -> None:
        import numpy as np

        first = span_of(start, "the start of a panel")
        rows = as_doubles(np.asarray(values))
        rows = rows.reshape(-1, rows.shape[-1])
        if len(regions) * len(indicators) != len(rows):
            raise KebiError(
                f"{len(regions)} regions with {len(indicators)} indicators need as many series: found {len(rows)}"
            )
        time = Timeline(frequency_named(frequency) or frequency_of(first), *first.last, rows.shape[1])
        grid = Grid(time, rows, None, [] if decimals is None else [decimals] * len(rows))
        labels = labels_of(indicators, units, kinds)
        super().__init__(_core.Panel(grid, list(regions), list(indicators), measure=measure_named(measure), vintage=vintage, **labels))

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        value: str = "value",
        growth: str | None = None,
        status: str | None = None,
        region: str | None = "region",
        indicator: str | None = "indicator",
        period: str = "period",
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
        growth_decimals: int | None = None,
        duplicates: Literal["refuse", "first", "last"] = "refuse",
        vintage: str = "",
        published: str | None = "published",
        units: Units = None,
        kinds: Kinds = None,
    ) -> Panel:
        """Return a panel from a long frame with a row for each figure, in any order.

        Rows that give a figure again are listed in `duplicates` as (row, kept, other). A frame with
        several frequencies is for `panels_from_frame`.

        Parameters
        ----------
        frame : frame
            Of pandas, polars or pyarrow, or a dict of columns.
        value, region, indicator, period : str
            The columns; `region` is None where all rows are of one region, `indicator` likewise.
        growth : str, optional
            The column of growth as published together with the levels.
        status : str, optional
            The column of reasons for absence, such as "suppressed".
        frequency : str or Frequency, optional
            What dates and months stand for.
        decimals, growth_decimals : int, optional
            To how many decimals the figures were rounded.
        duplicates : {"refuse", "first", "last"}
            Which of two rows that give one figure differently counts.
        vintage : str, optional
            The date of publication.
        published : str, optional
            The column that says when each figure was published; None to make one release of them.
        units, kinds : mapping or str, optional
            The unit and the kind of each indicator by its name, or of all.

        Returns
        -------
        Panel
            The figures in the order of their first rows.

        Raises
        ------
        KebiError
            For a frame without such columns, of several frequencies, or with rows that differ.

        Examples
        --------
        >>> import kebi
        >>> table = {"region": ["甲"], "indicator": ["出口"], "period": ["2019"], "value": ["110.0"]}
        >>> kebi.Panel.from_frame(table)["甲", "出口"]["2019"]
        110.0
        """
        rows = Observations(
            frame, region, indicator, period, value, frequency_named(frequency), published_column(frame, published)
        )
        names = rows.regions[1], rows.indicators[1]
        filled = rows.block(rows.value, status, decimals, duplicates)
        beside = None
        if growth is not None:
            rates = rows.block(growth, None, growth_decimals, duplicates, in_percent=True)
            beside = figures_of(_core.Panel(rates.grid, *names, measure=Measure.growth, vintage=vintage))
        table = _core.Panel(filled.grid, *names, vintage=vintage, **labels_of(names[1], units, kinds))
        made: Panel = figures_of(table, published=beside)
        made.duplicates, made.flags = filled.again, rows.flags(filled)
        return made

    @classmethod
    def from_wide(
        cls,
        frame: Any,
        *,
        period: str | None = None,
        region: str = "",
        indicator: str | None = None,
        growth: Any = None,
        frequency: Frequency | str | None = None,
        decimals: int | None = None,
        growth_decimals: int | None = None,
        units: Units = None,
        kinds: Kinds = None,
    ) -> Panel:
        """Return a panel from a wide frame: a column for each indicator, or a row for each with spans as columns.

        Columns whose names start with ytd, cum_, cumulative or 累计 hold the year to date; where only
        some do and the spans do not tell, pass `frequency`. Where no column is one of spans and the names
        of columns are spans (2019, 2019年6月, 2019 [YR2019]), a row is a series.

        Parameters
        ----------
        frame : frame
            Of pandas, polars or pyarrow, or a dict of columns.
        period : str, optional
            The column of spans, if it is not called period, date, month, year or as in Chinese.
        region : str, optional
            The name of the region; with spans as columns the column of regions, if it is not called so.
        indicator : str, optional
            With spans as columns the column of indicators, if it is not called so.
        growth : str, mapping or frame, optional
            Growth as published, in percent: the column that goes together with the only one of levels,
            a column for each of them (``{"出口": "出口增速"}``), or another wide frame with the same names.
        frequency : str or Frequency, optional
            What dates and months stand for.
        decimals, growth_decimals : int, optional
            To how many decimals the figures were rounded.
        units, kinds : mapping or str, optional
            The unit and the kind of each indicator by its name, or of all.

        Returns
        -------
        Panel
            The figures in the order of time, the series in that of their columns or rows.

        Raises
        ------
        KebiError
            Without a column of spans or of figures, and for two rows of one span.

        Examples
        --------
        >>> import kebi
        >>> kebi.Panel.from_wide({"year": [2018, 2019], "出口": ["100.0", "110.0"]})
        <Panel 1 regions x 1 indicators, year 2018 to 2019, 2 of 2 figures>
        """
        found = None if period is not None else across(frame, *named_columns(frame, region, indicator))
        if found is not None:
            rates = None if growth is None else across(growth, *named_columns(growth, region, indicator))
            if growth is not None and rates is None:
                raise KebiError(f"growth of a frame with spans as columns is another such frame: found {type(growth).__name__}")
            long, of, is_growth = long_of(found, rates, frequency_named(frequency))
            columns: dict[str, Any] = {name: name if name in long else None for name in ("region", "indicator", "growth")}
            made = cls.from_frame(long, frequency=of, decimals=decimals, growth_decimals=growth_decimals, units=units, kinds=kinds, **columns)
            if is_growth:
                made = made.as_growth()
            return made
        frame, index = with_index(frame)
        period = period or index or period_column(frame)
        wide = read_wide(frame, period, frequency, decimals, apart=columns_in([growth]))
        published = None
        if growth is not None:
            rates_grid = growth_of_wide(frame, growth, period, wide, growth_decimals)
            published = figures_of(_core.Panel(rates_grid, [region], wide.names, measure=Measure.growth))
        table = _core.Panel(wide.grid, [region], wide.names, **labels_of(wide.names, units, kinds))
        panel: Panel = figures_of(table, published=published)
        panel.flags = {(region, name, span): flag for (name, span), flag in wide.flags.items()}
        return panel

    def __getitem__(self, names: tuple[str, str]) -> Series:
        if not isinstance(names, tuple) or len(names) != 2:
            raise KebiError(
                f"a series of a panel is selected by its region and its indicator: found {names!r}. "
                f"Use panel[region, indicator], then [period]; it has the regions {listed(self.regions)} and the "
                f"indicators {listed(self.indicators)}, and all values by position in values"
            )
        for name, known, what in zip(names, (self.regions, self.indicators), ("region", "indicator"), strict=True):
            require_name(name, known, what)
        made: Series = mapped(self, lambda table: table.series(*names))
        made.flags = {span: flag for (*of, span), flag in self.flags.items() if tuple(of) == names}
        return made
