#include "kebi/formula/contribution.hpp"

#include <numeric>
#include <vector>

#include "printed.hpp"
#include "known.hpp"

using namespace kebi;
using namespace kebi::formulas;
using namespace kebi::literals;

namespace {
percent<double> pct(double value) { return percent{value}; }
}  // namespace

TEST_CASE("contributions and pulls agree with published figures") {
  using test::is;
  is("seed-techinv-contribution", increment(39.7, pct(73.3)), 16.792, 0.001, test::jiading);
  is("seed-techinv-contribution", increment(48.2, pct(50.3)), 16.131, 0.001, test::jiading);
  is("seed-techinv-contribution", share_of_growth(39.7, pct(73.3), 48.2, pct(50.3)).rate.value(),
     104.1, 0.05, test::jiading);
  is("seed-indinv-pull-fai", share_of_growth(48.2, pct(50.3), 152.7, pct(1.6)).rate.value(), 670.8,
     0.1, test::jiading);
  is("seed-indinv-pull-fai", contribution_to_growth(48.2, pct(50.3), 152.7, pct(1.6)).value, 10.73, 0.01,
     test::jiading);
  is("pull-equip-profit-2023", contribution_to_growth(pct(34.3), pct(4.1)).value, 1.4, 0.05,
     "国家统计局 2023年工业利润 (装备制造业)");
  is("cpi-implied-weight-pork-2021m12", weight_in_base(points{-0.81}, pct(-36.7)).value(), 2.207,
     0.001, "国家统计局 2021年12月CPI (猪肉)");
  is("q-growth-from-pull-contrib", growth_of_whole(points{1.5}, pct(56)).value(), 2.7, 0.05,
     "zhenghuajiaoyu.cn/file/info?id=127121 例1");
  is("q-increment-grain", increment_of_whole(67.0, pct(23.1)), 290, 0.5,
     "zhenghuajiaoyu.cn/file/info?id=127121 例2");
  is("q-increment-coal", increment_of_whole(increment(28.3, pct(0.6)), pct(15.7)), 1.1, 0.05,
     "zhenghuajiaoyu.cn/file/info?id=127121 例3");
  is("q-pull-chengdu", contribution_to_growth(890.7, pct(7.2), 3482.7, pct(3.3)).value, 2, 0.5,
     "eduydt.com/jiaoyujuzhen/2023/0425/56299.html");
  is("q-contrib-rural-wage", share_of_growth(1257.0, 2664.0).rate.value(), 47.2, 0.05,
     "m.wenzhou.offcn.com/html/2023/10/50244.html");
  is("q-contrib-rural-business", share_of_growth(988.0, 2664.0).rate.value(), 37.09, 0.01,
     "web.aigexing.com/tuwen/667584.html");
  is("q-contrib-rural-business", contribution_to_growth(988.0, 3255.0).value, 30.35, 0.01,
     "web.aigexing.com/tuwen/667584.html");
  is("q-increment-oil", increment(10963.0, pct(12.5)), 1218, 0.5,
     "7ozkvabd.cn/html/xczl/qt/201506/59_24811.html");
}

