#include <doctest/doctest.h>

#include "infer/made.hpp"
#include "infer/random_network.hpp"

using namespace kebi;
using namespace kebi::test;

TEST_SUITE("infer: any facts") {
  // Refusals: whatever stands in a report, inference neither fails nor loses its way.
  TEST_CASE("facts of any kind and size are inferred from") {
    dice any{9};
    const char* const names[] = {"一般公共预算收入", "税收收入", "固定资产投资", "工业投资", "存款余额", "重大项目数", "不知名", "利润总额", ""};
    const char* const spans[] = {"2019", "2018", "2019H1", "2018H1", "2019H2", "2019Q1", "2019-01..2019-05", "2017..2019", "2019-06"};
    const char* const units[] = {"亿元", "万元", "%", "个百分点", "个", "亩", "公顷", "吨/日"};
    const char* const wholes[] = {"", "全市", "全市税收收入", "税收收入", "去年同期", "2018", "2018H1", "年度目标", "不知名", "全区不知名"};
    const std::int64_t digits[] = {0, 1, -1, 9, 100, -1000, -1001, 1728, -99999, 99999999999999999, -99999999999999999};
    std::size_t contradicted = 0, figures = 0;
    for (int i = 0; i < times(1000); ++i) {
      std::vector<fact> facts;
      for (int n = any.between(0, 14); n > 0; --n) {
        fact f;
        f.indicator = names[any.below(9)];
        f.region = any.one_in(4) ? "某市" : "某区";
        if (!any.one_in(8)) f.period = period_of_code(spans[any.below(9)]);
        f.status = static_cast<status>(any.below(4));
        f.measure = static_cast<measure>(any.below(10));
        if (any.one_in(2)) f.subject = static_cast<measure>(any.below(3));
        f.bound = static_cast<bound>(any.below(14));
        if (!any.one_in(6)) f.value = decimal{any.one_in(3) ? digits[any.below(11)] : any.between(-500, 5000), any.between(0, 2)};
        if (any.one_in(4)) f.lo = decimal{any.between(-50, 50), 1};
        if (any.one_in(4)) f.hi = decimal{f.lo ? f.lo->digits() + any.below(50) : any.between(-50, 50), 1};
        if (!any.one_in(5)) f.in = unit{units[any.below(8)]};
        if (any.one_in(2)) f.basis = static_cast<basis>(any.below(6));
        if (any.one_in(4)) f.comparable = static_cast<comparable>(any.below(5));
        if (any.one_in(2)) f.of = wholes[any.below(10)];
        if (any.one_in(2)) f.versus = wholes[any.below(10)];
        if (any.one_in(6)) f.parent = names[any.below(9)];
        facts.push_back(std::move(f));
      }
      CAPTURE(i);
      const inference all = inferred(facts);
      contradicted += all.contradictions().size();
      figures += all.figures().size();
      for (const implied& each : all.figures()) {
        REQUIRE(each.possible.lo() <= each.possible.hi());
        for (const side which : {side::low, side::high})
          for (const derivation_step& step : all.explain(each, which)) REQUIRE((step.fact || step.law));
      }
      for (const contradiction& each : all.contradictions()) REQUIRE(!each.facts.empty());
      all.checks();
    }
    CHECK(contradicted > 0);
    CHECK(figures > 1000);
  }
}
