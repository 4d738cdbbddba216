#include "kebi/series/year_to_date/single_month_growth.hpp"

#include "kebi/formula/composition.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"

#include <optional>
#include <vector>

#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

grid to_date(month first, int columns, int decimals = 1) {
  grid made = grid::blank(timeline{frequency::year_to_date, first, columns}, 1);
  made.decimals = {decimals};
  return made;
}

/// Figures of the year to date with gaps and, in some rows, without Januaries.
grid trapped(int rows, bool without_january, std::uint64_t seed) {
  test::sequence next{seed};
  grid made = grid::blank(timeline{frequency::year_to_date, month_of(2016, 11).first(), 50}, rows);
  made.decimals.assign(static_cast<std::size_t>(rows), 1);
  for (Eigen::Index r = 0; r < rows; ++r) {
    std::int64_t sum = 0;
    for (int t = 0; t < made.columns(); ++t) {
      const int number = made.time.end(t).in_year();
      if (number == 1) sum = 0;
      sum += next.below(30'000) - 2'000;
      const bool gap = next.below(12) == 0 || (without_january && number == 1 && r % 2 == 0);
      if (!gap) made.set(r, t, decimal{sum, 1}.value());
    }
  }
  return made;
}

std::optional<mpq_class> figure(const grid& in, Eigen::Index r, int t) {
  if (t < 0 || in.at(r, t) != observation_status::figure) return std::nullopt;
  mpq_class value{mpz_class{static_cast<long>(std::llround(in.values(r, t) * 10))}, mpz_class{10}};
  value.canonicalize();
  return value;
}

}  // namespace

TEST_CASE("single months are exact differences, cell by cell, whatever is missing") {
  for (const bool without_january : {false, true}) {
    grid levels = trapped(16, without_january, 31);
    if (!without_january)  // then no January may be lacking by chance either
      for (Eigen::Index r = 0; r < levels.rows(); ++r)
        for (int t = 0; t < levels.columns(); ++t)
          if (levels.time.end(t).in_year() == 1) levels.set(r, t, 12.3);
    const grid found = single_months(levels);
    const bounds_grid certain = single_months.bounds(levels);
    CHECK(found.time.january_february() == without_january);
    for (Eigen::Index r = 0; r < levels.rows(); ++r)
      for (int t = 0; t < levels.columns(); ++t) {
        CAPTURE(r);
        CAPTURE(t);
        const int number = levels.time.end(t).in_year();
        if (without_january && number == 1) {
          CHECK(found.at(r, t) == observation_status::together);
          CHECK(certain.at(r, t) == observation_status::together);
          continue;
        }
        const auto now = figure(levels, r, t), before = figure(levels, r, t - 1);
        const bool whole = number == (without_january ? 2 : 1);
        if (!now || (!whole && !before)) {
          CHECK(found.at(r, t) == observation_status::absent);
          CHECK(certain.at(r, t) == observation_status::absent);
          continue;
        }
        const mpq_class month = whole ? *now : mpq_class{*now - *before};
        const mpq_class half{1, whole ? 20 : 10};
        CHECK(found.values(r, t) == doctest::Approx(month.get_d()).epsilon(1e-9));
        CHECK(test::holds_sharply(certain.value(r, t), month - half, month + half, 8,
                                  std::abs(now->get_d()) * 2 + 1));
      }
  }
}

TEST_CASE("a January that lacks once is a gap, and months of other series stay what they are") {
  grid levels = grid::blank(timeline{frequency::year_to_date, month_of(2018, 1).first(), 36}, 2);
  for (Eigen::Index r = 0; r < 2; ++r)
    for (int t = 0; t < 36; ++t) levels.set(r, t, 10.0 * (t % 12 + 1));
  levels.clear(1, 24, observation_status::absent);  // 2020-01 of the second
  const grid months = single_months(levels);
  CHECK_FALSE(months.time.january_february());
  CHECK(months.values(0, 24) == 10);
  CHECK(months.values(0, 25) == 10);
  CHECK(months.at(1, 24) == observation_status::absent);
  CHECK(months.at(1, 25) == observation_status::absent);
  CHECK(months.values(1, 26) == 10);
  levels.clear(1, 12, observation_status::absent);  // in two of three years
  CHECK(single_months(levels).time.january_february());
  CHECK(single_months(levels).values(0, 1) == 20);
}

TEST_CASE("single months and the year to date undo each other") {
  for (const bool without_january : {false, true}) {
    grid levels = trapped(8, without_january, 77);
    const grid back = cumulated(single_months(levels));
    bool broken = true;
    for (Eigen::Index r = 0; r < levels.rows(); ++r)
      for (int t = 0; t < levels.columns(); ++t) {
        const int number = levels.time.end(t).in_year();
        if (t == 0 || number == 1) broken = t == 0;  // a year from its start on
        const bool skipped = lacks_january(levels) && number == 1;
        if (!skipped && levels.at(r, t) != observation_status::figure) broken = true;
        if (broken || skipped) CHECK(back.at(r, t) != observation_status::figure);
        else CHECK(back.values(r, t) == doctest::Approx(levels.values(r, t)));
      }
  }
}

