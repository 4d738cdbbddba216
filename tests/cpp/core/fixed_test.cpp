#include "kebi/core/fixed.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("fixed") {
  TEST_CASE("doubles are printed to the decimals asked for") {
    CHECK(fixed(170.919881, 2) == "170.92");
    CHECK(fixed(-0.04, 1) == "0.0");
    CHECK(fixed(-12.96, 1) == "-13.0");
    CHECK(fixed(3, 0) == "3");
    CHECK(fixed(detail::infinity, 2) == "inf");
    CHECK(fixed(-detail::infinity, 2) == "-inf");
    CHECK(fixed(1e300, 1).size() == 303);
  }

  TEST_CASE("printed bounds are rounded outwards") {
    CHECK(outward(bounds{170.785961, 171.053934}, 1) == "[170.7, 171.1]");
    CHECK(outward(bounds{-0.949, -0.928}, 2) == "[-0.95, -0.92]");
    CHECK(outward(bounds::at_least(1.25), 1) == "[1.2, inf]");
    CHECK(outward(bounds::empty(), 1) == "[]");
  }

  TEST_CASE("the interval of a printed number prints as its own ends") {
    CHECK(outward(rounding_interval(12.9_p), 2) == "[12.85, 12.95]");
    CHECK(outward(rounding_interval(-0.9_p), 2) == "[-0.95, -0.85]");
  }

  TEST_CASE("what is printed holds what was given, to two steps of a double") {
    std::mt19937 dice{8170};
    std::uniform_real_distribution<double> any{-1e6, 1e6};
    for (int i = 0; i < 20000; ++i) {
      const double a = any(dice), b = any(dice);
      const bounds given{a < b ? a : b, a < b ? b : a};
      const std::string text = outward(given, i % 5);
      const std::size_t comma = text.find(", ");
      const double lo = read_decimal(text.substr(1, comma - 1)).value();
      const double hi = read_decimal(text.substr(comma + 2, text.size() - comma - 3)).value();
      CAPTURE(text);
      CHECK(lo <= detail::next_up(detail::next_up(given.lo())));
      CHECK(hi >= detail::next_down(detail::next_down(given.hi())));
      double unit = 1;
      for (int k = 0; k < i % 5; ++k) unit /= 10;
      CHECK(lo > given.lo() - 1.001 * unit);
      CHECK(hi < given.hi() + 1.001 * unit);
    }
  }
}
