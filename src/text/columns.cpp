#include "columns.hpp"

#include <algorithm>

#include "lexicon.hpp"
#include "strings.hpp"

namespace kebi::grammar {
namespace {

bool is_any(std::string_view words, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, words) != all.end();
}

/// 亿元 of 总量(亿元), and the head without it.
std::string cut_unit(std::string& words) {
  const std::size_t open = words.rfind('(');
  if (open == std::string::npos || !words.ends_with(')')) {
    const bool percent = words.ends_with('%');
    if (percent) words.pop_back();
    if (words.ends_with("±")) words.erase(words.size() - std::string_view{"±"}.size());
    return percent ? "%" : "";
  }
  const std::string inside = words.substr(open + 1, words.size() - open - 2);
  const bool percent = inside == "%" || inside == "±%" || inside == "+-%";
  if (!percent && unit_length(inside) != inside.size()) return {};
  words.erase(open);
  return percent ? "%" : inside;
}

role role_of(std::string_view head, const column& about) {
  if (is_any(head, {"序号", "编号", "备注", "说明", "类别", "分类", "领域", "责任单位", "牵头单位",
                    "牵头部门", "责任部门"}))
    return role::aside;
  if (is_any(head, {"指标", "指标名称", "主要指标", "项目", "名称", "项目名称"})) return role::name;
  if (holds_any(head, {"属性", "性质"})) return role::nature;
  if (is_any(head, {"单位", "计量单位"})) return role::unit_name;
  const bool percent = about.unit.empty() || about.unit == "%";
  const bool of_plan = head.starts_with("占") && holds_any(head, {"计划", "目标", "预算", "任务"});
  if (of_plan || holds_any(head, {"完成率", "完成比例", "完成进度", "完成程度"}))
    return role::progress;
  if (holds_any(head, {"年均浓度"})) return role::level;
  if (holds_any(head, {"两年平均"})) return role::growth;
  if (holds_any(head, {"年均"})) return role::average;
  if (!percent && holds_any(head, {"增减", "增加", "净增", "增量", "变化"})) return role::change;
  const bool grows = holds_any(
      head, {"同比", "环比", "增长", "增速", "增幅", "涨跌", "涨幅", "增减", "±", "比上年"});
  if (grows && percent) return role::growth;
  if (holds_any(head, {"目标", "计划", "预期"}) && !head.ends_with("完成")) return role::target;
  if (holds_any(head, {"完成", "实绩", "实际", "累计", "本月", "当月", "绝对", "总量", "数值",
                       "预计", "月", "季度", "半年", "年", "数", "额", "值", "量", "余额"}))
    return role::level;
  return role::unknown;
}

/// 产量 of 产量(万吨): a head that says what is counted, not only when.
std::string noun_of(std::string_view head) {
  for (const std::string_view noun : {"产量", "销量", "销售量", "面积", "人数", "户数", "产值",
                                      "增加值", "进口额", "出口额", "项目数"})
    if (head == noun) return std::string{noun};
  return head.ends_with("投资") ? "投资" : "";
}

}  // namespace

column column_of(std::string_view words, const std::string& printed,
                 const std::optional<period>& span) {
  column one;
  one.span = span;
  std::string head{words};
  one.unit = cut_unit(head);
  one.head = printed.substr(0, std::min(printed.find('('), printed.find("（")));
  one.is = role_of(head, one);
  one.to_date = holds_any(head, {"累计", "本年累计"});
  one.expected = holds_any(head, {"预计"});
  if (holds_any(head, {"环比", "比上月", "较上月"}))
    one.basis = basis::mom;
  else if (holds_any(head, {"两年平均"}))
    one.basis = basis::average2;
  else if (holds_any(head, {"比年初", "较年初"}))
    one.basis = basis::year_start;
  if (one.is == role::progress && head.starts_with("占"))
    one.of = head.substr(std::string_view{"占"}.size());
  if (one.is == role::level || one.is == role::target) one.noun = noun_of(head);
  if (one.basis == basis::year_start) one.span.reset();  // 年初 is what is compared with
  one.year_only = span && is_whole_years(*span) && span->in_one_year() && head.ends_with("年");
  return one;
}

void settle_columns(std::vector<column>& all, const std::optional<period>& about) {
  const column* level = nullptr;
  for (column& each : all) {
    if (each.to_date && (!each.span || each.span->first() == each.span->last())) {
      const std::optional<period> until = each.span ? each.span : about;
      if (until && until->in_one_year())
        each.span = months_of(until->first().year(), 1, until->last().in_year());
    }
    const bool follows =
        each.is == role::growth || each.is == role::progress || each.is == role::change;
    if (follows && !each.span && level) each.span = level->span;
    if (each.is == role::level) level = &each;
  }
  // The years of a plan: 2020年, 2025年, 年均增长, 属性.
  const bool planned =
      std::ranges::any_of(all, [](const column& c) { return c.is == role::nature; });
  const bool aimed = std::ranges::any_of(all, [](const column& c) { return c.is == role::target; });
  std::vector<column*> years;
  for (column& each : all)
    if (each.year_only && each.is == role::level && !each.expected) years.push_back(&each);
  const bool of_years = about && !about->in_one_year();
  if (years.size() > 1 && !aimed && (planned || of_years)) {
    column& last = *years.back();
    if (!of_years || last.span->last() >= about->first()) last.is = role::target;
    for (column& each : all)
      if (each.is == role::average && !each.span)
        each.span =
            of_years ? *about
                     : years_of(years.front()->span->first().year() + 1, last.span->last().year());
  }
}

bool names_places(std::string_view words) {
  return is_any(words, {"地区", "区县", "县区", "区域", "县市区", "市县", "各地", "城市", "镇街",
                        "县(市、区)", "县市", "区(县)", "市州"});
}

}  // namespace kebi::grammar
