#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>

#include "kebi/core/error.hpp"

namespace kebi {

namespace detail {
__extension__ using int128 = __int128;

/// 10^n for 0 <= n <= 18.
constexpr std::int64_t power_of_ten(int n) {
  std::int64_t result = 1;
  for (; n > 0; --n) result *= 10;
  return result;
}
}  // namespace detail

/// A number as it was printed: its digits and how many of them stand after the point.
///
/// 6.0 and 6 have the same value but are two statements, so `==` keeps them
/// apart while `<=>` finds them equivalent. Decimals below zero mean that the
/// last digit that counts stands before the point: 13 with -2 decimals is
/// GB/T 8170's 13x10^2, printed 1300 and good to 50 either way.
class decimal {
 public:
  static constexpr int most_digits = 17;  // ten times the digits, and a half, must fit 64 bits

  constexpr decimal() = default;

  /// decimal(1728, 1) is 172.8. Throws `error` beyond 17 digits or decimals.
  constexpr explicit decimal(std::int64_t digits, int decimals = 0)
      : digits_{digits}, decimals_{decimals} {
    constexpr std::int64_t limit = detail::power_of_ten(most_digits);
    if (digits >= limit || digits <= -limit)
      throw error{"a number of more than 17 digits is too large for any statistic"};
    if (decimals > most_digits || decimals < -most_digits)
      throw error{"a number of more than 17 decimals is too fine for any statistic"};
  }
  /// A double has no printed digits: read them from the text, or count them.
  template <std::floating_point N>
  explicit decimal(N digits, int decimals = 0) = delete;

  constexpr std::int64_t digits() const { return digits_; }  // 1728
  constexpr int decimals() const { return decimals_; }       // 1

  /// The nearest double for up to 15 digits, and within one step of it beyond.
  constexpr double value() const {
    const auto digits = static_cast<double>(digits_);
    // Exact up to 2^53 and 10^17, so that one division rounds once.
    return decimals_ >= 0 ? digits / static_cast<double>(detail::power_of_ten(decimals_))
                          : digits * static_cast<double>(detail::power_of_ten(-decimals_));
  }

  friend constexpr bool operator==(decimal, decimal) = default;
  friend constexpr std::weak_ordering operator<=>(decimal a, decimal b) {
    const int finer = a.decimals_ > b.decimals_ ? a.decimals_ : b.decimals_;
    const int up_a = finer - a.decimals_, up_b = finer - b.decimals_;
    // Scaled by more than 10^17, any digit at all outweighs the other number.
    if (up_a > most_digits && a.digits_ != 0) return a.digits_ <=> 0;
    if (up_b > most_digits && b.digits_ != 0) return 0 <=> b.digits_;
    const auto left = scaled(a.digits_, up_a), right = scaled(b.digits_, up_b);
    return left < right   ? std::weak_ordering::less
           : right < left ? std::weak_ordering::greater
                          : std::weak_ordering::equivalent;
  }
  friend constexpr decimal operator-(decimal a) { return decimal{-a.digits_, a.decimals_}; }

 private:
  static constexpr detail::int128 scaled(std::int64_t digits, int places) {
    if (digits == 0) return 0;
    return static_cast<detail::int128>(digits) * detail::power_of_ten(places);
  }

  std::int64_t digits_ = 0;
  int decimals_ = 0;
};

/// The same value with at least so many decimals: 6 becomes 6.0.
constexpr decimal with_decimals(decimal value, int decimals) {
  if (value.decimals() >= decimals) return value;
  const int places = decimals - value.decimals();
  constexpr std::int64_t limit = detail::power_of_ten(decimal::most_digits);
  if (value.digits() == 0) return decimal{0, decimals};
  if (places > decimal::most_digits || (value.digits() < 0 ? -value.digits() : value.digits()) >=
                                           limit / detail::power_of_ten(places))
    throw error{"a number of more than 17 digits is too large for any statistic"};
  return decimal{value.digits() * detail::power_of_ten(places), decimals};
}

/// What the printed numbers differ by, exactly: 300 less 152.7 is 147.3. How far
/// the true figures differ is a question for bounds.
constexpr decimal difference(decimal a, decimal b) {
  const int finer = a.decimals() > b.decimals() ? a.decimals() : b.decimals();
  return decimal{with_decimals(a, finer).digits() - with_decimals(b, finer).digits(), finer};
}

/// The exact product: 2% of 88 is product(88, 0.02), 1.76.
constexpr decimal product(decimal a, decimal b) {
  std::int64_t digits = 0;
  if (__builtin_mul_overflow(a.digits(), b.digits(), &digits))
    throw error{"a number of more than 17 digits is too large for any statistic"};
  return decimal{digits, a.decimals() + b.decimals()};
}

/// As printed: 172.8, -0.05, 1300.
inline std::string to_string(decimal value) {
  const bool negative = value.digits() < 0;
  std::string digits = std::to_string(negative ? -value.digits() : value.digits());
  if (value.decimals() <= 0) {
    if (value.digits() != 0) digits.append(static_cast<std::size_t>(-value.decimals()), '0');
  } else {
    const auto after = static_cast<std::size_t>(value.decimals());
    if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
    digits.insert(digits.size() - after, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

}  // namespace kebi
