"""The benchmarks of this checkout beside those of another one, run in turn.

    bench/side_by_side.py OTHER [--rounds 5] [--filter REGEX] [--limit 1.05]

Both checkouts need their benchmarks built (`cmake --preset bench && cmake --build --preset bench`).
Each round runs a program of the other checkout, then the same program of this one, so a machine
that slows down slows both. A row is the ratio of the fastest rounds: above 1 this checkout is
slower. The exit status is 1 where a ratio is above the limit.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path("build/bench/bench/run")


def times(root: Path, program: str, select: str, seconds: float) -> dict[str, float]:
    """Nanoseconds of each benchmark: processor time, or what it measured itself."""
    command = [str(root / PROGRAMS / program), f"--benchmark_filter={select}"]
    command += ["--benchmark_format=json", f"--benchmark_min_time={seconds}"]
    # At the top of the tree, where programs find the texts that they read.
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    if run.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{run.stderr}")
    if "Failed to match any benchmarks" in run.stderr:
        return {}
    unit = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
    return {
        row["name"]: row["real_time" if "manual_time" in row["name"] else "cpu_time"]
        * unit[row["time_unit"]]
        for row in json.loads(run.stdout)["benchmarks"]
        if row["run_type"] == "iteration" and "error_occurred" not in row
    }


def fastest(
    sides: tuple[Path, Path], program: str, options: argparse.Namespace
) -> tuple[dict[str, float], dict[str, float]]:
    """The least time of each benchmark on both sides, which take turns round by round."""
    best: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for _ in range(options.rounds):
        for side, found in zip(sides, best, strict=True):
            for name, time in times(side, program, options.filter, options.seconds).items():
                found[name] = min(time, found.get(name, time))
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("other", type=Path, help="the checkout to compare with")
    parser.add_argument("--rounds", type=int, default=5, help="how often both sides run (5)")
    parser.add_argument("--seconds", type=float, default=0.2, help="least time a benchmark (0.2)")
    parser.add_argument("--filter", default=".*", help="only benchmarks whose name matches")
    parser.add_argument("--limit", type=float, default=1.05, help="largest ratio that passes")
    options = parser.parse_args()

    over = []
    print(f"{'benchmark':46} {'other ms':>10} {'this ms':>10} {'ratio':>7}")
    for program in sorted((ROOT / PROGRAMS).iterdir()):
        other = options.other.resolve()
        if not (other / PROGRAMS / program.name).is_file():
            print(f"{program.name}: not built in {options.other}")
            continue
        theirs, ours = fastest((other, ROOT), program.name, options)
        for name in sorted(theirs.keys() | ours.keys()):
            if name not in theirs or name not in ours:
                print(f"{name:46} only in {'this' if name in ours else 'the other'} checkout")
                continue
            ratio = ours[name] / theirs[name]
            over += [name] if ratio > options.limit else []
            mark = "  over" if ratio > options.limit else ""
            print(
                f"{name:46} {theirs[name] / 1e6:10.4f} {ours[name] / 1e6:10.4f} {ratio:7.3f}{mark}"
            )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
