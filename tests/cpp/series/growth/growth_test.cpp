#include "kebi/series/growth/growth.hpp"

#include <optional>
#include <vector>

#include "kebi/series/growth/compound.hpp"
#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

/// Monthly levels with one decimal under every trap at once: gaps, Januaries lacking,
/// a year lacking, zeros and losses, figures of a single unit.
grid trapped(frequency of, int rows, int columns, std::uint64_t seed) {
  test::sequence next{seed};
  grid made = grid::blank(timeline{of, month_of(2015, 1).first(), columns}, rows);
  made.decimals.assign(static_cast<std::size_t>(rows), 1);
  for (Eigen::Index r = 0; r < rows; ++r)
    for (int t = 0; t < columns; ++t) {
      const auto kind = next.below(100);
      const std::int64_t digits = kind < 3   ? 0
                                  : kind < 6 ? -next.below(5000)
                                  : kind < 9 ? 1 + next.below(2)
                                             : 1 + next.below(2'000'000);
      const bool gap =
          next.below(50) == 0 || (r % 4 == 1 && t % 12 == 0) || (r % 4 == 2 && t / 12 == 1);
      if (gap)
        made.clear(r, t, next.below(2) == 0 ? observation_status::absent : observation_status::suppressed);
      else
        made.set(r, t, decimal{digits, 1}.value());
    }
  return made;
}

/// The printed digits of a figure with one decimal.
std::int64_t digits_of(double value) { return std::llround(value * 10); }

}  // namespace

TEST_CASE("growth is what exact rationals say, cell by cell, under every trap at once") {
  const grid levels = trapped(frequency::month, 60, 61, 5);
  const grid found = year_over_year(levels);
  const bounds_grid certain = year_over_year.bounds(levels);
  int figures = 0, turns = 0;
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int t = 0; t < levels.columns(); ++t) {
      CAPTURE(r);
      CAPTURE(t);
      if (levels.at(r, t) != observation_status::figure) {
        CHECK(found.at(r, t) == levels.at(r, t));
        CHECK(std::isnan(found.values(r, t)));
        continue;
      }
      if (t < 12 || levels.at(r, t - 12) != observation_status::figure) {
        CHECK(found.at(r, t) == (t < 12 ? observation_status::absent : levels.at(r, t - 12)));
        CHECK(certain.at(r, t) == found.at(r, t));
        continue;
      }
      const std::int64_t x = digits_of(levels.values(r, t)),
                         b = digits_of(levels.values(r, t - 12));
      if (b > 0 && x >= 0) {
        ++figures;
        const mpq_class exact = (mpq_class{mpz_class{x}} / mpz_class{b} - 1) * 100;
        CHECK(found.at(r, t) == observation_status::figure);
        CHECK(found.values(r, t) == doctest::Approx(exact.get_d()).epsilon(1e-13));
        // In half digits: the level may lie at x - 1/2 or x + 1/2, but not below zero.
        const mpq_class low_level = x == 0 ? mpq_class{0} : mpq_class{mpz_class{2 * x - 1}};
        const mpq_class lo = (low_level / mpz_class{2 * b + 1} - 1) * 100,
                        hi = (mpq_class{mpz_class{2 * x + 1}} / mpz_class{2 * b - 1} - 1) * 100;
        CHECK(test::holds_sharply(certain.value(r, t), lo, hi, 40, hi.get_d() + 200));
      } else {
        ++turns;
        const observation_status expected = b > 0    ? observation_status::to_loss
                              : b == 0 ? observation_status::undefined
                              : x >= 0 ? observation_status::to_profit
                              : x < b  ? observation_status::loss_wider
                              : x > b  ? observation_status::loss_narrower
                                       : observation_status::loss_same;
        CHECK(found.at(r, t) == expected);
        CHECK(std::isnan(found.values(r, t)));
        CHECK(certain.at(r, t) != observation_status::figure);
      }
    }
  CHECK(figures > 1500);
  CHECK(turns > 100);
}

