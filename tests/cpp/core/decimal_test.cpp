#include "kebi/core/decimal.hpp"

#include <type_traits>
#include <utility>

#include "exact.hpp"
#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("decimal") {
  TEST_CASE("a decimal prints as it was printed") {
    const std::pair<decimal, const char*> rows[] = {
        {decimal{1728, 1},                "172.8"              },
        {decimal{60, 1},                  "6.0"                },
        {decimal{6},                      "6"                  },
        {decimal{-104, 1},                "-10.4"              },
        {decimal{-5, 2},                  "-0.05"              },
        {decimal{0, 2},                   "0.00"               },
        {decimal{13, -2},                 "1300"               },
        {decimal{-13, -2},                "-1300"              },
        {decimal{0, -2},                  "0"                  },
        {decimal{1, 17},                  "0.00000000000000001"},
        {decimal{99'999'999'999'999'999}, "99999999999999999"  },
    };
    for (const auto& row : rows) {
      CAPTURE(row.second);
      CHECK(to_string(row.first) == row.second);
    }
  }

  // Another way: exact rationals.
  TEST_CASE("decimals are ordered as exact rationals are") {
    std::vector<decimal> all;
    for (const std::int64_t digits : {0L, 1L, 9L, 10L, 100L, 999'999L, 99'999'999'999'999'999L})
      for (const int decimals : {-17, -3, -1, 0, 1, 2, 3, 16, 17})
        for (const int sign : {-1, 1}) all.emplace_back(sign * digits, decimals);
    for (const decimal a : all)
      for (const decimal b : all) {
        const int found = a < b ? -1 : a > b ? 1 : 0;
        const mpq_class left = exact::value(a), right = exact::value(b);
        if (found != (left < right ? -1 : left > right ? 1 : 0))
          FAIL_CHECK(to_string(a), " against ", to_string(b));
      }
  }
  TEST_CASE("the value of up to 15 digits is the nearest double") {
    exact::source random{41};
    for (int i = 0; i < 5'000; ++i) {
      const decimal number = i % 2 ? random.printed() : random.printed_rate();
      if (number.value() != std::strtod(to_string(number).c_str(), nullptr))
        FAIL_CHECK(to_string(number), " gave ", exact::words(number.value()));
    }
  }
  TEST_CASE("differences and products are exact") {
    exact::source random{42};
    for (int i = 0; i < 5'000; ++i) {
      const decimal a = random.printed(), b = random.printed_rate();
      if (exact::value(difference(a, b)) != exact::value(a) - exact::value(b))
        FAIL_CHECK(to_string(a), " less ", to_string(b));
      if (exact::value(product(a, b)) != exact::value(a) * exact::value(b))
        FAIL_CHECK(to_string(a), " times ", to_string(b));
    }
  }

  // Laws.
  TEST_CASE("6 and 6.0 have one value and are two statements") {
    static_assert(6_p != 6.0_p);
    static_assert((6_p <=> 6.0_p) == std::weak_ordering::equivalent);
    static_assert(6_p <= 6.0_p && 6_p >= 6.0_p);
    static_assert(with_decimals(6_p, 1) == 6.0_p);
    static_assert(with_decimals(6.05_p, 1) == 6.05_p);
    static_assert(with_decimals(13_p, -2) == 13_p);
    static_assert(with_decimals(decimal{13, -2}, 1) == 1300.0_p);
  }
  TEST_CASE("a decimal and its negative cancel") {
    static_assert(-(-(10.4_p)) == 10.4_p);
    static_assert(difference(300_p, 152.7_p) == 147.3_p);
    static_assert(difference(5.2_p, 5.20_p) == 0.00_p);
    static_assert(product(88_p, 0.02_p) == 1.76_p);
    static_assert((172.8_p).value() == 172.8);
    static_assert(decimal{}.value() == 0);
  }

  // Refusals.
  TEST_CASE("numbers too large or too fine for any statistic are refused") {
    const char* too_large = "a number of more than 17 digits is too large for any statistic";
    const std::int64_t limit = 100'000'000'000'000'000;
    CHECK_THROWS_WITH_AS((decimal{limit}), too_large, error);
    CHECK_THROWS_WITH_AS((decimal{-limit}), too_large, error);
    CHECK_THROWS_AS((decimal{std::numeric_limits<std::int64_t>::min()}), error);
    CHECK_THROWS_WITH_AS(decimal(1, 18),
                         "a number of more than 17 decimals is too fine for any statistic", error);
    CHECK_THROWS_AS(decimal(1, -18), error);
    CHECK_THROWS_WITH_AS(with_decimals(decimal{limit - 1}, 1), too_large, error);
    CHECK_THROWS_AS(with_decimals(decimal{1, -17}, 17), error);
    CHECK_THROWS_AS(difference(decimal{1 - limit}, decimal{limit - 1}), error);
    CHECK_THROWS_AS(product(decimal{limit - 1}, decimal{limit - 1}), error);
    CHECK_THROWS_AS(product(decimal{1, 9}, decimal{1, 9}), error);
  }
  static_assert(!std::is_constructible_v<decimal, double>);  // it has no printed digits
  static_assert(!std::is_constructible_v<decimal, float, int>);
  static_assert(!std::is_convertible_v<int, decimal>);  // how many decimals it has must be said
}
