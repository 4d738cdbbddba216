"""The help of a function along time leads to all that can be said of its table."""

from __future__ import annotations

import inspect

import numpy as np
import pytest

import kebi

ALONG = sorted(
    name
    for name in kebi.__all__
    if inspect.isfunction(getattr(kebi, name)) and "columns" in inspect.signature(getattr(kebi, name)).parameters
)
SAID = (
    "frequency", "start", "decimals", "growth_decimals", "region", "indicator", "period", "value", "cell", "duplicates",
)


@pytest.mark.parametrize("name", ALONG)
def test_a_function_that_takes_columns_says_where_they_are_told(name: str) -> None:
    assert len(ALONG) > 30
    told = inspect.getdoc(getattr(kebi, name))
    assert "help of `year_over_year`" in told or "help of `Panel.from_frame`" in told or name == "year_over_year"


@pytest.mark.parametrize("word", SAID)
def test_the_help_of_year_over_year_and_that_of_the_module_name_what_can_be_said(word: str) -> None:
    assert word in inspect.getdoc(kebi.year_over_year).partition("**columns")[2]
    assert word in inspect.getdoc(kebi.functions.growth).partition("by keyword")[2]


def test_every_word_that_the_help_names_can_be_said() -> None:
    long = {
        "r": ["甲"] * 2, "i": ["出口"] * 2, "p": ["2018", "2019"], "v": ["100", "110"], "g": ["1.0", "5.0"], "c": ["", ""],
    }
    said = {"region": "r", "indicator": "i", "period": "p", "value": "v", "cell": "c"}
    said |= {"decimals": 0, "frequency": "year", "duplicates": "last"}
    assert kebi.year_over_year(long, **said)[1] == pytest.approx(10)
    assert kebi.comparable_base(long, "g", growth_decimals=1, **said)[1] == pytest.approx(110 / 1.05)
    lo, hi = kebi.year_over_year(np.array([100.0, 110]), start="2018", frequency="year", decimals=0, bounds=True)
    assert lo[1] < 10 < hi[1]
