"""Published growth goes along with spans and wholes, figures keep their release, and levels are in one unit."""

from __future__ import annotations

import numpy as np
import pytest

import kebi
from kebi import Hierarchy, KebiError, Panel, Series
from kebi.enums import Frequency, ObservationStatus

TREE = Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
ROWS = {
    "region": ["东部", "西部"] * 2, "indicator": ["产值"] * 4, "period": ["2018"] * 2 + ["2019"] * 2,
    "value": ["60.0", "40.0", "54.0", "44.0"], "yoy": ["5.0", "", "3.0", "4.0"],
}


def test_a_whole_that_is_rolled_up_grows_on_the_comparable_base_of_its_parts():
    whole = Panel.from_frame(ROWS, growth="yoy").roll_up(TREE)["全国", "产值"]
    found = whole.year_over_year()
    assert found["2019"] == pytest.approx((98 / (54 / 1.03 + 44 / 1.04) - 1) * 100)
    assert found["2019"] in found.bounds_at("2019") and found.bounds_at("2019").width < 0.2
    assert whole.year_over_year(from_levels=True)["2019"] == pytest.approx(-2)
    assert found["2018"] is None and found.status_at("2018") is ObservationStatus.absent  # a base is missing


def test_a_part_that_is_found_from_its_whole_grows_as_what_is_left():
    rows = {**ROWS, "region": ["全国", "西部"] * 2}
    for fill in ("roll_down", "fill_missing"):
        east = getattr(Panel.from_frame(rows, growth="yoy"), fill)(TREE)["东部", "产值"]
        assert east["2019"] == pytest.approx(10)
        assert east.year_over_year()["2019"] == pytest.approx((10 / (54 / 1.03 - 44 / 1.04) - 1) * 100)


def test_growth_goes_along_over_spans_of_spans_and_where_one_lacks_its_cause_does():
    months = Series(["10.0"] * 12, start="2019-01", growth=["4.0"] * 5 + [None] + ["6.0"] * 6, kind="flow")
    halves = months.to_frequency("quarter").to_frequency("half")
    rates = halves.year_over_year()
    assert rates["2019H1"] is None and rates.status_at("2019H1") is ObservationStatus.absent
    assert rates["2019H2"] == pytest.approx(6) and halves["2019H1"] == 60
    to_date = months.cumulated().year_over_year()
    assert to_date["2019-01..2019-05"] == pytest.approx(4) and to_date["2019H1"] is None and to_date["2019"] is None
    quarters = months.to_frequency("quarter").cumulated()
    assert quarters.time.frequency is Frequency.year_to_quarter and quarters.published is not None


def test_years_to_date_that_start_with_a_quarter_say_by_what_they_go():
    with pytest.raises(KebiError, match="pass frequency='year_to_quarter' for a figure each quarter, or start='2019-01..2019-03'"):
        Series(["1.0"], start="2019Q1", frequency="year_to_date")
    by_quarter = Series(["1.0", "2.0"], start="2019Q1", frequency="year_to_quarter")
    assert [str(span) for span in by_quarter.periods] == ["2019Q1", "2019H1"]
    frame = {"period": ["2019Q1", "2019H1", "2019-01..2019-09", "2019"], "v": ["1.0", "2.1", "3.3", "4.6"]}
    found = Series.from_frame(frame, value="v")
    assert found.time.frequency is Frequency.year_to_quarter
    np.testing.assert_allclose(found.to_frequency("quarter").values, [1.0, 1.1, 1.2, 1.3])
    two = Series.from_frame({"period": ["2019-01..2019-02", "2019-03..2019-04", "2019-05..2019-06"], "v": ["1.0", "2.0", "4.0"]}, value="v")
    assert two.time.frequency is Frequency.two_months and two.to_frequency("half")["2019H1"] == 7


EARLY, LATE = Series(["100.0", "110.0"], start="2017"), Series(["105.0", "120.0"], start="2018")
RELEASES = {"2019-03": EARLY, "2020-03": LATE}


