"""Every public function and method is described: parameters, results, errors and examples that run."""

from __future__ import annotations

import doctest
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kebi
import kebi.enums
import kebi.formulas
import kebi.reports

sys.path.insert(0, str(Path(__file__).parents[1]))

from measures import docstrings  # noqa: E402

MODULES = [kebi, kebi.formulas, kebi.reports, kebi.enums]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_section_of_a_docstring_is_missing(module) -> None:
    assert docstrings.lacking(module) == {}


def examples_of_compiled_types() -> Iterator[tuple[str, str]]:
    """The docstrings of compiled types and functions, which doctest does not find by itself."""
    for name in kebi.__all__:
        value = getattr(kebi, name)
        if isinstance(value, type) and hasattr(kebi._core, name):
            yield name, inspect.getdoc(value) or ""
            for method, member in docstrings.methods(value):
                yield f"{name}.{method}", inspect.getdoc(getattr(member, "__func__", member)) or ""
        elif inspect.isbuiltin(value):
            yield name, inspect.getdoc(value) or ""


EXAMPLES = [(name, text) for name, text in examples_of_compiled_types() if ">>>" in text]


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_the_example_of_a_compiled_type_runs(name: str, text: str) -> None:
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    said: list[str] = []
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    doctest.DocTestRunner(optionflags=options).run(test, out=said.append)
    assert said == []


def test_the_compiled_types_have_examples() -> None:
    assert len(EXAMPLES) > 20
