#pragma once

#include <string>
#include <vector>

#include "kebi/core/evaluate.hpp"
#include "kebi/core/read_decimal.hpp"

namespace kebi {

/// What may have happened to a printed number.
enum class slip {
  swapped,  ///< two neighbouring digits changed places
  changed,  ///< one digit stands for another
  doubled,  ///< one digit too many
  dropped,  ///< one digit too few
  sign,     ///< 增长 for 下降
};

/// A number that may have been meant, and what became of it in print.
struct misprint {
  decimal meant;
  slip how;

  friend bool operator==(const misprint&, const misprint&) = default;
};

namespace detail {

/// All numbers with as many decimals from which a printed number is one slip
/// away (Damerau, CACM 7(3), 1964), and that `fits` lets pass.
template <class Fits>
std::vector<misprint> misprints(decimal printed, const Fits& fits) {
  std::vector<misprint> result;
  const bool negative = printed.digits() < 0;
  std::string digits = std::to_string(negative ? -printed.digits() : printed.digits());
  const auto decimals = printed.decimals() > 0 ? static_cast<std::size_t>(printed.decimals()) : 0;
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');

  const auto offer = [&](const std::string& meant, slip how, bool below) {
    if (meant.empty() || meant.size() <= decimals || meant.size() > decimal::most_digits - 1)
      return;
    if (meant.size() > decimals + 1 && meant.front() == '0') return;  // nobody prints 072.8
    std::int64_t number = 0;
    for (const char c : meant) number = number * 10 + (c - '0');
    const decimal candidate{below ? -number : number, printed.decimals()};
    if (candidate == printed || !fits(candidate)) return;
    for (const misprint& each : result)
      if (each.meant == candidate) return;
    result.push_back({candidate, how});
  };
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    std::string meant = digits;
    std::swap(meant[i], meant[i + 1]);
    offer(meant, slip::swapped, negative);
  }
  for (std::size_t i = 0; i < digits.size(); ++i)
    for (char c = '0'; c <= '9'; ++c) {
      std::string meant = digits;
      meant[i] = c;
      offer(meant, slip::changed, negative);
    }
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    if (digits[i] != digits[i + 1]) continue;
    std::string meant = digits;
    meant.erase(i, 1);
    offer(meant, slip::doubled, negative);
  }
  for (std::size_t i = 0; i <= digits.size(); ++i)
    for (char c = '0'; c <= '9'; ++c) {
      std::string meant = digits;
      meant.insert(i, 1, c);
      offer(meant, slip::dropped, negative);
    }
  if (printed.digits() != 0) offer(digits, slip::sign, !negative);
  return result;
}

}  // namespace detail
}  // namespace kebi
