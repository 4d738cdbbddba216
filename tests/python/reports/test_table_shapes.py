"""Tables of the shapes that official tables have; all places and figures are invented."""

from __future__ import annotations

import pytest

import kebi


def grid(lines, name=""):
    """Rows of cells between bars; ^ goes on with the cell above, < with the one to its left."""
    rows = [line.split("|") for line in lines.strip("\n").split("\n")]
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text.strip() in ("", "^", "<"):
                continue
            wide = next((k for k in range(1, len(row) - c) if row[c + k].strip() != "<"), len(row) - c)
            high = next((k for k in range(1, len(rows) - r) if rows[r + k][c].strip() != "^"), len(rows) - r)
            cells.append((r, c, high, wide, 0, text.rstrip()))
    return kebi.CellGrid(name, cells)


def said(*parts, region="安平市", period="2031-03", doubt=False):
    """What the facts of tables and of the lines above them state, in short lines."""
    made = []
    for fact in kebi.read(list(parts), region=region, period=period).facts:
        line = f"{fact.indicator} {fact.region} {fact.period} {fact.measure.name} {fact.value} {fact.unit}"
        made.append(line + "".join(f" {code}?" for code in fact.to_dict().get("doubt", [])) if doubt else line)
    return made


SHAPES = {
    "places in the heads": (
        "",
        "指标|单位|全市|东岭县\n地区生产总值|亿元|310.5|52.1\n 增长|%|5.2|4.4",
        "2031-03",
        [
            "地区生产总值 安平市 2031-03 level 310.5 亿元",
            "地区生产总值 东岭县 2031-03 level 52.1 亿元",
            "地区生产总值 安平市 2031-03 growth 5.2 %",
            "地区生产总值 东岭县 2031-03 growth 4.4 %",
        ],
    ),
    "a group of people in a head goes with the name of the row": (
        "2030年居民消费价格比上年涨跌幅度\n单位：%",
        "指 标|全市|城市|农村\n居民消费价格|0.2|0.3|-0.1",
        "2030",
        [
            "居民消费价格 安平市 2030 growth 0.2 %",
            "城市居民消费价格 安平市 2030 growth 0.3 %",
            "农村居民消费价格 安平市 2030 growth -0.1 %",
        ],
    ),
    "a head over levels and growth names what both are of": (
        "",
        "行业|营业收入|<|利润总额|<\n^|1-2月(亿元)|同比增长(%)|1-2月(亿元)|同比增长(%)\n采矿业|18.1|-7.4|3.9|-18.6",
        "2031-01..2031-02",
        [
            "采矿业营业收入 安平市 2031-01..2031-02 level 18.1 亿元",
            "采矿业营业收入 安平市 2031-01..2031-02 growth -7.4 %",
            "采矿业利润总额 安平市 2031-01..2031-02 level 3.9 亿元",
            "采矿业利润总额 安平市 2031-01..2031-02 growth -18.6 %",
        ],
    ),
    "a base of 100 makes an index, told apart by what it compares with": (
        "2031年3月居民消费价格指数",
        "项目|环比|同比\n^|上月=100|上年同月=100\n食品烟酒|99.6|98.9",
        "2031-03",
        ["食品烟酒环比 安平市 2031-03 level 99.6 None", "食品烟酒同比 安平市 2031-03 level 98.9 None"],
    ),
    "tables side by side may differ": (
        "",
        "指标|单位|1-3月|同比(%)|指标|单位|3月末\n工业用电量|万千瓦时|1021|-3.1|各项贷款余额|亿元|180.5",
        "2031-03",
        [
            "工业用电量 安平市 2031Q1 level 1021 万千瓦时",
            "工业用电量 安平市 2031Q1 growth -3.1 %",
            "各项贷款余额 安平市 2031-03 level 180.5 亿元",
        ],
    ),
    "a column beside the names says what each row measures": (
        "",
        "指标|项目|2029年|2030年\n地区生产总值|总量(亿元)|700.1|745.2\n^|增速(%)|4.0|5.5",
        "2030",
        [
            "地区生产总值 安平市 2029 level 700.1 亿元",
            "地区生产总值 安平市 2030 level 745.2 亿元",
            "地区生产总值 安平市 2029 growth 4.0 %",
            "地区生产总值 安平市 2030 growth 5.5 %",
        ],
    ),
    "rows of months count on where a head says so": (
        "2031年安平市规模以上工业增加值",
        "月份|当月增速(%)|累计增速(%)\n3月|5.0|4.5\n4月|5.2|4.7",
        "2031",
        [
            "规模以上工业增加值 安平市 2031-03 growth 5.0 %",
            "规模以上工业增加值 安平市 2031Q1 growth 4.5 %",
            "规模以上工业增加值 安平市 2031-04 growth 5.2 %",
            "规模以上工业增加值 安平市 2031-01..2031-04 growth 4.7 %",
        ],
    ),
    "rows describe the columns of an export": (
        "",
        "指标|原油产量_当期|投资_累计\n地区|南岭省|南岭省\n频度|月|月\n单位|万吨|亿元\n2031-02|17.5|73.6",
        "2031-03",
        ["原油产量 南岭省 2031-02 level 17.5 万吨", "投资 南岭省 2031-01..2031-02 level 73.6 亿元"],
    ),
    "names end with what they measure": (
        "",
        "指标|2031年2月\n投资累计值(亿元)|45.7\n投资累计增长(%)|-7.2\n2030年末债务余额预计执行数(亿元)|105.3",
        "2031-03",
        [
            "投资 安平市 2031-01..2031-02 level 45.7 亿元",
            "投资 安平市 2031-01..2031-02 growth -7.2 %",
            "债务余额 安平市 2030-12 level 105.3 亿元",
        ],
    ),
    "years are written in Chinese digits": (
        "",
        "收入项目|二○三○年决算数(万元)\n增值税|1216",
        "2030",
        ["增值税 安平市 2030 level 1216 万元"],
    ),
}


