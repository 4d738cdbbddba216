"""How much a file may ask of the machine that reads it."""

from __future__ import annotations

import os
import stat
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, fields

from ..._core import CellGrid, KebiError


@dataclass(frozen=True)
class Limits:
    """How large a file may be, and how long and with how much memory it may be read.

    Parameters
    ----------
    file_bytes : int
        Bytes of the file; 256 MiB if not given.
    unpacked_bytes : int
        Bytes of all parts of a .docx, .xlsx or .ods file when unpacked; 512 MiB if not given.
    cells : int
        Cells of all tables of a file, empty and merged ones among them; 2 000 000 if not given.
        The parts of a .docx, .xlsx or .ods file may hold ten tags and attributes a cell.
    seconds : float or None
        Seconds that the libraries for .pdf and .xls may take, and a page of more than 256 KiB; 600 if not
        given. They run in a process of their own, which is ended then; with None they run in this one.
    memory_bytes : int
        Memory that this process may use, where the system can limit it; 4 GiB if not given.

    Raises
    ------
    KebiError
        For a limit that is not above 0.

    Examples
    --------
    >>> import kebi
    >>> kebi.Limits(seconds=30).cells
    2000000
    """

    file_bytes: int = 256 << 20
    unpacked_bytes: int = 512 << 20
    cells: int = 2_000_000
    seconds: float | None = 600
    memory_bytes: int = 4 << 30

    def __post_init__(self) -> None:
        """Refuse limits that are no numbers above 0."""
        for each in fields(self):
            value = getattr(self, each.name)
            if value is None and each.name == "seconds":
                continue
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
                raise KebiError(f"the limit {each.name} is a number above 0: found {value!r}")


DEFAULT = Limits()


def way_out(limit: str, needed: float | None = None) -> str:
    """Return the end of a sentence that refuses a file.

    Parameters
    ----------
    limit : str
        The name of the limit.
    needed : float, optional
        What the file needs.

    Returns
    -------
    str
        How the file can be read all the same.

    Examples
    --------
    >>> way_out("cells", 3_000_000)
    'split the file, or pass limits=kebi.Limits(cells=3000000) if you trust it'
    """
    value = "..." if needed is None else f"{needed:.0f}"
    return f"split the file, or pass limits=kebi.Limits({limit}={value}) if you trust it"


def require_file(path: str, limits: Limits) -> None:
    """Refuse a path that is no file of a size within the limits.

    Parameters
    ----------
    path : str
        A path.
    limits : Limits
        The limits.

    Raises
    ------
    KebiError
        For a folder, a pipe, a device, and a file that is too large.
    OSError
        For a path that is not there.

    Examples
    --------
    >>> require_file("/", DEFAULT)
    Traceback (most recent call last):
    ...
    kebi.KebiError: '/' is a folder and no file: pass its files, or the folder to kebi.read_many
    """
    about = os.stat(path)
    if stat.S_ISDIR(about.st_mode):
        raise KebiError(f"{path!r} is a folder and no file: pass its files, or the folder to kebi.read_many")
    if not stat.S_ISREG(about.st_mode):
        raise KebiError(
            f"{path!r} is a pipe or a device and no file: save what it gives as a file, or pass the text to kebi.read_text"
        )
    require_size(about.st_size, os.path.basename(path), limits)


def require_size(size: int, name: str, limits: Limits) -> None:
    """Refuse more bytes of a file than the limit.

    Parameters
    ----------
    size : int
        Bytes of the file.
    name : str
        Its name, for the sentence.
    limits : Limits
        The limits.

    Raises
    ------
    KebiError
        For more bytes.

    Examples
    --------
    >>> require_size(10, "a.txt", DEFAULT)
    """
    if size > limits.file_bytes:
        raise KebiError(
            f"{name} has {size} bytes, and a file may have {limits.file_bytes}: {way_out('file_bytes', size)}"
        )


def require_cells(parts: Sequence[str | CellGrid], name: str, limits: Limits) -> None:
    """Refuse tables with more cells than the limit, once each is laid out in full.

    Parameters
    ----------
    parts : sequence of str or CellGrid
        The parts of a document.
    name : str
        The name of the file, for the sentence.
    limits : Limits
        The limits.

    Raises
    ------
    KebiError
        For more cells.

    Examples
    --------
    >>> require_cells([CellGrid("", [(0, 0, 1, 10**8, 0, "出口"), (1, 0, 1, 1, 0, "5.2")])], "a.docx", DEFAULT)
    """
    cells = sum(_cells_of(part) for part in parts if isinstance(part, CellGrid))
    if cells > limits.cells:
        raise KebiError(
            f"the tables of {name or 'the document'} have {cells} cells, and a document may have {limits.cells}: "
            f"{way_out('cells', cells)}"
        )


def _cells_of(grid: CellGrid) -> int:
    """Return the cells of a grid without its empty rows and columns, or those that its cells reach over."""
    cells = grid.cells
    rows, columns = sorted({cell[0] for cell in cells}), sorted({cell[1] for cell in cells})

    def reach(places: list[int], first: int, count: int) -> int:
        return 1 if count == 1 else bisect_left(places, first + count) - bisect_left(places, first)

    covered = sum(reach(rows, row, high) * reach(columns, column, wide) for row, column, high, wide, *_ in cells)
    return max(covered, len(rows) * len(columns))
