"""Every operation along time against exact rationals: kinds of figures, spans, with and without published growth."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from kebi.enums import Frequency, Kind
from printed_levels import KINDS, STARTS, STEPS, TO_DATE, close, exact_of, outcome, series_of

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "kinds.md").read_text(encoding="utf-8")


class Plain:
    """The slow and obvious way: one figure after the other, as exact rationals, or None where there is none."""

    def __init__(self, frequency, with_growth):
        self.frequency, self.with_growth = frequency, with_growth
        self.known = exact_of(frequency)
        self.per_year = 12 // STEPS.get(frequency, 1)

    def level(self, span):
        return self.known[span][0] if span in self.known else None

    def years_back(self, span, years=1):
        for _ in range(years):
            span = span and span.year_before()
        return span

    def growth(self, span):
        """Growth over the year before: as published, or of the levels."""
        if span not in self.known:
            return None
        if self.with_growth:
            return self.known[span][1]
        return self.over(self.level(span), self.level(self.years_back(span)))

    def before(self, span):
        """The span that is published before: of years to date the shorter one."""
        spans = list(self.known)
        at = spans.index(span)
        return spans[at - 1] if at else None

    def step(self, span):
        """Growth of levels over the span before."""
        return self.over(self.level(span), self.level(span.span_before()))

    def steps(self, span, count):
        """The product of the last steps, as a factor."""
        factor = Fraction(1)
        for _ in range(count):
            step = self.step(span) if span in self.known else None
            if step is None:
                return None
            factor *= 1 + step / 100
            span = span.span_before()
        return factor

    def base(self, span):
        level, growth = self.level(span), self.known[span][1] if self.with_growth else None
        return None if growth is None else level / (1 + growth / 100)

    def linked(self, span, anchor):
        """The level of a span at the scope of a year: its own there, and grown as published on either side."""
        if not self.with_growth:
            return None
        year, of = span.last[0], {span.last[0]: span}
        if year == anchor:
            return self.level(span)
        later = next((p for p in self.known if p.year_before() == span), None)
        if year < anchor:
            there = self.linked(later, anchor) if later else None
            return None if there is None else there / (1 + self.known[later][1] / 100)
        there = self.linked(of[year].year_before(), anchor) if span.year_before() in self.known else None
        return None if there is None else there * (1 + self.known[span][1] / 100)

    @staticmethod
    def over(now, before):
        return None if now is None or before is None else (now / before - 1) * 100

    @staticmethod
    def less(a, b):
        return None if a is None or b is None else a - b

    @staticmethod
    def both(a, b):
        return None if a is None or b is None else ((1 + a / 100) * (1 + b / 100) - 1) * 100


def overhang(plain, year):
    """The last level of a year over the mean of all of it."""
    levels = [level for span, (level, _) in plain.known.items() if span.last[0] == year.last[0]]
    return (levels[-1] * len(levels) / sum(levels) - 1) * 100


def carry_over(plain, span):
    """The steps after this span of last year, up to the end of that year: none of the last span."""
    last = [p for p in plain.known if p.last == (span.last[0] - 1, 12)]
    ends = sum(p.last > span.last for p in plain.known if p.last[0] == span.last[0])
    if ends and not last:
        return None
    factor = plain.steps(last[0], ends) if ends else Fraction(1)
    return None if factor is None else (factor - 1) * 100


def sum_to_date(plain, span):
    parts = [level for p, (level, _) in plain.known.items() if p.last[0] == span.last[0] and p.last <= span.last]
    return sum(parts)


# An operation, and the plain way to each of its figures; `None` there says that it has no value.
OPERATIONS = {
    "change_of_level": (lambda of: of.change_of_level(), lambda p, s: p.less(p.level(s), p.level(p.years_back(s)))),
    "change_of_level, since='span'": (
        lambda of: of.change_of_level("span"), lambda p, s: p.less(p.level(s), p.level(s.span_before()))),
    "average_increment": (
        lambda of: of.average_increment(2),
        lambda p, s: None if p.level(p.years_back(s, 2)) is None else (p.level(s) - p.level(p.years_back(s, 2))) / 2),
    "year_over_year": (lambda of: of.year_over_year(), lambda p, s: p.growth(s)),
    "period_over_period": (lambda of: of.period_over_period(), lambda p, s: p.step(s)),
    "growth_since": (lambda of: of.growth_since(same_period_of=2017), lambda p, s: p.over(
        p.level(s), p.level(p.years_back(s, s.last[0] - 2017)))),
    "interval_growth": (lambda of: of.interval_growth(), lambda p, s: p.both(p.growth(s), p.growth(p.years_back(s)))),
    "acceleration": (lambda of: of.acceleration(), lambda p, s: p.less(p.growth(s), p.growth(p.years_back(s)))),
    "acceleration, since='span'": (
        lambda of: of.acceleration("span"), lambda p, s: p.less(p.growth(s), p.growth(p.before(s)))),
    "annualised": (
        lambda of: of.annualised(),
        lambda p, s: None if p.step(s) is None else ((1 + p.step(s) / 100) ** p.per_year - 1) * 100),
    "chained_growth": (
        lambda of: of.chained_growth(2), lambda p, s: None if p.steps(s, 2) is None else (p.steps(s, 2) - 1) * 100),
    "carry_over": (lambda of: of.carry_over(), carry_over),
    "new_price": (lambda of: of.year_over_year(from_levels=True).new_price(of), lambda p, s: p.less(
        p.over(p.level(s), p.level(p.years_back(s))), carry_over(p, s))),
    "overhang": (lambda of: of.overhang(), overhang),
    "cumulated": (lambda of: of.cumulated(), sum_to_date),
    "comparable_base": (lambda of: of.comparable_base(), lambda p, s: p.base(s)),
    "increment": (lambda of: of.increment(), lambda p, s: p.less(p.level(s), p.base(s))),
    "revision_factor": (lambda of: of.revision_factor(), lambda p, s: None if p.level(p.years_back(s)) is None else (
        p.base(s) / p.level(p.years_back(s)))),
    "linked": (lambda of: of.linked(2018), lambda p, s: p.linked(s, 2018)),
}


@pytest.mark.parametrize("with_growth", [True, False])
@pytest.mark.parametrize("frequency", list(STARTS))
@pytest.mark.parametrize("name", list(OPERATIONS))
def test_an_operation_is_what_exact_arithmetic_makes_of_it_or_is_refused(name, frequency, with_growth):
    call, exact = OPERATIONS[name]
    plain = Plain(frequency, with_growth)
    for kind in KINDS:
        levels = series_of(frequency, kind, with_growth)
        found = outcome(lambda levels=levels: call(levels))
        if found is None:
            continue
        values = 0
        for span, value in found:
            expected = exact(plain, span)
            if expected is None:
                assert value is None, (kind, span)
                continue
            values += 1
            assert close(value, expected), (kind, span)
            bounds = found.bounds_at(span)
            assert bounds.lo <= expected <= bounds.hi, (kind, span)
        assert values or name in ("average_increment", "linked"), kind


@pytest.mark.parametrize("frequency", list(STARTS))
def test_averages_of_growth_are_the_roots_of_what_they_average(frequency):
    plain, levels = Plain(frequency, True), series_of(frequency, None)
    for found, over in (
        (levels.two_year_average(), lambda s: plain.both(plain.growth(s), plain.growth(plain.years_back(s)))),
        (levels.average_growth(2), plain.growth),
    ):
        for span, rate in found:
            expected = over(span)
            assert rate is None if expected is None else close(((1 + rate / 100) ** 2 - 1) * 100, expected)


def test_single_months_out_of_years_to_date_are_their_differences():
    plain, levels = Plain(Frequency.year_to_date, True), series_of(Frequency.year_to_date, Kind.flow)
    months, growth = levels.single_months(), levels.single_month_growth()
    for span, value in months:
        now, before = span.year_to_date(), span.year_to_date().year_before() and span.span_before()
        first = span.last[1] == 1
        taken = (0, 0) if first else (plain.level(before.year_to_date()), plain.base(before.year_to_date()))
        level, base = plain.level(now) - taken[0], plain.base(now) - taken[1]
        assert close(value, level) and months.bounds_at(span).lo <= level <= months.bounds_at(span).hi
        rate = (level / base - 1) * 100
        assert close(growth[span], rate) and growth.bounds_at(span).lo <= rate <= growth.bounds_at(span).hi


def cells(name, frequency):
    """What an operation takes of flows: levels with or without published growth, with growth alone, or none."""
    call, _ = OPERATIONS[name]
    with_growth, without = (outcome(lambda g=g: call(series_of(frequency, Kind.flow, g))) is not None for g in (True, False))
    return "●" if with_growth and without else "with growth" if with_growth else "refused"


def test_the_page_says_which_spans_each_operation_takes():
    lines = [f"| operation | {' | '.join(f'`{each.name}`' for each in STARTS)} |", f"| --- |{' --- |' * len(STARTS)}"]
    for name in OPERATIONS:
        lines.append(f"| `{name}` | {' | '.join(cells(name, each) for each in STARTS)} |")
    for line in lines:
        assert line in PAGE


def test_the_page_says_which_kinds_each_operation_takes():
    columns = [kind for kind in KINDS if kind is not None]
    lines = [f"| operation on months | {' | '.join(kind.name for kind in columns)} | unknown |", f"| --- |{' --- |' * (len(columns) + 1)}"]
    for name, (call, _) in OPERATIONS.items():
        taken = []
        for kind in [*columns, None]:
            both = [outcome(lambda k=kind, g=g: call(series_of(Frequency.month, k, g))) is not None for g in (True, False)]
            taken.append("●" if all(both) else "with growth" if both[0] else "refused")
        lines.append(f"| `{name}` | {' | '.join(taken)} |")
    for line in lines:
        assert line in PAGE
