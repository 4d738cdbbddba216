#!/usr/bin/env python3
"""Inference held against what is known of a real report.

    infer.py REFERENCE

REFERENCE holds `reference/`, the report. Bounds are those that its printed figures leave.
"""

from __future__ import annotations

import sys
from pathlib import Path

import kebi

# Comparable bases of the first half of 2018, from level and growth as printed.
BASES = {
    "一般公共预算收入": (170.785961, 171.053934),
    "规模以上工业总产值": (3122.866704, 3126.465662),
    "社会消费品零售总额": (576.791077, 577.372263),
    "固定资产投资": (150.172159, 150.418513),
    "合同利用外资": (10.270798, 10.324628),
    "居民人均可支配收入": (27774.460266, 27800.919540),
    "技术合同成交额": (25.453153, 25.517241),
    "工业投资": (32.025274, 32.113145),
    "技术改造投资": (22.872801, 22.943723),
}


def main(reference: Path) -> int:
    report = kebi.read(reference / "reference" / "jiading-2019h1.txt")
    implied, audit, missed = report.infer(), report.audit(), []

    def expect(what: str, holds: bool) -> None:
        print(("ok    " if holds else "FAILS ") + what)
        if not holds:
            missed.append(what)

    def near(bounds: kebi.Bounds, lo: float, hi: float, slack: float = 2e-6) -> bool:
        return abs(bounds.lo - lo) <= slack * abs(lo) and abs(bounds.hi - hi) <= slack * abs(hi)

    for indicator, (lo, hi) in BASES.items():
        found = [f for f in implied.find(indicator, "2018H1", "level") if near(f.bounds, lo, hi)]
        expect(f"base of {indicator}: [{lo:.2f}, {hi:.2f}]", bool(found))
    city = implied.find("战略性新兴产业产值", "2019H1", "level")
    expect("the city's total is [4907.8, 4952.0]", any(near(f.bounds, 4907.8, 4952.0, 2e-5) for f in city))
    rest = implied.find("固定资产投资(除工业投资)", "2019H1", "growth")
    expect("the rest of fixed-asset investment fell by 11.5% to 11.7%", any(near(f.bounds, -11.697, -11.523, 1e-4) for f in rest))
    expect("835 or so communities", any(near(f.bounds, 825, 845) for f in implied if f.region == report.region and f.measure is kebi.enums.Measure.level))
    revenue = implied.find("一般公共预算收入", "2018")
    expect("2018's revenue has bounds on both sides", any(f.bounds.is_bounded for f in revenue))
    expect("three projects are left of thirty", any((f.bounds.lo, f.bounds.hi) == (3, 3) for f in implied))
    expect("30 = 4 + 1 + 22 + 3 is a passed check", any(
        [f.bounds.hi for f in check.figures] == [30, 4, 1, 22, 3] and all(f.bounds.width == 0 for f in check.figures)
        for check in audit.checks if check.figures[0].indicator == "重大项目数"
    ))
    needed = {each.target.indicator: each for each in implied.still_to_come()}
    expect("the second half's need of revenue is told", needed["一般公共预算收入"].growth is not None)
    expect("what is missing for industry's need is told", "2018" in needed["规模以上工业总产值"].missing)
    expect(f"exactly one contradiction (found {len(audit)})", len(audit) == 1)
    if len(audit) == 1:
        found = audit[0]
        texts = {report.facts[i].text for i in found.facts}
        expect("it is the share that rose by 1.4 points", "比去年同期提高 1.4 个百分点" in texts)
        expect("graded as a suspected scope break", found.grade is kebi.enums.Grade.scope_break)
        factor = found.factor.printed(3) if found.factor is not None else "none"
        expect(f"with the factor [1.039, 1.053] (found {factor})", factor == "[1.039, 1.053]")
    print(f"{len(implied)} figures implied, {sum(audit.passed.values())} checks passed")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
