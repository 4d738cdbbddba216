#pragma once

#include "kebi/core/evaluate.hpp"

namespace kebi {

/// base^exponent for a whole exponent >= 0, for any kind of number.
template <class N>
constexpr N power(N base, int exponent) {
  N result{1};
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 != 0) result = N(result * base);
    if (exponent > 1) base = N(base * base);
  }
  return result;
}

/// The n-th root of a number that is not negative. Throws `error` otherwise.
inline double root(double of, int n) {
  if (n < 1)
    throw error{"cannot take a root over " + std::to_string(n) + " steps: at least one is needed"};
  if (!(of >= 0))
    throw error{"cannot take the root of " + std::to_string(of) + ": it must be zero or more"};
  return __builtin_pow(of, 1.0 / n);
}

namespace detail {
/// To about 30 digits: one Newton step from the nearest double, and a radius
/// that the residual proves. If neither r nor the n-th root y of x lies below
/// `least`, then |y - r| <= |x - r^n| / (n least^(n-1)).
inline ball root(const ball& of, int n) {
  if (of.is_unknown() || (of.lo() == 0 && of.hi() == 0)) return of;
  if (of.value() < 0) return ball::unknown();
  const double first = kebi::root(of.value(), n);
  if (!is_ordinary(first)) return ball::unknown();
  const ball start = ball::of(first), least = ball::of(first * (1 - 1e-9));
  const ball better = start + (of - power(start, n)) / (ball{n} * power(start, n - 1));
  if (!(power(least, n).hi() <= of.lo() && least.hi() <= better.lo())) return ball::unknown();
  const ball residual = of - power(better, n);
  const double miss = size(residual.lo()) > residual.hi() ? size(residual.lo()) : residual.hi();
  return better.widened((ball::of(miss) / (ball{n} * power(least, n - 1))).hi());
}
}  // namespace detail

/// The roots of bounds that do not reach below zero. Throws `error` otherwise.
inline bounds root(const bounds& of, int n) {
  if (of.is_empty()) return of;
  const double below = root(of.lo(), n);
  if (n == 1) return of;
  const auto at = [n](double end) {
    return detail::around(detail::root(detail::ball::of(end), n));
  };
  const bounds lo = below == 0 ? bounds{0} : at(of.lo());
  const bounds hi = of.hi() == detail::infinity ? bounds::at_least(lo.lo()) : at(of.hi());
  return (lo | hi) & bounds::at_least(0);
}

}  // namespace kebi
