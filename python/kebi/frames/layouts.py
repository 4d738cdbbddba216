"""How a frame is laid out: which of its columns are spans, which figures, and which names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core import KebiError
from .columns import as_array, column_names, is_missing
from .periods import columns_at, read_spans, timeline_of
from .span_codes import NoCalendarSpan, end_of

if TYPE_CHECKING:
    from ..enums import Frequency

# What columns of time are called; capitals are of no matter.
_OF_TIME = (
    "period", "date", "month", "time", "报告期", "时间", "月份", "日期", "year", "年份", "time_period", "ref_date",
    "observation_date", "quarter", "季度", "年度", "统计时间", "数据时间",
)  # fmt: skip


def usual_period_column(frame: Any) -> str | None:
    """Return the column that is called as columns of time are, or None."""
    names = {str(name).casefold(): str(name) for name in reversed(column_names(frame))}
    return next((names[usual] for usual in _OF_TIME if usual in names), None)


def period_column(frame: Any) -> str:
    """Return the column that is called as columns of time are, or refuse a frame without one."""
    found = usual_period_column(frame)
    if found is None:
        names = ", ".join(map(str, column_names(frame)))
        raise KebiError(
            f"no column is named period, date, month or year, and none has a period such as 2019 as its name: pass "
            f"period=… out of {names}"
        )
    return found


def with_index(frame: Any) -> tuple[Any, str | None]:
    """Return a frame of pandas whose index are spans with these as a column, and its name; None for other frames."""
    index = getattr(frame, "index", None)
    if index is None or getattr(index, "nlevels", 0) != 1 or not hasattr(frame, "reset_index"):
        return frame, None
    is_named = isinstance(index.name, str) and index.name.casefold() in _OF_TIME
    if not is_named and (type(index).__name__ == "RangeIndex" or not len(index) or not all(map(is_span, index))):
        return frame, None
    name = str(index.name or "period")
    if usual_period_column(frame) is not None or name in map(str, frame.columns):
        return frame, None
    return frame.rename_axis(name).reset_index(), name


def is_span(head: Any) -> bool:
    """Return whether the name of a column is a span: 2019, 2019年6月, 2019Q1, 2019 [YR2019], a date."""
    if is_missing(head) or isinstance(head, (bool, float)):
        return False
    try:
        end_of(head)
    except NoCalendarSpan:
        raise
    except KebiError:
        return False
    return True


def require_columns(frame: Any, wanted: dict[str, str | None]) -> None:
    """Refuse a frame without one of the columns of a long table; the message lists those it has."""
    names = [str(name) for name in column_names(frame)]
    lacks = [of for of, name in wanted.items() if name is not None and str(name) not in names]
    if not names or not lacks:
        return
    of = lacks[0]
    whole = ", or pass region=None if all rows have one region" if of == "region" else ""
    if of == "indicator":
        whole = ", or pass indicator=None if all rows have one indicator"
    raise KebiError(
        f"the frame has no column {str(wanted[of])!r}: it has {', '.join(names)}; a long table has the "
        f"columns region, indicator, period and value: name another with {of}=…{whole}"
    )


def has_index(values: Any) -> bool:
    """Return whether something is a pandas Series with an index that may be spans."""
    if type(values).__module__.partition(".")[0] != "pandas" or type(values).__name__ != "Series":
        return False
    return type(values.index).__name__ not in ("RangeIndex", "MultiIndex")


def dated_values(values: Any, frequency: Frequency | None) -> tuple[Any, Any]:
    """Return the figures of a pandas Series one after the other without a gap in time, and the first span."""
    import numpy as np

    if not has_index(values):
        raise KebiError(
            "a series needs its first span: pass start=…, such as start='2019-01', or a pandas Series whose index are "
            f"spans. Found a {type(values).__name__} without them"
        )
    spans = read_spans(values.index.array)
    time = timeline_of(spans, frequency, [str(values.name or "")], dates_are_months=True)
    place = columns_at(spans, time)
    if len(np.unique(place)) < len(place):
        raise KebiError("two rows of the index have the same period: a series has one value for each")
    cells = as_array(values)
    if cells.dtype.kind in "iu" and len(time) == len(place):
        ordered = np.empty(len(time), cells.dtype)
    else:
        ordered = np.full(len(time), np.nan) if cells.dtype.kind == "f" else np.full(len(time), None, dtype=object)
    ordered[place] = cells
    return ordered, time.span(0)


def require_rule(duplicates: str) -> None:
    """Refuse a rule for rows that give a figure again, other than the three there are."""
    if duplicates not in ("refuse", "first", "last"):
        raise KebiError(f"duplicates must be 'refuse', 'first' or 'last': found {duplicates!r}")
