#pragma once

#include "kebi/core/evaluate.hpp"
#include "kebi/core/percent.hpp"

namespace kebi {

namespace detail {

/// The base of a level and its growth where growth has a meaning, which it has on a base
/// that is not below zero: x / (1 + g). A level below zero has one where it fell by more than
/// all of it (由盈转亏), and no other level has one there. Without a base: nan, or no bounds;
/// at a corner of bounds nothing is known. Exact numbers go on as they are: look at them before.
constexpr double base_of(double level, double rate) {
  const bool fits = rate > -100 ? level >= 0 : rate < -100 && level < 0;
  return fits ? level / (1 + rate / 100) : not_a_number;
}
constexpr bounds base_of(const bounds& level, const bounds& rate) {
  const bounds factor = 1 + rate / 100, zero_or_more = bounds::at_least(0);
  const bounds kept = level / (factor & zero_or_more) & zero_or_more;
  if (level.is_empty() || level.lo() >= 0) return kept;
  return kept | (level / (factor & bounds::at_most(0)) & zero_or_more);
}
constexpr ball base_of(const ball& level, const ball& rate) {
  const ball base = level / (1 + rate / 100);
  return base.lo() >= 0 ? base : ball::unknown();
}
template <class N>
constexpr N base_of(const N& level, const N& rate) {
  return level / (1 + rate / 100);
}

/// Of a growth that was printed -100.0 what is not below -100%: nothing falls by more than all
/// of it. Other numbers go on as they are: look at them before.
template <class N>
constexpr const N& down_to_nothing(const N& rate) {
  return rate;
}
constexpr bounds down_to_nothing(const bounds& rate) { return rate & bounds::at_least(-100); }
constexpr ball down_to_nothing(const ball& rate) { return rate.hi() <= -100 ? ball{-100} : rate; }

}  // namespace detail

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
struct base {  // x / (1 + g), where growth has a meaning
  template <class N>
  constexpr N operator()(const N& level, const N& rate) const {
    return detail::base_of(level, rate);
  }
};
struct level {  // b (1 + g)
  template <class N>
  constexpr N operator()(const N& base, const N& rate) const {
    return base * (1 + rate / 100);
  }
};
struct increment {  // x g / (1 + g), where there is a base
  template <class N>
  constexpr N operator()(const N& level, const N& rate) const {
    return detail::base_of(level, rate) * rate / 100;
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
    throw error{"a fall by 100% does not determine what the base was"};
  return rate.value();
}
constexpr bounds with_base(const percent<bounds>& rate) { return rate.value(); }

/// Growth stands on a base above zero, so a growth below -100% needs a level
/// below zero (由盈转亏), and no other has one.
template <class L, class G>
constexpr void require_base_left(const L& level, const percent<G>& growth) {
  bool fits = true;
  if constexpr (uncertain<L> || uncertain<G>) {
    const bounds x = as_bounds(level), g = as_bounds(growth.value());
    fits = x.is_empty() || g.is_empty() || !base_of(x, g).is_empty();
  } else {
    fits = growth.value() < G{-100} ? level < L{0} : !(level < L{0});
  }
  if (!fits)
    throw error{
        "this level and this growth would need a base below zero, on which growth has no meaning: "
        "look at their signs, or take the levels of both periods"};
}

/// Rates that are multiplied, without a level beside them: a growth below -100% means a
/// turn, and there is no factor to it.
template <class N>
constexpr const N& require_no_swing(const percent<N>& growth) {
  bool turned = false;
  if constexpr (uncertain<N>) {
    const bounds g = as_bounds(growth.value());
    turned = !g.is_empty() && g.hi() < -100;
  } else {
    if (growth.value() != growth.value())
      throw error{"growth is a number: found nan. Leave out what is absent"};
    turned = growth.value() < N{-100};
  }
  if (turned)
    throw error{
        "a growth below -100% is a turn from profit to loss (由盈转亏), and no rate to multiply: "
        "take the levels of both periods"};
  return growth.value();
}

constexpr bounds require_no_swing(const percent<bounds>& growth) {
  require_no_swing<bounds>(growth);
  return growth.value() & bounds::at_least(-100);
}

/// Whether a growth surely is a fall to nothing.
template <class N>
constexpr bool leaves_nothing(const N& rate) {
  if constexpr (uncertain<N>) {
    const bounds g = as_bounds(rate);
    return !g.is_empty() && g.hi() <= -100;
  } else {
    return rate <= N{-100};
  }
}
/// A chain may end in a fall to nothing, and does not go on from there.
template <class N>
constexpr void require_something_left(const N& rate) {
  if (!leaves_nothing(rate)) return;
  throw error{
      "a fall by 100% leaves nothing that the growth after it could start from: end the chain "
      "there, or begin after it"};
}

/// The growth of a figure that there is still something of.
template <class N>
constexpr N still_there(const percent<N>& growth) {
  const N kept = require_no_swing(growth);
  if constexpr (std::same_as<N, bounds>)
    if (leaves_nothing(kept)) with_base(percent{-100});
  return with_base(percent{kept});
}
/// A growth that determines the base of the level, or the share, beside it.
template <class L, class N>
constexpr N with_base(const L& level, const percent<N>& growth) {
  require_base_left(level, growth);
  return with_base(growth);
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
/// is on today's basis (可比口径). 172.8_p at 1.1_pct: [170.786, 171.054]. Throws
/// `error` where no base above zero fits.
template <class L, class G>
constexpr auto base(const L& level, const percent<G>& growth) {
  return evaluate(formula::base{}, level, detail::with_base(level, growth));
}

/// The level that a base grows to.
template <class B, class G>
constexpr auto level(const B& base, const percent<G>& growth) {
  return evaluate(formula::level{}, base, growth.value());
}

}  // namespace kebi
