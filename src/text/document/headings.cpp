#include "text/document/headings.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"

namespace kebi::grammar {
namespace {

/// Skips a number of up to four digits or numerals; how many characters it has.
std::size_t skip_number(std::string_view& rest, bool& arabic) {
  std::size_t numerals = 0;
  while (!rest.empty() && numerals < 4) {
    const std::string_view one = character(rest);
    const bool digit = is_digit(one.front());
    if (!digit && std::string_view{"一二三四五六七八九十"}.find(one) == std::string_view::npos) break;
    arabic = digit;
    rest.remove_prefix(one.size());
    ++numerals;
  }
  return numerals;
}

}  // namespace

int depth_of_number(std::string_view line) {
  std::string_view rest = line;
  bool arabic = false;
  if (rest.starts_with("第")) {
    rest.remove_prefix(std::string_view{"第"}.size());
    if (skip_number(rest, arabic) == 0) return 0;
    if (starts_with_any(rest, {"部分", "篇", "章"})) return depth::part;
    return rest.starts_with("节") ? depth::first : 0;
  }
  const bool open = rest.starts_with('(');
  if (open) rest.remove_prefix(1);
  if (skip_number(rest, arabic) == 0) return 0;
  if (open) return rest.starts_with(')') ? (arabic ? depth::fourth : depth::second) : 0;
  if (rest.starts_with("、")) return arabic ? depth::third : depth::first;
  if (rest.starts_with(')')) return arabic ? depth::fourth : depth::second;
  // 1.增加值 and 4.2026年预算, but not 1.5亿元
  if (!arabic || !rest.starts_with('.') || rest.size() < 2) return 0;
  const bool year = rest.size() > 5 && std::ranges::all_of(rest.substr(1, 4), is_digit) && rest.substr(5).starts_with("年");
  return year || !is_digit(rest[1]) ? depth::third : 0;
}

bool ends_sentence(std::string_view line) {
  static constexpr std::string_view ends[] = {"。", ";", "!", "?", ":", ".", "。\"", ")"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return line.ends_with(end); });
}

bool starts_item(std::string_view line) {
  if (starts_with_any(line, {"- ", "* ", "+ ", "·", "[", "注:", "附", "-- "})) return true;
  const int depth = depth_of_number(line);
  return depth >= depth::first;
}

bool may_be_heading(std::string_view line) {
  if (line.empty() || line.size() > 150) return false;
  if (ends_with_any(line, {"。", ";", ",", "，", "、", "的", "和", "与", "及", "是", "为", "在", "对", "将", "以", "至", "到", "于", "达"}))
    return false;
  if (holds_any(line, {"。", "%", "‰", "|", "\t"})) return false;
  // No figure: 1.5, 亿 and 万 behind digits.
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    if (!is_digit(line[at])) continue;
    const std::string_view behind = line.substr(at + 1);
    if (behind.front() == '.' && behind.size() > 1 && is_digit(behind[1])) return false;
    if (starts_with_any(behind, {"亿", "万"})) return false;
    const bool unit_ends = behind.size() == std::string_view{"人"}.size();  // 减少贫困人口9600人
    if (unit_ends && !starts_with_any(behind, {"年", "月", "日", "号", "章", "节", "季", "期", "届"}))
      return false;
  }
  return true;
}

bool is_caption(std::string_view line) {
  if (line.size() <= 6 || !starts_with_any(line, {"表", "图"})) return false;
  return std::string_view{"一二三四五六七八九123456789"}.find(character(line.substr(3))) != std::string_view::npos;
}

bool names_section(std::string_view line, const vocabulary& known) {
  if (line.ends_with(')')) line = line.substr(0, std::min(line.rfind('('), line.size()));
  if (line.ends_with(':')) line.remove_suffix(1);
  const listed_word* word = known[group::section].end_of(line);
  return word != nullptr;
}

}  // namespace kebi::grammar
