"""What the pages say is what the code does: their Python is run, their C++ and their output quoted."""

from __future__ import annotations

import doctest
import os
import re
from pathlib import Path

import pytest

import kebi

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMENT = {
    "cpp": re.compile(r"\s*//.*"),
    "python": re.compile(r"\s*#.*"),
    "cmake": re.compile(r"\s*#.*"),
    "sh": re.compile(r"\s*# .*"),
}
HAN = re.compile(r"[\u4e00-\u9fff]")
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def fences(language):
    return [
        pytest.param(page, code, id=f"{page.relative_to(ROOT)}:{i}")
        for page in PAGES
        for i, (tongue, code) in enumerate(FENCE.findall(page.read_text(encoding="utf-8")))
        if tongue == language
    ]


@pytest.mark.parametrize(("page", "code"), fences("python"))
def test_python_on_a_page_runs_and_prints_what_the_page_says(page, code, monkeypatch):
    monkeypatch.chdir(ROOT)
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), 0)
    assert test.examples, "the block holds no prompt, so nothing of it is run"
    said: list[str] = []
    doctest.DocTestRunner(optionflags=options).run(test, out=said.append)
    assert said == []


def without_comments(language, code):
    return COMMENT[language].sub("", code)


@pytest.mark.parametrize(("page", "code"), fences("cpp"))
def test_cpp_on_a_page_stands_in_an_example_that_is_compiled_and_run(page, code):
    examples = [file.read_text(encoding="utf-8") for file in ROOT.glob("examples/*.cpp")]
    if page.suffixes == [".zh", ".md"]:  # its comments are Chinese
        code = without_comments("cpp", code)
        examples = [without_comments("cpp", text) for text in examples]
    wanted = [line.strip() for line in code.strip().splitlines()]
    assert any(
        wanted == lines[i : i + len(wanted)]
        for lines in ([line.strip() for line in text.splitlines()] for text in examples)
        for i in range(len(lines))
    )


@pytest.mark.parametrize(("page", "code"), fences("text"))
def test_output_on_a_page_is_what_is_printed(page, code):
    printed = [*ROOT.glob("examples/*.out"), *ROOT.glob("tests/python/reports/expected/*.txt")]
    assert any(code == file.read_text(encoding="utf-8") for file in printed)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_tree_lead_somewhere(page):
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


def programs(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    return [(language, code) for language, code in FENCE.findall(text) if language in COMMENT]


def test_the_two_readmes_show_the_same_code():
    one, other = programs("README.md"), programs("README.zh.md")
    assert len(one) > 3
    assert [without_comments(*each) for each in one] == [without_comments(*each) for each in other]


@pytest.mark.parametrize("page", [page.relative_to(ROOT) for page in PAGES if page.suffixes[-2:] == [".zh", ".md"]], ids=str)
def test_comments_in_a_chinese_page_are_chinese(page):
    comments = [found for language, code in programs(page) for found in COMMENT[language].findall(code)]
    assert len(comments) > 3 or not programs(page)
    assert [comment for comment in comments if not HAN.search(comment)] == []


def test_the_check_of_pages_can_say_no(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 1 + 1\n3\n```\n", encoding="utf-8")
    ((language, code),) = FENCE.findall(page.read_text(encoding="utf-8"))
    said: list[str] = []
    test = doctest.DocTestParser().get_doctest(code, {}, "page", str(page), 0)
    doctest.DocTestRunner().run(test, out=said.append)
    assert language == "python" and "".join(said).count("Expected") == 1


def test_every_example_has_its_printed_output():
    assert {f.stem for f in ROOT.glob("examples/*.cpp")} == {f.stem for f in ROOT.glob("examples/*.out")}
    assert os.path.getsize(ROOT / "README.md") < 12_000


def test_names_in_the_tables_of_functions_are_those_of_the_code():
    page = (ROOT / "docs/reference/functions.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.count(" | ") == 7 and "---" not in line]
    names = [re.findall(r"`(\w+)`", row[1])[0] for row in rows if "`" in row[1]]
    alone = {"scope_breaks", "agreements", "growth_status", "as_of", "revision", "shift_share"}
    assert set(names) == set(kebi.functions.__all__)
    headers = "\n".join(f.read_text(encoding="utf-8") for f in (ROOT / "include/kebi/series").rglob("*.hpp"))
    for name in set(names) - alone:
        assert hasattr(kebi.Series, name) and hasattr(kebi.Panel, name)
        assert re.search(rf"\b{name}\b", headers), name


def test_the_comparison_of_bases_holds_the_comparable_base():
    levels = kebi.Series(["572138", "503036"], start="2022", growth=["5.1", "3.0"])
    implied = kebi.comparable_base(levels, levels.published)
    assert isinstance(implied, kebi.Series)
    assert levels.compare_bases().implied["2023"] == implied["2023"]
