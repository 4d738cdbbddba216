#pragma once

#include <array>
#include <concepts>
#include <span>
#include <utility>
#include <vector>

#include "kebi/core/ball.hpp"
#include "kebi/core/bounds.hpp"

namespace kebi {

/// The interval that a printed number was rounded from (修约区间): half a unit of
/// its last digit either way. 172.8 says [172.75, 172.85].
constexpr bounds rounding_interval(decimal printed);

/// The bounds around a number that is exact as printed, such as a target.
constexpr bounds enclosing(decimal exact);

namespace detail {

/// A printed number moved by half units of its last digit, to 30 digits.
constexpr ball decimal_end(decimal printed, int half_units) {
  const ball tenfold = ball::of(printed.digits() * 10 + 5 * half_units);
  const int places = printed.decimals() + 1;
  return places >= 0 ? tenfold / ball::of(power_of_ten(places))
                     : tenfold * ball::of(power_of_ten(-places));
}

template <class N>
concept uncertain = std::same_as<N, bounds> || std::same_as<N, decimal>;

constexpr bounds as_bounds(const bounds& of) { return of; }
constexpr bounds as_bounds(decimal of) { return rounding_interval(of); }
constexpr bounds as_bounds(double of) { return bounds::exactly(of); }

constexpr std::array<ball, 2> ends(const bounds& of) {
  return {ball::of(of.lo()), ball::of(of.hi())};
}
constexpr std::array<ball, 2> ends(decimal of) {
  return {decimal_end(of, -1), decimal_end(of, 1)};
}
constexpr std::array<ball, 2> ends(double of) { return {ball::of(of), ball::of(of)}; }

constexpr bounds around(const ball& value) { return {value.lo(), value.hi()}; }

/// The values of a formula at all 2^k corners of its k arguments.
template <class Formula, class... Balls, std::size_t... I>
constexpr bounds at_corners(const Formula& formula, std::index_sequence<I...>,
                            const Balls&... end_pairs) {
  bounds all = bounds::empty();
  for (std::size_t corner = 0; corner < (std::size_t{1} << sizeof...(Balls)); ++corner)
    all = all | around(formula(end_pairs[(corner >> I) & 1]...));
  return all;
}

}  // namespace detail

constexpr bounds rounding_interval(decimal printed) {
  return {detail::decimal_end(printed, -1).lo(), detail::decimal_end(printed, 1).hi()};
}

constexpr bounds enclosing(decimal exact) {
  const double nearest = exact.value();
  if (exact.decimals() <= 0 && detail::size(nearest) < 0x1p53)
    return bounds::exactly(nearest);
  return detail::around(detail::decimal_end(exact, 0));
}

/// Applies a formula to numbers of any kind: the one text of a formula, a
/// callable template, serves them all.
///
/// - Numbers of one kind (double, or an exact rational) go in as they are.
/// - If one is `bounds`, or a `decimal` that stands for its rounding interval,
///   the result is bounds: guaranteed, and sharp to one step of a double a side
///   if the formula is monotone in each argument while the others are held.
///   That holds for every quotient of sums of products in which no argument is
///   squared, so for all growth, share and contribution formulas.
///
/// Why it is sharp: such a formula takes its extremes at corners. Why it is
/// safe: a pole between the corners makes the plain interval evaluation
/// unbounded, and then that is the answer.
template <class Formula, class... Numbers>
constexpr auto evaluate(const Formula& formula, const Numbers&... numbers) {
  static_assert((!std::integral<Numbers> && ...),
                "whole numbers divide as such: write 110.0, or 110_p where it is a printed number");
  if constexpr ((detail::uncertain<Numbers> || ...)) {
    const bounds plain = formula(detail::as_bounds(numbers)...);
    if (plain.is_empty() || !plain.is_bounded()) return plain;
    return plain & detail::at_corners(formula, std::index_sequence_for<Numbers...>{},
                                      detail::ends(numbers)...);
  } else {
    return formula(numbers...);
  }
}

/// The same for a formula of a list that rises with each number of it.
template <class Formula, class N>
auto evaluate_rising(const Formula& formula, std::span<const N> numbers) {
  if constexpr (detail::uncertain<N>) {
    std::vector<bounds> plain;
    std::vector<detail::ball> low, high;
    for (const N& each : numbers) {
      plain.push_back(detail::as_bounds(each));
      const auto [lo, hi] = detail::ends(each);
      low.push_back(lo);
      high.push_back(hi);
    }
    const bounds safe = formula(std::span<const bounds>{plain});
    if (safe.is_empty() || !safe.is_bounded()) return safe;
    const std::span<const detail::ball> lows{low}, highs{high};
    return safe & (detail::around(formula(lows)) | detail::around(formula(highs)));
  } else {
    return formula(numbers);
  }
}

/// The kind of number that a formula makes of an N: bounds from printed numbers.
template <class N>
using evaluated = std::conditional_t<detail::uncertain<N>, bounds, N>;

}  // namespace kebi
