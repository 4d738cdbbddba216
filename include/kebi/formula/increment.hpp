#pragma once

#include "kebi/period/rates.hpp"

namespace kebi {

namespace formula {

struct difference {  // a - b: an increment of levels, or points between rates
  template <class N>
  constexpr N operator()(const N& a, const N& b) const {
    return a - b;
  }
};

struct average_increment {  // (b - a) / steps
  int steps;
  template <class N>
  constexpr N operator()(const N& first, const N& last) const {
    return N(last - first) / steps;
  }
};

}  // namespace formula

namespace detail {
inline void require_steps(int steps) {
  if (steps < 1)
    throw error{"cannot average over " + std::to_string(steps) + " steps: at least one is needed"};
}
}  // namespace detail

namespace formulas {

/// What was added to the base on the way to the level (增长量). Throws `error` where no base fits.
template <class L, class G>
constexpr auto increment(const L& level, const percent<G>& growth) {
  return evaluate(formula::increment{}, level, detail::with_base(level, growth));
}

/// What was added in each of `steps` steps from the first level to the last (年均增长量).
/// Steps are counted, not years listed: from 2015 to 2020 there are five.
template <class F, class L>
constexpr auto average_increment(const F& first, const L& last, int steps) {
  detail::require_steps(steps);
  return evaluate(formula::average_increment{steps}, first, last);
}

}  // namespace formulas

}  // namespace kebi
