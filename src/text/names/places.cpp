#include "text/names/places.hpp"

#include <algorithm>

#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// Words that end like a place and are none.
constexpr std::string_view no_places[] = {"园区", "社区", "小区", "地区", "景区", "城市", "超市",
                                          "股市", "楼市", "门市", "上市", "都市", "库区", "城区",
                                          "市区", "郊区", "辖区", "灾区", "山区"};

constexpr std::string_view areas[] = {"自治区", "自治州", "自治县", "区", "市",
                                      "县",     "省",     "州",     "區", "縣"};

bool is_no_place(std::string_view words) {
  return std::ranges::any_of(no_places, [&](std::string_view no) { return ends_with(words, no); });
}

}  // namespace

std::size_t place_length(std::string_view words) {
  std::size_t shortest = 0;
  for (const std::string_view area : areas) {
    const std::size_t at = words.find(area);
    if (at == words.npos || at == 0 || at > 24) continue;
    const std::size_t end = at + area.size();
    const std::string_view behind = words.substr(end);
    const bool inside = behind.starts_with("场") ||  // 甲市场
                        (area == "州" && starts_with_any(behind, {"市", "区", "县"}));
    if (!inside && !is_no_place(words.substr(0, end)) && (shortest == 0 || end < shortest))
      shortest = end;
  }
  return shortest;
}

}  // namespace kebi::grammar
