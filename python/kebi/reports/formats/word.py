"""Word documents: headings with #, paragraphs, tables with their merged cells."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from ..._core import CellGrid
from .parts import Cell, Parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_COLUMNS = 512


def docx(data: bytes) -> Parts:
    """Return the paragraphs and tables of a Word document.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    list of str or CellGrid
        Text between tables, a line a paragraph; a grid a table.
    """
    import docx as library

    document = library.Document(io.BytesIO(data))
    levels = {style.style_id: level for style in document.styles if (level := _heading_level(style))}
    parts: Parts = []
    lines: list[str] = []
    for block in _blocks(document.element.body):
        if block.tag == _W + "p":
            lines.append(_heading_marks(block, levels) + _text(block))
            continue
        if lines:
            parts.append("\n".join(lines))
            lines = []
        parts.append(CellGrid("", list(_cells(block))))
    if lines:
        parts.append("\n".join(lines))
    return parts


def _blocks(body: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, those inside content controls too."""
    for block in body:
        if block.tag in (_W + "p", _W + "tbl"):
            yield block
        elif block.tag in (_W + "sdt", _W + "sdtContent", _W + "ins"):
            yield from _blocks(block)


def _heading_level(style: Any) -> int:
    """Return the level of a style's headings, 1 to 6; 0 for any other style."""
    name = (getattr(style, "name", "") or "").lower()
    found = re.fullmatch(r"(?:heading|标题)\s*(\d)", name)
    if found:
        return min(int(found.group(1)), 6) or 1
    return 1 if name in ("title", "标题") else 0


def _heading_marks(paragraph: Any, levels: dict[str, int]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    level = levels.get(style.get(_W + "val"), 0) if style is not None else 0
    return "#" * level + " " if level else ""


def _text(paragraph: Any) -> str:
    words = ""
    for run in paragraph.iter(_W + "r"):
        text = "".join(_text_of(piece) for piece in run)
        raised = run.find(f"{_W}rPr/{_W}vertAlign")
        if raised is not None and raised.get(_W + "val") == "superscript" and re.search(r"[\d%]$", words[-1:]):
            text = f"[{text.strip()}]" if text.strip() else ""
        words += text
    return words


def _text_of(piece: Any) -> str:
    if piece.tag == _W + "t":
        return piece.text or ""
    return {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}.get(piece.tag, "")


def _cells(table: Any) -> Iterator[Cell]:
    """Yield the cells of a table; what a cell goes on with below becomes its rows."""
    open_cells: dict[int, list[Any]] = {}  # by column: row, columns, rows, text
    for r, row in enumerate(table.findall(_W + "tr")):
        c = 0
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        if before is not None:
            c = min(_value(before), _MOST_COLUMNS)
        for cell in row.findall(_W + "tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            columns = max(1, min(_value(span), _MOST_COLUMNS)) if span is not None else 1
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(_W + "val", "continue") == "continue"
            if goes_on and c in open_cells:
                open_cells[c][2] += 1
            else:
                if c in open_cells:
                    yield _closed(c, open_cells.pop(c))
                text = "\n".join(_text(p) for p in cell.iter(_W + "p"))
                open_cells[c] = [r, columns, 1, text]
            c += columns
    for c, open_cell in open_cells.items():
        yield _closed(c, open_cell)


def _closed(c: int, open_cell: list[Any]) -> Cell:
    r, columns, rows, text = open_cell
    return r, c, rows, columns, 0, text


def _value(element: Any) -> int:
    given = element.get(_W + "val") or "1"
    return int(given) if given.isdigit() else 1
