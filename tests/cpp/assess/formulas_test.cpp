#include "kebi/assess/formulas.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

using namespace kebi;
using namespace kebi::literals;

// Figures of 关于2019年上半年嘉定区国民经济和社会发展计划执行情况的报告 (2019).
TEST_SUITE("assess formulas") {
  TEST_CASE("a district at -0.9% by mid-year needs 12.9% to 13.9% for 6.0% to 6.5%") {
    CHECK(required(percent{6.0}, percent{-0.9}, 0.5).value() == doctest::Approx(12.9));
    CHECK(required(percent{6.5}, percent{-0.9}, 0.5).value() == doctest::Approx(13.9));
    // The printed -0.9% is good to 0.05, which the other half has to answer for in full.
    const bounds lower = required(6.0_pct, -0.9_pct, 0.5).value();
    CHECK(lower.lo() == doctest::Approx(12.85));
    CHECK(lower.hi() == doctest::Approx(12.95));
  }

  TEST_CASE("progress is what is done of the whole") {
    const struct {
      double done, whole, percent;
    } rows[] = {{152.7, 300, 50.9}, {45, 88, 51.136363636}, {363, 480, 75.625}, {172.8, 270, 64.0}};
    for (const auto& row : rows) {
      CAPTURE(row.done);
      CHECK(completion(row.done, row.whole).value() == doctest::Approx(row.percent));
    }
  }

  TEST_CASE("what is left of a printed target is good to the outcome's last digit") {
    const bounds left = remainder(300_p, 152.7_p);
    CHECK(left.contains(147.25));
    CHECK(left.contains(147.35));
    CHECK(width(left) == doctest::Approx(0.1));
    CHECK(remainder(270.0, 172.8) == doctest::Approx(97.2));
    CHECK(remainder(80.0, 48.2) == doctest::Approx(31.8));
  }

  TEST_CASE("the parts, weighted, make the whole again") {
    for (int g = -30; g <= 30; g += 5)
      for (int target = -10; target <= 20; target += 5)
        for (int w = 1; w <= 9; ++w) {
          mpq_class weight(w, 10);
          weight.canonicalize();
          const mpq_class elapsed(g), whole(target);
          const mpq_class rest = required(percent{whole}, percent{elapsed}, weight).value();
          const mpq_class again = weight * elapsed + (1 - weight) * rest;
          CHECK(again == whole);
        }
  }

  TEST_CASE("a weight of one leaves nothing that could reach the target") {
    CHECK_FALSE(required(6.0_pct, -0.9_pct, bounds{0.9, 1.0}).value().is_bounded());
  }

  TEST_CASE("a weight is a share of the base year") {
    CHECK_THROWS_AS(required(percent{6.0}, percent{1.0}, 1.0), error);
    CHECK_THROWS_AS(required(percent{6.0}, percent{1.0}, 50.0), error);
    CHECK_THROWS_AS(required(percent{6.0}, percent{1.0}, -0.1), error);
    CHECK_THROWS_AS(required(percent{mpq_class(6)}, percent{mpq_class(1)}, mpq_class(1)), error);
    CHECK_THROWS_AS(required(6_pct, 1_pct, bounds{1.1, 1.2}), error);
  }
}