TEST_CASE("quarters and halves add up where complete, with January and February as one") {
  grid levels = to_date(month_of(2019, 2).first(), 11);
  for (int t = 0; t < 11; ++t) levels.set(0, t, 10.0 * (t + 2));
  const grid months = single_months(levels);
  CHECK(months.time.january_february());
  const grid quarters = to_frequency(months, frequency::quarter), halves = to_frequency(months, frequency::half);
  CHECK(quarters.columns() == 4);
  CHECK(quarters.values(0, 0) == doctest::Approx(30));
  CHECK(halves.values(0, 0) == doctest::Approx(60));
  CHECK(halves.values(0, 1) == doctest::Approx(60));
  CHECK(to_frequency(months, frequency::year).values(0, 0) == doctest::Approx(120));
  CHECK(to_frequency(levels, frequency::quarter).values(0, 3) == doctest::Approx(30));

  levels.clear(0, 3, observation_status::suppressed);  // May
  const grid gappy = single_months(levels);
  CHECK(to_frequency(gappy, frequency::quarter).at(0, 1) == observation_status::suppressed);
  CHECK(to_frequency(levels, frequency::quarter).values(0, 1) == doctest::Approx(30));
}

TEST_CASE("quarters from published years to date") {
  // ytd-gdp-2021q2, 国家统计局 2021: 249310 and 532167 亿元
  grid gdp = to_date(month_of(2021, 3).first(), 4, 0);
  gdp.set(0, 0, 249310);
  gdp.set(0, 3, 532167);
  CHECK(to_frequency(gdp, frequency::quarter).values(0, 1) == 282857);
}

TEST_CASE("only levels of their own frequency are taken apart or added up") {
  const grid months = grid::blank(timeline{frequency::month, month_of(2019, 1).first(), 3}, 1);
  const grid levels = to_date(month_of(2019, 1).first(), 3);
  CHECK_THROWS_AS(single_months(months), error);
  CHECK_THROWS_AS(cumulated(levels), error);
  // Spans make longer ones that they fill, and none that is shorter.
  grid quarters = grid::blank(timeline{frequency::quarter, month_of(2019, 3).first(), 4}, 1);
  for (int i = 0; i < 4; ++i) quarters.set(0, i, 10 + i);
  CHECK(to_frequency(quarters, frequency::year).values(0, 0) == 46);
  CHECK_THROWS_AS(to_frequency(quarters, frequency::month), error);
  CHECK_THROWS_AS(to_frequency(quarters, frequency::two_months), error);
  grid known = levels;
  for (int i = 0; i < 3; ++i) known.set(0, i, 7 * (i + 1));
  CHECK(to_frequency(known, frequency::year_to_date).values(0, 2) == 21);
  CHECK_THROWS_AS(to_frequency(months, frequency::month), error);
}

TEST_CASE("a month's growth out of two years to date is sharp, cell by cell") {
  test::sequence next{41};
  grid levels = to_date(month_of(2018, 2).first(), 30), growths = levels;
  std::int64_t sum = 0;
  for (int t = 0; t < 30; ++t) {
    const int number = levels.time.end(t).in_year();
    if (number == 1) {
      sum = 0;
      continue;
    }
    sum += 2'000 + next.below(3'000);
    levels.set(0, t, decimal{sum, 1}.value());
    growths.set(0, t, decimal{next.below(60) - 20, 1}.value());
  }
  const grid found = single_month_growth(levels, growths);
  const bounds_grid certain = single_month_growth.bounds(levels, growths);
  int compared = 0;
  for (int t = 1; t < 30; ++t) {
    CAPTURE(t);
    const int number = levels.time.end(t).in_year();
    if (number == 1) {
      CHECK(found.at(0, t) == observation_status::together);
      continue;
    }
    if (number == 2) {
      CHECK(found.values(0, t) == growths.values(0, t));
      continue;
    }
    mpq_class lo = 1'000'000, hi = -1'000'000;
    for (int corner = 0; corner < 16; ++corner) {
      const auto at = [&](const grid& in, int column, int bit) {
        const mpq_class half{(corner >> bit & 1) != 0 ? 1 : -1, 20};
        return mpq_class{*figure(in, 0, column) + half};
      };
      const mpq_class value = formula::growth_of_residual{}(
          at(levels, t, 0), at(growths, t, 1), at(levels, t - 1, 2), at(growths, t - 1, 3));
      if (value < lo) lo = value;
      if (value > hi) hi = value;
    }
    ++compared;
    CHECK(certain.value(0, t).contains(found.values(0, t)));
    // The doubles beside the printed decimals cost a few steps, grown by the division.
    CHECK(test::holds_sharply(certain.value(0, t), lo, hi, 4000, 100));
  }
  CHECK(compared > 20);
}

