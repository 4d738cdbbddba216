#pragma once

#include "kebi/formula/composition.hpp"
#include "kebi/period/growth.hpp"

/// Growth over several steps of time. Rates are in percent.
namespace kebi::formula {

struct interval_growth {  // (1 + g)(1 + g0) - 1, of what was left after the earlier growth
  template <class N>
  constexpr N operator()(const N& now, const N& before) const {
    return growth_of_product{}(now, detail::kept_above(-100, before));
  }
};
struct two_year_average {  // its root
  template <class N>
  constexpr N operator()(const N& now, const N& before) const {
    const N both = interval_growth{}(now, before);
    if constexpr (std::same_as<N, double>)
      if (detail::is_nan(both)) return both;  // nan has no root
    return per_step{1, 2}(both);
  }
};

}  // namespace kebi::formula

namespace kebi::formulas {

/// Growth over two spans of years out of the growth of each (间隔增长率). Throws `error` for a growth
/// below -100%, and after a fall to nothing.
template <class N, class B>
constexpr auto interval_growth(const percent<N>& now, const percent<B>& before) {
  return percent{evaluate(formula::interval_growth{}, detail::require_no_swing(now),
                          detail::still_there(before))};
}

/// The growth of each of the two (两年平均增速), their geometric mean; throws as `interval_growth`.
template <class N, class B>
auto two_year_average(const percent<N>& now, const percent<B>& before) {
  return percent{evaluate(formula::two_year_average{}, detail::require_no_swing(now),
                          detail::still_there(before))};
}

}  // namespace kebi::formulas
