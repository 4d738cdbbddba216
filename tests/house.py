"""The form of the source, measured: each number stands beside its limit.

    house.py                what is measured of the tree that contains this file
    house.py --list         also where each limit is exceeded
    house.py --self-test    check that each measure finds what exceeds its limit

The exit status is 1 where a limit is exceeded. Docstrings are measured where kebi can be imported,
as with the Python of `.venv`; without it that row is left out, and so are commits without git.
"""

from __future__ import annotations

import argparse
import importlib
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measures import (
    cpp_code,
    doc_paths,
    docstrings,
    planted,
    python_code,
    python_imports,
    repeats,
    tree,
)
from measures.graph import circles
from measures.python_code import Place

MODULES_IN_A_FOLDER, LINES_IN_A_FILE = 16, 300
METHODS_OF_A_TYPE, MEMBERS_OF_A_TYPE = 15, 8
# Modules whose names users are told to use.
PUBLIC_MODULES = ["kebi", "kebi.formulas", "kebi.enums"]
# Subjects of commits are short since this commit.
SINCE = "aa29447163efd69bf8da46b7d83a1f6af44eeba2"
# Paths that data take, by the headings of docs/architecture.md.
PATHS = [
    ("a number of a sentence", "From the number of a sentence to a fact", "src/text/", 8),
    ("a long frame with bounds", "From a long frame to growth with bounds", "", 12),
]
# Words of this project alone, where the field has a term: see docs/vocabulary.md.
PRIVATE_WORDS = [
    "told",
    "tell",
    "tells",
    "said",
    "footing",
    "footings",
    "shaky",
    "wild",
    "recut",
    "recuts",
    "turns",
    "beside",
]


@dataclass(frozen=True)
class Measure:
    """A number, its limit if it has one, and the places that count or come first."""

    name: str
    value: float
    limit: float | None
    places: list[str]

    @property
    def holds(self) -> bool:
        return self.limit is None or self.value <= self.limit


def of_python(root: Path) -> Iterator[Measure]:
    package = root / "python" / "kebi"
    files = tree.source_files(root, tree.PYTHON, ["python/kebi"])
    found = [" <-> ".join(circle) for circle in circles(python_imports.imports(package))]
    yield Measure("import circles in python/kebi", len(found), 0, found)
    private = [
        name
        for name in python_imports.modules(package)
        if python_code.is_private(name.rpartition(".")[2]) and name != "kebi._core"
    ]
    yield Measure("private modules besides _core", len(private), 0, private)
    uses = [at(use, root) for file in files for use in python_code.private_uses(file)]
    yield Measure("uses of another module's private members", len(uses), 0, uses)
    bare = [at(place, root) for file in files for place in python_code.undescribed(file)]
    yield Measure("functions without a docstring", len(bare), 0, bare)


def of_docstrings() -> Iterator[Measure]:
    found: dict[str, list[str]] = {}
    for name in PUBLIC_MODULES:
        try:
            found |= docstrings.lacking(importlib.import_module(name))
        except ImportError:
            if name == PUBLIC_MODULES[0]:
                return
    places = [f"{name}: no {', '.join(absent)}" for name, absent in found.items()]
    yield Measure("public functions without Parameters, Returns, Examples", len(places), 0, places)


def of_folders(root: Path) -> Iterator[Measure]:
    folders = sorted(
        ((len(names), str(folder)) for folder, names in tree.modules_by_folder(root).items()),
        reverse=True,
    )
    places = [f"{folder}: {n}" for n, folder in folders if n > MODULES_IN_A_FOLDER]
    most = folders[0][0] if folders else 0
    yield Measure("modules in the fullest source folder", most, MODULES_IN_A_FOLDER, places)
    files = tree.source_files(root, tree.CPP | tree.PYTHON | tree.STUBS)
    lengths = [(tree.line_count(file), file) for file in files if not tree.is_generated(file)]
    long = [f"{file.relative_to(root)}: {n}" for n, file in lengths if n > LINES_IN_A_FILE]
    longest = max((n for n, _ in lengths), default=0)
    yield Measure("lines of the longest source file", longest, LINES_IN_A_FILE, long)


def of_functions(root: Path) -> Iterator[Measure]:
    for name, suffixes, functions, limit in (
        ("C++", tree.CPP, cpp_code.functions, 60),
        ("Python", tree.PYTHON, python_code.functions, 45),
    ):
        found = [f for file in tree.source_files(root, suffixes) for f in functions(file)]
        long = sorted((f for f in found if f.length > limit), key=lambda f: -f.length)
        longest = max((f.length for f in found), default=0)
        places = [f"{at(f, root)}: {f.length} lines" for f in long]
        yield Measure(f"lines of the longest function in {name}", longest, limit, places)


