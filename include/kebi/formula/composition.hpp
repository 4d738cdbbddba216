#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "kebi/formula/above_zero.hpp"
#include "kebi/formula/share.hpp"

namespace kebi {

/// One part of a sum: what it comes to now, and how much it grew.
template <class L, class G = L>
struct component {
  L level;
  percent<G> growth;
};

namespace formula {

struct growth_of_product {  // (1 + a)(1 + b) - 1
  template <class N>
  constexpr N operator()(const N& a, const N& b) const {
    return N((1 + detail::down_to_nothing(a) / 100) * (1 + detail::down_to_nothing(b) / 100) - 1) *
           100;
  }
};
struct growth_of_ratio {  // (1 + a)/(1 + b) - 1
  template <class N>
  constexpr N operator()(const N& a, const N& b) const {
    return N((1 + detail::down_to_nothing(a) / 100) / (1 + b / 100) - 1) * 100;
  }
};
struct residual_base {  // W/(1+w) - P/(1+p)
  template <class N>
  constexpr N operator()(const N& whole, const N& whole_rate, const N& part,
                         const N& part_rate) const {
    return detail::rest_of(base{}(whole, whole_rate), base{}(part, part_rate));
  }
};
struct growth_of_residual {  // (W - P)/(W/(1+w) - P/(1+p)) - 1, on a base above zero
  template <class N>
  constexpr N operator()(const N& whole, const N& whole_rate, const N& part,
                         const N& part_rate) const {
    const N rest = residual_base{}(whole, whole_rate, part, part_rate);
    return growth_rate{}(N(whole - part), detail::kept_above(0, rest));
  }
};
struct mixed_growth {  // w a + (1 - w) b
  template <class N>
  constexpr N operator()(const N& weight, const N& a, const N& b) const {
    return N(weight / 100) * a + N(1 - weight / 100) * b;
  }
};
struct growth_of_rest {  // a + (g - a)/(1 - w)
  template <class N>
  constexpr N operator()(const N& weight, const N& a, const N& whole) const {
    return a + N(whole - a) / N(1 - weight / 100);
  }
};
struct implied_weight {  // (g - b)/(a - b)
  template <class N>
  constexpr N operator()(const N& whole, const N& a, const N& b) const {
    return N(whole - b) / N(a - b) * 100;
  }
};

}  // namespace formula

namespace formulas {

/// Growth of a product, such as yield times area, or 名义 = 实际 x 价格. It is not the
/// sum of the two growths. Throws `error` for a growth below -100%.
template <class A, class B>
constexpr auto growth_of_product(const percent<A>& a, const percent<B>& b) {
  return percent{evaluate(formula::growth_of_product{}, detail::require_no_swing(a),
                          detail::require_no_swing(b))};
}

/// Growth of a quotient, such as revenue per head: (a - b)/(1 + b). Throws `error` for a
/// growth below -100%, and for a quotient of what fell to nothing.
template <class A, class B>
constexpr auto growth_of_ratio(const percent<A>& above, const percent<B>& below) {
  return percent{evaluate(formula::growth_of_ratio{}, detail::require_no_swing(above),
                          detail::still_there(below))};
}

/// 名义增速 from real growth and the change of prices.
template <class R, class P>
constexpr auto nominal_growth(const percent<R>& real, const percent<P>& price) {
  return growth_of_product(real, price);
}
/// 实际增速: nominal growth without the change of prices; not their difference.
template <class N, class P>
constexpr auto real_growth(const percent<N>& nominal, const percent<P>& price) {
  return growth_of_ratio(nominal, price);
}
/// The change of prices between nominal and real growth (平减指数).
template <class N, class R>
constexpr auto price_growth(const percent<N>& nominal, const percent<R>& real) {
  return growth_of_ratio(nominal, real);
}

/// What was left of the whole a period earlier, on today's basis. Throws `error` where
/// the whole or the part has no base above zero.
template <class W, class G, class P, class H>
constexpr auto residual_base(const W& whole, const percent<G>& whole_growth, const P& part,
                             const percent<H>& part_growth) {
  return evaluate(formula::residual_base{}, whole, detail::with_base(whole, whole_growth), part,
                  detail::with_base(part, part_growth));
}

/// Growth of what is left of a whole without one part: all industries but one, the
/// rest of a year after its first half, one month out of two years to date.
///
/// One formula serves them all, also the other way round: the growth of the year to
/// the month before out of the later one and the last month. Both growths must be on
/// one basis. The rest is a small difference of large figures: look at the bounds. The
/// whole comes first, because the part is taken off it, as in `residual_base`; over grids
/// parts come first, as in all functions of parts and wholes. Throws `error` where the rest
/// has no base above zero, or turned from above zero to below it.
template <class W, class G, class P, class H>
constexpr auto growth_of_residual(const W& whole, const percent<G>& whole_growth, const P& part,
                                  const percent<H>& part_growth) {
  detail::positive_base(residual_base(whole, whole_growth, part, part_growth));
  const auto rate = evaluate(formula::growth_of_residual{}, whole, whole_growth.value(), part,
                             part_growth.value());
  return percent{detail::require_no_swing(percent{rate})};
}

/// Growth of the whole whose first part had `weight` of the base and grew by `a`, the
/// rest by `b` (混合增长率). Between the two, nearer to the one with the larger base.
template <class W, class A, class B>
constexpr auto mixed_growth(const percent<W>& weight, const percent<A>& a, const percent<B>& b) {
  return percent{evaluate(formula::mixed_growth{}, weight.value(), a.value(), b.value())};
}

/// Growth of the rest, where a part with `weight` of the base grew by `part` and the
/// whole by `whole`: what the second half must bring, (g - w a)/(1 - w).
template <class W, class A, class G>
constexpr auto growth_of_rest(const percent<W>& weight, const percent<A>& part,
                              const percent<G>& whole) {
  if constexpr (!detail::uncertain<W>)
    if (weight.value() == W{100}) throw error{"a part that is the whole leaves no rest to grow"};
  return percent{evaluate(formula::growth_of_rest{}, weight.value(), part.value(), whole.value())};
}

/// The weight in the base of the part that grew by `a`, where the rest grew by `b` and
/// the whole by `growth`. Outside 0 and 100% the three cannot all be true.
template <class G, class A, class B>
constexpr auto implied_weight(const percent<G>& growth, const percent<A>& a, const percent<B>& b) {
  if constexpr (!detail::uncertain<A> && !detail::uncertain<B>)
    if (a.value() == b.value())
      throw error{"parts that grew alike leave no trace of their weight in the whole"};
  return percent{evaluate(formula::implied_weight{}, detail::require_no_swing(growth),
                          detail::require_no_swing(a), detail::require_no_swing(b))};
}

}  // namespace formulas

namespace detail {

template <class L, class G>
constexpr bool is_below_zero(const component<L, G>& part) {
  if constexpr (uncertain<L>)
    return as_bounds(part.level).hi() < 0;
  else
    return part.level < L{0};
}
template <class L, class G>
constexpr bool has_no_base(const component<L, G>& part) {
  if constexpr (uncertain<G>)
    return as_bounds(part.growth.value()).lo() <= -100;
  else
    return !(part.growth.value() > G{-100});
}

template <class L, class G>
constexpr void require_parts(std::span<const component<L, G>> parts) {
  if (parts.empty()) throw error{"a sum needs parts: there are none"};
  for (const auto& each : parts) {
    if (is_below_zero(each))
      throw error{"a part below zero has no growth: add up the levels of both periods instead"};
    require_base_left(each.level, each.growth);
    if (has_no_base(each)) throw error{"the growth of a part that fell by 100% does not determine its base"};
  }
}

struct grown {
  ball low, high, factor;
};

/// A sum and its base, of some parts at one end of their levels.
struct summed {
  ball level{0}, base{0};

