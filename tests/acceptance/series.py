#!/usr/bin/env python3
"""The series functions on real series: what single months, bases and links come to.

    series.py SHARED    where SHARED/data holds the series
"""

from __future__ import annotations

import csv
import sys
from fractions import Fraction
from pathlib import Path

import kebi
from kebi import Series

DATA = Path(sys.argv[1]) / "data"
failures: list[str] = []


def columns(path: str) -> dict[str, list[str]]:
    with open(DATA / path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] for row in rows] for name in rows[0]}


def expect(holds: bool, line: str) -> None:
    print(("ok    " if holds else "FAILS ") + line)
    if not holds:
        failures.append(line)


def months_from_years_to_date() -> None:
    """Growth of March to December out of two years to date holds the published one."""
    for name, least in {"retail_sales": 185, "exports": 185, "imports": 183}.items():
        table = columns(f"cn_monthly_eastmoney/{name}.csv")
        to_date = Series.from_frame(
            table, value="ytd_value", growth="ytd_yoy", decimals=1, growth_decimals=1, indicator=name
        )
        published = Series.from_frame(table, growth="yoy", frequency="month")
        found = to_date.single_months().year_over_year()
        compared = held = 0
        outside = []
        for period, rate in published:
            if rate is None or period.first[1] < 3:
                continue
            certain = found.bounds_at(period)
            if certain is None:
                continue
            compared += 1
            if not (certain & kebi.formulas.rounding_interval(f"{rate:.1f}")).is_empty:
                held += 1
            else:
                outside.append((period, rate, certain))
        expect(held >= least, f"{name}: {held} of {compared} published monthly rates, good to 0.05, meet the bounds")
        # A month outside was revised before the next year to date came out: the sum of the
        # months as published is not the year to date.
        levels = Series.from_frame(table, value="value", frequency="month", decimals=1)
        for period, rate, certain in outside:
            year = period.first[0]
            before = [levels[f"{year}-{month:02}"] for month in range(1, period.first[1] + 1)]
            total = sum(level or 0 for level in before)
            told = to_date[kebi.Period(str(period)).year_to_date()]
            expect(
                told is not None and abs(total - told) > 0.05 * len(before) + 0.05,
                f"   {period} at {rate} outside {certain}: its months as published come to "
                f"{total:.1f}, the year to date to {told}",
            )


def certainly_recut(level: str, base: str, growth: str, decimals: int) -> bool:
    """The plain way: no growth within rounding is a ratio of levels within rounding."""
    half, tenth = Fraction(1, 2 * 10**decimals), Fraction(1, 20)
    x, b, g = Fraction(level), Fraction(base), Fraction(growth)
    low = ((x - half) / (b + half) - 1) * 100
    high = ((x + half) / (b - half) - 1) * 100
    return high < g - tenth or low > g + tenth


