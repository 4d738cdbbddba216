"""Hierarchies over every kind of table: one result, whatever the figures came in."""

from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi
from kebi import Hierarchy, KebiError, Panel, Series

TREE = Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国"), ("上海", "东部", False), ("江苏", "东部"), ("浦东", "上海")])
YEARS = ["2017", "2018", "2019"]
NAN = float("nan")
# A row for each item; what rolling up, and then down, finds beside it.
PRINTED = np.array([[NAN, 200.4, 260.0], [NAN, NAN, 170.0], [50.5, NAN, 80.0],
                    [20.1, 30.3, NAN], [40.0, 60.0, 90.1], [NAN, 31.0, 5.0]])
UP = PRINTED.copy()
UP[0, 0], UP[1, 0], UP[1, 1] = 110.6, 60.1, 90.3
DOWN = PRINTED.copy()
DOWN[3, 2] = 79.9
ALL = UP.copy()
ALL[2, 1], ALL[3, 2] = 110.1, 79.9
# How many half units of 0.1 stand behind each figure.
BEHIND = np.where(np.isnan(PRINTED), NAN, 1.0)
BEHIND[0, 0], BEHIND[1, 0], BEHIND[1, 1], BEHIND[2, 1], BEHIND[3, 2] = 3, 2, 2, 3, 2
UNLIKE = np.full((6, 3), NAN)
UNLIKE[0, 2], UNLIKE[3, 1] = 10.0, -0.7  # what is under # is more than its whole
CASES = [("roll_up", UP), ("roll_down", DOWN), ("fill_missing", ALL), ("discrepancy", UNLIKE)]
KINDS = [dict, pd.DataFrame, pl.DataFrame, pa.table]


def long_of(values=PRINTED, along="region", names=None):
    other = "indicator" if along == "region" else "region"
    rows = [(i, t) for i in range(len(values)) for t in range(3) if not np.isnan(values[i, t])][::-1]
    return {along: [(names or TREE.names)[i] for i, _ in rows], other: ["产值"] * len(rows),
            "period": [YEARS[t] for _, t in rows], "value": [f"{values[i, t]:.1f}" for i, t in rows]}


def wide_of(values=PRINTED):
    texts = [["" if np.isnan(x) else f"{x:.1f}" for x in row] for row in values]
    return {"period": YEARS, **dict(zip(TREE.names, texts, strict=True))}


def told(table, along="region"):
    """The figures of a long frame by item and year."""
    columns = [list(table[c]) if not hasattr(table[c], "to_pylist") else table[c].to_pylist()
               for c in (along, "period", "value")]
    return {(name, year): value for name, year, value in zip(*columns, strict=True)}


def block_of(table):
    return np.stack([np.array([NAN if v is None else v for v in list(np.asarray(table[n]))], float) for n in TREE.names])


def same(found, expected):
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-9)


@pytest.mark.parametrize(("name", "expected"), CASES, ids=[n for n, _ in CASES])
def test_a_hierarchy_says_the_same_of_every_kind_of_table(name, expected):
    function = getattr(kebi, name)
    same(function(PRINTED, TREE, decimals=1), expected)
    lo, hi = function(PRINTED, TREE, decimals=1, bounds=True)
    out, ends = np.empty((6, 3)), (np.empty((6, 3)), np.empty((6, 3)))
    assert function(PRINTED, TREE, decimals=1, out=out) is out
    same(out, expected)
    function(PRINTED, TREE, decimals=1, bounds=True, out=ends)
    same(np.stack(ends), np.stack([lo, hi]))
    if name != "discrepancy":
        wide = np.where(np.isnan(expected), NAN, BEHIND * 0.1)
        np.testing.assert_allclose(hi - lo, wide, rtol=1e-9)
        same((lo + hi) / 2, expected)
    panel = Panel.from_frame(long_of())
    made = function(panel, TREE)
    assert isinstance(made, Panel)
    assert made.regions == TREE.names
    same(made.values[:, 0], expected)
    same(made.lo[:, 0], lo)
    same(made.hi[:, 0], hi)
    for to in KINDS:
        table = function(to(wide_of()), TREE)
        assert type(table) is type(to(wide_of()))
        same(block_of(table), expected)
        same(block_of(function(to(wide_of()), TREE, bounds=True).lo), lo)
        for along in ("region", "indicator"):
            rows = function(to(long_of(along=along)), TREE)
            assert type(rows) is type(table)
            assert told(rows, along) == {(n, y): pytest.approx(expected[i, t]) for i, n in enumerate(TREE.names)
                                         for t, y in enumerate(YEARS) if not np.isnan(expected[i, t])}
    cube = np.empty((6, 1, 3))
    function(pd.DataFrame(long_of()), TREE, out=cube)
    same(cube[:, 0], expected)


