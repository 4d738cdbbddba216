"""Long tables as they come: months, names and columns told in many ways, and what no table can hold."""

from __future__ import annotations

import datetime
import itertools
import sys

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


UNITS = ["Y", "M", "D", "h", "3h", "m", "s", "ms", "us", "ns"]


@pytest.mark.parametrize("unit", UNITS)
def test_dates_are_counted_in_any_unit_before_and_after_1970(unit):
    years = np.arange("1960", "1981", dtype="datetime64[Y]")
    column = (years if unit == "Y" else years + np.timedelta64(11, "M")).astype(f"datetime64[{unit}]")
    frame = {"region": ["a"] * 21, "indicator": ["x"] * 21, "period": column, "value": 2.0 ** np.arange(21)}
    np.testing.assert_array_equal(kebi.year_over_year(frame), [np.nan] + [100] * 20)


@pytest.mark.parametrize("column", [
    np.array(["0000-12-31", "2019-01-01"], dtype="datetime64[D]"),
    np.array([2**40, 0]).view("datetime64[M]"),
    np.array([-(2**62), 0]).view("datetime64[s]"),
    np.array([99_999, 201_906]), np.array([2019, 201_906]), np.array([201_906, 2019]), np.array([-201_906, 201_906]),
    np.array([2**63, 201_906], dtype=np.uint64), np.array([1000_01, 0]),
], ids=str)
def test_far_dates_and_numbers_that_are_no_months_are_refused(column):
    frame = {"region": ["a", "a"], "indicator": ["x", "x"], "period": column, "value": [1.0, 2.0]}
    for take in (kebi.year_over_year, Panel.from_frame):
        with pytest.raises(KebiError, match="lie in the years 1 to 9999|one of both in a column: found "):
            take(frame)


@pytest.mark.parametrize("dtype", [">M8[us]", ">M8[D]", "<M8[s]", ">i4", ">i8"])
def test_the_order_of_bytes_is_of_no_matter(dtype):
    months = np.array([201806, 201906, 201907]) if "i" in dtype else np.array(["2018-06", "2019-06", "2019-07"], "M8[D]")
    frame = {**ROWS, "period": months.astype(dtype)}
    np.testing.assert_array_equal(kebi.year_over_year(frame), [np.nan, 100, np.nan])
    assert [str(p) for p in Panel.from_frame(frame).periods][-1] == "2019-07"


@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
@pytest.mark.parametrize("order", [[0, 1, 2], [2, 0, 1]])
def test_a_category_that_says_nothing_is_no_name(blank, order):
    names = pd.Categorical(["a", "a", blank])
    frame = pd.DataFrame({**ROWS, "region": names}).iloc[order]
    with pytest.raises(KebiError, match="is empty"):
        kebi.year_over_year(frame)
    unused = frame.assign(region=pd.Categorical(["a"] * 3, categories=[blank, "a"]))
    assert np.isfinite(kebi.year_over_year(unused)).sum() == 1


