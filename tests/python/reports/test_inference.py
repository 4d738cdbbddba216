"""Inference in Python: what a report implies, and which of its figures cannot all be true."""

from __future__ import annotations

import json
import os
import pickle
import signal
import threading
import time

import pytest

import kebi
from kebi.__main__ import main
from kebi.enums import Grade, Identity, Measure

# Figures are made up; the second half of the text contradicts the first.
SOUND = "2021年上半年，全区一般公共预算收入完成123.4亿元，同比增长5.6%。固定资产投资完成200.0亿元，同比增长8.0%。"
BROKEN = (
    "2021年上半年，全区软件业产值完成80.0亿元，同比增长6.0%，高于全市平均2.0个百分点，"
    "占全市软件业产值10.0%，比去年同期提高1.5个百分点。"
)


@pytest.fixture
def sound():
    return kebi.read_text(SOUND, region="某区", period="2021H1")


@pytest.fixture
def broken():
    return kebi.read_text(BROKEN, region="某区", parent_region="某市", period="2021H1")


def test_the_base_of_each_level_with_growth_is_implied(sound):
    base = sound.infer()["一般公共预算收入", "2020H1"]
    direct = kebi.formulas.base("123.4", kebi.Percent("5.6"))
    assert base.bounds.lo == pytest.approx(direct.lo) and base.bounds.hi == pytest.approx(direct.hi)
    assert base.midpoint in base.bounds and base.unit_text == "亿元"
    assert base.printed == "116.9亿元"
    assert {fact.text for fact in base.facts} == {"同比增长5.6%", "完成123.4亿元"}
    assert base.laws == [Identity.growth]


def test_a_figure_explains_both_its_ends(sound):
    told = sound.infer()["一般公共预算收入", "2020H1"].explain()
    assert told.count("published: 完成123.4亿元") == 2
    assert "not below" in told and "not above" in told and "level = base × (1 + growth)" in told


def test_what_is_not_implied_is_told(sound):
    with pytest.raises(KeyError, match="nothing is implied for 粮食产量"):
        sound.infer()["粮食产量"]


def test_a_report_without_contradictions_passes(sound):
    audit = sound.audit()
    assert len(audit) == 0 and not audit
    assert "0 checks passed" in str(audit)


def test_figures_that_cannot_all_be_true_are_named_with_what_would_mend_them(broken):
    (found,) = broken.audit()
    assert found.grade is Grade.scope_break
    texts = {broken.facts[i].text for i in found.facts}
    assert texts == {"同比增长6.0%", "高于全市平均2.0个百分点", "占全市软件业产值10.0%", "比去年同期提高1.5个百分点"}
    # The growth implies a rise of 0.19 points, not 1.5.
    assert found.factor.lo > 1.1 and found.size > 5


def test_the_rest_is_inferred_all_the_same(broken):
    assert broken.infer()["软件业产值", "2020H1"].measure is Measure.level


def test_a_stock_is_found_under_its_span_and_a_month_of_a_flow_is_not():
    text = "2019年6月末，全区常住人口160.2万人。2019年6月，全区社会消费品零售总额完成21.3亿元。"
    implied = kebi.read_text(text, region="某区", period="2019H1").infer()
    (people,) = implied.find("常住人口", "2019H1")
    assert people.period == kebi.Period("2019-06") and people.midpoint == pytest.approx(160.2)
    assert people in implied.stated and implied["常住人口", "2019H1"] is people
    assert implied.find("常住人口", "2019H1", "growth") == []
    assert implied.find("社会消费品零售总额", "2019H1") == []
    assert len(implied.find("社会消费品零售总额", "2019-06", Measure.level)) == 1


def test_a_question_backwards_is_answered_with_bounds(sound):
    implied = sound.infer()
    base = implied["固定资产投资", "2020H1"]
    level = implied.find("固定资产投资", "2021H1", "level")[0]
    # What would the first half have been, at its growth, on a base of 190?
    asked = implied.required(level, {base: kebi.Bounds(190, 190)})
    assert asked.lo == pytest.approx(190 * 1.0795) and asked.hi == pytest.approx(190 * 1.0805)
    # On what is published, no base of 190 fits the published level.
    growth = implied.find("固定资产投资", "2021H1", "growth")[0]
    assert implied.required(growth, {base: kebi.Bounds(190, 190)}).hi < 7.95


