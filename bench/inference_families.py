"""Random reports of nine families whose true figures are known: what inference_hull.py measures with.

Each is a model of free levels, and every figure of it a function of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

Key = tuple[str, str, str, str, str]  # indicator, region, period, measure, whole
Formula = Callable[[np.ndarray], float]
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
    (base, now), target = m.pair("固定资产投资", span="H1"), m.free(float(m.dice.randint(900, 1800)))
    m.add(("固定资产投资", "甲区", YEAR, "target", ""), target, 0)
    m.add(("固定资产投资", "甲区", YEAR + "H1", "progress", ""), lambda x: 100 * now(x) / target(x))


def industries(m: Model) -> None:
    """Levels and shares at current prices; growth and what it is made of at the prices of another year."""
    names, whole = ("第一产业增加值", "第二产业增加值", "第三产业增加值"), "地区生产总值"
    sizes = [m.dice.uniform(50, 900) for _ in names]
    base = [m.free(size) for size in sizes]
    volume = [m.free(size * m.dice.uniform(0.85, 1.25)) for size in sizes]
    level = [m.free(size * m.dice.uniform(0.85, 1.4)) for size in sizes]
    everything = plus(*base), plus(*volume), plus(*level)
    for name, b, v, p in [*zip(names, base, volume, level), (whole, *everything)]:
        m.add((name, "甲区", YEAR, "level", ""), p)
        m.add((name, "甲区", YEAR, "growth", ""), lambda x, b=b, v=v: 100 * (v(x) / b(x) - 1))
        if name == whole:
            continue
        all_before, all_now, all_paid = everything
        m.add((name, "甲区", YEAR, "share", whole), lambda x, p=p: 100 * p(x) / all_paid(x))
        m.add((name, "甲区", YEAR, "pull", whole), lambda x, b=b, v=v: 100 * (v(x) - b(x)) / all_before(x), 2)
        m.add((name, "甲区", YEAR, "contribution", whole), lambda x, b=b, v=v: 100 * (v(x) - b(x)) / (all_now(x) - all_before(x)))


def budget(m: Model) -> None:
    sums(m)
    parts = [(m.figures[(n, "甲区", BEFORE, "level", "")], m.figures[(n, "甲区", YEAR, "level", "")]) for n in ("税收收入", "非税收入")]
    whole = plus(*(p[0] for p in parts)), plus(*(p[1] for p in parts))
    for name, part in zip(("税收收入", "非税收入"), parts):
        m.add_part(name, "一般公共预算收入", part, whole)


FAMILIES = [district_and_city, sums, trade, year_and_halves, quarters, part_of_whole, target_and_progress, industries, budget]
