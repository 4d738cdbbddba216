"""Which public functions and methods of an installed package lack a section of their docstring.

Public is what a module lists in `__all__`, or without it every name without a leading underscore,
and the methods of public classes, compiled ones too. A docstring has a summary and, in numpydoc's
form, `Parameters` where the function takes any, `Returns` or `Yields` where it gives anything back,
`Raises` where a `raise` stands in its own body, and `Examples`. A property needs a summary alone.
"""

from __future__ import annotations

import ast
import enum
import inspect
import re
import textwrap
from collections.abc import Iterator
from types import ModuleType
from typing import Any

COMPILED = re.compile(r"^\w+\((?P<parameters>.*)\) -> (?P<result>.*)$", re.MULTILINE)


def lacking(module: ModuleType) -> dict[str, list[str]]:
    """The public functions and methods of a module that lack sections, with these."""
    found: dict[str, list[str]] = {}
    for name, value in public_names(module):
        if inspect.isclass(value):
            for method, member in methods(value):
                found[f"{value.__name__}.{method}"] = missing(member)
        elif callable(value) and not isinstance(value, type):
            found[name] = missing(value)
    return {f"{module.__name__}.{name}": absent for name, absent in found.items() if absent}


def public_names(module: ModuleType) -> Iterator[tuple[str, Any]]:
    names = getattr(module, "__all__", None)
    for name in names or [name for name in dir(module) if not name.startswith("_")]:
        value = getattr(module, name)
        if not inspect.ismodule(value) and str(getattr(value, "__module__", "")).startswith("kebi"):
            yield name, value


def methods(kind: type) -> Iterator[tuple[str, Any]]:
    """Methods and properties that a class or its bases within the package define."""
    enumeration = issubclass(kind, enum.Enum) or hasattr(kind, "__members__")
    seen: set[str] = set()
    for base in kind.__mro__:
        if not base.__module__.startswith("kebi") or issubclass(base, BaseException):
            continue
        for name, member in vars(base).items():
            if not name.startswith("_") and name not in seen and is_documented(member):
                seen.add(name)
                if not (enumeration and name in ("name", "value")):
                    yield name, member


def is_documented(member: Any) -> bool:
    return isinstance(member, property | staticmethod | classmethod) or callable(member)


def missing(member: Any) -> list[str]:
    """The sections that a function, method or property lacks."""
    function = getattr(member, "__func__", member)
    text = inspect.getdoc(function) or ""
    compiled = COMPILED.match(text)
    summary = re.sub(r"^(?:\w+\(.*\) -> .*|Overloaded function\.|\s*)\n", "", text + "\n").strip()
    if not summary:
        return ["summary"]
    if isinstance(member, property) or isinstance(function, type):
        return []
    needed = ["Examples", *from_signature(function, compiled)]
    return [section for section in needed if not has(section, text)]


def has(section: str, text: str) -> bool:
    names = ("Returns", "Yields") if section == "Returns" else (section,)
    return any(
        re.search(rf"^\s*{name}\n\s*-{{{len(name)}}}$", text, re.MULTILINE) for name in names
    )


def from_signature(function: Any, compiled: re.Match[str] | None) -> Iterator[str]:
    """The sections that the signature of a function asks for."""
    if compiled:
        names = re.findall(r"(?:^|, )\*{0,2}(\w+)\s*(?=[:=,]|$)", compiled["parameters"])
        result = compiled["result"]
    else:
        signature = inspect.signature(function)
        names, result = list(signature.parameters), signature.return_annotation
    if set(names) - {"self", "cls", "arg0"} or (compiled and "arg1" in names):
        yield "Parameters"
    if result not in (None, "None"):
        yield "Returns"
    if raises(function):
        yield "Raises"


def raises(function: Any) -> bool:
    """Whether a `raise` stands in the body of a function whose source is at hand."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError, IndentationError):
        return False
    return any(isinstance(node, ast.Raise) for node in ast.walk(tree))
