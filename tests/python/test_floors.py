"""The versions that the tests were run with are the lowest that the package asks for."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAME_FOR = {"jupyterlab"}  # for a person, not for a test


def version(text):
    """A version without its last zeros."""
    return re.sub(r"(\.0)+$", "", text)


def test_the_list_of_lowest_versions_is_that_of_the_package():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[project.scripts]")[0].partition("[project]")[2]
    asked = {name.lower(): version(low) for name, low in re.findall(r'"([\w-]+)(?:\[\w+\])?>=([\d.]+)"', project)}
    tested = {
        name.lower(): version(low)
        for name, low in re.findall(r"^([\w-]+)==([\d.]+)$", (ROOT / "tests/floors.txt").read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {name: low for name, low in asked.items() if name not in SAME_FOR} == tested
