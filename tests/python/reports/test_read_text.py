"""Sentences and target phrases against labels by people who had not seen the reader.

Their texts imitate bulletins and plans of many regions; no number is a statistic. A label tells
what it names: a fact may say more. Names may be longer or shorter than the label's.
"""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import kebi

DATA = Path(__file__).parent / "labelled"
FULL_WIDTH = str.maketrans(",:;()", "，：；（）")
SHORT = {"规上": "规模以上", "限上": "限额以上", "GDP": "地区生产总值", "社零": "社会消费品零售"}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def plain(text: str) -> str:
    text = re.sub(r"[\s\"'“”‘’《》「」·()（）]", "", unicodedata.normalize("NFKC", text))
    for short, full in SHORT.items():
        text = text.replace(short, full)
    return text


def same_name(a: str, b: str) -> bool:
    a, b = plain(a), plain(b)
    if not a or not b or a in b or b in a:
        return bool(a and b)
    pairs = [Counter(map("".join, itertools.pairwise(name))) for name in (a, b)]
    return 2 * (pairs[0] & pairs[1]).total() >= 0.6 * (pairs[0].total() + pairs[1].total())


def same_unit(a: str, b: str | None) -> bool:
    printed = [unicodedata.normalize("NFKC", u or "") for u in (a, b)]
    scripts = str.maketrans("萬億個歲幣項噸畝頃戶輛時勞動門元", "万亿个岁币项吨亩顷户辆时劳动门元")
    return printed[0].translate(scripts) == printed[1].translate(scripts)


def numbers(fact: dict[str, Any]) -> list[float]:
    return [fact[key] for key in ("value", "lo", "hi") if fact.get(key) is not None]


def ways(claim: dict[str, Any]) -> list[tuple[str, float, str]]:
    """What the decisions let a claim be: a share is a level in %, n 倍 a ratio or a growth."""
    measure, value, unit = claim["measure"], claim["value"], claim.get("unit", "")
    said = [(measure, value, unit)]
    if measure in ("share", "progress"):
        said.append(("level" if measure == "share" else "share", value, unit))
    if measure == "level" and unit in ("%", "‰"):
        said.append(("share", value, unit))
    if measure == "ratio":
        said += [("ratio", value, "倍"), ("ratio", value * 100, "%")]
    return said


def states(fact: dict[str, Any], claim: dict[str, Any]) -> bool:
    return any(
        fact["measure"] == measure
        and any(abs(value - number) < 1e-9 * max(1, abs(value)) for number in numbers(fact))
        and (measure == "rank" or same_unit(unit, fact.get("unit")))
        and claim.get("subject") in (None, fact.get("subject"))
        and claim.get("basis") in (None, fact.get("basis"))
        and same_name(claim["indicator"], fact["indicator"])
        for measure, value, unit in ways(claim)
    )


@pytest.mark.parametrize("wide", [False, True])
def test_sentences_state_what_their_labels_claim(wide: bool) -> None:
    wrong, claims = [], 0
    for row in rows("sentences.jsonl"):
        text = row["text"].translate(FULL_WIDTH) if wide else row["text"]
        facts = kebi.read_text(text).to_dicts()
        left = list(facts)
        for claim in row["claims"]:
            claims += 1
            found = next((fact for fact in left if states(fact, claim)), None)
            if found is None:
                wrong.append((text, claim))
            else:
                left.remove(found)
        known = [abs(value) for c in row["claims"] for _, value, _ in ways(c)]
        known += [abs(float(number)) for number in row.get("ignore", [])]
        for fact in left:
            said = numbers(fact)
            if said and not row.get("partial") and not any(abs(n) in known for n in said):
                wrong.append((text, fact))
    assert wrong == []
    assert claims >= 400


@pytest.mark.parametrize("wide", [False, True])
def test_target_phrases_ask_what_their_labels_say(wide: bool) -> None:
    def fits(want: dict[str, Any], got: dict[str, Any]) -> bool:
        allowed = all(got.get(key) in want[key] for key in ("measure", "bound") if key in want)
        said = (key for key in ("value", "lo", "hi", "stretch", "direction") if key in want)
        return (
            allowed
            and all(got.get(key) == want[key] for key in said)
            and ("unit" not in want or same_unit(want["unit"], got.get("unit")))
        )

    wrong = []
    for row in rows("targets.jsonl"):
        phrase = row["phrase"].translate(FULL_WIDTH) if wide else row["phrase"]
        got = [fact.to_dict() for fact in kebi.read_target(phrase, row["indicator"])]
        want = row["expected"]
        orders = itertools.permutations(got) if len(got) == len(want) else ()
        if not any(all(map(fits, want, order)) for order in orders):
            wrong.append((phrase, row["indicator"], got))
    assert wrong == []


def table_line(fact: dict[str, Any]) -> str:
    """What a label says of a fact of a table, as one line."""
    keys = ["indicator", "region", "period", "status", "measure", "value", "unit", "bound", "nature"]
    if fact.get("bound") == "range":
        keys += ["lo", "hi"]
    shown = {key: fact[key] for key in keys if fact.get(key) is not None}
    shown["indicator"] = unicodedata.normalize("NFKC", shown["indicator"])
    for key in {"value", "lo", "hi"} & shown.keys():
        shown[key] = float(shown[key])
    return " ".join(f"{key}={value}" for key, value in shown.items())


@pytest.mark.parametrize("table", rows("tables.jsonl"), ids=lambda table: table["id"])
def test_a_table_gives_the_facts_that_a_person_reads_in_it(table: dict[str, Any]) -> None:
    report = kebi.read_text(table["text"], region=table["region"], period=table["period"])
    assert sorted(map(table_line, report.to_dicts())) == sorted(map(table_line, table["facts"]))
    assert report.unread == []
