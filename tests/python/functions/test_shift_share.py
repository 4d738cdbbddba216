"""Shift-share over every kind of table: three components that make the change."""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi
from kebi import KebiError, Panel, Series

REGIONS, INDUSTRIES, SPANS = ["东", "中", "西"], ["工业", "建筑业"], ["2016", "2017", "2018"]
RANDOM = np.random.default_rng(5)
FIGURES = np.round(RANDOM.uniform(20, 90, (3, 2, 3)), 1)  # regions x industries x spans
BEFORE, AFTER = FIGURES[:, :, 0], FIGURES[:, :, 2]
KINDS = [dict, pd.DataFrame, pl.DataFrame, pa.table]


def by_definition(before, after):
    """The components out of exact sums."""
    base, now = sum(map(sum, before)), sum(map(sum, after))
    own = [(sum(r[k] for r in before), sum(r[k] for r in after)) for k in range(len(before[0]))]
    return [[[made(before[r][k], after[r][k], base, now, *own[k]) for k in range(len(before[0]))] for r in range(len(before))]
            for made in (lambda x, _, b, n, i, j: x * (n / b - 1), lambda x, _, b, n, i, j: x * (j / i - n / b),
                         lambda x, y, b, n, i, j: y - x * j / i)]


def fractions(table):
    return [[Fraction(str(x)) for x in row] for row in table]


def long_of():
    rows = list(itertools.product(range(3), range(2), range(3)))[::-1]
    return {"region": [REGIONS[r] for r, _, _ in rows], "indicator": [INDUSTRIES[k] for _, k, _ in rows],
            "period": [SPANS[t] for _, _, t in rows], "value": [f"{FIGURES[r, k, t]:.1f}" for r, k, t in rows]}


def wide_of():
    rows = list(itertools.product(range(3), range(3)))
    return {"region": [REGIONS[r] for r, _ in rows], "year": [SPANS[t] for _, t in rows],
            **{name: [FIGURES[r, k, t] for r, t in rows] for k, name in enumerate(INDUSTRIES)}}


EXPECTED = np.array(by_definition(fractions(BEFORE), fractions(AFTER)), dtype=float)


def ends_of(components):
    return np.stack([(each.lo, each.hi) for each in components])


def same(found, expected):
    np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-10)


def test_the_components_are_those_of_exact_fractions_and_make_the_change():
    parts = kebi.shift_share(BEFORE, AFTER)
    same(parts, EXPECTED)
    same(sum(parts), AFTER - BEFORE)
    assert parts.national.sum() == pytest.approx(AFTER.sum() - BEFORE.sum())


def test_shift_share_says_the_same_of_every_kind_of_table():
    lo, hi = ends_of(kebi.shift_share(BEFORE, AFTER, bounds=True, decimals=1)).transpose(1, 0, 2, 3)
    assert np.all(lo <= EXPECTED + 1e-9) and np.all(EXPECTED <= hi + 1e-9)
    panel = Panel.from_frame(long_of())
    at = np.ix_([panel.regions.index(r) for r in REGIONS], [panel.indicators.index(k) for k in INDUSTRIES])
    for each, expected, low, high in zip(kebi.shift_share(panel, "2016", "2018"), EXPECTED, lo, hi, strict=True):
        assert isinstance(each, Panel)
        assert [str(p) for p in each.periods] == ["2018"]
        same(each.values[:, :, 0][at], expected)
        same(each.lo[:, :, 0][at], low)
        same(each.hi[:, :, 0][at], high)
    for to in KINDS:
        frame, table = to(wide_of()), to(long_of())
        for each, expected in zip(kebi.shift_share(frame, 2016, 2018, period="year"), EXPECTED, strict=True):
            assert type(each) is type(frame)
            assert list(each["region"] if to is not pa.table else each["region"].to_pylist()) == REGIONS
            assert set(each["year"] if to is not pa.table else each["year"].to_pylist()) == {"2018"}
            same(np.stack([np.asarray(each[k], float) for k in INDUSTRIES], axis=1), expected)
        for made, ends in ((kebi.shift_share(table, "2016", "2018"), EXPECTED),
                           ([each.hi for each in kebi.shift_share(table, "2016", "2018", bounds=True)], hi)):
            for each, expected in zip(made, ends, strict=True):
                block = np.asarray(each)[::-1].reshape(3, 2, 3)
                same(block[:, :, 2], expected)
                assert np.isnan(block[:, :, :2]).all()


