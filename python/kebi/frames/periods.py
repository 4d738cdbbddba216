"""Spans of time in the columns of frames: what they are, and over which times a series runs."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._core import Frequency, KebiError, Period, Timeline
from .columns import as_array, distinct_cells, require_full
from .span_codes import end_of, require_no_pairs, require_no_pairs_of_digits, require_no_weeks

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_STEPS = {"two_months": 2, "quarter": 3, "half": 6, "year": 12, "year_to_quarter": 3}
_TO_DATES = (Frequency.year_to_date, Frequency.year_to_quarter)
_UNITS = ("Y", "M", "D", "h", "m", "s", "ms", "us", "ns")


class Spans(NamedTuple):
    """The months in which the spans of rows end, as counts from year 0, and the lengths there are.

    `lengths` holds for each distinct span its end and how many months it has; None for dates,
    which have no length.
    """

    ends: NDArray[np.int32]
    lengths: set[tuple[int, int]] | None


def read_spans(values: Any) -> Spans:
    """Return the spans of a column: codes such as 2019Q2, dates, months as numbers, pandas periods."""
    return spans_of(values, counted_times(values))


def spans_of(values: Any, counted: tuple[NDArray[Any], str] | None) -> Spans:
    """Return the spans of a column whose times are counted already, where they can be."""
    import numpy as np

    if counted is not None:
        ends, met, are_years = _core.ends_of(*counted)
        return Spans(ends, {(end, 12) for end in met.tolist()} if are_years else None)
    kind = type(getattr(values, "dtype", None)).__name__
    if kind == "PeriodDtype":  # pandas, of more than a month
        require_no_weeks(values)
        ends = _core.ends_of(values.asfreq("M", how="end").asi8, "M")[0]
        months = {"Q": 3, "A": 12, "Y": 12}.get(values.freqstr[0], 0)
        return Spans(ends, {(int(end), months) for end in np.unique(ends)} if months else None)
    ends, parsed = _one_by_one(local_times(values))
    lengths_found = {months for _, months in parsed}
    if 0 in lengths_found and not lengths_found <= {0, 1}:
        raise KebiError(
            f"dates and spans of {max(lengths_found)} months occur in one column: a "
            "date does not show its period, so pass only periods such as 2019-06 or "
            "2019Q2"
        )
    return Spans(ends, None if 0 in lengths_found else set(parsed))


def counted_times(values: Any) -> tuple[NDArray[Any], str] | None:
    """Return times as whole numbers and what they count: a unit of datetime64, or "number" for 201906 or 2019.

    None for other columns.
    """
    import numpy as np

    if type(values) is np.ndarray:
        array = values
    elif type(values).__name__ == "DatetimeArray" and values.tz is None:  # pandas
        return values.asi8, values.unit
    elif type(getattr(values, "dtype", None)).__name__ == "PeriodDtype":  # pandas
        require_full(values, "a span of time")
        return (values.asi8, "M") if values.freqstr in ("M", "ME") else None
    else:
        array = as_array(local_times(values))
    if not array.dtype.isnative:
        array = array.astype(array.dtype.newbyteorder("="))
    if array.dtype.kind == "M":
        unit, step = np.datetime_data(array.dtype)
        if step == 1 and unit in _UNITS:
            return array.view(np.int64), unit
        return array.astype("datetime64[D]").view(np.int64), "D"
    if array.dtype.kind not in "iu":
        return None
    if array.size and 100_000 <= array[0] <= 999_999:
        require_no_pairs_of_digits(map(int, array))
    return array, "number"


def local_times(values: Any) -> Any:
    """Return times without their zone: the month is that of the place, not that of Greenwich."""
    kind = type(getattr(values, "dtype", None)).__name__
    if kind == "DatetimeTZDtype":  # pandas
        return values.tz_localize(None)
    if kind == "Datetime" and values.dtype.time_zone is not None:  # polars
        return values.dt.replace_time_zone(None)
    zone = getattr(getattr(values, "type", None), "tz", None)  # pyarrow
    if zone is None:
        return values
    import pyarrow
    from pyarrow import compute

    # An offset from Greenwich stands in no database of zones, where older versions look for it.
    offset = re.fullmatch(r"([+-])(\d\d):?(\d\d)", zone)
    if offset is None:
        return compute.local_timestamp(values)
    by = timedelta(minutes=int(offset[1] + "1") * (60 * int(offset[2]) + int(offset[3])))
    unit = values.type.unit
    return compute.add(values.cast(pyarrow.timestamp(unit)), pyarrow.scalar(by, pyarrow.duration(unit)))


def span_of_each(values: Any) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return for each row the month in which its span ends and how many months it has."""
    import numpy as np

    codes, parsed = _coded(values)
    if any(months == 0 for _, months in parsed):
        raise KebiError("dates do not show their periods: pass periods such as 2019-06 or 2019Q2")
    table = np.array(parsed, dtype=np.int32).reshape(-1, 2)
    return table[codes, 0], table[codes, 1]


