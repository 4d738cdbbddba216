"""Levels and growth of three years as they are printed, of any kind and over spans of any length, and as exact rationals."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from kebi import KebiError, Period, Series
from kebi.enums import Frequency, Kind

KINDS = [Kind.flow, Kind.stock, Kind.count, Kind.ratio, Kind.rate, Kind.index, Kind.average, None]
STARTS = {
    Frequency.month: "2017-01", Frequency.two_months: "2017-01..2017-02", Frequency.quarter: "2017Q1",
    Frequency.half: "2017H1", Frequency.year: "2017", Frequency.year_to_date: "2017-01",
    Frequency.year_to_quarter: "2017-03",
}
STEPS = {Frequency.two_months: 2, Frequency.quarter: 3, Frequency.half: 6, Frequency.year: 12, Frequency.year_to_quarter: 3}
TO_DATE = (Frequency.year_to_date, Frequency.year_to_quarter)
YEARS = 3


def figures(frequency, seed):
    """Levels and growth of three years as they are printed, by their spans; a year to date rises and keeps its pace."""
    made, step = {}, STEPS.get(frequency, 1)
    source = random.Random(seed)
    for end in range(step, 12 * YEARS + 1, step):
        year, month = 2017 + (end - 1) // 12, (end - 1) % 12 + 1
        to_date = frequency in TO_DATE
        first = 1 if to_date else month - step + 1
        level = (1000 * month if to_date else 1000) + source.randrange(400)
        growth = source.randrange(40, 60) if to_date else source.randrange(-150, 200)
        made[Period(f"{year}-{first:02}..{year}-{month:02}")] = f"{level / 10:.1f}", f"{growth / 10:.1f}"
    return made


def series_of(frequency, kind, with_growth=True, seed=7):
    printed = figures(frequency, seed)
    growth = [g for _, g in printed.values()] if with_growth else None
    return Series([x for x, _ in printed.values()], start=STARTS[frequency], frequency=frequency, growth=growth, kind=kind)


def exact_of(frequency, seed=7):
    return {span: (Fraction(x), Fraction(g)) for span, (x, g) in figures(frequency, seed).items()}


def parts_of(span, frequency, known):
    """The spans that make a longer one up, or of years to date its two ends; None where one lacks."""
    (year, first), (_, last) = span.first, span.last
    if frequency in TO_DATE:
        ends = [Period(f"{year}-01..{year}-{last:02}")]
        if first > 1:
            ends.append(Period(f"{year}-01..{year}-{first - 1:02}"))
        return ends if all(end in known for end in ends) else None
    step = STEPS.get(frequency, 1)
    parts = [Period(f"{year}-{m:02}..{year}-{m + step - 1:02}") for m in range(first, last + 1, step)]
    return parts if all(part in known for part in parts) else None


def sum_and_growth(parts, frequency, known):
    """The level of a span, and its growth on the comparable base, as exact rationals."""
    signs = [1, -1] if frequency in TO_DATE else [1] * len(parts)
    pairs = [(sign, *known[part]) for sign, part in zip(signs, parts)]
    level = sum(sign * x for sign, x, _ in pairs)
    base = sum(sign * x / (1 + g / 100) for sign, x, g in pairs)
    return level, (level / base - 1) * 100


def outcome(call):
    """What an operation gives, or None where it is refused."""
    try:
        return call()
    except KebiError:
        return None


def close(found, exact):
    return found == pytest.approx(float(exact), rel=1e-11, abs=1e-9)
