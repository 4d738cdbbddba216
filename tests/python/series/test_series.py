"""Series and panels in Python: growth by the calendar, months out of years to date, bases, frames."""

from __future__ import annotations

import gc
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi
from kebi import KebiError, Panel, Series
from kebi.enums import ObservationStatus

# 全国固定资产投资 (不含农户), 亿元, and its published growth: 国家统计局统计公报
YEARS = range(2017, 2024)
LEVELS = ["631684", "635636", "551478", "518907", "544547", "572138", "503036"]
GROWTH = ["7.2", "5.9", "5.4", "2.9", "4.9", "5.1", "3.0"]


def investment(**more):
    return Series(LEVELS, start="2017", growth=GROWTH, indicator="固定资产投资", unit="亿元", **more)


def test_published_growth_comes_before_the_ratio_of_levels():
    series = investment()
    assert series.year_over_year()["2023"] == 3.0
    assert series.year_over_year(from_levels=True)["2023"] == pytest.approx(-12.08, abs=0.01)
    assert series.year_over_year(from_levels=True)["2023"] in series.year_over_year(from_levels=True).bounds_at("2023")


def test_the_comparable_base_stands_beside_the_published_one():
    base = investment().compare_bases()
    assert base.published["2023"] == 572138
    assert base.implied["2023"] == pytest.approx(488384, abs=1)
    assert 488384 in base.implied.bounds_at("2023")
    assert base.factor["2023"] == pytest.approx(0.8536, abs=1e-4)
    assert [str(p) for p in base.scope_breaks] == ["2018", "2019", "2020", "2023"]
    assert list(base.to_pandas()["scope_break"]) == [False, True, True, True, False, False, True]


@pytest.mark.parametrize("anchor", [2017, 2020, 2023])
def test_linked_levels_grow_as_published(anchor):
    linked = investment().linked(anchor)
    assert linked[str(anchor)] == float(LEVELS[anchor - 2017])
    for year in YEARS[1:]:
        expected = float(GROWTH[year - 2017])
        assert linked.year_over_year()[str(year)] == pytest.approx(expected)
        assert linked[str(year)] in linked.bounds_at(str(year))


def test_months_come_out_of_the_year_to_date_with_january_and_february_as_one():
    # 社会消费品零售总额 2021, 亿元, 国家统计局: 1—2月 to 1—6月
    frame = {
        "period": ["2021-01..2021-06", "2021-01..2021-02", "2021-01..2021-03", "2021-01..2021-05",
                   "2021-01..2021-04"],
        "ytd": ["211904", "69737", "105221", "174319", "138373"],
        "ytd_yoy": ["23.0", "33.8", "33.9", "25.7", "29.6"],
    }
    single = Series.from_frame(frame, value="ytd", growth="ytd_yoy", unit="亿元").single_months()
    assert single.time.january_february
    assert single["2021-01..2021-02"] == 69737
    assert single["2021-06"] == 37585
    assert single.bounds_at("2021-06").width == pytest.approx(2)
    june = single.year_over_year()
    assert june["2021-06"] == pytest.approx(12.1, abs=0.5)  # published: 12.1
    assert 12.1 in june.bounds_at("2021-06")
    assert june["2021-01..2021-02"] == 33.8
    with pytest.raises(KebiError, match="no period 2021-02"):
        single["2021-02"]
    quarters = Series.from_frame(frame, value="ytd").to_frequency("quarter")
    assert quarters["2021Q2"] == 211904 - 105221
    assert single.cumulated()["2021-01..2021-05"] == 174319


def test_a_year_of_eleven_rows_is_compared_by_the_calendar():
    months = [m for y in (2018, 2019) for m in range(2, 13) if (y, m) != (2018, 7)]
    years = [2018] * 10 + [2019] * 11
    levels = [100 * m * 1.1 ** (y - 2018) for y, m in zip(years, months, strict=True)]
    frame = pd.DataFrame({
        "date": [pd.Timestamp(y, m, 1) for y, m in zip(years, months, strict=True)],
        "ytd": levels,
    }).sample(frac=1, random_state=3)
    growth = Series.from_frame(frame, value="ytd").year_over_year()
    for month in (2, 3, 12):
        assert growth[kebi.Period(f"2019-{month:02}").year_to_date()] == pytest.approx(10)
    assert growth["2019-01..2019-07"] is None


