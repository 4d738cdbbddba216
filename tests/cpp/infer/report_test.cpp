#include <doctest/doctest.h>

#include <cmath>

#include "infer/made.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {

constexpr const char* emerging = "战略性新兴产业产值";
constexpr const char* revenue = "一般公共预算收入";

/// 嘉定区 2019年上半年报告: 战略性新兴产业.
std::vector<fact> emerging_industries(const char* share_change) {
  fact gap = say(emerging, "2019H1", measure::gap, "8.7", "个百分点");
  gap.subject = measure::growth;
  gap.reference = "全市平均";
  gap.comparable = comparable::unspecified;
  fact change = in_whole(measure::change, emerging, "2019H1", share_change ? share_change : "0", "全市战略性新兴产业产值", "个百分点");
  change.subject = measure::share;
  change.basis = basis::yoy;
  fact grown = growth(emerging, "2019H1", "5.7");
  grown.comparable = comparable::unspecified;
  std::vector<fact> all{level(emerging, "2019H1", "562.0"), grown, gap,
                        in_whole(measure::share, emerging, "2019H1", "11.4", "全市战略性新兴产业产值")};
  if (share_change) all.push_back(change);
  return all;
}

/// The same report: 全年一般公共预算收入预计完成270亿元左右, 正增长, 离年初目标仍有距离.
std::vector<fact> revenue_of_the_year() {
  fact positive = growth(revenue, "2019", "0");
  positive.value.reset();
  positive.lo = decimal{0};
  positive.bound = bound::more_than;
  fact distance = say(revenue, "2019", measure::gap, "0", "个百分点");
  distance.value.reset();
  distance.unit.reset();
  distance.bound = bound::none;
  distance.subject = measure::growth;
  distance.reference = "年初目标";
  return {level(revenue, "2019H1", "172.8"),
          growth(revenue, "2019H1", "1.1"),
          with(growth(revenue, "2019", "6"), status::target),
          with(with(level(revenue, "2019", "270"), bound::about), status::forecast),
          with(positive, status::forecast),
          with(distance, status::forecast)};
}

const implied& the(const inference& all, const char* indicator, const char* span, measure what = measure::level,
                   status said = status::actual) {
  for (const implied& each : all.figures())
    if (each.what.indicator == indicator && each.what.period == period_of_code(span) && each.what.measure == what &&
        each.what.scope == scope::published && each.what.status == said && each.what.region == "某区")
      return each;
  throw error{"no such figure"};
}

}  // namespace

