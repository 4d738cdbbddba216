"""The types of the package agree with its code, and what callers get has precise ones."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("what", [[], ["--strict", "tests/python/typed_usage.py"]], ids=["package", "usage"])
def test_mypy_has_no_complaint(what: list[str], monkeypatch, tmp_path) -> None:
    api = pytest.importorskip("mypy.api")
    monkeypatch.chdir(ROOT)
    told, complaints, status = api.run(["--cache-dir", str(tmp_path), *what])
    assert (status, complaints) == (0, ""), told
