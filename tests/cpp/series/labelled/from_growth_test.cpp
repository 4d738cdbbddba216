#include "kebi/series/parts/composition.hpp"

#include "kebi/series/parts/contributions.hpp"
#include "kebi/series/parts/shares.hpp"
#include "series/labelled/tables.hpp"

using namespace kebi;
using test::bounds_of;
using test::table;
using test::values_of;

namespace {

template <class Check>
void each_of_two_growths(const Check& check) {
  check("乘积增速", values_of(growth_of_product), bounds_of(growth_of_product));
  check("商的增速", values_of(growth_of_ratio), bounds_of(growth_of_ratio));
}

/// Of parts, their growth, wholes and theirs, in this order.
template <class Check>
void each_of_parts_and_wholes(const Check& check) {
  check("贡献率", measure::contribution, values_of(share_of_growth), bounds_of(share_of_growth));
  check("拉动", measure::pull, values_of(contribution_to_growth), bounds_of(contribution_to_growth));
  check("其余部分增速", measure::growth, values_of(growth_of_residual), bounds_of(growth_of_residual));
  check(
      "比重变化", measure::change,
      [](const auto& a, const auto& g, const auto& b, const auto& h) {
        return share_change(a, b, g, h);
      },
      [](const auto& a, const auto& g, const auto& b, const auto& h) {
        return share_change.bounds(a, b, g, h);
      });
}

/// Of shares and the growth of parts and wholes.
template <class Check>
void each_of_shares(const Check& check) {
  check("基期比重", measure::share, values_of(base_share), bounds_of(base_share));
  check("比重变化", measure::change, values_of(share_change), bounds_of(share_change));
}

panel times(const panel& of, double factor) {
  panel made = of;
  made.figures().values *= factor;
  return made;
}

}  // namespace

TEST_CASE("growth of products and quotients is that of the grids, labelled like the first") {
  const panel growths = table(measure::growth, test::months(26));
  const panel factors = times(table(measure::growth, test::months(26)), 0.5);
  each_of_two_growths([&](const char* id, const auto& over, const auto& within) {
    test::check_labels(id, measure::growth, false, over, within, growths, factors);
    test::check_refuses_strangers(id, measure::growth, growths.time(),
                                  [&](const panel& each) { return over(growths, each); });
    test::check_refuses_strangers(id, measure::growth, growths.time(),
                                  [&](const panel& each) { return within(growths, each); });
  });
}

TEST_CASE("prices of one region deflate all rows of a panel, and not those of another region") {
  const timeline years = test::years(2);
  const panel nominal = table(measure::growth, years);
  series prices = series::blank({"价格", "全国", {}, measure::growth, "2020-08"}, years, 1);
  prices.set(year_of(2018), 2.1);
  prices.set(year_of(2019), 2.9);
  const panel real = growth_of_ratio(nominal, prices);
  CHECK(real.regions() == nominal.regions());
  CHECK(real.at("乙", "进口").at(year_of(2019)).value() ==
        doctest::Approx((1 + nominal.figures().values(3, 1) / 100) / 1.029 * 100 - 100));
  CHECK(growth_of_ratio.bounds(nominal, prices).figures().rows() == 4);
  CHECK_THROWS_WITH_AS(growth_of_ratio(nominal.at("甲", "出口"), prices),
                       "figures go together by their regions and indicators: found the region "
                       "\"甲\" beside \"全国\". Give both the same ones in the same order",
                       error);
}

TEST_CASE("parts and wholes by growth are those of the grids, labelled like the parts") {
  const timeline time = test::years(4);
  const panel parts = table(measure::level, time), growths = table(measure::growth, time);
  const panel wholes = times(parts, 3), whole_growths = times(growths, 0.7);
  each_of_parts_and_wholes([&](const char* id, measure what, const auto& over, const auto& within) {
    test::check_labels(id, what, false, over, within, parts, growths, wholes, whole_growths);
    const auto strange = [&](measure of, const auto& call) {
      test::check_refuses_strangers(id, of, time, call);
    };
    strange(measure::growth,
            [&](const panel& each) { return over(parts, each, wholes, whole_growths); });
    strange(measure::level,
            [&](const panel& each) { return over(parts, growths, each, whole_growths); });
    strange(measure::growth,
            [&](const panel& each) { return within(parts, growths, wholes, each); });
  });
}

TEST_CASE("one series is the whole of all rows, with its growth beside it") {
  const timeline time = test::years(4);
  const panel parts = table(measure::level, time), growths = table(measure::growth, time);
  const series whole = times(parts, 3).at("甲", "出口");
  const series whole_growth = times(growths, 0.7).at("甲", "出口");
  each_of_parts_and_wholes([&](const char* id, measure, const auto& over, const auto& within) {
    CAPTURE(id);
    const grid plain =
        over(parts.figures(), growths.figures(), whole.figures(), whole_growth.figures());
    CHECK(test::same(over(parts, growths, whole, whole_growth).figures(), plain));
    CHECK(within(parts, growths, whole, whole_growth).figures().rows() == 4);
  });
}