TEST_CASE("rounding that leaves the smaller of two losses open is told as such") {
  grid levels = grid::blank(timeline{frequency::year, month_of(2018, 12).first(), 2}, 1);
  levels.decimals = {1};
  levels.set(0, 0, -3.0);
  levels.set(0, 1, -3.0);
  CHECK(year_over_year(levels).at(0, 1) == observation_status::loss_same);
  CHECK(year_over_year.bounds(levels).at(0, 1) == observation_status::undefined);
}

TEST_CASE("over a base next to nothing there is no growth, and none is infinite") {
  grid levels = grid::blank(timeline{frequency::year, month_of(2018, 12).first(), 7}, 1);
  const double each[] = {1e-300, 1e99, 5e-324, 2.0, 1e-99, 1e-101, 3.0};
  for (int t = 0; t < 7; ++t) levels.set(0, t, each[t]);
  const grid found = year_over_year(levels);
  for (const int t : {1, 3, 6}) CHECK(found.at(0, t) == observation_status::undefined);
  CHECK(found.values(0, 2) == doctest::Approx(-100));
  CHECK(found.values(0, 4) == doctest::Approx(-100));
  CHECK(found.values(0, 5) == doctest::Approx(-99));
  CHECK_THROWS_WITH_AS(levels.set(0, 0, 1e200),
                       "a figure must be a number below 10^100: found 1e+200", error);
}

TEST_CASE("a year of eleven rows is no trap for growth by the calendar") {
  // Year-to-date levels without Januaries, all growing by 10% a year: row offsets would
  // compare February with March.
  grid levels = grid::blank(timeline{frequency::year_to_date, month_of(2018, 2).first(), 35}, 1);
  for (int t = 0; t < 35; ++t) {
    const month at = levels.time.end(t);
    if (at.in_year() == 1) continue;
    levels.set(0, t, 100.0 * at.in_year() * std::pow(1.1, at.year() - 2018));
  }
  const grid found = year_over_year(levels);
  for (int t = 12; t < 35; ++t) {
    if (levels.time.end(t).in_year() == 1)
      CHECK(found.at(0, t) == observation_status::absent);
    else
      CHECK(found.values(0, t) == doctest::Approx(10));
  }
}

TEST_CASE("the result is the same on any number of threads and in any block") {
  const grid levels = trapped(frequency::month, 37, 48, 9);
  const grid alone = year_over_year.threads(1)(levels),
             shared = year_over_year.threads(3)(levels);
  CHECK((alone.status.array() == shared.status.array()).all());
  block wide(37, 60);
  status_block wide_cells(37, 60);
  growth_over(levels.view(), 12, {wide.rightCols(48), wide_cells.rightCols(48)}, 2);
  CHECK((wide_cells.rightCols(48).array() == alone.status.array()).all());
  for (Eigen::Index r = 0; r < 37; ++r)
    for (int t = 0; t < 48; ++t)
      if (alone.at(r, t) == observation_status::figure) {
        CHECK(shared.values(r, t) == alone.values(r, t));
        CHECK(wide(r, t + 12) == alone.values(r, t));
      }
  CHECK_THROWS_AS(growth_over(levels.view(), 12, {wide, wide_cells}), error);
  CHECK_THROWS_AS(growth_over(levels.view(), 0, {wide.rightCols(48), wide_cells.rightCols(48)}),
                  error);
  CHECK_THROWS_AS(year_over_year.threads(0)(levels), error);
}

