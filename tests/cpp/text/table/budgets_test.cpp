#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kebi/text/read_report.hpp"
#include "text/accounted.hpp"
#include "text/table/grids.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {

/// The facts of a table as lines that end with their status, where it is none of an outcome.
all stated(const std::vector<std::vector<std::string>>& rows) {
  all found;
  for (const fact& each : read({grid_of(rows)}).report.facts) {
    found.push_back(line_of(each));
    if (each.status != status::actual) found.back() += ", " + std::string{code(each.status)};
  }
  return found;
}

all names(const std::vector<std::vector<std::string>>& rows) {
  all found;
  for (const fact& each : read({grid_of(rows)}).report.facts) found.push_back(each.indicator);
  return found;
}

}  // namespace

TEST_CASE("a row of formulas says which columns a head without merged cells stands over") {
  CHECK(stated({{"2030年安平市政府债务限额及余额情况表"},
               {"单位：亿元"},
               {"", "", "2030年债务限额", "", "", "2030年债务余额预计执行数"},
               {"地区", "", "一般债务", "专项债务", "", "一般债务", "专项债务"},
               {"公式", "A=B+C", "B", "C", "D=E+F", "E", "F"},
               {"东岭县", "30.0", "10.0", "20.0", "25.0", "9.0", "16.0"}}) ==
        all{"债务限额@东岭县 2030 level 30.0 亿元", "一般债务限额@东岭县 2030 level 10.0 亿元",
            "专项债务限额@东岭县 2030 level 20.0 亿元", "债务余额@东岭县 2030 level 25.0 亿元, estimate",
            "一般债务余额@东岭县 2030 level 9.0 亿元, estimate", "专项债务余额@东岭县 2030 level 16.0 亿元, estimate"});
}

TEST_CASE("heads above a row of formulas in plain text are placed by it, names broken over lines too") {
  const std::string text =
      "表1 安平市2030年债务限额情况表\n                       单位：亿元\n"
      "              2030年债务限额               2030年债务余额\n  地   区\n"
      "          一般债务   专项债务           一般债务  专项债务\n"
      "  公 式     A=B+C   B     C      D=E+F     E      F\n"
      "  东岭县    30.0  10.0  20.0   25.0  9.0  16.0\n"
      "  大坪彝族自治  3.0  1.0  2.0   2.5  0.9  1.6\n县\n"
      "  西岭县    4.0  1.0  3.0   2.0  0.5  1.5\n";
  const reading found = read_report(text, about_a_city());
  REQUIRE(found.report.facts.size() == 18);
  CHECK(line_of(found.report.facts[1]) == "一般债务限额@东岭县 2030 level 10.0 亿元");
  CHECK(line_of(found.report.facts[17]) == "专项债务余额@西岭县 2030 level 1.5 亿元");
  CHECK(test::broken_promise(text, found) == "");
}

TEST_CASE("codes of a classification are no part of names, and part those that stand twice") {
  const std::vector<std::vector<std::string>> rows{{"2030年安平市本级支出决算表（万元）"}, {"科目", "决算数"},
      {"201—一般公共服务支出", "100"}, {"20101—人大事务", "40"}, {"2010101—行政运行", "20"}, {"20102政协事务", "41"},
      {"2010201行政运行", "21"}};
  CHECK(names(rows) == all{"一般公共服务支出", "人大事务", "人大事务行政运行", "政协事务", "政协事务行政运行"});
}

TEST_CASE("a column of codes says below which row another stands") {
  const std::vector<std::vector<std::string>> rows{{"2030年支出决算表（万元）"}, {"科目编码", "科目名称", "决算数"},
      {"20101", "人大事务", "40"}, {"2010101", "行政运行", "20"}, {"20102", "政协事务", "41"}, {"2010201", "行政运行", "21"}};
  CHECK(names(rows) == all{"人大事务", "人大事务行政运行", "政协事务", "政协事务行政运行"});
}