def test_the_components_go_into_arrays_given_for_them():
    panel = Panel.from_frame({k: v[::-1] for k, v in long_of().items()})
    for table, more in ((panel, ("2016", "2018")), (BEFORE, (AFTER,))):
        out = np.empty((3, 3, 2))
        made = kebi.shift_share(table, *more, out=tuple(out))
        assert made.industry.base is out
        same(out, EXPECTED)
    ends = np.empty((3, 2, 3, 2))
    kebi.shift_share(panel, "2016", "2018", bounds=True, out=[tuple(pair) for pair in ends])
    same(ends, ends_of(kebi.shift_share(BEFORE, AFTER, bounds=True, decimals=1)))


def test_bounds_hold_the_components_of_every_print_and_are_met_at_corners():
    before, after = [["20.1", "35.4"], ["61.7", "18.9"]], [["24.0", "33.3"], ["70.2", "21.6"]]
    half = Fraction(1, 20)
    lo, hi = ends_of(kebi.shift_share(np.array(before, float), np.array(after, float), bounds=True, decimals=1)).transpose(
        1, 0, 2, 3)
    printed = [Fraction(x) for table in (before, after) for row in table for x in row]
    least, most = np.full((3, 2, 2), np.inf), np.full((3, 2, 2), -np.inf)
    for signs in itertools.product((-1, 1), repeat=8):
        at = [x + s * half for x, s in zip(printed, signs, strict=True)]
        found = np.array(by_definition([at[:2], at[2:4]], [at[4:6], at[6:]]), dtype=float)
        least, most = np.minimum(least, found), np.maximum(most, found)
    same(lo, least)
    same(hi, most)


def test_what_shift_share_cannot_be_taken_of_is_refused():
    panel = Panel.from_frame(long_of())
    zero = np.where(np.arange(2) == 1, 0.0, BEFORE)
    for arguments, sentence in [
        ((BEFORE,), "two arrays"),
        ((BEFORE, AFTER[:2]), "same regions and industries"),
        ((BEFORE, "2018"), "two arrays"),
        ((np.where(BEFORE == BEFORE[0, 0], np.nan, BEFORE), AFTER), "every value of both periods"),
        ((zero, AFTER), "column 1 has a base of zero"),
        ((np.zeros((0, 2)), np.zeros((0, 2))), "these arrays have none"),
        ((BEFORE.astype(object), AFTER), "an array must hold numbers"),
        ((panel, "2016"), "two periods"),
        ((panel, "2016", "2016"), "2016 twice"),
        ((panel, "2016", "2020"), "no period 2020"),
        ((panel.year_over_year(), "2017", "2018"), "levels"),
        ((Series([1.0, 2.0], start="2016"), "2016", "2017"), "regions and industries"),
    ]:
        with pytest.raises(KebiError, match=sentence):
            kebi.shift_share(*arguments)
    gone = {k: v[1:] for k, v in long_of().items()}
    with pytest.raises(KebiError, match="建筑业 of 西 is absent in 2018"):
        kebi.shift_share(gone, "2016", "2018")
    with pytest.raises(KebiError, match="decimals"):
        kebi.shift_share(BEFORE, AFTER, bounds=True)
    with pytest.raises(KebiError, match="one number for all"):
        kebi.shift_share(BEFORE, AFTER, decimals="1")
    with pytest.raises(KebiError, match="three arrays"):
        kebi.shift_share(BEFORE, AFTER, out=np.empty((3, 2)))
    block = np.empty((3, 2))
    with pytest.raises(KebiError, match="overlap"):
        kebi.shift_share(BEFORE, AFTER, out=(block, block, np.empty((3, 2))))
    with pytest.raises(KebiError, match="contiguous"):
        kebi.shift_share(BEFORE, AFTER, out=tuple(np.empty((3, 3, 4))[:, :, :2]))
    with pytest.raises(KebiError, match="no column 'region'"):
        kebi.shift_share({"year": SPANS, "工业": [1.0, 2.0, 3.0]}, "2016", "2017")


def test_arrays_of_other_regions_or_industries_are_refused() -> None:
    before, after = np.full((4, 2), 50.0), np.full((4, 2), 60.0)
    for other in (after[:3], after[:, :1]):
        with pytest.raises(kebi.KebiError, match=r"compares the same regions and industries: found \(4, 2\) and"):
            kebi.shift_share(before, other)
