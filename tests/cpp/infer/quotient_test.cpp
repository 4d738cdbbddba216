#include <doctest/doctest.h>

#include "infer/made.hpp"
#include "kebi/text/standard_catalogue.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {

const catalogue& standard() {
  static const catalogue all = standard_catalogue();
  return all;
}
inference all_of(std::vector<fact> facts) { return infer(std::span<const fact>{facts}, standard()); }
long checked(const inference& all, identity law) {
  return std::ranges::count(all.checks(), law, &check::law);
}

/// 国家统计局, 中华人民共和国2019年国民经济和社会发展统计公报 (2020-02-28), and the end of
/// 2018 from the one before.
std::vector<fact> china_2019() {
  return {level("地区生产总值", "2019", "990865"), level("第一产业增加值", "2019", "70467"),
          level("第二产业增加值", "2019", "386165"), level("第三产业增加值", "2019", "534233"),
          level("第一产业比重", "2019", "7.1", "%"), level("第二产业比重", "2019", "39.0", "%"),
          level("第三产业增加值比重", "2019", "53.9", "%"), level("人均地区生产总值", "2019", "70892", "元"),
          level("总人口", "2018", "139538", "万人"), level("总人口", "2019", "140005", "万人"),
          level("城镇常住人口", "2019", "84843", "万人"), level("常住人口城镇化率", "2019", "60.60", "%"),
          level("全社会研发经费支出", "2019", "21737"), level("研发投入强度", "2019", "2.19", "%"),
          level("粮食产量", "2019", "66384", "万吨"), level("粮食播种面积", "2019", "116064", "千公顷"),
          level("粮食单产", "2019", "5720", "公斤/公顷"), level("城镇居民人均可支配收入", "2019", "42359", "元"),
          level("农村居民人均可支配收入", "2019", "16021", "元"), level("城乡居民收入比", "2019", "2.64", "倍")};
}

}  // namespace