TEST_SUITE("infer: a report") {
  TEST_CASE("a share and a gap tell the level and the growth of the whole") {
    const inference all = inferred(emerging_industries(nullptr));
    CHECK(all.contradictions().empty());
    const bounds city = found(all, emerging, "2019H1", measure::level, scope::published, status::actual, "全市");
    CHECK(city.lo() == doctest::Approx(561.95 / 0.1145));  // 4907.86
    CHECK(city.hi() == doctest::Approx(562.05 / 0.1135));  // 4951.98
    const bounds grown = found(all, emerging, "2019H1", measure::growth, scope::published, status::actual, "全市");
    CHECK(grown.lo() == doctest::Approx(-3.1));
    CHECK(grown.hi() == doctest::Approx(-2.9));
  }

  // Known: the sharp ends, each printed number entering once: r d / (100 + g).
  TEST_CASE("a share that rose more than growth allows is the one contradiction of the report") {
    std::vector<fact> facts = emerging_industries("1.4");
    const inference all = inferred(facts);
    REQUIRE(all.contradictions().size() == 1);
    const contradiction& one = all.contradictions()[0];
    CHECK(one.facts == std::vector<std::size_t>{1, 2, 3, 4});
    CHECK(one.grade == grade::scope_break);
    REQUIRE(one.factor);
    CHECK(one.factor->lo() == doctest::Approx(1.03977).epsilon(1e-4));
    CHECK(one.factor->hi() == doctest::Approx(1.05269).epsilon(1e-4));
    CHECK(one.size > 5);
    CHECK(all.put_aside().empty());

    // What the change would have to be, if nothing was revised.
    facts.back().value.reset();  // the change is asked for, not told
    facts.back().bound = bound::none;
    const bounds change = found(inferred(facts), emerging, "2019H1", measure::change);
    CHECK(change.lo() == doctest::Approx(11.35 * 8.65 / 105.75).epsilon(1e-4));
    CHECK(change.hi() == doctest::Approx(11.45 * 8.75 / 105.65).epsilon(1e-4));
  }

  TEST_CASE("the reference of a change may say in words that it is a year before") {
    for (const char* words : {"去年同期", "上年同期", "去年", "上年"}) {
      CAPTURE(words);
      std::vector<fact> facts = emerging_industries("1.4");
      facts.back().reference = words;
      const inference all = inferred(facts);
      REQUIRE(all.contradictions().size() == 1);
      CHECK(all.contradictions()[0].facts == std::vector<std::size_t>{1, 2, 3, 4});
      CHECK(all.contradictions()[0].grade == grade::scope_break);
      REQUIRE(all.contradictions()[0].factor);
      CHECK(all.contradictions()[0].factor->lo() == doctest::Approx(1.03977).epsilon(1e-4));
    }
  }

  TEST_CASE("what is printed with decimals is no count of single things") {
    CHECK(inferred({level("每万人口发明专利拥有量", "2020", "96.4", "件")}).contradictions().empty());
    CHECK(inferred({level("生猪存栏", "2020", "41.26", "萬頭")}).contradictions().empty());
    // Seven single things are not twice three; 7.0 may be twice 3.5, of which somebody printed 3.
    const auto half = [](const char* seven) {
      fact grown = growth("新增专利", "2020", "100");
      return inferred({level("新增专利", "2020", seven, "件"), grown, level("新增专利", "2019", "3", "件")});
    };
    CHECK(half("7").contradictions().size() == 1);
    CHECK(half("7.0").contradictions().empty());
  }

  TEST_CASE("counts under a name that says too little are two things where they differ") {
    fact share = in_whole(measure::share, "住宅小区", "2019H1", "40", "所有小区");
    share.bound = bound::about;
    const inference all = inferred(told({level("住宅小区", "2019H1", "334", "个"), level("住宅小区", "2019H1", "486", "个"),
                                         level("住宅小区", "2019H1", "334", "个"), share}));
    CHECK(all.contradictions().empty());
    CHECK(found(all, "所有小区", "2019H1") == bounds{825, 845});  // of those spoken of last
    // What the catalogue knows is one thing, and so is an amount.
    CHECK(inferred({level("重大项目数", "2019H1", "30", "项"), level("重大项目数", "2019H1", "31", "项")}).contradictions().size() == 1);
    CHECK(inferred({level("减税总额", "2019H1", "74.5"), level("减税总额", "2019H1", "75.4")}).contradictions().size() == 1);
  }

  TEST_CASE("a forecast, its sign and its distance from the target bound last year's figure") {
    const inference all = inferred(revenue_of_the_year());
    CHECK(all.contradictions().empty());
    const bounds before = base_of(all, revenue, "2018");
    CHECK(before.lo() == doctest::Approx(264.6 / 1.06));
    CHECK(before.hi() == doctest::Approx(275.4));
    const bounds rest = found(all, revenue, "2019H2", measure::level, scope::published, status::forecast);
    CHECK(rest.lo() == doctest::Approx(264.6 - 172.85));
    CHECK(rest.hi() == doctest::Approx(275.4 - 172.75));
    const bounds needed = found(all, revenue, "2019H2", measure::level, scope::published, status::target);
    CHECK(needed.lo() == doctest::Approx(264.6 - 172.85));  // the target is above the forecast
    // Another way: the growth of the rest at the corners of base, first half and target.
    const bounds growth_needed = found(all, revenue, "2019H2", measure::growth, scope::published, status::target);
    double least = 1e9, most = -1e9;
    for (const double base : {264.6 / 1.06, 275.4})
      for (const double h1 : {172.75, 172.85})
        for (const double g : {1.05, 1.15}) {
          const double rest_growth = 100 * ((base * 1.06 - h1) / (base - h1 / (1 + g / 100)) - 1);
          least = std::fmin(least, rest_growth);
          most = std::fmax(most, rest_growth);
        }
    CHECK(growth_needed.lo() == doctest::Approx(least).epsilon(2e-3));
    CHECK(growth_needed.hi() == doctest::Approx(most).epsilon(2e-3));
  }

  TEST_CASE("a derivation tells the facts before the laws that rest on them") {
    const inference all = inferred({level(revenue, "2019H1", "172.8"), growth(revenue, "2019H1", "1.1")});
    const auto bases = all.find(revenue, period_of_code("2018H1"));
    REQUIRE(bases.size() == 1);
    const auto why = all.explain(bases[0], side::high);
    REQUIRE(why.size() == 3);
    CHECK(why[0].fact == 0);
    CHECK(why[0].value == doctest::Approx(172.85));
    CHECK(why[1].fact == 1);
    CHECK(why[1].value == doctest::Approx(1.05));
    CHECK(why[2].law == identity::growth);
    CHECK(why[2].value == doctest::Approx(171.053934));
    CHECK(all.parents(bases[0], side::low) == std::vector<std::size_t>{0, 1});
  }

  TEST_CASE("questions can be asked backwards") {
    std::vector<fact> facts{level("固定资产投资", "2019H1", "152.7"), with(with(level("固定资产投资", "2019", "300"), bound::at_least), status::target)};
    const inference all = inferred(facts);
    const implied& rest = the(all, "固定资产投资", "2019H2", measure::level, status::target);
    CHECK(rest.possible.lo() == doctest::Approx(300 - 152.75));
    CHECK(std::isinf(rest.possible.hi()));
    // What must the second half bring for the year to reach 320?
    const std::pair<implied, bounds> supposed[] = {{the(all, "固定资产投资", "2019", measure::level, status::target), bounds::exactly(320)}};
    const bounds needed = all.required(rest, supposed);
    CHECK(needed.lo() == doctest::Approx(320 - 152.75));
    CHECK(needed.hi() == doctest::Approx(320 - 152.65));

    // Which figure of last year would make these agree?
    const inference odd = inferred({level("利润总额", "2021", "87092.1"), level("利润总额", "2022", "84039"), growth("利润总额", "2022", "-4.0")});
    const std::pair<implied, bounds> unrevised[] = {
        {*std::find_if(odd.figures().begin(), odd.figures().end(), [](const implied& each) { return each.what.measure == measure::ratio; }), bounds::exactly(1)}};
    const bounds agreeing = odd.required(the(odd, "利润总额", "2021"), unrevised);
    CHECK(agreeing.contains(87540.625));
    CHECK(agreeing.hi() < 84039.5 / 0.9595 + 1e-6);
  }

  TEST_CASE("a target that is already passed leaves less than nothing to do, and contradicts nothing") {
    const inference all = inferred({level("出口额", "2019H1", "120.0"), growth("出口额", "2019H1", "30.0"), level("出口额", "2018", "190.0"),
                                    with(level("出口额", "2019", "100"), status::target)});
    CHECK(all.contradictions().empty());
    const bounds left = found(all, "出口额", "2019H2", measure::level, scope::published, status::target);
    CHECK(left.lo() == doctest::Approx(-20.05));
    CHECK(left.hi() == doctest::Approx(-19.95));
    // A forecast is no target: what is still to come of it cannot be less than nothing.
    CHECK(inferred({level("出口额", "2019H1", "120.0"), with(level("出口额", "2019", "100"), status::forecast)}).contradictions().size() == 1);
  }

  TEST_CASE("a target of a year that is over may have been missed, and contradicts nothing") {
    const inference all = inferred({with(growth("出口额", "2019", "6"), status::target), growth("出口额", "2019", "5"),
                                    with(level("常住人口", "2019", "100", "万人"), status::target), level("常住人口", "2019", "95.0", "万人"),
                                    with(level("出口额", "2019", "101"), status::target), level("出口额", "2019", "100")});
    CHECK(all.contradictions().empty());
    const bounds came = found(all, "出口额", "2018", measure::level);
    CHECK(came.contains(100 / 1.05));
  }

  // 嘉定区 2019年上半年报告, 表二: 全年计划30项, 新开工4项, 基本建成1项, 在建(不包括新开工和基本建成)22项. The three
  // that are left are named below the table (另有…处于办理工程前期手续阶段), without a number.
  TEST_CASE("classes of a plan's projects do not exceed it, and the rest is told exactly") {
    std::vector<fact> facts{with(level("重大项目数", "2019", "30", "项"), status::target), level("新开工重大项目数", "2019H1", "4", "项"),
                            level("基本建成重大项目数", "2019H1", "1", "项"), level("在建(不包括新开工和基本建成)重大项目数", "2019H1", "22", "项")};
    const inference all = inferred(facts);
    CHECK(all.contradictions().empty());
    const auto rest = all.find("其他重大项目数");
    REQUIRE(rest.size() == 1);
    CHECK(rest[0].possible == bounds{3, 3});
    for (const side each : {side::low, side::high}) CHECK(all.parents(rest[0], each) == std::vector<std::size_t>{0, 1, 2, 3});
    REQUIRE(all.checks().size() == 1);
    const check sum = all.checks().front();
    CHECK(sum.law == identity::rest);
    CHECK(sum.figures.size() == 5);
    for (const auto& [weight, figure] : sum.figures) CHECK(width(figure.possible) == 0);

    // With the last class told as well, 30 = 4 + 1 + 22 + 3 is confirmed: nothing is left.
    facts.push_back(level("前期重大项目数", "2019H1", "3", "项"));
    const inference told = inferred(facts);
    CHECK(told.contradictions().empty());
    REQUIRE(told.find("其他重大项目数").size() == 1);
    CHECK(told.find("其他重大项目数")[0].possible == bounds{0, 0});
    CHECK(told.checks().size() == 1);
    // One more would be too many.
    facts.back().value = decimal{4};
    CHECK(inferred(facts).contradictions().size() == 1);
    CHECK(inferred(facts).checks().empty());
  }

  TEST_CASE("stocks are what they are at the end of the span; flows add up, and quarters follow") {
    const inference all = inferred({level("出口额", "2019Q1", "30.2"), level("出口额", "2019H1", "71.5"), level("出口额", "2019-01..2019-09", "110.0"),
                                    level("出口额", "2019Q3", "38.5"), level("存款余额", "2019H1", "812.3"), level("存款余额", "2019Q2", "812")});
    CHECK(all.contradictions().empty());
    CHECK(found(all, "出口额", "2019Q2").contains(41.3));
    CHECK(width(found(all, "出口额", "2019Q2")) == doctest::Approx(0.2));
    const auto stock = all.find("存款余额", period_of_code("2019H1"));
    REQUIRE(stock.size() == 1);
    CHECK(stock[0].possible.lo() == doctest::Approx(812.25));
    // 9 months = half + third quarter, and the first quarter leaves a rest of the half.
    CHECK(std::ranges::count(all.checks(), identity::year_to_date, &check::law) == 2);
    CHECK(all.checks().size() == 2);
  }

  TEST_CASE("a stock is found under its span, and a flow of a month is not that of the span it ends") {
    const period half = period_of_code("2019H1");
    const inference all = inferred({level("出口额", "2019H1", "71.5"), level("出口额", "2019-06", "12.1"), level("进口额", "2019-06", "9.0"),
                                    level("存款余额", "2019-06", "812.3"), level("新指标", "2019-06", "5.1")});
    REQUIRE(all.find("出口额", half).size() == 1);
    CHECK(all.find("出口额", half)[0].what.period == half);
    CHECK(all.find("进口额", half).empty());
    CHECK(all.find("新指标", half).empty());  // of what kind it is nobody knows
    REQUIRE(all.find("存款余额", half).size() == 1);
    CHECK(all.find("存款余额", half)[0].what.period == period_of_code("2019-06"));
    CHECK(all.find("存款余额", period_of_code("2019Q1")).empty());
    CHECK(all.find("出口额").size() == 3);  // and the five months before June
  }

  TEST_CASE("a figure is found by every name that the catalogue has for it, and a rest by its own") {
    indicator foreign = known("出口总额", kind::flow);
    foreign.aliases = {"出口", "外贸出口"};
    const catalogue names{{foreign}};
    fact part = level("机电产品出口", "2019", "0.5");
    part.parent = "外贸出口";
    const std::vector<fact> facts{level("外贸出口", "2019", "1.5"), part, level("产值（自产）", "2019", "3")};
    const inference all = infer(std::span<const fact>{facts}, names);
    for (const char* name : {"出口总额", "出口", "外贸出口", "外贸 出口", "出口（1-12月）"}) {
      CAPTURE(name);
      REQUIRE(all.find(name, period_of_code("2019")).size() == 1);
      CHECK(all.find(name)[0].what.indicator == "出口总额");
    }
    REQUIRE(all.find("出口总额(除机电产品出口)").size() == 1);
    CHECK(all.find("出口总额(除机电产品出口)")[0].possible.contains(1.0));
    CHECK(all.find("产值（自产）").size() == 1);
    CHECK(all.find("进口").empty());
  }

  TEST_CASE("a part of one name is a figure of its own under each whole, unless it says what it measures") {
    const auto part = [](const char* whole, fact of) {
      of.parent = whole;
      return of;
    };
    const inference all = inferred({level("投资额", "2014", "186.47"), part("投资额", level("住宅", "2014", "141.52")),
                                    part("投资额", growth("住宅", "2014", "6.8")), level("商品房销售面积", "2014", "338.90", "万平方米"),
                                    part("商品房销售面积", level("住宅", "2014", "309.77", "万平方米")),
                                    part("商品房销售面积", growth("住宅", "2014", "-3.4"))});
    CHECK(all.contradictions().empty());
    CHECK(found(all, "投资额(除住宅)", "2014").contains(186.47 - 141.52));
    CHECK(found(all, "商品房销售面积(除住宅)", "2014").contains(338.90 - 309.77));
    CHECK(all.find("住宅").empty());
    CHECK(found(all, "投资额(其中住宅)", "2014").contains(141.52));

    // 工业投资 is what it is wherever it stands, and says two things here; 税收收入 the catalogue knows.
    const inference alike = inferred({part("固定资产投资", growth("工业投资", "2014", "6.8")),
                                      part("第二产业投资", growth("工业投资", "2014", "9.1"))});
    CHECK(alike.contradictions().size() == 1);
    const inference listed = inferred({part("地区生产总值", level("税收收入", "2014", "6.8")),
                                       part("一般公共预算收入", level("税收收入", "2014", "9.1"))});
    CHECK(listed.contradictions().size() == 1);
  }

  TEST_CASE("units of one kind are brought together") {
    const inference all = inferred(told({level("一般公共预算收入", "2019H1", "172.8"), level("一般公共预算收入", "2019Q1", "912345", "万元")}));
    CHECK(found(all, "一般公共预算收入", "2019Q2").contains(172.8 - 91.2345));
    const inference parts = inferred({level("税收收入", "2019H1", "1512000", "万元"), level("一般公共预算收入", "2019H1", "172.8")});
    const bounds rest = found(parts, "非税收入", "2019H1");
    CHECK(rest.contains(172.8 - 151.2));
    CHECK(width(rest) < 0.11);
  }

  TEST_CASE("nominal and real growth tell the price") {
    fact real = growth("居民人均可支配收入", "2019H1", "6.5");
    real.comparable = comparable::price;
    const inference all = inferred({growth("居民人均可支配收入", "2019H1", "8.8"), real});
    CHECK(found(all, "居民人均可支配收入价格", "2019H1", measure::growth).contains(100 * (1.088 / 1.065 - 1)));
  }
}

