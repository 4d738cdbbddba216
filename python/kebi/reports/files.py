"""Texts and tables of files by their kind, each read with a library for that kind."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from .. import _core
from .._core import KebiError

if TYPE_CHECKING:
    from .formats.parts import Parts

    Loader = Callable[[bytes, str], str | Parts]


def load(path: str) -> str | Parts:
    """Return the text of a file, or its stretches of text and its grids.

    Parameters
    ----------
    path : str
        The path of a file, whose ending says of which kind it is.

    Returns
    -------
    str or list of str or CellGrid
        The text of a plain file; of any other the parts in reading order, a grid a table or sheet.

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


def load_bytes(data: bytes, name: str) -> str | Parts:
    """Return the text of a file's bytes, or its stretches of text and its grids.

    Parameters
    ----------
    data : bytes
        What the file contains.
    name : str
        The name of the file, whose ending says of which kind it is.

    Returns
    -------
    str or list of str or CellGrid
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


def _page(data: bytes, name: str) -> Parts:
    from .formats.web_page import html

    return html(_core.to_utf8(data))


def _word(data: bytes, name: str) -> Parts:
    from .formats.word import docx

    return _guarded(docx, data, name, "Word document")


def _workbook(data: bytes, name: str) -> Parts:
    from .formats import workbooks

    readers = {".xlsx": workbooks.xlsx, ".xls": workbooks.xls, ".ods": workbooks.ods}
    return _guarded(readers[_ending(name)], data, name, "workbook")


def _pdf(data: bytes, name: str) -> Parts:
    from .formats.pdf import pdf

    parts = _guarded(pdf, data, name, "PDF")
    if not parts:
        raise KebiError(f"{os.path.basename(name)} contains images of pages and no text: run text recognition first")
    return parts


def _guarded(reader: Callable[[bytes], Parts], data: bytes, name: str, kind: str) -> Parts:
    """Return the parts that a reader finds; what it refuses becomes one sentence."""
    try:
        return reader(data)
    except (OSError, MemoryError, KebiError):
        raise
    except Exception as refused:  # noqa: BLE001  # of the archive, its compression, its XML, and what that lacks
        raise KebiError(f"{os.path.basename(name)} is not a readable {kind}: {refused}") from None


_LOADERS: dict[str, Loader] = {
    ".csv": _plain,
    ".tsv": _plain,
    ".jsonl": _plain,
    ".ndjson": _plain,
    ".txt": _plain,
    ".md": _plain,
    ".html": _page,
    ".htm": _page,
    ".docx": _word,
    ".xlsx": _workbook,
    ".xls": _workbook,
    ".ods": _workbook,
    ".pdf": _pdf,
}
