"""The facts of many documents in DuckDB: a function over the bytes that read_blob returns."""

from __future__ import annotations

import sys
from itertools import accumulate

import duckdb
import pyarrow as pa

import kebi

SCHEMA = kebi.facts_schema()
TYPES = {pa.string(): "VARCHAR", pa.float64(): "DOUBLE", pa.int64(): "BIGINT"}


def facts(contents: pa.ChunkedArray, names: pa.ChunkedArray) -> pa.Array:
    """Return a list of facts for each document of a batch."""
    tables = [kebi.facts_table(content.as_py(), name.as_py()) for content, name in zip(contents, names, strict=True)]
    starts = [0, *accumulate(table.num_rows for table in tables)]
    rows = pa.concat_tables([SCHEMA.empty_table(), *tables]).combine_chunks().to_struct_array()
    return pa.ListArray.from_arrays(pa.array(starts, pa.int32()), rows.combine_chunks())


def facts_of(pattern: str) -> pa.Table:
    """Return the facts of the documents that match a pattern."""
    row = ", ".join(f'"{column.name}" {TYPES[column.type]}' for column in SCHEMA)
    with duckdb.connect() as database:
        facts_type = duckdb.list_type(duckdb.dtype(f"STRUCT({row})"))
        database.create_function("facts", facts, ["BLOB", "VARCHAR"], facts_type, type="arrow")
        query = "SELECT unnest(facts(content, filename), recursive := true) FROM read_blob(?) ORDER BY filename"
        return database.sql(query, params=[pattern]).to_arrow_table()


if __name__ == "__main__":
    print(facts_of(sys.argv[1]).select(["region", "indicator", "period", "value", "unit"]).to_pandas())
