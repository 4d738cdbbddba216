"""Workbooks: .xlsx, .xls and .ods, each cell as it is shown."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from typing import Any

from ..._core import CellGrid, KebiError
from .limits import Limits, way_out
from .number_format import shown
from .parts import Cell, Parts

_COLUMNS = 1 << 14  # of a sheet
# Formats of Chinese Excel that a file only numbers (ECMA-376, part 1, 18.8.30).
_MONTH, _DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_CHINESE_DATES = {
    **dict.fromkeys((27, 36, 50, 52, 57), _MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _DAY),
    31: 'yyyy"年"m"月"d"日"',
}
_CODES = re.compile(r"&(?:\"[^\"]*\"|\d+|K[0-9A-Fa-f]{6}|[A-Za-z&])")


def xlsx(data: bytes, name: str, limits: Limits) -> Parts:
    """Return the visible sheets of an Excel workbook.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for the sentence.
    limits : Limits
        How many cells its sheets may have.

    Returns
    -------
    list of str or CellGrid
        A grid a sheet, its printed header before it.
    """
    import openpyxl

    with warnings.catch_warnings():  # charts and extensions that openpyxl leaves out
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    parts: Parts = []
    left = limits.cells
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        left -= sheet.max_row * sheet.max_column
        if left < 0:
            raise KebiError(
                f"the sheet {sheet.title!r} of {name} reaches to row {sheet.max_row} and column {sheet.max_column}, and "
                f"the sheets of a file may have {limits.cells} cells: delete its empty rows and columns, or {way_out('cells')}"
            )
        cells = list(_cells_of_sheet(sheet))
        header = _CODES.sub("", sheet.oddHeader.center.text or "").strip() if sheet.oddHeader else ""
        if header and cells:
            parts.append(header)
        parts.append(CellGrid(sheet.title, cells))
    return parts


def _cells_of_sheet(sheet: Any) -> Iterator[Cell]:
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    rows_hidden = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    columns_hidden = {
        number
        for column in sheet.column_dimensions.values()
        if column.hidden and column.min
        for number in range(column.min, min(column.max or column.min, _COLUMNS) + 1)
    }
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None or cell.row in rows_hidden or cell.column in columns_hidden:
                continue
            area = merged.get((cell.row, cell.column))
            rows = area.max_row - area.min_row + 1 if area else 1
            columns = area.max_col - area.min_col + 1 if area else 1
            indent = int(cell.alignment.indent or 0) if cell.has_style else 0
            text = shown(cell.value, cell.number_format)
            yield cell.row - 1, cell.column - 1, rows, columns, indent, text


def xls(data: bytes) -> Parts:
    """Return the visible sheets of an old Excel workbook.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    list of str or CellGrid
        A grid a sheet.
    """
    import xlrd

    book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    return [
        CellGrid(sheet.name, list(_cells_of_xls(book, sheet, xlrd)))
        for sheet in book.sheets()
        if sheet.visibility == 0
    ]


def _cells_of_xls(book: Any, sheet: Any, xlrd: Any) -> Iterator[Cell]:
    merged = {(r0, c0): (r1 - r0, c1 - c0) for r0, r1, c0, c1 in sheet.merged_cells}
    for r in range(sheet.nrows):
        if r in sheet.rowinfo_map and sheet.rowinfo_map[r].hidden:
            continue
        for c, cell in enumerate(sheet.row(r)):
            if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
                continue
            if c in sheet.colinfo_map and sheet.colinfo_map[c].hidden:
                continue
            style = book.xf_list[cell.xf_index]
            value: object = cell.value
            if cell.ctype == xlrd.XL_CELL_DATE:
                value = datetime.datetime(*xlrd.xldate_as_tuple(cell.value, book.datemode))
            elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                value = bool(cell.value)
            rows, columns = merged.get((r, c), (1, 1))
            number_format = book.format_map[style.format_key].format_str or _CHINESE_DATES.get(style.format_key, "General")
            yield r, c, rows, columns, style.alignment.indent_level, shown(value, number_format)


_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def ods(data: bytes) -> Parts:
    """Return the sheets of an OpenDocument workbook, whose cells keep what they show as text.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    list of str or CellGrid
        A grid a sheet.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    return [CellGrid(sheet.get(_TABLE + "name", ""), list(_cells_of_ods(sheet))) for sheet in root.iter(_TABLE + "table")]


def _cells_of_ods(sheet: ElementTree.Element) -> Iterator[Cell]:
    r = 0
    for row in sheet.iter(_TABLE + "table-row"):
        hidden = row.get(_TABLE + "visibility", "visible") != "visible"
        c = 0
        for cell in row:
            times = _number_in(cell, "number-columns-repeated")
            text = "\n".join("".join(p.itertext()) for p in cell.findall(_TEXT + "p"))
            if text.strip() and not hidden and cell.tag == _TABLE + "table-cell":
                rows, columns = _number_in(cell, "number-rows-spanned"), _number_in(cell, "number-columns-spanned")
                for k in range(min(times, 64)):
                    yield r, c + k, rows, columns, 0, text
            c += times
        r += _number_in(row, "number-rows-repeated")


def _number_in(element: ElementTree.Element, name: str) -> int:
    given = element.get(_TABLE + name, "1")
    return int(given) if given.isdigit() and given != "0" else 1
