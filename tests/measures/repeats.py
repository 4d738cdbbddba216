"""Pairs of files, or of places in one file, that share lines or lines of one shape.

A line has a shape: its keywords and punctuation, with one sign for each name, one for each string
and one for each number. Blank lines, comments, lines of punctuation alone, imports and single names
in a list do not count. Two places share a run where `LEAST` lines or more follow one another with
the same shapes and hold `WEIGHT` signs or more. A run that stands in more than `COMMON` places is a
habit of the language and no repetition.
"""

from __future__ import annotations

import keyword
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LEAST, WEIGHT, COMMON = 6, 26, 8
CPP_WORDS = (
    "alignas auto bool break case catch char class concept const constexpr consteval continue default "
    "delete do double else enum explicit false final float for friend if inline int long mutable "
    "namespace new noexcept nullptr operator override private protected public requires return "
    "short signed sizeof static static_assert static_cast struct switch template this throw true "
    "try typename union unsigned using virtual void while"
)
CPP_SUFFIXES = {".hpp", ".cpp", ".h"}
SUFFIXES = CPP_SUFFIXES | {".py", ".pyi", ".sh", ".cmake"}
PASSED_OVER = re.compile(
    r"(?:import|from)\b.*|using\b[^=]*;|#\s*(?:include|pragma)\b.*|\w+,?|[^\w\"']*"
)
PIECE = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|\w+|\S')


@dataclass(frozen=True)
class Line:
    number: int
    text: str
    shape: str


def lines(file: Path) -> list[Line]:
    """The lines of a file that count."""
    text = file.read_text(encoding="utf-8")
    is_cpp = file.suffix in CPP_SUFFIXES
    comment = r"//.*$" if is_cpp else r"^\s*#.*$|\s#[^\"']*$"
    words = set(CPP_WORDS.split()) if is_cpp else {*keyword.kwlist, "self"}
    found = []
    for number, line in enumerate(re.sub(comment, "", text, flags=re.MULTILINE).splitlines(), 1):
        folded = " ".join(line.split())
        if not PASSED_OVER.fullmatch(folded):
            found.append(Line(number, folded, shape(folded, words)))
    return found


def shape(line: str, words: set[str]) -> str:
    """`return a + 1 ;` for `return count + 27;`."""
    return " ".join(sign(piece, words) for piece in PIECE.findall(line))


def sign(piece: str, words: set[str]) -> str:
    if piece[0] in "\"'":
        return '"' if len(piece) > 1 else piece
    if piece[0].isdigit():
        return "1"
    return piece if piece in words or not re.match(r"\w", piece) else "a"


@dataclass(frozen=True)
class Pair:
    """The longest run of shared lines of two files, or of two places in one."""

    first: Path
    second: Path
    lines: int
    places: tuple[int, int, int, int]  # from, to in the first file, from, to in the second
    runs: int


def pairs(files: Iterable[Path]) -> list[Pair]:
    """One row for each two files that share a run, the longest runs first."""
    read = {file: lines(file) for file in files}
    found = []
    for (first, second), starts in shared(read).items():
        runs = joined(starts)
        i, j, size = max(runs, key=lambda run: run[2])
        a, b = read[first], read[second]
        places = (a[i].number, a[i + size - 1].number, b[j].number, b[j + size - 1].number)
        found.append(Pair(first, second, size, places, len(runs)))
    return sorted(found, key=lambda pair: (-pair.lines, pair.first, pair.places))


def shared(read: dict[Path, list[Line]]) -> dict[tuple[Path, Path], set[tuple[int, int]]]:
    """For each two files the positions at which `LEAST` lines of one shape begin in both."""
    places = defaultdict(list)
    for file, counted in read.items():
        shapes = [line.shape for line in counted]
        for i in range(len(shapes) - LEAST + 1):
            window = tuple(shapes[i : i + LEAST])
            if sum(shape.count(" ") + 1 for shape in window) >= WEIGHT:
                places[window].append((file, i))
    found: dict[tuple[Path, Path], set[tuple[int, int]]] = defaultdict(set)
    for where in places.values():
        if len(where) <= COMMON:
            for n, (first, i) in enumerate(where):
                for second, j in where[n + 1 :]:
                    if first != second or j - i >= LEAST:
                        found[first, second].add((i, j))
    return found


def joined(starts: set[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Windows that follow one another as one run: its two positions and its lines."""
    runs = []
    for i, j in sorted(starts):
        if (i - 1, j - 1) not in starts:
            size = 0
            while (i + size, j + size) in starts:
                size += 1
            runs.append((i, j, size + LEAST - 1))
    return runs
