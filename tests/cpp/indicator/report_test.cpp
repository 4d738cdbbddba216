#include "kebi/indicator/report.hpp"

#include <doctest/doctest.h>

#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

fact target(std::string indicator, decimal value) {
  fact f;
  f.indicator = std::move(indicator);
  f.period = year_of(2019);
  f.status = status::target;
  f.measure = measure::growth;
  f.value = value;
  return f;
}

report of(std::vector<fact> facts) { return {"", "嘉定区", std::nullopt, std::move(facts)}; }

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("two targets that ask different things of one figure compete") {
    const auto found = competing_targets(
        of({target("工业总产值", 2_p), target("财政收入", 6_p), target("财政收入", 5_p)}));
    REQUIRE(found);
    CHECK(found->first == 1);
    CHECK(found->second == 2);
  }
  TEST_CASE("a target said twice does not compete with itself") {
    fact again = target("财政收入", 6_p);
    again.start = 40;
    again.text = "增长6%";
    CHECK_FALSE(competing_targets(of({target("财政收入", 6_p), again})));
  }
  TEST_CASE("6% and 6.0% are two statements") {
    CHECK(competing_targets(of({target("财政收入", 6_p), target("财政收入", 6.0_p)})));
  }
  TEST_CASE("targets of other regions, periods, measures and parts stand side by side") {
    const fact first = target("财政收入", 6_p);
    std::vector<fact> all{first};
    const auto add = [&](const auto& change) {
      fact other = target("财政收入", 7_p);
      change(other);
      all.push_back(other);
    };
    add([](fact& f) { f.region = "全市"; });
    add([](fact& f) { f.period = year_of(2020); });
    add([](fact& f) { f.period.reset(); });
    add([](fact& f) { f.measure = measure::level; });
    add([](fact& f) { f.measure = measure::change, f.subject = measure::share; });
    add([](fact& f) { f.measure = measure::change, f.subject = measure::growth; });
    add([](fact& f) { f.basis = basis::average; });
    add([](fact& f) { f.whole = "全市"; });
    add([](fact& f) { f.parent = "税收"; });
    add([](fact& f) { f.indicator = "税收"; });
    CHECK_FALSE(competing_targets(of(all)));
  }
  TEST_CASE("outcomes and forecasts do not compete with targets") {
    fact outcome = target("财政收入", 1.1_p), forecast = target("财政收入", 3_p);
    outcome.status = status::actual;
    forecast.status = status::forecast;
    CHECK_FALSE(competing_targets(of({target("财政收入", 6_p), outcome, forecast})));
    CHECK_FALSE(competing_targets(of({})));
  }
}