TEST_SUITE("infer: ratios") {
  TEST_CASE("the ratios of a bulletin agree with what they are made of") {
    const inference all = all_of(china_2019());
    CHECK(all.contradictions().empty());
    // Three shares, per head, towns, research, grain, incomes; one of them by way of a mean.
    CHECK(checked(all, identity::quotient) + checked(all, identity::year_mean) == 8);
    CHECK(all.put_aside().empty());
  }

  TEST_CASE("each of the three follows from the other two") {
    for (const char* left_out : {"人均地区生产总值", "常住人口城镇化率", "研发投入强度", "粮食单产", "城乡居民收入比",
                                 "城镇常住人口", "全社会研发经费支出", "粮食产量"}) {
      CAPTURE(left_out);
      std::vector<fact> facts = china_2019();
      const auto told = std::find_if(facts.begin(), facts.end(), [&](const fact& f) { return f.indicator == left_out; });
      const fact truth = *told;
      facts.erase(told);
      const inference all = all_of(facts);
      const char* span = truth.indicator == "城镇常住人口" ? "2019-12" : "2019";
      const bounds b = found(all, truth.indicator, span);
      REQUIRE(b.is_bounded());
      // In the unit that the catalogue names first.
      for (const implied& each : all.figures())
        if (each.what.indicator == truth.indicator && each.what.period == period_of_code(span)) {
          REQUIRE(each.unit);
          CHECK(!(convert(leaves_possible(truth, {}), *truth.unit, *each.unit) & b).is_empty());
        }
      CHECK(width(b) < 0.02 * b.hi());
    }
  }

  TEST_CASE("a figure per head stands on the mean of the year's two ends") {
    // The end of the year alone would say 990865 / 140005: a contradiction that is none.
    const std::vector<fact> facts{level("地区生产总值", "2019", "990865"), level("人均地区生产总值", "2019", "70892", "元"),
                                  level("总人口", "2019", "140005", "万人")};
    const inference all = all_of(facts);
    CHECK(all.contradictions().empty());
    // What there was a year before follows: 139538 was published.
    const bounds before = base_of(all, "总人口", "2018-12");
    CHECK(before.lo() == doctest::Approx(2 * 990864.5e4 / 70892.5 - 140005.5).epsilon(1e-9));
    CHECK(before.hi() == doctest::Approx(2 * 990865.5e4 / 70891.5 - 140004.5).epsilon(1e-9));
    CHECK(before.contains(139538));
    // Another way: over half a year nothing is said of a stock at its end.
    const inference half = all_of({level("地区生产总值", "2019H1", "450933"), level("人均地区生产总值", "2019H1", "32300", "元"),
                                   level("总人口", "2019-06", "139800", "万人")});
    CHECK(half.contradictions().empty());
    CHECK(half.checks().empty());
  }

  TEST_CASE("units of a ratio are those of its parts, whatever their scale") {
    for (const auto& [per_head, contradictions] : {std::pair{"5.70", 0}, std::pair{"5.71", 1}}) {
      const inference all = all_of({level("人均地区生产总值", "2019", per_head, "万元"), level("地区生产总值", "2019", "9150000", "万元"),
                                    level("常住人口", "2018", "160.40", "万人"), level("常住人口", "2019", "160.60", "万人")});
      CHECK(all.contradictions().size() == static_cast<std::size_t>(contradictions));  // 5.7009
    }
    // What does not fit together says nothing: 公斤 alone is no yield.
    const inference odd = all_of({level("粮食单产", "2019", "381", "公斤"), level("粮食产量", "2019", "66384", "万吨"),
                                  level("粮食播种面积", "2019", "116064", "千公顷")});
    CHECK(odd.contradictions().empty());
    CHECK(odd.checks().empty());
  }

  TEST_CASE("a wrong ratio is found, and the slip in it") {
    std::vector<fact> facts = china_2019();
    for (fact& each : facts)
      if (each.indicator == "城乡居民收入比") each.value = read_decimal("2.46");
    const inference all = all_of(facts);
    REQUIRE(all.contradictions().size() == 1);
    const contradiction& one = all.contradictions()[0];
    CHECK(one.laws == std::vector<identity>{identity::quotient});
    CHECK(one.facts.size() == 3);
    CHECK(one.grade == grade::typo);
    const auto meant = std::find_if(one.mends.begin(), one.mends.end(), [&](const mend& each) {
      return facts[each.fact].indicator == "城乡居民收入比" && each.what.meant == read_decimal("2.64");
    });
    CHECK(meant != one.mends.end());
  }

  TEST_CASE("a population recut between two years is a break of scope, no error of the ratio") {
    // 2020: 人均72447元 (公报) on 141178万 of the census and 140005万 as published before it.
    const inference all = all_of({level("地区生产总值", "2020", "1015986"), level("人均地区生产总值", "2020", "72000", "元"),
                                  level("总人口", "2019", "140005", "万人"), level("总人口", "2020", "141212", "万人")});
    REQUIRE(all.contradictions().size() == 1);
    CHECK(all.contradictions()[0].grade == grade::scope_break);
    CHECK(all.put_aside().empty());  // the published figures stand
  }

  // 国家统计局, 2019年居民收入: 居民人均可支配收入 30733 元, 名义增长8.9%, 实际增长5.8%; and GDP, of
  // which the unmarked growth is the real one.
  TEST_CASE("nominal and real growth tell a price of their own, and consumer prices stay out of it") {
    fact real = growth("居民人均可支配收入", "2019", "5.8");
    real.comparable = comparable::price;
    fact nominal = growth("地区生产总值", "2019", "7.8");
    nominal.comparable = comparable::nominal;
    const inference all = all_of({growth("居民人均可支配收入", "2019", "8.9"), real, growth("地区生产总值", "2019", "6.1"), nominal,
                                  growth("居民消费价格指数", "2019", "2.9"), level("地区生产总值", "2019", "990865"),
                                  level("地区生产总值", "2018", "900309")});
    CHECK(all.contradictions().empty());
    const bounds incomes = found(all, "居民人均可支配收入价格", "2019", measure::growth);
    CHECK(incomes.lo() == doctest::Approx(100 * (1.0885 / 1.0585 - 1)));
    CHECK(incomes.hi() == doctest::Approx(100 * (1.0895 / 1.0575 - 1)));
    const bounds deflator = found(all, "地区生产总值价格", "2019", measure::growth);
    CHECK(deflator.lo() == doctest::Approx(100 * (1.0775 / 1.0615 - 1)));
    CHECK(deflator.hi() == doctest::Approx(100 * (1.0785 / 1.0605 - 1)));
    // At current prices levels hang together: 2018 as revised is not what was published, 900309.
    const bounds revised = found(all, "地区生产总值", "2018", measure::level, scope::rereleased);
    CHECK(revised.lo() == doctest::Approx(990864.5 / 1.0785));
    CHECK(revised.hi() == doctest::Approx(990865.5 / 1.0775));
  }
}
