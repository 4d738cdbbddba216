"""Inference held against the true hull on random reports of nine families.

    inference_hull.py [REPORTS] [SEED]

Of each report the true figures are known, and a random part of them is printed. The hull of every
figure is found from inside by linear programming around points that satisfy all that is printed, so
whatever it says can be true. It needs scipy, which kebi does not: make an environment for it. Prints
how many bounds lie within 2 % of the hull, the worst ratio, how many of the figures that follow are
listed, how many impossible slips are found, and for how many the first mend is the true one.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Callable

import numpy as np
from scipy.optimize import linprog

import kebi

Key = tuple[str, str, str, str, str]  # indicator, region, period, measure, whole
Formula = Callable[[np.ndarray], float]
UNITS = {"level": "亿元", "pull": "个百分点"}
YEAR, BEFORE = "2019", "2018"


class Model:
    """Free positive levels, and every figure as a function of them."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.start = dice, []
        self.figures: dict[Key, Formula] = {}
        self.decimals: dict[Key, int] = {}

    def free(self, size: float) -> Formula:
        place = len(self.start)
        self.start.append(size)
        return lambda x: x[place]

    def add(self, key: Key, formula: Formula, decimals: int = 1) -> None:
        self.figures[key] = formula
        self.decimals[key] = decimals

    def pair(self, name: str, region: str = "甲区", span: str = "", size: float = 0) -> tuple[Formula, Formula]:
        """A level this year and the year before, with its growth."""
        size = size or self.dice.uniform(50, 900)
        base, now = self.free(size), self.free(size * self.dice.uniform(0.85, 1.25))
        self.add_pair(name, base, now, region, span)
        return base, now

    def add_pair(self, name: str, base: Formula, now: Formula, region: str = "甲区", span: str = "") -> None:
        self.add((name, region, YEAR + span, "level", ""), now)
        self.add((name, region, BEFORE + span, "level", ""), base)
        self.add((name, region, YEAR + span, "growth", ""), lambda x: 100 * (now(x) / base(x) - 1))

    def add_part(self, name: str, whole: str, part: tuple[Formula, Formula], all_of: tuple[Formula, Formula], region: str = "甲区") -> None:
        (p0, p1), (w0, w1) = part, all_of
        self.add((name, region, YEAR, "share", whole), lambda x: 100 * p1(x) / w1(x))
        self.add((name, region, BEFORE, "share", whole), lambda x: 100 * p0(x) / w0(x))
        self.add((name, region, YEAR, "pull", whole), lambda x: 100 * (p1(x) - p0(x)) / w0(x), 2)
        self.add((name, region, YEAR, "contribution", whole), lambda x: 100 * (p1(x) - p0(x)) / (w1(x) - w0(x)))


def plus(*parts: Formula) -> Formula:
    return lambda x: sum(part(x) for part in parts)


def district_and_city(m: Model) -> None:
    own, rest = m.pair("规模以上工业总产值"), (m.free(m.dice.uniform(1000, 4000)), m.free(m.dice.uniform(1000, 4000)))
    city = plus(own[0], rest[0]), plus(own[1], rest[1])
    m.add_pair("规模以上工业总产值", *city, region="全市")
    m.add_part("规模以上工业总产值", "全市", own, city)


def sums(m: Model) -> None:
    parts = {name: m.pair(name) for name in ("税收收入", "非税收入")}
    m.add_pair("一般公共预算收入", plus(*(p[0] for p in parts.values())), plus(*(p[1] for p in parts.values())))


def trade(m: Model) -> None:
    parts = {name: m.pair(name) for name in ("出口额", "进口额")}
    whole = plus(*(p[0] for p in parts.values())), plus(*(p[1] for p in parts.values()))
    m.add_pair("进出口总额", *whole)
    for name, part in parts.items():
        m.add_part(name, "进出口总额", part, whole)


def spans(m: Model, names: tuple[str, ...], name: str = "税收收入") -> list[tuple[Formula, Formula]]:
    return [m.pair(name, span=span, size=m.dice.uniform(60, 200)) for span in names]


def year_and_halves(m: Model) -> None:
    halves = spans(m, ("H1", "H2"))
    m.add_pair("税收收入", plus(*(h[0] for h in halves)), plus(*(h[1] for h in halves)))


def quarters(m: Model) -> None:
    all_of = spans(m, ("Q1", "Q2", "Q3", "Q4"))
    for count, span in ((2, "H1"), (3, "-01..2019-09"), (4, "")):
        base, now = plus(*(q[0] for q in all_of[:count])), plus(*(q[1] for q in all_of[:count]))
        if count == 3:
            m.add(("税收收入", "甲区", "2019-01..2019-09", "level", ""), now)
            m.add(("税收收入", "甲区", "2018-01..2018-09", "level", ""), base)
            m.add(("税收收入", "甲区", "2019-01..2019-09", "growth", ""), lambda x, b=base, n=now: 100 * (n(x) / b(x) - 1))
        else:
            m.add_pair("税收收入", base, now, span=span)


