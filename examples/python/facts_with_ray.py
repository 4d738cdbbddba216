"""The facts of many documents in Ray: a function over batches of bytes."""

from __future__ import annotations

import sys

import pyarrow as pa
import ray

import kebi


def facts(documents: pa.Table) -> pa.Table:
    """Return the facts of a batch of documents."""
    rows = documents.select(["bytes", "path"]).to_pylist()
    return pa.concat_tables([kebi.facts_schema().empty_table(), *(kebi.facts_table(r["bytes"], r["path"]) for r in rows)])


def facts_of(path: str) -> ray.data.Dataset:
    """Return the facts of the documents in a folder, not computed yet."""
    return ray.data.read_binary_files(path, include_paths=True).map_batches(facts, batch_format="pyarrow")


if __name__ == "__main__":
    print(facts_of(sys.argv[1]).select_columns(["region", "indicator", "period", "value", "unit"]).to_pandas())
