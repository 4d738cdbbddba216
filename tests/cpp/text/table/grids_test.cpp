#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/accounted.hpp"
#include "text/table/grids.hpp"

using namespace kebi;
using namespace kebi::test;

TEST_CASE("title, empty row, merged heads of two rows and counties as rows") {
  CHECK(lines({{"渔业总产值", "<", "<"},
               {},
               {"地 区", "1-3月", "<", "<"},
               {"^", "绝对额(万元)", "增速(%)", "排名"},
               {"全市", "5210", "4.4", ""},
               {"东岭", "310", "-2.0", "2"}}) ==
        all{"渔业总产值@安平市 2031Q1 level 5210 万元", "渔业总产值@安平市 2031Q1 growth 4.4 %",
            "渔业总产值@东岭 2031Q1 level 310 万元", "渔业总产值@东岭 2031Q1 growth -2.0 %",
            "渔业总产值@东岭 2031Q1 rank 2"});
}

TEST_CASE("a stock at the end of a month and its change since the start of the year") {
  CHECK(lines({{"金融机构存款余额"},
               {"地区", "3月末", "比年初增减数"},
               {"^", "(亿元)", "(亿元)"},
               {"东岭县", "41.20", "-1.05"}}) ==
        all{"金融机构存款余额@东岭县 2031-03 level 41.20 亿元",
            "金融机构存款余额@东岭县 2031-03 change of level -1.05 亿元 year_start"});
}

TEST_CASE("bare years are heads, and so are years below a common head") {
  CHECK(lines({{"指标", "单位", "2029", "2030"}, {"地区生产总值", "亿元", "310.5", "333.0"}}) ==
        all{"地区生产总值@安平市 2029 level 310.5 亿元", "地区生产总值@安平市 2030 level 333.0 亿元"});
  CHECK(lines({{"表2 各县粮食产量（万吨）"}, {"地区", "2029年", "2030年"}, {"东岭县", "3.1", "3.3"}}) ==
        all{"粮食产量@东岭县 2029 level 3.1 万吨", "粮食产量@东岭县 2030 level 3.3 万吨"});
}

TEST_CASE("parts take the unit of their total and say it in their names where they stand twice") {
  const all found = lines({{"指标", "1-3月"},
                           {"施工面积(万平方米)", "80.5"},
                           {"其中：住宅", "60.1"},
                           {"销售面积(万平方米)", "20.4"},
                           {"其中：住宅", "15.0"}});
  CHECK(found == all{"施工面积@安平市 2031Q1 level 80.5 万平方米", "施工面积住宅@安平市 2031Q1 level 60.1 万平方米",
                     "销售面积@安平市 2031Q1 level 20.4 万平方米", "销售面积住宅@安平市 2031Q1 level 15.0 万平方米"});
}

TEST_CASE("rows below a head without figures take its name and its unit") {
  CHECK(lines({{"指标", "1-3月", "<"},
               {"^", "绝对量", "增速(%)"},
               {"货运量(万吨)", "", ""},
               {"  公 路", "51.2", "3.0"},
               {"客运量(万人)", "", ""},
               {"  公 路", "8.1", "-1.5"}}) ==
        all{"公路货运量@安平市 2031Q1 level 51.2 万吨", "公路货运量@安平市 2031Q1 growth 3.0 %",
            "公路客运量@安平市 2031Q1 level 8.1 万人", "公路客运量@安平市 2031Q1 growth -1.5 %"});
}

TEST_CASE("a group of rows that lags behind is of the month before") {
  CHECK(lines({{"指标", "1-3月"},
               {"^", "绝对额(亿元)"},
               {"工业销售产值", "77.1"},
               {"企业效益指标（上月数据）", ""},
               {"营业收入", "48.0"},
               {"从业人员平均人数（人）", "9120"}}) ==
        all{"工业销售产值@安平市 2031Q1 level 77.1 亿元", "营业收入@安平市 2031-01..2031-02 level 48.0 亿元",
            "从业人员平均人数@安平市 2031-01..2031-02 level 9120 人"});
}

TEST_CASE("industries are of what the title of their table says") {
  CHECK(lines({{"各行业固定资产投资"}, {"指标", "1-3月"}, {"^", "增速（%）"}, {"采矿业", "-12.0"}, {"教育", "3.1"}}) ==
        all{"采矿业固定资产投资@安平市 2031Q1 growth -12.0 %", "教育固定资产投资@安平市 2031Q1 growth 3.1 %"});
}

TEST_CASE("parentheses and triangles are minus signs, flags are none of the number") {
  CHECK(lines({{"指标", "单位", "1-3月", "同比增长(%)"},
               {"出口额", "亿元", "12.5*", "(1.1)"},
               {"进口额", "亿元", "1,204[1]", "△2.30"},
               {"进出口总额", "亿元", "13.6p", "-0.4①"}}) ==
        all{"出口额@安平市 2031Q1 level 12.5 亿元", "出口额@安平市 2031Q1 growth -1.1 %",
            "进口额@安平市 2031Q1 level 1204 亿元", "进口额@安平市 2031Q1 growth -2.30 %",
            "进出口总额@安平市 2031Q1 level 13.6 亿元", "进出口总额@安平市 2031Q1 growth -0.4 %"});
}

