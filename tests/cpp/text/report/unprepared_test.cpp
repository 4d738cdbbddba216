#include <doctest/doctest.h>

#include "text/told_sentences.hpp"

namespace kebi {
namespace {

/// Reads a text of which nothing else is known.
reading read_alone(std::string_view text) {
  static const catalogue indicators = standard_catalogue();
  report_context nothing;
  return nothing.known = &indicators, read_report(text, nothing);
}

const fact& last_fact(const reading& of) {
  REQUIRE(!of.report.facts.empty());
  return of.report.facts.back();
}

}  // namespace

TEST_SUITE("documents that nobody prepared") {
  TEST_CASE("the years of a caption are not those of the text behind it") {
    const reading found = read_alone(
        "甲市2025年国民经济和社会发展统计公报\n一、农业\n全年粮食产量12.5万吨。\n图3 2021-2025年粮食产量及其增速\n"
        "全年蔬菜产量86.2万吨，比上年增长2.1%。\n");
    CHECK(last_fact(found).period == year_of(2025));
    CHECK(last_fact(found).basis == basis::yoy);
  }

  TEST_CASE("a page that names its site before its title is about the place of the title") {
    CHECK(read_alone("湖南省统计局-甲山市2025年国民经济和社会发展统计公报\n全年粮食产量12.5万吨。\n").report.region == "甲山市");
    CHECK(read_alone("喀什地区2025年国民经济和社会发展统计公报\n全年粮食产量12.5万吨。\n").report.region == "喀什地区");
    CHECK(read_alone("政府工作报告\n——2031年3月5日在第十六届全国人民代表大会第四次会议上\n国务院总理 某某\n").report.region ==
          "全国");
  }

  TEST_CASE("a text without a year is dated by its last line, or by its place in a five-year plan") {
    CHECK(read_alone("1-7月，全区投资增长9.1%。全区外贸增长3%。\n甲区统计局\n2031年8月20日\n").report.period ==
          months_of(2031, 1, 7));
    CHECK(read_alone("过去一年是“十四五”收官之年，全市粮食产量12.5万吨。\n").report.period == year_of(2025));
  }

  TEST_CASE("a level of government is the region of its budget") {
    const reading found = read_alone(
        "关于甲市2025年预算执行情况的报告\n（一）全市一般公共预算\n全市一般公共预算收入91.2亿元。\n"
        "（二）市本级一般公共预算\n一般公共预算收入40.1亿元。\n");
    REQUIRE(found.report.facts.size() == 2);
    CHECK(found.report.facts[0].region == "甲市");
    CHECK(found.report.facts[1].region == "市本级");
    const reading assumed = read_alone("关于甲市2025年预算执行情况的报告\n市本级政府性基金收入9.2亿元。上级补助收入3.1亿元。\n");
    CHECK(last_fact(assumed).region == "市本级");
    CHECK(last_fact(assumed).doubts.contains(doubt::region));
  }

  TEST_CASE("a place alone, in a part of a total, has what the total measures") {
    const fact part = last_fact(test::read_of_city("全市一般债券余额53.1亿元，其中甲山区0.8亿元。"));
    CHECK(part.indicator == "一般债券余额");
    CHECK(part.region == "甲山区");
  }

  TEST_CASE("units and prices that stand behind 万, 亿 and years are no names and no times") {
    const std::vector<test::told_sentence> rows{
        {"全年地铁客运总量3.21亿乘次。", "地铁客运总量: level 3.21 亿乘次"},
        {"全年邮政业务总量(2020年不变价)14.8亿标准量，增长8%。", "邮政业务总量: level 14.8 亿标准量 | 邮政业务总量: growth 8 %"},
        {"破除城乡二元结构，扶持三元、甲福等企业。", ""},
        {"一是利润收入1.3亿元。", "利润收入: level 1.3 亿元"},
    };
    test::check_told(rows);
  }

  TEST_CASE("an amount without a unit, a name without an owner and a number that the end of a line cuts are not firm") {
    CHECK(last_fact(test::read_of_city("全市甲类收入为12.4。")).doubts.contains(doubt::unit));
    CHECK(last_fact(test::read_of_city("覆盖面达到60%。")).doubts.contains(doubt::name));
    const reading cut = read_alone("甲市2025年工作报告\n全市甲税收入18.7亿元，年均增长2\n0.6%。\n");
    CHECK(cut.report.facts.size() == 1);
    CHECK(cut.unread.size() == 2);
  }
}

}  // namespace kebi
