#include "text/report/plan_years.hpp"

#include <algorithm>

#include <string_view>
#include <utility>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// How many years behind the first one of a plan 开局之年, 第三年, 收官之年 are, at the start of the words behind its name.
std::optional<int> years_into_plan(std::string_view behind) {
  static constexpr std::pair<std::string_view, int> names[] = {
      {"开局之年", 0}, {"起步之年", 0}, {"开局年", 0}, {"第一年", 0}, {"首年", 0}, {"第二年", 1}, {"第三年", 2},
      {"第四年", 3}, {"第五年", 4}, {"收官之年", 4}, {"收官年", 4}, {"最后一年", 4},
  };
  for (const auto& [name, years] : names)
    if (behind.find(name) != std::string_view::npos) return years;
  return std::nullopt;
}

/// Whether the words before a plan say that it is the year in which they are said, or the one before; nothing for others.
std::optional<bool> is_this_year(std::string_view before) {
  const std::string_view end = before.substr(before.size() - std::min<std::size_t>(before.size(), 60));
  if (ends_with_any(end, {"。", ";"})) return std::nullopt;
  if (holds_any(end, {"今年", "本年"})) return true;
  if (holds_any(end, {"过去一年", "过去的一年", "去年", "这一年", "一年来"})) return false;
  return std::nullopt;
}

}  // namespace

std::optional<year_in_plan> year_in_plan_of(const document& source) {
  const std::string_view text = source.text().text();
  for (const token& t : source.words().all) {
    if (t.is != word::period) continue;
    const span_words& plan = source.words().spans[t.at];
    if (!plan.years.first || plan.years.last != *plan.years.first + 4) continue;
    std::string_view behind = text.substr(t.end, 60);
    behind = behind.substr(0, std::min({behind.find("。"), behind.find(","), behind.find(";"), behind.size()}));
    const auto years = years_into_plan(behind);
    const auto now = years ? is_this_year(text.substr(0, t.begin)) : std::nullopt;
    if (now) return year_in_plan{*plan.years.first + *years, *now};
  }
  return std::nullopt;
}

}  // namespace kebi::grammar
