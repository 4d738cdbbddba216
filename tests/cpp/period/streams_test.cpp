#include <doctest/doctest.h>

#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "kebi/hash.hpp"
#include "kebi/indicator/code.hpp"
#include "kebi/ostream.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

template <class T>
std::string streamed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

}  // namespace

TEST_SUITE("streams and hashes") {
  TEST_CASE("values go into streams as they are written in reports") {
    CHECK(streamed(172.80_p) == "172.80");
    CHECK(streamed(rounding_interval(172.8_p)) == "[172.7500, 172.8500]");
    CHECK(streamed(unit{"亿元"}) == "亿元");
    CHECK(streamed(amount{172.8_p, unit{"亿元"}}) == "172.8亿元");
    CHECK(streamed(month_of(2019, 6).first()) == "2019-06");
    CHECK(streamed(half_of(2019, 1)) == "2019H1");
    CHECK(streamed(1.1_pct) == "1.1%");
    CHECK(streamed(points<decimal>{0.9_p}) == "0.9 pp");
    CHECK(streamed(growth{half_of(2018, 1), half_of(2019, 1), 1.1_pct}) == "1.1% from 2018H1 to 2019H1");
    CHECK(streamed(bound::at_least) == "at_least");
  }

  TEST_CASE("values are keys of hashed containers") {
    const std::unordered_map<period, unit> units{{half_of(2019, 1), unit{"亿元"}},
                                                 {year_of(2019), unit{"万元"}}};
    CHECK(units.at(half_of(2019, 1)).symbol() == "亿元");
    CHECK(std::unordered_set<unit>{unit{"亿元"}, unit{"亿元"}, unit{"家"}}.size() == 2);
    // 1.0 and 1.00 are different numbers as printed.
    CHECK(std::unordered_set<decimal>{1.0_p, 1.00_p, 1.0_p}.size() == 2);
    CHECK(std::unordered_set<percent<double>>{percent{5.0}, percent{5.0}}.size() == 1);
  }
  TEST_CASE("the two zeros are one number, and so have one hash") {
    CHECK(std::hash<bounds>{}(bounds{-0.0, 1}) == std::hash<bounds>{}(bounds{0.0, 1}));
  }
}
