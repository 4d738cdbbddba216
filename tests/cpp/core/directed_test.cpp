#include "kebi/core/directed.hpp"

#include <array>
#include <cfenv>
#include <cmath>

#include "exact.hpp"

using namespace kebi::detail;

namespace {

/// Doubles from 2^-60 to 2^60 of both signs, without a library: also for the compiler.
constexpr double drawn(std::uint64_t& state) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  const std::uint64_t bits = (state >> 11) | (state << 53 >> 63 << 63);
  const std::uint64_t mantissa = bits & 0xFFFFFFFFFFFFFU;
  const std::uint64_t exponent = 963 + (state >> 33) % 120;
  return std::bit_cast<double>((state >> 20 & 1) << 63 | exponent << 52 | mantissa);
}

/// Directed results for 300 pairs; a point where the compiler and the machine must agree.
constexpr auto directed_results() {
  std::array<double, 2400> all{};
  std::uint64_t state = 7;
  for (std::size_t i = 0; i < all.size(); i += 8) {
    const double a = drawn(state), b = drawn(state);
    all[i] = add_down(a, b), all[i + 1] = add_up(a, b);
    all[i + 2] = multiply_down(a, b), all[i + 3] = multiply_up(a, b);
    all[i + 4] = divide_down(a, b), all[i + 5] = divide_up(a, b);
    all[i + 6] = two_product(a, b).tail, all[i + 7] = two_sum(a, b).tail;
  }
  return all;
}

}  // namespace

TEST_SUITE("directed") {
  TEST_CASE("another rounding mode than to the nearest is seen") {
    for (const int mode : {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
      std::fesetround(mode);
      const bool sound = is_ieee_arithmetic();
      std::fesetround(FE_TONEAREST);
      CHECK(sound == (mode == FE_TONEAREST));
    }
  }

  TEST_CASE("the neighbours of a double are those of the standard library") {
    const double doubles[] = {0.0,        -0.0,      1,       -1,      0x1p-1074,
                              -0x1p-1074, 0x1p-1022, largest, -largest};
    for (const double x : doubles) {
      CAPTURE(x);
      CHECK(next_up(x) == std::nextafter(x, infinity));
      CHECK(next_down(x) == std::nextafter(x, -infinity));
    }
    CHECK(next_up(infinity) == infinity);
    CHECK(next_up(-infinity) == -largest);
    CHECK(is_nan(next_up(not_a_number)));
  }

  // Another way: exact rationals. The divisor may be negative here.
  TEST_CASE("directed results are the nearest doubles on their side") {
    std::uint64_t state = 11;
    const auto check = [](double down, double up, const mpq_class& exactly, const char* what) {
      if (exact::value(down) > exactly || exactly > exact::value(up) ||
          exact::value(next_up(down)) <= exactly || exact::value(next_down(up)) >= exactly)
        FAIL_CHECK(what, " gave ", down, " and ", up);
    };
    for (int i = 0; i < 5'000; ++i) {
      const double a = drawn(state), b = drawn(state);
      const mpq_class p = exact::value(a), q = exact::value(b);
      check(add_down(a, b), add_up(a, b), p + q, "a sum");
      check(multiply_down(a, b), multiply_up(a, b), p * q, "a product");
      check(divide_down(a, b), divide_up(a, b), p / q, "a quotient");
    }
  }
  TEST_CASE("the compiler and the machine agree to the last bit") {
    static constexpr auto compiled = directed_results();
    const auto run = directed_results();
    for (std::size_t i = 0; i < run.size(); ++i)
      if (run[i] != compiled[i]) FAIL_CHECK("result ", i, ": ", run[i], " and ", compiled[i]);
  }

  // Laws.
  // Another way: the machine's fused multiplication, where the rest is a double at all.
  TEST_CASE("the rest of a product is exact from tiny to huge numbers") {
    std::uint64_t state = 11;
    for (int i = 0; i < 20000; ++i) {
      const double a = std::ldexp(drawn(state), static_cast<int>(drawn(state) < 0 ? 700 : -700)),
                   b = std::ldexp(drawn(state), a > 1 || a < -1 ? -100 : 100);
      const two_parts found = two_product(a, b);
      REQUIRE(found.head == a * b);
      REQUIRE(found.tail == std::fma(a, b, -found.head));
    }
    CHECK(two_product(largest, 0.1).tail == std::fma(largest, 0.1, -(largest * 0.1)));
    CHECK(is_finite(two_product(largest, 0.1).tail));
  }

  TEST_CASE("an exact result moves to neither side") {
    static_assert(add_down(0.5, 0.25) == 0.75 && add_up(0.5, 0.25) == 0.75);
    static_assert(multiply_down(1.5, 1.5) == 2.25 && multiply_up(1.5, 1.5) == 2.25);
    static_assert(divide_down(1, 8) == 0.125 && divide_up(1, 8) == 0.125);
    static_assert(divide_down(-1, 8) == -0.125 && divide_up(1, -8) == -0.125);
  }
  TEST_CASE("an inexact result moves by one double") {
    static_assert(next_up(add_down(1, 0x1p-60)) == add_up(1, 0x1p-60));
    static_assert(next_up(divide_down(1, 3)) == divide_up(1, 3));
    static_assert(next_up(divide_down(1, -3)) == divide_up(1, -3));
    static_assert(next_up(multiply_down(0.1, 0.1)) == multiply_up(0.1, 0.1));
  }
  TEST_CASE("what overflows stays finite on the inner side, and what underflows is not zero") {
    CHECK(add_down(largest, largest) == largest);
    CHECK(add_up(largest, largest) == infinity);
    CHECK(add_up(-largest, -largest) == -largest);
    CHECK(multiply_down(largest, 2) == largest);
    CHECK(multiply_up(largest, -2) == -largest);
    CHECK(divide_down(largest, 0x1p-10) == largest);
    CHECK(multiply_up(0x1p-1074, 0x1p-1074) > 0);
    CHECK(multiply_down(0x1p-1074, -0x1p-1074) < 0);
    CHECK(divide_up(0x1p-1074, largest) > 0);
    CHECK(divide_down(0x1p-1074, -largest) < 0);
  }
  TEST_CASE("zero times an end at infinity is zero") {
    static_assert(multiply_down(0, infinity) == 0 && multiply_up(-infinity, 0) == 0);
    static_assert(divide_down(1, infinity) == 0 && divide_up(-1, infinity) == 0);
    static_assert(add_down(-infinity, 1) == -infinity);
  }
}
