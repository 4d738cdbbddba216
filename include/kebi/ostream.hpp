#pragma once

// Values in streams, and in std::format where the standard library has it. Numbers as printed keep
// their digits, bounds are rounded outwards to four decimals, all else is written as its code.
#include <ostream>
#include <version>

#include "kebi/core/code.hpp"
#include "kebi/core/fixed.hpp"
#include "kebi/core/percent.hpp"
#include "kebi/core/unit.hpp"
#include "kebi/period/code.hpp"
#include "kebi/period/growth.hpp"

namespace kebi {

inline std::ostream& operator<<(std::ostream& out, decimal number) { return out << to_string(number); }
inline std::ostream& operator<<(std::ostream& out, const bounds& of) { return out << outward(of, 4); }
inline std::ostream& operator<<(std::ostream& out, const unit& of) { return out << of.symbol(); }
inline std::ostream& operator<<(std::ostream& out, const amount& of) { return out << to_string(of); }
inline std::ostream& operator<<(std::ostream& out, month of) { return out << detail::month_code(of); }
inline std::ostream& operator<<(std::ostream& out, const period& of) { return out << code(of); }

template <class N>
std::ostream& operator<<(std::ostream& out, const percent<N>& rate) {
  return out << rate.value() << '%';
}
template <class N>
std::ostream& operator<<(std::ostream& out, const points<N>& distance) {
  return out << distance.value << " pp";
}
/// 1.1% from 2018H1 to 2019H1
template <class N>
std::ostream& operator<<(std::ostream& out, const growth<N>& of) {
  return out << of.rate << " from " << of.from << " to " << of.to;
}

/// The word of an enumerator: at_least.
template <detail::has_words E>
std::ostream& operator<<(std::ostream& out, E value) {
  return out << code(value);
}

}  // namespace kebi

#ifdef __cpp_lib_format
#include <concepts>
#include <format>
#include <sstream>

namespace kebi::detail {

template <class T>
inline constexpr bool is_growth_value = false;
template <class N>
inline constexpr bool is_growth_value<percent<N>> = true;
template <class N>
inline constexpr bool is_growth_value<points<N>> = true;
template <class N>
inline constexpr bool is_growth_value<growth<N>> = true;

/// The values that this header writes into streams.
template <class T>
concept formatted_as_text =
    std::same_as<T, decimal> || std::same_as<T, bounds> || std::same_as<T, unit> ||
    std::same_as<T, amount> || std::same_as<T, month> || std::same_as<T, period> ||
    is_growth_value<T> || has_words<T>;

}  // namespace kebi::detail

/// Takes the width, fill and alignment of a text.
template <kebi::detail::formatted_as_text T>
struct std::formatter<T> : std::formatter<std::string> {
  template <class Context>
  auto format(const T& value, Context& context) const {
    std::ostringstream text;
    text << value;
    return std::formatter<std::string>::format(std::move(text).str(), context);
  }
};
#endif
