#include "kebi/series/storage/panel.hpp"

#include <numeric>
#include <vector>

#include "kebi/series/growth/growth.hpp"
#include "kebi/series/long_table/by_frequency.hpp"
#include "printed.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

std::vector<observation> shuffled(std::vector<observation> rows, std::uint64_t seed) {
  test::sequence next{seed};
  for (std::size_t i = rows.size(); i > 1; --i)
    std::swap(rows[i - 1], rows[static_cast<std::size_t>(next.below(static_cast<std::int64_t>(i)))]);
  return rows;
}

}  // namespace

TEST_CASE("a panel keeps each series in one piece, region by region") {
  panel made{{"嘉定区", "青浦区"}, {{"工业投资", unit{"亿元"}, 1}, {"财政收入", unit{"亿元"}, 1}},
             timeline{frequency::month, month_of(2019, 1).first(), 3}};
  made.figures().set(made.row(1, 0), 2, 48.2);
  CHECK(made.figures().values.data()[2 * 3 + 2] == 48.2);
  CHECK(made.at("青浦区", "工业投资").at(month_of(2019, 3)).value() == 48.2);
  CHECK(made.at("嘉定区", "工业投资").at(month_of(2019, 3)).cause() == missing::absent);
  CHECK(made.at("青浦区", "工业投资").bounds_at(month_of(2019, 3)).value().contains(48.24));
  CHECK_THROWS_AS(made.at("青浦", "工业投资"), error);
  CHECK_THROWS_AS(made.at("青浦区", "工业投资").at(month_of(2020, 1)), error);
  CHECK_THROWS_AS((panel{{"a", "a"}, {}, made.time()}), error);
  CHECK_THROWS_AS((panel{{"a"}, {{"x", {}, {}}, {"x", {}, {}}}, made.time()}), error);
}

TEST_CASE("a figure must be a number, and an absent one has a cause") {
  series made = series::blank({"工业投资", "嘉定区", unit{"亿元"}}, timeline{frequency::year, month_of(2018, 12).first(), 2}, 1);
  CHECK_THROWS_AS(made.set(year_of(2018), std::nan("")), error);
  CHECK_THROWS_AS(made.set(year_of(2018), 1e300), error);
  CHECK_THROWS_AS(made.clear(year_of(2018), observation_status::figure), error);
  CHECK_THROWS_AS(made.set(quarter_of(2018, 4), 1), error);
  made.clear(year_of(2018), observation_status::below_unit);
  CHECK(made.at(year_of(2018)).cause() == missing::below_unit);
}

TEST_CASE("of plain numbers NaN is absent, unless a cause is given with them") {
  const timeline time{frequency::year, month_of(2018, 12).first(), 3};
  block numbers(1, 3);
  numbers << 1, -std::nan(""), 3;
  const grid plain = grid::of_numbers(time, numbers, {}, {1});
  CHECK(plain.at(0, 0) == observation_status::figure);
  CHECK(plain.at(0, 1) == observation_status::absent);
  CHECK_FALSE(std::signbit(plain.values(0, 1)));
  status_block causes(1, 3);
  causes << 0, 0, static_cast<std::uint8_t>(observation_status::suppressed);
  const grid told = grid::of_numbers(time, numbers, causes);
  CHECK(told.at(0, 1) == observation_status::absent);
  CHECK(told.at(0, 2) == observation_status::suppressed);
  CHECK(std::isnan(told.values(0, 2)));
  numbers(0, 1) = 1e100;
  CHECK_THROWS_AS(grid::of_numbers(time, numbers, {}), error);
  CHECK_THROWS_AS(bounds_grid::of_numbers(time, numbers, block::Zero(1, 3), {}), error);
  CHECK(bounds_grid::of_numbers(time, numbers, numbers, causes).at(0, 2) == observation_status::suppressed);
}

TEST_CASE("each frequency ends where its spans end") {
  CHECK_THROWS_AS((timeline{frequency::quarter, month_of(2019, 2).first(), 4}), error);
  CHECK_THROWS_AS((timeline{frequency::year, month_of(2019, 6).first(), 4}), error);
  CHECK_THROWS_AS((timeline{frequency::quarter, month_of(2019, 3).first(), 4, true}), error);
  const timeline months{frequency::month, month_of(2019, 1).first(), 12, true};
  CHECK(months.span(1) == months_of(2019, 1, 2));
  CHECK(months.column(months_of(2019, 1, 2)) == 1);
  CHECK_FALSE(months.column(month_of(2019, 2)).has_value());
  for (const auto of : {frequency::month, frequency::quarter, frequency::half, frequency::year, frequency::year_to_date}) {
    const timeline time{of, month_of(2018, 12).first(), 9};
    for (int t = 0; t < 9; ++t) CHECK(time.column(time.span(t)) == t);
  }
}

