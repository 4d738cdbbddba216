#pragma once

#include <array>
#include <span>

#include "kebi/assess/way.hpp"
#include "kebi/assess/zone.hpp"
#include "kebi/core/config.hpp"

namespace kebi::detail {

using word_list = std::span<const std::string_view>;

inline constexpr std::array<std::string_view, 15> harm{
    "死亡", "伤亡", "受伤", "事故", "火灾", "投诉", "逾期", "失业", "亏损", "欠薪", "拖欠", "违约", "发案", "犯罪",
    "不良贷款"};
/// What may stand behind a word for harm, so that the name counts it.
inline constexpr std::array<std::string_view, 27> counting{
    "人数", "人口", "人员", "人次", "起数", "件数", "次数", "户数", "宗数", "总数", "数量", "总量", "数",   "量",
    "案件", "事件", "警情", "举报", "发生", "未办结", "率",  "比例", "占比", "比重", "余额", "金额", "额"};
/// What turns it round in front of it.
inline constexpr std::array<std::string_view, 18> turning{
    "减少", "下降", "降低", "压降", "压减", "化解", "处置", "处理", "整改", "查处", "治理", "防范", "预防", "防止",
    "避免", "无",   "未",   "零"};

/// Ends of names of rates that are better high, unless a word such as 不 stands before them.
inline constexpr std::array<std::string_view, 10> good_rates{"满意度", "满意率", "合格率", "达标率", "覆盖率",
                                                              "办结率", "化解率", "整改率", "普及率", "优良率"};
inline constexpr std::array<std::string_view, 4> denials{"不", "未", "非", "无"};

inline constexpr std::array<std::string_view, 14> of_ceilings{
    "不超过", "不高于", "不大于", "不多于", "不突破", "以内", "之内", "以下", "控制", "低于", "少于", "小于", "不足", "内"};
inline constexpr std::array<std::string_view, 14> of_floors{
    "不低于", "不少于", "不小于", "以上", "之上", "超过", "突破", "高于", "多于", "大于", "达到", "力争", "超", "达"};
inline constexpr std::array<std::string_view, 5> of_none{"零发生", "零事故", "零投诉", "为零", "零"};
inline constexpr std::array<std::string_view, 12> of_falls{"下降", "减少", "降低", "压减", "压降", "回落",
                                                            "缩小", "削减", "缩减", "收窄", "降",   "减"};
inline constexpr std::array<std::string_view, 8> of_rises{"增长", "提高", "提升", "上升",
                                                           "增加", "净增", "新增", "扩大"};
inline constexpr std::array<std::string_view, 8> of_deeds{"完成", "实现", "达到", "建成", "新增",
                                                           "力争", "确保", "达"};

inline constexpr std::array<std::string_view, 9> kept_land{"耕地", "农田", "林地", "湿地",   "草地",
                                                            "草原", "森林", "岸线", "保护红线"};
inline constexpr std::array<std::string_view, 7> of_keeping{"保持", "稳定在", "守住", "保有",
                                                             "维持", "不减少", "严守"};

KEBI_INLINE std::string_view found_in(std::string_view text, word_list any) {
  for (const std::string_view each : any)
    if (text.find(each) != std::string_view::npos) return each;
  return {};
}

KEBI_INLINE bool counts_only(std::string_view name) {
  while (!name.empty()) {
    const std::size_t before = name.size();
    for (const std::string_view each : counting)
      if (name.ends_with(each)) {
        name.remove_suffix(each.size());
        break;
      }
    if (name.size() == before) return false;
  }
  return true;
}

KEBI_INLINE std::string_view harm_in(std::string_view name) {
  if (const std::size_t bracket = name.find('('); bracket != std::string_view::npos) name = name.substr(0, bracket);
  std::string_view last;
  std::size_t at = 0;
  for (const std::string_view each : harm)
    if (const std::size_t found = name.rfind(each); found != std::string_view::npos && (last.empty() || found > at))
      last = each, at = found;
  if (last.empty() || !counts_only(name.substr(at + last.size()))) return {};
  return found_in(name.substr(0, at), turning).empty() ? last : std::string_view{};
}

KEBI_INLINE std::string_view good_rate_in(std::string_view name) {
  for (const std::string_view end : good_rates) {
    if (!name.ends_with(end)) continue;
    const std::string_view before = name.substr(0, name.size() - end.size());
    for (const std::string_view denial : denials)
      if (before.ends_with(denial)) return {};
    return end;
  }
  return {};
}

KEBI_INLINE bool is_kept_above(const fact& target) {
  return !found_in(target.indicator, kept_land).empty() || !found_in(target.text, of_keeping).empty();
}

/// What a word of a target says, where its numbers go that way.
KEBI_INLINE better_way asked_with(const fact& target, better way, word_list any) {
  const std::string_view word = found_in(target.text, any);
  if (word.empty()) return {};
  return {way, way_source::target_words, std::string{word}};
}

/// A bound leaves one side open, with whatever words.
KEBI_INLINE better_way bounded_by(const fact& target, better way, word_list any) {
  better_way asked = asked_with(target, way, any);
  return asked.way ? asked : better_way{way, way_source::target_words, target.text};
}

/// Which way a target of a number asks a figure to move or to be.
KEBI_INLINE better_way asked_way(const fact& target) {
  const auto& number = target.value ? target.value : target.lo;
  const bool level = target.measure == measure::level || target.measure == measure::share;
  if (!number) return {};
  if (level && number->digits() == 0) return asked_with(target, better::lower, of_none);
  if (is_kept_below(target)) return asked_with(target, better::lower, of_ceilings);
  if (level) return asked_with(target, better::higher, of_deeds);
  return number->digits() < 0 ? asked_with(target, better::lower, of_falls) : asked_with(target, better::higher, of_rises);
}

}  // namespace kebi::detail

namespace kebi {

KEBI_INLINE better_way way_of(const fact& target, const indicator* known) {
  using namespace detail;
  if (known) return {known->better, way_source::catalogue, {}};
  if (const std::string_view word = harm_in(target.indicator); !word.empty())
    return {better::lower, way_source::indicator_name, std::string{word}};
  if (const std::string_view word = good_rate_in(target.indicator); !word.empty())
    return {better::higher, way_source::indicator_name, std::string{word}};
  switch (target.bound) {
    case bound::at_most:
    case bound::less_than:
      return bounded_by(target, better::lower, of_ceilings);
    case bound::at_least:
    case bound::more_than:
      return bounded_by(target, better::higher, of_floors);
    case bound::sync:
      return bounded_by(target, better::higher, {});
    case bound::exceed:
      return bounded_by(target, target.direction == direction::down ? better::lower : better::higher, {});
    case bound::none:
      if (target.direction == direction::up) return bounded_by(target, better::higher, {});
      if (target.direction == direction::down) return bounded_by(target, better::lower, {});
      return {};
    case bound::exact:
    case bound::about:
    case bound::nearly:
    case bound::range:
      return asked_way(target);
    default:
      return {};
  }
}

}  // namespace kebi