def test_rates_are_not_taken_for_levels():
    growth = investment().year_over_year()
    for attempt in (growth.single_months, growth.cumulated, lambda: growth.year_over_year(from_levels=True), lambda: growth.to_frequency("year")):
        with pytest.raises(KebiError, match="rates neither add up nor subtract"):
            attempt()


def test_losses_turn_and_do_not_grow():
    profit = Series([5.0, -3.0, -4.0, -1.0, 2.0, 0.0, 3.0], start="2013", decimals=1).year_over_year()
    assert [profit.status_at(str(y)).name for y in range(2013, 2020)] == [
        "absent", "to_loss", "loss_wider", "loss_narrower", "to_profit", "figure", "undefined",
    ]
    assert profit["2018"] == -100


def test_two_year_averages_and_interval_growth_are_those_of_the_bureau():
    # GDP of the first quarter: -6.8% in 2020, 18.3% in 2021; 5.0% on average, 10.3% over both
    growth = Series(["-6.8", None, None, None, "18.3"], start="2020Q1", measure="growth")
    assert growth.two_year_average()["2021Q1"] == pytest.approx(5.0, abs=0.05)
    assert growth.interval_growth()["2021Q1"] == pytest.approx(10.3, abs=0.05)
    assert 5.0 in growth.two_year_average().bounds_at("2021Q1")


def test_growth_since_a_span_and_since_a_year():
    quarters = Series([100, 101, 102, 103, 110, 111], start="2019Q1")
    assert quarters.growth_since("2019Q1")["2020Q2"] == pytest.approx(11)
    assert quarters.growth_since(same_period_of=2019)["2020Q2"] == pytest.approx((111 / 101 - 1) * 100)
    assert quarters.period_over_period()["2019Q2"] == pytest.approx(1)
    assert quarters.annualised()["2019Q2"] == pytest.approx((1.01**4 - 1) * 100)
    assert quarters.acceleration("span")["2020Q2"] is not None
    with pytest.raises(KebiError, match="'year' or the 'span' before"):
        quarters.acceleration("month")


def test_decimals_are_told_by_texts_and_decimals_and_found_in_floats():
    assert Series(["1.50", "2.00"], start="2018").decimals == 2
    assert Series(["1.50", "2"], start="2018").decimals == [2, 0]
    assert Series([Decimal("1.50"), Decimal(2)], start="2018").decimals == [2, 0]
    assert Series([1.5, 2.25], start="2018").decimals == 2
    assert Series(np.array([1, 2]), start="2018").decimals == 0
    assert Series([1 / 3], start="2018").decimals is None
    with pytest.raises(KebiError, match="bounds need the decimals"):
        _ = Series([1 / 3], start="2018").lo


def test_a_series_looks_at_its_memory_and_cannot_be_written_to():
    series = investment()
    assert series.values.base is not None
    with pytest.raises(ValueError, match="read-only"):
        series.values[0] = 1
    arrow = Series([1.0, None, 3.0], start="2018").to_arrow()
    assert arrow.to_pylist() == [1.0, None, 3.0]


def test_arrow_and_numpy_see_a_panel_in_place():
    panel = Panel.from_frame(long_table())
    where = panel.grid.values.__array_interface__["data"][0]
    assert panel.values.__array_interface__["data"][0] == where
    assert panel.to_arrow().buffers()[1].address == where
    assert panel.to_arrow().null_count == int((panel.status != 0).sum())


