"""The files that patterns, folders and lists of them name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .._core import KebiError
from ..reports.files import is_readable

if TYPE_CHECKING:
    from typing import TypeAlias

    Path: TypeAlias = str | os.PathLike[str]


def files_of(paths: Path | Iterable[Path]) -> list[str]:
    """Return the files that paths name, each once.

    Parameters
    ----------
    paths : path, or iterable of paths
        Files, folders and patterns such as ``"reports/**/*.pdf"``.

    Returns
    -------
    list of str
        The files: of a pattern all that match it, of a folder all of a kind that kebi reads,
        with its folders; a path that is neither is returned as it is.

    Raises
    ------
    KebiError
        Where there is no file at all.

    Examples
    --------
    >>> files_of(["a.txt", "b.txt", "a.txt"])
    ['a.txt', 'b.txt']
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    names = [os.fspath(path) for path in given]
    found = list(dict.fromkeys(file for name in names for file in _files_of_one(name)))
    if not found:
        named = f"{', '.join(map(repr, names[:3]))}{' …' if len(names) > 3 else ''}" if names else "an empty list"
        raise KebiError(f"no file of a kind that kebi reads: {named}; pass files, folders or patterns such as '2026/*.pdf'")
    return found


def _files_of_one(name: str) -> list[str]:
    import glob

    if os.path.isdir(name):
        inside = glob.glob(os.path.join(glob.escape(name), "**", "*"), recursive=True)
        return sorted(file for file in inside if is_readable(file) and os.path.isfile(file))
    if os.path.exists(name) or not glob.has_magic(name):
        return [name]
    return sorted(file for file in glob.glob(name, recursive=True) if os.path.isfile(file))
