#include "kebi/series/parts/ranks.hpp"

#include <vector>

#include "kebi/series/growth/growth.hpp"
#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

grid one_year(std::initializer_list<double> values, std::vector<int> decimals) {
  grid made = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 1},
                          static_cast<Eigen::Index>(values.size()));
  made.decimals = std::move(decimals);
  Eigen::Index row = 0;
  for (const double each : values) made.set(row++, 0, each);
  return made;
}

/// Places by comparing all pairs of exact ends.
struct places {
  int best = 1, plain = 1, worst = 1;
};
places by_pairs(const std::vector<decimal>& all, std::size_t i, bool lowest_first) {
  places found;
  const auto end = [&](std::size_t k, int half) {
    const mpq_class at = test::exact(all[k], lowest_first ? -half : half);
    return lowest_first ? mpq_class{-at} : at;
  };
  for (std::size_t j = 0; j < all.size(); ++j) {
    if (j == i) continue;
    found.best += end(j, -1) >= end(i, 1) ? 1 : 0;
    found.plain += end(j, 0) > end(i, 0) ? 1 : 0;
    found.worst += end(j, 1) > end(i, -1) ? 1 : 0;
  }
  return found;
}

}  // namespace

TEST_CASE("places are shared by equals and go to figures only") {
  grid of = one_year({3, 7, 7, 0, 1}, {});
  of.clear(3, 0, observation_status::suppressed);
  const grid found = rank(of), reversed = rank(of, true);
  CHECK(found.values(1, 0) == 1);
  CHECK(found.values(2, 0) == 1);
  CHECK(found.values(0, 0) == 3);
  CHECK(found.values(4, 0) == 4);
  CHECK(found.at(3, 0) == observation_status::suppressed);
  CHECK(reversed.values(4, 0) == 1);
}

// 2019年地区生产总值增速 (各省统计公报): 云南 8.1, 贵州 8.3, 西藏 8.1, 江西 8.0
TEST_CASE("figures printed alike may stand either way, others keep their places") {
  const bounds_grid found = rank.bounds(one_year({8.1, 8.3, 8.1, 8.0}, {1, 1, 1, 1}));
  CHECK(found.value(1, 0) == bounds::exactly(1));
  CHECK(found.value(0, 0) == bounds{2, 3});
  CHECK(found.value(2, 0) == bounds{2, 3});
  CHECK(found.value(3, 0) == bounds::exactly(4));  // 8.0 and 8.1 meet at 8.05, and that is all
}

TEST_CASE("a figure printed whole stands anywhere among those it may be") {
  const bounds_grid found = rank.bounds(one_year({3, 3.4, 3.6, 2.9}, {0, 1, 1, 1}));
  CHECK(found.value(0, 0) == bounds{2, 4});  // 2.5 to 3.5
  CHECK(found.value(1, 0) == bounds{2, 3});
  CHECK(found.value(2, 0) == bounds::exactly(1));
  CHECK(found.value(3, 0) == bounds{3, 4});
}

TEST_CASE("best and worst places are those that all pairs of exact ends leave") {
  test::sequence next{11};
  for (int round = 0; round < 200; ++round) {
    const auto rows = static_cast<std::size_t>(1 + next.below(12));
    std::vector<decimal> all;
    grid of = grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 1},
                          static_cast<Eigen::Index>(rows));
    for (std::size_t r = 0; r < rows; ++r) {
      const int decimals = static_cast<int>(next.below(4)) - 1;  // tens to hundredths
      const std::int64_t step = decimals < 0 ? 1 : decimals == 0 ? 10 : decimals == 1 ? 100 : 1000;
      all.push_back(decimal{next.below(3 * step) - step, decimals});
      of.decimals.push_back(decimals);
      of.set(static_cast<Eigen::Index>(r), 0, all.back().value());
    }
    for (const bool lowest_first : {false, true}) {
      const grid plain = rank(of, lowest_first);
      const bounds_grid found = rank.bounds(of, lowest_first);
      for (std::size_t r = 0; r < rows; ++r) {
        const auto row = static_cast<Eigen::Index>(r);
        const places expected = by_pairs(all, r, lowest_first);
        CHECK(plain.values(row, 0) == expected.plain);
        CHECK(found.value(row, 0) ==
              bounds{static_cast<double>(expected.best), static_cast<double>(expected.worst)});
        CHECK(found.value(row, 0).contains(plain.values(row, 0)));
      }
    }
  }
}

