"""Input that cannot be right is refused in a sentence, and never read as something else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

import kebi
from kebi.__main__ import main


def test_columns_of_unlike_lengths_are_refused_with_both_lengths() -> None:
    short = {"period": ["2018", "2019", "2020"], "total": ["100"], "east": ["60", "66", "70"]}
    with pytest.raises(kebi.KebiError, match="found 1 figures for 3 spans"):
        kebi.share(short, "total")
    with pytest.raises(kebi.KebiError, match="found 1 figures for 2 spans"):
        kebi.Series.from_frame({"period": ["2018", "2019"], "v": ["7"]}, value="v")
    with pytest.raises(kebi.KebiError, match="found 2 figures for 1 spans"):
        kebi.Series.from_frame({"period": ["2018"], "v": ["7", "8"]}, value="v")
    levels = {"period": ["2018", "2019"], "v": ["7", "8"], "g": ["1.0"]}
    with pytest.raises(kebi.KebiError, match="found 1 figures for 2 spans"):
        kebi.Series.from_frame(levels, value="v", growth="g")


@pytest.mark.parametrize("column", ["region", "indicator", "period", "value"])
def test_a_long_table_with_a_short_column_is_refused(column: str) -> None:
    table = {
        "region": ["甲", "甲"],
        "indicator": ["出口", "出口"],
        "period": ["2018-06", "2019-06"],
        "value": ["100", "110"],
    }
    table[column] = table[column][:1]
    for take in (kebi.Panel.from_frame, kebi.year_over_year, kebi.period_over_period):
        with pytest.raises(kebi.KebiError, match=r"one length|as long as"):
            take(table)


def long(period: object, value: object) -> dict[str, object]:
    return {"region": ["甲", "甲"], "indicator": ["出口", "出口"], "period": period, "value": value}


@pytest.mark.parametrize("span", ["2019Q2", "2019-01..2019-06", "2019"])
@pytest.mark.parametrize("day", ["2018-06-30", date(2018, 6, 30)])
def test_dates_beside_spans_of_several_months_are_refused(span: str, day: object) -> None:
    table = long([span, day], ["110", "100"])
    for take in (kebi.year_over_year, kebi.Panel.from_frame, kebi.period_over_period):
        with pytest.raises(kebi.KebiError, match="dates and spans of"):
            take(table)


def test_dates_beside_months_are_months() -> None:
    table = long(["2019-06", date(2018, 6, 30)], ["110", "100"])
    np.testing.assert_allclose(kebi.year_over_year(table), [10, np.nan])


def test_spans_of_pandas_in_a_column_of_objects_keep_their_lengths() -> None:
    pandas = pytest.importorskip("pandas")
    spans = [pandas.Period("2019Q2"), pandas.Period("2018-06", "M")]
    with pytest.raises(kebi.KebiError, match="dates and spans of 3 months"):
        kebi.year_over_year(long(spans, ["110", "100"]))


@pytest.mark.parametrize("columns", [{}, {"period": "year"}])
def test_a_column_of_years_is_known_and_can_be_named(columns: dict[str, str]) -> None:
    pandas = pytest.importorskip("pandas")
    table = {"year": ["2018", "2019"], "v": ["100", "110"]}
    np.testing.assert_allclose(kebi.year_over_year(table, **columns)["v"], [np.nan, 10])
    np.testing.assert_allclose(kebi.year_over_year(pandas.DataFrame(table), **columns)["v"], [np.nan, 10])


def test_a_column_that_is_named_and_not_there_is_still_refused() -> None:
    with pytest.raises(kebi.KebiError, match="no column 'province'"):
        kebi.year_over_year(long(["2018", "2019"], ["1", "2"]), region="province")


@pytest.mark.parametrize("years", [[2010, 2011, 2012], [2011, 2012, 2013]])
@pytest.mark.parametrize("kind", [np.int32, np.int64, np.uint16, np.float64, object])
def test_numbers_of_four_digits_are_years(years: list[int], kind: type) -> None:
    ids = np.zeros(3, dtype=np.int32)
    table = {"region": ids, "indicator": ids, "period": np.array(years, dtype=kind), "value": np.array([100.0, 110, 121])}
    np.testing.assert_allclose(kebi.year_over_year(table), [np.nan, 10, 10])
    assert str(kebi.Panel.from_frame(table).periods[0]) == str(years[0])


@pytest.mark.parametrize("spans", [[2019, 201906], [201913, 201912], [19, 20], [20190630, 20180630]])
@pytest.mark.parametrize("kind", [np.int32, np.int64])
def test_numbers_that_are_no_spans_are_refused(spans: list[int], kind: type) -> None:
    ids = np.zeros(2, dtype=np.int32)
    table = {"region": ids, "indicator": ids, "period": np.array(spans, dtype=kind), "value": np.array([1.0, 2])}
    for take in (kebi.year_over_year, kebi.Panel.from_frame):
        with pytest.raises(kebi.KebiError, match="look like 201906"):
            take(table)


@pytest.mark.parametrize("day", ["2018-06-99", "2019-06-00", "2018-06-30xyz", "²018-06-01", "2019-02-29", "0000-01-01"])
def test_a_text_that_is_no_date_is_refused(day: str) -> None:
    with pytest.raises(kebi.KebiError, match="cannot read the date"):
        kebi.year_over_year(long([day, "2017-06-30"], ["1", "2"]))


@pytest.mark.parametrize("day", ["2019-06-30", "2019-06-30 00:00:00", "2019-06-30T12:00:00.5+08:00", "2019-06-30T00:00Z"])
def test_a_date_may_have_a_time_of_the_day(day: str) -> None:
    np.testing.assert_allclose(kebi.year_over_year(long([day, "2018-06-30"], ["110", "100"])), [10, np.nan])


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.int64, np.int32])
def test_masked_cells_of_an_array_are_absent(kind: type) -> None:
    levels = np.ma.masked_array(np.array([[100, 110, 121, 242]], dtype=kind), [[0, 1, 0, 0]])
    nothing = np.nan
    np.testing.assert_allclose(kebi.year_over_year(levels, frequency="year"), [[nothing, nothing, nothing, 100]])
    np.testing.assert_allclose(kebi.period_over_period(levels, frequency="year"), [[nothing, nothing, nothing, 100]])
    np.testing.assert_allclose(kebi.Series(levels[0], start="2018").values, [100, nothing, 121, 242])
    table = {"region": list("aaaa"), "indicator": list("xxxx"), "period": ["2018", "2019", "2020", "2021"], "value": levels[0]}
    np.testing.assert_allclose(kebi.Panel.from_frame(table).values[0, 0], [100, nothing, 121, 242])
    np.testing.assert_allclose(kebi.year_over_year(table), [nothing, nothing, nothing, 100])


@pytest.mark.parametrize("cells", [["2018", "2019", "2020"], [date(2018, 1, 1)] * 3])
def test_masked_names_and_spans_are_refused_and_masked_texts_absent(cells: list[object]) -> None:
    masked = np.ma.masked_array(np.array(cells, dtype=object), [0, 1, 0])
    table = {"region": list("aaa"), "indicator": list("xxx"), "period": ["2018", "2019", "2020"], "value": [1, 2, 3]}
    for name in ("region", "indicator", "period"):
        with pytest.raises(kebi.KebiError, match="every row"):
            kebi.Panel.from_frame(table | {name: masked})
    for days in (np.array(["2018-01", "2018-02", "2018-03"], dtype="M8[ns]"), np.array([201801, 201802, 201803])):
        with pytest.raises(kebi.KebiError, match="every row"):
            kebi.Panel.from_frame(table | {"period": np.ma.masked_array(days, [0, 1, 0])})
    texts = np.ma.masked_array(["1", "2", "3"], [0, 1, 0])
    np.testing.assert_allclose(kebi.Series(texts, start="2018").values, [1, np.nan, 3])
    with pytest.raises(kebi.KebiError, match="every row"):
        ids = np.zeros(3, dtype=np.int32)
        months = np.array([201001, 201002, 201003], dtype=np.int32)
        table = {"region": np.ma.masked_array(ids, [0, 1, 0]), "indicator": ids, "period": months, "value": ids}
        kebi.year_over_year(table)


def torn(path: Path, how: str) -> None:
    """Write a Word document and damage it in one way."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("全区固定资产投资完成123.4亿元，同比增长5.6%。" * 50)
    document.save(str(path))
    whole = path.read_bytes()
    if how == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "text":
        path.write_text("增长5%", encoding="utf-8")
    elif how == "packing":
        at = whole.index(b"word/document.xml") + len("word/document.xml")
        path.write_bytes(whole[: at + 20] + b"\xff" * 40 + whole[at + 60 :])
    elif how == "method":  # an archive may be packed in ways that Python does not know
        packed = bytearray(whole)
        at = packed.find(b"PK\x01\x02")  # an entry of the list of contents; its method stands at 10
        while at >= 0:
            packed[at + 10] = 99
            at = packed.find(b"PK\x01\x02", at + 4)
        path.write_bytes(packed)
    else:
        with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                body = {"xml": b"<w:document", "root": b"<a/>"}[how] if name == "word/document.xml" else old.read(name)
                new.writestr(name, body)


