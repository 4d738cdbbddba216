"""The parts of a document, and what makes them of rows."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from ..._core import CellGrid, KebiError

Parts = list["str | CellGrid"]
Cell = tuple[int, int, int, int, int, str]  # row, column, rows, columns, indent, text


def grid_of_rows(rows: Sequence[Sequence[str]], name: str = "") -> CellGrid:
    """Return rows of texts as a grid without merged cells.

    Parameters
    ----------
    rows : sequence of sequence of str
        The texts of the cells, row by row.
    name : str
        The name of the sheet or the caption of the table.

    Returns
    -------
    CellGrid
        Its cells with text.

    Examples
    --------
    >>> grid_of_rows([["指标", "2019年"], ["出口", "5"]]).cells[3]
    (1, 1, 1, 1, 0, '5')
    """
    cells = [(r, c, 1, 1, 0, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text.strip()]
    return CellGrid(name, cells)


def rows_of_grid(grid: CellGrid) -> list[list[str]]:
    """Return a grid as rows of texts, a merged cell as its first.

    Parameters
    ----------
    grid : CellGrid
        A grid.

    Returns
    -------
    list of list of str
        Rows of one length; rows and columns without any cell are left out.

    Examples
    --------
    >>> rows_of_grid(grid_of_rows([["出口", "", "5"]]))
    [['出口', '5']]
    """
    columns = {column: place for place, column in enumerate(sorted({cell[1] for cell in grid.cells}))}
    rows: dict[int, list[str]] = {}
    for row, column, *_, text in sorted(grid.cells, key=lambda cell: cell[:2]):
        rows.setdefault(row, [""] * len(columns))[columns[column]] = text.strip()
    return list(rows.values())


def require_reader(module: str, package: str, extra: str, ending: str) -> None:
    """Refuse to read a file whose reader is not installed.

    Parameters
    ----------
    module, package, extra, ending : str
        The module, its package, the extra of kebi that installs it, and the ending of the file.

    Raises
    ------
    KebiError
        With the command that installs it.

    Examples
    --------
    >>> require_reader("no_such_module", "python-docx", "word", ".docx")
    Traceback (most recent call last):
    ...
    kebi.KebiError: reading .docx needs python-docx: pip install 'kebi[word]'
    """
    try:
        found = find_spec(module)
    except ValueError:  # an import that was ruled out
        found = None
    if found is None:
        raise KebiError(f"reading {ending} needs {package}: pip install 'kebi[{extra}]'")
