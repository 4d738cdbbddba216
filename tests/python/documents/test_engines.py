"""Engines that read more documents than one machine holds give the rows of plain Python."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import kebi

EXAMPLES = Path(__file__).parents[3] / "examples" / "python"


@pytest.fixture
def pattern(tmp_path):
    for number, city in enumerate(["南平市", "龙岩市", "桦川县"]):
        text = f"2025年{city}地区生产总值{1850 + number}.5亿元，增长{number}.5%。2026年主要预期目标是：地区生产总值增长5%左右。"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "3.txt").write_text("无", encoding="utf-8")
    return f"{tmp_path}/*.txt"


def example(name):
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_order(rows):
    return sorted(rows, key=lambda row: (row["source"], row["start"]))


def test_duckdb_gives_the_rows_of_plain_python(pattern):
    expected = kebi.read_many(pattern).to_arrow().to_pylist()
    assert len(expected) == 9
    assert in_order(example("facts_with_duckdb").facts_of(pattern).to_pylist()) == in_order(expected)


def test_dask_gives_the_rows_of_plain_python(pattern, monkeypatch):
    import pyarrow as pa

    monkeypatch.syspath_prepend(EXAMPLES)  # processes import the function by its name
    import facts_with_dask

    found = facts_with_dask.facts_of(pattern).compute(scheduler="processes", num_workers=2)
    table = pa.Table.from_pandas(found, schema=kebi.facts_schema(), preserve_index=False)
    assert in_order(table.to_pylist()) == in_order(kebi.read_many(pattern).to_arrow().to_pylist())
