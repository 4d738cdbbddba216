"""Years to date beside their last months, and prices beside their carry-over, in tables of every kind."""

from __future__ import annotations

import numpy as np
import pytest
from kinds import (
    FRAMES,
    FULL,
    MONTHS,
    RATES,
    TO_DATE,
    block,
    check_every_kind,
    long_of,
    panel_of,
    rows_of,
)

import kebi
from kebi import KebiError, Panel, Percent, Series
from kebi.enums import ObservationStatus

TO_DATE_RATES, MONTH_RATES = block(21, 4, 6, gaps=False), block(22, 3, 7, gaps=False)
JANUARIES = np.arange(0, 36, 12)


def test_growth_before_is_that_of_the_rest_of_the_year_in_every_kind_of_table():
    tables = TO_DATE, TO_DATE_RATES, FULL, MONTH_RATES
    measures, frequencies = ("level", "growth") * 2, ("year_to_date",) * 2 + ("month",) * 2
    def before(levels, growth, months, month_growth, **options):
        return kebi.growth_before(levels, months, growth=growth, month_growth=month_growth, **options)

    values, lo, hi = rows_of(before(
        *(panel_of(t, f, m) for t, f, m in zip(tables, frequencies, measures, strict=True))))
    for r in range(2):
        for t in range(36):
            if t in JANUARIES:
                assert np.isnan([values[r, t], lo[r, t]]).all()
                continue
            level, rate, month, month_rate = (table[r, t] for table in tables)
            alone = kebi.formulas.growth_of_residual(float(month), float(level), growth=Percent(float(month_rate)),
                                                     whole_growth=Percent(float(rate)))
            assert values[r, t] == pytest.approx(alone.value, abs=1e-10)
            printed = kebi.formulas.growth_of_residual(f"{month:.1f}", f"{level:.1f}", growth=Percent(f"{month_rate:.1f}"),
                                                       whole_growth=Percent(f"{rate:.1f}")).value
            assert lo[r, t] <= printed.lo and printed.hi <= hi[r, t]
            assert (lo[r, t], hi[r, t]) == pytest.approx((printed.lo, printed.hi))
    check_every_kind(before, tables, values, lo, hi, frequency="year_to_date", measures=measures,
                     frequencies=frequencies)


def test_the_weight_of_the_months_before_comes_out_of_three_growths_in_every_kind_of_table():
    tables, measures, frequencies = (TO_DATE_RATES, MONTH_RATES), ("growth",) * 2, ("year_to_date", "month")
    values, lo, hi = rows_of(kebi.implied_weight(
        *(panel_of(t, f, m) for t, f, m in zip(tables, frequencies, measures, strict=True))))
    for r in range(2):
        for t in range(36):
            now, before, month = TO_DATE_RATES[r, t], TO_DATE_RATES[r, t - 1], MONTH_RATES[r, t]
            if t in JANUARIES or before == month:
                assert np.isnan(values[r, t])
            else:
                weight = kebi.formulas.implied_weight(*(Percent(float(x)) for x in (now, before, month)))
                assert values[r, t] == pytest.approx(weight.value, rel=1e-9)
    check_every_kind(kebi.implied_weight, tables, values, lo, hi, frequency="year_to_date", measures=measures,
                     frequencies=frequencies)


# 社会消费品零售总额, 亿元, 国家统计局: January and February are published as one
RETAIL = {
    "region": ["全国"] * 3, "indicator": ["零售"] * 3,
    "period": ["2021-01..2021-02", "2021-01..2021-03", "2021-01..2021-04"],
    "value": ["69737", "105221", "138373"], "yoy": ["33.8", "33.9", "29.6"],
    "month": ["69737", "35484", "33153"], "month_yoy": ["33.8", "34.2", "17.7"],
}