TEST_CASE("rows with their own year and status pass both to the rows below them") {
  CHECK(stated({{"安平市政府债券发行及还本付息情况表"},
               {"单位：亿元"},
               {"项目", "本地区"},
               {"一、2030年还本预计执行数", "57.7"},
               {"（一）一般债券", "21.1"}, {"（二）专项债券", "36.6"},
               {"二、2031年还本预算数", "52.4"},
               {"（一）一般债券", "31.1"}}) ==
        all{"还本@安平市 2030 level 57.7 亿元, estimate", "还本一般债券@安平市 2030 level 21.1 亿元, estimate",
            "专项债券@安平市 2030 level 36.6 亿元, estimate", "还本@安平市 2031 level 52.4 亿元, target",
            "还本一般债券@安平市 2031 level 31.1 亿元, target"});
}

TEST_CASE("a growth is of the year of the outcome, not of last year's that stands beside it") {
  CHECK(stated({{"2030年安平市一般公共预算收入执行情况表"},
               {"单位：万元"},
               {"项目", "预算数", "执行数", "为预算数的%", "上年决算数", "比上年+,-%"},
               {"增值税", "100", "90", "90.0", "80", "12.5"}}) ==
        all{"增值税@安平市 2030 level 100 万元, target", "增值税@安平市 2030 level 90 万元",
            "增值税@安平市 2030 progress 90.0 %", "增值税@安平市 2029 level 80 万元",
            "增值税@安平市 2030 growth 12.5 %"});
}

TEST_CASE("the title of a budget says that its figures are planned, or leaves it open") {
  CHECK(stated({{"2031年安平市转移支付分地区预算汇总表"}, {"单位：万元"}, {"地区", "返还性支出"}, {"东岭县", "12"}}) ==
        all{"返还性支出@东岭县 2031 level 12 万元, target"});
  const reading open = read({grid_of({{"2031年安平市一般公共预算收入表"}, {"单位：万元"}, {"项目", "金额"}, {"增值税", "12"}})});
  REQUIRE(open.report.facts.size() == 1);
  CHECK(open.report.facts[0].doubts.contains(doubt::status));
}

TEST_CASE("a total that only its table names takes the name of the table") {
  CHECK(names({{"2030年全市国有资本经营预算收入完成情况表"}, {"单位：万元"}, {"科目", "完成数"}, {"本年收入合计", "30"}}) ==
        all{"国有资本经营预算收入"});
  const reading bare = read({grid_of({{"单位：万元"}, {"科目", "2030年完成数"}, {"合计", "30"}, {"利润收入", "20"}})});
  REQUIRE(bare.report.facts.size() == 2);
  CHECK(bare.report.facts[0].doubts.contains(doubt::head));
}

TEST_CASE("sums of quarters count from the start of the year where name or title says so") {
  CHECK(lines({{"指标", "2030年第二季度"}, {"国内生产总值当季值(亿元)", "21"}, {"国内生产总值累计值(亿元)", "40"}}) ==
        all{"国内生产总值当季值@安平市 2030Q2 level 21 亿元", "国内生产总值@安平市 2030H1 level 40 亿元"});
  CHECK(lines({{"2030年固定资产投资累计增速（%）"}, {"地区", "三季度"}, {"东岭县", "4.0"}}) ==
        all{"固定资产投资@东岭县 2030-01..2030-09 growth 4.0 %"});
}

TEST_CASE("the line of an export names the indicator, with the words that part it from a known one") {
  CHECK(lines({{"数据库：分省月度数据"},
               {"指标：水产品类居民消费价格指数(上年同月=100)"},
               {"地区", "2030年6月"},
               {"东岭省", "101.2"}}) == all{"水产品类居民消费价格指数@东岭省 2030-06 level 101.2"});
}

TEST_CASE("a line between two blocks names the unit of the rows below it") {
  CHECK(lines({{"指标", "1-3月"}, {"单位：万吨"}, {"水泥产量", "3.3"}, {"单位：亿元"}, {"税收收入", "2.0"}}) ==
        all{"水泥产量@安平市 2031Q1 level 3.3 万吨", "税收收入@安平市 2031Q1 level 2.0 亿元"});
}

TEST_CASE("rows of counts are of the kinds that their heads name, with a doubt") {
  const reading found = read({grid_of({{"", "小学", "高级中学"}, {"学校数（所）", "19", "4"}})});
  REQUIRE(found.report.facts.size() == 2);
  CHECK(line_of(found.report.facts[1]) == "高级中学学校数@安平市 2031-03 level 4 所");
  CHECK(found.report.facts[1].doubts.contains(doubt::head));
}