def of_types(root: Path) -> Iterator[Measure]:
    """Types of src/text that do too much: structs without methods are counted as well."""
    large = [
        f"{at(kind.place, root)}: {kind.methods} methods, {kind.members} members"
        for file in tree.source_files(root, tree.CPP, ["src/text"])
        for kind in cpp_code.types(file)
        if kind.methods > METHODS_OF_A_TYPE or kind.members > MEMBERS_OF_A_TYPE
    ]
    yield Measure("types of src/text over 15 methods or 8 members", len(large), 0, large)


def of_repeats(root: Path) -> Iterator[Measure]:
    found = repeats.pairs(tree.code_files(root, repeats.SUFFIXES))
    places = [
        f"{p.first.relative_to(root)}:{p.places[0]}-{p.places[1]} ~ "
        f"{p.second.relative_to(root)}:{p.places[2]}-{p.places[3]} ({p.lines} lines)"
        for p in found
    ]
    yield Measure("pairs of places that share six lines or their shape", len(places), 20, places)
    own = [place for place in places if not place.startswith(("tests/", "bench/"))]
    yield Measure("  of them outside tests", len(own), None, [])


def of_commits(root: Path) -> Iterator[Measure]:
    subjects = tree.long_subjects(root, SINCE)
    yield Measure("commit subjects over 72 characters", len(subjects), 0, subjects)


def of_docs(root: Path) -> Iterator[Measure]:
    found = list(doc_paths.missing(root))
    yield Measure("files and names in the docs that are not there", len(found), 0, found)
    for what, heading, inside, limit in PATHS:
        length = doc_paths.path_length(root / "docs" / "architecture.md", heading, inside)
        yield Measure(f"files on the path of {what}", length, limit, [])


def of_words(root: Path) -> Iterator[Measure]:
    for name, places in ("headers", ["include/kebi"]), ("src/text", ["src/text"]):
        share = tree.comment_share(tree.source_files(root, tree.CPP, places))
        yield Measure(f"lines with comments in {name}, %", round(share, 1), None, [])
    files = tree.source_files(root, tree.CPP | tree.PYTHON)
    counted = tree.words_in([*files, *(root / "docs").rglob("*.md")], PRIVATE_WORDS)
    words = [f"{word}: {n}" for word, n in counted.most_common()]
    yield Measure("words that the field does not use", sum(counted.values()), None, words)


def at(place: Place, root: Path) -> str:
    return f"{place.file.relative_to(root)}:{place.line} {place.name}"


OF_THE_TREE = (of_python, of_folders, of_functions, of_types, of_repeats, of_docs, of_words)


def measures(root: Path) -> Iterator[Measure]:
    for measure in OF_THE_TREE:
        yield from measure(root)
    yield from of_docstrings()
    yield from of_commits(root)


def report(found: Iterable[Measure], listed: bool) -> bool:
    """Print the measures, and say whether all limits hold."""
    sound = True
    print(f"{'measured':58} {'now':>6} {'limit':>6}")
    for measure in found:
        limit = "" if measure.limit is None else f"{measure.limit:g}"
        mark = "" if measure.holds else "  over"
        print(f"{measure.name:58} {measure.value:6g} {limit:>6}{mark}")
        if listed and not measure.holds:
            print("".join(f"    {place}\n" for place in measure.places), end="")
        sound = sound and measure.holds
    return sound


def self_test() -> None:
    """Plant one fault for each measure and ask for exactly these."""
    for fault in "none", *planted.FAULTS:
        with tempfile.TemporaryDirectory() as directory:
            planted.plant(Path(directory), fault)
            found = [m for measure in OF_THE_TREE for m in measure(Path(directory))]
            over = [m.name for m in found if not m.holds]
            assert over == [fault] * (fault in planted.FAULTS), (fault, over)
    if shutil.which("git"):
        with tempfile.TemporaryDirectory() as directory:
            planted.check_commits(Path(directory))
    planted.check_docstrings()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true", help="name the places over a limit")
    parser.add_argument("--self-test", action="store_true", help="check the measures themselves")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1])
    options = parser.parse_args()
    if options.self_test:
        self_test()
        print("each measure finds what exceeds its limit")
        return 0
    return 0 if report(measures(options.root.resolve()), options.list) else 1


if __name__ == "__main__":
    sys.exit(main())
