#include "kebi/period/rates.hpp"

#include "kebi/formula/increment.hpp"

#include "exact.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

mpq_class exactly(const char* rational) {
  mpq_class value{rational};
  value.canonicalize();
  return value;
}

}  // namespace

TEST_SUITE("rates") {
  // The report on Jiading's plan for the first half of 2019 (嘉定区发展和改革委员会): a
  // level, its growth, and what the figure of a year before can have been.
  TEST_CASE("the bases that a report's levels and growth leave possible") {
    const struct {
      const char* indicator;
      decimal level;
      percent<decimal> growth;
      double base, lo, hi;
    } rows[] = {
        {"一般公共预算收入",    172.8_p,  1.1_pct,     170.919881,   170.785961,   171.053934 },
        {"规模以上工业总产值", 2799.7_p, -(10.4_pct), 3124.665179,  3122.866704,  3126.465662},
        {"社会消费品零售总额", 672.3_p,  16.5_pct,    577.081545,   576.791077,   577.372263 },
        {"固定资产投资",          152.7_p,  1.6_pct,     150.295276,   150.172159,   150.418513 },
        {"合同外资",                21.1_p,   104.9_pct,   10.297706,    10.270798,    10.324628  },
        {"居民人均可支配收入", 30233_p,  8.8_pct,     27787.683824, 27774.460266, 27800.91954},
        {"技术合同成交额",       49.9_p,   95.8_pct,    25.485189,    25.453153,    25.517241  },
        {"工业投资",                48.2_p,   50.3_pct,    32.069195,    32.025274,    32.113145  },
        {"技改投资",                39.7_p,   73.3_pct,    22.908252,    22.872801,    22.943723  },
    };
    for (const auto& row : rows) {
      CAPTURE(row.indicator);
      const bounds found = base(row.level, row.growth);
      CHECK(std::fabs(found.lo() - row.lo) < 1e-5);
      CHECK(std::fabs(found.hi() - row.hi) < 1e-5);
      const double middle = base(row.level.value(), percent{row.growth.value().value()});
      CHECK(std::fabs(middle - row.base) < 1e-5);
      CHECK(found.contains(middle));
    }
  }
  // The same report: PM2.5 of 43 微克/立方米, 12.2% less than a year before.
  TEST_CASE("one whole base alone fits 43 and a fall by 12.2%") {
    std::vector<int> fitting;
    for (int before = 40; before <= 59; ++before) {
      const percent grown = growth_rate(43.0, static_cast<double>(before));
      if (rounding_interval(-(12.2_p)).contains(grown.value())) fitting.push_back(before);
    }
    CHECK(fitting == std::vector{49});
    CHECK(growth_rate(43.0, 49.0).value() == doctest::Approx(-12.24).epsilon(1e-3));
    CHECK(base(43_p, -(12.2_pct)).contains(49));
  }
  TEST_CASE("bases that were published with their level and growth") {
    const struct {
      const char* source;
      double level, growth, base, tolerance;
    } rows[] = {
  // 2018年1-5月 software industry of a district: a fall by four fifths.
        {"ikeluosi.com/html/xczl/zl/201910/50_51278.html", 0.2,     -81.3, 1.0695, 1e-3},
 // Civil service examination questions, with their answers.
        {"da-ch2-002",                                     203.4,   78.9,  114,    0.5 },
        {"da-ch2-001",                                     1725.91, 5.4,   1640,   3   },
    };
    for (const auto& row : rows) {
      CAPTURE(row.source);
      CHECK(std::fabs(base(row.level, percent{row.growth}) - row.base) < row.tolerance);
    }
    // The base of two years back: level / (1 + g) / (1 + g before).
    const auto back = [](double level, double now, double before) {
      return base(base(level, percent{now}), percent{before});
    };
    CHECK(std::fabs(back(39872, 2.8, 2.0) - 38025) < 1);  // da-ch2-003, coal
    CHECK(std::fabs(back(361.78, 5.9, 5.7) - 320) < 5);   // huatu.com/2022/0209/2472415.html
    // Wages: m.ikeluosi.com/html/xczl/zl/202411/50_98822.html
    CHECK(std::fabs(back(59628.1, 10.9, 5.1) - 51158.37) < 0.01);
    // Multiples and differences of bases.
    CHECK(base(12625.0, percent{28.5}) / base(2527.0, percent{27.9}) ==
          doctest::Approx(4.97).epsilon(1e-3));  // ask.mofangge.com/ask/2023/0602/272248.html
    CHECK(std::fabs(base(0.67, percent{12.6}) - base(0.52, percent{10.3}) - 0.13) < 0.01);
  }
  TEST_CASE("increments that were published with their level and growth") {
    // Crude oil imports, 10963 万吨, up 12.5%.
    CHECK(std::fabs(formulas::increment(10963.0, percent{12.5}) - 1218) < 0.5);
    CHECK(formulas::increment(10963_p, 12.5_pct).contains(1218.111));
    // Coal use, 28.3 亿吨 up 0.6%, is 15.7% of what all energy added: 1.1.
    CHECK(std::fabs(formulas::increment(28.3, percent{0.6}) / 0.157 - 1.1) < 0.05);
  }
  // 国家统计局, April 2010, on the profits of power: 增长 5.5 倍, and 17.75 倍 once a loss is
  // left out of both years.
  TEST_CASE("growth by multiples is growth by hundreds of percent") {
    CHECK(growth_rate(156.4, 24.17).value() / 100 == doctest::Approx(5.5).epsilon(0.01));
    CHECK(growth_rate(156.4 - 18.4, 24.17 - 16.81).value() / 100 ==
          doctest::Approx(17.75).epsilon(1e-3));
    // 国家统计局 on profits in 2021: up 5.85 times (oil and gas), 2.24, 2.13 and 1.16 times.
    for (const double times : {5.85, 2.24, 2.13, 1.16})
      CHECK(level(1.0, percent{100 * times}) == doctest::Approx(times + 1));
  }

  // Laws, on exact rationals.
  TEST_CASE("level, base, growth and increment undo each other") {
    for (const char* x : {"1/7", "172.8", "2799.7", "1"}) {
      const mpq_class now = std::string{x}.find('.') == std::string::npos
                                ? exactly(x)
                                : exact::value(read_decimal(x));
      for (int g = -99; g <= 300; g += 7) {
        const percent growth{mpq_class{g}};
        const mpq_class before = base(now, growth);
        CHECK(level(before, growth) == now);
        CHECK(growth_rate(now, before).value() == g);
        CHECK(before + formulas::increment(now, growth) == now);
      }
    }
  }
  TEST_CASE("bounds of the base lead back to bounds around the level") {
    const bounds before = base(172.8_p, 1.1_pct);
    CHECK(level(before, 1.1_pct).contains(rounding_interval(172.8_p)));
    CHECK(growth_rate(172.8_p, before).value().contains(rounding_interval(1.1_p)));
    static_assert(base(110.0, percent{10.0}) > 99.9);
    static_assert(base(bounds{110}, percent{bounds{10}}).contains(100));
  }
  TEST_CASE("the wider the rounding, the wider the base") {
    CHECK(base(173_p, 1_pct).contains(base(172.8_p, 1.1_pct)));
    CHECK(base(172.8_p, 1.1_pct).contains(base(172.80_p, 1.10_pct)));
  }
  TEST_CASE("a base that reaches down to zero leaves growth open above") {
    const bounds open = growth_rate(bounds{1, 2}, bounds{0, 1}).value();
    CHECK(open.lo() == 0);
    CHECK(open.hi() == detail::infinity);
    CHECK(growth_rate(bounds{1, 2}, bounds{-1, 1}).value() == open);
    CHECK(base(
              bounds{
                  1
    },
              percent{bounds{-101, 0}}) == bounds::at_least(1));
    CHECK(base(
              bounds{
                  1
    },
              percent{bounds{-100, 0}}) == bounds::at_least(1));
  }

  // Refusals.
  TEST_CASE("growth has no meaning on a base that is not above zero") {
    const char* message = "growth has no meaning on a base that is zero or negative";
    CHECK_THROWS_WITH_AS(growth_rate(5.0, 0.0), message, error);
    CHECK_THROWS_WITH_AS(growth_rate(5.0, -1.0), message, error);
    CHECK_THROWS_WITH_AS(growth_rate(5.0, detail::not_a_number), message, error);
    CHECK_THROWS_WITH_AS(growth_rate(5_p, 0.0_p), message, error);
    CHECK_THROWS_WITH_AS(growth_rate(bounds{5}, bounds{-2, 0}), message, error);
    CHECK_THROWS_WITH_AS(growth_rate(mpq_class{5}, mpq_class{-1}), message, error);
    CHECK(growth_rate(bounds{5}, bounds::empty()).value().is_empty());
  }
  TEST_CASE("a level above zero did not fall by more than all, and one below zero did") {
    const char* message =
        "this level and this growth would need a base below zero, on which growth has no meaning: "
        "look at their signs, or take the levels of both periods";
    CHECK(base(-10.0, percent{-120.0}) == doctest::Approx(50));  // 由盈转亏
    CHECK(formulas::increment(-10.0, percent{-120.0}) == doctest::Approx(-60));
    CHECK(formulas::increment(-(10_p), -(120_pct)).contains(-60));
    CHECK_THROWS_WITH_AS(formulas::increment(50.0, percent{-120.0}), message, error);
    CHECK_THROWS_WITH_AS(formulas::increment(-5.0, percent{10.0}), message, error);
    CHECK_THROWS_WITH_AS(formulas::increment(50_p, -(120_pct)), message, error);
    CHECK_THROWS_WITH_AS(base(
                             bounds{
                                 4, 5
    },
                             percent{bounds{-121, -120}}),
                         message, error);
    CHECK(formulas::increment(bounds{4, 5}, percent{bounds::empty()}).is_empty());
  }
  TEST_CASE("a fall by all does not tell the base, however it is printed") {
    const char* message = "a fall by 100% does not determine what the base was";
    CHECK_THROWS_WITH_AS(base(5.0, percent{-100.0}), message, error);
    CHECK_THROWS_WITH_AS(base(5_p, -(100_pct)), message, error);
    CHECK_THROWS_WITH_AS(base(5_p, -(100.0_pct)), message, error);
    CHECK_THROWS_WITH_AS(formulas::increment(mpq_class{5}, percent{mpq_class{-100}}), message, error);
  }
}
