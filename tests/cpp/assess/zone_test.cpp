#include "kebi/assess/zone.hpp"

#include <doctest/doctest.h>

#include "assess/made.hpp"

using namespace made;

TEST_SUITE("zone") {
  TEST_CASE("each phrase of a plan accepts its own stretch of numbers") {
    const settings how;
    const auto growth = [](bound b, decimal v) { return target("x", measure::growth, b, v, "%"); };
    const struct {
      const char* phrase;
      fact asked;
      better way;
      zone expected;
    } rows[] = {
        {"6%", growth(bound::exact, 6_p), better::higher, {6_p, {}}},
        {"-3%, lower is better", growth(bound::exact, -3_p), better::lower, {{}, -3_p}},
        {"3%, neither", growth(bound::exact, 3_p), better::neither, {2.5_p, 3.5_p}},
        {"about 10%", growth(bound::about, 10_p), better::higher, {9.5_p, 10.5_p}},
        {"at least 5%", growth(bound::at_least, 5_p), better::higher, {5_p, {}}},
        {"more than 0", growth(bound::more_than, 0_p), better::higher, {0_p, {}, true}},
        {"at most 3%", growth(bound::at_most, 3_p), better::neither, {{}, 3_p}},
    };
    for (const auto& row : rows) {
      CAPTURE(row.phrase);
      CHECK(accepted(row.asked, row.way, how) == row.expected);
    }
  }

  TEST_CASE("about a level reaches a share of it") {
    const fact about = target("x", measure::level, bound::about, 88_p, "亿元");
    CHECK(accepted(about, better::higher, {}) == zone{86.24_p, 89.76_p});
  }

  TEST_CASE("how far about reaches is the caller's to say") {
    settings wide;
    wide.about_points = 1_p;
    const fact about = target("x", measure::growth, bound::about, 10_p, "%");
    CHECK(accepted(about, better::higher, wide) == zone{9_p, 11_p});
  }

  TEST_CASE("a ceiling is a cap, a fall that is to be reached is not") {
    CHECK(is_cap(target("失业人数", measure::level, bound::at_most, 5650_p, "人")));
    CHECK(is_cap(target("价格", measure::growth, bound::at_most, 3_p, "%")));
    CHECK_FALSE(is_cap(target("能耗", measure::growth, bound::at_most, -3_p, "%")));
    CHECK_FALSE(is_cap(target("投资", measure::level, bound::at_least, 300_p, "亿元")));
  }

  TEST_CASE("a phrase without a number accepts no numbers") {
    CHECK_FALSE(accepted(target("x", measure::level, bound::assigned, {}, ""), better::higher, {}));
    CHECK_FALSE(accepted(target("x", measure::growth, bound::sync, {}, ""), better::higher, {}));
  }
}
