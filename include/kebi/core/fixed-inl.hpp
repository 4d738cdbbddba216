#pragma once

#include "kebi/core/config.hpp"
#include "kebi/core/fixed.hpp"

namespace kebi {

KEBI_INLINE std::string fixed(double value, int decimals) {
  if (!detail::is_finite(value)) return value > 0 ? "inf" : value < 0 ? "-inf" : "nan";
  char buffer[512];  // the largest double has 309 digits before its point
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed,
                                 decimals < 0     ? 0
                                 : decimals > 100 ? 100
                                                  : decimals);
  std::string text{buffer, end.ptr};
  if (text.front() == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  return text;
}

KEBI_INLINE std::string outward(const bounds& of, int decimals) {
  if (of.is_empty()) return "[]";
  const auto end = [&](double value, bool down) {
    std::string text = fixed(value, decimals);
    if (!detail::is_finite(value) || detail::size(value) >= 1e15) return text;
    for (int fewer = decimals; text.size() > decimal::most_digits + 1 && fewer > 0;)
      text = fixed(value, --fewer);  // no decimal is longer
    const decimal printed = read_decimal(text);
    using detail::next_down, detail::next_up;
    const bounds near{next_down(next_down(value)), next_up(next_up(value))};
    const bounds exact = enclosing(printed);
    if (down ? exact.lo() <= near.hi() : exact.hi() >= near.lo()) return text;
    return to_string(decimal{printed.digits() + (down ? -1 : 1), printed.decimals()});
  };
  return "[" + end(of.lo(), true) + ", " + end(of.hi(), false) + "]";
}

}  // namespace kebi
