#include "kebi/assess/way.hpp"

#include <doctest/doctest.h>

#include "assess/made.hpp"

using namespace made;

namespace {

fact asked(const char* name, bound how, std::optional<decimal> value, const char* in, const char* words) {
  fact f = target(name, measure::level, how, value, in);
  f.text = words;
  return f;
}

assessment held(fact goal, decimal came, const char* in, period when = half_of(2019, 1)) {
  return only({goal, outcome(goal.indicator.c_str(), goal.measure, came, in, when)});
}

}  // namespace

TEST_SUITE("assess: which way is better") {
  TEST_CASE("a name that counts harm states that less is better, and the word is given") {
    for (const char* name : {"火灾死亡人数", "较大交通事故起数", "服务投诉件数", "贷款逾期率", "16-24岁劳动力调查失业率",
                             "工亡事故", "逾期未办结件数", "信访投诉举报数量"}) {
      CAPTURE(name);
      const better_way found = way_of(target(name, measure::level, bound::exact, 10_p, "件"), nullptr);
      CHECK(found.way == better::lower);
      CHECK(found.from == way_source::indicator_name);
      CHECK_FALSE(found.word.empty());
    }
  }

  TEST_CASE("a name that ends with a rate of what is good states that more is better") {
    for (const char* name : {"投诉办结率", "群众满意度", "事故隐患整改率", "医保参保覆盖率"}) {
      CAPTURE(name);
      CHECK(way_of(target(name, measure::level, bound::exact, 90_p, "%"), nullptr).way == better::higher);
    }
    const assessment kept = held(target("群众满意度", measure::level, bound::exact, 90_p, "%"), 88_p, "%");
    CHECK(kept.verdict == verdict::behind);
    CHECK_FALSE(kept.pace);
  }

  TEST_CASE("a name that only speaks of harm states nothing") {
    for (const char* name : {"投诉办理件数", "无事故天数", "事故隐患整改处数", "不合格率", "失业保险参保人数", "零投诉企业数", "减少事故起数",
                             "化解逾期贷款", "亏损企业扭亏户数", "信访案件", "差错件数", "氢能站点数"}) {
      CAPTURE(name);
      CHECK_FALSE(way_of(target(name, measure::level, bound::exact, 10_p, "件"), nullptr).way);
    }
  }

  TEST_CASE("the catalogue comes before the name, and the name before the target") {
    const indicator neither = known("事故起数", kind::flow, better::neither);
    CHECK(way_of(target("事故起数", measure::level, bound::exact, 1_p, "起"), &neither).way == better::neither);
    CHECK(way_of(asked("事故起数", bound::exact, 1_p, "起", "完成1起"), nullptr).from == way_source::indicator_name);
  }

  TEST_CASE("words of the target state what is asked for") {
    const struct {
      fact goal;
      std::optional<better> way;
    } rows[] = {
        {asked("x", bound::at_most, 100_p, "件", "不超过100件"), better::lower},
        {asked("x", bound::at_least, 100_p, "件", "不低于100件"), better::higher},
        {asked("x", bound::exact, 0_p, "件", "零发生"), better::lower},
        {asked("x", bound::exact, 100_p, "个", "完成100个"), better::higher},
        {asked("x", bound::exact, 100_p, "个", "100个"), std::nullopt},
        {asked("x", bound::about, 100_p, "个", "100个左右"), std::nullopt},
        {asked("x", bound::stable, {}, "", "保持稳定"), std::nullopt},
    };
    for (const auto& row : rows) {
      CAPTURE(row.goal.text);
      CHECK(way_of(row.goal, nullptr).way == row.way);
    }
    fact growth = target("x", measure::growth, bound::exact, 6_p, "%");
    CHECK(way_of(growth, nullptr).way == better::higher);
    growth.text = "6";  // under a head: nobody says that it is to grow
    CHECK_FALSE(way_of(growth, nullptr).way);
    CHECK(way_of(target("x", measure::growth, bound::exact, -6_p, "%"), nullptr).way == better::lower);
  }

  TEST_CASE("without a rule there is no verdict that needs one") {
    const fact plain = asked("信访案件", bound::exact, 100_p, "件", "100件");
    for (const decimal came : {80_p, 150_p})
      for (const period when : {half_of(2019, 1), year_of(2019)}) {
        const assessment open = held(plain, came, "件", when);
        CHECK(open.verdict == verdict::undetermined);
        CHECK(open.lacking == lacking::better);
        CHECK_FALSE(open.better_by.way);
        CHECK_FALSE(open.need);
      }
    CHECK(held(plain, 100_p, "件", year_of(2019)).verdict == verdict::met);
  }

  TEST_CASE("two-sided targets of something unknown are open only outside what they accept") {
    const fact about = asked("怪指标", bound::about, 100_p, "个", "100个左右");
    CHECK(held(about, 101_p, "个", year_of(2019)).verdict == verdict::met);
    CHECK(held(about, 150_p, "个", year_of(2019)).lacking == lacking::better);
    fact flat = target("怪指标", measure::growth, bound::flat, {}, "");
    CHECK(held(flat, 0.3_p, "%").verdict == verdict::on_course);
    CHECK(held(flat, 3_p, "%").lacking == lacking::better);
  }

  TEST_CASE("one accident against none is behind, and fewer complaints by mid-year are within") {
    CHECK(held(asked("安全事故", bound::exact, 0_p, "起", "零发生"), 1_p, "起").verdict == verdict::behind);
    CHECK(held(asked("舆情", bound::exact, 0_p, "起", "零发生"), 1_p, "起").verdict == verdict::behind);
    CHECK(held(asked("投诉件数", bound::exact, 100_p, "件", "100件"), 150_p, "件").verdict == verdict::behind);
    CHECK(held(asked("投诉件数", bound::exact, 100_p, "件", "100件"), 60_p, "件").verdict == verdict::within);
    CHECK(held(asked("投诉件数", bound::exact, 100_p, "件", "100件"), 60_p, "件", year_of(2019)).verdict == verdict::met);
  }

  TEST_CASE("a published rate of completion is used where the level of something unknown gives no verdict") {
    const assessment a = only({target("到位资金", measure::level, bound::exact, 80_p, "亿元"),
                               outcome("到位资金", measure::level, 44_p, "亿元"), outcome("到位资金", measure::progress, 55_p, "%")});
    CHECK(a.verdict == verdict::on_course);
    CHECK(a.rule == rule::schedule);
  }

  TEST_CASE("a part that is done of what should be little gives no pace") {
    const assessment a = only({target("投诉件数", measure::level, bound::exact, 100_p, "件"),
                               outcome("投诉件数", measure::progress, 80_p, "%")});
    CHECK(a.verdict == verdict::undetermined);
  }
}
