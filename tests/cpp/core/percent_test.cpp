#include "kebi/core/percent.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <type_traits>

#include "kebi/core/evaluate.hpp"

using namespace kebi;
using namespace kebi::literals;

template <class A, class B>
concept Adds = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Subtracts = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept Multiplies = requires(A a, B b) {
  a* b;
};
template <class A, class B>
concept Compares = requires(A a, B b) {
  a < b;
};

TEST_SUITE("percent") {
  TEST_CASE("two rates differ by points, and a rate moves by them") {
    static_assert(percent{16.5} - percent{9.0} == points{7.5});
    static_assert(percent{9.0} + points{7.5} == percent{16.5});
    static_assert(percent{16.5} - points{7.5} == percent{9.0});
    static_assert(points{1.5} + points{2.0} == points{3.5});
    static_assert(points{1.5} - points{2.0} == points{-0.5});
    static_assert(-points{1.5} == points{-1.5});
    static_assert(-percent{1.5} == percent{-1.5});
  }
  TEST_CASE("a rate is a hundredth as a number") {
    static_assert(ratio(percent{25.0}) == 0.25);
    CHECK(ratio(percent{
              mpq_class{26, 5}
    }) == mpq_class{13, 250});
    static_assert(ratio(percent{
                      bounds{25, 50}
    }) == bounds{0.25, 0.5});
  }
  TEST_CASE("printed rates keep their digits") {
    static_assert((5.20_pct).value() == decimal{520, 2});
    static_assert(5.2_pct != 5.20_pct);
    static_assert(5.2_pct <= 5.20_pct && 5.2_pct >= 5.20_pct);
    static_assert((0.3_pp).value == decimal{3, 1});
    static_assert(5.2_pct > -(5.2_pct));
  }
  TEST_CASE("whole numbers make rates that divide like numbers") {
    static_assert(std::is_same_v<decltype(percent{5}), percent<double>>);
    static_assert(std::is_same_v<decltype(points{5}), points<double>>);
    static_assert(ratio(percent{5}) == 0.05);
  }

  // Laws.
  TEST_CASE("the step from one rate to another leads there") {
    for (int a = -200; a <= 200; a += 8)
      for (int b = -200; b <= 200; b += 8) {
        const percent from{a / 8.0}, to{b / 8.0};
        CHECK(from + (to - from) == to);
        CHECK(from - (from - to) == to);
        CHECK((from < to) == (from - to < points{}));
      }
  }

  // Refusals.
  static_assert(Adds<percent<>, points<>> && Subtracts<percent<>, percent<>>);
  static_assert(!Adds<percent<>, percent<>>);  // two rates have no sum
  static_assert(!Adds<points<>, percent<>>);
  static_assert(!Subtracts<points<>, percent<>>);
  static_assert(!Multiplies<percent<>, percent<>>);
  static_assert(!Compares<percent<>, points<>>);  // a position is not a distance
  static_assert(!Adds<percent<>, double> && !Adds<double, percent<>>);
  static_assert(!Adds<percent<decimal>, decimal> && !Adds<decimal, decimal>);
  // Two printed rates have no printed difference: it is good to twice the half unit.
  static_assert(!Subtracts<percent<decimal>, percent<decimal>>);
  static_assert(!Subtracts<points<decimal>, points<decimal>>);
  static_assert(!std::is_convertible_v<double, percent<>>);
  static_assert(!std::is_convertible_v<percent<>, double>);
  static_assert(!std::is_constructible_v<percent<bounds>, double>);
}
