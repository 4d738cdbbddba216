#include <doctest/doctest.h>

#include "kebi/assess/assess.hpp"
#include "kebi/core/read_decimal.hpp"
#include "kebi/io/plan.hpp"
#include "kebi/text/standard_catalogue.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

const catalogue& known() {
  static const catalogue all = standard_catalogue();
  return all;
}

report read(const std::string& csv, const plan_defaults& defaults = {}) { return read_plan(csv, known(), defaults); }

const fact& only(const report& of, status as, const std::string& indicator) {
  const fact* found = nullptr;
  for (const fact& each : of.facts)
    if (each.status == as && each.indicator == indicator) {
      CHECK(found == nullptr);
      found = &each;
    }
  REQUIRE(found != nullptr);
  return *found;
}

const plan_defaults first_half{"", half_of(2024, 1)};

}  // namespace

TEST_SUITE("heads and rows of a plan") {
  TEST_CASE("columns stand in any order, with any of their usual heads") {
    const report plan = read(
        "序号,责任单位,年度计划,指标名称,1-6月完成,计量单位,备注\n"
        "1,城管局,12.5,垃圾资源化量,6.1,万吨,含餐厨\n",
        {"", year_of(2024)});
    const fact &target = only(plan, status::target, "垃圾资源化量"), &outcome = only(plan, status::actual, "垃圾资源化量");
    CHECK(target.value == 12.5_p);
    CHECK(target.unit == unit{"万吨"});
    CHECK(target.period == year_of(2024));
    CHECK(outcome.value == 6.1_p);
    CHECK(outcome.unit == unit{"万吨"});
    CHECK(outcome.period == half_of(2024, 1));
  }

  TEST_CASE("English heads may be in capitals, and a misspelt one is refused") {
    const report plan = read("Indicator,Period,Unit,Target,Outcome\nGDP,2024H1,%,6,5\n");
    CHECK(only(plan, status::target, "GDP").measure == measure::growth);
    CHECK(only(plan, status::actual, "GDP").value == 5_p);
    CHECK_THROWS_AS(read("indicator,period,target,outcom\nGDP,2024H1,6%,5%\n"), read_error);
  }

  TEST_CASE("a unit in the head, or in a column of units, reaches target and outcome") {
    const report of_heads = read("指标,报告期,目标（亿元）,完成（亿元）\n一般公共预算收入,2024H1,310,168.4\n");
    CHECK(of_heads.facts.at(0).unit == unit{"亿元"});
    CHECK(of_heads.facts.at(1).unit == unit{"亿元"});
    const report of_column = read("指标,单位,目标,完成\n地区生产总值,%,6左右,5.8\n地区生产总值,亿元,820,401.3\n", first_half);
    CHECK(of_column.facts.at(0).measure == measure::growth);
    CHECK(of_column.facts.at(0).bound == bound::about);
    CHECK(of_column.facts.at(1).measure == measure::growth);
    CHECK(of_column.facts.at(2).measure == measure::level);
    CHECK(of_column.facts.at(0).text == "6左右");
  }

  TEST_CASE("without a unit it stays open what a number is") {
    const report plan = read("指标,目标,完成\n地区生产总值,6,5.8\n", first_half);
    const auto verdicts = assess(plan, known());
    REQUIRE(verdicts.size() == 1);
    CHECK(verdicts.front().verdict == verdict::undetermined);
  }

  TEST_CASE("a number in brackets is negative") {
    const report plan = read("指标,报告期,目标,完成\n一般公共预算收入,2024H1,增长6%,(1.1%)\n工业投资,2024H1,增长6%,（2.4%）\n");
    CHECK(plan.facts.at(1).value == -1.1_p);
    CHECK(plan.facts.at(3).value == -2.4_p);
  }

  TEST_CASE("titles above the heads give region, period and unit") {
    const report plan = read("云岭市2024年上半年主要指标完成情况,,\n单位：亿元,,\n指标,年度目标,实际完成\n固定资产投资,640,301.2\n");
    CHECK(plan.period == half_of(2024, 1));
    CHECK(plan.region == "云岭市");
    CHECK(plan.facts.at(0).unit == unit{"亿元"});
    CHECK(plan.facts.at(0).period == year_of(2024));
  }

  TEST_CASE("the year of a head is that of the plan, and an earlier year is the base") {
    const report plan = read("指标,单位,2024年目标,1-6月完成,2023年实际\n固定资产投资,亿元,640,301.2,598.7\n");
    CHECK(plan.facts.at(0).period == year_of(2024));
    CHECK(plan.facts.at(1).period == half_of(2024, 1));
    CHECK(plan.facts.at(2).period == year_of(2023));
    CHECK(plan.period == half_of(2024, 1));
  }

  TEST_CASE("heads of two rows are one") {
    const report plan = read("指标,单位,2024年,\n,,目标,实际\n固定资产投资,亿元,640,301.2\n");
    CHECK(only(plan, status::target, "固定资产投资").value == 640_p);
    CHECK(only(plan, status::actual, "固定资产投资").value == 301.2_p);
  }

  TEST_CASE("headings, notes and repeated heads among the rows are no indicators") {
    const report plan = read(
        "序号,指标,目标,完成\n一、经济发展,,,\n1,固定资产投资,增长5%,4.1%\n序号,指标,目标,完成\n二、民生改善,,,\n"
        "2,城镇新增就业,1200人,700人\n注：数据为快报数。,,,\n",
        first_half);
    CHECK(plan.facts.size() == 4);
  }

  TEST_CASE("a blank cell below a merged one has its words") {
    const report plan = read("指标,地区,单位,目标,完成\n固定资产投资,东河区,亿元,90,41\n,西河区,,80,47\n", first_half);
    CHECK(plan.facts.at(2).indicator == "固定资产投资");
    CHECK(plan.facts.at(2).region == "西河区");
    CHECK(plan.facts.at(2).unit == unit{"亿元"});
  }

  TEST_CASE("two targets stand in one cell") {
    const report plan = read("指标,单位,目标,完成\n粮食产量,万吨,\"增长2%，达到98万吨\",61\n", first_half);
    CHECK(plan.facts.size() == 3);
    CHECK(plan.facts.at(0).measure == measure::growth);
    CHECK(plan.facts.at(1).measure == measure::level);
  }

  TEST_CASE("tabs and semicolons separate cells as well") {
    for (const char separator : {';', '\t'}) {
      std::string text = "指标,报告期,目标,完成\n固定资产投资,2024H1,增长5%,4.1%\n";
      for (char& c : text)
        if (c == ',') c = separator;
      CHECK(read(text).facts.size() == 2);
    }
  }

  TEST_CASE("what is left out is told") {
    std::vector<std::string> skipped;
    read_plan("指标,目标,完成,报告期,推进措施\n固定资产投资,增长5%,4.1%,2024H1,压茬推进\n工业投资,,,2024H1,\n", known(), {}, &skipped);
    REQUIRE(skipped.size() == 2);
    CHECK(skipped.at(0).find("推进措施") != std::string::npos);
    CHECK(skipped.at(1).find("工业投资") != std::string::npos);
  }

  TEST_CASE("growth and completion have columns of their own") {
    const report plan = read("指标,单位,年度目标,累计完成,同比增长(%),完成率(%)\n税收收入,亿元,96,50.2,-3.1,52.3\n", first_half);
    REQUIRE(plan.facts.size() == 4);
    CHECK(plan.facts.at(2).measure == measure::growth);
    CHECK(plan.facts.at(2).value == -3.1_p);
    CHECK(plan.facts.at(3).measure == measure::progress);
  }

  TEST_CASE("a reference among the rows near is found, and an open target shows its outcome") {
    const report plan = read(
        "指标,单位,目标,完成\n城镇居民人均可支配收入,%,5,5.1\n农村居民人均可支配收入,%,快于城镇居民,6.0\n"
        "高新技术企业数,家,大幅增长,210\n进出口总额,%,促稳提质,-1.3\n",
        first_half);
    const auto verdicts = assess(plan, known());
    REQUIRE(verdicts.size() == 4);
    REQUIRE(verdicts.at(1).reference.has_value());
    CHECK(verdicts.at(1).reference->indicator == "城镇居民人均可支配收入");
    CHECK(verdicts.at(1).verdict != verdict::undetermined);
    for (const std::size_t open : {2, 3}) {
      CHECK(verdicts.at(open).verdict == verdict::undetermined);
      CHECK(verdicts.at(open).outcome.has_value());
    }
  }

  TEST_CASE("a target of prices for the year is held against the year to date") {
    const report plan = read(
        "指标,单位,目标,1-6月完成,6月完成\n居民消费价格,%,控制在3左右,0.2,3.9\n", {"", year_of(2024)});
    const auto verdicts = assess(plan, known());
    REQUIRE(verdicts.size() == 1);
    REQUIRE(verdicts.front().outcome.has_value());
    CHECK(verdicts.front().outcome->period == half_of(2024, 1));
  }

  TEST_CASE("growth and unit behind a name are of its numbers") {
    const report plan = read("指标,目标,完成\n固定资产投资增速（%）,6,5.8\n税收收入（亿元）,96,50.2\n", first_half);
    CHECK(plan.facts.at(0).indicator == "固定资产投资");
    CHECK(plan.facts.at(0).measure == measure::growth);
    CHECK(plan.facts.at(1).measure == measure::growth);
    CHECK(plan.facts.at(2).indicator == "税收收入");
    CHECK(plan.facts.at(3).unit == unit{"亿元"});
  }

  TEST_CASE("a plan that names no period is refused with the cause") {
    try {
      read("指标,目标\n固定资产投资,增长5%\n");
      FAIL("read");
    } catch (const read_error& e) {
      CHECK(std::string{e.what()}.find("the titles and heads name none") != std::string::npos);
    }
  }
}
