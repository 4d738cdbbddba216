"""Files and functions that the documentation names, and how many of them a path enters.

`src/text/a.cpp` in backquotes names a file, with `*` several. A line of a list or a cell of a table
that starts with a file and goes on with names in backquotes says that the file has these names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FILE = re.compile(
    r"`((?:include|src|python|tests|bench|cmake|docs|examples)/[^`\s<>{}…]*|[A-Z]\w*\.(?:md|txt))`"
)
ROW = re.compile(r"^\s*(?:[-*]|\d+\.|\|(?:[^|`]*\|)?)\s*`([^`\s<>{}…]+/[^`\s<>{}…]+)`(.*)$")
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
NAME = re.compile(r"`([\w:~]+)`")


def missing(root: Path) -> Iterator[str]:
    """Files that a page names and the tree does not have, and names that a file does not have."""
    for page in [*sorted((root / "docs").rglob("*.md")), *sorted(root.glob("*.md"))]:
        if page.name == "CHANGELOG.md" or "decisions" in page.parts:  # these speak of the past
            continue
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{page.relative_to(root)}:{number}"
            for name in FILE.findall(line):
                if not any(root.glob(name.rstrip("/"))):
                    yield f"{where} names {name}, which is not there"
            for target in LINK.findall(line):
                if not (page.parent / target).exists():
                    yield f"{where} links to {target}, which is not there"
            row = ROW.match(line)
            if row and (root / row[1]).is_file():
                text = (root / row[1]).read_text(encoding="utf-8")
                for name in NAME.findall(row[2]):
                    if not re.search(rf"\b{name.rpartition('::')[2]}\b", text):
                        yield f"{where} names {name}, which {row[1]} does not have"


def path_length(page: Path, heading: str, inside: str) -> int:
    """How many files below `inside` the rows of the section under a heading start with."""
    if not page.is_file():
        return 0
    section = page.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].split("\n## ")[0]
    rows = [ROW.match(line) for line in section.splitlines()]
    return len({row[1] for row in rows if row and row[1].startswith(inside)})
