#include "kebi/core/bounds.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <type_traits>
#include <vector>

#include "kebi/core/percent.hpp"

using namespace kebi;
using detail::infinity;

TEST_SUITE("bounds") {
  // IEEE Std 1788-2015, its examples as ITF1788 collects them (libieeep1788_elem).
  TEST_CASE("differences and quotients agree with the conformance suite of IEEE 1788") {
    static_assert(bounds{1, 2} - bounds{3, 4} == bounds{-3, -1});
    static_assert(bounds{-30, -15} / bounds{-5, -3} == bounds{3, 10});
    static_assert(bounds{-30, -15} / bounds{3, 5} == bounds{-10, -3});
    static_assert(bounds{-30, 15} / bounds{-5, -3} == bounds{-5, 10});
    static_assert(bounds{15, 30} / bounds{3, 5} == bounds{3, 10});
    static_assert((bounds{-30, -15} / bounds{0}).is_empty());
    static_assert(bounds{-30, -15} / bounds{-3, 3} == bounds::entire());
    static_assert(bounds{-30, -15} / bounds{-3, 0} == bounds::at_least(5));
    static_assert(bounds{-30, -15} / bounds{0, 3} == bounds::at_most(-5));
  }
  TEST_CASE("a divisor that ends in zero leaves a half line, whatever is divided") {
    static_assert(bounds{15, 30} / bounds{0, 3} == bounds::at_least(5));
    static_assert(bounds{15, 30} / bounds{-3, 0} == bounds::at_most(-5));
    static_assert(bounds{0, 30} / bounds{0, 3} == bounds::at_least(0));
    static_assert(bounds{-15, 0} / bounds{0, 3} == bounds::at_most(0));
    static_assert(bounds{-15, 30} / bounds{0, 3} == bounds::entire());
    static_assert(bounds{0} / bounds{0, 3} == bounds{0});
    static_assert(bounds{0} / bounds{-3, 3} == bounds{0});
    static_assert((bounds{0} / bounds{0}).is_empty());
  }
  TEST_CASE("ends at infinity follow the limits") {
    const bounds up = bounds::at_least(2), down = bounds::at_most(-2), all = bounds::entire();
    CHECK(up + bounds{1, 3} == bounds::at_least(3));
    CHECK(up + down == all);
    CHECK(up - up == all);
    CHECK(-up == down);
    CHECK(up * up == bounds::at_least(4));
    CHECK(up * down == bounds::at_most(-4));
    CHECK(all * bounds{0} == bounds{0});
    CHECK(up * bounds{0, 1} == bounds::at_least(0));
    CHECK(up * bounds{-1, 1} == all);
    CHECK(bounds{1, 4} / up == bounds{0, 2});
    CHECK(bounds{-4, -1} / up == bounds{-2, 0});
    CHECK(bounds{-4, 1} / up == bounds{-2, 0.5});
    CHECK(up / up == bounds::at_least(0));
    CHECK(down / up == bounds::at_most(0));
    CHECK(all / up == all);
    CHECK(up / all == all);
    CHECK(all / bounds{2, 4} == all);
  }
  TEST_CASE("nothing with anything is nothing") {
    constexpr bounds none = bounds::empty();
    for (const bounds& any : {
             bounds{1, 2},
             bounds::entire(), none, bounds{0}
    }) {
      CHECK((none + any).is_empty());
      CHECK((any - none).is_empty());
      CHECK((none * any).is_empty());
      CHECK((any / none).is_empty());
      CHECK((none / any).is_empty());
      CHECK((none & any).is_empty());
      CHECK((none | any) == any);
      CHECK(any.contains(none));
    }
    static_assert((-bounds::empty()).is_empty());
    static_assert(!none.contains(0.0) && none.is_bounded() && !none.is_entire());
    static_assert(width(none) == 0);
  }

  // Laws, over a grid of all kinds of bounds.
  std::vector<bounds> grid() {
    const double ends[] = {-infinity, -3, -0.1, 0, 0.1, 3, infinity};
    std::vector<bounds> all{bounds::empty()};
    for (const double lo : ends)
      for (const double hi : ends)
        if (lo <= hi && lo < infinity && hi > -infinity) all.emplace_back(lo, hi);
    return all;
  }
  TEST_CASE("sums and products do not depend on the order") {
    for (const bounds& a : grid())
      for (const bounds& b : grid()) {
        CHECK(a + b == b + a);
        CHECK(a * b == b * a);
        CHECK((a & b) == (b & a));
        CHECK((a | b) == (b | a));
      }
  }
  // Another way: all four products of ends, of which the least and the greatest are taken.
  TEST_CASE(
      "a product reaches from the least to the greatest product of ends, whatever their signs") {
    const double ends[] = {
        -detail::infinity, -1e300, -3.7, -1, -1e-100, -0.0, 0.0, 1e-100, 0.1, 1, 2.3, 1e300,
        detail::infinity};
    std::vector<bounds> all;
    for (const double lo : ends)
      for (const double hi : ends)
        if (lo <= hi && lo != detail::infinity && hi != -detail::infinity) all.push_back({lo, hi});
    for (const bounds& a : all)
      for (const bounds& b : all) {
        double least = detail::infinity, most = -detail::infinity;
        for (const double x : {a.lo(), a.hi()})
          for (const double y : {b.lo(), b.hi()}) {
            least = std::min(least, detail::multiply_down(x, y));
            most = std::max(most, detail::multiply_up(x, y));
          }
        const bounds product = a * b;
        REQUIRE(product.lo() == least);
        REQUIRE(product.hi() == most);
      }
  }

  TEST_CASE("wider figures never give narrower results") {
    for (const bounds& a : grid())
      for (const bounds& wider : grid()) {
        if (!wider.contains(a)) continue;
        for (const bounds& b : grid()) {
          CHECK((wider + b).contains(a + b));
          CHECK((wider - b).contains(a - b));
          CHECK((wider * b).contains(a * b));
          CHECK((wider / b).contains(a / b));
          CHECK((b / wider).contains(b / a));
        }
      }
  }
  TEST_CASE("what both leave possible lies in both, and around both lies either") {
    for (const bounds& a : grid())
      for (const bounds& b : grid()) {
        CHECK(a.contains(a & b));
        CHECK((a | b).contains(a));
        if (a.contains(b)) CHECK((a & b) == b);
      }
    static_assert((bounds{1, 2} & bounds{3, 4}).is_empty());
    static_assert((bounds{1, 3} & bounds{3, 4}) == bounds{3});
    static_assert((bounds{1, 2} | bounds{3, 4}) == bounds{1, 4});
  }
  TEST_CASE("width is rounded up and the middle lies inside") {
    static_assert(width(bounds{1, 4}) == 3);
    static_assert(width(bounds::at_least(1)) == infinity);
    static_assert(width(bounds{-0x1p-60, 1}) > 1);
    static_assert(midpoint(bounds{1, 4}) == 2.5);
    CHECK(midpoint(bounds{-detail::largest, detail::largest}) == 0);
    CHECK(midpoint(bounds{detail::largest, detail::largest}) == detail::largest);
  }

  // Refusals.
  TEST_CASE("ends in the wrong order, and none at all, are refused") {
    CHECK_THROWS_WITH_AS(
        (bounds{2, 1}),
        "bounds need a lower end that is not above the upper one: found 2.000000 and 1.000000",
        error);
    CHECK_THROWS_AS((bounds{detail::not_a_number, 1}), error);
    CHECK_THROWS_AS((bounds{1, detail::not_a_number}), error);
    CHECK_THROWS_AS(bounds::exactly(infinity), error);
    CHECK_THROWS_AS(bounds::exactly(-infinity), error);
    CHECK_THROWS_WITH_AS(midpoint(bounds::at_least(0)),
                         "only bounds with two finite ends have a middle", error);
    CHECK_THROWS_AS(midpoint(bounds::empty()), error);
  }
  static_assert(std::is_convertible_v<int, bounds>);
  static_assert(!std::is_constructible_v<bounds, double>);  // it would be cut to a whole number
  static_assert(!std::is_constructible_v<bounds, float>);
  static_assert(!std::is_constructible_v<bounds, long>);

  template <class A, class B>
  concept Ordered = requires(A a, B b) {
    a < b;
  };
  static_assert(!Ordered<bounds, bounds>);  // overlapping bounds have no order
  static_assert(!Ordered<percent<bounds>, percent<bounds>>);
}
