#include "kebi/formula/carry_over.hpp"

#include <vector>

#include "kebi/formula/comparable_base.hpp"
#include "kebi/formula/compound.hpp"
#include "kebi/formula/increment.hpp"
#include "printed.hpp"
#include "known.hpp"

using namespace kebi;
using namespace kebi::formulas;
using namespace kebi::literals;

namespace {
percent<double> pct(double value) { return percent{value}; }

double average_growth(double first, double last, int steps) {
  return average(growth<double>{year_of(2000), year_of(2000 + steps), growth_rate(last, first)},
                 steps)
      .rate.value();
}
double two_years(double first, double second) {
  return growth_of_product(pct(first), pct(second)).value();
}
}  // namespace

TEST_CASE("carry-over and new prices make the yearly rate as published") {
  using test::is;
  is("carryover-def-2009", new_price(pct(2.0), pct(0.5)).value, 1.5, 0.001,
     "国家统计局统计知识 什么是新涨价因素");
  is("carryover-def-2009", share(new_price(pct(2.0), pct(0.5)).value, 2.0).value(), 75, 0.001,
     "国家统计局统计知识 什么是新涨价因素");
  is("carryover-2018m11", year_over_year(pct(0.3), points{1.9}).value(), 2.2, 0.051,
     "国家统计局 解读2018年11月CPI");
  is("carryover-2022m07", year_over_year(pct(0.9), points{1.8}).value(), 2.7, 0.051,
     "国家统计局 解读2022年7月CPI");
  is("carryover-2023m01", year_over_year(pct(1.3), points{0.8}).value(), 2.1, 0.051,
     "国家统计局 解读2023年1月CPI");
}

TEST_CASE("growth over intervals and on average agrees with published figures") {
  const auto annual = annualise(growth<double>{quarter_of(2000, 1), quarter_of(2000, 2), pct(5)});
  using test::is;
  is("nbs2y-retail-2021m02", average_growth(100, 106.4, 2), 3.2, 0.06,
     "国家统计局 2021-03-15, 1—2月份社会消费品零售总额");
  is("nbs2y-fai-2021m02", average_growth(100, 103.5, 2), 1.7, 0.06,
     "国家统计局 2021年1—2月国民经济运行情况");
  is("nbs2y-fai-2021m06", average_growth(100, 109.1, 2), 4.4, 0.06,
     "国家统计局 2021年1—6月固定资产投资");
  is("nbs2y-gdp-2021q1-chain", two_years(18.3, -6.8), 10.3, 0.06,
     "国家统计局 2021年一季度国民经济运行情况");
  is("qna-annualised", annual.rate.value(), 21.6, 0.06, "BEA Guide to NIPA tables");
  is("q-interval-crude", two_years(5.3, -1.0), 4.2, 0.06, "huatu.com/2022/0209/2472415.html 例1");
  is("q-interval-base-agri", base(base(361.78, pct(5.9)), pct(5.9) - points{0.2}), 320, 5,
     "huatu.com/2022/0209/2472415.html 例2");
  is("q-interval-5.9-7.2", two_years(5.9, (pct(5.9) - points{-1.3}).value()), 13.52, 0.006,
     "gsgwyw.com/xingce/18343.html");
  is("q-interval-mom", two_years(4.68, 2.93), 7.76, 0.02, "gsgwyw.com/xingce/18237.html");
  is("q-interval-power-2018", two_years(8.5, (pct(8.5) - points{1.9}).value()), 15.7, 0.06,
     "tocatchathrift.com/html/xczl/zl/202101/50_59608.html");
  is("q-interval-wages", two_years(6.4, 9.1), 16.08, 0.01,
     "m.ikeluosi.com/html/xczl/zl/202411/50_98822.html");
  is("q-interval-wages", base(base(59628.1, pct(10.9)), pct(5.1)), 51158, 1,
     "m.ikeluosi.com/html/xczl/zl/202411/50_98822.html");
  is("q-average-increment-income", average_increment(14006.0, 22275.0, 4), 2067, 0.5,
     "m.xjgwyw.org/2022/1109/20021.html");
  is("q-cagr-veg", average_growth(17.54, 30.7, 5), 11.85, 0.01,
     "offcn.com/sydw/2021/0702/662380.html");
  is("q-cagr-fiscal", average_growth(61330, 117210, 4), 17.58, 0.01,
     "zhangjiakou.offcn.com/html/2020/03/36920.html");
  is("q-cagr-fiscal", average_increment(61330.0, 117210.0, 4), 13970, 0.01,
     "zhangjiakou.offcn.com/html/2020/03/36920.html");
  is("q-base-coal", base(base(39872.0, pct(2.8)), pct(2.0)), 38025, 1, "公务员考试资料分析题库");
  is("q-base-mom-ad", base(0.67, pct(12.6)) - base(0.52, pct(10.3)), 0.13, 0.01,
     "7ozkvabd.cn/html/xczl/qt/201506/59_24811.html");
  is("sched-zhaotong-2018h1-growth", growth_rate(38.3, 38.3 - 6.5).value(), 20.4, 0.06,
     "zhaotong.yunnan.cn/system/2018/08/27/030054108.shtml");
  is("base-profit-81", base(0.2, pct(-81.3)), 1.0695, 0.001,
     "2018年1-5月文创 (软件业), ikeluosi.com/html/xczl/zl/201910/50_51278.html");
  is("q-base-xinjiang", base(203.4, pct(78.9)), 114, 0.5, "公务员考试资料分析题库");
  is("q-base-software", base(1725.91, pct(5.4)), 1640, 3, "公务员考试资料分析题库");
  is("seed-emerging-city-growth", (pct(5.7) - points{8.7}).value(), -3.0, 1e-9, test::jiading);
}

