#include "kebi/core/missing.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <type_traits>

using namespace kebi;

TEST_SUITE("missing") {
  TEST_CASE("a figure is there, or a reason why it is not") {
    const maybe<double> there = 172.8, withheld = missing::suppressed;
    CHECK(there.has_value());
    CHECK(there.value() == 172.8);
    CHECK(*there == 172.8);
    CHECK_FALSE(withheld);
    CHECK(withheld.cause() == missing::suppressed);
    CHECK(maybe<std::string> { "一般" } -> size() == 6);
  }
  TEST_CASE("absence for two reasons is two things, and zero is a figure") {
    CHECK(maybe<double>{missing::absent} != maybe<double>{missing::below_unit});
    CHECK(maybe<double>{missing::absent} == maybe<double>{missing::absent});
    CHECK(maybe<double>{0.0} != maybe<double>{missing::below_unit});
    CHECK(maybe<double>{0.0}.has_value());
  }
  TEST_CASE("each cause has a word of its own") {
    std::set<std::string> words;
    for (const missing cause : {missing::absent, missing::not_yet_out, missing::suppressed,
                                missing::below_unit, missing::undefined, missing::unreadable})
      words.insert(code(cause));
    CHECK(words.size() == 6);
    CHECK(words.contains("below_unit"));
  }

  // Refusals.
  TEST_CASE("what is not there is not handed out") {
    const maybe<double> withheld = missing::suppressed, there = 1.0;
    CHECK_THROWS_WITH_AS(withheld.value(), "there is no figure here: suppressed", error);
    CHECK_THROWS_AS(*withheld, error);
    CHECK_THROWS_AS(withheld.operator->(), error);
    CHECK_THROWS_WITH_AS(there.cause(), "there is a figure here, so no cause for its absence",
                         error);
  }
  static_assert(!std::is_convertible_v<maybe<double>, double>);
  static_assert(!std::is_convertible_v<maybe<double>, bool>);
  static_assert(!std::is_convertible_v<missing, double>);
}