TEST_CASE("the pull of each demand is its contribution times the growth of GDP") {
  struct row {
    const char* id;
    double growth;
    std::vector<double> contributions, pulls;
    double tolerance;
    const char* source;
  };
  const char* const qinghai =
      "青海统计年鉴2020 表4-15 三大需求对生产总值增长的贡献率和拉动 (按可比价格)";
  const char* const guangdong = "广东统计年鉴2024 表2-11 三大需求对地区生产总值增长的贡献率和拉动";
  const row rows[] = {
      {"contrib-qinghai-2015",
       8.17,                           {174.62, 109.58, -184.2},
       {14.27, 8.95, -15.05},
       0.03,                                                                                qinghai  },
      {"contrib-qinghai-2019",   6.25, {43.83, 58.42, -2.25},    {2.74, 3.65, -0.14}, 0.03, qinghai  },
      {"contrib-guangdong-1979", 5.5,  {95.7, -13.8, 18.2},      {5.3, -0.8, 1.0},    0.13, guangdong},
      {"contrib-guangdong-1983", 4.5,  {124.4, -12.9, -11.5},    {5.6, -0.6, -0.5},   0.13, guangdong},
      {"contrib-guangdong-1988", 12.3, {-2.8, 60.1, 42.8},       {-0.3, 7.4, 5.2},    0.13, guangdong},
      {"contrib-guangdong-1989", 8.5,  {110.8, -35.6, 24.8},     {9.4, -3.0, 2.1},    0.13, guangdong},
      {"contrib-guangdong-1997", 11.2, {21.6, 7.5, 71.0},        {2.4, 0.8, 8.0},     0.13, guangdong},
      {"contrib-guangdong-2003", 14.9, {63.4, 50.4, -13.8},      {9.4, 7.5, -2.0},    0.13, guangdong},
      {"contrib-guangdong-2005", 14.1, {43.3, 31.2, 25.6},       {6.1, 4.4, 3.6},     0.13, guangdong},
  };
  for (const row& r : rows) {
    CAPTURE(r.id);
    CAPTURE(r.source);
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(contribution_to_growth(pct(r.contributions[k]), pct(r.growth)).value ==
            doctest::Approx(r.pulls[k]).epsilon(0).scale(1).epsilon(r.tolerance));
    }
    CHECK(std::accumulate(r.contributions.begin(), r.contributions.end(), 0.0) ==
          doctest::Approx(100).epsilon(0.0016));
    CHECK(std::abs(std::accumulate(r.pulls.begin(), r.pulls.end(), 0.0) - r.growth) <= 0.031);
  }
}

TEST_CASE("food and other prices make the price index, within their rounding") {
  struct row {
    const char* id;
    decimal food, rest, headline;
    const char* source;
  };
  const row rows[] = {
      {"cpi-contrib-2018m11",     0.49_p,          1.68_p,          2.2_p,          "国家统计局 CPI解读 2018年11月"},
      {"cpi-contrib-2021m11",     0.30_p,          2.04_p,          2.3_p,          "国家统计局 CPI解读 2021年11月"},
      {"cpi-contrib-2021m12",     decimal{-22, 2}, 1.69_p,          1.5_p,          "国家统计局 CPI解读 2021年12月"},
      {"cpi-contrib-2022m11",     0.68_p,          0.88_p,          1.6_p,          "国家统计局 CPI解读 2022年11月"},
      {"cpi-contrib-2023m01",     1.13_p,          0.98_p,          2.1_p,          "国家统计局 CPI解读 2023年1月" },
      {"cpi-contrib-mom-2021m12", decimal{-10, 2}, decimal{-17, 2}, decimal{-3, 1},
       "国家统计局 CPI解读 2021年12月环比"                                                                       },
  };
  for (const row& r : rows) {
    CAPTURE(r.id);
    CAPTURE(r.source);
    const bounds sum = rounding_interval(r.food) + rounding_interval(r.rest);
    CHECK_FALSE((sum & rounding_interval(r.headline)).is_empty());
  }
}

TEST_CASE("a whole that hardly grew gives contributions as bounds, with a warning") {
  const auto firm = share_of_growth(48.2_p, 50.3_pct, 152.7_p, 1.6_pct);
  CHECK(firm.whole == reliability::reliable);
  CHECK(firm.rate.value().lo() == doctest::Approx(649.6).epsilon(0.001));
  CHECK(firm.rate.value().hi() == doctest::Approx(693.5).epsilon(0.001));

  const auto shaky = share_of_growth(48.2_p, 50.3_pct, 152.7_p, 0.3_pct);
  CHECK(shaky.whole == reliability::unreliable);
  CHECK(shaky.rate.value().is_bounded());

  const auto none = share_of_growth(48.2_p, 50.3_pct, 152.7_p, 0.0_pct);
  CHECK(none.whole == reliability::none);
  CHECK(none.rate.value().is_entire());
}

