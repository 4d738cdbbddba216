"""The signature and the documentation of a declared operation, with the parameters that all operations share."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHARED = """table : array, Series, Panel or frame
    The figures: an array with a row for each series and a column for each span (nan is absent), a
    `Series`, a `Panel`, a long frame with a row for each figure, or a wide frame with a column for
    each series.
---
bounds : bool, default False
    Whether to return the lowest and the highest value that the rounding of the published figures
    leaves possible. They need the decimals of the figures.
out : array or pair of arrays, optional
    Where to write the result, a row for each series; with `bounds` a pair, lo and hi. It is returned.
threads : int, default 1
    How many threads evaluate the operation.
start : str or Period, optional
    The first span of an array, such as "2019-01" or "2019Q1".
frequency : str or Frequency, optional
    "month", "two_months", "quarter", "half", "year", "year_to_date" by month or "year_to_quarter" by
    quarter; of an array or of dates "month" unless passed.
decimals : int or list of int, optional
    Decimals to which the figures were rounded; of an array also one number for each row. Texts and
    `decimal.Decimal` have them; floats of a frame count with those they need.
growth_decimals : int, optional
    Decimals of growth that goes together with levels.
region, indicator, period, value : str, optional
    The columns of a long frame if they have other names; `region` or `indicator` is None where all
    rows are of one. Of a wide frame only `period`.
status : str, optional
    The column of a long frame that says why figures are absent.
duplicates : {"refuse", "first", "last"}
    Which of two rows of a long frame for one figure counts; equal rows are never refused."""

# Added where an operation has no parameter of that name itself.
_PUBLISHED = """
published : str, optional
    The column of a long frame that says when each figure was published, if it is not called published;
    None to make one release of figures of several."""


_KINDS = {
    "bounds": "bool", "out": "Any", "threads": "int", "start": "Period | str | None", "frequency": "Frequency | str | None",
    "decimals": "int | str | Sequence[int] | None", "growth_decimals": "int | None", "region": "str | None",
    "indicator": "str | None", "period": "str | None", "value": "str | None", "status": "str | None", "duplicates": "str",
    "published": "str | None",
}  # fmt: skip
# Inputs of several operations, described once. A docstring that describes one itself keeps its own words.
_INPUTS = {
    "growth": """growth : table of the same kind, or name of a column of a long frame
    Published growth in percent; None for that published together with a `Series` or `Panel`.""",
    "whole": """whole : str, int or table
    The name of a region or an indicator (of a wide frame, of a column), the number of a row of an
    array, or a table of wholes; with `whole_growth` also a column of a long frame. Levels in another
    unit of the same kind are converted.""",
    "whole_growth": """whole_growth : table, or name of a column of a long frame
    Growth of the wholes in percent; with a named `whole` it is found at the same name in `growth`.""",
    "share_of_growth": """share_of_growth : table of the same kind, or name of a column of a long frame
    Shares of the part in the growth of the whole (贡献率), in percent.""",
    "part_growth": """part_growth : table of the same kind, or name of a column of a long frame
    Growth of the part with that weight, in percent.""",
    "rest_growth": """rest_growth : table of the same kind, or name of a column of a long frame
    Growth of the rest of the whole, in percent.""",
    "prices": """prices : table of the same kind, or name of a column of a long frame
    The change of prices in percent.""",
    "real": """real : table of the same kind, or name of a column of a long frame
    Growth at constant prices in percent.""",
    "tree": """tree : Hierarchy
    Wholes and parts; the rows of an array are its items in their order.""",
    "along": """along : {"region", "indicator"}, optional
    Which names of the table are the items, where both have some of them.""",
}


def own_parameters(derive: Callable[..., Any]) -> tuple[str, ...]:
    """Return the names of the parameters of a declaration, without the table and the options."""
    names = list(inspect.signature(derive).parameters)
    return tuple(names[1:-1])


def signature_of(derive: Callable[..., Any]) -> inspect.Signature:
    """Return the signature of an operation with the shared options spelled out."""
    found = inspect.signature(derive)
    first, *own, _ = found.parameters.values()
    keyword = inspect.Parameter.KEYWORD_ONLY
    defaults = {"published": "published", "bounds": False, "threads": 1, "duplicates": "refuse", "region": "region", "indicator": "indicator"}
    shared = [
        inspect.Parameter(name, keyword, default=defaults.get(name), annotation=kind)
        for name, kind in _KINDS.items()
        if all(parameter.name != name for parameter in own)
    ]
    return found.replace(parameters=[first.replace(name="table"), *own, *shared], return_annotation=inspect.Signature.empty)


# The sections of a declaration that are written in one line, and what stands above their text.
_IN_ONE_LINE = {"Returns": "same kind as the table\n    ", "Raises": "KebiError\n    ", "Source": ""}
_LINE = re.compile(rf"^({'|'.join(_IN_ONE_LINE)}): (.+(?:\n +.+)*)\n", re.MULTILINE)
_LINES = re.compile(rf"(?:{_LINE.pattern})+\n", re.MULTILINE)


def documented(text: str, own: Sequence[str] = ()) -> str:
    """Return the docstring of an operation in full, in the form of numpydoc.

    Parameters
    ----------
    text : str
        The docstring of its declaration. `Returns:`, `Raises:` and `Source:` may be written in one line
        each; the examples follow them without a heading.
    own : sequence of str
        The names of its own parameters: those that several operations have are described here.

    Returns
    -------
    str
        The docstring with all sections, and with the parameters that all operations share.
    """
    text = _LINES.sub(_sections, inspect.cleandoc(text))
    table, options = _SHARED.split("---\n")
    before, _, described = text.partition("Parameters\n----------\n")
    if not described:
        before, _, described = text.partition("Returns\n-------\n")
        described = f"Returns\n-------\n{described}"
    described, results, rest = described.partition("Returns\n-------\n")
    entries = [] if described.startswith("table :") else [table]
    options += "" if re.search(r"^published\b", described, re.MULTILINE) else _PUBLISHED
    entries += [described.rstrip() + "\n"] if described.strip() else []
    entries += [f"{_INPUTS[name]}\n" for name in own if name in _INPUTS and not re.search(rf"^{name}\b", described, re.MULTILINE)]
    return f"{before}Parameters\n----------\n{''.join(entries)}{options}\n\n{results}{rest}"


def _sections(lines: re.Match[str]) -> str:
    """Return one-line sections in full, and the heading of the examples, which follow them."""
    return f"{_LINE.sub(_section, lines[0][:-1])}Examples\n--------\n"


def _section(line: re.Match[str]) -> str:
    heading, body = line[1], line[2]
    above = _IN_ONE_LINE[heading]
    body = re.sub(r"\n +", "\n    " if above else "\n", body)
    return f"{heading}\n{'-' * len(heading)}\n{above}{body}\n\n"