def test_tables_are_to_be_had_as_text_html_and_data(sound, broken):
    implied = sound.infer()
    assert "116.9亿元" in str(implied) and "<table" in implied._repr_html_()
    assert implied.to_dicts()[0].keys() >= {"indicator", "period", "measure", "lo", "hi", "facts", "laws"}
    assert "scope break" in str(broken.audit()) and "<table" in broken.audit()._repr_html_()


def test_the_commands_print_and_say_by_their_status_whether_figures_clash(tmp_path, capsys):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(SOUND, encoding="utf-8")
    bad.write_text(BROKEN, encoding="utf-8")
    assert main(["audit", str(good), "--region", "某区"]) == 0
    assert "0 checks passed" in capsys.readouterr().out
    assert main(["audit", str(bad), "--region", "某区", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told[0]["grade"] == "scope_break"
    assert main(["infer", str(good), "--region", "某区", "--json"]) == 0
    assert {row["indicator"] for row in json.loads(capsys.readouterr().out)} >= {"一般公共预算收入"}


def test_passed_checks_are_told_one_by_one():
    report = kebi.read_text("2021年上半年，全区固定资产投资完成200.0亿元，其中工业投资完成50.0亿元。", region="某区")
    audit = report.audit()
    (check,) = audit.checks
    assert f"{check}" == "固定资产投资 200.0亿元 = 工业投资 50.0亿元 + 固定资产投资(除工业投资) 150.0亿元"
    assert check.law is Identity.rest and [f.indicator for f in check.figures][-1] == "固定资产投资"
    assert audit.passed == {"rest": 1} and f"{check}" in f"{audit}" and "1 checks passed: rest 1" in f"{audit}"


def test_passed_checks_are_counted_by_their_laws(sound, broken):
    text = (
        "2019年，地区生产总值990865亿元，其中：第一产业增加值70467亿元，第二产业增加值386165亿元，第三产业增加值534233亿元。"
        "第一产业比重7.1%，第二产业比重39.0%。"
    )
    audit = kebi.read_text(text, region="全国", period="2019").audit()
    # Each part is no more than the whole, all three are the whole, and two shares are those printed.
    assert audit.passed == {"sum": 1, "rest": 3, "quotient": 2} and audit.passed["gap"] == 0
    assert "6 checks passed: rest 3, quotient 2, sum 1" in f"{audit}"
    assert sum(audit.passed.values()) == len(audit.checks)
    assert audit.checks is audit.checks
    assert sound.audit().checks == [] and not sound.audit().passed


def test_the_rest_of_the_year_is_told_or_what_is_missing_for_it():
    text = "2021年上半年，全区一般公共预算收入完成123.4亿元，同比增长5.6%。"
    plan = "2021年主要预期目标：一般公共预算收入增长6%。"
    (unknown,) = kebi.read_text(text + plan, region="某区", period="2021H1").infer().still_to_come()
    assert unknown.missing.endswith("missing is its level in the whole of 2020")
    known = kebi.read_text(text + plan + "2020年，一般公共预算收入完成220.0亿元。", region="某区", period="2021H1")
    (told,) = known.infer().still_to_come()
    assert not told.missing and told.growth.bounds.lo < 100 * ((220 * 1.06 - 123.4) / (220 - 123.4 / 1.056) - 1)
    assert f"{told}".startswith("2021H2 must bring for 一般公共预算收入 6%: ") and f"{told}" in f"{known.infer()}"


def test_what_is_implied_is_found_once(sound):
    assert sound._inferred() is sound._inferred()


@pytest.mark.parametrize("text", ["", "\n\n", "没有数字。", "2021年", "100%", "增长-250%", "0家0个0%", "\x00" * 50])
def test_a_text_that_states_nothing_implies_nothing_and_passes(text, tmp_path, capsys):
    report = kebi.read_text(text)
    implied, audit = report.infer(), report.audit()
    assert [*implied, *implied.stated, *implied.unused, *implied.still_to_come()] == []
    assert [*audit, *audit.checks] == []
    assert "<table" in implied._repr_html_() and "0 checks passed" in audit._repr_html_()
    file = tmp_path / "report.txt"
    file.write_text(text, encoding="utf-8")
    assert main(["infer", f"{file}", "--json"]) == 0 and main(["audit", f"{file}", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n[]\n"


@pytest.mark.parametrize(
    ("text", "implied", "stated", "contradictions", "unused"),
    [
        ("税收收入完成0亿元。", 0, 1, 0, []),
        # Nothing is left of any base; and a fall that cannot be is put aside.
        ("税收收入完成0亿元，同比下降100%。", 0, 2, 0, []),
        ("税收收入完成10亿元，同比增长-250%。", 0, 2, 1, []),
        ("税收收入完成10亿元，同比增长25%。", 1, 2, 0, []),
        ("税收收入增速居全市第二位。", 0, 0, 0, ["增速居全市第二位"]),
    ],
)
def test_odd_texts_give_what_they_state(text, implied, stated, contradictions, unused):
    report = kebi.read_text(text, region="某区", period="2021H1")
    found = report.infer()
    assert (len(found), len(found.stated), len(report.audit())) == (implied, stated, contradictions)
    assert [fact.text for fact in found.unused] == unused


@pytest.mark.parametrize(
    "text",
    [
        "出口1.5亿元（去年同期1.2亿元），增长25%。",
        "出口由1.2亿元增加到1.5亿元。",
        "1-5月，税收收入增长6%。1-6月，税收收入增长4%，高于全国1个百分点。",
        "| 指标 | 本月 | 累计 |\n|---|---|---|\n| 税收收入（亿元） | 11.8 | 72.4 |\n",
    ],
)
def test_figures_that_nobody_dated_are_not_held_against_each_other(text):
    report = kebi.read_text(text)
    assert len(report) > 1 and not any(fact.period for fact in report.facts)
    assert list(report.audit()) == []


def test_what_one_breath_tells_without_a_date_is_put_together():
    told = kebi.read_text("税收收入增长6.0%，高于全国1.0个百分点。").infer().find("税收收入", measure="growth")
    assert [f.bounds.printed(1) for f in told if f.region == "全国"] == ["[4.9, 5.1]"]


def test_figures_are_found_by_every_name_of_the_catalogue():
    inferred = kebi.read_text("全年出口1.5亿元，同比增长25%。", region="某区", period="2019").infer()
    for name in ("出口", "出口总额", "出口额", "出口 总额"):
        assert inferred[name, "2018"].bounds.printed(2) == "[1.15, 1.25]"


def test_mends_that_explain_as_much_as_each_other_are_all_told():
    report = kebi.read_text("全年税收收入1.5亿元。全年税收收入1.2亿元。", region="某区", period="2019")
    (found,) = report.audit()
    assert [str(meant) for _, meant, _ in found.likeliest] == ["1.2", "1.5"]
    assert "1.5亿元: 1.2 meant (changed) or 1.2亿元: 1.5 meant (changed)" in str(report.audit())
    (told,) = report.audit().to_dicts()
    assert [mend["meant"] for mend in told["mends"] if mend["likeliest"]] == [1.2, 1.5]


def test_what_no_figure_can_be_is_a_contradiction_of_one(tmp_path):
    report = kebi.read_text("2021年上半年，全区税收收入完成10.0亿元，同比下降250%。", region="某区", period="2021H1")
    (found,) = report.audit()
    assert [report.facts[i].text for i in found.facts] == ["同比下降250%"]


def test_parts_of_one_name_under_different_wholes_contradict_nothing():
    text = (
        "房地产开发投资100亿元，增长5%，其中：住宅70亿元，增长3%。"
        "商品房销售面积50万平方米，下降2%，其中：住宅40万平方米，下降1%。"
    )
    report = kebi.read_text(text, region="某区", period="2019")
    assert [fact.parent for fact in report.facts if fact.indicator == "住宅"] == ["房地产开发投资"] * 2 + ["商品房销售面积"] * 2
    assert list(report.audit()) == []
    assert report.infer()["房地产开发投资(除住宅)", "2019"].bounds.printed(0) == "[29, 31]"


def test_parts_laws_and_hedges_of_ones_own_are_used_and_shown():
    facts = [
        {"indicator": "甲镇产值", "period": "2019", "value": 10, "unit": "亿元", "text": ""},
        {"indicator": "乙镇产值", "period": "2019", "value": 20, "unit": "亿元", "text": ""},
        {"indicator": "单位产值", "period": "2019", "value": 4, "unit": "亿元/公顷", "text": ""},
        {"indicator": "用地", "period": "2019", "value": 5, "unit": "公顷", "text": ""},
    ]
    report = kebi.Report([kebi.Fact.from_json(json.dumps(each)) for each in facts])
    options = {
        "parts": {"两镇产值": ["甲镇产值", "乙镇产值"]},
        "laws": ["甲镇产值 + 0.5 * 乙镇产值 = 折合产值", "单位产值 = 园区产值 / 用地"],
        "hedges": {"about_percent": 3},
        "revision": (0.9, 1.1),
    }
    implied = report.infer(**options)
    assert 20 in implied["折合产值", "2019"].bounds and implied["折合产值", "2019"].bounds.width < 2
    assert 20 in implied["园区产值", "2019"].bounds
    assert implied.settings["hedges"]["about_percent"] == 3
    assert implied.settings["laws"][1] == options["laws"][1]
    assert implied.settings["parts"]["两镇产值"] == [["甲镇产值", "乙镇产值"]]
    assert any("revision" in note for note in implied.table().notes)
    assert not any("revision" in note for note in report.infer().table().notes)
    assert pickle.loads(pickle.dumps(implied)).settings == implied.settings


def test_the_towns_of_a_district_add_up():
    def level(region, value):
        about = {"indicator": "税收收入", "region": region, "period": "2019", "value": value, "unit": "亿元", "text": ""}
        return kebi.Fact.from_json(json.dumps(about))

    report = kebi.Report([level("甲区", 31), level("东镇", 10), level("西镇", 15)], region="甲区")
    assert len(report.audit()) == 0
    wrong, = report.audit(regions={"甲区": ["东镇", "西镇"]})
    assert [law.name for law in wrong.laws] == ["sum"]


@pytest.mark.parametrize(
    "options",
    [{"laws": ["税收收入"]}, {"laws": "A = B"}, {"parts": {"A": "BC"}}, {"hedges": {"roughly": 1}}, {"revision": 3}, {"unknown": 1}],
)
def test_what_is_no_setting_of_inference_is_refused_in_a_sentence(options):
    with pytest.raises(kebi.KebiError, match=" "):
        kebi.Report([]).infer(**options)


def test_contradictions_of_a_long_series_are_found_in_time_and_ctrl_c_ends_it():
    def text(months):
        return "".join(
            f"{2000 + i // 12}年{i % 12 + 1}月，全区出口额完成{100 + i % 7}亿元，同比增长1.0%。" for i in range(months)
        )

    start = time.process_time()
    found = kebi.read_text(text(96), region="甲区").audit()
    assert len(found) > 50 and found.unnamed == 0 and time.process_time() - start < 10
    few = kebi.read_text(text(96), region="甲区").audit(trials=100)
    assert few.unnamed > 0 and len(few) < len(found)
    assert any("more contradictions than these" in note for note in few.table().notes)
    long = kebi.read_text(text(1800), region="甲区")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    killer = threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT))
    killer.start()
    start = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            long.audit()
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - start < 3


def test_level_and_growth_that_a_plan_prints_together_are_rounded() -> None:
    def plan(growth: str) -> kebi.Report:
        facts = [
            {"indicator": "增值税", "period": "2025", "value": 118670, "unit": "万元", "text": ""},
            {"indicator": "增值税", "period": "2026", "status": "target", "value": 122963, "unit": "万元", "text": ""},
            {"indicator": "增值税", "period": "2026", "status": "target", "measure": "growth", "value": float(growth),
             "decimals": 1, "unit": "%", "basis": "yoy", "text": ""},
        ]  # fmt: skip
        return kebi.Report([kebi.Fact.from_json(json.dumps(each)) for each in facts])

    assert len(plan("3.6").audit()) == 0  # 122963 / 118670 = 1.03618
    assert len(plan("3.9").audit()) == 1
