#include "kebi/series/year_to_date/to_frequency.hpp"

#include "kebi/series/year_to_date/single_month_growth.hpp"

#include "series/labelled/tables.hpp"

using namespace kebi;
using test::bounds_of;
using test::table;
using test::values_of;

TEST_CASE("months, years to date and longer spans are those of the grids, labelled") {
  const panel to_date = table(measure::level, test::to_date(26));
  const panel months = table(measure::level, test::months(26));
  const panel growths = table(measure::growth, test::months(26));
  const auto check = [&](const char* id, const panel& of, const auto& over, const auto& within) {
    test::check_labels(id, measure::level, true, over, within, of);
    test::check_refused(id, over, within, growths);
  };
  check("单月", to_date, values_of(single_months), bounds_of(single_months));
  check("累计", months, values_of(cumulated), bounds_of(cumulated));
  check("季度", months, values_of(to_frequency, frequency::quarter),
        bounds_of(to_frequency, frequency::quarter));
  check("年度", to_date, values_of(to_frequency, frequency::year),
        bounds_of(to_frequency, frequency::year));
  CHECK_THROWS_WITH_AS(
      single_months(months),
      "this needs figures of the year to date: found figures of a month. If they are, "
      "say year_to_date when you make them",
      error);
}

TEST_CASE("single months of levels and growth are those of the grids, labelled like the growth") {
  const timeline time = test::to_date(26);
  panel levels = table(measure::level, time);
  for (int t = 0; t < 26; ++t)  // a year to date rises
    for (int row = 0; row < 4; ++row)
      levels.figures().set(row, t, 50 * time.end(t).in_year() + row);
  const panel growths = table(measure::growth, time);
  const auto over = [](const auto& x, const auto& g) { return single_month_growth(x, g); };
  const auto within = [](const auto& x, const auto& g) { return single_month_growth.bounds(x, g); };
  const grid plain = over(levels.figures(), growths.figures());
  const panel made = over(levels, growths);
  CHECK(test::same(made.figures(), plain));
  CHECK(made.time().frequency() == frequency::month);
  CHECK(made.indicators()[0] == panel_indicator{"出口", {}, {}, measure::growth});
  CHECK(made.regions() == levels.regions());
  CHECK(test::same(within(levels, growths).figures(), within(levels.figures(), growths.figures())));
  CHECK(over(levels.at("乙", "出口"), growths.at("乙", "出口")).of() ==
        heading{"出口", "乙", {}, measure::growth, "2020-08"});
  test::check_refuses_strangers("growths", measure::growth, time,
                                [&](const panel& each) { return over(levels, each); });
  test::check_refuses_strangers("levels", measure::level, time,
                                [&](const panel& each) { return within(each, growths); });
}

TEST_CASE("the months before the last one are found beside it, labelled like the year to date") {
  const timeline time = test::to_date(14), single = test::months(14);
  panel levels = table(measure::level, time), month_levels = table(measure::level, single);
  levels.figures().values *= 8;
  const panel growths = table(measure::growth, time);
  panel month_growths = table(measure::growth, single);
  month_growths.figures().values *= 0.5;
  const auto over = [](const auto&... of) { return growth_before(of...); };
  const auto within = [](const auto&... of) { return growth_before.bounds(of...); };
  test::check_labels(
      "上月累计增速", measure::growth, false,
      [&](const auto& x, const auto& g, const auto& m, const auto& n) { return over(x, g, m, n); },
      within, levels, growths, month_levels, month_growths);
  const auto strange = [&](measure of, const timeline& at, const auto& call) {
    test::check_refuses_strangers("growth_before", of, at, call);
  };
  strange(measure::growth, time,
          [&](const panel& each) { return over(levels, each, month_levels, month_growths); });
  strange(measure::level, single,
          [&](const panel& each) { return within(levels, growths, each, month_growths); });
  strange(measure::growth, single,
          [&](const panel& each) { return over(levels, growths, month_levels, each); });

  test::check_labels(
      "隐含权重", measure::share, false, [](const auto&... of) { return implied_weight(of...); },
      [](const auto&... of) { return implied_weight.bounds(of...); }, growths, month_growths);
  strange(measure::growth, single,
          [&](const panel& each) { return implied_weight(growths, each); });
  strange(measure::growth, single,
          [&](const panel& each) { return implied_weight.bounds(growths, each); });
}
