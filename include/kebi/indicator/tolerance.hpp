#pragma once

#include <concepts>
#include <cstdint>

#include "kebi/core/decimal.hpp"
#include "kebi/core/unit.hpp"

/// How far the words reach that stand beside a number: 左右, 约, 近, 持平. No authority defines
/// them. Here they are written once; `settings` of assessment and `hedges` of inference start from
/// them, and a caller sets others there. Which words mean what stands in
/// src/text/words/data/hedges.tsv.
namespace kebi::tolerance {

inline constexpr decimal about_points{5, 1};  ///< 左右, 约 of a rate: 10%左右 is 9.5% to 10.5%
inline constexpr decimal about_percent{2};    ///< 左右, 约 of a level: 88亿元左右 is 2% either way
inline constexpr decimal nearly_percent{5};   ///< 近: 近50% is 47.5% to 50%, 5% of it below
inline constexpr decimal flat_points{5, 1};   ///< 持平: growth between -0.5% and 0.5%

/// Whether a number in that unit is a rate or a distance between rates, so that how far words reach
/// is in points. 倍 is neither: it is a level.
inline bool is_rate(const unit& in) {
  return in.symbol() == "%" || in.symbol() == "‰" || in.kind() == "个百分点";
}

namespace detail {

constexpr decimal times(decimal a, decimal b) { return product(a, b); }
constexpr double times(double a, double b) { return a * b; }

template <class N>
constexpr N number(decimal printed) {
  if constexpr (std::same_as<N, decimal>) return printed;
  else return printed.value();
}

/// One unit of the last digit that was printed, or that counts: of 300 it is 1, or 100.
constexpr decimal last_digit(decimal of, bool counts) {
  std::int64_t digits = of.digits();
  int decimals = of.decimals();
  for (; counts && decimals <= 0 && digits != 0 && digits % 10 == 0; digits /= 10) --decimals;
  return decimal{1, decimals};
}

}  // namespace detail

/// How far 约 and 左右 reach to either side of a printed number, in its unit.
///
/// They follow the size of the number and its last digit (docs/decisions/0034-about-by-its-digits.md):
/// 1. a rate so many `points`, but never more than half of itself; anything else so great a `part` of
///    itself;
/// 2. that is no more than ten times `points`, or 250 times `part`, in units of the last digit that
///    counts: with the usual tolerances five of them. Noughts before the point do not count;
/// 3. and no less than rounding leaves: half a unit of the last printed digit.
///
/// 约10% reaches 0.5 points, 约6.5% 0.5, 约0.49个百分点 0.05, 约0.5% 0.25; 约300亿元 6亿元,
/// 约1234.56亿元 0.05亿元, 约3家 0.5家.
template <class N>
constexpr N about_reach(decimal value, bool of_rate, const N& points, const N& part) {
  using detail::number, detail::times, detail::last_digit;
  const N size = number<N>(value.digits() < 0 ? -value : value), half = number<N>(decimal{5, 1});
  N reach = of_rate ? times(size, half) : times(size, part);
  if (of_rate && (value.digits() == 0 || points < reach)) reach = points;
  const N digits = of_rate ? times(points, number<N>(decimal{10})) : times(part, number<N>(decimal{250}));
  const N most = times(number<N>(last_digit(value, true)), digits);
  if (most < reach) reach = most;
  const N least = times(number<N>(last_digit(value, false)), half);
  return reach < least ? least : reach;
}

}  // namespace kebi::tolerance
