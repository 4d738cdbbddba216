"""What including kebi costs a C++ file, and what importing it costs a Python program.

Each row sets kebi beside a yardstick. Both sides run in turn, several times, so a machine
that slows down slows both; the ratio is of the medians of CPU time (user and system).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMPORTS = ["import kebi", "import numpy"]
EIGEN = [Path(p, "include/eigen3") for p in ("/usr", "/usr/local", "/opt/homebrew")]


def cpu_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=tempfile.gettempdir())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compiling(directory: Path, includes: str, flags: list[str]) -> list[str]:
    source = directory / f"{len(list(directory.iterdir()))}.cpp"
    source.write_text(
        "".join(f"#include <{name}>\n" for name in includes.split()) + "int main() {}\n"
    )
    return [os.environ.get("CXX", "g++"), "-std=c++20", "-O2", *flags, "-c", str(source),
            "-o", os.devnull]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("-I", dest="include", action="append", type=Path, default=[])
    options = parser.parse_args()

    places = [ROOT / "include", *options.include, *filter(Path.is_dir, EIGEN)]
    flags = [f"-I{place}" for place in places]
    python = [sys.executable, "-c"]
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        rows = [
            (kebi, yardstick, *(compiling(directory, side, flags) for side in (kebi, yardstick)))
            for kebi, yardstick in (
                ("kebi/core.hpp", "string vector optional span charconv"),
                ("kebi/period.hpp", "string vector optional span charconv"),
                ("kebi/indicator.hpp", "string vector optional span charconv"),
                ("kebi/kebi.hpp", "Eigen/Core"),
                ("kebi/infer.hpp", "Eigen/Core"),
                ("kebi/series.hpp", "Eigen/Core"),
            )
        ]
        rows.append(("import kebi", "import numpy", *([*python, i] for i in IMPORTS)))

        print(f"{'kebi':20} {'yardstick':38} {'kebi s':>7} {'yard s':>7} {'ratio':>6}  best")
        for ours, theirs, *commands in rows:
            times = [[cpu_seconds(command) for command in commands] for _ in range(options.runs)]
            pairs = list(zip(*times, strict=True))
            mine, yard = (statistics.median(side) for side in pairs)
            best = min(pairs[0]) / min(pairs[1])
            print(f"{ours:20} {theirs:38} {mine:7.3f} {yard:7.3f} {mine / yard:6.2f} {best:5.2f}")

    check = "import kebi, sys; sys.exit('numpy' in sys.modules)"
    loads = subprocess.run([*python, check], check=False, cwd=tempfile.gettempdir()).returncode
    print("import kebi", "imports numpy as well" if loads else "leaves numpy alone")


if __name__ == "__main__":
    main()
