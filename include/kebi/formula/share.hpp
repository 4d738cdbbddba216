#pragma once

#include "kebi/formula/above_zero.hpp"

namespace kebi {

namespace formula {

struct share {  // 100 A / B
  template <class N>
  constexpr N operator()(const N& part, const N& whole) const {
    return part / whole * 100;
  }
};
struct base_ratio {  // r (1 + b) / (1 + a), of r = A / B
  template <class N>
  constexpr N operator()(const N& ratio, const N& part_rate, const N& whole_rate) const {
    return base{}(ratio, part_rate) * (1 + detail::kept_above(-100, whole_rate) / 100);
  }
};
struct base_multiple {  // (x / y) (1 + h) / (1 + g)
  template <class N>
  constexpr N operator()(const N& one, const N& other, const N& rate, const N& other_rate) const {
    return base_ratio{}(one / detail::kept_above(0, other), rate, other_rate);
  }
};
struct ratio_change {  // r (a - b) / (1 + a)
  template <class N>
  constexpr N operator()(const N& ratio, const N& part_rate, const N& whole_rate) const {
    return base{}(ratio, part_rate) * (part_rate - detail::kept_above(-100, whole_rate)) / 100;
  }
};
struct share_change_of_levels {
  template <class N>
  constexpr N operator()(const N& part, const N& whole, const N& part_base,
                         const N& whole_base) const {
    return N(part / whole - part_base / whole_base) * 100;
  }
};
struct share_change_of_growths {
  template <class N>
  constexpr N operator()(const N& part, const N& whole, const N& part_rate,
                         const N& whole_rate) const {
    return ratio_change{}(N(part / detail::kept_above(0, whole) * 100), part_rate, whole_rate);
  }
};

}  // namespace formula

namespace detail {
template <class N>
constexpr const N& not_zero(const N& divisor, const char* what) {
  bool zero = false;
  if constexpr (std::same_as<N, bounds>)
    zero = divisor == bounds{0};
  else if constexpr (!std::same_as<N, decimal>)
    zero = divisor == N{0};
  if (zero) throw error{std::string{"nothing can be divided by "} + what + " of zero"};
  return divisor;
}

/// A formula of a share now and the growth of part and whole.
template <class Formula, class S, class P, class W>
constexpr auto of_share_and_growths(const Formula& formula, const percent<S>& share,
                                    const percent<P>& part_growth,
                                    const percent<W>& whole_growth) {
  return evaluate(formula, share.value(), with_base(share.value(), part_growth),
                  still_there(whole_growth));
}
/// A formula of two levels and the growth of both, of which the second is divided by.
template <class Formula, class A, class G, class B, class H>
constexpr auto of_levels_and_growths(const Formula& formula, const A& a, const percent<G>& a_growth,
                                     const B& b, const percent<H>& b_growth, const char* b_name) {
  require_base_left(b, b_growth);
  return evaluate(formula, a, not_zero(b, b_name), with_base(a, a_growth), still_there(b_growth));
}
}  // namespace detail

namespace formulas {

/// The share of a part in its whole (比重).
template <class P, class W>
constexpr auto share(const P& part, const W& whole) {
  return percent{evaluate(formula::share{}, part, detail::not_zero(whole, "a whole"))};
}

/// The share a period earlier, from today's and the growth of both (基期比重). Any
/// ratio A/B in percent will do, so will one that grew in its parts, such as a margin.
/// Throws `error` where part or whole has no base above zero.
template <class S, class P, class W>
constexpr auto base_share(const percent<S>& share, const percent<P>& part_growth,
                          const percent<W>& whole_growth) {
  return percent{
      detail::of_share_and_growths(formula::base_ratio{}, share, part_growth, whole_growth)};
}

/// By how many points a share changed (比重变化), from today's share and the growth of
/// part and whole: r (a - b)/(1 + a). It rises where the part outgrows the whole, by
/// less than the difference of the growths. Serves any ratio in percent: a margin
/// (利润率), a debt ratio (资产负债率). Throws `error` where part or whole has no base above
/// zero.
template <class S, class P, class W>
constexpr auto share_change(const percent<S>& share, const percent<P>& part_growth,
                            const percent<W>& whole_growth) {
  return points{
      detail::of_share_and_growths(formula::ratio_change{}, share, part_growth, whole_growth)};
}

/// The same from the levels of part and whole and their growths, which are each
/// printed numbers of their own: sharper than through a rounded share.
template <class P, class W, class G, class H>
constexpr auto share_change(const P& part, const percent<G>& part_growth, const W& whole,
                            const percent<H>& whole_growth) {
  return points{detail::of_levels_and_growths(formula::share_change_of_growths{}, part, part_growth,
                                              whole, whole_growth, "a whole")};
}

/// The same from four levels. All four must be on one basis (同口径).
template <class P, class W, class Q, class V>
constexpr auto share_change_of_levels(const P& part, const W& whole, const Q& part_base,
                                      const V& whole_base) {
  return points{evaluate(formula::share_change_of_levels{}, part,
                         detail::not_zero(whole, "a whole"), part_base,
                         detail::not_zero(whole_base, "a whole"))};
}

/// How many times B was in A a period earlier (基期倍数), from today's levels and growths.
template <class A, class B, class G, class H>
constexpr auto base_multiple(const A& a, const percent<G>& a_growth, const B& b,
                             const percent<H>& b_growth) {
  return detail::of_levels_and_growths(formula::base_multiple{}, a, a_growth, b, b_growth, "a base");
}

}  // namespace formulas

}  // namespace kebi