  summed with(const ball& part, const ball& factor) const {
    return {level + part, base + part / factor};
  }
};

/// Sharp, for any number of parts: the growth of the sum rises with each growth, and
/// with the level of each part that grows faster than the sum. So at an extreme the
/// parts in order of their growth are raised up to some cut, and each cut is tried.
template <class L, class G>
bounds sum_growth_extreme(std::span<const component<L, G>> parts, std::size_t end) {
  std::vector<grown> all;
  for (const auto& each : parts) {
    const auto level = ends(each.level);
    // Levels of a part cannot lie below zero, even where rounding would allow it.
    const ball low = level[0].lo() < 0 ? ball{0} : level[0];
    all.push_back({low, level[1], 1 + ends(each.growth.value())[end] / 100});
  }
  std::sort(all.begin(), all.end(), [end](const auto& a, const auto& b) {
    return end == 1 ? a.factor.value() > b.factor.value() : a.factor.value() < b.factor.value();
  });
  std::vector<summed> low_from(all.size() + 1);
  for (std::size_t k = all.size(); k > 0; --k)
    low_from[k - 1] = low_from[k].with(all[k - 1].low, all[k - 1].factor);
  bounds extremes = bounds::empty();
  summed raised;
  for (std::size_t cut = 0; cut <= all.size(); ++cut) {
    const ball sum = raised.level + low_from[cut].level, base = raised.base + low_from[cut].base;
    extremes = extremes | around((sum / base - 1) * 100);
    if (cut < all.size()) raised = raised.with(all[cut].high, all[cut].factor);
  }
  return extremes;
}

}  // namespace detail

namespace formulas {

/// Growth of a sum from the levels and growths of its parts: their bases on today's
/// basis add up (混合增长率 by levels). Sharp bounds for printed numbers.
template <class L, class G>
auto growth_of_sum(std::span<const component<L, G>> parts) {
  detail::require_parts(parts);
  if constexpr (detail::uncertain<L> || detail::uncertain<G>) {
    return percent{detail::sum_growth_extreme(parts, 0) | detail::sum_growth_extreme(parts, 1)};
  } else {
    L sum{0}, base{0};
    for (const auto& each : parts) {
      sum = L(sum + each.level);
      base = L(base + formula::base{}(each.level, each.growth.value()));
    }
    return percent{formula::growth_rate{}(sum, detail::positive_base(base))};
  }
}

}  // namespace formulas

}  // namespace kebi