def test_an_arrow_array_keeps_its_figures_when_the_panel_is_gone():
    panel = Panel.from_frame(long_table())
    expected = [None if cell else value for value, cell in zip(panel.values.ravel().tolist(), panel.status.ravel(), strict=True)]
    arrow, by_row = panel.to_arrow(), pa.array(panel.year_over_year())
    del panel
    gc.collect()
    assert arrow.to_pylist() == expected
    assert by_row.type == pa.float64() and by_row.null_count > arrow.null_count
    arrow.validate(full=True)
    for _ in range(100):  # capsules that nobody takes over, and one that is taken over once
        unused = Series([1.0, None], start="2018").__arrow_c_array__()
        del unused
    assert pl.Series(Series([1.0, None, 3.0], start="2018")).to_list() == [1.0, None, 3.0]
    assert pa.array(Series([], start="2018")).to_pylist() == []


def long_table(seed=1):
    random = np.random.default_rng(seed)
    rows = [
        {"region": region, "indicator": indicator, "period": f"{2017 + t // 12}-{t % 12 + 1:02}",
         "value": round(float(random.uniform(-5, 100)), 1) if random.random() > 0.1 else 0.0}
        for region in ("甲", "乙", "丙") for indicator in ("投资", "出口") for t in range(40)
        if random.random() > 0.1
    ]
    random.shuffle(rows)
    return pd.DataFrame(rows)


def exact_growth(frame):
    """For each row its growth as a fraction, None where it has none."""
    told = {}
    for row in frame.itertuples():
        told[row.region, row.indicator, row.period] = Fraction(str(row.value))
    for row in frame.itertuples():
        base = told.get((row.region, row.indicator, f"{int(row.period[:4]) - 1}{row.period[4:]}"))
        level = Fraction(str(row.value))
        yield (level / base - 1) * 100 if base is not None and base > 0 and level >= 0 else None


def assert_agrees(found, expected):
    for one, exact in zip(found, expected, strict=True):
        if exact is None:
            assert np.isnan(one)
        else:
            assert one == pytest.approx(float(exact), rel=1e-12, abs=1e-11)


@pytest.mark.parametrize("to", [pd.DataFrame, pl.DataFrame, lambda f: f.to_dict("list"),
                                lambda f: pl.from_pandas(f).to_arrow(),
                                lambda f: f.astype({"region": "category", "indicator": "category"}),
                                lambda f: f.sort_values(["region", "indicator", "period"])],
                         ids=["pandas", "polars", "dict", "arrow", "categories", "sorted"])
def test_growth_beside_the_rows_of_any_frame_is_what_fractions_say(to):
    frame = long_table()
    expected = list(exact_growth(frame))
    given = to(frame)
    if isinstance(given, pd.DataFrame):
        expected = list(exact_growth(given))
    assert sum(e is not None for e in expected) > 80
    assert_agrees(kebi.year_over_year(given), expected)


def test_months_as_numbers_in_order_or_not_give_the_same():
    frame = long_table()
    frame["period"] = frame["period"].str.replace("-", "").astype(int)
    expected = kebi.year_over_year(frame)
    frame["region"] = frame["region"].astype("category").cat.codes
    frame["indicator"] = frame["indicator"].astype("category").cat.codes
    np.testing.assert_array_equal(kebi.year_over_year(frame), expected)
    ordered = frame.sort_values(["region", "indicator", "period"])
    np.testing.assert_array_equal(kebi.year_over_year(ordered), expected[ordered.index])
    with pytest.raises(KebiError, match="look like 201906"):
        kebi.year_over_year(frame.assign(period=201913))


def test_a_panel_is_the_same_from_rows_in_any_order():
    frame = long_table()
    panels = [Panel.from_frame(frame.sample(frac=1, random_state=k)) for k in range(3)]
    for panel in panels:
        found = {(r, i, p): v for r, i, p, v in zip(*panel.to_columns().values(), strict=True)}
        assert found == {(r.region, r.indicator, r.period): r.value for r in frame.itertuples()}
    growth = panels[0].year_over_year()
    ok = growth.status == 0
    assert np.all(growth.lo[ok] <= growth.values[ok]) and np.all(growth.values[ok] <= growth.hi[ok])
    assert growth["甲", "投资"].measure.name == "growth"
    assert list(panels[0].to_polars().columns) == list(panels[0].to_pandas().columns)
    assert len(panels[0].gaps()["status"]) == int((panels[0].status != 0).sum())


