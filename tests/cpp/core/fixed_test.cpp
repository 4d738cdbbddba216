#include "kebi/core/fixed.hpp"

#include "exact.hpp"

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("fixed") {
  TEST_CASE("a double prints with so many decimals") {
    CHECK(fixed(170.919881, 2) == "170.92");
    CHECK(fixed(-10.44, 1) == "-10.4");
    CHECK(fixed(5, 0) == "5");
    CHECK(fixed(5, -3) == "5");
    CHECK(fixed(0.125, 10) == "0.1250000000");
    CHECK(fixed(1e15, 1) == "1000000000000000.0");
  }
  TEST_CASE("a zero has no sign, and what is not finite has a name") {
    CHECK(fixed(-0.0, 1) == "0.0");
    CHECK(fixed(-0.04, 1) == "0.0");
    CHECK(fixed(detail::infinity, 1) == "inf");
    CHECK(fixed(-detail::infinity, 1) == "-inf");
    CHECK(fixed(detail::not_a_number, 1) == "nan");
    CHECK(fixed(detail::largest, 100).size() == 410);
  }
  // The base of 172.8 at 1.1%, see period/rates_test.cpp.
  TEST_CASE("bounds print rounded outwards") {
    CHECK(outward(bounds{170.785961, 171.053934}, 1) == "[170.7, 171.1]");
    CHECK(outward(bounds{-171.053934, -170.785961}, 1) == "[-171.1, -170.7]");
    CHECK(outward(bounds{-0.01, 0.01}, 1) == "[-0.1, 0.1]");
    CHECK(outward(bounds{1, 2}, 1) == "[1.0, 2.0]");
    CHECK(outward(bounds{6, 6.5}, 0) == "[6, 7]");
    CHECK(outward(bounds::at_least(5), 1) == "[5.0, inf]");
    CHECK(outward(bounds::entire(), 1) == "[-inf, inf]");
    CHECK(outward(bounds::empty(), 1) == "[]");
  }
  TEST_CASE("the rounding interval of a printed number prints as its half units") {
    CHECK(outward(rounding_interval(12.9_p), 2) == "[12.85, 12.95]");
    CHECK(outward(rounding_interval(-(10.4_p)), 2) == "[-10.45, -10.35]");
    CHECK(outward(rounding_interval(43_p), 1) == "[42.5, 43.5]");
  }

  // Another way: the printed ends, read back, against the doubles themselves.
  TEST_CASE(
      "what is printed holds the bounds, but for three doubles, and is no wider than a digit") {
    exact::source random{91};
    for (int i = 0; i < 5'000; ++i) {
      const bounds of = random.around((i % 2 ? 1 : -1) * random.of_size(-10, 45));
      const int decimals = random.between(0, 6);
      const std::string text = outward(of, decimals);
      const std::size_t comma = text.find(", ");
      const decimal lo = read_decimal(text.substr(1, comma - 1));
      const decimal hi = read_decimal(text.substr(comma + 2, text.size() - comma - 3));
      const double least = detail::next_up(detail::next_up(detail::next_up(of.lo())));
      const double most = detail::next_down(detail::next_down(detail::next_down(of.hi())));
      if (exact::value(lo) > exact::value(least) || exact::value(hi) < exact::value(most))
        FAIL_CHECK(exact::words(of), " printed as ", text);
      if (exact::value(of.lo()) - exact::value(lo) >= exact::power_of_ten(-lo.decimals()) ||
          exact::value(hi) - exact::value(of.hi()) >= exact::power_of_ten(-hi.decimals()))
        FAIL_CHECK(exact::words(of), " printed as ", text);
    }
  }
  TEST_CASE("numbers with more digits than a decimal has print with fewer decimals") {
    CHECK(outward(bounds{123456789012345.5, 123456789012345.75}, 6) ==
          "[123456789012345.50, 123456789012345.75]");
    CHECK(outward(bounds{0, 1e300}, 2).starts_with("[0.00, 1"));
  }
}
