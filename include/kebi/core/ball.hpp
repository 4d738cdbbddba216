#pragma once

#include "kebi/core/decimal.hpp"
#include "kebi/core/directed.hpp"

namespace kebi::detail {

/// A number known to about 30 digits: the sum of two doubles and a radius
/// within which the true value lies. It is what formulas are evaluated in at
/// the corners of bounds, so that the one rounding that shows is the last.
///
/// The pair arithmetic errs by at most 2^-100 of its result (Joldes, Muller and
/// Popescu, ACM TOMS 44(2), 2017: 3u^2 for sums, 5u^2 for products, 15u^2 for
/// quotients, u = 2^-53), and every operation adds that much to the radius, but
/// where it works on doubles and is exact. Beyond the range in which that holds
/// the result is unknown.
class ball {
 public:
  constexpr ball(int exact) : head_{static_cast<double>(exact)} {}
  ball(double) = delete;
  static constexpr ball of(double exact) { return {exact, 0, 0}; }
  static constexpr ball of(std::int64_t exact) {
    const auto head = static_cast<double>(exact);
    return {head, static_cast<double>(exact - static_cast<std::int64_t>(head)), 0};
  }

  constexpr bool is_unknown() const { return is_nan(head_); }
  constexpr double lo() const {
    return is_unknown() ? -infinity : add_down(head_, add_down(tail_, -radius_));
  }
  constexpr double hi() const {
    return is_unknown() ? infinity : add_up(head_, add_up(tail_, radius_));
  }
  constexpr double value() const { return head_; }
  constexpr ball widened(double by) const { return {head_, tail_, add_up(radius_, by)}; }
  static constexpr ball unknown() { return {not_a_number, 0, 0}; }

  friend constexpr ball operator-(const ball& a) { return {-a.head_, -a.tail_, a.radius_}; }
  friend constexpr ball operator+(const ball& a, const ball& b) {
    if (a.is_unknown() || b.is_unknown()) return unknown();
    const two_parts s = two_sum(a.head_, b.head_), t = two_sum(a.tail_, b.tail_);
    if (a.is_double() && b.is_double()) return checked(s, 0, 0);
    const two_parts v = fast_two_sum(s.head, s.tail + t.head);
    const two_parts w = fast_two_sum(v.head, t.tail + v.tail);
    return checked(w, a.radius_ + b.radius_);
  }
  friend constexpr ball operator-(const ball& a, const ball& b) { return a + -b; }
  friend constexpr ball operator*(const ball& a, const ball& b) {
    if (a.is_unknown() || b.is_unknown()) return unknown();
    const two_parts p = two_product(a.head_, b.head_);
    if (p.head == 0 && a.head_ != 0 && b.head_ != 0) return unknown();
    if (a.is_double() && b.is_double()) return checked(p, 0, 0);
    const double cross = a.head_ * b.tail_ + (a.tail_ * b.head_ + a.tail_ * b.tail_);
    return checked(fast_two_sum(p.head, p.tail + cross),
                   a.size_up() * b.radius_ + b.size_up() * a.radius_ + a.radius_ * b.radius_);
  }
  friend constexpr ball operator/(const ball& a, const ball& b) {
    const double divisor_least = size(b.head_) * (1 - 1e-10) - b.radius_;
    if (a.is_unknown() || b.is_unknown() || !(divisor_least > 0)) return unknown();
    // Schoolbook division: each digit of the quotient is a double.
    const double first = a.head_ / b.head_;
    if (first == 0 && a.head_ != 0) return unknown();
    if (a.is_double() && b.is_double() && is_ordinary(a.head_)) {
      const two_parts back = two_product(first, b.head_);
      if (back.head == a.head_ && back.tail == 0) return checked({first, 0}, 0, 0);
    }
    const ball exact_b{b.head_, b.tail_, 0};
    const ball rest = ball{a.head_, a.tail_, 0} - of(first) * exact_b;
    const double second = rest.head_ / b.head_;
    const ball rest_2 = rest - of(second) * exact_b;
    const double third = rest_2.head_ / b.head_;
    const two_parts q = fast_two_sum(first, second);
    const two_parts whole = fast_two_sum(q.head, q.tail + third);
    return checked(whole, (a.radius_ + size(first) * (1 + 1e-10) * b.radius_) / divisor_least);
  }

 private:
  constexpr ball(double head, double tail, double radius)
      : head_{head}, tail_{tail}, radius_{radius} {}
  static constexpr two_parts fast_two_sum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
  }
  constexpr bool is_double() const { return tail_ == 0 && radius_ == 0; }
  constexpr double size_up() const { return size(head_) * (1 + 1e-10); }

  static constexpr ball checked(two_parts result, double radius, double relative = 0x1p-100) {
    const double about = size(result.head);
    if (!(about < 1e280) || !(radius < 1e280) || (about < 1e-200 && about != 0)) return unknown();
    return {result.head, result.tail, (radius + about * relative) * (1 + 1e-10)};
  }

  double head_ = 0, tail_ = 0, radius_ = 0;
};

}  // namespace kebi::detail
