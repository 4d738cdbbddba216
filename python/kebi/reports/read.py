"""Reading: reports from files, texts and data frames."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from .. import _core
from ..text import valid_text
from .files import load, load_bytes
from .formats.data_tables import refuse_data_table
from .formats.limits import DEFAULT, Limits, require_cells
from .formats.parts import grid_of_rows, rows_of_grid
from .formats.places import Places
from .phrases import Context
from .plans import chosen, read_plans, rows_of_markdown
from .report import Report
from .rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from typing_extensions import Unpack

    from .._core import Catalogue, Lexicon, Passed, Period, Unread
    from .formats.parts import Parts
    from .phrases import About


def read(
    source: Any,
    *,
    region: str = "",
    period: Period | str | None = None,
    catalogue: Catalogue | None = None,
    lexicon: Lexicon | None = None,
    sheet: str | int | None = None,
    limits: Limits | None = None,
) -> Report:
    """Read a report from a file, a text or a data frame.

    Parameters
    ----------
    source : path, str, DataFrame, mapping or list of mappings
        A path: a report, bulletin or plan as ``.txt``, ``.md``, ``.html``, ``.docx``, ``.pdf``; a
        table as ``.csv``, ``.tsv``, ``.xlsx``, ``.xls``, ``.ods``; facts as ``.jsonl``. Or the text itself,
        if it holds a line break. Or a pandas or polars frame, a dict of columns, or a list of
        dicts, with the columns of a plan's table: indicator, target, outcome, period and others.
    region : str
        The region that the report is about, where it does not say so.
    period : Period or str, optional
        The period of its outcomes, where it does not say so.
    catalogue, lexicon : Catalogue, Lexicon, optional
        The indicators and the words that are known; those that kebi ships if none are given.
    sheet : str or int, optional
        The sheet of a workbook, by its name or its number from 0. If none is given, every sheet
        that is a plan is read; where none is, the workbook is read as a report.
    limits : Limits, optional
        How large a file may be, and how long it may be read; the defaults of `kebi.Limits` if none
        are given.

    Returns
    -------
    Report
        The facts, and the numbers that are none; `Report.skipped` says what of a plan was left out.

    Raises
    ------
    ReadError
        Where a plan's table or facts cannot be read: with line, column, what was found and what
        could have stood there. A running text is never refused: see `Report.unread`.
    KebiError
        For a kind of file that kebi does not read, or whose reader is not installed, for a file beyond
        the limits, and for a folder, a pipe or a device.
    OSError
        For a file that is not there or cannot be opened.

    Examples
    --------
    >>> import kebi
    >>> kebi.read({"indicator": ["固定资产投资"], "target": ["增长6%"], "period": ["2019"]})
    <Report: 1 facts, 1 of them targets>
    """
    about = Context.of(region, period, catalogue, lexicon)
    within = DEFAULT if limits is None else limits
    if isinstance(source, list) and any(isinstance(part, _core.CellGrid) for part in source):
        return _read_parts(source, "", about, sheet, within)
    if not isinstance(source, (str, os.PathLike)):
        return _plan_of(_core.read_plan_rows, rows_of(source), about)
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return _read_loaded(valid_text(source).removeprefix("\ufeff"), "", about)
    path = os.fspath(source)
    if not isinstance(path, str) or not _can_name_a_file(path):
        raise _core.KebiError(f"there is no file {path!r}: pass a path, or a text of several lines")
    return _read_loaded(load(path, within), path, about, sheet, within)


def read_bytes(data: bytes, name: str, *, limits: Limits | None = None, **about: Unpack[About]) -> Report:
    """Read a report from what a file contains.

    Parameters
    ----------
    data : bytes
        What the file contains.
    name : str
        The name of the file, whose ending says of which kind it is, as for `read`.
    limits : Limits, optional
        What is refused as too large, as of `read`.
    **about
        ``region``, ``period``, ``catalogue`` and ``lexicon``, as of `read`.

    Returns
    -------
    Report
        The facts, and the numbers that are none.

    Raises
    ------
    KebiError
        As `read`.

    Examples
    --------
    >>> import kebi
    >>> kebi.reports.read_bytes("上半年，全区固定资产投资增长1.6%。".encode(), "a.txt", period="2019H1").facts
    [<Fact 固定资产投资 2019H1 actual growth 1.6%>]
    """
    within = DEFAULT if limits is None else limits
    return _read_loaded(load_bytes(data, valid_text(name), within), name, Context.of(**about), limits=within)


def _read_loaded(
    loaded: str | Parts, name: str, about: Context, sheet: str | int | None = None, limits: Limits = DEFAULT
) -> Report:
    """Read the text of a file, or the tables of a workbook; a text without a name is of any kind."""
    if not isinstance(loaded, str):
        return _read_parts(loaded, name, about, sheet, limits)
    if sheet is not None:
        raise _core.KebiError(f"only a workbook has sheets: {os.path.basename(name) or 'a text'} has no sheet {sheet!r}")
    ending = os.path.splitext(name)[1].lower()
    if ending in (".jsonl", ".ndjson") or (not ending and loaded.lstrip()[:1] == "{"):
        return _report_of(_core.read_facts(loaded), about.catalogue)
    if ending in (".csv", ".tsv") or (not ending and _core.is_plan(loaded)):
        if _core.is_plan(loaded) or not loaded.strip():
            return _plan_of(_core.read_plan, loaded, about)
        rows = _core.read_csv(loaded)
        refuse_data_table(rows, os.path.basename(name))
        return _read_parts([grid_of_rows(rows)], name, about, limits=limits)
    plan = rows_of_markdown(loaded) if ending in ("", ".md", ".markdown") else None
    if plan is not None and _core.is_plan_rows(plan):
        return _plan_of(_core.read_plan_rows, plan, about)
    return read_text(loaded, **about._asdict())


def _plan_of(reader: Callable[..., _core.Report], source: Any, about: Context) -> Report:
    skipped: list[str] = []
    read = reader(source, about.catalogue, about.region, about.period, about.lexicon, skipped)
    return _report_of(read, about.catalogue, skipped=skipped)


def _read_parts(
    parts: Parts, name: str, about: Context, sheet: str | int | None = None, limits: Limits = DEFAULT
) -> Report:
    """Read the parts of a document: sheets that are plans as such; where none is, all as a report."""
    file = os.path.basename(name)
    require_cells(parts, file, limits)
    in_sheets = os.path.splitext(name)[1].lower() in (".xlsx", ".xls", ".ods")
    if sheet is not None and not in_sheets:
        raise _core.KebiError(f"only a workbook has sheets: {file or 'a list of grids'} has no sheet {sheet!r}")
    if in_sheets:
        sheets = {part.name: rows_of_grid(part) for part in parts if isinstance(part, _core.CellGrid)}
        sheets = chosen(sheets, sheet)
        if plans := read_plans(sheets, about):
            return _report_of(plans[0], about.catalogue, skipped=plans[1])
        for rows in sheets.values():
            refuse_data_table(rows, file)
        parts = [part for part in parts if isinstance(part, str) or part.name in sheets]
    names = [part.name for part in parts if isinstance(part, _core.CellGrid) and part.cells]
    region, period, known, lexicon = about
    read, passed, unread, text, cells = _core.read_parts(parts, known, region, "", period, file, lexicon)
    places = Places(cells, names if in_sheets else None)
    return _report_of(read, known, passed, unread, text, places=places)


def read_text(
    text: str,
    *,
    region: str = "",
    parent_region: str = "",
    period: Period | str | None = None,
    catalogue: Catalogue | None = None,
    lexicon: Lexicon | None = None,
) -> Report:
    """Read a report, a bulletin or a plan as running text, with its tables.

    Every number of the text is accounted for: it is in a fact, in `Report.passed` with the
    reason, or in `Report.unread`. No text is refused.

    Parameters
    ----------
    text : str
        Plain text, Markdown or HTML, or what was extracted from a PDF.
    region, parent_region : str
        The region that the text is about, and what 全市 or 全省 mean in it; looked for in the title
        and the opening where not given.
    period : Period or str, optional
        The period of its outcomes; looked for likewise.
    catalogue : Catalogue, optional
        Indicators, with their kinds and units; the standard catalogue if none is passed.
    lexicon : Lexicon, optional
        The words that are known; those of kebi if none is passed.

    Returns
    -------
    Report
        The facts, and the numbers that are none.

    Raises
    ------
    KebiError
        For half a character, and for a period that is none.

    Examples
    --------
    >>> import kebi
    >>> report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。",
    ...                         region="嘉定区", period="2019H1")
    >>> report.facts  # doctest: +NORMALIZE_WHITESPACE
    [<Fact 固定资产投资 2019H1 actual level 152.7亿元>,
     <Fact 固定资产投资 2019H1 actual growth 1.6%>]
    >>> report.facts[0].to_dict()["text"]
    '完成152.7亿元'
    """
    about = Context.of(region, period, catalogue, lexicon)
    text, known = valid_text(text), about.catalogue
    found = _core.read_text(
        text, known, about.region, valid_text(parent_region), about.period, lexicon
    )
    return _report_of(found[0], known, found[1], found[2], text)


def _report_of(
    read: _core.Report,
    known: Catalogue,
    passed: Sequence[Passed] = (),
    unread: Sequence[Unread] = (),
    source: str = "",
    skipped: Sequence[str] = (),
    places: Places | None = None,
) -> Report:
    return Report(
        read.facts, title=read.title, region=read.region, period=read.period, catalogue=known,
        passed=passed, unread=unread, source=source, skipped=skipped, places=places,
    )


def _can_name_a_file(path: str) -> bool:
    """Whether a file could have that name: no NUL, no half character that the system did not make itself."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return "\0" not in path