def part_of_whole(m: Model) -> None:
    part, rest = m.pair("工业投资"), (m.free(m.dice.uniform(100, 900)), m.free(m.dice.uniform(100, 900)))
    whole = plus(part[0], rest[0]), plus(part[1], rest[1])
    m.add_pair("固定资产投资", *whole)
    m.add_part("工业投资", "固定资产投资", part, whole)


def target_and_progress(m: Model) -> None:
    (base, now), target = m.pair("固定资产投资", span="H1"), m.free(m.dice.uniform(900, 1800))
    m.add(("固定资产投资", "甲区", YEAR, "target", ""), target, 0)
    m.add(("固定资产投资", "甲区", YEAR + "H1", "progress", ""), lambda x: 100 * now(x) / target(x))


def industries(m: Model) -> None:
    names = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
    parts = {name: m.pair(name) for name in names}
    whole = plus(*(p[0] for p in parts.values())), plus(*(p[1] for p in parts.values()))
    m.add_pair("地区生产总值", *whole)
    for name, part in parts.items():
        m.add_part(name, "地区生产总值", part, whole)
    # Growth at comparable prices stands on bases of its own: levels of the year before do not tell it.
    for key in [k for k in m.figures if (k[2] == BEFORE)]:
        del m.figures[key]


def budget(m: Model) -> None:
    sums(m)
    parts = [(m.figures[(n, "甲区", BEFORE, "level", "")], m.figures[(n, "甲区", YEAR, "level", "")]) for n in ("税收收入", "非税收入")]
    whole = plus(*(p[0] for p in parts)), plus(*(p[1] for p in parts))
    for name, part in zip(("税收收入", "非税收入"), parts):
        m.add_part(name, "一般公共预算收入", part, whole)


FAMILIES = [district_and_city, sums, trade, year_and_halves, quarters, part_of_whole, target_and_progress, industries, budget]


def fact_of(key: Key, printed: str) -> kebi.Fact:
    indicator, region, period, measure, whole = key
    about = {"indicator": indicator, "region": region, "period": period, "text": printed}
    about["value"] = json.loads(printed)
    about["decimals"] = len(printed.partition(".")[2])
    about["status"] = "target" if measure == "target" else "actual"
    about["measure"] = "level" if measure == "target" else measure
    about["unit"] = UNITS.get(about["measure"], "%")
    if whole:
        about["of"] = whole
    if measure == "growth":
        about["basis"] = "yoy"
    text = json.dumps(about, ensure_ascii=False)
    return kebi.Fact.from_json(text.replace(f'"value": {json.dumps(about["value"])}', f'"value": {printed}'))


def ends(m: Model, printed: dict[Key, str]) -> dict[Key, tuple[float, float]]:
    half = {key: 0.0 if key[3] == "target" else 0.5 / 10 ** m.decimals[key] for key in printed}
    return {key: (float(text) - half[key], float(text) + half[key]) for key, text in printed.items()}


def slopes(formula: Formula, x: np.ndarray) -> np.ndarray:
    here, result = formula(x), np.empty(len(x))
    for i in range(len(x)):
        step = 1e-6 * x[i]
        moved = x.copy()
        moved[i] += step
        result[i] = (formula(moved) - here) / step
    return result


def hull_end(m: Model, known: dict[Key, tuple[float, float]], key: Key, way: int) -> float | None:
    """The furthest that a figure gets while all that is printed holds; None where it is open."""
    x, formula = np.array(m.start), m.figures[key]
    best = way * formula(x)
    for _ in range(12):
        rows, room = [], []
        for other, (low, high) in known.items():
            slope, here = slopes(m.figures[other], x) * x, m.figures[other](x)
            rows += [slope, -slope]
            room += [high - here, here - low]
        a = np.array(rows) if rows else None
        found = linprog(-way * slopes(formula, x) * x, A_ub=a, b_ub=room or None, bounds=[(-0.6, 1.5)] * len(x), method="highs")
        if found.x is None:
            break
        if np.max(np.abs(found.x)) > 0.4:
            return None  # nothing printed holds it
        part = 1.0
        while part > 1e-6:
            there = x * (1 + part * found.x)
            fits = all(low - 1e-10 * (1 + abs(low)) <= m.figures[k](there) <= high + 1e-10 * (1 + abs(high)) for k, (low, high) in known.items())
            if fits and way * formula(there) > best:
                break
            part *= 0.9
        else:
            break
        gain, best, x = way * formula(there) - best, way * formula(there), there
        if gain <= 1e-7 * abs(best):
            break
    return way * best


