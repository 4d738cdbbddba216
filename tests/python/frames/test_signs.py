"""Signs and columns of official files: why a figure is absent, how one is to be taken, its decimals and powers of ten."""

from __future__ import annotations

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kebi
from kebi import KebiError, Panel, Period, Series


@pytest.mark.parametrize(("sign", "status"), [
    ("..", "absent"), (":", "absent"), ("-", "absent"), ("--", "absent"), ("—", "absent"), ("n/a", "absent"), ("NA", "absent"), ("(NA)", "absent"),
    ("无", "absent"), ("暂无数据", "absent"), ("x", "suppressed"), ("c", "suppressed"), ("(D)", "suppressed"),
    ("…", "below_unit"), ("...", "below_unit"), ("(L)", "below_unit"), ("z", "undefined"), ("未公布", "not_yet_out"),
])
def test_a_sign_for_a_figure_gives_the_observation_status(sign, status):
    assert Series(["1.0", sign], start="2018").status_at("2019").name == status
    assert Series.from_frame({"year": ["2018", "2019"], "v": ["1.0", f" {sign} "]}, value="v").status_at("2019").name == status
    long = {"region": ["a"] * 2, "indicator": ["x"] * 2, "period": ["2018", "2019"], "value": ["1.0", sign]}
    assert Panel.from_frame(long)["a", "x"].status_at("2019").name == status
    assert np.isnan(kebi.year_over_year(long)).all()


@pytest.mark.parametrize(("cell", "flag"), [
    ("110.0 p", "p"), ("110.0r", "r"), ("110.0(e)", "e"), ("110.0*", "*"), ("110.0 bp", "bp"), ("1,10.0 P".replace("1,1", "11"), "P"), ("110.0 [r]", "r"),
])
def test_a_flag_behind_a_figure_is_kept_beside_it(cell, flag):
    table = {"year": ["2018", "2019"], "v": ["100.0", cell]}
    read = Series.from_frame(table, value="v")
    assert read["2019"] == 110 and read.decimals == 1 and read.flags == {Period("2019"): flag}
    assert Series(table["v"], start="2018").flags == read.flags
    wide = Panel.from_wide(table)
    assert wide.flags == {("", "v", Period("2019")): flag} and wide["", "v"].flags == read.flags
    np.testing.assert_allclose(kebi.year_over_year(table)["v"], [np.nan, 10])


@pytest.mark.parametrize("cell", ["110.0 q", "110.0①", "110.0 abc", "p 110.0", "12,5 p"])
def test_what_is_no_known_flag_is_refused(cell):
    with pytest.raises(KebiError, match="is not a number"):
        Series([cell], start="2019")


@pytest.mark.parametrize(("code", "status", "flag"), [
    ("A", "figure", None), ("p", "figure", "p"), ("E", "figure", "E"), ("b", "figure", "b"), ("c", "figure", "c"), ("", "figure", None),
])
def test_a_column_of_codes_says_how_figures_are_to_be_taken(code, status, flag):
    table = {"year": ["2018", "2019"], "v": [1.0, 2.0], "s": ["", code]}
    read = Series.from_frame(table, value="v", status="s")
    assert read.status_at("2019").name == status and read.flags.get(Period("2019")) == flag


@pytest.mark.parametrize(("code", "status"), [("M", "absent"), ("c", "suppressed"), ("Q", "suppressed"), ("p", "absent"), ("x", "suppressed")])
def test_a_column_of_codes_says_why_figures_are_absent(code, status):
    table = {"year": ["2018", "2019"], "v": [1.0, None], "s": ["", code]}
    assert Series.from_frame(table, value="v", status="s").status_at("2019").name == status


def test_a_code_for_no_figure_beside_a_figure_is_refused():
    for code in ("M", "suppressed", "x"):
        with pytest.raises(KebiError, match="row 1 has the figure 2.0 and a reason for being missing"):
            Series.from_frame({"year": ["2018", "2019"], "v": [1.0, 2.0], "s": ["", code]}, value="v", status="s")
    with pytest.raises(KebiError, match="or a code of official files such as p"):
        Series.from_frame({"year": ["2018"], "v": [1.0], "s": ["weather"]}, value="v", status="s")


