#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/solver.hpp"

namespace kebi::detail {

KEBI_INLINE solver::solver(const network& of, const components& parts, effort how, question asked)
    : how_{how}, asked_{asked}, state_{of, parts}, sharp_{of, parts}, why_{of, state_} {}

KEBI_INLINE reasons solver::refutation() const {
  reasons result = why_.traced(state_.refuting());
  const auto& last = state_.refuting_relations();
  result.relations.insert(result.relations.end(), last.begin(), last.end());
  derivation::tidy(result.relations);
  return result;
}

KEBI_INLINE reasons solver::derived(variable_end end) const {
  const int e = state_.last_event(end);
  return e < 0 ? reasons{} : why_.traced({e});
}

KEBI_INLINE bool solver::sharpen(std::size_t part, sharpening::which of) {
  for (int round = 0; round < how_.rounds; ++round) {
    double moved = 0;
    if (!sharp_.run(state_, part, of, round == 0, how_.tolerance, moved) || !state_.run())
      return false;
    if (moved <= how_.tolerance) break;
  }
  return true;
}

}  // namespace kebi::detail
