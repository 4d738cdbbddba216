"""What made a change: shift-share analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._core import Grid, KebiError, Timeline, operations
from ..enums import Frequency, Measure
from ..frames.columns import as_array, column_names, column_of, frame_like
from ..frames.layouts import period_column
from ..frames.printed_numbers import as_doubles
from ..frames.span_codes import span_of
from ..tables.derivation import Derivation
from ..tables.figures import Figures, figures_of
from ..tables.frame import LongFrameInput
from ..tables.inputs import TableInput
from ..tables.operation import open_table, with_shared_parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Unpack

    from .._core import Period
    from ..tables.figures import Out
    from ..tables.options import FrameOptions, Input

__all__ = ["shift_share"]


class ShiftShare(NamedTuple):
    """The components of each change, each of the kind that was passed."""

    national: Any
    industry: Any
    regional: Any


@with_shared_parameters
def shift_share(
    table: Input,
    *between: Input | Period,
    bounds: bool = False,
    out: Sequence[Out] | None = None,
    threads: int = 1,
    **options: Unpack[FrameOptions],
) -> ShiftShare:
    """Return what made each change of regions x industries (偏离-份额分析).

    National: had it grown like everything; industry: as its industry did beyond that; regional: as
    the region did beyond its industry. The three add up to the change. Levels are of one basis, and
    without their totals: the nation is the sum of the regions, all industries together of the
    industries.

    Parameters
    ----------
    table : array, Panel or frame
        The levels, of arrays those before: a row for each region and a column for each industry. A
        long frame has its industries in the column of indicators, and the components line up with
        its rows of the later span. A wide frame has columns of regions and spans, and one for each
        industry.
    *between : array, or two of str or Period
        The array of levels after; of the other tables the two spans.

    Returns
    -------
    ShiftShare
        Three components in the unit of the levels, with `bounds` each with `lo` and `hi`: no wider
        than the rounding makes them, but where the sum of other regions or industries, or an
        industry of the later span, can be zero as rounded: there they enclose.

    Raises
    ------
    KebiError
        For absent figures, and industries that had nothing to grow from.

    Source
    ------
    Dunn (1960), A statistical and analytical technique for regional analysis.

    Examples
    --------
    >>> import kebi
    >>> table = {
    ...     "region": ["东", "东", "西", "西"] * 2,
    ...     "indicator": ["工业", "服务业"] * 4,
    ...     "period": ["2018"] * 4 + ["2019"] * 4,
    ...     "value": ["40", "60", "50", "50", "42", "66", "55", "57"],
    ... }
    >>> parts = kebi.shift_share(table, "2018", "2019")
    >>> parts.national[4:], parts.regional[4:].round(2)
    (array([4., 6., 5., 5.]), array([-1.11, -1.09,  1.11,  1.09]))
    """
    columns: dict[str, Any] = dict(options)
    opened, spans = _opened(table, between, columns)
    panel = opened.figures
    if not hasattr(panel.table, "regions"):
        raise KebiError(f"shift-share needs regions and industries: found {panel!r}")
    places = _places(out, bounds)
    before, after = _spans_at(panel, spans)
    made = [
        opened.result(Derivation(operation, panel, before, after), bounds, to, threads, False)
        for operation, to in zip(
            (operations.national_component, operations.industry_component, operations.regional_component), places, strict=True
        )
    ]
    return ShiftShare(*(made if out is None else out))


class _Pair(TableInput):
    """Two arrays of regions x industries."""

    def __init__(self, before: Any, after: Any, options: dict[str, Any]) -> None:
        super().__init__({}, "level", open_table)
        import numpy as np

        for each in (before, after):
            if not isinstance(each, np.ndarray) or each.ndim != 2:
                raise KebiError(
                    "shift-share needs two arrays of regions x industries, or a table and two of its "
                    "periods"
                )
        if before.shape != after.shape:
            raise KebiError(
                f"shift-share compares the same regions and industries: found {before.shape} and {after.shape}"
            )
        if not before.size:
            raise KebiError("shift-share needs regions and industries: these arrays have none")
        decimals = options.pop("decimals", None)
        if decimals is not None and not isinstance(decimals, int):
            raise KebiError(f"decimals of arrays are one number for all figures: found {decimals!r}")
        if options:
            raise KebiError(f"an array has no named columns: found {', '.join(options)}")
        self.shape = before.shape
        both = np.stack([as_doubles(each).reshape(-1) for each in (before, after)], axis=1)
        if not np.isfinite(both).all():
            raise KebiError("shift-share needs every value of both periods: some are missing")
        known = [] if decimals is None else [decimals] * before.size
        grid = Grid(Timeline(Frequency.year, 2000, 12, 2), both, None, known)
        rows, industries = (range(count) for count in before.shape)
        names = [f"row {r}" for r in rows], [f"column {k}" for k in industries]
        self.figures = figures_of(_core.Panel(grid, *names))

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return a component as an array of regions x industries."""
        return block.reshape(self.shape)


