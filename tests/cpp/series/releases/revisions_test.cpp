#include "kebi/series/releases/revisions.hpp"

#include <map>
#include <string>
#include <vector>

#include "exact.hpp"
#include "kebi/series/parts/shares.hpp"

using namespace kebi;

namespace {

/// Rows of a long table with several releases, as columns.
struct table {
  std::vector<std::int32_t> regions, indicators, ends;
  std::vector<double> values;
  std::vector<release_date> dates;

  void add(int region, int month, double value, const char* date) {
    regions.push_back(region);
    indicators.push_back(0);
    ends.push_back(month);
    values.push_back(value);
    dates.emplace_back(date);
  }
  released_rows view() const {
    return {
        {regions, indicators, ends, values},
        dates
    };
  }
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("a date is a day, or the days that a month or a year has") {
  CHECK(release_date{"1970-01-01"} == release_date{19700101, 19700101});
  CHECK(release_date{"1970"} == release_date{19700101, 19701231});
  CHECK(code(release_date{"0987"}) == "0987-01-01..0987-12-31");
  CHECK(release_date{"2020-02"} == release_date{20200201, 20200229});
  CHECK(code(release_date{"2020-02"}) == "2020-02-01..2020-02-29");
  CHECK(code(release_date{"2026-08-11"}) == "2026-08-11");
  for (const char* const wrong : {"", "20", "2019-13", "2019-02-29", "1900-02-29", "2019-00",
                                  "2019/03", "2019-3-1", "last year", "2019-06-31"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(release_date{wrong}, error);
  }
}

TEST_CASE("what came out by the end of a time was known, and what may be later is not guessed") {
  const auto known = [](const char* published, const char* by) {
    return is_known(release_date{published}, release_date{by});
  };
  CHECK(known("2019", "2019-12-31"));
  CHECK(known("2019-06-30", "2019"));
  CHECK(known("2019-06-30", "2019-06-30"));
  CHECK_FALSE(known("2019-07-01", "2019-06"));
  CHECK_FALSE(known("2020", "2019-12-31"));
  CHECK_THROWS_WITH_AS(known("2019", "2019-06-30"),
                       "what was published in 2019-01-01..2019-12-31 may be later than 2019-06-30: "
                       "give dates to the "
                       "day, or ask for the end of that time",
                       error);
  CHECK_THROWS_AS(precedes(release_date{"2019"}, release_date{"2019-06"}), error);
  const std::vector<release_date> all{release_date{"2020"}, release_date{"2018"},
                                      release_date{"2019"}};
  CHECK(known_releases(all, release_date{"2019"}) == std::vector<std::size_t>{1, 2});
  CHECK_THROWS_AS(known_releases(all, release_date{"2017"}), error);
  CHECK_THROWS_AS(known_releases(std::vector<release_date>{all[0], all[0]}, all[0]), error);
}

TEST_CASE("of each figure the last release not after a date is known") {
  table rows;
  rows.add(0, 5, 3, "2019-07-15");
  rows.add(1, 5, 8, "2019-07-15");
  rows.add(0, 5, 1, "2019-05-15");
  rows.add(0, 5, 2, "2019-06-15");
  rows.add(0, 5, none, "2019-08-15");  // a release that does not tell it
  rows.add(1, 5, none, "2019-06-15");
  using found = std::vector<std::size_t>;
  CHECK(as_of(rows.view(), release_date{"2019-04"}).empty());
  CHECK(as_of(rows.view(), release_date{"2019-05"}) == found{2});
  CHECK(as_of(rows.view(), release_date{"2019-06-15"}) == found{3, 5});
  CHECK(as_of(rows.view(), release_date{"2019-07-15"}) == found{0, 1});
  CHECK(as_of(rows.view(), release_date{"2030"}) == found{0, 1});
}

TEST_CASE("revisions are the releases of each figure in order, each beside the one before") {
  table rows;
  rows.add(0, 5, 3, "2019-07");
  rows.add(0, 4, 9, "2019-07");
  rows.add(0, 5, 1, "2019-05");
  rows.add(0, 5, none, "2019-06");
  rows.add(0, 5, 1, "2019-05");  // told twice in one release
  const auto all = revisions(rows.view());
  REQUIRE(all.size() == 3);
  CHECK(all[0].row == 2);
  CHECK_FALSE(all[0].before.has_value());
  CHECK(all[1].row == 0);
  CHECK(all[1].before == 2);
  CHECK(all[2].row == 1);
  const std::vector<int> decimals(rows.values.size(), 0);
  const released_rows printed{rows.view().rows, rows.dates, decimals};
  const revision_figures figures = figures_of(printed, all);
  CHECK(residual(figures.latest, figures.before).values(1, 0) == 2);
  CHECK(residual.bounds(figures.latest, figures.before).within(1, 0).contains(bounds{1, 3}));
  CHECK(residual(figures.latest, figures.before).at(0, 0) == observation_status::absent);
  CHECK_FALSE(figures_of(rows.view(), all).latest.is_printed());
  rows.add(0, 5, 4, "2019-05");
  CHECK_THROWS_AS(figures_of({rows.view().rows, rows.dates, decimals}, all), error);
  CHECK_THROWS_WITH_AS(
      revisions(rows.view()),
      "rows 2 and 5 give one figure on one date, 2019-05-01..2019-05-31, and differently: 1 and 4",
      error);
  rows.values.pop_back();
  CHECK_THROWS_AS(as_of(rows.view(), release_date{"2020"}), error);
}

TEST_CASE(
    "on random tables both agree with looking at every row, and the changes make the last figure") {
  exact::source random{47};
  for (int round = 0; round < 100; ++round) {
    table rows;
    std::map<std::pair<int, int>, std::map<std::int32_t, std::size_t>> by_figure;
    for (int i = random.between(1, 60); i > 0; --i) {
      const int region = random.between(0, 3), month = random.between(0, 3),
                day = random.between(1, 28);
      const std::string date = "2019-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
      if (!by_figure[{region, month}].emplace(day, rows.values.size()).second) continue;
      rows.add(region, month, random.between(1, 500), date.c_str());
    }
    const int until = random.between(1, 28);
    const std::string by = "2019-05-" + std::string(until < 10 ? "0" : "") + std::to_string(until);
    std::vector<std::size_t> expected;
    for (const auto& [figure, releases] : by_figure) {
      const auto after = releases.upper_bound(until);
      if (after != releases.begin()) expected.push_back(std::prev(after)->second);
    }
    std::sort(expected.begin(), expected.end());
    CHECK(as_of(rows.view(), release_date{by}) == expected);
    std::map<std::pair<int, int>, double> sums;
    for (const released_figure& each : revisions(rows.view())) {
      double& sum = sums[{rows.regions[each.row], rows.ends[each.row]}];
      sum += rows.values[each.row] - (each.before ? rows.values[*each.before] : 0);
    }
    for (const std::size_t row : as_of(rows.view(), release_date{"2019"}))
      CHECK(sums[{rows.regions[row], rows.ends[row]}] == rows.values[row]);
  }
}
