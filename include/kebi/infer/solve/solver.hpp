#pragma once

#include "kebi/infer/settings/effort.hpp"
#include "kebi/infer/solve/derivation.hpp"
#include "kebi/infer/solve/sharpening.hpp"

namespace kebi::detail {

/// Solves the components of a network one by one: contraction, and sharpening
/// of what has a core, in turn until nothing moves.
class solver {
 public:
  /// What is asked: what every figure can be, or only what those that bear on others can
  /// be, and with that whether anything is possible.
  enum class question : std::uint8_t { figures, possible };

  solver(const network& of, const components& parts, effort how = {},
         question asked = question::figures);

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
    if (!state_.run() || !state_.refutations().empty()) return false;
    using enum sharpening::which;
    if (!supposed.empty()) return sharpen(part, all);  // of a follower something is known then
    return sharpen(part, bearing) && (asked_ == question::possible || sharpen(part, followers));
  }

  bounds operator[](int variable) const { return state_.box(variable); }
  const contraction& state() const { return state_; }
  void forget(contraction::length since = {0, 0}) { state_.forget(since); }

  /// Why nothing is possible, after `solve` returned false. Where figures are asked for, all that
  /// was found to disagree, what rests on the fewest statements first.
  std::vector<reasons> refutations() const;
  /// Why an end stands where it stands.
  reasons derived(variable_end end) const;

 private:
  bool sharpen(std::size_t part, sharpening::which of);

  /// So many variables are looked at through a wide window in all, which takes far longer: all of
  /// a report, and of a country the first.
  std::size_t wide_looks_ = 3'000;
  effort how_;
  question asked_;
  contraction state_;
  sharpening sharp_;
  derivation why_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/solver-inl.hpp"
#endif