def inferred(printed: dict[Key, str]) -> kebi.reports.Inference:
    return kebi.Report([fact_of(key, text) for key, text in printed.items()], region="甲区", period=YEAR).infer()


def audited(printed: dict[Key, str]) -> kebi.reports.Audit:
    return kebi.Report([fact_of(key, text) for key, text in printed.items()], region="甲区", period=YEAR).audit()


def bounds_of(implied: kebi.reports.Inference, key: Key) -> list[kebi.Bounds]:
    indicator, region, period, measure, whole = key
    status = "target" if measure == "target" else "actual"
    wanted = "level" if measure == "target" else measure
    return [
        each.bounds
        for each in implied.find(indicator, period, wanted)
        if each.region == region and each.status.name == status and (not whole or each.core.of.endswith(whole))
    ]


def slipped(text: str, dice: random.Random) -> str:
    place = dice.choice([i for i, c in enumerate(text) if c.isdigit()])
    other = dice.choice([d for d in "0123456789" if d != text[place] and not (d == "0" and place == 0 and text[1:2] != ".")])
    return text[:place] + other + text[place + 1 :]


def measure(reports: int, seed: int) -> None:
    totals: Counter[str] = Counter()
    worst, missing = (1.0, ""), Counter()
    for number in range(reports):
        dice = random.Random(seed * 1_000_003 + number)
        family = FAMILIES[number % len(FAMILIES)]
        m = Model(dice)
        family(m)
        x = np.array(m.start)
        texts = {key: f"{formula(x):.{m.decimals[key]}f}" for key, formula in m.figures.items()}
        m.start = [*x]
        printed = {key: text for key, text in texts.items() if dice.random() < 0.6}
        for key in [k for k in printed if k[3] == "target"]:
            m.figures[key] = lambda x, of=m.figures[key], shift=float(printed[key]) / m.figures[key](x): of(x) * shift
        known = ends(m, printed)
        if not all(low <= m.figures[k](x) <= high for k, (low, high) in known.items()):
            continue
        implied = inferred(printed)
        totals["reports"] += 1
        for key in m.figures:
            low, high = hull_end(m, known, key, -1), hull_end(m, known, key, 1)
            if low is None or high is None or high - low > 0.5 * (abs(high) + abs(low)) or high - low < 1e-9:
                continue
            found = bounds_of(implied, key)
            stated = key in printed
            totals["follow"] += not stated
            totals["listed"] += not stated and any(b.is_bounded for b in found)
            if not any(b.is_bounded for b in found):
                missing[f"{family.__name__} {key[3]} {key[2][:4]}"] += 1
                continue
            best = min((b for b in found if b.is_bounded), key=lambda b: b.width)
            if best.lo > low + 1e-6 * (1 + abs(low)) or best.hi < high - 1e-6 * (1 + abs(high)):
                totals["violated"] += 1
                print("violated", number, family.__name__, key, best, low, high)
            ratio = best.width / (high - low)
            totals["figures"] += 1
            totals["sharp"] += ratio <= 1.02
            if ratio > worst[0]:
                worst = ratio, f"{number} {family.__name__} {key}"
        key = dice.choice(list(printed)) if printed else None
        if key is None:
            continue
        others = {k: v for k, v in known.items() if k != key}
        low, high = hull_end(m, others, key, -1), hull_end(m, others, key, 1)
        wrong = slipped(printed[key], dice)
        half = 0.0 if key[3] == "target" else 0.5 / 10 ** m.decimals[key]
        if low is None or high is None or (float(wrong) + half > low - 1e-3 and float(wrong) - half < high + 1e-3):
            continue
        totals["slips"] += 1
        audit = audited({**printed, key: wrong})
        totals["found"] += len(audit) > 0
        place = list(printed).index(key)
        first = audit[0].mends[0] if len(audit) and audit[0].mends else None
        totals["named"] += any(place in each.facts for each in audit)
        right = first is not None and first[0] == place and float(first[1]) == float(printed[key])
        totals["mended"] += right
    share = lambda a, b: f"{100 * totals[a] / max(totals[b], 1):.1f} % of {totals[b]}"
    print(f"{totals['reports']} reports; bounds violated: {totals['violated']}")
    print(f"within 2 % of the hull: {share('sharp', 'figures')}; worst ratio {worst[0]:.2f} ({worst[1]})")
    print(f"figures that follow, listed: {share('listed', 'follow')}; most often missing: {missing.most_common(8)}")
    print(f"impossible slips found: {share('found', 'slips')}; named {share('named', 'slips')}; first mend right: {share('mended', 'slips')}")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 180, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
