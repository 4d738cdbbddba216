"""Circles in a graph of files or modules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def circles(arrows: Mapping[Any, Iterable[Any]]) -> list[list[Any]]:
    """The groups of nodes that reach one another, each sorted.

    A node that names itself is a group of one.

    >>> circles({"a": ["b"], "b": ["a"], "c": ["a"], "d": ["d"]})
    [['a', 'b'], ['d']]
    """
    reach = {node: reached(node, arrows) for node in arrows}
    groups = {
        tuple(sorted(other for other in reach[node] if node in reach[other]))
        for node in arrows
        if node in reach[node]
    }
    return [list(group) for group in sorted(groups)]


def reached(start: Any, arrows: Mapping[Any, Iterable[Any]]) -> set[Any]:
    """All nodes at the end of one arrow or several from `start`."""
    seen: set[Any] = set()
    ahead = list(arrows[start])
    while ahead:
        node = ahead.pop()
        if node not in seen and node in arrows:
            seen.add(node)
            ahead += arrows[node]
    return seen
