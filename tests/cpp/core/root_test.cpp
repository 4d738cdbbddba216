#include "kebi/core/root.hpp"

#include "exact.hpp"

using namespace kebi;

TEST_SUITE("root") {
  TEST_CASE("roots of powers of whole numbers are found") {
    for (int base = 0; base <= 12; ++base)
      for (int n = 1; n <= 12; ++n) {
        CAPTURE(base);
        CAPTURE(n);
        const double of = power(static_cast<double>(base), n);
        CHECK(root(of, n) == doctest::Approx(base));
        CHECK(root(bounds::exactly(of), n).contains(base));
        CHECK(width(root(bounds::exactly(of), n)) <= base * 0x1p-51);
      }
  }

  // Another way: powers of exact rationals.
  TEST_CASE("the roots of bounds enclose the exact roots and are sharp to two doubles a side") {
    exact::source random{31};
    for (int i = 0; i < 5'000; ++i) {
      const bounds of = random.around(random.of_size(-100, 100));
      const int n = random.between(2, 12);
      const bounds found = root(of, n);
      const auto raised = [n](double end) { return exact::power(exact::value(end), n); };
      const double above = detail::next_up(detail::next_up(found.lo()));
      const double below = detail::next_down(detail::next_down(found.hi()));
      const bool encloses = raised(found.lo()) <= exact::value(of.lo()) &&
                            exact::value(of.hi()) <= raised(found.hi());
      const bool sharp =
          exact::value(of.lo()) <= raised(above) && raised(below) <= exact::value(of.hi());
      if (!encloses || !sharp)
        FAIL_CHECK("root ", n, " of ", exact::words(of), " gave ", exact::words(found));
    }
  }

  TEST_CASE("roots to 30 digits hold the exact root beyond their first 16") {
    exact::source random{32};
    for (int i = 0; i < 5'000; ++i) {
      const double of = random.of_size(-60, 60);
      const int n = random.between(2, 12);
      const detail::ball found = detail::root(detail::ball::of(of), n);
      const bounds rest = detail::around(found - detail::ball::of(found.value()));
      const auto raised = [&](double end) {
        return exact::power(exact::value(found.value()) + exact::value(end), n);
      };
      if (raised(rest.lo()) > exact::value(of) || raised(rest.hi()) < exact::value(of))
        FAIL_CHECK("root ", n, " of ", of);
    }
  }

  // Laws.
  TEST_CASE("the first root is the number itself") {
    CHECK(root(bounds{2, 3}, 1) == bounds{2, 3});
    CHECK(root(7.25, 1) == 7.25);
  }
  TEST_CASE("an end at zero or at infinity stays there") {
    CHECK(root(bounds{0}, 3) == bounds{0});
    CHECK(root(bounds{0, 4}, 2).lo() == 0);
    CHECK(root(bounds::at_least(4), 2).hi() == detail::infinity);
    CHECK(root(bounds::at_least(4), 2).contains(2));
    CHECK(root(bounds::empty(), 2).is_empty());
  }
  TEST_CASE("roots of the largest and smallest doubles are enclosed, however widely") {
    for (const double of : {detail::largest, 1e300, 1e-300, 0x1p-1074})
      for (const int n : {2, 3, 12}) {
        const bounds found = root(bounds::exactly(of), n);
        CAPTURE(of);
        CAPTURE(n);
        CHECK(found.lo() >= 0);
        CHECK(exact::power(exact::value(found.lo()), n) <= exact::value(of));
        if (found.is_bounded())
          CHECK(exact::power(exact::value(found.hi()), n) >= exact::value(of));
      }
  }
  TEST_CASE("a power is a product") {
    CHECK(power(3.0, 0) == 1);
    CHECK(power(3.0, 5) == 243);
    CHECK(power(bounds{2, 3}, 3) == bounds{8, 27});
    CHECK(power(mpq_class{2, 3}, 4) == mpq_class{16, 81});
    static_assert(power(1.5, 2) == 2.25);
  }

  // Refusals.
  TEST_CASE("negative numbers and roots over no steps are refused") {
    CHECK_THROWS_WITH_AS(root(-1.0, 2),
                         "cannot take the root of -1.000000: it must be zero or more", error);
    CHECK_THROWS_AS(root(detail::not_a_number, 2), error);
    CHECK_THROWS_AS(root(bounds{-1, 4}, 2), error);
    CHECK_THROWS_WITH_AS(root(4.0, 0), "cannot take a root over 0 steps: at least one is needed",
                         error);
  }
}
