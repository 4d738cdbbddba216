"""The package: what it imports, what it exports, what its stubs say."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import kebi
import pytest
from kebi import _core

PACKAGE = Path(kebi.__file__).parent


def test_importing_kebi_imports_no_numpy_and_no_other_package():
    program = (
        "import sys; before = set(sys.modules); import kebi; "
        "print(*sorted({m.split('.')[0] for m in set(sys.modules) - before}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}; {program}"],
        capture_output=True, text=True, check=True,
    ).stdout.split()
    foreign = {name for name in loaded if name not in sys.stdlib_module_names}
    assert foreign == {"kebi"}


def test_importing_kebi_loads_the_compiled_part_and_the_rest_when_it_is_used():
    program = (
        "import sys, kebi; print(*sorted(m for m in sys.modules if m.startswith('kebi')), 'inspect' in sys.modules);"
        "kebi.share; print('kebi.functions.parts' in sys.modules, 'kebi.reports' in sys.modules);"
        "kebi.read_text; print('kebi.reports' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["kebi kebi._core kebi._core.operations kebi.enums kebi.refusals False", "True False", "True"]


@pytest.mark.parametrize("name", ["year_over_year", "functions.year_over_year", "Panel.from_wide"])
def test_what_is_used_first_finds_all_that_it_needs(name):
    program = f"import kebi; kebi.{name}({{'year': ['2018', '2019'], '甲': ['100', '110']}}, period='year')"
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_all_names_can_be_imported_at_once_and_others_are_refused():
    names: dict[str, object] = {}
    exec("from kebi import *", names)
    assert set(kebi.__all__) <= names.keys()
    assert dir(kebi) == sorted(kebi.__all__)
    with pytest.raises(AttributeError, match="no attribute 'shares'"):
        kebi.shares  # noqa: B018
    with pytest.raises(ImportError, match="cannot import name 'shares'"):
        exec("from kebi import shares")


def test_every_exported_name_exists_and_is_listed_once():
    assert len(kebi.__all__) == len(set(kebi.__all__))
    assert [name for name in kebi.__all__ if not hasattr(kebi, name)] == []


def test_exported_types_call_kebi_their_home():
    homes = {
        name: getattr(kebi, name).__module__
        for name in kebi.__all__
        if isinstance(getattr(kebi, name), type)
    }
    assert {name for name, home in homes.items() if not home.startswith("kebi")} == set()
    assert homes["Bounds"] == "kebi"


def test_the_version_is_that_of_the_headers():
    header = Path(kebi.get_include()) / "kebi" / "version.hpp"
    assert f'KEBI_VERSION "{kebi.__version__}"' in header.read_text()
    assert (Path(kebi.get_cmake_dir()) / "kebiConfig.cmake").exists()


def names_of_module(thing, prefix=""):
    """The names that the compiled module gives, with those inside its classes."""
    for name in dir(thing):
        if name.startswith("_") and name != "__version__":
            continue
        yield prefix + name
        value = getattr(thing, name)
        is_enum = isinstance(value, type) and hasattr(value, "__members__")
        if inspect.ismodule(value):
            yield from names_of_module(value, f"{prefix}{name}.")
        elif isinstance(value, type) and is_enum:
            yield from (f"{prefix}{name}.{member}" for member in value.__members__)
        elif isinstance(value, type) and not issubclass(value, Exception):
            yield from (f"{prefix}{name}.{m}" for m in vars(value) if not m.startswith("_"))


def names_of_stub(body, prefix=""):
    # `operations: _Operations` is a module, whose functions stand in a class of the stub.
    variables = [node for node in body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)]
    modules = {ast.unparse(node.annotation): node.target.id for node in variables}
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("_") and node.name in modules:
            yield from names_of_stub(node.body, f"{prefix}{modules[node.name]}.")
        elif isinstance(node, ast.ClassDef):
            yield prefix + node.name
            is_error = any(isinstance(b, ast.Name) and b.id.endswith("Error") for b in node.bases)
            if not is_error:
                yield from names_of_stub(node.body, f"{prefix}{node.name}.")
        elif isinstance(node, ast.FunctionDef):
            yield prefix + node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            if ast.unparse(node.annotation) != "TypeAlias":  # names for checkers alone
                yield prefix + node.target.id
        elif isinstance(node, ast.Assign):
            yield from (prefix + t.id for t in node.targets if isinstance(t, ast.Name))


def public(names):
    parts = (name.split(".") for name in names)
    return {".".join(p) for p in parts if p[-1] == "__version__" or not p[-1].startswith("_")}


def test_the_stubs_name_what_the_module_has_and_nothing_else():
    stub = ast.parse((PACKAGE / "_core.pyi").read_text(encoding="utf-8"))
    ours, said = public(names_of_module(_core)), public(names_of_stub(stub.body))
    assert sorted(ours - said) == [], "in the module, not in _core.pyi"
    assert sorted(said - ours) == [], "in _core.pyi, not in the module"
