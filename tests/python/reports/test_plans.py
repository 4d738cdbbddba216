"""Plans as people have them: in sheets, with other separators, with more columns than kebi reads."""

from __future__ import annotations

import pytest

import kebi

HEAD = ["序号", "指标名称", "单位", "年度目标", "1-6月完成", "责任单位"]


def workbook(path, sheets):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return path


@pytest.fixture
def plans(tmp_path):
    title = ["澄江县2024年上半年主要指标完成情况"]
    return workbook(
        tmp_path / "plan.xlsx",
        {
            "说明": [["口径"], ["含开发区"]],
            "经济": [title, HEAD, [1, "固定资产投资", "亿元", 640, 331.2, "发改局"]],
            "民生": [title, HEAD, [1, "城镇新增就业", "人", 1200, 712, "人社局"], [2, "养老床位", "张", "", "", "民政局"]],
        },
    )


def test_every_sheet_that_is_a_plan_is_read_and_the_others_are_named(plans):
    report = kebi.read(plans)
    assert [fact.indicator for fact in report.facts] == ["固定资产投资"] * 2 + ["城镇新增就业"] * 2
    assert str(report.period) == "2024H1"
    assert len(report.skipped) == 2
    assert "说明" in report.skipped[0] and "养老床位" in report.skipped[1]
    assert [each.verdict.name for each in report.assess()] == ["on_course", "ahead"]


def test_a_sheet_without_a_period_has_that_of_the_others_and_says_so(tmp_path):
    sheets = {
        "经济": [["澄江县2024年上半年主要指标完成情况"], HEAD, [1, "固定资产投资", "亿元", 640, 331.2, "发改局"]],
        "民生": [["指标", "单位", "全年目标", "上半年"], ["城镇新增就业", "人", 1200, 712]],
        "坏表": [["指标", "单位", "全年目标", "实际"], ["城镇新增就业", "人", "增长 abc", ""]],
    }
    report = kebi.read(workbook(tmp_path / "plan.xlsx", sheets))
    assert {str(fact.period) for fact in report.facts} == {"2024", "2024H1"}
    assert len(report.facts) == 4 and len(report.assess()) == 2
    assert "民生, the period 2024H1 is that of the other sheets" in report.skipped
    assert any("坏表" in each for each in report.skipped)


MARKDOWN = """# 澄江县2024年上半年计划执行情况

| 指标 | 单位 | 年度目标 | 1-6月完成 |
|---|:---|---:|---|
| 固定资产投资 | 亿元 | 640 | 331.2 |
| 进出口总额 | % | 促稳提质 | -3.1 |
| 农村居民人均可支配收入 | % | 快于城镇居民 | 持续推进 |

注：数据为快报数。
"""


def test_a_table_in_markdown_is_a_plan_with_words_as_targets(tmp_path):
    (tmp_path / "plan.md").write_text(MARKDOWN, encoding="utf-8")
    for report in (kebi.read(MARKDOWN), kebi.read(tmp_path / "plan.md")):
        assert [each.verdict.name for each in report.assess()] == ["on_course", "undetermined", "undetermined"]
        assert report.assess()[1].outcome.text == "-3.1"
        assert report.region == "澄江县" and str(report.period) == "2024H1"
        assert report.skipped[0].startswith("line 7, column ")


def test_prose_around_a_table_in_markdown_is_read_as_a_report():
    more = MARKDOWN + "\n上半年，全县税收收入完成12.3亿元，增长4.1%。\n"
    assert "税收收入" in {fact.indicator for fact in kebi.read(more).facts}


def test_one_sheet_is_read_where_it_is_named(plans):
    assert {fact.indicator for fact in kebi.read(plans, sheet="民生").facts} == {"城镇新增就业"}
    assert {fact.indicator for fact in kebi.read(plans, sheet=1).facts} == {"固定资产投资"}
    with pytest.raises(kebi.KebiError, match="has no sheet '民政'"):
        kebi.read(plans, sheet="民政")


def test_a_text_has_no_sheets(tmp_path):
    (tmp_path / "plan.csv").write_text("指标,报告期,目标\n出口额,2024,增长5%\n", encoding="utf-8")
    with pytest.raises(kebi.KebiError, match="only a workbook has sheets"):
        kebi.read(tmp_path / "plan.csv", sheet="a")


def test_the_sheet_of_a_plan_that_cannot_be_read_is_named(tmp_path):
    rows = [HEAD, [1, "固定资产投资", "亿元", "增长 abc", "", ""]]
    with pytest.raises(kebi.ReadError, match="sheet '经济', line 2"):
        kebi.read(workbook(tmp_path / "plan.xlsx", {"经济": rows}), period="2024H1")


@pytest.mark.parametrize(("ending", "separator"), [(".tsv", "\t"), (".csv", ";"), (".csv", "\t")])
def test_tabs_and_semicolons_separate_the_cells_of_a_plan(tmp_path, ending, separator):
    path = tmp_path / f"plan{ending}"
    lines = ["指标,报告期,目标,完成", "固定资产投资,2024H1,增长5%,4.1%"]
    path.write_text("\n".join(lines).replace(",", separator) + "\n", encoding="utf-8")
    assert [each.verdict.name for each in kebi.read(path).assess()] == ["behind"]


def test_twenty_thousand_rows_take_seconds():
    import time

    rows = {
        "region": [f"第{at}县" for at in range(4000)],
        "indicator": ["固定资产投资"] * 4000,
        "period": ["2024H1"] * 4000,
        "target": ["增长6%以上"] * 4000,
        "outcome": [f"增长{at % 9}.3%" for at in range(4000)],
    }

    def cost(count):
        started = time.process_time()
        assert len(kebi.read({name: cells[:count] for name, cells in rows.items()}).facts) == 2 * count
        return time.process_time() - started

    assert cost(4000) < 12 * min(cost(1000), cost(1000))
