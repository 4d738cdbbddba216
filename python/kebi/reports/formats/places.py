"""Where the items of a report stand in the grids of its document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..._core import Fact, Passed, Unread
    from ..doubtful import SourceText


class Places:
    """The cells of a document's grids by their place in its text.

    Parameters
    ----------
    cells : sequence of tuple
        First byte, byte behind the last, number of the grid, row and column from 0, of each cell.
    sheets : sequence of str, optional
        The names of the grids, where they are the sheets of a workbook.

    Examples
    --------
    >>> Places([(0, 3, 0, 4, 27)], ["表一"]).at(0)
    '表一!AB5'
    """

    def __init__(self, cells: Sequence[tuple[int, int, int, int, int]], sheets: Sequence[str] | None = None) -> None:
        self._cells = sorted(cells)
        self._starts = [cell[0] for cell in self._cells]
        self._sheets = list(sheets) if sheets is not None else None

    def at(self, start: int) -> str:
        """Return the cell that holds a byte of the text.

        Parameters
        ----------
        start : int
            The byte.

        Returns
        -------
        str
            Sheet and address, or number of table, row and column from 1; empty outside of cells.

        Examples
        --------
        >>> Places([(10, 14, 0, 2, 1)]).at(12)
        'table 1, row 3, column 2'
        """
        place = bisect_right(self._starts, start) - 1
        if place < 0 or start >= self._cells[place][1]:
            return ""
        _, _, grid, row, column = self._cells[place]
        if self._sheets is None:
            return f"table {grid + 1}, row {row + 1}, column {column + 1}"
        letters, number = "", column + 1
        while number:
            number, digit = divmod(number - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{self._sheets[grid]}!{letters}{row + 1}"


class InText:
    """What has its items in a text, some of them in cells of its tables.

    Parameters
    ----------
    source : SourceText
        The text.
    places : Places, optional
        Where the cells of its tables stand in it.

    Attributes
    ----------
    source : SourceText
        The text, with the sentence of each fact.

    Examples
    --------
    >>> import kebi
    >>> isinstance(kebi.read_text("全年出口1.5亿元。"), InText)
    True
    """

    def __init__(self, source: SourceText, places: Places | None = None) -> None:
        self.source = source
        self._places = places

    @property
    def text(self) -> str:
        """The text that the facts were read from, in which they have their places; may be empty."""
        return self.source.text

    def place(self, item: Fact | Passed | Unread) -> str:
        """Return the cell that a fact, or a number that is none, was read from.

        Parameters
        ----------
        item : Fact, Passed or Unread
            One of this report.

        Returns
        -------
        str
            Sheet and address of a workbook (``表一!B5``), or number of table, row and column; empty
            where it stands in running text, or where the source had no cells.

        Examples
        --------
        >>> import kebi
        >>> rows = ["指标", "2019年", "出口(亿元)", "5.2"]
        >>> report = kebi.read([kebi.CellGrid("", [(i // 2, i % 2, 1, 1, 0, text) for i, text in enumerate(rows)])])
        >>> report.place(report.facts[0])
        'table 1, row 2, column 2'
        """
        return self._places.at(item.start) if self._places else ""
