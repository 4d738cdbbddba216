"""Figures go together by what they are: regions, indicators and times, and never by shape alone."""

import numpy as np
import pandas as pd
import pytest

import kebi
from kebi import KebiError, Panel, Series

VALUES = {("甲", "产值"): ("100.0", "106.0"), ("乙", "产值"): ("200.0", "220.0")}
RATES = {("甲", "产值"): ("5.0", "6.0"), ("乙", "产值"): ("8.0", "10.0")}


def panel(figures, *, regions=("甲", "乙"), years=("2018", "2019"), rates=None):
    """A panel whose regions come in the order asked for."""
    rows = [(r, k, year, i) for r in regions for (of, k) in figures if of == r for i, year in enumerate(years)]
    table = {
        "region": [r for r, *_ in rows],
        "indicator": [k for _, k, *_ in rows],
        "period": [year for _, _, year, _ in rows],
        "value": [figures[r, k][i] for r, k, _, i in rows],
    }
    if rates is not None:
        table["yoy"] = [rates[r, k][i] for r, k, _, i in rows]
    return Panel.from_frame(table, growth="yoy" if rates is not None else None)


ORDER = r"found the region \"甲\" beside \"乙\"\. Give both the same ones in the same order"
SPANS = r"run over the same times.*Give both for the same spans"
OTHERS = [({"regions": ("乙", "甲")}, ORDER), ({"years": ("2005", "2006")}, SPANS)]


@pytest.mark.parametrize(("other", "sentence"), OTHERS, ids=["shuffled", "shifted"])
def test_panels_go_together_by_region_and_time_whatever_their_shape(other, sentence):
    levels, published = panel(VALUES), panel(VALUES, rates=RATES)
    beside, growths = panel(VALUES, **other), panel(RATES, **other).as_growth()
    steps = panel(RATES).as_growth()
    for attempt in (
        lambda: levels.share(beside),
        lambda: levels.share_change(beside),
        lambda: levels.share_of_growth(beside),
        lambda: levels.contribution_to_growth(beside),
        lambda: published.revision_factor(rereleased=beside),
        lambda: levels.revision_factor(growths),
        lambda: levels.comparable_base(growths),
        lambda: levels.linked(2019, growths),
        lambda: steps.new_price(growths),
        lambda: kebi.share(levels, beside),
        lambda: kebi.share(levels, beside, bounds=True),
        lambda: kebi.share(levels, beside, out=np.empty((2, 2))),
    ):
        with pytest.raises(KebiError, match=sentence):
            attempt()


def test_panels_in_one_order_and_time_are_paired():
    levels = panel(VALUES, rates=RATES)
    assert levels.revision_factor(rereleased=panel(VALUES))["甲", "产值"]["2019"] == pytest.approx(1)
    np.testing.assert_allclose(levels.share(panel(VALUES)).values, 100)
    # One series is a whole for all rows, but no growth for all of them.
    whole = Series(["300.0", "326.0"], start="2018", indicator="全国产值")
    assert levels.share(whole)["乙", "产值"]["2018"] == pytest.approx(200 / 3)
    with pytest.raises(KebiError, match="found 2 regions beside 1"):
        levels.comparable_base(Series(["5.0", "6.0"], start="2018", measure="growth"))


def test_indicators_in_another_order_are_refused_and_the_first_that_differs_is_named():
    wide = {"period": ["2018", "2019"], **{name: [1.0, 2.0] for name in "abcdef"}}
    swapped = {name: wide[name] for name in ("period", *"abcdfe")}
    with pytest.raises(KebiError, match="found the indicator \"e\" beside \"f\""):
        kebi.share(wide, swapped)
    with pytest.raises(KebiError, match="found 6 indicators beside 5"):
        kebi.share(wide, {name: wide[name] for name in ("period", *"abcde")})


def test_years_to_date_go_with_months_that_end_with_them():
    def told(start, frequency, values, growth):
        return Series(values, start=start, frequency=frequency, growth=growth, decimals=1, growth_decimals=1)

    to_date = told("2019-04", "year_to_date", [400.0, 500.0], [8.0, 9.0])
    months = told("2019-04", "month", [100.0, 110.0], [8.0, 10.0])
    assert 8.7 < to_date.growth_before(months)["2019-01..2019-05"] < 8.8
    for shifted in (told("1999-04", "month", [100.0, 110.0], [8.0, 10.0]),
                    told("2019-04", "month", [100.0], [8.0])):
        for method in (to_date.growth_before, to_date.implied_weight):
            with pytest.raises(KebiError, match=r"2019-04.*beside .* of a month from .*Give both for the same spans"):
                method(shifted)
    for method in (to_date.growth_before, to_date.implied_weight):
        with pytest.raises(KebiError, match=r"the last month of each year-to-date value: .*single_months\(\)"):
            method(to_date)
    with pytest.raises(KebiError, match=SPANS):  # shares of months in years to date
        months.share(to_date)
    with pytest.raises(KebiError, match="from one vintage"):
        to_date.growth_before(Series([1.0, 1.0], start="2019-04", growth=[1.0, 1.0], vintage="2020-01"))


