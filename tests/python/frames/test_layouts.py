"""Frames as people have them: spans as columns, growth beside levels, an index of spans, names in several spellings."""

from __future__ import annotations

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi
from kebi import KebiError, Panel, Series, SpellingWarning

KINDS = pytest.mark.parametrize("to", [dict, pd.DataFrame, pl.DataFrame, pa.table], ids=["dict", "pandas", "polars", "arrow"])
BANK = {
    "Country Name": ["China", "China", "India"], "Country Code": ["CHN", "CHN", "IND"],
    "Series Name": ["GDP", "Exports", "GDP"], "Series Code": ["a", "b", "a"],
    "2017 [YR2017]": ["100.0", "50.0", "80.0"], "2018 [YR2018]": ["110.0", "..", "88.0"], "2019 [YR2019]": ["121.0", "60.0", "96.8"],
}
NBS = {"指标": ["零售额(亿元)", "出口(亿元)"], "2019年6月": ["33878.0", "110.0"], "2019年5月": ["32955.7", "90.0"], "2018年6月": ["30841.6", "100.0"]}
EUROSTAT = {"freq,unit,geo\\TIME_PERIOD": ["Q,CLV,DE", "Q,CLV,FR"], "2018-Q1 ": ["100.0 ", "50.0 p"], "2019-Q1 ": ["110.0 b", ": "]}
BEA = {"Line": [1, 2, 3, 4], "Description": ["GDP", "Goods", "Exports", "Goods"], "2018Q4": [100.0, 60.0, 20.0, 10.0], "2019Q1": [110.0, 66.0, 25.0, 12.0]}


def cells(table, name):
    return [None if v is None or v != v else v for v in np.asarray(table[name]).tolist()]


def heads(table):
    return list(table) if isinstance(table, dict) else list(getattr(table, "column_names", None) or table.columns)


@KINDS
def test_growth_of_the_world_bank_comes_back_in_its_rows_and_columns(to):
    made = kebi.year_over_year(to(BANK))
    assert heads(made) == list(BANK) and type(made) is type(to(BANK))
    assert cells(made, "Country Name") == BANK["Country Name"] and cells(made, "Series Code") == BANK["Series Code"]
    np.testing.assert_allclose(np.array(cells(made, "2018 [YR2018]"), dtype=float), [10, np.nan, 10])
    np.testing.assert_allclose(np.array(cells(made, "2019 [YR2019]"), dtype=float), [10, np.nan, 10])
    assert cells(made, "2017 [YR2017]") == [None] * 3
    within = kebi.year_over_year(to(BANK), bounds=True)
    assert cells(within.lo, "2018 [YR2018]")[0] < 10 < cells(within.hi, "2018 [YR2018]")[0]
    panel = Panel.from_wide(to(BANK))
    assert panel.regions == ["China", "India"] and panel.indicators == ["GDP", "Exports"]


@KINDS
def test_an_export_of_the_nbs_with_the_newest_month_first_keeps_its_order(to):
    made = kebi.year_over_year(to(NBS))
    assert heads(made) == list(NBS)
    np.testing.assert_allclose(np.array(cells(made, "2019年6月"), dtype=float), [(33878.0 / 30841.6 - 1) * 100, 10])
    panel = Panel.from_wide(to(NBS))
    assert panel.indicators == NBS["指标"] and str(panel.periods[0]) == "2018-06"


@KINDS
def test_rows_of_eurostat_keep_their_flags_and_rows_of_the_bea_with_one_name_their_lines(to):
    made = kebi.year_over_year(to(EUROSTAT))
    np.testing.assert_allclose(np.array(cells(made, "2019-Q1 "), dtype=float), [10, np.nan])
    assert set(Panel.from_wide(to(EUROSTAT)).flags.values()) == {"p", "b"}
    steps = kebi.period_over_period(to(BEA))
    np.testing.assert_allclose(np.array(cells(steps, "2019Q1"), dtype=float), [10, 10, 25, 20])
    assert Panel.from_wide(to(BEA)).indicators == ["1 GDP", "2 Goods", "3 Exports", "4 Goods"]
    with pytest.raises(KebiError, match="two rows have the name 'Goods': the second one is row 1"):
        kebi.period_over_period(to({"Description": ["Goods", "Goods"], "2018Q4": [1.0, 2.0]}))


def test_a_result_of_other_spans_has_them_as_columns():
    months = {"指标": ["a", "b"], "2019-01": [1.0, 2.0], "2019-02": [2.0, 3.0], "2019-03": [3.0, 4.0]}
    assert {name: list(column) for name, column in kebi.to_frequency(months, "quarter").items()} == {"指标": ["a", "b"], "2019Q1": [6, 9]}


def test_rows_of_nothing_stay_where_they_are_and_figures_without_a_name_are_refused():
    made = kebi.year_over_year({"指标": ["a", "", "b"], "2018": [1.0, None, 2.0], "2019": [2.0, None, 3.0]})
    np.testing.assert_allclose(made["2019"], [100, np.nan, 50])
    with pytest.raises(KebiError, match="row 1 has figures and no name in the columns 指标"):
        kebi.year_over_year({"指标": ["a", ""], "2018": [1.0, 3.0]})


