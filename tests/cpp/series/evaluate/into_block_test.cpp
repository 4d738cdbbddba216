#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "kebi/series.hpp"

#include "kebi/formula/comparable_base.hpp"
#include "printed.hpp"

using namespace kebi;

namespace {

/// Figures with one decimal and gaps of several causes.
grid trapped(frequency of, std::uint64_t seed, std::int64_t low, std::int64_t span, int rows = 3) {
  test::sequence next{seed};
  grid made = grid::blank(timeline{of, month_of(2016, 1).first(), 40}, rows);
  made.decimals.assign(static_cast<std::size_t>(rows), 1);
  for (Eigen::Index r = 0; r < rows; ++r)
    for (int t = 0; t < made.columns(); ++t) {
      const std::int64_t digits = low + next.below(span);
      if (next.below(9) == 0)
        made.clear(r, t, next.below(2) == 0 ? observation_status::suppressed : observation_status::below_unit);
      else
        made.set(r, t, decimal{digits, 1}.value());
    }
  return made;
}

/// Works into the middle of a larger block: the result is the same and nothing else changes.
template <class Work>
void into_the_middle(const grid& expected, const bounds_grid& bounded, const Work& work) {
  const Eigen::Index rows = expected.rows();
  const int columns = expected.columns();
  block values = block::Constant(rows + 2, columns + 5, -7), lo = values, hi = values;
  status_block status = status_block::Constant(rows + 2, columns + 5, 99), bound_status = status;
  work(figures_out{values.block(1, 3, rows, columns), status.block(1, 3, rows, columns)});
  work(bounds_out{lo.block(1, 3, rows, columns), hi.block(1, 3, rows, columns),
                  bound_status.block(1, 3, rows, columns)});
  int figures_found = 0;
  for (Eigen::Index r = 0; r < rows; ++r)
    for (int t = 0; t < columns; ++t) {
      CAPTURE(r);
      CAPTURE(t);
      CHECK(status(r + 1, t + 3) == expected.status(r, t));
      CHECK(bound_status(r + 1, t + 3) == bounded.status(r, t));
      if (expected.at(r, t) == observation_status::figure) {
        ++figures_found;
        CHECK(values(r + 1, t + 3) == expected.values(r, t));
      }
      if (bounded.at(r, t) != observation_status::figure) continue;
      CHECK(lo(r + 1, t + 3) == bounded.lo(r, t));
      CHECK(hi(r + 1, t + 3) == bounded.hi(r, t));
      if (expected.at(r, t) == observation_status::figure)
        CHECK(bounded.value(r, t).contains(expected.values(r, t)));
    }
  CHECK(figures_found > 0);
  CHECK((values.row(0).array() == -7).all());
  CHECK((values.leftCols(3).array() == -7).all());
  CHECK((hi.rightCols(2).array() == -7).all());
  CHECK((status.row(rows + 1).array() == 99).all());
}

/// An operation of these inputs, whose figures and bounds are worked out anew into the middle.
template <class Operation, class... Inputs>
void check_into(const Operation& operation, const Inputs&... inputs) {
  into_the_middle(operation(inputs...), operation.bounds(inputs...),
                  [&](const auto& into) { operation.into(inputs..., into); });
}

}  // namespace

