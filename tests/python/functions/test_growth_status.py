"""What growth turned into, told in words where a rate would be none."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from kinds import FRAMES

import kebi
from kebi import KebiError, Panel, Series
from kebi.enums import ObservationStatus

YEARS = [str(2010 + t) for t in range(8)]
PROFITS = np.array([[-3.0, 5.0, -1.0, -2.0, -2.0, -1.5, 0.0, 4.0], [1.0, 2.0, np.nan, 3.0, 4.0, 0.0, 7.0, 8.0]])
WORDS = [
    ["absent", "to_profit", "to_loss", "loss_wider", "loss_same", "loss_narrower", "to_profit", "undefined"],
    ["absent", "figure", "absent", "absent", "figure", "figure", "undefined", "figure"],
]
ROWS = [(r, t) for r in range(2) for t in range(8)][::-1]
LONG = {"region": ["甲乙"[r] for r, _ in ROWS], "indicator": ["利润"] * 16, "period": [YEARS[t] for _, t in ROWS],
        "value": [PROFITS[r, t] for r, t in ROWS]}


def test_arrays_and_series_say_what_became_of_growth():
    found = kebi.growth_status(PROFITS, frequency="year")
    assert found.tolist() == WORDS
    assert kebi.growth_status(PROFITS[0], frequency="year").tolist() == WORDS[0]
    series = Series(PROFITS[0], start="2010", indicator="利润")
    assert kebi.growth_status(series).tolist() == WORDS[0] == [ObservationStatus(int(c)).name for c in series.year_over_year().status]
    rates = kebi.year_over_year(PROFITS, frequency="year")
    np.testing.assert_array_equal(found == "figure", np.isfinite(rates))


@pytest.mark.parametrize("to", FRAMES)
def test_frames_and_panels_say_it_too(to):
    beside = kebi.growth_status(to(LONG))
    assert beside.tolist() == [WORDS[r][t] for r, t in ROWS]
    wide = kebi.growth_status(to({"period": YEARS, "甲": PROFITS[0], "乙": PROFITS[1]}))
    assert type(wide) is type(to({"a": [1]}))
    assert [[str(word) for word in wide[name]] for name in "甲乙"] == WORDS
    panel = Panel.from_frame(to(LONG))
    order = [panel.regions.index(r) for r in "甲乙"]
    assert kebi.growth_status(panel)[order, 0].tolist() == WORDS


def test_a_cause_of_absence_stays_what_it_is_and_growth_is_of_the_levels():
    table = {"period": ["2018", "2019", "2020"], "value": ["-3", None, "4"], "status": ["", "suppressed", ""]}
    levels = Series.from_frame(pd.DataFrame(table), value="value", status="status")
    assert kebi.growth_status(levels).tolist() == ["absent", "suppressed", "suppressed"]
    told = Series([-3.0, 5.0], start="2018", growth=[1.0, 2.0])
    assert kebi.growth_status(told).tolist() == ["absent", "to_profit"]
    months = Series([1.0, -2.0], start="2019-01")
    assert kebi.growth_status(months, "span").tolist() == ["absent", "to_loss"]


def test_rates_have_no_turns():
    with pytest.raises(KebiError, match="these are not levels"):
        kebi.growth_status(Series([1.0, 2.0], start="2018", measure="growth"))
    with pytest.raises(KebiError, match="the 'year' or the 'span' before: found 'month'"):
        kebi.growth_status(PROFITS, "month")
