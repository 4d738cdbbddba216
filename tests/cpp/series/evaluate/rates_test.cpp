#include "kebi/series/evaluate/rates.hpp"

#include <string>
#include <vector>

#include "kebi/formula/composition.hpp"
#include "kebi/formula/comparable_base.hpp"
#include "kebi/formula/contribution.hpp"
#include "kebi/formula/share.hpp"
#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/parts/composition.hpp"
#include "kebi/series/growth/compound.hpp"
#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/prices/carry_over.hpp"
#include "kebi/series/year_to_date/single_month_growth.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

/// Printed numbers of one series.
grid printed(const timeline& time, const std::vector<std::string>& texts) {
  grid made = grid::blank(time, 1);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    const decimal number = read_decimal(texts[t]);
    made.decimals.push_back(number.decimals());
    made.set(0, static_cast<int>(t), number.value());
  }
  return made;
}
grid yearly(const std::vector<std::string>& texts) {
  return printed({frequency::year, month_of(2018, 12).first(), static_cast<int>(texts.size())},
                 texts);
}

void check_turned(const grid& found, const bounds_grid& within, int t) {
  CHECK(found.at(0, t) == observation_status::to_loss);
  CHECK(within.at(0, t) == observation_status::to_loss);
}

}  // namespace

TEST_CASE("printed growth below -100% is a turn, and no rate to go on with") {
  const grid growths = yearly({"4.0", "-120.0", "5.0"}), others = yearly({"2.0", "2.0", "2.0"});
  const timeline spans{frequency::year_to_date, month_of(2019, 3).first(), 3};
  const grid to_date = printed(spans, {"4.0", "-120.0", "5.0"});
  const grid months = printed({frequency::month, spans.first(), 3}, {"2.0", "2.0", "2.0"});
  for (const int t : {1, 2}) {
    check_turned(interval_growth(growths), interval_growth.bounds(growths), t);
    check_turned(two_year_average(growths), two_year_average.bounds(growths), t);
    check_turned(acceleration(growths, step_back::year),
                 acceleration.bounds(growths, step_back::year), t);
  }
  check_turned(average_growth(growths, 3), average_growth.bounds(growths, 3), 1);
  check_turned(growth_of_product(growths, others), growth_of_product.bounds(growths, others), 1);
  check_turned(growth_of_ratio(growths, others), growth_of_ratio.bounds(growths, others), 1);
  check_turned(growth_of_ratio(others, growths), growth_of_ratio.bounds(others, growths), 1);
  CHECK(growth_of_product(growths, others).values(0, 2) == doctest::Approx(7.1));
  for (const int t : {1, 2})
    check_turned(implied_weight(to_date, months), implied_weight.bounds(to_date, months), t);

  const grid steps =
      printed({frequency::quarter, month_of(2018, 3).first(), 3}, {"4.0", "-120.0", "5.0"});
  check_turned(annualised(steps), annualised.bounds(steps), 1);
  for (const int t : {1, 2})
    check_turned(chained_growth(steps, 2), chained_growth.bounds(steps, 2), t);
}

TEST_CASE("growth that comes out below -100% is a turn, as over levels") {
  // Profits of the whole from 50 to 10, of the part from 20 to 25: the rest from 30 to -15.
  const grid whole = yearly({"10.0"}), whole_growth = yearly({"-80.0"});
  const grid part = yearly({"25.0"}), part_growth = yearly({"25.0"});
  check_turned(growth_of_residual(part, part_growth, whole, whole_growth),
               growth_of_residual.bounds(part, part_growth, whole, whole_growth), 0);

  const timeline time{frequency::year_to_date, month_of(2019, 2).first(), 3};
  // To February -10 after 50, to March 20 after 80, to April 15 after 90.
  const grid levels = printed(time, {"-10.0", "20.0", "15.0"});
  const grid growths = printed(time, {"-120.0", "-75.0", "-83.3"});
  const grid months = single_month_growth(levels, growths);
  const bounds_grid within = single_month_growth.bounds(levels, growths);
  check_turned(months, within, 0);
  CHECK(months.values(0, 1) == doctest::Approx(0));
  CHECK(within.value(0, 1).contains(0));
  check_turned(months, within, 2);
}

TEST_CASE("a fall by about all, as printed, has bounds that end at -100%") {
  const grid whole = yearly({"10.0"}), whole_growth = yearly({"0.0"});
  const grid part = yearly({"10.0"}), part_growth = yearly({"100.0"});
  const grid found = growth_of_residual(part, part_growth, whole, whole_growth);
  const bounds_grid within = growth_of_residual.bounds(part, part_growth, whole, whole_growth);
  CHECK(found.values(0, 0) == doctest::Approx(-100));
  CHECK(within.value(0, 0).lo() == -100);
  CHECK(within.value(0, 0).hi() < -97);
  CHECK(average_growth.bounds(yearly({"-100.0"}), 1).value(0, 0).lo() >= -100);
}