TEST_CASE("shares a year before and their changes are those of the grids, of shares alone") {
  const timeline time = test::years(4);
  const panel levels = table(measure::level, time), growths = table(measure::growth, time);
  const panel shares = table(measure::share, time), wholes = times(growths, 0.7);
  each_of_shares([&](const char* id, measure what, const auto& over, const auto& within) {
    test::check_labels(id, what, false, over, within, shares, growths, wholes);
    test::check_refused(id, over, within, levels, growths, wholes);
    test::check_refused(id, over, within, growths, growths, wholes);
    test::check_refuses_strangers(id, measure::growth, time,
                                  [&](const panel& each) { return over(shares, each, wholes); });
    test::check_refuses_strangers(id, measure::growth, time,
                                  [&](const panel& each) { return within(shares, growths, each); });
  });
  CHECK_THROWS_WITH_AS(base_share(levels, growths, wholes),
                       "this needs shares or ratios of 出口, and these are levels: see share",
                       error);
}

// 社会消费品零售总额, 亿元 and %, 国家统计局, 2021年1-2月: 商品 62651 (30.7), 餐饮 7085 (68.9),
// 总额 33.8
TEST_CASE("growth of a sum of indicators is one row for each region, and has the sum's name") {
  const timeline time{frequency::year_to_date, month_of(2021, 2).first(), 1};
  const auto made = [&](measure what, int decimals, double goods, double meals) {
    panel each{
        {"全国"                       },
        { {"商品", {}, decimals, what}, {"餐饮", {}, decimals, what}},
        "2021-03", time
    };
    each.figures().set(0, 0, goods);
    each.figures().set(1, 0, meals);
    return each;
  };
  const panel levels = made(measure::level, 0, 62651, 7085);
  const panel growths = made(measure::growth, 1, 30.7, 68.9);
  const panel sum = growth_of_sum(levels, growths, sum_of{along::indicators, "零售"});
  CHECK(sum.regions() == std::vector<std::string>{"全国"});
  CHECK(sum.indicators() == std::vector<panel_indicator>{
                                {"零售", {}, {}, measure::growth}
  });
  CHECK(sum.vintage() == "2021-03");
  CHECK(sum.figures().values(0, 0) == doctest::Approx(33.8).epsilon(0.002));
  CHECK(growth_of_sum.bounds(levels, growths, sum_of{along::indicators, "合计"}).figures().within(0, 0).contains(33.8));
}

TEST_CASE("growth of a sum of regions is one row for each indicator") {
  const timeline time = test::years(3);
  const panel levels = table(measure::level, time), growths = table(measure::growth, time);
  const panel sum = growth_of_sum(levels, growths, sum_of{along::regions, "甲乙"});
  CHECK(sum.regions() == std::vector<std::string>{"甲乙"});
  REQUIRE(sum.indicators().size() == 2);
  CHECK(sum.indicators()[1] == panel_indicator{"进口", {}, {}, measure::growth});
  CHECK(
      test::same(sum.figures(), growth_of_sum(levels.figures(), growths.figures(), sum_of{{0, 1, 0, 1}})));
  CHECK(test::same(growth_of_sum.bounds(levels, growths, sum_of{along::regions, "合计"}).figures(),
                   growth_of_sum.bounds(levels.figures(), growths.figures(), sum_of{{0, 1, 0, 1}})));
  test::check_refuses_strangers("growths", measure::growth, time, [&](const panel& each) {
    return growth_of_sum(levels, each, sum_of{along::regions, "和"});
  });
  CHECK_THROWS_WITH_AS(
      growth_of_sum(panel{{}, {}, time}, panel{{}, {}, time}, sum_of{along::regions, "和"}),
      "a sum needs parts: the panel has no rows", error);
}

TEST_CASE("what is told in two units makes no sum") {
  const timeline time = test::years(2);
  const panel mixed{
      {"甲"                      },
      { {"产值", unit{"亿元"}}, {"产量", unit{"万吨"}}},
      time
  };
  const panel growths{
      {"甲"                               },
      { {"产值", {}, {}, measure::growth}, {"产量", {}, {}, measure::growth}},
      time
  };
  CHECK_THROWS_WITH_AS(
      growth_of_sum(mixed, growths, sum_of{along::indicators, "和"}),
      "figures that go together have one unit: found 产量 in 万吨 beside 亿元. "
      "Convert one of them first",
      error);
  CHECK_NOTHROW(growth_of_sum(mixed, growths, sum_of{along::regions, "和"}));
}