TEST_CASE("every function along time writes the same into the middle of a larger block") {
  const grid levels = trapped(frequency::month, 3, 500, 9000);
  const grid rates = trapped(frequency::month, 4, -80, 200);
  const grid to_date = trapped(frequency::year_to_date, 5, 500, 90'000);
  const grid to_date_rates = trapped(frequency::year_to_date, 6, -80, 200);
  const grid wholes = trapped(frequency::month, 7, 20'000, 9000);

  check_into(year_over_year, levels);
  const period first = levels.time.span(0);
  check_into(growth_since, levels, first);
  check_into(growth_since, levels, 2016);
  check_into(period_over_period, levels);
  check_into(interval_growth, rates);
  check_into(two_year_average, rates);
  check_into(average_growth, rates, 3);
  check_into(annualised, rates);
  check_into(acceleration, rates, step_back::span);
  check_into(chained_growth, rates, 3);
  check_into(carry_over, rates);
  check_into(comparable_base, levels, rates);
  check_into(revision_factor, levels, rates);
  check_into(linked, levels, rates, 2017);
  check_into(share, levels, wholes);
  check_into(share_change, levels, wholes);
  check_into(share_change, levels, wholes, rates, rates);
  check_into(share_of_growth, levels, wholes);
  check_into(contribution_to_growth, levels, wholes);
  check_into(residual, wholes, levels);
  check_into(new_price, rates, rates);
  check_into(increment, levels, rates);
  check_into(growth_of_product, rates, rates);
  check_into(growth_of_ratio, rates, rates);
  check_into(growth_of_residual, levels, rates, wholes, rates);
  check_into(share_of_growth, levels, rates, wholes, rates);
  check_into(contribution_to_growth, levels, rates, wholes, rates);
  check_into(base_share, levels, rates, rates);
  check_into(share_change, levels, rates, rates);
  check_into(growth_of_sum, levels, rates, sum_of{{1, 0, 1}});
  into_the_middle(rank(levels), rank.bounds(levels),
                  [&](const auto& into) { rank.into(levels, false, rank_among{}, into); });
  check_into(cumulated, levels);
  check_into(to_frequency, levels, frequency::quarter);
  check_into(to_frequency, to_date, frequency::half);
  check_into(single_month_growth, to_date, to_date_rates);
  check_into(single_months, to_date);
}

TEST_CASE(
    "hierarchies and shift-share write the same into the middle of a larger block") {
  const hierarchy tree{
      {{"全国", ""}, {"东", "全国"}, {"西", "全国"}}
  };
  grid levels = trapped(frequency::month, 8, 500, 9000, 6);
  for (int t = 0; t < 40; ++t) levels.clear(t % 3, t, observation_status::suppressed);
  check_into(roll_up, levels, tree, 2);
  check_into(roll_down, levels, tree, 2);
  const grid whole = trapped(frequency::month, 9, 500, 9000, 6);
  check_into(discrepancy, whole, tree, 2);

  grid full = grid::blank(levels.time, 6);
  full.decimals.assign(6, 1);
  for (Eigen::Index r = 0; r < 6; ++r)
    for (const int t : {3, 17}) full.set(r, t, static_cast<double>(50 + 7 * r + t));
  const shift_spans spans{2, 3, 17};
  for (const auto* component : {&national_component, &industry_component, &regional_component})
    check_into(*component, full, spans);
}

TEST_CASE("a block of another shape is refused before anything is written") {
  const grid rates = trapped(frequency::month, 4, -80, 200);
  block values = block::Constant(3, 39, -7);
  status_block status = status_block::Constant(3, 39, 99);
  const figures_out into{values, status};
  CHECK_THROWS_AS(interval_growth.into(rates, into), error);
  CHECK_THROWS_AS(chained_growth.into(rates, 3, into), error);
  CHECK_THROWS_AS(cumulated.into(rates, into), error);
  CHECK_THROWS_AS(linked.into(rates, rates, 2017, into), error);
  CHECK((values.array() == -7).all());
}

TEST_CASE("one whole serves all its parts, and bounds of bounds hold those of the print") {
  const grid levels = trapped(frequency::month, 3, 500, 9000);
  grid whole = trapped(frequency::month, 7, 20'000, 9000, 1);
  const grid beside = rows_of(whole, std::vector<Eigen::Index>(3, 0));
  const grid one = share(levels, whole), each = share(levels, beside);
  CHECK(one.status == each.status);
  const bounds_grid printed = share.bounds(levels, whole);
  const bounds_grid again = share.bounds(bounds_of(levels), bounds_of(whole));
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int t = 0; t < levels.columns(); ++t) {
      REQUIRE(printed.status(r, t) == again.status(r, t));
      if (printed.at(r, t) == observation_status::figure) CHECK(again.value(r, t).contains(printed.value(r, t)));
    }
  CHECK_THROWS_WITH_AS(
      [&] {
        grid figures = grid::blank(levels.time, 3);
        interval_growth.into(bounds_of(levels), figures.out());
      }(),
      doctest::Contains("bounds are no single figures"), error);
}

TEST_CASE("decimals that change along a row give each figure its own bounds") {
  grid levels = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 3}, 1);
  levels.decimals = {1, 0, 1};
  levels.set(0, 0, 391980.6);
  levels.set(0, 1, 440823);
  levels.set(0, 2, 439732.5);
  const decimal printed[] = {
      decimal{3919806, 1},
      decimal{440823,  0},
      decimal{4397325, 1}
  };
  const bounds_grid growth = year_over_year.bounds(levels);
  for (int t = 1; t < 3; ++t) {
    const auto rate = [&](int level_half, int base_half) {
      return mpq_class{
          (test::exact(printed[t], level_half) / test::exact(printed[t - 1], base_half) - 1) * 100};
    };
    CHECK(test::holds_sharply(growth.value(0, t), rate(-1, 1), rate(1, -1), 8, 100));
  }
  CHECK_THROWS_AS(levels.halves(), error);
  CHECK(lagged(levels, 1).decimals[1] == 1);
  CHECK(lagged(levels, 1).decimals[2] == 0);
  CHECK(rows_of(levels, {0, 0}).decimals.size() == 6);
}

