#pragma once

#include "kebi/infer/derivation.hpp"
#include "kebi/infer/sharpening.hpp"

namespace kebi {

/// How far inference goes.
struct effort {
  /// Ends are sought anew until none moves by more than this part of its width.
  double tolerance = 1e-3;
  int rounds = 8;
};

namespace detail {

/// Solves the components of a network one by one: contraction, and sharpening
/// of what has a core, in turn until nothing moves.
class solver {
 public:
  /// What is asked: what every figure can be, or only what those that bear on others can
  /// be, and with that whether anything is possible.
  enum class question : std::uint8_t { figures, possible };

  solver(const network& of, const components& parts, effort how = {},
         question asked = question::figures)
      : how_{how}, asked_{asked}, state_{of, parts}, sharp_{of, parts}, why_{of, state_} {}

  /// False when the active statements of a component cannot all be true.
  /// Statements can be widened: `possible_in(s)` is what statement s is to mean,
  /// entire where it is put aside.
  /// `supposed` variables are bounded besides.
  template <class PossibleIn>
  bool solve(std::size_t part, const PossibleIn& possible_in,
             std::span<const std::pair<int, bounds>> supposed = {}) {
    if (!state_.start(part, possible_in)) return false;
    for (const auto& [variable, range] : supposed)
      if (range.is_empty() || !state_.suppose(variable, range)) return false;
    if (!state_.run()) return false;
    using enum sharpening::which;
    if (!supposed.empty()) return sharpen(part, all);  // of a follower something is known then
    return sharpen(part, bearing) && (asked_ == question::possible || sharpen(part, followers));
  }

  bounds operator[](int variable) const { return state_.box(variable); }
  const contraction& state() const { return state_; }
  void forget() { state_.forget(); }

  /// Why nothing is possible, after `solve` returned false.
  reasons refutation() const {
    reasons result = why_.traced(state_.refuting());
    const auto& last = state_.refuting_relations();
    result.relations.insert(result.relations.end(), last.begin(), last.end());
    derivation::tidy(result.relations);
    return result;
  }
  /// Why an end stands where it stands.
  reasons derived(variable_end end) const {
    const int e = state_.last_event(end);
    return e < 0 ? reasons{} : why_.traced({e});
  }

 private:
  bool sharpen(std::size_t part, sharpening::which of) {
    for (int round = 0; round < how_.rounds; ++round) {
      double moved = 0;
      if (!sharp_.run(state_, part, of, round == 0, how_.tolerance, moved) || !state_.run())
        return false;
      if (moved <= how_.tolerance) break;
    }
    return true;
  }

  effort how_;
  question asked_;
  contraction state_;
  sharpening sharp_;
  derivation why_;
};

}  // namespace detail
}  // namespace kebi
