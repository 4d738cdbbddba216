"""What the page on series says of the edges is what the functions give there."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

import kebi

PAGE = Path(__file__).parents[2] / "docs" / "series.md"
Texts = list[str | None]


def over(levels: Texts) -> kebi.Series:
    return kebi.year_over_year(kebi.Series(levels, start="2018"))


def based(level: str, growth: str | None) -> kebi.Series:
    rates = kebi.Series(["1.0", growth], start="2018", measure="growth")
    return kebi.comparable_base(kebi.Series(["100.0", level], start="2018"), rates)


def inside(formula: Callable[..., kebi.Series], part: Texts, whole: Texts) -> kebi.Series:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", kebi.ShakyWarning)
        return formula(kebi.Series(part, start="2018"), kebi.Series(whole, start="2018"))


def months(to_date: Texts, start: str = "2019-01") -> kebi.Series:
    return kebi.single_months(kebi.Series(to_date, start=start, frequency="year_to_date"))


GROWN = ["10.0", "12.0"]
EDGES: dict[tuple[str, str], Callable[[], kebi.Series]] = {
    ("year_over_year", "base zero"): lambda: over(["0.0", "5.0"]),
    ("year_over_year", "base below zero"): lambda: over(["-3.0", "5.0"]),
    ("year_over_year", "figure below zero"): lambda: over(["3.0", "-5.0"]),
    ("year_over_year", "both below zero"): lambda: over(["-3.0", "-5.0"]),
    ("year_over_year", "figure zero"): lambda: over(["5.0", "0.0"]),
    ("year_over_year", "base missing"): lambda: over([None, "5.0"]),
    ("year_over_year", 'base or figure "…"'): lambda: over(["…", "5.0"]),
    ("comparable_base", "growth -100.0"): lambda: based("50.0", "-100.0"),
    ("comparable_base", "growth -120.0 of 50.0"): lambda: based("50.0", "-120.0"),
    ("comparable_base", "growth missing"): lambda: based("50.0", None),
    ("comparable_base", 'growth or level "…"'): lambda: based("50.0", "…"),
    ("comparable_base", "level 0.0, growth 10.0"): lambda: based("0.0", "10.0"),
    ("comparable_base", "level -5.0, growth 10.0"): lambda: based("-5.0", "10.0"),
    ("shares", "whole zero"): lambda: inside(kebi.shares, ["5.0", "6.0"], ["0.0", "0.0"]),
    ("shares", "part -6.0 of 12.0"): lambda: inside(kebi.shares, ["-5.0", "-6.0"], GROWN),
    ("shares", "6.0 of 12.0, base missing"): lambda: inside(kebi.shares, [None, "6.0"], [None, "12.0"]),
    ("shares", 'part "…"'): lambda: inside(kebi.shares, ["5.0", "…"], GROWN),
    ("contributions", "whole unchanged"): lambda: inside(kebi.contributions, ["5.0", "6.0"], ["10.0", "10.0"]),
    ("contributions", "whole from 10.0 to 10.4, part from 5.0 to 6.0"): lambda: inside(
        kebi.contributions, ["5.0", "6.0"], ["10.0", "10.4"]
    ),
    ("contributions", "part from -5.0 to -6.0, whole from 10.0 to 12.0"): lambda: inside(
        kebi.contributions, ["-5.0", "-6.0"], GROWN
    ),
    ("contributions", "base missing, of part or whole"): lambda: inside(kebi.contributions, ["5.0", "6.0"], [None, "12.0"]),
    ("contributions", 'part or its base "…"'): lambda: inside(kebi.contributions, ["…", "6.0"], GROWN),
    ("pulls", "whole 10.0 unchanged, part from 5.0 to 6.0"): lambda: inside(kebi.pulls, ["5.0", "6.0"], ["10.0", "10.0"]),
    ("pulls", "part from -5.0 to -6.0, whole from 10.0 to 12.0"): lambda: inside(kebi.pulls, ["-5.0", "-6.0"], GROWN),
    ("pulls", "base missing, of part or whole"): lambda: inside(kebi.pulls, [None, "6.0"], GROWN),
    ("pulls", 'part or its base "…"'): lambda: inside(kebi.pulls, ["…", "6.0"], GROWN),
    ("single_months", "February 25.0, January missing"): lambda: months([None, "25.0"]),
    ("single_months", "the month before missing"): lambda: months(["10.0", None, "50.0"]),
    ("single_months", '"…" or the month after one'): lambda: months(["10.0", "…", "50.0"]),
    ("single_months", "from 10.0 to 8.0"): lambda: months(["10.0", "8.0"]),
}


def row_of(function: str, edge: str) -> str:
    made = EDGES[function, edge]()
    span = made.periods[-1]
    figure, within = made[span], made.bounds(span)
    told = "none" if figure is None else f"{figure:.2f}"
    ends = "none" if within is None else "anything" if within.width == float("inf") else f"{within.lo:.2f} to {within.hi:.2f}"
    return f"| `{function}` | {edge} | {told} | {ends} | {made.cell(span).name} |"


@pytest.mark.parametrize(("function", "edge"), EDGES)
def test_an_edge_on_the_page_is_what_the_function_gives(function: str, edge: str) -> None:
    assert row_of(function, edge) in PAGE.read_text(encoding="utf-8").splitlines()


def test_every_edge_on_the_page_is_run() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## At the edges")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [row_of(*each) for each in EDGES]
