"""The types of the compiled part are those of its signatures."""

from __future__ import annotations

import sys
from pathlib import Path

BINDINGS = Path(__file__).parents[2] / "python" / "bindings"
sys.path.insert(0, str(BINDINGS))

import make_stubs  # noqa: E402


def test_the_stub_is_what_the_compiled_part_says_of_itself() -> None:
    # After a change of the bindings: python python/bindings/make_stubs.py
    assert make_stubs.written() == make_stubs.FILE.read_text(encoding="utf-8")


def test_overloads_that_differ_in_the_kind_of_table_alone_are_one_function() -> None:
    text = """share(*args, **kwargs)
Overloaded function.

1. share(parts: kebi._core.Grid, wholes: kebi._core.Grid, *, bounds: bool = False) -> object

2. share(parts: kebi._core.BoundsGrid, wholes: kebi._core.BoundsGrid, *, bounds: bool = False) -> object
"""
    assert list(make_stubs.functions("share", text)) == [
        "def share(parts: _Block, wholes: _Block, *, bounds: bool = False) -> Any: ..."
    ]


def test_what_is_converted_on_the_way_in_is_taken_and_not_given_back() -> None:
    text = "level(base: float | kebi._core.Bounds | decimal.Decimal, unit: kebi._core.Unit) -> kebi._core.Unit"
    assert list(make_stubs.functions("level", text)) == [
        "def level(base: NumberLike, unit: Unit | str) -> Unit: ..."
    ]
