"""Which modules of a Python package import which, read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path


def modules(package: Path) -> dict[str, Path]:
    """The modules of a package by their dotted names, stubs of compiled modules among them.

    `kebi` names the `__init__.py` at the top, `kebi.series` the one of the sub-package.
    """
    found = {}
    for file in sorted([*package.rglob("*.pyi"), *package.rglob("*.py")]):
        parts = [package.name, *file.relative_to(package).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def imports(package: Path) -> dict[str, set[str]]:
    """For each module the modules of the same package that it imports.

    Imports for type checkers alone and imports inside a function count like all others. Reading
    a name from a package counts as an import of its `__init__.py`, unless the name is a module.
    """
    known = modules(package)
    return {
        name: {target for target, _ in imported_names(name, file, known)} - {None}
        for name, file in known.items()
        if file.suffix == ".py"
    } | {name: set() for name, file in known.items() if file.suffix == ".pyi"}


def imported_names(
    name: str, file: Path, known: dict[str, Path]
) -> Iterator[tuple[str | None, str]]:
    """Each imported module of `known`, None for all others, and the name read from it."""
    inside = name if file.stem == "__init__" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield (alias.name if alias.name in known else None), ""
        elif isinstance(node, ast.ImportFrom):
            parts = inside.split(".")
            above = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
            source = ".".join(filter(None, [above, node.module]))
            for alias in node.names:
                if f"{source}.{alias.name}" in known:
                    yield f"{source}.{alias.name}", ""
                else:
                    yield (source if source in known else None), alias.name
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            target = absolute(node, inside)
            yield (target if target in known else None), ""


def computed_imports(package: Path) -> Iterator[str]:
    """The modules that import others by names that are not written out, so that nothing checks them."""
    for name, file in modules(package).items():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
                if not isinstance(node.args[0], ast.Constant):
                    yield name
                    break


def late_names(package: Path) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What `_NAMES` of a package imports when it is first used, and what type checkers are told of it.

    Both as (module, name); a module itself has an empty name.
    """
    file, known = package / "__init__.py", modules(package)
    late: set[tuple[str, str]] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_NAMES":
            for home, names in ast.literal_eval(node.value).items():
                module = f"{package.name}.{home}".rstrip(".")
                both = ((f"{module}.{name}", name) for name in names)
                late |= {(one, "") if one in known else (module, name) for one, name in both}
    written = {(module, name) for module, name in imported_names(package.name, file, known) if module}
    return late, written


def called(call: ast.Call) -> str:
    """The last name of what is called: `import_module` for `importlib.import_module(...)`."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def absolute(call: ast.Call, inside: str) -> str:
    """The module that `import_module("...")` names, where its argument is written out."""
    first = call.args[0] if call.args else None
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return ""
    dots = len(first.value) - len(first.value.lstrip("."))
    parts = inside.split(".")
    above = parts[: len(parts) - dots + 1] if dots else []
    return ".".join(filter(None, [*above, first.value[dots:]]))
