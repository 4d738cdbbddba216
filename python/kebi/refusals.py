"""Arguments of a wrong kind: refused in a sentence that names the argument, what it takes, and what was found.

A call that goes through costs nothing more. Where one ends in an error of Python, its arguments are compared
with the annotations of the function.
"""

from __future__ import annotations

import functools
from types import FunctionType

from ._core import KebiError

TYPE_CHECKING = False  # as in `typing`: what only an error needs is imported with the first one
if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any, TypeVar

    F = TypeVar("F")

# What an error of Python in a call may come from: an argument of a wrong kind.
_ERRORS = (TypeError, AttributeError, ValueError, ArithmeticError)


def explained(function: F, name: str = "", signature: inspect.Signature | None = None) -> F:
    """Return a function that refuses arguments of a wrong kind in a sentence.

    Parameters
    ----------
    function : callable
        A function or method, of Python or of the compiled part.
    name : str
        What messages call it; its own name if empty.
    signature : inspect.Signature, optional
        Its parameters with their annotations, where they are not its own.

    Returns
    -------
    callable
        The function, which raises `KebiError` in place of the errors of Python.

    Examples
    --------
    >>> def half(number: float) -> float:
    ...     return number / 2
    >>> explained(half)("1")
    Traceback (most recent call last):
    kebi.KebiError: the argument number of half must be a number: found '1'
    """
    called: Any = function
    title = name or called.__name__

    @functools.wraps(called)
    def call(*arguments: Any, **options: Any) -> Any:
        try:
            return called(*arguments, **options)
        except KebiError:
            raise
        except _ERRORS as raised:
            refusal = _refusal(called, signature, title, arguments, options, raised)
            if refusal is None:
                raise
            raise KebiError(refusal) from (None if isinstance(raised, TypeError) else raised)

    return call  # type: ignore[return-value]


def explain(namespace: dict[str, Any], names: Iterable[str], home: str = "kebi") -> None:
    """Let public functions and classes of a module refuse arguments of a wrong kind in a sentence.

    Parameters
    ----------
    namespace : dict
        The names of the module.
    names : iterable of str
        Those of them that are public.
    home : str
        What stands before their names in messages.
    """
    for name in names:
        found = namespace[name]
        if isinstance(found, type):
            explain_class(found, f"{home}.{name}")
        elif callable(found) and not hasattr(found, "__signature__"):
            namespace[name] = explained(found, f"{home}.{name}")


def refusing(title: str) -> Callable[[F], F]:
    """Return a decorator of classes whose methods refuse arguments of a wrong kind in a sentence.

    Parameters
    ----------
    title : str
        What messages call the class.

    Returns
    -------
    callable
        The decorator.
    """

    def decorate(kind: F) -> F:
        explain_class(kind, title)  # type: ignore[arg-type]
        return kind

    return decorate


def explain_class(kind: type, title: str) -> None:
    """Let the constructor and the public methods of a class refuse arguments of a wrong kind in a sentence.

    Parameters
    ----------
    kind : type
        A class, of Python or of the compiled part.
    title : str
        What messages call it.
    """
    if issubclass(kind, (BaseException, tuple)) or hasattr(kind, "__members__"):
        return
    if type(kind).__name__ == "pybind11_type" and type(vars(kind).get("__init__")).__name__ == "wrapper_descriptor":
        kind.__init__ = _without_constructor(kind, title)  # type: ignore[method-assign]
    for name, member in list(vars(kind).items()):
        if name.startswith("_") and name not in ("__init__", "__getitem__", "__contains__"):
            continue
        inner = member.__func__ if isinstance(member, (staticmethod, classmethod)) else member
        if isinstance(inner, type) or isinstance(inner, property) or not callable(inner) or hasattr(inner, "__wrapped__"):
            continue
        made: Any = explained(inner, title if name == "__init__" else f"{title}.{name}")
        if isinstance(member, (staticmethod, classmethod)):
            made = type(member)(made)
        setattr(kind, name, made)


