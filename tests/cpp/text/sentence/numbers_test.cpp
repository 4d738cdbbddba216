#include "text/sentence/numbers.hpp"

#include <doctest/doctest.h>

#include "text/sentence/head/read_head.hpp"
#include "text/sentence/one_sentence.hpp"

using namespace kebi;
using namespace kebi::grammar;

namespace {

/// The list that the first number of a sentence starts.
number_list list_in(const test::one_sentence& s) {
  const frame f = read_head(s.all(), 0, s.number(), s.known());
  return read_list(s.all(), s.number(), f);
}

}  // namespace

TEST_SUITE("numbers") {
  TEST_CASE("which numbers stand in one list") {
    const struct {
      std::size_t numbers;
      const char* words;
    } rows[] = {
        {3, "产量分别为64吨、82吨和91吨"    },
        {2, "产量分别为64、82万吨"          }, // one unit for both
        {2, "分别增长6.8%、下降4.1%"        }, // 分别 announces them
        {1, "完成5533.1亿元、下降4%"        }, // a statement of its own
        {2, "增长64%和2.8倍"                }, // two forms of growth
        {1, "快于全国1.4个、全省0.6个百分点"}, // a subject of its own
        {1, "增长6.0%-6.5%"                 }, // a range
    };
    for (const auto& row : rows) {
      CAPTURE(row.words);
      const test::one_sentence s{row.words};
      const number_list list = list_in(s);
      CHECK(list.all.size() == row.numbers);
      CHECK(list.next == list.all.back().end);
    }
  }

  TEST_CASE("a range has two ends and one bound behind it") {
    const test::one_sentence s{"增长6.0%-6.5%左右"};
    const number_list list = list_in(s);
    REQUIRE(list.all.size() == 1);
    CHECK(list.all[0].upper == s.number(1));
    CHECK(list.all[0].bound == bound::about);
  }

  TEST_CASE("a member of a list may have a verb of its own") {
    const test::one_sentence s{"分别增长6.8%、下降4.1%左右"};
    const number_list list = list_in(s);
    REQUIRE(list.all.size() == 2);
    CHECK(!list.all[0].sign);
    CHECK(list.all[1].sign == -1);
    CHECK(list.all[1].bound == bound::about);
  }

  TEST_CASE("a number without a unit has that of the last one") {
    const test::one_sentence s{"产量分别为64、82万吨"};
    const number_list list = list_in(s);
    const auto value = value_in_list(s.all(), list, list.all[0], frame{}, "产量");
    REQUIRE(value);
    CHECK(s.all().unit(value->number) == "万吨");
    CHECK(value->number.value == decimal{64});
  }

  TEST_CASE("numbers of people count in 万 without a unit") {
    const test::one_sentence s{"参保人数达7.5万"};
    const number_list list = list_in(s);
    const auto value = value_in_list(s.all(), list, list.all[0], frame{}, "参保人数");
    REQUIRE(value);
    CHECK(value->of_people);
    CHECK(to_string(value->number.value) == "7.5");
  }

  TEST_CASE("numbers that are no figures") {
    const struct {
      const char* words;
      bool states_nothing, named;
    } rows[] = {
        {"投资增长5%",                    false, false},
        {"完成全年980万目标的63%",        true,  false},
        {"增速高于全国(5.0%)1.2个百分点", true,  false},
        {"四分之三的企业增产",            true,  false},
        {"价格连续4个月上涨",             false, true },
        {"500万元以上工业项目",           false, true },
    };
    for (const auto& row : rows) {
      CAPTURE(row.words);
      const test::one_sentence s{row.words};
      CHECK(states_nothing(s.all(), s.number(), 0, s.known()) == row.states_nothing);
      if (!row.states_nothing) CHECK(is_named(s.all(), s.number(), s.known()) == row.named);
    }
  }
}
