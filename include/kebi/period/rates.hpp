#pragma once

#include "kebi/core/evaluate.hpp"
#include "kebi/core/percent.hpp"

namespace kebi {

/// The formulas of growth, each written once; rates are in percent. They are the
/// definitions of the statistical yearbooks: 增长速度 = 报告期水平 / 基期水平 - 1, and what
/// follows from it for the base (基期) and the increment (增长量).
namespace formula {

struct growth_rate {  // x / b - 1
  template <class N>
  constexpr N operator()(const N& level, const N& base) const {
    return N(level / base - 1) * 100;
  }
};
struct base {  // x / (1 + g)
  template <class N>
  constexpr N operator()(const N& level, const N& rate) const {
    return level / (1 + rate / 100);
  }
};
struct level {  // b (1 + g)
  template <class N>
  constexpr N operator()(const N& base, const N& rate) const {
    return base * (1 + rate / 100);
  }
};
struct increment {  // x g / (1 + g)
  template <class N>
  constexpr N operator()(const N& level, const N& rate) const {
    return level * (1 - 1 / (1 + rate / 100));
  }
};

}  // namespace formula

namespace detail {

/// Growth has a meaning on a base above zero only.
template <class N>
constexpr N positive_base(const N& base) {
  if (!(base > N{0}))
    throw error{"growth has no meaning on a base that is zero or negative"};
  return base;
}
constexpr bounds positive_base(const bounds& base) {
  if (!base.is_empty()) positive_base(base.hi());
  return base & bounds::at_least(0);
}

/// A fall to nothing leaves no base to find.
template <class N>
constexpr N with_base(const percent<N>& rate) {
  if (rate.value() <= N{-100} && rate.value() >= N{-100})  // -100 and -100.0 alike
    throw error{"a fall by 100% does not tell what the base was"};
  return rate.value();
}
constexpr bounds with_base(const percent<bounds>& rate) { return rate.value(); }

/// Growth stands on a base above zero, so a growth below -100% needs a level
/// below zero (由盈转亏), and no other has one.
template <class L, class G>
constexpr void require_base_above_zero(const L& level, const percent<G>& growth) {
  if constexpr (!std::same_as<L, bounds> && !std::same_as<G, bounds>) {
    const bool below = growth.value() < G{-100};
    if (below ? level > L{0} : level < L{0})
      throw error{"this level and this growth would need a base below zero, on which growth has no meaning"};
  }
}

}  // namespace detail

/// How much a level grew over its base. Numbers may be doubles, bounds, printed
/// decimals (the result is then bounds) or exact rationals. Throws `error` on a
/// base that is not above zero.
template <class L, class B>
constexpr auto growth_rate(const L& level, const B& base) {
  return percent{evaluate(formula::growth_rate{}, level, detail::positive_base(base))};
}

/// The base that a level and its growth imply: what the figure of a year before
/// is on today's footing (可比口径). 172.8_p at 1.1_pct: [170.786, 171.054]. Throws
/// `error` where no base above zero fits.
template <class L, class G>
constexpr auto base(const L& level, const percent<G>& growth) {
  detail::require_base_above_zero(level, growth);
  return evaluate(formula::base{}, level, detail::with_base(growth));
}

/// The level that a base grows to.
template <class B, class G>
constexpr auto level(const B& base, const percent<G>& growth) {
  return evaluate(formula::level{}, base, growth.value());
}

/// What was added to the base on the way to the level.
template <class L, class G>
constexpr auto increment(const L& level, const percent<G>& growth) {
  return evaluate(formula::increment{}, level, detail::with_base(growth));
}

}  // namespace kebi
