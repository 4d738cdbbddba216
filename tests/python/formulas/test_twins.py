"""Every public C++ formula, function of periods and operation along time has its Python twin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kebi
from kebi import Bounds, Percent, Points, formulas

HEADERS = Path(__file__).resolve().parents[3] / "include" / "kebi"

# What has another name in Python, because there it belongs to a class or is an argument.
ELSEWHERE = {
    "share_change_of_levels": "formulas.share_change",
    "inverse": "Growth.inverse", "chain": "formulas.chain", "average": "Growth.average", "annualise": "Growth.annualise",
    "months_of": "Period", "month_of": "Period", "quarter_of": "Period", "half_of": "Period", "year_of": "Period",
    "years_of": "Period", "year_to_date": "Period.year_to_date", "is_year_to_date": "Period.is_year_to_date",
    "year_before": "Period.year_before", "span_before": "Period.span_before", "rest_of": "Period.rest_of",
    "moved": "Period.moved", "is_whole_years": "Period.is_whole_years", "code": "Period.code", "period_of_code": "Period",
    # operations along time
    "growth_between": "growth_since", "residual": "growth_of_residual", "change_between": "revision",
    "national_component": "shift_share", "industry_component": "shift_share", "regional_component": "shift_share",
    "filled": "fill_missing", "growth_of_items": "fill_missing",  # growth goes along with the levels
}  # fmt: skip


def without_detail(text):
    """The text of a header without comments and without what is in `detail`."""
    text = re.sub(r"//.*", "", text)
    return re.sub(r"namespace detail \{.*?\n\}(?:  )?", "", text, flags=re.DOTALL)


def formulas_of_headers():
    """Names of the functions in `kebi::formulas`, and of those of growth between two figures or periods."""
    found = set()
    for header in sorted((HEADERS / "formula").glob("*.hpp")):
        for part in re.findall(r"\nnamespace (?:kebi::)?formulas \{(.*?)\n\}  // namespace", header.read_text(encoding="utf-8"), re.DOTALL):
            found |= set(re.findall(r"^(?:inline |constexpr )*(?:auto|bool) (\w+)\(", re.sub(r"//.*", "", part), re.MULTILINE))
    for name in ("growth", "rates"):
        text = without_detail((HEADERS / "period" / f"{name}.hpp").read_text(encoding="utf-8"))
        found |= set(re.findall(r"^(?:inline |constexpr )*(?:auto|growth<evaluated<N>>) (\w+)\(", text, re.MULTILINE))
    return found


def periods_of_header():
    text = without_detail((HEADERS / "period" / "period.hpp").read_text(encoding="utf-8"))
    return set(re.findall(r"^constexpr (?:period|bool) (\w+)\(", text, re.MULTILINE))


def operations_of_headers():
    found = set()
    for header in sorted((HEADERS / "series").rglob("*.hpp")):
        for names in re.findall(r"extern KEBI_API const operations?<[^;]*>\s+([\w, \n]+);", header.read_text(encoding="utf-8")):
            found |= {name.strip() for name in names.split(",")}
    return found


def python_object(name):
    found = kebi
    for part in name.split("."):
        found = getattr(found, part)
    return found


def test_the_lists_of_the_headers_are_read():
    assert {"share", "weight_in_base", "growth_rate", "chain", "is_scope_break", "overhang"} <= formulas_of_headers()
    assert {"month_of", "year_before"} <= periods_of_header()
    assert {"year_over_year", "weight_in_base", "real_growth", "share_change", "growth_of_sum"} <= operations_of_headers()
    assert len(formulas_of_headers()) > 40 and len(operations_of_headers()) > 50


@pytest.mark.parametrize("name", sorted(formulas_of_headers()))
def test_a_formula_of_cpp_is_one_of_python(name):
    twin = ELSEWHERE.get(name, f"formulas.{name}")
    assert callable(python_object(twin))
    assert (getattr(python_object(twin), "__doc__", "") or "").strip()


@pytest.mark.parametrize("name", sorted(periods_of_header()))
def test_a_function_of_periods_is_a_method_of_period(name):
    assert callable(python_object(ELSEWHERE[name])) or isinstance(python_object(ELSEWHERE[name]), property)


@pytest.mark.parametrize("name", sorted(operations_of_headers()))
def test_an_operation_of_cpp_is_a_function_over_tables(name):
    assert callable(python_object(ELSEWHERE.get(name, name)))


# Values that were published, or follow from published ones; `tests/acceptance/oracles.py` has more, where they are at hand.
KNOWN = [
    # 国家统计局, 2018年11月CPI: 2.2, of it carried over 0.3 and new 1.9
    ("new price", lambda: formulas.new_price(Percent(2.2), Percent(0.3)), 1.9, 1e-9),
    ("yearly rate", lambda: formulas.year_over_year(Percent(0.9), Points(1.8)), 2.7, 1e-9),  # July 2022
    # 国家统计局, 2021年12月CPI: pork -36.7 %, 0.81 points off the whole
    ("weight of pork", lambda: formulas.weight_in_base(Points(-0.81), Percent(-36.7)), 2.207, 1e-3),
    # 国家统计局, 2023年工业企业利润: liabilities and assets in 万亿元
    ("debt ratio", lambda: formulas.share(95.57, 167.36), 57.1, 0.05),
    ("its change", lambda: formulas.share_change(
        part=95.57, whole=167.36, growth=Percent(5.9), whole_growth=Percent(6.0)), -0.1, 0.06),
    # 国家统计局, 2022年1—10月: margin 6.24 %, -0.68 points, profits -3.0 %, revenue 7.6 %
    ("margin", lambda: formulas.share_change(Percent(6.24), growth=Percent(-3.0), whole_growth=Percent(7.6)), -0.68, 0.011),
    # 装备制造业 2023: 34.3 % of profits in 2022, up 4.1 %, contributed 1.4 points
    ("contribution", lambda: formulas.contribution_to_growth(base_share=Percent(34.3), growth=Percent(4.1)), 1.4, 0.05),
    # 青海统计年鉴2020: growth 8.17, share of growth 174.62, contribution 14.27
    ("of a share of growth", lambda: formulas.contribution_to_growth(
        share_of_growth=Percent(174.62), whole_growth=Percent(8.17)), 14.27, 0.03),
    ("growth of the whole", lambda: formulas.growth_of_whole(Points(14.27), Percent(174.62)), 8.17, 0.01),
    # 国家统计局 2021: first quarter 18.3 after -6.8, over 2019 10.3, two-year average 5.0
    ("over two years", lambda: formulas.interval_growth(Percent(18.3), Percent(-6.8)), 10.3, 0.06),
    ("two-year average", lambda: formulas.two_year_average(Percent(18.3), Percent(-6.8)), 5.0, 0.06),
    # 国家统计局 2021年上半年: 12.7, first quarter 18.3, second 7.9
    ("weight of a quarter", lambda: formulas.implied_weight(Percent(12.7), Percent(18.3), Percent(7.9)), 46.15, 0.01),
    ("half-year", lambda: formulas.mixed_growth(Percent(46.15), Percent(18.3), Percent(7.9)), 12.7, 0.001),
    ("second quarter", lambda: formulas.growth_of_rest(Percent(46.15), Percent(18.3), Percent(12.7)), 7.9, 0.001),
    # wages 2005 to 2010 in incomes of households: increments 1257 of 2664, base 3255
    ("share of growth", lambda: formulas.share_of_growth(increment=1257, whole_increment=2664).rate, 47.2, 0.05),
    ("of increments", lambda: formulas.contribution_to_growth(increment=988, whole_base=3255), 30.35, 0.01),
    ("increment of the whole", lambda: formulas.increment_of_whole(67, Percent(23.1)), 290, 0.5),
    ("average increment", lambda: formulas.average_increment(61330, 117210, 4), 13970, 1e-9),
    ("base of a loss", lambda: formulas.base_of_loss(-0.3, 0.2), -0.1, 1e-9),
    ("multiple", lambda: formulas.base_multiple(12625, 2527, growth=Percent(28.5), other_growth=Percent(27.9)), 4.97, 0.01),
    ("base of the rest", lambda: formulas.residual_base(190, 1896, growth=Percent(2.6), whole_growth=Percent(6.1)), 1601, 1),
    ("overhang", lambda: formulas.overhang([100, 101, 102, 103]), 100 * (103 / 101.5 - 1), 1e-9),
]  # fmt: skip


@pytest.mark.parametrize(("what", "asked", "known", "tolerance"), KNOWN, ids=[each[0] for each in KNOWN])
def test_a_formula_gives_the_value_that_is_known(what, asked, known, tolerance):
    found = asked()
    assert getattr(found, "value", found) == pytest.approx(known, abs=tolerance)


def test_printed_numbers_give_bounds_that_hold_the_plain_value():
    for asked, plain in [
        (formulas.weight_in_base(Points("-0.81"), Percent("-36.7")), 2.207),
        (formulas.nominal_growth(Percent("5.0"), Percent("2.0")), 7.1),
        (formulas.overhang(["100.0", "101.0", "102.0", "103.0"]), 1.4778),
        (formulas.average_increment("14006", "22275", 4), 2067.25),
        (formulas.two_year_average(Percent("18.3"), Percent("-6.8")), 5.0026),
        (formulas.share_of_growth(share=Percent("31.6"), growth=Percent("50.3"), whole_growth=Percent("10.6")).rate, 110.3),
        (formulas.share_change(part="39.7", whole="48.2", part_base="22.9", whole_base="32.1"), 11.02),
    ]:
        bounds = getattr(asked, "value", asked)
        assert isinstance(bounds, Bounds) and plain in bounds


def test_a_period_moves_by_months_and_knows_whole_years():
    assert kebi.Period("2019-12").moved(3) == kebi.Period("2020-03")
    assert kebi.Period("2019Q1").moved(-12) == kebi.Period("2019Q1").year_before()
    assert kebi.Period("2019..2020").is_whole_years and not kebi.Period("2019H1").is_whole_years
    with pytest.raises(kebi.KebiError, match="between 1 and 9999"):
        kebi.Period("2019").moved(2**31 - 1)


def test_a_scope_break_is_one_that_rounding_cannot_explain():
    assert formulas.is_scope_break(formulas.revision_factor("503036", Percent("3.0"), "572138"))
    assert not formulas.is_scope_break(formulas.revision_factor("103.0", Percent("3.0"), "100.0"))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (lambda: formulas.share_of_growth(1.0, 2.0), r"^share_of_growth takes part, growth, whole, whole_growth; or .*: found part, whole$"),
        (lambda: formulas.contribution_to_growth(1.0, 2.0, base_share=Percent(1)), "^contribution_to_growth takes .*found part, whole, base_share"),
        (lambda: formulas.share_change(), "found nothing$"),
        (lambda: formulas.weight_in_base(0.5, Percent(1)), "contribution is in percentage points: found 0.5. Pass kebi.Points"),
        (lambda: formulas.mixed_growth(20, Percent(1), Percent(1)), "base_share is a percentage: found the plain number 20"),
        (lambda: formulas.weight_in_base(Points(1.0), Percent(0.0)), "a growth of zero"),
        (lambda: formulas.growth_of_whole(Points(1.0), Percent(0.0)), "a share of growth of zero"),
        (lambda: formulas.growth_of_rest(Percent(100.0), Percent(1.0), Percent(1.0)), "leaves no rest"),
        (lambda: formulas.overhang([]), "needs the levels of a year"),
        (lambda: formulas.overhang([1.0, -1.0]), "zero or negative"),
        (lambda: formulas.average_increment(1.0, 2.0, 0), "at least one"),
        (lambda: formulas.interval_growth(Percent(1.0), Percent(-100.0)), "100%"),
    ],
)  # fmt: skip
def test_what_has_no_answer_is_refused_with_the_way_out(asked, sentence):
    with pytest.raises(kebi.KebiError, match=sentence):
        asked()
