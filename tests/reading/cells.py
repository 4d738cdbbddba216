#!/usr/bin/env python3
"""Cells of tables read from real files, held against labels.

    cells.py LABELS FOLDER [--list] [--half NAME]

LABELS is a file of JSON lines, one labelled cell a line: `file`, `region`, `period`, the place of the
cell (`sheet` and `address`; `table`, `row`, `column`; or `page`, `table`, `row`, `column`), what is
`shown`, and what is `right` (lists of alternatives). FOLDER holds the files.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

import kebi
from compare import rate

KEYS = ("indicator", "region", "period", "measure", "unit", "basis", "status", "bound", "subject")


def plain(name: str | None) -> str:
    return re.sub(r"\s+", "", name or "").replace("（", "(").replace("）", ")").replace("，", "、")


def place_of(label: dict, report) -> str | None:
    """Return how the report names the place of a labelled cell."""
    if "sheet" in label:
        return f"{label['sheet']}!{label['address']}"
    if "page" not in label and "table" in label:
        return f"table {label['table'] + 1}, row {label['row'] + 1}, column {label['column'] + 1}"
    return None


def found_in_pdf(label: dict, items: list, report) -> list:
    """Items of the value shown in the table below a caption: its rows may go on over a page."""
    text = report.text.encode()
    caption = r"\s*".join(map(re.escape, label["table"])) + r"(?![\d-])"
    column = f"column {label['column'] + 1}"
    row = f"row {label['row'] + 1}, "
    for found in reversed(list(re.finditer(caption.encode(), text))):
        below = [item for item in items if item.start > found.start() and report.place(item)]
        same = [i for i in below if report.place(i).endswith(column) and plain(i.text) == label["shown"]]
        if same:
            return [i for i in same if row in report.place(i)][:1] or same[:1]
    return []


def found_in_text(label: dict, items: list) -> list:
    """Items that stand at the bytes of a label."""
    return [item for item in items if item.start < label["doc_end"] and label["doc_start"] < item.end]


def wrong(label: dict, fact) -> list[str]:
    """Keys in which a fact is none of what a label calls right; the least of its readings."""
    readings = [label["right"], *({**label["right"], **other} for other in label.get("or_right", ()))]
    return min((wrong_keys(right, fact) for right in readings), key=len)


def wrong_keys(right: dict, fact) -> list[str]:
    made = fact.to_dict()
    bad = []
    for key in KEYS:
        accepted = right.get(key)
        if accepted is None or (key == "subject" and made["measure"] not in ("change", "gap")):
            continue
        value = made.get(key) or None
        if key in ("indicator", "region"):
            ok = plain(value) in {plain(a) for a in accepted}
        else:
            ok = value in accepted or (value is None and None in accepted)
        if not ok:
            bad.append(key)
    if made.get("value") != right.get("value"):
        bad.append("value")
    if "decimals" in right and made.get("decimals") != right["decimals"]:
        bad.append("decimals")
    return bad


def picker(label: dict, place: str | None, report):
    """Return what picks the items of a labelled cell."""
    if place:
        return lambda items: [item for item in items if report.place(item) == place]
    if "doc_start" in label:
        return lambda items: found_in_text(label, items)
    return lambda items: found_in_pdf(label, items, report)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--half", default="open")
    given = parser.parse_args()
    labels = [json.loads(line) for line in given.labels.read_text(encoding="utf-8").splitlines()]
    labels = [label for label in labels if label.get("half", given.half) == given.half and "right" in label]
    reports: dict[tuple[str, str, str], object] = {}
    tally: dict[str, Counter] = {}
    for label in labels:
        key = (label["file"], label["region"], label["period"])
        if key not in reports:
            reports[key] = kebi.read(given.folder / label["file"], region=label["region"], period=label["period"])
        report = reports[key]
        place = place_of(label, report)
        pick = picker(label, place, report)
        facts, counts = pick(report.facts), tally.setdefault(label["file"], Counter())
        counts["cells"] += 1
        if not facts:
            left = pick(report.unread), pick(report.passed)
            what = "unread" if left[0] else "passed" if left[1] else "missing"
            if what == "passed" and "passed" in label["right"]:
                counts["whole"] += 1
                continue
            counts[what] += 1
            if given.list:
                print(what, label["id"], place or [label.get(k) for k in ("page", "table", "row", "doc_start")], label["shown"],
                      label["right"].get("indicator", ["no statistic"])[0], [i.reason for i in left[0] + left[1]])
            continue
        if "passed" in label["right"]:
            counts["wrong"] += 1
            counts["firm and wrong"] += any(not fact.doubt for fact in facts)
            continue
        bad = min((wrong(label, fact) for fact in facts), key=len)
        doubted = any(fact.to_dict().get("doubt") for fact in facts)
        counts["whole" if not bad else "wrong"] += 1
        counts["firm and wrong"] += bool(bad) and not doubted
        counts["doubted"] += doubted
        if given.list and bad:
            made = facts[0].to_dict()
            print("doubtful" if doubted else "wrong", label["id"], place or [label.get(k) for k in ("page", "table", "row", "doc_start")], label["shown"], bad,
                  {k: (made.get(k), label["right"].get(k)) for k in bad})
    for (file, *_), report in reports.items():
        counts = tally[file]
        print(file, f"whole {rate(counts['whole'], counts['cells'])}", dict(counts),
              f"facts {len(report.facts)} passed {len(report.passed)} unread {len(report.unread)} "
              f"contradictions {len(report.audit())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
