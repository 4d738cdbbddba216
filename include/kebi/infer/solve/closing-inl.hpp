#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/closing.hpp"

namespace kebi::detail {

KEBI_INLINE std::vector<int> closing_relations(const network& of, const components& parts,
                                               std::vector<bool> known) {
  const auto at = [](int i) { return static_cast<std::size_t>(i); };
  const auto count = static_cast<int>(of.relations().size());
  std::vector<std::size_t> unknown(of.relations().size(), 0);
  std::vector<int> ready, result;
  for (int r = 0; r < count; ++r) {
    for (const term& each : of.terms(r)) unknown[at(r)] += !known[at(each.variable)];
    if (unknown[at(r)] <= 1) ready.push_back(r);
  }
  std::vector<bool> done(of.relations().size(), false);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    const int r = ready[i];
    if (done[at(r)]) continue;
    done[at(r)] = true;
    bool can_fail = unknown[at(r)] == 0;
    for (const term& each : of.terms(r)) {
      if (known[at(each.variable)]) continue;
      known[at(each.variable)] = true;
      can_fail |= !of.relations()[at(r)].is_product && of.domain(each.variable).lo() >= 0;
      for (const int other : parts.relations_at(each.variable))
        if (other != r && --unknown[at(other)] == 1) ready.push_back(other);
    }
    if (can_fail) result.push_back(r);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace kebi::detail
