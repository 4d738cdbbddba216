"""One block of figures as every kind of table."""

from __future__ import annotations

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

from kebi import Panel, Series

FRAMES = (dict, pd.DataFrame, pl.DataFrame, pa.table)
MONTHS = [f"{2017 + t // 12}-{t % 12 + 1:02}" for t in range(36)]


def block(seed, low, high, gaps=True):
    """Two series of 36 months with one decimal, some of them missing."""
    random = np.random.default_rng(seed)
    figures = np.round(random.uniform(low, high, (2, 36)), 1)
    if gaps:
        figures[random.random((2, 36)) < 0.08] = np.nan
    return figures


LEVELS, RATES, WHOLES = block(1, 50, 150), block(2, -5, 9), block(3, 900, 990)
FULL = block(4, 50, 150, gaps=False)
TO_DATE = np.cumsum(FULL.reshape(2, 3, 12), axis=2).reshape(2, 36).round(1)


def panel_of(figures, frequency="month", measure="level"):
    long = long_of(figures)
    made = Panel.from_frame(long, frequency=frequency, decimals=1)
    return made.as_growth() if measure == "growth" else made


def long_of(figures, **more):
    """The rows of a block, last ones first, with its gaps as rows of nothing."""
    rows = [(r, t) for r in range(2) for t in range(36)][::-1]
    return {
        "region": ["甲乙"[r] for r, _ in rows],
        "indicator": ["产值"] * 72,
        "period": [MONTHS[t] for _, t in rows],
        "value": [figures[r, t] for r, t in rows],
        **{name: [other[r, t] for r, t in rows] for name, other in more.items()},
    }


def wide_of(figures):
    return {"period": MONTHS, "甲": figures[0], "乙": figures[1]}


def row_order(result):
    """The block of a column that stands beside the rows of `long_of`."""
    return np.asarray(result, dtype=float)[::-1].reshape(2, 36)


def rows_of(panel):
    """The block of a panel, 甲 first."""
    order = [panel.regions.index(r) for r in "甲乙"]
    return panel.values[order, 0], panel.lo[order, 0], panel.hi[order, 0]


def same(found, expected):
    np.testing.assert_allclose(found, expected, rtol=1e-13, atol=1e-12, equal_nan=True)


def wide_block(table):
    """The block of a wide frame of any kind, 甲 first."""
    return np.array([[np.nan if v is None else v for v in np.asarray(table[head]).tolist()] for head in "甲乙"], dtype=float)


def check_every_kind(function, tables, values, lo, hi, *, frequency="month", measures=None, frequencies=None):
    """Ask a function of tables that go together for one answer, whatever kind they are of.

    `tables` are blocks with one decimal, `measures` what they hold and `frequencies` of what spans.
    """
    measures, frequencies = measures or ["level"] * len(tables), frequencies or [frequency] * len(tables)
    known = np.isfinite(values)
    assert known.any()
    assert np.all((lo <= values)[known & np.isfinite(lo)]) and np.all((values <= hi)[known & np.isfinite(hi)])
    first, *others = tables
    # arrays, with bounds and into given ones
    how = {"start": MONTHS[0], "frequency": frequency}
    same(function(first, *others, **how), values)
    same(function(first[0], *(other[0] for other in others), **how), values[0])
    for found, expected in zip(function(first, *others, bounds=True, decimals=1, **how), (lo, hi), strict=True):
        same(found, expected)
    memory = np.full((2, 40), -1.0)
    out = memory[:, 2:38]
    assert function(first, *others, out=out, **how) is out
    same(out, values)
    assert np.all(memory[:, [0, 1, 38, 39]] == -1)
    ends = np.empty((2, 36)), np.empty((2, 36))
    function(first, *others, bounds=True, decimals=1, out=ends, **how)
    same(ends[0], lo)
    same(ends[1], hi)
    # panels and series
    panels = [panel_of(t, f, m) for t, f, m in zip(tables, frequencies, measures, strict=True)]
    made = function(*panels)
    for found, expected in zip(rows_of(made), (values, lo, hi), strict=True):
        same(found, expected)
    cube = np.empty((2, 1, 36))
    function(*panels, out=cube)
    same(cube, made.values)
    one = function(*(panel["甲", "产值"] for panel in panels))
    assert isinstance(one, Series)
    for found, expected in zip((one.values, one.lo, one.hi), (values, lo, hi), strict=True):
        same(found, expected[0])
    # wide and long frames
    for to in FRAMES:
        wide = [to(wide_of(table)) for table in tables]
        same(wide_block(function(*wide, frequency=frequency)), values)
        for found, expected in zip(function(*wide, frequency=frequency, bounds=True, decimals=1), (lo, hi), strict=True):
            same(wide_block(found), expected)
        names = {f"column {i}": other for i, other in enumerate(others)}
        beside = row_order(function(to(long_of(first, **names)), *names, frequency=frequency))
        shown = known & ~np.isnan(first)
        same(beside[shown], values[shown])
