"""A bare number in place of a percentage is refused, with the way to write it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pytest

import kebi


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (lambda: kebi.formulas.base(172.8, 1.1), "Pass kebi.Percent(1.1)"),
        (lambda: kebi.formulas.base("172.8", "1.1%"), "Pass kebi.Percent('1.1')"),
        (lambda: kebi.formulas.level(100, None), 'growth is a percentage: found None'),
        (lambda: kebi.formulas.required(6.0, kebi.Percent(1), 0.5), "target is a percentage"),
        (lambda: kebi.formulas.share_of_growth(1.0, 3.0, growth=2.0, whole_growth=kebi.Percent(1)), "growth is a percentage"),
        (lambda: kebi.formulas.base_share(5, growth=kebi.Percent(1), whole_growth=kebi.Percent(1)), "share is a percentage"),
        (lambda: kebi.formulas.growth_rate(None, 100), "growth_rate accepts numbers, .*found level=None, base=100"),
        (lambda: kebi.formulas.base(None, kebi.Percent(1)), "base accepts numbers"),
        (lambda: kebi.formulas.base(100, np.float32(0.5)), "found the plain number 0.5. Pass kebi.Percent(0.5)$"),
        (lambda: kebi.formulas.base(100, np.array([1.0, 2.0])), "^growth is a percentage: .* Pass kebi.Percent(1.1), or "),
        (lambda: kebi.formulas.chained_growth([kebi.Percent(0.1), 0.2]), "^steps.1. is a percentage: .* Pass kebi.Percent(0.2)$"),
        (lambda: kebi.formulas.chained_growth(np.array([0.1])), "^steps.0. is a percentage: .*number 0.1. Pass kebi.Percent(0.1)$"),
        (lambda: kebi.formulas.chained_growth(kebi.Percent(0.1)), "^steps is a list of percentages: found .*. Pass .kebi.Percent(0.1), "),
        (lambda: kebi.formulas.carry_over(["0.1"] * 12, 5), "^steps.0. is a percentage: .* Pass kebi.Percent('0.1')$"),
        (lambda: kebi.formulas.carry_over([kebi.Percent(0.1)] * 12, "May"), "^carry_over accepts .* month='May'$"),
        (lambda: kebi.formulas.growth_of_sum([("62651", kebi.Percent("30.7")), ("7085", "68.9")]),
         "^the growth in parts.1. is a percentage: .* Pass kebi.Percent('68.9')$"),
        (lambda: kebi.formulas.growth_of_sum([62651, 7085]), "^a part is a pair of level and growth: parts.0. is 62651. Pass (62651"),
        (lambda: kebi.formulas.growth_of_sum([(None, kebi.Percent(1))]), "^growth_of_sum accepts numbers"),
    ],
)
def test_a_bare_number_is_no_percentage(asked: Callable[[], object], sentence: str) -> None:
    with pytest.raises(kebi.KebiError, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        asked()


def test_what_the_sentence_about_a_percentage_says_works() -> None:
    assert kebi.formulas.base(202.2, kebi.Percent(1.1)) == pytest.approx(200)
    assert 170.9 in kebi.formulas.base("172.8", kebi.Percent("1.1"))
    assert kebi.formulas.chained_growth([kebi.Percent(0.2)]).value == pytest.approx(0.2)
    assert 30.7 in kebi.formulas.growth_of_sum([("62651", kebi.Percent("30.7"))]).value
    assert kebi.formulas.base(Decimal("172.8"), kebi.Percent("1.1")) == kebi.formulas.base("172.8", kebi.Percent("1.1"))
