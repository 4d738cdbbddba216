"""The words that reading knows: their files in the source, and what a caller adds to them."""

from collections import Counter
from pathlib import Path

import pytest

import kebi

SOURCE = Path(__file__).resolve().parents[3] / "src" / "text"
FILES = sorted(SOURCE.glob("*/data/*.tsv"))
HEAD = "phrase\tmeaning\tsense\tonly\n"


def rows(file: Path) -> list[list[str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and line != "#" and not line.startswith("# ")]


def is_of_words(file: Path) -> bool:
    return rows(file)[0][0] == "phrase"


def test_every_file_opens_with_what_its_words_are():
    for file in FILES:
        assert file.read_text(encoding="utf-8").startswith("# "), file.name


def test_no_word_of_sentences_stands_twice():
    found = Counter(
        row[0] for file in (SOURCE / "words" / "data").glob("*.tsv") if file.stem not in GROUPS for row in rows(file)[1:]
    )
    assert [word for word, times in found.items() if times > 1] == []


GROUPS = {"units", "periods", "not_statistics"}


@pytest.mark.parametrize("file", list(filter(is_of_words, FILES)), ids=lambda file: file.stem)
def test_no_group_holds_a_word_twice(file):
    pairs = Counter(tuple(row[:3]) for row in rows(file)[1:])
    assert [pair for pair, times in pairs.items() if times > 1] == []


@pytest.mark.parametrize("file", list(filter(is_of_words, FILES)), ids=lambda file: file.stem)
def test_a_caller_may_add_the_rows_of_any_file_again(file):
    kebi.Lexicon.standard().extended(file.read_text(encoding="utf-8"))


def test_traditional_characters_have_one_simplified_form():
    pairs = rows(SOURCE / "normalise" / "data" / "traditional.tsv")[1:]
    assert all(len(row) == 2 and len(row[0]) == len(row[1]) == 1 for row in pairs)
    assert len({row[0] for row in pairs}) == len(pairs)


def test_a_word_of_a_caller_is_read_in_texts_phrases_and_tables():
    words = kebi.Lexicon.standard().extended(HEAD + "飞腾\trise\n光景\tafter\tabout\n")
    text = "2024年上半年，出口飞腾5.2%光景。"
    facts = kebi.read_text(text, region="甲市", lexicon=words).facts
    assert [(f.indicator, str(f.value), f.bound.name) for f in facts] == [("出口", "5.2", "about")]
    (target,) = kebi.read_target("飞腾6%光景", "出口", lexicon=words)
    assert target.measure.name == "growth" and target.bound.name == "about"
    plan = "indicator,period,target\n出口,2024H1,飞腾6%光景\n"
    assert kebi.read(plan, lexicon=words).facts[0].bound.name == "about"


def test_a_malformed_row_is_refused_with_its_place():
    with pytest.raises(kebi.ReadError, match='line 2, column 4: found "rises", expected a meaning'):
        kebi.Lexicon.standard().extended(HEAD + "飞腾\trises\n")
