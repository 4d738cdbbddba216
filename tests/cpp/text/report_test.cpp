#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "text/accounted.hpp"
#include "text/told.hpp"

using namespace kebi;

namespace {

reading read(std::string_view text) {
  static const catalogue all = standard_catalogue();
  report_context context;
  context.known = &all;
  return read_report(text, context);
}

std::vector<std::string> told(const reading& of) {
  std::vector<std::string> lines;
  for (const fact& each : of.report.facts) lines.push_back(each.indicator + ": " + test::told(each));
  return lines;
}

/// Each run of Arabic digits stands in exactly one place, and places are whole characters of the text.
void require_accounted(std::string_view text) {
  const std::string broken = test::broken_promise(text, read(text));
  CHECK_MESSAGE(broken.empty(), broken << " of " << std::string{text});
}

}  // namespace

TEST_CASE("a report says itself whom and when it speaks of") {
  const reading found = read("# 关于2019年上半年嘉定区国民经济和社会发展计划执行情况的报告\n\n上半年全区固定资产投资完成152.7亿元,同比增长1.6%。\n");
  CHECK(found.report.region == "嘉定区");
  REQUIRE(found.report.period);
  CHECK(*found.report.period == half_of(2019, 1));
  REQUIRE(found.report.facts.size() == 2);
  CHECK(found.report.facts[0].region == "嘉定区");
  CHECK(found.report.facts[0].text == "完成152.7亿元");
  CHECK(found.report.facts[1].text == "同比增长1.6%");
}

TEST_CASE("a table of targets and outcomes is read by its heads") {
  const reading found = read(
      "2019年上半年某区主要目标完成情况\n"
      "指标名称\t年度目标\t上半年完成\n"
      "1. 增加值\t增长6.0%-6.5%\t-0.9%\n"
      "#工业增加值\t增长3%左右\t-10. 9%\n"
      "2. 外贸出口额(1-5月)\t基本持平\t-1.6%\n"
      "3. 固定资产投资\t完成300亿元以上\t152. 7 亿元\n");
  CHECK(told(found) == std::vector<std::string>{"增加值: growth range 6.0..6.5 %", "增加值: growth -0.9 %", "工业增加值: growth about 3 %",
                                                "工业增加值: growth -10.9 %", "外贸出口额: growth flat", "外贸出口额: growth -1.6 %",
                                                "固定资产投资: level at_least 300 亿元", "固定资产投资: level 152.7 亿元"});
  CHECK(found.report.facts[0].period == year_of(2019));
  CHECK(found.report.facts[1].period == half_of(2019, 1));
  CHECK(found.report.facts[2].parent == "增加值");
  CHECK(found.report.facts[5].period == months_of(2019, 1, 5));
  CHECK(found.unread.empty());
}

TEST_CASE("a bulletin's table gives levels and growth in its units") {
  const std::string rows =
      "2024年1-6月主要经济指标\n\n"
      "| 指标 | 单位 | 累计 | 同比增长(%) |\n| --- | --- | --- | --- |\n"
      "| 地区生产总值 | 亿元 | 1256.3 | 5.6 |\n| 粮食产量 | 万吨 | 86.5 | 持平 |\n| 社会消费品零售总额 | 亿元 | 586.3 | -1.2 |\n";
  const reading found = read(rows);
  CHECK(told(found) == std::vector<std::string>{"地区生产总值: level 1256.3 亿元", "地区生产总值: growth 5.6 %", "粮食产量: level 86.5 万吨",
                                                "粮食产量: growth flat", "社会消费品零售总额: level 586.3 亿元",
                                                "社会消费品零售总额: growth -1.2 %"});
}

TEST_CASE("the columns of a five-year plan tell base, target, average and nature") {
  const reading found = read(
      "指标\t2020年\t2025年目标\t年均增长\t属性\n"
      "全员劳动生产率(万元/人)\t12.5\t17.5\t7%以上\t预期性\n"
      "森林覆盖率(%)\t42.1\t45\t\t约束性\n");
  REQUIRE(found.report.facts.size() == 5);
  CHECK(told(found)[0] == "全员劳动生产率: level 12.5 万元/人");
  CHECK(found.report.facts[0].status == status::actual);
  CHECK(found.report.facts[0].period == year_of(2020));
  CHECK(told(found)[1] == "全员劳动生产率: level 17.5 万元/人 expected");
  CHECK(found.report.facts[1].period == year_of(2025));
  CHECK(told(found)[2] == "全员劳动生产率: growth at_least 7 % average expected");
  CHECK(told(found)[4] == "森林覆盖率: level 45 % binding");
}

TEST_CASE("mark-up and line breaks inside a sentence change nothing") {
  const std::string plain = "一般公共预算收入完成172.8亿元,同比增长1.1%,规模以上工业总产值下降10.4%。";
  const std::string broken = "<p>**一般公共预算\n收入**完成172.8\n亿元，同比增长 1. 1％，规模以上\n\n工业总产值下降10.4%。</p>";
  CHECK(told(read(plain)) == told(read(broken)));
}