def test_growth_over_what_was_known_goes_over_one_release_or_says_that_it_does_not():
    latest = kebi.as_of(RELEASES, "2020")
    growth = latest.year_over_year()
    assert growth["2019"] == pytest.approx((120 / 105 - 1) * 100)
    assert growth["2018"] is None and growth.status_at("2018") is ObservationStatus.across_releases
    assert np.isnan(growth.lo[1]) and latest.year_over_year(bounds=True).status_at("2018") is ObservationStatus.across_releases
    assert latest.growth_since("2018").status_at("2017") is ObservationStatus.across_releases
    mixed = kebi.as_of(RELEASES, "2020", mixed=True)
    assert mixed.year_over_year()["2018"] == pytest.approx(5)
    assert kebi.as_of({"2020-03": LATE}, "2020").year_over_year().status_at("2019") is ObservationStatus.figure


def test_arrays_and_wide_frames_of_several_releases_say_that_they_keep_none():
    wide = {"2019-03": {"year": [2017], "产值": ["100.0"]}, "2020-03": {"year": [2018], "产值": ["120.0"]}}
    arrays = {"2019-03": np.array([100.0, np.nan]), "2020-03": np.array([np.nan, 120.0])}
    for releases in (wide, arrays):
        with pytest.warns(kebi.AcrossReleasesWarning, match="figures of 2 releases and no place to say which"):
            kebi.as_of(releases, "2020")
        kebi.as_of(releases, "2020", mixed=True)
        kebi.as_of(releases, "2019")


def test_frames_and_panels_of_several_releases_say_how_many_figures_are_left_out():
    frame = {
        "region": ["甲"] * 3, "indicator": ["产值"] * 3, "period": [2017, 2018, 2019], "value": ["100.0", "105.0", "120.0"],
        "published": ["2019-03", "2020-03", "2020-03"],
    }
    with pytest.warns(kebi.AcrossReleasesWarning, match="1 of 2"):
        found = kebi.year_over_year(frame)
    assert np.isnan(found[1]) and found[2] == pytest.approx((120 / 105 - 1) * 100)
    assert kebi.year_over_year(frame, published=None)[1] == pytest.approx(5)
    panel = Panel.from_frame(frame)
    assert panel.year_over_year().gaps()["status"] == ["absent", "across_releases"]
    series = Series.from_frame(frame, value="value")
    assert series.year_over_year().status_at("2018") is ObservationStatus.across_releases
    assert Panel.from_frame({**frame, "published": ["yes", "no", "no"]}).year_over_year().gaps()["status"] == ["absent"]


def in_unit(unit, values=("12.0", "15.0"), **labels):
    return Series(list(values), start="2018", indicator="产值", unit=unit, **labels)


GROWTH = Series(["5.0", "6.0"], start="2018", indicator="产值", measure="growth")
TWO_INPUTS = {
    "share": lambda part, whole: part.share(whole),
    "share_change": lambda part, whole: part.share_change(whole),
    "share_of_growth": lambda part, whole: part.share_of_growth(whole),
    "contribution_to_growth": lambda part, whole: part.contribution_to_growth(whole),
    "growth_of_residual": lambda part, whole: part.growth_of_residual(whole, growth=GROWTH, whole_growth=GROWTH),
    "growth_across_releases": lambda part, whole: part.growth_across_releases(whole),
    "as_of": lambda part, whole: kebi.as_of({"2020": part, "2021": whole}, "2021", mixed=True),
}


@pytest.mark.parametrize("name", TWO_INPUTS)
def test_levels_that_go_together_are_in_one_unit_or_refused(name):
    apply = TWO_INPUTS[name]
    part, whole = in_unit("亿元"), ("24.0", "31.0")
    same = apply(part, in_unit("亿元", whole))
    found = apply(part, in_unit("万元", ("240000", "310000")))
    scale = 10_000 if name == "as_of" else 1
    np.testing.assert_allclose(found.values, same.values * scale, rtol=1e-12, equal_nan=True)
    with pytest.raises(KebiError, match="have one unit"):
        apply(part, in_unit("吨", whole))
