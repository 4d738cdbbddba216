"""Files and folders of the tree: how many, how long, how much of them is comment."""

from __future__ import annotations

import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from measures.cpp_code import comment_lines

SOURCES = ["include/kebi", "src", "python/kebi", "python/bindings"]
CPP = {".hpp", ".cpp"}
PYTHON = {".py"}
STUBS = {".pyi"}


def source_files(
    root: Path, suffixes: Iterable[str], places: Iterable[str] = SOURCES
) -> list[Path]:
    return sorted(
        file
        for place in places
        for file in (root / place).rglob("*")
        if file.suffix in suffixes and "__pycache__" not in file.parts
    )


def code_files(root: Path, suffixes: Iterable[str]) -> list[Path]:
    """All files of code that git knows or would add; without git, all but what a build makes."""
    asked = ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        files = [root / name for name in listed.stdout.splitlines()]
    else:
        files = [file for file in root.rglob("*") if not {".venv", "build"} & set(file.parts)]
    return sorted(file for file in files if file.suffix in suffixes and file.is_file())


def modules_by_folder(root: Path) -> dict[Path, set[str]]:
    """The modules of each source folder: a header, its bodies and its source are one."""
    found: dict[Path, set[str]] = defaultdict(set)
    for file in source_files(root, CPP | PYTHON | STUBS):
        name = re.sub(r"-inl$", "", file.stem)
        if name != "__init__":
            found[file.parent.relative_to(root)].add(name)
    return found


def is_generated(file: Path) -> bool:
    return "generated" in file.read_text(encoding="utf-8")[:300].lower()


def line_count(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def comment_share(files: Iterable[Path]) -> float:
    """Lines with a comment, in percent of all lines that are not blank."""
    comments = lines = 0
    for file in files:
        text = file.read_text(encoding="utf-8")
        comments += comment_lines(text)
        lines += sum(bool(line.strip()) for line in text.splitlines())
    return 100 * comments / max(lines, 1)


def words_in(files: Iterable[Path], words: Iterable[str]) -> Counter[str]:
    """How often each of the words stands in the files, alone or as a part of a name."""
    pattern = re.compile(rf"(?<![A-Za-z])({'|'.join(words)})(?![A-Za-z])")
    found: Counter[str] = Counter()
    for file in files:
        found.update(pattern.findall(file.read_text(encoding="utf-8")))
    return found


def long_subjects(root: Path, since: str, limit: int = 72) -> list[str]:
    """Subjects of commits since a given one that are longer than `limit` characters."""
    asked = ["git", "-C", str(root), "log", "--no-merges", "--format=%s", f"{since}..HEAD"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=False)
    return [subject for subject in listed.stdout.splitlines() if len(subject) > limit]
