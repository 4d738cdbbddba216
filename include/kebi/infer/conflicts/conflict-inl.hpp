#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/conflict.hpp"

namespace kebi::detail {

KEBI_INLINE effort coarse(const effort& how, double tolerance) {
  effort result = how;
  result.tolerance = tolerance;
  result.rounds = 4;
  return result;
}

KEBI_INLINE conflict_search::conflict_search(const network& of, const components& parts,
                                             const effort& how)
    : net_{of},
      trial_{of, parts, coarse(how), solver::question::possible},
      in_(of.statements().size(), false) {}

KEBI_INLINE bool conflict_search::can_hold(std::size_t part, std::span<const int> statements) {
  for (const int s : statements) in_[at(s)] = true;
  ++trials_;
  trial_.forget();
  const bool possible = trial_.solve(part, [&](int s) {
    return in_[at(s)] ? net_.statements()[at(s)].possible : bounds::entire();
  });
  for (const int s : statements) in_[at(s)] = false;
  return possible;
}

KEBI_INLINE std::optional<conflict> conflict_search::refuted(std::size_t part,
                                                             std::vector<int> all) {
  std::sort(all.begin(), all.end());
  const auto holds = [](const std::vector<int>& large, const std::vector<int>& small) {
    return std::includes(large.begin(), large.end(), small.begin(), small.end());
  };
  for (const std::vector<int>& each : possible_)
    if (holds(each, all)) return std::nullopt;
  for (const conflict& each : impossible_)
    if (holds(all, each.statements)) return each;
  if (can_hold(part, all)) {
    possible_.push_back(std::move(all));
    return std::nullopt;
  }
  reasons why = trial_.refutations().front();
  if (why.statements.size() < all.size()) {
    // Close to the edge the proof may not be found again on the shorter way.
    if (can_hold(part, why.statements))
      why.statements = std::move(all);
    else
      why.relations = trial_.refutations().front().relations;
  }
  impossible_.push_back({std::move(why.statements), std::move(why.relations)});
  return impossible_.back();
}

KEBI_INLINE conflict conflict_search::reduced(std::size_t part, std::vector<int> open) {
  std::vector<int> needed;
  std::vector<int> relations;
  for (std::size_t next = 0; next < open.size();) {
    std::vector<int> without = needed;
    without.insert(without.end(), open.begin() + static_cast<std::ptrdiff_t>(next) + 1, open.end());
    const auto fewer = refuted(part, std::move(without));
    if (!fewer) {
      needed.push_back(open[next++]);
      continue;
    }
    // What the refutation did not use can be spared as well.
    const auto spared = [&](int s) {
      return !std::binary_search(fewer->statements.begin(), fewer->statements.end(), s);
    };
    open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(next) + 1);
    std::erase_if(open, spared);
    std::erase_if(needed, spared);
    relations = fewer->relations;
    next = 0;
  }
  std::sort(needed.begin(), needed.end());
  if (const auto last = refuted(part, needed)) relations = last->relations;
  return {std::move(needed), std::move(relations)};
}

}  // namespace kebi::detail
