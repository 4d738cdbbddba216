"""The facts of many documents in Spark: a function over batches of bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import kebi


def facts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Give the facts of batches of documents."""
    for batch in batches:
        for document in batch.to_pylist():
            yield from kebi.facts_table(document["content"], document["path"]).to_batches()


def facts_of(spark: SparkSession, pattern: str) -> DataFrame:
    """Return the facts of the documents that match a pattern, not computed yet."""
    documents = spark.read.format("binaryFile").load(pattern).select("path", "content")
    return documents.mapInArrow(facts, from_arrow_schema(kebi.facts_schema()))


if __name__ == "__main__":
    found = facts_of(SparkSession.builder.getOrCreate(), sys.argv[1])
    found.select("region", "indicator", "period", "value", "unit").show()