TEST_CASE("rows in any order, told twice, with gaps, make the same panel") {
  std::vector<observation> rows;
  for (const char* region : {"甲", "乙", "丙"})
    for (const char* what : {"投资", "出口"})
      for (int t = 0; t < 30; ++t) {
        if ((t * 7 + static_cast<int>(rows.size())) % 11 == 0) continue;
        const month at = month_of(2018, 1).first() + t;
        rows.push_back({region, what, {at, at}, 100.0 + static_cast<double>(rows.size()), observation_status::figure, 1, unit{"亿元"}});
      }
  const arrangement plain = arrange(rows);
  REQUIRE(plain.panels.size() == 1);
  CHECK(plain.panels[0].time().frequency() == frequency::month);
  CHECK(plain.duplicates.empty());

  std::vector<observation> mixed = rows;
  mixed.insert(mixed.end(), rows.begin(), rows.begin() + 20);
  const arrangement other = arrange(shuffled(mixed, 3));
  CHECK(other.duplicates.size() == 20);
  for (const duplicate& each : other.duplicates) CHECK_FALSE(each.conflicts());
  for (const observation& each : rows)
    for (const arrangement* found : {&plain, &other})
      CHECK(found->panels[0].at(each.region, each.indicator).at(each.span).value() == each.value);
  std::size_t figures = 0;
  const auto& status = other.panels[0].figures().status;
  for (Eigen::Index k = 0; k < status.size(); ++k) figures += status.data()[k] == 0 ? 1 : 0;
  CHECK(figures == rows.size());
}

TEST_CASE("a figure told twice and differently is refused, unless it was said which to keep") {
  const std::vector<observation> rows{{"甲", "投资", month_of(2019, 3), 5}, {"甲", "投资", month_of(2019, 3), 6}};
  CHECK_THROWS_WITH_AS(arrange(rows),
                       "row 1 gives 投资 of 甲 for 2019-03 a second time, and differently: 6 after "
                       "5. Choose to keep the first or the last, or, of a figure that was published anew, "
                       "what was known on a date: see as_of", error);
  CHECK(arrange(rows, on_conflict::keep_first).panels[0].at("甲", "投资").at(month_of(2019, 3)).value() == 5);
  const arrangement last = arrange(rows, on_conflict::keep_last);
  CHECK(last.panels[0].at("甲", "投资").at(month_of(2019, 3)).value() == 6);
  CHECK(last.duplicates == std::vector<duplicate>{{1, 6, 5}});
}

TEST_CASE("frequencies in one table are told apart") {
  std::vector<observation> rows;
  for (int m = 2; m <= 12; ++m) rows.push_back({"甲", "投资", months_of(2019, 1, m), m * 1.0});
  for (int q = 1; q <= 4; ++q) rows.push_back({"甲", "产值", quarter_of(2019, q), q * 1.0});
  rows.push_back({"甲", "产值", year_of(2019), 10});
  rows.push_back({"甲", "零售", months_of(2019, 1, 2), 20});
  for (int m = 3; m <= 6; ++m) rows.push_back({"甲", "零售", month_of(2019, m), 10});
  rows.push_back({"甲", "规划", years_of(2017, 2035), 1});
  const arrangement found = arrange(shuffled(rows, 8));
  std::vector<frequency> of;
  for (const panel& each : found.panels) of.push_back(each.time().frequency());
  CHECK(of == std::vector<frequency>{frequency::month, frequency::quarter, frequency::year, frequency::year_to_date});
  CHECK(found.unplaced.size() == 1);
  CHECK(found.panels[0].time().january_february());
  CHECK(found.panels[0].at("甲", "零售").at(months_of(2019, 1, 2)).value() == 20);
  CHECK(found.panels[3].at("甲", "投资").at(year_of(2019)).value() == 12);
  CHECK(found.panels[3].at("甲", "投资").at(half_of(2019, 1)).value() == 6);
  CHECK(found.panels[2].at("甲", "产值").at(year_of(2019)).value() == 10);
}