TEST_CASE("sums are as uncertain as all that they are made of") {
  grid months = grid::blank(timeline{frequency::month, month_of(2019, 1).first(), 6}, 1);
  months.decimals = {1};
  for (int t = 0; t < 6; ++t) months.set(0, t, 1.4);
  CHECK(cumulated(months).decimals.empty());
  const bounds_grid sums = cumulated.bounds(months);
  for (int t = 0; t < 6; ++t) {
    const mpq_class middle = mpq_class{14, 10} * (t + 1), half = mpq_class{1, 20} * (t + 1);
    CHECK(test::holds_sharply(sums.value(0, t), middle - half, middle + half, 40));
  }
  const bounds_grid quarters = to_frequency.bounds(months, frequency::quarter);
  CHECK(test::holds_sharply(quarters.value(0, 1), mpq_class{405, 100}, mpq_class{435, 100}, 40));
}

TEST_CASE("overhangs stand at complete years alone, and are those of exact fractions") {
  grid levels = grid::blank(timeline{frequency::quarter, month_of(2018, 6).first(), 9}, 2);
  levels.decimals = {1, 1};
  for (int t = 0; t < 9; ++t) levels.set(0, t, decimal{1000 + 37 * t, 1}.value());
  levels.set(1, 3, -1);
  const grid found = overhang(levels);
  CHECK(found.columns() == 2);
  CHECK(code(found.time.span(0)) == "2018");
  CHECK(found.at(0, 0) == observation_status::absent);  // its first quarter lies before the series
  mpq_class sum = 0;
  for (int t = 3; t < 7; ++t) sum += mpq_class{1000 + 37 * t, 10};
  const mpq_class expected = (mpq_class{1000 + 37 * 6, 10} * 4 / sum - 1) * 100;
  CHECK(found.values(0, 1) == doctest::Approx(expected.get_d()).epsilon(1e-13));
  CHECK(overhang.bounds(levels).value(0, 1).contains(expected.get_d()));
  CHECK(found.at(1, 1) != observation_status::figure);
  CHECK_THROWS_WITH_AS(overhang(trapped(frequency::year_to_date, 1, 1, 9)),
                       doctest::Contains("take single months first"), error);
  CHECK(overhang(grid::blank(timeline{frequency::month, month_of(2019, 1).first(), 0}, 2))
            .columns() == 0);
}

TEST_CASE("a new release stands beside the comparable base as the published one does") {
  grid levels = grid::blank(timeline{frequency::year, month_of(2018, 12).first(), 2}, 1);
  levels.decimals = {1};
  levels.set(0, 0, 100);
  levels.set(0, 1, 104);
  grid growths = levels, anew = levels;
  growths.set(0, 1, 10);
  anew.set(0, 0, 95);
  const bounds_grid factors = revision_factor.bounds(levels, growths, anew);
  CHECK(factors.value(0, 1).contains(104 / 1.1 / 95));
  CHECK_FALSE(formulas::is_scope_break(bounds{0.99, 1.01}));
  CHECK(formulas::is_scope_break(factors.value(0, 1)));
}
