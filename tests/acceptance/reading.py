#!/usr/bin/env python3
"""Reading held against labelled reference material.

    reading.py REFERENCE

REFERENCE holds `reference/` (a report) and `acceptance/` (its labels, samples of other regions, the scorers). The marks
are those that reading promises; a score below one of them ends with status 1.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import kebi

FULL_WIDTH = str.maketrans(",:;()", "，：；（）")


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(folder: Path, name: str, rows: list[dict]) -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def score(scorer: Path, *files: Path) -> str:
    done = subprocess.run(
        [sys.executable, scorer, *files], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    print(done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr.strip())
    return done.stdout


def number(said: str, name: str) -> float:
    found = re.search(rf"\b{name}\D{{0,3}}(\d+(?:\.\d+)?)", said)
    if not found:
        raise SystemExit(f"the scorer said no {name}: {said!r}")
    return float(found.group(1))


def main(reference: Path) -> int:
    given, missed = reference / "acceptance", []

    def mark(what: str, reached: float, least: float | None = None, most: float | None = None) -> None:
        if (least is not None and reached < least) or (most is not None and reached > most):
            missed.append(f"{what}: {reached}, but the mark is {least if most is None else most}")

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        text = (reference / "reference" / "jiading-2019h1.txt").read_text(encoding="utf-8")
        report = kebi.read_text(text)
        # The doubts of a reading say nothing of its place, and are not a key of these scorers.
        rows = [{key: value for key, value in row.items() if key != "doubt"} for row in report.to_dicts()]
        facts = write(folder, "facts.jsonl", rows)
        passed = write(
            folder,
            "passed.jsonl",
            [{"text": p.text, "start": p.start, "end": p.end, "reason": p.reason} for p in report.passed],
        )
        print("the labelled report:", end=" ")
        said = score(given / "score_facts.py", given / "jiading-2019h1.facts.jsonl", facts)
        mark("facts found", number(said, "found"), least=0.98)
        mark("facts whole", number(said, "whole"), least=0.95)
        mark("facts extra", number(said, "extra"), most=0.02)
        mark("numbers unread", len(report.unread), most=0)
        labels = {(p["start"], p["end"]): p["reason"] for p in lines(given / "jiading-2019h1.passed.jsonl")}
        right = sum(labels.get((p.start, p.end)) == p.reason for p in report.passed)
        print(f"passed over: {right} of {len(labels)} labels with place and reason")
        mark("reasons right", right / len(labels), least=0.9)
        cover = subprocess.run(
            [sys.executable, given / "check_cover.py", reference / "reference" / "jiading-2019h1.txt", facts, passed],
            check=False, capture_output=True, text=True, encoding="utf-8",
        )
        if cover.returncode:
            missed.append("not every run of digits is accounted for: " + cover.stdout[-500:])

        for width, fold in (("ASCII", str), ("full-width", lambda s: s.translate(FULL_WIDTH))):
            gold = given / "dev-sentences.jsonl"
            read = [
                {"id": s["id"], "facts": kebi.read_text(fold(s["text"])).to_dicts()} for s in lines(gold)
            ]
            print(f"sentences of other regions, {width} punctuation:", end=" ")
            said = score(given / "score_clauses.py", gold, write(folder, "sentences.jsonl", read))
            mark(f"claims found ({width})", number(said, "found"), least=0.97)
            mark(f"claims whole ({width})", number(said, "whole"), least=0.90)
            mark(f"claims extra ({width})", number(said, "extra"), most=0.03)

            gold = given / "dev-targets.jsonl"
            read = []
            for target in lines(gold):
                try:
                    found = kebi.read_target(fold(target["phrase"]), target["indicator"])
                except kebi.KebiError:
                    found = []
                read.append({"id": target["id"], "facts": [f.to_dict() for f in found]})
            print(f"target phrases, {width} punctuation:", end=" ")
            said = score(given / "score_targets.py", gold, write(folder, "targets.jsonl", read))
            mark(f"targets right ({width})", number(said, "right"), least=0.97)

    print("\n".join(missed) or "all marks of reading are reached")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
