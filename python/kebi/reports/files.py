"""Texts and tables of files by their kind, each read with a library for that kind."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from typing import Any

from .. import _core
from .._core import KebiError

Rows = list[list[str]]
Sheets = dict[str, Rows]  # by name, in their order


def load(path: str) -> str | Sheets:
    """Return the text of a file, or the tables of a workbook.

    Parameters
    ----------
    path : str
        The path of a file, whose ending says of which kind it is.

    Returns
    -------
    str or dict of str to list of list of str
        The text, or for each sheet by its name the texts of its cells, row by row.

    Raises
    ------
    KebiError
        For a kind of file that kebi does not read, one whose reader is not installed, and one
        that its reader refuses.
    OSError
        For a file that is not there or cannot be opened.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder) / "report.txt"
    ...     _ = path.write_text("增长6%", encoding="utf-8")
    ...     load(str(path))
    '增长6%'
    """
    if not is_readable(path) and not os.path.exists(path):
        raise KebiError(
            f"there is no file {path[:60]!r}, and kebi does not read this format: it reads {', '.join(_LOADERS)}; "
            "pass a text of one line to kebi.read_text"
        )
    _require_readable(path)
    with open(path, "rb") as file:
        return load_bytes(file.read(), path)


def load_bytes(data: bytes, name: str) -> str | Sheets:
    """Return the text of a file's bytes, or the tables of a workbook's.

    Parameters
    ----------
    data : bytes
        What the file contains.
    name : str
        The name of the file, whose ending says of which kind it is.

    Returns
    -------
    str or dict of str to list of list of str
        As of `load`.

    Raises
    ------
    KebiError
        As `load`.

    Examples
    --------
    >>> load_bytes("增长6%".encode(), "report.txt")
    '增长6%'
    """
    _require_readable(name)
    return _LOADERS[_ending(name)](data, name)


def is_readable(name: str) -> bool:
    """Return whether kebi reads files whose name ends so.

    Parameters
    ----------
    name : str
        A name or a path of a file.

    Returns
    -------
    bool
        Whether there is a loader for its ending.

    Examples
    --------
    >>> is_readable("report.PDF"), is_readable("report.jpg")
    (True, False)
    """
    return _ending(name) in _LOADERS


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _require_readable(name: str) -> None:
    if not is_readable(name):
        raise KebiError(
            f"cannot read {os.path.basename(name)}: kebi reads {', '.join(_LOADERS)}; "
            "save it as one of these, or pass a data frame"
        )


def _plain(data: bytes, name: str) -> str:
    return _core.to_utf8(data)


def _needs(package: str, extra: str, ending: str) -> KebiError:
    return KebiError(f"reading {ending} needs {package}: pip install 'kebi[{extra}]'")


def _word(data: bytes, name: str) -> str:
    try:
        import docx
        from docx.table import Table
    except ImportError:
        raise _needs("python-docx", "word", ".docx") from None

    def lines(document: Any) -> Iterator[str]:
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                yield ""
                for row in block.rows:
                    yield "\t".join(cell.text.replace("\n", " ") for cell in _unmerged(row.cells))
                yield ""
            else:
                yield block.text

    try:
        return "\n".join(lines(docx.Document(io.BytesIO(data))))
    except (OSError, MemoryError):
        raise
    except Exception as refused:  # noqa: BLE001  # of the archive, its compression, its XML, and what that lacks
        raise KebiError(f"{os.path.basename(name)} is not a readable Word document: {refused}") from None


def _unmerged(cells: Any) -> list[Any]:
    """Return the cells of a Word row, each merged one once."""
    seen: list[Any] = []
    for cell in cells:
        if not any(cell is known for known in seen):
            seen.append(cell)
    return seen


def _pdf(data: bytes, name: str) -> str:
    try:
        import pypdf
    except ImportError:
        raise _needs("pypdf", "pdf", ".pdf") from None
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except (OSError, MemoryError):
        raise
    except Exception as refused:  # noqa: BLE001  # pypdf reports damage in many ways
        raise KebiError(f"{os.path.basename(name)} is not a readable PDF: {refused}") from None
    text = "\n".join(pages)
    if pages and not text.strip():
        raise KebiError(f"{os.path.basename(name)} contains images of pages and no text: run text recognition first")
    return text


def _excel(data: bytes, name: str) -> Sheets:
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise _needs("python-calamine", "excel", _ending(name)) from None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {sheet: book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names}
    except (OSError, MemoryError):
        raise
    except Exception as refused:  # noqa: BLE001  # calamine, and dates and numbers of damaged cells
        raise KebiError(f"{os.path.basename(name)} is not a workbook: {refused}") from None
    return {sheet: [[_cell(cell) for cell in row] for row in rows] for sheet, rows in sheets.items()}


def _cell(cell: object) -> str:
    # A spreadsheet stores 5650 as 5650.0 and shows it without a point.
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


_LOADERS: dict[str, Callable[[bytes, str], str | Sheets]] = {
    ".csv": _plain,
    ".tsv": _plain,
    ".jsonl": _plain,
    ".ndjson": _plain,
    ".txt": _plain,
    ".md": _plain,
    ".html": _plain,
    ".htm": _plain,
    ".docx": _word,
    ".xlsx": _excel,
    ".xls": _excel,
    ".ods": _excel,
    ".pdf": _pdf,
}
