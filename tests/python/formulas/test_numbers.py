"""Numbers in Python: printed ones, bounds, rates and distances, units, periods, growth."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kebi
from kebi import Bounds, Percent, Period, Points, Unit

rates = st.floats(-50, 50).map(Percent)


def test_the_base_of_a_printed_level_and_growth_is_what_their_rounding_leaves():
    # 一般公共预算收入, 嘉定区 2019H1
    base = kebi.formulas.base("172.8", Percent("1.1"))
    assert base.lo == pytest.approx(170.785961, abs=1e-6)
    assert base.hi == pytest.approx(171.053934, abs=1e-6)
    assert base == kebi.formulas.base(Decimal("172.8"), Percent(Decimal("1.1")))


def test_plain_numbers_give_plain_numbers():
    assert kebi.formulas.base(172.8, Percent(1.1)) == pytest.approx(170.919881, abs=1e-6)
    assert kebi.formulas.growth_rate(110, 100).value == pytest.approx(10)
    assert isinstance(kebi.formulas.growth_rate(110, 100).value, float)


def test_one_printed_number_makes_bounds_of_the_whole_result():
    assert isinstance(kebi.formulas.base("172.8", Percent(1.1)), Bounds)
    assert 170.919881 in kebi.formulas.base(172.8, Percent("1.1"))


@given(rates, rates)
def test_the_step_from_one_rate_to_another_leads_there(a, b):
    assert (a + (b - a)).value == pytest.approx(b.value, abs=1e-9)


def test_two_rates_have_no_sum():
    with pytest.raises(TypeError):
        Percent(5.2) + Percent(4.8)


def test_two_printed_rates_differ_by_bounds_twice_as_wide():
    gap = Percent("5.7") - Percent("-3.0")
    assert isinstance(gap, Points)
    assert gap.value.lo == pytest.approx(8.6)
    assert gap.value.hi == pytest.approx(8.8)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(Percent("5.20"), "5.20%"), (Percent(-3), "-3%"), (Points("0.3"), "0.3个百分点")],
    ids=str,
)
def test_values_print_as_bulletins_do(value, printed):
    assert str(value) == printed


@pytest.mark.parametrize(
    "value",
    [
        Percent("5.2"),
        Percent(5.2),
        Points("0.3"),
        Bounds(1, 2),
        Bounds.entire(),
        Unit("亿元"),
        Period("2019H1"),
    ],
    ids=repr,
)
def test_a_value_survives_repr_pickle_and_copy(value):
    assert eval(repr(value), vars(kebi).copy()) == value
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
    assert hash(copy.copy(value)) == hash(value)


def test_empty_bounds_survive_pickle():
    assert pickle.loads(pickle.dumps(Bounds.empty())).is_empty


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-1000, max_value=1000))
def test_a_printed_number_comes_back_as_it_was(number):
    rounded = kebi.formulas.round_to(number, "0.01")
    assert rounded == number
    interval = kebi.formulas.rounding_interval(number)
    assert float(number) in interval
    assert interval.width == pytest.approx(0.01)


def test_last_zeros_are_kept():
    assert str(kebi.formulas.read_decimal("562.0")) == "562.0"
    assert str(kebi.formulas.read_decimal("３３. 5")) == "33.5"


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), Decimal(10) ** 30])
def test_a_number_that_nothing_prints_is_refused(number):
    with pytest.raises(kebi.KebiError):
        kebi.formulas.rounding_interval(number)


def test_rounding_is_half_even_on_the_decimal_and_half_up_on_request():
    assert kebi.formulas.round_to("28.165", "0.01") == Decimal("28.16")  # GB/T 8170
    assert kebi.formulas.round_to("28.165", "0.01", half_up=True) == Decimal("28.17")


def test_units_of_a_kind_convert_and_others_say_why_not():
    assert kebi.formulas.convert(99, "亩", "公顷") == pytest.approx(6.6)
    assert kebi.formulas.convert("172.8", "亿元", "万元") == Decimal("1728E3")
    with pytest.raises(kebi.KebiError, match="cannot convert % to 个百分点"):
        kebi.formulas.convert(1, "%", "个百分点")


def test_periods_know_their_year_before_and_their_rest():
    half = Period("2019年上半年")
    assert half == Period("2019H1") and half.code == "2019H1"
    assert half.year_before() == Period("2018H1")
    assert half.rest_of("2019") == Period("2019H2")
    assert Period("1-5月", 2019).to_chinese() == "2019年1-5月"
    assert half in Period("2019")
    assert half.first == (2019, 1) and half.last == (2019, 6)


def test_a_period_that_cannot_be_read_says_what_could_stand_there():
    with pytest.raises(kebi.KebiError, match="13"):
        Period("2019年13月")


def test_growth_chains_where_links_meet():
    # NBS, 16 April 2021: the first quarter of 2021 was 10.3% above that of 2019, 5.0% a year.
    fell = kebi.Growth("2019Q1", "2020Q1", Percent("-6.8"))
    rose = kebi.Growth("2020Q1", "2021Q1", Percent("18.3"))
    both = kebi.formulas.chain([fell, rose])
    assert 10.3 in both.rate.value
    assert both.average(2).rate.value.midpoint == pytest.approx(5.0, abs=0.05)
    assert kebi.formulas.chain([kebi.Growth("2019", "2020", Percent(5)), kebi.Growth("2020", "2019", Percent(-100 / 21))]
                      ).rate.value == pytest.approx(0, abs=1e-9)
    with pytest.raises(kebi.KebiError, match="cannot chain"):
        kebi.formulas.chain([rose, fell])


def test_what_the_rest_needs_is_bounded_over_unknown_weights():
    need = kebi.formulas.required(Percent("6.0"), Percent("-0.9"), Bounds(0.45, 0.55)).value
    assert kebi.formulas.required(Percent(6.0), Percent(-0.9), 0.5).value in need


@given(st.floats(1, 1e6), st.floats(-90, 300))
def test_a_level_grows_to_itself_from_its_base(level, growth):
    assert kebi.formulas.level(kebi.formulas.base(level, Percent(growth)), Percent(growth)) == pytest.approx(level)


@given(st.integers(1, 10**9), st.integers(-900, 3000))
def test_printed_bounds_hold_the_plain_result(digits, tenths):
    level, growth = Decimal(digits).scaleb(-1), Decimal(tenths).scaleb(-1)
    assert kebi.formulas.base(float(level), Percent(float(growth))) in kebi.formulas.base(level, Percent(growth))
