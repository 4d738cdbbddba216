#include "kebi/formula/composition.hpp"

#include <vector>

#include "printed.hpp"
#include "known.hpp"

using namespace kebi;
using namespace kebi::formulas;
using namespace kebi::literals;

namespace {

percent<double> pct(double value) { return percent{value}; }

struct part {
  const char *level, *growth;
};

std::vector<component<decimal>> printed(const std::vector<part>& parts) {
  std::vector<component<decimal>> all;
  for (const part& each : parts)
    all.push_back({read_decimal(each.level), percent{read_decimal(each.growth)}});
  return all;
}

bounds growth_of(const std::vector<component<decimal>>& parts) {
  return growth_of_sum(std::span<const component<decimal>>{parts}).value();
}

}  // namespace

TEST_CASE("the growth of a whole comes out of its parts as published") {
  const auto grows = [](const char* id, const std::vector<part>& of, double whole,
                        double tolerance, const char* growth, const char* source) {
    CAPTURE(id);
    CAPTURE(source);
    const auto parts = printed(of);
    double sum = 0;
    std::vector<component<double>> plain;
    for (const auto& each : parts) {
      sum += each.level.value();
      plain.push_back({each.level.value(), pct(each.growth.value().value())});
    }
    CHECK(std::abs(sum - whole) <= tolerance);
    const double found = growth_of_sum(std::span<const component<double>>{plain}).value();
    const decimal published = read_decimal(growth);
    CHECK(std::abs(found - published.value()) <= 0.09);
    CHECK(growth_of(parts).contains(found));
    // GDP mixes levels at current prices with real growth, which costs some accuracy.
    if (std::string_view{id}.find("gdp") == std::string_view::npos)
      CHECK_FALSE((growth_of(parts) & rounding_interval(published)).is_empty());
  };
  const char* const february = "国家统计局 2021-03-15, 1—2月份社会消费品零售总额";
  const char* const june = "国家统计局 2021-07-15, 6月份社会消费品零售总额";
  const char* const investment = "国家统计局 2021-07-15, 1—6月固定资产投资";
  const char* const profits = "国家统计局 2021年工业企业利润";
  const char* const profits_2023 = "国家统计局 2023年1—5月工业企业利润 (按可比口径)";
  const char* const revenue = "财政部 2007年上半年财政收入, 人民日报 2007-07-24";
  const char* const tianjin = "天津市财政局 2024年上半年";
  const char* const customs = "海关总署 2018, ssrtes.com/html/xczl/zl/201908/50_314904.html";
  const char* const gdp_q1 = "国家统计局 2021年一季度国民经济运行情况";
  const char* const gdp_h1 = "国家统计局 2021年上半年国民经济运行情况";
  const char* const bulletin = "国家统计局 2021年统计公报";
  grows("mix-retail-2021m02-type", {{"62651", "30.7"}, {"7085", "68.9"}},
        69737, 1.01, "33.8", february);
  grows("mix-retail-2021m02-area", {{"60552", "34.9"}, {"9185", "26.7"}},
        69737, 1.01, "33.8", february);
  grows("mix-retail-2021m06-type", {{"33663", "11.2"}, {"3923", "20.2"}},
        37586, 1.01, "12.1", june);
  grows("mix-retail-2021h1-area", {{"184098", "23.3"}, {"27807", "21.4"}},
        211904, 1.01, "23.0", june);
  grows("mix-retail-2021h1-type", {{"190192", "20.6"}, {"21712", "48.6"}},
        211904, 1.01, "23.0", june);
  grows("mix-fai-2021h1", {{"6564", "21.3"}, {"76354", "16.3"}, {"172982", "10.7"}},
        255900, 1.01, "12.6", investment);
  grows("mix-profit-2021", {{"10391", "190.7"}, {"73612", "31.6"}, {"3089", "-41.9"}},
        87092, 1.01, "34.3", profits);
  grows("mix-profit-2023m05", {{"5919.3", "-16.2"}, {"18296.8", "-23.7"}, {"2472.8", "34.8"}},
        26688.9, 1.01, "-18.8", profits_2023);
  grows("mix-fiscal-2007h1", {{"14502.19", "32.6"}, {"11615.65", "28.1"}},
        26117.84, 1.01, "30.6", revenue);
  grows("mix-tianjin-2024h1", {{"865.4", "2.8"}, {"279.0", "18.8"}}, 1144.4, 1.01, "6.3", tianjin);
  grows("mix-tianjin-2024h1-tax", {{"393.9", "8.1"}, {"181.4", "2.1"}, {"47.9", "-16.1"}, {"242.2", "-0.3"}},
        865.4, 0.011, "2.8", tianjin);
  grows("mix-trade-2018", {{"14.09", "12.9"}, {"16.42", "7.1"}}, 30.51, 0.011, "9.7", customs);
  grows("mix-gdp-2021q1", {{"11332", "8.1"}, {"92623", "24.4"}, {"145355", "15.6"}},
        249310, 1.01, "18.3", gdp_q1);
  grows("mix-gdp-2021h1", {{"28402", "7.8"}, {"207154", "14.8"}, {"296611", "11.8"}},
        532167, 1.01, "12.7", gdp_h1);
  grows("mix-gdp-2021", {{"83086", "7.1"}, {"450904", "8.2"}, {"609680", "8.2"}},
        1143670, 1.01, "8.1", bulletin);
}

