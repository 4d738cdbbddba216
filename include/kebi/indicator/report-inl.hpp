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

KEBI_INLINE std::optional<std::pair<std::size_t, std::size_t>> competing_targets(
    const report& of, const catalogue& known) {
  const auto name = [&](const std::string& printed) {
    const indicator* what = known.find(printed);
    return what ? what->name : catalogue::folded(printed);
  };
  const auto compete = [&](fact a, const fact& b) {
    a.indicator = b.indicator;
    return a.region == b.region && a.period == b.period && a.measure == b.measure &&
           a.subject == b.subject && a.basis == b.basis && a.whole == b.whole &&
           name(a.parent) == name(b.parent) && !same_statement(a, b);
  };
  // Different targets of one name, region and period are few: the whole is linear in the facts.
  std::map<std::tuple<std::string, std::string_view, std::optional<period>>, std::vector<std::size_t>> earlier;
  for (std::size_t i = 0; i < of.facts.size(); ++i) {
    const fact& one = of.facts[i];
    if (one.status != status::target) continue;
    auto& alike = earlier[{name(one.indicator), one.region, one.period}];
    bool repeated = false;
    for (const std::size_t j : alike) {
      if (compete(of.facts[j], one)) return std::pair{j, i};
      repeated = repeated || same_statement(of.facts[j], one);
    }
    if (!repeated) alike.push_back(i);
  }
  return std::nullopt;
}

}  // namespace kebi
