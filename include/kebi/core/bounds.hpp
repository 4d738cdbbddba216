#pragma once

#include <string>

#include "kebi/core/decimal.hpp"
#include "kebi/core/directed.hpp"

namespace kebi {

/// All that a figure can be: a closed interval of the real line, an end of
/// which may lie at infinity. Arithmetic is rounded outwards, so what is true
/// stays inside (IEEE Std 1788-2015, set-based intervals).
///
/// Each operation is as narrow as doubles allow, but a figure that enters a
/// formula twice counts as two figures: see `evaluate` for formulas that stay sharp.
class bounds {
 public:
  /// No value at all: what contradictory figures leave.
  static constexpr bounds empty() { return bounds{}; }
  static constexpr bounds entire() { return ordered(-detail::infinity, detail::infinity); }
  static constexpr bounds exactly(double value) { return {value, value}; }
  static constexpr bounds at_least(double lo) { return {lo, detail::infinity}; }
  static constexpr bounds at_most(double hi) { return {-detail::infinity, hi}; }

  /// From `lo` to `hi`, both included. Throws `error` unless lo <= hi.
  constexpr bounds(double lo, double hi) : lo_{lo}, hi_{hi} {
    if (detail::is_nan(lo) || detail::is_nan(hi))
      throw error{"bounds are made of numbers: found nan. Leave out what is absent"};
    if (!(lo <= hi) || lo == detail::infinity || hi == -detail::infinity)
      throw error{"bounds need a lower end that is not above the upper one: found " +
                  std::to_string(lo) + " and " + std::to_string(hi)};
  }
  /// Whole numbers are exact, so the constants of a formula may stand as they are.
  constexpr bounds(int exact) : bounds(exact, exact) {}
  /// A double would be cut to a whole number on the way: say `exactly`.
  bounds(double) = delete;

  constexpr double lo() const { return lo_; }
  constexpr double hi() const { return hi_; }
  constexpr bool is_empty() const { return lo_ > hi_; }
  constexpr bool is_entire() const { return lo_ == -detail::infinity && hi_ == detail::infinity; }
  constexpr bool is_bounded() const {
    return is_empty() || (detail::is_finite(lo_) && detail::is_finite(hi_));
  }
  constexpr bool contains(double value) const { return lo_ <= value && value <= hi_; }
  constexpr bool contains(const bounds& part) const {
    return part.is_empty() || (lo_ <= part.lo_ && part.hi_ <= hi_);
  }

  friend constexpr bool operator==(const bounds&, const bounds&) = default;

  friend constexpr bounds operator-(const bounds& a) {
    return a.is_empty() ? a : ordered(-a.hi_, -a.lo_);
  }
  friend constexpr bounds operator+(const bounds& a, const bounds& b) {
    if (a.is_empty() || b.is_empty()) return empty();
    return ordered(detail::add_down(a.lo_, b.lo_), detail::add_up(a.hi_, b.hi_));
  }
  friend constexpr bounds operator-(const bounds& a, const bounds& b) { return a + -b; }
  friend constexpr bounds operator*(const bounds& a, const bounds& b) {
    if (a.is_empty() || b.is_empty()) return empty();
    using detail::multiply_down, detail::multiply_up;
    // The signs determine which ends make the least and the greatest; only where both factors
    // can have either sign there are two candidates for each.
    if (a.lo_ >= 0) {
      return ordered(multiply_down(b.lo_ >= 0 ? a.lo_ : a.hi_, b.lo_),
                     multiply_up(b.hi_ >= 0 ? a.hi_ : a.lo_, b.hi_));
    }
    if (a.hi_ <= 0) {
      return ordered(multiply_down(b.hi_ >= 0 ? a.lo_ : a.hi_, b.hi_),
                     multiply_up(b.lo_ >= 0 ? a.hi_ : a.lo_, b.lo_));
    }
    if (b.lo_ >= 0) return ordered(multiply_down(a.lo_, b.hi_), multiply_up(a.hi_, b.hi_));
    if (b.hi_ <= 0) return ordered(multiply_down(a.hi_, b.lo_), multiply_up(a.lo_, b.lo_));
    const double one_low = multiply_down(a.lo_, b.hi_), other_low = multiply_down(a.hi_, b.lo_);
    const double one_high = multiply_up(a.lo_, b.lo_), other_high = multiply_up(a.hi_, b.hi_);
    return ordered(one_low < other_low ? one_low : other_low,
                   one_high > other_high ? one_high : other_high);
  }
  /// All quotients there are: nothing over [0, 0], everything over a divisor
  /// with zero inside, a half line over one that ends in zero.
  friend constexpr bounds operator/(const bounds& a, const bounds& b) {
    if (a.is_empty() || b.is_empty() || (b.lo_ == 0 && b.hi_ == 0)) return empty();
    if (a.lo_ == 0 && a.hi_ == 0) return {0, 0};
    if (b.lo_ < 0 && b.hi_ > 0) return entire();
    if (b.hi_ <= 0) return -a / -b;
    // The divisor is positive from here on, though it may reach down to zero.
    const double lo_by = a.lo_ < 0 ? b.lo_ : b.hi_, hi_by = a.hi_ > 0 ? b.lo_ : b.hi_;
    return ordered(lo_by == 0 ? -detail::infinity : detail::divide_down(a.lo_, lo_by),
                   hi_by == 0 ? detail::infinity : detail::divide_up(a.hi_, hi_by));
  }

  /// What both leave possible.
  friend constexpr bounds operator&(const bounds& a, const bounds& b) {
    const double lo = a.lo_ > b.lo_ ? a.lo_ : b.lo_, hi = a.hi_ < b.hi_ ? a.hi_ : b.hi_;
    return lo <= hi ? ordered(lo, hi) : empty();
  }
  /// The narrowest bounds around both.
  friend constexpr bounds operator|(const bounds& a, const bounds& b) {
    if (a.is_empty()) return b;
    if (b.is_empty()) return a;
    return ordered(a.lo_ < b.lo_ ? a.lo_ : b.lo_, a.hi_ > b.hi_ ? a.hi_ : b.hi_);
  }

 private:
  constexpr bounds() = default;
  /// Where arithmetic itself keeps the ends in order.
  static constexpr bounds ordered(double lo, double hi) {
    bounds result;
    result.lo_ = lo;
    result.hi_ = hi;
    return result;
  }

  double lo_ = detail::infinity;
  double hi_ = -detail::infinity;
};

/// How far the ends lie apart, rounded up; zero for empty bounds.
constexpr double width(const bounds& of) {
  return of.is_empty() ? 0 : detail::add_up(of.hi(), -of.lo());
}

/// The middle of bounds with two finite ends.
constexpr double midpoint(const bounds& of) {
  if (!of.is_bounded() || of.is_empty())
    throw error{"only bounds with two finite ends have a middle"};
  return of.lo() / 2 + of.hi() / 2;
}

}  // namespace kebi
