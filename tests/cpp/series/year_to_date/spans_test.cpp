#include "kebi/series/year_to_date/growth_of_spans.hpp"

#include <doctest/doctest.h>

#include "exact.hpp"
#include "kebi/series/growth/growth.hpp"
#include "kebi/series/year_to_date/single_months.hpp"

using namespace kebi;

namespace {

constexpr frequency all_frequencies[] = {frequency::month,        frequency::two_months,
                                         frequency::quarter,      frequency::half,
                                         frequency::year,         frequency::year_to_date,
                                         frequency::year_to_quarter};

/// Levels and growth as printed to one decimal, some of them lacking.
struct table {
  timeline time;
  grid levels, growths;

  decimal level(int t) const { return printed(levels.values(0, t)); }
  decimal growth(int t) const { return printed(growths.values(0, t)); }
  static decimal printed(double value) {
    return decimal{static_cast<std::int64_t>(std::llround(value * 10)), 1};
  }
  bool has(int t, bool with_growth) const {
    return t >= 0 && levels.at(0, t) == observation_status::figure &&
           (!with_growth || growths.at(0, t) == observation_status::figure);
  }
};

table random_table(frequency of, exact::source& random) {
  const int step = step_of(of);
  const timeline time{of, month_of(2018, random.between(1, 12 / step) * step).first(), 48 / step};
  table made{time, grid::blank(time, 1), grid::blank(time, 1)};
  made.levels.decimals = made.growths.decimals = {1};
  for (int t = 0; t < time.length(); ++t) {
    // A year to date rises within its year, and keeps its pace.
    const int whole = is_to_date(of) ? 1000 * time.end(t).in_year() : 1000;
    if (random.between(0, 15) > 0) made.levels.set(0, t, (whole + random.between(0, 400)) / 10.0);
    if (random.between(0, 15) > 0) made.growths.set(0, t, (is_to_date(of) ? random.between(40, 60) : random.between(-150, 200)) / 10.0);
  }
  return made;
}

/// The columns that a span is made of by the calendar, or of a year to date its two ends: the slow
/// and obvious way. None where the table does not reach them.
std::optional<std::vector<int>> parts_of(const timeline& time, const period& span) {
  std::vector<int> columns;
  if (is_to_date(time.frequency())) {
    const auto last = time.column(year_to_date(span.last()));
    if (!last) return std::nullopt;
    columns.push_back(*last);
    if (span.first().in_year() == 1) return columns;
    const auto before = time.column(year_to_date(span.first() - 1));
    if (!before) return std::nullopt;
    columns.push_back(*before);
    return columns;
  }
  month from = span.first();
  while (from <= span.last()) {
    const auto column = time.column({from, from + (time.step() - 1)});
    if (!column) return std::nullopt;
    columns.push_back(*column);
    from = from + time.step();
  }
  return columns;
}

/// The level of a span and its growth, of the levels and rates of its parts one after the other.
mpq_class level_of(const std::vector<mpq_class>& x, bool is_difference) {
  if (is_difference) return x.size() == 1 ? x[0] : mpq_class{x[0] - x[1]};
  mpq_class sum = 0;
  for (const mpq_class& each : x) sum += each;
  return sum;
}
mpq_class growth_of(const std::vector<mpq_class>& all, bool is_difference) {
  std::vector<mpq_class> levels(all.begin(), all.begin() + static_cast<long>(all.size() / 2)), bases;
  for (std::size_t i = 0; i < levels.size(); ++i)
    bases.push_back(levels[i] / (1 + all[levels.size() + i] / 100));
  return (level_of(levels, is_difference) / level_of(bases, is_difference) - 1) * 100;
}

void check_span(const table& of, const std::vector<int>& columns, const period& span,
                const grid& levels, const bounds_grid& within, const grid& growths,
                const bounds_grid& growth_within, int k) {
  CAPTURE(code(span));
  const bool difference = is_to_date(of.time.frequency());
  std::vector<std::array<mpq_class, 2>> ends;
  std::vector<mpq_class> at;
  const auto all_there = [&](bool with_growth) {
    return std::all_of(columns.begin(), columns.end(),
                       [&](int t) { return of.has(t, with_growth); });
  };
  REQUIRE((levels.at(0, k) == observation_status::figure) == all_there(false));
  REQUIRE((growths.at(0, k) == observation_status::figure) == all_there(true));
  if (!all_there(false)) return;
  for (const int t : columns) {
    ends.push_back(exact::ends(of.level(t)));
    at.push_back(exact::value(of.level(t)));
  }
  const auto level = [&](const auto& x) { return level_of(x, difference); };
  CHECK(levels.values(0, k) == doctest::Approx(level(at).get_d()).epsilon(1e-12));
  CHECK(exact::encloses(within.within(0, k), exact::hull(level, ends)));
  CHECK(exact::is_sharp(within.within(0, k), exact::hull(level, ends), 40));
  if (!all_there(true)) return;
  for (const int t : columns) {
    ends.push_back(exact::ends(of.growth(t)));
    at.push_back(exact::value(of.growth(t)));
  }
  const auto growth = [&](const auto& x) { return growth_of(x, difference); };
  CHECK(growths.values(0, k) == doctest::Approx(growth(at).get_d()).epsilon(1e-9));
  const bounds found = growth_within.within(0, k);
  if (columns.size() <= 3) {
    CHECK(exact::encloses(found, exact::hull(growth, ends)));
    if (columns.size() > 1)
      CHECK(exact::is_sharp(found, exact::hull(growth, ends), 4, exact::power_of_ten(-9)));
  } else {
    CHECK(exact::encloses(found, growth(at)));
  }
}

}  // namespace