TEST_SUITE("infer: the rest of a year") {
  TEST_CASE("what the rest must bring for a growth target follows from two years' levels") {
    // 一般公共预算收入: so far 172.8, +1.1%; 2018: 263.5; target +6%.
    const std::vector<fact> facts{level(revenue, "2019H1", "172.8"), growth(revenue, "2019H1", "1.1"), level(revenue, "2018", "263.5"),
                                  with(growth(revenue, "2019", "6"), status::target)};
    const inference all = inferred(facts);
    const std::vector<still_to_come> answers = find_still_to_come(all, few());
    REQUIRE(answers.size() == 1);
    const still_to_come& one = answers.front();
    CHECK(one.missing.empty());
    REQUIRE(one.growth);
    REQUIRE(one.level);
    CHECK(one.growth->what.period == period_of_code("2019H2"));
    double least = 1e9, most = -1e9;  // another way: the corners
    for (const double year : {263.45, 263.55})
      for (const double so_far : {172.75, 172.85})
        for (const double grown : {1.0105, 1.0115}) {
          const double needed = 100 * ((year * 1.06 - so_far) / (year - so_far / grown) - 1);
          least = std::fmin(least, needed);
          most = std::fmax(most, needed);
        }
    CHECK(one.growth->possible.lo() == doctest::Approx(least).epsilon(2e-3));
    CHECK(one.growth->possible.hi() == doctest::Approx(most).epsilon(2e-3));
    CHECK(one.level->possible.lo() == doctest::Approx(263.45 * 1.06 - 172.85));
    CHECK(one.level->possible.hi() == doctest::Approx(263.55 * 1.06 - 172.75));
    // What if the year were to reach 8% instead?
    const std::pair<implied, bounds> supposed[] = {{one.target, bounds::exactly(8)}};
    CHECK(all.required(*one.growth, supposed).contains(100 * ((263.5 * 1.08 - 172.8) / (263.5 - 172.8 / 1.011) - 1)));
  }

  TEST_CASE("where it does not follow a sentence says what is missing") {
    const auto missing = [](std::vector<fact> facts) {
      facts.push_back(with(growth(revenue, "2019", "6"), status::target));
      return find_still_to_come(inferred(facts), few()).front().missing;
    };
    const std::string start = "what the rest of 2019 must bring for 一般公共预算收入 to reach its target does not follow: missing is ";
    CHECK(missing({}) == start + "its level so far in 2019, its level in the same months of 2018 and its level in the whole of 2018");
    CHECK(missing({growth(revenue, "2019H1", "1.1")}) ==
          start + "its level so far in 2019, its level in the same months of 2018 and its level in the whole of 2018");
    CHECK(missing({level(revenue, "2019H1", "172.8"), growth(revenue, "2019H1", "1.1")}) == start + "its level in the whole of 2018");
    CHECK(missing({level(revenue, "2019H1", "172.8"), level(revenue, "2018", "263.5")}) == start + "its level in the same months of 2018");
    CHECK(missing({level(revenue, "2018", "263.5"), level(revenue, "2018H1", "170.9")}) == start + "its level so far in 2019");
    // A target for the level needs no year before.
    const auto level_target = find_still_to_come(
        inferred({level("固定资产投资", "2019H1", "152.7"), with(level("固定资产投资", "2019", "300"), status::target)}), few());
    REQUIRE(level_target.size() == 1);
    CHECK(level_target[0].missing.empty());
    REQUIRE(level_target[0].level);
    CHECK(level_target[0].level->possible.contains(147.3));
    // Stocks start anew: there is no rest of them.
    CHECK(find_still_to_come(inferred({with(level("存款余额", "2019", "900"), status::target)}), few()).empty());
  }
}
