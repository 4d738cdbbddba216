#include <doctest/doctest.h>

#include "infer/made.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {


struct part_row {
  const char *level, *growth;
};

/// A whole with all of its parts, as published.
inference whole_of_parts(const std::vector<part_row>& rows, const char* whole, const char* whole_growth, const char* in) {
  inference_settings how;
  how.containments = {{"总计", {}, true}};
  std::vector<fact> facts;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string name = "部分" + std::to_string(i);
    how.containments[0].parts.push_back(name);
    facts.push_back(level(name, "2021", rows[i].level, in));
    facts.push_back(growth(name, "2021", rows[i].growth));
  }
  if (whole) facts.push_back(level("总计", "2021", whole, in));
  facts.push_back(growth("总计", "2021", whole_growth));
  return inferred(std::move(facts), how);
}

}  // namespace

TEST_SUITE("infer: published figures") {
  // Known: 嘉定区 2019年上半年国民经济和社会发展计划执行情况的报告; the ends in exact rationals.
  TEST_CASE("a level and its growth tell the comparable base") {
    const struct {
      const char *indicator, *level, *growth, *unit;
      double lo, hi;
    } rows[] = {
        {"一般公共预算收入", "172.8", "1.1", "亿元", 170.785961, 171.053934},
        {"规模以上工业总产值", "2799.7", "-10.4", "亿元", 3122.866704, 3126.465662},
        {"社会消费品零售总额", "672.3", "16.5", "亿元", 576.791077, 577.372263},
        {"固定资产投资", "152.7", "1.6", "亿元", 150.172159, 150.418513},
        {"合同利用外资", "21.1", "104.9", "亿美元", 10.270798, 10.324628},
        {"居民人均可支配收入", "30233", "8.8", "元", 27774.460266, 27800.91954},
        {"技术合同成交额", "49.9", "95.8", "亿元", 25.453153, 25.517241},
        {"工业投资", "48.2", "50.3", "亿元", 32.025274, 32.113145},
        {"技术改造投资", "39.7", "73.3", "亿元", 22.872801, 22.943723},
    };
    for (const auto& row : rows) {
      CAPTURE(row.level);
      const inference all = inferred({level(row.indicator, "2019H1", row.level, row.unit), growth(row.indicator, "2019H1", row.growth)});
      const bounds base = base_of(all, row.indicator, "2018H1");
      CHECK(base.lo() == doctest::Approx(row.lo).epsilon(1e-7));
      CHECK(base.hi() == doctest::Approx(row.hi).epsilon(1e-7));
      CHECK(all.contradictions().empty());
    }
  }

  // Known: the same report.
  TEST_CASE("what is left of a whole beside its part has a level, a base and a growth of its own") {
    const inference all = inferred({level("工业投资", "2019H1", "48.2"), growth("工业投资", "2019H1", "50.3"),
                                    level("技术改造投资", "2019H1", "39.7"), growth("技术改造投资", "2019H1", "73.3"),
                                    level("固定资产投资", "2019H1", "152.7"), growth("固定资产投资", "2019H1", "1.6")});
    const auto rest = found(all, "工业投资(除技术改造投资)", "2019H1");
    CHECK(rest.lo() == doctest::Approx(8.4));
    CHECK(rest.hi() == doctest::Approx(8.6));
    CHECK(base_of(all, "工业投资(除技术改造投资)", "2018H1").contains(9.160943));
    CHECK(found(all, "工业投资(除技术改造投资)", "2019H1", measure::growth).contains(-7.214796));
    // Industry pulls the whole by 10.7 points, so the rest fell by a ninth.
    const auto pull = found(all, "工业投资", "2019H1", measure::pull);
    CHECK(pull.lo() == doctest::Approx(10.7057).epsilon(1e-4));
    CHECK(pull.hi() == doctest::Approx(10.7598).epsilon(1e-4));
    const auto contribution = found(all, "工业投资", "2019H1", measure::contribution);
    CHECK(contribution.lo() == doctest::Approx(649.5).epsilon(1e-3));
    CHECK(contribution.hi() == doctest::Approx(693.5).epsilon(1e-3));
    const auto fell = found(all, "固定资产投资(除工业投资)", "2019H1", measure::growth);
    CHECK(fell.lo() == doctest::Approx(-11.6964).epsilon(1e-4));
    CHECK(fell.hi() == doctest::Approx(-11.5239).epsilon(1e-4));
    CHECK(found(all, "技术改造投资", "2019H1", measure::contribution).contains(104.0973985));
  }

  // Known: 国家统计局 2021-03-15, retail sales of January and February.
  TEST_CASE("the growth of a residual is as wide as rounding makes it") {
    inference_settings how;
    how.containments = {{"社会消费品零售总额", {"除汽车以外的消费品零售额"}, false}};
    const inference all =
        inferred({level("社会消费品零售总额", "2021-01..2021-02", "69737"), growth("社会消费品零售总额", "2021-01..2021-02", "33.8"),
                  level("除汽车以外的消费品零售额", "2021-01..2021-02", "63076"),
                  growth("除汽车以外的消费品零售额", "2021-01..2021-02", "30.4")},
                 how);
    const std::string rest = "社会消费品零售总额(除除汽车以外的消费品零售额)";
    CHECK(found(all, rest, "2021-01..2021-02").contains(6661));
    const bounds grown = found(all, rest, "2021-01..2021-02", measure::growth);
    CHECK(grown.contains(77.66631208));
    CHECK(width(grown) > 3);
    CHECK(width(grown) < 5);
  }

  // Known: 国家统计局, 财政部, 天津市财政局; the rows of which all parts are published.
  TEST_CASE("published wholes agree with their parts") {
    const struct {
      std::vector<part_row> parts;
      const char *whole, *growth;
    } rows[] = {
        {{{"62651", "30.7"}, {"7085", "68.9"}}, "69737", "33.8"},
        {{{"60552", "34.9"}, {"9185", "26.7"}}, "69737", "33.8"},
        {{{"33663", "11.2"}, {"3923", "20.2"}}, "37586", "12.1"},
        {{{"184098", "23.3"}, {"27807", "21.4"}}, "211904", "23.0"},
        {{{"190192", "20.6"}, {"21712", "48.6"}}, "211904", "23.0"},
        {{{"6564", "21.3"}, {"76354", "16.3"}, {"172982", "10.7"}}, "255900", "12.6"},
        {{{"5919.3", "-16.2"}, {"18296.8", "-23.7"}, {"2472.8", "34.8"}}, "26688.9", "-18.8"},
        {{{"14502.19", "32.6"}, {"11615.65", "28.1"}}, "26117.84", "30.6"},
        {{{"865.4", "2.8"}, {"279.0", "18.8"}}, "1144.4", "6.3"},
        {{{"393.9", "8.1"}, {"181.4", "2.1"}, {"47.9", "-16.1"}, {"242.2", "-0.3"}}, "865.4", "2.8"},
        {{{"14.09", "12.9"}, {"16.42", "7.1"}}, "30.51", "9.7"},
        {{{"11332", "8.1"}, {"92623", "24.4"}, {"145355", "15.6"}}, "249310", "18.3"},
        {{{"28402", "7.8"}, {"207154", "14.8"}, {"296611", "11.8"}}, "532167", "12.7"},
        {{{"83086", "7.1"}, {"450904", "8.2"}, {"609680", "8.2"}}, "1143670", "8.1"},
        {{{"10391", "190.7"}, {"73612", "31.6"}, {"3089", "-41.9"}}, "87092", "34.3"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.whole);
      const inference all = whole_of_parts(row.parts, row.whole, row.growth, "亿元");
      CHECK(all.contradictions().empty());
      // Now, and on the bases that the growths imply.
      CHECK(std::ranges::count(all.checks(), identity::sum, &check::law) == 2);
    }
  }

  // Known: 国家统计局 2019年1-7月固定资产投资: the parts make 5.51%, not the 5.7% printed.
  TEST_CASE("growth that parts cannot make is found, and a scope break is suspected") {
    const inference all = whole_of_parts({{"9784", "-1.2"}, {"117749", "3.4"}, {"221359", "7.0"}}, nullptr, "5.7", "亿元");
    REQUIRE(all.contradictions().size() == 1);
    const contradiction& found_one = all.contradictions().front();
    CHECK(found_one.facts.size() == 7);
    CHECK(found_one.grade == grade::scope_break);
    REQUIRE(found_one.factor);
    CHECK(found_one.factor->contains(1.0551459 / 1.057));
    CHECK(found_one.factor->hi() < 1);
  }

  // Known: 国家统计局, 统计公报 and monthly releases, 可比口径.
  TEST_CASE("levels that grew otherwise than published show by what factor their base was revised") {
    const struct {
      const char *before, *now, *growth;
      double factor;
    } rows[] = {
        {"87092.1", "84039", "-4.0", 1.00515},   // 工业企业利润 2022
        {"84039", "76858.3", "-2.3", 0.93609},   // 2023
        {"287611", "288229", "1.6", 0.98637},    // 固定资产投资 2025年1-7月
        {"10391", "15574", "48.6", 1.00861},     // 采矿业利润 2022
    };
    for (const auto& row : rows) {
      CAPTURE(row.now);
      std::vector<fact> facts{level("利润总额", "2021", row.before), level("利润总额", "2022", row.now), growth("利润总额", "2022", row.growth)};
      const inference all = inferred(facts);
      REQUIRE(all.contradictions().size() == 1);
      CHECK(all.contradictions()[0].grade == grade::scope_break);
      REQUIRE(all.contradictions()[0].factor);
      CHECK(all.contradictions()[0].factor->contains(row.factor));
      CHECK(all.put_aside().empty());  // only the assumption that nothing was revised
      // A growth that says it is 可比口径 claims no such thing: the factor is a result.
      facts[2].comparable = comparable::scope;
      const inference told = inferred(facts);
      CHECK(told.contradictions().empty());
      CHECK(found(told, "利润总额", "2021", measure::ratio, scope::comparable).contains(row.factor));
    }
  }

  // Known: 国家统计局 2021年工业企业利润: +34.3%, and +39.8% over two years.
  TEST_CASE("the growth between two that are known follows") {
    fact both = growth("利润总额", "2021", "39.8");
    both.basis = basis::fixed;
    both.reference = "2019";
    const inference all = inferred({growth("利润总额", "2021", "34.3"), both});
    const bounds before = found(all, "利润总额", "2020", measure::growth);
    CHECK(before.contains(4.09530901));
    CHECK(width(before) < 0.2);
    both.basis = basis::average2;
    both.reference.clear();
    both.value = read_decimal("18.2");
    CHECK(found(inferred({growth("利润总额", "2021", "34.3"), both}), "利润总额", "2020", measure::growth).contains(4.0953));
  }

  // Known: 工业和信息化部 2017年通信业, as quoted in an examination: 21.9% printed, 22.5% implied.
  TEST_CASE("a contribution that does not follow from the increments is found, the pull passes") {
    std::vector<fact> facts{level("移动数据业务收入", "2017", "1971"), growth("移动数据业务收入", "2017", "9.5"),
                            level("电信业务收入", "2017", "12620"),
                            say("电信业务收入", "2017", measure::change, "759", "亿元"),
                            in_whole(measure::pull, "移动数据业务收入", "2017", "1.4", "电信业务收入", "个百分点")};
    facts[3].subject = measure::level;
    facts[3].basis = basis::yoy;
    facts.push_back(growth("电信业务收入", "2017", "6.4"));
    CHECK(inferred(facts).contradictions().empty());
    facts.push_back(in_whole(measure::contribution, "移动数据业务收入", "2017", "21.9", "电信业务收入"));
    const inference all = inferred(facts);
    REQUIRE(all.contradictions().size() == 1);
    const auto& named = all.contradictions()[0].facts;
    CHECK(std::find(named.begin(), named.end(), facts.size() - 1) != named.end());
    facts.back().value = read_decimal("22.5");
    CHECK(inferred(facts).contradictions().empty());
  }

  // Known: 嘉定区, 43 微克/立方米, down by 12.2%: only 49 before gives that in whole numbers.
  TEST_CASE("whole figures narrow what growth leaves open") {
    inference_settings how;
    how.published_whole = {"细颗粒物(PM2.5)年均浓度"};
    const std::vector<fact> facts{level("细颗粒物(PM2.5)年均浓度", "2019H1", "43", "微克/立方米"),
                                  growth("细颗粒物(PM2.5)年均浓度", "2019H1", "-12.2")};
    CHECK(base_of(inferred(facts, how), "细颗粒物(PM2.5)年均浓度", "2018H1") == bounds::exactly(49));
    const bounds open = base_of(inferred(facts), "细颗粒物(PM2.5)年均浓度", "2018H1");
    CHECK(open.lo() == doctest::Approx(42.5 / 0.8785));
    CHECK(open.hi() == doctest::Approx(43.5 / 0.8775));
  }

  // Known: 嘉定区: 334 communities are about 40% of all.
  TEST_CASE("a part and its share tell the whole, in whole numbers") {
    fact share = in_whole(measure::share, "住宅小区实行定时定点分类投放", "2019H1", "40", "所有小区");
    share.bound = bound::about;
    const inference all = inferred({level("住宅小区实行定时定点分类投放", "2019H1", "334", "个"), share});
    CHECK(found(all, "所有小区", "2019H1") == bounds{825, 845});
  }

  // Known: 嘉定区, 表二: 30 planned; 4 begun, 1 finished, 22 under way, 3 in preparation.
  TEST_CASE("classes of a count leave a rest") {
    std::vector<fact> facts{with(level("重大项目数", "2019", "30", "项"), status::target), level("新开工重大项目数", "2019H1", "4", "项"),
                            level("基本建成重大项目数", "2019H1", "1", "项"),
                            level("在建(不包括新开工和基本建成)重大项目数", "2019H1", "22", "项")};
    CHECK(found(inferred(facts), "其他重大项目数", "2019-12", measure::level, scope::published, status::target) == bounds::exactly(3));
    facts[3].value = read_decimal("28");
    CHECK(inferred(facts).contradictions().size() == 1);
  }
}
