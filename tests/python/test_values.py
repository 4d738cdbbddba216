"""Values behave as values: they are equal where what they hold is, come back from pickles, and say what they hold."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi

TEXT = "2019年上半年，全区进出口总额30亿元，增长3%，其中出口20亿元，进口15亿元。全年固定资产投资目标增长6%。"
SUMS = "2019年，全区进出口总额30亿元，其中出口20亿元，进口10亿元。"
PLAN = "indicator,period,target,outcome\n一般公共预算收入,2019H1,300亿元,152.7亿元\n"


def report(text=TEXT):
    return kebi.read_text(text, region="嘉定区", period="2019H1")


def series(last="110.0"):
    return kebi.Series(["100.0", last, None], start="2018", growth=["1.0", "2.0", None], indicator="出口", unit="亿元")


def panel(last="110.0"):
    rows = {"region": ["甲"] * 2, "indicator": ["出口"] * 2, "period": ["2018", "2019"], "value": ["100.0", last], "g": ["1.0", "2.0"]}
    return kebi.Panel.from_frame(rows, growth="g")


def reports(text="南京市2025年地区生产总值增长5.2%。"):
    return kebi.Reports([kebi.facts_table(text.encode(), "a.txt")], [{"source": "a.txt"}], {})


LINES = "phrase\tmeaning\tsense\n光景\tafter\tabout\n"
# Of each kind: how one is made, and another one that differs.
MADE = {
    "Series": (series, lambda: series("111.0")),
    "Series derived": (lambda: series().comparable_base(), lambda: series("111.0").comparable_base()),
    "Panel": (panel, lambda: panel("111.0")),
    "Panel derived": (lambda: panel().comparable_base(), lambda: panel("111.0").comparable_base()),
    "TableBounds": (lambda: kebi.year_over_year(np.array([1.0, 2]), frequency="year", decimals=0, bounds=True),
                    lambda: kebi.year_over_year(np.array([1.0, 3]), frequency="year", decimals=0, bounds=True)),
    "BaseComparison": (lambda: series().compare_bases(), lambda: series("111.0").compare_bases()),
    "Hierarchy": (lambda: kebi.Hierarchy([("甲", ""), ("乙", "甲")]), lambda: kebi.Hierarchy([("甲", ""), ("乙", "甲", False)])),
    "ReleaseHistory": (lambda: kebi.ReleaseHistory({"2019-03": series()}), lambda: kebi.ReleaseHistory({"2019-04": series()})),
    "Report": (report, lambda: report(SUMS)),
    "Assessments": (lambda: report().assess(), lambda: kebi.read(PLAN).assess()),
    "Assessment": (lambda: report().assess()[0], lambda: kebi.read(PLAN).assess()[0]),
    "Need": (lambda: kebi.read(PLAN).assess()[0].need, None),
    "Pace": (lambda: kebi.read(PLAN).assess()[0].pace, None),
    "Estimate": (lambda: kebi.read(PLAN).assess()[0].margin, None),
    "Inference": (lambda: report().infer(), lambda: report(SUMS).infer()),
    "ImpliedFigure": (lambda: report().infer().stated[0], lambda: report().infer().stated[1]),
    "StillToCome": (lambda: kebi.read(PLAN).infer().still_to_come()[0], None),
    "Audit": (lambda: report().audit(), lambda: report(SUMS).audit()),
    "Contradiction": (lambda: report().audit()[0], None),
    "Check": (lambda: report(SUMS).audit().checks[0], lambda: report(SUMS).audit().checks[1]),
    "Doubtful": (lambda: report().doubtful, lambda: report(SUMS.replace("全区", "")).doubtful),
    "Reports": (reports, lambda: kebi.Reports([], [], {})),
    "Catalogue": (kebi.standard_catalogue, kebi.Catalogue),
    "Indicator": (lambda: kebi.standard_catalogue().find("出口总额"), lambda: kebi.standard_catalogue().find("进口总额")),
    "Lexicon": (lambda: kebi.Lexicon.standard().extended(LINES), kebi.Lexicon.standard),
    "Settings": (lambda: kebi.Settings(flat_points="1"), kebi.Settings),
    "CellGrid": (lambda: kebi.CellGrid("a", [(0, 0, 1, 1, 0, "x")]), lambda: kebi.CellGrid("a", [(0, 0, 1, 1, 0, "y")])),
    "Fact": (lambda: report().facts[0], lambda: report().facts[1]),
    "Period": (lambda: kebi.Period("2019"), lambda: kebi.Period("2018")),
    "Growth": (lambda: kebi.Growth("2018", "2019", kebi.Percent(5)), lambda: kebi.Growth("2018", "2019", kebi.Percent(6))),
    "Timeline": (lambda: series().time, lambda: panel().time),
}


@pytest.mark.parametrize("kind", MADE)
def test_two_of_one_content_are_equal_and_others_are_not(kind):
    make, other = MADE[kind]
    assert make() == make() and not make() != make()
    assert make() != "text" and make() != None  # noqa: E711
    if other is not None:
        assert make() != other()


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("way", [lambda of: pickle.loads(pickle.dumps(of)), copy.deepcopy, copy.copy], ids=["pickle", "deepcopy", "copy"])
def test_a_copy_and_what_comes_back_from_a_pickle_are_equal(kind, way):
    one = MADE[kind][0]()
    back = way(one)
    assert back == one and type(back) is type(one) and repr(back) == repr(one)


@pytest.mark.parametrize("kind", MADE)
def test_what_is_printed_says_what_an_object_holds(kind):
    assert " object at 0x" not in repr(MADE[kind][0]())


def test_what_comes_back_from_a_pickle_works():
    history = pickle.loads(pickle.dumps(MADE["ReleaseHistory"][0]()))
    assert history.releases_of("2018")[0].value == 100
    tree = pickle.loads(pickle.dumps(MADE["Hierarchy"][0]()))
    assert kebi.roll_up(panel().select(), tree, along="region").regions == ["甲", "乙"]
    implied = pickle.loads(pickle.dumps(report().infer()))
    assert implied.find("进出口总额", measure="growth")[0].explain() == report().infer().find("进出口总额", measure="growth")[0].explain()
    assert pickle.loads(pickle.dumps(report().audit())).table() == report().audit().table()
    words = pickle.loads(pickle.dumps(MADE["Lexicon"][0]()))
    assert kebi.read_target("增长6%光景", "增加值", lexicon=words)[0].bound.name == "about"


def test_objects_go_to_other_processes_and_back():
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for kind in ("Series", "Panel", "Inference", "Audit", "Hierarchy", "ReleaseHistory", "Reports", "Lexicon"):
            one = MADE[kind][0]()
            assert pool.submit(copy.copy, one).result() == one


def test_a_figure_may_be_the_key_of_a_dict():
    stated = report().infer().stated
    assert {figure: figure.printed for figure in stated}[report().infer().stated[0]] == stated[0].printed


def test_series_and_panels_are_arrays_for_numpy():
    one = kebi.Series(["1.0", "3.0"], start="2018")
    assert np.asarray(one).tolist() == [1, 3] and np.mean(one) == 2 and np.asarray(one, dtype=np.float32).dtype == np.float32
    assert np.asarray(panel()).shape == (1, 1, 2) and np.add(one, 1).tolist() == [2, 4]
    copied = np.array(one)
    copied[0] = 7
    assert one["2018"] == 1
    np.testing.assert_array_equal(np.asarray(kebi.Series(["1", None], start="2018")), [1, np.nan])


def test_series_give_their_figures_and_spans_to_other_packages():
    duckdb = pytest.importorskip("duckdb")
    one = kebi.Series(["1.0", None], start="2018", indicator="出口")
    assert pd.Series(one).tolist()[0] == 1 and pd.Series(one).dtype == float
    assert one.to_pandas().index.astype(str).tolist() == ["2018", "2019"]
    assert pa.table(one).select(["period", "value"]).to_pylist() == [{"period": "2018", "value": 1.0}, {"period": "2019", "value": None}]
    assert one.to_polars()["period"].to_list() == ["2018", "2019"] and pl.Series(one).to_list() == [1, None]
    assert duckdb.sql("select period, value from one where value is not null").fetchall() == [("2018", 1.0)]
    many = panel()
    assert duckdb.sql("select region, period, value from many order by period").fetchall() == [("甲", "2018", 100.0), ("甲", "2019", 110.0)]


def test_ends_of_what_is_needed_are_whole_where_things_are_counted():
    plan = "indicator,period,target,outcome\n城镇新增就业,2019H1,7180人,3590人\n一般公共预算收入,2019H1,300亿元,152.7亿元\n"
    needed = kebi.read(plan).assess().to_pandas()[["need", "need_lo", "need_hi"]]
    assert needed.iloc[0].tolist() == [3590, 3590, 3590]
    np.testing.assert_allclose(needed.iloc[1].tolist(), [147.3, 147.25, 147.35])


def test_an_assessment_and_a_figure_are_at_their_places():
    verdicts, implied = kebi.read(PLAN).assess(), report("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。").infer()
    assert verdicts[0] == verdicts[np.int64(0)] == verdicts["一般公共预算收入"] == verdicts[-1]
    assert implied[0] == implied[np.int64(0)] and implied["固定资产投资", "2018H1"] in list(implied)
    for wrong in (None, 1.5, ("a", "b", "c"), {}):
        with pytest.raises(kebi.KebiError, match="an assessment is at a place"):
            verdicts[wrong]
