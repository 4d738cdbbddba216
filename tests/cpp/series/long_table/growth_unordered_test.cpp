#include "kebi/series/long_table/growth_unordered.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <vector>

#include "kebi/series/long_table/growth_beside_rows.hpp"
#include "printed.hpp"
#include "known.hpp"
#include "series/long_table/columns.hpp"

using namespace kebi;
using test::columns;
using test::found;

namespace {

/// The same looked up row by row; nothing where two rows tell a figure differently.
std::optional<found> looked_up_beside(const columns& all, int back) {
  const double none = detail::not_a_number;
  std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, double> levels;
  for (std::size_t i = 0; i < all.values.size(); ++i) {
    double& level =
        levels.try_emplace({all.regions[i], all.indicators[i], all.ends[i]}, none).first->second;
    if (std::isnan(all.values[i])) continue;
    if (!std::isnan(level) && level != all.values[i]) return std::nullopt;
    level = all.values[i];
  }
  found made;
  for (std::size_t i = 0; i < all.values.size(); ++i) {
    const double level = levels.at({all.regions[i], all.indicators[i], all.ends[i]});
    const auto base = levels.find({all.regions[i], all.indicators[i], all.ends[i] - back});
    const double from = base == levels.end() ? none : base->second;
    const bool grows = from > 0 && level >= 0;
    made.rates.push_back(grows ? (level / from - 1) * 100 : none);
    made.status.push_back(static_cast<std::uint8_t>(
        grows                      ? observation_status::figure
        : std::isnan(level + from) ? observation_status::absent
                                   : status_of(detail::swing_between(level, from))));
  }
  return made;
}

enum class order { chance, rising, falling, rising_by_chance };

/// A table of chance, in which `told_again` of 100 rows are told twice and some lack their figure.
columns by_chance(test::sequence& next, std::size_t rows, int regions, int indicators, int months,
                  order by, int told_again) {
  columns all;
  while (all.values.size() < rows) {
    const auto below = [&](int most) { return static_cast<std::int32_t>(next.below(most)); };
    const auto r = below(regions), k = below(indicators), end = 24'000 + below(months);
    // What a row tells goes by its names and month, so that rows told again agree.
    const int figure = (r * 31 + k * 7 + end * 13) % 400 - 20;
    const int times = 1 + static_cast<int>(next.below(100) < told_again);
    for (int t = 0; t < times; ++t)
      all.add(r, k, end, next.below(20) == 0 ? detail::not_a_number : figure);
  }
  std::vector<std::size_t> rows_of(all.values.size());
  std::iota(rows_of.begin(), rows_of.end(), std::size_t{0});
  if (by == order::chance) return all;
  std::stable_sort(rows_of.begin(), rows_of.end(), [&](std::size_t a, std::size_t b) {
    if (all.ends[a] != all.ends[b])
      return by == order::falling ? all.ends[a] > all.ends[b] : all.ends[a] < all.ends[b];
    if (by == order::rising_by_chance) return false;
    return std::tuple{all.regions[a], all.indicators[a]} <
           std::tuple{all.regions[b], all.indicators[b]};
  });
  return all.in_order(rows_of);
}

void check_alike(const found& made, const found& expected) {
  REQUIRE(made.rates.size() == expected.rates.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < made.rates.size(); ++i)
    differing += made.status[i] != expected.status[i] ||
                 (std::isnan(expected.rates[i]) ? !std::isnan(made.rates[i])
                                                : made.rates[i] != expected.rates[i]);
  CHECK(differing == 0);
}

}  // namespace

TEST_CASE("growth beside the rows of tables of chance is what looking up each base gives") {
  struct shape {
    std::size_t rows;
    int regions, indicators, months;
  };
  // One series to many parts of them; a part has 32768 levels, and no fewer than a series.
  const shape shapes[] = {
      {1,      1,    1,   1     },
      {2,      1,    1,   13    },
      {50,     2,    2,   20    },
      {3'000,  40,   5,   24    },
      {9'000,  64,   8,   64    }, // one part, and one series more than it holds
      {9'000,  57,   9,   64    },
      {9'000,  300,  7,   25    },
      {4'000,  5,    2,   16'384}, // one month more or less changes how many series a part has
      {4'000,  5,    2,   16'385},
      {4'000,  5,    2,   32'769},
      {20'000, 1500, 1,   20'000}, // more series than may be parts
      {3'000,  900,  900, 30    }  // series that get numbers of their own
  };
  test::sequence next{41};
  for (const shape& s : shapes)
    for (const order by : {order::chance, order::rising, order::falling, order::rising_by_chance})
      for (const int back : {1, 12, 40'000}) {
        const columns all = by_chance(next, s.rows, s.regions, s.indicators, s.months, by, 10);
        CAPTURE(s.rows);
        CAPTURE(s.months);
        CAPTURE(static_cast<int>(by));
        CAPTURE(back);
        const auto expected = looked_up_beside(all, back);
        REQUIRE(expected);
        found made{std::vector<double>(all.values.size()),
                   std::vector<std::uint8_t>(all.values.size())};
        growth_of_rows(all, back, made.rates, made.status);
        check_alike(made, *expected);
        std::vector<double> rates(all.values.size());
        growth_of_rows(all, back, rates);  // and without causes
        made.rates = rates;
        check_alike(made, *expected);
      }
}

TEST_CASE("a conflict or a value that is no figure is found in every order of the rows") {
  test::sequence next{43};
  for (const order by : {order::chance, order::rising, order::falling, order::rising_by_chance})
    for (int tries = 0; tries < 10; ++tries) {
      const columns good = by_chance(next, 3'000, 60, 9, 30, by, 0);
      std::vector<double> rates(good.values.size());
      columns told_twice = good;
      const auto at = static_cast<std::size_t>(next.below(3'000));
      for (auto* const column : {&told_twice.regions, &told_twice.indicators, &told_twice.ends})
        column->insert(column->begin() + static_cast<std::ptrdiff_t>(at), (*column)[at]);
      told_twice.values[at] = 7.5;
      told_twice.values.insert(told_twice.values.begin() + static_cast<std::ptrdiff_t>(at), 8.5);
      rates.push_back(0);
      CHECK_THROWS_WITH_AS(growth_of_rows(told_twice, 12, rates),
                           doctest::Contains("a second time, and differently: "), error);
      columns wild = good;
      wild.values[at] = at % 2 == 0 ? HUGE_VAL : -1e100;
      rates.pop_back();
      CHECK_THROWS_WITH_AS(growth_of_rows(wild, 12, rates), doctest::Contains("must be a number"),
                           error);
    }
}