@pytest.mark.parametrize("to", FRAMES)
def test_where_january_and_february_are_told_as_one_nothing_lies_before_them(to):
    names = {"growth": "yoy", "month_growth": "month_yoy"}
    found = kebi.growth_before(to(RETAIL), "month", **names)
    lo, hi = kebi.growth_before(to(RETAIL), "month", **names, bounds=True)
    assert np.isnan([found[0], lo[0], hi[0]]).all()
    assert lo[1] <= 33.8 <= hi[1] and lo[2] <= 33.9 <= hi[2]
    weights = kebi.implied_weight(to(RETAIL), "month_yoy", value="yoy")
    assert np.isnan(weights[0]) and np.isfinite(weights[2])
    dated = to({**RETAIL, "period": ["2021-02-28", "2021-03-31", "2021-04-30"]})
    np.testing.assert_array_equal(kebi.growth_before(dated, "month", **names), found)
    # As years to date and their months are when they come apart.
    to_date = Panel.from_frame(to(RETAIL), growth="yoy")
    months = Panel.from_frame(to({**RETAIL, "period": ["2021-01..2021-02", "2021-03", "2021-04"]}),
                              value="month", growth="month_yoy")
    made = kebi.growth_before(to_date, months, growth=None, month_growth=None)["全国", "零售"]
    np.testing.assert_array_equal(made.values, found)
    assert made.status_at("2021-01..2021-02") is ObservationStatus.undefined
    with_growth = to_date["全国", "零售"].growth_before(months["全国", "零售"])
    np.testing.assert_array_equal(with_growth.values, found)
    plain = Panel.from_frame(to(RETAIL))["全国", "零售"]
    given = plain.growth_before(months["全国", "零售"], growth=to_date["全国", "零售"].published)
    np.testing.assert_array_equal(given.values, found)
    with pytest.raises(TypeError, match="positional"):
        plain.growth_before(months["全国", "零售"], to_date["全国", "零售"].published)


def test_a_january_that_stands_for_itself_lets_february_tell_of_it():
    levels, rates = np.array([[50.0, 110.0]]), np.array([[4.0, 5.0]])
    months, month_rates = np.array([[50.0, 60.0]]), np.array([[4.0, 5.9]])
    found = kebi.growth_before(levels, months, growth=rates, month_growth=month_rates, start="2020-01")
    assert np.isnan(found[0, 0])
    assert found[0, 1] == pytest.approx(4.0, abs=0.1)


def test_months_and_years_to_date_that_do_not_meet_are_refused():
    levels, rates = np.ones((1, 3)), np.ones((1, 3))
    with pytest.raises(KebiError, match="as start="):
        kebi.growth_before(levels, levels, growth=rates, month_growth=rates)
    with pytest.raises(KebiError, match="as start="):
        kebi.implied_weight(rates, rates)
    with pytest.raises(KebiError, match=r"beside 2 of a month from .*Give both for the same spans"):
        kebi.growth_before(levels, np.ones((1, 2)), growth=rates, month_growth=np.ones((1, 2)), start="2019-04")
    to_date = Series([1.0, 2.0], start="2019-04", frequency="year_to_date", growth=[1.0, 2.0])
    with pytest.raises(KebiError, match="the last month of each year-to-date value"):
        kebi.growth_before(to_date, to_date, growth=None, month_growth=None)
    march = Series([1.0], start="2019-03", measure="growth")
    with pytest.raises(KebiError, match="needs figures of the year to date: found figures of a month"):
        kebi.implied_weight(march, march)
    with pytest.raises(KebiError, match="needs figures of the year to date: found figures of a quarter"):
        kebi.implied_weight(Series([1.0], start="2019Q1", measure="growth"), march)


def test_new_prices_are_yearly_rates_less_their_carry_over_in_every_kind_of_table():
    yearly, steps = block(23, -3, 6), RATES
    panel = panel_of(yearly, measure="growth").new_price(panel_of(steps, measure="growth"))
    values, lo, hi = rows_of(panel)
    np.testing.assert_allclose(values, yearly - kebi.carry_over(steps, start=MONTHS[0]), atol=1e-12)
    check_every_kind(kebi.new_price, (yearly, steps), values, lo, hi, measures=("growth", "growth"))
    r, t = map(int, np.argwhere(np.isfinite(values))[-1])
    last_year = [Percent(f"{x:.1f}") for x in steps[r, t // 12 * 12 - 12 : t // 12 * 12]]
    carried = kebi.formulas.carry_over(last_year, t % 12 + 1)
    sharp = kebi._core.new_price(Percent(f"{yearly[r, t]:.1f}"), carried).value
    assert lo[r, t] <= sharp.lo and sharp.hi <= hi[r, t]
    assert hi[r, t] - lo[r, t] == pytest.approx(sharp.width)


def test_new_prices_ask_for_growth_and_dates():
    with pytest.raises(KebiError, match="as start="):
        kebi.new_price(RATES, RATES)
    with pytest.raises(KebiError, match="a part of year-over-year growth"):
        kebi.new_price(Series([1.0], start="2019-01"), Series([1.0], start="2019-01"))
    with pytest.raises(KebiError, match="take single months first"):
        kebi.new_price(RATES, RATES, start=MONTHS[0], frequency="year_to_date")
    beside = kebi.new_price(long_of(RATES, mom=RATES), "mom")
    assert beside.shape == (72,)
