#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "kebi/formula/composition.hpp"
#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/evaluate/rates.hpp"

/// Growth of what adds up, or of what is left of it, put at its place: what regions, items and
/// months share. Bases add up as levels do.
namespace kebi::detail {

/// Whether parts have a sum that grew: none is below zero, none lost its base, some are there.
template <class N>
bool have_growth(const std::vector<component<N>>& parts) {
  const auto may_be_above = [](const component<N>& part) {
    if constexpr (uncertain<N>)
      return part.level.hi() > 0;
    else
      return part.level > 0;
  };
  return std::none_of(parts.begin(), parts.end(),
                      [](const auto& each) { return is_below_zero(each) || has_no_base(each); }) &&
         std::any_of(parts.begin(), parts.end(), may_be_above);
}

/// Puts the growth of a sum of parts that are all there.
template <output Into>
void put_growth_of_sum(Into& into, Eigen::Index r, int t,
                       const std::vector<component<amount_in<Into>>>& parts) {
  using part = component<amount_in<Into>>;
  if (have_growth(parts))
    into.put(r, t, formulas::growth_of_sum(std::span<const part>{parts}).value());
  else
    into.clear(r, t, is_undefined);
}

/// The growth of a whole without a part of it; nan, or no bounds, without a base above zero.
inline double rate_of_rest(const component<double>& whole, const component<double>& part) {
  return formula::growth_of_residual{}(whole.level, whole.growth.value(), part.level,
                                       part.growth.value());
}
inline bounds rate_of_rest(const component<bounds>& whole, const component<bounds>& part) {
  return evaluate(formula::growth_of_residual{}, whole.level, whole.growth.value(), part.level,
                  part.growth.value());
}

/// Puts a rate that was found from levels and growth: below -100% it is a swing into loss.
inline void put_rate(figures_out& into, Eigen::Index r, int t, double rate) {
  if (!is_finite(rate))
    into.clear(r, t, is_undefined);
  else if (rate < -100)
    into.clear(r, t, is_to_loss);
  else
    into.put(r, t, rate);
}
inline void put_rate(bounds_out& into, Eigen::Index r, int t, const bounds& rate) {
  if (rate.is_empty())
    into.clear(r, t, is_undefined);
  else if (rate.hi() < -100)
    into.clear(r, t, is_to_loss);
  else
    into.put(r, t, rate & bounds::at_least(-100));
}

}  // namespace kebi::detail
