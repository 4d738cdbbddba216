#pragma once

#include <bit>
#include <cfloat>
#include <cstdint>
#include <limits>

#ifdef __FAST_MATH__
#error "kebi's bounds need IEEE arithmetic: compile without -ffast-math"
#endif
#if defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__)
#error "kebi's bounds need IEEE arithmetic: compile without -fassociative-math and -freciprocal-math"
#endif
#if defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__
#error "kebi's bounds need infinity and nan: compile without -ffinite-math-only"
#endif

/// Double arithmetic rounded towards a chosen side, without touching the
/// floating-point mode: the rounding error of an operation is itself found
/// exactly (Knuth's two-sum, Dekker's two-product), and its sign says whether
/// the result has to move by one step.
namespace kebi::detail {

static_assert(std::numeric_limits<double>::is_iec559, "kebi's bounds need IEEE doubles");
static_assert(FLT_EVAL_METHOD == 0 || FLT_EVAL_METHOD == 1,
              "kebi's bounds need doubles that are calculated as doubles: compile with -mfpmath=sse");

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr double size(double x) { return x < 0 ? -x : x; }
constexpr bool is_finite(double x) { return size(x) <= largest; }
constexpr bool is_nan(double x) { return x != x; }

constexpr double next_up(double x) {
  if (is_nan(x) || x == infinity) return x;
  if (x == 0) return std::numeric_limits<double>::denorm_min();
  const auto bits = std::bit_cast<std::uint64_t>(x);
  return std::bit_cast<double>(x > 0 ? bits + 1 : bits - 1);
}
constexpr double next_down(double x) { return -next_up(-x); }

/// A sum or product as the double nearest to it and the rest.
struct two_parts {
  double head;
  double tail;
};

constexpr two_parts two_sum(double a, double b) {
  const double sum = a + b;
  const double b_part = sum - a, a_part = sum - b_part;
  return {sum, (a - a_part) + (b - b_part)};
}

/// Whether sums are rounded to the nearest double and their errors are found: not so in another
/// rounding mode, and where a compiler that does not say so reorders sums. For run time.
inline bool is_ieee_arithmetic() {
  const volatile double one = 1, tail = 0x1p-53, more = 0x1.8p-53;
  const two_parts sum = two_sum(one, tail);
  return sum.head == 1 && sum.tail == tail && one + more > 1 && -one - more < -1 &&
         one - tail / 2 == 1;
}

constexpr two_parts two_product(double a, double b) {
  const double product = a * b;
#if !defined(__FMA__) && !defined(__ARM_FEATURE_FMA)
  // Without the instruction fma is a call, dearer than Dekker's splitting, which overflows earlier.
  const bool splits = size(a) < 1e290 && size(b) < 1e290;
#else
  const bool splits = false;
#endif
  if (!splits && !std::is_constant_evaluated()) return {product, __builtin_fma(a, b, -product)};
  constexpr double splitter = 134217729;  // 2^27 + 1
  const double a_wide = splitter * a, a_high = a_wide - (a_wide - a), a_low = a - a_high;
  const double b_wide = splitter * b, b_high = b_wide - (b_wide - b), b_low = b - b_high;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

/// Where the rest of a product or quotient is itself a double, and can be found.
constexpr bool is_ordinary(double x) { return size(x) > 1e-270 && size(x) < 1e290; }

/// The largest double not above the value that `nearest` stands for, where the
/// sign of `rest` shows on which side of it the value lies.
constexpr double step_down(double nearest, double rest) {
  if (nearest == infinity) return largest;          // overflow of finite numbers
  return rest >= 0 ? nearest : next_down(nearest);  // a rest that overflowed shows nothing
}

constexpr double add_down(double a, double b) {
  if (!is_finite(a) || !is_finite(b)) return a + b;
  const two_parts sum = two_sum(a, b);
  return step_down(sum.head, sum.tail);
}
constexpr double add_up(double a, double b) { return -add_down(-a, -b); }

/// Zero times infinity is zero: an end at infinity stands for arbitrarily large numbers.
constexpr double multiply_down(double a, double b) {
  if (a == 0 || b == 0) return 0;
  if (!is_finite(a) || !is_finite(b)) return a * b;
  const double product = a * b;
  if (!is_ordinary(a) || !is_ordinary(b) || !is_ordinary(product)) return next_down(product);
  return step_down(product, two_product(a, b).tail);
}
constexpr double multiply_up(double a, double b) { return -multiply_down(-a, b); }

constexpr double divide_down(double a, double b) {
  if (a == 0 || (is_finite(a) && !is_finite(b))) return 0;
  const double quotient = a / b;
  if (!is_finite(a)) return quotient;
  if (!is_ordinary(a) || !is_ordinary(b) || !is_ordinary(quotient)) return next_down(quotient);
  const two_parts back = two_product(quotient, b);
  const double rest = (a - back.head) - back.tail;  // exact: a and back.head are neighbours
  return step_down(quotient, b < 0 ? -rest : rest);
}
constexpr double divide_up(double a, double b) { return -divide_down(-a, b); }

}  // namespace kebi::detail
