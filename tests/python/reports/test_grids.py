"""Tables of workbooks, Word documents, pages and PDFs as a person sees them; all figures are invented."""

from __future__ import annotations

import io
import zipfile

import pytest

import kebi
from kebi.reports.formats.number_format import shown
from kebi.reports.read import read_bytes


def said(report):
    """What the facts state, in short lines."""
    return [
        " ".join(str(part) for part in (f.indicator, f.region, f.period, f.measure.name, f.value, f.unit))
        for f in report.facts
    ]


def workbook(rows, formats=(), change=None):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表一"
    for row in rows:
        sheet.append(row)
    for address, number_format in formats:
        sheet[address].number_format = number_format
    if change:
        change(book, sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


ABOUT = {"region": "安平市", "period": "2031-03"}


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (4.7963, "0.0", "4.8"),
        (0.011, "0.0%", "1.1%"),
        (-0.011, "0.0%", "-1.1%"),
        (8.25, "0.0_ ", "8.3"),
        (-12.4, r"0_);[Red]\(0\)", "(12)"),
        (12.4, r"0_);[Red]\(0\)", "12"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234567, "#,##0,", "1,235"),
        (17347.372403999998, "General", "17347.372404"),
        (5650.0, "General", "5650"),
        (0.0, "0.0", "0.0"),
        (5.2, '0.0"亿元"', "5.2亿元"),
        (None, "0.0", ""),
    ],
)
def test_a_cell_shows_its_number_by_its_format(value, number_format, text):
    assert shown(value, number_format) == text


def test_a_sheet_gives_what_it_shows_with_the_places_of_its_cells():
    data = workbook(
        [["渔业总产值"], [], ["地区", "1-3月"], [None, "绝对额(万元)", "增速(%)"], ["全市", 52.147, 4.449], ["东岭", 3.1, -0.05]],
        [("B5", "0.0"), ("C5", "0.0"), ("B6", "0.0"), ("C6", "0.0")],
        lambda book, sheet: [sheet.merge_cells(area) for area in ("A1:C1", "A3:A4", "B3:C3")],
    )
    report = read_bytes(data, "a.xlsx", **ABOUT)
    assert said(report) == [
        "渔业总产值 安平市 2031Q1 level 52.1 万元",
        "渔业总产值 安平市 2031Q1 growth 4.4 %",
        "渔业总产值 东岭 2031Q1 level 3.1 万元",
        "渔业总产值 东岭 2031Q1 growth -0.1 %",
    ]
    assert report.place(report.facts[1]) == "表一!C5"


