#!/usr/bin/env python3
"""Rates of right and wrong readings, on real documents that were labelled by eye.

    score.py DOCUMENTS LABELS... [--half open|closed] [--told] [--list]

DOCUMENTS holds the texts, `<source>.txt`; LABELS are files of labels/. Region and period are left
to the reader; --told passes those of the label. --list prints each label that is not read right.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import kebi
from compare import CORE, Record, differing_keys, near, rate, same_name


class Readings:
    """The reports of the documents, each read once."""

    def __init__(self, folder: Path, *, told: bool) -> None:
        self._folder, self._told = folder, told
        self._read: dict[str, tuple[kebi.Report, list[dict[str, Any]]]] = {}

    def of(self, label: Record) -> tuple[kebi.Report, list[dict[str, Any]]] | None:
        source = label["source"]
        path = self._folder / f"{source}.txt"
        if source not in self._read:
            if not path.exists():
                return None
            known = {key: label[key] for key in ("region", "period") if self._told and label.get(key)}
            report = kebi.read_text(path.read_bytes().decode("utf-8"), **known)
            self._read[source] = report, [fact.to_dict() for fact in report.facts]
        return self._read[source]


def over(facts: Iterable[Record], first: int, last: int) -> list[Record]:
    """Return the facts that were read from bytes of a place."""
    return [fact for fact in facts if "start" in fact and fact["start"] < last and first < fact["end"]]


def of_number(label: Record, facts: list[dict[str, Any]], report: kebi.Report) -> tuple[str, Any]:
    """Return how the number of a label was read, and the best fact over its place."""
    first, last, right = label["doc_start"], label["doc_end"], label["right"]
    hit = over(facts, first, last)
    if "passed" in right:
        return _of_no_statistic(label, hit)
    passed = any(each.start < last and first < each.end for each in report.passed)
    if not hit:
        if passed and right.get("alt_passed"):
            return "right", None
        unread = any(each.start < last and first < each.end for each in report.unread)
        return ("passed over" if passed else "unread" if unread else "lost"), None
    best = min(hit, key=lambda fact: len(differing_keys(fact, right)))
    differing = differing_keys(best, right)
    doubt = "doubtful " if best.get("doubt") else ""
    if not differing:
        return doubt + "right", best
    return doubt + ("wrong" if set(differing) & set(CORE) else "misplaced"), (best, differing)


def _of_no_statistic(label: Record, hit: list[Record]) -> tuple[str, Any]:
    number, right = label["number"], label["right"]

    def values(fact: Record) -> list[float]:
        return [abs(fact[key]) for key in ("value", "lo", "hi") if fact.get(key) is not None]

    if number.isdigit():  # 1 of 1-3月 in the words of a fact beside it is none
        hit = [fact for fact in hit if any(near(each, float(number)) for each in values(fact))]
    other = right.get("alt")
    if not hit or (other and any(near(fact.get("value"), other.get("value")) for fact in hit)):
        return "right", None
    return ("doubtful " if all(fact.get("doubt") for fact in hit) else "") + "invented", (hit[0], [])


def score_numbers(labels: list[Record], readings: Readings, *, listed: bool) -> None:
    outcomes: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    statistics = found = 0
    for label in labels:
        if (read := readings.of(label)) is None:
            continue
        outcome, best = of_number(label, read[1], read[0])
        outcomes[outcome] += 1
        if "passed" not in label["right"]:
            statistics += 1
            differing = best[1] if isinstance(best, tuple) else []
            keys.update(differing)
            found += outcome not in ("lost", "unread", "passed over") and "value" not in differing
        if listed and outcome != "right":
            print(label["id"], label["source"], label["doc_start"], label["number"], outcome, label["right"], best)
    count = outcomes.total()
    whole = sum(outcomes[each] for each in ("right", "doubtful right", "misplaced", "doubtful misplaced"))
    placed = outcomes["right"] + outcomes["doubtful right"]
    no_statistic = count - statistics
    kept_apart = no_statistic - outcomes["invented"] - outcomes["doubtful invented"]
    print(f"numbers                          {count}, statistics {statistics}")
    print(f"  statistics found               {rate(found, statistics)}")
    print(f"  whole                          {rate(whole - kept_apart, statistics)}")
    print(f"  whole, period and region       {rate(placed - kept_apart, statistics)}")
    print(f"  firm and right                 {rate(outcomes['right'], count)}")
    print(f"  firm and wrong                 {rate(outcomes['wrong'] + outcomes['invented'], count)}")
    print(f"  firm, wrong period or region   {rate(outcomes['misplaced'], count)}")
    print(f"  outcomes {dict(outcomes)}, wrong keys {dict(keys)}")


def _fits(fact: Record, right: Record) -> bool:
    return (
        fact.get("status") == "target"
        and fact.get("bound") in right["bound"]
        and ("measure" not in right or fact.get("measure") in right["measure"])
        and all(near(right[key], fact.get(key)) for key in ("value", "lo", "hi") if key in right)
        and ("indicator" not in right or same_name(right["indicator"], fact.get("indicator")))
        and (right.get("versus") or "") in (fact.get("versus") or "")
    )


def _right_target(label: Record, facts: list[Record]) -> bool:
    for wanted in filter(None, (label["right"], label.get("right_alt"))):
        if wanted == "optional" or (wanted == "nothing" and not facts):
            return True
        if isinstance(wanted, list) and len(facts) <= len(wanted):
            left = list(facts)
            for right in wanted:
                fitting = next((fact for fact in left if _fits(fact, right)), None)
                if fitting is None:
                    break
                left.remove(fitting)
            else:
                return True
    return False


def score_targets(labels: list[Record], readings: Readings, *, listed: bool) -> None:
    of_kind: dict[str, list[bool]] = {}
    dated = []
    for label in labels:
        if (read := readings.of(label)) is None:
            continue
        facts = [fact for fact in read[1] if label["doc_start"] <= fact.get("start", -1) < label["doc_end"]]
        right = _right_target(label, facts)
        of_kind.setdefault(label.get("kind", "number"), []).append(right)
        if right and facts:
            dated.append(all(fact.get("period") in label["target_period"] for fact in facts))
        if listed and not (right and (not facts or dated[-1])):
            print(label["id"], label["source"], label["doc_start"], label["right"], label["target_period"], facts)
    for kind, rights in sorted(of_kind.items()):
        print(f"targets, {kind:<23} {rate(sum(rights), len(rights))}")
    print(f"targets read: right period       {rate(sum(dated), len(dated))}")


# Column of the table, what it asks for.
_COLUMNS = {
    "gdp2025": ("地区生产总值", {"measure": "growth", "status": "actual", "period": "2025", "basis": "yoy"}),
    "gdp2026": ("地区生产总值", {"measure": "growth", "status": "target", "period": "2026"}),
    "cpi2026": ("居民消费价格指数", {"status": "target", "period": "2026"}),
    "unemp2026": ("城镇调查失业率", {"status": "target", "period": "2026"}),
}


def score_provinces(labels: list[Record], readings: Readings, *, listed: bool) -> None:
    catalogue = kebi.standard_catalogue()
    states: Counter[tuple[str, str]] = Counter()
    for label in labels:
        if (read := readings.of(label)) is None:
            continue
        for column, (indicator, asked) in _COLUMNS.items():
            got = {
                (fact.get("value"), fact.get("lo"), fact.get("hi"), fact["bound"])
                for fact in read[1]
                if getattr(catalogue.find(fact["indicator"]), "name", None) == indicator
                and all(fact.get(key) == value for key, value in asked.items())
            }
            state = _state(label["right"][column], got)
            states[column, state] += 1
            if listed and state != "right":
                print(label["source"], column, state, label["right"][column], got)
    alarms = sum(len(read[0].audit()) for label in labels if (read := readings.of(label)))
    print(f"contradictions that audit names  {alarms}")
    total, right = states.total(), sum(n for (_, state), n in states.items() if state == "right")
    print(f"provinces x four columns         {rate(right, total)}")
    for column in _COLUMNS:
        print(f"  {column:<30} " + ", ".join(f"{s} {n}" for (c, s), n in sorted(states.items()) if c == column))


def _state(right: Any, got: set[tuple[Any, ...]]) -> str:
    if right is None:
        return "right" if not got else "invented"
    wanted = right if isinstance(right, dict) else {"value": right, "bound": "exact"}
    fitting = [each for each in got if _is(wanted, each)]
    if not fitting:
        return "wrong" if got else "missing"
    return "right" if len(fitting) == len(got) else "ambiguous"


def _is(wanted: Record, found: tuple[Any, ...]) -> bool:
    value, lo, hi, bound = found
    ends = wanted["bound"] != "range" or (near(wanted["lo"], lo) and near(wanted["hi"], hi))
    return bound == wanted["bound"] and ends and near(wanted.get("value"), value)


_SCORERS = {"number": score_numbers, "target": score_targets, "province": score_provinces}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("--half", choices=("open", "closed"))
    parser.add_argument("--told", action="store_true")
    parser.add_argument("--list", action="store_true")
    chosen = parser.parse_args()
    readings = Readings(chosen.documents, told=chosen.told)
    for path in chosen.labels:
        labels = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        labels = [each for each in labels if chosen.half in (None, each["half"])]
        for kind, scorer in _SCORERS.items():
            if some := [each for each in labels if each["type"] == kind]:
                print(f"== {path.name}: {kind}")
                scorer(some, readings, listed=chosen.list)


if __name__ == "__main__":
    main()
