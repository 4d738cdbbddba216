#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "kebi/indicator/fact.hpp"
#include "kebi/period/code.hpp"

/// Facts of any kind and size, most of them nonsense, that inference has to survive.
namespace kebi::test {

/// One fact, drawn by `any`, which has `below(n)`, `between(lo, hi)` and `one_in(n)`.
template <class Draws>
fact any_fact(Draws& any) {
  static constexpr const char* names[] = {"一般公共预算收入", "税收收入", "固定资产投资", "工业投资", "存款余额", "重大项目数", "不知名", "利润总额", ""};
  static constexpr const char* spans[] = {"2019", "2018", "2019H1", "2018H1", "2019H2", "2019Q1", "2019-01..2019-05", "2017..2019", "2019-06"};
  static constexpr const char* units[] = {"亿元", "万元", "%", "个百分点", "个", "亩", "公顷", "吨/日"};
  static constexpr const char* wholes[] = {"", "全市", "全市税收收入", "税收收入", "去年同期", "2018", "2018H1", "年度目标", "不知名", "全区不知名"};
  static constexpr std::int64_t digits[] = {0, 1, -1, 9, 100, -1000, -1001, 1728, -99999, 99999999999999999, -99999999999999999};
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
  if (!any.one_in(5)) f.unit = unit{units[any.below(8)]};
  if (any.one_in(2)) f.basis = static_cast<basis>(any.below(6));
  if (any.one_in(4)) f.comparable = static_cast<comparable>(any.below(5));
  if (any.one_in(2)) f.whole = wholes[any.below(10)];
  if (any.one_in(2)) f.reference = wholes[any.below(10)];
  if (any.one_in(6)) f.parent = names[any.below(9)];
  return f;
}

/// At most `most` of them.
template <class Draws>
std::vector<fact> any_facts(Draws& any, int most) {
  std::vector<fact> facts;
  for (int n = any.between(0, most); n > 0; --n) facts.push_back(any_fact(any));
  return facts;
}

}  // namespace kebi::test
