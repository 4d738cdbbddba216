#include "text/sentence/subject/regions.hpp"

#include <algorithm>

#include "text/names/places.hpp"
#include "text/normalise/strings.hpp"

namespace kebi::grammar {
namespace {

/// The place that a name starts with: 甲市, 乙区, 开发区; 0 where it starts with none.
std::size_t own_place(const std::string& name, const vocabulary& words) {
  const std::size_t length = place_length(name, words);
  const std::string_view place = std::string_view{name}.substr(0, length);
  constexpr std::size_t longest = std::string_view{"马鞍山市"}.size();
  constexpr std::size_t shortest_zone = std::string_view{"经开区"}.size();
  const bool zone = place.ends_with("区") && length >= shortest_zone;
  const bool named = length > 0 && length <= longest && (zone || ends_with_any(place, {"市", "县", "省", "州", "旗"})) &&
                     !starts_with_any(place, {"各", "该", "两", "多", "全", "本", "我", "县", "市", "省"});
  return named && !ends_with_own_region(place, words) ? length : 0;
}

/// Whether what carries over may be told of a place alone: a part of it in brackets or behind 其中, or another of several
/// places.
bool goes_with_carried(const subjects& found, const frame& f, form number, const context& known, const vocabulary& words) {
  const std::string& region = known.carried.whom.region;
  if (!region.empty() && place_length(region, words) == region.size()) return true;
  const bool part = f.whom.among || f.whom.listed;
  return part && number == form::plain && known.carried.whom.names.size() == 1 && !f.whom.object &&
         found.names.front() != known.carried.whom.names.front();
}

/// Whether all subjects are amounts of a budget.
bool tells_money(const subjects& found) {
  return std::ranges::all_of(found.names, [](const std::string& name) {
    return ends_with_any(name, {"收入", "支出", "结余", "结转", "补助", "资金", "总计", "合计", "税", "债券", "余额", "限额"});
  });
}

}  // namespace

void cut_before_region(std::string& name, const context& known, const vocabulary& words) {
  const std::size_t at = name.rfind("全");
  if (at == std::string::npos || at == 0 || !known.given.known) return;
  std::string rest = name.substr(at);
  if (!cut_region(rest, words).empty() && known.given.known->find(rest)) name.erase(0, at);
}

std::string cut_level(std::string& name, const vocabulary& words) {
  const std::size_t length = level_length(name, words);
  std::string level = name.substr(0, length);
  name.erase(0, length);
  return level;
}

void take_place(subjects& found, const frame& f, form number, const context& known, const vocabulary& words) {
  if (found.names.size() != 1 || !found.region.empty() || !found.regions.empty()) return;
  std::string& name = found.names.front();
  const std::size_t length = own_place(name, words);
  if (length == 0) return;
  const std::string place = name.substr(0, length), rest = name.substr(length);
  const bool of_carried = rest.empty() && goes_with_carried(found, f, number, known, words);
  if (!of_carried && !(known.given.known && known.given.known->find(rest))) return;
  found.region = place;
  found.carried = of_carried;
  if (of_carried)
    found.names = known.carried.whom.names;
  else
    name = rest;
}

void hold_region(subjects& found, const frame& f, const context& known) {
  if (!found.region.empty() || !found.regions.empty()) return;
  const carried_subjects& carried = known.carried.whom;
  if (found.carried || f.whom.among || carried.region_holds)
    found.region = carried.region;
  if (!found.region.empty() || carried.level.empty() || !tells_money(found)) return;
  found.region = carried.level;
  found.region_assumed = true;
}

}  // namespace kebi::grammar
