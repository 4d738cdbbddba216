"""Small trees that keep every limit, or exceed one of them, for the self-test of house.py."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import ModuleType

from measures import docstrings, tree

DOCUMENTED = '"""Say something of the numbers."""'
# What calls `reader`, with its last line left open.
READER = "class reader {\n public:\n"


def lines(n: int, line: str) -> str:
    return "".join(line.format(i) for i in range(n))


SOUND = {
    "python/kebi/__init__.py": "from .read import read\nfrom .table import Table\n",
    "python/kebi/read.py": f"from . import _core\n\n\ndef read(text):\n    {DOCUMENTED}\n"
    "    return _core.read(text)\n",
    "python/kebi/table.py": "from .read import read\n\n\nclass Table:\n    def __init__(self, other):\n"
    "        self._rows = other._rows\n",
    "python/kebi/_core.pyi": "def read(text: str) -> float: ...\n",
    "include/kebi/core/sum.hpp": "namespace kebi {\ninline int sum(int a, int b) { return a + b; }\n}\n",
    "src/text/words/reader.hpp": READER + lines(15, "  int method{0}() const {{ return {0}; }}\n")
    + " private:\n" + lines(8, "  int member{0}_ = 0;\n")
    + "  const int last_ = 0;\n  static int all_;\n};\n",
}  # fmt: skip

# For each measure by its name in house.py: the files that exceed its limit, and nothing else.
FAULTS = {
    "import circles in python/kebi": {
        "python/kebi/read.py": f"def read(text):\n    {DOCUMENTED}\n    from .table import Table\n",
    },
    "private modules besides _core": {"python/kebi/_hidden.py": "rows = 1\n"},
    "uses of another module's private members": {
        "python/kebi/use.py": f"def rows_of(table):\n    {DOCUMENTED}\n    return table._rows\n",
    },
    "functions without a docstring": {"python/kebi/use.py": "def rows_of(table):\n    return 1\n"},
    "modules in the fullest source folder": {
        f"include/kebi/core/m{i}.hpp": "#pragma once\n" for i in range(16)
    },
    "lines of the longest source file": {"src/text/words/long.cpp": lines(301, "int a{0};\n")},
    "lines of the longest function in C++": {
        "src/text/words/long.cpp": "void f(int a) {\n" + lines(59, "  g(a, {0});\n") + "}\n",
    },
    "lines of the longest function in Python": {
        "python/kebi/use.py": f"def long(a):\n    {DOCUMENTED}\n" + lines(45, "    a += {0}\n"),
    },
    "types of src/text over 15 methods or 8 members": {
        "src/text/words/many.hpp": READER + lines(16, "  bool at{0}(int n);\n") + "};\n",
        "src/text/words/wide.hpp": "struct wide {\n" + lines(9, "  bool is{0} = false;\n") + "};\n",
    },
    "files and names in the docs that are not there": {
        "docs/a.md": "- `python/kebi/read.py`: `readme`\n",
    },
    "files on the path of a number of a sentence": {
        "docs/architecture.md": "## From the number of a sentence to a fact\n"
        + lines(9, "| {0} | `src/text/words/w{0}.cpp` | `a` |\n"),
        **{f"src/text/words/w{i}.cpp": "int a;\n" for i in range(9)},
    },
    "files on the path of a long frame with bounds": {
        "docs/architecture.md": "## From a long frame to growth with bounds\n"
        + lines(13, "1. `python/kebi/series/s{0}.py`: `a`\n"),
        **{f"python/kebi/series/s{i}.py": "a = 1\n" for i in range(13)},
    },
    "pairs of places that share six lines or their shape": {
        f"src/text/words/same{i}.cpp": lines(6, f"int a{{0}} = b({i}, c) + d{'+ e' * (i // 6)};\n")
        for i in range(12)
    },
}


def plant(root: Path, fault: str) -> None:
    """Write a tree that keeps every limit but the one of `fault`, if it is one."""
    for name, text in (SOUND | FAULTS.get(fault, {})).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def check_commits(root: Path) -> None:
    """A subject of 73 characters is found behind the commit that is named, one of 72 is not."""
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for length in 90, 72, 73:
        commit = [*git, "commit", "-q", "--allow-empty", "-m", "a" * length]
        subprocess.run(commit, check=True)
    assert tree.long_subjects(root, "HEAD~2") == ["a" * 73]


def whole(levels: list[float]) -> float:
    """Add levels up.

    Parameters
    ----------
    levels : list of float
        Levels of the parts, in one unit.

    Returns
    -------
    float
        Their sum, in the same unit.

    Examples
    --------
    >>> whole([1.0, 2.0])
    3.0
    """
    return sum(levels)


def partial(levels: list[float]) -> float:
    """Add levels up.

    Returns
    -------
    float
    """
    if not levels:
        raise ValueError("no levels")
    return sum(levels)


def check_docstrings() -> None:
    """Of two functions the one that lacks sections is found, with these."""
    module = ModuleType("kebi")
    module.__dict__.update(whole=whole, partial=partial)
    for function in whole, partial:
        function.__module__ = "kebi"
    assert docstrings.lacking(module) == {"kebi.partial": ["Examples", "Parameters", "Raises"]}
