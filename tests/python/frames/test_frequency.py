"""Whether a table without spans of its own holds months or the year to date."""

import pytest

import kebi
from kebi import KebiError, Panel, Series

PERIODS = ["2019-02", "2019-03"]


def wide(*heads, period=PERIODS):
    return {"period": period, **{head: [1.0, 2.0] for head in heads}}


@pytest.mark.parametrize("heads", [("ytd零售", "当月出口"), ("当月出口", "ytd零售"), ("出口", "cum_零售", "累计投资")])
@pytest.mark.parametrize("dates", [PERIODS, [201902, 201903], ["2019-02-28", "2019-03-31"]])
def test_every_head_of_a_wide_table_is_asked_not_the_first(heads, dates):
    table = wide(*heads, period=dates)
    with pytest.raises(KebiError, match=r"is named as a year to date and '\w*出口' is not: pass frequency=…"):
        Panel.from_wide(table)
    with pytest.raises(KebiError, match="pass frequency=…"):
        kebi.period_over_period(table)
    for said in ("month", "year_to_date"):
        assert Panel.from_wide(table, frequency=said).time.frequency.name == said


def test_spans_that_tell_need_no_name():
    spans = ["2019-01..2019-02", "2019-01..2019-03"]
    for heads in (("ytd零售", "出口"), ("出口", "ytd零售"), ("出口",)):
        assert Panel.from_wide(wide(*heads, period=spans)).time.frequency.name == "year_to_date"
    with pytest.raises(KebiError, match="pass frequency=…"):  # 2019Q1 is a year to date, 2019Q2 is none
        Panel.from_wide(wide("ytd零售", "出口", period=["2019Q1", "2019Q2"]))


@pytest.mark.parametrize(("head", "frequency"), [
    ("ytd", "year_to_date"), ("YTD_retail", "year_to_date"), ("ytd零售", "year_to_date"), ("累计零售", "year_to_date"),
    ("cum", "year_to_date"), ("cum_retail", "year_to_date"), ("cumulative retail", "year_to_date"),
    ("Cumulated", "year_to_date"), ("cumin", "month"), ("cumbria", "month"), ("零售累计", "month"), ("retail", "month"),
])
def test_a_name_says_the_year_to_date_by_its_first_word(head, frequency):
    assert Panel.from_wide(wide(head)).time.frequency.name == frequency
    long = {"region": ["甲"] * 2, "indicator": ["零售"] * 2, "period": PERIODS, head: [1.0, 2.0]}
    assert Panel.from_frame(long, value=head).time.frequency.name == frequency
    assert Series.from_frame(long, value=head).time.frequency.name == frequency
