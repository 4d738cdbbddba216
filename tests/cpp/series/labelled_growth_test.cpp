#include "kebi/series/labelled/growth.hpp"

#include "series/labelled_tables.hpp"

using namespace kebi;
using test::table;

namespace {

/// Functions of one table, tried on panels, on series and on grids.
template <class Check>
void each_of_growth(const Check& check) {
  check(
      "间隔增长", measure::growth, [](const auto& of) { return interval_growth(of); },
      [](const auto& of) { return interval_growth_bounds(of); });
  check(
      "两年平均", measure::growth, [](const auto& of) { return two_year_average(of); },
      [](const auto& of) { return two_year_average_bounds(of); });
  check(
      "年均", measure::growth, [](const auto& of) { return average_growth(of, 3); },
      [](const auto& of) { return average_growth_bounds(of, 3); });
  check(
      "折年率", measure::growth, [](const auto& of) { return annualised(of); },
      [](const auto& of) { return annualised_bounds(of); });
  check(
      "加快", measure::change, [](const auto& of) { return acceleration(of, step_back::span); },
      [](const auto& of) { return acceleration_bounds(of, step_back::span); });
  check(
      "环比累乘", measure::growth, [](const auto& of) { return chained_rates(of, 12); },
      [](const auto& of) { return chained_rate_bounds(of, 12); });
  check(
      "翘尾", measure::change, [](const auto& of) { return carry_overs(of); },
      [](const auto& of) { return carry_over_bounds(of); });
}

template <class Check>
void each_of_levels(const Check& check) {
  check(
      "定基", measure::growth, [](const auto& of) { return growth_since(of, month_of(2018, 3)); },
      [](const auto& of) { return growth_since_bounds(of, month_of(2018, 3)); });
  check(
      "比某年同期", measure::growth, [](const auto& of) { return growth_since(of, 2018); },
      [](const auto& of) { return growth_since_bounds(of, 2018); });
  check(
      "年度翘尾", measure::growth, [](const auto& of) { return overhangs(of); },
      [](const auto& of) { return overhang_bounds(of); });
}

}  // namespace

TEST_CASE("rates of rates of series and panels are those of their grids, labelled") {
  const panel growths = table(measure::growth, test::months(26));
  each_of_growth([&](const char* id, measure what, const auto& over, const auto& within) {
    test::check_labels(id, what, false, over, within, growths);
  });
}

TEST_CASE("rates of rates are refused of levels, in either form") {
  const panel levels = table(measure::level, test::months(26));
  each_of_growth([&](const char* id, measure, const auto& over, const auto& within) {
    test::check_refused(id, over, within, levels);
    test::check_refused(id, over, within, levels.at("甲", "出口"));
  });
  CHECK_THROWS_WITH_AS(two_year_average(levels),
                       "this needs published growth of 出口, and these are levels", error);
}

TEST_CASE("growth of levels is that of their grids, labelled, and is refused of growth") {
  const panel levels = table(measure::level, test::months(26));
  const panel growths = table(measure::growth, test::months(26));
  each_of_levels([&](const char* id, measure what, const auto& over, const auto& within) {
    test::check_labels(id, what, false, over, within, levels);
    test::check_refused(id, over, within, growths);
  });
  CHECK_THROWS_WITH_AS(overhangs(growths),
                       "cannot take an overhang of 出口: these are not levels, and rates neither "
                       "add up nor subtract to a rate",
                       error);
  CHECK_THROWS_WITH_AS(growth_since(levels, month_of(2017, 3)),
                       "cannot take 2017-03 as the base: the series has no such span", error);
}

TEST_CASE("growth over a year and over a span knows its bounds") {
  const panel levels = table(measure::level, test::months(26));
  CHECK(test::same(year_over_year(levels).figures(), growth_of(levels.figures(), step_back::year)));
  CHECK(test::same(year_over_year_bounds(levels),
                   growth_bounds_of(levels.figures(), step_back::year)));
  CHECK(test::same(period_over_period_bounds(levels),
                   growth_bounds_of(levels.figures(), step_back::span)));
  const panel rates = table(measure::growth, test::months(26));
  CHECK_THROWS_AS(year_over_year_bounds(rates), error);
  CHECK_THROWS_AS(period_over_period_bounds(rates), error);
}

TEST_CASE("new prices are those of the grids, labelled like the yearly rates") {
  const panel yearly = table(measure::growth, test::months(26));
  panel steps = table(measure::growth, test::months(26));
  steps.figures().set(0, 20, 1.5);
  const auto over = [](const auto& a, const auto& b) { return new_prices(a, b); };
  const auto within = [](const auto& a, const auto& b) { return new_price_bounds(a, b); };
  test::check_labels("新涨价", measure::change, false, over, within, yearly, steps);
  test::check_refuses_strangers("new_prices", measure::growth, yearly.time(),
                                [&](const panel& each) { return new_prices(yearly, each); });
  test::check_refuses_strangers("new_price_bounds", measure::growth, yearly.time(),
                                [&](const panel& each) { return new_price_bounds(yearly, each); });
}

TEST_CASE("growth of a series says at each span how a loss turned") {
  series profits = series::blank({"利润"}, {frequency::year, month_of(2016, 12).first(), 6}, 1);
  const double told[] = {4, -3, 5, -1, 0};
  for (int year = 2016; year <= 2020; ++year) profits.set(year_of(year), told[year - 2016]);
  const series growth = year_over_year(profits);
  CHECK(growth.cell_at(year_of(2016)) == cell::absent);
  CHECK(growth.cell_at(year_of(2017)) == cell::to_loss);
  CHECK(growth.cell_at(year_of(2018)) == cell::to_profit);
  CHECK(turn_of(growth.cell_at(year_of(2018))) == turn::to_profit);
  CHECK(growth.at(year_of(2018)).cause() == missing::undefined);
  CHECK(growth.cell_at(year_of(2020)) == cell::to_profit);
  CHECK(growth.cell_at(year_of(2021)) == cell::absent);
  CHECK(profits.cell_at(year_of(2019)) == cell::figure);
  CHECK_THROWS_AS(growth.cell_at(year_of(2015)), error);
}
