#include "kebi/series/long_table/growth_beside_rows.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "kebi/series/growth/growth.hpp"
#include "kebi/series/long_table/growth_by_series.hpp"
#include "kebi/series/long_table/period_keys.hpp"
#include "printed.hpp"
#include "known.hpp"
#include "series/long_table/columns.hpp"

using namespace kebi;
using test::columns;
using test::found;

namespace {

/// Seven regions, three indicators, fifty months with gaps, losses and zeros.
columns with_gaps() {
  test::sequence next{29};
  columns all;
  for (std::int32_t r = 0; r < 7; ++r)
    for (std::int32_t k = 0; k < 3; ++k)
      for (int t = 0; t < 50; ++t)
        if (next.below(9) != 0)
          all.add(r, k, month_of(2015, 1).first().ordinal + t,
                  static_cast<double>(next.below(2000) - 100) / 10);
  return all;
}

found growth_beside(const columns& all) {
  found made{std::vector<double>(all.values.size()), std::vector<std::uint8_t>(all.values.size())};
  growth_of_rows(all, 12, made.rates, made.status);
  return made;
}

}  // namespace

TEST_CASE(
    "names that follow one another are runs, and names that change every row are not worth it") {
  name_runs all;
  all.add(2, 7);
  all.add(0, 8);
  all.add(3, 7);
  all.add(1, -1);
  CHECK(std::vector<name_run>(all.runs().begin(), all.runs().end()) == std::vector<name_run>{
                                                                           {5, 7 },
                                                                           {6, -1}
  });
  CHECK(all.size() == 6);

  test::sequence next{3};
  std::vector<std::uint8_t> column;
  for (int block = 0; block < 400; ++block)
    column.insert(column.end(), static_cast<std::size_t>(1 + next.below(60)),
                  static_cast<std::uint8_t>(next.below(5)));
  name_runs read;
  read.add_all(std::span<const std::uint8_t>{column});
  REQUIRE(read.size() == column.size());
  std::size_t i = 0;
  for (const name_run& run : read.runs())
    for (; i < run.end; ++i) CHECK(column[i] == run.name);
  CHECK(read.is_worthwhile());

  std::vector<std::int32_t> cycle(100'000);
  for (std::size_t k = 0; k < cycle.size(); ++k) cycle[k] = static_cast<std::int32_t>(k % 31);
  name_runs short_ones;
  short_ones.add_all(std::span<const std::int32_t>{cycle});
  CHECK_FALSE(short_ones.is_worthwhile());
  CHECK(short_ones.size() < cycle.size());  // given up before the end
}

TEST_CASE("each date is made a month once, whatever rows are asked for") {
  const std::vector<std::int64_t> days{31, 59, 31, 90, 59, 31};
  int asked = 0;
  keyed_ends ends{std::span<const std::int64_t>{days}, [&](std::int64_t day) {
                    ++asked;
                    return static_cast<std::int32_t>(day / 30);
                  }};
  const auto told = [&](std::size_t first, std::size_t count) {
    const auto months = ends(first, count);
    return std::vector<std::int32_t>(months.begin(), months.end());
  };
  CHECK(told(0, 2) == std::vector<std::int32_t>{1, 1});
  CHECK(told(2, 4) == std::vector<std::int32_t>{1, 3, 1, 1});
  CHECK(told(0, 1) == std::vector<std::int32_t>{1});
  CHECK(asked == 3);
}

TEST_CASE("growth beside the rows of a table is that of the panel, whatever their order") {
  const columns all = with_gaps();
  const std::size_t count = all.values.size();
  found in_runs{std::vector<double>(count), std::vector<std::uint8_t>(count)};
  REQUIRE(growth_by_series(all, 12, in_runs.rates, in_runs.status));

  panel made{
      {"0",    "1", "2",            "3", "4", "5", "6"},
      {{"0"},   {"1"},   {"2"}                },
      timeline{frequency::month, month_of(2015,  1).first(),50               }
  };
  fill(all, made);
  const grid growth = year_over_year(made.figures());
  for (std::size_t i = 0; i < count; ++i) {
    const auto row = made.row(static_cast<std::size_t>(all.regions[i]),
                              static_cast<std::size_t>(all.indicators[i]));
    const int column = all.ends[i] - made.time().first().ordinal;
    CHECK(static_cast<observation_status>(in_runs.status[i]) == growth.at(row, column));
    if (in_runs.status[i] == 0) CHECK(in_runs.rates[i] == growth.values(row, column));
  }

  std::vector<std::size_t> as_they_stand(count);
  std::iota(as_they_stand.begin(), as_they_stand.end(), std::size_t{0});
  auto shuffled = as_they_stand, by_month = as_they_stand, by_indicator = as_they_stand,
       turned = as_they_stand;
  test::sequence next{31};
  for (std::size_t i = count; i > 1; --i)
    std::swap(shuffled[i - 1],
              shuffled[static_cast<std::size_t>(next.below(static_cast<std::int64_t>(i)))]);
  const auto sorted_by = [](std::vector<std::size_t>& order, const std::vector<std::int32_t>& key) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
  };
  sorted_by(by_month, all.ends);
  sorted_by(by_indicator, all.indicators);
  std::reverse(turned.begin(), turned.end());
  for (const auto& order : {shuffled, by_month, by_indicator, turned}) {
    const found mixed = growth_beside(all.in_order(order));
    for (std::size_t i = 0; i < count; ++i) {
      CHECK(mixed.status[i] == in_runs.status[order[i]]);
      if (mixed.status[i] == 0)
        CHECK(mixed.rates[i] == in_runs.rates[order[i]]);
      else
        CHECK(std::isnan(mixed.rates[i]));
    }
  }
  // The series of one indicator after the other are runs too; months that fall are not.
  std::vector<double> rates(count);
  CHECK(growth_by_series(all.in_order(by_indicator), 12, rates));
  CHECK_FALSE(growth_by_series(all.in_order(turned), 12, rates));
  CHECK_FALSE(growth_by_series(all.in_order(shuffled), 12, rates));
}

