#include "text/names/places.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// Whether words only end like a place: 园区, 大城市, as against 盐城市 and 宝山区, whose names have one character
/// before an ending that is a word elsewhere.
bool names_no_place(std::string_view words, const vocabulary& known) {
  constexpr std::size_t one = std::string_view{"盐"}.size();
  const word_list& all = known[group::not_place];
  return std::ranges::any_of(all, [&](const listed_word& each) {
    if (each.detail == "start" || !words.ends_with(each.spelling)) return false;
    if (each.detail != "short" || words.size() != each.spelling.size() + one) return true;
    return std::ranges::any_of(all, [&](const listed_word& start) {
      return start.detail == "start" && words.starts_with(start.spelling);
    });
  });
}

}  // namespace

std::size_t place_length(std::string_view words, const vocabulary& known) {
  std::size_t shortest = 0;
  for (const auto& [area, detail, number] : known[group::place_kind]) {
    const std::size_t at = words.find(area);
    if (at == words.npos || at == 0 || at > 24) continue;
    const std::size_t end = at + area.size();
    const std::string_view behind = words.substr(end);
    const bool inside = behind.starts_with("场") ||  // 甲市场
                        (area == "旗" && starts_with_any(behind, {"舰", "下", "帜", "手", "袍"})) ||
                        (area == "州" && starts_with_any(behind, {"市", "区", "县"}));
    if (!inside && (shortest == 0 || end < shortest) && !names_no_place(words.substr(0, end), known))
      shortest = end;
  }
  return shortest;
}

bool ends_with_own_region(std::string_view words, const vocabulary& known) {
  return std::ranges::any_of(known[group::own_region], [&](const listed_word& owner) {
    const std::size_t at = words.rfind(owner.spelling);
    return at != words.npos && at > 0 && known[group::region_kind].has(words.substr(at + owner.spelling.size()));
  });
}

std::size_t level_length(std::string_view name, const vocabulary& known) {
  const listed_word* level = known[group::government_level].longest_start_of(name);
  if (!level || name.size() == level->spelling.size()) return 0;
  if (level->spelling.ends_with("本级")) return level->spelling.size();
  // 市级一般公共预算收入, but 市级示范企业 and 省级文物保护单位
  return known[group::budget_word].starts(name.substr(level->spelling.size())) ? level->spelling.size() : 0;
}

std::string level_in_heading(std::string_view heading, const vocabulary& known) {
  if (holds_any(heading, {"全市", "全省", "全县", "全区", "全州", "全盟", "全旗", "全国", "全自治区"})) return {};
  const listed_word* found = last_within(heading, known[group::government_level]);
  return found ? std::string{found->spelling} : std::string{};
}

}  // namespace kebi::grammar
