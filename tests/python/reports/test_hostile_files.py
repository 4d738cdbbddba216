"""Files made to hurt are refused in a sentence, or read at once; all are made here."""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile

import pytest

import kebi
from kebi.reports.formats.apart import read_apart

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def changed(data: bytes, **parts) -> bytes:
    """An archive with some of its parts written anew by functions of their text."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            text = old.read(member)
            for name, change in parts.items():
                if member.filename.endswith(f"{name}.xml"):
                    text = change(text.decode()).encode()
            new.writestr(member.filename, text)
    return made.getvalue()


def book(rows=(("指标", "2019年"), ("出口", "5亿元"))) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def letter(*tables: str) -> bytes:
    docx = pytest.importorskip("docx")
    written = io.BytesIO()
    docx.Document().save(written)
    return changed(written.getvalue(), document=lambda xml: xml.replace("<w:sectPr", "".join(tables) + "<w:sectPr", 1))


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def refused(data: bytes, name: str, **about) -> str:
    started = time.process_time()
    with pytest.raises(kebi.KebiError) as error:
        kebi.reports.read_bytes(data, name, **about)
    assert time.process_time() - started < 5
    assert name in str(error.value)
    return str(error.value)


def test_a_workbook_that_claims_billions_of_cells_is_refused():
    far = changed(book(), sheet1=lambda xml: xml.replace('r="B2"', 'r="XFD1048576"').replace('<row r="2"', '<row r="1048576"'))
    said = refused(far, "a.xlsx")
    assert "row 1048576 and column 16384" in said and "limits=kebi.Limits(cells=" in said


@pytest.mark.parametrize("element", ["mergeCells><mergeCell {}/></mergeCells", "hyperlinks><hyperlink {}/></hyperlinks"])
@pytest.mark.parametrize("reach", ["A1:XFD1048576", "A:XFD", "1:1048576"])
def test_a_workbook_whose_ranges_reach_over_billions_of_cells_is_refused(element, reach):
    added = "<" + element.format(f'ref="{reach}"') + ">"
    large = changed(book(), sheet1=lambda xml: xml.replace("<pageMargins", added + "<pageMargins"))
    assert "17179869184 cells" in refused(large, "a.xlsx")


def test_a_table_of_strings_that_claims_to_be_huge_is_read_as_it_is():
    xlsxwriter = pytest.importorskip("xlsxwriter")
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as made:
        made.add_worksheet().write_row(0, 0, ["指标", "2019年"])
        made.get_worksheet_by_name("Sheet1").write_row(1, 0, ["出口", "5亿元"])
    claimed = changed(written.getvalue(), sharedStrings=lambda xml: xml.replace('uniqueCount="4"', 'uniqueCount="4000000000"'))
    assert b"4000000000" in zipfile.ZipFile(io.BytesIO(claimed)).read("xl/sharedStrings.xml")
    assert [(f.indicator, float(f.value)) for f in kebi.reports.read_bytes(claimed, "a.xlsx").facts] == [("出口", 5)]


def test_columns_that_claim_to_be_hidden_by_the_billion_are_read_at_once():
    columns = '<cols><col min="3" max="4000000000" hidden="1"/></cols>'
    wide = changed(book(), sheet1=lambda xml: xml.replace("<sheetData", columns + "<sheetData"))
    started = time.process_time()
    assert len(kebi.reports.read_bytes(wide, "a.xlsx")) == 1
    assert time.process_time() - started < 5


@pytest.mark.parametrize("span", [10**6, 10**8, 2**31 - 1, 10**40])
def test_a_word_cell_that_claims_to_span_millions_of_columns_is_read_at_once(span):
    wide = f'<w:gridSpan w:val="{span}"/>'
    head = f"<w:tr>{cell('指标')}{cell('2019年', wide)}</w:tr>"
    table = f"<w:tbl {W}>{head}<w:tr>{cell('出口')}{cell('5亿元')}</w:tr></w:tbl>"
    started = time.process_time()
    assert [f.indicator for f in kebi.reports.read_bytes(letter(table), "a.docx").facts] == ["出口"]
    assert time.process_time() - started < 5


def test_vertically_merged_cells_take_time_by_their_number():
    def seconds(rows: int) -> float:
        merged = ['<w:vMerge w:val="restart"/>', *["<w:vMerge/>"] * (rows - 1)]
        body = [f"<w:tr>{cell('出口', merge)}{cell('5亿元')}</w:tr>" for merge in merged]
        data = letter(f"<w:tbl {W}>{''.join(body)}</w:tbl>")
        started = time.process_time()
        kebi.reports.read_bytes(data, "a.docx")
        return time.process_time() - started

    seconds(10)
    assert seconds(2000) < 30 * max(seconds(200), 0.02)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.ods"])
def test_an_archive_that_unpacks_to_more_than_the_limit_is_refused(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b" " * 3_000_000)
    said = refused(made.getvalue(), name, limits=kebi.Limits(unpacked_bytes=10**6))
    assert "3000000 bytes" in said and "1000000" in said and "unpacked_bytes=3000000" in said


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.ods"])
def test_an_archive_of_very_many_parts_or_tags_is_refused(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b"<a>" + b"<b c=''/>" * 100)
    assert "tags and attributes" in refused(made.getvalue(), name, limits=kebi.Limits(cells=10))
    with zipfile.ZipFile(made, "a") as archive:
        for k in range(65_536):
            archive.writestr(zipfile.ZipInfo(f"{k}"), b"")
    assert "65535 parts" in refused(made.getvalue(), name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("part", "name"), [("document", "a.docx"), ("sheet1", "a.xlsx"), ("content", "a.ods")])
def test_xml_that_defines_entities_is_refused(part, name, encoding):
    tens = [f"&a{k};" * 10 for k in range(11)]
    entities = "".join(f'<!ENTITY a{k} "{text}">' for k, text in enumerate(["ha", *tens]))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(f"{part}.xml", f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [{entities}]><a>&a11;</a>'.encode(encoding))
    assert "document type" in refused(made.getvalue(), name)


def test_a_grid_with_cells_far_apart_is_refused():
    far = [kebi.CellGrid("", [(k, k, 1, 1, 0, str(k)) for k in range(2000)])]
    with pytest.raises(kebi.KebiError, match="4000000 cells, and a document may have 2000000"):
        kebi.read(far)
    over = [kebi.CellGrid("", [(0, k, 2000, 2000, 0, "a") for k in range(2000)])]
    with pytest.raises(kebi.KebiError, match="cells, and a document may have 100"):
        kebi.read(over, limits=kebi.Limits(cells=100))


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path):
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(kebi.KebiError, match=r"a\.docx' is a folder and no file: pass its files"):
        kebi.read(tmp_path / "a.docx")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "b.docx")
        with pytest.raises(kebi.KebiError, match="is a pipe or a device and no file"):
            kebi.read(tmp_path / "b.docx")
        (tmp_path / "c.txt").symlink_to("/dev/zero")
        with pytest.raises(kebi.KebiError, match="is a pipe or a device and no file"):
            kebi.read(tmp_path / "c.txt")
        assert "is a pipe" in kebi.read_many([tmp_path / "b.docx", tmp_path / "c.txt"]).failed[str(tmp_path / "b.docx")]


def test_a_file_without_permission_says_so(tmp_path):
    (tmp_path / "a.txt").write_text("增长6%", "utf-8")
    (tmp_path / "a.txt").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):
        return  # whoever may read everything may read this
    with pytest.raises(PermissionError, match=r"a\.txt"):
        kebi.read(tmp_path / "a.txt")


def test_a_file_beyond_the_size_is_refused_with_both_numbers(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    with pytest.raises(kebi.KebiError, match=r"a\.txt has 101 bytes, and a file may have 100.*file_bytes=101"):
        kebi.read(tmp_path / "a.txt", limits=kebi.Limits(file_bytes=100))
    failed = kebi.read_many(tmp_path / "a.txt", limits=kebi.Limits(file_bytes=100)).failed
    assert "may have 100" in failed[str(tmp_path / "a.txt")]


@pytest.mark.parametrize("limits", [{"cells": 0}, {"seconds": "1"}, {"file_bytes": None}, {"memory_bytes": True}, {"cells": float("nan")}])
def test_a_limit_is_a_number_above_zero(limits):
    with pytest.raises(kebi.KebiError, match="is a number above 0"):
        kebi.Limits(**limits)


def sleeps(data: bytes):
    print("what a library prints is no answer")
    if data == b"too late":
        time.sleep(60)
    if data == b"too much":
        return [bytes(1 << 30)]
    if data == b"ends":
        os._exit(3)
    if data == b"refuses":
        raise KeyError("no such page")
    return [data.decode()]


@pytest.fixture
def readers(monkeypatch):
    """Lets the process that reads find the reader of this file."""
    monkeypatch.setattr(sys, "path", [*sys.path, os.path.dirname(__file__)])
    return sleeps


def test_a_reader_that_takes_too_long_or_too_much_is_ended(readers):
    limits = kebi.Limits(seconds=20, memory_bytes=1 << 29)
    assert read_apart(readers, b"one", "a.pdf", limits) == ["one"]
    assert read_apart(readers, b"two", "a.pdf", limits) == ["two"]
    with pytest.raises(ValueError, match="no such page"):
        read_apart(readers, b"refuses", "a.pdf", limits)
    with pytest.raises(kebi.KebiError, match="the process that read a.pdf ended"):
        read_apart(readers, b"ends", "a.pdf", limits)
    if sys.platform.startswith("linux"):
        with pytest.raises(kebi.KebiError, match="more than 536870912 bytes of memory: .*memory_bytes="):
            read_apart(readers, b"too much", "a.pdf", limits)
    with pytest.raises(kebi.KebiError, match=r"a\.pdf was not read within 1 seconds: split the file.*seconds="):
        read_apart(readers, b"too late", "a.pdf", kebi.Limits(seconds=1))
    assert read_apart(readers, b"here", "a.pdf", kebi.Limits(seconds=None)) == ["here"]


PIECES = ["<!--", "<![", "<a", "<a b='", "</a", "<?", "<!", "<!DOCTYPE [", "&#", "<td colspan=512>", "1<sup>2</sup>", "<div>", "</p>"]


@pytest.mark.parametrize("end", ["", ">", "-->"])
@pytest.mark.parametrize("piece", PIECES)
def test_a_page_of_one_kind_of_mark_is_read_in_time(piece, end):
    page = "<div style='display:none'></div>" + piece * ((1 << 15) // len(piece)) + end
    started = time.process_time()
    kebi.reports.read_bytes(page.encode(), "a.html")
    assert time.process_time() - started < 5


def test_words_in_a_comment_that_does_not_end_are_read():
    page = "<p>出口增长5%。</p><!-- 进口增长6%。"
    assert [f.indicator for f in kebi.reports.read_bytes(page.encode(), "a.html", period="2031").facts] == ["出口", "进口"]


def test_a_large_page_is_ended_after_its_time():
    page = ("<p>出口增长5%。</p>\n" * 60_000).encode()
    with pytest.raises(kebi.KebiError, match=r"a\.html was not read within 0\.001 seconds"):
        kebi.reports.read_bytes(page, "a.html", limits=kebi.Limits(seconds=0.001))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5"])
def test_a_text_is_read_in_the_encoding_that_it_has(encoding):
    text = "2031年上半年，全區出口增長5.6%；進口總額完成78.9億元，同比下降1.2%。"
    facts = kebi.reports.read_bytes(text.encode(encoding), "a.txt").facts
    assert [(f.measure.name, float(f.value)) for f in facts] == [("growth", 5.6), ("level", 78.9), ("growth", -1.2)]


def test_a_workbook_without_its_main_part_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "a.xlsx"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("[Content_Types].xml", types)
        parts.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(kebi.KebiError, match="is not a readable workbook"):
        kebi.read(file)