TEST_CASE("growth may end in a fall to nothing, and does not go on from there") {
  const grid growths = yearly({"5.0", "-100.0", "5.0"});
  CHECK(interval_growth(growths).values(0, 1) == -100);
  CHECK(chained_growth(growths, 2).values(0, 1) == -100);
  CHECK(chained_growth.bounds(growths, 2).value(0, 1).lo() == -100);
  CHECK(two_year_average(growths).values(0, 1) == -100);
  CHECK(interval_growth(growths).at(0, 2) == observation_status::undefined);
  CHECK(chained_growth(growths, 2).at(0, 2) == observation_status::undefined);
  CHECK(two_year_average(growths).at(0, 2) == observation_status::undefined);
}

TEST_CASE("shares of a whole that is not above zero have no growth to go back by") {
  const grid parts = yearly({"5.0", "5.0", "-5.0"}), wholes = yearly({"-10.0", "0.0", "-10.0"});
  const grid grown = yearly({"10.0", "10.0", "-120.0"}), whole = yearly({"10.0", "10.0", "10.0"});
  for (const int t : {0, 1, 2})
    CHECK(share_change(parts, wholes, grown, whole).at(0, t) == observation_status::undefined);
  for (const int t : {0, 2})
    CHECK(share_change.bounds(parts, wholes, grown, whole).at(0, t) == observation_status::undefined);
  const char* const no_base = "growth has no meaning on a base that is zero or negative";
  CHECK_THROWS_AS(formulas::share_change(5.0, percent{10.0}, -10.0, percent{10.0}), error);
  CHECK_THROWS_AS(formulas::base_multiple(5.0, percent{10.0}, -10.0, percent{10.0}), error);
  CHECK_THROWS_WITH_AS(formulas::revision_factor(0.0, percent{5.0}, 5.0), no_base, error);
  for (const double level : {0.0, 4.0}) CHECK_THROWS_AS(base(level, percent{-120.0}), error);
  CHECK(increment(yearly({"0.0"}), yearly({"-120.0"})).at(0, 0) == observation_status::undefined);
}

TEST_CASE("a rest that doubles round to nearly nothing is nothing, and has no growth") {
  // Both bases are 20.
  const grid whole = yearly({"22.0"}), part = yearly({"21.4"});
  const grid whole_growth = yearly({"10.0"}), part_growth = yearly({"7.0"});
  CHECK(growth_of_residual(part, part_growth, whole, whole_growth).at(0, 0) == observation_status::undefined);
  CHECK_THROWS_WITH_AS(formulas::growth_of_residual(100.5, percent{0.5}, 100.2, percent{0.2}),
                       "growth has no meaning on a base that is zero or negative", error);
  CHECK(formulas::growth_of_residual(100.5, percent{0.5}, 100.2 - 1e-6, percent{0.2}).value() > 1e6);
}

