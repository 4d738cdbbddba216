#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "kebi/series.hpp"
#include "series/exact.hpp"

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
        made.clear(r, t, next.below(2) == 0 ? cell::suppressed : cell::below_unit);
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
  cell_block cells = cell_block::Constant(rows + 2, columns + 5, 99), bound_cells = cells;
  work(figures_out{values.block(1, 3, rows, columns), cells.block(1, 3, rows, columns)});
  work(bounds_out{lo.block(1, 3, rows, columns), hi.block(1, 3, rows, columns),
                  bound_cells.block(1, 3, rows, columns)});
  int figures_found = 0;
  for (Eigen::Index r = 0; r < rows; ++r)
    for (int t = 0; t < columns; ++t) {
      CAPTURE(r);
      CAPTURE(t);
      CHECK(cells(r + 1, t + 3) == expected.cells(r, t));
      CHECK(bound_cells(r + 1, t + 3) == bounded.cells(r, t));
      if (expected.at(r, t) == cell::figure) {
        ++figures_found;
        CHECK(values(r + 1, t + 3) == expected.values(r, t));
      }
      if (bounded.at(r, t) != cell::figure) continue;
      CHECK(lo(r + 1, t + 3) == bounded.lo(r, t));
      CHECK(hi(r + 1, t + 3) == bounded.hi(r, t));
      if (expected.at(r, t) == cell::figure)
        CHECK(bounded.value(r, t).contains(expected.values(r, t)));
    }
  CHECK(figures_found > 0);
  CHECK((values.row(0).array() == -7).all());
  CHECK((values.leftCols(3).array() == -7).all());
  CHECK((hi.rightCols(2).array() == -7).all());
  CHECK((cells.row(rows + 1).array() == 99).all());
}

}  // namespace