def test_a_figure_told_twice_is_listed_or_refused():
    frame = long_table()
    again = pd.concat([frame, frame.head(5)], ignore_index=True)
    assert [row for row, _, _ in Panel.from_frame(again).duplicates] == list(range(len(frame), len(again)))
    again.loc[len(frame), "value"] += 1
    with pytest.raises(KebiError, match=f"row {len(frame)} gives"):
        Panel.from_frame(again)
    with pytest.raises(KebiError, match=rf"row {len(frame)} gives .+ of .+ for \d{{4}}-\d\d a second time.*Choose to keep the first or the last"):
        kebi.year_over_year(again)
    kept = kebi.year_over_year(again, duplicates="first")
    np.testing.assert_array_equal(kept[:len(frame)], kebi.year_over_year(frame))
    assert Panel.from_frame(again, duplicates="last").duplicates[0][1:] == (
        again.loc[len(frame), "value"], frame.loc[0, "value"])


def test_frequencies_in_one_table_make_a_panel_each():
    frame = {"region": ["甲"] * 6, "indicator": ["投资", "投资", "投资", "产值", "产值", "产值"],
             "period": ["2019-01..2019-02", "2019-01..2019-04", "2019-01..2019-03", "2019Q1", "2019Q2", "2019"],
             "value": [1.0, 3.0, 2.0, 5.0, 6.0, 20.0]}
    panels = kebi.panels_from_frame(frame)
    assert {name: len(p.time) for name, p in panels.items()} == {"quarter": 2, "year": 1, "year_to_date": 3}
    assert panels["year_to_date"]["甲", "投资"]["2019-01..2019-04"] == 3


def test_parts_of_a_whole_contribute_pull_and_rank():
    frame = {"region": ["全国", "全国", "东", "东", "西", "西"], "indicator": ["产值"] * 6,
             "period": ["2018", "2019"] * 3, "value": ["100.0", "110.0", "60.0", "68.0", "40.0", "42.0"]}
    panel = Panel.from_frame(frame)
    assert panel.share("全国")["东", "产值"]["2018"] == pytest.approx(60)
    pulls, contributions = panel.contribution_to_growth("全国"), panel.share_of_growth("全国")
    assert pulls["东", "产值"]["2019"] + pulls["西", "产值"]["2019"] == pytest.approx(10)
    assert contributions["东", "产值"]["2019"] == pytest.approx(80)
    assert contributions.lo[1, 0, 1] < 80 < contributions.hi[1, 0, 1]
    assert panel.select(indicators=["产值"]).rank()["西", "产值"]["2019"] == 3
    with pytest.raises(KebiError, match="no region or indicator '北'"):
        panel.share("北")


def test_panels_of_levels_and_growth_give_bases_and_months():
    frame = {"region": ["甲"] * 4, "indicator": ["投资"] * 4,
             "period": ["2019-01..2019-02", "2019-01..2019-03", "2020-01..2020-02", "2020-01..2020-03"],
             "value": ["100.0", "160.0", "95.0", "150.0"]}
    levels = Panel.from_frame(frame)
    growth = Panel.from_frame(frame | {"value": ["5.0", "5.0", "4.0", "4.5"]}).as_growth()
    assert levels.comparable_base(growth)["甲", "投资"]["2020-01..2020-02"] == pytest.approx(95 / 1.04)
    factors = levels.revision_factor(growth)
    assert factors["甲", "投资"]["2020-01..2020-02"] == pytest.approx(95 / 1.04 / 100)
    assert factors.hi[0, 0, -1] < 1
    months = levels.single_month_growth(growth)
    base = 150 / 1.045 - 95 / 1.04
    assert months["甲", "投资"]["2020-03"] == pytest.approx((55 / base - 1) * 100)
    assert levels.single_months()["甲", "投资"]["2020-03"] == 55
    assert levels.linked(2020, growth)["甲", "投资"]["2019-01..2019-03"] == pytest.approx(150 / 1.045)
    with pytest.raises(KebiError, match="as_growth"):
        levels.comparable_base(levels)
    with pytest.raises(KebiError, match="one vintage"):
        levels.comparable_base(kebi.tables.figures.figures_of(kebi._core.Panel(growth.grid, growth.regions, growth.indicators, measure=growth.measure, vintage="2020")))


