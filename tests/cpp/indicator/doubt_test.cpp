#include "kebi/indicator/doubt.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "kebi/indicator/fact.hpp"

using namespace kebi;

TEST_SUITE("doubt") {
  TEST_CASE("doubts are a set, in the order of their codes") {
    doubts some;
    CHECK(some.empty());
    CHECK(some.begin() == some.end());
    some.insert(doubt::unit);
    some.insert(doubt::subject);
    some.insert(doubt::unit);
    some.insert(doubts{doubt::arithmetic});
    CHECK(std::vector<doubt>(some.begin(), some.end()) == std::vector{doubt::subject, doubt::unit, doubt::arithmetic});
    CHECK(some.contains(doubt::unit));
    CHECK_FALSE(some.contains(doubt::name));
    some.erase(doubt::subject);
    CHECK(some == doubts{doubt::arithmetic, doubt::unit});
  }
  TEST_CASE("a fact is firm until something of it is in doubt") {
    fact f;
    CHECK(is_firm(f));
    f.doubts.insert(doubt::name);
    CHECK_FALSE(is_firm(f));
    CHECK(same_statement(f, fact{}));
  }
}
