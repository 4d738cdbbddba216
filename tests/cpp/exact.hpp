#pragma once

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "kebi/core/evaluate.hpp"

/// Exact rationals beside bounds: what the tests prove the formulas with.
namespace exact {

inline mpq_class power_of_ten(int n) {
  mpz_class whole;
  mpz_ui_pow_ui(whole.get_mpz_t(), 10, static_cast<unsigned long>(n < 0 ? -n : n));
  return n < 0 ? mpq_class{1, whole} : mpq_class{whole};
}

inline mpq_class power(const mpq_class& base, int exponent) {
  mpq_class result = 1;
  for (int i = 0; i < exponent; ++i) result *= base;
  return result;
}

inline mpq_class value(double of) { return mpq_class{of}; }
inline mpq_class value(kebi::decimal of) {
  return static_cast<long>(of.digits()) * power_of_ten(-of.decimals());
}

/// The two ends of what a number stands for.
inline std::array<mpq_class, 2> ends(double of) { return {value(of), value(of)}; }
inline std::array<mpq_class, 2> ends(const kebi::bounds& of) {
  return {value(of.lo()), value(of.hi())};
}
inline std::array<mpq_class, 2> ends(kebi::decimal of) {
  const mpq_class half = power_of_ten(-of.decimals()) / 2;
  return {value(of) - half, value(of) + half};
}

struct interval {
  mpq_class lo, hi;
};

/// The least and greatest value of a formula at the corners of its arguments.
template <class Formula>
interval hull(const Formula& formula, const std::vector<std::array<mpq_class, 2>>& arguments) {
  interval all;
  std::vector<mpq_class> corner(arguments.size());
  for (unsigned mask = 0; mask < 1U << arguments.size(); ++mask) {
    for (std::size_t i = 0; i < arguments.size(); ++i) corner[i] = arguments[i][mask >> i & 1];
    const mpq_class at = formula(corner);
    if (mask == 0 || at < all.lo) all.lo = at;
    if (mask == 0 || at > all.hi) all.hi = at;
  }
  return all;
}

inline bool encloses(const kebi::bounds& found, const mpq_class& exactly) {
  return (!kebi::detail::is_finite(found.lo()) || value(found.lo()) <= exactly) &&
         (!kebi::detail::is_finite(found.hi()) || exactly <= value(found.hi()));
}
inline bool encloses(const kebi::bounds& found, const interval& hull) {
  return encloses(found, hull.lo) && encloses(found, hull.hi);
}

/// Whether each end of `found` is no more than `steps` doubles, or `slack`, outside the hull.
inline bool is_sharp(const kebi::bounds& found, const interval& hull, int steps,
                     const mpq_class& slack = 0) {
  if (!found.is_bounded() || found.is_empty()) return false;
  double lo = found.lo(), hi = found.hi();
  for (int i = 0; i < steps; ++i) {
    lo = kebi::detail::next_up(lo);
    hi = kebi::detail::next_down(hi);
  }
  return (value(lo) >= hull.lo || value(found.lo()) >= hull.lo - slack) &&
         (value(hi) <= hull.hi || value(found.hi()) <= hull.hi + slack);
}

/// A double among what a number stands for.
inline double nearby(const kebi::bounds& of) { return of.lo(); }
inline double nearby(kebi::decimal of) { return of.value(); }

inline std::string words(const kebi::bounds& b) {
  char text[80];
  std::snprintf(text, sizeof text, "[%.17g, %.17g]", b.lo(), b.hi());
  return text;
}
inline std::string words(double x) { return words(kebi::bounds::exactly(x)); }
inline std::string words(kebi::decimal d) { return to_string(d); }

/// Random numbers of the kinds that official figures come in, and worse ones.
/// The seed is fixed, so that a failure comes back.
class source {
 public:
  explicit source(std::uint64_t seed) : engine_{seed} {}

