#pragma once

#include "kebi/core/evaluate.hpp"

namespace kebi {

/// What was added in each of `steps` steps from the first level to the last (年均增长量).
/// Steps are counted, not years listed: from 2015 to 2020 there are five.
template <class F, class L>
constexpr auto average_increment(const F& first, const L& last, int steps) {
  if (steps < 1)
    throw error{"cannot average over " + std::to_string(steps) + " steps: at least one is needed"};
  const auto formula = [steps](const auto& a, const auto& b) { return (b - a) / steps; };
  return evaluate(formula, first, last);
}

}  // namespace kebi
