#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "kebi/indicator/code.hpp"
#include "kebi/text/print_phrase.hpp"
#include "kebi/text/read_phrase.hpp"
#include "kebi/text/standard_catalogue.hpp"

using namespace kebi;

namespace {

const catalogue& known() {
  static const catalogue all = standard_catalogue();
  return all;
}

/// A fact in one line: growth about 6.5%.
std::string told(const fact& f) {
  std::string line = std::string{code(f.measure)} + " " + std::string{code(f.bound)};
  if (f.value) line += " " + to_string(*f.value);
  if (f.bound == bound::range) line += " " + to_string(*f.lo) + ".." + to_string(*f.hi);
  if (f.unit) line += " " + f.unit->symbol();
  if (f.stretch) line += " stretch " + to_string(*f.stretch);
  if (f.direction) line += " " + std::string{code(*f.direction)};
  if (!f.reference.empty()) line += " versus " + f.reference;
  if (!f.whole.empty()) line += " of " + f.whole;
  return line;
}

std::string target(std::string_view phrase, const std::string& indicator) {
  phrase_context context;
  context.indicator = indicator;
  context.known = &known();
  try {
    std::string all;
    for (const fact& each : read_target(phrase, context)) all += (all.empty() ? "" : " | ") + told(each);
    return all;
  } catch (const error& e) {
    return e.what();
  }
}

std::string outcome(std::string_view cell, const std::string& indicator, const fact* beside = nullptr) {
  phrase_context context;
  context.indicator = indicator;
  context.known = &known();
  try {
    std::string all;
    for (const fact& each : read_outcome(cell, context, beside)) all += (all.empty() ? "" : " | ") + told(each);
    return all;
  } catch (const error& e) {
    return e.what();
  }
}

}  // namespace

TEST_CASE("a bare % is what the target beside it makes of it") {
  fact rise;
  rise.measure = measure::change;
  rise.subject = measure::level;
  rise.value = decimal{8, 1};
  rise.unit = unit{"个百分点"};
  CHECK(outcome("0.6%", "常住人口城镇化率", &rise) == "change exact 0.6 %");
  CHECK(outcome("66.1%", "常住人口城镇化率", &rise) == "level exact 66.1 %");
  fact lead;
  lead.measure = measure::gap;
  CHECK(outcome("6.8%", "规模以上工业增加值", &lead) == "growth exact 6.8 %");
  CHECK(outcome("62%", "常住人口城镇化率", &lead) == "level exact 62 %");
}

TEST_CASE("a phrase says no more than it says") {
  CHECK(target("没有增长5%", "出口").find("found \"5%\"") != std::string::npos);
  CHECK(target("新增200家", "高新技术企业数") == "change exact 200 家");
  CHECK(target("新增5万人", "城镇新增就业") == "level exact 5 万人");
  CHECK(outcome("增长8%,快于财政收入增速", "居民人均可支配收入") ==
        "growth exact 8 % | growth exceed versus 财政收入增速");
}

TEST_CASE("the targets of Jiading's plan for 2019 are read") {  // 表一 of its report at mid-year
  CHECK(target("增长 6.0%-6.5%", "增加值") == "growth range 6.0..6.5 %");
  CHECK(target("保持稳定", "第三产业增加值比重") == "level stable");
  CHECK(target("增长 3%左右", "规模以上工业总产值") == "growth about 3 %");
  CHECK(target("基本持平", "外贸出口额(1-5月)") == "growth flat");
  CHECK(target("完成 300 亿元以上", "固定资产投资") == "level at_least 300 亿元");
  CHECK(target("控制在市下达指标 5650 人以内", "城镇登记失业人数") == "level at_most 5650 人");
  CHECK(target("与经济增长保持同步", "居民人均可支配收入") == "growth sync versus 经济增长");
}

TEST_CASE("the outcomes of Jiading's first half of 2019 are read beside their targets") {
  phrase_context context;
  context.indicator = "居民人均可支配收入";
  const fact in_step = read_target("与经济增长保持同步", context).front();
  CHECK(outcome("-0.9%", "增加值") == "growth exact -0.9 %");
  CHECK(outcome("33. 5%", "第三产业增加值比重") == "level exact 33.5 %");
  CHECK(outcome("152. 7 亿元", "固定资产投资") == "level exact 152.7 亿元");
  CHECK(outcome("4872 人", "城镇登记失业人数") == "level exact 4872 人");
  CHECK(outcome("8. 8%", "居民人均可支配收入", &in_step) == "growth exact 8.8 %");
  CHECK(outcome("完成172.8亿元,同比增长1.1%", "一般公共预算收入") == "level exact 172.8 亿元 | growth exact 1.1 %");
  CHECK(outcome("占全市战略性新兴产业产值11.4%,比去年同期提高1.4个百分点", "战略性新兴产业产值") ==
        "share exact 11.4 % of 全市战略性新兴产业产值 | change exact 1.4 个百分点 versus 去年同期 of 全市战略性新兴产业产值");
}