@pytest.mark.parametrize("how", ["cut", "text", "packing", "method", "xml", "root"])
def test_a_damaged_word_document_is_refused_by_name(tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nz.docx"
    torn(path, how)
    with pytest.raises(kebi.KebiError, match=r"nz\.docx is not a readable Word document"):
        kebi.read(path)
    assert main(["audit", str(path)]) == 2
    assert "nz.docx is not a readable Word document" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("weights=1", "the setting weights takes bounds by indicator: found '1'"),
        ("flat_points=abc", "the setting flat_points takes a number: found 'abc'"),
        ("tolerance=1", "no setting is named 'tolerance'"),
        ("flat_points", "expected a setting NAME=NUMBER"),
    ],
)
def test_a_setting_that_does_not_fit_is_named_and_no_file(
    setting: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["assess", "plan.csv", "--set", setting])
    said = capsys.readouterr().err
    assert refused.value.code == 2 and sentence in said and "plan.csv" not in said


def test_a_setting_that_is_no_number_is_named() -> None:
    report = kebi.read_text("增长5%。")
    with pytest.raises(kebi.KebiError, match="the setting flat_points takes a number: found 'abc'"):
        report.assess(flat_points="abc")
    with pytest.raises(kebi.KebiError, match="the setting weights takes bounds by indicator"):
        report.assess(weights="abc")


