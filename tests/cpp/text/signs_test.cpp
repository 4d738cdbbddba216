#include <doctest/doctest.h>

#include "kebi/core/read_decimal.hpp"
#include "kebi/text/read_phrase.hpp"

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("signs in outcome cells") {
  fact read(const char* cell) {
    phrase_context context;
    context.indicator = "增加值";
    context.period = half_of(2021, 1);
    const auto facts = read_outcome(cell, context);
    REQUIRE(facts.size() == 1);
    return facts.front();
  }

  TEST_CASE("a fall is negative however the cell says it") {
    for (const char* cell : {"-0.9%", "- 0.9%", "-　0.9%", "－0.9%", "−0.9%", "⁻0.9%", "负0.9%", "▼0.9%", "↓ 0.9%", "下降0.9%",
                             "负增长0.9%", "0.9%(下降)", "倒退0.9%", "缩水0.9%", "同比下降0.9%", "减少0.9%"}) {
      CAPTURE(cell);
      const fact f = read(cell);
      CHECK(f.measure == measure::growth);
      CHECK(f.value == -0.9_p);
    }
  }

  TEST_CASE("a rise stays a rise") {
    for (const char* cell : {"0.9%", "+0.9%", "增长0.9%", "同比增长0.9%", "0.9%(增长)"}) {
      CAPTURE(cell);
      CHECK(read(cell).value == 0.9_p);
    }
  }

  TEST_CASE("both ends of a range of tenths or multiples are scaled") {
    CHECK(read("增长2-3成").lo == 20_p);
    CHECK(read("增长2-3成").hi == 30_p);
    CHECK(read("增长2-3倍").hi == 300_p);
    CHECK(read("下降2-3成").lo == -30_p);
    CHECK(read("下降2-3成").hi == -20_p);
  }
}