TEST_CASE("增长 x 倍 is a growth of 100 x percent, to x + 1 times the base") {
  // 国家统计局 2021年工业企业利润: times-oilgas, times-refining, times-coal, times-nonferrous
  for (const auto& [times, growth, ratio] : {
           std::array{5.85, 585.0, 6.85},
           {2.24, 224.0, 3.24},
           {2.13, 213.0, 3.13},
           {1.16, 116.0, 2.16}
  }) {
    CHECK(growth_rate(1 + times, 1.0).value() == doctest::Approx(growth));
    CHECK(level(1.0, pct(growth)) == doctest::Approx(ratio));
  }
}

TEST_CASE("the step count is the caller's: 2016 to 2020 is four steps, a five-year plan five") {
  // q-cagr-convention-jiangsu, yflching.cn/2021/0531/2206335.html
  CHECK(year_of(2020).year() - year_of(2016).year() == 4);
  CHECK(average_growth(100, 146.41, 4) == doctest::Approx(10));
  CHECK(average_growth(100, 161.051, 5) == doctest::Approx(10));
}

TEST_CASE("counts are whole: one base of PM2.5, a range of communities") {
  // seed-pm25-integer: 43 微克, 下降 12.2%
  const bounds micrograms = base(
      bounds{
          43
  },
      percent{decimal{-122, 1}});
  CHECK(std::ceil(micrograms.lo()) == 49);
  CHECK(std::floor(micrograms.hi()) == 49);
  // seed-communities-40pct: 334 are 40%
  const bounds communities = evaluate(formula::share{}, bounds{334}, 40_p);
  CHECK(std::ceil(communities.lo()) == 825);
  CHECK(std::floor(communities.hi()) == 845);
}

TEST_CASE("printed amounts subtract and add to the digit") {
  CHECK(difference(300_p, 152.7_p) == 147.3_p);       // seed-fai-progress
  CHECK(difference(5650_p, 4872_p) == 778_p);         // seed-unemployment-cap
  CHECK(difference(270_p, 172.8_p) == 97.2_p);        // seed-revenue-forecast-h2
  CHECK(difference(80_p, 48.2_p) == 31.8_p);          // seed-industrial-investment-remainder
  CHECK(difference(48.2_p, 39.7_p) == 8.5_p);         // seed-industrial-inv-nontech
  CHECK(difference(562.0_p, 239.0_p) == 323.0_p);     // seed-emerging-rest
  CHECK(difference(4809.3_p, 1122.0_p) == 3687.3_p);  // ytd-deriv-catering-2012
  CHECK(difference(532167_p, 249310_p) == 282857_p);  // ytd-gdp-2021q2
  CHECK(difference(difference(difference(difference(30_p, 4_p), 1_p), 22_p), 3_p) ==
        0_p);                                                               // seed-projects-count
  CHECK(difference(difference(167.36_p, 95.57_p), 71.79_p).digits() == 0);  // leverage-2023
}