@pytest.mark.parametrize(("above", "lines", "period", "facts"), SHAPES.values(), ids=SHAPES)
def test_a_table_of_a_usual_shape_says_what_its_figures_are_of(above, lines, period, facts):
    assert said(*([above] if above else []), grid(lines), period=period) == facts


def test_a_budget_has_plans_outcomes_progress_and_a_level_of_government():
    lines = "项目|2030年预算|2030年执行数|执行数占预算%|2031年预算比2030年执行增减%\n增值税|21.5|21.8|101.4|5.0"
    report = kebi.read(["2030年市本级一般公共预算收入表\n单位：万元", grid(lines)], region="安平市", period="2030")
    assert [(f.measure.name, f.status.name, str(f.period), f.region) for f in report.facts] == [
        ("level", "target", "2030", "市本级"),
        ("level", "actual", "2030", "市本级"),
        ("progress", "actual", "2030", "市本级"),
        ("growth", "target", "2031", "市本级"),
    ]


def test_a_rate_moves_by_points_where_the_cell_or_the_row_says_so():
    lines = "指标|单位|1-3月|比上年同期\n亏损面|%|21.1|1.5\n产品销售率|%|96.5|-0.6(百分点)"
    assert [line.split(" ", 3)[3] for line in said(grid(lines))] == [
        "level 21.1 %", "change 1.5 个百分点", "level 96.5 %", "change -0.6 个百分点",
    ]  # fmt: skip


def test_what_a_table_does_not_say_is_in_doubt():
    assert said(grid("指标|数值\n财政收入|77.1"), doubt=True) == ["财政收入 安平市 2031-03 level 77.1 None unit?"]
    assert said(grid("指标|单位|天王星口径\n财政收入|亿元|77.1"), doubt=True) == [
        "财政收入 安平市 2031-03 level 77.1 亿元 head?"
    ]
    assert said(grid("指标|2030年\n常住人口(亿元)|3.1"), doubt=True)[0].endswith("unit?")


def test_arithmetic_of_a_table_that_disagrees_is_a_doubt():
    lines = "指标|单位|2029年|2030年|增减数\n小学|所|61|60|5"
    assert said(grid(lines), period="2030", doubt=True)[2] == "小学 安平市 2030 change 5 所 arithmetic?"
    lines = "指标|单位|全年目标|1-3月完成|完成年度目标(%)\n固定资产投资|亿元|120|30.2|75.2"
    assert said(grid(lines), doubt=True)[2].endswith("progress 75.2 % arithmetic?")
    lines = "指标|2030年(亿元)\n货物出口额|20.1\n其中：一般贸易|25.0"
    assert said(grid(lines), period="2030", doubt=True)[1].endswith("level 25.0 亿元 arithmetic?")


def test_two_numbers_of_a_table_under_one_name_are_in_doubt():
    lines = "指标|单位|2030年|2030年\n财政收入|亿元|77.1|80.2"
    assert said(grid(lines), period="2030", doubt=True) == [
        "财政收入 安平市 2030 level 77.1 亿元 head?",
        "财政收入 安平市 2030 level 80.2 亿元 head?",
    ]


def test_a_table_without_a_year_among_tables_of_another_year_is_of_that_year_in_doubt():
    dated = grid("指标|金额(亿元)\n出口额|20.1")
    parts = ("表1 2029年进出口情况", dated, "表2 居民支出", grid("指标|金额(元)\n居住支出|8776"))
    assert said(*parts, period="2031", doubt=True) == [
        "出口额 安平市 2029 level 20.1 亿元",
        "居住支出 安平市 2029 level 8776 元 period?",
    ]


def test_days_in_cells_are_dates_and_no_figures():
    report = kebi.read([grid("项目名称|发行金额(万元)|发行日期\n东岭公路|543.00|8/26/31")], region="安平市", period="2031")
    assert [str(f.value) for f in report.facts] == ["543.00"]
    assert [p.text for p in report.passed if p.reason == "date"] == ["8", "26", "31"]


def test_a_column_of_numbers_with_words_behind_them_needs_no_head() -> None:
    rows = ["| 重大桥梁数 | | 实施情况 |", "|---|---|---|", "| 全年计划 | 30项 | 聚焦三类道路。 |"]
    rows += ["| 上半年新开工 | 4项 | 桥梁已经开工。 |", "| 当前在建 | 22项 | 进展顺利。 |"]
    report = kebi.read_text("\n".join(rows), region="甲区", period="2019H1")
    assert [(fact.indicator, float(fact.value), fact.status.name) for fact in report.facts] == [
        ("重大桥梁数", 30, "target"),
        ("新开工重大桥梁数", 4, "actual"),
        ("在建重大桥梁数", 22, "actual"),
    ]
    assert not report.unread


def test_a_stray_tab_between_paragraphs_makes_no_table() -> None:
    lines = ["2031年上半年乙县经济运行情况", "", "上半年，全县出口12.3亿元，同比增长5.6%。", "\t", "投资45.6亿元，同比下降1.2%。"]
    with_tab, without = kebi.read_text("\n".join(lines)), kebi.read_text("\n".join(lines[:3] + lines[4:]))
    assert [same.to_dict() | {"start": 0, "end": 0} for same in with_tab.facts] == [
        same.to_dict() | {"start": 0, "end": 0} for same in without.facts
    ]
    assert with_tab.title == without.title == lines[0]
