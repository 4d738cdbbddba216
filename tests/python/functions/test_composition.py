"""Mixed growth over tables of every kind: at each place the formula of single numbers, with its bounds."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from kinds import (
    FRAMES,
    LEVELS,
    RATES,
    WHOLES,
    block,
    check_every_kind,
    long_of,
    panel_of,
    rows_of,
    same,
    wide_of,
)

import kebi
from kebi import KebiError, Panel, Percent, Series

OTHERS = block(11, -9, 12)
SHARES = block(12, 5, 90)


def by_single_numbers(formula, tables, rates):
    """What a formula says of each place, of plain numbers and of numbers printed to 0.1."""
    values, lo, hi = np.full((3, *tables[0].shape), np.nan)

    def number(figure, is_rate, as_printed):
        told = f"{figure:.1f}" if as_printed else float(figure)
        return Percent(told) if is_rate else told

    for at in np.ndindex(*values.shape):
        figures = [table[at] for table in tables]
        if np.isnan(figures).any():
            continue
        plain, printed = (formula(*(number(f, r, p) for f, r in zip(figures, rates, strict=True))) for p in (False, True))
        values[at] = getattr(plain, "value", plain)
        within = getattr(printed, "value", printed)
        lo[at], hi[at] = within.lo, within.hi
    return values, lo, hi


CASES = [
    ("increment", kebi.formulas.increment, (LEVELS, RATES), ("level", "growth")),
    ("growth_of_product", kebi.formulas.growth_of_product, (RATES, OTHERS), ("growth", "growth")),
    ("growth_of_ratio", kebi.formulas.growth_of_ratio, (RATES, OTHERS), ("growth", "growth")),
    ("base_share", lambda s, g, h: kebi.formulas.base_share(s, growth=g, whole_growth=h), (SHARES, RATES, OTHERS), ("share", "growth", "growth")),
    ("share_change", lambda s, g, h: kebi.formulas.share_change(s, growth=g, whole_growth=h), (SHARES, RATES, OTHERS), ("share", "growth", "growth")),
    ("growth_of_residual", lambda x, g, w, h: kebi.formulas.growth_of_residual(x, w, growth=g, whole_growth=h),
     (LEVELS, RATES, WHOLES, OTHERS), ("level", "growth", "level", "growth")),
    ("share_of_growth", lambda x, g, w, h: kebi.formulas.share_of_growth(x, w, growth=g, whole_growth=h).rate,
     (LEVELS, RATES, WHOLES, OTHERS), ("level", "growth", "level", "growth")),
    ("contribution_to_growth", lambda x, g, w, h: kebi.formulas.contribution_to_growth(x, w, growth=g, whole_growth=h),
     (LEVELS, RATES, WHOLES, OTHERS), ("level", "growth", "level", "growth")),
]

# How the figures, in the order of the tables above, are passed.
CALLS = {
    **{name: partial(lambda of, x, g, h, **options: of(x, growth=g, whole_growth=h, **options), getattr(kebi, name))
       for name in ("base_share", "share_change")},
    **{name: partial(lambda of, x, g, w, h, **options: of(x, w, growth=g, whole_growth=h, **options), getattr(kebi, name))
       for name in ("growth_of_residual", "share_of_growth", "contribution_to_growth")},
}


@pytest.mark.parametrize(("name", "formula", "tables", "measures"), CASES, ids=[name for name, *_ in CASES])
def test_mixed_growth_is_that_of_single_numbers_in_every_kind_of_table(name, formula, tables, measures):
    function = CALLS.get(name) or getattr(kebi, name)
    expected = by_single_numbers(formula, tables, [measure != "level" for measure in measures])
    made = function(*(panel_of(t, "month", m) for t, m in zip(tables, measures, strict=True)))
    values, lo, hi = rows_of(made)
    same(values, expected[0])
    for found, sharp, sign in ((lo, expected[1], -1), (hi, expected[2], 1)):
        # The ends of a printed figure in a table are a step or two wider than those of the decimal.
        np.testing.assert_allclose(found, sharp, rtol=1e-12, atol=1e-11, equal_nan=True)
        known = np.isfinite(sharp)
        assert np.all((found - sharp)[known] * sign >= 0)
    check_every_kind(function, tables, values, lo, hi, measures=measures)


def test_growth_printed_otherwise_than_its_levels_has_decimals_of_its_own():
    levels, rates = np.array([[105.0]]), np.array([[5.0]])
    lo, hi = kebi.increment(levels, rates, bounds=True, decimals=0, growth_decimals=1)
    within = kebi.formulas.increment("105", Percent("5.0"))
    assert (lo[0, 0], hi[0, 0]) == pytest.approx((within.lo, within.hi))
    table = {"region": ["甲"], "indicator": ["产值"], "period": ["2019"], "value": ["105"], "yoy": ["5.0"]}
    lo, hi = kebi.increment(table, "yoy", bounds=True)
    assert (lo[0], hi[0]) == pytest.approx((within.lo, within.hi))
    floats = {**table, "value": [105.0], "yoy": [5.0]}
    lo, hi = kebi.increment(floats, "yoy", bounds=True, decimals=0, growth_decimals=1)
    assert (lo[0], hi[0]) == pytest.approx((within.lo, within.hi))


# 国家统计局 2021-03-15, 1—2月份社会消费品零售总额: 总额 69737 +33.8, 商品 62651 +30.7, 餐饮 7085 +68.9;
# 财政部 2007年上半年, 人民日报 2007-07-24: 全国 26117.84 +30.6, 中央 14502.19 +32.6, 地方 11615.65 +28.1
RETAIL = {"period": ["2021-01..2021-02"], "商品": ["62651"], "餐饮": ["7085"]}
RETAIL_YOY = {"period": ["2021-01..2021-02"], "商品": ["30.7"], "餐饮": ["68.9"]}
BUDGET = {
    "region": ["中央", "地方", "全国"],
    "indicator": ["财政收入"] * 3,
    "period": ["2007H1"] * 3,
    "value": ["14502.19", "11615.65", "26117.84"],
    "yoy": ["32.6", "28.1", "30.6"],
}


@pytest.mark.parametrize("to", FRAMES)
def test_sums_grow_as_was_published(to):
    lo, hi = kebi.growth_of_sum(to(RETAIL), to(RETAIL_YOY), name="零售", bounds=True)
    assert type(lo) is type(to(RETAIL))
    assert np.asarray(lo["零售"])[0] <= 33.8 <= np.asarray(hi["零售"])[0]
    parts = to({name: column[:2] for name, column in BUDGET.items()})
    found = kebi.growth_of_sum(parts, "yoy", over="regions", name="全国")
    assert [str(found[name][0]) for name in ("region", "indicator", "period")] == ["全国", "财政收入", "2007H1"]
    assert round(np.asarray(found["value"])[0], 1) == 30.6


@pytest.mark.parametrize("to", FRAMES)
def test_the_rest_of_a_whole_is_its_other_part(to):
    rest = kebi.growth_of_residual(to(BUDGET), "全国", growth="yoy")
    lo, hi = kebi.growth_of_residual(to(BUDGET), "全国", growth="yoy", bounds=True)
    assert rest[:2] == pytest.approx([28.1, 32.6], abs=0.1)
    assert np.isnan(rest[2]) and lo[0] <= 28.1 <= hi[0]
    # The whole and its growth as columns of their own, and as a table.
    wholes = to({**BUDGET, "total": ["26117.84"] * 3, "total_yoy": ["30.6"] * 3})
    same(kebi.growth_of_residual(wholes, "total", growth="yoy", whole_growth="total_yoy")[:2], rest[:2])
    wide = to({"period": ["2007H1"], "中央": [14502.19], "全国": [26117.84]})
    rates = to({"period": ["2007H1"], "中央": [32.6], "全国": [30.6]})
    assert np.asarray(kebi.growth_of_residual(wide, "全国", growth=rates)["中央"])[0] == pytest.approx(rest[0])


def test_a_whole_of_its_own_brings_its_growth():
    parts, rates = np.array([[14502.19], [11615.65]]), np.array([[32.6], [28.1]])
    whole, rate = np.array([26117.84]), np.array([30.6])
    found = kebi.growth_of_residual(parts, whole, growth=rates, whole_growth=rate)
    assert found[:, 0] == pytest.approx([28.1, 32.6], abs=0.1)
    with pytest.raises(KebiError, match="growth of their own: pass whole_growth"):
        kebi.growth_of_residual(parts, whole, growth=rates)
    national = Series([26117.84], start="2007H1", growth=[30.6])
    central = Series([14502.19], start="2007H1", growth=[32.6])
    assert kebi.growth_of_residual(central, national, growth=None)["2007H1"] == pytest.approx(found[0, 0])


def test_contributions_by_growth_make_all_and_pulls_the_growth_of_the_whole():
    levels, rates = np.abs(LEVELS), RATES
    both = kebi.growth_of_sum(levels, rates)
    whole, known = levels.sum(axis=0), np.isfinite(both)
    same(kebi.contribution_to_growth(levels, whole, growth=rates, whole_growth=both).sum(axis=0)[known], both[known])
    np.testing.assert_allclose(kebi.share_of_growth(levels, whole, growth=rates, whole_growth=both).sum(axis=0)[known], 100, rtol=1e-9)
    # 嘉定区2019年上半年: a whole that stood still tells no contribution, and its bounds have no end
    flat = {"period": ["2019H1"], "工业投资": ["48.2"], "固投": ["152.7"]}
    yoy = {"period": ["2019H1"], "工业投资": ["50.3"], "固投": ["0.0"]}
    assert np.isnan(kebi.share_of_growth(flat, "固投", growth=yoy)["工业投资"][0])
    lo, hi = kebi.share_of_growth(flat, "固投", growth=yoy, bounds=True)
    assert np.isinf(lo["工业投资"][0]) and np.isinf(hi["工业投资"][0])
    assert kebi.contribution_to_growth(flat, "固投", growth=yoy)["工业投资"][0] == pytest.approx(48.2 * (1 - 1 / 1.503) / 152.7 * 100)


def test_rows_of_an_array_make_one_row():
    levels, rates = np.abs(np.stack([LEVELS[0], WHOLES[0], WHOLES[1]])), np.stack([RATES[0], OTHERS[0], OTHERS[1]])
    found = kebi.growth_of_sum(levels, rates)
    assert found.shape == (36,)
    for t in range(36):
        if np.isnan([levels[:, t], rates[:, t]]).any():
            assert np.isnan(found[t])
            continue
        parts = [(float(x), Percent(float(g))) for x, g in zip(levels[:, t], rates[:, t], strict=True)]
        assert found[t] == pytest.approx(kebi.formulas.growth_of_sum(parts).value, abs=1e-11)
    for out in (np.empty(36), np.empty((1, 36))):
        assert kebi.growth_of_sum(levels, rates, out=out) is out
        same(out.ravel(), found)
    lo, hi = kebi.growth_of_sum(levels, rates, bounds=True, decimals=1)
    ends = np.empty(36), np.empty(36)
    kebi.growth_of_sum(levels, rates, bounds=True, decimals=1, out=ends)
    same(ends[0], lo)
    same(ends[1], hi)
    known = np.isfinite(found)
    assert np.all((lo <= found)[known]) and np.all((found <= hi)[known])
    with pytest.raises(KebiError, match="found 3 x 36 for 1 x 36"):
        kebi.growth_of_sum(levels, rates, out=np.empty((3, 36)))
    same(kebi.growth_of_sum(levels[0], rates[0]), np.where(np.isnan(levels[0]), np.nan, rates[0]))


def test_sums_of_panels_are_over_the_indicators_of_each_region_or_over_regions():
    rows = [(r, k) for r in "甲乙" for k in ("一产", "二产", "三产")]
    figures = {row: (100.0 + 10 * i, 1.0 + i) for i, row in enumerate(rows)}
    table = {"region": [r for r, _ in rows], "indicator": [k for _, k in rows], "period": ["2019"] * 6,
             "value": [x for x, _ in figures.values()], "yoy": [g for _, g in figures.values()]}
    panel = Panel.from_frame(table, growth="yoy", decimals=0, growth_decimals=0)
    made = kebi.growth_of_sum(panel, None, name="生产总值")
    assert (made.regions, made.indicators, made.measure.name) == (["甲", "乙"], ["生产总值"], "growth")
    parts = [(figures["乙", k][0], Percent(figures["乙", k][1])) for k in ("一产", "二产", "三产")]
    assert made["乙", "生产总值"]["2019"] == pytest.approx(kebi.formulas.growth_of_sum(parts).value)
    assert made["乙", "生产总值"]["2019"] in made["乙", "生产总值"].bounds_at("2019")
    by_industry = kebi.growth_of_sum(panel, None, over="regions", name="两地")
    assert (by_industry.regions, by_industry.indicators) == (["两地"], ["一产", "二产", "三产"])
    parts = [(figures[r, "二产"][0], Percent(figures[r, "二产"][1])) for r in "甲乙"]
    assert by_industry["两地", "二产"]["2019"] == pytest.approx(kebi.formulas.growth_of_sum(parts).value)
    out = np.empty((1, 3, 1))
    kebi.growth_of_sum(panel, None, over="regions", out=out)
    same(out, by_industry.values)
    with pytest.raises(KebiError, match="over 'indicators' or over 'regions': found 'industries'"):
        kebi.growth_of_sum(panel, None, over="industries")


def test_the_growth_of_a_whole_is_found_by_name_among_the_parts():
    shares = np.array([[40.0], [100.0]])
    rates = np.array([[10.0], [4.5]])
    assert kebi.base_share(shares, growth=rates, whole_growth=1)[0, 0] == pytest.approx(38)
    wide, yoy = ({"period": ["2019"], "出口": [a], "生产总值": [b]} for a, b in ((40.0, 100.0), (10.0, 4.5)))
    assert kebi.base_share(wide, growth=yoy, whole_growth="生产总值")["出口"][0] == pytest.approx(38)
    long = {"region": ["甲"] * 2, "indicator": ["出口", "生产总值"], "period": ["2019"] * 2, "value": [40.0, 100.0],
            "yoy": [10.0, 4.5], "gdp_yoy": [4.5, 4.5]}
    same(kebi.base_share(long, growth="yoy", whole_growth="生产总值"), [38, 100])
    same(kebi.base_share(long, growth="yoy", whole_growth="gdp_yoy"), [38, 100])
    same(kebi.share_change(long, growth="yoy", whole_growth="gdp_yoy"), [2, 0])


def test_what_does_not_go_together_is_refused_in_a_sentence():
    levels, rates = Series([105.0], start="2019"), Series([5.0], start="2019", measure="growth")
    later = Series([5.0], start="2020", measure="growth")
    refusals = [
        (lambda: kebi.increment(levels, levels), "expected published growth, found levels"),
        (lambda: kebi.increment(rates, rates), "these are not levels"),
        (lambda: kebi.increment(levels, later), "run over the same times"),
        (lambda: kebi.increment(levels, None), "needs published growth: create the levels"),
        (lambda: kebi.growth_of_product(levels, rates), "expected published growth"),
        (lambda: kebi.growth_of_product(rates, later), "run over the same times"),
        (lambda: kebi.base_share(rates, growth=rates, whole_growth=rates), "shares come first"),
        (lambda: kebi.base_share(levels, growth=rates, whole_growth=levels), "expected published growth"),
        (lambda: kebi.base_share(levels, growth=rates, whole_growth="全国"), "the whole of the series is a series: found '全国'"),
        (lambda: kebi.growth_of_residual(levels, levels, growth=rates), "pass whole_growth"),
        (lambda: kebi.growth_of_residual(levels, rates, growth=rates, whole_growth=rates), "these are not levels"),
        (lambda: kebi.growth_of_sum(levels, later), "run over the same times"),
        (lambda: kebi.increment(np.array([1.0]), "yoy"), "only a long frame has named columns: found 'yoy'"),
        (lambda: kebi.increment(wide_of(LEVELS), "yoy"), "the frame has no column 'yoy'"),
        (lambda: kebi.increment(long_of(LEVELS), "yoy"), "no column 'yoy'"),
        (lambda: kebi.growth_of_product(rates, None), "pass a table of the same type, or a column name"),
        (lambda: kebi.base_share(levels, growth=None, whole_growth=rates), "pass a table of the same type, or a column name"),
        (lambda: kebi.growth_before(RATES, None, growth=RATES, month_growth=None, start="2019-01"), "pass a table of the same type"),
        (lambda: kebi.growth_of_sum(np.zeros((0, 3)), np.zeros((0, 3))), "a sum needs parts: there are none"),
        (lambda: kebi.growth_of_sum(RETAIL, RETAIL_YOY, name="period"), "is named 'period' already"),
        (lambda: kebi.increment(np.array([[1.0, 2.0]]), np.array([[1.0]])), "have the same columns: found 2 beside 1"),
    ]
    for attempt, sentence in refusals:
        with pytest.raises(KebiError, match=sentence):
            attempt()


@pytest.mark.parametrize("function", [kebi.growth_of_residual, kebi.share_of_growth, kebi.contribution_to_growth])
def test_growth_of_wholes_of_another_vintage_is_refused(function):
    def told(value, measure, vintage):
        return Series([value], start="2019", decimals=1, measure=measure, vintage=vintage)

    part, rate, whole = told(60.0, "level", "2020-01"), told(20.0, "growth", "2020-01"), told(110.0, "level", "2020-01")
    assert np.isfinite(function(part, whole, growth=rate, whole_growth=told(10.0, "growth", "2020-01"))["2019"])
    with pytest.raises(KebiError, match="cannot compare"):
        function(part, whole, growth=rate, whole_growth=told(10.0, "growth", "2021-01"))


@pytest.mark.parametrize("to", FRAMES)
def test_a_sum_of_a_long_frame_that_has_no_growth_keeps_its_row(to):
    parts = to({
        "region": ["东", "西"] * 3, "indicator": ["产值"] * 6, "period": ["2018", "2018", "2019", "2019", "2020", "2020"],
        "value": ["100.0", "50.0", "110.0", "0.0", "121.0", None], "yoy": ["10.0", "5.0", "10.0", "-100.0", "10.0", "5.0"],
    })
    found = kebi.growth_of_sum(parts, "yoy", over="regions", name="全国")
    assert [str(period) for period in found["period"]] == ["2018", "2019"]  # of 2020 a part lacks
    value = np.asarray(found["value"], dtype=float)
    assert round(value[0], 2) == 8.28 and np.isnan(value[1])
    lo, hi = kebi.growth_of_sum(parts, "yoy", over="regions", name="全国", bounds=True)
    assert [str(period) for period in lo["period"]] == [str(period) for period in found["period"]]
    assert np.asarray(lo["value"], dtype=float)[0] <= value[0] <= np.asarray(hi["value"], dtype=float)[0]


def test_a_sum_lacks_where_a_part_is_absent_in_whatever_order_the_parts_stand():
    rows = [("东", "甲", "2019", None, "1.0"), ("东", "乙", "2019", "…", "2.0"), ("东", "丙", "2019", "5.0", "2.0")]
    for order in ([0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]):
        names = ("region", "indicator", "period", "value", "yoy")
        table = dict(zip(names, map(list, zip(*[rows[k] for k in order], strict=True)), strict=True))
        assert len(kebi.growth_of_sum(table, "yoy")["value"]) == 0
    for months in (["…", None, "1.0"], [None, "…", "1.0"]):
        table = {"region": ["东"] * 3, "indicator": ["甲"] * 3, "period": ["2019-01", "2019-02", "2019-03"], "value": months}
        assert len(kebi.to_frequency(table, "quarter")["value"]) == 0
