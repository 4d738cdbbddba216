#include "kebi/series/prices/carry_over.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "kebi/formula/carry_over.hpp"

using namespace kebi;

TEST_CASE("over a grid new prices are yearly rates without their carry-over") {
  const timeline months{frequency::month, month_of(2018, 1).first(), 24};
  grid steps = grid::blank(months, 2), yearly = steps;
  steps.decimals = yearly.decimals = {1, 1};
  for (Eigen::Index r = 0; r < 2; ++r)
    for (int t = 0; t < 24; ++t) {
      steps.set(r, t, decimal{t % 5 - 1 + 2 * r, 1}.value());
      yearly.set(r, t, decimal{20 + t, 1}.value());
    }
  steps.clear(1, 8, observation_status::suppressed);  // September
  const grid found = new_price(yearly, steps), carried = carry_over(steps);
  const bounds_grid within = new_price.bounds(yearly, steps);
  for (int t = 0; t < 24; ++t) {
    CHECK(found.at(0, t) == (t < 11 ? observation_status::absent : observation_status::figure));
    if (t < 12) continue;
    CHECK(found.values(0, t) + carried.values(0, t) == doctest::Approx(yearly.values(0, t)));
    // As the formula of single numbers has it.
    std::vector<percent<decimal>> last_year;
    for (int k = 0; k < 12; ++k)
      last_year.push_back(percent{
          decimal{k % 5 - 1, 1}
      });
    const auto carry = formulas::carry_over(std::span<const percent<decimal>>{last_year}, t - 11);
    const bounds sharp = formulas::new_price(
                             percent{
                                 decimal{20 + t, 1}
    },
                             carry)
                             .value;
    CHECK(within.value(0, t).contains(sharp));
    CHECK(width(within.value(0, t)) - width(sharp) < 1e-12);
  }
  CHECK(found.values(0, 11) == yearly.values(0, 11));  // December has no carry-over
  CHECK(found.at(1, 19) == observation_status::suppressed);
  CHECK(found.at(1, 20) == observation_status::figure);
  grid later = steps;
  later.time = timeline{frequency::month, month_of(2019, 1).first(), 24};
  CHECK_THROWS_WITH_AS(
      new_price(yearly, later),
      "figures that go together run over the same times: found 24 of a month from 2018-01 to "
      "2019-12 beside 24 of a month from 2019-01 to 2020-12. Give both for the same spans",
      error);
}
