#include "kebi/series/parts/weights.hpp"

#include "kebi/formula/composition.hpp"
#include "kebi/formula/contribution.hpp"
#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/growth/growth.hpp"
#include "kebi/series/parts/composition.hpp"
#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/parts/shares.hpp"

#include "series/labelled/tables.hpp"

using namespace kebi;

namespace {

/// Two years of a part and of its whole, published growth of both in the second.
series one(const char* name, measure what, double first, double second) {
  grid of = grid::blank(test::years(2), 1);
  of.decimals = {1};
  of.set(0, 0, first);
  of.set(0, 1, second);
  return series{
      heading{name, "甲", what == measure::level ? std::optional{unit{"亿元"}} : std::nullopt, what},
      of
  };
}
const series part = one("出口", measure::level, 60, 66), whole = one("进出口", measure::level, 100, 110);
const series part_grew = one("出口", measure::growth, 4, 20), whole_grew = one("进出口", measure::growth, 5, 10);

double second(const series& of) { return of.figures().values(0, 1); }
bounds second(const series_bounds& of) { return of.figures().value(0, 1); }

}  // namespace

TEST_CASE("weights, contributions and shares of growth lead from one to the other") {
  const series points = contribution_to_growth(part, part_grew, whole, whole_grew);
  const series share = share_of_growth(part, part_grew, whole, whole_grew);
  CHECK(second(points) == doctest::Approx(11));
  const series weight = weight_in_base(points, part_grew);
  CHECK(second(weight) == doctest::Approx(55));
  CHECK(weight.of().measure == measure::share);
  CHECK(second(growth_of_whole(points, share)) == doctest::Approx(10));
  const series added = increment_of_whole(increment(part, part_grew), share);
  CHECK(second(added) == doctest::Approx(10));
  CHECK(added.of().unit == unit{"亿元"});
  const series rest = growth_of_rest(weight, part_grew, whole_grew);
  CHECK(second(rest) == doctest::Approx(second(growth_of_residual(part, part_grew, whole, whole_grew))));
  CHECK(second(mixed_growth(weight, part_grew, rest)) == doctest::Approx(10));
  CHECK(second(residual_base(part, part_grew, whole, whole_grew)) == doctest::Approx(45));
  CHECK(second(base_multiple(whole, part, whole_grew, part_grew)) == doctest::Approx(100.0 / 55));
  CHECK(second(base_multiple.bounds(whole, part, whole_grew, part_grew)).contains(100.0 / 55));
}

TEST_CASE("what is no contribution, no share of growth and no increment is refused by name") {
  CHECK_THROWS_WITH_AS(weight_in_base(part_grew, part_grew),
                       "this needs contributions to growth: see contribution_to_growth; the figures "
                       "of 出口 are growth",
                       error);
  CHECK_THROWS_WITH_AS(
      increment_of_whole(part, share_of_growth(part, part_grew, whole, whole_grew)),
      "this needs increments: see increment; the figures of 出口 are levels", error);
  const series points = contribution_to_growth(part, part_grew, whole, whole_grew);
  CHECK_THROWS_WITH_AS(growth_of_whole(points, points),
                       "this needs shares of growth: see share_of_growth; the figures of 出口 are "
                       "something else",
                       error);
  CHECK_THROWS_AS(mixed_growth(part, part_grew, part_grew), error);
}

TEST_CASE("the average increment goes by years, and nominal, real and price growth undo one another") {
  const series added = average_increment(part, 1);
  CHECK(second(added) == doctest::Approx(6));
  CHECK(added.figures().at(0, 0) != observation_status::figure);
  CHECK(average_increment(part, 99).figures().at(0, 1) != observation_status::figure);
  CHECK_THROWS_AS(average_increment(part, 0), error);
  const series nominal = nominal_growth(part_grew, whole_grew);
  CHECK(second(nominal) == doctest::Approx(32));
  CHECK(second(real_growth(nominal, whole_grew)) == doctest::Approx(20));
  CHECK(second(price_growth(nominal, part_grew)) == doctest::Approx(10));
}
