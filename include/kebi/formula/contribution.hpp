#pragma once

#include "kebi/formula/above_zero.hpp"
#include "kebi/formula/increment.hpp"
#include "kebi/formula/share.hpp"

namespace kebi {

/// How reliable a share of growth is. Near zero growth it is a small number over a smaller
/// one, and says little.
enum class reliability {
  reliable,    ///< the whole's increment is at least ten times what rounding can move it
  unreliable,  ///< less than that: report the bounds, or better the contribution in points
  none,        ///< not even the sign is certain, so any share is possible
};

/// The part of an increment that a part of the whole brought (贡献率). It may lie
/// far above 100% or below zero. N is the kind of number.
template <class N = double>
struct contribution_rate {
  percent<N> rate;
  reliability whole = reliability::reliable;

  friend bool operator==(const contribution_rate&, const contribution_rate&) = default;
};

namespace formula {

struct share_of_growth {  // 100 (A - A0)/(B - B0)
  template <class N>
  constexpr N operator()(const N& part, const N& part_base, const N& whole,
                         const N& whole_base) const {
    return N(part - part_base) / N(whole - whole_base) * 100;
  }
};
struct contribution_to_growth {  // 100 (A - A0)/B0, on a base above zero
  template <class N>
  constexpr N operator()(const N& part, const N& part_base, const N& whole_base) const {
    return N(part - part_base) / detail::kept_above(0, whole_base) * 100;
  }
};
struct share_of_growth_by_rates {  // 100 (A a/(1+a)) / (B b/(1+b))
  template <class N>
  constexpr N operator()(const N& part, const N& part_rate, const N& whole,
                         const N& whole_rate) const {
    return increment{}(part, part_rate) / increment{}(whole, whole_rate) * 100;
  }
};
struct contribution_to_growth_by_rates {  // 100 (A a/(1+a)) / (B/(1+b)), on a base above zero
  template <class N>
  constexpr N operator()(const N& part, const N& part_rate, const N& whole,
                         const N& whole_rate) const {
    return increment{}(part, part_rate) / detail::kept_above(0, base{}(whole, whole_rate)) * 100;
  }
};
struct product_of_rates {  // s g / 100
  template <class N>
  constexpr N operator()(const N& share, const N& rate) const {
    return share * rate / 100;
  }
};
struct share_of_growth_by_share {  // r (a/(1+a)) / (b/(1+b)): of a whole of one
  template <class N>
  constexpr N operator()(const N& share, const N& part_rate, const N& whole_rate) const {
    return increment{}(share, part_rate) / increment{}(N(1), whole_rate);
  }
};

}  // namespace formula

namespace detail {

constexpr reliability reliability_of(const bounds& increment) {
  if (increment.is_empty() || !increment.is_bounded() || increment.contains(0))
    return reliability::none;
  const double half = width(increment) / 2, middle = size(midpoint(increment));
  return middle < 10 * half ? reliability::unreliable : reliability::reliable;
}

/// `driver` is what makes the whole's increment uncertain: the increment, or the growth.
template <class N, class D>
constexpr contribution_rate<N> with_reliability(const N& rate, const D& driver) {
  if constexpr (uncertain<D>) {
    const reliability whole = reliability_of(as_bounds(driver));
    if constexpr (std::same_as<N, bounds>)
      if (whole == reliability::none) return {percent{bounds::entire()}, whole};
    return {percent{rate}, whole};
  } else {
    if (driver == D{0})
      throw error{
          "a whole that did not grow has no increment to contribute to: ask for the contribution "
          "to growth in points"};
    return {percent{rate}, reliability::reliable};
  }
}

}  // namespace detail

namespace formulas {

/// The share of a whole's increment that a part brought (贡献率), in percent, from the two
/// increments.
template <class P, class W>
constexpr auto share_of_growth(const P& part_increment, const W& whole_increment) {
  if constexpr (!detail::uncertain<W>)
    detail::with_reliability(0.0, whole_increment);  // refuses an increment of zero
  return detail::with_reliability(evaluate(formula::share{}, part_increment, whole_increment),
                                  whole_increment);
}

/// From levels and growths of part and whole. Throws `error` where one has no base above zero.
template <class P, class G, class W, class H>
constexpr auto share_of_growth(const P& part, const percent<G>& part_growth, const W& whole,
                               const percent<H>& whole_growth) {
  if constexpr (!detail::uncertain<H>) detail::with_reliability(0.0, whole_growth.value());
  detail::positive_base(base(whole, whole_growth));
  return detail::with_reliability(
      evaluate(formula::share_of_growth_by_rates{}, part, detail::with_base(part, part_growth),
               whole, detail::with_base(whole, whole_growth)),
      whole_growth.value());
}

/// From today's share and the growth of part and whole.
template <class S, class G, class H>
constexpr auto share_of_growth(const percent<S>& share, const percent<G>& part_growth,
                               const percent<H>& whole_growth) {
  if constexpr (!detail::uncertain<H>) detail::with_reliability(0.0, whole_growth.value());
  return detail::with_reliability(
      evaluate(formula::share_of_growth_by_share{}, share.value(),
               detail::with_base(share.value(), part_growth), detail::still_there(whole_growth)),
      whole_growth.value());
}

/// The contribution of a part to the growth of the whole (拉动), in percentage points. Two
/// products give it: the part's share a period earlier and its own growth, or its share of
/// growth and the growth of the whole. The contributions of all parts add up to that growth.
template <class S, class G>
constexpr auto contribution_to_growth(const percent<S>& base_share_or_share_of_growth,
                                      const percent<G>& growth) {
  return points{
      evaluate(formula::product_of_rates{}, base_share_or_share_of_growth.value(), growth.value())};
}

/// From the part's increment and the whole a period earlier.
template <class P, class W>
constexpr auto contribution_to_growth(const P& part_increment, const W& whole_base) {
  return points{evaluate(formula::share{}, part_increment, detail::positive_base(whole_base))};
}

/// From levels and growths of part and whole. Throws `error` on a base of the whole that is
/// not above zero.
template <class P, class G, class W, class H>
constexpr auto contribution_to_growth(const P& part, const percent<G>& part_growth, const W& whole,
                                      const percent<H>& whole_growth) {
  detail::positive_base(base(whole, whole_growth));
  return points{evaluate(formula::contribution_to_growth_by_rates{}, part,
                         detail::with_base(part, part_growth), whole, whole_growth.value())};
}

/// The growth of the whole, from the contribution of a part to it (points) and the part's share
/// of growth (percent).
template <class P, class C>
constexpr auto growth_of_whole(const points<P>& contribution, const percent<C>& share_of_growth) {
  return percent{evaluate(formula::share{}, contribution.value,
                          detail::not_zero(share_of_growth.value(), "a share of growth"))};
}

/// The increment of the whole, from that of a part and its share of growth.
template <class P, class C>
constexpr auto increment_of_whole(const P& part_increment, const percent<C>& share_of_growth) {
  return evaluate(formula::share{}, part_increment,
                  detail::not_zero(share_of_growth.value(), "a share of growth"));
}

/// The weight in the base, in percent, of a part that grew so much and contributed so many
/// points: what a price index does not publish (隐含权重).
template <class P, class G>
constexpr auto weight_in_base(const points<P>& contribution, const percent<G>& growth) {
  return percent{
      evaluate(formula::share{}, contribution.value, detail::not_zero(growth.value(), "a growth"))};
}

}  // namespace formulas

}  // namespace kebi
