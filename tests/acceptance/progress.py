#!/usr/bin/env python3
"""Progress to targets as Statistics Canada publishes it, held against `kebi.formulas.progress`.

    progress.py SHARED

Each series of the Canadian Indicator Framework with a progress value is computed anew from its components. Four of its
targets were met in the base year already: they are limits to be kept, and graded so.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from kebi.formulas import progress

# The published words, by ours.
STATUS = {"acceleration_needed": "moderate_progress", "on_track": "substantial_progress"}


def outcome(row: dict[str, str]) -> str:
    """How our figure stands to the published one: equal, limit, or what differs."""
    found = progress(
        float(row["base_value"]),
        float(row["current_value"]),
        float(row["target"]) if row["target"] else None,
        base_year=int(float(row["base_year"])),
        current_year=int(float(row["current_year"])),
        target_year=int(float(row["target_year"])),
        better="higher" if row["direction"] == "1" else "lower",
        limit=float(row["limit"]) if row["limit"] else None,
    )
    if found.grade in ("within_limit", "limit_exceeded"):
        return "limit"
    scale = 1 if row["target"] else 100  # growth is published as a fraction
    published = scale * float(row["progress_value"])
    if abs(found.measure.midpoint - published) > 1e-9 * max(1, abs(published)):
        return f"measure {found.measure} for {published}"
    # The published scores come from slopes of four decimals.
    if found.score is None or abs(found.score.midpoint - float(row["score"])) > 2e-3:
        return f"score {found.score} for {row['score']}"
    grade = STATUS.get(found.grade or "", found.grade)
    return "equal" if grade == row["status"] else f"grade {found.grade} for {row['status']}"


def main() -> int:
    """Prints how many agree; the exit status is 1 unless 121 are equal and four are limits."""
    path = Path(sys.argv[1]) / "data/ca_cif_targets/cif_progress_components.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["progress_value"]]
    outcomes = Counter()
    for row in rows:
        result = outcome(row)
        outcomes[result if result in ("equal", "limit") else "other"] += 1
        if result not in ("equal", "limit"):
            print(row["indicator"], row["series"], result)
    print(f"{len(rows)} series: {outcomes['equal']} equal, {outcomes['limit']} limits, {outcomes['other']} other")
    return outcomes != {"equal": 121, "limit": 4}


if __name__ == "__main__":
    sys.exit(main())
