#include "kebi/series/evaluate/alignment.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/growth/compound.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"

using namespace kebi;

TEST_CASE("series and panels refuse what their figures are not") {
  const timeline time{frequency::year_to_date, month_of(2019, 1).first(), 12};
  series levels =
      series::blank({"固定资产投资", "全国", unit{"亿元"}, measure::level, "2020-01"}, time, 0);
  series growths = series::blank({"固定资产投资", "全国", {}, measure::growth, "2020-01"}, time, 1);
  series older = series::blank({"固定资产投资", "全国", {}, measure::growth, "2019-01"}, time, 1);
  levels.set(year_of(2019), 551478);
  growths.set(year_of(2019), 5.4);
  CHECK(comparable_base(levels, growths).at(year_of(2019)).value() ==
        doctest::Approx(523224).epsilon(1e-5));
  CHECK(comparable_base(levels, growths).of().measure == measure::level);
  CHECK_THROWS_AS(comparable_base(levels, older), error);
  CHECK_THROWS_AS(comparable_base(growths, levels), error);
  CHECK_THROWS_AS(single_months(growths), error);
  CHECK_THROWS_AS(cumulated(growths), error);
  CHECK_THROWS_AS(year_over_year(growths), error);
  CHECK(single_months(levels).time().frequency() == frequency::month);

  panel rates{{"全国"}, {{"投资", {}, 1, measure::growth}}, time};
  CHECK_THROWS_AS(single_months(rates), error);
  panel plain{{"全国"}, {{"投资", unit{"亿元"}, 0}}, time};
  CHECK_NOTHROW(linked(plain, rates, 2019));
  CHECK(year_over_year(plain).indicators()[0].measure == measure::growth);
}

TEST_CASE("levels and growth of panels go together by their names, not by their number") {
  const timeline years{frequency::year, year_of(2018).last(), 2};
  const auto made = [&](std::vector<std::string> regions, std::string one, std::string other,
                        measure what) {
    return panel{
        std::move(regions),
        {{std::move(one), {}, {}, what}, {std::move(other), {}, {}, what}},
        years
    };
  };
  const panel levels = made({"甲", "乙"}, "出口", "进口", measure::level);
  CHECK_NOTHROW(comparable_base(levels, made({"甲", "乙"}, "出口", "进口", measure::growth)));
  CHECK_THROWS_AS(comparable_base(levels, made({"甲", "乙"}, "进口", "出口", measure::growth)),
                  error);
  CHECK_THROWS_WITH_AS(
      comparable_base(levels, made({"乙", "甲"}, "出口", "进口", measure::growth)),
      "figures go together by their regions and indicators: found the region \"甲\" beside \"乙\". "
      "Give both the same ones in the same order",
      error);
}

// 社会消费品零售总额, 亿元, 国家统计局 2021年: 3月 35484, 4月 33153, 5月 35945
TEST_CASE("growth over the span before keeps the labels of a series and asks for levels") {
  const timeline months{frequency::month, month_of(2021, 3).first(), 3};
  series retail = series::blank(
      {"社会消费品零售总额", "全国", unit{"亿元"}, measure::level, "2021-06"}, months, 0);
  retail.set(month_of(2021, 3), 35484);
  retail.set(month_of(2021, 4), 33153);
  retail.set(month_of(2021, 5), 35945);
  const series grown = period_over_period(retail);
  CHECK(grown.at(month_of(2021, 3)).cause() == missing::absent);
  CHECK(grown.at(month_of(2021, 4)).value() == doctest::Approx((33153.0 / 35484 - 1) * 100));
  CHECK(grown.at(month_of(2021, 5)).value() == doctest::Approx((35945.0 / 33153 - 1) * 100));
  CHECK(grown.of() == heading{"社会消费品零售总额", "全国", {}, measure::growth, "2021-06"});
  CHECK_THROWS_WITH_AS(period_over_period(grown),
                       "cannot take growth of 社会消费品零售总额: these are not levels, and rates "
                       "neither add up nor subtract to a rate",
                       error);
}

TEST_CASE("growth over the span before of a panel is that of each of its series") {
  const timeline quarters{frequency::quarter, quarter_of(2019, 1).last(), 6};
  panel levels{
      {"甲",                         "乙"                        },
      {{"产值", unit{"亿元"}, 1}, {"利润", unit{"亿元"}, 1}},
      "2020-08", quarters
  };
  for (Eigen::Index row = 0; row < 4; ++row)
    for (int t = 0; t < 6; ++t)
      levels.figures().set(row, t, static_cast<double>(100 + 7 * row + (3 * t + row) % 5));
  levels.figures().set(3, 2, -4);
  const panel grown = period_over_period(levels);
  CHECK(grown.regions() == levels.regions());
  CHECK(grown.vintage() == "2020-08");
  for (const char* region : {"甲", "乙"})
    for (const char* what : {"产值", "利润"}) {
      const series alone = period_over_period(levels.at(region, what));
      for (int t = 0; t < 6; ++t) {
        const period span = quarters.span(t);
        const auto one = grown.at(region, what).at(span), other = alone.at(span);
        REQUIRE(one.has_value() == other.has_value());
        if (one) CHECK(one.value() == other.value());
      }
    }
  CHECK(grown.indicators()[1].measure == measure::growth);
  CHECK(grown.figures().at(3, 2) == observation_status::to_loss);
  CHECK(grown.figures().at(3, 3) == observation_status::to_profit);
}

TEST_CASE("the year to date and January and February as one have no even spans before them") {
  const series to_date =
      series::blank({"投资"}, timeline{frequency::year_to_date, month_of(2019, 1).first(), 6});
  CHECK_THROWS_WITH_AS(period_over_period(to_date),
                       "the year to date has no period before it: take single months first", error);
  series together =
      series::blank({"零售"}, timeline{frequency::month, month_of(2019, 2).first(), 3, true});
  together.set(months_of(2019, 1, 2), 66064);
  together.set(month_of(2019, 3), 31726);
  together.set(month_of(2019, 4), 30586);
  const series grown = period_over_period(together);
  CHECK(grown.at(month_of(2019, 3)).cause() == missing::undefined);
  CHECK(grown.at(month_of(2019, 4)).value() == doctest::Approx(-3.593).epsilon(0.001));
}