def test_names_of_rows_may_be_the_index_of_pandas():
    frame = pd.DataFrame({"2018": [1.0, 2.0], "2019": [2.0, 3.0]}, index=pd.Index(["a", "b"], name="指标"))
    made = kebi.year_over_year(frame)
    np.testing.assert_allclose(made["2019"], [100, 50])
    assert made.index.tolist() == ["a", "b"] and list(made.columns) == ["2018", "2019"]
    assert kebi.year_over_year(frame.rename(columns=int))[2019].tolist() == [100, 50]


@KINDS
def test_a_wide_frame_takes_growth_by_column_by_columns_and_from_another_frame(to):
    one = {"year": ["2018", "2019"], "出口": ["100", "110"], "增速": ["1.0%", "8.0%"]}
    base = [100 / 1.01, 110 / 1.08]
    np.testing.assert_allclose(np.asarray(kebi.comparable_base(to(one), "增速")["出口"]), base)
    panel = Panel.from_wide(to(one), growth="增速")
    assert panel.indicators == ["出口"] and panel.year_over_year().values.tolist() == [[[1, 8]]]
    two = {**one, "进口": ["50", "60"], "进口增速": ["2.0%", None]}
    pairs = {"出口": "增速", "进口": "进口增速"}
    made = kebi.comparable_base(to(two), pairs)
    np.testing.assert_allclose(np.asarray(made["出口"]), base)
    np.testing.assert_allclose(np.array(cells(made, "进口"), dtype=float), [50 / 1.02, np.nan])
    both = Panel.from_wide(to(two), growth=pairs)
    other = {"year": ["2019", "2018"], "出口": ["8.0", "1.0"]}
    apart = Panel.from_wide(to({"year": one["year"], "出口": one["出口"]}), growth=to(other))
    for made in (both, apart):
        assert made.published is not None and made.published["", "出口"].values.tolist() == [1, 8]
    with pytest.raises(KebiError, match="say which column belongs to which, such as growth={'出口': '增速'}"):
        kebi.comparable_base(to({**one, "进口": ["50", "60"]}), "增速")
    with pytest.raises(KebiError, match="no column '进口' of levels"):
        kebi.comparable_base(to(one), {"进口": "增速"})


def test_growth_of_another_frame_with_spans_as_columns_stands_beside_the_levels():
    levels, rates = {"指标": ["a", "b"], "2018": ["1", "2"], "2019": ["2", "3"]}, {"指标": ["b"], "2019": ["4.0%"]}
    panel = Panel.from_wide(levels, growth=rates)
    assert panel.published is not None and panel.published["", "b"]["2019"] == 4 and panel.published["", "a"]["2019"] is None
    with pytest.raises(KebiError, match="growth of 'c' has no levels in the frame"):
        Panel.from_wide(levels, growth={"指标": ["c"], "2019": ["4.0%"]})
    with pytest.raises(KebiError, match="is another such frame"):
        Panel.from_wide(levels, growth={"year": ["2019"], "a": ["4.0%"]})


RETAIL = {
    "指标": ["零售_当期值(亿元)", "零售_累计值(亿元)", "零售_同比增长(%)", "零售_累计增长(%)"],
    "2019年6月": ["33878.0", "195209.7", "9.8", "8.4"], "2018年6月": ["30841.6", "180018.0", "9.0", "9.4"],
}


def test_rows_of_levels_and_of_growth_of_the_nbs_are_put_together_by_their_frequency():
    for frequency, level, growth in (("month", 33878.0, 9.8), ("year_to_date", 195209.7, 8.4)):
        panel = Panel.from_wide(RETAIL, frequency=frequency)
        assert panel.indicators == ["零售(亿元)"] and panel.time.frequency.name == frequency
        retail = panel["", "零售(亿元)"]
        assert retail.values[-1] == level and retail.year_over_year().values[-1] == growth
    rates = {name: column[2:3] for name, column in RETAIL.items()}
    assert Panel.from_wide(rates).measure.name == "growth"
    with pytest.raises(KebiError, match="single periods .* and years to date"):
        Panel.from_wide(RETAIL)
    to_date = {name: column[1:2] for name, column in RETAIL.items()}
    assert Panel.from_wide(to_date).time.frequency.name == "year_to_date"
    np.testing.assert_allclose(kebi.year_over_year(to_date)["2019年6月"], [(195209.7 / 180018.0 - 1) * 100])


def test_growth_of_the_nbs_is_not_taken_for_levels():
    turned = {"时间": ["2018年6月", "2019年6月"], "零售_同比增长(%)": [9.0, 9.8]}
    for table in (RETAIL, turned):
        with pytest.raises(KebiError, match="is growth as published, and these figures are taken for levels"):
            kebi.year_over_year(table)
    with pytest.raises(KebiError, match="its levels are not in the frame"):
        Panel.from_wide({"指标": ["零售_当期值(亿元)", "出口_同比增长(%)"], "2019年6月": ["1", "2"]})