  int between(int lo, int hi) {
    return lo + static_cast<int>(engine_() % static_cast<std::uint64_t>(hi - lo + 1));
  }
  /// From 0 up to 1, in full precision.
  double fraction() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  double uniform(double lo, double hi) { return lo + (hi - lo) * fraction(); }
  /// Of any size between two powers of two.
  double of_size(int least, int most) { return std::ldexp(1 + fraction(), between(least, most)); }

  /// As printed, above zero: 1 to 9 digits, 0 to 3 decimals.
  kebi::decimal printed() {
    const std::int64_t limit = kebi::detail::power_of_ten(between(1, 9));
    const auto digits =
        1 + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(limit));
    return kebi::decimal{digits, between(0, 3)};
  }
  /// A growth as printed, from -99 to 500, mostly small.
  kebi::decimal printed_rate() {
    const int decimals = between(0, 3);
    const int one = static_cast<int>(kebi::detail::power_of_ten(decimals));
    const int most = between(0, 4) == 0 ? 500 : 20, least = between(0, 4) == 0 ? -98 : -20;
    return kebi::decimal{between(least * one, most * one), decimals};
  }
  /// Around `middle`: a point, neighbours, narrow or wide, of one sign.
  kebi::bounds around(double middle) {
    return of_some_width(
        middle, [&] { return middle * (1 + 1e-6 * fraction()); },
        [&] { return middle * (1 + fraction()); });
  }
  /// A growth above -100.
  kebi::bounds rate() {
    const double lo = between(0, 3) == 0 ? -uniform(0, 99.999) : uniform(-20, 20);
    return of_some_width(
        lo, [&] { return lo + 0.1; }, [&] { return lo + uniform(0, 300); });
  }
  /// A point of bounds, or of what a printed number was rounded from, exactly.
  template <class N>
  mpq_class point(const N& of) {
    const auto [lo, hi] = ends(of);
    return lo + (hi - lo) * value(fraction());
  }

 private:
  /// From one end on: a point, two neighbours, or to the other end as `narrow` or `wide` gives it.
  template <class Narrow, class Wide>
  kebi::bounds of_some_width(double from, Narrow narrow, Wide wide) {
    switch (between(0, 3)) {
      case 0:
        return kebi::bounds::exactly(from);
      case 1:
        return {from, kebi::detail::next_up(from)};
      case 2:
        return in_order(from, narrow());
      default:
        return in_order(from, wide());
    }
  }
  static kebi::bounds in_order(double a, double b) {
    return a < b ? kebi::bounds{a, b} : kebi::bounds{b, a};
  }

  std::mt19937_64 engine_;
};

/// Runs a formula on doubles, bounds and exact rationals, and fails unless the
/// double lies where interval arithmetic has it, the bounds enclose the corners and a point inside
/// and are sharp to 2 steps of a double, or to `slack`, a side.
template <class Formula, class... Numbers>
void prove_to(const mpq_class& slack, source& random, const Formula& formula,
              const Numbers&... numbers) {
  const kebi::bounds found = kebi::evaluate(formula, numbers...);
  const auto apply = [&]<std::size_t... I>(const auto& at, std::index_sequence<I...>) {
    return mpq_class{formula(at[I]...)};
  };
  const auto exactly = [&](const std::vector<mpq_class>& at) {
    return apply(at, std::index_sequence_for<Numbers...>{});
  };
  const interval all = hull(exactly, {ends(numbers)...});
  if (encloses(found, all) && is_sharp(found, all, 2, slack) &&
      encloses(found, exactly({random.point(numbers)...})) &&
      formula(kebi::bounds::exactly(nearby(numbers))...).contains(formula(nearby(numbers)...)))
    return;
  std::string arguments;
  for (const std::string& each : {words(numbers)...}) arguments += each + "  ";
  FAIL_CHECK(arguments, "gave ", words(found), ", exactly [", all.lo.get_d(), ", ", all.hi.get_d(),
             "]");
}
template <class Formula, class... Numbers>
void prove(source& random, const Formula& formula, const Numbers&... numbers) {
  prove_to(0, random, formula, numbers...);
}

}  // namespace exact