TEST_CASE("the three industries of 2019 cannot give the investment growth that was published") {
  // 国家统计局 2019年1—7月固定资产投资: 5.7%
  const bounds implied = growth_of(printed({
      {"9784",   "-1.2"},
      {"117749", "3.4" },
      {"221359", "7.0" }
  }));
  CHECK(implied.contains(5.51));
  CHECK((implied & rounding_interval(5.7_p)).is_empty());
}

TEST_CASE("rests, products and quotients grow as published") {
  using test::is;
  const char* const jiading = test::jiading;
  const char* const bank = "公务员考试资料分析题库";
  const char* const bulletin = "国家统计局 2021年统计公报";

  const auto rest = [](double whole, double growth, double part, double part_growth) {
    return growth_of_residual(whole, pct(growth), part, pct(part_growth)).value();
  };
  const auto rest_base = [](double whole, double growth, double part, double part_growth) {
    return residual_base(whole, pct(growth), part, pct(part_growth));
  };
  const char* const logistics = "jxgwy.com.cn/2020/1209/43805.html 例2";
  const char* const tourism = "m.1glr.cn/zige/gongwuyuan/xingzheng/zl/202108/4742926.html";
  const char* const goods = "国家统计局 2018年7月社零, jl.huatu.com/2022/0303/2142955.html";
  is("seed-industrial-inv-nontech", rest_base(48.2, 50.3, 39.7, 73.3), 9.161, 0.001, jiading);
  is("seed-industrial-inv-nontech", rest(48.2, 50.3, 39.7, 73.3), -7.21, 0.01, jiading);
  is("seed-emerging-rest", rest(562.0, 5.7, 239.0, 12.4), 1.23, 0.01, jiading);
  is("seed-indinv-pull-fai", rest(152.7, 1.6, 48.2, 50.3), -11.61, 0.01, jiading);
  is("q-mixed-logistics-h2", rest(213.5, 7.9, 101.5, 8.7), 7.2, 0.06, logistics);
  is("q-mixed-tourism-rural", rest(2.17, 15.8, 1.71, 16.1), 14.8, 0.15, tourism);
  is("ytd-deriv-goods-2018", rest(187951.0, 9.2, 27391.0, 8.7), 9.3, 0.06, goods);
  is("ytd-deriv-gas-2022", rest_base(1896.0, 6.1, 190.0, 2.6), 1601, 1.0, bank);

  const auto product = [](double a, double b) { return growth_of_product(pct(a), pct(b)); };
  is("product-growth-cotton-changjiang-2016", product(-19.8, -5.9).value(), -24.6, 0.11, bank);

  const auto ratio = [](double above, double below) {
    return growth_of_ratio(pct(above), pct(below)).value();
  };
  const char* const capital = "2014外商投资企业户均注册资本, jl.huatu.com/2022/0225/2132703.html";
  const char* const catering = "2016餐饮业单位从业人数, jl.huatu.com/2022/0225/2132703.html";
  const char* const culture =
      "2018年1-5月文创, shenzhenhaoting.com/html/xczl/zl/201910/50_323563.html";
  const char* const profits = "国家统计局 2021年工业企业利润";
  const char* const retail = "国家统计局 2021-07-15, 6月份社会消费品零售总额";
  is("ratio-growth-capital-2014", ratio(23.87, 5.76), 17.0, 0.5, capital);
  is("ratio-growth-catering-2016", ratio(5.7, -8.2), 15.0, 0.5, catering);
  is("ratio-growth-culture-2018", ratio(10.8, -2.4), 13.52, 0.01, culture);
  is("scope-profit-2020-implied", ratio(39.8, 34.3), 4.1, 0.06, profits);
  const double implied = growth_of_ratio(product(5.1, 5.1), pct(8.1)).value();
  is("nbs-implied-2020-gdp-annual", implied, 2.18, 0.01, bulletin);
  const double prices = price_growth(pct(4.9), pct(3.2)).value();
  is("deflator-retail-2y-2021m06", prices, 1.647, 0.001, retail);

  const char* const half_year = "国家统计局 2021年上半年国民经济运行情况";
  const double weight = implied_weight(pct(12.7), pct(18.3), pct(7.9)).value();
  is("ytd-gdp-2021-implied-weight", weight, 46.15, 0.01, half_year);
  const auto required = [](double target) {
    return growth_of_rest(pct(50), pct(-0.9), pct(target)).value();
  };
  is("seed-gva-required-h2", required(6.0), 12.9, 1e-6, jiading);
  is("seed-gva-required-h2", required(6.5), 13.9, 1e-6, jiading);
}