def test_a_decimal_that_signals_is_refused() -> None:
    odd = [Decimal("sNaN"), Decimal("1.0")]
    with pytest.raises(kebi.KebiError, match="cannot be compared"):
        kebi.Series(odd, start="2018")
    with pytest.raises(kebi.KebiError, match="cannot be compared"):
        kebi.year_over_year(long(["2018", "2019"], odd))
    with pytest.raises(kebi.KebiError, match="neither a name nor a period"):
        kebi.year_over_year(long(odd, ["1", "2"]))


def test_arrays_of_pandas_in_a_dict_keep_their_gaps() -> None:
    pandas = pytest.importorskip("pandas")
    gapped = pandas.array([1, None, 3], dtype="Int64")
    table = {"period": ["2018", "2019", "2020"], "v": gapped}
    np.testing.assert_allclose(kebi.Series.from_frame(table, value="v").values, [1, np.nan, 3])
    np.testing.assert_allclose(kebi.year_over_year(table)["v"], [np.nan, np.nan, np.nan])
    causes = {"period": ["2018", "2019"], "v": [1.0, None], "status": pandas.array([None, 2], dtype="Int64")}
    assert kebi.Series.from_frame(causes, value="v", status="status").status.tolist() == [0, 2]
    spans = {"period": pandas.array([2018, None, 2020], dtype="Int64"), "v": [1, 2, 3]}
    with pytest.raises(kebi.KebiError, match="row 1: the period is empty"):
        kebi.Series.from_frame(spans, value="v")


def test_a_lazy_frame_is_to_be_collected_first() -> None:
    polars = pytest.importorskip("polars")
    lazy = polars.DataFrame(long(["2018", "2019"], ["1", "2"])).lazy()
    for take in (kebi.year_over_year, kebi.Panel.from_frame, kebi.Panel.from_wide, kebi.read):
        with pytest.raises(kebi.KebiError, match=r"call collect\(\) first"):
            take(lazy)


