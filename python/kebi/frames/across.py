"""Frames with spans as the names of columns: a row is a series, and some columns hold its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .._core import KebiError
from .columns import as_array, column_names, column_of, is_missing
from .layouts import is_span, usual_period_column, with_index
from .periods import frequency_of_names, read_spans
from .span_codes import require_no_pairs
from .suffixes import paired

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..enums import Frequency

_OF_REGIONS = ("region", "地区", "country name", "country", "geoname", "geo", "ref_area", "area", "省份", "城市", "地区名称")
_OF_INDICATORS = (
    "indicator", "指标", "指标名称", "indicator name", "series name", "series", "description", "linedescription", "项目",
    "item", "na_item", "industry", "行业", "variable",
)  # fmt: skip
_OF_CODES = ("country code", "series code", "indicator code", "line", "linecode", "line code", "code", "代码", "unit", "单位", "units", "freq")


class Across(NamedTuple):
    """A frame with a row for each series and a column for each span: the same as a long table, and its heads."""

    long: dict[str, Any]
    names: list[tuple[str, str]]  # the region and the indicator of each row
    spans: list[Any]  # the columns of figures, in their order
    frame: Any

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.names)

    @property
    def columns(self) -> dict[str, Any]:
        """Which columns the long table has."""
        return {name: name if name in self.long else None for name in ("region", "indicator")}


def across(frame: Any, region: str | None = None, indicator: str | None = None) -> Across | None:
    """Return a frame with spans as the names of its columns as a long table; None for frames of other layouts."""
    if usual_period_column(frame) is not None or with_index(frame)[1] is not None:
        return None
    home = frame
    if hasattr(frame, "reset_index") and hasattr(frame, "index") and type(frame.index).__name__ != "RangeIndex":
        frame = frame.reset_index()
    heads = column_names(frame)
    spans = [head for head in heads if is_span(head)]
    if not spans:
        return None
    require_no_pairs(map(str, spans))
    labels = [head for head in heads if head not in spans]
    columns = [as_array(column_of(frame, head)) for head in spans]
    count = len(columns[0])
    if any(len(column) != count for column in columns):
        raise KebiError("a column needs one value for each row: found several lengths")
    regions, indicators = _names(frame, labels, columns, region, indicator)
    long: dict[str, Any] = {
        "period": [head if not isinstance(head, int) else str(head) for _ in range(count) for head in spans],
        "value": _row_by_row(columns),
    }
    for column, names in (("region", regions), ("indicator", indicators)):
        if any(names):
            long[column] = [name for name in names for _ in spans]
    return Across(long, list(zip(regions, indicators, strict=True)), spans, home)


def named_columns(frame: Any, region: str | None, indicator: str | None) -> tuple[str | None, str | None]:
    """Return names of columns as they were passed; a text that names no column is the name of a region itself."""
    there = set(map(str, column_names(frame)))
    return region if region in there else None, indicator


def _row_by_row(columns: Sequence[Any]) -> Any:
    import numpy as np

    if all(column.dtype.kind in "fiu" for column in columns):
        return np.stack(columns, axis=1).reshape(-1)
    cells = np.empty((len(columns[0]), len(columns)), dtype=object)
    for at, column in enumerate(columns):
        cells[:, at] = column.tolist()
    return cells.reshape(-1)


def _names(
    frame: Any, labels: Sequence[Any], columns: Sequence[Any], region: str | None, indicator: str | None
) -> tuple[list[str], list[str]]:
    """Return the region and the indicator of each row: of as few columns of names as tell the rows apart."""
    for passed in filter(None, (region, indicator)):
        column_of(frame, passed)  # refuses what is not there
    texts = {str(label): _texts(frame, label) for label in labels}
    by_name = {label.casefold(): label for label in texts}
    of_region = region or next((by_name[usual] for usual in _OF_REGIONS if usual in by_name), None)
    of_indicator = indicator or next((by_name[usual] for usual in _OF_INDICATORS if usual in by_name and by_name[usual] != of_region), None)
    others = [label for label in texts if label not in (of_region, of_indicator)]
    plain = [label for label in others if label.casefold() not in _OF_CODES]
    count = len(columns[0])
    regions = texts[of_region] if of_region else [""] * count
    chosen = [of_indicator] if of_indicator else plain
    for more in ([], [label for label in others if label not in chosen]):
        indicators = [" ".join(filter(None, (texts[label][row] for label in [*more, *chosen]))) for row in range(count)]
        empty = [row for row in range(count) if not (indicators[row] or regions[row])]
        if len({*zip(regions, indicators, strict=True)}) == count:
            break
    _require_names(empty, columns, [*texts])
    for row in empty:
        indicators[row] = f"row {row}" if count > 1 else ""  # a row of nothing between others
    first: dict[tuple[str, str], int] = {}
    numbers = [first.setdefault(names, row) for row, names in enumerate(zip(regions, indicators, strict=True))]
    twice = next((row for row, number in enumerate(numbers) if number != row), None)
    if twice is not None:
        raise KebiError(
            f"two rows have the name {' '.join(filter(None, (regions[twice], indicators[twice])))!r}: the second one is row "
            f"{twice}. Pass indicator=… with a column that tells them apart, or rename one"
        )
    return regions, indicators


def _texts(frame: Any, label: Any) -> list[str]:
    return ["" if is_missing(cell) else str(cell).strip() for cell in as_array(column_of(frame, str(label))).tolist()]


def _require_names(empty: Sequence[int], columns: Sequence[Any], labels: Sequence[str]) -> None:
    for row in empty:
        if labels and any(not is_missing(column[row]) for column in columns):
            raise KebiError(f"row {row} has figures and no name in the columns {', '.join(labels)}: write one")


def growth_rows(levels: Across, rates: Across) -> list[Any]:
    """Return for each figure of one frame the growth that another has for its series and span."""
    def keys(of: Across) -> list[tuple[str, str, str]]:
        return [(*names, str(span)) for names in of.names for span in of.spans]

    known = dict(zip(keys(rates), list(rates.long["value"]), strict=True))
    unknown = {key[:2] for key in known} - {key[:2] for key in keys(levels)}
    if unknown:
        raise KebiError(f"growth of {' '.join(filter(None, min(unknown)))!r} has no levels in the frame: use one name in both")
    return [known.get(key) for key in keys(levels)]


def long_of(found: Across, rates: Across | None, frequency: Frequency | None) -> tuple[dict[str, Any], Frequency | None, bool]:
    """Return the long table of a frame with growth beside levels, its frequency, and whether it has growth alone.

    Growth is that of another frame, or that of rows whose names say it, as with the NBS.
    """
    names = [name for _, name in found.names]
    if rates is not None:
        return {**found.long, "growth": growth_rows(found, rates)}, frequency, False
    pairs = paired(names, frequency, [region for region, _ in found.names])
    if pairs is None:
        of = frequency or frequency_of_names(names, read_spans(found.long["period"]))
        return found.long, of, False
    width = len(found.spans)
    blocks = {name: [cells[at * width : (at + 1) * width] for at in range(found.rows)] for name, cells in found.long.items()}
    long = {name: [cell for row in pairs.levels for cell in cells[row]] for name, cells in blocks.items()}
    long["indicator"] = [name for name in pairs.names for _ in range(width)]
    if any(row is not None for row in pairs.growth):
        nothing = [None] * width
        long["growth"] = [cell for row in pairs.growth for cell in (nothing if row is None else blocks["value"][row])]
    return long, pairs.frequency, pairs.is_growth
