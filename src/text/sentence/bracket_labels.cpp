#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/sentence/sentence_reader.hpp"

namespace kebi::grammar {
namespace {

/// What is behind the words that tell a plan: 完成进度 of 年度计划完成进度.
std::string_view behind_fillers(std::string_view words) {
  for (bool cut = true; cut && !words.empty();) {
    cut = false;
    for (const std::string_view each :
         {"年度", "全年", "年初", "本年", "预期", "考核", "确定", "下达", "制定", "设定", "规划",
          "任务", "指标", "目标", "计划", "值",   "数",   "的",   "增速", "增幅", "\""})
      if (words.starts_with(each)) words.remove_prefix(each.size()), cut = true;
  }
  return words;
}

}  // namespace

bool is_plan_filler(std::string_view words) { return behind_fillers(words).empty(); }

bool names_progress(std::string_view words) {
  const std::string plain = simplified_name(words);
  const std::string_view rest = behind_fillers(plain);
  return rest == "进度" || rest == "完成进度";
}

std::optional<kebi::status> sentence_reader::called_by(std::size_t from, std::size_t to,
                                                       std::optional<span_words>& span) const {
  std::optional<kebi::status> found;
  for (std::size_t k = from; k < to; ++k) {
    switch (kind(k)) {
      case word::goal:
        found = status::target;
        break;
      case word::assigned:
        if (holds_any(shown(k), {"任务", "目标", "计划"})) found = status::target;
        break;
      case word::status:
        if (!found) found = static_cast<kebi::status>(at(k).sense);
        break;
      case word::text:
        if (!is_plan_filler(shown(k))) return std::nullopt;
        if (holds_any(shown(k), {"任务", "目标", "计划"})) found = status::target;
        break;
      case word::period:
        if (!w_.spans[at(k).at].start_of_year) span = w_.spans[at(k).at];
        break;
      case word::of:
      case word::reach:
      case word::colon:
      case word::adverb:
      case word::control:
      case word::hold:
      case word::before:
      case word::rise:
      case word::fall:
      case word::speed:
      case word::decline:
      case word::quote:
      case word::nature:
        break;
      default:
        return std::nullopt;
    }
  }
  return found;
}

bool sentence_reader::call_by_brackets(frame& f, std::size_t n, std::size_t& next) const {
  if (!given_.subjects.empty()) return false;
  std::optional<span_words> span;
  if (kind(next) == word::open) {  // 增长6%(年度目标)
    std::size_t close = next + 1;
    while (close < last_ && kind(close) != word::close && kind(close) != word::number) ++close;
    if (kind(close) == word::close)
      if (const auto status = called_by(next + 1, close, span)) {
        f.standing.label = status;
        next = close + 1;
      }
  }
  if (!f.standing.label && in_brackets(n) && outside_) {  // 增长5.2%(全年目标6%左右)
    std::size_t open = n;
    while (open > first_ && kind(open - 1) != word::open) --open;
    f.standing.label = called_by(open, n, span);
    const bool part = number(n).form == form::percent && f.standing.label == status::target;
    if (part && f.outcome.reach == reach_word::completed) {  // (完成年度目标64%)
      f.standing.label.reset();
    } else if (part && kind(n - 1) == word::of) {  // (年度目标的64%)
      f.standing.label.reset();
      f.whom.subject.clear();
      f.outcome.reach = reach_word::reached;
      f.whom.object = piece{at(open).begin, at(n - 2).end};
    } else if (f.standing.label) {
      f.whom.subject.clear();
      f.whom.object.reset();
      f.measure.share = false;
      const bool bare = !f.change.stated && !f.names_rate();
      if (bare && number(n).form == form::percent && carried_.last.measure == measure::growth)
        f.measure.rate = carried_.last.sign < 0 ? rate_word::decline : rate_word::growth;
    }
  }
  if (f.standing.label == status::target) {
    if (!span) span.emplace().relative_year = true;  // a target that names no time is the year's
    f.standing.label_span = span;
  }
  return f.standing.label.has_value();
}

}  // namespace kebi::grammar