def test_gaps_in_whole_numbers_of_polars_are_refused_as_names() -> None:
    polars = pytest.importorskip("polars")
    ids = polars.Series([0, None], dtype=polars.Int32)
    months = polars.Series([201806, 201906], dtype=polars.Int32)
    frame = polars.DataFrame({"region": ids, "indicator": ids, "period": months, "value": [1.0, 2.0]})
    with pytest.raises(kebi.KebiError, match="a row of a column is empty"):
        kebi.year_over_year(frame)


def test_columns_may_be_called_by_numbers() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"period": ["2018", "2019"], 0: ["100", "110"], 1: ["50", "50"]})
    assert kebi.Panel.from_wide(frame).indicators == ["0", "1"]
    np.testing.assert_allclose(kebi.year_over_year(frame)["0"], [np.nan, 10])
    with pytest.raises(kebi.KebiError, match="no column '7'"):
        kebi.Series.from_frame(frame, value="7")


@pytest.mark.parametrize(
    "read",
    [kebi.read_text, kebi.read_target, kebi.read_outcome, kebi.formulas.read_decimal, lambda text: kebi.read(text + "\n"),
     lambda text: kebi.read_text("增长5%", region=text), lambda text: kebi.read_text("增长5%", period=text),
     lambda text: kebi.Series([text], start="2018"), lambda text: kebi.read({"indicator": [text], "target": [text]}),
     kebi.Period, kebi.Unit, kebi.Percent, lambda text: kebi.formulas.base(text, kebi.Percent(1)),
     lambda text: kebi.formulas.round_to(text, 1), lambda text: kebi.formulas.convert(1.0, text, "元"), kebi.standard_catalogue().find,
     lambda text: kebi.Indicator(text, kind=kebi.enums.Kind.flow), lambda text: kebi.Report([], region=text), lambda text: kebi.Report([], period=text),
     lambda text: kebi.read_text("出口5亿元", period="2019").infer().find(text),
     lambda text: kebi.read_text("出口5亿元", period="2019").infer().find("出口", text),
     lambda text: kebi.read_text("出口5亿元").assess(flat_points=text),
     lambda text: kebi.read_text("出口5亿元").assess(weights={text: (0.5, 0.6)}),
     lambda text: kebi.Settings(weights={text: kebi.Bounds(0, 1)}), lambda text: kebi.read("出口\n", region=text)],
)
def test_half_a_character_is_refused(read: Callable[[str], object]) -> None:
    with pytest.raises(kebi.KebiError, match="half a character"):
        read("增长5%\ud800")


def test_names_that_nothing_has_are_refused_in_a_sentence() -> None:
    with pytest.raises(kebi.KebiError, match="there is no file"):
        kebi.read("report\ud800.txt")
    with pytest.raises(kebi.KebiError, match="no measure is named 'growht': there are level, growth"):
        kebi.read_text("出口5亿元").infer().find("出口", measure="growht")


def test_a_text_of_one_line_is_sent_to_read_text() -> None:
    for line in ("固定资产投资增长5%", "固定资产投资增长5.6%", "增长5%。" * 500):
        with pytest.raises(kebi.KebiError, match=r"pass a text of one line to kebi\.read_text"):
            kebi.read(line)


def test_a_long_frame_with_other_heads_is_told_which_are_expected() -> None:
    chinese = {"地区": ["甲"], "指标": ["出口"], "时间": ["2019"], "数值": ["5"]}
    lacking = {"region": ["甲"], "period": ["2019"], "value": ["5"]}
    for table in (chinese, lacking):
        for take in (kebi.year_over_year, kebi.Panel.from_frame):
            with pytest.raises(kebi.KebiError, match="the columns region, indicator, period and value"):
                take(table)
    names = {"region": "地区", "indicator": "指标", "period": "时间", "value": "数值"}
    assert kebi.Panel.from_frame(chinese, **names).values.tolist() == [[[5]]]
    with pytest.raises(kebi.KebiError, match="expected one of the columns indicator"):
        kebi.read(chinese)
    with pytest.raises(kebi.KebiError, match=r"the column indicator .* is missing"):
        kebi.read({"target": ["增长5%"], "outcome": ["增长6%"]})
