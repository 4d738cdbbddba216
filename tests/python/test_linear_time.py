"""No public call takes more than about n log n in the size of its input."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import numpy as np
import pytest

import kebi

STEP = 4  # how much larger the second input is


def rows(count: int) -> kebi.Report:
    lines = "".join(f"出口额,{1000 + i},增长6%,1.1%\n" for i in range(count))
    return kebi.read("indicator,period,target,outcome\n" + lines)


def rows_of_one_year(count: int) -> kebi.Report:
    return kebi.read("indicator,period,target,outcome\n" + "出口额,2019,增长6%,1.1%\n" * count)


def rows_of_parts(count: int) -> kebi.Report:
    lines = "".join(f"房地产业,行业{i},2019H1,增长6%,{i % 9}.1%\n" for i in range(count))
    return kebi.read("indicator,parent,period,target,outcome\n" + lines)


def rows_of_regions(count: int) -> kebi.Report:
    lines = "".join(f"出口额,第{i}县,2019H1,快于进口额,持续推进\n" for i in range(count))
    return kebi.read("indicator,region,period,target,outcome\n出口额,甲市,2019H1,增长6%,1.1%\n" + lines)


def sentences(count: int) -> str:
    return "".join(f"{2000 + i % 20}年{i % 12 + 1}月，全区出口额完成{100 + i % 7}亿元。" for i in range(count))


def keys(count: int) -> None:
    with pytest.raises(kebi.KebiError, match="a fact has no key"):
        kebi.Fact.from_json("{" + ",".join(f'"k{i}":1' for i in range(count)) + "}")


def long_table(count: int) -> dict[str, np.ndarray]:
    return {
        "region": np.arange(count, dtype=np.int32).repeat(2),
        "indicator": np.zeros(2 * count, np.int32),
        "period": np.tile([2018, 2019], count),
        "value": np.ones(2 * count),
    }


def districts(count: int) -> kebi.Report:
    def fact(i: int, period: str, measure: str, value: float, unit: str) -> kebi.Fact:
        about = {"indicator": "出口额", "region": f"区{i}", "period": period, "measure": measure, "value": value, "unit": unit,
                 "basis": "yoy" if measure == "growth" else None, "text": ""}  # fmt: skip
        return kebi.Fact.from_json(json.dumps(about))

    return kebi.Report([
        each
        for i in range(count)
        for each in (fact(i, "2019", "level", 106.0 + i % 7, "亿元"), fact(i, "2018", "level", 100.0 + i % 7, "亿元"), fact(i, "2019", "growth", 6.0, "%"))
    ])  # fmt: skip


CALLS: dict[str, tuple[int, Callable[[int], object], Callable[..., object]]] = {
    "rows of a plan": (1000, lambda n: n, rows),
    "rows of the parts of many wholes": (1000, lambda n: n, rows_of_parts),
    "rows of many regions with words in their cells": (1000, lambda n: n, rows_of_regions),
    "verdicts on parts of many wholes": (1000, rows_of_parts, lambda report: report.assess()),
    "verdicts on rows of one indicator": (500, rows, lambda report: report.assess()),
    "verdicts on rows of one indicator and year": (500, rows_of_one_year, lambda report: report.assess()),
    "a verdict by its name": (1000, lambda n: rows(n).assess(), lambda verdicts: [verdicts["出口额"] for _ in range(len(verdicts))]),
    "sentences": (1000, sentences, lambda text: kebi.read_text(text, region="甲区")),
    "one sentence": (3000, lambda n: "出口" + "、进口" * n + "增长5%。", lambda text: kebi.read_text(text, region="甲区")),
    "digits": (50_000, lambda n: "1" * n, lambda text: kebi.read_text(text)),
    "keys of JSON": (8000, lambda n: n, keys),
    "facts as JSON": (2000, rows, lambda report: report.to_jsonl()),
    "a long table": (100_000, long_table, lambda table: kebi.year_over_year(table)),
    "a panel of a long table": (50_000, long_table, lambda table: kebi.Panel.from_frame(table)),
    "inference": (300, districts, lambda report: report.infer()),
    "audit": (300, districts, lambda report: report.audit()),
    "ranks": (100_000, lambda n: np.arange(n, dtype=float).reshape(-1, 1), lambda figures: kebi.rank(figures)),
}


def seconds(call: Callable[..., object], given: object) -> float:
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        call(given)
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.parametrize("name", CALLS)
def test_four_times_the_input_takes_about_four_times_as_long(name):
    count, make, call = CALLS[name]
    small, large = make(count), make(STEP * count)
    if not isinstance(small, int):
        call(small)
    # Between n log n and n^1.5, and what the clock of a busy machine adds.
    assert seconds(call, large) < 7.5 * seconds(call, small) + 0.1


def test_a_chain_longer_than_its_table_is_absent_at_once():
    started = time.process_time()
    for bounds in (False, True):
        chained = kebi.chained_growth(np.ones((3, 30)), 10**8, bounds=bounds, decimals=1)
        assert np.isnan(np.asarray(chained.lo if bounds else chained)).all()
    assert time.process_time() - started < 1
