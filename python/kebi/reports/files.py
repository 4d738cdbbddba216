"""Texts and tables of files by their kind, each read with a library for that kind."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from .. import _core
from .._core import KebiError
from .formats.limits import DEFAULT, Limits, require_file, require_size

if TYPE_CHECKING:
    from .formats.parts import Parts

    Loader = Callable[[bytes, str, Limits], str | Parts]

_LARGE_PAGE = 1 << 18  # bytes of a page that is read in this process


def load(path: str, limits: Limits = DEFAULT) -> str | Parts:
    """Return the text of a file, or its stretches of text and its grids.

    Parameters
    ----------
    path : str
        The path of a file, whose ending says of which kind it is.
    limits : Limits
        How large it may be, and how long it may be read.

    Returns
    -------
    str or list of str or CellGrid
        The text of a plain file; of any other the parts in reading order, a grid a table or sheet.

    Raises
    ------
    KebiError
        For a kind of file that kebi does not read, one whose reader is not installed, one that its
        reader refuses, one beyond the limits, and for what is no file.
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
    require_file(path, limits)
    with open(path, "rb") as file:
        return load_bytes(file.read(), path, limits)


def load_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> str | Parts:
    """Return the text of a file's bytes, or its stretches of text and its grids.

    Parameters
    ----------
    data : bytes
        What the file contains.
    name : str
        The name of the file, whose ending says of which kind it is.
    limits : Limits
        As of `load`.

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
    require_size(len(data), os.path.basename(name), limits)
    return _LOADERS[_written_as(data, _ending(name))](data, name, limits)


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


def _written_as(data: bytes, ending: str) -> str:
    """Return the ending of the form that a workbook has: many are a page or an xlsx file named .xls."""
    if ending not in (".xls", ".xlsx"):
        return ending
    if data.startswith(b"PK"):
        return ".xlsx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return ".xls"
    return ".html" if data[:256].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else ending


def _require_readable(name: str) -> None:
    if not is_readable(name):
        raise KebiError(
            f"cannot read {os.path.basename(name)}: kebi reads {', '.join(_LOADERS)}; "
            "save it as one of these, or pass a data frame"
        )


def _plain(data: bytes, name: str, limits: Limits) -> str:
    return _core.to_utf8(data)


def _page(data: bytes, name: str, limits: Limits) -> Parts:
    from .formats.web_page import html_of_bytes

    if len(data) <= _LARGE_PAGE:
        return html_of_bytes(data)
    return _guarded(lambda: _apart(html_of_bytes, data, name, limits), name, "page")


def _word(data: bytes, name: str, limits: Limits) -> Parts:
    from .formats.archive import require_sound
    from .formats.parts import require_reader
    from .formats.word import docx

    def read() -> Parts:
        require_sound(data, os.path.basename(name), limits)
        return docx(data)

    require_reader("docx", "python-docx", "word", ".docx")
    return _guarded(read, name, "Word document")


def _xlsx(data: bytes, name: str, limits: Limits) -> Parts:
    from .formats.archive import require_ranges, require_sound
    from .formats.parts import require_reader
    from .formats.workbooks import xlsx

    def read() -> Parts:
        file = os.path.basename(name)
        require_sound(data, file, limits)
        require_ranges(data, file, limits)
        return xlsx(data, file, limits)

    require_reader("openpyxl", "openpyxl", "excel", ".xlsx")
    return _guarded(read, name, "workbook")


def _xls(data: bytes, name: str, limits: Limits) -> Parts:
    from .formats.parts import require_reader
    from .formats.workbooks import xls

    require_reader("xlrd", "xlrd", "excel", ".xls")
    return _guarded(lambda: _apart(xls, data, name, limits), name, "workbook")


def _ods(data: bytes, name: str, limits: Limits) -> Parts:
    from .formats.archive import require_sound
    from .formats.workbooks import ods

    def read() -> Parts:
        require_sound(data, os.path.basename(name), limits)
        return ods(data)

    return _guarded(read, name, "workbook")


def _pdf(data: bytes, name: str, limits: Limits) -> Parts:
    from .formats.parts import require_reader
    from .formats.pdf import pdf

    require_reader("pdfplumber", "pdfplumber", "pdf", ".pdf")
    parts = _guarded(lambda: _apart(pdf, data, name, limits), name, "PDF")
    if not parts:
        raise KebiError(f"{os.path.basename(name)} contains images of pages and no text: run text recognition first")
    return parts


def _apart(reader: Callable[[bytes], Parts], data: bytes, name: str, limits: Limits) -> Parts:
    from .formats.apart import read_apart

    return read_apart(reader, data, os.path.basename(name), limits)


def _guarded(read: Callable[[], Parts], name: str, kind: str) -> Parts:
    """Return the parts that are read; what a library refuses becomes one sentence."""
    try:
        return read()
    except (MemoryError, KebiError):
        raise
    except Exception as refused:  # noqa: BLE001  # of the archive, its compression, its XML, and what that lacks
        if isinstance(refused, OSError) and refused.errno is not None:  # of the system; libraries raise it for files too
            raise
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
    ".xlsx": _xlsx,
    ".xls": _xls,
    ".ods": _ods,
    ".pdf": _pdf,
}
