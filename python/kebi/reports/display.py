"""Tables of words: as plain text, in colour where rich is installed, and as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .._core import KebiError

if TYPE_CHECKING:
    from rich.console import Group


class Table(NamedTuple):
    """A table of words; one column of each row is coloured by the tone of the row.

    Attributes
    ----------
    title : str
        Printed above the table; may be empty.
    heads : list of str
        One head a column.
    rows : list of list of str
        One word or phrase a column.
    tones : list of str
        `ahead`, `near`, `behind` or `open`, one a row.
    toned : int
        The column that is coloured; -1 for none.
    notes : list of str
        Printed below the table.
    """

    title: str
    heads: list[str]
    rows: list[list[str]]
    tones: list[str]
    toned: int
    notes: list[str]

    def __str__(self) -> str:
        return to_text(self)


def require_language(language: str) -> str:
    """Return a language if kebi writes it.

    Parameters
    ----------
    language : str
        `zh` or `en`.

    Returns
    -------
    str
        The same.

    Raises
    ------
    KebiError
        For any other language.

    Examples
    --------
    >>> require_language("zh")
    'zh'
    """
    if language not in ("zh", "en"):
        raise KebiError(f"kebi writes zh and en: found {language!r}")
    return language


def width(text: str) -> int:
    """Return how many terminal cells a text takes: two for a Chinese character.

    Parameters
    ----------
    text : str
        Any text of one line.

    Returns
    -------
    int
        The number of cells in a font of fixed width.

    Examples
    --------
    >>> width("完成 50%")
    8
    """
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _printable(text: str) -> str:
    """Return a text without characters that a terminal would take for commands."""
    return "".join(c if c.isprintable() else " " for c in text)


def to_text(table: Table) -> str:
    """Return a table as text with aligned columns, for a font of fixed width.

    Parameters
    ----------
    table : Table
        Heads, rows and notes.

    Returns
    -------
    str
        Title, heads, a rule, the rows and the notes, one a line; without rows the notes say it all.

    Examples
    --------
    >>> print(to_text(Table("", ["指标", "figure"], [["出口", "1"]], [], -1, [])))
    指标  figure
    ────────────
    出口  1
    """
    title = [_printable(table.title)] if table.title else []
    if not table.rows and table.notes:
        return "\n".join([*title, *table.notes])
    grid = [[_printable(cell) for cell in row] for row in (table.heads, *table.rows)]
    widths = [max(width(row[i]) for row in grid) for i in range(len(table.heads))]

    def line(row: list[str]) -> str:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        return "  ".join(cells).rstrip()

    rule = "─" * (sum(widths) + 2 * (len(widths) - 1))
    return "\n".join([*title, line(grid[0]), rule, *map(line, grid[1:]), *table.notes])


# Legible on dark and on light terminals, and distinct with any colour vision.
_STYLES = {"ahead": "bold blue", "near": "cyan", "behind": "bold yellow", "open": "dim"}


def rich_table(table: Table) -> Group:
    """Return a table for a console of rich.

    Parameters
    ----------
    table : Table
        Heads, rows with their tones, and notes.

    Returns
    -------
    rich.console.Group
        The table and its notes.

    Raises
    ------
    ImportError
        Where rich is not installed.

    Examples
    --------
    >>> type(rich_table(Table("", ["figure"], [["1"]], ["open"], 0, []))).__name__
    'Group'
    """
    from rich import box
    from rich.console import Group as RichGroup
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(title=table.title or None, box=box.SIMPLE_HEAD, pad_edge=False)
    for head in table.heads if table.rows else []:
        drawn.add_column(head, overflow="fold")
    for row, tone in zip(table.rows, table.tones, strict=True):
        drawn.add_row(
            *(Text(_printable(cell), style=_STYLES[tone] if i == table.toned else "") for i, cell in enumerate(row))
        )
    return RichGroup(drawn, *map(Text, table.notes))


# One set of colours that is legible on white and on black, so that no page has to say which it is.
_STYLE = """
.kebi {border-collapse: collapse; font-size: 0.92em}
.kebi caption {text-align: left; font-weight: bold; padding: 0.4em 0}
.kebi th, .kebi td {text-align: left; vertical-align: top; padding: 0.25em 0.9em 0.25em 0; border: 0 solid #888}
.kebi thead th {border-width: 1.5px 0 0.75px}
.kebi tbody tr:last-child th, .kebi tbody tr:last-child td {border-bottom-width: 1.5px}
.kebi tbody th {font-weight: normal}
.kebi .verdict {white-space: nowrap; font-weight: bold}
.kebi .ahead {color: #2a7ab8} .kebi .near {color: #9a6b00}
.kebi .behind {color: #c0461b} .kebi .open {color: #767676}
.kebi td:last-child {min-width: 17em}
.kebi tfoot td {font-size: 0.9em; padding-top: 0.4em; border: 0}
""".strip()


def to_html(table: Table) -> str:
    """Return a table as HTML with its own style, legible on light and dark pages.

    Parameters
    ----------
    table : Table
        Heads, rows with their tones, and notes.

    Returns
    -------
    str
        A style and a table element.

    Examples
    --------
    >>> "<td>1</td>" in to_html(Table("", ["a", "b"], [["出口", "1"]], ["open"], -1, []))
    True
    """
    from html import escape

    def cell(tag: str, text: str, attributes: str = "") -> str:
        return f"<{tag}{attributes}>{escape(text)}</{tag}>"

    body = []
    for row, tone in zip(table.rows, table.tones, strict=True):
        first, *others = row
        cells = [cell("th", first, ' scope="row"')]
        for i, text in enumerate(others, start=1):
            cells.append(cell("td", text, f' class="verdict {tone}"' if i == table.toned else ""))
        body.append("<tr>" + "".join(cells) + "</tr>")
    heads = "".join(cell("th", head, ' scope="col"') for head in table.heads)
    across = f' colspan="{len(table.heads)}"'
    notes = "".join(f"<tr>{cell('td', note, across)}</tr>" for note in table.notes)
    return "\n".join(
        [
            f"<style>{_STYLE}</style>",
            '<table class="kebi" lang="zh-Hans">',
            cell("caption", table.title) if table.title else "",
            f"<thead><tr>{heads}</tr></thead>" if table.rows or not table.notes else "",
            "<tbody>",
            *body,
            "</tbody>",
            f"<tfoot>{notes}</tfoot>" if notes else "",
            "</table>",
        ]
    )