TEST_CASE("without rounding both ends are the place, for equals too") {
  bounds_grid exact =
      bounds_grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 1}, 5);
  grid plain = grid::blank(exact.time, 5);
  const double values[] = {4, 7, 4, -1, 7};
  for (Eigen::Index r = 0; r < 5; ++r) {
    exact.out().put(r, 0, bounds::exactly(values[r]));
    plain.set(r, 0, values[r]);
  }
  for (const bool lowest_first : {false, true}) {
    const grid expected = rank(plain, lowest_first);
    const bounds_grid found = rank.bounds(exact, lowest_first);
    for (Eigen::Index r = 0; r < 5; ++r)
      CHECK(found.value(r, 0) == bounds::exactly(expected.values(r, 0)));
  }
}

TEST_CASE("derived figures that have an end in common may be equal, and share a place") {
  bounds_grid of = bounds_grid::blank(timeline{frequency::year, month_of(2019, 12).first(), 1}, 3);
  const bounds ends[] = {
      bounds::exactly(2), bounds{2, 3},
       bounds{1, 2}
  };
  for (Eigen::Index r = 0; r < 3; ++r) of.out().put(r, 0, ends[r]);
  const bounds_grid found = rank.bounds(of), reversed = rank.bounds(of, true);
  CHECK(found.value(0, 0) == bounds{1, 2});
  CHECK(found.value(1, 0) == bounds::exactly(1));
  CHECK(found.value(2, 0) == bounds{1, 3});  // all three may be 2
  CHECK(reversed.value(1, 0) == bounds{1, 3});
  CHECK(reversed.value(2, 0) == bounds::exactly(1));
}

TEST_CASE("rows compete within their group, and derived figures with their bounds") {
  grid levels = grid::blank(timeline{frequency::year, month_of(2018, 12).first(), 2}, 6);
  levels.decimals.assign(6, 0);
  test::sequence next{5};
  for (Eigen::Index r = 0; r < 6; ++r)
    for (int t = 0; t < 2; ++t) levels.set(r, t, static_cast<double>(20 + next.below(9)));
  const std::vector<Eigen::Index> indicator{0, 1, 0, 1, 0, 1};
  const grid plain = rank(levels, false, indicator);
  const bounds_grid printed = rank.bounds(levels, false, indicator);
  const grid growth = year_over_year(levels);
  const grid places_of_growth = rank(growth, false, indicator);
  const bounds_grid rates = year_over_year.bounds(levels);
  const bounds_grid within = rank.bounds(rates, false, indicator);
  for (Eigen::Index r = 0; r < 6; ++r) {
    for (int t = 0; t < 2; ++t) {
      std::vector<decimal> rivals;
      for (Eigen::Index other = r % 2; other < 6; other += 2)
        rivals.push_back(decimal{std::llround(levels.values(other, t)), 0});
      const places expected = by_pairs(rivals, static_cast<std::size_t>(r / 2), false);
      CHECK(plain.values(r, t) == expected.plain);
      CHECK(printed.value(r, t) ==
            bounds{static_cast<double>(expected.best), static_cast<double>(expected.worst)});
    }
    places expected;
    for (Eigen::Index other = r % 2; other < 6; other += 2) {
      if (other == r) continue;
      expected.best += rates.lo(other, 1) > rates.hi(r, 1) ? 1 : 0;
      expected.plain += growth.values(other, 1) > growth.values(r, 1) ? 1 : 0;
      expected.worst += rates.hi(other, 1) > rates.lo(r, 1) ? 1 : 0;
    }
    CHECK(places_of_growth.at(r, 0) == observation_status::absent);
    CHECK(places_of_growth.values(r, 1) == expected.plain);
    CHECK(within.value(r, 1) ==
          bounds{static_cast<double>(expected.best), static_cast<double>(expected.worst)});
  }
  CHECK_THROWS_WITH_AS(rank(levels, false, rank_among{{0, 1}}),
                       "each row belongs to a group: found 2 for 6 rows", error);
  CHECK_THROWS_AS(rank(levels, false, rank_among{{0, 0, 0, 0, 0, 6}}), error);
  CHECK_THROWS_AS(rank.bounds(growth), error);  // nobody said how it was printed
}
