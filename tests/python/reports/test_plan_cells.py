"""Cells of a plan that are no figures: each leaves its own row without a verdict, and no other."""

from __future__ import annotations

import pickle

import pytest

import kebi
from kebi.enums import Better, Lacking, Rule, Verdict, WaySource

HEADS = "指标,报告期,目标,完成\n"
OTHER = "外贸出口额,2024H1,增长6%,6.3%\n"


def assessed(row, more=OTHER):
    return kebi.read(HEADS + row + "\n" + more).assess()


@pytest.mark.parametrize("outcome", ["持续推进", "暂无数据", "N/A", "第3位", "32公里", "详见附件2", "12.5.3亿元", "已完成主体结构"])
@pytest.mark.parametrize("target", ["300亿元", "增长6%", "控制在300亿元以内"])
def test_a_cell_that_is_no_figure_leaves_its_row_undetermined_and_all_others_assessed(target, outcome):
    open_, other = assessed(f"固定资产投资,2024H1,{target},{outcome}")
    assert open_.verdict is Verdict.undetermined and open_.reason("en") and open_.reason("zh")
    assert other.verdict is Verdict.on_course


def test_the_cause_is_printed_and_listed():
    report = kebi.read(HEADS + "固定资产投资,2024H1,300亿元,第3位\n" + OTHER)
    assert "第3位" in report.assess()[0].reason() and "第3位" in str(report.assess())
    assert len(report.skipped) == 1 and report.skipped[0].startswith("line 2, column ")
    unit = kebi.read(HEADS + "固定资产投资,2024H1,300亿元,32公里\n" + OTHER)
    assert "计量单位" in unit.assess()[0].reason() and "公里" in unit.skipped[0]


def test_a_count_of_both_stands_below_the_table():
    verdicts = assessed("固定资产投资,2024H1,300亿元,持续推进")
    assert str(verdicts).splitlines()[-1] == "共 2 项目标：已判定 1 项，待判 1 项"
    assert verdicts.to_text("en").splitlines()[-1] == "2 targets: 1 assessed, 1 undetermined"
    assert "待判 1 项" in verdicts.to_html()


IN_WORDS = {
    "已完成": "ahead", "全面完成年度目标任务": "ahead", "达到序时进度": "on_course", "快于序时进度": "ahead",
    "未达到序时进度": "behind", "滞后序时进度": "behind", "未完成": "undetermined",
}


@pytest.mark.parametrize("outcome", IN_WORDS)
def test_words_that_are_an_outcome_are_one(outcome):
    found = assessed(f"固定资产投资,2024H1,300亿元,{outcome}")[0]
    assert found.verdict.name == IN_WORDS[outcome]
    assert outcome in found.reason() or found.rule is Rule.schedule


def test_words_at_the_end_of_the_period_are_met_or_missed():
    for outcome, verdict in (("已完成", Verdict.met), ("未完成", Verdict.missed)):
        assert assessed(f"固定资产投资,2024,增长6%,{outcome}")[0].verdict is verdict


NOT_UNDERSTOOD = [
    "固定资产投资,2024H1,增长 abc,", "固定资产投资,2024年13月,增长6%,5%",
    "固定资产投资,2024H1,增长6%,331亿元,增长7%", "#固定资产投资,2024H1,增长6%,5%",
]


@pytest.mark.parametrize("row", NOT_UNDERSTOOD)
def test_a_row_that_is_not_understood_is_left_open_and_listed(row):
    report = kebi.read(HEADS + row + "\n" + OTHER)
    assert [each.verdict for each in report.assess()] == [Verdict.undetermined, Verdict.on_course]
    assert len(report.skipped) == 1
    with pytest.raises(kebi.ReadError):
        kebi.read(HEADS + row + "\n")


def test_two_targets_that_exclude_each_other_give_no_verdict_and_refuse_no_other():
    report = kebi.read(HEADS + "固定资产投资,2024H1,增长8%,7%\n固定资产投资,2024H1,增长9%,7%\n" + OTHER)
    assert [each.verdict.name for each in report.assess()] == ["undetermined", "undetermined", "on_course"]
    assert "two targets for the growth of 固定资产投资" in report.skipped[0]


def test_a_plan_with_words_in_its_cells_comes_back_from_its_table():
    report = kebi.read(HEADS + "固定资产投资,2024H1,300亿元,持续推进\n工业投资,2024H1,增长3%,达到序时进度\n" + OTHER)
    again = kebi.read(report.to_csv())
    assert [fact.text for fact in again.facts] == [fact.text for fact in report.facts]
    assert [each.verdict for each in again.assess()] == [each.verdict for each in report.assess()]
    assert kebi.read(report.to_jsonl()).facts == report.facts


def test_what_states_which_way_is_better_is_told_and_stays_unknown_without():
    rows = "热线投诉件数,2024H1,100件,150件\n信访案件,2024,100件,150件\n信访案件,2023,100件,80件\n" + OTHER
    complaints, more, fewer, known = kebi.read(HEADS + rows).assess()
    assert complaints.verdict is Verdict.behind and complaints.better is Better.lower
    assert complaints.better_by.source is WaySource.indicator_name and "投诉" in complaints.reason("en")
    for open_ in (more, fewer):
        assert open_.lacking is Lacking.better and open_.better is None and open_.better_by.source is WaySource.nothing
    assert known.better_by.source is WaySource.catalogue and "(" not in known.reason("en")
    assert pickle.loads(pickle.dumps(complaints)) == complaints
    assert repr(complaints.better_by) == "<BetterWay lower, from indicator_name: 投诉>"


PUBLISHED = {
    '外贸进口额,2024H1,高于全市平均,"5%，高于全市平均1.2个百分点"': "ahead",
    "外贸进口额,2024H1,高于全市平均水平,低于全市平均0.4个百分点": "behind",
    "第三产业增加值比重,2024H1,保持稳定,同比提高0.3个百分点": "on_course",
    '第三产业增加值比重,2024H1,保持稳定,"33.5%，比上年下降1.3个百分点"': "behind",
    "耕地保有量,2024H1,不低于30万亩,29.8万亩": "behind",
    "固定资产投资,2024H1,300亿元左右,148.5亿元": "on_course",
    "固定资产投资,2024H1,300亿元,148.5亿元": "behind",
    "城镇调查失业率,2024H1,5.5%左右,4.6%": "ahead",
    "高校毕业生调查失业率,2024H1,5.5%左右,6.4%": "behind",
}


@pytest.mark.parametrize("row", PUBLISHED)
def test_what_is_published_is_used(row):
    assert assessed(row)[0].verdict.name == PUBLISHED[row]