TEST_CASE("an outcome that is expected of a finished span is an estimate") {
  phrase_context context;
  context.indicator = "居民人均可支配收入";
  const auto read = read_outcome("预计达到30233元", context);
  REQUIRE(read.size() == 1);
  CHECK(read.front().status == status::estimate);
  CHECK(read.front().text == "预计达到30233元");
}

TEST_CASE("bounds stand in signed space") {
  CHECK(target("下降3.4%以上", "单位GDP能耗") == "growth at_most -3.4 %");
  CHECK(target("下降2%-3%", "单位GDP能耗") == "growth range -3..-2 %");
  CHECK(target("降幅控制在5%以内", "出口") == "growth at_least -5 %");
}

TEST_CASE("a phrase that cannot be read is refused at its place") {
  CHECK(target("增长 abc", "增加值").find("line 1, column 4: found \"abc\"") == 0);
  CHECK(target("300人以上", "增加值").find("a unit of 增加值: 亿元") != std::string::npos);
  CHECK(target("增长6人", "增加值").find("a unit of 增加值") != std::string::npos);
  CHECK(target("5%吧啦", "增加值").find("column 3: found \"吧啦\"") != std::string::npos);
  CHECK(target("12345678901234567890亿元", "增加值").find("too large for any statistic") != std::string::npos);
  CHECK(target("", "增加值").find("found nothing") != std::string::npos);
  CHECK(target("13月", "增加值").find("expected a target") != std::string::npos);
  CHECK(outcome("3%", "某种没有的东西").find("whether it is a growth") != std::string::npos);
  CHECK(outcome("情况良好", "增加值").find("expected an outcome") != std::string::npos);
}

TEST_CASE("what a phrase says of a fact reads back as the same statement") {
  const auto decimal_of = [](int tenths) { return decimal{tenths, 1}; };
  int said = 0;
  for (const bool as_target : {true, false})
    for (const measure m : {measure::level, measure::growth, measure::share, measure::change, measure::gap,
                            measure::pull, measure::contribution, measure::progress})
      for (const bound b : {bound::exact, bound::about, bound::at_least, bound::at_most, bound::more_than,
                            bound::less_than, bound::nearly, bound::range, bound::flat, bound::stable, bound::sync})
        for (const int tenths : {62, 305, -41, -188}) {
          fact f;
          f.indicator = m == measure::level ? "固定资产投资" : "一般公共预算收入";
          f.status = as_target ? status::target : status::actual;
          f.measure = m;
          f.bound = b;
          if (as_target && m != measure::level && m != measure::growth) continue;
          const bool signed_kind = m == measure::growth || m == measure::change || m == measure::gap || m == measure::pull;
          if (tenths < 0 && !signed_kind) continue;
          const bool words = b == bound::flat || b == bound::stable || b == bound::sync;
          if (words && m != (b == bound::stable ? measure::level : measure::growth)) continue;
          if (m == measure::level && !words) f.unit = unit{"亿元"};
          else if (m == measure::change || m == measure::gap || m == measure::pull) f.unit = unit{"个百分点"};
          else if (!words) f.unit = unit{"%"};
          if (m == measure::growth) f.basis = basis::yoy;
          if (m == measure::change) f.subject = measure::growth;
          if (m == measure::gap) f.subject = measure::growth, f.reference = "全市平均";
          if (m == measure::share) f.whole = "全市";
          if (m == measure::pull || m == measure::contribution) f.whole = "经济增长";
          if (m == measure::pull) f.whole = "经济";
          if (m == measure::progress) f.whole = "年度计划";
          if (b == bound::sync) f.reference = "经济增长";
          if (!words) {
            const decimal value = decimal_of(tenths);
            if (b == bound::range) f.lo = value, f.hi = decimal_of(tenths + 11);
            else f.value = value;
            if (b == bound::at_least || b == bound::more_than) f.lo = value;
            if (b == bound::at_most || b == bound::less_than) f.hi = value;
            if (b == bound::nearly) (tenths < 0 ? f.lo : f.hi) = value;
          }
          if (m == measure::level && as_target && b == bound::flat) continue;
          const std::string phrase = to_chinese(f);
          phrase_context context;
          context.indicator = f.indicator;
          CAPTURE(phrase);
          const auto read = as_target ? read_target(phrase, context) : read_outcome(phrase, context);
          REQUIRE(read.size() == 1);
          CHECK_MESSAGE(same_statement(read.front(), f), told(read.front()) << " for " << told(f));
          ++said;
        }
  CHECK(said > 150);
}

TEST_CASE("a fact that no phrase can say is refused with the reason") {
  fact f;
  f.indicator = "出口";
  f.measure = measure::growth;
  f.bound = bound::range;
  f.lo = decimal{-1};
  f.hi = decimal{1};
  f.unit = unit{"%"};
  CHECK_THROWS_WITH_AS(to_chinese(f), "no phrase states the growth with bound range of 出口: a range from a fall to a rise has no verb", error);
  f.bound = bound::sync;
  CHECK_THROWS_AS(to_chinese(f), error);
}
