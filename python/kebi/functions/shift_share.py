"""What made a change: shift-share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._core import Frequency, Grid, KebiError, Period, Timeline
from ..frames.columns import as_array, column_names, column_of, frame_like, period_column
from ..frames.printed_numbers import as_doubles
from ..series.figures import Figures
from ..series.panel import Panel
from ..tables.frame import LongFrameInput
from ..tables.input import TableInput
from ..tables.open import open_table

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray


class ShiftShare(NamedTuple):
    """The components of each change, each of the kind that was given."""

    national: Any
    industry: Any
    regional: Any


def shift_share(table: Any, *between: Any, bounds: bool = False, out: Any = None, **columns: Any) -> ShiftShare:
    """Return what made each change of regions x industries (偏离-份额分析), in the unit of the levels.

    National: had it grown like everything; industry: as its industry did beyond that; regional: as
    the region did beyond its industry. The three add up to the change. Levels are of one footing,
    and without their totals: the nation is the sum of the regions, all industries together of the
    industries.

    Parameters
    ----------
    table, between
        Two arrays, before and after, with a row for each region and a column for each industry;
        or a `Panel`, or a frame, and two of its spans. A long frame has its industries in the
        column of indicators; the components stand beside its rows of the later span. A wide frame
        has columns of regions and spans, and one for each industry.
    bounds
        Whether each component is a pair, all that the print of the figures leaves possible and no
        more, but where the sum of other regions or industries, or an industry of the later span,
        can be zero as they are printed: there they enclose.
    out
        Three arrays of regions x industries, with bounds three pairs, each in one piece.

    What can be said beside the table (`bounds`, `out`, `columns`) stands in the help of `year_over_year`.

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
    given, spans = _of(table, between, columns)
    if not isinstance(given.figures, Panel):
        raise KebiError(f"shift-share needs regions and industries: found {given.figures!r}")
    operations = (_core.national_component, _core.industry_component, _core.regional_component)
    places = _places(out, bounds)
    before, after = _columns_at(given.figures, spans)

    def component(operation: Callable[..., Any], of: TableInput) -> Figures:
        panel: Panel = of.figures
        return panel._derived(operation, [panel], len(panel.indicators), before, after, measure="change")

    made = [given.result(partial(component, each), bounds, to) for each, to in zip(operations, places, strict=True)]
    return ShiftShare(*(made if out is None else out))


class _Pair(TableInput):
    """Two arrays of regions x industries."""

    def __init__(self, before: Any, after: Any, columns: dict[str, Any]) -> None:
        import numpy as np

        tables = []
        for each in (before, after):
            if not isinstance(each, np.ndarray) or each.ndim != 2:
                raise KebiError("shift-share takes two arrays of regions x industries, or a table and two of its spans")
            tables.append(each)
        if before.shape != after.shape:
            raise KebiError(
                f"shift-share compares the same regions and industries: found {before.shape} and {after.shape}"
            )
        if not before.size:
            raise KebiError("shift-share needs regions and industries: these arrays have none")
        decimals = columns.pop("decimals", None)
        if decimals is not None and not isinstance(decimals, int):
            raise KebiError(f"decimals of arrays are one number for all figures: found {decimals!r}")
        if columns:
            raise KebiError(f"an array has no columns to name: found {', '.join(columns)}")
        self.shape = before.shape
        both = np.stack([as_doubles(each).reshape(-1) for each in tables], axis=1)
        if not np.isfinite(both).all():
            raise KebiError("shift-share needs every figure of both periods: some are absent")
        printed = [] if decimals is None else [decimals] * before.size
        grid = Grid(Timeline(Frequency.year, 2000, 12, 2), both, None, printed)
        rows, industries = (range(count) for count in before.shape)
        super().__init__(Panel([f"row {r}" for r in rows], [f"column {k}" for k in industries], grid))

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        return block.reshape(self.shape)


class _Wide(LongFrameInput):
    """A frame with columns of regions and spans, and one for each industry."""

    def __init__(self, frame: Any, columns: dict[str, Any]) -> None:
        import numpy as np

        self.home = frame
        self.names = (columns.get("region", "region"), columns.get("period") or period_column(frame))
        self.heads = [str(name) for name in column_names(frame) if str(name) not in self.names]
        if not self.heads:
            raise KebiError("the frame has no column of an industry")
        where, when = (as_array(column_of(frame, name)) for name in self.names)
        told = [as_array(column_of(frame, head)) for head in self.heads]
        long = {
            "region": np.tile(where, len(told)),
            "indicator": np.repeat(np.array(self.heads, dtype=object), len(where)),
            "period": np.tile(when, len(told)),
            "value": np.concatenate([np.asarray(each, dtype=object) if _mixed(told) else each for each in told]),
        }
        named = ("region", "period", "indicator", "value")
        super().__init__(long, {name: said for name, said in columns.items() if name not in named}, "level")

    def back(self, made: Figures, block: NDArray[np.float64], new_rows: bool) -> Any:
        assert isinstance(made, Panel)
        cube = made._cube(block)
        columns: dict[str, Any] = {self.names[0]: made.regions, self.names[1]: [str(made.periods[0])] * len(made.regions)}
        columns.update((head, cube[:, k, 0]) for k, head in enumerate(made.indicators))
        return frame_like(columns, self.home)


def _mixed(told: list[NDArray[Any]]) -> bool:
    return len({each.dtype.kind for each in told}) > 1


def _of(table: Any, between: tuple[Any, ...], columns: dict[str, Any]) -> tuple[TableInput, tuple[Any, Any]]:
    import numpy as np

    if isinstance(table, np.ndarray):
        if len(between) != 1:
            raise KebiError(f"shift-share takes two arrays, before and after: found {len(between) + 1}")
        pair = _Pair(table, between[0], dict(columns))
        return pair, (pair.figures.time.span(0), pair.figures.time.span(1))
    if len(between) != 2:
        raise KebiError(f"shift-share is between two spans of a table: say both, and not {len(between)}")
    if not isinstance(table, Figures):
        names = [str(name) for name in column_names(table)]
        if names and columns.get("indicator", "indicator") not in names:
            return _Wide(table, columns), (between[0], between[1])
    return open_table(table, columns, "level"), (between[0], between[1])


def _columns_at(panel: Panel, spans: tuple[Any, Any]) -> tuple[int, int]:
    """Return the columns of two spans at which all figures are there."""
    panel._require_levels("take shift-share of")
    found = []
    for said in spans:
        span = said if isinstance(said, Period) else Period(str(said))
        column = panel.time.column(span)
        if column is None:
            raise KebiError(f"the table has no span {span}: it has {panel!r}")
        lacking = panel.cells[:, :, column].nonzero()
        if lacking[0].size:
            region, industry = panel.regions[lacking[0][0]], panel.indicators[lacking[1][0]]
            raise KebiError(
                f"shift-share needs every figure of both spans: {industry} of {region} is absent in "
                f"{panel.time.span(column)}. Give a table of the regions and industries that are there"
            )
        found.append(column)
    if found[0] == found[1]:
        raise KebiError(f"shift-share is between two spans: found {panel.time.span(found[0])} twice")
    for industry, base in zip(panel.indicators, panel.values[:, :, found[0]].sum(axis=0), strict=True):
        if not base > 0:
            raise KebiError(f"{industry} had nothing to grow from in any region: give a table of the others")
    return found[0], found[1]


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
            raise KebiError("the components need arrays of their own: two of them overlap")
    deep = [tuple(b[:, :, None] for b in each) if isinstance(each, (tuple, list)) else each[:, :, None] for each in out]
    return tuple(deep)
