#include "kebi/formula/share.hpp"

#include "printed.hpp"
#include "known.hpp"

using namespace kebi;
using namespace kebi::formulas;
using namespace kebi::literals;

namespace {
percent<double> pct(double value) { return percent{value}; }
}  // namespace

TEST_CASE("shares and their changes agree with published figures") {
  test::is("level-share-2021-gdp", share(83086.0, 1143670.0).value(), 7.3, 0.05,
           "国家统计局 2021年统计公报");
  test::is("level-share-2021-gdp", share(450904.0, 1143670.0).value(), 39.4, 0.05,
           "国家统计局 2021年统计公报");
  test::is("level-share-2021-gdp", share(609680.0, 1143670.0).value(), 53.3, 0.05,
           "国家统计局 2021年统计公报");
  test::is("leverage-2023", share(95.57, 167.36).value(), 57.1, 0.05,
           "国家统计局 2023年工业企业利润 (按可比口径)");
  test::is("leverage-2023", share_change(share(95.57, 167.36), pct(5.9), pct(6.0)).value, -0.1,
           0.06, "国家统计局 2023年工业企业利润 (按可比口径)");
  test::is("margin-2023-level", share(76858.3, 133.44e4).value(), 5.76, 0.005,
           "国家统计局 2023年工业企业利润, 亿元 and 万亿元");
  test::is("margin-2022m10", share_change(pct(6.24), pct(-3.0), pct(7.6)).value, -0.68, 0.011,
           "国家统计局 2022年1—10月工业企业利润 (按可比口径)");
  test::is("margin-2022", share_change(pct(6.09), pct(-4.0), pct(5.9)).value, -0.64, 0.015,
           "国家统计局 2022年统计公报");
  test::is("margin-2023", share_change(pct(5.76), pct(-2.3), pct(1.1)).value, -0.2, 0.01,
           "国家统计局 2023年工业企业利润 (按可比口径)");
  test::is("share-equip-profit-2022", share_change(pct(34.3), pct(1.7), pct(-4.0)).value, 2.0, 0.1,
           "国家统计局 2022年工业利润 (装备制造业)");
  test::is("share-soe-2015", share_change(191354.4, pct(10.7), 369109.1, pct(12.2)).value, -0.7,
           0.05, "2015年3月末国有企业所有者权益, ssrtes.com/html/xczl/zl/202204/50_494054.html");
  test::is("seed-emerging-share-inconsistent", share_change(pct(11.4), pct(5.7), pct(-3.0)).value,
           0.938, 0.001, test::jiading);
  test::is("q-base-multiple", base_multiple(12625.0, pct(28.5), 2527.0, pct(27.9)), 4.97, 0.01,
           "ask.mofangge.com/ask/2023/0602/272248.html");
  test::is("seed-fai-progress", share(152.7, 300.0).value(), 50.9, 1e-6, test::jiading);
  test::is("seed-projects-investment", share(45.0, 88.0).value(), 51.136, 0.001, test::jiading);
  test::is("seed-water-progress", share(363.0, 480.0).value(), 75.625, 1e-6, test::jiading);
  test::is("seed-unemployment-cap", share(4872.0, 5650.0).value(), 86.23, 0.01, test::jiading);
  test::is("seed-revenue-forecast-h2", share(172.8, 270.0).value(), 64.0, 1e-6, test::jiading);
}

TEST_CASE("a share rises where the part outgrows the whole") {
  // 2019上半年事业单位联考A类第87题, gz.huatu.com/2020/1021/1583278.html
  CHECK(share_change(40_pct, 13.4_pct, 12.9_pct).value.lo() > 0);  // share-sign-airport-passenger
  CHECK(share_change(40_pct, 2.7_pct, 7.1_pct).value.hi() < 0);    // share-sign-airport-cargo
  CHECK(share_change(40_pct, 11.3_pct, 10.9_pct).value.lo() > 0);  // share-sign-airport-flights
}

TEST_CASE("the change of 新兴产业's share is sharp and contradicts the printed 1.4") {
  const auto change = share_change(11.4_pct, 5.7_pct, percent{bounds{-3.05, -2.95}});
  CHECK(change.value.lo() == doctest::Approx(0.9234).epsilon(0.001));
  CHECK(change.value.hi() == doctest::Approx(0.9533).epsilon(0.001));
  // The city's growth is known through the lead of 8.7 points only, and that is wider.
  const auto wider = share_change(11.4_pct, 5.7_pct, percent{bounds{-3.1, -2.9}});
  CHECK(wider.value.contains(change.value));
  CHECK((wider.value & rounding_interval(1.4_p)).is_empty());
}

TEST_CASE("the bounds of a share change are the extremes over all corners, found exactly") {
  test::sequence next{7};
  for (int round = 0; round < 300; ++round) {
    const decimal s{1 + next.below(999), 1}, a{next.below(800) - 300, 1},
        b{next.below(800) - 300, 1};
    CAPTURE(to_string(s));
    CAPTURE(to_string(a));
    CAPTURE(to_string(b));
    mpq_class lo = 1'000'000, hi = -1'000'000;
    for (int corner = 0; corner < 8; ++corner) {
      const auto end = [corner](decimal x, int bit) {
        return test::exact(x, (corner >> bit & 1) != 0 ? 1 : -1);
      };
      const mpq_class value = formula::ratio_change{}(end(s, 0), end(a, 1), end(b, 2));
      if (value < lo) lo = value;
      if (value > hi) hi = value;
    }
    CHECK(test::holds_sharply(share_change(percent{s}, percent{a}, percent{b}).value, lo, hi, 2));
  }
}

TEST_CASE("today's share less its change is the share of a year before") {
  for (double s = 5; s < 100; s += 19)
    for (double a = -50; a < 90; a += 35)
      for (double b = -50; b < 90; b += 35)
        CHECK((pct(s) - share_change(pct(s), pct(a), pct(b))).value() ==
              doctest::Approx(base_share(pct(s), pct(a), pct(b)).value()));
}

TEST_CASE("a share change of levels is the one of their growths where the footing held") {
  const auto by_levels = share_change_of_levels(30.0, 100.0, 20.0, 80.0);
  const auto by_growth = share_change(30.0, pct(50), 100.0, pct(25));
  CHECK(by_levels.value == doctest::Approx(5));
  CHECK(by_growth.value == doctest::Approx(5));
}

TEST_CASE("nothing has a share of zero") {
  CHECK_THROWS_WITH_AS(share(1.0, 0.0), "nothing can be divided by a whole of zero", error);
  CHECK_THROWS_AS(share_change(pct(10), pct(-100), pct(3)), error);
  CHECK_THROWS_AS(share(1.0, bounds{0}), error);
}