def scope_breaks() -> None:
    """Months whose footing certainly moved, against exact fractions of the printed digits."""
    profits = columns("cn_industrial_profit/industrial_profit_2012_2019.csv")
    profits["date"] = [
        f"{year}-{int(month):02}" for year, month in zip(profits["year"], profits["month"], strict=True)
    ]
    sources = {
        "fixed-asset investment": (
            columns("cn_fai_gdp_choice/fai_ytd_level_and_growth.csv"), "month",
            "fai_ytd_100m_yuan", "fai_ytd_yoy_pct_published", 0, 150,
        ),
        "industrial profits": (profits, "date", "cum_value_100m_yuan", "cum_yoy_pct", 1, 65),
        "retail": (columns("cn_monthly_eastmoney/retail_sales.csv"), "date", "ytd_value", "ytd_yoy", 1, 65),
        "fiscal revenue": (columns("cn_monthly_eastmoney/fiscal_revenue.csv"), "date", "ytd_value", "ytd_yoy", 1, 20),
    }
    for name, (table, period, value, growth, decimals, least) in sources.items():
        series = Series.from_frame(
            table, period=period, value=value, growth=growth, frequency="year_to_date",
            decimals=decimals, growth_decimals=1, indicator=name,
        )
        found = {str(p) for p in series.compare_bases().scope_breaks}
        told = {
            date[:7]: (x, g) for date, x, g in zip(table[period], table[value], table[growth], strict=True)
            if x and g
        }
        expected, agree, far = set(), set(), set()
        for date, (x, g) in told.items():
            before = told.get(f"{int(date[:4]) - 1}{date[4:]}") or (
                (dict(zip([d[:7] for d in table[period]], table[value], strict=True)).get(f"{int(date[:4]) - 1}{date[4:]}"), ""))
            if not before or not before[0]:
                continue
            code = str(kebi.Period(date).year_to_date())
            if certainly_recut(x, before[0], g, decimals):
                expected.add(code)
            ratio = (Fraction(x) / Fraction(before[0]) - 1) * 100
            if abs(ratio - Fraction(g)) <= Fraction(1, 20):
                agree.add(code)
            if abs(ratio - Fraction(g)) > Fraction(1, 2):
                far.add(code)
        expect(found == expected, f"{name}: {len(found)} months certainly recut, as exact fractions say")
        expect(len(found) >= least, f"   at least {least} of them")
        expect(far <= found, f"   all {len(far)} months more than half a point apart are among them")
        expect(not found & agree, f"   no alarm in {len(agree)} months where levels and growth agree")


def vendor_growth() -> None:
    """Growth that a vendor divided from levels is told from published growth."""
    for name, value, growth, frequency, copied in [
        ("fixed_asset_investment", "value", "yoy", "month", True),
        ("fiscal_revenue", "value", "yoy", "month", True),
        ("retail_sales", "ytd_value", "ytd_yoy", "year_to_date", False),
        ("fiscal_revenue", "ytd_value", "ytd_yoy", "year_to_date", False),
    ]:
        series = Series.from_frame(
            columns(f"cn_monthly_eastmoney/{name}.csv"), value=value, growth=growth,
            frequency=frequency, decimals=1, growth_decimals=1,
        )
        expect(series.is_ratio_of_levels() == copied, f"{name} {growth}: {'made from levels' if copied else 'published'}")


def comparable_investment() -> None:
    """Fixed-asset investment on the footing of 2023, beside the published levels."""
    series = Series.from_frame(
        columns("cn_fai_gdp_choice/fai_ytd_level_and_growth.csv"), period="month",
        value="fai_ytd_100m_yuan", growth="fai_ytd_yoy_pct_published", frequency="year_to_date",
        decimals=0, growth_decimals=1, indicator="固定资产投资", unit="亿元",
    )
    linked = series.linked(2023)
    print("\n固定资产投资, 亿元, on the footing of 2023\n  span            published  comparable   at least     at most   growth")
    for span in [f"{year}-12" for year in range(2017, 2024)] + ["2023-05", "2024-05"]:
        period = kebi.Period(span).year_to_date()
        certain, rate = linked.bounds_at(period), series.year_over_year()[period]
        print(f"  {period!s:16}{series[period]:9.0f}   {linked[period]:9.0f}  {certain.lo:9.0f}   {certain.hi:9.0f}   {rate:6.1f}")
    steady = linked.year_over_year(from_levels=True)
    apart = [
        abs(rate - series.year_over_year()[period])
        for period, rate in steady
        if rate is not None and period.first[0] >= 2018
    ]
    expect(max(apart) < 1e-9, f"the comparable levels grow as published in all {len(apart)} spans of 2018 to 2024")
    published_apart = [
        abs(rate - series.year_over_year()[period])
        for period, rate in series.year_over_year(from_levels=True)
        if rate is not None and period.first[0] >= 2018 and series.year_over_year()[period] is not None
    ]
    print(f"      the published levels miss it by {sum(published_apart) / len(published_apart):.1f} points on average")


months_from_years_to_date()
scope_breaks()
vendor_growth()
comparable_investment()
print()
sys.exit(f"{len(failures)} of the expectations fail" if failures else 0)