@pytest.mark.parametrize("order", ["as it stands", "by month", "shuffled"])
def test_regions_with_indicators_of_their_own_are_taken_in_every_order(order):
    rows = [(r, t) for r in range(3000) for t in range(24)]
    if order == "by month":
        rows.sort(key=lambda row: row[1])
    elif order == "shuffled":
        rows = [rows[i] for i in np.random.default_rng(1).permutation(len(rows))]
    region, month = map(np.array, zip(*rows, strict=True))
    table = {"region": region, "indicator": region, "period": 201801 + month // 12 * 100 + month % 12, "value": 100.0 + month}
    found = kebi.year_over_year(table)
    np.testing.assert_allclose(found, np.where(month < 12, np.nan, (100.0 + month) / (88 + month) * 100 - 100), atol=1e-9)


LONG = [(f"{r}地", f"{k}业", np.datetime64("2015-01") + t, 100.0 + (r * 7 + k * 3 + t * t) % 91)
        for r in range(5) for k in range(4) for t in range(40) if (r + k + t) % 11]


@pytest.mark.parametrize("names", ["str", "object", "category", "polars", "arrow"])
@pytest.mark.parametrize("order", ["as it stands", "by month", "by indicator", "shuffled"])
def test_growth_beside_a_table_does_not_depend_on_how_its_rows_stand(names, order):
    rows = LONG
    if order == "by month":
        rows = sorted(LONG, key=lambda row: row[2])
    elif order == "by indicator":
        rows = sorted(LONG, key=lambda row: row[1])
    elif order == "shuffled":
        rows = [LONG[i] for i in np.random.default_rng(2).permutation(len(LONG))]
    known = {row[:3]: row[3] for row in LONG}
    expected = [(v / known.get((r, k, t - 12), np.nan) - 1) * 100 for r, k, t, v in rows]
    region, indicator, period, value = zip(*rows, strict=True)
    columns = {"region": region, "indicator": indicator, "period": np.array(period), "value": value}
    if names == "polars":
        frame = pl.DataFrame({**columns, "period": columns["period"].astype("datetime64[D]")})
    elif names == "arrow":
        frame = pa.table({**columns, "period": columns["period"].astype("datetime64[D]")})
    else:
        frame = pd.DataFrame(columns).astype({"region": names, "indicator": names})
    np.testing.assert_allclose(kebi.year_over_year(frame), expected, rtol=0, atol=1e-9)


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


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"])
@pytest.mark.parametrize("order", [lambda region, month: region, lambda region, month: month], ids=["region", "month"])
def test_names_in_whole_numbers_of_any_width_give_the_same_growth(dtype, order):
    region, month = (each.ravel() for each in np.indices((100, 200)))
    level = 100.0 + region + month
    rows = np.argsort(order(region, month), kind="stable")
    frame = pd.DataFrame({"region": region, "indicator": 7, "period": (2000 + month // 12) * 100 + month % 12 + 1,
                          "value": level}).iloc[rows]
    growth = np.where(month < 12, np.nan, (level / (level - 12) - 1) * 100)[rows]
    narrow = frame.astype({"region": dtype, "indicator": dtype})
    np.testing.assert_allclose(kebi.year_over_year(narrow), growth, rtol=0, atol=1e-9)
    np.testing.assert_allclose(kebi.year_over_year(narrow, frequency="month"), growth, rtol=0, atol=1e-9)


def test_numbers_of_64_bits_without_a_sign_keep_their_values():
    frame = pd.DataFrame({**ROWS, "region": np.array([2**64 - 1, 2**64 - 1, 5], dtype=np.uint64)})
    assert [str(each) for each in Panel.from_frame(frame).regions] == [str(2**64 - 1), "5"]


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
            from kebi.frames.columns import distinct_cells

            codes, found = distinct_cells(told)
            assert [found[k] for k in codes] == names


NO_GOOD = [
    ({"value": [1.0, float("inf"), 2.0]}, "must be a number below"),
    ({"value": [True, False, True]}, "found a column of bool"),
    ({"value": [1, 2**60, 3]}, "too large for any statistic"),
    ({"value": pd.Series([1, 10**400, 3], dtype=object)}, "too large for any statistic"),
    ({"region": ["a", None, "a"]}, "is empty"),
    ({"region": pd.Categorical(["a", None, "b"])}, "is empty"),
    ({"region": ["a", " ", "a"]}, "is empty"),
    ({"indicator": pd.Series(["x", "", "x"], dtype=object)}, "is empty"),
    ({"period": pd.to_datetime(["2018-06", None, "2019-07"])}, "no date"),
    ({"period": pd.PeriodIndex(["2018-06", None, "2019-07"], freq="M")}, "needs a span"),
    ({"period": ["2018-06", None, "2019-07"]}, "is empty"),
    ({"period": ["2018-06", "2019Q2", "2019-07"]}, "a table of one frequency"),
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
    with pytest.raises(KebiError, match="check the years"):
        Panel.from_frame(many)
    assert np.isnan(kebi.year_over_year(many)).all()


@pytest.mark.parametrize("seed", range(6))
def test_rows_that_tell_a_figure_again_or_lack_it_grow_alike_on_the_quick_path_and_in_a_panel(seed):
    chance = np.random.default_rng(seed)
    levels = {(r, y): float(chance.integers(-20, 200)) for r in "ab" for y in (2018, 2019)}
    rows = [(r, y, level) for (r, y), level in levels.items()]
    for k in chance.integers(0, 4, size=2):  # told again, or lacking there
        rows.append((*rows[k][:2], np.nan if chance.random() < 0.7 else rows[k][2]))
    for order in itertools.permutations(rows):
        frame = {"region": [r for r, _, _ in order], "indicator": ["x"] * 6, "period": [y for _, y, _ in order],
                 "value": [v for _, _, v in order]}
        panel = Panel.from_frame(frame).year_over_year()
        found = kebi.year_over_year(frame)
        np.testing.assert_array_equal(found, np.array([panel[r, "x"][str(y)] for r, y, _ in order], dtype=float))
        lo, hi = kebi.year_over_year(frame, bounds=True)
        np.testing.assert_array_equal(np.isnan(found), np.isnan(lo))
        assert ((lo <= found) & (found <= hi))[~np.isnan(found)].all()


def test_figures_told_twice_and_differently_are_named():
    rows = {"region": ["甲", "甲", "乙"], "indicator": ["出口"] * 3, "period": ["2019-06", "2019-06", "2019-06"],
            "value": [1.0, 2.0, 3.0]}
    with pytest.raises(KebiError, match=r"row 1 gives 出口 of 甲 for 2019-06 a second time, and differently"):
        kebi.year_over_year(rows)


def test_a_february_told_alone_is_not_taken_for_january_and_february_together():
    frame = {"region": ["a"] * 3, "indicator": ["x"] * 3, "period": ["2018-02", "2018-03", "2019-01..2019-02"], "value": [2.0, 3.0, 4.0]}
    for take in (Panel.from_frame, kebi.year_over_year):
        with pytest.raises(KebiError, match="February of 2018 is published alone"):
            take(frame, frequency="month") if take is Panel.from_frame else take(frame)


def test_what_has_no_base_above_zero_has_no_comparable_base_and_no_growth_over_two_years():
    assert np.isnan(kebi.comparable_base(np.array([5.0]), np.array([-200.0]), start="2019")).all()
    assert kebi.comparable_base(np.array([-5.0]), np.array([-150.0]), start="2019")[0] == 10
    lo, hi = kebi.comparable_base(np.array([5.0]), np.array([-200.0]), start="2019", bounds=True, decimals=0)
    assert np.isnan(lo).all() and np.isnan(hi).all()
    for function in (kebi.interval_growth, kebi.two_year_average):
        found = function(np.array([-200.0, -200.0]), frequency="year")
        assert np.isnan(found).all()
        assert np.isnan(function(np.array([-200.0, -200.0]), frequency="year", bounds=True, decimals=0).lo).all()


def test_none_among_floats_does_not_change_how_other_indicators_count_as_printed():
    table = {"region": ["东"] * 4, "indicator": ["甲", "甲", "乙", "乙"], "period": ["2018", "2019"] * 2,
             "value": [100.0, 101.0, 50.0, 51.5]}
    gap = {name: [*cells, more] for (name, cells), more in zip(table.items(), ("东", "乙", "2017", None), strict=True)}
    for whole, gapped in zip(kebi.year_over_year(table, bounds=True), kebi.year_over_year(gap, bounds=True), strict=True):
        np.testing.assert_array_equal(whole, gapped[:4])


def test_texts_of_pandas_are_read_without_pyarrow(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    texts = pd.StringDtype("python")
    frame = pd.DataFrame({
        "region": pd.array(["东", "东"], dtype=texts), "indicator": pd.array(["甲", "甲"], dtype=texts),
        "period": pd.array(["2018", "2019"], dtype=texts), "value": [100.0, 110.0],
    })
    assert kebi.year_over_year(frame)[1] == pytest.approx(10)
    assert kebi.year_over_year(frame[["period", "value"]])["value"][1] == pytest.approx(10)


def test_a_new_table_does_not_write_over_a_column_of_names():
    months = [f"2019-{month:02}" for month in range(1, 13)]
    table = {"value": ["东"] * 12, "what": ["甲"] * 12, "when": months, "figure": list(range(12))}
    with pytest.raises(KebiError, match="another column has the same name: rename that one"):
        kebi.to_frequency(table, "quarter", region="value", indicator="what", period="when", value="figure")