def test_both_ways_hold_in_a_panel_of_regions_and_indicators():
    many = {key: [] for key in ("region", "indicator", "period", "value")}
    for indicator, factor in (("产值", 1), ("税收", 2)):
        one = long_of(PRINTED * factor)
        for key in many:
            many[key] += [indicator] * len(one["value"]) if key == "indicator" else one[key]
    panel = Panel.from_frame(many)
    made = kebi.fill_missing(panel, TREE)
    same(made.values[:, 0], ALL)
    same(made.values[:, 1], ALL * 2)
    turned = kebi.fill_missing(Panel.from_frame({**many, "region": many["indicator"], "indicator": many["region"]}), TREE)
    same(turned.values[1], ALL * 2)
    same(turned.lo[0], made.lo[:, 0])


def test_what_was_found_has_bounds_of_what_it_was_found_from_on_and_on():
    full = Panel.from_frame(long_of()).fill_missing(TREE)
    within = full["西部", "产值"].year_over_year().bounds_at("2018")
    assert within.lo <= (109.95 / 50.55 - 1) * 100
    assert within.hi >= (110.25 / 50.45 - 1) * 100
    # In two steps as in one, and after pickling.
    two = kebi.roll_down(kebi.roll_up(Panel.from_frame(long_of()), TREE), TREE)
    same(two.lo, full.lo)
    same(pickle.loads(pickle.dumps(two)).hi, full.hi)


def test_derived_figures_are_held_against_their_own_bounds():
    months = {"region": [n for n in ("全国", "东部", "西部") for _ in range(2)], "indicator": ["产值"] * 6,
              "period": ["2019-01", "2019-02"] * 3, "value": ["100.0", "100.0", "60.0", "60.0", "40.1", "40.1"]}
    panel = Panel.from_frame(months, frequency="month").cumulated()
    tree = Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
    assert tree.discrepancies(panel) == []  # 0.1 and 0.2 are within three and six roundings
    off = {**months, "value": ["100.0", "100.0", "60.0", "60.0", "40.2", "40.2"]}
    found = tree.discrepancies(Panel.from_frame(off, frequency="month").cumulated())
    assert [(region, str(span)) for region, _, span, _, _ in found] == [("全国", "2019-01"), ("全国", "2019-01..2019-02")]
    made = kebi.discrepancy(Panel.from_frame(off, frequency="month").cumulated(), tree)
    same(made.values[0, 0], [-0.2, -0.4])
    hi = kebi.discrepancy(Panel.from_frame(off, frequency="month").cumulated(), tree, bounds=True).hi
    assert hi[0, 0, 1] == pytest.approx(-0.1)


def test_the_list_of_disagreements_names_both_bounds():
    (region, indicator, span, published, parts), other = TREE.discrepancies(Panel.from_frame(long_of()))
    assert (other[0], str(other[2])) == ("上海", "2018")
    assert (region, indicator, str(span)) == ("全国", "产值", "2019")
    assert 260.0 in published
    assert 250.0 in parts
    assert (published & parts).is_empty


def test_what_no_hierarchy_can_be_laid_over_is_refused():
    with pytest.raises(KebiError, match="a row for each of 6 items"):
        kebi.roll_up(PRINTED[:5], TREE)
    with pytest.raises(KebiError, match="Pass the series as a panel"):
        kebi.roll_up(Series([1.0], start="2019"), TREE)
    with pytest.raises(KebiError, match="given as a Hierarchy"):
        kebi.roll_up(PRINTED, [("全国", "")])
    with pytest.raises(KebiError, match="no item of the hierarchy is among"):
        kebi.roll_up(long_of(names=list("abcdef")), TREE)
    with pytest.raises(KebiError, match=r"'江苏', and it has '江苏省'.*one name"):
        kebi.fill_missing(long_of(names=["全国", "东部", "西部", "上海", "江苏省", "浦东"]), TREE)
    with pytest.raises(KebiError, match="along='region' or along='indicator'"):
        kebi.fill_missing({**long_of(), "indicator": ["全国"] * len(long_of()["value"])}, TREE)
    assert len(kebi.fill_missing({**long_of(), "indicator": ["全国"] * len(long_of()["value"])}, TREE, along="region")["value"]) == 17
    with pytest.raises(KebiError, match="found 'row'"):
        kebi.fill_missing(long_of(), TREE, along="row")
    with pytest.raises(KebiError, match="decimals"):
        kebi.roll_up(PRINTED, TREE, bounds=True)
    with pytest.raises(KebiError, match="decimals"):
        kebi.discrepancy(PRINTED, TREE)
    with pytest.raises(KebiError, match="levels"):
        kebi.roll_up(Panel.from_frame(long_of()).year_over_year(), TREE)
    for wrong in ([("a",)], "ab", [(None, "")], [("a", "", "no")], [("a", "", False, 1)]):
        with pytest.raises(KebiError, match="an entry of a hierarchy"):
            Hierarchy(wrong)
    with pytest.raises(KebiError, match="twice"):
        Hierarchy([("a", ""), ("a", "")])


