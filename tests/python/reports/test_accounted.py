"""Every run of digits of a text stands in exactly one item, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kebi

PIECES = [
    *"0123456789０１２３", *".,-/:%+~#*|()[]<>&;'\"", *"，。、；：（）《》“”—～·％", " ", "\n", "\t", "\u3000", "\u00a0",
    "第", "年", "月", "日", "季度", "上半年", "号", "图", "表", "附件", "见表", "亿元", "万", "人", "个百分点", "%", "倍", "位", "级", "所",
    "出口", "固定资产投资", "增长", "下降", "同比", "完成", "达到", "左右", "以上", "占", "比重", "PM2.5", "m2", "CO2", "GDP", "Q1", "H1",
    "2019", "2020年", "1-5月", "012345", "201720", "三", "十", "百", "万人", "百万吨死亡率", "一、", "（一）", "1.", "3.1.2", "12:30",
    "<!--", "-->", "<td>", "<tr>", "</table>", "<sup>1</sup>", "&nbsp;", "&#52;", "<br>", "**", "##", "---|---", "ICP备", "电话：",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)


def split_or_lost(text: str) -> list[str]:
    """The runs of digits that no item holds whole, or more than one."""
    report = kebi.read_text(text, region="甲区", period="2019H1")
    items = {(each.start, each.end) for each in [*report.facts, *report.passed, *report.unread]}
    found = []
    for run in re.finditer(r"[0-9０-９]+", text):
        start, end = len(text[: run.start()].encode()), len(text[: run.end()].encode())
        if sum(a < end and start < b for a, b in items) != 1 or not any(a <= start and end <= b for a, b in items):
            found.append(run.group())
    return found


@pytest.mark.parametrize(
    "text",
    ["第012345", "第201720", "PM2.5<!--２０１９<tr>第", "2019Q12", "2019年012345", "5m23", "3.1.2.1 出口5亿元", "图3-1", "1,2345,6"],
)
def test_a_run_of_digits_stands_in_one_item(text):
    assert split_or_lost(text) == []


@settings(max_examples=3000, deadline=None)
@given(TEXTS)
def test_every_run_of_digits_of_any_text_stands_in_one_item(text):
    assert split_or_lost(text) == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("3.1.2.1 固定资产投资完成123.4亿元，同比增长5.6%。", ["固定资产投资 123.4", "固定资产投资 5.6"]),
        ("3.1.2固定资产投资完成123.4亿元。", ["固定资产投资 123.4"]),
        ("ICP备05013123号-1", []),
        ("图3-1 GDP增速", []),
        ("表2-3 主要指标", []),
        ("如图3-1所示", []),
        ("火灾十万人口死亡率0.1人", ["火灾十万人口死亡率 0.1"]),
        ("煤矿百万吨死亡率0.05", ["煤矿百万吨死亡率 0.05"]),
        ("百万吨死亡率下降5%", ["百万吨死亡率 -5"]),
        ("全区人口达到十万人", ["人口 10"]),
    ],
)
def test_numbers_that_name_something_are_no_figures(text, facts):
    report = kebi.read_text(text, region="甲区", period="2019H1")
    assert [f"{f.indicator} {f.value}" for f in report.facts] == facts
