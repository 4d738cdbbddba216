"""Spans as other offices write them, and what is a span and none of the calendar."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import kebi
from kebi import KebiError, Panel, Series


def one(*spans, **how):
    """A table of one series with a figure for each span."""
    return Series.from_frame({"period": list(spans), "v": [float(2 + i) for i in range(len(spans))]}, value="v", **how)


@pytest.mark.parametrize(("written", "code", "frequency"), [
    ("2020-S1", "2020H1", "half"), ("2020H2", "2020H2", "half"), ("2H 2020", "2020H2", "half"), ("S2-2020", "2020H2", "half"),
    ("2020-A1", "2020", "year"), ("2020-A", "2020", "year"), ("2019 [YR2019]", "2019", "year"),
    ("2020-Q3", "2020Q3", "quarter"), ("2020 Q3", "2020Q3", "quarter"), ("2020:q3", "2020Q3", "quarter"),
    ("1Q 2026", "2026Q1", "quarter"), ("1Q2026", "2026Q1", "quarter"), ("Q1 2026", "2026Q1", "quarter"), ("Q4/2025", "2025Q4", "quarter"),
    ("2019年第二季度", "2019Q2", "quarter"), ("2019Q1 [2019Q1]", "2019Q1", "quarter"),
    ("2020-M05", "2020-05", "month"), ("2020M5", "2020-05", "month"), ("2019-6", "2019-06", "month"), ("2019/06", "2019-06", "month"),
    ("2019.06", "2019-06", "month"), ("2019年6月", "2019-06", "month"), ("Jan 2019", "2019-01", "month"), ("2019 DEC", "2019-12", "month"),
    ("September 2019", "2019-09", "month"),
    ("2019-01-01/P5M", "2019-01..2019-05", "year_to_date"), ("2019-01/P9M", "2019-01..2019-09", "year_to_date"),
    ("2019-04-01/P3M", "2019Q2", "quarter"), ("2019-01-01/P1Y", "2019", "year"), ("2019-02-01T00:00:00/P1M", "2019-02", "month"),
    ("2019-T1", "2019-01..2019-04", "year_to_date"), ("2019年第1-3季度", "2019-01..2019-09", "year_to_date"), ("2019年第1-4季度", "2019", "year"),
])
def test_a_span_is_read_as_its_office_writes_it(written, code, frequency):
    read = one(written, **({"frequency": frequency} if frequency == "month" else {}))
    assert [str(span) for span in read.periods] == [str(kebi.Period(code))]
    assert read.time.frequency.name == frequency
    assert Series([1.0], start=written, frequency=frequency).periods == read.periods


FISCAL = "fiscal or academic year, which is no span of the calendar: write each by the year in which it begins"


@pytest.mark.parametrize("year", ["2012-13", "2012/13", "2012–13", "1999-00", "2009/2010", "2009-2010", "FY2010", "FY 2009/10", "SY2009-10", "2009-10学年"])
def test_a_fiscal_or_academic_year_is_refused_with_the_way_out(year):
    with pytest.raises(KebiError, match=FISCAL):
        one(year)
    with pytest.raises(KebiError, match=FISCAL):
        kebi.year_over_year({"指标": ["a"], year: [1.0]})
    assert one("2012", "2013").time.frequency.name == "year"


@pytest.mark.parametrize("years", [["2009-10", "2010-11"], ["2009/10", "2010/11", "2011/12"], [200910, 201011], np.array([200910, 201011, 201112])])
def test_months_that_are_each_a_year_with_the_next_are_open_and_refused(years):
    table = {"period": years, "v": [1.0] * len(years)}
    for frequency in (None, "month", "year"):
        with pytest.raises(KebiError, match="months or fiscal years, which is open"):
            Panel.from_wide(table, frequency=frequency)
    with pytest.raises(KebiError, match="months or fiscal years"):
        kebi.year_over_year({**table, "region": ["a"] * len(years), "indicator": ["x"] * len(years)}, value="v")


def test_months_of_which_one_is_no_year_with_the_next_are_months():
    assert one("2009-10", "2009-11", frequency="month").time.frequency.name == "month"
    assert one("2010-11", frequency="month")["2010-11"] == 2
    assert kebi.year_over_year({"period": [200910, 201010], "v": [1.0, 2.0]})["v"][1] == 100


@pytest.mark.parametrize("week", ["2019-W05", "2019W5", "2019-W05-1", "2019年第5周"])
def test_a_week_is_refused_with_the_way_out(week):
    with pytest.raises(KebiError, match="add the figures up to months first"):
        one(week)


def test_weeks_of_pandas_are_refused_with_the_way_out():
    weeks = pd.period_range("2019-01-01", periods=3, freq="W")
    for frame in (pd.DataFrame({"period": weeks, "v": [1.0, 2.0, 3.0]}), pd.DataFrame({"v": [1.0, 2.0, 3.0]}, index=weeks)):
        with pytest.raises(KebiError, match="the periods are weeks, which belong to no month or year"):
            kebi.year_over_year(frame)


@pytest.mark.parametrize(("written", "code"), [
    ("2020-A1", "2020"), ("2020-T1", "2020-01..2020-04"), ("2019-01-01/P5M", "2019-01..2019-05"), ("2019-11/P3M", "2019-11..2020-01"),
    ("1Q 2026", "2026Q1"), ("Q1/2026", "2026Q1"), ("1H2026", "2026H1"), ("2026:Q1", "2026Q1"),
])
def test_a_period_itself_is_read_so_too(written, code):
    assert kebi.Period(written).code == code
    with pytest.raises(KebiError, match="expected a period"):
        kebi.Period("2020-A2")