def _without_constructor(kind: type, title: str) -> Callable[..., None]:
    makers = [f"{title}.{name}" for name, member in vars(kind).items() if isinstance(member, staticmethod)]
    ways = ", ".join([*makers, "what is read or found"])

    def refuse(self: object, *arguments: object, **options: object) -> None:
        raise KebiError(f"a {title} is not made by calling its class: it comes from {ways}")

    return refuse


# What is wrong with a call.


def _refusal(
    function: Callable[..., Any],
    signature: inspect.Signature | None,
    title: str,
    arguments: tuple[Any, ...],
    options: Mapping[str, Any],
    raised: Exception,
) -> str | None:
    """Return what is wrong with the arguments of a call, or None where they are not those of the function."""
    import inspect

    from .kinds import mismatch, shown

    of = signature or _signature_of(function)
    if of is None:
        return None
    try:
        bound = of.bind(*arguments, **options).arguments
    except TypeError:
        if isinstance(function, FunctionType):
            return None  # Python says itself which argument is lacking
        takes = ", ".join(f"{each.name}: {each.annotation}" for each in of.parameters.values() if each.name != "self")
        found = ", ".join([*map(shown, arguments[1:] if "self" in of.parameters else arguments), *options])
        return f"{title} takes ({takes}): found ({found})"
    given = {name: value for name, value in bound.items() if name not in ("self", "cls")}
    for name, value in given.items():
        parameter = of.parameters[name]
        known = parameter.annotation
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            continue
        if isinstance(known, str) and (wrong := mismatch(known, value)) is not None:
            words, found = wrong
            return f"the argument {name} of {title} must be {words}: found {found}"
    if not given:
        return None
    found = ", ".join(f"{name}={shown(value)}" for name, value in given.items())
    why = next(iter(str(raised).splitlines()), type(raised).__name__)
    if "incompatible" in why:  # of the compiled part, such as of a number beyond its range
        return f"{title} has no result for {found}: an argument is beyond what it can be"
    return f"{title} has no result for {found}: {why}"


def _signature_of(function: Callable[..., Any]) -> inspect.Signature | None:
    import inspect

    if isinstance(function, FunctionType) or hasattr(function, "__wrapped__"):
        return inspect.signature(function)
    overloads = list(_compiled_parameters(function))
    if not overloads:
        return None
    kinds: dict[str, list[str]] = {}
    for parameters in overloads:
        for name, kind in parameters.items():
            kinds.setdefault(name, []).append(kind)
    positional, last = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.empty
    return inspect.Signature(
        [
            inspect.Parameter(name, positional, annotation=" | ".join(dict.fromkeys(each)) or last, default=None)
            for name, each in kinds.items()
        ]
    )


def _compiled_parameters(function: Callable[..., Any]) -> Iterator[dict[str, str]]:
    """Yield the parameters of each signature that the docstring of a compiled function shows."""
    import ast
    import re

    name = re.escape(function.__name__)
    for match in re.finditer(rf"^(?:\d+\. )?{name}\((.*)\) -> ", function.__doc__ or "", re.MULTILINE):
        text = re.sub(r"kebi\._core\.|kebi\.enums\.|kebi\.|typing\.|collections\.abc\.|decimal\.|numpy\.typing\.", "", match[1])
        text = re.sub(r"Supports(Float|Int) \| SupportsIndex", lambda found: found[1].lower(), text)
        text = re.sub(r"Annotated\[ArrayLike, [\w.]+\]", "NDArray", text)
        text = re.sub(r" = <[^>]*>", " = None", text)
        try:
            tree = ast.parse(f"def f({text}): ...").body[0]
        except SyntaxError:
            continue
        if isinstance(tree, ast.FunctionDef):
            every = [*tree.args.posonlyargs, *tree.args.args, *tree.args.kwonlyargs]
            yield {each.arg: ast.unparse(each.annotation) if each.annotation and each.arg != "self" else "" for each in every}