TEST_CASE("revision factors tell a recut base from rounding") {
  struct row {
    const char* id;
    decimal level, growth, published;
    double factor;
    const char* source;
  };
  const row rows[] = {
      {"scope-profit-2022", 84039_p,   decimal{-40, 1}, 87092.1_p, 1.00515,
       "国家统计局 2022年统计公报"                                                                           },
      {"scope-profit-2023", 76858.3_p, decimal{-23, 1}, 84039_p,   0.93609,
       "国家统计局 2023年工业企业利润"                                                                     },
      {"scope-fai-2025m07", 288229_p,  1.6_p,           287611_p,  0.98637,
       "国家统计局 2025年1—7月固定资产投资"                                                             },
      {"scope-mining-2022", 15574_p,   48.6_p,          10391_p,   1.00861, "国家统计局 2022年工业企业利润"},
  };
  for (const row& r : rows) {
    CAPTURE(r.id);
    const bounds factor = revision_factor(r.level, percent{r.growth}, r.published);
    CHECK(revision_factor(r.level.value(), pct(r.growth.value()), r.published.value()) ==
          doctest::Approx(r.factor).epsilon(1e-5));
    CHECK(factor.contains(r.factor));
    CHECK(is_scope_break(factor));
  }
  CHECK_FALSE(is_scope_break(revision_factor(105.0_p, 5.0_pct, 100.0_p)));
}

TEST_CASE("carry-over is the chain of last year's rates after the month") {
  std::vector<percent<double>> flat(12, pct(0));
  flat[11] = pct(1);
  const std::span<const percent<double>> rates{flat};
  CHECK(carry_over(rates, 11).value() == doctest::Approx(1));
  CHECK(carry_over(rates, 12).value() == doctest::Approx(0));
  CHECK(carry_over(rates, 1).value() == doctest::Approx(1));
  CHECK_THROWS_AS(carry_over(rates.first(11), 3), error);
  CHECK_THROWS_AS(carry_over(rates, 13), error);
}

TEST_CASE("a chain of printed monthly rates is sharp, and wide") {
  const std::vector<percent<decimal>> months(12, percent{
                                                     decimal{2, 1}
  });
  const bounds year = chained_growth(std::span<const percent<decimal>>{months}).value();
  mpq_class lo = 1, hi = 1;
  for (int k = 0; k < 12; ++k) {
    lo *= 1 + test::exact(decimal{2, 1}, -1) / 100;
    hi *= 1 + test::exact(decimal{2, 1}, 1) / 100;
  }
  lo = (lo - 1) * 100;
  hi = (hi - 1) * 100;
  CHECK(test::holds_sharply(year, lo, hi, 2));
  CHECK(width(year) > 1.2);
}

TEST_CASE("the overhang of a year is its last level over its mean") {
  const std::vector<double> steady{100, 100, 100, 100}, rising{100, 102, 104, 106};
  CHECK(overhang(std::span<const double>{steady}).value() == 0);
  CHECK(overhang(std::span<const double>{rising}).value() ==
        doctest::Approx((106 / 103.0 - 1) * 100));
  const std::vector<decimal> printed{100.0_p, 102.0_p, 104.0_p, 106.0_p};
  const bounds found = overhang(std::span<const decimal>{printed}).value();
  const mpq_class lo = (mpq_class{10595, 100} * 4 / mpq_class{41210, 100} - 1) * 100,
                  hi = (mpq_class{10605, 100} * 4 / mpq_class{41190, 100} - 1) * 100;
  CHECK(test::holds_sharply(found, lo, hi, 2));
  const std::vector<double> zero{0, 1};
  CHECK_THROWS_AS(overhang(std::span<const double>{zero}), error);
}

TEST_CASE("growth over two years and its average keep sharp bounds, and stop at a fall to nothing") {
  CHECK(interval_growth(pct(18.3), pct(-6.8)).value() == doctest::Approx(10.2556));
  const bounds over = interval_growth(18.3_pct, percent{read_decimal("-6.8")}).value();
  CHECK(over.contains(10.2556));
  CHECK(over == chained_growth(std::span<const percent<decimal>>{std::vector{percent{read_decimal("-6.8")}, percent{18.3_p}}}).value());
  const bounds pace = two_year_average(18.3_pct, percent{read_decimal("-6.8")}).value();
  CHECK(pace.contains(two_year_average(pct(18.3), pct(-6.8)).value()));
  CHECK(width(pace) < width(over));
  CHECK_THROWS_AS(interval_growth(pct(5), pct(-100)), error);
  CHECK_THROWS_AS(two_year_average(pct(-101), pct(5)), error);
}
