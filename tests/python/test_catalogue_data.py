"""The standard catalogue as a plain file: what C++ embeds must already be right."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

FILE = Path(__file__).resolve().parents[2] / "src" / "indicator" / "catalogue.tsv"
TEXT = FILE.read_bytes().decode("utf-8")
LINES = TEXT.split("\n")

ALLOWED = {
    "kind": {"flow", "stock", "count", "ratio", "rate", "index", "average"},
    "better": {"higher", "lower", "neither"},
    "parts": {"sum", "mean", "none"},
    "growth": {"real", "nominal", "volume", "points", "none"},
}


class Row(NamedTuple):
    name: str
    aliases: str
    english: str
    kind: str
    units: str
    better: str
    parts: str
    growth: str
    quotients: str = ""  # of ratios made of two others; left out elsewhere

    def names(self) -> list[str]:
        return [self.name, *filter(None, self.aliases.split(";"))]


ROWS = [Row(*line.split("\t")) for line in LINES[1:] if line.count("\t") in (7, 8)]
BY_NAME = {name: row for row in ROWS for name in row.names()}


def repeated(words) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_the_header_names_the_columns():
    assert tuple(LINES[0].split("\t")) == Row._fields


def test_every_line_has_every_column_and_the_file_ends_with_its_last_row():
    assert LINES[-1] == ""
    assert [line for line in LINES[:-1] if line.count("\t") not in (7, 8)] == []


def test_a_ratio_is_made_of_two_indicators_of_the_file():
    parts = [
        part.strip().removeprefix("mean ")
        for row in ROWS
        for each in filter(None, row.quotients.split(";"))
        for part in each.split(" / ")
    ]
    assert len(parts) >= 50 and len(parts) % 2 == 0
    assert [part for part in parts if part not in BY_NAME] == []
    assert [row.name for row in ROWS if row.quotients and row.kind not in ("ratio", "rate")] == []


def test_the_page_for_contributors_shows_quotients_of_the_file():
    page = (FILE.parents[2] / "docs/architecture.md").read_text(encoding="utf-8")
    shown = re.findall(r"`([^`/]+ / [^`/]+)`", page)
    assert [" / mean " in each for each in shown] == [False, True]
    assert {*shown} <= {each for row in ROWS for each in row.quotients.split(";")}


def test_it_holds_the_vocabulary_of_a_plan_and_a_bulletin():
    assert len(ROWS) >= 150


@pytest.mark.parametrize("column", ALLOWED)
def test_a_column_uses_its_own_words_and_all_of_them(column):
    assert {getattr(row, column) for row in ROWS} == ALLOWED[column]


def test_a_name_or_an_alias_means_one_indicator():
    assert repeated(name for row in ROWS for name in row.names()) == []


def test_a_name_in_english_means_one_indicator():
    assert repeated(row.english.lower() for row in ROWS) == []
    assert [row.name for row in ROWS if not re.fullmatch(r"[A-Z][\x20-\x7e]+", row.english)] == []


def test_lists_have_no_gaps_and_every_indicator_has_a_unit():
    assert [row.name for row in ROWS if "" in row.units.split(";")] == []
    assert [row.name for row in ROWS if row.aliases and "" in row.aliases.split(";")] == []


def test_no_blank_stands_where_a_reader_would_not_see_it():
    assert "\r" not in TEXT and "\ufeff" not in TEXT
    cells = [cell for line in LINES[:-1] for cell in line.split("\t")]
    assert [cell for cell in cells if cell != cell.strip() or "  " in cell] == []
    chinese = [cell for row in ROWS for cell in (*row.names(), row.units)]
    assert [cell for cell in chinese if re.search(r"\s", cell)] == []


def test_brackets_separators_and_signs_are_ascii():
    assert re.findall("[（）；％／［］０-９]", TEXT) == []
    assert [n for row in ROWS for n in row.names() if n.count("(") != n.count(")")] == []


def test_units_have_no_digits_and_stand_once():
    assert [row.name for row in ROWS if re.search(r"\d", row.units)] == []
    assert [row.name for row in ROWS if repeated(row.units.split(";"))] == []


# Laws of the kinds.


def test_a_rate_is_in_percent_or_per_mille_and_moves_by_points():
    rates = [row for row in ROWS if row.kind == "rate"]
    assert [row.name for row in rates if not set(row.units.split(";")) <= {"%", "‰"}] == []
    assert [row.name for row in rates if row.growth != "points"] == []


def test_a_ratio_in_percent_moves_by_points():
    ratios = [row for row in ROWS if row.kind == "ratio" and "%" in row.units.split(";")]
    assert ratios
    assert [row.name for row in ratios if row.growth != "points"] == []


def test_rates_indices_and_averages_of_parts_do_not_add():
    assert [
        row.name
        for row in ROWS
        if row.kind in {"rate", "index", "average"} and row.parts == "sum"
    ] == []


def test_a_share_of_the_whole_is_a_ratio_in_percent():
    shares = [row for row in ROWS if row.name.endswith("比重")]
    assert shares
    assert [row.name for row in shares if row.kind not in {"ratio", "rate"}] == []
    assert [row.name for row in shares if row.units != "%"] == []


def test_physical_output_grows_in_volume_and_adds_up():
    output = [row for row in ROWS if row.name.endswith("产量")]
    assert output
    assert [
        row.name for row in output if (row.kind, row.parts, row.growth) != ("flow", "sum", "volume")
    ] == []


def test_value_added_grows_at_comparable_prices_unless_only_published_at_current_ones():
    nominal = {"文化及相关产业增加值", "旅游业增加值", "数字经济增加值"}
    added = [row for row in ROWS if row.name.endswith("业增加值")]
    assert added
    assert [row.name for row in added if row.kind != "flow"] == []
    assert {row.name for row in added if row.growth != "real"} <= nominal


def test_outstanding_amounts_stand_at_a_date():
    outstanding = [row for row in ROWS if row.name.endswith(("余额", "保有量"))]
    assert outstanding
    assert [row.name for row in outstanding if row.kind != "stock"] == []


# Which way is better: the mistakes that would turn a verdict round.


@pytest.mark.parametrize(
    "name",
    [
        "城镇调查失业率", "城镇登记失业率", "城镇登记失业人数", "单位GDP能耗", "能耗强度",
        "能源消费总量", "煤炭消费量", "单位GDP二氧化碳排放", "PM2.5平均浓度", "PM10浓度",
        "重污染天数", "劣V类水体比例", "化学需氧量排放量", "二氧化硫排放量", "氨氮排放量",
        "城乡居民收入比", "恩格尔系数", "贫困发生率", "不良贷款率", "商品房待售面积",
        "每百元营业收入中的成本", "规模以上工业企业资产负债率", "亏损企业数", "婴儿死亡率",
        "生产安全事故死亡人数", "亿元GDP生产安全事故死亡率", "煤矿百万吨死亡率", "整体通关时间",
    ],
)  # fmt: skip
def test_less_of_it_is_better(name):
    assert BY_NAME[name].better == "lower"


@pytest.mark.parametrize(
    "name",
    [
        "居民消费价格指数", "CPI", "工业生产者出厂价格指数", "PPI", "猪肉价格", "常住人口",
        "户籍人口", "人口自然增长率", "房地产开发投资", "商品房销售面积", "一般公共预算支出",
        "赤字率", "社会融资规模", "M2", "全社会用电量", "第一产业比重", "贸易顺差", "生猪存栏",
    ],
)  # fmt: skip
def test_neither_way_is_better(name):
    assert BY_NAME[name].better == "neither"


@pytest.mark.parametrize(
    "name",
    [
        "地区生产总值", "居民人均可支配收入", "城镇新增就业", "空气质量优良率", "森林覆盖率",
        "耕地保有量", "一般公共预算收入", "社会消费品零售总额", "人均预期寿命", "粮食产量",
    ],
)  # fmt: skip
def test_more_of_it_is_better(name):
    assert BY_NAME[name].better == "higher"


# Names that reports print.


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("增加值", "地区生产总值"), ("GDP", "地区生产总值"), ("生产总值", "地区生产总值"),
        ("国内生产总值", "地区生产总值"), ("经济增长", "地区生产总值"),
        ("经济增速", "地区生产总值"), ("经济发展", "地区生产总值"),
        ("地區生產總值", "地区生产总值"), ("服务业增加值", "第三产业增加值"),
        ("第三产业比重", "第三产业增加值比重"), ("规上工业总产值", "规模以上工业总产值"),
        ("规上工业增加值", "规模以上工业增加值"), ("社零额", "社会消费品零售总额"),
        ("外贸出口额", "出口总额"), ("公共财政预算收入", "一般公共预算收入"),
        ("技改类投资", "技术改造投资"), ("技术合同成交金额", "技术合同成交额"),
        ("空气质量AQI优良率", "空气质量优良天数比率"), ("上市企业", "上市公司数"),
        ("PM2.5平均浓度", "细颗粒物(PM2.5)年均浓度"), ("经营主体", "市场主体"),
        ("城鎮登記失業率", "城镇登记失业率"), ("居民消費價格", "居民消费价格指数"),
    ],
)  # fmt: skip
def test_an_indicator_is_known_by_the_name_a_report_prints(printed, name):
    assert BY_NAME[printed].name == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规模以上工业总产值", "规模以上工业总产值(属地)"),
        ("规模以上工业总产值", "规模以上工业增加值"),
        ("规模以上工业增加值", "工业增加值"),
        ("固定资产投资", "全社会固定资产投资"),
        ("实际利用外资", "合同利用外资"),
        ("农村居民人均可支配收入", "农民人均纯收入"),
        ("一般公共预算收入", "财政总收入"),
        ("城镇调查失业率", "城镇登记失业率"),
        ("城镇登记失业率", "城镇登记失业人数"),
        ("减税总额", "减税降费总额"),
        ("上市企业", "上市企业(境内)"),
        ("社会融资规模增量", "社会融资规模存量"),
        ("常住人口", "户籍人口"),
    ],
)
def test_neighbours_with_other_definitions_are_kept_apart(one, other):
    assert BY_NAME[one] != BY_NAME[other]


def test_no_name_carries_a_region_or_a_span():
    words = re.compile("^(全国|全省|全市|全区|全县|本市|我市|我区|今年|上半年|全年|当月)")
    assert [name for name in BY_NAME if words.search(name)] == []


def test_the_commonest_indicators_are_found_in_traditional_characters():
    marks = re.compile("[總產業數據務財區內價貿額稅費鎮鄉農規經濟資對發開銷實際]")
    assert sum(any(marks.search(alias) for alias in row.names()[1:]) for row in ROWS) >= 40
