#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kebi/core/read_decimal.hpp"
#include "kebi/infer.hpp"

/// Facts, and a small catalogue, made by hand.
namespace kebi::test {

inline fact say(std::string indicator, const char* span, measure what, const char* value, const char* in) {
  fact f;
  f.indicator = std::move(indicator);
  f.region = "某区";
  f.period = period_of_code(span);
  f.measure = what;
  f.value = read_decimal(value);
  f.unit = unit{in};
  if (what == measure::growth) f.basis = basis::yoy;
  return f;
}
inline fact level(std::string indicator, const char* span, const char* value, const char* in = "亿元") {
  return say(std::move(indicator), span, measure::level, value, in);
}
inline fact growth(std::string indicator, const char* span, const char* value) {
  return say(std::move(indicator), span, measure::growth, value, "%");
}
inline fact in_whole(measure what, std::string indicator, const char* span, const char* value, const char* whole,
                     const char* in = "%") {
  fact f = say(std::move(indicator), span, what, value, in);
  f.whole = whole;
  return f;
}
inline fact with(fact f, bound how) {
  f.bound = how;
  if (how == bound::at_least || how == bound::more_than) f.lo = f.value;
  if (how == bound::at_most || how == bound::less_than) f.hi = f.value;
  return f;
}
inline fact with(fact f, status said) {
  f.status = said;
  return f;
}

/// Facts that stand in a text one after the other, each in a sentence of its own.
inline std::vector<fact> told(std::vector<fact> facts) {
  for (std::size_t i = 0; i < facts.size(); ++i) facts[i].start = 60 * i + 1, facts[i].end = 60 * i + 40;
  return facts;
}

inline indicator known(const char* name, kind what, growth_at at = growth_at::nominal) {
  indicator result;
  result.name = name;
  result.kind = what;
  result.growth_at = at;
  return result;
}
inline const catalogue& few() {
  static const catalogue all{{
      known("一般公共预算收入", kind::flow), known("税收收入", kind::flow), known("非税收入", kind::flow),
      known("固定资产投资", kind::flow), known("工业投资", kind::flow), known("技术改造投资", kind::flow),
      known("社会消费品零售总额", kind::flow), known("商品零售", kind::flow), known("餐饮收入", kind::flow),
      known("进出口总额", kind::flow), known("出口额", kind::flow), known("进口额", kind::flow),
      known("战略性新兴产业产值", kind::flow), known("规模以上工业总产值", kind::flow), known("利润总额", kind::flow),
      known("存款余额", kind::stock), known("地区生产总值", kind::flow, growth_at::real),
      known("重大项目数", kind::count), known("细颗粒物(PM2.5)年均浓度", kind::average)}};
  return all;
}

inline inference inferred(std::vector<fact> facts, const inference_settings& how = {}) {
  return infer(std::span<const fact>{facts}, few(), how);
}

/// The bounds of a figure; entire where nothing is known of it.
inline bounds found(const inference& all, const std::string& indicator, const char* span, measure what = measure::level,
                    scope on = scope::published, status said = status::actual, const std::string& region = "某区") {
  for (const implied& each : all.figures())
    if (each.what.indicator == indicator && each.what.region == region && each.what.measure == what &&
        each.what.scope == on && each.what.status == said && each.what.period == period_of_code(span))
      return each.possible;
  return bounds::entire();
}
inline bounds base_of(const inference& all, const std::string& indicator, const char* span) {
  return found(all, indicator, span, measure::level, scope::comparable);
}

}  // namespace kebi::test
