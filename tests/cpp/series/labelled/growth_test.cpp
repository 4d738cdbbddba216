#include "kebi/series/growth/compound.hpp"

#include "kebi/series/prices/carry_over.hpp"

#include "series/labelled/tables.hpp"

using namespace kebi;
using test::bounds_of;
using test::table;
using test::values_of;

namespace {

/// Functions of one table, tried on panels, on series and on grids.
template <class Check>
void each_of_growth(const Check& check) {
  check("间隔增长", measure::growth, values_of(interval_growth), bounds_of(interval_growth));
  check("两年平均", measure::growth, values_of(two_year_average), bounds_of(two_year_average));
  check("年均", measure::growth, values_of(average_growth, 3), bounds_of(average_growth, 3));
  check("折年率", measure::growth, values_of(annualised), bounds_of(annualised));
  check("加快", measure::change, values_of(acceleration, step_back::span),
        bounds_of(acceleration, step_back::span));
  check("环比累乘", measure::growth, values_of(chained_growth, 12), bounds_of(chained_growth, 12));
  check("翘尾", measure::change, values_of(carry_over), bounds_of(carry_over));
}

template <class Check>
void each_of_levels(const Check& check) {
  check("定基", measure::growth, values_of(growth_since, month_of(2018, 3)),
        bounds_of(growth_since, month_of(2018, 3)));
  check("比某年同期", measure::growth, values_of(growth_since, 2018), bounds_of(growth_since, 2018));
  check("年度翘尾", measure::growth, values_of(overhang), bounds_of(overhang));
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
  CHECK_THROWS_WITH_AS(overhang(growths),
                       "cannot take an overhang of 出口: these are not levels, and rates neither "
                       "add up nor subtract to a rate",
                       error);
  CHECK_THROWS_WITH_AS(growth_since(levels, month_of(2017, 3)),
                       "cannot take 2017-03 as the base: the series has no such span", error);
}

TEST_CASE("growth over a year and over a span knows its bounds") {
  const panel levels = table(measure::level, test::months(26));
  CHECK(test::same(year_over_year(levels).figures(), year_over_year(levels.figures())));
  CHECK(test::same(year_over_year.bounds(levels).figures(),
                   year_over_year.bounds(levels.figures())));
  CHECK(test::same(period_over_period.bounds(levels).figures(),
                   period_over_period.bounds(levels.figures())));
  const panel rates = table(measure::growth, test::months(26));
  CHECK_THROWS_AS(year_over_year.bounds(rates), error);
  CHECK_THROWS_AS(period_over_period.bounds(rates), error);
}

TEST_CASE("new prices are those of the grids, labelled like the yearly rates") {
  const panel yearly = table(measure::growth, test::months(26));
  panel steps = table(measure::growth, test::months(26));
  steps.figures().set(0, 20, 1.5);
  const auto over = [](const auto& a, const auto& b) { return new_price(a, b); };
  const auto within = [](const auto& a, const auto& b) { return new_price.bounds(a, b); };
  test::check_labels("新涨价", measure::change, false, over, within, yearly, steps);
  test::check_refuses_strangers("new_prices", measure::growth, yearly.time(),
                                [&](const panel& each) { return new_price(yearly, each); });
  test::check_refuses_strangers("new_price_bounds", measure::growth, yearly.time(),
                                [&](const panel& each) { return new_price.bounds(yearly, each); });
}

TEST_CASE("growth of a series says at each span how a loss turned") {
  series profits = series::blank({"利润"}, {frequency::year, month_of(2016, 12).first(), 6}, 1);
  const double told[] = {4, -3, 5, -1, 0};
  for (int year = 2016; year <= 2020; ++year) profits.set(year_of(year), told[year - 2016]);
  const series growth = year_over_year(profits);
  CHECK(growth.status_at(year_of(2016)) == observation_status::absent);
  CHECK(growth.status_at(year_of(2017)) == observation_status::to_loss);
  CHECK(growth.status_at(year_of(2018)) == observation_status::to_profit);
  CHECK(swing_of(growth.status_at(year_of(2018))) == swing::to_profit);
  CHECK(growth.at(year_of(2018)).cause() == missing::undefined);
  CHECK(growth.status_at(year_of(2020)) == observation_status::to_profit);
  CHECK(growth.status_at(year_of(2021)) == observation_status::absent);
  CHECK(profits.status_at(year_of(2019)) == observation_status::figure);
  CHECK_THROWS_AS(growth.status_at(year_of(2015)), error);
}