TEST_CASE("the growth of a sum is sharp: no corner of many parts lies outside, some on the edge") {
  test::sequence next{3};
  for (int round = 0; round < 60; ++round) {
    std::vector<component<decimal>> parts;
    for (int k = 0; k < 3; ++k)
      parts.push_back({
          decimal{1 + next.below(900), 1},
          percent{decimal{next.below(900) - 400, 1}                  }
      });
    mpq_class lo = 1'000'000, hi = -1'000'000;
    for (int corner = 0; corner < 64; ++corner) {
      mpq_class sum = 0, base = 0;
      for (std::size_t k = 0; k < 3; ++k) {
        const mpq_class x = test::exact(parts[k].level, (corner >> (2 * k) & 1) != 0 ? 1 : -1);
        const mpq_class g =
            test::exact(parts[k].growth.value(), (corner >> (2 * k + 1) & 1) != 0 ? 1 : -1);
        sum += x;
        base += formula::base{}(x, g);
      }
      const mpq_class value = formula::growth_rate{}(sum, base);
      if (value < lo) lo = value;
      if (value > hi) hi = value;
    }
    CHECK(test::holds_sharply(growth_of(parts), lo, hi, 2));
  }
}

TEST_CASE("one month's growth out of two years to date is sharp") {
  // 固定资产投资 2020年1—11月 and 1—10月, 国家统计局: 499560亿元 +2.6%, 483292亿元 +1.8%
  const auto november = growth_of_residual(499560_p, 2.6_pct, 483292_p, 1.8_pct).value();
  mpq_class lo = 1'000'000, hi = -1'000'000;
  const decimal inputs[] = {499560_p, 2.6_p, 483292_p, 1.8_p};
  for (int corner = 0; corner < 16; ++corner) {
    mpq_class at[4];
    for (int k = 0; k < 4; ++k) at[k] = test::exact(inputs[k], (corner >> k & 1) != 0 ? 1 : -1);
    const mpq_class value = formula::growth_of_residual{}(at[0], at[1], at[2], at[3]);
    if (value < lo) lo = value;
    if (value > hi) hi = value;
  }
  CHECK(test::holds_sharply(november, lo, hi, 2));
  CHECK(width(november) > 4);  // a small difference of large figures
}

TEST_CASE("real, nominal and price growth undo each other") {
  for (double real = -20; real < 30; real += 7)
    for (double price = -5; price < 20; price += 4) {
      const auto nominal = nominal_growth(pct(real), pct(price));
      CHECK(real_growth(nominal, pct(price)).value() == doctest::Approx(real));
      CHECK(price_growth(nominal, pct(real)).value() == doctest::Approx(price));
    }
}

TEST_CASE("weight, mixed growth and the growth of the rest are one identity") {
  for (double w = 5; w < 100; w += 15) {
    const auto mixed = mixed_growth(pct(w), pct(9), pct(-4));
    CHECK(implied_weight(mixed, pct(9), pct(-4)).value() == doctest::Approx(w));
    CHECK(growth_of_rest(pct(w), pct(9), mixed).value() == doctest::Approx(-4));
  }
}

TEST_CASE("sums refuse parts without a base") {
  const std::vector<component<double>> loss{
      {-3, pct(5)},
      {10, pct(2)}
  },
      gone{{3, pct(-100)}}, none;
  CHECK_THROWS_AS(growth_of_sum(std::span<const component<double>>{loss}), error);
  CHECK_THROWS_AS(growth_of_sum(std::span<const component<double>>{gone}), error);
  CHECK_THROWS_AS(growth_of_sum(std::span<const component<double>>{none}), error);
  CHECK_THROWS_AS(growth_of_residual(10.0, pct(0), 12.0, pct(0)), error);
  CHECK_THROWS_AS(growth_of_residual(10_p, 0_pct, 12_p, 0_pct), error);
  CHECK_THROWS_AS(growth_of_residual(10.0, pct(5), 2.0, pct(-110)), error);
  CHECK_THROWS_AS(implied_weight(pct(3), pct(5), pct(5)), error);
  CHECK_THROWS_AS(growth_of_rest(pct(100), pct(5), pct(5)), error);
}
