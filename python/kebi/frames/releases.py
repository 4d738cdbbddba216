"""Long frames with several releases of one figure: their rows, and when each was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._core import KebiError
from .columns import cells_at, column_names, column_of, frame_like
from .names import name_numbers
from .periods import read_spans, span_numbers
from .printed_numbers import FigureColumn, read_column
from .release_dates import release_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray


_NAMES = {"region": "region", "indicator": "indicator", "period": "period", "value": "value"}


class ReleaseRows(NamedTuple):
    """The rows of a long table with several releases: its columns, and these as numbers."""

    frame: Any
    names: list[str]  # what stands in a table of revisions: region, indicator, period, published
    value: str
    numbers: tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]
    figures: NDArray[np.float64]
    status: NDArray[np.uint8] | None
    decimals: list[int]  # of each row, or none
    days: tuple[NDArray[np.int32], NDArray[np.int32]]
    like: Any

    @classmethod
    def of_frame(cls, frame: Any, published: str, columns: Mapping[str, Any]) -> ReleaseRows:
        """Take the rows of a frame apart; of one series it needs no region and no indicator."""
        import numpy as np

        there = [str(name) for name in column_names(frame)]
        if not there:
            raise KebiError(
                f"releases must be a long frame with a column of dates, or a dict of tables by date: "
                f"found a {type(frame).__name__}"
            )
        if published not in there:
            raise KebiError(
                f"the frame has no column {published!r} of dates: it has {', '.join(there)}; pass "
                f"published=…"
            )
        unknown = columns.keys() - {*_NAMES, "frequency", "status", "decimals"}
        if unknown:
            raise KebiError(
                f"{', '.join(sorted(unknown))} are not options of a long frame of releases: it accepts "
                f"only published, "
                "region, indicator, period, value, frequency, decimals, status"
            )
        names = {of: columns.get(of, usual) for of, usual in _NAMES.items()}
        released = [of for of in ("region", "indicator") if columns.get(of, names[of] if names[of] in there else None) is not None]
        value = column_of(frame, names["value"])
        causes = None if columns.get("status") is None else column_of(frame, columns["status"])
        column, is_printed = read_column(value, causes, str(names["value"]))
        count = len(column.values)
        numbers = [
            name_numbers(column_of(frame, names[of]))[0] if of in released else np.zeros(count, np.int32)
            for of in ("region", "indicator")
        ]
        spans = _spans_of(column_of(frame, names["period"]))
        days = release_days(column_of(frame, published))
        if {len(each) for each in (*numbers, spans, *days)} != {count}:
            raise KebiError("the columns of a long table must be of one length")
        decimals = _decimals(column, is_printed, numbers[1], columns.get("decimals"))
        kept = [*(names[of] for of in released), names["period"], published]
        figures = (numbers[0], numbers[1], spans)
        return cls(frame, kept, names["value"], figures, column.values, column.status, decimals, days, frame)

    def as_of(self, date: str) -> NDArray[np.int64]:
        """Return the rows of what was known on a date."""
        return _core.as_of(*self.numbers, self.figures, self.status, *self.days, date)

    def revisions(self, bounds: bool) -> Any:
        """Return a table of each release with its change, or one of lower and one of upper ends."""
        import numpy as np

        rows, released, base = _core.revisions(*self.numbers, self.figures, self.status, *self.days, self.decimals)
        kept = {name: cells_at(self.frame, name, rows) for name in self.names}

        def table(value: Any, change: Any, percent: Any) -> Any:
            made = {**kept, self.value: value, "change": change, "change_percent": percent}
            return frame_like(made, self.like)

        if not bounds:
            change, percent = _core.operations.change_between(released, base), _core.operations.growth_between(released, base)
            return table(*(np.array(each.values[:, 0]) for each in (released, change, percent)))
        if not self.decimals and len(rows):
            raise KebiError("bounds need the decimals of the published values: pass decimals=…")
        ends = (
            _core.bounds_of(released),
            _core.operations.change_between(released, base, bounds=True),
            _core.operations.growth_between(released, base, bounds=True),
        )
        return table(*(np.array(e.lo[:, 0]) for e in ends)), table(*(np.array(e.hi[:, 0]) for e in ends))


def _spans_of(values: Any) -> NDArray[np.int32]:
    """Return spans as numbers: the months in which they end, where these are distinct."""
    ends, lengths = read_spans(values)
    return ends if lengths is None or len({months for _, months in lengths}) < 2 else span_numbers(values)


def _decimals(column: FigureColumn, is_printed: bool, indicator: NDArray[np.int32], passed: int | None) -> list[int]:
    """Return the decimals of each row: as passed, as its text has them, or as the floats of its indicator need."""
    count = len(column.values)
    known = column.decimals if passed is None else passed
    if isinstance(known, list):
        return known
    if known is not None:
        return [known] * count
    if is_printed or not count:
        return []
    needed = _core.decimals_of(column.values, indicator, int(indicator.max()) + 1)
    return [] if max(needed) > 6 else [max(needed[k], 0) for k in indicator]
