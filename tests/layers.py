"""Includes and imports follow one direction.

    layers.py               check the tree that contains this file
    layers.py --self-test   check that each rule reports a violation of it

C++: a file includes its own layer and the layers below it; inside a layer with sub-folders it
includes its own folder and those below it; headers do not include one another in a circle.
Python: a module imports its own package and the packages that `PACKAGES` allows; modules do not
import one another in a circle, where imports for type checkers and imports inside a function count.
No module imports another by a name that is computed, so that none escapes; only kebi/__init__.py does,
from a list of names that has to be the same as its imports for type checkers.
"""

from __future__ import annotations

import csv
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measures.graph import circles
from measures.python_imports import computed_imports, imports, late_names

LAYERS = ["core", "period", "formula", "indicator", "series", "index", "reconcile", "infer", "assess"]
LAYERS += ["text", "io"]
STANDARD_LIBRARY_ALONE = LAYERS[: LAYERS.index("series")]
# Sub-folders from the bottom up; a file that stands beside them may include them all.
FOLDERS = {
    "include/kebi/series": [
        "storage", "evaluate", "growth", "year_to_date", "prices", "hierarchy", "parts",
        "long_table", "releases",
    ],
    "include/kebi/infer": ["settings", "figures", "rules", "solve", "conflicts"],
    "src/text": [
        "normalise", "words", "names", "document", "sentence", "account", "phrase", "table",
        "report", "print",
    ],
}  # fmt: skip
# What each part of python/kebi may import besides itself, from the bottom up.
BELOW = ["_core", "enums", "text", "values", "kinds", "refusals"]
PACKAGES = {
    "_core": [],
    "enums": ["_core"],
    "text": ["_core"],
    "values": [],
    "kinds": ["_core", "enums"],
    "refusals": ["_core", "kinds"],
    "frames": BELOW,
    "tables": [*BELOW, "frames"],
    "functions": [*BELOW, "frames", "tables"],
    "series": [*BELOW, "frames", "tables", "functions"],
    "formulas": [*BELOW, "frames"],
    "reports": [*BELOW, "frames"],
    "documents": [*BELOW, "reports"],
}
EAGER = ["kebi._core", "kebi.enums", "kebi.refusals"]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def layer_of(file: Path) -> str:
    """`core` for core/percent.hpp, for its umbrella core.hpp and for the source core/percent.cpp."""
    return file.parts[0] if len(file.parts) > 1 else file.stem


def violations(root: Path) -> list[str]:
    """One sentence for each include that breaks a rule."""
    root = root.resolve()
    headers, sources = root / "include" / "kebi", root / "src"
    found = []
    for top, pattern in (headers, "*.hpp"), (sources, "*.[ch]pp"):
        for file in sorted(top.rglob(pattern)):
            name = file.relative_to(root)
            here = layer_of(file.relative_to(top))
            if here not in LAYERS and file.parent != headers:
                found.append(f"{name} stands in no layer")
                continue
            for bracket, target in INCLUDE.findall(file.read_text(encoding="utf-8")):
                found += [
                    f"{name} {wrong}"
                    for wrong in faults(target, bracket, file, here, headers, sources)
                ]
    found += [*folder_violations(root), *circles_of_headers(root)]
    return found + list(python_violations(root / "python" / "kebi"))


def faults(
    target: str, bracket: str, file: Path, here: str, headers: Path, sources: Path
) -> Iterator[str]:
    own = inside(target, bracket, file, headers, sources)
    if own is None:
        yield from foreign(target, bracket, here, headers in file.parents)
    elif not own.is_file():
        yield f"includes {target}, which is not there"
    elif sources in own.parents and headers in file.parents:
        yield f"is a header and reaches into src/ for {target}"
    elif here in LAYERS:
        top = headers if headers in own.parents else sources
        there = layer_of(own.relative_to(top))
        if there in LAYERS and LAYERS.index(there) > LAYERS.index(here):
            yield f"reaches up into {there}/ for {target}"
        elif there == "kebi":
            yield f"includes {target}, which is everything"


def inside(target: str, bracket: str, file: Path, headers: Path, sources: Path) -> Path | None:
    """The file of this tree that an include names, found as the compiler finds it."""
    if target.startswith("kebi/"):
        return headers / target.removeprefix("kebi/")
    if bracket == "<":
        return None
    for top in file.parent, sources:
        named = (top / target).resolve()
        if named.is_file() and (headers in named.parents or sources in named.parents):
            return named
    return None


def foreign(target: str, bracket: str, here: str, header: bool) -> Iterator[str]:
    if bracket == '"':
        yield f"reaches outside include/ and src/ for {target}"
    elif target.startswith(("Eigen/", "unsupported/", "sys/")):  # sys/ comes with the system
        if here in STANDARD_LIBRARY_ALONE:
            yield f"includes {target}, but {here} needs the standard library alone"
    elif header and re.search(r"[./]", target):
        yield f"is a header and includes {target}; users would need it too"