TEST_SUITE("longer spans") {
  TEST_CASE("levels and growth of every span that figures make are those of exact arithmetic") {
    exact::source random{20191};
    int made = 0;
    for (int round = 0; round < 3; ++round)
      for (const frequency from : all_frequencies)
        for (const frequency to : all_frequencies) {
          const table of = random_table(from, random);
          grid levels = of.levels;
          try {
            levels = to_frequency(of.levels, to);
          } catch (const error&) {
            CHECK_THROWS_AS(growth_of_spans(of.levels, of.growths, to), error);
            continue;
          }
          CAPTURE(code(from));
          CAPTURE(code(to));
          const bounds_grid within = to_frequency.bounds(of.levels, to);
          const grid growths = growth_of_spans(of.levels, of.growths, to);
          const bounds_grid growth_within = growth_of_spans.bounds(of.levels, of.growths, to);
          for (int k = 0; k < levels.columns(); ++k) {
            const period span = levels.time.span(k);
            const auto columns = parts_of(of.time, span);
            if (!columns) {
              CHECK(levels.at(0, k) == observation_status::absent);
              continue;
            }
            check_span(of, *columns, span, levels, within, growths, growth_within, k);
            ++made;
          }
        }
    CHECK(made > 1000);
  }

  TEST_CASE("what spans do not make is refused with what they do") {
    const auto of = [](frequency from) {
      return grid::blank({from, month_of(2019, 12).last(), 1}, 1);
    };
    const std::pair<frequency, frequency> none[] = {
        {frequency::month,           frequency::month          },
        {frequency::quarter,         frequency::month          },
        {frequency::quarter,         frequency::two_months     },
        {frequency::year,            frequency::half           },
        {frequency::half,            frequency::year_to_date   },
        {frequency::year,            frequency::year_to_quarter},
        {frequency::year_to_date,    frequency::month          },
        {frequency::year_to_quarter, frequency::month          },
        {frequency::year_to_quarter, frequency::two_months     },
        {frequency::year_to_quarter, frequency::year_to_date   },
    };
    for (const auto& [from, to] : none) {
      CAPTURE(code(from));
      CAPTURE(code(to));
      CHECK_THROWS_AS(to_frequency(of(from), to), error);
    }
    CHECK_THROWS_WITH_AS(
        to_frequency(of(frequency::year_to_date), frequency::month),
        "no month is made of figures of a year_to_date: single months come out of the year to date "
        "by single_months",
        error);
    CHECK_THROWS_WITH_AS(single_months(of(frequency::year_to_quarter)),
                         "this needs figures of the year to date: found figures of a "
                         "year_to_quarter, which hold no months: see to_frequency for single "
                         "quarters",
                         error);
  }

  // 国内生产总值, 亿元, and its growth at constant prices, 国家统计局, 2023: 一季度 284997 and 4.5%,
  // 上半年 593034 and 5.5%; the bureau told 6.3% of the second quarter.
  TEST_CASE("the growth of a single quarter comes out of two years to date, with bounds") {
    const timeline time{frequency::year_to_quarter, month_of(2023, 3).last(), 2};
    grid levels = grid::blank(time, 1), growths = levels;
    levels.decimals = {0};
    growths.decimals = {1};
    levels.set(0, 0, 284997);
    levels.set(0, 1, 593034);
    growths.set(0, 0, 4.5);
    growths.set(0, 1, 5.5);
    const bounds_grid found = growth_of_spans.bounds(levels, growths, frequency::quarter);
    CHECK(found.time.span(1) == quarter_of(2023, 2));
    CHECK(found.value(0, 1).contains(6.3));
    CHECK(found.value(0, 1).hi() - found.value(0, 1).lo() < 0.5);
  }

  TEST_CASE("years to date of months are those that cumulated gives, with their growth") {
    exact::source random{7};
    const table of = random_table(frequency::month, random);
    const grid made = to_frequency(of.levels, frequency::year_to_date);
    CHECK(made == cumulated(of.levels));
    const grid quarters = to_frequency(of.levels, frequency::quarter);
    CHECK(to_frequency(quarters, frequency::year_to_date) == cumulated(quarters));
    CHECK(cumulated(quarters).time.frequency() == frequency::year_to_quarter);
  }

  TEST_CASE("January and February as one count as both") {
    const timeline time{frequency::month, month_of(2019, 2).first(), 11, true};
    grid levels = grid::blank(time, 1), growths = levels;
    levels.decimals = growths.decimals = {1};
    for (int t = 0; t < 11; ++t) {
      levels.set(0, t, t == 0 ? 200 : 100);
      growths.set(0, t, t == 0 ? 20 : 5);
    }
    CHECK(to_frequency(levels, frequency::quarter).values(0, 0) == 300);
    CHECK(to_frequency(levels, frequency::two_months).values(0, 0) == 200);
    CHECK(growth_of_spans(levels, growths, frequency::quarter).values(0, 0) ==
          doctest::Approx((300 / (200 / 1.2 + 100 / 1.05) - 1) * 100));
    CHECK(to_frequency(levels, frequency::quarter, span_rule{over_time::mean}).values(0, 0) ==
          doctest::Approx(500.0 / 3));
  }
}
