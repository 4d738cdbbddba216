#include <doctest/doctest.h>

#include "assess/made.hpp"

using namespace made;

namespace {

fact doubtful(fact f) {
  f.doubts.insert(doubt::period);
  return f;
}

assessment asked(const char* name, decimal goal, decimal value, period when, std::vector<indicator> all = {}) {
  return only({target(name, measure::level, bound::exact, goal, "件"), outcome(name, measure::level, value, "件", when)},
              std::move(all));
}

}  // namespace

TEST_SUITE("assess: what is not known") {
  TEST_CASE("a target or an outcome in doubt gives no verdict, unless told otherwise") {
    const fact asked_for = target("x", measure::growth, bound::exact, 6_p, "%"), came = outcome("x", measure::growth, 8_p, "%", year_of(2019));
    CHECK(only({asked_for, came}).verdict == verdict::met);
    const assessment open = only({doubtful(asked_for), came});
    CHECK(open.verdict == verdict::undetermined);
    CHECK(open.lacking == lacking::reading);
    CHECK(only({asked_for, doubtful(came)}).lacking == lacking::outcome);
    settings all;
    all.include_doubtful = true;
    CHECK(only({doubtful(asked_for), doubtful(came)}, {}, all).verdict == verdict::met);
  }

  TEST_CASE("more of something unknown is neither good nor bad") {
    CHECK(asked("差错件数", 100_p, 150_p, half_of(2019, 1)).lacking == lacking::better);
    CHECK(asked("差错件数", 100_p, 150_p, year_of(2019)).verdict == verdict::undetermined);
    CHECK(asked("差错件数", 100_p, 100_p, year_of(2019)).verdict == verdict::met);
    CHECK(asked("差错件数", 100_p, 150_p, year_of(2019), {known("差错件数", kind::flow)}).verdict == verdict::met);
  }

  TEST_CASE("what happened does not go away: a passed number of the year can no longer be kept") {
    const auto passed = [](kind what) {
      return asked("差错件数", 10_p, 12_p, half_of(2019, 1), {known("差错件数", what, better::lower)});
    };
    REQUIRE(passed(kind::flow).need);
    CHECK(passed(kind::flow).verdict == verdict::behind);
    CHECK(passed(kind::flow).need->out_of_reach);
    REQUIRE(passed(kind::stock).need);
    CHECK_FALSE(passed(kind::stock).need->out_of_reach);
  }

  TEST_CASE("what is to be kept at about a number is kept from rising") {
    const auto verdict_of = [](const char* words, decimal value) {
      fact price = target("价格", measure::growth, bound::about, 3_p, "%");
      price.text = words;
      return only({price, outcome("价格", measure::growth, value, "%", year_of(2019))}, {known("价格", kind::index, better::neither)}).verdict;
    };
    CHECK(verdict_of("控制在3%左右", 2.1_p) == verdict::within);
    CHECK(verdict_of("控制在3%左右", 3.5_p) == verdict::within);
    CHECK(verdict_of("控制在3%左右", 3.6_p) == verdict::breached);
    CHECK(verdict_of("3%左右", 2.1_p) == verdict::outside);
  }

  TEST_CASE("a target of a year has no outcome before that year") {
    fact next = target("x", measure::growth, bound::about, 5_p, "%");
    next.period = year_of(2020);
    const assessment open = only({next, outcome("x", measure::growth, 5.4_p, "%", year_of(2019))});
    CHECK(open.verdict == verdict::undetermined);
    CHECK(open.lacking == lacking::outcome);
  }
}
