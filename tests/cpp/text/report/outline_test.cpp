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

void check(const reading& found, const char* region, const lines& stated) {
  CHECK(found.report.region == region);
  CHECK(when(found) == stated);
}

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

  TEST_CASE("a report given in December plans for the year after") {
    const reading found = read(
        "政府工作报告\n2021年12月28日在戊区第六届人民代表大会第一次会议上\n戊区人民政府区长 某某\n"
        "一、2021年及过去五年工作回顾\n今年以来，预计地区生产总值增长8.5%。\n过去五年，财政收入年均增长6.2%。\n"
        "二、未来五年主要目标\n到2026年，地区生产总值突破900亿元。研发投入年均增长10%以上。\n"
        "三、2022年重点工作\n明年，地区生产总值增长7%左右。新建学校4所。\n四、加强自身建设\n压减支出5%。\n");
    check(found, "戊区", {"地区生产总值 estimate 2021", "财政收入 actual 2017..2021 average", "地区生产总值 target 2026",
                               "研发投入 target 2022..2026 average", "地区生产总值 target 2022", "新建学校 target 2022",
                               "压减支出 target 2022"});
  }

  TEST_CASE("a plan and a budget look back on the year before") {
    const reading plan = read(
        "庚市人民政府\n关于印发庚市2024年国民经济和社会发展计划的通知\n发布日期：2024-04-02\n"
        "一、2023年计划执行情况\n财政收入增长1.5%。\n二、主要目标\n财政收入增长6%左右。\n三、主要任务和措施\n新建学校4所。\n");
    check(plan, "庚市", {"财政收入 actual 2023", "财政收入 target 2024", "新建学校 target 2024"});
    const reading budget = read(
        "关于辛省2025年预算执行情况和2026年预算草案的报告\n——2026年1月27日在辛省第十四届人民代表大会第四次会议上\n"
        "一、2025年预算执行情况\n税收增长3.2%。\n二、2026年预算草案\n安排教育支出812亿元。\n");
    check(budget, "辛省", {"税收 actual 2025", "安排教育支出 target 2026"});
  }

  TEST_CASE("news on a report turn to the year ahead where its speaker does") {
    check(read("丙县第十七届人民代表大会第二次会议开幕。\n报告分2021年工作回顾和2022年工作安排两部分。\n"
               "某某说，2021年，全县财政收入增长7.3%。\n某某说，今年是重要的一年。\n要抓好以下工作：新建水厂3座。\n"),
          "丙县", {"财政收入 actual 2021", "新建水厂 target 2022"});
  }

  TEST_CASE("an analysis of a half looks ahead to the rest of the year") {
    check(
        read("关于己市2023年上半年国民经济和社会发展计划执行情况的报告\n——2023年8月2日在己市人大常委会第十二次会议上\n"
             "一、上半年执行情况\n固定资产投资增长6.8%。\n二、存在的问题\n出口下降12.4%。\n三、下半年工作打算\n新开工项目45个。\n"),
        "己市", {"固定资产投资 actual 2023H1", "出口 actual 2023H1", "新开工项目 target 2023H2"});
  }

  TEST_CASE("what the words of a review strive for was done") {
    CHECK(when(read("一、2021年工作回顾\n争取上级资金5亿元。\n", year_of(2021))) == lines{"上级资金 actual 2021"});
  }

  TEST_CASE("the year in the title of a work report is that in which it is given") {
    CHECK(when(read("2022年乙省政府工作报告\n一、工作回顾\n粮食产量增长3.1%。\n")) == lines{"粮食产量 actual 2021"});
    CHECK(when(read("2022年乙省政府工作报告\n——2022年1月16日在乙省第九届人民代表大会第一次会议上\n"
                    "一、2021年主要工作和发展成就\n粮食产量增长3.1%。\n")) == lines{"粮食产量 actual 2021"});
  }

  TEST_CASE("the first sentence tells what a part is for whose heading names nothing") {
    const reading found = read(
        "2021年乙省政府工作报告\n——2021年1月16日在乙省第九届人民代表大会第四次会议上\n"
        "一、砥砺奋进，发展取得新成效\n出口增长4%。\n（一）办好民生实事，生活品质提高\n新建养老床位700张。\n"
        "二、一张蓝图绘到底\n“十四五”时期是关键时期。\n新建水厂30座。\n"
        "三、一鼓作气，推动“十四五”开好局\n2021年是“十四五”开局之年。\n新建学校4所。\n");
    CHECK(when(found) == lines{"出口 actual 2020", "新建养老床位 actual 2020", "新建水厂 target 2021..2025",
                               "新建学校 target 2021"});
  }

  TEST_CASE("a run of years is about its own figure, and a review starts from the year before it") {
    CHECK(when(read("一、2021年工作回顾\n连续10年提高养老金，基础养老金增长2.1%。发放救助金3亿元。\n", year_of(2021))).back() ==
          "发放救助金 actual 2021");
    CHECK(when(read("一、“十三五”时期工作回顾\n规上工业企业从312家增加到460家。\n", year_of(2020))).front() ==
          "规上工业企业 actual 2015");
  }
}