TEST_CASE("tables side by side under one title have its unit") {
  CHECK(lines({{"2030年债务情况表", "<", "2030年债务情况表", "<"},
               {"表四", "单位：万元", "表四", "单位：万元"},
               {"项目", "全市", "项目", "市本级"},
               {"债务还本额", "30", "债务还本额", "12"}}) ==
        all{"债务还本额@安平市 2030 level 30 万元", "债务还本额@市本级 2030 level 12 万元"});
}

TEST_CASE("a table without words is a table: those behind it keep their numbers") {
  const grid_text laid_out = lay_out({grid_of({{" "}}), grid_of({{"指标", "2030年"}, {"出口额（亿元）", "1.0"}})});
  REQUIRE(laid_out.grids.size() == 2);
  CHECK(laid_out.grids[0].cells.empty());
}

TEST_CASE("columns without heads are told by what they hold: running numbers, names, places") {
  CHECK(lines({{"", "", "", "2029", "2030"},
               {"1", "公共预算支出（亿元）i", "北京", "12.0", "13.0"},
               {"2", "公共预算支出（亿元）i", "内蒙古", "22.0", "23.0"},
               {"3", "公共预算支出（亿元）i", "东岭省", "32.0", "33.0"}}) ==
        all{"公共预算支出@北京 2029 level 12.0 亿元", "公共预算支出@北京 2030 level 13.0 亿元",
            "公共预算支出@内蒙古 2029 level 22.0 亿元", "公共预算支出@内蒙古 2030 level 23.0 亿元",
            "公共预算支出@东岭省 2029 level 32.0 亿元", "公共预算支出@东岭省 2030 level 33.0 亿元"});
}

TEST_CASE("a unit may stand behind the figure that it is of") {
  CHECK(lines({{"指标", "数值", "单位", "同比增速"}, {"出口额", "12.5", "亿元", "+4.9%"}}) ==
        all{"出口额@安平市 2031-03 level 12.5 亿元", "出口额@安平市 2031-03 growth 4.9 %"});
}

TEST_CASE("heads of a text table without spans stand over the years that repeat below them") {
  const std::string text =
      "**表3 主要行业产值比重和位次**\n\n| 行业 | 产值比重(%) | 位次 |\n| --- | --- | --- |\n|  | 2029 | 2030 | 2029 | 2030 |\n"
      "| 煤炭采选 | 6.4 | 3.5 | 7 | 11 |\n";
  const reading found = read_report(text, about_a_city());
  REQUIRE(found.report.facts.size() == 4);
  CHECK(found.report.facts[1].period == read_period("2030"));
  CHECK(found.report.facts[1].measure == measure::share);
  CHECK(found.report.facts[3].measure == measure::rank);
}

TEST_CASE("cells on lines of their own with tabs between them are a table") {
  const std::string text =
      "安平市2030年科技经费统计公报\n\n\n\n表 2030年财政科技支出情况\n\n \n\n指标名称\n\n\t\n\n科技支出\n\n（亿元）\n\n\t\n\n"
      "比上年增长\n\n（%）\n\n\n\n\n合计\n\n\t\n\n12.2\n\n\t\n\n5.3\n\n\n\n\n其中：应用研究\n\n\t\n\n1.5\n\n\t\n\n5.7\n\n\n";
  const reading found = read_report(text, about_a_city());
  CHECK(test::broken_promise(text, found) == "");
  REQUIRE(found.report.facts.size() == 4);
  CHECK(found.report.facts[2].unit == unit{"亿元"});
}

TEST_CASE("a change since the start of the year under a title in money is an amount") {
  CHECK(lines({{"各旗县贷款余额（亿元）"}, {"", "余额", "比年初增减"}, {"多木旗", "10", "5.1"}, {"东岭县", "3", "6.0"}}) ==
        all{"贷款余额@多木旗 2031-03 level 10 亿元", "贷款余额@多木旗 2031-03 change of level 5.1 亿元 year_start",
            "贷款余额@东岭县 2031-03 level 3 亿元", "贷款余额@东岭县 2031-03 change of level 6.0 亿元 year_start"});
}
