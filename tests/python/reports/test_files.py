"""Files of every kind that kebi reads, made here with figures that are not real."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import kebi

SENTENCE = "2021年上半年，全区固定资产投资完成123.4亿元，同比增长5.6%；社会消费品零售总额完成78.9亿元，同比下降1.2%。"
TABLE = [
    ["指标名称", "年度目标", "上半年完成"],
    ["固定资产投资", "增长6%左右", "5.6%"],
    ["社会消费品零售总额", "增长3%以上", "-1.2%"],
]


def word(path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    table = document.add_table(rows=0, cols=3)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def pdf(path: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = canvas.Canvas(str(path))
    page.setFont("STSong-Light", 12)
    middle = SENTENCE.index("；") + 1
    page.drawString(40, 700, SENTENCE[:middle])
    page.drawString(40, 680, SENTENCE[middle:])
    page.save()


def html(path: Path) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in TABLE)
    path.write_text(f"<html><body><p>{SENTENCE}</p><table>{rows}</table></body></html>", "utf-8")


def markdown(path: Path) -> None:
    head, *rows = ("| " + " | ".join(row) + " |" for row in TABLE)
    path.write_text("\n".join([SENTENCE, "", head, "| --- | --- | --- |", *rows, ""]), "utf-8")


def text(path: Path) -> None:
    path.write_bytes(SENTENCE.encode("gb18030"))


def sentence_facts(report):
    return {
        (f.indicator, f.measure.name, float(f.value))
        for f in report.facts
        if f.status is kebi.enums.Status.actual and f.value is not None
    }


@pytest.mark.parametrize(
    ("make", "name"),
    [(word, "a.docx"), (pdf, "a.pdf"), (html, "a.html"), (markdown, "a.md"), (text, "a.txt")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_report_says_the_same_in_every_kind_of_file(tmp_path, make, name):
    make(tmp_path / name)
    report = kebi.read(tmp_path / name, region="某区", period="2021H1")
    assert sentence_facts(report) >= {
        ("固定资产投资", "level", 123.4),
        ("固定资产投资", "growth", 5.6),
        ("社会消费品零售总额", "level", 78.9),
        ("社会消费品零售总额", "growth", -1.2),
    }
    assert report.unread == []


@pytest.mark.parametrize(
    ("make", "name"), [(word, "a.docx"), (html, "a.html"), (markdown, "a.md")], ids=str
)
def test_tables_in_a_report_give_its_targets(tmp_path, make, name):
    make(tmp_path / name)
    verdicts = kebi.read(tmp_path / name, region="某区", period="2021H1").assess()
    assert [(v.indicator, v.verdict.name) for v in verdicts] == [
        ("固定资产投资", "on_course"),
        ("社会消费品零售总额", "behind"),
    ]


def workbook(path: Path, rows) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("表一")
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell)


def test_a_plans_table_is_read_from_a_workbook_too(tmp_path):
    workbook(tmp_path / "plan.xlsx", [["指标", "目标", "完成情况"], *TABLE[1:]])
    verdicts = kebi.read(tmp_path / "plan.xlsx", period="2021H1").assess()
    assert [v.verdict.name for v in verdicts] == ["on_course", "behind"]


def test_a_sheet_that_is_no_plans_table_is_read_as_a_table_of_a_report(tmp_path):
    workbook(tmp_path / "a.xlsx", TABLE)
    targets = [f for f in kebi.read(tmp_path / "a.xlsx", period="2021H1").facts if f.status is kebi.enums.Status.target]
    assert [f.indicator for f in targets] == ["固定资产投资", "社会消费品零售总额"]


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [("a.docx", "docx", "word"), ("a.pdf", "pdfplumber", "pdf"), ("a.xlsx", "openpyxl", "excel"), ("a.xls", "xlrd", "excel")],
)
def test_a_reader_that_is_not_installed_is_named_with_its_extra(tmp_path, monkeypatch, name, package, extra):
    (tmp_path / name).write_bytes(b"x")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(kebi.KebiError, match=rf"pip install 'kebi\[{extra}\]'"):
        kebi.read(tmp_path / name)


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xlsx"])
def test_a_file_that_is_not_what_its_name_says_is_refused_in_a_sentence(tmp_path, name):
    (tmp_path / name).write_bytes(b"not what it says")
    with pytest.raises(kebi.KebiError, match=name):
        kebi.read(tmp_path / name)


def test_every_number_of_a_text_is_accounted_for():
    report = kebi.read_text(SENTENCE + "\n沪府〔2021〕5号文件提出，第3次会议于6月30日召开。\n")
    text = SENTENCE + "\n沪府〔2021〕5号文件提出，第3次会议于6月30日召开。\n"
    spans = [(x.start, x.end) for x in [*report.facts, *report.passed, *report.unread]]
    data = text.encode()
    digits = [i for i, byte in enumerate(data) if byte in b"0123456789"]
    assert [i for i in digits if sum(a <= i < b for a, b in spans) != 1] == []
    assert {p.reason for p in report.passed} >= {"date", "ordinal"}


def test_the_command_writes_facts_and_what_they_leave(tmp_path, capsys):
    from kebi.__main__ import main

    text(tmp_path / "a.txt")
    assert main(["facts", str(tmp_path / "a.txt"), "--jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [kebi.Fact.from_json(line).indicator for line in lines] == ["固定资产投资"] * 2 + ["社会消费品零售总额"] * 2
    assert main(["facts", str(tmp_path / "a.txt"), "--passed"]) == 0
    assert '"reason": "date"' in capsys.readouterr().out
    assert main(["facts", str(tmp_path / "a.txt"), "--unread"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["facts", str(tmp_path / "a.txt")]) == 0
    assert "1 numbers that are no statistics, 0 unread" in capsys.readouterr().out


def test_a_workbook_is_read_by_what_it_is_and_not_by_its_name(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in TABLE:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "a.xls").write_bytes((tmp_path / "a.xlsx").read_bytes())
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)
    (tmp_path / "page.xls").write_text(f"<html><table>{rows}</table></html>", encoding="utf-8")
    expected = [fact.value for fact in kebi.read(tmp_path / "a.xlsx", period="2021H1").facts]
    assert expected
    assert [fact.value for fact in kebi.read(tmp_path / "a.xls", period="2021H1").facts] == expected
    assert [fact.value for fact in kebi.read(tmp_path / "page.xls", period="2021H1").facts] == expected


def test_a_table_below_its_number_is_no_table_of_data(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["表4-2", "", "", ""])
    book.active.append(["地区", "时间", "指标", "债务余额(亿元)"])
    for row in range(80):
        book.active.append([f"第{row % 8}区", "2018年", "债务余额", row + 0.5])
    book.save(tmp_path / "a.xlsx")
    assert len(kebi.read(tmp_path / "a.xlsx", period="2018").facts) == 80
