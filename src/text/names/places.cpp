#include "text/names/places.hpp"

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
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
    if (!inside && !known[group::not_place].ends(words.substr(0, end)) && (shortest == 0 || end < shortest))
      shortest = end;
  }
  return shortest;
}

}  // namespace kebi::grammar