TEST_CASE("single rates end at -100% too, and chains where doubles do") {
  const percent nothing{
      bounds{-100.05, -99.95}
  },
      little{bounds{4.95, 5.05}};
  CHECK(formulas::growth_of_product(nothing, little).value().lo() == -100);
  CHECK(formulas::growth_of_ratio(nothing, little).value().lo() == -100);
  CHECK(formulas::growth_of_ratio(little, nothing).value().lo() > 200'000);
  CHECK(width(formulas::share_change(
                  percent{
                      bounds{39.95, 40.05}
  },
                  percent{bounds{9.95, 10.05}}, nothing)
                  .value) < 0.12);
  CHECK_THROWS_AS(formulas::growth_of_residual(10.0, percent{-80.0}, 25.0, percent{25.0}), error);
  CHECK_THROWS_AS(formulas::implied_weight(percent{-120.0}, percent{5.0}, percent{3.0}), error);
  CHECK_THROWS_AS(formulas::share_of_growth(3.0, percent{-99.7}, 0.0, percent{0.2}), error);
  grid steps = grid::blank({frequency::year, month_of(2018, 12).first(), 5}, 1);
  for (int t = 0; t < 5; ++t) steps.set(0, t, 1e90);
  CHECK(chained_growth(steps, 5).at(0, 4) == observation_status::undefined);
}

TEST_CASE("beside a level below zero such growth tells the base, and beside no other") {
  const grid levels = yearly({"-10.0", "50.0", "-5.0", "0.0", "8.0"});
  const grid growths = yearly({"-120.0", "-120.0", "10.0", "10.0", "-100.0"});
  const grid added = increment(levels, growths);
  CHECK(added.values(0, 0) == doctest::Approx(-60));
  CHECK(increment.bounds(levels, growths).value(0, 0).contains(-60));
  CHECK(comparable_base(levels, growths).values(0, 0) == doctest::Approx(50));
  for (const int t : {1, 2}) {
    CHECK(added.at(0, t) == observation_status::undefined);
    CHECK(increment.bounds(levels, growths).at(0, t) == observation_status::undefined);
  }
  CHECK(added.values(0, 3) == 0);
  CHECK(increment.bounds(levels, growths).value(0, 3).lo() == 0);  // of 0.04, say, not of -0.04
  CHECK(added.at(0, 4) == observation_status::undefined);
  CHECK(increment.bounds(levels, growths).value(0, 4).hi() < -15'000);

  const grid wholes = yearly({"100.0", "100.0", "100.0", "100.0", "100.0"});
  const grid grown = yearly({"10.0", "10.0", "10.0", "-120.0", "-100.0"});
  const grid before = base_share(levels, growths, grown);
  CHECK(before.values(0, 0) == doctest::Approx(55));
  for (const int t : {1, 2}) CHECK(before.at(0, t) == observation_status::undefined);
  CHECK(before.at(0, 3) == observation_status::to_loss);
  CHECK(before.at(0, 4) == observation_status::undefined);
  const grid brought = share_of_growth(levels, growths, wholes, grown);
  CHECK(brought.values(0, 0) == doctest::Approx(-60 / (100 - 100 / 1.1) * 100));
  for (const int t : {1, 2, 3, 4}) CHECK(brought.at(0, t) == observation_status::undefined);
  CHECK(contribution_to_growth(levels, growths, wholes, grown).at(0, 1) == observation_status::undefined);
}

TEST_CASE("levels are linked no further than to a loss") {
  const grid levels = yearly({"40.0", "50.0", "-10.0", "7.0"});
  const grid growths = yearly({"5.0", "25.0", "-120.0", "5.0"});
  const grid forwards = linked(levels, growths, 2019);
  const bounds_grid forwards_within = linked.bounds(levels, growths, 2019);
  CHECK(forwards.values(0, 0) == doctest::Approx(40));
  CHECK(forwards.values(0, 2) == doctest::Approx(-10));
  CHECK(forwards_within.value(0, 2).contains(-10));
  CHECK(forwards.at(0, 3) == observation_status::absent);
  CHECK(forwards_within.at(0, 3) == observation_status::absent);

  const grid backwards = linked(levels, growths, 2020);
  CHECK(backwards.values(0, 1) == doctest::Approx(50));
  CHECK(backwards.values(0, 0) == doctest::Approx(40));
  CHECK(linked.bounds(levels, growths, 2020).value(0, 0).contains(40));
  CHECK(linked(levels, growths, 2021).at(0, 1) == observation_status::absent);  // 7 is not 5% more than a loss
}

TEST_CASE("single rates refuse to be multiplied below -100%") {
  const char* const turned =
      "a growth below -100% is a turn from profit to loss (由盈转亏), and no rate to multiply: "
      "take the levels of both periods";
  const percent lost{-120.0}, grew{5.0};
  CHECK_THROWS_WITH_AS(formulas::growth_of_product(lost, grew), turned, error);
  CHECK_THROWS_WITH_AS(formulas::growth_of_product(grew, lost), turned, error);
  CHECK_THROWS_WITH_AS(formulas::growth_of_ratio(lost, grew), turned, error);
  CHECK_THROWS_WITH_AS(formulas::growth_of_ratio(grew, lost), turned, error);
  CHECK_THROWS_WITH_AS(formulas::real_growth(percent{read_decimal("-100.1")}, percent{read_decimal("2.0")}),
                       turned, error);
  CHECK_THROWS_WITH_AS(formulas::base_share(percent{40.0}, grew, lost), turned, error);
  CHECK_THROWS_WITH_AS(formulas::share_of_growth(percent{40.0}, grew, lost), turned, error);
  CHECK(formulas::growth_of_product(percent{read_decimal("-100.0")}, percent{read_decimal("5.0")})
            .value()
            .contains(-100));
  const char* const below =
      "this level and this growth would need a base below zero, on which growth has no meaning: "
      "look at their signs, or take the levels of both periods";
  CHECK_THROWS_WITH_AS(formulas::base_share(percent{40.0}, lost, grew), below, error);
  CHECK_THROWS_WITH_AS(formulas::growth_of_residual(50.0, lost, 10.0, grew), below, error);
  CHECK_THROWS_WITH_AS(formulas::growth_of_residual(50.0, grew, -10.0, grew), below, error);
  CHECK_THROWS_WITH_AS(formulas::share_of_growth(10.0, lost, 50.0, grew), below, error);
}
