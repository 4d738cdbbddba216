#include "text/names/indicator_names.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"
#include "text/normalise/utf8.hpp"
#include "text/words/numerals.hpp"

namespace kebi::grammar {
namespace {

/// 印花税 of 9.印花税.
void cut_list_number(std::string& name) {
  while (name.starts_with("．")) name.erase(0, std::string_view{"．"}.size());
  if (name.empty() || !(is_digit(name.front()) || is_numeral(character(name)))) return;
  constexpr std::string_view item = "是";  // 一是利润收入
  const std::size_t numeral = character(name).size();
  if (!is_digit(name.front()) && name.compare(numeral, item.size(), item) == 0 && name.size() > numeral + item.size()) {
    name.erase(0, numeral + item.size());
    return;
  }
  const std::size_t length = list_number_length(name);
  const std::string_view rest = std::string_view{name}.substr(length);
  if (!rest.empty() && !is_numeral(character(rest))) name.erase(0, length);  // but not 一、二产业
}

/// 工业增加值 of 工业工业增加值: a heading that has been joined with its text.
void cut_repetition(std::string& name) {
  constexpr std::size_t shortest = std::string_view{"工业"}.size(), longest = 5 * std::string_view{"工"}.size();
  for (std::size_t length = shortest; length <= longest && 2 * length <= name.size(); length += 3)
    if (name.compare(0, length, name, length, length) == 0) {
      name.erase(0, length);
      return;
    }
}

/// 高技术制造业产值 of 高技术制造业在出口增长的带动下产值.
void cut_circumstance(std::string& name, const vocabulary& known) {
  const std::size_t at = name.find("在");
  if (at == std::string::npos || at == 0) return;
  for (const listed_word& end : known[group::circumstance_end])
    if (const std::size_t to = name.find(end.spelling, at); to != std::string::npos) {
      name.erase(at, to + end.spelling.size() - at);
      return;
    }
}

/// 吞吐量 of 甲机场成为全省第4个吞吐量: what the number is of, in what something has become.
void cut_achievement(std::string& name) {
  const std::size_t at = name.find("成为");
  if (at == std::string::npos) return;
  for (const std::string_view first : {"首个", "首座", "首家", "首条", "唯一", "个", "座", "家"})
    if (const std::size_t to = name.find(first, at); to != std::string::npos) {
      if (to + first.size() < name.size()) name.erase(0, to + first.size());
      return;
    }
}

/// 粮食产量 of 粮食产量连续18年.
void cut_run(std::string& name) {
  const std::size_t at = name.rfind("连续");
  if (at == std::string::npos || at == 0) return;
  constexpr std::string_view run = "连续";
  const std::string_view behind = std::string_view{name}.substr(at + run.size());
  if (behind.empty() || (behind.size() <= 12 && ends_with_any(behind, {"年", "月", "季度", "次"})))
    name.erase(at);
}

/// Cuts the words off the start of a name, each of the list once; whether it held any.
bool cut_start(std::string& name, const vocabulary& known) {
  bool cut = false;
  for (const listed_word& word : known[group::name_start])
    if (starts_with(name, word.spelling) && !known[group::kept_start].starts(name)) {
      name.erase(0, word.spelling.size());
      cut = true;
    }
  return cut;
}

bool cut_end(std::string& name, const vocabulary& known) {
  bool cut = false;
  for (const listed_word& word : known[group::name_end]) {
    if (name.size() <= word.spelling.size() || !ends_with(name, word.spelling)) continue;
    if (known[group::kept_end].ends(name)) continue;
    if (word.spelling == "\"" && std::ranges::count(name, '"') % 2 == 0) continue;
    name.erase(name.size() - word.spelling.size());
    cut = true;
  }
  return cut;
}

/// A bracket without its partner is no part of a name.
void cut_lone_bracket(std::string& name) {
  if (!holds_any(name, {"(", ")", "（", "）"})) return;
  const std::string plain = simplified_name(name);
  const auto opens = std::ranges::count(plain, '('), closes = std::ranges::count(plain, ')');
  if (opens > closes && plain.starts_with('(')) name.erase(0, character(name).size());
  if (opens > closes && plain.ends_with('(')) name.erase(name.size() - last_character(name).size());
  if (closes > opens && plain.ends_with(')')) name.erase(name.size() - last_character(name).size());
}

}  // namespace

bool is_time_only(std::string_view name, const vocabulary& known) {
  if (known[group::time_only].has(name)) return true;
  if (!known[group::time_end].ends(name)) return false;
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::string_view one = character(rest);
    if (std::string_view{"近过去这一二三四五六七八九十年来个月季度期间前后两连续"}.find(one) ==
            std::string_view::npos &&
        !is_digit(one.front()))
      return false;
    rest.remove_prefix(one.size());
  }
  return true;
}

std::string tidy_name(std::string name, const vocabulary& known) {
  bool changed = true;
  while (changed && !name.empty()) {
    const bool start = cut_start(name, known);
    const bool end = cut_end(name, known);
    changed = start || end;
  }
  cut_list_number(name);
  cut_repetition(name);
  cut_circumstance(name, known);
  cut_achievement(name);
  cut_run(name);
  if (is_time_only(name, known)) return {};
  cut_lone_bracket(name);
  const std::string plain = simplified_name(name);
  if (plain.starts_with('(') && plain.find(')') + 1 == plain.size()) return {};  // a remark and no name
  return name;
}

std::string cut_region(std::string& name, const vocabulary& known) {
  const listed_word* owner = known[group::own_region].start_of(name);
  if (!owner || known[group::not_region].starts(name)) return {};
  const listed_word* kind =
      known[group::region_kind].start_of(std::string_view{name}.substr(owner->spelling.size()));
  if (!kind) return {};
  const std::size_t length = owner->spelling.size() + kind->spelling.size();
  if (name.size() == length) return {};
  std::string region = name.substr(0, length);
  name.erase(0, length);
  if (name.starts_with(":") || name.starts_with("：")) name.erase(0, name.starts_with(":") ? 1 : 3);
  cut_region(name, known);  // 某市全市
  return region;
}

}  // namespace kebi::grammar