def span_numbers(values: Any) -> NDArray[np.int32]:
    """Return the spans of rows as numbers, one span for each, however it is written."""
    import numpy as np

    codes, parsed = _coded(values)
    numbers = {span: number for number, span in enumerate(dict.fromkeys(parsed))}
    return np.array([numbers[span] for span in parsed], dtype=np.int32)[codes]


def _coded(values: Any) -> tuple[NDArray[np.int32], list[tuple[int, int]]]:
    codes, cells = distinct_cells(values)
    require_no_pairs(cells)
    parsed = []
    for i, cell in enumerate(cells):
        try:
            parsed.append(end_of(cell))
        except KebiError as e:
            raise KebiError(f"row {int((codes == i).argmax())}: {e}") from None
    return codes, parsed


def _one_by_one(values: Any) -> tuple[NDArray[np.int32], list[tuple[int, int]]]:
    import numpy as np

    codes, parsed = _coded(values)
    return _core.looked_up(codes, np.array([end for end, _ in parsed], dtype=np.int32)), parsed


def timeline_of(
    of_rows: Spans, frequency: Frequency | None, heads: Sequence[str], *, dates_are_months: bool
) -> Timeline:
    """Return the times over which the rows of columns of values run; `heads` are their names."""
    if len(of_rows.ends) == 0:
        raise KebiError("the frame has no rows")
    named = frequency or frequency_of_names(heads, of_rows)
    of = named or _frequency_of_lengths(of_rows, heads[0], dates_are_months)
    lengths = of_rows.lengths
    if lengths is not None:
        _require_one_frequency(lengths, of, by_month=named is not None)
    step = _STEPS.get(of.name, 1)
    _require_ends(of_rows.ends, of, step)
    first, last = int(of_rows.ends.min()), int(of_rows.ends.max())
    together = of is Frequency.month and lengths is not None and any(months == 2 for _, months in lengths)
    if together and lengths is not None:
        alone = [end for end, months in lengths if months == 1 and end % 12 == 1]
        if alone:
            raise KebiError(
                f"February of {min(alone) // 12} is published alone, and in another "
                "year together with January: treat both years alike, or pass separate "
                "tables"
            )
    return Timeline(of, first // 12, first % 12 + 1, (last - first) // step + 1, together)


def columns_at(of_rows: Spans, time: Timeline) -> NDArray[Any]:
    """Return at which column of a timeline each row stands."""
    year, month = time.first
    away = of_rows.ends - (year * 12 + month - 1)
    step = _STEPS.get(time.frequency.name, 1)
    if (away % step != 0).any():
        raise KebiError(f"some periods are not those of a {time.frequency.name}")
    column: NDArray[Any] = away // step
    return column


def spans_in_year(of: Frequency) -> int:
    """Return how many figures of a frequency a year has."""
    return 12 // _STEPS.get(of.name, 1)


def frequency_named(of: Frequency | str | None) -> Frequency | None:
    """Return a frequency by its name."""
    if of is None or isinstance(of, Frequency):
        return of
    known = Frequency.__members__
    if of not in known:
        raise KebiError(f"a series is of a {', '.join(known)}: found {of!r}")
    return known[of]


def frequency_of(span: Period) -> Frequency:
    """Return the frequency that a span belongs to by itself."""
    by_length = {1: Frequency.month, 3: Frequency.quarter, 6: Frequency.half, 12: Frequency.year}
    if span.months in by_length:
        return by_length[span.months]
    if span.is_year_to_date:
        return Frequency.year_to_date
    if span.months == 2:
        return Frequency.two_months
    raise KebiError(f"no frequency has the period {span}: pass frequency=…")


# What marks the year to date at the start of a name (`cum` alone may be the start of any word), and with the NBS at its end.
_TO_DATE = re.compile(r"ytd|cum(_|$|ulat)|累计|.+_(自年初)?累计", re.IGNORECASE)


def frequency_of_names(heads: Sequence[str], of_rows: Spans) -> Frequency | None:
    """Return the frequency that the names of columns or rows give, where their spans leave it open."""
    to_date = [head for head in heads if _TO_DATE.match(head)]
    if not to_date:
        return None
    if len(to_date) < len(heads) and not _spans_say_to_date(of_rows):
        other = next(head for head in heads if head not in to_date)
        raise KebiError(
            f"{to_date[0]!r} is named as a year to date and {other!r} is not: pass "
            "frequency=… for a table of one frequency, or split its columns"
        )
    return Frequency.year_to_date


def _spans_say_to_date(of_rows: Spans) -> bool:
    lengths = of_rows.lengths or set()
    return any(months > 2 for _, months in lengths) and all(months == end % 12 + 1 for end, months in lengths)


def _frequency_of_lengths(of_rows: Spans, name: str, dates_are_months: bool) -> Frequency:
    if of_rows.lengths is None:
        if dates_are_months:
            return Frequency.month
        raise KebiError(
            f"dates do not show whether {name!r} holds monthly or year-to-date values: "
            "pass frequency='month' or frequency='year_to_date'"
        )
    alone = {(1,): "month", (1, 2): "month", (3,): "quarter", (6,): "half", (12,): "year"}
    lengths = tuple(sorted({months for _, months in of_rows.lengths}))
    if lengths == (2,) and any(end % 12 != 1 for end, _ in of_rows.lengths):
        return Frequency.two_months
    if len(lengths) > 1 and {3, 9}.intersection(lengths) and all(months % 3 == 0 for months in lengths):
        return Frequency.year_to_quarter
    return Frequency[alone.get(lengths, "year_to_date")]


_WRITTEN = {
    "two_months": ("two months", "2019-01..2019-02"),
    "quarter": ("quarters", "2019Q1"),
    "half": ("halves", "2019H1"),
    "year": ("years", "2019"),
    "year_to_quarter": ("years to the end of a quarter", "2019-01..2019-09"),
}


def _require_ends(ends: NDArray[np.int32], of: Frequency, step: int) -> None:
    """Refuse months in which no span of a frequency ends, such as those of the first days of years."""
    within = ends % step
    if (within == step - 1).all():
        return
    wrong = int(ends[within != step - 1][0])
    many, written = _WRITTEN[of.name]
    starts = f" These are the starts of {many}." if (within == 0).all() else ""
    periods = "" if of.name not in ("quarter", "year") else f"; dt.to_period({of.name[0].upper()!r}) converts a pandas column of dates"
    raise KebiError(
        f"no {of.name} ends in {wrong // 12:04}-{wrong % 12 + 1:02}: a date or a month stands for the "
        f"period that ends in it.{starts} "
        f"Write {many} as {written}, or by their last days{periods}"
    )


def _require_one_frequency(lengths: set[tuple[int, int]], of: Frequency, *, by_month: bool) -> None:
    """Refuse spans of another frequency. With `by_month` a month may name the span that ends in it."""
    for end, months in lengths:
        number = end % 12 + 1
        length = number if of in _TO_DATES else _STEPS.get(of.name, 1)
        both = of is Frequency.month and months == number == 2  # January and February as one
        if months != length and not both and not (by_month and months == 1):
            raise KebiError(
                f"expected a table of one frequency, of a {of.name}, found {months} "
                f"months to {end // 12:04}-{number:02}: panels_from_frame separates frequencies, or pass frequency=…"
            )
