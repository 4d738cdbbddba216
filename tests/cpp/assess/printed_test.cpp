#include <doctest/doctest.h>

#include "assess/made.hpp"

using namespace made;

namespace {

fact against(bound how, const char* reference, std::optional<direction> way = {}) {
  fact f = target("收入", measure::growth, how, {}, "");
  f.reference = reference;
  f.direction = way;
  return f;
}

fact gap(decimal by, const char* reference) {
  fact f = outcome("收入", measure::gap, by, "个百分点");
  f.subject = measure::growth;
  f.reference = reference;
  return f;
}

const std::vector<indicator> income{known("收入", kind::flow)};

fact in_words(measure what, bound how, std::optional<decimal> value, period when = half_of(2019, 1)) {
  fact f = outcome("投资", what, value.value_or(0_p), value ? "%" : "", when);
  f.value = value;
  f.bound = how;
  f.text = "已完成";
  return f;
}

}  // namespace

TEST_SUITE("assess: what is published is used") {
  TEST_CASE("the published distance to a reference answers a target to be above it") {
    const fact growth = outcome("收入", measure::growth, 5.8_p, "%");
    const auto a = only({against(bound::exceed, "全市平均水平"), growth, gap(1.2_p, "全市平均")}, income);
    CHECK(a.verdict == verdict::ahead);
    CHECK(a.margin->value == doctest::Approx(1.2));
    CHECK(only({against(bound::exceed, "全市平均"), growth, gap(-0.4_p, "全市")}, income).verdict == verdict::behind);
    CHECK(only({against(bound::exceed, "全市平均", direction::down), growth, gap(-0.4_p, "全市")}, income).verdict ==
          verdict::on_course);
  }

  TEST_CASE("the distance alone is enough, but not one to another reference") {
    CHECK(only({against(bound::exceed, "全市平均"), gap(0.3_p, "全市平均")}, income).verdict == verdict::on_course);
    CHECK(only({against(bound::sync, "全市平均"), gap(-0.3_p, "全市平均")}, income).verdict == verdict::on_course);
    CHECK(only({against(bound::exceed, "全市平均"), gap(1.2_p, "全国平均")}, income).lacking == lacking::outcome);
  }

  TEST_CASE("a region may be the reference, by its own figure of the same indicator") {
    fact there = outcome("收入", measure::growth, 5.0_p, "%");
    there.region = "全市";
    const auto a = only({against(bound::exceed, "全市平均"), outcome("收入", measure::growth, 5.8_p, "%"), there}, income);
    CHECK(a.verdict == verdict::ahead);
    CHECK(a.reference->region == "全市");
  }

  TEST_CASE("to be level with a reference needs no growth of a number of its own") {
    const auto a = only({against(bound::flat, "全省"), outcome("收入", measure::growth, 6.1_p, "%"), gap(-0.2_p, "全省")}, income);
    CHECK(a.verdict == verdict::on_course);
    CHECK_FALSE(a.need);
  }

  TEST_CASE("a published change alone answers a target to stay stable") {
    fact change = outcome("比重", measure::change, 0.3_p, "个百分点");
    change.subject = measure::share;
    change.basis = basis::yoy;
    const fact stable = target("比重", measure::level, bound::stable, {}, "");
    const auto judged = [&](decimal by) {
      change.value = by;
      return only({stable, change}, {known("比重", kind::ratio)}).verdict;
    };
    CHECK(judged(0.3_p) == verdict::on_course);
    CHECK(judged(-0.9_p) == verdict::behind);
    CHECK(judged(0.9_p) == verdict::ahead);
  }

  TEST_CASE("a floor to be kept was there from the start") {
    const std::vector<indicator> land{known("耕地保有量", kind::stock), known("湿地面积", kind::stock),
                                      known("汽车保有量", kind::stock)};
    const auto judged = [&](const char* name, decimal came, std::string words = "不低于30万亩") {
      fact floor = target(name, measure::level, bound::at_least, 30_p, "万亩");
      floor.text = std::move(words);
      return only({floor, outcome(name, measure::level, came, "万亩")}, land);
    };
    CHECK(judged("耕地保有量", 29.8_p).verdict == verdict::behind);
    CHECK(judged("耕地保有量", 30.2_p).verdict == verdict::on_course);
    CHECK(judged("湿地面积", 29.8_p).verdict == verdict::behind);
    CHECK(judged("汽车保有量", 29.8_p).lacking == lacking::year_start);
    CHECK(judged("汽车保有量", 29.8_p, "保持在30万亩以上").verdict == verdict::behind);
  }

  TEST_CASE("about a number keeps pace from the least that it accepts") {
    const auto judged = [](bound how, decimal came) {
      return only({target("投资", measure::level, how, 300_p, "亿元"), outcome("投资", measure::level, came, "亿元")},
                  {known("投资", kind::flow)}).verdict;
    };
    CHECK(judged(bound::about, 147.1_p) == verdict::on_course);
    CHECK(judged(bound::about, 146.9_p) == verdict::behind);
    CHECK(judged(bound::exact, 147.1_p) == verdict::behind);
    CHECK(judged(bound::about, 166_p) == verdict::ahead);
  }

  TEST_CASE("a survey rate of about a number is better below it") {
    const auto judged = [](const char* name, decimal came, std::vector<indicator> all = {}) {
      return only({target(name, measure::level, bound::about, 5.5_p, "%"), outcome(name, measure::level, came, "%")},
                  std::move(all)).verdict;
    };
    const std::vector<indicator> catalogued{known("城镇调查失业率", kind::rate, better::lower)};
    for (const char* name : {"城镇调查失业率", "外来人口调查失业率"}) {
      const auto all = name == std::string{"城镇调查失业率"} ? catalogued : std::vector<indicator>{};
      CHECK(judged(name, 4.6_p, all) == verdict::ahead);
      CHECK(judged(name, 5.2_p, all) == verdict::on_course);
      CHECK(judged(name, 6.2_p, all) == verdict::behind);
    }
  }

  TEST_CASE("an outcome in words is one, by the rule that it states itself") {
    const fact goal = target("投资", measure::level, bound::exact, 300_p, "亿元"),
               growth = target("投资", measure::growth, bound::exact, 6_p, "%"),
               cap = target("投资", measure::level, bound::at_most, 300_p, "亿元");
    const std::vector<indicator> flow{known("投资", kind::flow)};
    fact on_time = in_words(measure::progress, bound::sync, {});
    on_time.reference = "序时进度";
    CHECK(only({goal, on_time}, flow).verdict == verdict::on_course);
    CHECK(only({growth, on_time}, flow).rule == rule::statement);
    fact late = on_time;
    late.bound = bound::exceed;
    late.direction = direction::down;
    CHECK(only({growth, late}, flow).verdict == verdict::behind);
    const fact done = in_words(measure::progress, bound::exact, 100_p);
    CHECK(only({goal, done}, flow).verdict == verdict::ahead);
    CHECK(only({growth, done}, flow).verdict == verdict::on_course);
    CHECK(only({cap, done}, flow).verdict == verdict::within);
    CHECK(only({growth, in_words(measure::progress, bound::exact, 100_p, year_of(2019))}, flow).verdict == verdict::met);
    const auto undone = [&](period when) {
      fact f = in_words(measure::progress, bound::less_than, 100_p, when);
      f.hi = 100_p;
      return only({growth, f}, flow).verdict;
    };
    CHECK(undone(half_of(2019, 1)) == verdict::undetermined);
    CHECK(undone(year_of(2019)) == verdict::missed);
  }

  TEST_CASE("a figure comes before words") {
    fact on_time = in_words(measure::progress, bound::sync, {});
    const auto a = only({target("投资", measure::growth, bound::exact, 6_p, "%"), on_time,
                         outcome("投资", measure::growth, 2_p, "%")}, {known("投资", kind::flow)});
    CHECK(a.verdict == verdict::behind);
    CHECK(a.rule == rule::value);
  }

  TEST_CASE("an outcome that was read with a doubt is shown, and gives no verdict") {
    fact odd = outcome("投资", measure::level, 32_p, "公里");
    odd.doubts.insert(doubt::unit);
    const auto a = only({target("投资", measure::level, bound::exact, 300_p, "亿元"), odd}, {known("投资", kind::flow)});
    CHECK(a.verdict == verdict::undetermined);
    CHECK(a.outcome->unit == unit{"公里"});
  }
}