def test_a_whole_that_the_table_lacks_is_made_and_other_rows_stay_out():
    table = long_of(np.delete(PRINTED, [0, 1], axis=0), names=["西部", "上海", "江苏", "海外"])
    made = told(kebi.roll_up(table, Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国"), ("上海", "东部"), ("江苏", "东部")])))
    assert made["全国", "2017"] == pytest.approx(110.6)
    assert not any(name == "海外" for name, _ in made)


def test_a_part_of_which_nothing_is_printed_is_found_with_bounds_in_a_wide_frame():
    tree = Hierarchy([("全国", ""), ("东", "全国"), ("西", "全国")])
    for nothing in (["", ""], [None, None], [NAN, NAN]):
        wide = {"year": ["2018", "2019"], "全国": ["100.0", "110.0"], "东": ["60.0", "68.0"], "西": nothing}
        lo, hi = kebi.roll_down(wide, tree, period="year", bounds=True)
        np.testing.assert_allclose([lo["西"], hi["西"]], [[39.9, 41.9], [40.1, 42.1]])


def test_named_columns_of_a_long_frame_go_in_and_come_out():
    table = {("地区" if k == "region" else "指标" if k == "indicator" else "年份" if k == "period" else "数值"): v
             for k, v in long_of().items()}
    made = kebi.fill_missing(pd.DataFrame(table), TREE, region="地区", indicator="指标", period="年份", value="数值")
    assert list(made.columns) == ["地区", "指标", "年份", "value"]
    assert len(made) == 17


def test_filling_takes_what_the_parts_and_the_whole_leave_possible():
    tree = Hierarchy([("A", ""), ("B", "A"), ("C", "A"), ("D", "B"), ("E", "B")])
    long = {"region": list("ACDE"), "indicator": ["产值"] * 4, "period": ["2018"] * 4, "value": ["100.0", "40.0", "30", "30"]}
    found = Panel.from_frame(long).fill_missing(tree)["B", "产值"].bounds_at("2018")
    assert (found.lo, found.hi) == (pytest.approx(59.9), pytest.approx(60.1))
    lo, hi = kebi.fill_missing(long, tree, bounds=True)
    at = list(lo["region"]).index("B")
    assert (lo["value"][at], hi["value"][at]) == (pytest.approx(59.9), pytest.approx(60.1))


@pytest.mark.parametrize("function", [kebi.roll_up, kebi.roll_down, kebi.fill_missing, kebi.discrepancy], ids=str)
def test_a_table_of_other_names_is_told_what_was_looked_among(function):
    with pytest.raises(KebiError, match=r"among 甲, 乙: it has 全国, 东部, 西部, 上海, 江苏 …\. Use one name in both"):
        function({"year": ["2018"], "甲": ["1.0"], "乙": ["2.0"]}, TREE, period="year")
    with pytest.raises(KebiError, match="no item of the hierarchy is among the names of the table, which has none"):
        function(Panel([""], [""], np.array([[1.0]]), start="2018", decimals=1), TREE)


def test_a_figure_goes_all_the_way_through_a_chain_of_thousands_of_wholes():
    names = [f"c{i}" for i in range(5000)]
    chain = Hierarchy([(name, whole) for name, whole in zip(names, ["", *names], strict=False)])
    for row, function in ((-1, kebi.roll_up), (0, kebi.roll_down), (-1, kebi.fill_missing), (0, kebi.fill_missing)):
        one = np.full((5000, 1), NAN)
        one[row] = 7
        assert (function(one, chain) == 7).all()
    frame = {"region": names[-1:], "indicator": ["产值"], "period": ["2018"], "value": ["7.0"]}
    assert kebi.fill_missing(frame, chain)["region"].tolist() == names
    with pytest.raises(KebiError, match="no item is a part of itself: found \"c0\", a part of"):
        Hierarchy(list(zip(names, [names[-1], *names], strict=False)))


def test_a_part_below_half_a_unit_leaves_bounds_of_all_others() -> None:
    tree = kebi.Hierarchy([("全", ""), ("东", "全"), ("西", "全")])
    table = {"year": ["2018"], "全": ["10.0"], "东": ["1.0"], "西": ["…"]}
    lo, hi = kebi.fill_missing(table, tree, period="year", bounds=True)
    assert np.isnan(lo["西"][0])
    assert lo["东"][0] < 1 < hi["东"][0]


def test_a_loss_of_which_no_part_is_told_is_no_disagreement() -> None:
    tree = kebi.Hierarchy([("全", ""), ("东", "全"), ("西", "全")])
    for parts in ({}, {"东": [""]}, {"东": ["…"]}):
        found = kebi.discrepancy({"year": ["2018"], "全": ["-5.0"], **parts}, tree, period="year")
        assert np.isnan(found["全"][0])
    wrong = kebi.discrepancy({"year": ["2018"], "全": ["-5.0"], "东": ["1.0"]}, tree, period="year")
    assert wrong["全"][0] == -6
