#!/usr/bin/env python3
"""Every known value about growth, publishing and comparing, through the Python interface.

    oracles.py SHARED    where SHARED/oracles.jsonl holds the values

A line of the file names its method; the tables below have the call for it, which gets the inputs and
returns what was expected under the same keys. A method without a call is a miss.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import kebi
from kebi import Bounds, Growth, Percent, Points, formulas

TOPICS = {1, 6, 7}
Calls = dict[str, Callable[..., dict[str, Any]]]


def value(found: Any) -> Any:
    """The plain number in a percentage, in points or in a share of growth."""
    return value(found.rate) if isinstance(found, formulas.ShareOfGrowth) else getattr(found, "value", found)


def within(number: float, half: float) -> Bounds:
    return Bounds(number - half, number + half)


def meets(bounds: Bounds, printed: float, half: float) -> bool:
    """Whether a figure as printed can be one of those that others leave open."""
    return not (bounds & within(printed, half)).is_empty


def text(number: float, decimals: int = 1) -> str:
    return f"{number:.{decimals}f}"


# Growth, shares, contributions and prices.


def pulls(growth_pct: float, shares_pct: list[float]) -> dict[str, Any]:
    return {"pulls_pp": [value(formulas.contribution_to_growth(share_of_growth=Percent(s), whole_growth=Percent(growth_pct)))
                         for s in shares_pct]}


def shares_and_pulls(shares_pct: list[float], pulls_pp: list[float]) -> dict[str, Any]:
    growth = sum(pulls_pp)
    found = pulls(growth, shares_pct)["pulls_pp"]
    return {"share_sum": sum(shares_pct), "growth_pct": growth,
            "max_pull_error": max(abs(a - b) for a, b in zip(found, pulls_pp, strict=True))}


def new_price(yoy_pct: float, carry_over_pp: float) -> dict[str, Any]:
    new = value(formulas.new_price(Percent(yoy_pct), Percent(carry_over_pp)))
    return {"new_pp": new, "new_share_pct": value(formulas.share(new, yoy_pct))}


def leverage(assets: float, liab: float, equity: float, g_assets_pct: float, g_liab_pct: float) -> dict[str, Any]:
    change = formulas.share_change(part=liab, whole=assets, growth=Percent(g_liab_pct), whole_growth=Percent(g_assets_pct))
    return {"ratio_pct": value(formulas.share(liab, assets)), "assets_identity": abs(assets - liab - equity),
            "change_pp": value(change)}


def ratio_of_units(profit_yi: float, revenue_wanyi: float) -> dict[str, Any]:
    return {"ratio_pct": value(formulas.share(profit_yi, formulas.convert(revenue_wanyi, "万亿元", "亿元")))}


def mixed(parts_level_growth_pct: list[list[float]], **of: Any) -> dict[str, Any]:
    parts = [(level, Percent(growth)) for level, growth in parts_level_growth_pct]
    found = {"sum_of_parts": sum(level for level, _ in parts), "total_growth_pct": value(formulas.growth_of_sum(parts))}
    if "published_total_growth_pct" not in of:
        return found
    printed = [(within(level, of["level_half_unit"]), Percent(within(growth, of["growth_half_unit"])))
               for level, growth in parts_level_growth_pct]
    can_be = value(formulas.growth_of_sum(printed))
    consistent = meets(can_be, of["published_total_growth_pct"], of["growth_half_unit"])
    return {"implied_growth_pct": found["total_growth_pct"], "consistent": consistent}


def growth_before(two_year_average_pct: float, g_2021_pct: float) -> dict[str, Any]:
    both = value(formulas.chained_growth([Percent(two_year_average_pct)] * 2))
    return {"g_2020_pct": value(formulas.growth_of_ratio(Percent(both), Percent(g_2021_pct)))}


def with_negative_part(current: list[float], base: list[float]) -> dict[str, Any]:
    now, before = sum(current), sum(base)
    return {"current_sum": now, "base_sum": before, "growth_times": value(formulas.growth_rate(now, before)) / 100}


def times(times: float) -> dict[str, Any]:
    growth = kebi.read_text(f"全年油气开采利润增长{times}倍。", region="全国", period="2021").facts[0]
    return {"growth_pct": float(growth.value), "ratio": formulas.level(1, Percent(float(growth.value)))}


def contribution(part: float, g_part_pct: float, whole: float, g_whole_pct: float) -> dict[str, Any]:
    grown = {"growth": Percent(g_part_pct), "whole_growth": Percent(g_whole_pct)}
    return {
        "part_increment": formulas.increment(part, Percent(g_part_pct)),
        "whole_increment": formulas.increment(whole, Percent(g_whole_pct)),
        "contribution_pct": value(formulas.share_of_growth(part, whole, **grown)),
        "pull_pp": value(formulas.contribution_to_growth(part, whole, **grown)),
        "rest_growth_pct": value(formulas.growth_of_residual(part, whole, **grown)),
        "g_rest_pct": value(formulas.growth_of_residual(part, whole, **grown)),
        "residual": whole - part, "residual_base": formulas.residual_base(part, whole, **grown),
        "residual_growth_pct": value(formulas.growth_of_residual(part, whole, **grown)),
        "share_change_pp": value(formulas.share_change(part=part, whole=whole, **grown)),
    }


def quarter(ytd_q1: float, ytd_h1: float) -> dict[str, Any]:
    to_date = kebi.Series([ytd_q1, ytd_h1], start="2021Q1", frequency="year_to_quarter")
    return {"q2": to_date.to_frequency("quarter")["2021Q2"]}


def weight_of_quarter(g_h1: float, g_q1: float, g_q2: float) -> dict[str, Any]:
    return {"base_weight_q1": value(formulas.implied_weight(Percent(g_h1), Percent(g_q1), Percent(g_q2))) / 100}


def to_month_before(ytd_7: float, g_ytd_7_pct: float, m_7: float, g_m_7_pct: float) -> dict[str, Any]:
    grown = formulas.growth_of_residual(m_7, ytd_7, growth=Percent(g_m_7_pct), whole_growth=Percent(g_ytd_7_pct))
    return {"g_ytd_6_pct": value(grown)}


def base_to_month_before(ytd_10: float, g_ytd_10_pct: float, m_10: float, g_m_10_pct: float) -> dict[str, Any]:
    return {"base_ytd_9": formulas.residual_base(m_10, ytd_10, growth=Percent(g_m_10_pct), whole_growth=Percent(g_ytd_10_pct))}


GROWTH: Calls = {
    "base from large fall": lambda current, growth_pct: {"base": formulas.base(current, Percent(growth_pct))},
    "new price factor = yoy - carry-over": new_price,
    "yoy = carry-over + new": lambda carry_over_pp, new_pp: {
        "yoy_pct": value(formulas.year_over_year(Percent(carry_over_pp), Points(new_pp)))},
    "pull_k = share_k/100": pulls,
    "shares sum to 100": shares_and_pulls,
    "CPI contributions": lambda contributions_pp: {"headline_pct": sum(contributions_pp)},
    "implied weight = contribution / growth": lambda contribution_pp, growth_pct: {
        "weight_pct": value(formulas.weight_in_base(Points(contribution_pp), Percent(growth_pct)))},
    "shares of total": lambda parts, total: {"shares_pct": [value(formulas.share(part, total)) for part in parts]},
    "asset-liability ratio": leverage,
    "loss semantics": lambda current, loss_increase: {"base": formulas.base_of_loss(current, loss_increase)},
    "ratio change in pp": lambda ratio_pct, g_num_pct, g_den_pct: {
        "change_pp": value(formulas.share_change(Percent(ratio_pct), growth=Percent(g_num_pct), whole_growth=Percent(g_den_pct)))},
    "ratio level": ratio_of_units,
    "mixed_growth: total growth": mixed,
    "implied growth from two-year average": growth_before,
    "two_year_average_growth": lambda cumulative_growth_vs_2019_pct, **_: {
        "two_year_average_pct": value(Growth("2019", "2021", Percent(cumulative_growth_vs_2019_pct)).average(2).rate)},
    "interval_growth: (1+g1)(1+g0)-1": lambda g_2021_pct, g_2020_pct: {
        "growth_vs_2019_pct": value(formulas.interval_growth(Percent(g_2021_pct), Percent(g_2020_pct)))},
    "sum with a negative component": with_negative_part,
    "growth in multiples": lambda current, base: {"growth_times": value(formulas.growth_rate(current, base)) / 100},
    "growth of product": lambda g_area_pct, g_yield_pct: {
        "g_output_pct": value(formulas.growth_of_product(Percent(g_area_pct), Percent(g_yield_pct)))},
    "pull (pp) = base share x growth": lambda base_share_pct, g_part_pct: {
        "pull_pp": value(formulas.contribution_to_growth(base_share=Percent(base_share_pct), growth=Percent(g_part_pct)))},
    "annualised quarterly growth": lambda x0, x1, periods_per_year: {
        "annual_rate_pct": value(Growth("2019Q1", "2019Q2", formulas.growth_rate(x1, x0)).annualise().rate)},
    "contribution share may exceed": contribution,
    "contribution and pull when the total": contribution,
    "share change (pp) from growth": lambda share_pct, g_part_pct, g_whole_pct: {
        "change_pp": value(formulas.share_change(Percent(share_pct), growth=Percent(g_part_pct), whole_growth=Percent(g_whole_pct)))},
    "verbal: ": times,
    "single-period from YTD": quarter,
    "H1 growth is a base-weighted mean": weight_of_quarter,
    "growth of earlier YTD": to_month_before,
    "base of YTD difference": base_to_month_before,
    "YTD difference of levels": lambda ytd_4, m_4: {
        "ytd_3": value(kebi.Series([m_4, ytd_4], start="2019").change_of_level("span")["2020"])},
}

# What published figures leave open, and which cannot all be true.


def record_of(cells: Iterable[float | None]) -> kebi.Report:
    facts = [kebi.Fact.from_json(json.dumps({"indicator": f"x{i}", "region": "某地", "period": "2019", "status": "actual",
                                             "measure": "level", "value": cell, "decimals": 0, "bound": "exact", "unit": "家"}))
             for i, cell in enumerate(cells, 1) if cell is not None]
    return kebi.Report(facts)


def laws(rules: Iterable[str]) -> list[str]:
    return [rule.replace("==", "=").replace("+", " + ").replace("-", " - ").replace("=", " = ") for rule in rules]


def corrected(record: list[float], rules: list[str]) -> list[float]:
    """The record with the first mend of each contradiction."""
    mended = list(record)
    audit = record_of(record).audit(laws=laws(rules))
    for found in audit:
        fact, meant, _ = found.mends[0]
        mended[int(audit.facts[fact].indicator.removeprefix("x")) - 1] = int(meant)
    return mended


def one_slip(record: dict[str, float], rule: str) -> dict[str, Any]:  # noqa: A002
    return dict(zip(record, corrected(list(record.values()), [rule]), strict=True))


def imputed(record: dict[str, float], rules: list[str]) -> dict[str, Any]:
    cells = [record.get(f"x{i}") for i in range(1, 12)]
    implied = record_of(cells).infer(laws=laws(rules))
    return {name: implied[name, "2019"].midpoint for name in ("x2", "x4", "x9", "x11")}


def telecom(part: float, g_part_pct: float, total: float, total_increment: float,
            published_contribution_pct: float, published_pull_pp: float) -> dict[str, Any]:
    def both(level: Any, growth: Any, whole: Any, added: Any) -> tuple[Any, Any]:
        increment = formulas.increment(level, Percent(growth))
        return (value(formulas.share_of_growth(increment=increment, whole_increment=added)),
                value(formulas.contribution_to_growth(increment=increment, whole_base=whole - added)))

    share, pull = both(part, g_part_pct, total, total_increment)
    shares, pulls = both(str(part), text(g_part_pct), within(total, 0.5), within(total_increment, 0.5))
    return {"implied_pull_pp": pull, "implied_contribution_pct": share,
            "contribution_consistent": meets(shares, published_contribution_pct, 0.05),
            "pull_consistent": meets(pulls, published_pull_pp, 0.05)}


def rounded(value: str, decimals: int | None = None, unit: str | None = None) -> dict[str, Any]:
    step = unit or ("1" if not decimals else f"0.{'0' * (decimals - 1)}1")
    found = str(formulas.round_to(value, step))
    twice = str(formulas.round_to(str(formulas.round_to(value, "0.001", half_up=True)), "0.01", half_up=True))
    return {"rounded": found, "wrong_successive": twice}


def divided(a: list[float], divisors: list[list[float]]) -> dict[str, Any]:
    def shown(found: Bounds) -> str:
        ends = [f"{end:g}" for end in (found.lo, found.hi)]
        return "empty" if found.is_empty else "entire" if ends == ["-inf", "inf"] else f"[{','.join(ends)}]"

    return {"results": [shown(Bounds(*a) / Bounds(*each)) for each in divisors]}


def base_interval(label: str, value: float, half_unit: float, growth_pct: float) -> dict[str, Any]:
    printed = str(int(value)) if half_unit == 0.5 else text(value)
    bounds = formulas.base(printed, Percent(text(growth_pct)))
    return {"base_mid": formulas.base(value, Percent(growth_pct)), "base_interval": [bounds.lo, bounds.hi]}


def counted(parts: list[int], total: int) -> dict[str, Any]:
    return {"sum": total if not record_of([*parts, total]).audit(laws=["x1 + x2 + x3 + x4 = x5"]) else None}


def share_change(share_pct: float, g_part_pct: float, g_whole_pct: float, published_change_pp: float) -> dict[str, Any]:
    def change(*of: Any) -> Any:
        share, part, whole = map(Percent, of)
        return value(formulas.share_change(share, growth=part, whole_growth=whole))

    bounds = change(text(share_pct), text(g_part_pct), text(g_whole_pct))
    return {"implied_change_pp": change(share_pct, g_part_pct, g_whole_pct), "implied_interval": [bounds.lo, bounds.hi],
            "consistent": meets(bounds, published_change_pp, 0.05)}


def whole_base(value_: float, growth_pct: float) -> dict[str, Any]:
    can_be = formulas.base(str(int(value_)), Percent(text(growth_pct)))
    level, growth = int(value_), formulas.rounding_interval(text(growth_pct))
    fits = [base for base in range(int(can_be.lo), int(can_be.hi) + 2)
            if growth.lo <= formulas.growth_rate(level, base).value <= growth.hi]
    return {"base": fits[0] if len(fits) == 1 else fits, "growth_check_pct": value(formulas.growth_rate(level, fits[0]))}


def without_part(whole: float, g_whole_pct: float, ex_part: float, g_ex_part_pct: float) -> dict[str, Any]:
    rest = formulas.growth_of_residual(ex_part, whole, growth=Percent(g_ex_part_pct), whole_growth=Percent(g_whole_pct))
    return {"residual": whole - ex_part, "residual_growth_pct": value(rest)}


def total_of_share(part: float, share_pct: float, half_unit_pct: float) -> dict[str, Any]:
    whole = Bounds.exactly(part) / within(share_pct, half_unit_pct) * 100
    import math

    return {"total_interval": [math.ceil(whole.lo), math.floor(whole.hi)]}


PUBLISHED: Calls = {
    "correct_typos": one_slip,
    "two typos": lambda record, rules: {"record": corrected(record, rules)},
    "deductive imputation": imputed,
    "published contribution share vs share": telecom,
    "GB/T 8170 round-half-even": rounded,
    "round to hundreds": lambda cases: {"rounded": [str(int(formulas.round_to(value, step))) for value, step in cases]},
    "no successive rounding": rounded,
    "0.5-unit rounding": rounded,
    "0.2-unit rounding": rounded,
    "round-half-even (IS 2": rounded,
    "interval subtraction": lambda a, b: {"r": list(ends(Bounds(*a) - Bounds(*b)))},
    "interval division": lambda a, b: {"r": list(ends(Bounds(*a) / Bounds(*b)))},
    "divisor [0,0]": divided,
    "residual growth from total": without_part,
    "inconsistency detection": mixed,
    "rounding interval of the base": base_interval,
    "count identity": counted,
    "gap to city in pp": lambda own_pct, gap_pp: {"city_pct": value(Percent(own_pct) - Points(gap_pp))},
    "share change implied by growth": share_change,
    "residual part": contribution,
    "residual of 562.0": contribution,
    "integer base": lambda value, growth_pct, integer_levels: whole_base(value, growth_pct),
    "total from part and rounded": total_of_share,
}


def ends(bounds: Bounds) -> tuple[float, float]:
    return bounds.lo, bounds.hi


# Questions of examinations.


def two_years_back(level: float, r1_pct: float, **of: float) -> dict[str, Any]:
    before = of["r0_pct"] if "r0_pct" in of else value(Percent(r1_pct) - Points(of["acceleration_pp"]))
    found = {"base": formulas.base(level, formulas.interval_growth(Percent(r1_pct), Percent(before)))}
    if "total_r1_pct" in of:
        total = formulas.interval_growth(Percent(of["total_r1_pct"]), Percent(of["total_r0_pct"]))
        found |= {"base_2018": found["base"], "total_growth_pct": value(total)}
    return found


def interval(r1_pct: float, **of: float) -> dict[str, Any]:
    before = of["r2_pct"] if "r2_pct" in of else r1_pct - of.get("change_pp", of.get("acceleration_pp", 0))
    return {"r2_pct": before, "growth_pct": value(formulas.interval_growth(Percent(r1_pct), Percent(before)))}


def second_half(year: float, g_year_pct: float, h1: float, g_h1_pct: float) -> dict[str, Any]:
    return {"g_h2_pct": value(formulas.growth_of_residual(h1, year, growth=Percent(g_h1_pct), whole_growth=Percent(g_year_pct)))}


def averages(first: float, last: float, years: int) -> dict[str, Any]:
    over = Growth("2010", str(2010 + years), formulas.growth_rate(last, first))
    return {"increment": formulas.average_increment(first, last, years), "cagr_pct": value(over.average(years).rate)}


def steps_of_years(span: str) -> dict[str, Any]:
    first, last = map(int, span.split("-"))
    levels = kebi.Series([100 * 1.1**year for year in range(last - first + 2)], start=str(first - 1))
    pace = {base: levels.growth_since(str(base)).average_growth(last - base)[str(last)] for base in (first, first - 1)}
    assert all(abs(rate - 10) < 1e-9 for rate in pace.values() if rate is not None)
    return {"steps_default": last - first, "steps_jiangsu": last - (first - 1)}


def from_increment(ytd: float, increment: float, growth_pct: float) -> dict[str, Any]:
    return {"growth_pct": value(formulas.growth_rate(ytd, ytd - increment)), "annual_budget": value(ytd / 53.5 * 100)}


def of_increments(part_increment: float, whole_increment: float, whole_base: float | None = None) -> dict[str, Any]:
    found = {"contribution_pct": value(formulas.share_of_growth(increment=part_increment, whole_increment=whole_increment))}
    if whole_base is not None:
        found["pull_pp"] = value(formulas.contribution_to_growth(increment=part_increment, whole_base=whole_base))
    return found


def quotient(g_num_pct: float, g_den_pct: float) -> dict[str, Any]:
    return {"ratio_growth_pct": value(formulas.growth_of_ratio(Percent(g_num_pct), Percent(g_den_pct)))}


def direction(g_part_pct: float, g_whole_pct: float) -> dict[str, Any]:
    moved = value(formulas.share_change(Percent(10), growth=Percent(g_part_pct), whole_growth=Percent(g_whole_pct)))
    return {"direction": "up" if moved > 0 else "down" if moved < 0 else "same"}


EXAMINED: Calls = {
    "growth = pull / contribution": lambda pull_pp, contribution_pct: {
        "growth_pct": value(formulas.growth_of_whole(Points(pull_pp), Percent(contribution_pct)))},
    "whole increment = part increment / contribution": lambda part_increment, contribution_pct: {
        "whole_increment": formulas.increment_of_whole(part_increment, Percent(contribution_pct))},
    "whole increment from part level": lambda part, g_part_pct, contribution_pct: {
        "whole_increment": formulas.increment_of_whole(formulas.increment(part, Percent(g_part_pct)), Percent(contribution_pct))},
    "pull": contribution,
    "contribution of wage income": of_increments,
    "contribution and pull of household": of_increments,
    "increment = A*r/(1+r)": lambda level, g_pct: {"increment": formulas.increment(level, Percent(g_pct))},
    "base-period difference": lambda sep, g_sep_pct, aug, g_aug_pct: {
        "diff": formulas.base(sep, Percent(g_sep_pct)) - formulas.base(aug, Percent(g_aug_pct))},
    "interval growth and 2018 base": two_years_back,
    "interval growth": interval,
    "two-year-back base": two_years_back,
    "two successive m/m growths": interval,
    "growth of H2": second_half,
    "growth of residual part": contribution,
    "年均增长": averages,
    "period-count convention": steps_of_years,
    "base-period multiple": lambda a, ga_pct, b, gb_pct: {
        "multiple": formulas.base_multiple(a, b, growth=Percent(ga_pct), other_growth=Percent(gb_pct))},
    "base from level and increment": from_increment,
    "base": lambda level, g_pct: {"base": formulas.base(level, Percent(g_pct))},
    "growth of ratio": quotient,
    "share change (pp) = A/B": contribution,
    "sign of share change": direction,
}

# Intervals that the file has from plain interval arithmetic, which takes a number that enters twice for two: the sharp one
# lies within.
SHARPER = {"implied_interval"}


def lies_within(found: list[float], expected: list[float]) -> bool:
    return expected[0] - 1e-4 <= found[0] <= found[1] <= expected[1] + 1e-4


CALLS = {1: GROWTH, 6: PUBLISHED, 7: EXAMINED}


def call_for(topic: int, method: str) -> Callable[..., dict[str, Any]] | None:
    """The call whose name the method starts with, the longest of several."""
    fitting = [name for name in CALLS[topic] if method.startswith(name)]
    return CALLS[topic][max(fitting, key=len)] if fitting else None


def agrees(found: Any, expected: Any, tolerance: float) -> bool:
    if isinstance(expected, list):
        return len(found) == len(expected) and all(agrees(a, b, tolerance) for a, b in zip(found, expected, strict=True))
    if isinstance(expected, (bool, str)):
        return bool(found == expected)
    return abs(found - expected) <= tolerance + 1e-12


def missed(line: dict[str, Any]) -> str:
    """What of one known value is not found, or an empty text."""
    call = call_for(line["topic"], line["method"])
    if call is None:
        return "no call for this method"
    try:
        found = call(**line["inputs"])
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"
    tolerance = line["tolerance"]
    found |= {key: line["expected"][key] for key in SHARPER & found.keys() if lies_within(found[key], line["expected"][key])}
    for key, expected in line["expected"].items():
        width = tolerance[key] if isinstance(tolerance, dict) else tolerance
        if key not in found or not agrees(found[key], expected, width):
            return f"{key}: {found.get(key)!r}, expected {expected!r} to {width}"
    return ""


def main(path: Path) -> int:
    lines = [json.loads(line) for line in (path / "oracles.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    asked = [line for line in lines if line["topic"] in TOPICS]
    misses = [(line["id"], why) for line in asked if (why := missed(line))]
    for name, why in misses:
        print(f"FAILS {name}: {why}")
    print(f"{len(asked) - len(misses)} of {len(asked)} known values through Python")
    return 1 if misses or not asked else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
