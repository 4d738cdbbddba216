"""Doubt: what reading took for granted, how reports tell it, and what takes no part because of it."""

from __future__ import annotations

import json

import pytest

import kebi
from kebi.__main__ import main
from kebi.enums import Lacking, Verdict

FIRM = '{"indicator": "税收收入", "region": "某区", "period": "2019", "value": 10.0, "decimals": 1, "unit": "亿元"}'
GROWTH = (
    '{"indicator": "税收收入", "region": "某区", "period": "2019", "measure": "growth", "value": 25, "unit": "%", '
    '"basis": "yoy", "text": "增长25%", "doubt": ["period", "name"]}'
)
TARGET = '{"indicator": "税收收入", "region": "某区", "period": "2019", "status": "target", "value": 9, "unit": "亿元"}'


def facts(*lines):
    return [kebi.Fact.from_json(line) for line in lines]


@pytest.fixture
def report():
    return kebi.Report(facts(FIRM, GROWTH, TARGET), region="某区", period="2019")


def test_a_fact_tells_its_doubts_in_codes_and_in_words(report):
    firm, doubtful, _ = report.facts
    assert firm.doubt == [] and firm.doubt_words() == ""
    assert doubtful.doubt == ["period", "name"]
    assert doubtful.doubt_words("zh") == "报告期未写明、指标名称不确定"
    assert repr(doubtful) == "<Fact 税收收入 2019 actual growth 25%, doubtful: period, name>"
    assert json.loads(doubtful.to_json())["doubt"] == ["period", "name"]
    assert doubtful.same_statement(kebi.Fact.from_json(GROWTH.replace(', "doubt": ["period", "name"]', "")))


def test_a_report_tells_how_many_of_its_facts_are_doubtful_and_lists_them(report):
    assert repr(report) == "<Report 某区 2019: 3 facts (2 firm, 1 doubtful), 1 of them targets>"
    assert list(report.doubtful) == [report.facts[1]]
    assert "the period is assumed; the name is cut out of the sentence" in repr(report.doubtful)
    assert "1 doubtful facts" in report.doubtful._repr_html_()
    assert report.doubtful.to_dicts()[0]["sentence"] == "增长25%"


def test_a_doubtful_fact_is_listed_with_the_sentence_that_it_stands_in():
    text = "甲。全年出口1.5亿元，进口增长3%；乙。"
    read = kebi.read_text(text, region="某区", period="2019")
    listed = kebi.reports.Doubtful(read.facts, read.source).to_dicts()
    assert {each["sentence"] for each in listed} == {"全年出口1.5亿元，进口增长3%"}


def test_inference_and_audit_use_firm_facts_unless_told_otherwise(report):
    with pytest.raises(KeyError, match="nothing is implied"):
        report.infer()["税收收入", "2018"]
    assert report.infer(include_doubtful=True)["税收收入", "2018"].bounds.lo < 8
    rival = kebi.Report(facts(FIRM, FIRM.replace("10.0,", "11.0,").replace("}", ', "doubt": ["unit"]}')))
    assert len(rival.audit()) == 0 and len(rival.audit(include_doubtful=True)) == 1


def test_verdicts_use_firm_facts_unless_told_otherwise():
    outcome = FIRM.replace("}", ', "doubt": ["subject"]}')
    plan = kebi.Report(facts(outcome, TARGET))
    assert plan.assess()[0].lacking is Lacking.outcome
    assert plan.assess(include_doubtful=True)[0].verdict is Verdict.met
    doubted = kebi.Report(facts(FIRM, TARGET.replace("}", ', "doubt": ["status"]}')))
    (open_,) = doubted.assess()
    assert open_.lacking is Lacking.reading and "outcome or target is assumed" in open_.reason("en")


def test_audit_gives_the_sentences_and_what_else_could_explain_it():
    (told,) = kebi.read_text("全年税收收入1.5亿元。全年税收收入1.2亿元。", region="某区", period="2019").audit().to_dicts()
    assert told["sentences"] == ["全年税收收入1.5亿元", "全年税收收入1.2亿元"]
    assert told["otherwise"] == "the two are of another scope, region or time under one name"


def test_nothing_to_assess_is_said(tmp_path, capsys):
    nothing = kebi.read_text("全年税收收入1.5亿元。", region="某区", period="2019").assess()
    assert f"{nothing}".splitlines()[-1] == "没有可评估的目标：读出 1 条数据，其中没有目标"
    assert "nothing to assess: none of the 1 facts is a target" in nothing.to_html("en")
    file = tmp_path / "report.txt"
    file.write_text("没有数字。\n", encoding="utf-8")
    assert main(["assess", f"{file}", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "nothing to assess: no facts were read\n"


def test_the_commands_tell_what_is_doubtful(tmp_path, capsys):
    file = tmp_path / "facts.jsonl"
    file.write_text("\n".join([FIRM, GROWTH]), encoding="utf-8")
    assert main(["facts", f"{file}"]) == 0
    assert "1 firm facts, 1 doubtful" in capsys.readouterr().out
    assert main(["facts", f"{file}", "--doubtful"]) == 0
    assert "the period is assumed" in capsys.readouterr().out
    assert main(["infer", f"{file}", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"
    assert main(["infer", f"{file}", "--json", "--include-doubtful"]) == 0
    assert "税收收入" in capsys.readouterr().out


# Kinds of outcome that the name alone does not judge; numbers are made up.
@pytest.mark.parametrize(
    ("row", "verdict", "words"),
    [
        ("差错起数,2019H1,0起,2起", Verdict.undetermined, "whether more or less of it is better is unknown"),
        ("来信件数,2019H1,100件,150件", Verdict.undetermined, "whether more or less of it is better is unknown"),
        ("较大事故起数,2019H1,10起,12起", Verdict.behind, "2 起 above the target"),
        ("居民消费价格,2019,涨幅控制在3%左右,1.7%", Verdict.within, "below the cap"),
    ],
)
def test_what_is_not_known_is_not_judged(row, verdict, words):
    (found,) = kebi.read(f"indicator,period,target,outcome\n{row}\n").assess()
    assert found.verdict is verdict and words in found.reason("en")


def test_a_passed_number_of_the_year_is_not_said_to_have_to_fall():
    (found,) = kebi.read("indicator,period,target,outcome\n较大事故起数,2019H1,10起,12起\n").assess()
    assert found.need.out_of_reach
    assert found.need_words("en") == "the number of the whole period can no longer be kept"
