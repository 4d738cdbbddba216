#include "text/report/disagreements.hpp"

#include <doctest/doctest.h>

#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

indicator known(const char* name, kind what, const char* in) {
  indicator result;
  result.name = name;
  result.kind = what;
  result.units = {unit{in}};
  return result;
}

fact say(const char* name, std::size_t start, measure what, decimal value, const char* in) {
  fact f;
  f.indicator = name;
  f.region = "甲区";
  f.period = year_of(2021);
  f.measure = what;
  f.value = value;
  if (*in) f.unit = unit{in};
  f.start = start;
  f.end = start + 10;
  return f;
}

std::vector<doubts> doubts_of(std::vector<fact> facts) {
  const catalogue all{{known("出口额", kind::flow, "亿元"), known("收入比", kind::ratio, "倍")}};
  grammar::doubt_disagreements(facts, all);
  std::vector<doubts> result;
  for (const fact& each : facts) result.push_back(each.doubts);
  return result;
}

}  // namespace

TEST_SUITE("report: disagreements") {
  TEST_CASE("a level in a unit that its indicator does not have is of something else") {
    CHECK(doubts_of({say("出口额", 10, measure::level, 95_p, "%")}) == std::vector{doubts{doubt::subject}});
    CHECK(doubts_of({say("出口额", 10, measure::level, 95_p, "")}) == std::vector{doubts{doubt::unit}});
    CHECK(doubts_of({say("出口额", 10, measure::level, 95_p, "万元")}) == std::vector{doubts{}});
    CHECK(doubts_of({say("出口额", 10, measure::growth, 95_p, "%")}) == std::vector{doubts{}});
    CHECK(doubts_of({say("收入比", 10, measure::level, 2.1_p, "")}) == std::vector{doubts{}});  // 2.1∶1
    CHECK(doubts_of({say("桥", 10, measure::level, 95_p, "%")}) == std::vector{doubts{}});      // unknown to the catalogue
  }

  TEST_CASE("of two figures of one indicator the one without its name is in doubt, else both are") {
    const fact first = say("出口额", 30, measure::level, 1.5_p, "亿元");
    // 出口额1.5亿元，累计12亿元
    CHECK(doubts_of({first, say("出口额", 48, measure::level, 12_p, "亿元")}) == std::vector{doubts{}, doubts{doubt::subject}});
    // 出口额1.5亿元。…出口额12亿元
    CHECK(doubts_of({first, say("出口额", 90, measure::level, 12_p, "亿元")}) ==
          std::vector{doubts{doubt::arithmetic}, doubts{doubt::arithmetic}});
    CHECK(doubts_of({first, say("出口额", 90, measure::level, 15000_p, "万元")}) == std::vector{doubts{}, doubts{}});
    // The source errs: 出口额1.5亿元。出口额1.2亿元; 152.8 and 158.2.
    CHECK(doubts_of({first, say("出口额", 60, measure::level, 1.2_p, "亿元")}) == std::vector{doubts{}, doubts{}});
    CHECK(doubts_of({say("出口额", 30, measure::level, 152.8_p, "亿元"), say("出口额", 900, measure::level, 158.2_p, "亿元")}) ==
          std::vector{doubts{}, doubts{}});
    fact planned = say("出口额", 90, measure::level, 12_p, "亿元");
    planned.status = status::target;
    CHECK(doubts_of({first, planned}) == std::vector{doubts{}, doubts{}});
  }
}