TEST_CASE("units do not change within an indicator") {
  const std::vector<observation> rows{{"甲", "投资", month_of(2019, 3), 5, observation_status::figure, 1, unit{"亿元"}},
                                      {"甲", "投资", month_of(2019, 4), 6, observation_status::figure, 1, unit{"万元"}}};
  CHECK_THROWS_AS(arrange(rows), error);
}

TEST_CASE("rows by number are placed where they belong, and nowhere else") {
  panel made{{"甲", "乙"}, {{"投资", {}, 1}}, timeline{frequency::month, month_of(2019, 1).first(), 4}};
  const std::int32_t start = month_of(2019, 1).first().ordinal;
  const std::vector<std::int32_t> regions{1, 0, 1}, indicators{0, 0, 0}, ends{start + 3, start, start};
  const std::vector<double> values{3, 1, std::nan("")};
  CHECK(fill({regions, indicators, ends, values}, made).empty());
  CHECK(made.at("乙", "投资").at(month_of(2019, 4)).value() == 3);
  CHECK(made.at("甲", "投资").at(month_of(2019, 1)).value() == 1);
  CHECK(made.at("乙", "投资").at(month_of(2019, 1)).cause() == missing::absent);
  const std::vector<std::int32_t> outside{2, 0, 1}, late{start + 4, start, start}, few{0};
  CHECK_THROWS_AS(fill({outside, indicators, ends, values}, made), error);
  CHECK_THROWS_AS(fill({regions, indicators, late, values}, made), error);
  CHECK_THROWS_AS(fill({few, indicators, ends, values}, made), error);
  const std::vector<double> endless{3, HUGE_VAL, 1};
  CHECK_THROWS_AS(fill({regions, indicators, ends, endless}, made), error);
}

TEST_CASE("figures printed with other decimals than their like keep their own, or none are known") {
  const auto row = [](int year, double value, std::optional<int> decimals) {
    return observation{"甲", "产值", period_of_code(std::to_string(year)), value, observation_status::figure, decimals};
  };
  const std::vector<observation> uneven{row(2018, 100, 0), row(2019, 110, 1), row(2019, 110, 2)};
  const panel made = arrange(uneven).panels.at(0);
  CHECK(made.indicators()[0].decimals == 0);
  CHECK(made.figures().within(0, 0).contains(99.6));
  CHECK(width(made.figures().within(0, 1)) < 0.011);  // told twice: both hold
  CHECK(made.at("甲", "产值").bounds_at(period_of_code("2018")).value().contains(100.4));
  CHECK(width(made.at("甲", "产值").bounds_at(period_of_code("2019")).value()) < 0.011);
  CHECK(year_over_year.bounds(made.figures()).value(0, 1).contains(9.5));

  std::vector<observation> unknown{row(2018, 100, {}), row(2019, 110, 1)};
  const panel without = arrange(unknown).panels.at(0);
  CHECK_FALSE(without.indicators()[0].decimals.has_value());
  CHECK_FALSE(without.figures().is_printed());
  unknown[0].why = observation_status::suppressed;  // nothing is printed there
  CHECK(arrange(unknown).panels.at(0).figures().decimals == std::vector<int>{1});
}

TEST_CASE("a February told alone is not taken for January and February together") {
  const auto row = [](const char* span, double value) {
    return observation{"甲", "出口", period_of_code(span), value};
  };
  const arrangement found = arrange(std::vector{row("2018-01", 1), row("2018-02", 2), row("2018-03", 3), row("2019-01..2019-02", 4)});
  CHECK(found.unplaced == std::vector<std::size_t>{3});
  REQUIRE(found.panels.size() == 1);
  CHECK_FALSE(found.panels[0].time().january_february());
  CHECK(found.panels[0].at("甲", "出口").at(period_of_code("2018-02")).value() == 2);
}

TEST_CASE("vintages and rates are kept apart from levels") {
  CHECK_THROWS_AS(require_one_vintage({"GDP", "", {}, measure::level, "2020"}, {"GDP", "", {}, measure::level, "2021"}), error);
  CHECK_THROWS_AS(require_levels({"GDP", "", {}, measure::growth}, "take apart"), error);
  CHECK_NOTHROW(require_levels({"GDP"}, "take apart"));
}

TEST_CASE("a table without rows makes no panels") { CHECK(arrange({}).panels.empty()); }
