"""Targets of one document, held against the outcomes that others state."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .._core import Fact
from ..reports.report import Report
from .libraries import arrow

if TYPE_CHECKING:
    from .._core import Catalogue

_COLUMNS = ["region", "region_code", "indicator", "period", "measure"]
_TARGET = {"text": "target", "value": "target_value", "lo": "target_lo", "hi": "target_hi", "source": "target_source"}
_OUTCOME = {"text": "outcome", "value": "outcome_value", "source": "outcome_source"}
_STATEMENT = ["indicator", "measure", "subject", "basis", "value", "lo", "hi", "unit", "bound", "of", "versus", "parent"]
_NOT_OF_A_FACT = ("source", "region_code", "name", "start", "end")


def joined(table: Any, catalogue: Catalogue | None, doubtful: bool) -> Any:
    """Return the targets of a table of facts, each with its outcome and verdict.

    Parameters
    ----------
    table : pyarrow.Table
        The facts of many documents.
    catalogue : Catalogue or None
        The indicators.
    doubtful : bool
        Whether facts count whose reading is doubtful.

    Returns
    -------
    pyarrow.Table
        One row a target.

    Examples
    --------
    >>> from kebi.documents.rows_of_facts import facts_schema
    >>> joined(facts_schema().empty_table(), None, False).num_rows
    0
    """
    pa, compute = arrow(), arrow().compute
    placed = compute.and_(compute.is_valid(table.column("region")), compute.is_valid(table.column("period")))
    if not doubtful:
        placed = compute.and_(placed, compute.is_null(table.column("doubt")))
    rows = table.filter(placed).to_pylist()
    spans: dict[tuple[str, str], tuple[list[int], dict[Any, int]]] = {}
    for at, row in enumerate(rows):
        asked, outcomes = spans.setdefault((row["region"], row["period"]), ([], {}))
        if row["status"] == "target":
            asked.append(at)
        elif row["status"] in ("actual", "estimate"):
            outcomes.setdefault(tuple(row[key] for key in _STATEMENT), at)  # the first that states it
    found = [each for asked, outcomes in spans.values() if asked for each in _assessed(rows, asked, [*outcomes.values()], catalogue)]
    columns = [*_COLUMNS, *_TARGET.values(), *_OUTCOME.values(), "verdict", "reason"]
    numbers = {"target_value", "target_lo", "target_hi", "outcome_value"}
    schema = pa.schema([(name, pa.float64() if name in numbers else pa.string()) for name in columns])
    return pa.Table.from_pylist(found, schema=schema)


def _assessed(
    rows: list[dict[str, Any]], asked: list[int], others: list[int], catalogue: Catalogue | None
) -> list[dict[str, Any]]:
    """Return the verdicts on some targets against some outcomes."""
    report = Report([_fact(rows[at], at) for at in [*asked, *others]], catalogue=catalogue)
    found = []
    for verdict in report.assess():
        target = rows[verdict.target.start]
        outcome = rows[verdict.outcome.start] if verdict.outcome else {}
        row = {name: target[name] for name in _COLUMNS}
        row.update({name: target[key] for key, name in _TARGET.items()})
        row.update({name: outcome.get(key) for key, name in _OUTCOME.items()})
        found.append({**row, "verdict": verdict.verdict.name, "reason": verdict.reason("en")})
    return found


def _fact(row: dict[str, Any], at: int) -> Fact:
    """Return the fact of a row; its place is the number of the row, to find it again."""
    known = {key: value for key, value in row.items() if value is not None and key not in _NOT_OF_A_FACT}
    known.update(indicator=row["name"], start=at, end=at + 1)
    if "doubt" in known:
        known["doubt"] = known["doubt"].split(",")
    return Fact.from_json(json.dumps(known, ensure_ascii=False))
