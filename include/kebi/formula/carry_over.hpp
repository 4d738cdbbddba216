#pragma once

#include <span>
#include <vector>

#include "kebi/formula/composition.hpp"
#include "kebi/period/growth.hpp"

namespace kebi {

namespace detail {
template <class N>
std::vector<N> values_of(std::span<const percent<N>> rates) {
  std::vector<N> all;
  for (const auto& rate : rates) {
    if (!all.empty()) require_something_left(all.back());
    all.push_back(require_no_swing(rate));
  }
  return all;
}
}  // namespace detail

namespace formulas {

/// The rate over a run of steps that meet, such as twelve months of 环比. From printed
/// rates it is bounds: twelve roundings to 0.1 leave a year's rate uncertain by more
/// than half a point, so a difference of 0.2 to the printed 同比 proves nothing.
template <class N>
auto chained_growth(std::span<const percent<N>> steps) {
  const std::vector<N> all = detail::values_of(steps);
  return percent{evaluate_rising(formula::chain{}, std::span<const N>{all})};
}

/// The part of a month's 同比 that was already there in December (翘尾因素): the chain of
/// last year's 环比 after that month. `last_year` holds twelve rates, January first. The national
/// bureau's definition (国家统计局, 2009: of the 2.0 points of a rise 1.5 were there before); it
/// takes 环比 unrounded, so a carry-over of printed rates may differ by 0.1.
template <class N>
auto carry_over(std::span<const percent<N>> last_year, int month_in_year) {
  if (last_year.size() != 12)
    throw error{"carry-over needs the 12 monthly rates of last year: found " +
                std::to_string(last_year.size())};
  if (month_in_year < 1 || month_in_year > 12)
    throw error{"a year has 12 months: found month " + std::to_string(month_in_year)};
  return chained_growth(last_year.subspan(static_cast<std::size_t>(month_in_year)));
}

/// The rest of 同比 (新涨价因素), by the additive convention of the national bureau, whose
/// releases print all three: 2.2% in November 2018 was 0.3 and 1.9. Subtract printed numbers as
/// bounds: both are rounded.
template <class Y, class C>
constexpr auto new_price(const percent<Y>& yoy, const percent<C>& carry_over) {
  const auto difference = [](const auto& a, const auto& b) { return a - b; };
  return points{evaluate(difference, yoy.value(), carry_over.value())};
}

/// 同比 from the two factors, by the same convention.
template <class C, class P>
constexpr auto year_over_year(const percent<C>& carry_over, const points<P>& new_price) {
  const auto sum = [](const auto& a, const auto& b) { return a + b; };
  return percent{evaluate(sum, carry_over.value(), new_price.value)};
}

/// The growth of this year's mean if nothing changed after the last of last year's
/// figures (年度翘尾, the statistical overhang of ECB, Economic Bulletin 7/2022): the last over
/// their mean. `levels` are a year's months or quarters, all above zero.
template <class N>
auto overhang(std::span<const N> levels) {
  if (levels.empty()) throw error{"an overhang needs the levels of a year: there are none"};
  const auto last_over_mean = [](auto last, auto others, int count) {
    return (last * count / (last + others) - 1) * 100;
  };
  const auto count = static_cast<int>(levels.size());
  if constexpr (detail::uncertain<N>) {
    // Rises with the last, falls with each of the others.
    bounds extremes = bounds::empty();
    for (const std::size_t end : {std::size_t{0}, std::size_t{1}}) {
      detail::ball others{0};
      for (const N& each : levels.first(levels.size() - 1))
        others = others + detail::ends(each)[1 - end];
      extremes = extremes |
                 detail::around(last_over_mean(detail::ends(levels.back())[end], others, count));
    }
    for (const N& each : levels) detail::positive_base(detail::as_bounds(each).lo());
    return percent{extremes};
  } else {
    N others{0};
    for (const N& each : levels) detail::positive_base(each);
    for (const N& each : levels.first(levels.size() - 1)) others = N(others + each);
    return percent{N(last_over_mean(levels.back(), others, count))};
  }
}

}  // namespace formulas

}  // namespace kebi
