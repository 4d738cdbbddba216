#include "plan_references.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "kebi/indicator/code.hpp"
#include "kebi/period/code.hpp"

namespace kebi {

namespace {

constexpr std::size_t window = 60;  ///< facts that are looked at on either side

/// 城镇居民 of 城镇居民增速.
std::string_view without_measure(std::string_view reference) {
  for (const std::string_view end : {"增速", "增长", "增幅", "速度", "水平"})
    if (reference.size() > end.size() && reference.ends_with(end)) reference.remove_suffix(end.size());
  return reference;
}

/// 人均可支配收入 of 农村居民人均可支配收入 goes with 城镇居民: how much two names end alike, in bytes.
std::size_t alike(std::string_view a, std::string_view b) {
  std::size_t length = 0;
  while (length < std::min(a.size(), b.size()) && a[a.size() - 1 - length] == b[b.size() - 1 - length]) ++length;
  return length;
}

}  // namespace

void resolve_references(std::vector<fact>& facts, const catalogue& known) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    fact& of = facts[i];
    if (of.reference.empty() || of.status != status::target || known.find(of.reference)) continue;
    const std::string_view wanted = without_measure(of.reference);
    if (wanted.size() < 6) continue;
    const fact* best = nullptr;
    const std::size_t first = i > window ? i - window : 0, last = std::min(facts.size(), i + window);
    for (std::size_t j = first; j < last; ++j) {
      const fact& other = facts[j];
      if (other.indicator == of.indicator || other.region != of.region) continue;
      if (other.indicator == of.reference) {
        best = nullptr;
        break;
      }
      if (!std::string_view{other.indicator}.starts_with(wanted)) continue;
      if (!best || alike(other.indicator, of.indicator) > alike(best->indicator, of.indicator)) best = &other;
    }
    if (best) of.reference = best->indicator;
  }
}

read_error competing(const fact& kept, const fact& again, place first, place second) {
  return {second, "two targets for the " + std::string{code(again.measure)} + " of " + again.indicator +
                      (again.period ? " in " + code(*again.period) : "") + ": " + in_quotes(kept.text) + " on line " +
                      std::to_string(first.line) + " and " + in_quotes(again.text) +
                      ": keep one, or name another period or region"};
}

}  // namespace kebi
