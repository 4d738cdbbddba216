#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "kebi/indicator/code.hpp"
#include "kebi/period/code.hpp"
#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"

using namespace kebi;

namespace {

reading read(std::string_view text, std::optional<period> about = std::nullopt) {
  static const catalogue all = standard_catalogue();
  report_context context;
  context.known = &all;
  context.period = about;
  return read_report(text, context);
}

/// What each fact is, and when: 税收 actual 2025.
std::vector<std::string> when(const reading& of) {
  std::vector<std::string> lines;
  for (const fact& each : of.report.facts) {
    std::string line = each.indicator + " " + std::string{code(each.status)};
    if (each.period) line += " " + code(*each.period);
    if (each.basis && *each.basis != basis::yoy) line += " " + std::string{code(*each.basis)};
    lines.push_back(line);
  }
  return lines;
}

using lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("outline of a report") {
  TEST_CASE("a work report tells outcomes of the year before and targets of its own") {
    const reading found = read(
        "政府工作报告\n——2022年1月16日在乙县第九届人民代表大会第一次会议上\n县长 某某\n各位代表：\n"
        "一、2021年工作回顾\n过去一年，地区生产总值增长6.1%。\n"
        "二、2022年工作安排\n（一）扩大投资\n新建水厂3座。\n今年的主要预期目标是：地区生产总值增长6%左右。\n");
    CHECK(found.report.region == "乙县");
    CHECK(found.report.period == year_of(2021));
    CHECK(when(found) == lines{"地区生产总值 actual 2021", "新建水厂 target 2022", "地区生产总值 target 2022"});
    for (const passed& each : found.passed)
      if (each.text == "2022年1月16日") CHECK(each.reason == "date");
  }

  TEST_CASE("headings of any make open a part") {
    for (const std::string head : {"二、2022年重点工作", "第二部分 2022年工作安排", "【2022年工作任务】", "**2022年重点工作**",
                                   "## 2022年主要任务", "<h2>2022年工作打算</h2>", "2022年重点工作"}) {
      CAPTURE(head);
      CHECK(when(read(head + "\n新建水厂3座。\n", year_of(2021))) == lines{"新建水厂 target 2022"});
    }
  }

  TEST_CASE("a heading without a stop is no part of a name") {
    CHECK(when(read("（二）人口\n年末户籍人口36万人。\n", year_of(2021))) == lines{"户籍人口 actual 2021-12"});
    CHECK(when(read("一、农业\n粮食产量42万吨。\n", year_of(2021))) == lines{"粮食产量 actual 2021"});
  }

  TEST_CASE("a review of five years holds until a sentence returns to the year") {
    const reading found = read(
        "一、2020年和“十三五”时期工作回顾\n2020年，财政收入增长3%。\n"
        "五年来，我们奋力前行。\n城镇新增就业累计31万人。茶叶产值增长80%。生产总值年均增长7%。城镇化率提高到61%。\n"
        "这是十分难得的五年。\n新建公路210公里。\n过去一年，出口增长4%。\n");
    CHECK(when(found) == lines{"财政收入 actual 2020", "城镇新增就业 actual 2016..2020", "茶叶产值 actual 2016..2020 fixed",
                               "生产总值 actual 2016..2020 average", "城镇化率 actual 2020", "新建公路 actual 2016..2020",
                               "出口 actual 2020"});
  }

  TEST_CASE("words of five years say so without a heading") {
    CHECK(when(read("五年来，茶叶产值增长2.1倍。", year_of(2020))) == lines{"茶叶产值 actual 2016..2020 fixed"});
    CHECK(when(read("居民收入五年增长44%。", year_of(2020))) == lines{"居民收入 actual 2016..2020 fixed"});
  }

  TEST_CASE("goals of years to come are targets") {
    CHECK(when(read("到2030年，森林覆盖率达到45%左右。", year_of(2021))) == lines{"森林覆盖率 target 2030"});
    CHECK(when(read("“十五五”时期，生产总值年均增长6%左右。", year_of(2025))) == lines{"生产总值 target 2026..2030 average"});
    CHECK(when(read("今后五年，新建水库9座。", year_of(2021))) == lines{"新建水库 target 2022..2026"});
  }

  TEST_CASE("a heading with goals of five years and work of a year has both") {
    CHECK(when(read("二、“十四五”时期目标任务和2021年工作安排\n“十四五”时期，生产总值年均增长7%。\n今年，新建水厂3座。\n新建公园2个。\n",
                    year_of(2020))) == lines{"生产总值 target 2021..2025 average", "新建水厂 target 2021", "新建公园 target 2021"});
  }

  TEST_CASE("words such as tasks inside a review make no targets") {
    CHECK(when(read("一、2021年工作回顾\n一年来，落实省里的任务安排。\n出口增长4%。\n", year_of(2021))) ==
          lines{"出口 actual 2021"});
    CHECK(when(read("今年上半年，落实2019年计划，全县税收8亿元。", half_of(2019, 1))) == lines{"税收 actual 2019H1"});
  }

  TEST_CASE("what belongs to the page states nothing") {
    for (const std::string line : {"发布时间：2021-03-04 08:15:30", "时间：2021-03-04", "浏览次数：1205", "2021年03月04日 08时15分",
                                   "- 12 -", "第3页 共20页", "0f39ac5511dd40c2a7d2:", "来源：\n乙县日报"}) {
      CAPTURE(line);
      const reading found = read(line + "\n出口增长4%。\n", year_of(2021));
      CHECK(when(found) == lines{"出口 actual 2021"});
      CHECK(found.unread.empty());
    }
    const reading clock = read("发布时间：2021-03-04 08:15:30", year_of(2021));
    REQUIRE(clock.passed.size() == 1);
    CHECK(clock.passed[0].text + " " + clock.passed[0].reason == "2021-03-04 08:15:30 date");
  }

  TEST_CASE("what notes on words tell is in doubt") {
    const reading found = read("名词解释\n1.“两区”工程：建成示范区30个。\n", year_of(2021));
    for (const fact& each : found.report.facts) CHECK(each.doubts.contains(doubt::status));
  }
}
