#include "text/told_sentences.hpp"

using namespace kebi;

TEST_SUITE("what a number is compared with") {
  TEST_CASE("the words before a number say what it measures") {
    test::check_told({
        // a ratio to the same time of an earlier year, no share of it
        {"甲站客流相当于2019年同期的81.5%。", "甲站客流: ratio 81.5 % versus 2019年同期"},
        // a share and the growth of what has it
        {"甲业增加值占比达91%，同比下降4.2%。",
         "甲业增加值占比: level 91 % | 甲业增加值: growth -4.2 %"},
        {"甲率占比达91%，同比下降4.2个百分点。",
         "甲率占比: level 91 % | 甲率占比: change of share -4.2 个百分点"},
        // the value that is compared with is of its own time
        {"甲税较去年的1.5万亿元多出320亿元。",
         "甲税: level 1.5 万亿元, 2023 | 甲税: change of level 320 亿元"},
        {"甲业产值达到870亿元，较“十三五”末的610亿元增加260亿元。",
         "甲业产值: level 870 亿元 | 甲业产值: level 610 亿元, 2020 | 甲业产值: change of level 260 亿元"},
        // 比 behind a name that ends with 收入 compares
        {"甲类收入比上年增加15亿元。", "甲类收入: change of level 15 亿元 versus 上年"},
        // 高 behind 同比 is a change
        {"甲业产值增长9.6%，同比高0.3个百分点。",
         "甲业产值: growth 9.6 % | 甲业产值: change of growth 0.3 个百分点"},
        // the growth told behind its change
        {"甲业产值增速比上年同期低0.4个百分点，为6.1%。",
         "甲业产值: change of growth -0.4 个百分点 versus 上年同期 | 甲业产值: growth 6.1 %"},
        // a verb with what it breaks through is no bound
        {"突破甲类规范等12个难点。", "难点: level 12 个"},
        {"甲业产值突破120亿元。", "甲业产值: level more_than 120 亿元"},
        {"甲业产值迈上5万亿台阶。", "甲业产值: level more_than 5 万亿"},
        // no statistics
        {"甲校学科进入排名前1%。", ""},
        {"甲园实现24小时开放。", ""},
    });
  }
}
