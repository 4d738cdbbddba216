"""Figures that were published anew: what was known, revisions, growth across releases, on every kind of table."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi
from kebi import KebiError, Panel, ReleaseHistory, Series

KINDS = [dict, pd.DataFrame, pl.DataFrame, pa.table]
# 某市地区生产总值, as two yearbooks tell it: the census of 2018 took 343.9 away.
TOLD = [("2019-03-20", "2017", "4800.5"), ("2019-03-20", "2018", "5107.6"),
        ("2020-03-20", "2018", "4763.7"), ("2020-03-20", "2019", "5133.4"), ("2020-12-01", "2019", "5133.4")]
EARLY = Series(["4800.5", "5107.6"], start="2017", indicator="产值", vintage="2019-03-20")
LATE = Series(["4763.7", "5133.4"], start="2018", indicator="产值", vintage="2020-03-20")


def long_of(told=TOLD, dates=lambda text: text, series=True):
    rows = told[::-1]
    named = {"region": ["甲"] * len(rows), "indicator": ["产值"] * len(rows)} if series else {}
    return {**named, "period": [p for _, p, _ in rows], "value": [v for *_, v in rows],
            "published": [dates(d) for d, *_ in rows]}


def cells_of(table, name):
    column = table[name]
    return column.to_pylist() if hasattr(column, "to_pylist") else list(column)


def known_at(table):
    return dict(zip(map(str, cells_of(table, "period")), map(float, cells_of(table, "value")), strict=True))


AT = {"2019-12-31": {"2017": 4800.5, "2018": 5107.6}, "2020-06": {"2017": 4800.5, "2018": 4763.7, "2019": 5133.4},
      "2026": {"2017": 4800.5, "2018": 4763.7, "2019": 5133.4}}


@pytest.mark.parametrize("to", KINDS)
@pytest.mark.parametrize("dates", [str, datetime.date.fromisoformat, lambda d: d[:7], lambda d: d + "T08:00:00",
                                   lambda d: int(d.replace("-", "")), lambda d: np.datetime64(d)],
                         ids=["texts", "dates", "months", "times", "numbers", "numpy"])
def test_of_a_long_frame_the_rows_are_those_known_on_the_date(to, dates):
    if to in (pl.DataFrame, pa.table) and isinstance(dates("2019-03-20"), np.datetime64):
        dates = datetime.date.fromisoformat
    frame = to(long_of(dates=dates))
    for date, expected in AT.items():
        known = kebi.as_of(frame, date)
        assert type(known) is type(frame)
        assert known_at(known) == expected
        assert set(cells_of(known, "region")) == {"甲"}
    with pytest.raises(KebiError, match="no release by 2018"):
        kebi.as_of(frame, "2018")
    assert known_at(kebi.as_of(frame, datetime.date(2020, 3, 31))) == AT["2026"]


def in_shanghai(kind):
    """Return the long table with times of publication late in the evening at Greenwich, the next morning in Shanghai."""
    late = [datetime.datetime.fromisoformat(d).replace(hour=20, tzinfo=datetime.timezone.utc) for d, *_ in TOLD[::-1]]
    rows = {name: cells for name, cells in long_of().items() if name != "published"}
    if kind == "polars":
        return pl.DataFrame({**rows, "published": pl.Series(late).dt.convert_time_zone("Asia/Shanghai")})
    if kind == "arrow":
        return pa.table({**rows, "published": pa.array(late, pa.timestamp("us", tz="Asia/Shanghai"))})
    frame = pd.DataFrame({**rows, "published": pd.to_datetime(late, utc=True).tz_convert("Asia/Shanghai")})
    return frame.astype({"published": "timestamp[us, tz=Asia/Shanghai][pyarrow]"}) if kind == "pandas of arrow" else frame


@pytest.mark.parametrize("kind", ["pandas", "pandas of arrow", "polars", "arrow"])
def test_a_time_of_publication_with_a_zone_is_of_the_day_of_its_place(kind):
    frame = in_shanghai(kind)
    with pytest.raises(KebiError, match="no release by 2019-03-20"):
        kebi.as_of(frame, "2019-03-20")
    assert known_at(kebi.as_of(frame, "2019-03-21")) == AT["2019-12-31"]
    told = kebi.revision(frame)
    days = [str(cell)[:10] for cell in cells_of(told, "published")]
    assert sorted(days) == ["2019-03-21", "2019-03-21", "2020-03-21", "2020-03-21", "2020-12-02"]
    assert [str(cell)[:10] for cell in cells_of(kebi.as_of(frame, "2019-03-21"), "published")] == ["2019-03-21"] * 2
    last = kebi.as_of(frame, "2026")
    with pytest.raises(KebiError, match="published in 2020-12-02 with 2020-12-01"):
        kebi.growth_across_releases(last, last, base_vintage="2020-12-01")


@pytest.mark.parametrize("to", KINDS)
def test_what_was_known_of_one_series_needs_no_names(to):
    frame = to(long_of(series=False))
    assert known_at(kebi.as_of(frame, "2020-06")) == AT["2026"]
    table = kebi.revision(frame)
    names = table.column_names if to is pa.table else table.columns if to is pl.DataFrame else table
    assert list(names) == ["period", "published", "value", "change", "change_percent"]


def test_columns_of_releases_have_the_names_that_are_said():
    names = {"region": "地区", "indicator": "指标", "period": "报告期", "value": "数值", "published": "发布日期"}
    frame = pd.DataFrame({names[k]: v for k, v in long_of().items()})
    known = kebi.as_of(frame, "2019", **names)
    assert list(known.columns) == list(names.values())
    assert list(known["数值"]) == ["5107.6", "4800.5"]
    table = kebi.revision(frame, **names)
    assert list(table.columns) == ["地区", "指标", "报告期", "发布日期", "数值", "change", "change_percent"]
    others = {k: v for k, v in names.items() if k != "published"}
    assert len(kebi.growth_across_releases(known, known, published="发布日期", **others)) == 2


def test_a_month_and_the_year_to_date_that_ends_in_it_are_two_figures():
    frame = {"period": ["2019-06", "2019-01..2019-06"], "value": ["1.0", "6.0"], "published": ["2019-07"] * 2}
    assert kebi.as_of(frame, "2019")["value"] == ["1.0", "6.0"]
    assert len(kebi.revision(frame)["value"]) == 2


def test_releases_by_date_give_what_was_known_in_their_own_kind():
    wide = {"2019": {"year": ["2017", "2018"], "产值": [4800.5, 5107.6]}, "2020": {"year": ["2018", "2019"], "产值": [4763.7, 5133.4]}}
    series = kebi.as_of({"2020-03-20": LATE, "2019-03-20": EARLY}, "2020")
    assert isinstance(series, Series)
    assert dict(zip(map(str, series.periods), series.values, strict=True)) == AT["2026"]
    assert (series.vintage, series.decimals) == ("2020-03-20", 1)
    assert kebi.as_of({"2020-03-20": LATE, "2019-03-20": EARLY}, "2019")["2018"] == 5107.6
    assert kebi.as_of(ReleaseHistory({"2019": EARLY, "2020": LATE}), "2020")["2018"] == 4763.7
    for to in KINDS:
        known = kebi.as_of({date: to(each) for date, each in wide.items()}, "2020", period="year", mixed=True)
        assert type(known) is type(to(wide["2019"]))
        assert cells_of(known, "产值") == [4800.5, 4763.7, 5133.4]
    # Panels go together by their names; what a release does not tell stays.
    first = Panel.from_frame({"region": ["甲", "乙"], "indicator": ["产值"] * 2, "period": ["2018"] * 2, "value": ["10.0", "20.0"]})
    second = Panel.from_frame({"region": ["丙", "甲"], "indicator": ["产值"] * 2, "period": ["2019", "2018"], "value": ["30", "11"]})
    both = kebi.as_of({"2019": first, "2020": second}, "2020")
    assert both.regions == ["甲", "乙", "丙"]
    np.testing.assert_array_equal(both.values[:, 0], [[11, np.nan], [20, np.nan], [np.nan, 30]])
    assert both["甲", "产值"].bounds_at("2018").width == pytest.approx(1)
    assert both["乙", "产值"].bounds_at("2018").width == pytest.approx(0.1)
    # Arrays, with bounds, and into given ones.
    old, new = np.array([[1.0, 2.0, np.nan], [4.0, 5.0, np.nan]]), np.array([[np.nan, 2.5, 3.0], [np.nan, 5.0, 6.0]])
    known = np.where(np.isnan(new), old, new)
    releases = {"2019-01": old, "2019-02": new}
    np.testing.assert_array_equal(kebi.as_of(releases, "2019-02", mixed=True), known)
    np.testing.assert_array_equal(kebi.as_of(releases, "2019-01"), old)
    block = np.full((2, 9), -1.0)
    out = block[:, 3:6]
    assert kebi.as_of(releases, "2019-02", out=out, mixed=True) is out
    for wrong in (np.empty((2, 4)), np.empty((1, 3))):
        with pytest.raises(kebi.KebiError):
            kebi.as_of(releases, "2019-02", out=wrong, mixed=True)
    np.testing.assert_array_equal(out, known)
    assert (block[:, :3] == -1).all() and (block[:, 6:] == -1).all()
    lo, hi = kebi.as_of(releases, "2019-02", bounds=True, decimals=1, mixed=True)
    np.testing.assert_allclose([lo, hi], [known - 0.05, known + 0.05])


@pytest.mark.parametrize("to", [Panel.from_frame, *KINDS])
def test_a_february_told_alone_is_not_that_of_january_and_february(to):
    def release(figures):
        rows = len(figures)
        return to({"region": ["甲"] * rows, "indicator": ["产值"] * rows, "period": list(figures), "value": list(figures.values())})

    joint, march = release({"2018-01..2018-02": "9.0", "2018-03": "4.0"}), release({"2018-03": "4.5", "2018-04": "5.0"})
    within = kebi.as_of({"2018-04": joint, "2018-05": march}, "2019", bounds=True, mixed=True)
    values = [np.ravel(each if isinstance(each, np.ndarray) else each["value"])
              for each in (within.lo, within.hi)]
    np.testing.assert_allclose(np.mean(values, axis=0).astype(float), [9.0, 4.5, 5.0])
    alone = release({"2018-01": "1.0", "2018-02": "6.0"})
    for releases in ({"2018-04": joint, "2018-05": alone}, {"2018-04": alone, "2018-05": joint}):
        with pytest.raises(KebiError, match="as one figure and another gives 2018-02 alone"):
            kebi.as_of(releases, "2019")


def test_what_was_known_of_derived_figures_keeps_their_bounds():
    months = [Series(figures, start="2019-01", indicator="产值") for figures in (["1.0", "2.0"], ["1.0", "2.4", "3.0"])]
    known = kebi.as_of({"2019-03": months[0].cumulated(), "2019-04": months[1].cumulated()}, "2019-04")
    assert known["2019-01..2019-03"] == pytest.approx(6.4)
    assert known.bounds_at("2019-01..2019-03").width == pytest.approx(0.3)
    assert pickle.loads(pickle.dumps(known)).bounds_at("2019-01..2019-02").width == pytest.approx(0.2)


@pytest.mark.parametrize("to", KINDS)
def test_a_revision_table_tells_each_release_with_its_change(to):
    frame = to(long_of())
    table = kebi.revision(frame)
    assert type(table) is type(frame)
    lines = sorted(zip(*(cells_of(table, n) for n in ("period", "published", "value")), strict=True))
    assert lines == sorted((p, d, float(v)) for d, p, v in TOLD)
    changes = {(p, d): (change, percent) for p, d, change, percent in
               zip(*(cells_of(table, n) for n in ("period", "published", "change", "change_percent")), strict=True)}
    change, percent = changes["2018", "2020-03-20"]
    assert change == pytest.approx(-343.9)
    assert percent == pytest.approx(-343.9 / 51.076)
    assert changes["2019", "2020-12-01"] == (0, 0)
    first = changes["2018", "2019-03-20"]
    assert all(cell is None or np.isnan(cell) for cell in first)
    lo, hi = kebi.revision(frame, bounds=True)
    at = next(i for i, x in enumerate(cells_of(table, "change")) if x is not None and x < -1)
    assert cells_of(lo, "change")[at] == pytest.approx(-344.0)
    assert cells_of(hi, "change")[at] == pytest.approx(-343.8)
    assert cells_of(lo, "change_percent")[at] == pytest.approx((4763.65 / 5107.65 - 1) * 100)
    assert cells_of(lo, "value")[at] == pytest.approx(4763.65)


def test_revisions_of_tables_by_date_are_those_of_their_rows():
    expected = kebi.revision({k: v[1:] for k, v in long_of().items()})
    for releases in ({"2019-03-20": EARLY, "2020-03-20": LATE}, ReleaseHistory({"2019-03-20": EARLY, "2020-03-20": LATE})):
        table = kebi.revision(releases)
        assert sorted(zip(table["period"], table["published"], table["value"], strict=True)) == sorted(
            zip(expected["period"], expected["published"], expected["value"], strict=True))
        assert sorted(table["change"][~np.isnan(table["change"])]) == sorted(expected["change"][~np.isnan(expected["change"])])
        assert kebi.revision(releases, bounds=True).hi["value"][0] == pytest.approx(table["value"][0] + 0.05)
    arrays = kebi.revision({"2019": np.array([[1.0, 2.0]]), "2020": np.array([[1.0, 2.2]])}, start="2018-01")
    assert list(arrays["period"]) == ["2018-01", "2018-01", "2018-02", "2018-02"]
    np.testing.assert_allclose(arrays["change"], [np.nan, 0, np.nan, 0.2])
    panels = {date: Panel.from_frame({"region": ["甲"], "indicator": ["产值"], "period": ["2018"], "value": [value]})
              for date, value in (("2019", "-5.0"), ("2020", "3.0"))}
    table = kebi.revision(panels)
    assert table["region"] == ["甲", "甲"]
    assert table["change"][1] == 8
    assert np.isnan(table["change_percent"][1])  # on a loss there is no percent


# The same mixture on each kind: levels of the later release over bases of the earlier one.
BASES, LEVELS = np.array([[100.0] * 12]), np.array([[110.0] * 12])


def release_of(kind, year, figures, vintage):
    months = [f"{year}-{m:02}" for m in range(1, 13)]
    texts = [f"{x:.1f}" for x in figures[0]]
    if kind is Series:
        return Series(texts, start=months[0], vintage=vintage)
    long = {"region": ["甲"] * 12, "indicator": ["产值"] * 12, "period": months, "value": texts}
    if kind is Panel:
        return Panel.from_frame(long, vintage=vintage)
    if kind == "wide":
        return pd.DataFrame({"period": months, "甲": figures[0]})
    return kind({**long, "published": [vintage] * 12})


@pytest.mark.parametrize("kind", [Series, Panel, "wide", *KINDS], ids=str)
def test_growth_that_mixes_vintages_is_refused_on_every_kind_unless_asked_for(kind):
    levels, bases = release_of(kind, 2019, LEVELS, "2020-01"), release_of(kind, 2018, BASES, "2019-01")
    said = {"vintage": "2020-01", "base_vintage": "2019-01"} if kind == "wide" else {}
    with pytest.raises(KebiError, match=r"published in 2020-01 with 2019-01.*ask for mixed vintages"):
        kebi.growth_across_releases(levels, bases, **said)
    grown = kebi.growth_across_releases(levels, bases, mixed=True, **said)
    values = grown["甲"] if kind == "wide" else grown.values if isinstance(grown, (Series, Panel)) else grown
    np.testing.assert_allclose(np.asarray(values).ravel(), 10)
    same = {"vintage": "2019-01", "base_vintage": "2019-01"} if kind == "wide" else {}
    np.testing.assert_allclose(
        np.asarray(kebi.growth_across_releases(release_of(kind, 2019, LEVELS, "2019-01"), bases, **same, out=np.empty((1, 12)))), 10)
    within = kebi.growth_across_releases(levels, bases, mixed=True, bounds=True, **said)
    lo, hi = within.lo, within.hi
    lo, hi = (np.asarray(each["甲"] if kind == "wide" else each).ravel() for each in (lo, hi))
    decimals = 0 if kind == "wide" else 1
    half = 0.5 * 10.0**-decimals
    np.testing.assert_allclose(lo, ((110 - half) / (100 + half) - 1) * 100)
    np.testing.assert_allclose(hi, ((110 + half) / (100 - half) - 1) * 100)


def test_growth_across_releases_is_of_one_series():
    def one(indicator, region):
        return Series([1.0, 2.0], start="2018", indicator=indicator, region=region)

    exports = one("出口", "甲")
    for other, sentence in ((one("进口", "甲"), "indicator '出口' over '进口'"), (one("出口", "乙"), "region '甲' over '乙'")):
        with pytest.raises(KebiError, match=f"needs one series: found the {sentence}"):
            kebi.growth_across_releases(exports, other, mixed=True)
        with pytest.raises(KebiError, match="needs one series"):
            exports.growth_across_releases(other)
    for untold in (one("出口", ""), one("", "")):
        assert exports.growth_across_releases(untold)["2019"] == 100


def test_arrays_say_of_what_vintage_they_are():
    levels = np.concatenate([BASES, LEVELS], axis=1)
    with pytest.raises(KebiError, match="pass vintage="):
        kebi.growth_across_releases(levels, levels)
    with pytest.raises(KebiError, match="ask for mixed vintages"):
        kebi.growth_across_releases(levels, levels, vintage="2020", base_vintage=2019)
    grown = kebi.growth_across_releases(levels, levels - 10, vintage="2020", base_vintage="2019", mixed=True)
    assert np.isnan(grown[0, :12]).all()
    np.testing.assert_allclose(grown[0, 12:], (110 / 90 - 1) * 100)
    np.testing.assert_array_equal(kebi.growth_across_releases(levels, levels, vintage="2020", base_vintage="2020"), kebi.year_over_year(levels))


def test_within_one_snapshot_growth_is_of_one_vintage_and_across_two_it_is_not():
    frame = long_of()
    before, after = kebi.as_of(frame, "2019"), kebi.as_of(frame, "2020-06")
    with pytest.warns(kebi.AcrossReleasesWarning, match="1 of 2 results would be made of figures of several releases"):
        growth = dict(zip(after["period"], kebi.year_over_year(after), strict=True))
    assert growth["2019"] == pytest.approx((5133.4 / 4763.7 - 1) * 100) and np.isnan(growth["2018"])
    as_one = dict(zip(after["period"], kebi.year_over_year(after, published=None), strict=True))
    assert as_one["2019"] == growth["2019"] and as_one["2018"] < 0
    with pytest.raises(KebiError, match="ask for mixed vintages"):
        kebi.growth_across_releases(after, before)
    mixed = dict(zip(after["period"], kebi.growth_across_releases(after, before, mixed=True), strict=True))
    assert mixed["2019"] == pytest.approx((5133.4 / 5107.6 - 1) * 100)
    with pytest.warns(kebi.AcrossReleasesWarning):
        np.testing.assert_array_equal(kebi.growth_across_releases(after, after), list(growth.values()))


@pytest.mark.parametrize("to", KINDS)
@pytest.mark.parametrize("function", [kebi.year_over_year, kebi.period_over_period, lambda t: kebi.share(t, "甲"),
                                      lambda t: kebi.year_over_year(t, bounds=True), Panel.from_frame], ids=str)
def test_several_releases_in_one_table_are_refused_and_the_way_out_is_named(to, function):
    with pytest.raises(KebiError, match=r"a second time, and differently.*see as_of"):
        function(to(long_of()))
    codes = long_of(told=[(d, p, float(v)) for d, p, v in TOLD])
    numbers = {**codes, "region": np.zeros(5, np.int32), "indicator": np.zeros(5, np.int32),
               "period": np.array([int(p) * 100 + 12 for p in codes["period"]], np.int32)}
    with pytest.raises(KebiError, match="see as_of"):
        kebi.year_over_year(pd.DataFrame(numbers))


def test_what_tells_no_release_is_refused():
    frame = long_of()
    for table, date, sentence in [
        (frame, "last year", "a vintage is a date"),
        (frame, "2019-13", "a vintage is a date"),
        (frame, None, "a release date is missing"),
        ({**frame, "published": ["2020"] * 4 + ["2019-02-30"]}, "2026", 'found "2019-02-30"'),
        ({**frame, "published": [None] * 5}, "2026", "a release date is missing"),
        ({k: v for k, v in frame.items() if k != "published"}, "2026", "no column 'published' of dates"),
        ({**frame, "published": ["2020"] * 5}, "2026", "give one figure on one date"),
        (EARLY, "2026", "a dict of tables by date"),
        (BASES, "2026", "a dict of tables by date"),
        ({"2019": EARLY, "2020": Panel.from_frame(kebi.as_of(frame, "2026"))}, "2026", "are of the same figures"),
        ({"2019": EARLY, "2020": LATE.year_over_year()}, "2026", "are of the same figures"),
        ({"2019": EARLY, "2020": Series([1.0], start="2019", indicator="出口")}, "2026", "Put several in panels"),
        ({"2019": EARLY, "2020": Series([1.0], start="2019-01", indicator="产值")}, "2026", "one frequency"),
        ({"2019": BASES, "2020": np.zeros((2, 12))}, "2026", "the same rows"),
        ({"2019": EARLY, "2019-06": LATE}, "2026", "which came first is open"),
        ({"2019": EARLY, "2020": LATE}, "2020-06", "may be later than"),
    ]:
        with pytest.raises(KebiError, match=sentence):
            kebi.as_of(table, date)
    for to in KINDS[:3]:
        assert len(kebi.revision(to({k: [] for k in frame}))["value"]) == 0
    assert len(kebi.revision(pd.DataFrame(frame).iloc[:0])) == 0
    with pytest.raises(KebiError, match="the same rows"):
        kebi.growth_across_releases(BASES, np.zeros((2, 12)), mixed=True)
    with pytest.raises(KebiError, match="start="):
        kebi.revision({"2019": BASES, "2020": LEVELS})
    with pytest.raises(KebiError, match="colour are not options"):
        kebi.revision(frame, colour="x")
    with pytest.raises(KebiError, match="has its own vintage"):
        kebi.growth_across_releases(LATE, EARLY, vintage="2020")
    with pytest.raises(KebiError, match="none of the series"):
        kebi.growth_across_releases(kebi.as_of(frame, "2026"), {**kebi.as_of(frame, "2026"), "region": ["丁"] * 3}, mixed=True)


def test_two_releases_of_one_date_are_refused_however_it_is_written():
    def told(*values):
        return Series(list(values), start="2018")

    for function in (kebi.revision, lambda releases: kebi.as_of(releases, "2020")):
        with pytest.raises(KebiError, match="two releases are of 2019-03-01"):
            function({"2019-03-01": told(1, 2), "20190301": told(1, 3)})


def test_releases_of_months_quarters_and_years_stand_in_one_table():
    spans = ["2019", "2019Q4", "2019-12", "2019年四季度", "2018"]
    days = ["2020-01", "2020-01", "2020-01", "2020-02", "2020-02"]
    told = {"period": spans, "value": ["12.0", "3.0", "1.0", "3.5", "11.0"], "published": days}
    known = kebi.as_of(told, "2020-01-31", region=None, indicator=None)
    assert dict(zip(known["period"], known["value"], strict=True)) == {"2019": "12.0", "2019Q4": "3.0", "2019-12": "1.0"}
    rows = kebi.revision(told, region=None, indicator=None)
    assert rows["period"] == ["2019", "2019Q4", "2019年四季度", "2019-12", "2018"]
    np.testing.assert_allclose(rows["change"], [np.nan, np.nan, 0.5, np.nan, np.nan])


@pytest.mark.parametrize("to", [dict, pd.DataFrame, pl.DataFrame])
def test_a_wide_frame_as_of_a_date_keeps_its_print(to):
    first = to({"year": ["2017", "2018"], "甲": ["99.0", "100.0"], "乙": [1.5, 2.0]})
    second = to({"year": ["2018", "2019"], "甲": ["100.50", "…"], "乙": [2.5, None]})
    told = kebi.as_of({"2019-03": first, "2020-03": second}, "2020-12-31", mixed=True)
    assert type(told) is type(first)
    assert list(told["甲"]) == ["99.0", "100.50", "…"]
    assert np.asarray(told["乙"], dtype=float)[:2].tolist() == [1.5, 2.5]
    once = to({"year": ["2018", "2019"], "甲": ["100.0", "101.0"]})
    direct = kebi.year_over_year(once, bounds=True).lo["甲"][1]
    assert kebi.year_over_year(kebi.as_of({"2020": once}, "2020-12-31"), bounds=True).lo["甲"][1] == direct


def test_a_wide_frame_as_of_a_date_is_never_told_with_fewer_digits_than_it_has():
    def known(*frames, **said):
        return list(kebi.as_of({str(2020 + k): frame for k, frame in enumerate(frames)}, "2023-12-31", mixed=True, **said)["甲"])

    assert known({"year": ["2018"], "甲": ["1349083500.3"]}, {"year": ["2019"], "甲": [1349083500.4]}) == [1349083500.3, 1349083500.4]
    assert known({"year": ["2018", "2019"], "甲": ["100.5", "0.4"]}, decimals=0) == [100.5, 0.4]
    hundreds = {"year": ["2018", "2019"], "甲": [Decimal("1.2E+3"), Decimal("1.3E+3")]}
    told = kebi.as_of({"2020": hundreds}, "2021-12-31")
    assert kebi.year_over_year(told, bounds=True).lo["甲"][1] == kebi.year_over_year(hundreds, bounds=True).lo["甲"][1]
