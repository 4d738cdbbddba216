"""PDF files: lines of text in reading order, ruled tables as grids."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..._core import CellGrid
from .parts import Cell, Parts

_TOUCH = 3.0  # points between what belongs together
_LEAST_WIDTH, _LEAST_HEIGHT = 120.0, 18.0


@dataclass
class _Line:
    """Words of one height."""

    top: float
    bottom: float
    words: list[Any] = field(default_factory=list)

    def text(self) -> str:
        """The words with a blank where they stand apart."""
        return " ".join(word["text"] for word in sorted(self.words, key=lambda w: w["x0"]))


@dataclass
class _Area:
    """A ruled table: its outer edges, and the edges of its columns and ruled rows."""

    x0: float
    x1: float
    top: float
    bottom: float
    columns: list[float]
    rows: list[float]

    def holds(self, word: Any) -> bool:
        """Return whether a word stands in the table or just before its first column."""
        middle = (word["top"] + word["bottom"]) / 2
        return bool(self.top - 1 <= middle <= self.bottom + 1 and self.x0 - 20 <= word["x0"] <= self.x1 + 20)


def pdf(data: bytes) -> Parts:
    """Return the text and the ruled tables of a PDF.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    list of str or CellGrid
        Lines of text between tables; a grid a table, going on over pages without a new head.
    """
    import pdfplumber

    parts: Parts = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            _add_page(parts, _parts_of_page(page))
            page.close()
    return _joined_lines(parts)


def _add_page(parts: Parts, page: Parts) -> None:
    """Add the parts of a page; a table at its top goes on with one at the end of the page before."""
    last = next((k for k in range(len(parts) - 1, -1, -1) if not _is_furniture(parts[k])), None)
    first = next((k for k, part in enumerate(page) if not _is_furniture(part)), None)
    if last is not None and first is not None:
        above, below = parts[last], page[first]
        if isinstance(above, CellGrid) and isinstance(below, CellGrid) and _width(above) == _width(below):
            rows = max(cell[0] for cell in above.cells) + 1
            moved = [(row + rows, column, high, wide, kind, text) for row, column, high, wide, kind, text in below.cells]
            parts[last] = CellGrid(above.name, [*above.cells, *moved])
            page = [part for k, part in enumerate(page) if k != first]
    parts.extend(page)


def _is_furniture(part: str | CellGrid) -> bool:
    """Whether a line is the number of a page: 12, — 12 —, 第12页."""
    return isinstance(part, str) and part.strip("-—–－ 第页共/·0123456789") == ""


def _width(grid: CellGrid) -> int:
    return 1 + max(cell[1] for cell in grid.cells)


def _joined_lines(parts: Parts) -> Parts:
    """Join lines that stand between the same grids to one text."""
    joined: Parts = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += "\n" + part
        else:
            joined.append(part)
    return joined


def _parts_of_page(page: Any) -> Parts:
    words = page.extract_words(x_tolerance=1.5, y_tolerance=2, keep_blank_chars=False, use_text_flow=False)
    areas = _areas(page)
    outside = [word for word in words if not any(area.holds(word) for area in areas)]
    found: list[tuple[float, str | CellGrid]] = [(line.top, line.text()) for line in _lines(outside)]
    for area in areas:
        cells = _cells(area, [word for word in words if area.holds(word)])
        if cells:
            found.append((area.top, CellGrid("", cells)))
    return [part for _, part in sorted(found, key=lambda one: one[0])]


def _areas(page: Any) -> list[_Area]:
    """Return the ruled tables of a page: horizontal rules of one width, and the rules between them."""
    across, down = _rules(page)
    areas: list[_Area] = []
    for x0, x1, y in sorted(across, key=lambda rule: rule[2]):
        if x1 - x0 < _LEAST_WIDTH:
            continue
        joined = next((a for a in areas if _meets(a, x0, x1, y, down)), None)
        if joined:
            joined.bottom, joined.x0, joined.x1 = max(joined.bottom, y), min(joined.x0, x0), max(joined.x1, x1)
            joined.rows.append(y)
        else:
            areas.append(_Area(x0, x1, y, y, [], [y]))
    found = []
    for area in areas + _open_areas(areas, down):
        inside = [x for x, top, bottom in down if top < area.bottom - 2 and bottom > area.top + 2]
        area.columns = _edges([area.x0, *[x for x in inside if area.x0 - _TOUCH <= x <= area.x1 + _TOUCH], area.x1])
        area.rows = _edges([area.top, *area.rows, area.bottom])
        if area.bottom - area.top >= _LEAST_HEIGHT and len(area.columns) > 2:
            found.append(area)
    return found


def _rules(page: Any) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Return the rules across (x0, x1, y) and down (x, top, bottom), thin rectangles included."""
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for shape in [*page.lines, *page.rects]:
        wide, high = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
        if high <= 2 and wide > 2:
            across.append((shape["x0"], shape["x1"], (shape["top"] + shape["bottom"]) / 2))
        elif wide <= 2 and high > 2:
            down.append(((shape["x0"] + shape["x1"]) / 2, shape["top"], shape["bottom"]))
        elif shape.get("stroke") and shape["object_type"] == "rect":
            across += [(shape["x0"], shape["x1"], shape["top"]), (shape["x0"], shape["x1"], shape["bottom"])]
            down += [(shape["x0"], shape["top"], shape["bottom"]), (shape["x1"], shape["top"], shape["bottom"])]
    return _joined(across), down


