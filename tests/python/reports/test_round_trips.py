"""What is written in Chinese reads back as the fact that it was written from, or is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kebi
from kebi import _core

NAMES = [each.name for each in kebi.standard_catalogue() if "比" not in each.name]  # of 比重 a change is one of the share
NUMBERS = st.decimals(min_value=-99, max_value=99, places=1, allow_nan=False).map(lambda number: f"{number:f}")
FACTS = st.fixed_dictionaries(
    {
        "indicator": st.sampled_from(NAMES),
        "period": st.sampled_from(["2019H1", "2019", "2019-05"]),
        "status": st.sampled_from(["actual", "target"]),
        "measure": st.just("change"),
        "subject": st.sampled_from(["level", "growth", "share"]),
        "value": NUMBERS,
    },
    optional={
        "basis": st.sampled_from(["yoy", "mom", "average", "year_start"]),
        "bound": st.sampled_from(["about", "at_least", "at_most", "more_than"]),
        "stretch": NUMBERS,
    },
)


def fact_of(parts: dict[str, str]) -> kebi.Fact:
    unit = {"level": "亿元", "growth": "%", "share": "%"}.get(parts["measure"], "个百分点")
    numbers = {key: parts[key] for key in ("value", "stretch") if key in parts}
    words = ",".join(f'"{key}":"{word}"' for key, word in parts.items() if key not in numbers)
    return kebi.Fact.from_json(f'{{{words},"unit":"{unit}",' + ",".join(f'"{k}":{v}' for k, v in numbers.items()) + "}")


def test_a_change_in_points_says_what_it_is_against():
    fact = fact_of({"indicator": "城镇化率", "period": "2019", "measure": "change", "subject": "level", "value": "8", "basis": "yoy"})
    assert _core.say(fact) == "同比增加8个百分点"


@pytest.mark.parametrize("basis", ["year_start", "average"])
def test_a_change_without_words_for_its_basis_is_refused(basis):
    fact = fact_of({"indicator": "城镇化率", "measure": "change", "subject": "level", "value": "8", "basis": basis})
    with pytest.raises(kebi.KebiError, match="a change has no words for its basis"):
        _core.say(fact)


@settings(max_examples=1000, deadline=None)
@given(FACTS)
def test_a_phrase_reads_back_or_is_refused(parts):
    fact = fact_of(parts)
    try:
        phrase = _core.say(fact)
        read = (kebi.read_target if parts["status"] == "target" else kebi.read_outcome)(phrase, fact.indicator, period=parts["period"])
    except kebi.KebiError:
        return
    keys = ("measure", "value", "unit", "bound", "basis", "subject", "versus", "of", "stretch")
    assert [[each.to_dict().get(key) for key in keys] for each in read] == [[fact.to_dict().get(key) for key in keys]], phrase