def test_a_price_change_has_no_part_in_the_rates_of_another_time():
    yearly = Series([2.0] * 24, start="2005-01", measure="growth")
    with pytest.raises(KebiError, match=SPANS):
        yearly.new_price(Series([0.2] * 24, start="2018-01", measure="growth"))


def test_the_core_asks_for_one_time_too():
    one, other = (Series([1.0, 2.0], start=start).grid for start in ("2018", "2005"))
    with pytest.raises(KebiError, match=r"found 2 of a year from 2018 to 2019 beside 2 of a year from 2005 to 2006\. Give"):
        kebi._core.operations.share(one, other)


def test_the_whole_of_a_series_is_figures():
    with pytest.raises(KebiError, match="the whole of the series is a series: found '全国'"):
        Series([1.0], start="2018").share("全国")


def test_growth_of_a_frame_tells_its_own_print_whatever_is_said_of_the_levels():
    levels = {"year": ["2019"], "总": ["120.00"], "东": ["60.00"]}
    growths = {"year": ["2019"], "总": ["5.2"], "东": ["6.1"]}
    printed = kebi.increment(levels, growths, bounds=True)
    said = kebi.increment(levels, growths, bounds=True, decimals=2)
    for one, other in zip(printed, said, strict=True):
        assert one["东"][0] == other["东"][0]
    sharper = kebi.increment(levels, growths, bounds=True, growth_decimals=2)
    assert sharper.lo["东"][0] > printed.lo["东"][0]
    long = {"region": ["东"], "indicator": ["产值"], "period": ["2019"], "value": ["60.00"], "yoy": ["6.1"]}
    beside = {**{name: long[name] for name in ("region", "indicator", "period")}, "value": ["6.1"]}
    column = kebi.increment(long, "yoy", bounds=True, decimals=2)
    table = kebi.increment(long, beside, bounds=True, decimals=2)
    assert [ends.tolist() for ends in column] == [ends.tolist() for ends in table]


def test_what_stands_beside_a_long_frame_is_a_column_or_a_frame():
    long = {"region": ["东"], "indicator": ["产值"], "period": ["2019"], "value": ["60.0"]}
    for other in (np.array([6.1]), pd.Series([6.1])):
        with pytest.raises(KebiError, match="for a long frame, pass growth as the name of a column or as another long frame"):
            kebi.increment(long, other)


def test_arrays_of_any_kind_count_as_printed_like_the_levels():
    levels, growths = np.array([[100.0], [60.0]]), np.array([[0.1], [2.0]])
    lo, _ = kebi.increment(levels, growths, decimals=1, bounds=True)
    np.testing.assert_array_equal(kebi.increment(np.ma.array(levels), growths, decimals=1, bounds=True).lo, lo)
    shares = np.array([[40.0, 41.0], [60.0, 59.0]])
    rates = np.array([[10.0, 11.0], [2.0, 3.0]])
    lo, _ = kebi.base_share(shares, growth=rates, whole_growth=np.array([4.5, 5.0]), decimals=1, bounds=True)
    np.testing.assert_array_equal(kebi.base_share(shares, growth=rates, whole_growth=[4.5, 5.0], decimals=1, bounds=True).lo, lo)


def test_a_share_of_one_unit_in_another_is_converted_or_refused():
    part = Series(["100.0"], start="2018", unit="亿元")
    whole = Series(["2000000"], start="2018", unit="万元")
    found = part.share(whole)
    assert found["2018"] == pytest.approx(50)
    within = found.bounds_at("2018")
    assert within.lo == pytest.approx(99.95 / 200.00005 * 100) and within.hi == pytest.approx(100.05 / 199.99995 * 100)
    assert kebi.share(part, whole)["2018"] == pytest.approx(50)
    assert part.contribution_to_growth(whole)["2018"] is None
    with pytest.raises(KebiError, match="unit"):
        part.share(Series(["2000"], start="2018", unit="万人"))


def test_other_vintages_are_refused():
    one, other = (Series(["100.0"], start="2018", vintage=vintage) for vintage in ("2019-03", "2020-03"))
    with pytest.raises(KebiError, match="vintage"):
        one.share(other)
