"""Long tables as they come: months, names and columns told in many ways, and what no table can hold."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi
from kebi import KebiError, Panel

ROWS = {"region": ["a", "a", "b"], "indicator": ["x"] * 3, "period": ["2018-06", "2019-06", "2019-07"],
        "value": [1.0, 2.0, 3.0]}


@pytest.mark.parametrize("column", [
    pd.to_datetime(ROWS["period"]).tz_localize("Asia/Shanghai"),
    pd.PeriodIndex(ROWS["period"], freq="M"),
    [201806, 201906, 201907],
    pd.array([201806, 201906, 201907], dtype="Int64"),
    [datetime.date(2018, 6, 1), datetime.date(2019, 6, 30), datetime.date(2019, 7, 31)],
    ["2018-06-01", "2019-06-30", "2019-07-31"],
], ids=["zone", "periods", "numbers", "nullable", "dates", "texts"])
def test_months_are_told_in_many_ways(column):
    frame = pd.DataFrame({**ROWS, "period": column})
    np.testing.assert_array_equal(kebi.year_over_year(frame), [np.nan, 100, np.nan])
    assert [str(p) for p in Panel.from_frame(frame).periods][-1] == "2019-07"


@pytest.mark.parametrize("to", [pl.DataFrame, pa.table])
def test_the_month_of_a_time_with_a_zone_is_that_of_its_place(to):
    shanghai = datetime.timezone(datetime.timedelta(hours=8))
    times = [datetime.datetime(2018, 6, 1), datetime.datetime(2019, 6, 1), datetime.datetime(2019, 7, 1)]
    if to is pl.DataFrame:
        frame = to({**ROWS, "period": times}).with_columns(pl.col("period").dt.replace_time_zone("Asia/Shanghai"))
    else:
        aware = [t.replace(tzinfo=shanghai) for t in times]
        frame = to({**ROWS, "period": pa.array(aware, pa.timestamp("us", tz="+08:00"))})
    np.testing.assert_array_equal(kebi.year_over_year(frame), [np.nan, 100, np.nan])


@pytest.mark.parametrize("names", [
    pd.Categorical(["a", "a", "b"], categories=["unused", "b", "a"]),
    pd.Series(["a", "a", "b"], dtype=object),
    pd.array(["a", "a", "b"], dtype="string"),
    [-7, -7, 5],
    [2**62, 2**62, 5],
    [1.5, 1.5, 2.5],
    np.array([1, 1, 2], dtype=np.uint8),
], ids=["categories", "objects", "strings", "below zero", "huge", "floats", "bytes"])
def test_names_are_told_in_many_ways(names):
    frame = pd.DataFrame({**ROWS, "region": names})
    np.testing.assert_array_equal(kebi.year_over_year(frame), [np.nan, 100, np.nan])
    assert len(Panel.from_frame(frame).regions) == 2


@pytest.mark.parametrize("to", [
    lambda f: pl.DataFrame(f).with_columns(pl.col("region").cast(pl.Categorical)),
    lambda f: pl.DataFrame(f).with_columns(pl.col("region").cast(pl.Enum(["z", "b", "a"]))),
    lambda f: pl.concat([pl.DataFrame(f)[:1], pl.DataFrame(f)[1:]], rechunk=False),
    lambda f: pa.concat_tables([pa.table(f).slice(0, 1), pa.table(f).slice(1)]),
    lambda f: pa.table({**f, "region": pa.array(f["region"]).dictionary_encode()}),
    lambda f: pa.table({**f, "region": pa.array(f["region"], pa.large_string())}),
    lambda f: pa.table({**f, "region": pa.array([r + " with a long name" for r in f["region"]], pa.string_view())}),
    lambda f: pl.DataFrame({**f, "region": [r + " with a long name" for r in f["region"]]}),
], ids=["categorical", "enum", "chunks", "arrow chunks", "dictionary", "large", "views", "long names"])
def test_columns_are_read_whatever_their_layout(to):
    np.testing.assert_array_equal(kebi.year_over_year(to(ROWS)), [np.nan, 100, np.nan])


def test_runs_of_equal_names_are_told_from_runs_of_like_ones():
    # Blocks of 16 and more, broken by names of the same length, in and between chunks.
    random = np.random.default_rng(5)
    names = np.repeat(random.choice(["ab", "ba", "a", "aab", "abab", "长", "b"], 80), random.integers(1, 70, 80)).tolist()
    for column in (pa.array(names), pa.array(names, pa.large_string()), pa.array(names, pa.string_view())):
        for told in (pa.chunked_array([column]), pa.chunked_array([column.slice(0, 700), column.slice(700)])):
            from kebi import _columns

            codes, found = _columns.distinct(told)
            assert [found[k] for k in codes] == names


NO_GOOD = [
    ({"value": [1.0, float("inf"), 2.0]}, "must be a number below"),
    ({"value": [True, False, True]}, "found a column of bool"),
    ({"value": [1, 2**60, 3]}, "too large for any statistic"),
    ({"value": pd.Series([1, 10**400, 3], dtype=object)}, "too large for any statistic"),
    ({"region": ["a", None, "a"]}, "is empty"),
    ({"region": pd.Categorical(["a", None, "b"])}, "is empty"),
    ({"period": pd.to_datetime(["2018-06", None, "2019-07"])}, "no date"),
    ({"period": pd.PeriodIndex(["2018-06", None, "2019-07"], freq="M")}, "needs a span"),
    ({"period": ["2018-06", None, "2019-07"]}, "is empty"),
    ({"period": ["2018-06", "2019Q2", "2019-07"]}, "one frequency was expected"),
    ({"period": ["2018-06", "2019-13-01", "2019-07"]}, "row 1"),
    ({"period": [201806, 201913, 201907]}, "look like 201906"),
]


@pytest.mark.parametrize(("wrong", "sentence"), NO_GOOD)
@pytest.mark.parametrize("take", [Panel.from_frame, kebi.year_over_year], ids=["panel", "growth"])
def test_what_a_long_table_cannot_hold_is_said(take, wrong, sentence):
    with pytest.raises(KebiError, match=sentence):
        take(pd.DataFrame({**ROWS, **wrong}))


def test_two_columns_of_one_name_are_refused_and_far_years_too():
    frame = pd.DataFrame(ROWS)
    with pytest.raises(KebiError, match="two columns"):
        kebi.year_over_year(pd.concat([frame, frame[["value"]]], axis=1))
    many = {"region": [str(i) for i in range(3000)], "indicator": ["x"] * 3000,
            "period": ["0219-06"] + ["2019-06"] * 2999, "value": [1.0] * 3000}
    with pytest.raises(KebiError, match="look for a wrong year"):
        Panel.from_frame(many)
    assert np.isnan(kebi.year_over_year(many)).all()
