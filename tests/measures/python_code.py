"""Functions, docstrings and private members of Python modules, read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
# Members with one underscore that the standard library documents.
DOCUMENTED = {
    "_replace",
    "_asdict",
    "_fields",
    "_make",
    "_field_defaults",
    "_name_",
    "_value_",
    "_getframe",
    # pandas: its public way makes a Series of each column, which takes longer than a small table.
    "_get_column_array",
}


@dataclass(frozen=True)
class Place:
    """A piece of code: where it stands, its name, and how long it is."""

    file: Path
    line: int
    name: str
    length: int = 0


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(file: Path) -> Iterator[Place]:
    """Each function with its lines, decorators and docstring apart."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, Function):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if ast.get_docstring(node) is not None:
                text = node.body[0]
                length -= (text.end_lineno or text.lineno) - text.lineno + 1
            yield Place(file, node.lineno, node.name, length)


def is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))


def own_names(tree: ast.Module) -> set[str]:
    """The private names that a module defines: functions, classes, variables, members, slots."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, Function | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
                found.add(node.attr)
        elif isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "__slots__" for target in node.targets
        ):
            found |= {c.value for c in ast.walk(node.value) if isinstance(c, ast.Constant)}
    return found


def private_uses(file: Path, compiled: str = "_core") -> Iterator[Place]:
    """Each use of a private member that another module defines.

    `x._y` and `getattr(x, "_y")` where this module defines no `_y`, and `from .m import _y`. The
    compiled module itself may be named; its private members may not be used.
    """
    tree = parsed(file)
    own = own_names(tree) | DOCUMENTED | {compiled}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Attribute):
            names = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            path = (node.module or "").split(".")
            names = [alias.name for alias in node.names] if node.level else []
            names += path if node.level or path[0] == "kebi" else []
        elif isinstance(node, ast.Call) and names_member(node):
            names = [str(getattr(node.args[1], "value", ""))]
        for name in names:
            if is_private(name) and name not in own:
                yield Place(file, node.lineno, name)


def names_member(call: ast.Call) -> bool:
    """Whether a call is `getattr(x, "_y")` or one of its like."""
    function = getattr(call.func, "id", "")
    return function in ("getattr", "setattr", "hasattr", "delattr") and len(call.args) > 1


def undescribed(file: Path) -> Iterator[Place]:
    """Functions and methods without a leading underscore that have no docstring at all."""
    yield from undescribed_in(parsed(file), file, "")


def undescribed_in(parent: ast.Module | ast.ClassDef, file: Path, prefix: str) -> Iterator[Place]:
    for node in parent.body:
        if isinstance(node, ast.ClassDef):
            yield from undescribed_in(node, file, f"{prefix}{node.name}.")
        elif isinstance(node, Function) and needs_docstring(node) and not ast.get_docstring(node):
            yield Place(file, node.lineno, prefix + node.name)


def needs_docstring(node: Function) -> bool:
    """Whether a function is public and neither an overload nor the setter of a property."""
    marks = [getattr(mark, "attr", getattr(mark, "id", "")) for mark in node.decorator_list]
    return not (node.name.startswith("_") or {"overload", "setter", "deleter"} & set(marks))