def test_a_wide_frame_is_a_panel_of_its_columns():
    frame = pl.DataFrame({"month": ["2019-01", "2019-03", "2018-01"], "出口": [1.5, 2.5, 1.0], "进口": [2.0, None, 1.0]})
    panel = Panel.from_wide(frame, region="全国")
    assert panel.year_over_year()["全国", "出口"]["2019-01"] == pytest.approx(50)
    assert panel["全国", "进口"].status_at("2019-03") is ObservationStatus.absent


@pytest.mark.parametrize(("columns", "sentence"), [
    ({"period": ["2019-01"], "value": [float("inf")]}, "must be a number below"),
    ({"period": ["2019-13"], "value": [1.0]}, "row 0"),
    ({"period": ["2019-01"], "value": ["much"]}, "row 0"),
    ({"period": ["2019-01"], "amount": [1.0]}, "no column 'value'"),
    ({"period": [], "value": []}, "no rows"),
])
def test_what_cannot_be_read_is_said(columns, sentence):
    count = len(columns["period"])
    with pytest.raises(KebiError, match=sentence):
        Panel.from_frame({"region": ["甲"] * count, "indicator": ["投资"] * count, **columns})


def test_one_span_has_one_figure_in_a_series():
    with pytest.raises(KebiError, match="two rows have the period 2019-01"):
        Series.from_frame({"period": ["2019-01", "2019-01"], "x": [1.0, 2.0]}, value="x")
    with pytest.raises(KebiError, match="monthly or year-to-date values"):
        Series.from_frame({"date": ["2019-01-01"], "x": [1.0]}, value="x")


def test_vintages_are_kept_apart():
    early = Series([5107.6, None], start="2018", vintage="2019", decimals=1)
    late = Series([4763.7, 5133.4], start="2018", vintage="2020", decimals=1)
    history = kebi.ReleaseHistory({"2020": late, "2019": early})
    assert history.release_of("2019-12-31")["2018"] == 5107.6
    assert history.releases_of("2018") == [("2019", 5107.6, None), ("2020", 4763.7, pytest.approx(-343.9))]
    assert history.releases_of("2019") == [("2019", None, None), ("2020", 5133.4, None)]
    assert [str(p) for p in history.revised()] == ["2018"]
    later = Series([5200.0], start="2019", vintage="2021", decimals=1)
    history.add("2021", later)
    assert history.release_of("2021") is later
    assert [str(p) for p in kebi.as_of(history, "2021").periods] == ["2018", "2019"]
    assert late.growth_across_releases(late)["2019"] == pytest.approx(7.76, abs=0.01)
    with pytest.raises(KebiError, match="ask for mixed vintages"):
        late.growth_across_releases(early)
    assert late.growth_across_releases(early, mixed=True)["2019"] == pytest.approx(0.5, abs=0.01)
    with pytest.raises(KebiError, match="nothing was published by 2018"):
        history.release_of("2018")


def test_hierarchies_roll_up_and_down_and_disagree():
    tree = kebi.Hierarchy([("全国", ""), ("东", "全国"), ("西", "全国")])
    panel = Panel.from_frame({"region": ["全国", "东", "西", "东"], "indicator": ["产值"] * 4,
                              "period": ["2018", "2018", "2019", "2019"], "value": ["100", "60", "42", "68"]})
    full = panel.fill_missing(tree)
    assert full["全国", "产值"]["2019"] == 110
    assert full["西", "产值"]["2018"] == 40
    wrong = Panel.from_frame({"region": ["全国", "东", "西"], "indicator": ["产值"] * 3,
                              "period": ["2018"] * 3, "value": ["105", "60", "40"]})
    assert [where[:2] for where in tree.discrepancies(wrong)] == [("全国", "产值")]


