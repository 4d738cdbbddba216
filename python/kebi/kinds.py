"""Kinds of argument as annotations name them: whether a value is of one, and words for messages."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from . import _core, enums

if TYPE_CHECKING:
    from collections.abc import Iterator

# Types that stand for several, and what is converted on the way in.
_ALIASES = {
    "NumberLike": "float | str | Decimal | Bounds", "Number": "float | str | Decimal | Bounds", "Printed": "str | int | Decimal",
    "Amount": "Decimal | float | str", "Rate": "Percent", "Along": "Literal['region', 'indicator'] | None",
    "Since": "Literal['year', 'span']", "Library": "Literal['pandas', 'polars', 'pyarrow']", "Period": "Period | str",
    "Unit": "Unit | str", "Decimal": "Decimal | int | str", "Measure": "Measure | str", "Frequency": "Frequency | str",
}  # fmt: skip
_WORDS = {
    "str": "a text", "int": "a whole number", "float": "a number", "bool": "True or False", "bytes": "bytes",
    "Decimal": "a decimal.Decimal", "NDArray": "a numpy array", "Callable": "a function", "None": "None",
}  # fmt: skip
_SEQUENCES = {"Sequence", "list", "Iterable", "Collection", "tuple", "Iterator", "set"}
_MAPPINGS = {"Mapping", "dict"}


def mismatch(annotation: str, value: Any) -> tuple[str, str] | None:
    """Return what an annotation takes, and what was found; None where a value fits.

    Parameters
    ----------
    annotation : str
        As in the source, such as "Period | str | None".
    value : object
        An argument.

    Returns
    -------
    (str, str) or None
        Words for a message.

    Examples
    --------
    >>> mismatch("Sequence[str] | None", ["a", 1])
    ('a list of texts, or None', 'item 1: 1')
    """
    try:
        tree = ast.parse(annotation, mode="eval").body
    except SyntaxError:
        return None
    if _fits(tree, value):
        return None
    words = list(dict.fromkeys(_words(tree)))
    *first, last = words
    takes = f"{', '.join(first)}, or {last}" if first else last
    return takes, _within(tree, value)


def _alternatives(tree: ast.expr) -> Iterator[ast.expr]:
    """Yield the types of a union, with what aliases stand for."""
    if isinstance(tree, ast.BinOp):
        yield from _alternatives(tree.left)
        yield from _alternatives(tree.right)
    elif isinstance(tree, ast.Name) and tree.id in _ALIASES:
        for each in _ALIASES[tree.id].split(" | "):
            other = ast.parse(each, mode="eval").body
            yield from ([other] if isinstance(other, ast.Name) and other.id == tree.id else _alternatives(other))
    else:
        yield tree


def _fits(tree: ast.expr, value: Any) -> bool:
    return any(_fits_one(each, value) for each in _alternatives(tree))


def _fits_one(tree: ast.expr, value: Any) -> bool:
    if isinstance(tree, ast.Constant):
        return value is None if tree.value is None else mismatch(str(tree.value), value) is None
    name = _name(tree)
    inner = tree.slice if isinstance(tree, ast.Subscript) else None
    if name == "Literal" and inner is not None:
        known = [ast.literal_eval(each) for each in (inner.elts if isinstance(inner, ast.Tuple) else [inner])]
        return isinstance(value, (str, int)) and value in known
    if name in _SEQUENCES:
        return _is_sequence(name, value) and _fit_all(inner, value)
    if name in _MAPPINGS:
        return hasattr(value, "keys") and hasattr(value, "__getitem__")
    return _is_of(name, value)


def _fit_all(inner: ast.expr | None, value: Any) -> bool:
    """Return whether all items of a sequence fit; those of an iterator and of a tuple of several types are not asked."""
    if inner is None or isinstance(inner, ast.Tuple) or not isinstance(value, (list, tuple)):
        return True
    return all(_fits(inner, each) for each in value)


def _is_sequence(name: str, value: Any) -> bool:
    if isinstance(value, (str, bytes)) or hasattr(value, "keys"):
        return False
    return hasattr(value, "__iter__") if name in ("Iterable", "Iterator") else hasattr(value, "__len__") and hasattr(value, "__iter__")


def _is_of(name: str, value: Any) -> bool:
    import numpy as np

    is_bool = isinstance(value, (bool, np.bool_))
    if name == "int":
        return isinstance(value, (int, np.integer)) and not is_bool
    if name == "float":
        return isinstance(value, (int, float, np.integer, np.floating)) and not is_bool
    if name == "bool":
        return is_bool
    if name == "NDArray":
        return isinstance(value, np.ndarray)
    if name == "Callable":
        return callable(value)
    if name == "Decimal":
        return type(value).__name__ == "Decimal"
    kind = {"str": str, "bytes": bytes}.get(name) or getattr(_core, name, None) or getattr(enums, name, None)
    if name in _OF_PYTHON:
        return any(each.__name__ == name for each in type(value).__mro__)
    return isinstance(value, kind) if isinstance(kind, type) else True


# Classes of the package that are known by their names alone, because importing them here would close a circle.
_OF_PYTHON = {"Series", "Panel", "Figures", "Hierarchy", "ImpliedFigure", "ReleaseHistory", "Report", "Reports", "Places"}


def _name(tree: ast.expr) -> str:
    inner = tree.value if isinstance(tree, ast.Subscript) else tree
    return inner.attr if isinstance(inner, ast.Attribute) else inner.id if isinstance(inner, ast.Name) else ""


def _words(tree: ast.expr) -> Iterator[str]:
    for each in _alternatives(tree):
        name = "None" if isinstance(each, ast.Constant) and each.value is None else _name(each)
        inner = each.slice if isinstance(each, ast.Subscript) else None
        if name == "Literal" and inner is not None:
            yield "one of " + ", ".join(map(ast.unparse, inner.elts if isinstance(inner, ast.Tuple) else [inner]))
        elif name in _SEQUENCES:
            of = "" if inner is None or isinstance(inner, ast.Tuple) else " of " + " or ".join(map(_many, _words(inner)))
            yield f"a list{of}"
        elif name in _MAPPINGS:
            yield "a mapping"
        else:
            yield _WORDS.get(name) or (f"a kebi.{name}" if name else "another kind")


def _many(words: str) -> str:
    return f"{words.removeprefix('a ')}s" if words.startswith("a ") else words


def _within(tree: ast.expr, value: Any) -> str:
    """Return what was found, or the item of a list that does not fit."""
    if isinstance(value, (list, tuple)):
        for each in _alternatives(tree):
            if _name(each) in _SEQUENCES and isinstance(each, ast.Subscript) and not isinstance(each.slice, ast.Tuple):
                wrong = next((i for i, item in enumerate(value) if not _fits(each.slice, item)), None)
                if wrong is not None:
                    return f"item {wrong}: {shown(value[wrong])}"
    return shown(value)


def shown(value: Any) -> str:
    """Return what was found, in words for a message."""
    shape = getattr(value, "shape", None)
    if isinstance(shape, tuple) and shape:
        return f"a {type(value).__name__} of shape {shape}"
    text = repr(value) if isinstance(value, (str, int, float, bool, type(None), list, tuple, dict)) else f"a {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + "..."