def test_hidden_rows_columns_and_sheets_are_left_out():
    def hide(book, sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        other = book.create_sheet("底稿")
        other.append(["指标", "2031年(亿元)"])
        other.append(["进口额", 99])
        other.sheet_state = "hidden"

    data = workbook([["指标", "2031年(亿元)", "算式"], ["出口额", 5.2, 7], ["合计", 8.8, 9]], change=hide)
    assert said(read_bytes(data, "a.xlsx", **ABOUT)) == ["出口额 安平市 2031 level 5.2 亿元"]


def test_a_percent_format_is_a_growth_in_percent():
    data = workbook([["指标", "单位", "1-3月", "同比增长"], ["出口额", "亿元", 17.8, 0.011]], [("D2", "0.0%")])
    assert said(read_bytes(data, "a.xlsx", **ABOUT))[1] == "出口额 安平市 2031Q1 growth 1.1 %"


def test_a_workbook_that_names_no_year_takes_that_of_its_file():
    data = workbook([["指标", "1-2月(亿元)"], ["出口额", 17.8]])
    assert said(read_bytes(data, "月报2030-02.xlsx", region="安平市")) == ["出口额 安平市 2030-01..2030-02 level 17.8 亿元"]


PAGE = """<h1>2031年一季度运行情况</h1><p>全市出口额5.1亿元。</p><table>
<tr><th rowspan="2">指标</th><th colspan="2">1-3月</th></tr><tr><th>亿元</th><th>增长(%)</th></tr>
<tr><td>出口额</td><td>5.1<sup>1</sup></td><td>&#8722;1.1</td></tr></table><script>var a = 77;</script>"""


def test_a_page_keeps_spans_notes_and_minus_signs():
    report = read_bytes(PAGE.encode(), "a.html", region="安平市")
    assert said(report)[1:] == ["出口额 安平市 2031Q1 level 5.1 亿元", "出口额 安平市 2031Q1 growth -1.1 %"]
    assert "77" not in report.text
    assert said(kebi.read_text(PAGE.replace('<script>var a = 77;</script>', ""), region="安平市"))[-1].endswith("growth -1.1 %")


def test_a_table_inside_a_cell_is_a_table_of_its_own():
    page = "<table><tr><td>导航<td><table><tr><td>指标<td>2031年(亿元)<tr><td>出口额<td>5.1</table></table>"
    assert said(read_bytes(page.encode(), "a.html", region="安平市")) == ["出口额 安平市 2031 level 5.1 亿元"]


def test_word_headings_and_merged_cells():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("2031年一季度运行情况", 1)
    table = document.add_table(rows=4, cols=3)
    for r, row in enumerate([["指标", "1-3月", ""], ["", "亿元", "增长(%)"], ["出口额", "5.1", "-1.1"], ["进口额", "3.0", "2.0"]]):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    made = io.BytesIO()
    document.save(made)
    report = read_bytes(made.getvalue(), "a.docx", region="安平市")
    assert report.text.startswith("# 2031年")
    assert said(report)[:2] == ["出口额 安平市 2031Q1 level 5.1 亿元", "出口额 安平市 2031Q1 growth -1.1 %"]
    assert report.place(report.facts[1]) == "table 1, row 3, column 3"


def test_a_document_workbook_gives_what_it_shows():
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<table:table table:name="表一">'
        + "".join(
            "<table:table-row>" + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row) + "</table:table-row>"
            for row in [["指标", "2031年(亿元)", "增长"], ["出口额", "5.10", "1.1%"]]
        )
        + "</table:table></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", content)
    facts = read_bytes(made.getvalue(), "a.ods", region="安平市").facts
    assert [(str(f.value), f.unit.symbol, f.to_dict()["decimals"]) for f in facts] == [("5.10", "亿元", 2), ("1.1", "%", 1)]


def test_a_ruled_table_of_a_pdf_is_read_by_its_rules(tmp_path):
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    pytest.importorskip("pdfplumber")
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    page.setFont("STSong-Light", 11)
    page.drawString(100, 740, "2031年一季度主要指标")
    for y in (720, 700, 640):
        page.line(100, y, 400, y)
    for x in (250, 320):
        page.line(x, 640, x, 720)
    for y, row in zip((705, 680, 660, 645), [["指标", "亿元", "增长(%)"], ["出口额", "5.1", "-1.1"], ["#机电产品", "2.0", "3.5"], ["进口额", "3.0", "2.0"]], strict=True):
        for x, text in zip((105, 260, 330), row, strict=True):
            page.drawString(x, y, text)
    page.save()
    report = kebi.read(tmp_path / "a.pdf", region="安平市")
    assert said(report)[:3] == [
        "出口额 安平市 2031Q1 level 5.1 亿元",
        "出口额 安平市 2031Q1 growth -1.1 %",
        "机电产品 安平市 2031Q1 level 2.0 亿元",
    ]
    assert report.facts[2].parent == "出口额"


def test_simple_observations_are_read_and_other_tables_of_data_refused(tmp_path):
    (tmp_path / "a.csv").write_text("indicator,period,value\n出口额,2031H1,12.4\n", "utf-8")
    fact, = kebi.read(tmp_path / "a.csv").facts
    assert (fact.indicator, str(fact.period), float(fact.value)) == ("出口额", "2031H1", 12.4)
    rows = "".join(f"S{i % 7},{2000 + i // 12}-{i % 12 + 1:02},{i}.5,A\n" for i in range(100))
    (tmp_path / "b.csv").write_text("series_id,ref_date,obs,flag\n" + rows, "utf-8")
    with pytest.raises(kebi.KebiError, match=r"pandas\.read_csv"):
        kebi.read(tmp_path / "b.csv")