TEST_CASE("numbers that are no statistics are passed over with a reason") {
  const reading found = read(
      "一、总体情况\n"
      "(一)推进《某区总体规划(2017-2035年)》,编制G1A-04地块方案,实施三年行动计划,60岁以上人群免费,第7批项目落地,2018年度获评。\n");
  CHECK(found.report.facts.empty());
  CHECK(found.unread.empty());
  std::vector<std::string> reasons;
  for (const passed& each : found.passed) reasons.push_back(each.text + " " + each.reason);
  CHECK(reasons == std::vector<std::string>{"一、 list_number", "(一) list_number", "2017-2035年 title", "G1A-04 name", "三年 duration",
                                            "60岁以上 other", "第7批 ordinal", "2018年度 date"});
}

TEST_CASE("half a year is no share, and time that is half over neither") {
  const reading found = read("经过半年努力,近半年来时间过半,任务完成过半。\n");
  std::vector<std::string> left;
  for (const auto& each : found.unread) left.push_back(each.text);
  CHECK(left == std::vector<std::string>{"过半"});
}

TEST_CASE("fractions that no decimal gives, and halves told in words, are unread with their reason") {
  const reading found = read("服务业占地区生产总值的三分之二,出口占工业投资的1/3,服务业占比过半,四分之三的企业增产。\n");
  CHECK(found.report.facts.empty());
  std::vector<std::string> reasons;
  for (const unread& each : found.unread) reasons.push_back(each.text + ": " + each.reason);
  CHECK(reasons == std::vector<std::string>{"三分之二: a fraction that no decimal gives exactly", "1/3: a fraction that no decimal gives exactly",
                                            "过半: a half stated in words", "四分之三: no indicator found for it"});
}

TEST_CASE("a change that may be of a profit or of its loss is unread with that reason") {
  const std::string_view why = ": it may belong to the profit or to its loss";
  for (const std::string text : {"净利润亏损0.5亿元,同比减少0.2亿元。\n", "净利润亏损0.5亿元,比上年同期增加0.2亿元。\n"}) {
    CAPTURE(text);
    const reading found = read(text);
    REQUIRE(found.report.facts.size() == 1);
    CHECK(found.report.facts[0].value->value() == doctest::Approx(-0.5));
    REQUIRE(found.unread.size() == 1);
    CHECK(found.unread[0].text + ": " + found.unread[0].reason == "0.2亿元" + std::string{why});
    CHECK(test::broken_promise(text, found).empty());
  }
  for (const std::string text : {"净利润亏损0.5亿元,同比减亏0.2亿元。\n", "净利润亏损0.5亿元,亏损同比减少0.2亿元。\n",
                                 "净亏损0.5亿元,同比减少0.2亿元。\n", "净利润亏损0.5亿元,同比收窄0.2亿元。\n"}) {
    CAPTURE(text);
    const reading found = read(text);
    CHECK(found.unread.empty());
    REQUIRE(found.report.facts.size() == 2);
    CHECK(found.report.facts[1].value->value() == doctest::Approx(0.2));
  }
}

TEST_CASE("every run of digits is accounted for once") {
  std::ifstream in{"tests/cpp/text/clauses.txt"};
  REQUIRE(in.good());
  std::string all;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("  ")) {
      require_accounted(line);
      all += line + "\n";
    }
  require_accounted(all);
  for (const char* odd : {"", "1", "12 34", "1.2.3", "2019", "2019年", "13月", "99999999999999999999%", "增长", "占%", "5%", "-", "--5", "A1B2", "(3)", "3、", "《12》", "\"30\"",
                          "1:2:3", "１２３", "1,234,567", "1\n2", "表1\t2\n3\t4", "| 1 | 2 |", "<td>5</td>", "<td colspan=\"2\">5</td>", "完成5<b x=1>亿元</b>", "<5%", "\xFF\xFE 12 \x80", "5个5个5个", "增长5%、6%、7%", "由5%到6%", "第5", "1－5月", "百分之5", "99999999999999千亿级余", "13区6本年!3", "市36本年", "为99999999999999999分之3", "占3分之99999999999999999", "为1/2/3", "占的1/0", "占的0/5", "万分之", "十万分之0"})
    require_accounted(odd);
}

TEST_CASE("the seeds of the fuzz target are accounted for, cut anywhere") {
  std::size_t seeds = 0;
  for (const auto& file : std::filesystem::directory_iterator{"tests/fuzz/seeds/read_report"}) {
    std::ifstream in{file.path(), std::ios::binary};
    const std::string all{std::istreambuf_iterator<char>{in}, {}};
    require_accounted(all);
    for (std::size_t length = 1; length < all.size(); length += 1 + all.size() / 40) {
      require_accounted(all.substr(0, length));
      require_accounted(all.substr(length));
    }
    ++seeds;
  }
  CHECK(seeds >= 30);
}

TEST_CASE("no shuffling of the language breaks the account") {
  std::ifstream in{"tests/cpp/text/clauses.txt"};
  std::vector<std::string> pieces;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("  ") || line.starts_with("# ")) continue;
    for (std::size_t at = 0; at < line.size();) {  // pieces of up to five characters
      std::size_t end = at;
      for (int i = 0; i < 5 && end < line.size(); ++i)
        do ++end;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80);
      pieces.push_back(line.substr(at, end - at));
      at = end;
    }
  }
  std::mt19937 random{20190630};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 25; ++i) text += pieces[random() % pieces.size()] + (random() % 12 == 0 ? "\n" : random() % 15 == 0 ? "\t" : "");
    require_accounted(text);
  }
}
