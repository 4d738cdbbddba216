"""Places: among the regions of an indicator, with the best and the worst that the print leaves."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from kinds import FRAMES, LEVELS, long_of, panel_of, row_order, same, wide_block, wide_of

import kebi
from kebi import KebiError, Panel, Series


def by_pairs(texts, lowest_first=False):
    """Best, plain and worst place of each printed number, by comparing all pairs of exact ends."""
    sign = -1 if lowest_first else 1
    middles = [sign * Fraction(text) for text in texts]
    halves = [Fraction(1, 2 * 10 ** len(text.partition(".")[2])) for text in texts]
    low = [m - h for m, h in zip(middles, halves, strict=True)]
    high = [m + h for m, h in zip(middles, halves, strict=True)]
    others = [[j for j in range(len(texts)) if j != i] for i in range(len(texts))]
    best = [1 + sum(low[j] >= high[i] for j in others[i]) for i in range(len(texts))]
    plain = [1 + sum(middles[j] > middles[i] for j in others[i]) for i in range(len(texts))]
    worst = [1 + sum(high[j] > low[i] for j in others[i]) for i in range(len(texts))]
    return best, plain, worst


@pytest.mark.parametrize("lowest_first", [False, True])
def test_places_are_those_of_all_pairs(lowest_first):
    random = np.random.default_rng(7)
    for _ in range(40):
        texts = [f"{random.uniform(-1, 3):.{random.integers(0, 3)}f}" for _ in range(random.integers(1, 12))]
        best, plain, worst = by_pairs(texts, lowest_first)
        panel = Panel.from_frame({"region": [str(i) for i in range(len(texts))], "indicator": ["x"] * len(texts),
                                  "period": ["2019"] * len(texts), "value": texts})
        made = kebi.rank(panel, lowest_first=lowest_first)
        assert made.values.ravel().tolist() == plain
        assert made.lo.ravel().tolist() == best
        assert made.hi.ravel().tolist() == worst
        assert all(b <= p <= w for b, p, w in zip(best, plain, worst, strict=True))


def test_every_kind_of_table_has_the_same_places():
    expected = panel_of(LEVELS).select(indicators=["产值"]).rank()
    order = [expected.regions.index(r) for r in "甲乙"]
    values, lo, hi = expected.values[order, 0], expected.lo[order, 0], expected.hi[order, 0]
    assert set(values[np.isfinite(values)]) == {1, 2}
    same(kebi.rank(LEVELS), values)
    for found, ends in zip(kebi.rank(LEVELS, bounds=True, decimals=1), (lo, hi), strict=True):
        same(found, ends)
    out, pair = np.empty((2, 36)), (np.empty((2, 36)), np.empty((2, 36)))
    assert kebi.rank(LEVELS, out=out) is out
    same(out, values)
    kebi.rank(LEVELS, bounds=True, decimals=1, out=pair)
    same(pair[0], lo)
    same(pair[1], hi)
    cube = np.empty((2, 1, 36))
    kebi.rank(panel_of(LEVELS), out=cube)
    same(cube[order, 0], values)
    for to in FRAMES:
        same(wide_block(kebi.rank(to(wide_of(LEVELS)))), values)
        same(row_order(kebi.rank(to(long_of(LEVELS)))), values)
        for found, ends in zip(kebi.rank(to(long_of(LEVELS)), bounds=True, decimals=1), (lo, hi), strict=True):
            same(row_order(found), ends)
    same(kebi.rank(LEVELS, lowest_first=True)[:, 0], 3 - values[:, 0])


def test_regions_compete_by_each_indicator():
    table = {"region": list("甲乙丙") * 2, "indicator": ["出口"] * 3 + ["进口"] * 3, "period": ["2019"] * 6,
             "value": ["5", "7", "6", "30", "10", "20"]}
    assert kebi.rank(table).tolist() == [3, 1, 2, 1, 3, 2]
    panel = Panel.from_frame(pd.DataFrame(table))
    one = panel.select(indicators=["进口"]).rank()
    assert one.measure.name == "rank" and one.indicators == ["进口"]
    assert one["乙", "进口"]["2019"] == panel.rank()["乙", "进口"]["2019"] == 3


def test_places_of_growth_know_what_its_print_leaves():
    # 108 over 100, both good to a half: two regions alike, in any order; the third is far away
    panel = Panel.from_frame({
        "region": ["甲", "甲", "乙", "乙", "丙", "丙"], "indicator": ["产值"] * 6, "period": ["2018", "2019"] * 3,
        "value": ["100", "108", "100", "108", "100", "150"]})
    places = panel.year_over_year().rank()
    assert places["丙", "产值"].bounds_at("2019").lo == places["丙", "产值"].bounds_at("2019").hi == 1
    assert (places["甲", "产值"].bounds_at("2019").lo, places["甲", "产值"].bounds_at("2019").hi) == (2, 3)
    assert places["甲", "产值"].bounds_at("2018") is None


def test_one_series_has_no_place():
    with pytest.raises(KebiError, match="one series has no rank: pass a Panel"):
        kebi.rank(Series([1.0], start="2018"))
    with pytest.raises(KebiError, match="pass an array with one row a series"):
        kebi.rank(np.array([1.0, 2.0]))
    with pytest.raises(KebiError, match="no indicator '投资'"):
        panel_of(LEVELS).select(indicators=["投资"]).rank()
    with pytest.raises(KebiError, match="pass decimals"):
        kebi.rank(LEVELS, bounds=True)
    assert kebi.rank(np.zeros((0, 5))).shape == (0, 5)


def test_settings_of_another_kind_are_refused_in_a_sentence():
    wide = {"year": ["2018", "2019"], "total": ["1.0", "2.0"], "part": ["0.5", "0.6"]}
    for call, message in [
        (lambda: kebi.share(wide, "total", growth_decimals=1), "growth_decimals are not options of a wide frame"),
        (lambda: kebi.rank(LEVELS, decimals="1"), "decimals must be an integer, such as 1, or a list"),
        (lambda: kebi.rank(LEVELS, decimals=1.5), "decimals must be an integer, such as 1, or a list"),
        (lambda: kebi.rank(wide, decimals="1"), "decimals must be an integer, such as 1: found '1'"),
        (lambda: kebi.increment(LEVELS, LEVELS, growth_decimals="1"), "decimals must be an integer"),
        (lambda: kebi.rank(LEVELS, lowest_first="yes"), "lowest_first is True or False: found 'yes'"),
        (lambda: panel_of(LEVELS).rank(lowest_first="yes"), "lowest_first is True or False: found 'yes'"),
    ]:
        with pytest.raises(KebiError, match=message):
            call()
