"""Eight threads at once: what is read gives every thread the same answer, and nothing changes under another's hands."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import kebi
from kebi import Panel, Percent, Series, formulas

THREADS, ROUNDS = 8, 12
TEXT = (
    "2031年上半年，全区实现地区生产总值1234.5亿元，同比增长5.6%。其中，第二产业增加值456.7亿元，增长4.3%。"
    "全区一般公共预算收入完成172.8亿元，同比增长1.1%。"
)  # fmt: skip
LONG = {
    "region": ["甲", "乙"] * 24, "indicator": ["产值"] * 48, "period": [f"{2017 + t // 12}-{t % 12 + 1:02}" for t in range(24) for _ in "甲乙"],
    "value": [f"{100 + 7 * (t % 5) + t / 10:.1f}" for t in range(48)], "yoy": [f"{t % 9 - 2:.1f}" for t in range(48)],
}


@pytest.fixture(autouse=True)
def threads_that_take_turns_often():
    """Threads are switched a thousand times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(usual)


def in_threads(work):
    """What a piece of work gives in each of eight threads that start together."""
    barrier = threading.Barrier(THREADS)

    def one(number):
        barrier.wait()
        return [work(number) for _ in range(ROUNDS)]

    with ThreadPoolExecutor(THREADS) as pool:
        return [each for answers in pool.map(one, range(THREADS)) for each in answers]


def test_a_panel_that_threads_share_gives_each_the_same_growth_and_bounds():
    alone = Panel.from_frame(LONG, growth="yoy").comparable_base()
    expected = alone.values, alone.lo, alone.hi
    for _ in range(3):
        shared = Panel.from_frame(LONG, growth="yoy").comparable_base()  # its bounds are evaluated when first asked for
        for values, lo, hi in in_threads(lambda _, shared=shared: (shared.values, shared.lo, shared.hi)):
            for found, known in zip((values, lo, hi), expected, strict=True):
                np.testing.assert_array_equal(found, known)


def test_operations_over_one_table_run_in_all_threads():
    panel = Panel.from_frame(LONG)
    known = panel.year_over_year().values
    functions = [
        lambda: panel.year_over_year().values,
        lambda: kebi.year_over_year(panel.values.reshape(2, 24)).reshape(2, 1, 24),
        lambda: panel.year_over_year(bounds=True).values,
    ]
    for found in in_threads(lambda number: functions[number % 3]()):
        np.testing.assert_allclose(found, known, rtol=1e-13)
    rates = in_threads(lambda number: kebi.year_over_year(LONG))
    assert all(np.array_equal(rates[0], each, equal_nan=True) for each in rates)


def test_texts_are_read_by_all_threads_as_by_one():
    alone = kebi.read_text(TEXT, region="某区").to_jsonl()
    assert "172.8" in alone
    assert set(in_threads(lambda _: kebi.read_text(TEXT, region="某区").to_jsonl())) == {alone}


def test_one_report_is_inferred_and_audited_in_all_threads():
    report = kebi.read_text(TEXT, region="某区")
    known = report.infer()["一般公共预算收入", "2030H1"].bounds
    assert all(found == (known, 0) for found in in_threads(
        lambda _: (report.infer()["一般公共预算收入", "2030H1"].bounds, len(report.audit()))))


def test_a_catalogue_is_looked_up_by_all_threads_and_grows_in_one():
    catalogue = kebi.standard_catalogue()
    size = len(catalogue)
    done = threading.Event()

    def grow():
        for k in range(300):
            catalogue.add(kebi.Indicator(f"某某指标{k}号", kind=kebi.enums.Kind.stock))
        done.set()

    def look(number):
        first = catalogue.find("GDP").name
        report = kebi.read_text("全区某某指标7号完成12.3亿元。", region="某区", period="2031", catalogue=catalogue)
        return first, len(list(catalogue)) >= size, len(report.facts)

    grower = threading.Thread(target=grow)
    grower.start()
    answers = in_threads(look)
    grower.join(60)
    assert done.is_set() and len(catalogue) == size + 300
    assert {each[:2] for each in answers} == {("地区生产总值", True)}


def test_formulas_of_single_numbers_keep_no_state():
    def work(number):
        return formulas.base("172.8", Percent("1.1")), formulas.weight_in_base(kebi.Points(-0.81), Percent(-36.7)).value

    assert len(set(map(str, in_threads(work)))) == 1


def test_a_series_that_threads_share_is_printed_and_indexed_by_all():
    series = Series(LONG["value"][:24], start="2017-01", growth=LONG["yoy"][:24], indicator="产值")
    known = repr(series), series["2018-03"], str(series.bounds_at("2018-03"))
    assert set(in_threads(lambda _: (repr(series), series["2018-03"], str(series.bounds_at("2018-03"))))) == {known}