TEST_CASE("all contributions make 100 percent and all pulls the growth, exactly") {
  test::sequence next{11};
  for (int round = 0; round < 100; ++round) {
    mpq_class whole = 0, whole_base = 0;
    std::vector<mpq_class> parts, bases;
    for (int k = 0; k < 5; ++k) {
      bases.emplace_back(1 + next.below(1000));
      parts.emplace_back(next.below(2000));
      whole += parts.back();
      whole_base += bases.back();
    }
    if (whole == whole_base) continue;
    mpq_class pulls = 0, contributions = 0;
    for (std::size_t k = 0; k < 5; ++k) {
      const mpq_class moved = parts[k] - bases[k], whole_moved = whole - whole_base;
      pulls += contribution_to_growth(moved, whole_base).value;
      contributions += share_of_growth(moved, whole_moved).rate.value();
    }
    CHECK(contributions == 100);
    CHECK(pulls == growth_rate(whole, whole_base).value());
  }
}

TEST_CASE("three ways to a pull are one") {
  // Part 60 from 50, whole 130 from 100.
  CHECK(contribution_to_growth(10.0, 100.0).value == doctest::Approx(10));
  CHECK(contribution_to_growth(60.0, pct(20), 130.0, pct(30)).value == doctest::Approx(10));
  CHECK(contribution_to_growth(pct(50), pct(20)).value == doctest::Approx(10));
  CHECK(contribution_to_growth(share_of_growth(10.0, 30.0).rate, pct(30)).value == doctest::Approx(10));
  CHECK(share_of_growth(share(60.0, 130.0), pct(20), pct(30)).rate.value() ==
        doctest::Approx(share_of_growth(10.0, 30.0).rate.value()));
}

TEST_CASE("what turned into a loss contributed to the fall of its whole") {
  // A part from 30 to -5 in a whole from 50 to -10.
  const double part = -350.0 / 3, whole = -120;
  CHECK(share_of_growth(-5.0, pct(part), -10.0, pct(whole)).rate.value() ==
        doctest::Approx(35.0 / 60 * 100));
  CHECK(contribution_to_growth(-5.0, pct(part), -10.0, pct(whole)).value == doctest::Approx(-70));
  // A margin of -5% now, of what lost 120% in a whole that grew by a tenth, was one of 27.5%.
  CHECK(base_share(pct(-5), pct(-120), pct(10)).value() == doctest::Approx(27.5));
  CHECK(share_change(pct(-5), pct(-120), pct(10)).value == doctest::Approx(-32.5));
  CHECK(share_change(-5.0, pct(-120), 100.0, pct(10)).value == doctest::Approx(-32.5));
}

TEST_CASE("an increment of zero has no contributions") {
  CHECK_THROWS_AS(share_of_growth(3.0, 0.0), error);
  CHECK_THROWS_AS(share_of_growth(3.0, pct(5), 10.0, pct(0)), error);
  CHECK_THROWS_AS(growth_of_whole(points{1.0}, pct(0)), error);
  CHECK_THROWS_AS(contribution_to_growth(3.0, -1.0), error);
  // A part that grew, in a whole that is not above zero or fell by more than all of it.
  const char* const no_base =
      "this level and this growth would need a base below zero, on which growth has no meaning: "
      "look at their signs, or take the levels of both periods";
  CHECK_THROWS_WITH_AS(contribution_to_growth(66.0, pct(20), -110.0, pct(10)), no_base, error);
  CHECK_THROWS_WITH_AS(contribution_to_growth(66.0, pct(20), 0.0, pct(10)),
                       "growth has no meaning on a base that is zero or negative", error);
  CHECK_THROWS_WITH_AS(contribution_to_growth(66.0, pct(20), 110.0, pct(-110)), no_base, error);
  CHECK_THROWS_WITH_AS(contribution_to_growth(66_p, 20_pct, -110_p, 10_pct), no_base, error);
  CHECK_THROWS_WITH_AS(contribution_to_growth(66_p, 20_pct, 110_p,
                            percent{
                                decimal{-110, 0}
  }),
                       no_base, error);
}
