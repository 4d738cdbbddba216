#include "kebi/indicator/fact.hpp"

#include <doctest/doctest.h>

#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

fact with(bound how, std::optional<decimal> value, std::optional<decimal> lo = {},
          std::optional<decimal> hi = {}) {
  fact f;
  f.bound = how;
  f.value = value;
  f.lo = lo;
  f.hi = hi;
  return f;
}

}  // namespace

TEST_SUITE("fact") {
  TEST_CASE("what a printed phrase leaves possible") {
    CHECK(possible(with(bound::exact, 172.8_p)) == rounding_interval(172.8_p));
    CHECK(possible(with(bound::range, {}, 6.0_p, 6.5_p)) == bounds{6, 6.5});
    CHECK(possible(with(bound::at_least, 300_p, 300_p)) == bounds::at_least(300));
    CHECK(possible(with(bound::more_than, 300_p, 300_p)) == bounds::at_least(300));
    CHECK(possible(with(bound::at_most, 5650_p, {}, 5650_p)) == bounds::at_most(5650));
    CHECK(possible(with(bound::less_than, -(3.5_p), {}, -(3.5_p))) == bounds::at_most(-3.5));
  }
  TEST_CASE("a hedged or missing number bounds nothing by its digits") {
    for (const bound how : {bound::about, bound::nearly, bound::flat, bound::stable, bound::sync,
                            bound::exceed, bound::assigned, bound::none})
      CHECK(possible(with(how, 3_p)).is_entire());
    for (const bound how : {bound::exact, bound::range, bound::at_least, bound::at_most})
      CHECK(possible(with(how, {})).is_entire());
  }
  TEST_CASE("a fact is printed with the decimals of its number, or of its finest end") {
    CHECK(printed_decimals(with(bound::exact, 6.0_p)) == 1);
    CHECK(printed_decimals(with(bound::range, {}, 6_p, 6.5_p)) == 1);
    CHECK(printed_decimals(with(bound::exact, decimal{13, -2})) == -2);
    CHECK(printed_decimals(with(bound::stable, {})) == 0);
  }
  TEST_CASE("one statement may stand in two places") {
    fact a = with(bound::exact, 172.8_p), b = a;
    b.start = 5;
    b.end = 12;
    b.text = "完成172.8亿元";
    CHECK(same_statement(a, b));
    CHECK(a != b);
    b.value = 172.80_p;  // the same value, another statement
    CHECK_FALSE(same_statement(a, b));
    b = a;
    b.region = "嘉定区";
    CHECK_FALSE(same_statement(a, b));
  }

  // Refusals.
  TEST_CASE("a range that ends below its start is refused") {
    CHECK_THROWS_AS(possible(with(bound::range, {}, 6.5_p, 6.0_p)), error);
  }
}