TEST_CASE("a series that comes in two pieces is no run, in whatever order the names stand") {
  const std::int32_t june = month_of(2019, 6).first().ordinal;
  std::vector<double> rates(3);
  columns rising, falling;
  for (const std::int32_t region : {0, 1, 0}) {
    rising.add(region, 0, june + static_cast<std::int32_t>(rising.values.size()), 1);
    falling.add(1 - region, 0, june + static_cast<std::int32_t>(falling.values.size()), 1);
  }
  CHECK_FALSE(growth_by_series(rising, 12, rates));
  CHECK_FALSE(growth_by_series(falling, 12, rates));
  columns both;
  for (const std::int32_t region : {1, 0, 2}) both.add(region, 0, june, 1);
  CHECK(growth_by_series(both, 12, rates));
}

TEST_CASE("a figure told twice is passed over where it agrees and refused where it does not") {
  columns all = with_gaps();
  const found once = growth_beside(all);
  all.add(all.regions[0], all.indicators[0], all.ends[0], all.values[0]);
  const found twice = growth_beside(all);
  for (std::size_t i = 0; i < once.rates.size(); ++i)
    if (once.status[i] == 0) CHECK(twice.rates[i] == once.rates[i]);
  all.values.back() += 1;
  CHECK_THROWS_AS(growth_beside(all), error);

  columns differing;
  for (const double value : {1e20, 0.1}) differing.add(0, 0, 2019 * 12 + 5, value);
  CHECK_THROWS_WITH_AS(
      growth_beside(differing),
      "row 1 gives its figure to 2019-06 a second time, and differently: 0.1 after "
      "100000000000000000000. Choose to keep the first or the last, or, of a figure that was "
      "published anew, what was known on a date: see as_of",
      error);
}