def included(file: Path, root: Path) -> list[Path]:
    """The files of this tree that a file includes."""
    headers, sources = root / "include" / "kebi", root / "src"
    found = INCLUDE.findall(file.read_text(encoding="utf-8"))
    files = [inside(target, bracket, file, headers, sources) for bracket, target in found]
    return [own.resolve() for own in files if own is not None and own.is_file()]


def folder_violations(root: Path) -> Iterator[str]:
    """One sentence for each include against the order of the sub-folders of a layer."""
    for place, order in FOLDERS.items():
        top = root / place
        for file in sorted(top.rglob("*.[ch]pp")):
            name, folder = file.relative_to(root), layer_of(file.relative_to(top))
            if file.parent == top:
                continue
            if folder not in order:
                yield f"{name} stands in no folder that layers.py lists for {place}"
                continue
            umbrella = top.with_suffix(".hpp")
            for own in included(file, root):
                if own == umbrella or own.parent == top:
                    yield f"{name} reaches up into {place} for {own.name}"
                elif top in own.parents:
                    there = layer_of(own.relative_to(top))
                    if there in order and order.index(there) > order.index(folder):
                        yield f"{name} reaches up into {place}/{there}/ for {own.name}"


def circles_of_headers(root: Path) -> Iterator[str]:
    """One sentence for each group of headers that include one another.

    The bodies of a header, `x-inl.hpp`, come after all that it declares, so they close no circle.
    """
    arrows = {}
    for file in sorted([*(root / "include").rglob("*.hpp"), *(root / "src").rglob("*.hpp")]):
        if not file.stem.endswith("-inl"):
            arrows[file] = {own for own in included(file, root) if not own.stem.endswith("-inl")}
    for circle in circles(arrows):
        names = " and ".join(str(file.relative_to(root)) for file in circle)
        yield f"{names} include one another in a circle"


def python_violations(package: Path) -> Iterator[str]:
    """One sentence for each import against `PACKAGES`, and for each circle of modules."""
    arrows = imports(package)
    for module, targets in sorted(arrows.items()):
        here = part_of(module)
        if here in ("", "__main__"):  # these two stand above all others
            continue
        if here not in PACKAGES:
            yield f"{module} stands in no package that layers.py lists"
            continue
        for target in sorted(targets):
            if part_of(target) not in (here, *PACKAGES[here]):
                yield f"{module} imports {target}; {here} may import {', '.join(PACKAGES[here])}"
    for circle in circles(arrows):
        yield f"{' and '.join(circle)} import one another in a circle"
    for module in computed_imports(package):
        if module != package.name:
            yield f"{module} imports a module by a name that is computed"
    yield from late_violations(package)


def late_violations(package: Path) -> Iterator[str]:
    """One sentence for each name that kebi/__init__.py imports late or names to type checkers, but not both."""
    late, written = late_names(package)
    homes = {module for module, name in late if name}
    for module, name in sorted(late ^ written if late else ()):
        # Operations are those of `__all__` of their modules; what is imported at once needs no list.
        if name != "*" and (name or module not in {*EAGER, *homes}):
            where = "_NAMES" if (module, name) in written else "the imports for type checkers"
            yield f"python/kebi/__init__.py lacks {f'{module}.{name}'.rstrip('.')} in {where}"


def part_of(module: str) -> str:
    """`frames` for kebi.frames.long and for kebi.frames, nothing for kebi itself."""
    return [*module.split("."), ""][1]


# Files that keep to the rules (no report), and files that break one, with what is reported of it;
# `(the file before)` marks the other half of a circle.
PLANTED = Path(__file__).parent / "measures" / "planted_layers.tsv"


def self_test() -> None:
    """Plant one fault of each kind and ask for exactly these."""
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)

        def plant(name: str, text: str) -> None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            lines = text.replace("\\n", "\n") + "\n"
            (root / name).write_text(lines, encoding="utf-8")

        plant("python/bindings.hpp", "")
        rows = list(csv.DictReader(PLANTED.open(encoding="utf-8"), delimiter="\t"))
        for row in rows:
            if not row["report"]:
                plant(row["file"], row["text"])
        assert violations(root) == [], violations(root)

        for row in rows:
            plant(row["file"], row["text"])
        expected = {row["file"]: row["report"] for row in rows if row["report"][:1] not in ("", "(")}
        found = violations(root)
        for name, reason in expected.items():
            module = name.removeprefix("python/").removesuffix(".py").replace("/", ".")
            assert any((name in s or module in s) and reason in s for s in found), (name, found)
        assert len(found) == len(expected), "\n".join(found)


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        self_test()
        print("each rule reports its violation")
    else:
        wrong = violations(Path(__file__).parents[1])
        print("\n".join(wrong) or "layers hold")
        sys.exit(bool(wrong))
