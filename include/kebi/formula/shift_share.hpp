#pragma once

#include <algorithm>

#include "kebi/core/root.hpp"

namespace kebi {

namespace formula {

// x0 (S1/S0 - 1), of x0, all other bases and all together after
struct national_component {
  template <class N>
  constexpr N operator()(const N& base, const N& other_bases, const N& after) const {
    return base * N(after / N(base + other_bases) - 1);
  }
};
// x0 (I1/I0 - S1/S0), of x0 and what else is in I0, S0 - I0, I1, S1 - I1
struct industry_component {
  template <class N>
  constexpr N operator()(const N& base, const N& elsewhere, const N& other_bases, const N& after,
                         const N& other_after) const {
    const N own = base + elsewhere;
    return base * N(after / own - N(after + other_after) / N(own + other_bases));
  }
};
// x1 - x0 I1/I0, of x1 and what else is in I1, x0 and what else is in I0
struct regional_component {
  template <class N>
  constexpr N operator()(const N& after, const N& after_elsewhere, const N& base,
                         const N& elsewhere) const {
    return after - base * N(N(after + after_elsewhere) / N(base + elsewhere));
  }
};

}  // namespace formula

enum class shift_component { national, industry, regional };

namespace detail {

/// The figures of one industry in one region and what stands around them, each figure once.
template <class N>
struct shift_sums {
  N base{0}, after{0};
  N base_elsewhere{0}, after_elsewhere{0};  ///< of the industry, in other regions
  N other_bases{0}, other_after{0};         ///< of other industries
};

/// Sharp where the formula certainly rises, or falls, with each number; else it encloses.
template <class Formula, class N, class... Others>
N evaluate_steady(bool steady, const Formula& formula, const N& number, const Others&... others) {
  return steady ? evaluate(formula, number, others...) : formula(number, others...);
}

/// Where a component stops rising with a base, or falling, and what it is there.
struct turning_point {
  ball at, value;
};

// The turning points are solved on paper. In their values differences of roots are written as quotients,
// which cancel nothing.

/// The national component x (S/(x + o) - 1) is concave in its base x. Its top, at x = sqrt(S o) -
/// o, is (sqrt S - sqrt o)^2.
inline turning_point top_of_national(const ball& o, const ball& S) {
  const ball apart = (S - o) / (root(S, 2) + root(o, 2));
  return {root(S * o, 2) - o, apart * apart};
}

// The industry component is b (p/B - P/(B + u)) with B = b + s and P = p + q: base b, elsewhere s,
// other bases u, industry now p, other industries now q. In b its slope p s/B^2 - P (s + u)/(B +
// u)^2 goes from above zero to below, in s its slope over b, P/(B + u)^2 - p/B^2, from below to
// above. Each turn is where (B + u)/B is the root of the quotient of the two products.

/// B = u / (sqrt(P (s + u) / (p s)) - 1), and p - P + (sqrt(P (s + u)) - sqrt(p s))^2 / u there.
inline turning_point turn_in_base(const ball& s, const ball& u, const ball& p, const ball& q) {
  const ball own = root(p * s, 2), roots = own + root((p + q) * (s + u), 2);
  const ball apart = p * u + q * (s + u);
  return {u * own * roots / apart - s, apart * apart / (u * roots * roots) - q};
}
/// B = u / (sqrt(P / p) - 1), and -b (sqrt P - sqrt p)^2 / u there.
inline turning_point turn_in_elsewhere(const ball& b, const ball& u, const ball& p, const ball& q) {
  const ball own = root(p, 2), roots = own + root(p + q, 2);
  return {u * own * roots / q - b, -(b * q * q / (u * roots * roots))};
}

/// What a turn adds to the possible values, if it lies there.
inline bounds value_of(const turning_point& turn, const bounds& between) {
  return (around(turn.at) & between).is_empty() ? bounds::empty() : around(turn.value);
}

/// A base may be printed as zero and lie below it; what stands around it may not.
inline bounds national_with_turns(const bounds& base, const bounds& other_bases,
                                  const bounds& after) {
  const formula::national_component formula;
  const bounds plain = formula(base, other_bases, after), all = base + other_bases;
  if (!plain.is_bounded()) return plain;
  if (std::min({all.lo(), other_bases.lo(), after.lo()}) < 0) {
    const bounds slope = after * other_bases / (all * all) - 1;
    return evaluate_steady(!slope.contains(0), formula, base, other_bases, after);
  }
  bounds possible = evaluate(formula, base, other_bases, after);
  // With `after` it rises and with other bases it falls, or the other way where its base is below
  // zero.
  for (const std::size_t high : {std::size_t{0}, std::size_t{1}}) {
    const ball others = ends(other_bases)[1 - high], most = ends(after)[high];
    if (others.hi() > 0) possible = possible | value_of(top_of_national(others, most), base);
  }
  return plain & possible;
}
inline double national_with_turns(double base, double other_bases, double after) {
  return formula::national_component{}(base, other_bases, after);
}

/// With p and u it rises and with q it falls, or the other way where b is below zero: two corners
/// of these hold the extremes. Those of b and s lie on the edges, for where b + s stays the same
/// the component is a straight line in b.
inline bounds industry_with_turns(const shift_sums<bounds>& of) {
  const formula::industry_component formula;
  const bounds industry = of.after + of.after_elsewhere, own = of.base + of.base_elsewhere;
  const bounds others = of.base_elsewhere + of.other_bases;
  const bounds plain =
      formula(of.base, of.base_elsewhere, of.other_bases, industry, of.other_after);
  if (!plain.is_bounded()) return plain;
  if (std::min({own.lo(), others.lo(), of.other_bases.lo(), industry.lo(), of.other_after.lo()}) <
      0) {
    const bounds all = own + of.other_bases, after = industry + of.other_after;
    const bounds in_base =
        industry * of.base_elsewhere / (own * own) - after * others / (all * all);
    const bounds in_elsewhere = after / (all * all) - industry / (own * own);
    return evaluate_steady(!in_base.contains(0) && !in_elsewhere.contains(0), formula, of.base,
                           of.base_elsewhere, of.other_bases, industry, of.other_after);
  }
  bounds possible = bounds::empty();
  for (const std::size_t high : {std::size_t{0}, std::size_t{1}}) {
    const ball u = ends(of.other_bases)[high], p = ends(industry)[high];
    const ball q = ends(of.other_after)[1 - high];
    for (const ball& b : ends(of.base))
      for (const ball& s : ends(of.base_elsewhere))
        possible = possible | around(formula(b, s, u, p, q));
    // Without others, or of an industry that is gone, there is no turn.
    if (u.hi() == 0 || p.hi() == 0) continue;
    for (const ball& s : ends(of.base_elsewhere))
      if (s.lo() > 0) possible = possible | value_of(turn_in_base(s, u, p, q), of.base);
    for (const ball& b : ends(of.base))
      if (q.hi() > 0)
        possible = possible | value_of(turn_in_elsewhere(b, u, p, q), of.base_elsewhere);
  }
  return plain & possible;
}
inline double industry_with_turns(const shift_sums<double>& of) {
  return formula::industry_component{}(of.base, of.base_elsewhere, of.other_bases,
                                       of.after + of.after_elsewhere, of.other_after);
}

template <class N>
N component_of(shift_component what, const shift_sums<N>& of) {
  switch (what) {
    case shift_component::national:
      return national_with_turns(of.base, N(of.base_elsewhere + of.other_bases),
                                 N(of.after + of.after_elsewhere + of.other_after));
    case shift_component::industry:
      return industry_with_turns(of);
    default:
      return evaluate(formula::regional_component{}, of.after, of.after_elsewhere, of.base,
                      of.base_elsewhere);
  }
}

}  // namespace detail

}  // namespace kebi