TEST_CASE("every function along time writes the same into the middle of a larger block") {
  const grid levels = trapped(frequency::month, 3, 500, 9000);
  const grid rates = trapped(frequency::month, 4, -80, 200);
  const grid to_date = trapped(frequency::year_to_date, 5, 500, 90'000);
  const grid to_date_rates = trapped(frequency::year_to_date, 6, -80, 200);
  const grid wholes = trapped(frequency::month, 7, 20'000, 9000);

  into_the_middle(growth_of(levels, step_back::year), growth_bounds_of(levels, step_back::year),
                  [&](const auto& into) { growth_of(levels, step_back::year, into); });
  const period first = levels.time.span(0);
  into_the_middle(growth_since(levels, first), growth_since_bounds(levels, first),
                  [&](const auto& into) { growth_since(levels, first, into); });
  into_the_middle(growth_since(levels, 2016), growth_since_bounds(levels, 2016),
                  [&](const auto& into) { growth_since(levels, 2016, into); });
  into_the_middle(growth_of(levels, step_back::span), growth_bounds_of(levels, step_back::span),
                  [&](const auto& into) { growth_of(levels, step_back::span, into); });
  into_the_middle(interval_growth(rates), interval_growth_bounds(rates),
                  [&](const auto& into) { interval_growth(rates, into); });
  into_the_middle(two_year_average(rates), two_year_average_bounds(rates),
                  [&](const auto& into) { two_year_average(rates, into); });
  into_the_middle(average_growth(rates, 3), average_growth_bounds(rates, 3),
                  [&](const auto& into) { average_growth(rates, 3, into); });
  into_the_middle(annualised(rates), annualised_bounds(rates),
                  [&](const auto& into) { annualised(rates, into); });
  into_the_middle(acceleration(rates, step_back::span), acceleration_bounds(rates, step_back::span),
                  [&](const auto& into) { acceleration(rates, step_back::span, into); });
  into_the_middle(chained_rates(rates, 3), chained_rate_bounds(rates, 3),
                  [&](const auto& into) { chained_rates(rates, 3, into); });
  into_the_middle(carry_overs(rates), carry_over_bounds(rates),
                  [&](const auto& into) { carry_overs(rates, into); });
  into_the_middle(comparable_base(levels, rates), comparable_base_bounds(levels, rates),
                  [&](const auto& into) { comparable_base(levels, rates, into); });
  into_the_middle(revision_factors(levels, rates), revision_factor_bounds(levels, rates),
                  [&](const auto& into) { revision_factors(levels, rates, into); });
  into_the_middle(linked(levels, rates, 2017), linked_bounds(levels, rates, 2017),
                  [&](const auto& into) { linked(levels, rates, 2017, into); });
  into_the_middle(shares(levels, wholes), share_bounds(levels, wholes),
                  [&](const auto& into) { shares(levels, wholes, into); });
  into_the_middle(share_changes(levels, wholes), share_change_bounds(levels, wholes),
                  [&](const auto& into) { share_changes(levels, wholes, into); });
  into_the_middle(share_changes(levels, wholes, rates, rates),
                  share_change_bounds(levels, wholes, rates, rates),
                  [&](const auto& into) { share_changes(levels, wholes, rates, rates, into); });
  into_the_middle(contributions(levels, wholes), contribution_bounds(levels, wholes),
                  [&](const auto& into) { contributions(levels, wholes, into); });
  into_the_middle(pulls(levels, wholes), pull_bounds(levels, wholes),
                  [&](const auto& into) { pulls(levels, wholes, into); });
  into_the_middle(residuals(wholes, levels), residual_bounds(wholes, levels),
                  [&](const auto& into) { residuals(wholes, levels, into); });
  into_the_middle(new_prices(rates, rates), new_price_bounds(rates, rates),
                  [&](const auto& into) { new_prices(rates, rates, into); });
  into_the_middle(increments(levels, rates), increment_bounds(levels, rates),
                  [&](const auto& into) { increments(levels, rates, into); });
  into_the_middle(growth_of_products(rates, rates), growth_of_product_bounds(rates, rates),
                  [&](const auto& into) { growth_of_products(rates, rates, into); });
  into_the_middle(growth_of_ratios(rates, rates), growth_of_ratio_bounds(rates, rates),
                  [&](const auto& into) { growth_of_ratios(rates, rates, into); });
  into_the_middle(growth_of_residuals(levels, rates, wholes, rates),
                  growth_of_residual_bounds(levels, rates, wholes, rates), [&](const auto& into) {
                    growth_of_residuals(levels, rates, wholes, rates, into);
                  });
  into_the_middle(
      contributions_by_growth(levels, rates, wholes, rates),
      contribution_by_growth_bounds(levels, rates, wholes, rates),
      [&](const auto& into) { contributions_by_growth(levels, rates, wholes, rates, into); });
  into_the_middle(pulls_by_growth(levels, rates, wholes, rates),
                  pull_by_growth_bounds(levels, rates, wholes, rates),
                  [&](const auto& into) { pulls_by_growth(levels, rates, wholes, rates, into); });
  into_the_middle(base_shares(levels, rates, rates), base_share_bounds(levels, rates, rates),
                  [&](const auto& into) { base_shares(levels, rates, rates, into); });
  into_the_middle(share_changes_by_growth(levels, rates, rates),
                  share_change_by_growth_bounds(levels, rates, rates),
                  [&](const auto& into) { share_changes_by_growth(levels, rates, rates, into); });
  into_the_middle(growth_of_sums(levels, rates, {1, 0, 1}),
                  growth_of_sum_bounds(levels, rates, {1, 0, 1}), [&](const auto& into) {
                    growth_of_sums(levels, rates, {1, 0, 1}, into);
                  });
  into_the_middle(ranks(levels), rank_bounds(levels),
                  [&](const auto& into) { ranks(levels, false, {}, into); });
  into_the_middle(cumulated(levels), cumulated_bounds(levels),
                  [&](const auto& into) { cumulated(levels, levels.time, into); });
  into_the_middle(added_up(levels, frequency::quarter), added_up_bounds(levels, frequency::quarter),
                  [&](const auto& into) { added_up(levels, frequency::quarter, into); });
  into_the_middle(spans_of(to_date, frequency::half), spans_of_bounds(to_date, frequency::half),
                  [&](const auto& into) { spans_of(to_date, frequency::half, into); });
  into_the_middle(single_month_growth(to_date, to_date_rates),
                  single_month_growth_bounds(to_date, to_date_rates), [&](const auto& into) {
                    const bool together =
                        single_months_of(to_date, to_date_rates).january_february();
                    single_month_growth(to_date, to_date_rates, together, into);
                  });
  into_the_middle(
      single_months(to_date), single_month_bounds(to_date), [&]<class Into>(const Into& into) {
        const timeline months = single_months_of(to_date);
        if constexpr (std::same_as<Into, figures_out>)
          single_months(to_date.view(), months.first(), months.january_february(), into);
        else
          single_months(to_date, months.january_february(), into);
      });
}

TEST_CASE(
    "hierarchies, shift-share and releases write the same into the middle of a larger block") {
  const hierarchy tree{
      {{"全国", ""}, {"东", "全国"}, {"西", "全国"}}
  };
  grid levels = trapped(frequency::month, 8, 500, 9000, 6);
  for (int t = 0; t < 40; ++t) levels.clear(t % 3, t, cell::suppressed);
  into_the_middle(rolled_up(tree, levels, 2), rolled_up_bounds(tree, levels, 2),
                  [&](const auto& into) { rolled_up(tree, levels, into, 2); });
  into_the_middle(rolled_down(tree, levels, 2), rolled_down_bounds(tree, levels, 2),
                  [&](const auto& into) { rolled_down(tree, levels, into, 2); });
  const grid whole = trapped(frequency::month, 9, 500, 9000, 6);
  into_the_middle(disagreements(tree, whole, 2), disagreement_bounds(tree, whole, 2),
                  [&](const auto& into) { disagreements(tree, whole, whole, into, 2); });

  grid full = grid::blank(levels.time, 6);
  full.decimals.assign(6, 1);
  for (Eigen::Index r = 0; r < 6; ++r)
    for (const int t : {3, 17}) full.set(r, t, static_cast<double>(50 + 7 * r + t));
  for (const auto what :
       {shift_component::national, shift_component::industry, shift_component::regional})
    into_the_middle(shift_components(what, full, 2, 3, 17),
                    shift_component_bounds(what, full, 2, 3, 17),
                    [&](const auto& into) { shift_components(what, full, 2, 3, 17, into); });

  const std::vector<const grid*> releases{&levels, &whole};
  const std::span<const grid* const> all{releases};
  into_the_middle(told_last(all), told_last_bounds(all),
                  [&](const auto& into) { told_last(all, into); });
}

TEST_CASE("a block of another shape is refused before anything is written") {
  const grid rates = trapped(frequency::month, 4, -80, 200);
  block values = block::Constant(3, 39, -7);
  cell_block cells = cell_block::Constant(3, 39, 99);
  const figures_out into{values, cells};
  CHECK_THROWS_AS(interval_growth(rates, into), error);
  CHECK_THROWS_AS(chained_rates(rates, 3, into), error);
  CHECK_THROWS_AS(cumulated(rates, rates.time, into), error);
  CHECK_THROWS_AS(linked(rates, rates, 2017, into), error);
  CHECK((values.array() == -7).all());
}

TEST_CASE("one whole serves all its parts, and bounds of bounds hold those of the print") {
  const grid levels = trapped(frequency::month, 3, 500, 9000);
  grid whole = trapped(frequency::month, 7, 20'000, 9000, 1);
  const grid beside = rows_of(whole, std::vector<Eigen::Index>(3, 0));
  const grid one = shares(levels, whole), each = shares(levels, beside);
  CHECK(one.cells == each.cells);
  const bounds_grid printed = share_bounds(levels, whole);
  const bounds_grid again = share_bounds(bounds_of(levels), bounds_of(whole));
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int t = 0; t < levels.columns(); ++t) {
      REQUIRE(printed.cells(r, t) == again.cells(r, t));
      if (printed.at(r, t) == cell::figure) CHECK(again.value(r, t).contains(printed.value(r, t)));
    }
  CHECK_THROWS_WITH_AS(
      written(levels.time, 3,
              [&](const figures_out& into) { interval_growth(bounds_of(levels), into); }),
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
  const bounds_grid growth = growth_bounds_of(levels, step_back::year);
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
  const bounds_grid sums = cumulated_bounds(months);
  for (int t = 0; t < 6; ++t) {
    const mpq_class middle = mpq_class{14, 10} * (t + 1), half = mpq_class{1, 20} * (t + 1);
    CHECK(test::holds_sharply(sums.value(0, t), middle - half, middle + half, 40));
  }
  const bounds_grid quarters = added_up_bounds(months, frequency::quarter);
  CHECK(test::holds_sharply(quarters.value(0, 1), mpq_class{405, 100}, mpq_class{435, 100}, 40));
}

TEST_CASE("overhangs stand at complete years alone, and are those of exact fractions") {
  grid levels = grid::blank(timeline{frequency::quarter, month_of(2018, 6).first(), 9}, 2);
  levels.decimals = {1, 1};
  for (int t = 0; t < 9; ++t) levels.set(0, t, decimal{1000 + 37 * t, 1}.value());
  levels.set(1, 3, -1);
  const grid found = overhangs(levels);
  CHECK(found.columns() == 2);
  CHECK(code(found.time.span(0)) == "2018");
  CHECK(found.at(0, 0) == cell::absent);  // its first quarter lies before the series
  mpq_class sum = 0;
  for (int t = 3; t < 7; ++t) sum += mpq_class{1000 + 37 * t, 10};
  const mpq_class expected = (mpq_class{1000 + 37 * 6, 10} * 4 / sum - 1) * 100;
  CHECK(found.values(0, 1) == doctest::Approx(expected.get_d()).epsilon(1e-13));
  CHECK(overhang_bounds(levels).value(0, 1).contains(expected.get_d()));
  CHECK(found.at(1, 1) != cell::figure);
  CHECK_THROWS_WITH_AS(overhangs(trapped(frequency::year_to_date, 1, 1, 9)),
                       doctest::Contains("take single months first"), error);
  CHECK(overhangs(grid::blank(timeline{frequency::month, month_of(2019, 1).first(), 0}, 2))
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
  const bounds_grid factors = bounds_written(levels.time, 1, [&](const bounds_out& into) {
    revision_factors(levels, growths, operand{anew, 1}, into);
  });
  CHECK(factors.value(0, 1).contains(104 / 1.1 / 95));
  CHECK_FALSE(is_recut(bounds{0.99, 1.01}));
  CHECK(is_recut(factors.value(0, 1)));
}
