"""Certain changes of scope and growth that was made from levels, over tables of every kind."""

from __future__ import annotations

import numpy as np
import pandas as pd
import polars as pl
import pytest

import kebi
from kebi import KebiError, Panel, Series

# 固定资产投资, 亿元 and %, 国家统计局: growth is on a comparable base, and levels are cut anew.
LEVELS = ["631684", "635636", "551478", "518907", "544547", "572138", "503036"]
RATES = ["7.2", "5.9", "5.4", "2.9", "4.9", "5.1", "3.0"]
YEARS = [str(year) for year in range(2017, 2024)]
MOVED = [False, True, True, True, False, False, True]


def test_a_change_of_scope_is_certain_beyond_rounding_in_every_kind_of_table():
    series = Series(LEVELS, start="2017", growth=RATES, indicator="投资")
    expected = [str(p) in {str(q) for q in series.compare_bases().scope_breaks} for p in series.periods]
    assert expected == MOVED
    levels, rates = np.array(LEVELS, dtype=float), np.array(RATES, dtype=float)
    how = {"start": "2017", "decimals": 0, "growth_decimals": 1}
    assert kebi.scope_breaks(series, None).tolist() == MOVED
    assert kebi.scope_breaks(levels, rates, **how).tolist() == MOVED
    assert kebi.scope_breaks(np.stack([levels] * 2), np.stack([rates] * 2), **how).tolist() == [MOVED] * 2
    wide, growths = {"year": YEARS, "投资": LEVELS}, {"year": YEARS, "投资": RATES}
    for to in (dict, pd.DataFrame, pl.DataFrame):
        assert list(kebi.scope_breaks(to(wide), to(growths))["投资"]) == MOVED
    long = {"region": ["全国"] * 7, "indicator": ["投资"] * 7, "period": YEARS, "value": LEVELS, "yoy": RATES}
    order = [3, 0, 1, 6, 2, 5, 4]
    for to in (dict, pd.DataFrame, pl.DataFrame):
        shuffled = to({name: [column[i] for i in order] for name, column in long.items()})
        assert kebi.scope_breaks(shuffled, "yoy").tolist() == [MOVED[i] for i in order]
    panel = Panel.from_frame(long, growth="yoy")
    assert kebi.scope_breaks(panel, None).tolist() == [[MOVED]]


def test_growth_that_only_repeats_the_levels_is_told_from_published_growth():
    random = np.random.default_rng(3)
    levels = np.round(1000 * np.cumprod(random.uniform(0.98, 1.05, (2, 36)), axis=1), 1)
    rates = kebi.year_over_year(levels).round(1)
    rates[1, 20] += 0.4
    made, published = kebi.agreements(levels, rates, decimals=1)
    assert made == ("0", "", 24, 24, True)
    assert published == ("1", "", 24, 23, False)
    wide = {"month": [str(np.datetime64("2019-01") + t) for t in range(36)], "出口": levels[0], "进口": levels[1]}
    growths = {**wide, "出口": rates[0], "进口": rates[1]}
    found = kebi.agreements(wide, growths, decimals=1, growth_decimals=1)
    assert [(each.indicator, each.agreeing) for each in found] == [("出口", 24), ("进口", 23)]
    series = Series(levels[0], start="2019-01", decimals=1, growth=rates[0], growth_decimals=1, indicator="出口")
    assert series.is_ratio_of_levels() and kebi.agreements(series, None)[0].indicator == "出口"


def test_what_has_no_print_or_does_not_go_together_is_refused():
    levels = np.array([[100.0, 101.0, 102.0]])
    for function in (kebi.scope_breaks, kebi.agreements):
        with pytest.raises(KebiError, match="decimals"):
            function(levels, levels, start="2017")
        with pytest.raises(KebiError, match="the same"):
            function(levels, levels[:, :2], start="2017", decimals=1)


def test_implied_bases_of_an_array_need_no_calendar():
    levels, growths = np.array([[105.0, 110.0]]), np.array([[5.0, 10.0]])
    np.testing.assert_allclose(kebi.comparable_base(levels, growths), [[100, 100]])
    np.testing.assert_allclose(kebi.revision_factor(levels, growths, frequency="year"), [[np.nan, 100 / 105]])
