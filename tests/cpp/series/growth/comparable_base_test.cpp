#include "kebi/series/growth/comparable_base.hpp"

#include <vector>

#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

/// Fixed-asset investment of December, 亿元, with its published growth: 国家统计局统计公报 2017–2023.
struct year_row {
  double level, growth;
};
const std::vector<year_row> investment{{631684, 7.2}, {635636, 5.9}, {551478, 5.4}, {518907, 2.9},
                                       {544547, 4.9}, {572138, 5.1}, {503036, 3.0}};

std::pair<grid, grid> national_investment() {
  grid levels = grid::blank(timeline{frequency::year, month_of(2017, 12).first(), 7}, 1), growths = levels;
  levels.decimals = {0};
  growths.decimals = {1};
  for (int t = 0; t < 7; ++t) {
    levels.set(0, t, investment[static_cast<std::size_t>(t)].level);
    growths.set(0, t, investment[static_cast<std::size_t>(t)].growth);
  }
  return {levels, growths};
}

}  // namespace

TEST_CASE("investment of 2023 grew by 3.0%, on a base that is 14.6% below the published one") {
  const auto [levels, growths] = national_investment();
  CHECK(year_over_year(levels).values(0, 6) == doctest::Approx(-12.1).epsilon(0.01));
  CHECK(comparable_base(levels, growths).values(0, 6) == doctest::Approx(488384).epsilon(1e-5));
  CHECK(comparable_base.bounds(levels, growths).value(0, 6).contains(488384));
  CHECK(revision_factor(levels, growths).values(0, 6) == doctest::Approx(0.8536).epsilon(1e-4));
  const std::vector<int> recut = scope_break_columns(revision_factor.bounds(levels, growths), 0);
  CHECK(recut == std::vector<int>{1, 2, 3, 6});
}

TEST_CASE("a linked series grows as published, in every year and from every anchor") {
  const auto [levels, growths] = national_investment();
  for (const int anchor : {2017, 2020, 2023}) {
    const grid found = linked(levels, growths, anchor);
    const bounds_grid certain = linked.bounds(levels, growths, anchor);
    CHECK(found.values(0, anchor - 2017) == levels.values(0, anchor - 2017));
    const grid again = year_over_year(found);
    for (int t = 1; t < 7; ++t) CHECK(again.values(0, t) == doctest::Approx(growths.values(0, t)));
    for (int t = 0; t < 7; ++t) CHECK(certain.value(0, t).contains(found.values(0, t)));
  }
}

TEST_CASE("links break where a growth is missing") {
  auto [levels, growths] = national_investment();
  growths.clear(0, 3, observation_status::absent);
  const grid found = linked(levels, growths, 2018);
  CHECK(found.at(0, 2) == observation_status::figure);
  CHECK(found.at(0, 3) == observation_status::absent);
  CHECK(found.at(0, 4) == observation_status::absent);
  CHECK(linked.bounds(levels, growths, 2018).at(0, 4) == observation_status::absent);
}

TEST_CASE("growth that only repeats the levels is told from growth that was published") {
  test::sequence next{13};
  grid levels = grid::blank(timeline{frequency::month, month_of(2015, 1).first(), 60}, 1), copied = levels,
       official = levels;
  levels.decimals = {1};
  copied.decimals = official.decimals = {1};
  for (int t = 0; t < 60; ++t) levels.set(0, t, decimal{10'000 + next.below(9'000), 1}.value());
  const grid growth = year_over_year(levels);
  for (int t = 12; t < 60; ++t) {
    const double printed = std::round(growth.values(0, t) * 10) / 10;
    copied.set(0, t, printed);
    official.set(0, t, t / 12 == 3 ? printed + 2 : printed);  // one year with a recut base
  }
  const agreement all = with_ratio_of_levels(levels, copied, 0), some = with_ratio_of_levels(levels, official, 0);
  CHECK(all.compared == 48);
  CHECK(all.is_ratio_of_levels());
  CHECK(some.agreeing == 36);
  CHECK_FALSE(some.is_ratio_of_levels());
}

TEST_CASE("bounds ask for the decimals of what they are made of") {
  auto [levels, growths] = national_investment();
  levels.decimals.clear();
  CHECK_THROWS_AS(comparable_base.bounds(levels, growths), error);
  CHECK_THROWS_AS(year_over_year.bounds(levels), error);
}
