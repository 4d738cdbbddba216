#include <doctest/doctest.h>

#include "text/told_sentences.hpp"

using namespace kebi;
using test::told;

TEST_SUITE("numbers as they are written") {
  TEST_CASE("亿 and 万 inside a number are part of one number") {
    test::check_told({
        {"全市甲税收入2亿3000万元。",               "甲税收入: level 2.3000 亿元"        },
        {"甲镇接待游客21万4567人次。",              "甲镇接待游客: level 214567 人次"    },
        {"乙厂产值七十八亿九千零一十二万元。",      "乙厂产值: level 78.9012 亿元"       },
        {"丙仓存粮三百零五万零二十一公斤。",        "丙仓存粮: level 3050021 公斤"       },
        {"丁市常住人口計有142萬3,071人。",          "常住人口: level 1423071 人"           },
        {"全市甲税收入3亿元，乙税收入2000万元。",   "甲税收入: level 3 亿元 | 乙税收入: level 2000 万元"},
    });
  }

  TEST_CASE("万 and 亿 without a noun are the unit") {
    test::check_told({
        {"技师总量超86万。",         "技师总量: level more_than 86 万"},
        {"算力规模达到12.5万P。",    "算力规模: level 12.5 万P"       },
        {"甲区投资8.4亿、2.5亿元。", "甲区投资: level 8.4 亿元 | 甲区投资: level 2.5 亿元"},
    });
  }

  TEST_CASE("tenths and multiples with a part behind them, and neighbours as a range") {
    test::check_told({
        {"甲区进出口总额增长两三成。", "甲区进出口总额: growth range 20..30 %"},
        {"甲区进出口总额增长四成五。", "甲区进出口总额: growth 45 %"          },
        {"甲区进出口总额下降二成半。", "甲区进出口总额: growth -25 %"         },
        {"乙厂利润增长两倍半。",       "乙厂利润: growth 250 %"           },
        {"乙厂利润增长一倍半。",       "乙厂利润: growth 150 %"           },
        {"六七成商户盈利。",           "商户盈利: level range 60..70 %"   },
        {"两三百家企业参展。",         "企业参展: level range 200..300 家"},
    });
  }

  TEST_CASE("years in numerals and years of the Republic are times") {
    CHECK(told(test::read_of_city("二〇二三年甲税收入增长3.2%。")) == "甲税收入: growth 3.2 %, 2023");
    CHECK(told(test::read_of_city("民國111年甲稅收入增長3.2%。")) == "甲稅收入: growth 3.2 %, 2022");
    CHECK(told(test::read_of_city("111年甲稅收入增長3.2%。")) == "甲稅收入: growth 3.2 %, 2022");
    CHECK(told(test::read_of_city("甲校历时111年，培养学生3万人。")) == "培养学生: level 3 万人");
  }

  TEST_CASE("quarters and months that share a noun, with a number for each") {
    test::check_told({
        {"一、二、三季度甲税收入分别增长6.4%、6.2%、6.0%。",
         "甲税收入: growth 6.4 %, 2024Q1 | 甲税收入: growth 6.2 %, 2024Q2 | 甲税收入: growth 6.0 %, 2024Q3"},
        {"甲税收入3-5月份分别增长4.1%、3%、2.6%。",
         "甲税收入: growth 4.1 %, 2024-03 | 甲税收入: growth 3 %, 2024-04 | 甲税收入: growth 2.6 %, 2024-05"},
    });
    CHECK(told(test::read_of_city("甲税收入上一季度增长6.4%。", "2024Q3")) == "甲税收入: growth 6.4 %, 2024Q2");
  }

  TEST_CASE("a period as tables write it") {
    for (const char* written : {"2019-6", "2019/06", "2019/6", "2019.6", "2019-06"}) {
      CAPTURE(written);
      CHECK(read_period(written) == month_of(2019, 6));
    }
    CHECK(read_period("2019年第1-4季度") == year_of(2019));
    CHECK(read_period("2019年第1-2季度") == half_of(2019, 1));
    CHECK(read_period("2019年1-3季度") == months_of(2019, 1, 9));
    CHECK_THROWS_AS(read_period("2019-13"), error);
  }

  TEST_CASE("a number with two points is none") {
    for (const char* words : {"甲产量下降14..3%。", "三次产业比重调整为6.455.138.5。"}) {
      CAPTURE(words);
      const reading found = test::read_of_city(words);
      CHECK(found.report.facts.empty());
      REQUIRE(found.unread.size() == 1);
      CHECK(found.unread.front().reason == "a number with more than one point");
    }
  }

  TEST_CASE("fractions of a whole are read where a decimal is one") {
    CHECK(told(test::read_of_city("甲税占全国1/4。")) == "甲税: share 25 % in 全国");
    for (const char* words : {"甲税占全国1/3。", "1/4的企业盈利。"})
      CHECK(test::read_of_city(words).report.facts.empty());
  }

  TEST_CASE("signs and subscripts of mark-up") {
    test::check_told({
        {"甲税收入增速为&#8722;3.2%。",    "甲税收入: growth -3.2 %"             },
        {"甲税收入增速为&#x2212;3.2%。",   "甲税收入: growth -3.2 %"             },
        {"PM_2.5浓度为21微克/立方米。",    "PM2.5浓度: level 21 微克/立方米"     },
        {"食品抽检量超每千人5.5批次。",    "食品抽检量: level more_than 5.5 批次"},
        {"甲稅收入按年實質增長4.3%。",     "甲稅收入: growth 4.3 % price"        },
    });
  }
}

