"""Tables of many makes, labelled by hand without a look at the reader; figures and wording are made up."""

import json
from pathlib import Path

import pytest

import kebi

LABELLED = Path(__file__).parent / "labelled" / "tables.jsonl"
TABLES = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
KEYS = ("indicator", "region", "period", "status", "measure", "value", "lo", "hi", "unit", "bound", "nature")


def told(fact: dict) -> str:
    """What a label says of a fact, as one line."""
    shown = dict(fact, indicator=fact["indicator"].replace("（", "(").replace("）", ")"))
    if shown.get("bound") not in ("range",):
        shown.pop("lo", None), shown.pop("hi", None)
    for key in ("value", "lo", "hi"):
        if shown.get(key) is not None:
            shown[key] = float(shown[key])
    return " ".join(f"{key}={shown[key]}" for key in KEYS if shown.get(key) is not None)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table["id"])
def test_a_table_gives_the_facts_that_a_person_reads_in_it(table):
    report = kebi.read_text(table["text"], region=table["region"], period=table["period"])
    assert sorted(map(told, report.to_dicts())) == sorted(map(told, table["facts"]))
    assert report.unread == []
