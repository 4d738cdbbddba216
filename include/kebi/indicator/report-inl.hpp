#pragma once

#include <tuple>

#include "kebi/core/config.hpp"
#include "kebi/indicator/report.hpp"

namespace kebi {

KEBI_INLINE report report_of(std::vector<fact> facts) {
  report made;
  std::map<period, int> times_stated;
  bool one_region = true;
  for (const fact& each : facts) {
    one_region = one_region && each.region == facts.front().region;
    const bool happened = each.status == status::actual || each.status == status::estimate;
    if (happened && each.period) ++times_stated[*each.period];
  }
  if (one_region && !facts.empty()) made.region = facts.front().region;
  for (const auto& [when, times] : times_stated)
    if (!made.period || times > times_stated[*made.period]) made.period = when;
  made.facts = std::move(facts);
  return made;
}

KEBI_INLINE std::vector<std::pair<std::size_t, std::size_t>> all_competing_targets(
    const report& of, const catalogue& known) {
  const auto name = [&](const std::string& printed) {
    const indicator* what = known.find(printed);
    return what ? what->name : catalogue::folded(printed);
  };
  // What two targets that compete have in common; 增长5% and 快于全市 may both be met.
  const auto asks = [&](const fact& f) {
    return std::tuple{name(f.indicator), std::string_view{f.region}, f.period, f.measure, f.subject,
                      f.basis,           std::string_view{f.whole},  name(f.parent), std::string_view{f.reference}};
  };
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::map<decltype(asks(fact{})), std::size_t> first;
  for (std::size_t i = 0; i < of.facts.size(); ++i) {
    const fact& one = of.facts[i];
    if (one.status != status::target || (one.bound == bound::none && !one.direction)) continue;
    const auto [earlier, is_new] = first.try_emplace(asks(one), i);
    if (is_new) continue;
    fact before = of.facts[earlier->second];
    before.indicator = one.indicator;
    if (!same_statement(before, one)) found.emplace_back(earlier->second, i);
  }
  return found;
}

KEBI_INLINE std::optional<std::pair<std::size_t, std::size_t>> competing_targets(
    const report& of, const catalogue& known) {
  const auto found = all_competing_targets(of, known);
  return found.empty() ? std::nullopt : std::optional{found.front()};
}

}  // namespace kebi
