"""Bounds and rates as numbers: arithmetic with plain numbers, certain comparison, formats."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest

import kebi
from kebi import Bounds, Percent, Points

B = Bounds(1.0, 2.0)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (B + 1, Bounds(2, 3)),
        (1 + B, Bounds(2, 3)),
        (B - 1, Bounds(0, 1)),
        (1 - B, Bounds(-1, 0)),
        (B * 100, Bounds(100, 200)),
        (-2 * B, Bounds(-4, -2)),
        (B / 2, Bounds(0.5, 1)),
        (2 / B, Bounds(1, 2)),
        (B * 0.5, Bounds(0.5, 1)),
        (np.float64(2) * B, Bounds(2, 4)),
        (B * np.float32(2), Bounds(2, 4)),
        (np.int64(3) + B, Bounds(4, 5)),
    ],
)
def test_plain_numbers_are_exact_operands_on_either_side(found: Bounds, wanted: Bounds) -> None:
    assert found == wanted


def test_a_printed_operand_stands_for_its_rounding_interval() -> None:
    assert B + Decimal("0.5") == B + kebi.formulas.rounding_interval("0.5")
    assert Decimal("2.0") * B == kebi.formulas.rounding_interval("2.0") * B
    assert (Decimal("2.0") - B).lo < 0


def test_an_operation_with_empty_bounds_is_empty_and_rounds_outwards() -> None:
    assert (Bounds.empty() * 3).is_empty
    third = Bounds.exactly(1) / 3
    assert third.width > 0 and 1 / 3 in third


def test_comparisons_are_true_only_if_certain() -> None:
    low, high, across = Bounds(1, 2), Bounds(3, 4), Bounds(1.5, 3.5)
    assert low < high and high > low and low <= high and high >= low
    assert not (low < across or low > across or low <= across or low >= across)
    touching = Bounds(2, 3)
    assert low <= touching and not low < touching
    assert low < 3 and low <= 2 and not low < 2 and low > 0 and 3 > low
    assert low < Decimal("3.0") and not low < Decimal("2")
    for compare in (low.__lt__, low.__le__, low.__gt__, low.__ge__):
        assert compare(Bounds.empty()) is False


@pytest.mark.parametrize("other", ["1", None, Percent(1), [1, 2], np.ones(2)])
def test_texts_rates_and_lists_are_no_operands(other: object) -> None:
    with pytest.raises(TypeError):
        B * other  # type: ignore[operator]
    with pytest.raises(TypeError):
        B < other  # type: ignore[operator]


def test_bounds_are_formatted_with_decimals_rounded_outwards() -> None:
    base = Bounds(170.786, 171.054)
    assert f"{base:.2f}" == base.printed(2) == "[170.78, 171.06]"
    assert f"{base}" == str(base) and f"{base:.0f}" == "[170, 172]"
    assert f"{base:>20.1f}" == "      [170.7, 171.1]" and f"{base:<30}".startswith(str(base))
    for spec in (".2e", ".f", ".2", ".xf"):
        with pytest.raises(kebi.KebiError, match=r"bounds are formatted with decimals, such as \.2f"):
            format(base, spec)


def test_rates_are_floats_and_formatted_like_their_number() -> None:
    assert float(Percent(1.5)) == 1.5 and float(Percent("1.50")) == 1.5 and float(Points(-2)) == -2
    assert float(Percent(Bounds(2, 2))) == 2
    with pytest.raises(kebi.KebiError, match=r"\[1.0000, 2.0000\]% is an interval and no single number"):
        float(Percent(B))
    assert f"{Percent(6.049):.1f}" == "6.0%" and f"{Percent('6.50')}" == "6.50%"
    assert f"{Points(0.25):+.1f}" == "+0.2个百分点" and f"{Percent(B):.0f}" == "[1, 2]%"


def test_a_percentage_is_still_no_plain_number() -> None:
    with pytest.raises(kebi.KebiError):
        Bounds(Percent(1), 2)
    with pytest.raises(kebi.KebiError, match="accepts numbers"):
        kebi.formulas.growth_rate(Percent(1), 100)  # type: ignore[arg-type]
    with pytest.raises(kebi.KebiError):
        Percent(Percent(1))  # type: ignore[arg-type]


def test_open_bounds_stay_open() -> None:
    assert (Bounds.at_least(1) * 2).hi == math.inf
    assert Bounds.at_least(3) > 2 and not Bounds.at_least(3) < 2