def test_shift_share_adds_up_to_the_change():
    before, after = np.array([[10.0, 20.0], [30.0, 5.0]]), np.array([[12.0, 18.0], [33.0, 9.0]])
    parts = kebi.shift_share(before, after)
    np.testing.assert_allclose(sum(parts), after - before)


def test_formulas_over_printed_numbers_give_bounds():
    # 嘉定区2019年上半年: 新兴产业 11.4% of the city, +5.7%, the city 8.7 points less
    change = kebi.formulas.share_change(kebi.Percent("11.4"), growth=kebi.Percent("5.7"),
                                        whole_growth=kebi.Percent(kebi.Bounds(-3.1, -2.9)))
    assert (change.value & kebi.formulas.rounding_interval("1.4")).is_empty
    firm = kebi.formulas.share_of_growth("48.2", "152.7", growth=kebi.Percent("50.3"), whole_growth=kebi.Percent("1.6"))
    assert firm.reliability == "reliable"
    assert 670.8 in firm.rate.value
    assert kebi.formulas.contribution_to_growth(
        48.2, 152.7, growth=kebi.Percent(50.3), whole_growth=kebi.Percent(1.6)).value == pytest.approx(10.73, abs=0.01)
    rest = kebi.formulas.growth_of_residual("39.7", "48.2", growth=kebi.Percent("73.3"), whole_growth=kebi.Percent("50.3"))
    assert -7.21 in rest.value
    assert kebi.formulas.implied_weight(kebi.Percent(12.7), kebi.Percent(18.3), kebi.Percent(7.9)).value == pytest.approx(46.15, abs=0.01)
    assert kebi.formulas.growth_or_swing("-3.0", "5.0").swing == "to_loss"
    assert kebi.formulas.growth_or_swing("6.0", "5.0").rate.value.lo == pytest.approx(17.82, abs=0.01)


def test_real_growth_and_prices_make_nominal_growth_and_come_out_again():
    real, price = kebi.Percent(3.2), kebi.Percent(1.647)
    nominal = kebi.formulas.growth_of_product(real, price)
    assert nominal.value == pytest.approx(4.9, abs=0.001)
    assert kebi.formulas.growth_of_ratio(nominal, price).value == pytest.approx(3.2)
    assert kebi.formulas.base_share(
        kebi.formulas.share(60, 130), growth=kebi.Percent(20), whole_growth=kebi.Percent(30)).value == pytest.approx(50)


def test_carry_over_is_the_chain_of_the_months_after():
    year = [kebi.Percent("0.2")] * 12
    assert kebi.formulas.carry_over(year, 12).value == kebi.Bounds(0, 0)
    chained = kebi.formulas.chained_growth(year).value
    assert 2.43 in chained and chained.width > 1.2
    assert kebi.formulas.carry_over([kebi.Percent(0.2)] * 12, 11).value == pytest.approx(0.2)
    assert kebi.formulas.revision_factor(503036, kebi.Percent(3.0), 572138) == pytest.approx(0.85361, abs=1e-5)


def test_a_series_goes_to_pandas_with_an_index_of_periods():
    pandas = pytest.importorskip("pandas")
    quarters = Series(["1.0", None, "3.0"], start="2019Q1", indicator="GDP").to_pandas()
    assert isinstance(quarters, pandas.Series) and quarters.name == "GDP"
    assert isinstance(quarters.index, pandas.PeriodIndex)
    assert [str(period) for period in quarters.index] == ["2019Q1", "2019Q2", "2019Q3"]
    assert quarters.iloc[0] == 1.0 and np.isnan(quarters.iloc[1])
    to_date = Series(["1.0", "2.0"], start="2019-01..2019-02", frequency="year_to_date").to_pandas()
    assert [str(period) for period in to_date.index] == ["2019-02", "2019-03"]