SDMX = {
    "REF_AREA": ["CN", "CN", "CN"], "INDICATOR": ["GDP"] * 3, "TIME_PERIOD": ["2018-Q1", "2018-Q2", "2019-Q1"],
    "OBS_VALUE": [5.3, None, 6.1], "DECIMALS": [1, 1, 1], "UNIT_MULT": [6, 6, 6], "OBS_STATUS": ["A", "M", "P"],
}


@pytest.mark.parametrize("to", [dict, pd.DataFrame, pl.DataFrame, pa.table], ids=["dict", "pandas", "polars", "arrow"])
def test_the_columns_of_sdmx_are_read_by_their_names(to):
    panel = Panel.from_frame(to(SDMX))
    gdp = panel["CN", "GDP"]
    assert gdp["2019Q1"] == 6_100_000 and (gdp.lo[-1], gdp.hi[-1]) == pytest.approx((6_050_000, 6_150_000))
    assert panel.flags == {("CN", "GDP", Period("2019Q1")): "P"} and gdp.status_at("2018Q2").name == "absent"
    growth = kebi.year_over_year(to(SDMX))
    np.testing.assert_allclose(growth, [np.nan, np.nan, (6.1 / 5.3 - 1) * 100])
    alone = Series.from_frame(to(SDMX), value="OBS_VALUE")
    np.testing.assert_array_equal(alone.lo, gdp.lo)


@pytest.mark.parametrize("cells", [[5.3, 6.1], ["5.3", "6.1"]])
def test_powers_of_ten_that_differ_bring_figures_to_one_unit(cells):
    table = {**{name: column[::2] for name, column in SDMX.items()}, "OBS_VALUE": cells, "UNIT_MULT": [9, 6]}
    del table["DECIMALS"]
    gdp = Panel.from_frame(table)["CN", "GDP"]
    assert gdp["2018Q1"] == 5_300_000_000 and gdp["2019Q1"] == 6_100_000
    assert (gdp.lo[0], gdp.lo[-1]) == pytest.approx((5_250_000_000, 6_050_000))
    np.testing.assert_allclose(kebi.year_over_year(table)[1], (6.1 / 5300 - 1) * 100)


def test_a_column_gives_decimals_by_its_name():
    long = {"region": ["a"] * 2, "indicator": ["x"] * 2, "period": ["2018", "2019"], "value": [5.0, 6.0], "decimals": [1, 2]}
    assert Panel.from_frame(long, decimals="decimals")["a", "x"].decimals == [1, 2]
    assert Series.from_frame(long, value="value", decimals="decimals").decimals == [1, 2]
    lo, hi = kebi.year_over_year(long, decimals="decimals", bounds=True)
    assert lo[1] == pytest.approx((5.995 / 5.05 - 1) * 100) and hi[1] == pytest.approx((6.005 / 4.95 - 1) * 100)
    assert Panel.from_frame(long)["a", "x"].decimals == 0  # only names in capitals are taken unasked
    with pytest.raises(KebiError, match="row 0 of the column 'region': a whole number of at most 15 is expected: found 'a'"):
        Panel.from_frame(long, decimals="region")
    with pytest.raises(KebiError, match="decimals must be an integer"):
        kebi.year_over_year(long, decimals="digits")


@pytest.mark.parametrize("rate", ["5.0%", "5.0％", "5.0 %", "+5.0%"])
def test_growth_may_have_its_percent_sign(rate):
    table = {"period": ["2019"], "v": ["110.0"], "g": [rate]}
    read = Series.from_frame(table, value="v", growth="g")
    assert read.year_over_year().values.tolist() == [5] and read.published is not None and read.published.decimals == 1
    assert Series([rate], start="2019", measure="growth").values.tolist() == [5]
    assert Series.from_frame(table, growth="g")["2019"] == 5
    long = {**table, "region": ["a"], "indicator": ["x"]}
    assert Panel.from_frame(long, value="v", growth="g").year_over_year()["a", "x"]["2019"] == 5
    np.testing.assert_allclose(kebi.comparable_base(long, "g", value="v"), [110 / 1.05])


def test_a_level_with_a_percent_sign_is_refused_unless_its_unit_is_one():
    with pytest.raises(KebiError, match="levels have no percent sign: pass a column of growth as growth=…, or unit='%'"):
        Series(["5.0%"], start="2019")
    assert Series(["5.0%"], start="2019", unit="%")["2019"] == 5
