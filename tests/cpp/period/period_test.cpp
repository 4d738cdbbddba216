#include "kebi/period/period.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using namespace kebi;

namespace {

/// All spans of months in the three years from 2018.
std::vector<period> spans() {
  std::vector<period> all;
  const month start = year_of(2018).first();
  for (int first = 0; first < 36; ++first)
    for (int last = first; last < 36; ++last) all.emplace_back(start + first, start + last);
  return all;
}

}  // namespace

TEST_SUITE("period") {
  TEST_CASE("the parts of a year are spans of its months") {
    static_assert(year_of(2019) == months_of(2019, 1, 12));
    static_assert(half_of(2019, 1) == months_of(2019, 1, 6));
    static_assert(half_of(2019, 2) == months_of(2019, 7, 12));
    static_assert(quarter_of(2019, 3) == months_of(2019, 7, 9));
    static_assert(month_of(2019, 6) == months_of(2019, 6, 6));
    static_assert(years_of(2016, 2020).months() == 60);  // "十三五"
    static_assert(half_of(2019, 1).months() == 6);
    static_assert(month_of(2019, 12).first().in_year() == 12);
    static_assert(month_of(2019, 12).first().year() == 2019);
  }
  TEST_CASE("the quarters and halves tile the year") {
    for (int q = 1; q < 4; ++q)
      CHECK(quarter_of(2019, q).last() + 1 == quarter_of(2019, q + 1).first());
    CHECK(quarter_of(2019, 4).last() + 1 == quarter_of(2020, 1).first());
    CHECK(period{quarter_of(2019, 1).first(), quarter_of(2019, 2).last()} == half_of(2019, 1));
  }
  TEST_CASE("the year to date starts in January") {
    static_assert(year_to_date(month_of(2019, 5).last()) == months_of(2019, 1, 5));
    static_assert(is_year_to_date(half_of(2019, 1)) && is_year_to_date(year_of(2019)));
    static_assert(is_year_to_date(month_of(2019, 1)));
    static_assert(!is_year_to_date(half_of(2019, 2)) && !is_year_to_date(years_of(2018, 2019)));
    static_assert(is_whole_years(years_of(2016, 2020)) && !is_whole_years(half_of(2019, 1)));
  }
  TEST_CASE("the same span a year before, and the span before") {
    static_assert(year_before(half_of(2019, 1)) == half_of(2018, 1));
    static_assert(year_before(month_of(2020, 2)) == month_of(2019, 2));
    static_assert(span_before(quarter_of(2019, 1)) == quarter_of(2018, 4));
    static_assert(span_before(month_of(2019, 1)) == month_of(2018, 12));
    static_assert(span_before(year_of(2019)) == year_before(year_of(2019)));
  }

  // Laws, over all spans of three years.
  TEST_CASE("moving there and back changes nothing and keeps the length") {
    for (const period& p : spans())
      for (const int months : {-25, -12, -1, 0, 1, 5, 12, 40}) {
        const period there = moved(p, months);
        if (moved(there, -months) != p || there.months() != p.months() ||
            there.first() - p.first() != months)
          FAIL_CHECK("moved by ", months);
      }
  }
  TEST_CASE("a year before keeps the months of the year") {
    for (const period& p : spans()) {
      const period before = year_before(p);
      if (before.first().in_year() != p.first().in_year() || before.year() != p.year() - 1 ||
          before.last().in_year() != p.last().in_year())
        FAIL_CHECK("year before");
    }
  }
  TEST_CASE("the span before ends where the span starts") {
    for (const period& p : spans()) {
      CHECK(span_before(p).last() + 1 == p.first());
      CHECK(span_before(p).months() == p.months());
    }
  }
  TEST_CASE("what has passed and what is left make the whole") {
    for (const period& whole : spans())
      for (month last = whole.first(); last < whole.last(); last = last + 1) {
        const period elapsed{whole.first(), last}, rest = rest_of(whole, elapsed);
        if (rest.first() != elapsed.last() + 1 || rest.last() != whole.last() ||
            elapsed.months() + rest.months() != whole.months() || !whole.contains(rest))
          FAIL_CHECK("rest");
      }
    static_assert(rest_of(year_of(2019), half_of(2019, 1)) == half_of(2019, 2));
  }
  TEST_CASE("periods are ordered by their start, then by their end") {
    static_assert(half_of(2019, 1) < year_of(2019));
    static_assert(year_of(2018) < month_of(2019, 1));
    static_assert(year_of(2019).contains(half_of(2019, 2)));
    static_assert(!half_of(2019, 2).contains(year_of(2019)));
  }

  // Refusals.
  TEST_CASE("a 13th month, a 5th quarter and a 3rd half are refused by their number") {
    CHECK_THROWS_WITH_AS(month_of(2019, 13), "a year has 12 months: found month 13", error);
    CHECK_THROWS_WITH_AS(months_of(2019, 1, 13), "a year has 12 months: found month 13", error);
    CHECK_THROWS_WITH_AS(months_of(2019, 0, 5), "a year has 12 months: found month 0", error);
    CHECK_THROWS_AS(months_of(2019, -1, -1), error);
    CHECK_THROWS_WITH_AS(quarter_of(2019, 5), "a year has 4 quarters: found quarter 5", error);
    CHECK_THROWS_AS(quarter_of(2019, 0), error);
    CHECK_THROWS_WITH_AS(half_of(2019, 3), "a year has 2 halves: found half 3", error);
    constexpr int huge = std::numeric_limits<int>::max();
    CHECK_THROWS_AS(quarter_of(2019, huge), error);
    CHECK_THROWS_AS(half_of(huge, 1), error);
    CHECK_THROWS_AS(months_of(2019, huge, huge), error);
  }
  TEST_CASE("a period ends no earlier than it starts, and stays in the years 1 to 9999") {
    CHECK_THROWS_WITH_AS(months_of(2019, 5, 1), "a period cannot end before it starts", error);
    CHECK_THROWS_AS(years_of(2020, 2019), error);
    CHECK_THROWS_WITH_AS(year_of(0), "a year lies between 1 and 9999: found 0", error);
    CHECK_THROWS_AS(year_of(10'000), error);
    CHECK_THROWS_AS(year_before(year_of(1)), error);
    CHECK_THROWS_AS(moved(year_of(9999), 1), error);
    CHECK_THROWS_AS(moved(year_of(1), -24), error);
  }
  TEST_CASE("nothing is left of a period that is over, or of another one") {
    const char* message =
        "nothing is left of a period unless its elapsed part starts with it and ends before it";
    CHECK_THROWS_WITH_AS(rest_of(year_of(2019), year_of(2019)), message, error);
    CHECK_THROWS_WITH_AS(rest_of(year_of(2019), half_of(2019, 2)), message, error);
    CHECK_THROWS_WITH_AS(rest_of(year_of(2019), half_of(2018, 1)), message, error);
    CHECK_THROWS_WITH_AS(rest_of(half_of(2019, 1), year_of(2019)), message, error);
  }
}
