#include "kebi/core/unit.hpp"

#include "exact.hpp"

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("unit") {
  TEST_CASE("symbols name a kind and a scale") {
    const struct {
      const char *symbol, *kind;
      std::int64_t over, under;
    } rows[] = {
        {"元",                 "元",                 1,                 1            },
        {"万元",              "元",                 10'000,            1            },
        {"亿元",              "元",                 100'000'000,       1            },
        {"万亿元",           "元",                 1'000'000'000'000, 1            },
        {"百万元",           "元",                 1'000'000,         1            },
        {"亿元人民币",     "元",                 100'000'000,       1            },
        {"美元",              "美元",              1,                 1            },
        {"万美元",           "美元",              10'000,            1            },
        {"亿美元",           "美元",              100'000'000,       1            },
        {"万亿美元",        "美元",              1'000'000'000'000, 1            },
        {"人",                 "人",                 1,                 1            },
        {"万人",              "人",                 10'000,            1            },
        {"千人",              "人",                 1000,              1            },
        {"万人次",           "人次",              10'000,            1            },
        {"家",                 "家",                 1,                 1            },
        {"万家",              "家",                 10'000,            1            },
        {"个",                 "个",                 1,                 1            },
        {"项",                 "项",                 1,                 1            },
        {"条段",              "条段",              1,                 1            },
        {"套(间)",            "套(间)",            1,                 1            },
        {"吨/日",             "千克/天",          1000,              1            },
        {"万吨/日",          "千克/天",          10'000'000,        1            },
        {"微克/立方米",    "千克/立方米",    1,                 1'000'000'000},
        {"毫克/升",          "千克/立方米",    1,                 1000         },
        {"吨标准煤/万元", "千克标准煤/元", 1,                 10           },
        {"元/平方米",       "元/平方米",       1,                 1            },
        {"公顷",              "平方米",           10'000,            1            },
        {"亩",                 "平方米",           2000,              3            },
        {"万亩",              "平方米",           20'000'000,        3            },
        {"平方公里",        "平方米",           1'000'000,         1            },
        {"亿立方米",        "立方米",           100'000'000,       1            },
        {"亿千瓦时",        "千瓦时",           100'000'000,       1            },
        {"万千瓦",           "千瓦",              10'000,            1            },
        {"公里",              "米",                 1000,              1            },
        {"千克",              "千克",              1,                 1            },
        {"万吨",              "千克",              10'000'000,        1            },
        {"小时",              "天",                 1,                 24           },
        {"%",                   "倍",                 1,                 100          },
        {"‰",                 "倍",                 1,                 1000         },
        {"倍",                 "倍",                 1,                 1            },
        {"个百分点",        "个百分点",        1,                 1            },
        {"百分点",           "个百分点",        1,                 1            },
        {"个千分点",        "个百分点",        1,                 10           },
    };
    for (const auto& row : rows) {
      CAPTURE(row.symbol);
      const unit found{row.symbol};
      CHECK(found.symbol() == row.symbol);
      CHECK(found.kind() == row.kind);
      CHECK(found.scale() == detail::factor{row.over, row.under});
    }
  }
  TEST_CASE("multipliers in traditional characters count as much") {
    CHECK(unit{"萬頭"}.scale() == detail::factor{10'000, 1});
    CHECK(unit{"萬頭"}.kind() == "頭");
    CHECK(same_kind(unit{"億元"}, unit{"亿元"}));
    CHECK(unit{"億元"}.scale() == unit{"亿元"}.scale());
  }

  TEST_CASE("blanks and full-width signs do not make another unit") {
    CHECK(unit{" 亿 元 "} == unit{"亿元"});
    CHECK(unit{"亿　元"} == unit{"亿元"});
    CHECK(unit{"％"} == unit{"%"});
    CHECK(unit{"微克／立方米"} == unit{"微克/立方米"});
    CHECK(unit{"套（间）"} == unit{"套(间)"});
    CHECK(unit{"亿元"} != unit{"万元"});
  }

  TEST_CASE("a printed number keeps its digits in another unit") {
    CHECK(convert(172.8_p, unit{"亿元"}, unit{"万元"}) == decimal{1728, -3});
    CHECK(to_string(convert(172.8_p, unit{"亿元"}, unit{"万元"})) == "1728000");
    CHECK(convert(1728000_p, unit{"万元"}, unit{"亿元"}) == decimal{1'728'000, 4});
    CHECK(convert(33_p, unit{"微克/立方米"}, unit{"毫克/立方米"}) == 0.033_p);
    CHECK(convert(5.2_p, unit{"%"}, unit{"‰"}) == decimal{52, 0});
    CHECK(convert(24.5_p, unit{"公顷"}, unit{"平方公里"}) == 0.245_p);
    const amount revenue{172.8_p, unit{"亿元"}};
    CHECK(to_string(convert(revenue, unit{"元"})) == "17280000000元");
    CHECK(convert(convert(revenue, unit{"元"}), unit{"亿元"}) == revenue);
  }
  TEST_CASE("numbers convert exactly where they can") {
    CHECK(convert(1.0, unit{"公顷"}, unit{"亩"}) == 15);
    CHECK(convert(1.5, unit{"亿元"}, unit{"万元"}) == 15'000);
    CHECK(convert(48.0, unit{"小时"}, unit{"天"}) == 2);
    CHECK(convert(2.0, unit{"公斤"}, unit{"斤"}) == 4);
    CHECK(convert(mpq_class{1}, unit{"亩"}, unit{"公顷"}) == mpq_class{1, 15});
    CHECK(convert(bounds{1, 2}, unit{"公顷"}, unit{"亩"}) == bounds{15, 30});
  }

  // Another way: exact rationals.
  TEST_CASE("converted bounds enclose the exact amounts and are sharp") {
    exact::source random{71};
    const unit pairs[][2] = {
        {unit{"亩"},              unit{"公顷"}    },
        {unit{"公顷"},           unit{"亩"}       },
        {unit{"亿元"},           unit{"万元"}    },
        {unit{"万元"},           unit{"亿元"}    },
        {unit{"小时"},           unit{"天"}       },
        {unit{"斤"},              unit{"吨"}       },
        {unit{"微克/立方米"}, unit{"毫克/升"}}
    };
    for (int i = 0; i < 1'000; ++i)
      for (const auto& [from, to] : pairs)
        for (const bounds& of :
             {random.around(random.of_size(-40, 40)), rounding_interval(random.printed())}) {
          const bounds found = convert(of, from, to);
          const auto by = detail::conversion(from, to);
          const mpq_class factor{static_cast<long>(by.over), static_cast<unsigned long>(by.under)};
          const exact::interval all{exact::value(of.lo()) * factor, exact::value(of.hi()) * factor};
          if (!exact::encloses(found, all) || !exact::is_sharp(found, all, 2))
            FAIL_CHECK(exact::words(of), from.symbol(), " gave ", exact::words(found), to.symbol());
        }
  }

  // Laws.
  TEST_CASE("a conversion there and back changes nothing, for all pairs of one kind") {
    std::vector<unit> all;
    for (const auto& base : detail::base_units) all.emplace_back(base.symbol);
    for (const char* symbol : {"元", "万元", "亿元", "万亿元", "人", "万人", "元/亩", "万元/公顷"})
      all.emplace_back(symbol);
    for (const unit& from : all)
      for (const unit& to : all) {
        if (!same_kind(from, to)) {
          CHECK_THROWS_AS(convert(1.0, from, to), error);
          continue;
        }
        const mpq_class there = convert(mpq_class{7, 3}, from, to);
        CHECK(convert(there, to, from) == mpq_class{7, 3});
      }
  }

  // Refusals.
  TEST_CASE("units of two kinds do not convert, and the error names both") {
    CHECK_THROWS_WITH_AS(convert(1.0, unit{"亿元"}, unit{"亿美元"}),
                         "cannot convert 亿元 to 亿美元: one counts 元, the other 美元", error);
    CHECK_THROWS_AS(convert(5.2_p, unit{"%"}, unit{"个百分点"}), error);
    CHECK_THROWS_AS(convert(1_p, unit{"万人"}, unit{"万人次"}), error);
    CHECK_THROWS_AS(convert(1_p, unit{"吨"}, unit{"吨标准煤"}), error);
    CHECK_THROWS_AS(convert(1_p, unit{"吨"}, unit{"吨/日"}), error);
  }
  TEST_CASE("a printed number whose digits would change does not convert") {
    CHECK_THROWS_WITH_AS(
        convert(2.5_p, unit{"公顷"}, unit{"亩"}),
        "no printed number in 亩 equals 2.5 公顷 to the same digit: convert its rounding interval "
        "instead",
        error);
    CHECK_THROWS_AS(convert(1_p, unit{"天"}, unit{"小时"}), error);
    CHECK_THROWS_AS(convert(1_p, unit{"公斤"}, unit{"斤"}), error);
  }
  TEST_CASE("a scale without a noun is a unit of no kind") {
    CHECK(unit{"万"}.kind().empty());
    CHECK(unit{"万亿"}.symbol() == "万亿");
    CHECK(convert(3.5_p, unit{"亿"}, unit{"万"}) == decimal{35, -3});
    CHECK_FALSE(same_kind(unit{"万"}, unit{"万人"}));
  }
  TEST_CASE("a symbol needs a name and has no digits") {
    for (const char* symbol : {"", " ", "　", "/日", "元/", "元/万"}) {
      CAPTURE(symbol);
      CHECK_THROWS_AS(unit{symbol}, error);
    }
    CHECK_THROWS_WITH_AS(unit{"300亿元"}, "a unit has no digits: found \"300亿元\"", error);
    CHECK_THROWS_WITH_AS(unit{"亿元２"}, "a unit has no digits: found \"２\"", error);
    CHECK_THROWS_WITH_AS(unit{"万亿亿亿元"},
                         "the scale of a unit is too large or too small for any statistic", error);
    CHECK_THROWS_AS(convert(5_p, unit{"万亿元"}, unit{"微克"}), error);
  }
  TEST_CASE("a printed number that leaves 17 digits is refused, not cut") {
    CHECK_THROWS_AS(convert(decimal{1, -17}, unit{"吨"}, unit{"克"}), error);
    CHECK_THROWS_AS(convert(decimal{1, 17}, unit{"克"}, unit{"吨"}), error);
  }
}
