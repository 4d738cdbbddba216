#include "kebi/indicator/tolerance.hpp"

#include <doctest/doctest.h>

#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("tolerance") {
  TEST_CASE("about reaches as far as the last digit and the size of a number say") {
    const struct {
      const char* said;
      decimal value;
      bool of_rate;
      double reach;
    } rows[] = {
        {"10%", 10_p, true, 0.5},
        {"5.5%", 5.5_p, true, 0.5},
        {"-3%", -3_p, true, 0.5},
        {"0.49 points", 0.49_p, true, 0.05},
        {"6.35%", 6.35_p, true, 0.05},
        {"0.5%", 0.5_p, true, 0.25},
        {"0.1 points", 0.1_p, true, 0.05},
        {"0%", 0_p, true, 0.5},
        {"300", 300_p, false, 6},
        {"88", 88_p, false, 1.76},
        {"1.5", 1.5_p, false, 0.05},
        {"1234.56", 1234.56_p, false, 0.05},
        {"12345", 12345_p, false, 5},
        {"12000", 12000_p, false, 240},
        {"3", 3_p, false, 0.5},
        {"10", 10_p, false, 0.5},
    };
    for (const auto& row : rows) {
      CAPTURE(row.said);
      const decimal exact = tolerance::about_reach(row.value, row.of_rate, tolerance::about_points, 0.02_p);
      CHECK(exact.value() == doctest::Approx(row.reach));
      CHECK(tolerance::about_reach(row.value, row.of_rate, 0.5, 0.02) == doctest::Approx(row.reach));
    }
  }

  TEST_CASE("about reaches no less far than rounding, and no rate beyond zero") {
    for (std::int64_t digits = 1; digits < 400; ++digits)
      for (int decimals = -1; decimals <= 3; ++decimals)
        for (const bool of_rate : {true, false}) {
          const decimal value{digits, decimals};
          const double reach = tolerance::about_reach(value, of_rate, 0.5, 0.02);
          CHECK(reach >= decimal(5, decimals + 1).value() - 1e-12);
          if (of_rate) CHECK(reach <= value.value());
        }
  }

  TEST_CASE("a wider tolerance widens what digits allow in step") {
    CHECK(tolerance::about_reach(6.5_p, true, 1.0, 0.02) == doctest::Approx(1));
    CHECK(tolerance::about_reach(0.49_p, true, 1.0, 0.02) == doctest::Approx(0.1));
    CHECK(tolerance::about_reach(12345_p, false, 0.5, 0.04) == doctest::Approx(10));
  }

  TEST_CASE("rates lie points apart, multiples and amounts do not") {
    for (const char* rate : {"%", "‰", "个百分点"}) CHECK(tolerance::is_rate(unit{rate}));
    for (const char* level : {"倍", "亿元", "家"}) CHECK_FALSE(tolerance::is_rate(unit{level}));
  }
}
