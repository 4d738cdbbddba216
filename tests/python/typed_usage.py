"""Results as a type checker sees them: run by mypy, not by Python (see test_types.py)."""

from __future__ import annotations

from typing import Any

import kebi
import numpy as np
from kebi import formulas, reports
from kebi.enums import Measure
from numpy.typing import NDArray
from typing_extensions import assert_type


def usage() -> None:
    report = kebi.read_text("上半年，全区固定资产投资完成152.7亿元，同比增长1.6%。", region="嘉定区", period="2019H1")
    assert_type(report.facts[0].measure, Measure)
    assert_type(kebi.read_target("增长6%", period="2019"), list[kebi.Fact])

    verdicts = report.assess(flat_points=1, weights={"固定资产投资": (0.5, 0.6)})
    assert_type(verdicts[0], kebi.Assessment)
    assert_type(verdicts["固定资产投资", "嘉定区"], kebi.Assessment)
    assert_type(verdicts[:2], list[kebi.Assessment])
    report.assess(flat_point=1)  # type: ignore[call-arg]

    implied = report.infer()
    assert_type(implied["固定资产投资", "2018H1"], reports.ImpliedFigure)
    assert_type(implied[0].bounds, kebi.Bounds)
    assert_type(implied[0].unit, kebi.Unit | None)
    assert_type(report.audit()[0], reports.Contradiction)
    assert_type(report.audit().checks, list[reports.Check])

    series = kebi.Series(["100.0", "110.0"], start="2018")
    assert_type(series.year_over_year(), kebi.Series)
    assert_type(kebi.year_over_year(series), kebi.Series)
    assert_type(kebi.year_over_year(np.ones(3)), NDArray[np.float64])
    assert_type(series["2019"], float | None)
    assert_type(series.flags, dict[kebi.Period, str])
    assert_type(kebi.Panel.from_wide({"year": ["2018"], "出口": ["1"]})["", "出口"], kebi.Series)
    assert_type(kebi.panels_from_frame({}), dict[str, kebi.Panel])
    assert_type(kebi.read_many([]).failed, dict[str, str])
    assert_type(series == series, bool)

    base = formulas.base("172.8", kebi.Percent("1.1"))
    assert_type(base, float | kebi.Bounds)
    assert_type(1 + kebi.Bounds(1, 2) * 100, kebi.Bounds)
    assert_type(kebi.Percent(6.5) - kebi.Percent(6.0), kebi.Points)


def releases(history: kebi.ReleaseHistory[kebi.Series], early: kebi.Panel, late: kebi.Panel, rates: NDArray[np.float64]) -> None:
    rows = {"period": ["2018", "2018"], "value": ["5107.6", "4763.7"], "published": ["2019-03", "2020-03"]}
    assert_type(kebi.as_of(rows, "2019-12-31"), dict[str, Any])
    assert_type(kebi.as_of(history, "2020", bounds=True), kebi.Series)
    assert_type(kebi.as_of({"2019-03": early, "2020-03": late}, "2020"), kebi.Panel)
    assert_type(kebi.as_of({"2019-03": rates}, "2020", frequency="year"), NDArray[np.float64])
    within = kebi.as_of({"2019-03": rates}, "2020", frequency="year", bounds=True)
    assert_type(within.lo, NDArray[np.float64])
    assert_type(kebi.revision(rows, published="published"), dict[str, Any])
    assert_type(kebi.revision({"2019-03": early, "2020-03": late}, bounds=True).hi, dict[str, Any])
    kebi.as_of(rows, "2019", periode="period")  # type: ignore[call-overload]
