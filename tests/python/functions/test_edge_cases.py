"""What the page on series says of the edges is what the functions give there."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from math import isinf
from pathlib import Path

import pytest

import kebi

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "edge-cases.md"
Texts = list[str | None]


def over(levels: Texts) -> kebi.Series:
    return kebi.year_over_year(kebi.Series(levels, start="2018"))


def rates(last: str | None) -> kebi.Series:
    return kebi.Series(["1.0", last], start="2018", measure="growth")


def beside(formula: Callable[..., kebi.Series], level: str, growth: str | None) -> kebi.Series:
    return formula(kebi.Series(["100.0", level], start="2018"), rates(growth))


def based(level: str, growth: str | None) -> kebi.Series:
    return beside(kebi.comparable_base, level, growth)


def inside(formula: Callable[..., kebi.Series], part: Texts, whole: Texts) -> kebi.Series:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", kebi.UnreliableWarning)
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
    ("comparable_base", "level -10.0, growth -120.0"): lambda: based("-10.0", "-120.0"),
    ("increment", "level -10.0, growth -120.0"): lambda: beside(kebi.increment, "-10.0", "-120.0"),
    ("increment", "level 50.0, growth -120.0"): lambda: beside(kebi.increment, "50.0", "-120.0"),
    ("increment", "level 0.0, growth 10.0"): lambda: beside(kebi.increment, "0.0", "10.0"),
    ("interval_growth", "growth 5.0 after growth -120.0"): lambda: kebi.interval_growth(
        kebi.Series(["-120.0", "5.0"], start="2018", measure="growth")
    ),
    ("growth_of_product", "growth -120.0"): lambda: kebi.growth_of_product(rates("-120.0"), rates("5.0")),
    ("growth_of_product", "growth -100.0"): lambda: kebi.growth_of_product(rates("-100.0"), rates("5.0")),
    ("growth_of_ratio", "below it growth -100.0"): lambda: kebi.growth_of_ratio(rates("5.0"), rates("-100.0")),
    ("base_share", "share -5.0, growth -120.0 of the part, 10.0 of the whole"): lambda: kebi.base_share(
        kebi.Series(["5.0", "-5.0"], start="2018", measure="share"), growth=rates("-120.0"), whole_growth=rates("10.0")
    ),
    ("share", "whole zero"): lambda: inside(kebi.share, ["5.0", "6.0"], ["0.0", "0.0"]),
    ("share", "part -6.0 of 12.0"): lambda: inside(kebi.share, ["-5.0", "-6.0"], GROWN),
    ("share", "6.0 of 12.0, base missing"): lambda: inside(kebi.share, [None, "6.0"], [None, "12.0"]),
    ("share", 'part "…"'): lambda: inside(kebi.share, ["5.0", "…"], GROWN),
    ("share_of_growth", "whole unchanged"): lambda: inside(kebi.share_of_growth, ["5.0", "6.0"], ["10.0", "10.0"]),
    ("share_of_growth", "whole from 10.0 to 10.4, part from 5.0 to 6.0"): lambda: inside(
        kebi.share_of_growth, ["5.0", "6.0"], ["10.0", "10.4"]
    ),
    ("share_of_growth", "part from -5.0 to -6.0, whole from 10.0 to 12.0"): lambda: inside(
        kebi.share_of_growth, ["-5.0", "-6.0"], GROWN
    ),
    ("share_of_growth", "base missing, of part or whole"): lambda: inside(kebi.share_of_growth, ["5.0", "6.0"], [None, "12.0"]),
    ("share_of_growth", 'part or its base "…"'): lambda: inside(kebi.share_of_growth, ["…", "6.0"], GROWN),
    ("contribution_to_growth", "whole 10.0 unchanged, part from 5.0 to 6.0"): lambda: inside(kebi.contribution_to_growth, ["5.0", "6.0"], ["10.0", "10.0"]),
    ("contribution_to_growth", "part from -5.0 to -6.0, whole from 10.0 to 12.0"): lambda: inside(kebi.contribution_to_growth, ["-5.0", "-6.0"], GROWN),
    ("contribution_to_growth", "base missing, of part or whole"): lambda: inside(kebi.contribution_to_growth, [None, "6.0"], GROWN),
    ("contribution_to_growth", 'part or its base "…"'): lambda: inside(kebi.contribution_to_growth, ["…", "6.0"], GROWN),
    ("single_months", "February 25.0, January missing"): lambda: months([None, "25.0"]),
    ("single_months", "the month before missing"): lambda: months(["10.0", None, "50.0"]),
    ("single_months", '"…" or the month after one'): lambda: months(["10.0", "…", "50.0"]),
    ("single_months", "from 10.0 to 8.0"): lambda: months(["10.0", "8.0"]),
}


def row_of(function: str, edge: str) -> str:
    made = EDGES[function, edge]()
    span = made.periods[-1]
    figure, within = made[span], made.bounds_at(span)
    told = "none" if figure is None else f"{figure:.2f}"
    return f"| `{function}` | {edge} | {told} | {ends_of(within)} | {made.status_at(span).name} |"


def ends_of(within: kebi.Bounds | None) -> str:
    if within is None:
        return "none"
    if isinf(within.lo):
        return "anything" if isinf(within.hi) else f"at most {within.hi:.2f}"
    return f"at least {within.lo:.2f}" if isinf(within.hi) else f"{within.lo:.2f} to {within.hi:.2f}"


@pytest.mark.parametrize(("function", "edge"), EDGES)
def test_an_edge_on_the_page_is_what_the_function_gives(function: str, edge: str) -> None:
    assert row_of(function, edge) in PAGE.read_text(encoding="utf-8").splitlines()


def test_every_edge_on_the_page_is_run() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## At the edges")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [row_of(*each) for each in EDGES]