@pytest.mark.parametrize("to", [dict, pd.DataFrame, pl.DataFrame, pa.table], ids=["dict", "pandas", "polars", "arrow"])
def test_rows_of_a_wide_frame_come_back_in_their_order(to):
    table = {"month": ["2019-06", "2018-06", "2018-12"], "a": [110.0, 100.0, 7.0]}
    made = kebi.year_over_year(to(table))
    assert cells(made, "month") == table["month"] and cells(made, "a")[0] == pytest.approx(10) and cells(made, "a")[1:] == [None, None]
    dated = pd.DataFrame({**table, "month": pd.to_datetime(table["month"])}, index=[7, 5, 3])
    again = kebi.year_over_year(dated)
    assert again.index.tolist() == [7, 5, 3] and (again["month"] == dated["month"]).all()


@pytest.mark.parametrize("index", [
    pd.PeriodIndex(["2019", "2018"], freq="Y"), pd.Index(["2019", "2018"], name="year"), pd.Index([2019, 2018]), pd.Index(["2019", "2018"]),
], ids=["periods", "named", "numbers", "texts"])
def test_spans_may_be_the_index_of_pandas(index):
    frame = pd.DataFrame({"a": [110.0, 100.0]}, index=index)
    made = kebi.year_over_year(frame)
    assert made.index.equals(index) and list(made.columns) == ["a"]
    np.testing.assert_allclose(made["a"], [10, np.nan])
    assert Panel.from_wide(frame)["", "a"]["2019"] == 110
    assert Series.from_frame(frame, value="a")["2019"] == 110
    column = kebi.year_over_year(frame["a"])
    assert isinstance(column, pd.Series) and column.name == "a" and column.index.equals(index)
    np.testing.assert_allclose(column, [10, np.nan])
    assert Series(frame["a"]).values.tolist() == [100, 110]


def test_a_series_of_pandas_keeps_its_gaps_and_its_texts():
    months = pd.Series(["1.0", "3.0"], index=pd.PeriodIndex(["2019-01", "2019-03"], freq="M"))
    read = Series(months)
    assert len(read) == 3 and read["2019-02"] is None and read.decimals == 1
    assert Series(pd.Series([1, 2], index=pd.PeriodIndex(["2018", "2019"], freq="Y"))).decimals == 0
    with pytest.raises(KebiError, match=r"pass start=…, such as start='2019-01', or a pandas Series whose index are spans"):
        Series([1.0])
    with pytest.raises(KebiError, match="two rows of the index have the same period"):
        Series(pd.Series([1.0, 2.0], index=["2018", "2018"]))


SPELT = [(["北京", "北京 "], "北京"), (["北　京", "北京"], "北京"), (["ＧＤＰ", "GDP"], "GDP"), (["产值（现价）", "产值(现价)"], "产值(现价)"), (["New  York", "New York"], "New York")]


@pytest.mark.parametrize(("names", "kept"), SPELT, ids=str)
@pytest.mark.parametrize("kind", ["object", "category", "polars", "arrow"])
def test_names_that_differ_by_blanks_or_full_width_are_one_with_a_note(names, kept, kind):
    table = {"region": names, "indicator": ["x"] * 2, "period": [201806, 201906], "value": [100.0, 110.0]}
    frame = {"polars": pl.DataFrame, "arrow": pa.table}.get(kind, pd.DataFrame)(table)
    if kind == "category":
        frame = frame.astype({"region": "category"})
    with pytest.warns(SpellingWarning, match="are taken for one"):
        np.testing.assert_allclose(kebi.year_over_year(frame), [np.nan, 10])
    with pytest.warns(SpellingWarning):
        panel = Panel.from_frame(frame)
    assert sorted(panel.regions, key=len)[0] in (kept, names[0]) and len(panel.regions) == 1
    with pytest.warns(SpellingWarning, match="names that differ"):
        kebi.Panel.from_frame({**table, "region": ["x"] * 2, "indicator": names})


def test_a_note_about_names_points_at_the_line_of_the_user():
    table = {"region": ["北京", "北京 "], "indicator": ["x"] * 2, "period": ["2018", "2019"], "value": ["1", "2"]}
    for take in (kebi.year_over_year, Panel.from_frame):
        with pytest.warns(SpellingWarning) as told:
            take(table)
        assert told[0].filename == __file__


def test_names_that_differ_otherwise_stay_apart():
    table = {"region": ["吉林", "吉林市"], "indicator": ["x"] * 2, "period": ["2018", "2018"], "value": ["1", "2"]}
    assert Panel.from_frame(table).regions == ["吉林", "吉林市"]


def test_a_long_frame_of_several_frequencies_needs_no_regions_and_no_indicators():
    found = kebi.panels_from_frame({"period": ["2023", "2023Q1"], "value": ["4", "1"]}, region=None, indicator=None)
    assert list(found) == ["quarter", "year"] and found["year"]["", ""]["2023"] == 4