TEST_SUITE("what is no statistic") {
  TEST_CASE("set phrases, dates, times, meetings and classes give no facts") {
    const struct {
      const char* words;
      const char* passed;
      const char* reason;
    } rows[] = {
        {"牢记“三个必须”。",               "三个必须",            "idiom"      },
        {"提升“从1到100”转化能力。",       "从1到100",            "idiom"      },
        {"落实“两个20%”要求。",            "两个20%",             "idiom"      },
        {"落实市委九届八次全会部署。",       "九届",                "ordinal"    },
        {"发布时间：2025-02-11 08:15:30",    "2025-02-11 08:15:30", "date"       },
        {"每天8:30至17:30开放。",            "8:30",                "date"       },
        {"——2025年2月11日在甲市人大会议上",  "2025年2月11日",       "date"       },
        {"推进甲港20万吨级航道建设。",       "20万吨级",            "name"       },
        {"30万以上人口县全覆盖。",           "30万以上",            "name"       },
        {"近4年提升。",                      "近4年",               "duration"   },
        {"电话：021-12345678",               "021-12345678",        "name"       },
        {"1.2.3 工作安排",                   "1.2.3",               "list_number"},
    };
    for (const auto& each : rows) {
      CAPTURE(each.words);
      const reading found = test::read_of_city(each.words);
      CHECK(found.report.facts.empty());
      REQUIRE_FALSE(found.passed.empty());
      CHECK(found.passed.front().text == each.passed);
      CHECK(found.passed.front().reason == each.reason);
    }
  }

  TEST_CASE("counts before a noun are statistics") {
    test::check_told({
        {"3个千亿级项目开工。",         "千亿级项目开工: level 3 个"      },
        {"7.5万学童享受免费午餐。",     "学童享受免费午餐: level 7.5 万"  },
        {"建成3000吨级码头2个。",       "建成3000吨级码头: level 2 个"    },
        {"甲地召开3次会议。",           "会议: level 3 次"                },
        {"安置百万移民，建设千亿产业。", ""                              },
        {"四、减少贫困人口 9600人",     "减少贫困人口: level 9600 人"     },
        {"甲业产值稳居全省前十强、增长4.7%。", "甲业产值: growth 4.7 %"   },
    });
  }

  TEST_CASE("sentences in English and Japanese are left with what to call instead") {
    for (const char* words :
         {"Retail sales of the city rose by 8.0 percent to 3.2 billion yuan in 2019.",
          "2019年の小売売上高は前年比0.3%増加した。"}) {
      CAPTURE(words);
      const reading found = test::read_of_city(words);
      CHECK(found.report.facts.empty());
      CHECK(found.passed.empty());
      REQUIRE_FALSE(found.unread.empty());
      CHECK(found.unread.front().reason.find("kebi.Series") != std::string::npos);
    }
  }
}

TEST_SUITE("what is not read") {
  TEST_CASE("other languages and lines of data give no facts, and say what to call") {
    for (const char* words : {
             "Output rose 5.2% in 2023.",
             "| Indicator | 2019 | 2020 |\n|---|---|---|\n| Output growth | 6.1 | 2.2 |",
             "2019년 생산은 전년 대비 2.0% 증가했다.",
             "date,value,index\n2015-01,13.4,8.47\n2015-02,14.1,8.52",
             "日期,数值,指数\n2015-01,13.4,8.47\n2015-02,14.1,8.52",
         }) {
      CAPTURE(words);
      const reading found = test::read_of_city(words);
      CHECK(found.report.facts.empty());
      REQUIRE_FALSE(found.unread.empty());
      CHECK(found.unread.front().reason.find("kebi.Series") != std::string::npos);
    }
  }

  TEST_CASE("Chinese with names in letters is read") {
    test::check_told({
        {"推出Alpha Beta Gamma等3款车型。", "车型: level 3 款"},
        {"甲市GDP增长5.2%，PMI为50.1。",    "GDP: growth 5.2 % | PMI: level 50.1"},
    });
  }
}
