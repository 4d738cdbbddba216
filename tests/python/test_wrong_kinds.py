"""An argument of a wrong kind, anywhere in the public interface, is refused in a sentence of kebi's own."""

from __future__ import annotations

import inspect
import re
import warnings
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

import kebi
from kebi import formulas, reports

PLAN = "indicator,period,target,outcome\n一般公共预算收入,2019H1,300亿元,152.7亿元\n"
TEXT = "2019年上半年，全区进出口总额30亿元，增长3%，其中出口20亿元，进口15亿元。全年固定资产投资目标增长6%。"
SERIES = kebi.Series(["100.0"] * 13 + ["110.0"] * 11, start="2018-01", growth=["1.0"] * 24, indicator="出口")
LONG = {"region": ["甲", "甲"], "indicator": ["出口"] * 2, "period": ["2018", "2019"], "value": ["100.0", "110.0"], "g": ["1.0", "2.0"]}
REPORT = kebi.read_text(TEXT, region="嘉定区", period="2019H1")
TREE = kebi.Hierarchy([("甲", ""), ("乙", "甲")])
FIGURE = REPORT.infer().stated[0]
# Arguments that fit, by the names of the parameters; what else a function asks for is a text.
FITS: dict[str, Any] = {
    "table": SERIES, "whole": SERIES, "growth": SERIES.year_over_year(), "whole_growth": SERIES.year_over_year(), "tree": TREE,
    "frame": LONG, "values": ["1.0", "2.0"], "start": "2018", "regions": ["甲"], "indicators": ["出口"], "period": "2019", "panel": kebi.Panel.from_frame(LONG),
    "lines": [("甲", "")], "releases": {"2019-03": SERIES}, "facts": REPORT.facts, "tables": [], "documents": [], "failed": {}, "steps": 2,
    "date": "2020", "series": SERIES, "figures": "GDP growth", "data": TEXT.encode(), "name": "a.txt", "text": TEXT, "phrase": "增长6%",
    "figure": FIGURE, "supposed": {}, "bounds": kebi.Bounds(1, 2), "share": kebi.Percent(5), "decimals": 1, "source": PLAN, "paths": [],
    "year": 2019, "base": SERIES, "language": "en", "levels": SERIES, "all": [], "core": None, "value": "value",
}  # fmt: skip
WRONG: dict[str, Any] = {
    "None": None, "text": "x", "empty text": "", "object": object(), "nan": float("nan"), "negative": -1, "huge": 10**30, "no list": [], "texts": ["x"],
    "list of None": [None], "list of lists": [[1], [2, 3]], "no dict": {}, "dict": {"a": [1]}, "cube": np.ones((2, 2, 2, 2)), "array of texts": np.array(["a"]), "empty array": np.array([]),
    "flat array": np.ones(3), "bytes": b"x", "tuple": (1,), "frame": pd.DataFrame({"z": [1]}), "empty frame": pd.DataFrame(), "pandas": pd.Series([1.0]),
    "function": len, "bool": True, "complex": 1j, "Decimal": Decimal("NaN"), "Period": kebi.Period("2019"), "series": kebi.Series([1.0], start="2018"),
    "panel": kebi.Panel.from_frame(LONG), "type": int, "slice": slice(None), "set": {1},
}  # fmt: skip
# As those of a list, which compare with == and raise ValueError where nothing is found.
OF_SEQUENCES = {"index", "count"}
OBJECTS = [
    SERIES, kebi.Panel.from_frame(LONG, growth="g"), REPORT, REPORT.assess(), REPORT.infer(), REPORT.audit(), REPORT.doubtful, TREE,
    kebi.ReleaseHistory({"2019-03": SERIES}), kebi.standard_catalogue(), kebi.Period("2019"), kebi.Unit("亿元"), kebi.Bounds(1, 2), kebi.Percent(5),
    kebi.Points(1), REPORT.facts[0], kebi.Settings(), kebi.Lexicon.standard(), kebi.Growth("2018", "2019", kebi.Percent(5)), kebi.Reports([], [], {}),
    FIGURE, REPORT.assess()[0], kebi.standard_catalogue().find("出口总额"), SERIES.compare_bases(), kebi.CellGrid("a", []),
]  # fmt: skip
FUNCTIONS = [
    *((f"kebi.{name}", getattr(kebi, name)) for name in sorted(kebi.__all__) if not name.startswith("_") and callable(getattr(kebi, name))),
    *((f"formulas.{name}", getattr(formulas, name)) for name in formulas.__all__),
    *((f"reports.{name}", getattr(reports, name)) for name in reports.__all__),
]
METHODS = [
    (f"{type(each).__name__}.{name}", getattr(each, name))
    for each in OBJECTS
    for name in [*(n for n in dir(each) if not n.startswith("_")), "__getitem__", "__eq__"]
    if callable(getattr(each, name, None)) and name not in OF_SEQUENCES
]
# What says that a place, a key or a file is not there, and what Python says of a call without an argument.
CALLED_OTHERWISE = re.compile(r"missing .* argument|unexpected keyword|positional argument|takes no arguments")
ABSENT = (KeyError, IndexError, OSError)
MADE_BY_KEBI = {"Audit", "Check", "Contradiction", "Doubtful", "Estimate", "ImpliedFigure", "Inference", "Need", "Pace", "Passed", "StillToCome", "Table", "Unread", "Assessment"}
ERRORS = [(name, made) for name, made in FUNCTIONS if not (inspect.isclass(made) and (issubclass(made, BaseException) or name.rpartition(".")[2] in MADE_BY_KEBI))]


def calls(function: Any, wrong: Any) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Calls in which one argument is wrong and the others fit."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # compiled
        yield from (((wrong,) * count, {}) for count in (1, 2, 3))
        return
    named = [p for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    needed = {p.name: FITS.get(p.name, "x") for p in named if p.default is p.empty}
    for parameter in named:
        yield (), {**needed, parameter.name: wrong}
    if any(p.kind is p.VAR_POSITIONAL for p in parameters) or not named:
        yield (wrong,), {}


@pytest.mark.parametrize(("name", "function"), [*ERRORS, *METHODS], ids=[name for name, _ in [*ERRORS, *METHODS]])
def test_a_wrong_kind_is_refused_by_kebi_or_taken(name: str, function: Any) -> None:
    bare = []
    for kind, wrong in WRONG.items():
        for arguments, options in calls(function, wrong):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                told = outcome(function, arguments, options)
            if told:
                bare.append(f"{name} {kind} {[*options]}: {told}")
    assert not bare, "\n".join(bare[:20])


def outcome(function: Any, arguments: tuple[Any, ...], options: dict[str, Any]) -> str:
    """What is wrong with how a call ends, or an empty text."""
    try:
        function(*arguments, **options)
    except kebi.KebiError as refused:
        said = str(refused)
        return "" if said and "incompatible" not in said else said
    except ABSENT:
        return ""
    except TypeError as refused:
        return "" if CALLED_OTHERWISE.search(str(refused)) else f"TypeError {refused}"
    except Exception as refused:  # noqa: BLE001
        return f"{type(refused).__name__} {refused}"
    return ""
