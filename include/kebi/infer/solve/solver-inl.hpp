#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/solver.hpp"

namespace kebi::detail {

KEBI_INLINE solver::solver(const network& of, const components& parts, effort how, question asked)
    : how_{std::move(how)},
      asked_{asked},
      state_{of, parts, asked == question::figures, how_.at_work},
      sharp_{of, parts, how_.at_work},
      why_{of, state_} {}

KEBI_INLINE std::vector<reasons> solver::refutations() const {
  std::vector<reasons> result;
  std::size_t room = 10'000 + 10 * state_.events().size();  // events: the rest is found again
  for (const auto& [events, relations] : state_.refutations()) {
    reasons one = why_.traced(events);
    one.relations.insert(one.relations.end(), relations.begin(), relations.end());
    derivation::tidy(one.relations);
    const std::size_t used = one.events.size();
    result.push_back(std::move(one));
    if (used >= room) break;
    room -= used;
  }
  std::stable_sort(result.begin(), result.end(), [](const reasons& a, const reasons& b) {
    return a.statements.size() < b.statements.size();
  });
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
    if (!state_.refutations().empty()) return false;
    if (moved <= how_.tolerance) break;
  }
  if (asked_ == question::possible || of == sharpening::which::followers) return true;
  const std::size_t core = sharp_.core();
  if (core <= sharpening::window || core > sharpening::wide_window || core > wide_looks_) return true;
  for (int round = 0; round < 2; ++round) {
    double moved = 0;
    wide_looks_ -= std::min(core, wide_looks_);
    if (!sharp_.run(state_, part, of, false, how_.tolerance, moved, sharpening::wide_window) ||
        !state_.run() || !state_.refutations().empty())
      return false;
    if (moved <= how_.tolerance) break;
  }
  return true;
}

}  // namespace kebi::detail
