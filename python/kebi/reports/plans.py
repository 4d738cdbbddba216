"""Plans in the sheets of a workbook."""

from __future__ import annotations

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
        For a plan that cannot be read, with its sheet.

    Examples
    --------
    >>> from kebi.reports.phrases import Context
    >>> rows = [["指标", "报告期", "目标"], ["出口额", "2024", "增长5%"]]
    >>> report, skipped = read_plans({"出口": rows, "说明": [["口径"]]}, Context.of())
    >>> len(report.facts), skipped
    (1, ["the sheet '说明' is no plan: it has no heads such as 指标, 目标, 完成"])
    """
    given, period, known, lexicon = about
    found: list[_core.Report] = []
    skipped: list[str] = []
    for name, rows in sheets.items():
        if not any(any(cell.strip() for cell in row) for row in rows):
            continue
        if not _core.is_plan_rows(rows):
            skipped.append(f"the sheet {name!r} is no plan: it has no heads such as 指标, 目标, 完成")
            continue
        left_out: list[str] = []
        try:
            found.append(_core.read_plan_rows(rows, known, given, period, lexicon, left_out))
        except ReadError as refused:
            raise ReadError(f"sheet {name!r}, {refused}") from None
        skipped += [f"{name}, {each}" for each in left_out] if len(sheets) > 1 else left_out
    if not found:
        return None
    if len(found) == 1:
        return found[0], skipped
    regions, periods = {each.region for each in found}, [each.period for each in found if each.period]
    facts = [fact for each in found for fact in each.facts]
    region = regions.pop() if len(regions) == 1 else ""
    return _core.Report(found[0].title, region, periods[0] if periods else None, facts), skipped
