#include "kebi/core/rounding.hpp"

#include "exact.hpp"
#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("rounding") {
  // GB/T 8170-2008 数值修约规则 3.2 with its examples, from the standard's text at
  // daowen.com/book/content/214653640/12857750.html and wiki.szjm666.com/cn/item/281272.html;
  // IS 2:1960 examples at concretebasics.org/articlesinfo/roundingoff.php.
  TEST_CASE("rounding to decimals agrees with the examples of GB/T 8170 and IS 2") {
    const struct {
      const char* value;
      int decimals;
      const char* rounded;
    } rows[] = {
        {"12.1498",   0, "12"    },
        {"12.1498",   1, "12.1"  },
        {"10.5002",   0, "11"    },
        {"1.050",     1, "1.0"   },
        {"0.35",      1, "0.4"   },
        {"0.0325",    3, "0.032" },
        {"28.175",    2, "28.18" },
        {"28.2645",   1, "28.3"  },
        {"28.350",    1, "28.4"  },
        {"28.250",    1, "28.2"  },
        {"28.050",    1, "28.0"  },
        {"28.2501",   1, "28.3"  },
        {"15.4546",   0, "15"    },
        {"8.53459",   2, "8.53"  },
        {"-0.0365",   3, "-0.036"},
        {"4.36",      0, "4"     },
        {"2.355",     0, "2"     },
        {"15.205",    1, "15.2"  },
        {"9.625",     0, "10"    },
        {"0.3552",    2, "0.36"  },
        {"12.545001", 2, "12.55" },
    };
    for (const auto& row : rows) {
      CAPTURE(row.value);
      CHECK(round(read_decimal(row.value), row.decimals) == read_decimal(row.rounded));
    }
  }
  TEST_CASE("rounding to tens, hundreds and thousands keeps what the last digit is worth") {
    CHECK(round(1268_p, -2) == decimal{13, -2});  // 13x10^2
    CHECK(round(2500_p, -3) == decimal{2, -3});
    CHECK(round(3500_p, -3) == decimal{4, -3});
    CHECK(round(32500_p, -3) == decimal{32, -3});
    CHECK(round(-355_p, -1) == decimal{-36, -1});
    CHECK(round(-325_p, -1) == decimal{-32, -1});
    CHECK(to_string(round(1268_p, -2)) == "1300");
  }
  // GB/T 8170-2008, 3.4.1 and 3.4.2.
  TEST_CASE("rounding to halves and fifths of a unit agrees with the examples of GB/T 8170") {
    const struct {
      decimal value, step, rounded;
    } rows[] = {
        {60.25_p,  0.5_p, 60.0_p },
        {60.38_p,  0.5_p, 60.5_p },
        {60.28_p,  0.5_p, 60.5_p },
        {-60.75_p, 0.5_p, -61.0_p},
        {830_p,    20_p,  840_p  },
        {842_p,    20_p,  840_p  },
        {832_p,    20_p,  840_p  },
        {-930_p,   20_p,  -920_p },
    };
    for (const auto& row : rows) {
      CAPTURE(to_string(row.value));
      CHECK(round_to(row.value, row.step) == row.rounded);
    }
  }
  TEST_CASE("rounding twice is not rounding: 8.53459 is 8.53") {
    CHECK(round(8.53459_p, 2) == 8.53_p);
    CHECK(round(round(round(8.53459_p, 4), 3), 2) == 8.54_p);  // what 3.3 forbids
  }

  // Another way: exact rationals, rounded by their definition.
  TEST_CASE("rounding finds the nearest multiple, and of two the one that the rule names") {
    exact::source random{51};
    for (int i = 0; i < 20'000; ++i) {
      const decimal value{random.between(-20'000, 20'000), random.between(-2, 4)};
      const decimal step{random.between(1, 25), random.between(-2, 3)};
      const mpq_class steps = exact::value(value) / exact::value(step);
      const mpq_class size = abs(steps);
      mpz_class whole = size.get_num() / size.get_den();
      const mpq_class rest = size - whole;
      const bool tie = rest == mpq_class{1, 2};
      mpz_class even = whole, up = whole;
      if (rest > mpq_class{1, 2} || (tie && whole % 2 != 0)) ++even;
      if (rest > mpq_class{1, 2} || tie) ++up;
      const int sign = sgn(steps) < 0 ? -1 : 1;
      if (exact::value(round_to(value, step)) != sign * even * exact::value(step) ||
          exact::value(round_to(value, step, rounding::half_up)) != sign * up * exact::value(step))
        FAIL_CHECK(to_string(value), " to multiples of ", to_string(step));
    }
  }

  // Laws.
  TEST_CASE("what is rounded already stays") {
    static_assert(round(172.8_p, 1) == 172.8_p);
    static_assert(round(round(28.250_p, 1), 1) == 28.2_p);
    static_assert(round(6_p, 2) == 6.00_p);
  }
  TEST_CASE("half up goes away from zero on both sides") {
    static_assert(round(2.5_p, 0, rounding::half_up) == 3_p);
    static_assert(round(-(2.5_p), 0, rounding::half_up) == -(3_p));
    static_assert(round(2.5_p, 0) == 2_p);
    static_assert(round(-(2.5_p), 0) == -(2_p));
  }
  TEST_CASE("the finest and the longest numbers round") {
    const std::int64_t longest = 99'999'999'999'999'999;
    CHECK(round(decimal{longest, 17}, 0) == decimal{1});
    CHECK(round(decimal{longest, 17}, -1) == decimal{0, -1});
    CHECK(round(decimal{1, 17}, -17) == decimal{0, -17});
    CHECK(round(decimal{longest}, 0) == decimal{longest});
  }

  // Refusals.
  TEST_CASE("steps that are not above zero, and results of too many digits, are refused") {
    CHECK_THROWS_WITH_AS(round_to(5_p, 0_p), "cannot round: the step must be above zero", error);
    CHECK_THROWS_AS(round_to(5_p, -(1_p)), error);
    CHECK_THROWS_AS(round(decimal{5, -17}, 17), error);
    CHECK_THROWS_AS(round(decimal{99'999'999'999'999'999}, 1), error);
  }
}
