#pragma once

#include "kebi/core/decimal.hpp"

namespace kebi {

/// What becomes of a number that lies exactly between two.
enum class rounding {
  half_even,  ///< to the even one: GB/T 8170-2008 数值修约规则, IS 2:1960
  half_up,    ///< away from zero: 四舍五入
};

/// To the nearest multiple of `step`, once, on the decimal digits; negative
/// numbers by their size (GB/T 8170, 3.1 to 3.4: also 0.5 and 0.2 units).
///
///   round_to(60.28, 0.5) == 60.5      round_to(1268, 13x10^2's step 100) == 1300
constexpr decimal round_to(decimal value, decimal step, rounding rule = rounding::half_even) {
  if (step.digits() <= 0) throw error{"cannot round: the step must be above zero"};
  const int finer = value.decimals() > step.decimals() ? value.decimals() : step.decimals();
  const int up_value = finer - value.decimals(), up_step = finer - step.decimals();
  if (up_step > decimal::most_digits) return decimal{0, step.decimals()};  // far below half a step
  if (up_value > decimal::most_digits)
    throw error{"cannot round: the step is too fine for the number"};

  const bool negative = value.digits() < 0;
  const auto size = static_cast<detail::int128>(negative ? -value.digits() : value.digits()) *
                    detail::power_of_ten(up_value);
  const auto unit = static_cast<detail::int128>(step.digits()) * detail::power_of_ten(up_step);
  auto steps = size / unit;
  const auto twice_rest = 2 * (size % unit);
  const bool tie_goes_up = rule == rounding::half_up || steps % 2 != 0;
  if (twice_rest > unit || (twice_rest == unit && tie_goes_up)) ++steps;

  const auto digits = steps * step.digits();
  if (digits >= detail::power_of_ten(decimal::most_digits))
    throw error{"a number of more than 17 digits is too large for any statistic"};
  const auto whole = static_cast<std::int64_t>(digits);
  return decimal{negative ? -whole : whole, step.decimals()};
}

/// To so many decimals; -2 rounds to hundreds.
constexpr decimal round(decimal value, int decimals, rounding rule = rounding::half_even) {
  return round_to(value, decimal{1, decimals}, rule);
}

}  // namespace kebi
