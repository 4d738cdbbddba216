"""The vocabulary: one row for each public idea, and no name in it that the code does not have."""

from __future__ import annotations

import decimal
import inspect
import re
from collections import Counter
from operator import attrgetter
from pathlib import Path
from types import SimpleNamespace

import pytest

import kebi

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
IN_BACKTICKS = re.compile(r"`([^`]+)`")
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
WITH_KEYWORD = re.compile(r"([\w.]+)\((\w+)=\w+\)")
CPP_NAME = re.compile(r"[a-z_]\w*(?:::[a-z_]\w*)*")
HEADINGS = {"Chinese", "source", "---"}
NOT_A_TERM = {"__version__", "enums", "formulas", "reports"}
EXPORTED = {
    *(set(kebi.__all__) - NOT_A_TERM),
    *(f"enums.{name}" for name in kebi.enums.__all__),
    *(f"formulas.{name}" for name in kebi.formulas.__all__),
    *(f"reports.{name}" for name in kebi.reports.__all__ if name != "Table" and not hasattr(kebi, name)),
}


def cells_of(page):
    lines = [line for line in page.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] not in HEADINGS]


def rows_of(page):
    """The rows of all tables of terms: Chinese, English, C++, Python, source."""
    return cells_of(page[page.index("## core"):])


def sources_of(page):
    """The abbreviations of the table of sources."""
    return {row[0] for row in cells_of(page.partition("## Sources")[2].partition("\n## ")[0])}


def python_names(rows):
    return [name for row in rows for name in IN_BACKTICKS.findall(row[3]) if NAME.fullmatch(name)]


def exists(name):
    home: object = SimpleNamespace(decimal=decimal) if name.startswith("decimal.") else kebi
    for part in name.split("."):
        if not hasattr(home, part):
            return False
        home = getattr(home, part)
    return True


def terms_of(chinese):
    """The terms of a cell; a term keeps the brackets that tell its meaning."""
    return [term.strip() for term in re.split(r"[,;](?![^()]*\))", chinese)]


def repeated_terms(rows):
    terms = Counter(term for row in rows for term in terms_of(row[0]))
    return [term for term, times in terms.items() if times > 1]


ROWS = rows_of(PAGE)


def test_every_row_has_five_cells_and_none_is_empty():
    assert len(ROWS) > 100
    assert [row for row in ROWS if len(row) != 5 or not all(row)] == []


def test_every_source_of_a_term_is_in_the_table_of_sources():
    named = [part.strip() for row in ROWS for part in row[4].split(";") if part.strip() != "-"]
    assert len(named) > 100
    known = sources_of(PAGE) | {"RFC 4180", "GB 18030", "Arrow C data interface"}
    assert [source for source in named if re.split(r"[:,]| yearbook| \((?!1960)", source)[0] not in known] == []


@pytest.mark.parametrize("name", sorted(EXPORTED))
def test_every_exported_name_stands_in_the_python_column(name):
    assert name in python_names(ROWS)


def test_every_name_in_the_python_column_exists():
    assert [name for name in python_names(ROWS) if not exists(name)] == []


def test_every_keyword_in_the_python_column_is_one_of_its_function():
    calls = [call for row in ROWS for call in WITH_KEYWORD.findall(row[3])]
    assert calls
    assert [
        (function, keyword)
        for function, keyword in calls
        if keyword not in inspect.signature(attrgetter(function)(kebi)).parameters
    ] == []


def test_every_name_in_the_cpp_column_stands_in_the_headers():
    headers = (ROOT / "include" / "kebi").rglob("*.hpp")
    words = {word for file in headers for word in re.findall(r"\w+", file.read_text(encoding="utf-8"))}
    names = [name for row in ROWS for name in IN_BACKTICKS.findall(row[2])]
    missing = [
        name
        for name in names
        if CPP_NAME.fullmatch(name) and not set(name.split("::")) <= words
    ]
    assert missing == []


def test_no_chinese_term_stands_for_two_cpp_names():
    assert repeated_terms(ROWS) == []


def test_the_checks_see_a_wrong_name_and_a_repeated_term():
    rows = rows_of(
        "## core\n| Chinese | English | C++ | Python | source |\n| --- | --- | --- | --- | --- |\n"
        "| 基数, 增速 (序列) | base | `base` | `Bounds.depth`, `formulas.base` | NBS |\n"
        "| 基数 | base again | `floor` | `decimal.Decimal` | - |\n"
    )
    assert [name for name in python_names(rows) if not exists(name)] == ["Bounds.depth"]
    assert repeated_terms(rows) == ["基数"]