TEST_CASE("names without numbers from 0 and values that are no figures are refused") {
  columns all = with_gaps();
  std::swap(all.ends[0], all.ends[1]);  // no runs, so that a block is made
  all.regions.back() = -1;
  CHECK_THROWS_AS(growth_beside(all), error);
  all.regions.back() = 2'000'000'000;  // of no matter, but for a numbering
  CHECK_NOTHROW(growth_beside(all));
  for (const bool in_runs : {true, false}) {
    columns wild = with_gaps();
    if (!in_runs) std::swap(wild.ends[0], wild.ends[1]);
    wild.values[5] = HUGE_VAL;
    CHECK_THROWS_AS(growth_beside(wild), error);
  }
  // A column of results that is too short, in runs and in no order.
  columns both[] = {with_gaps(), {}};
  for (std::int32_t i = 0; i < 60'000; ++i) both[1].add(i % 2, i % 3, 24'000 + i, 1);
  for (const columns& table : both) {
    std::vector<double> rates(table.values.size() - 1);
    CHECK_THROWS_AS(growth_of_rows(table, 12, rates), error);
    std::vector<double> enough(table.values.size());
    std::vector<std::uint8_t> few(3);
    CHECK_THROWS_AS(growth_of_rows(table, 12, enough, few), error);
  }
  columns uneven = with_gaps();
  uneven.ends.pop_back();
  CHECK_THROWS_AS(growth_beside(uneven), error);
}

TEST_CASE(
    "regions with an indicator each make no block of all with all, and far years none at all") {
  columns all;
  for (std::int32_t t = 0; t < 24; ++t)
    for (std::int32_t r = 0; r < 3000; ++r) all.add(r, r, 24'000 + t, 100 + r % 7 + t);
  const found made = growth_beside(all);
  for (std::size_t i = 0; i < made.rates.size(); ++i) {
    const double level = all.values[i];
    if (i < 36'000)
      CHECK(std::isnan(made.rates[i]));
    else
      CHECK(made.rates[i] == (level / (level - 12) - 1) * 100);
  }
  columns nearly_empty;
  for (std::int32_t i = 0; i < 30'000; ++i) nearly_empty.add(i, 0, i % 2 == 0 ? 2'000 : 110'000, 1);
  CHECK_THROWS_WITH_AS(growth_beside(nearly_empty),
                       doctest::Contains("would be nearly empty: look for a wrong year"), error);
}

TEST_CASE("a table without rows has no growth, and no harm is done") {
  std::vector<double> none;
  CHECK_NOTHROW(growth_of_rows({}, 12, none));
}

TEST_CASE("a row that lacks the figure told elsewhere has its growth, in any order of the rows") {
  const double none = detail::not_a_number;
  columns all;
  for (const auto& [year, value] : std::vector<std::pair<int, double>>{
           {2018, 100 },
           {2018, none},
           {2019, 110 },
           {2019, none},
           {2020, 121 }
  })
    all.add(0, 0, month_of(year, 12).first().ordinal, value);
  std::vector<std::size_t> order{0, 1, 2, 3, 4};
  do {
    const found beside = growth_beside(all.in_order(order));
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order[i] < 2) {
        CHECK(std::isnan(beside.rates[i]));
        CHECK(beside.status[i] == static_cast<std::uint8_t>(observation_status::absent));
      } else {
        CHECK(beside.rates[i] == doctest::Approx(10));
        CHECK(beside.status[i] == static_cast<std::uint8_t>(observation_status::figure));
      }
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("beside rows of any order a base next to nothing has no growth, and none is infinite") {
  columns all;
  for (const int series : {0, 1})
    for (const int year : {2018, 2019})
      all.add(series, 0, month_of(year, 6).first().ordinal, year == 2018 ? 1e-300 : 1e99);
  for (const auto& order : {
           std::vector<std::size_t>{0, 1, 2, 3},
           {0, 2, 1, 3},
           {3, 0, 2, 1}
  }) {
    const columns table = all.in_order(order);
    const found made = growth_beside(table);
    for (std::size_t i = 0; i < 4; ++i) {
      const bool has_base = table.values[i] > 1;
      CHECK(std::isnan(made.rates[i]));
      CHECK(static_cast<observation_status>(made.status[i]) == (has_base ? observation_status::undefined : observation_status::absent));
    }
  }
}
