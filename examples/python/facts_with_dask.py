"""The facts of many documents in Dask: one partition a document, read by processes."""

from __future__ import annotations

import sys
from glob import glob
from pathlib import Path

import dask.dataframe as dd
import pandas as pd

import kebi


def facts(path: str) -> pd.DataFrame:
    """Return the facts of one document."""
    table = kebi.facts_table(Path(path).read_bytes(), path)
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def facts_of(pattern: str) -> dd.DataFrame:
    """Return the facts of the documents that match a pattern, not computed yet."""
    meta = kebi.facts_schema().empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    return dd.from_map(facts, sorted(glob(pattern)), meta=meta)


if __name__ == "__main__":
    found = facts_of(sys.argv[1]).compute(scheduler="processes")
    print(found[["region", "indicator", "period", "value", "unit"]])
