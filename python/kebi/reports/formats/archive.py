"""Checks of the packed files of office programs before a library unpacks them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any
from xml.parsers import expat

from ..._core import KebiError
from .limits import Limits, way_out

_PIECE = 1 << 20
_MOST_MEMBERS = 65_535  # what the records of an archive without extensions can count
_MARKS_PER_CELL = 10
_RANGE = re.compile(r"\$?([A-Z]{0,3})\$?(\d*):\$?([A-Z]{0,3})\$?(\d*)$")
_ROWS, _COLUMNS = 1 << 20, 1 << 14  # of a sheet


def require_sound(data: bytes, name: str, limits: Limits) -> None:
    """Refuse an archive that unpacks to more than the limits, and XML that defines entities.

    Parameters
    ----------
    data : bytes
        A file in the form of Office Open XML or OpenDocument.
    name : str
        Its name, for the sentence.
    limits : Limits
        The limits.

    Raises
    ------
    KebiError
        For an archive with too many or too large parts, and for XML with a document type, which
        these formats forbid.
    zipfile.BadZipFile
        For what is no archive.

    Examples
    --------
    >>> made = io.BytesIO()
    >>> with zipfile.ZipFile(made, "w") as archive:
    ...     archive.writestr("content.xml", "<!DOCTYPE a [<!ENTITY b 'ha'>]><a>&b;</a>")
    >>> require_sound(made.getvalue(), "a.ods", Limits())
    Traceback (most recent call last):
    ...
    kebi.KebiError: the part content.xml of a.ods has a document type, which no office program writes: save it anew
    """
    if data.count(b"PK\1\2") > _MOST_MEMBERS:
        raise KebiError(f"{name} has more than {_MOST_MEMBERS} parts, which no office program writes: save it anew")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if unpacked > limits.unpacked_bytes:
            raise KebiError(
                f"{name} unpacks to {unpacked} bytes, and a file may unpack to {limits.unpacked_bytes}: "
                f"{way_out('unpacked_bytes', unpacked)}"
            )
        marks = 0
        for member in members:
            with archive.open(member) as part:
                marks += _marks_of(part, f"the part {member.filename} of {name}")
        if marks > _MARKS_PER_CELL * limits.cells:
            raise KebiError(
                f"{name} has {marks} tags and attributes, and a file may have {_MARKS_PER_CELL * limits.cells}: "
                f"{way_out('cells', -(-marks // _MARKS_PER_CELL))}"
            )


def _marks_of(part: IO[bytes], what: str) -> int:
    """Return how many tags and attributes a part can have at most; refuse one with a document type."""
    parser = expat.ParserCreate()
    inside: list[bool] = []

    def refuse(*declared: object) -> None:
        raise KebiError(f"{what} has a document type, which no office program writes: save it anew")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda *element: inside.append(True)
    marks = 0
    for piece in iter(lambda: part.read(_PIECE), b""):
        marks += piece.count(b"<") + piece.count(b"=")
        if not inside:  # a document type stands before the first element
            try:
                parser.Parse(piece)
            except expat.ExpatError:  # a picture, or what the library will refuse
                inside.append(False)
    return marks


def require_ranges(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a workbook whose merged cells and links reach over more cells than the limit.

    Parameters
    ----------
    data : bytes
        A file in the form of Office Open XML.
    name : str
        Its name, for the sentence.
    limits : Limits
        The limits.

    Raises
    ------
    KebiError
        For more cells.

    Examples
    --------
    >>> made = io.BytesIO()
    >>> with zipfile.ZipFile(made, "w") as archive:
    ...     archive.writestr("xl/worksheets/a.xml", "<worksheet><mergeCell ref='A1:XFD1048576'/></worksheet>")
    >>> require_ranges(made.getvalue(), "a.xlsx", Limits())
    Traceback (most recent call last):
    ...
    kebi.KebiError: the merged cells and links of a.xlsx reach over 17179869184 cells, and a file may have 2000000: \
split the file, or pass limits=kebi.Limits(cells=17179869184) if you trust it
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        reach = sum(
            _cells_in(reference)
            for member in archive.infolist()
            for reference in _references(archive.open(member))
        )
    if reach > limits.cells:
        raise KebiError(
            f"the merged cells and links of {name} reach over {reach} cells, and a file may have {limits.cells}: "
            f"{way_out('cells', reach)}"
        )


def _references(part: IO[bytes]) -> Iterator[str]:
    """Yield the ranges of cells that the elements of a sheet name."""
    found: list[str] = []

    def take(tag: str, attributes: dict[str, Any]) -> None:
        if "ref" in attributes and tag.rpartition(":")[2] in ("mergeCell", "hyperlink"):
            found.append(attributes["ref"])

    parser = expat.ParserCreate()
    parser.StartElementHandler = take
    with part:
        for piece in iter(lambda: part.read(_PIECE), b""):
            try:
                parser.Parse(piece)
            except expat.ExpatError:  # no XML, or broken: the library goes no farther
                break
            finally:
                yield from found
                found.clear()


def _cells_in(reference: str) -> int:
    corners = _RANGE.match(reference.upper())
    if not corners:
        return 1
    left, top, right, bottom = corners.groups()
    rows = abs(int(bottom) - int(top)) + 1 if top and bottom else _ROWS
    return rows * (abs(_column(right) - _column(left)) + 1 if left and right else _COLUMNS)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
