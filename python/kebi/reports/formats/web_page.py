"""Pages of HTML: text, headings with #, tables with their merged cells."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ..._core import CellGrid, to_utf8
from .parts import Cell, Parts

_UNSHOWN = {"script", "style", "noscript", "template", "svg", "select"}
_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BREAKS = {"p", "div", "li", "tr", "section", "article", "header", "footer", "caption", "ul", "ol", "dd", "dt", "title"}
_MOST_SPAN = 512


def html_of_bytes(data: bytes) -> Parts:
    """Return the text and the tables of a file with a page.

    Parameters
    ----------
    data : bytes
        The file, in UTF-8 or GB 18030.

    Returns
    -------
    list of str or CellGrid
        As of `html`.

    Examples
    --------
    >>> html_of_bytes("<p>增长6%".encode("gb18030"))
    ['增长6%']
    """
    return html(to_utf8(data))


def html(text: str) -> Parts:
    """Return the text and the tables of a page.

    Parameters
    ----------
    text : str
        The page.

    Returns
    -------
    list of str or CellGrid
        Text between tables, a line a paragraph; a grid a table.

    Examples
    --------
    >>> page = "<p>2019年</p><table><tr><td rowspan=2>出口<td>5<sup>1</sup></tr></table>"
    >>> [part if isinstance(part, str) else part.cells for part in html(page)]
    ['2019年', [(0, 0, 2, 1, 0, '出口'), (0, 1, 1, 1, 0, '5[1]')]]
    """
    page = _Page()
    page.feed(_closed(text))
    page.close()
    return page.finished()


def _closed(text: str) -> str:
    """Return a page in which every mark ends: the parser looks for the end of each to the end of the page."""
    text = text.replace("<![", "<!")  # of other programs: as browsers do, up to the next >
    closed, end, tail = text.rpartition("-->")
    text = closed + end + tail.replace("<!--", "")
    closed, end, tail = text.rpartition(">")
    return closed + end + tail.replace("<", "&lt;")


class _Table:
    """A table that is being read: where its next cell stands."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.inner: Parts = []  # of a table that only lays out the page
        self.row = -1
        self.column = 0
        self.taken: dict[int, int] = {}  # by column: the first row that is free again
        self.span = (1, 1)
        self.text: str | None = None

    def open_row(self) -> None:
        """Start a row."""
        self.close_cell()
        self.row += 1
        self.column = 0

    def open_cell(self, rows: int, columns: int) -> None:
        """Start a cell that spans so many rows and columns."""
        self.close_cell()
        if self.row < 0:
            self.row = 0
        while self.taken.get(self.column, 0) > self.row:
            self.column += 1
        self.span, self.text = (rows, columns), ""

    def close_cell(self) -> None:
        """End the cell that is open, if one is."""
        if self.text is None:
            return
        rows, columns = self.span
        text = re.sub(r"[ \t\r\n]+", " ", self.text)
        self.cells.append((self.row, self.column, rows, columns, 0, text.rstrip()))
        for column in range(self.column, self.column + columns):
            self.taken[column] = self.row + rows
        self.column += columns
        self.text = None


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: Parts = []
        self._line = ""
        self._lines: list[str] = []
        self._tables: list[_Table] = []
        self._unshown: list[str] = []
        self._raised = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the start of an element."""
        given = dict(attrs)
        hidden = re.search(r"display\s*:\s*none", given.get("style") or "") is not None
        if self._unshown or tag in _UNSHOWN or (hidden and tag not in _EMPTY):
            if tag not in _EMPTY:
                self._unshown.append(tag)
            return
        if tag == "table":
            self._open_table()
        elif self._tables and tag == "tr":
            self._tables[-1].open_row()
        elif self._tables and tag in ("td", "th"):
            self._tables[-1].open_cell(_span(given.get("rowspan")), _span(given.get("colspan")))
        elif tag in ("sup", "sub"):
            self._raised = tag == "sup"
        elif re.fullmatch(r"h[1-6]", tag):
            self._break()
            self._write("#" * int(tag[1]) + " ")
        elif tag == "br" or tag in _BREAKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        if self._unshown:
            if tag in self._unshown:
                while self._unshown.pop() != tag:
                    pass
            return
        if tag == "table" and self._tables:
            self._close_table()
        elif self._tables and tag in ("td", "th"):
            self._tables[-1].close_cell()
        elif tag in ("sup", "sub"):
            self._raised = False
        elif tag in _BREAKS or re.fullmatch(r"h[1-6]", tag):
            self._break()

    def handle_data(self, data: str) -> None:
        """Take the text between elements."""
        if self._unshown:
            return
        before = (self._tables[-1].text or "") if self._tables else self._line
        if self._raised and data.strip() and re.search(r"[\d%*]$", before[-1:]):
            data = f"[{data.strip()}]"  # a note, and no digit of the number
        self._write(data)

    def finished(self) -> Parts:
        """Return what the page holds, once all of it was taken."""
        while self._tables:
            self._close_table()
        self._flush()
        return self._parts

    def _write(self, words: str) -> None:
        if not self._tables:
            self._line += words
        elif self._tables[-1].text is not None:
            self._tables[-1].text += words

    def _break(self) -> None:
        if self._tables:
            if self._tables[-1].text:
                self._tables[-1].text += "\n"
        else:
            self._lines.append(re.sub(r"[ \t\r\n\f]+", " ", self._line).strip(" "))
            self._line = ""

    def _flush(self) -> None:
        self._break()
        text = "\n".join(line for line in self._lines if line)
        if text:
            self._parts.append(text)
        self._lines = []

    def _open_table(self) -> None:
        if not self._tables:
            self._flush()
        elif self._tables[-1].text is not None:  # a table inside a cell: the outer one is layout
            outer = self._tables[-1]
            outer.inner.append((outer.text or "").strip())
            outer.text = ""
        self._tables.append(_Table())

    def _close_table(self) -> None:
        table = self._tables.pop()
        table.close_cell()
        made: Parts
        if any(isinstance(part, CellGrid) for part in table.inner):
            texts = [text for *_, text in table.cells]
            made = [part for part in [*table.inner, *texts] if part]
        else:
            made = [CellGrid("", table.cells)]
        (self._tables[-1].inner if self._tables else self._parts).extend(made)


def _span(given: str | None) -> int:
    return max(1, min(int(given), _MOST_SPAN)) if given and given.isascii() and given.isdigit() else 1
