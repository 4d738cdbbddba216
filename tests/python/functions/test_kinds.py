"""Every operation along time, of every kind of figure, with and without published growth, over every kind of span."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import kebi
from kebi import Hierarchy, KebiError, Panel, Series
from kebi.enums import Frequency, Kind, Measure, ObservationStatus
from printed_levels import KINDS, STARTS, TO_DATE, close, exact_of, figures, outcome, parts_of, series_of, sum_and_growth

NEEDS_WEIGHTS = {Kind.ratio, Kind.rate, Kind.index, Kind.average}
STANDS = {Kind.stock, Kind.count}


@pytest.mark.parametrize("with_growth", [True, False])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("frequency", list(STARTS))
def test_longer_spans_are_what_exact_arithmetic_makes_of_their_parts(frequency, kind, with_growth):
    levels, known = series_of(frequency, kind, with_growth), exact_of(frequency)
    made_some = False
    for to in STARTS:
        made = outcome(lambda to=to: levels.to_frequency(to))
        if kind in NEEDS_WEIGHTS:
            assert made is None
            continue
        if made is None:
            continue
        made_some = True
        assert (made.published is not None) is with_growth
        for span, value in made:
            parts = [max(known, key=lambda p: p.last if p.last <= span.last else (0, 0))] if kind in STANDS else parts_of(span, frequency, known)
            if parts is None:
                assert value is None
                continue
            level, growth = known[parts[0]] if kind in STANDS else sum_and_growth(parts, frequency, known)
            assert close(value, level)
            assert made.bounds_at(span).lo <= level <= made.bounds_at(span).hi
            if with_growth:
                rates = made.year_over_year()
                assert close(rates[span], growth)
                assert rates.bounds_at(span).lo <= growth <= rates.bounds_at(span).hi
    assert made_some is (kind not in NEEDS_WEIGHTS)


@pytest.mark.parametrize("with_growth", [True, False])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("frequency", list(STARTS))
def test_growth_over_a_year_is_as_published_or_that_of_the_levels(frequency, kind, with_growth):
    levels, known = series_of(frequency, kind, with_growth), exact_of(frequency)
    found = outcome(levels.year_over_year)
    if kind is Kind.rate and not with_growth:
        assert found is None
        found = levels.year_over_year(from_levels=True)
    changes = levels.change_of_level()
    for span, (level, growth) in known.items():
        before = known.get(span.year_before())
        expected = growth if with_growth else before and (level / before[0] - 1) * 100
        assert close(found[span], expected) if expected is not None else found[span] is None
        assert close(changes[span], level - before[0]) if before else changes[span] is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("frequency", list(STARTS))
def test_growth_over_the_span_before_and_since_a_year_is_that_of_the_levels(frequency, kind):
    levels, known = series_of(frequency, kind, False), exact_of(frequency)
    steps = outcome(levels.period_over_period)
    since = outcome(lambda: levels.growth_since(same_period_of=2017))
    assert (since is None) is (kind is Kind.rate)
    if frequency in TO_DATE or kind is Kind.rate:
        assert steps is None
    for span, (level, _) in known.items():
        before = known.get(span.span_before())
        if steps is not None:
            assert close(steps[span], (level / before[0] - 1) * 100) if before else steps[span] is None
        if since is not None:
            months = 12 * (span.first[0] - 2017)
            base = next(x for p, (x, _) in known.items() if p.last[0] == 2017 and p.last[1] == span.last[1])
            assert close(since[span], (level / base - 1) * 100) and months >= 0


# Rows of the table of docs/reference/kinds.md: an operation and how it is asked for.
ROWS = {
    "to_frequency": lambda of: of["month"].to_frequency("quarter"),
    "to_frequency, rule='mean'": lambda of: of["month"].to_frequency("quarter", "mean"),
    "growth_of_spans": lambda of: of["month"].growth_of_spans("quarter"),
    "cumulated": lambda of: of["month"].cumulated(),
    "single_months": lambda of: of["year_to_date"].single_months(),
    "single_month_growth": lambda of: of["year_to_date"].single_month_growth(),
    "roll_up, roll_down, fill_missing, discrepancy": lambda of: of["panel"].roll_up(TREE),
    "share, share_change": lambda of: of["plain"].share(of["plain"]),
    "share_of_growth, contribution_to_growth": lambda of: of["plain"].contribution_to_growth(of["plain"]),
    "growth_of_residual": lambda of: of["month"].growth_of_residual(of["month"], growth=None, whole_growth=None),
    "growth_of_sum": lambda of: of["growing panel"].growth_of_sum(over="regions", name="全国"),
    "year_over_year without published growth, growth_since": lambda of: of["plain"].year_over_year(),
    "period_over_period, overhang": lambda of: of["plain"].period_over_period(),
    "year_over_year, from_levels=True": lambda of: of["plain"].year_over_year(from_levels=True),
    "change_of_level, rank": lambda of: of["plain"].change_of_level(),
    "comparable_base, increment, revision_factor, linked": lambda of: of["month"].comparable_base(),
}
TREE = Hierarchy([("全国", ""), ("东部", "全国"), ("西部", "全国")])
COLUMNS = {
    "flow": [Kind.flow], "stock, count": [Kind.stock, Kind.count], "index, ratio, average": [Kind.index, Kind.ratio, Kind.average],
    "rate": [Kind.rate], "unknown, in % or ‰": ["%"], "unknown": [None],
}


def tables_of(kind):
    unit, kind = (kind, None) if kind == "%" else (None, kind)
    rows = {
        "region": ["东部", "西部"] * 3, "indicator": ["甲"] * 6, "period": ["2017", "2017", "2018", "2018", "2019", "2019"],
        "value": ["60.0", "40.0", "62.0", "41.0", "66.0", "43.0"], "yoy": ["5.0", "4.0"] * 3,
    }
    made = {}
    for name, frequency, with_growth in (("month", Frequency.month, True), ("plain", Frequency.month, False),
                                         ("year_to_date", Frequency.year_to_date, True)):
        printed = figures(frequency, 3)
        made[name] = Series([x for x, _ in printed.values()], start=STARTS[frequency], frequency=frequency, kind=kind, unit=unit,
                            growth=[g for _, g in printed.values()] if with_growth else None)
    made["panel"] = Panel.from_frame(rows, kinds=kind, units=unit)
    made["growing panel"] = Panel.from_frame(rows, growth="yoy", kinds=kind, units=unit)
    return made


def test_the_table_of_kinds_says_what_is_refused():
    lines = [f"| operation | {' | '.join(COLUMNS)} |", f"| --- |{' --- |' * len(COLUMNS)}"]
    for name, call in ROWS.items():
        cells = []
        for kinds in COLUMNS.values():
            taken = {outcome(lambda kind=kind, call=call: call(tables_of(kind))) is not None for kind in kinds}
            assert len(taken) == 1, (name, kinds)
            cells.append("●" if taken.pop() else "refused")
        code = ", ".join(f"`{part}`" if " " not in part else part for part in name.split(", "))
        lines.append(f"| {code} | {' | '.join(cells)} |")
    page = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "kinds.md").read_text(encoding="utf-8")
    for line in lines:
        assert line in page


def test_the_table_of_spans_says_which_make_which():
    lines = [f"| of \\ to | {' | '.join(f'`{to.name}`' for to in STARTS)} |", f"| --- |{' --- |' * len(STARTS)}"]
    for frequency in STARTS:
        cells = [outcome(lambda to=to: series_of(frequency, Kind.flow).to_frequency(to)) for to in STARTS]
        lines.append(f"| `{frequency.name}` | {' | '.join('refused' if made is None else '●' for made in cells)} |")
    page = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "kinds.md").read_text(encoding="utf-8")
    for line in lines:
        assert line in page


def test_kinds_come_from_the_catalogue_or_an_argument_and_unknown_is_unknown():
    assert Series([1.0], start="2019", indicator="城镇调查失业率").kind is Kind.rate
    assert Series([1.0], start="2019", indicator="第三产业增加值比重").kind is Kind.rate  # a ratio in percent
    assert Series([1.0], start="2019", indicator="社会消费品零售总额").kind is Kind.flow
    assert Series([1.0], start="2019", indicator="没有的指标").kind is None
    assert Series([1.0], start="2019", indicator="城镇调查失业率", kind="flow").kind is Kind.flow
    with pytest.raises(KebiError, match="a kind is one of flow"):
        Series([1.0], start="2019", kind="sum")
    panel = Panel.from_wide({"year": [2019], "出口": ["1.0"], "不明": ["2.0"]}, kinds={"不明": "stock"}, units={"出口": "亿元"})
    assert panel.kinds == [Kind.flow, Kind.stock]
    assert str(panel["", "出口"].unit) == "亿元" and panel["", "不明"].unit is None
    with pytest.raises(KebiError, match="'进口'"):
        Panel.from_wide({"year": [2019], "出口": ["1.0"]}, units={"进口": "亿元"})


def test_frames_take_the_kinds_of_their_indicators_too():
    months = {"region": ["全国"] * 3, "indicator": ["居民消费价格指数"] * 3, "period": ["2019-01", "2019-02", "2019-03"],
              "value": ["100.1", "100.2", "100.3"]}
    with pytest.raises(KebiError, match="居民消费价格指数 over time, which is an index"):
        kebi.to_frequency(months, "quarter")
    assert kebi.to_frequency(months, "quarter", rule="mean")["value"][0] == pytest.approx(100.2)
    rates = {"region": ["甲"] * 2, "indicator": ["城镇调查失业率"] * 2, "period": [2018, 2019], "value": ["5.40", "5.10"]}
    with pytest.raises(KebiError, match="moves by points: see change_of_level"):
        kebi.year_over_year(rates)
    assert kebi.change_of_level(rates)[1] == pytest.approx(-0.3)
    assert kebi.year_over_year(rates, from_levels=True)[1] == pytest.approx(-5.5555555)


RATE_BESIDE = {"城镇调查失业率": ["5.4", "5.1"], "出口": ["100.0", "110.0"]}


def test_a_rate_in_a_frame_leaves_the_other_indicators_their_results():
    names = list(RATE_BESIDE)
    long = {"region": ["甲"] * 4, "indicator": names * 2, "period": [2018, 2018, 2019, 2019], "value": ["5.4", "100.0", "5.1", "110.0"]}
    wide = {"year": [2018, 2019], **RATE_BESIDE}
    across = {"indicator": names, "2018": ["5.4", "100.0"], "2019": ["5.1", "110.0"]}
    said = "1 of 2 indicators have no result: cannot take growth of 城镇调查失业率, which is a rate and moves by points"
    with pytest.warns(kebi.RefusedWarning, match=said):
        found = kebi.year_over_year(long)
    np.testing.assert_allclose(found, [np.nan, np.nan, np.nan, 10])
    with pytest.warns(kebi.RefusedWarning, match=said):
        within = kebi.year_over_year(long, bounds=True)
    assert within.lo[3] < 10 < within.hi[3] and np.isnan(within.lo[2])
    with pytest.warns(kebi.RefusedWarning, match=said):
        found = kebi.year_over_year(wide)
    np.testing.assert_allclose([found[name][1] for name in names], [np.nan, 10])
    with pytest.warns(kebi.RefusedWarning, match=said):
        assert kebi.year_over_year(across)["2019"][1] == pytest.approx(10)
    with pytest.warns(kebi.RefusedWarning, match="cannot take shares of 城镇调查失业率"):
        assert kebi.share(wide, "出口")["出口"][1] == 100


def test_a_frame_is_refused_where_nothing_of_it_is_left_or_the_whole_is_what_is_refused():
    both = {"year": [2018, 2019], "城镇调查失业率": ["5.4", "5.1"], "居民消费价格指数": ["100.1", "100.2"]}
    with pytest.raises(KebiError, match="城镇调查失业率"):
        kebi.cumulated(both)
    with pytest.raises(KebiError, match="cannot hold parts in 城镇调查失业率"):
        kebi.share({"year": [2018, 2019], **RATE_BESIDE}, "城镇调查失业率")
    panel = Panel.from_wide({"year": [2018, 2019], **RATE_BESIDE})
    with pytest.raises(KebiError, match="moves by points"):
        panel.year_over_year()


def test_the_sum_of_a_rate_and_an_amount_is_refused_in_a_frame_too_and_their_diagnosis_is_not():
    rows = {"region": ["甲"] * 4, "indicator": list(RATE_BESIDE) * 2, "period": [2018, 2018, 2019, 2019], "value": ["5.4", "100", "5.1", "110"],
            "g": ["1.0", "2.0"] * 2}
    with pytest.raises(KebiError, match="cannot add up 城镇调查失业率"):
        kebi.growth_of_sum(rows, "g")
    with pytest.warns(kebi.RefusedWarning, match="城镇调查失业率"):
        assert list(kebi.growth_status(rows)) == ["absent", "absent", "absent", "figure"]
    with pytest.warns(kebi.RefusedWarning, match="find a base from 城镇调查失业率"):
        assert list(kebi.scope_breaks(rows, "g")) == [False, False, False, True]
    with pytest.warns(kebi.RefusedWarning, match="find a base from 城镇调查失业率"):
        assert [each.compared for each in kebi.agreements(rows, "g")] == [0, 1]


def test_totals_of_a_frame_with_an_index_are_those_of_the_others():
    months = {"period": ["2019-01", "2019-02", "2019-03"], "居民消费价格指数": ["100.1", "100.2", "100.3"], "出口": ["1.0", "2.0", "3.0"]}
    with pytest.warns(kebi.RefusedWarning, match="居民消费价格指数 over time, which is an index"):
        found = kebi.to_frequency(months, "quarter")
    assert found["出口"][0] == 6 and np.isnan(found["居民消费价格指数"][0])


def test_stocks_of_a_whole_add_up_over_regions_and_incomes_per_head_do_not():
    rows = {"region": ["东部", "西部"], "indicator": ["常住人口"] * 2, "period": ["2019"] * 2, "value": ["60.0", "40.0"]}
    assert kebi.roll_up(rows, TREE)["value"][0] == 100
    rows["indicator"] = ["居民人均可支配收入"] * 2
    with pytest.raises(KebiError, match="per head or per unit"):
        kebi.roll_up(rows, TREE)
    months = Series(["10.0", "12.0", "11.0"], start="2019-01", indicator="居民人均可支配收入")
    assert months.to_frequency("quarter")["2019Q1"] == 33


def test_a_table_of_another_measure_has_no_kind():
    growth = Series(["5.0"], start="2019", indicator="城镇调查失业率", measure="growth")
    assert growth.kind is None and growth.measure is Measure.growth
    assert np.isnan(Series([None], start="2019").year_over_year().values[0])
    assert Series([None], start="2019").year_over_year().status_at("2019") is ObservationStatus.absent
