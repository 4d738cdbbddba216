#pragma once

#include <optional>

#include "kebi/core/code.hpp"
#include "kebi/period/rates.hpp"

namespace kebi {

/// How a figure that can be negative, such as a profit, went where a percentage would
/// be nonsense.
enum class swing {
  to_profit,      ///< 扭亏为盈: from below zero to above or at it
  to_loss,        ///< 由盈转亏: from above zero to below it
  loss_wider,     ///< 增亏
  loss_narrower,  ///< 减亏
  loss_same,      ///< 亏损持平
  undefined,      ///< from zero, or signs that rounding leaves open
};

namespace detail {
template <>
inline constexpr std::string_view words<swing>[] = {"to_profit",     "to_loss",   "loss_wider",
                                                    "loss_narrower", "loss_same", "undefined"};
}  // namespace detail

/// Growth of a figure that can be negative: a rate, or the turn it took. The change
/// in its own unit always has a meaning.
template <class N = double>
struct signed_growth {
  std::optional<percent<N>> rate;
  std::optional<swing> how;  ///< set where there is no rate
  N change;
};

namespace detail {

/// Signs of what a printed number may stand for: some, none or all of its interval.
template <class N>
constexpr bool surely_above(const N& x) {
  if constexpr (uncertain<N>)
    return as_bounds(x).lo() > 0;
  else
    return x > N{0};
}
template <class N>
constexpr bool surely_not_below(const N& x) {
  if constexpr (uncertain<N>)
    return as_bounds(x).lo() >= 0;
  else
    return !(x < N{0});
}
template <class N>
constexpr bool surely_below(const N& x) {
  if constexpr (uncertain<N>)
    return as_bounds(x).hi() < 0;
  else
    return x < N{0};
}

template <class L, class B>
constexpr swing swing_between(const L& level, const B& base) {
  if (surely_above(base) && surely_below(level)) return swing::to_loss;
  if (surely_below(base) && surely_not_below(level)) return swing::to_profit;
  if (!surely_below(base) || !surely_below(level)) return swing::undefined;
  const auto difference = [](const auto& a, const auto& b) { return a - b; };
  const auto moved = evaluate(difference, level, base);
  if (surely_below(moved)) return swing::loss_wider;
  if (surely_above(moved)) return swing::loss_narrower;
  if constexpr (!uncertain<L> && !uncertain<B>)
    return swing::loss_same;
  else
    return swing::undefined;
}

}  // namespace detail

namespace formulas {

/// Growth where losses are possible. A rate only from a base that is surely above zero
/// to a level that is surely not below it.
template <class L, class B>
constexpr auto growth_or_swing(const L& level, const B& base) {
  const auto difference = [](const auto& a, const auto& b) { return a - b; };
  using number = decltype(evaluate(difference, level, base));
  signed_growth<number> result{{}, {}, evaluate(difference, level, base)};
  if (detail::surely_above(base) && detail::surely_not_below(level))
    result.rate = percent{evaluate(formula::growth_rate{}, level, base)};
  else
    result.how = detail::swing_between(level, base);
  return result;
}

/// The base of a loss, from the loss now and by how much it widened (增亏, above zero)
/// or narrowed: -0.3 after 增亏 0.2 was -0.1.
template <class L, class I>
constexpr auto base_of_loss(const L& level, const I& widened_by) {
  const auto sum = [](const auto& a, const auto& b) { return a + b; };
  return evaluate(sum, level, widened_by);
}

}  // namespace formulas

}  // namespace kebi
