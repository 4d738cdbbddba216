#!/usr/bin/env python3
"""How much of the source the tests run: lines and branches of C++ and of Python, and the worst files.

    measure_coverage.py              both
    measure_coverage.py python       Python alone: the kebi that this Python imports, under tests/python
    measure_coverage.py cpp          C++ alone: builds the preset `coverage` and runs the C++ tests
    measure_coverage.py cpp --built  only measures what the tests of that build have left

Python is measured by coverage.py, C++ by gcov and gcovr: `pip install coverage gcovr`. Branches that
only an exception takes are not counted, because the compiler adds one to nearly every call. The exit
status is 1 where a part is below its mark.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "coverage"
MARKS = {"C++ lines": 96.0, "C++ branches": 88.0, "Python lines": 96.0}
WORST, LEAST_LINES = 10, 5


@dataclass
class File:
    name: str
    lines: int
    run: int
    branches: int = 0
    taken: int = 0

    @property
    def missed(self) -> int:
        return self.lines - self.run + self.branches - self.taken


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def report(what: str, files: Iterable[File]) -> bool:
    """Print totals beside their marks and the files that miss most; return whether the marks are met."""
    all_files = list(files)
    if not all_files:
        print(f"{what}: nothing was measured")
        return False
    met = True
    for kind, run, whole in [
        ("lines", sum(f.run for f in all_files), sum(f.lines for f in all_files)),
        ("branches", sum(f.taken for f in all_files), sum(f.branches for f in all_files)),
    ]:
        found, mark = percent(run, whole), MARKS.get(f"{what} {kind}")
        met = met and (mark is None or found >= mark)
        beside = "" if mark is None else f", mark {mark:.0f}{'' if found >= mark else ', below'}"
        print(f"{what} {kind}: {found:.1f} % ({run} of {whole}{beside})")
    print(f"{what}, files that miss most:")
    for each in sorted(all_files, key=lambda f: -f.missed)[:WORST]:
        branches = f", branches {percent(each.taken, each.branches):5.1f} %" if each.branches else ""
        print(f"  {percent(each.run, each.lines):5.1f} % of {each.lines:4} lines{branches}  {each.name}")
    low = [f for f in all_files if f.lines >= LEAST_LINES and percent(f.run, f.lines) < 90]
    for each in sorted(low, key=lambda f: percent(f.run, f.lines))[:WORST]:
        print(f"  below 90 %: {percent(each.run, each.lines):5.1f} %  {each.name}")
    return met


def require(tool: str, module: str) -> list[str]:
    if subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode:
        sys.exit(f"measure_coverage.py needs {tool}: pip install {tool}")
    return [sys.executable, "-m", module]


def of_python(arguments: list[str]) -> bool:
    tool = require("coverage", "coverage")
    BUILD.mkdir(parents=True, exist_ok=True)
    settings, data = BUILD / "python.ini", BUILD / "python.json"
    settings.write_text(
        "[run]\nbranch = true\nparallel = true\nsource_pkgs = kebi\npatch = subprocess\nconcurrency = thread, multiprocessing\n"
        f"data_file = {BUILD / 'python.data'}\n[report]\nexclude_also =\n    if TYPE_CHECKING:\n    \\.\\.\\.$\n    raise NotImplementedError\n",
        encoding="utf-8",
    )
    how = [f"--rcfile={settings}"]
    for old in BUILD.glob("python.data*"):
        old.unlink()
    pytest = [*tool, "run", *how, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    tests = subprocess.run([*pytest, *(arguments or ["tests/python"])], cwd=ROOT)
    if not arguments:  # processes that read files and live through all tests do not always write what they ran
        subprocess.run([*pytest, "tests/python/reports", "-k", "file or grid"], cwd=ROOT)
    subprocess.run([*tool, "combine", *how, "-q"], cwd=ROOT, check=True)
    subprocess.run([*tool, "json", *how, "-q", "-o", str(data)], cwd=ROOT, check=True)
    told = json.loads(data.read_text(encoding="utf-8"))["files"]
    files = [
        File(name, s["num_statements"], s["covered_lines"], s["num_branches"], s["covered_branches"])
        for name, of in told.items()
        if (s := of["summary"])["num_statements"]
    ]
    if tests.returncode:
        print("some tests failed: what they would have run is missing")
    return report("Python", files) and not tests.returncode


def of_cpp(built: bool) -> bool:
    tool = require("gcovr", "gcovr")
    if shutil.which("gcov") is None:
        sys.exit("measure_coverage.py needs gcov, which comes with gcc")
    if not built:
        subprocess.run(["cmake", "--preset", "coverage"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["cmake", "--build", "--preset", "coverage"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        for old in BUILD.rglob("*.gcda"):
            old.unlink()
        subprocess.run(["ctest", "--preset", "coverage"], cwd=ROOT, check=True)
    told = subprocess.run(
        [*tool, "--root", str(ROOT), "--filter", "include/kebi/", "--filter", "src/", "--exclude-throw-branches",
         "--exclude-unreachable-branches", "--gcov-ignore-parse-errors=negative_hits.warn_once_per_file",
         "--merge-mode-functions=merge-use-line-min", "--json-summary", "-", str(BUILD)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    files = [
        File(of["filename"], of["line_total"], of["line_covered"], of["branch_total"], of["branch_covered"])
        for of in json.loads(told.stdout)["files"]
    ]
    return report("C++", files)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=["python", "cpp"])
    parser.add_argument("--built", action="store_true", help="do not build and run the C++ tests again")
    parser.add_argument("tests", nargs="*", help="what of the Python tests to run")
    asked = parser.parse_args()
    met = [of_python(asked.tests)] if asked.part != "cpp" else []
    met += [of_cpp(asked.built)] if asked.part != "python" else []
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
