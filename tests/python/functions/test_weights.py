"""Weights, contributions and shares of growth over every kind of table, against the formulas of single numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import kebi
from kebi import KebiError, Panel, Percent, Points, Series, formulas
from kebi.enums import Measure
from kinds import FRAMES, LEVELS, RATES, WHOLES, check_every_kind, same

MORE, WEIGHTS = RATES[::-1] + 1.5, np.abs(RATES) * 5 + 1


def value(found):
    return getattr(found, "value", found)


TWO = {
    "nominal_growth": (formulas.nominal_growth, RATES, MORE),
    "real_growth": (formulas.real_growth, RATES, MORE),
    "price_growth": (formulas.price_growth, RATES, MORE),
}
PLAIN = {
    "weight_in_base": (lambda a, b: formulas.weight_in_base(Points(a), Percent(b)), (RATES, MORE)),
    "growth_of_whole": (lambda a, b: formulas.growth_of_whole(Points(a), Percent(b)), (RATES, MORE)),
    "increment_of_whole": (lambda a, b: formulas.increment_of_whole(a, Percent(b)), (LEVELS, MORE)),
    "mixed_growth": (lambda *of: formulas.mixed_growth(*map(Percent, of)), (WEIGHTS, RATES, MORE)),
    "growth_of_rest": (lambda *of: formulas.growth_of_rest(*map(Percent, of)), (WEIGHTS, RATES, MORE)),
    **{name: (lambda *of, f=f: f(*map(Percent, of)), tables) for name, (f, *tables) in TWO.items()},
}


def cell_by_cell(formula, tables):
    """The formula of single numbers at each place, nan where one of them is absent."""
    return np.array([[np.nan if np.isnan(of).any() else value(formula(*map(float, of))) for of in zip(*rows, strict=True)]
                     for rows in zip(*tables, strict=True)])


@pytest.mark.parametrize("name", list(PLAIN))
def test_arrays_and_frames_give_what_the_formula_of_single_numbers_does(name):
    formula, tables = PLAIN[name]
    function, expected = getattr(kebi, name), cell_by_cell(formula, tables)
    same(function(*tables), expected)
    lo, hi = function(*tables, bounds=True, decimals=1)
    there = ~np.isnan(expected)
    assert np.all((lo <= expected)[there]) and np.all((expected <= hi)[there])
    for to in FRAMES:
        rows = {"period": [f"{2000 + t}" for t in range(36)], "value": tables[0][0], "region": ["甲"] * 36, "indicator": ["产值"] * 36}
        beside = {f"c{i}": other[0] for i, other in enumerate(tables[1:])}
        same(function(to({**rows, **beside}), *beside), expected[0])


@pytest.mark.parametrize("name", list(TWO))
def test_growth_and_prices_are_the_same_over_every_kind_of_table(name):
    formula, one, other = TWO[name]
    expected = cell_by_cell(lambda a, b: formula(Percent(a), Percent(b)), (one, other))
    lo, hi = (np.array([[np.nan if np.isnan(of).any() else getattr(value(formula(*(Percent(f"{x:.1f}") for x in of))), end)
                         for of in zip(*rows, strict=True)] for rows in zip(one, other, strict=True)]) for end in ("lo", "hi"))
    check_every_kind(getattr(kebi, name), [one, other], expected, lo, hi, measures=["growth", "growth"])


def one(figures, measure="level", **more):
    return Series(figures, start="2018", indicator="出口", measure=measure, **more)


def test_labelled_results_lead_from_one_to_the_other():
    part = one(["60.0", "66.0"], growth=["4.0", "20.0"], unit="亿元", region="甲")
    whole = Series(["100.0", "110.0"], start="2018", growth=["5.0", "10.0"], unit="亿元", region="甲", indicator="进出口")
    points = part.contribution_to_growth(whole, growth=part.published, whole_growth=whole.published)
    shares = part.share_of_growth(whole, growth=part.published, whole_growth=whole.published)
    weight = points.weight_in_base(part.published)
    assert weight.measure is Measure.share and weight["2019"] == pytest.approx(55)
    assert points.growth_of_whole(shares)["2019"] == pytest.approx(10)
    added = part.increment().increment_of_whole(shares)
    assert added["2019"] == pytest.approx(10) and str(added.unit) == "亿元"
    rest = weight.growth_of_rest(part.published, whole.published)
    assert weight.mixed_growth(part.published, rest)["2019"] == pytest.approx(10)
    assert rest.bounds_at("2019").lo < -0.0 < rest.bounds_at("2019").hi or rest["2019"] == pytest.approx(-2.2222, abs=1e-3)
    base = part.residual_base(whole, growth=None, whole_growth=whole.published)
    assert base["2019"] == pytest.approx(45) and 45 in base.bounds_at("2019")
    multiple = whole.base_multiple(part)
    assert multiple["2019"] == pytest.approx(100 / 55) and multiple.measure is Measure.ratio


def test_other_measures_are_refused_by_name():
    growth = one(["5.0", "6.0"], "growth")
    for asked, sentence in [
        (lambda: growth.weight_in_base(growth), "needs contributions to growth: see contribution_to_growth"),
        (lambda: growth.increment_of_whole(one(["1.0", "2.0"])), "needs shares of growth: see share_of_growth"),
        (lambda: one(["1.0", "2.0"]).mixed_growth(growth, growth), "this needs shares or ratios of 出口, and these are levels: see share"),
        (lambda: one(["1.0", "2.0"]).nominal_growth(growth), "expected published growth, found levels"),
        (lambda: one(["1.0", "2.0"]).base_multiple(one(["1.0", "2.0"])), "published growth"),
        (lambda: one(["1.0", "2.0"]).average_increment(0), "at least one is needed"),
    ]:
        with pytest.raises(KebiError, match=sentence):
            asked()


def test_the_average_increment_goes_by_years_in_every_kind_of_table():
    months = np.arange(36.0)
    assert np.isnan(kebi.average_increment(months, 1)[:12]).all()
    assert (kebi.average_increment(months, 1)[12:] == 12).all() and (kebi.average_increment(months, 2)[24:] == 12).all()
    frame = pd.DataFrame({"region": ["甲"] * 3, "indicator": ["产值"] * 3, "period": [2017, 2019, 2018], "value": ["10.0", "14.0", "11.0"]})
    found = kebi.average_increment(frame, 2, bounds=True)
    assert found.lo[1] == pytest.approx(1.95) and found.hi[1] == pytest.approx(2.05) and np.isnan(found.lo[0])
    assert Panel.from_frame(frame).average_increment(2)["甲", "产值"]["2019"] == pytest.approx(2)
    rate = Series(["5.40", "5.10"], start="2018", indicator="城镇调查失业率", unit="%").average_increment(1)
    assert rate["2019"] == pytest.approx(-0.3) and str(rate.unit) == "个百分点"


def test_a_whole_may_serve_all_parts_of_an_array():
    levels, growth = np.array([[48.2], [39.7]]), np.array([[50.3], [73.3]])
    base = kebi.residual_base(levels, 0, growth=growth)
    assert base[1, 0] == pytest.approx(formulas.residual_base(39.7, 48.2, growth=Percent(73.3), whole_growth=Percent(50.3)))
    assert WHOLES.shape == LEVELS.shape
