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
