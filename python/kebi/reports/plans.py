"""Plans in the sheets of a workbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import _core
from .._core import KebiError, ReadError

if TYPE_CHECKING:
    from .phrases import Context

    Rows = list[list[str]]


def chosen(sheets: dict[str, Rows], sheet: str | int | None) -> dict[str, Rows]:
    """Return the sheets of a workbook that are asked for.

    Parameters
    ----------
    sheets : dict of str to rows
        The sheets by name, in their order.
    sheet : str, int or None
        The name of one, or its number from 0; all for None.

    Returns
    -------
    dict of str to rows
        The sheets.

    Raises
    ------
    KebiError
        For a sheet that is not there.

    Examples
    --------
    >>> chosen({"a": [], "b": []}, 1)
    {'b': []}
    """
    if sheet is None:
        return sheets
    names = list(sheets)
    if isinstance(sheet, int) and -len(names) <= sheet < len(names):
        sheet = names[sheet]
    if sheet not in sheets:
        raise KebiError(f"the workbook has no sheet {sheet!r}: it has {', '.join(map(repr, names))}")
    return {str(sheet): sheets[str(sheet)]}


_RULE = re.compile(r":?-{2,}:?")  # of a table in Markdown, below its heads
_NOTE = re.compile(r"(注|备注|说明|数据来源|资料来源|>|\*)")


def rows_of_markdown(text: str) -> Rows | None:
    """Return the rows of a text that is one table in Markdown, with titles above it and notes around it.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    rows or None
        One row a line, so that a complaint has its line; None for any other text.

    Examples
    --------
    >>> rows_of_markdown("# 计划\\n\\n| 指标 | 目标 |\\n| --- | --- |\\n| 出口额 | 增长5% |\\n")
    [['计划'], [], ['指标', '目标'], [], ['出口额', '增长5%']]
    """
    lines = [line.strip() for line in text.splitlines()]
    barred = [at for at, line in enumerate(lines) if line.startswith("|")]
    if len(barred) < 3 or barred != list(range(barred[0], barred[-1] + 1)):
        return None
    around = [line for at, line in enumerate(lines) if line and at not in barred]
    if any(len(line) > 60 and not _NOTE.match(line) for line in around):
        return None
    if any(line and not _NOTE.match(line) for line in lines[barred[-1] + 1 :]):
        return None
    return [_cells_of_line(line) for line in lines]


def _cells_of_line(line: str) -> list[str]:
    """Return the cells of a line: of a title its words, and none of a rule."""
    if not line.startswith("|"):
        return [line.strip("#* ")] if line else []
    cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.removesuffix("|"))[1:]]
    return [] if all(_RULE.fullmatch(cell) for cell in cells) else cells


def read_plans(sheets: dict[str, Rows], about: Context) -> tuple[_core.Report, list[str]] | None:
    """Read every sheet of a workbook that is a plan's table.

    Parameters
    ----------
    sheets : dict of str to rows
        The sheets by name.
    about : Context
        Region, period, catalogue and lexicon, as of `kebi.read`.

    Returns
    -------
    (Report, list of str) or None
        The facts of all plans, and a sentence for what was left out; None where no sheet is a plan.

    Raises
    ------
    ReadError
        Where no plan can be read, with the sheet of the first.

    Examples
    --------
    >>> from kebi.reports.phrases import Context
    >>> rows = [["指标", "报告期", "目标"], ["出口额", "2024", "增长5%"]]
    >>> report, skipped = read_plans({"出口": rows, "说明": [["口径"]]}, Context.of())
    >>> len(report.facts), skipped
    (1, ["the sheet '说明' is no plan: it has no heads such as 指标, 目标, 完成"])
    """
    plans: dict[str, Rows] = {}
    skipped: list[str] = []
    for name, rows in sheets.items():
        if _core.is_plan_rows(rows):
            plans[name] = rows
        elif any(any(cell.strip() for cell in row) for row in rows):
            skipped.append(f"the sheet {name!r} is no plan: it has no heads such as 指标, 目标, 完成")
    if not plans:
        return None
    found, left_out = _all_plans(plans, about)
    skipped += [f"{name}, {each}" if len(sheets) > 1 else each for name, each in left_out]
    if len(found) == 1:
        return found[0], skipped
    regions, periods = {each.region for each in found}, [each.period for each in found if each.period]
    facts = [fact for each in found for fact in each.facts]
    region = regions.pop() if len(regions) == 1 else ""
    return _core.Report(found[0].title, region, periods[0] if periods else None, facts), skipped


def _all_plans(plans: dict[str, Rows], about: Context) -> tuple[list[_core.Report], list[tuple[str, str]]]:
    """Return what the sheets say, and what was left out of which; one that is refused refuses no other."""
    found: dict[str, _core.Report] = {}
    skipped: list[tuple[str, str]] = []
    refused: dict[str, ReadError] = {}

    def add(name: str, known: Context) -> None:
        left_out: list[str] = []
        region, period, catalogue, lexicon = known
        found[name] = _core.read_plan_rows(plans[name], catalogue, region, period, lexicon, left_out)
        skipped.extend((name, each) for each in left_out)

    for name in plans:
        try:
            add(name, about)
        except ReadError as complaint:
            refused[name] = complaint
    periods = {each.period for each in found.values()}
    shared = next(iter(periods)) if len(periods) == 1 and about.period is None else None
    for name, error in refused.items():
        if not found:
            raise ReadError(f"sheet {name!r}, {error}") from None
        if shared is not None:  # its own titles may name none
            try:
                add(name, about._replace(period=shared))
                skipped.append((name, f"the period {shared} is that of the other sheets"))
                continue
            except ReadError:
                pass
        skipped.append((name, str(error)))
    return [found[name] for name in plans if name in found], skipped