TEST_CASE("growth of the year before its last month, and the weight that three growths imply") {
  // ytd-deriv-goods-2018: 国家统计局 2018年7月商品零售, 187951亿元 +9.2%, July 27391亿元 +8.7%: 9.3% before
  grid levels = to_date(month_of(2018, 6).first(), 2, 0), growths = to_date(month_of(2018, 6).first(), 2);
  grid months = grid::blank(timeline{frequency::month, month_of(2018, 6).first(), 2}, 1), rates = months;
  months.decimals = {0};
  rates.decimals = {1};
  levels.set(0, 1, 187951);
  growths.set(0, 0, 9.3);
  growths.set(0, 1, 9.2);
  months.set(0, 1, 27391);
  rates.set(0, 1, 8.7);
  CHECK(growth_before(levels, growths, months, rates).values(0, 1) == doctest::Approx(9.3).epsilon(0.01));
  CHECK(growth_before.bounds(levels, growths, months, rates).value(0, 1).contains(9.3));
  const bounds weight = implied_weight.bounds(growths, rates).value(0, 1);
  const double base_before = 187951 / 1.092 - 27391 / 1.087, base = 187951 / 1.092;
  CHECK(weight.contains(base_before / base * 100));
  CHECK(implied_weight(growths, rates).values(0, 1) == doctest::Approx(83.3).epsilon(0.01));
}

TEST_CASE("a month whose base may be nothing has growth without an end") {
  grid levels = to_date(month_of(2019, 3).first(), 2), growths = levels;
  levels.set(0, 0, 100.0);
  levels.set(0, 1, 100.2);
  growths.set(0, 0, 5.0);
  growths.set(0, 1, 5.2);
  CHECK_FALSE(single_month_growth.bounds(levels, growths).value(0, 1).is_bounded());
}

TEST_CASE("the start of a year has nothing before it, whatever the print says") {
  // 社会消费品零售总额: 1—2月 as one
  grid levels = to_date(month_of(2021, 1).first(), 4, 0), growths = to_date(month_of(2021, 1).first(), 4);
  const timeline together{frequency::month, month_of(2021, 1).first(), 4, true};
  grid months = grid::blank(together, 1), rates = months;
  months.decimals = {0};
  rates.decimals = {1};
  const double to_date_levels[] = {0, 69737, 105221, 138373}, to_date_rates[] = {0, 33.8, 33.9, 29.6};
  const double month_levels[] = {0, 69737, 35484, 33153}, month_rates[] = {0, 33.8, 34.2, 17.7};
  for (int t = 1; t < 4; ++t) {
    levels.set(0, t, to_date_levels[t]);
    growths.set(0, t, to_date_rates[t]);
    months.set(0, t, month_levels[t]);
    rates.set(0, t, month_rates[t]);
  }
  months.clear(0, 0, observation_status::together);
  const grid before = growth_before(levels, growths, months, rates), weights = implied_weight(growths, rates);
  const bounds_grid within = growth_before.bounds(levels, growths, months, rates);
  CHECK(before.at(0, 0) == observation_status::absent);
  CHECK(before.at(0, 1) == observation_status::undefined);
  CHECK(within.at(0, 1) == observation_status::undefined);
  CHECK(within.value(0, 2).contains(33.8));
  CHECK(before.values(0, 3) == doctest::Approx(33.9).epsilon(0.005));
  CHECK(within.value(0, 3).contains(33.9));
  CHECK(weights.at(0, 1) != observation_status::figure);
  CHECK(implied_weight.bounds(growths, rates).at(0, 2) == observation_status::figure);

  // January stands for itself, and December before it is another year's.
  grid year = to_date(month_of(2020, 12).first(), 2), alone = grid::blank(timeline{frequency::month, month_of(2020, 12).first(), 2}, 1);
  alone.decimals = {1};
  for (grid* each : {&year, &alone}) {
    each->set(0, 0, 4.0);
    each->set(0, 1, 6.0);
  }
  CHECK(implied_weight(year, alone).at(0, 1) == observation_status::undefined);
  CHECK(implied_weight.bounds(year, alone).at(0, 1) == observation_status::undefined);
  CHECK(growth_before(year, year, alone, alone).at(0, 1) == observation_status::undefined);
}

TEST_CASE("a rest of the year below zero has no growth, and months elsewhere are refused") {
  grid levels = to_date(month_of(2019, 3).first(), 1), growths = levels;
  grid months = grid::blank(timeline{frequency::month, month_of(2019, 3).first(), 1}, 1), rates = months;
  months.decimals = rates.decimals = {1};
  levels.set(0, 0, 100);
  growths.set(0, 0, 5);
  months.set(0, 0, 120);
  rates.set(0, 0, 5);
  CHECK(growth_before(levels, growths, months, rates).at(0, 0) == observation_status::undefined);
  CHECK(growth_before.bounds(levels, growths, months, rates).at(0, 0) == observation_status::undefined);
  CHECK_THROWS_AS(growth_before(levels, growths, levels, growths), error);
  CHECK_THROWS_AS(implied_weight(rates, rates), error);
  grid shifted = months;
  shifted.time = timeline{frequency::month, month_of(2018, 3).first(), 1};
  CHECK_THROWS_AS(growth_before(levels, growths, shifted, rates), error);
}