def _joined(across: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Join rules of one height that touch: cells draw their borders one by one."""
    found: list[tuple[float, float, float]] = []
    for x0, x1, y in sorted(across, key=lambda rule: (round(rule[2]), rule[0])):
        if found and abs(found[-1][2] - y) <= 1.5 and x0 <= found[-1][1] + _TOUCH:
            found[-1] = (found[-1][0], max(found[-1][1], x1), found[-1][2])
        else:
            found.append((x0, x1, y))
    return found


def _meets(area: _Area, x0: float, x1: float, y: float, down: Sequence[tuple[float, float, float]]) -> bool:
    """Whether a rule across goes on with a table above it: rules down join the two."""
    if min(area.x1, x1) - max(area.x0, x0) < 0.8 * min(area.x1 - area.x0, x1 - x0):
        return False
    return any(
        top <= area.bottom + _TOUCH and bottom >= y - _TOUCH and min(area.x0, x0) - _TOUCH <= x <= max(area.x1, x1) + _TOUCH
        for x, top, bottom in down
    )


def _open_areas(areas: list[_Area], down: Sequence[tuple[float, float, float]]) -> list[_Area]:
    """Return tables that have come over from the page before, or go on on the next: ruled on one side."""
    found = []
    for area in areas:
        if area.bottom - area.top >= _LEAST_HEIGHT:
            reach = [b for x, t, b in down if t <= area.bottom + _TOUCH and b > area.bottom + _TOUCH and area.x0 < x < area.x1]
            if len(reach) > 1:
                area.bottom = max(reach)
            continue
        above = [t for x, t, b in down if abs(b - area.top) <= _TOUCH and area.x0 - _TOUCH <= x <= area.x1 + _TOUCH]
        below = [b for x, t, b in down if abs(t - area.top) <= _TOUCH and area.x0 - _TOUCH <= x <= area.x1 + _TOUCH]
        if above:
            found.append(_Area(area.x0, area.x1, min(above), area.bottom, [], []))
        elif below:
            found.append(_Area(area.x0, area.x1, area.top, max(below), [], []))
    return found


def _edges(places: list[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _TOUCH:
            edges.append(place)
    return edges


def _lines(words: Sequence[Any]) -> list[_Line]:
    """Return words as lines: those whose middles are of one height."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda w: (w["top"] + w["bottom"]) / 2):
        middle = (word["top"] + word["bottom"]) / 2
        if lines and lines[-1].top <= middle <= lines[-1].bottom and abs(lines[-1].bottom - word["bottom"]) < 3:
            lines[-1].words.append(word)
        else:
            lines.append(_Line(word["top"], word["bottom"], [word]))
    return lines


def _cells(area: _Area, words: Sequence[Any]) -> list[Cell]:
    cells: list[Cell] = []
    row = 0
    left = min((word["x0"] for word in words if _column(area, word) == 0), default=area.x0)
    for top, bottom in zip(area.rows, area.rows[1:], strict=False):
        band = [word for word in words if top - 1 <= (word["top"] + word["bottom"]) / 2 < bottom + 1]
        for line in _rows_of_band(area, _lines(band)):
            for column, inside in sorted(line.items()):
                inside.sort(key=lambda w: (round(w["top"] / 4), w["x0"]))
                indent = int((inside[0]["x0"] - left) / 5) if column == 0 else 0
                text = "".join(_spaced(inside))
                cells.append((row, column, 1, 1, max(indent, 0), text))
            row += bool(line)
    return cells


def _spaced(words: Sequence[Any]) -> list[str]:
    """Return the texts of words, a blank before those that stand apart from a Latin word or a number."""
    texts = [words[0]["text"]] if words else []
    for before, word in zip(words, words[1:], strict=False):
        apart = before["text"][-1:].isascii() and word["text"][:1].isascii()
        texts.append((" " if apart else "") + word["text"])
    return texts


def _column(area: _Area, word: Any) -> int:
    middle = (word["x0"] + word["x1"]) / 2
    inner = area.columns[1:-1]
    return sum(middle > edge for edge in inner)


def _rows_of_band(area: _Area, lines: Sequence[_Line]) -> list[dict[int, list[Any]]]:
    """Return the rows between two rules: one, or one a line where several lines hold figures."""
    rows: list[dict[int, list[Any]]] = []
    for line in lines:
        row: dict[int, list[Any]] = {}
        for word in line.words:
            row.setdefault(_column(area, word), []).append(word)
        rows.append(row)
    last = len(area.columns) - 2
    with_figures = sum(any(_is_figure(word["text"]) for k in range(1, last + 1) for word in row.get(k, [])) for row in rows)
    if with_figures > 1:
        return rows
    joined: dict[int, list[Any]] = {}
    for row in rows:
        for column, words in row.items():
            joined.setdefault(column, []).extend(words)
    return [joined] if joined else []


def _is_figure(text: str) -> bool:
    return text.lstrip("-－—+(（").replace(",", "").replace(".", "", 1).rstrip("%)）*").isdigit()
