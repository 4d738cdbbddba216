"""Every file includes only its own layer and the layers below it.

    layers.py               check the tree this file stands in
    layers.py --self-test   check that the check can say no
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

LAYERS = ["core", "period", "formula", "indicator", "series", "index", "reconcile", "infer", "assess"]
LAYERS += ["text", "io"]
STANDARD_LIBRARY_ALONE = LAYERS[: LAYERS.index("series")]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def layer_of(file: Path) -> str:
    """`core` for core/percent.hpp, for its umbrella core.hpp and for the source core/percent.cpp."""
    return file.parts[0] if len(file.parts) > 1 else file.stem


def strays(root: Path) -> list[str]:
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
    return found


def faults(target: str, bracket: str, file: Path, here: str, headers: Path, sources: Path):
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


def foreign(target: str, bracket: str, here: str, header: bool):
    if bracket == '"':
        yield f"reaches outside include/ and src/ for {target}"
    elif target.startswith(("Eigen/", "unsupported/", "sys/")):  # sys/ comes with the system
        if here in STANDARD_LIBRARY_ALONE:
            yield f"includes {target}, but {here} needs the standard library alone"
    elif header and re.search(r"[./]", target):
        yield f"is a header and includes {target}; users would need it too"


def self_test() -> None:
    """Plant one fault of each kind and ask for exactly these."""
    tree = {
        "include/kebi/kebi.hpp": '#include "kebi/core.hpp"\n#include "kebi/io.hpp"',
        "include/kebi/core.hpp": '#include "kebi/core/percent.hpp"',
        "include/kebi/io.hpp": "",
        "include/kebi/core/percent.hpp": "#include <string>",
        "include/kebi/series/series.hpp": '#include <Eigen/Core>\n#include "kebi/core/percent.hpp"',
        "src/text/words.hpp": "",
        "src/text/read.cpp": '#include "words.hpp"\n#include <kebi/series/storage/series.hpp>',
        "src/io/json.cpp": '#include <nlohmann/json.hpp>\n#include "text/words.hpp"',
    }
    faulty = {
        "include/kebi/core/up.hpp": ("#include <kebi/series/storage/series.hpp>", "up into series/"),
        "include/kebi/period/up.hpp": ('# include "../series/series.hpp"', "up into series/"),
        "include/kebi/period.hpp": ('#include "kebi/io.hpp"', "up into io/"),
        "include/kebi/core/all.hpp": ('#include "kebi/kebi.hpp"', "is everything"),
        "include/kebi/indicator/fat.hpp": ("#include <Eigen/Core>", "standard library alone"),
        "include/kebi/text/json.hpp": ("#include <nlohmann/json.hpp>", "users would need it"),
        "include/kebi/text/private.hpp": ('#include "../../../src/text/words.hpp"', "into src/"),
        "include/kebi/io/gone.hpp": ('#include "kebi/io/none.hpp"', "not there"),
        "include/kebi/misc/lost.hpp": ("", "in no layer"),
        "src/core/up.cpp": ('#include "text/words.hpp"', "up into text/"),
        "src/series/out.cpp": ('#include "../../python/bindings.hpp"', "reaches outside"),
    }
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)

        def plant(name: str, text: str) -> None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text + "\n", encoding="utf-8")

        plant("python/bindings.hpp", "")
        for name, text in tree.items():
            plant(name, text)
        assert strays(root) == [], strays(root)

        for name, (text, _) in faulty.items():
            plant(name, text)
        found = strays(root)
        assert len(found) == len(faulty), "\n".join(found)
        for name, (_, reason) in faulty.items():
            assert any(s.startswith(name + " ") and reason in s for s in found), (name, found)


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        self_test()
        print("the check can say no")
    else:
        wrong = strays(Path(__file__).parents[1])
        print("\n".join(wrong) or "layers hold")
        sys.exit(bool(wrong))
