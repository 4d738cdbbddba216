"""The help of an operation names everything that it takes, and stands alone."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import numpy as np
import pytest

import kebi

OPTIONS = (
    "bounds", "out", "threads", "start", "frequency", "decimals", "growth_decimals", "region", "indicator", "period", "value",
    "status", "duplicates",
)
OPERATIONS = sorted(kebi.functions.__all__)


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_help_of_an_operation_names_what_can_be_passed(name: str) -> None:
    assert len(OPERATIONS) > 30
    text = inspect.getdoc(getattr(kebi, name)) or ""
    parameters = text.partition("Parameters\n")[2].partition("Returns\n")[0]
    for word in ("table", *OPTIONS):
        assert word in parameters
    for section in ("Parameters", "Returns", "Examples"):
        assert f"{section}\n{'-' * len(section)}\n" in text
    assert "help of" not in text


def test_what_every_module_of_operations_lists_can_be_had_from_kebi() -> None:
    modules = [importlib.import_module(f"kebi.functions.{each.name}") for each in pkgutil.iter_modules(kebi.functions.__path__)]
    listed = [name for module in modules for name in getattr(module, "__all__", [])]
    assert sorted(listed) == OPERATIONS


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_function_and_the_method_of_its_name_are_one(name: str) -> None:
    function = getattr(kebi, name)
    if hasattr(kebi.Series, name):
        assert getattr(kebi.Series, name) is function
    assert inspect.signature(function).parameters


def test_every_word_that_the_help_names_can_be_passed() -> None:
    long = {
        "r": ["甲"] * 2, "i": ["出口"] * 2, "p": ["2018", "2019"], "v": ["100", "110"], "g": ["1.0", "5.0"], "c": ["", ""],
    }
    said = {"region": "r", "indicator": "i", "period": "p", "value": "v", "status": "c"}
    said |= {"decimals": 0, "frequency": "year", "duplicates": "last"}
    assert kebi.year_over_year(long, **said)[1] == pytest.approx(10)
    assert kebi.comparable_base(long, "g", growth_decimals=1, **said)[1] == pytest.approx(110 / 1.05)
    lo, hi = kebi.year_over_year(np.array([100.0, 110]), start="2018", frequency="year", decimals=0, bounds=True)
    assert lo[1] < 10 < hi[1]
