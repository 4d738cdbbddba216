"""Progress to targets of later years: published values, refusals, grades that rounding leaves open."""

from __future__ import annotations

import pytest
from kebi import KebiError
from kebi.formulas import progress

# Canadian Indicator Framework, Statistics Canada, components of July 2026.
PUBLISHED = [
    (14.5, 10.4, 7.25, 2015, 2023, 2030, "lower", 0.9010899546976208),
    (26866.0, 36058.0, 13433.0, 2016, 2024, 2028, "lower", -0.6675781357974336),
    (63.0, 74.0, 85.0, 2005, 2020, 2030, "higher", 0.8949392974311927),
]


@pytest.mark.parametrize(("base", "current", "target", "base_year", "current_year", "target_year", "better", "ratio"), PUBLISHED)
def test_the_ratio_is_the_published_one(base, current, target, base_year, current_year, target_year, better, ratio) -> None:
    found = progress(
        base, current, target, base_year=base_year, current_year=current_year, target_year=target_year, better=better
    )
    assert found.measure.midpoint == pytest.approx(ratio, rel=1e-12)


def test_grades_that_printed_digits_leave_open_are_both_given() -> None:
    found = progress("14.5", "10.2", "7.25", base_year=2015, current_year=2023, better="lower")
    assert (found.worst, found.best, found.grade) == ("acceleration_needed", "on_track", None)


def test_a_target_met_in_the_base_year_is_a_limit() -> None:
    assert progress(70.0, 55.0, 100.0, base_year=2015, current_year=2023, better="lower").grade == "within_limit"


@pytest.mark.parametrize(
    ("numbers", "options", "words"),
    [
        ((0.0, 5.0, 10.0), {}, "above zero"),
        ((4.0, 5.0), {"method": "sdsn"}, "pass one"),
        ((4.0, 5.0, 9.0), {"current_year": 2015}, "must lie after"),
        ((4.0, 5.0, 9.0), {"current_year": 2031}, "is over"),
        ((4.0, 5.0, 9.0), {"better": "up"}, "expected one of"),
        ((4.0, 5.0, 9.0), {"method": "who"}, "expected one of"),
    ],
)
def test_a_method_that_does_not_apply_is_refused_in_a_sentence(numbers, options, words) -> None:
    with pytest.raises(KebiError, match=words):
        progress(*numbers, **{"base_year": 2015, "current_year": 2023, **options})