class _Wide(LongFrameInput):
    """A frame with columns of regions and spans, and one for each industry."""

    def __init__(self, frame: Any, options: dict[str, Any]) -> None:
        import numpy as np

        self.home = frame
        self.names = (options.get("region", "region"), options.get("period") or period_column(frame))
        self.heads = [str(name) for name in column_names(frame) if str(name) not in self.names]
        if not self.heads:
            raise KebiError("the frame has no column of an industry")
        where, when = (as_array(column_of(frame, name)) for name in self.names)
        columns = [as_array(column_of(frame, head)) for head in self.heads]
        is_mixed = len({each.dtype.kind for each in columns}) > 1
        long = {
            "region": np.tile(where, len(columns)),
            "indicator": np.repeat(np.array(self.heads, dtype=object), len(where)),
            "period": np.tile(when, len(columns)),
            "value": np.concatenate([np.asarray(each, dtype=object) if is_mixed else each for each in columns]),
        }
        named = ("region", "period", "indicator", "value")
        rest = {name: said for name, said in options.items() if name not in named}
        super().__init__(long, rest, "level", open_table)

    def give_back(self, made: Figures, block: Any, new_rows: bool) -> Any:
        """Return a component as a frame of the kind that was passed, for the later span."""
        table: Any = made.table
        cube = block.reshape(len(table.regions), len(table.indicators), -1)
        columns: dict[str, Any] = {self.names[0]: table.regions, self.names[1]: [str(made.periods[0])] * len(table.regions)}
        columns.update((head, cube[:, k, 0]) for k, head in enumerate(table.indicators))
        return frame_like(columns, self.home)


def _opened(table: Any, between: tuple[Any, ...], options: dict[str, Any]) -> tuple[TableInput, tuple[Any, Any]]:
    import numpy as np

    if isinstance(table, np.ndarray):
        if len(between) != 1:
            raise KebiError(f"shift-share takes two arrays, before and after: found {len(between) + 1}")
        pair = _Pair(table, between[0], dict(options))
        time = pair.figures.time
        return pair, (time.span(0), time.span(1))
    if len(between) != 2:
        raise KebiError(f"shift-share compares two periods of a table: pass both, found {len(between)}")
    if not isinstance(table, Figures):
        names = [str(name) for name in column_names(table)]
        if names and options.get("indicator", "indicator") not in names:
            return _Wide(table, options), (between[0], between[1])
    return open_table(table, options, "level"), (between[0], between[1])


def _spans_at(panel: Figures, spans: tuple[Any, Any]) -> tuple[Period, Period]:
    """Return two spans at which all figures are there."""
    import numpy as np

    table: Any = panel.table
    if panel.measure is not Measure.level:
        raise KebiError(f"cannot take shift-share of {panel!r}: these are no levels")
    shape = (len(table.regions), len(table.indicators), -1)
    values, status = np.reshape(panel.grid.values, shape), np.reshape(panel.grid.status, shape)
    found = []
    for said in spans:
        span = span_of(said if not isinstance(said, int) else str(said))
        column = panel.time.column(span)
        if column is None:
            raise KebiError(f"the table has no period {span}: it has {panel!r}")
        absent = status[:, :, column].nonzero()
        if absent[0].size:
            region, industry = table.regions[absent[0][0]], table.indicators[absent[1][0]]
            raise KebiError(
                f"shift-share needs every value of both periods: {industry} of {region} is absent in "
                f"{span}. Pass a table of the regions and industries that are complete"
            )
        found.append((span, column))
    if found[0][1] == found[1][1]:
        raise KebiError(f"shift-share compares two periods: found {found[0][0]} twice")
    for industry, base in zip(table.indicators, values[:, :, found[0][1]].sum(axis=0), strict=True):
        if not base > 0:
            raise KebiError(f"{industry} has a base of zero in every region: leave it out of the table")
    return found[0][0], found[1][0]


def _places(out: Any, bounds: bool) -> tuple[Any, ...]:
    """Return where each component goes: blocks of regions x industries as blocks of one span."""
    import numpy as np

    if out is None:
        return (None, None, None)
    if not isinstance(out, (tuple, list)) or len(out) != 3:
        raise KebiError("out= of shift-share is three arrays, and with bounds three pairs of them")
    arrays = [block for each in out for block in (each if isinstance(each, (tuple, list)) else (each,))]
    for i, block in enumerate(arrays):
        if not isinstance(block, np.ndarray) or block.ndim != 2:
            raise KebiError("each output of shift-share is a numpy array of regions x industries")
        if any(np.shares_memory(block, other) for other in arrays[:i]):
            raise KebiError("the components need separate arrays: two of them overlap")
    deep = [tuple(b[:, :, None] for b in each) if isinstance(each, (tuple, list)) else each[:, :, None] for each in out]
    return tuple(deep)