TEST_CASE("what is no number of the usual form is unread, and signs for no figure are nothing") {
  const reading found = read({grid_of({{"指标", "单位", "1-3月", "增长(%)"},
                                       {"产值", "亿元", "12,5", "14..3"},
                                       {"税收", "亿元", "..", "x"}})});
  CHECK(found.report.facts.empty());
  REQUIRE(found.unread.size() == 2);
  CHECK(found.unread[0].text == "12,5");
  CHECK(found.unread[1].text == "14..3");
}

TEST_CASE("pages of contents and numbers of columns are passed over, and notes below a table") {
  const reading contents = read({grid_of({{"目 录", ""}, {"渔业………", "3"}, {"工业………", "4"}})});
  CHECK(contents.report.facts.empty());
  CHECK(contents.unread.empty());
  const reading noted = read({grid_of({{"指标", "单位", "1-3月"},
                                       {"甲", "1", "2"},
                                       {"产值", "亿元", "12.5"},
                                       {"注：2030年数据按55号文调整为11.9亿元。"}})});
  CHECK(noted.report.facts.size() == 1);
  CHECK(noted.unread.empty());
  CHECK(noted.passed.size() == 6);
}

TEST_CASE("several tables of one grid are read by their own heads") {
  CHECK(lines({{"一季度工业"},
               {"指标", "增速(%)"},
               {"工业增加值", "5.5"},
               {},
               {"一季度渔业"},
               {"指标", "产量(吨)"},
               {"海水产品", "120"}}) ==
        all{"工业增加值@安平市 2031Q1 growth 5.5 %", "海水产品产量@安平市 2031Q1 level 120 吨"});
}

TEST_CASE("prices in brackets and heads are a basis and no part of a name") {
  CHECK(lines({{"行业", "现价(万元)", "增速(%)"}, {"渔业", "1250", "2.6"}}) ==
        all{"渔业@安平市 2031-03 level 1250 万元 nominal", "渔业@安平市 2031-03 growth 2.6 %"});
}

TEST_CASE("a cell that reaches over rows names them all") {
  CHECK(lines({{"指标", "地区", "增速(%)"}, {"工业增加值", "东岭县", "5.5"}, {"^", "西岭县", "6.5"}}) ==
        all{"工业增加值@东岭县 2031-03 growth 5.5 %", "工业增加值@西岭县 2031-03 growth 6.5 %"});
}

TEST_CASE("rows of a statistical database name indicator, measure and unit in one cell") {
  CHECK(lines({{"数据库：月度数据"},
               {"指标", "2030年6月", "2030年5月"},
               {"零售额_当期值(亿元)", "338.0", "329.7"},
               {"零售额_累计增长(%)", "8.4", "8.1"}}) ==
        all{"零售额@安平市 2030-06 level 338.0 亿元", "零售额@安平市 2030-05 level 329.7 亿元",
            "零售额@安平市 2030H1 growth 8.4 %", "零售额@安平市 2030-01..2030-05 growth 8.1 %"});
}

TEST_CASE("without a given period the heads of another grid or the name of the file say the year") {
  report_context context = about_a_city();
  context.period.reset();
  const auto months = grid_of({{"指标", "1-2月"}, {"^", "增速(%)"}, {"出口额", "3.0"}});
  const auto dated = grid_of({{"指标", "2030年1-2月"}, {"^", "增速(%)"}, {"进口额", "1.0"}});
  CHECK(line_of(read({months, dated}, context).report.facts.front()) ==
        "出口额@安平市 2030-01..2030-02 growth 3.0 %");
  context.file = "yuebao-2029-02.xlsx";
  CHECK(line_of(read({months}, context).report.facts.front()) ==
        "出口额@安平市 2029-01..2029-02 growth 3.0 %");
}

TEST_CASE("a unit that only the row before names is a doubt") {
  const reading found =
      read({grid_of({{"指标", "1-3月"}, {"渔业产值(亿元)", "5.5"}, {"林业产值", "1.2"}})});
  REQUIRE(found.report.facts.size() == 2);
  CHECK(found.report.facts[0].doubts.empty());
  CHECK(found.report.facts[1].unit == unit{"亿元"});
  CHECK(found.report.facts[1].doubts.contains(doubt::unit));
}

TEST_CASE("each digit of a document with grids stands in one item") {
  const grid_text laid_out =
      lay_out({std::string{"2031年一季度安平市运行情况\n全市出口5.1亿元。"},
               grid_of({{"表1 主要指标(亿元)"}, {"指标", "2030", "2031"}, {"出口额", "5.0r", "(0.1)"}}),
               std::string{"进口3亿元。"}});
  CHECK(test::broken_promise(laid_out.text, read_report(laid_out, about_a_city())) == "");
}