TEST_CASE("large blocks, written past the cache where that pays, hold the same figures") {
  const grid small = trapped(frequency::month, 8, 61, 21);
  grid large = grid::blank(small.time, 12000);
  large.decimals.assign(12000, 1);
  for (Eigen::Index r = 0; r < large.rows(); ++r) {
    large.values.row(r) = small.values.row(r % 8);
    large.status.row(r) = small.status.row(r % 8);
  }
  const grid few = year_over_year(small), many = year_over_year.threads(2)(large);
  const bounds_grid few_bounds = year_over_year.bounds(small),
                    many_bounds = year_over_year.threads(2).bounds(large);
  bool same = true;
  for (Eigen::Index r = 0; r < large.rows(); ++r)
    for (int t = 0; t < large.columns(); ++t) {
      same = same && many.status(r, t) == few.status(r % 8, t) &&
             many_bounds.status(r, t) == few_bounds.status(r % 8, t);
      if (few.at(r % 8, t) == observation_status::figure)
        same = same && many.values(r, t) == few.values(r % 8, t);
      if (few_bounds.at(r % 8, t) == observation_status::figure)
        same = same && many_bounds.value(r, t) == few_bounds.value(r % 8, t);
    }
  CHECK(same);
}

TEST_CASE("growth against a fixed span, the same span of a year, and the span before") {
  grid quarters = grid::blank(timeline{frequency::quarter, month_of(2019, 3).first(), 8}, 1);
  quarters.decimals = {1};
  for (int t = 0; t < 8; ++t) quarters.set(0, t, 100 + t);
  const grid fixed = grid::like(quarters, quarters.time);
  grid out = fixed;
  growth_between.into(quarters, fixed_base(quarters, quarter_of(2019, 1)), out.out());
  CHECK(out.values(0, 7) == doctest::Approx(7));
  growth_between.into(quarters, same_period_of(quarters, 2019), out.out());
  CHECK(out.values(0, 3) == 0);
  CHECK(out.values(0, 7) == doctest::Approx((107 / 103.0 - 1) * 100));
  CHECK(period_over_period(quarters).values(0, 1) == doctest::Approx(1));
  CHECK(year_over_year(quarters).values(0, 4) == doctest::Approx(4));
  CHECK_THROWS_AS(fixed_base(quarters, quarter_of(2018, 1)), error);
}

TEST_CASE("no span precedes a year to date, and 1—2月 precedes no month") {
  const grid to_date =
      grid::blank(timeline{frequency::year_to_date, month_of(2019, 1).first(), 3}, 1);
  CHECK_THROWS_WITH_AS(period_over_period(to_date),
                       "the year to date has no period before it: take single months first", error);
  grid months = grid::blank(timeline{frequency::month, month_of(2019, 2).first(), 4, true}, 1);
  for (int t = 0; t < 4; ++t) months.set(0, t, 100);
  const grid found = period_over_period(months);
  CHECK(found.at(0, 1) == observation_status::undefined);
  CHECK(found.values(0, 2) == 0);
}

TEST_CASE("chains, averages and accelerations of published growth") {
  // 国家统计局: GDP of the first quarter -6.8% in 2020, 18.3% in 2021, 5.0% on average
  grid growths = grid::blank(timeline{frequency::quarter, month_of(2020, 3).first(), 5}, 1);
  growths.decimals = {1};
  growths.set(0, 0, -6.8);
  growths.set(0, 4, 18.3);
  CHECK(interval_growth(growths).values(0, 4) == doctest::Approx(10.3).epsilon(0.005));
  CHECK(two_year_average(growths).values(0, 4) == doctest::Approx(5.0).epsilon(0.01));
  CHECK(two_year_average.bounds(growths).value(0, 4).contains(5.0));
  CHECK(width(two_year_average.bounds(growths).value(0, 4)) < 0.15);
  CHECK(interval_growth.bounds(growths).value(0, 4).contains(10.256));
  CHECK(acceleration(growths, step_back::year).values(0, 4) == doctest::Approx(25.1));
  CHECK(acceleration.bounds(growths, step_back::year).value(0, 4).contains(25.2));
  CHECK(acceleration(growths, step_back::span).at(0, 4) == observation_status::absent);
  growths.set(0, 1, 5);
  CHECK(annualised(growths).values(0, 1) == doctest::Approx(21.55).epsilon(0.001));
  CHECK(average_growth(growths, 5).values(0, 4) ==
        doctest::Approx((std::pow(1.183, 0.2) - 1) * 100));
  CHECK_THROWS_AS(average_growth(growths, 0), error);
}
