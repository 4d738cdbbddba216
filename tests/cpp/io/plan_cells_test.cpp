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

struct plan_read {
  report plan;
  std::vector<std::string> skipped;
};

/// A plan of one row, beside one that is read.
plan_read read_beside(const std::string& row) {
  plan_read result;
  result.plan = read_plan("指标,报告期,目标,完成\n外贸出口额,2024H1,增长6%,6.3%\n" + row + "\n", known(), {}, &result.skipped);
  return result;
}

const fact& last(const plan_read& of) { return of.plan.facts.back(); }

}  // namespace

TEST_SUITE("cells of a plan") {
  TEST_CASE("a cell that is not understood is its words, and the cause is listed") {
    for (const char* words : {"持续推进", "第3位", "详见附件", "12.5.3亿元", "7,5%"}) {
      CAPTURE(words);
      const plan_read read = read_beside(std::string{"固定资产投资,2024H1,增长6%,\""} + words + "\"");
      CHECK(read.plan.facts.size() == 4);
      CHECK(last(read).text == words);
      CHECK(last(read).bound == bound::none);
      CHECK_FALSE(last(read).value);
      REQUIRE(read.skipped.size() == 1);
      CHECK(read.skipped.front().starts_with("line 3, column "));
    }
  }

  TEST_CASE("a number in no unit of its indicator is in doubt") {
    const plan_read read = read_beside("固定资产投资,2024H1,300亿元,32公里");
    CHECK(last(read).value == 32_p);
    CHECK(last(read).doubts.contains(doubt::unit));
    CHECK(read.skipped.size() == 1);
  }

  TEST_CASE("outcomes in words have the measure of progress") {
    const auto outcome = [](const char* words) { return last(read_beside(std::string{"固定资产投资,2024H1,增长6%,"} + words)); };
    for (const char* words : {"已完成", "超额完成", "全面完成年度目标任务", "已完成市下达任务"}) {
      CAPTURE(words);
      CHECK(outcome(words).measure == measure::progress);
      CHECK(outcome(words).value == 100_p);
      CHECK(outcome(words).bound == bound::exact);
    }
    CHECK(outcome("未完成").bound == bound::less_than);
    CHECK(outcome("达到序时进度").bound == bound::sync);
    CHECK(outcome("达到序时进度").reference == "序时进度");
    CHECK(outcome("快于序时进度").direction == direction::up);
    for (const char* words : {"慢于序时进度", "未达到序时进度", "滞后时间进度"}) {
      CAPTURE(words);
      CHECK(outcome(words).bound == bound::exceed);
      CHECK(outcome(words).direction == direction::down);
    }
    CHECK(outcome("已完成主体结构").bound == bound::none);
  }

  TEST_CASE("signs and words for nothing are blank") {
    for (const char* nothing : {"暂无数据", "N/A", "n/a", "#N/A", "未统计", "待公布", "不适用"}) {
      CAPTURE(nothing);
      const plan_read read = read_beside(std::string{"固定资产投资,2024H1,增长6%,"} + nothing);
      CHECK(last(read).status == status::target);
      CHECK(read.skipped.empty());
    }
  }

  TEST_CASE("a head that says until when is of the time since January") {
    const auto period_of = [](const char* head) {
      return read_plan(std::string{"指标,年度目标,"} + head + "\n固定资产投资,增长6%,5%\n", known(), {"", year_of(2024)}).facts.back().period;
    };
    CHECK(period_of("截至6月底完成数") == half_of(2024, 1));
    CHECK(period_of("截至5月完成") == months_of(2024, 1, 5));
    CHECK(period_of("6月末累计完成") == half_of(2024, 1));
    CHECK(period_of("1-6月完成") == half_of(2024, 1));
    CHECK(period_of("6月完成") == month_of(2024, 6));
  }

  TEST_CASE("amount and growth below one head are target and growth of both") {
    const report plan = read_plan(
        "指标,单位,2024年目标,,1-6月完成,\n,,绝对额,增速(%),绝对额,增速(%)\n固定资产投资,亿元,90,8,41.2,7.1\n", known());
    REQUIRE(plan.facts.size() == 4);
    CHECK(plan.facts.at(0).value == 90_p);
    CHECK(plan.facts.at(1).measure == measure::growth);
    CHECK(plan.facts.at(1).status == status::target);
    CHECK(plan.facts.at(3).measure == measure::growth);
    CHECK(plan.facts.at(3).period == half_of(2024, 1));
  }

  TEST_CASE("a plan with several spans is of the latest, or of the one that is named") {
    const char* rows = "指标,单位,基期（2023年）完成,2024年目标,一季度,上半年\n高新技术企业数,家,100,120,102,110\n";
    const report plan = read_plan(rows, known());
    CHECK(plan.period == half_of(2024, 1));
    CHECK(plan.facts.back().period == year_of(2023));
    CHECK(read_plan(rows, known(), {"", quarter_of(2024, 1)}).period == quarter_of(2024, 1));
  }

  TEST_CASE("figures below no head are named") {
    std::vector<std::string> skipped;
    read_plan("指标,报告期,目标,完成,\n固定资产投资,2024H1,增长6%,5%,44.1\n", known(), {}, &skipped);
    REQUIRE(skipped.size() == 1);
    CHECK(skipped.front().find("has no head") != std::string::npos);
  }

  TEST_CASE("a number of another stage of the work is in doubt") {
    CHECK(last(read_beside("老旧小区改造,2024H1,完成12个,已开工10个")).doubts.contains(doubt::name));
    CHECK(is_firm(last(read_beside("老旧小区改造,2024H1,开工12个,已开工10个"))));
    CHECK(is_firm(last(read_beside("新开工项目数,2024H1,12个,开工10个"))));
  }

  TEST_CASE("a figure of the region around it is of that region, and serves as its reference") {
    const plan_read read = read_beside("社会消费品零售总额,2024H1,快于全市平均,6.0%（全市5.2%）");
    CHECK(last(read).region == "全市");
    CHECK(last(read).value == 5.2_p);
    const auto verdicts = assess(read.plan, known());
    CHECK(verdicts.back().verdict == verdict::ahead);
    CHECK(verdicts.back().margin->value == doctest::Approx(0.8));
    CHECK(last(read_beside("固定资产投资,2024H1,增长6%,全市完成151亿元，增长5%")).region.empty());
  }

  TEST_CASE("so many percent done of growth is no growth") {
    CHECK(last(read_beside("固定资产投资,2024H1,增长6%,完成95%")).measure == measure::progress);
    CHECK(last(read_beside("固定资产投资,2024H1,增长6%,95%")).doubts.contains(doubt::name));
    CHECK(is_firm(last(read_beside("固定资产投资,2024H1,增长6%,同比增长95%"))));
    CHECK(is_firm(last(read_beside("固定资产投资,2024H1,增长30%,55%"))));
    CHECK(last(read_beside("固定资产投资,2024H1,增长6%,5.2%")).measure == measure::growth);
  }

  TEST_CASE("a number and a comparison are two targets that may both be met") {
    const plan_read read = read_beside("税收收入,2024H1,\"增长8%，快于财政收入增速\",9%");
    CHECK(read.skipped.empty());
    for (const fact& each : read.plan.facts) CHECK(is_firm(each));
  }

  TEST_CASE("new ones of what is counted are a change, in outcomes as in targets") {
    const plan_read read = read_beside("高新技术企业数,2024H1,新增20家,新增12家");
    CHECK(last(read).measure == measure::change);
    CHECK(last(read).value == 12_p);
    CHECK(last(read_beside("城镇新增就业,2024H1,1200人,新增700人")).measure == measure::level);
  }

  TEST_CASE("targets that exclude each other are in doubt where others stand beside them") {
    const plan_read read = read_beside("固定资产投资,2024H1,增长8%,7%\n固定资产投资,2024H1,增长9%,7%");
    int doubtful = 0;
    for (const fact& each : read.plan.facts) doubtful += each.doubts.contains(doubt::arithmetic);
    CHECK(doubtful == 2);
    CHECK(read.skipped.size() == 1);
  }

  TEST_CASE("words in cells come back from the table that is written") {
    const plan_read read = read_beside("固定资产投资,2024H1,增长6%,持续推进\n工业投资,2024H1,增长6%,达到序时进度");
    const report again = read_plan(write_plan(read.plan, known()), known());
    REQUIRE(again.facts.size() == read.plan.facts.size());
    for (std::size_t i = 0; i < again.facts.size(); ++i) CHECK(same_statement(again.facts[i], read.plan.facts[i]));
  }
}
