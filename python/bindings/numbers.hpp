#pragma once

#include <type_traits>
#include <variant>

#include "bindings.hpp"
#include "kebi/core.hpp"

/// The kinds of number that Python calls a formula with: float and int are plain
/// numbers, a decimal.Decimal or a text is a number as printed.
using number = std::variant<double, kebi::bounds, kebi::decimal>;

/// The result of a formula, which is never a number as printed.
using computed = std::variant<double, kebi::bounds>;

inline computed computed_of(const number& of) {
  if (const auto* plain = std::get_if<double>(&of)) return *plain;
  return std::get<kebi::bounds>(of);
}

inline kebi::bounds bounds_of(const number& of) {
  return std::visit([](const auto& plain) { return kebi::detail::as_bounds(plain); }, of);
}

/// A rate or a distance over any of them.
struct rate {
  number value;
};
struct distance {
  number value;
};

/// Calls a formula over numbers of whatever kinds. Doubles alone stay double;
/// with a printed number or bounds among them all are taken as bounds.
template <class Formula, class... Numbers>
number apply(const Formula& formula, const Numbers&... numbers) {
  return std::visit([&](const auto&... plain) -> number { return formula(plain...); }, numbers...);
}
