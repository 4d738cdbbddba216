#include "kebi/indicator/indicator.hpp"

#include <doctest/doctest.h>

using namespace kebi;

TEST_SUITE("indicator") {
  TEST_CASE("only flows add up over months") {
    static_assert(adds_up(kind::flow));
    for (const kind other :
         {kind::stock, kind::count, kind::ratio, kind::rate, kind::index, kind::average})
      CHECK_FALSE(adds_up(other));
  }
  TEST_CASE("a level fits in any unit of the same kind as a usual one") {
    indicator revenue;
    revenue.units = {unit{"亿元"}};
    CHECK(fits(revenue, unit{"万元"}));
    CHECK(fits(revenue, unit{"元"}));
    CHECK_FALSE(fits(revenue, unit{"亿美元"}));
    CHECK_FALSE(fits(revenue, unit{"%"}));
    CHECK_FALSE(fits(revenue, unit{"亿元/日"}));
    revenue.units.emplace_back("亿美元");
    CHECK(fits(revenue, unit{"万美元"}));
  }
  TEST_CASE("an indicator of no known unit takes any") { CHECK(fits(indicator{}, unit{"公顷"})); }
}
