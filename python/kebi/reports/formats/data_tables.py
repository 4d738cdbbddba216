"""Long tables of data, which are for data frames and no reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..._core import KebiError

_LEAST_ROWS = 60
_SIMPLE = {
    "indicator", "region", "period", "date", "year", "month", "unit", "value", "series", "province", "city",
    "指标", "地区", "时间", "时期", "日期", "年份", "月份", "单位", "数值", "值",
}  # fmt: skip
_PERIOD = re.compile(r"(?:19|20)\d\d(?:$|[-/.年QHqhM]\s?\d{0,2})")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def refuse_data_table(rows: Sequence[Sequence[str]], name: str) -> None:
    """Refuse a table whose rows are single observations with several keys.

    Parameters
    ----------
    rows : sequence of sequence of str
        The head and the rows of the table.
    name : str
        The name of the file, for the sentence.

    Raises
    ------
    KebiError
        For a table of at least 60 rows of one time each, whose columns are not those of one simple
        list of observations: indicator, region, period, unit, value.

    Examples
    --------
    >>> refuse_data_table([["indicator", "period", "value"], ["GDP", "2019H1", "123.4"]], "a.csv")
    """
    if len(rows) <= _LEAST_ROWS or not rows[0]:
        return
    head, body = [cell.strip() for cell in rows[0]], rows[1:]
    named = [cell for cell in head if cell]  # a title above a table stands alone
    if len(named) < 3 or 2 * len(named) < len(head) or any(re.fullmatch(r"[\d.,%-]+", cell) for cell in named):
        return
    simple = all(cell.lower() in _SIMPLE for cell in head if cell)
    times = [k for k in range(len(head)) if _most(_PERIOD.match, [row[k] for row in body if k < len(row)])]
    if simple or not times:
        return
    foreign = not any(_CHINESE.search(cell) for cell in head)
    repeated = len({tuple(row[k] for k in times if k < len(row)) for row in body}) < len(body)
    if foreign or repeated:
        columns = ", ".join(head[:6]) + (", …" if len(head) > 6 else "")
        raise KebiError(
            f"{name or 'the table'} is a table of data with {len(body)} rows and the columns {columns}, and no report: "
            "read it with pandas.read_csv or polars.read_csv, and pass the frame to kebi.Panel.from_frame or to an "
            "operation such as kebi.year_over_year"
        )


def _most(matches: Callable[[str], object], cells: Sequence[str]) -> bool:
    if not cells:
        return False
    return sum(matches(cell.strip()) is not None for cell in cells) >= 0.9 * len(cells)
