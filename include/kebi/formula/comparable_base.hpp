#pragma once

#include "kebi/formula/above_zero.hpp"

namespace kebi {

namespace formula {

struct base_above_zero {  // x / (1 + g), where growth has a meaning
  template <class N>
  constexpr N operator()(const N& level, const N& rate) const {
    return detail::kept_above(0, base{}(level, rate));
  }
};
struct revision_factor {  // x / (1 + g) / b
  template <class N>
  constexpr N operator()(const N& level, const N& rate, const N& published_base) const {
    return base_above_zero{}(level, rate) / detail::kept_above(0, published_base);
  }
};

}  // namespace formula

namespace formulas {

/// How the scope of a figure changed since its base was published (修订系数): the comparable base
/// that level and growth imply over the base as first published. 0.854 says that
/// today's scope holds 85.4% of what last year's figure counted. Bounds for printed
/// numbers.
template <class L, class G, class B>
constexpr auto revision_factor(const L& level, const percent<G>& growth, const B& published_base) {
  detail::positive_base(base(level, growth));
  return evaluate(formula::revision_factor{}, level, detail::with_base(growth),
                  detail::positive_base(published_base));
}

/// Whether scope or prices certainly changed (口径调整, a break in the series): rounding alone
/// cannot bring the factor to 1.
constexpr bool is_scope_break(const bounds& factor) {
  return !factor.is_empty() && !factor.contains(1);
}

}  // namespace formulas

}  // namespace kebi
