#include "kebi/period/growth.hpp"

#include "exact.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

growth<> yearly(int from, int to, double rate) {
  return {year_of(from), year_of(to), percent{rate}};
}
growth<decimal> yearly(int from, int to, percent<decimal> rate) {
  return {year_of(from), year_of(to), rate};
}

}  // namespace

TEST_SUITE("growth") {
  TEST_CASE("two years of growth chain to what was published") {
    const struct {
      const char* source;
      percent<decimal> first, second;
      double both, tolerance;
    } rows[] = {
  // 国家统计局 2021-04-16: GDP of the first quarter, on that of 2019.
        {"sxcfcp.com/show-2-5681-1.html",                        -(6.8_pct),  18.3_pct,   10.3,  0.06 },
 // Civil service examination questions, with their answers.
        {"huatu.com/2022/0209/2472415.html",                     -(1.0_pct),  5.3_pct,    4.2,   0.06 },
        {"gsgwyw.com/xingce/18343.html",                         7.2_pct,     5.9_pct,    13.52, 0.006},
        {"gsgwyw.com/xingce/18237.html",                         2.93_pct,    4.68_pct,   7.76,  0.02 },
        {"tocatchathrift.com/html/xczl/zl/202101/50_59608.html", 6.6_pct,     8.5_pct,    15.7,  0.06 },
        {"m.ikeluosi.com/html/xczl/zl/202411/50_98822.html",     9.1_pct,     6.4_pct,    16.08, 0.01 },
 // Cotton on the Changjiang in 2016: area and yield make the output.
        {"da-ch2-009",                                           -(19.8_pct), -(5.9_pct), -24.6, 0.11 },
    };
    for (const auto& row : rows) {
      CAPTURE(row.source);
      const auto plain = chain(yearly(2019, 2020, row.first.value().value()),
                               yearly(2020, 2021, row.second.value().value()));
      CHECK(std::fabs(plain.rate.value() - row.both) < row.tolerance);
      const auto printed = chain(yearly(2019, 2020, row.first), yearly(2020, 2021, row.second));
      CHECK(printed.rate.value().contains(plain.rate.value()));
      CHECK(printed.from == year_of(2019));
      CHECK(printed.to == year_of(2021));
    }
  }
  // 国家统计局, releases of 15 March and 15 July 2021: growth on 2019 and 两年平均.
  TEST_CASE("two-year averages agree with what the bureau published") {
    const struct {
      const char* indicator;
      percent<decimal> since_2019;
      double average;
    } rows[] = {
        {"社会消费品零售总额 1-2月", 6.4_pct,  3.2},
        {"固定资产投资 1-2月",          3.5_pct,  1.7},
        {"固定资产投资 1-6月",          9.1_pct,  4.4},
        {"国内生产总值 一季度",       10.3_pct, 5.0},
    };
    for (const auto& row : rows) {
      CAPTURE(row.indicator);
      const auto found = average(yearly(2019, 2021, row.since_2019.value().value()), 2);
      CHECK(std::fabs(found.rate.value() - row.average) < 0.06);
      // What the rounding leaves possible meets the rounding of what was printed.
      const bounds within = average(yearly(2019, 2021, row.since_2019), 2).rate.value();
      const bounds printed{row.average - 0.05, row.average + 0.05};
      CHECK_FALSE((within & printed).is_empty());
    }
  }
  TEST_CASE("yearly averages agree with published ones, by steps") {
    const struct {
      const char* source;
      double first, last;
      int steps;
      double average;
    } rows[] = {
        {"offcn.com/sydw/2021/0702/662380.html",          17.54, 30.7,   5, 11.85},
        {"zhangjiakou.offcn.com/html/2020/03/36920.html", 61330, 117210, 4, 17.58},
    };
    for (const auto& row : rows) {
      CAPTURE(row.source);
      const growth whole{year_of(2010), year_of(2010 + row.steps),
                         growth_rate(row.last, row.first)};
      CHECK(std::fabs(average(whole, row.steps).rate.value() - row.average) < 0.01);
    }
  }
  // 江苏省考 counts 2015 as the base of 2016-2020, other examinations 2016: so steps are said.
  TEST_CASE("from 2015 to 2020 there are five steps, from 2016 four") {
    CHECK(average(yearly(2015, 2020, 61.051), 5).rate.value() == doctest::Approx(10));
    CHECK(average(yearly(2016, 2020, 46.41), 4).rate.value() == doctest::Approx(10));
  }
  // Bureau of Economic Analysis, guide to the NIPA tables.
  TEST_CASE("5% in a quarter is 21.6% a year") {
    const growth quarter{quarter_of(2018, 4), quarter_of(2019, 1), growth_rate(105.0, 100.0)};
    CHECK(annualise(quarter).rate.value() == doctest::Approx(21.550625));
    const auto found = annualise(growth{quarter.from, quarter.to, 5.0_pct}).rate.value();
    CHECK(found.contains(21.550625));
    CHECK(found.contains(21.6));
  }

  // Laws.
  TEST_CASE("a growth and its inverse are no growth, exactly") {
    for (int p = -99; p <= 300; ++p) {
      const growth there{year_of(2019), year_of(2020), percent{mpq_class{p}}};
      const auto both = chain(there, inverse(there));
      CHECK(both.rate.value() == 0);
      CHECK(both.from == both.to);
    }
  }
  TEST_CASE("the inverse of the inverse is the growth itself") {
    const growth there{year_of(2019), year_of(2020), percent{mpq_class{52, 9}}};
    CHECK(inverse(inverse(there)) == there);
    static_assert(inverse(growth<>{year_of(2019), year_of(2020), percent{100.0}}) ==
                  growth<>{year_of(2020), year_of(2019), percent{-50.0}});
    CHECK(inverse(yearly(2019, 2020, 25.0_pct)).rate.value().contains(-20));
  }
  TEST_CASE("rates from levels chain back to the levels' own ratio") {
    const mpq_class level[] = {100, 104, 98, 103};
    std::vector<growth<mpq_class>> links;
    for (int i = 1; i < 4; ++i)
      links.push_back({year_of(2019 + i), year_of(2020 + i), growth_rate(level[i], level[i - 1])});
    CHECK(chain(std::span<const growth<mpq_class>>{links}).rate.value() == 3);
  }
  TEST_CASE("links may be chained in any grouping") {
    const growth<mpq_class> a{year_of(2016), year_of(2017), percent{mpq_class{7}}};
    const growth<mpq_class> b{year_of(2017), year_of(2018), percent{mpq_class{-3}}};
    const growth<mpq_class> c{year_of(2018), year_of(2019), percent{mpq_class{11, 2}}};
    CHECK(chain(chain(a, b), c) == chain(a, chain(b, c)));
  }
  TEST_CASE("averages chained again make the whole") {
    for (int steps = 1; steps <= 6; ++steps)
      for (int p = -90; p <= 200; p += 10) {
        const auto each = average(yearly(2010, 2010 + steps, p), steps);
        double factor = 1;
        for (int i = 0; i < steps; ++i) factor *= 1 + each.rate.value() / 100;
        CHECK((factor - 1) * 100 == doctest::Approx(p).epsilon(1e-9));
        CHECK(each.from == year_of(2010));
        CHECK(each.to == year_of(2010 + steps));
      }
  }
  TEST_CASE("a year's growth is annual already, and two years' is averaged") {
    CHECK(annualise(yearly(2019, 2020, 5.2)).rate.value() == doctest::Approx(5.2));
    CHECK(annualise(yearly(2019, 2021, 21.0)).rate.value() == doctest::Approx(10));
    CHECK(annualise(growth{month_of(2019, 1), month_of(2019, 2), percent{1.0}}).rate.value() ==
          doctest::Approx(12.682503));
    CHECK(annualise(growth{half_of(2019, 1), half_of(2019, 2), percent{10.0}}).rate.value() ==
          doctest::Approx(21));
    CHECK(annualise(growth{month_of(2019, 1), month_of(2019, 9), percent{8.0}}).rate.value() ==
          doctest::Approx((std::pow(1.08, 1.5) - 1) * 100));
  }
  TEST_CASE("a fall to nothing ends a chain at nothing") {
    CHECK(chain(yearly(2018, 2019, 50.0), yearly(2019, 2020, -100.0)).rate.value() == -100);
    CHECK_THROWS_WITH_AS(
        chain(yearly(2018, 2019, -100.0), yearly(2019, 2020, 50.0)),
        "a fall by 100% leaves nothing that the growth after it could start from: end the chain "
        "there, or begin after it",
        error);
    CHECK(average(yearly(2018, 2020, -100.0), 2).rate.value() == -100);
    const growth<bounds> from_nothing{year_of(2018), year_of(2020), percent{bounds{-100, 21}}};
    const bounds found = average(from_nothing, 2).rate.value();
    CHECK(found.lo() == -100);
    CHECK(found.contains(10));
  }
  TEST_CASE("a fall that is printed -100.0 did not go below all, however it was rounded") {
    const bounds mean = average(yearly(2018, 2020, -(100.0_pct)), 2).rate.value();
    CHECK(mean.lo() == -100);
    CHECK(mean.contains(-100 + 100 * std::sqrt(0.0005)));
    CHECK(mean.hi() < -97.7);
    // Two factors below zero would make one above it.
    const bounds both =
        chain(yearly(2018, 2019, -(100.0_pct)), yearly(2019, 2020, -(100.0_pct))).rate.value();
    CHECK(both.lo() == -100);
    CHECK(both.hi() < -99.99997);
    CHECK(annualise(yearly(2018, 2020, -(100.0_pct))).rate.value().lo() == -100);
  }

  // Refusals.
  TEST_CASE("links with a gap between them are refused by name") {
    const growth<> first{quarter_of(2022, 1), quarter_of(2023, 1), percent{5.0}};
    const growth<> second{quarter_of(2023, 2), quarter_of(2024, 2), percent{5.0}};
    CHECK_THROWS_WITH_AS(chain(first, second),
                         "cannot chain: a link starts at 2023Q2, the one before it ends at 2023Q1",
                         error);
    CHECK_THROWS_WITH_AS(chain(std::span<const growth<>>{}), "cannot chain: there are no links",
                         error);
  }
  TEST_CASE("a level that changed its sign has no growth to work with") {
    const char* message =
        "a growth below -100% is a turn from profit to loss (由盈转亏), and no rate to multiply: "
        "take the levels of both periods";
    CHECK_THROWS_WITH_AS(average(yearly(2018, 2020, -120.0), 2), message, error);
    CHECK_THROWS_WITH_AS(average(yearly(2018, 2020, -(120.0_pct)), 2), message, error);
    CHECK_THROWS_AS(chain(yearly(2018, 2019, 5.0), yearly(2019, 2020, -100.5)), error);
    CHECK_THROWS_AS(annualise(yearly(2018, 2020, -101.0)), error);
    CHECK_THROWS_WITH_AS(inverse(yearly(2018, 2019, -120.0)), message, error);
    CHECK_THROWS_WITH_AS(average(yearly(2018, 2020, detail::not_a_number), 2),
                         "growth is a number: found nan. Leave out what is absent", error);
  }
  TEST_CASE("averages need a step, and a year's pace needs time to pass") {
    CHECK_THROWS_WITH_AS(average(yearly(2018, 2020, 5.0), 0),
                         "cannot average over 0 steps: at least one is needed", error);
    CHECK_THROWS_AS(average(yearly(2018, 2020, 5.0), -2), error);
    CHECK_THROWS_WITH_AS(annualise(yearly(2020, 2020, 5.0)),
                         "cannot annualise: 2020 does not lie after 2020", error);
    CHECK_THROWS_AS(annualise(yearly(2020, 2019, 5.0)), error);
  }
  TEST_CASE("a fall by all cannot be taken back") {
    CHECK_THROWS_AS(inverse(yearly(2018, 2019, -100.0)), error);
    CHECK_THROWS_AS(inverse(yearly(2018, 2019, -(100.0_pct))), error);
    const growth<bounds> to_nothing{year_of(2018), year_of(2019), percent{bounds{-101, -100}}};
    CHECK_THROWS_WITH_AS(inverse(to_nothing), "a fall by 100% does not determine what the base was",
                         error);
  }
  template <class A, class B>
  concept Adds = requires(A a, B b) {
    a + b;
  };
  static_assert(!Adds<growth<>, growth<>>);  // they chain
  static_assert(!Adds<growth<>, points<>>);
}
