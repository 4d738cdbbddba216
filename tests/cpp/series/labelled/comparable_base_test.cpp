#include "kebi/series/growth/comparable_base.hpp"

#include "series/labelled/tables.hpp"

using namespace kebi;
using test::bounds_of;
using test::table;
using test::values_of;

namespace {

template <class Check>
void each_of_levels_and_growth(const Check& check) {
  check("可比基数", measure::level, true, values_of(comparable_base), bounds_of(comparable_base));
  check("修订系数", measure::ratio, false, values_of(revision_factor), bounds_of(revision_factor));
  check("同口径", measure::level, true, values_of(linked, 2019), bounds_of(linked, 2019));
  check("增长量", measure::change, true, values_of(increment), bounds_of(increment));
}

}  // namespace

TEST_CASE("what levels and growth say of the year before is that of the grids, labelled") {
  const timeline time = test::to_date(26);
  const panel levels = table(measure::level, time), growths = table(measure::growth, time);
  each_of_levels_and_growth(
      [&](const char* id, measure what, bool has_unit, const auto& over, const auto& within) {
        test::check_labels(id, what, has_unit, over, within, levels, growths);
        test::check_refuses_strangers(id, measure::growth, time,
                                      [&](const panel& each) { return over(levels, each); });
        test::check_refuses_strangers(id, measure::growth, time,
                                      [&](const panel& each) { return within(levels, each); });
        test::check_refuses_strangers(id, measure::level, time,
                                      [&](const panel& each) { return over(each, growths); });
        test::check_refused("levels that are no levels", over, within, growths, growths);
      });
}

TEST_CASE("series go together by region and indicator where both are told") {
  const timeline time = test::years(2);
  const series levels = series::blank({"出口", "甲", unit{"亿元"}}, time, 1);
  const auto growth_of = [&](const char* indicator, const char* region) {
    return series::blank({indicator, region, {}, measure::growth}, time, 1);
  };
  CHECK_NOTHROW(increment(levels, growth_of("出口", "甲")));
  CHECK_NOTHROW(increment(levels, growth_of("出口", "")));
  CHECK_THROWS_AS(increment(levels, growth_of("出口", "乙")), error);
  CHECK_THROWS_WITH_AS(increment(levels, growth_of("进口", "甲")),
                       "figures go together by their regions and indicators: found the indicator "
                       "\"出口\" beside \"进口\". Give both the same ones in the same order",
                       error);
  const timeline later = test::years(2, 2019);
  CHECK_THROWS_WITH_AS(
      increment(levels, series::blank({"出口", "甲", {}, measure::growth}, later, 1)),
      "figures that go together run over the same times: found 2 of a year from 2018 to 2019 "
      "beside 2 of a year from 2019 to 2020. Give both for the same spans",
      error);
}

TEST_CASE("a base that was released again may be of another vintage, and of nothing else") {
  const timeline time = test::years(3);
  const panel levels = table(measure::level, time), growths = table(measure::growth, time);
  test::labels later;
  later.vintage = "2021-08";
  panel again = table(measure::level, time, later);
  again.figures().values *= 0.9;
  const panel factors = revision_factor(levels, growths, again);
  CHECK(factors.vintage() == "2020-08");
  CHECK(test::same(factors.figures(),
                   revision_factor(levels.figures(), growths.figures(), again.figures())));
  CHECK(factors.figures().values(1, 2) ==
        doctest::Approx(revision_factor(levels, growths).figures().values(1, 2) / 0.9));
  CHECK(test::same(revision_factor.bounds(levels, growths, again).figures(),
                   revision_factor.bounds(levels.figures(), growths.figures(), again.figures())));
  CHECK_THROWS_AS(revision_factor(levels, growths, growths), error);
  later.unit = "万元";
  CHECK_THROWS_AS(revision_factor(levels, growths, table(measure::level, time, later)), error);
  later.unit = "亿元";
  later.regions = {"乙", "甲"};
  CHECK_THROWS_AS(revision_factor(levels, growths, table(measure::level, time, later)), error);
  CHECK_THROWS_AS(revision_factor(levels, growths, table(measure::level, test::years(3, 2019))),
                  error);
}

// 固定资产投资（不含农户）, 亿元 and %, 国家统计局, 2021—2023年
TEST_CASE("a series tells where its scope was recut, and that its growth was not made from it") {
  const timeline years = test::years(3, 2021);
  series levels = series::blank({"固定资产投资", "全国", unit{"亿元"}}, years, 0);
  series growths = series::blank({"固定资产投资", "全国", {}, measure::growth}, years, 1);
  levels.set(year_of(2021), 544547);
  levels.set(year_of(2022), 572138);
  levels.set(year_of(2023), 503036);
  growths.set(year_of(2022), 5.1);
  growths.set(year_of(2023), 3.0);
  CHECK(scope_breaks(levels, growths) == std::vector<period>{year_of(2023)});
  CHECK(with_ratio_of_levels(levels, growths).compared == 2);
  CHECK(with_ratio_of_levels(levels, growths).agreeing == 1);
  CHECK_THROWS_AS(scope_breaks(growths, levels), error);
  CHECK_THROWS_AS(with_ratio_of_levels(levels, levels), error);
}
