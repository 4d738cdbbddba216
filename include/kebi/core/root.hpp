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
  if (n < 1) throw error{"cannot take a root over " + std::to_string(n) + " steps: at least one is needed"};
  if (!(of >= 0)) throw error{"cannot take the root of " + std::to_string(of) + ": it is negative"};
  return __builtin_pow(of, 1.0 / n);
}

namespace detail {
/// To about 30 digits: one Newton step from the nearest double, and a radius
/// that the residual proves. If r is near the n-th root y of x, then
/// |y - r| <= |x - r^n| / (n min(y, r)^(n-1)).
inline ball root(const ball& of, int n) {
  if (of.lo() == 0 && of.hi() == 0) return of;
  const double first = kebi::root(of.value(), n);
  if (!is_ordinary(first)) return ball::unknown();
  const ball start = ball::of(first);
  const ball better = start + (of - power(start, n)) / (ball{n} * power(start, n - 1));
  const ball residual = of - power(better, n);
  const ball least_slope = ball{n} * power(start * ball::of(1 - 1e-9), n - 1);
  const double miss = size(residual.lo()) > residual.hi() ? size(residual.lo()) : residual.hi();
  return better.widened((ball::of(miss) / least_slope).hi());
}
}  // namespace detail

/// The roots of bounds that do not reach below zero. Throws `error` otherwise.
inline bounds root(const bounds& of, int n) {
  if (of.is_empty()) return of;
  const double below = root(of.lo(), n);
  if (n == 1) return of;
  const bounds lo = below == 0 ? bounds{0} : detail::around(detail::root(detail::ball::of(of.lo()), n));
  if (of.hi() == detail::infinity) return bounds::at_least(lo.lo());
  return lo | detail::around(detail::root(detail::ball::of(of.hi()), n));
}

}  // namespace kebi
