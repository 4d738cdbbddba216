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

import numpy as np
from inference_families import FAMILIES, YEAR, Formula, Key, Model
from scipy.optimize import linprog

import kebi

Known = dict[Key, tuple[float, float]]
UNITS = {"level": "亿元", "pull": "个百分点"}


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


def furthest_step(m: Model, known: Known, formula: Formula, way: int, x: np.ndarray) -> np.ndarray | None:
    """The step to the best vertex of what is printed, taken to be linear around x."""
    rows, room = [], []
    for other, (low, high) in known.items():
        slope, here = slopes(m.figures[other], x) * x, m.figures[other](x)
        rows += [slope, -slope]
        room += [high - here, here - low]
    a, n, gain = np.array(rows), len(x), slopes(formula, x) * x
    tiny = 1e-7 * np.max(np.abs(gain)) + 1e-12  # what does not matter stands still
    cost = np.concatenate([-way * gain + tiny, way * gain + tiny])
    found = linprog(cost, A_ub=np.hstack([a, -a]) if rows else None, b_ub=room or None, bounds=[(0, 1.5)] * n + [(0, 0.6)] * n, method="highs")
    return None if found.x is None else found.x[:n] - found.x[n:]


def hull_end(m: Model, known: Known, key: Key, way: int) -> float | None:
    """The furthest that a figure gets while all that is printed holds; None where it is open."""
    start, formula = np.array(m.start), m.figures[key]
    best = way * formula(start)

    def fits(x: np.ndarray) -> bool:
        return np.all(x > 0) and all(low - 1e-10 * (1 + abs(low)) <= m.figures[k](x) <= high + 1e-10 * (1 + abs(high)) for k, (low, high) in known.items())

    x = start
    for step in range(12):
        move = furthest_step(m, known, formula, way, x)
        if move is None:
            break
        if step == 0 and np.max(np.abs(move)) > 0.4:
            return None  # nothing printed holds it
        there = x * (1 + move)
        if np.any(there <= 0):
            break
        if fits(there) and way * formula(there) > best:
            best = way * formula(there)
        x = there
        if np.max(np.abs(move)) < 1e-10:
            break
    x = start
    for _ in range(12):
        move = furthest_step(m, known, formula, way, x)
        if move is None:
            break
        part = 1.0
        here = way * formula(x)
        while part > 1e-4:
            there = x * (1 + part * move)
            if fits(there) and way * formula(there) > here:
                break
            part *= 0.8
        else:
            break
        x = there
        best = max(best, way * formula(x))
        if way * formula(x) - here <= 1e-7 * abs(here):
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
        printed = {key: text for key, text in texts.items() if dice.random() < 0.6}
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
