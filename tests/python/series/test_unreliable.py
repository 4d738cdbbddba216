"""Contributions to a whole that hardly grew: intervals with a warning, not numbers."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
import pytest

import kebi
from kebi import Panel, Series

# A whole that grew by 0.1, by 0.5 and by 5.0, each good to 0.1.
YEARS = {"year": ["2018", "2019", "2020", "2021"], "whole": ["100.0", "100.1", "100.6", "105.6"],
         "part": ["60.0", "61.0", "61.4", "64.0"]}
FIRM = [np.nan, np.nan, np.nan, 52.0]


@pytest.mark.parametrize("table", [
    YEARS,
    pd.DataFrame(YEARS),
    {"period": YEARS["year"] * 2, "region": ["嘉定区"] * 8, "indicator": ["whole"] * 4 + ["part"] * 4,
     "value": YEARS["whole"] + YEARS["part"]},
], ids=["dict", "wide", "long"])
def test_a_frame_warns_and_tells_no_number_near_zero_growth(table):
    with pytest.warns(kebi.UnreliableWarning, match="4 of 6 shares of growth are unreliable") as told:
        found = kebi.share_of_growth(table, "whole")
    assert told[0].filename == __file__
    column = found[4:] if isinstance(found, np.ndarray) else np.asarray(found["part"])
    np.testing.assert_allclose(column, FIRM)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # bounds are what the warning asks for
        lo, hi = kebi.share_of_growth(table, "whole", bounds=True)
    lo, hi = (c[4:] if isinstance(c, np.ndarray) else np.asarray(c["part"]) for c in (lo, hi))
    assert np.isinf(lo[1]) and np.isinf(hi[1])  # rounding leaves open whether 100.1 is more than 100.0
    assert lo[2] < 80 < hi[2] and lo[3] < 52 < hi[3]


def test_labelled_contributions_keep_the_cause_and_the_bounds():
    made = Panel.from_wide(YEARS, period="year").share_of_growth("whole")["", "part"]
    assert [cell.name for cell in map(kebi.enums.ObservationStatus, made.status)] == ["absent", "unreliable", "unreliable", "figure"]
    assert made["2020"] is None and 80.0 in made.bounds_at("2020")


def test_an_array_warns_where_its_print_is_known_and_only_there():
    rows = np.array([[float(x) for x in YEARS[name]] for name in ("whole", "part")])
    with pytest.warns(kebi.UnreliableWarning):
        np.testing.assert_allclose(kebi.share_of_growth(rows, 0, frequency="year", decimals=1)[1], FIRM)
    out = np.empty_like(rows)
    with pytest.warns(kebi.UnreliableWarning) as told:
        kebi.share_of_growth(rows, 0, frequency="year", decimals=1, out=out)
    assert told[0].filename == __file__
    np.testing.assert_allclose(out[1], FIRM)
    np.testing.assert_allclose(kebi.share_of_growth(rows, 0, frequency="year")[1], [np.nan, 1000, 80, 52])


def test_a_derived_whole_is_asked_for_its_bounds():
    start = "2018-01..2018-02"
    whole = Series(["100.0", "200.0", *[None] * 10, "100.4", "200.9"], start=start, frequency="year_to_date").single_months()
    part = Series(["50.0", "90.0", *[None] * 10, "55.0", "99.0"], start=start, frequency="year_to_date").single_months()
    made = part.share_of_growth(whole)
    assert kebi.enums.ObservationStatus(made.status[made.periods.index(kebi.Period("2019-03"))]).name == "unreliable"
    assert made.bounds_at("2019-03").width > 100


def test_growth_of_the_whole_decides_where_it_is_published():
    levels = {"period": ["2019H1"], "工业投资": ["48.2"], "固投": ["152.7"]}  # 嘉定区
    for growth, firm in (("0.3", False), ("1.6", True)):
        yoy = {"period": ["2019H1"], "工业投资": ["50.3"], "固投": [growth]}
        if firm:
            found = kebi.share_of_growth(levels, "固投", growth=yoy)["工业投资"][0]
            assert found == pytest.approx(kebi.formulas.share_of_growth(
                48.2, 152.7, growth=kebi.Percent(50.3), whole_growth=kebi.Percent(1.6)).rate.value)
        else:
            with pytest.warns(kebi.UnreliableWarning) as told:
                assert np.isnan(kebi.share_of_growth(levels, "固投", growth=yoy)["工业投资"][0])
            assert told[0].filename == __file__


def test_the_warning_stands_at_the_line_of_the_caller_also_for_growth_written_into_an_array():
    levels, rates, out = np.array([[152.7], [48.2]]), np.array([[0.3], [50.3]]), np.empty((2, 1))
    with pytest.warns(kebi.UnreliableWarning) as told:
        kebi.share_of_growth(levels, 0, growth=rates, decimals=1, out=out)
    assert told[0].filename == __file__
