"""Reports: reading them, assessing them, showing them."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from pathlib import Path

import pytest

import kebi
from kebi.enums import Measure, Status, Verdict

ROOT = Path(__file__).parents[3]
PLAN = ROOT / "examples" / "data" / "jiading-2019h1.csv"
EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture(scope="module")
def report():
    return kebi.read(PLAN)


@pytest.fixture(scope="module")
def verdicts(report):
    return report.assess()


# What the report's own words say of each (嘉定区, 2019 H1).
@pytest.mark.parametrize(
    ("indicator", "verdict"),
    [
        ("增加值", Verdict.behind),
        ("第三产业增加值比重", Verdict.undetermined),
        ("规模以上工业总产值", Verdict.behind),
        ("规模以上工业总产值(属地)", Verdict.behind),
        ("社会消费品零售总额", Verdict.ahead),
        ("外贸出口额", Verdict.behind),
        ("一般公共预算收入", Verdict.behind),
        ("固定资产投资", Verdict.on_course),
        ("战略性新兴产业产值", Verdict.behind),
        ("城镇登记失业人数", Verdict.within),
        ("居民人均可支配收入", Verdict.ahead),
    ],
)
def test_the_verdicts_agree_with_the_reports_own_words(verdicts, indicator, verdict):
    assert verdicts[indicator].verdict is verdict


def test_the_plan_has_its_eleven_targets_in_order(verdicts):
    assert len(verdicts) == 11
    assert [each.indicator for each in verdicts][:3] == ["增加值", "第三产业增加值比重", "规模以上工业总产值"]


def test_each_verdict_comes_with_its_figures(verdicts):
    assert verdicts["固定资产投资"].pace.completion.value == pytest.approx(50.9)
    assert verdicts["固定资产投资"].need.lo.value == pytest.approx(147.3)
    assert verdicts["城镇登记失业人数"].margin.value == 778
    assert verdicts["居民人均可支配收入"].margin.value == pytest.approx(9.7)
    share = verdicts["第三产业增加值比重"]
    assert share.lacking is kebi.enums.Lacking.last_year
    assert share.lacking_period == kebi.Period("2018H1")
    need = verdicts["增加值"].need
    assert (need.lo.value, need.hi.value) == pytest.approx((12.9, 13.9))
    assert need.weight_assumed and need.lo.value in need.lo.within


def test_exports_of_five_months_are_weighed_as_five_months(verdicts):
    exports = verdicts["外贸出口额"]
    assert exports.outcome.period == kebi.Period("2019-01..2019-05")
    assert exports.need.period == kebi.Period("2019-06..2019-12")
    assert exports.need.weight.value == pytest.approx(5 / 12)


def test_facts_keep_what_was_printed(report):
    level = next(f for f in report.facts if f.measure is Measure.level and f.indicator == "战略性新兴产业产值")
    assert level.value == Decimal("562.0") and str(level.value) == "562.0"
    assert level.text and PLAN.read_bytes()[level.start : level.end].decode() == level.text
    income = [f for f in report.facts if f.indicator == "居民人均可支配收入" and f.status is Status.estimate]
    assert [f.measure for f in income] == [Measure.level, Measure.growth]


def test_every_fact_stands_where_it_says(report):
    data = PLAN.read_bytes()
    assert [f for f in report.facts if data[f.start : f.end].decode() != f.text] == []


def same(a, b):
    return len(a) == len(b) and all(x.same_statement(y) for x, y in zip(a.facts, b.facts, strict=True))


def test_the_plan_comes_back_from_its_table_and_from_its_facts(report):
    assert same(kebi.read(report.to_csv()), report)
    assert kebi.read(report.to_jsonl()).facts == report.facts
    assert [kebi.Fact.from_json(f.to_json()) for f in report.facts] == report.facts
    assert pickle.loads(pickle.dumps(report.facts)) == report.facts


def test_settings_change_verdicts_and_unknown_ones_are_named(report):
    assert report.assess(flat_points=2)["外贸出口额"].verdict is Verdict.on_course
    assert report.assess(kebi.Settings(), lead_points="0.5")["固定资产投资"].verdict is Verdict.ahead
    with pytest.raises(kebi.KebiError, match="no setting is named 'tolerance': there are about_percent"):
        report.assess(tolerance=3)


def test_weights_that_the_caller_knows_replace_the_assumption(report):
    known = report.assess(weights={"增加值": kebi.Bounds(0.47, 0.48)})["增加值"].need
    assert not known.weight_assumed
    assert known.lo.within.width < report.assess()["增加值"].need.lo.within.width


def test_a_catalogue_of_ones_own_is_used():
    plan = "indicator,period,target,outcome\n氢能站点数,2019H1,完成300个以上,160个\n"
    assert kebi.read(plan).assess()[0].lacking is kebi.enums.Lacking.kind
    own = kebi.Catalogue()
    own.add(kebi.Indicator("氢能站点数", kind=kebi.enums.Kind.flow, units=["个"]))
    assert kebi.read(plan, catalogue=own).assess()[0].verdict is Verdict.on_course
    with pytest.raises(kebi.KebiError, match="already belongs"):
        own.add(kebi.Indicator("氢能站点数", kind=kebi.enums.Kind.stock))


@pytest.mark.parametrize("kind", ["pandas", "polars", "columns", "rows"])
def test_frames_of_any_kind_are_read(kind, report):
    columns = {
        "指标": ["固定资产投资", "社会消费品零售总额", "工业投资"],
        "目标": ["完成 300 亿元以上", "增长 10%左右", None],
        "完成情况": ["152. 7 亿元", "16. 5%", "48.2亿元"],
    }
    if kind == "pandas":
        frame = pytest.importorskip("pandas").DataFrame(columns)
    elif kind == "polars":
        frame = pytest.importorskip("polars").DataFrame(columns)
    elif kind == "columns":
        frame = columns
    else:
        frame = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    read = kebi.read(frame, region="嘉定区", period="2019H1")
    assert [each.verdict for each in read.assess()] == [Verdict.on_course, Verdict.ahead]
    assert len(read) == 5 and read.region == "嘉定区"


def test_a_wrong_cell_of_a_frame_is_named_by_row_and_column():
    with pytest.raises(kebi.ReadError) as refused:
        kebi.read({"指标": ["投资"], "目标": ["增长 abc"]}, period="2019H1")
    assert (refused.value.line, refused.value.column) == (2, 5)  # the second cell, its third character


@pytest.mark.parametrize("source", [3, object(), [1, 2], {"a": [1], "b": [1, 2]}], ids=repr)
def test_what_is_no_report_is_refused_in_a_sentence(source):
    with pytest.raises(kebi.KebiError):
        kebi.read(source)


def test_text_and_html_are_as_the_tree_has_them(verdicts, report):
    assert str(verdicts) + "\n" == (EXPECTED / "jiading-zh.txt").read_text(encoding="utf-8")
    assert verdicts._repr_html_() + "\n" == (EXPECTED / "jiading-zh.html").read_text(encoding="utf-8")
    assert report._repr_html_() == verdicts._repr_html_()
    assert repr(report) == "<Report 嘉定区 2019H1: 38 facts, 11 of them targets>"


def test_html_escapes_what_it_is_given():
    plan = kebi.read("indicator,period,target,outcome\n<b>x</b>,2019H1,增长3%,增长4%\n")
    assert "<b>x</b>" not in plan._repr_html_() and "&lt;b&gt;x&lt;/b&gt;" in plan._repr_html_()


def test_assessments_become_frames(verdicts):
    frame = verdicts.to_pandas()
    assert list(frame["verdict"])[:2] == ["behind", "undetermined"]
    assert verdicts.to_polars().shape == frame.shape
    assert verdicts.to_dicts()[7]["need"]["lo"]["value"] == pytest.approx(147.3)


def test_a_target_that_is_not_there_is_named_with_those_that_are(verdicts):
    with pytest.raises(KeyError, match="no target of 粮食产量: there are targets of 增加值"):
        verdicts["粮食产量"]


EMPTY = {
    "list": list,
    "tuple": lambda: (),
    "dict": dict,
    "rows without cells": lambda: [{}],
    "pandas": lambda: pytest.importorskip("pandas").DataFrame(),
    "polars": lambda: pytest.importorskip("polars").DataFrame(),
}


@pytest.mark.parametrize("make", EMPTY.values(), ids=EMPTY.keys())
def test_an_empty_frame_is_refused_in_a_sentence(make):
    with pytest.raises(kebi.KebiError, match="empty"):
        kebi.read(make())


def test_a_report_read_from_text_survives_pickle_and_copy():
    report = kebi.read_text("一、总体\n上半年,甲区税收增长5%。共17点。", region="甲区", period="2024H1")
    assert report.passed
    for again in (pickle.loads(pickle.dumps(report)), copy.deepcopy(report)):
        assert again.to_dicts() == report.to_dicts()
        assert again.passed == report.passed
        assert again.unread == report.unread


def test_a_report_survives_pickle_and_copy(report):
    again = pickle.loads(pickle.dumps(report))
    assert again == report and str(again.assess()) == str(report.assess())
    assert copy.deepcopy(report) == report


def test_settings_tell_what_is_usual_and_are_given_by_name():
    words = kebi.Settings.__init__.__doc__ or ""
    usual = kebi.Settings()
    for name in (name for name in dir(usual) if not name.startswith("_")):
        assert f"{name}: " in words
        says = getattr(kebi.Settings, name).__doc__
        assert says.endswith(f"Usually {getattr(usual, name) or 'none'}." if name == "weights" else f"Usually {getattr(usual, name)}.")
    assert "flat_points: decimal.Decimal = Decimal('0.5')" in words
    own = kebi.Settings(flat_points="1.0", weights={"税收收入": kebi.Bounds(0.5, 0.6)})
    assert (own.flat_points, own.about_points) == (Decimal("1.0"), usual.about_points)
    assert repr(own) == "Settings(flat_points=1.0, weights={'税收收入': Bounds(0.5, 0.6)})"
    assert repr(usual) == "Settings()" and own != usual
    with pytest.raises(kebi.KebiError, match="flat_point"):
        kebi.Settings(flat_point=1)


@pytest.mark.parametrize("value", [kebi.Period("2019"), kebi.Unit("人"), kebi.Percent(1), kebi.Settings()], ids=repr)
def test_comparing_with_something_else_is_false_and_no_error(value):
    assert value != None and value != 5 and value not in [None, "x"]


def test_settings_take_plain_numbers_and_say_which_one_they_refuse(report):
    assert report.assess(flat_points=2.0)["外贸出口额"].verdict is Verdict.on_course
    assert not report.assess(weights={"地区生产总值": 0.48})["增加值"].need.weight_assumed
    with pytest.raises(kebi.KebiError, match="the setting about_points takes a number: found None"):
        report.assess(about_points=None)
    with pytest.raises(kebi.KebiError, match="no target speaks of it"):
        report.assess(weights={"粮食产量": 0.5})


def test_regions_are_told_apart():
    rows = "".join(f"固定资产投资,2019H1,增长{g}%,增长5%,{r}\n" for r, g in (("甲区", 4), ("乙区", 8)))
    verdicts = kebi.read("indicator,period,target,outcome,region\n" + rows).assess()
    assert [v.verdict for v in verdicts] == [Verdict.ahead, Verdict.behind]
    assert verdicts["固定资产投资", "乙区"].verdict is Verdict.behind
    with pytest.raises(KeyError, match="name one of them"):
        verdicts["固定资产投资"]
    assert verdicts.table().heads[0] == "地区" and "甲区" in str(verdicts)
    assert list(verdicts.to_pandas()["region"]) == ["甲区", "乙区"]


def test_words_are_to_be_had_in_both_languages(verdicts):
    assert "behind" in verdicts.to_text("en") and "滞后" in verdicts.to_text()
    assert "▼ behind" in verdicts.to_html("en")
    assert verdicts.to_pandas("en")["reason"][0] == verdicts[0].reason("en")
    with pytest.raises(kebi.KebiError, match="kebi writes zh and en"):
        verdicts.to_text("fr")


def test_a_signs_for_a_terminal_do_not_reach_it():
    plan = kebi.read("indicator,period,target,outcome\n\x1b[31mx,2019H1,增长3%,增长4%\n")
    assert "\x1b" not in str(plan.assess())
