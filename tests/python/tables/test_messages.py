"""What was put wrongly is told in the words of the one who put it, with the way to put it right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

import kebi

FRAME = {"region": ["甲", "甲"], "indicator": ["出口"] * 2, "period": ["2018", "2019"]}
LONG = {**FRAME, "value": [100.0, 110.0]}
SERIES = kebi.Series([100.0] * 12 + [110.0], start="2018-01")
PANEL = kebi.Panel.from_frame(LONG)
INDICATORS = {"indicator": ["a", "b"] * 2, "period": ["2018", "2018", "2019", "2019"], "value": [100.0, 50, 110, 60]}


def sentence_of(asked: Callable[[], object]) -> str:
    with pytest.raises(kebi.KebiError) as told:
        asked()
    return str(told.value)


def test_columns_and_lists_that_say_no_spans_are_told_what_to_become() -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    for column, kind in [(pandas.Series([1.0, 2.0]), "a pandas Series"), (polars.Series([1.0]), "a polars Series")]:
        said = sentence_of(lambda column=column: kebi.year_over_year(column))
        assert f"from {kind}," in said and "a kebi.Series" in said and "to_numpy()" in said
        assert np.isnan(kebi.year_over_year(column.to_numpy(), frequency="year")[0])
    assert "np.array(...)" in sentence_of(lambda: kebi.year_over_year([1.0, 2.0]))


def test_a_column_that_a_long_frame_lacks_is_named_with_the_way_to_name_another() -> None:
    said = sentence_of(lambda: kebi.year_over_year({**FRAME, "valeu": [1.0, 2.0]}))
    assert "no column 'value': it has region, indicator, period, valeu" in said and "value=…" in said
    assert kebi.year_over_year({**FRAME, "valeu": [100.0, 110.0]}, value="valeu")[1] == pytest.approx(10)
    assert "region=None" in sentence_of(lambda: kebi.year_over_year(INDICATORS))
    one = {"region": ["a", "a"], "period": ["2018", "2019"], "value": [100.0, 110.0]}
    assert "indicator=None" in sentence_of(lambda: kebi.year_over_year(one))


def test_a_long_frame_of_one_region_needs_no_column_of_regions() -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    for frame in (INDICATORS, pandas.DataFrame(INDICATORS), polars.DataFrame(INDICATORS)):
        np.testing.assert_allclose(kebi.year_over_year(frame, region=None), [np.nan, np.nan, 10, 20])
        np.testing.assert_allclose(kebi.share(frame, "a", region=None), [100, 50, 100, 60 / 1.1])
        assert kebi.Panel.from_frame(frame, region=None).regions == [""]
    months = {"indicator": ["a"] * 3, "period": ["2018-01", "2018-02", "2018-03"], "value": [1.0, 2.0, 3.0]}
    quarters = kebi.to_frequency(months, "quarter", region=None)
    assert list(quarters) == ["indicator", "period", "value"] and list(quarters["value"]) == [6]
    alone = {"period": ["2018", "2019"], "value": [100.0, 110.0]}
    np.testing.assert_allclose(kebi.year_over_year(alone, region=None, indicator=None), [np.nan, 10])
    releases = {**alone, "published": ["2019", "2020"]}
    assert kebi.as_of(releases, "2019-12-31", region=None)["value"] == [100.0]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (lambda: kebi.Series([1.0], start=date(2019, 1, 31)), "pass '2019-01'"),
        (lambda: kebi.Series([1.0], start=2019), "Pass '2019'"),
        (lambda: kebi.year_over_year(np.ones(3), start=date(2019, 1, 31)), "pass '2019-01'"),
        (lambda: SERIES[:8], "values[:8]"),
        (lambda: SERIES[1:8:2], "values[1:8:2]"),
        (lambda: SERIES[3], "values[3]"),
        (lambda: SERIES[None], "in periods"),
        (lambda: SERIES.bounds_at(3), "values[3]"),
        (lambda: SERIES.growth_since(date(2018, 1, 31)), "pass '2018-01'"),
        (lambda: PANEL["甲"], "panel[region, indicator]"),
        (lambda: PANEL[0], "panel[region, indicator]"),
        (lambda: PANEL["甲", "出口", "2019"], "then [period]"),
        (lambda: PANEL["乙", "出口"], "it has '甲'"),
    ],
)
def test_what_is_no_span_and_no_series_is_told_how_to_ask(asked: Callable[[], object], sentence: str) -> None:
    assert sentence in sentence_of(asked)


def test_an_empty_panel_is_asked_without_a_crash_and_many_names_are_cut() -> None:
    none = kebi.Panel([], [], np.empty((0, 13)), start="2018-01")
    assert "panel[region, indicator]" in sentence_of(lambda: none["a"])
    many = {"year": ["2018"], **{f"c{k}": [1.0] for k in range(12)}}
    assert "'c7' and 4 others" in sentence_of(lambda: kebi.share(many, "c99"))


def test_a_whole_that_is_not_there_is_told_what_there_is() -> None:
    assert "'totl' to be the whole: it has the regions '甲' and the indicators '出口'" in sentence_of(
        lambda: kebi.share_of_growth(LONG, "totl")
    )
    assert "counted from 0" in sentence_of(lambda: kebi.share_of_growth(np.ones((2, 3)), "totl"))
    assert "it has 2, counted from 0" in sentence_of(lambda: kebi.share(np.ones((2, 3)), 2))


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (LONG, "only region, indicator, period, value, frequency, decimals, status"),
        ({"year": ["2018", "2019"], "v": [1.0, 2.0]}, "only period, frequency, decimals"),
        (np.ones((2, 3)), "only start, frequency and decimals"),
        (SERIES, "only bounds and out"),
    ],
)
def test_a_word_that_cannot_be_said_is_told_what_can(table: object, sentence: str) -> None:
    said = sentence_of(lambda: kebi.year_over_year(table, bound=True))
    assert "bound" in said and sentence in said


WIDE = {"year": ["2018", "2019"]}


@pytest.mark.parametrize("absent", ["?", "see note", "#", "同上"])
def test_a_word_that_is_no_sign_of_official_files_is_told_how_to_write_an_absent_figure(absent: str) -> None:
    for asked, of in [
        (lambda: kebi.year_over_year({**FRAME, "value": ["1.0", absent]}), "row 1 of the column 'value' holds"),
        (lambda: kebi.share({**FRAME, "数": ["1.0", absent]}, "出口", value="数"), "row 1 of the column '数' holds"),
        (lambda: kebi.year_over_year({**WIDE, "east": ["1.0", absent]}), "row 1 of the column 'east' holds"),
        (lambda: kebi.Series(["1.0", absent], start="2018"), "row 1 holds"),
        (lambda: kebi.Series.from_frame({**WIDE, "v": ["1", absent]}, value="v"), "row 1 of the column 'v' holds"),
    ]:
        said = sentence_of(asked)
        assert f"{of} {absent!r}" in said and "empty, None or nan" in said and "'…'" in said


def test_what_the_sentence_about_absent_figures_says_works() -> None:
    read = kebi.Series(["1.0", "", None, float("nan"), "…"], start="2018")
    assert [read.status_at(span).name for span in read.periods] == ["figure", "absent", "absent", "absent", "below_unit"]


def test_a_text_in_a_column_is_told_whole_with_its_row_and_column() -> None:
    said = sentence_of(lambda: kebi.year_over_year({**FRAME, "value": ["1.0", "12,34"]}))
    assert said.startswith("row 1 of the column 'value' holds '12,34', which is not a number: at character 3: found \",34\"")
    assert "1" * 40 + "..." in sentence_of(lambda: kebi.Series(["1" * 50 + "x"], start="2018"))
    assert "row 0 of the column 'east': figures are numbers: found True" in sentence_of(
        lambda: kebi.year_over_year({"year": ["2018"], "east": np.array([True], dtype=object)})
    )


@pytest.mark.parametrize(("frequency", "later"), [("year", "2019-01-01"), ("quarter", "2018-04-01"), ("half", "2018-07-01")])
def test_dates_at_the_starts_of_spans_are_told_to_stand_at_their_ends(frequency: str, later: str) -> None:
    pandas = pytest.importorskip("pandas")
    dates = pandas.to_datetime(["2018-01-01", later])
    for asked in (
        lambda: kebi.year_over_year({**FRAME, "period": dates, "value": [1.0, 2.0]}, frequency=frequency),
        lambda: kebi.year_over_year(pandas.DataFrame({"date": dates, "east": [1.0, 2.0]}), frequency=frequency),
        lambda: kebi.Series.from_frame({"date": dates, "v": [1.0, 2.0]}, value="v", frequency=frequency),
    ):
        said = sentence_of(asked)
        assert f"no {frequency} ends in 2018-01" in said and "the period that ends in it. These are the starts of" in said


def test_what_the_sentence_about_dates_says_works() -> None:
    pandas = pytest.importorskip("pandas")
    dates = pandas.Series(pandas.to_datetime(["2018-01-01", "2019-01-01"]))
    table = {"region": ["甲", "甲"], "indicator": ["出口"] * 2, "value": [100.0, 110.0]}
    for period in (dates.dt.to_period("Y"), dates.dt.year, dates + pandas.offsets.YearEnd(0)):
        found = kebi.year_over_year(pandas.DataFrame({**table, "period": period}), frequency="year")
        np.testing.assert_allclose(found, [np.nan, 10])
    assert "no quarter ends in 2018-02: a date or a month stands for the period that ends in it. Write" in sentence_of(
        lambda: kebi.year_over_year({**table, "period": [201803, 201802]}, frequency="quarter")
    )


BESIDE = kebi.Series(["100", "103"], start="2018", growth=["2.0", "3.0"])


@pytest.mark.parametrize(
    "asked",
    [
        lambda: BESIDE.linked(2025),
        lambda: kebi.linked(BESIDE, 2017),
        lambda: kebi.linked(np.ones((1, 2)), 2025, np.ones((1, 2)), start="2018", frequency="year"),
        lambda: BESIDE.growth_since(same_period_of=2025),
        lambda: kebi.growth_since({"year": ["2018", "2019"], "v": [1.0, 2.0]}, same_period_of=2025),
    ],
)
def test_a_year_that_the_figures_do_not_reach_is_refused(asked: Callable[[], object]) -> None:
    said = sentence_of(asked)
    assert "is not among the years of <" in said and "2018 to 2019" in said


def test_a_year_that_the_figures_reach_is_taken() -> None:
    assert BESIDE.linked(2019)["2018"] == BESIDE.linked(np.int64(2019))["2018"] == pytest.approx(100)
    assert BESIDE.growth_since(same_period_of=2018)["2019"] == pytest.approx(3)
    assert "found '2019'" in sentence_of(lambda: BESIDE.linked("2019"))


def test_what_is_printed_of_figures_can_be_read() -> None:
    to_date = kebi.Series([1.0, 2.0], start="2020-01..2020-02")
    assert repr(to_date) == "<Series, year_to_date 2020-01..2020-02 to 2020Q1, 2 of 2 figures>"
    assert repr(kebi.Series([1.0], start="2020", measure="growth")) == "<Series growth, year 2020 to 2020, 1 of 1 figures>"
    table = {**FRAME, "period": ["2020-01", "2020-01..2020-02"], "value": [1.0, 2.0]}
    panel = kebi.Panel.from_frame(table, frequency="year_to_date")
    assert repr(panel).endswith("year_to_date 2020-01 to 2020-01..2020-02, 2 of 2 figures>")


def test_a_warning_about_unreliable_contributions_counts_those_with_a_figure() -> None:
    table = {"year": ["2018", "2019"], "total": ["100.0", "100.1"], "east": ["60.0", "60.2"], "west": [None, "39.9"]}
    with pytest.warns(kebi.UnreliableWarning, match="^2 of 2 shares of growth"):  # 2018 has no base, nor has the west
        kebi.share_of_growth(table, "total")
