#pragma once

#include "kebi/period/rates.hpp"

/// Growth stands on a base above zero, and so do pulls: one guard for numbers of all kinds.
namespace kebi::detail {

/// A number above some other, or else none: nan. Of bounds what lies above it, which may be
/// nothing; at a corner of bounds, which formulas are evaluated at, nothing is known of a
/// number below it. Exact numbers go on as they are: look at them before.
constexpr double kept_above(double floor, double x) { return x > floor ? x : not_a_number; }
constexpr bounds kept_above(double floor, const bounds& x) {
  return x.hi() > floor ? x & bounds::at_least(floor) : bounds::empty();
}
constexpr ball kept_above(double floor, const ball& x) {
  return x.lo() >= floor ? x : ball::unknown();
}
template <class N>
constexpr N kept_above(double, const N& exact) {
  return exact;
}

/// What is left of a whole, and nothing where that is no more than doubles round.
constexpr double rest_of(double whole, double part) {
  const double rest = whole - part;
  return size(rest) > 0x1p-46 * size(whole) ? rest : 0;
}
template <class N>
constexpr N rest_of(const N& whole, const N& part) {
  return whole - part;
}

}  // namespace kebi::detail
