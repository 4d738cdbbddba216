"""Functions along time over every kind of table: one result, whatever the figures came in."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction
from functools import partial

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from kinds import (
    FULL,
    LEVELS,
    MONTHS,
    RATES,
    TO_DATE,
    WHOLES,
    long_of,
    panel_of,
    row_order,
    rows_of,
    same,
    wide_of,
)

import kebi
from kebi import KebiError, Panel, Series
from kebi.enums import ObservationStatus

# A name, the figures it is shown, what else it takes, and the same as a method.
OF_LEVELS = [
    ("year_over_year", LEVELS, (), lambda f: f.year_over_year()),
    ("period_over_period", LEVELS, (), lambda f: f.period_over_period()),
    ("growth_since", LEVELS, ("2017-03",), lambda f: f.growth_since("2017-03")),
    ("growth_since_a_year", LEVELS, (), lambda f: f.growth_since(same_period_of=2018)),
    ("cumulated", FULL, (), lambda f: f.cumulated()),
    ("single_months", TO_DATE, (), lambda f: f.single_months()),
    ("to_frequency", FULL, ("quarter",), lambda f: f.to_frequency("quarter")),
    ("overhang", FULL, (), lambda f: f.overhang()),
]
OF_RATES = [
    ("interval_growth", RATES, (), lambda f: f.interval_growth()),
    ("two_year_average", RATES, (), lambda f: f.two_year_average()),
    ("average_growth", RATES, (3,), lambda f: f.average_growth(3)),
    ("annualised", RATES, (), lambda f: f.annualised()),
    ("acceleration", RATES, ("span",), lambda f: f.acceleration("span")),
    ("chained_growth", RATES, (3,), lambda f: f.chained_growth(3)),
    ("carry_over", RATES, (), lambda f: f.carry_over()),
]
OF_BOTH = [
    ("comparable_base", LEVELS, (), lambda f, g: f.comparable_base(g)),
    ("revision_factor", LEVELS, (), lambda f, g: f.revision_factor(g)),
    ("linked", LEVELS, (), lambda f, g: f.linked(2018, g)),
    ("single_month_growth", TO_DATE, (), lambda f, g: f.single_month_growth(g)),
]
IN_WHOLE = ["share", "share_change", "share_of_growth", "contribution_to_growth"]

TO_DATE_ONES = ("single_months", "single_month_growth")


def function_called(name):
    if name == "growth_since_a_year":
        return partial(kebi.growth_since, same_period_of=2018)
    if name == "linked":
        return lambda levels, growth, **options: kebi.linked(levels, 2018, growth, **options)
    return getattr(kebi, name)


def frequency_of(name):
    return "year_to_date" if name in TO_DATE_ONES else "month"


@pytest.mark.parametrize(("name", "figures", "more", "method"), OF_LEVELS + OF_RATES,
                         ids=[f"{n}{m or ''}" for n, _, m, _ in OF_LEVELS + OF_RATES])
def test_a_function_says_the_same_of_every_kind_of_table(name, figures, more, method):
    function, frequency = function_called(name), frequency_of(name)
    measure = "growth" if (name, figures, more, method) in OF_RATES else "level"
    panel = panel_of(figures, frequency, measure)
    values, lo, hi = rows_of(method(panel))
    assert np.isfinite(values).any()
    known = np.isfinite(values)
    assert np.all((lo <= values)[known & np.isfinite(lo)]) and np.all((values <= hi)[known & np.isfinite(hi)])

    # Series
    for r in range(2):
        one = method(Series(figures[r], start=MONTHS[0], frequency=frequency, decimals=1, measure=measure))
        same(one.values, values[r])
        same(one.lo, lo[r])
        same(one.hi, hi[r])
    # arrays, with bounds and into given ones
    how = {"start": MONTHS[0], "frequency": frequency}
    same(function(figures, *more, **how), values)
    same(function(figures[0], *more, **how), values[0])
    pair = function(figures, *more, bounds=True, decimals=1, **how)
    same(pair.lo, lo)
    same(pair.hi, hi)
    wide_block = np.full((2, values.shape[1] + 7), -1.0)
    out = wide_block[:, 3 : 3 + values.shape[1]]
    assert function(figures, *more, out=out, **how) is out
    same(out, values)
    assert np.all(wide_block[:, :3] == -1) and np.all(wide_block[:, 3 + values.shape[1] :] == -1)
    ends = np.empty_like(values), np.empty_like(values)
    function(figures, *more, bounds=True, decimals=1, out=ends, **how)
    same(ends[0], lo)
    same(ends[1], hi)
    # a panel, and into given arrays
    made = function(panel, *more)
    same(rows_of(made)[0], values)
    cube = np.empty((2, 1, values.shape[1]))
    function(panel, *more, out=cube)
    same(cube[[panel.regions.index(r) for r in "甲乙"], 0], values)
    # wide frames
    for to in (dict, pd.DataFrame, pl.DataFrame, pa.table):
        table = function(to(wide_of(figures)), *more, frequency=frequency)
        for r, head in enumerate("甲乙"):
            same(np.array([np.nan if v is None else v for v in list(np.asarray(table[head]))], dtype=float), values[r])
    # long frames
    for to in (dict, pd.DataFrame, pl.DataFrame, pa.table):
        table = function(to(long_of(figures)), *more, frequency=frequency)
        if name in ("to_frequency", "overhang"):
            found = dict(zip(zip(map(str, table["region"]), map(str, table["period"]), strict=True),
                             np.asarray(table["value"], dtype=float).tolist(), strict=True))
            spans = [str(p) for p in made.periods]
            assert found == {(r, spans[t]): pytest.approx(values["甲乙".index(r), t])
                             for r in "甲乙" for t in range(len(spans)) if known["甲乙".index(r), t]}
        else:
            beside = values.copy()
            beside[np.isnan(figures) & ~known] = np.nan
            same(row_order(table), beside)


@pytest.mark.parametrize(("name", "figures", "more", "method"), OF_BOTH, ids=[n for n, *_ in OF_BOTH])
def test_levels_and_growth_go_together_in_every_kind_of_table(name, figures, more, method):
    function, frequency = function_called(name), frequency_of(name)
    levels, growths = panel_of(figures, frequency), panel_of(RATES, frequency, "growth")
    values, lo, hi = rows_of(method(levels, growths))
    assert np.isfinite(values).any()
    how = {"start": MONTHS[0], "frequency": frequency}
    same(function(figures, RATES, *more, **how), values)
    pair = function(figures, RATES, *more, bounds=True, decimals=1, **how)
    same(pair.lo, lo)
    same(pair.hi, hi)
    printed = function(figures, RATES, *more, bounds=True, decimals=1, growth_decimals=0, **how)
    assert np.all((printed.lo <= pair.lo) | np.isnan(pair.lo) | np.isnan(printed.lo))
    out = np.empty_like(values)
    function(figures, RATES, *more, out=out, **how)
    same(out, values)
    same(rows_of(function(levels, growths, *more))[0], values)
    one = function(levels["甲", "产值"], growths["甲", "产值"], *more)
    assert isinstance(one, Series)
    same(one.values, values[0])
    wide = function(wide_of(figures), wide_of(RATES), *more, frequency=frequency)
    same(wide["乙"], values[1])
    for to in (dict, pd.DataFrame, pl.DataFrame, pa.table):
        same(row_order(function(to(long_of(figures, yoy=RATES)), "yoy", *more, frequency=frequency)), values)


@pytest.mark.filterwarnings("ignore::kebi.UnreliableWarning")
@pytest.mark.parametrize("name", IN_WHOLE)
def test_parts_and_wholes_go_together_in_every_kind_of_table(name):
    function = getattr(kebi, name)
    one = getattr(Series(LEVELS[0], start=MONTHS[0], decimals=1), name)(
        Series(WHOLES[0], start=MONTHS[0], decimals=1))
    values = one.values
    assert np.isfinite(values).any()
    both = np.stack([LEVELS[0], WHOLES[0]])
    same(function(both, 1, decimals=1)[0], values)
    same(function(LEVELS, WHOLES[:1], decimals=1)[0], values)
    same(function(LEVELS[0], WHOLES[0], decimals=1), values)
    pair = function(both, 1, bounds=True, decimals=1)
    same(pair.lo[0], one.lo)
    same(pair.hi[0], one.hi)
    out = np.empty_like(both)
    function(both, 1, out=out, decimals=1)
    same(out[0], values)
    panel = panel_of(both)
    same(function(panel, "乙")["甲", "产值"].values, values)
    same(row_order(function(pd.DataFrame(long_of(both)), "乙"))[0], values)
    same(function(pl.DataFrame(wide_of(both)), "乙")["甲"].to_numpy(), values)


def chain(rates):
    factor = Fraction(1)
    for rate in rates:
        factor *= 1 + rate / 100
    return (factor - 1) * 100


def test_chains_carry_over_and_overhangs_are_those_of_fractions():
    rates = [[None if np.isnan(x) else Fraction(str(x)) for x in row] for row in RATES]
    chained, carried = kebi.chained_growth(RATES, 12), kebi.carry_over(RATES, start=MONTHS[0])
    for r, row in enumerate(rates):
        for t in range(36):
            month = t % 12 + 1
            for found, links in ((chained, row[t - 11 : t + 1] if t >= 11 else [None]),
                                 (carried, row[t - 11 : t - month + 1] if t >= 12 else [None] * (12 - month))):
                if None in links:
                    assert np.isnan(found[r, t])
                else:
                    assert found[r, t] == pytest.approx(float(chain(links)), abs=1e-11)
    overhang = kebi.overhang(FULL, start=MONTHS[0])
    for r in range(2):
        for year in range(3):
            levels = [Fraction(str(x)) for x in FULL[r, year * 12 : year * 12 + 12]]
            expected = (levels[-1] * 12 / sum(levels) - 1) * 100
            assert overhang[r, year] == pytest.approx(float(expected), abs=1e-11)


def test_carry_over_and_new_price_make_the_yearly_rate():
    steps = Series([0.3] * 24, start="2018-01", measure="growth", decimals=1)
    yearly = steps.chained_growth(12)
    carried, new = steps.carry_over(), yearly.new_price(steps)
    assert carried["2019-12"] == 0
    assert carried["2019-06"] + new["2019-06"] == pytest.approx(yearly["2019-06"])
    assert new["2019-06"] in new.bounds_at("2019-06")


def test_sums_are_as_uncertain_as_all_their_months():
    months = Series(["1.4", "1.4", "1.4"], start="2019-01")
    assert months.cumulated().bounds_at("2019-01..2019-03").width == pytest.approx(0.3)
    quarter = months.to_frequency("quarter")
    assert quarter.bounds_at("2019Q1").width == pytest.approx(0.3)
    # What is derived from a sum keeps all of that.
    two = Series(["1.4"] * 15, start="2019-01").cumulated().year_over_year()
    lo, hi = (Fraction("4.2") - Fraction("0.15")), (Fraction("4.2") + Fraction("0.15"))
    within = two.bounds_at("2020-01..2020-03")
    assert within.lo <= (lo / hi - 1) * 100 and (hi / lo - 1) * 100 <= within.hi
    assert within.width == pytest.approx(float((hi / lo - lo / hi) * 100))


def test_decimals_may_change_along_a_series():
    # 社会消费品零售总额, 亿元: yearbooks tell some years to 0.1, others whole
    retail = Series(["391980.6", "440823", "439732.5"], start="2020")
    assert retail.decimals == [1, 0, 1]
    assert retail.bounds_at("2021").width == pytest.approx(1)
    assert retail.bounds_at("2022").width == pytest.approx(0.1)
    exact = [(Fraction(x) - h, Fraction(x) + h) for x, h in
             (("391980.6", Fraction(1, 20)), ("440823", Fraction(1, 2)), ("439732.5", Fraction(1, 20)))]
    growth = retail.year_over_year()
    for year, (base, level) in {"2021": exact[:2], "2022": exact[1:]}.items():
        within = growth.bounds_at(year)
        lo, hi = (level[0] / base[1] - 1) * 100, (level[1] / base[0] - 1) * 100
        assert within.lo <= lo <= hi <= within.hi
        assert within.width == pytest.approx(float(hi - lo), rel=1e-9)
    table = {"region": ["甲"] * 3, "indicator": ["零售"] * 3, "period": ["2020", "2021", "2022"],
             "value": ["391980.6", "440823", "439732.5"]}
    assert Panel.from_frame(table)["甲", "零售"].decimals == [1, 0, 1]
    several = {"region": ["甲"] * 4, "indicator": ["零售", "零售", "人口", "人口"], "period": ["2020", "2021"] * 2,
               "value": [391980.6, 440823.2, 141212.0, 141260.0]}
    panel = Panel.from_frame(several)
    assert (panel["甲", "零售"].decimals, panel["甲", "人口"].decimals) == (1, 0)


def test_causes_of_absence_come_from_frames_and_go_back():
    table = {"period": ["2018", "2019", "2020", "2021"], "value": ["1.0", "…", None, None],
             "status": [None, "", "suppressed", "not_yet_out"]}
    series = Series.from_frame(table, value="value", status="status")
    assert [c.name for c in map(ObservationStatus, series.status)] == ["figure", "below_unit", "suppressed", "not_yet_out"]
    again = Series.from_frame(pd.DataFrame(series.to_columns()), value="value", status="status")
    np.testing.assert_array_equal(again.status, series.status)
    long = {"region": ["甲"] * 4, "indicator": ["出口"] * 4, **table}
    panel = Panel.from_frame(pl.DataFrame(long), status="status")
    np.testing.assert_array_equal(panel.status.ravel(), series.status)
    assert panel.year_over_year()["甲", "出口"].status_at("2020") is ObservationStatus.suppressed
    assert Series([1.0, None], start="2018", status=["", ObservationStatus.suppressed]).status_at("2019") is ObservationStatus.suppressed


def test_a_rereleased_base_stands_beside_the_published_and_the_implied_one():
    first = Series(["100.0", "104.0"], start="2018", growth=[None, "10.0"])
    anew = Series(["95.0", "104.0"], start="2018")
    bases = first.compare_bases(rereleased=anew)
    assert (bases.published["2019"], bases.rereleased["2019"]) == (100, 95)
    assert bases.implied["2019"] == pytest.approx(104 / 1.1)
    assert bases.factor["2019"] == pytest.approx(104 / 1.1 / 100)
    assert bases.rereleased_factor["2019"] == pytest.approx(104 / 1.1 / 95)
    assert [str(p) for p in bases.scope_breaks] == ["2019"]
    assert bases.rereleased_factor.bounds_at("2019").lo < 104 / 1.1 / 95 < bases.rereleased_factor.bounds_at("2019").hi
    assert list(bases.to_pandas()["rereleased_base"])[1] == 95


def test_published_growth_of_a_panel_comes_first_and_goes_along():
    table = long_of(TO_DATE, yoy=RATES)
    panel = Panel.from_frame(table, growth="yoy", frequency="year_to_date", decimals=1, growth_decimals=1)
    assert panel.year_over_year() is panel.published
    out = np.empty((2, 36))
    kebi.year_over_year(panel, out=out)
    np.testing.assert_array_equal(out, panel.published.values[:, 0])
    assert panel.single_months().published is not None
    assert panel["甲", "产值"].compare_bases().factor.has_bounds


def test_series_and_panels_survive_pickle_and_copy():
    series = Series(["1.5", "2", None], start="2018", growth=["1.0", "2.0", None], indicator="产值")
    for again in (pickle.loads(pickle.dumps(series.year_over_year(from_levels=True))), copy.deepcopy(series.year_over_year(from_levels=True))):
        np.testing.assert_array_equal(again.lo, series.year_over_year(from_levels=True).lo)
        assert (again.time, again.indicator) == (series.time, "产值")
    assert pickle.loads(pickle.dumps(series)).published["2019"] == 2.0
    panel = panel_of(LEVELS)
    np.testing.assert_array_equal(pickle.loads(pickle.dumps(panel.year_over_year())).hi, panel.year_over_year().hi)


ARRAY = np.arange(1.0, 53).reshape(2, 26)


@pytest.mark.parametrize(("out", "sentence"), [
    (np.empty((3, 26)), "one shape"),
    (np.empty((2, 26), np.float32), "array of float64"),
    (np.empty((26, 2)).T, "in one piece"),
    (np.empty((2, 26))[::-1], "in one piece"),
    (np.broadcast_to(np.empty(26), (2, 26)), "read-only"),
    ([1.0], "numpy array"),
], ids=["shape", "kind", "by columns", "backwards", "read-only", "list"])
@pytest.mark.parametrize("function", [kebi.year_over_year, kebi.period_over_period])
def test_an_output_that_cannot_be_written_is_refused(function, out, sentence):
    with pytest.raises(KebiError, match=sentence):
        function(ARRAY, out=out)


def test_an_output_may_lie_over_its_input():
    for function in (kebi.year_over_year, kebi.period_over_period):
        expected = function(ARRAY)
        memory = np.zeros((2, 40))
        memory[:, :26] = ARRAY
        function(memory[:, :26], out=memory[:, 5:31])
        same(memory[:, 5:31], expected)
    ends = np.empty((2, 26))
    with pytest.raises(KebiError, match="separate arrays"):
        kebi.year_over_year(ARRAY, bounds=True, decimals=0, out=(ends, ends))


def test_arrays_without_a_start_do_not_go_by_the_calendar():
    assert kebi.period_over_period(ARRAY).shape == (2, 26)
    for function in (kebi.cumulated, kebi.single_months, kebi.overhang, kebi.carry_over):
        with pytest.raises(KebiError, match="start="):
            function(ARRAY)
    with pytest.raises(KebiError, match="no named columns"):
        kebi.year_over_year(ARRAY, value="x")
    for wrong in (np.array(1.0), np.zeros((2, 2, 2)), ARRAY.astype(complex), ARRAY.astype(object)):
        with pytest.raises(KebiError):
            kebi.year_over_year(wrong)
    assert kebi.year_over_year(np.zeros((0, 26))).shape == (0, 26)
    assert kebi.year_over_year(np.zeros((3, 0))).shape == (3, 0)
    same(kebi.year_over_year(np.asfortranarray(ARRAY)), kebi.year_over_year(ARRAY))


@pytest.mark.parametrize(("function", "period", "frequency"), [
    (lambda f, **c: kebi.to_frequency(f, "year", **c), "2018-12", "month"),
    (lambda f, **c: kebi.to_frequency(f, "year", **c), "2018", "year_to_date"),
    (lambda f, **c: kebi.to_frequency(f, "quarter", **c), "2018-03", "month"),
    (kebi.overhang, "2018", "year"),
    (kebi.overhang, "2018-12", "month"),
], ids=["month to year", "year to year", "month to quarter", "overhang of a year", "overhang of a month"])
@pytest.mark.parametrize("to", [dict, pd.DataFrame, pl.DataFrame, pa.table])
def test_new_spans_are_a_new_frame_even_where_one_row_went_in(function, period, frequency, to):
    frame = to({"region": ["甲"], "indicator": ["产值"], "period": [period], "value": ["3.0"]})
    pair = function(frame, frequency=frequency, bounds=True)
    for made in (function(frame, frequency=frequency), *pair):
        assert type(made) is type(frame)
        names = made.column_names if to is pa.table else made.columns if to is pl.DataFrame else made
        assert list(names) == ["region", "indicator", "period", "value"]
        if to is pl.DataFrame:
            assert made.schema["region"] == made.schema["period"] == pl.String
    beside = kebi.cumulated(frame, frequency="month") if frequency == "month" else kebi.carry_over(frame)
    assert isinstance(beside, np.ndarray)
    assert len(beside) == 1
