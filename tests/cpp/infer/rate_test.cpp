#include <doctest/doctest.h>

#include "infer/made.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {
const std::vector<fact> halves(const char* year, const char* first, const char* second) {
  return {growth("税收收入", "2019", year), growth("税收收入", "2019H1", first), growth("税收收入", "2019H2", second)};
}
fact of_gdp(measure what, const char* name, const char* value) {
  return in_whole(what, name, "2019", value, "地区生产总值", what == measure::pull ? "个百分点" : "%");
}
}  // namespace

TEST_SUITE("infer: rates without levels") {
  TEST_CASE("the growth of a whole lies within that of its parts") {
    const std::vector<fact> parts{growth("出口额", "2019", "3.0"), growth("进口额", "2019", "8.0")};
    const bounds all = found(inferred(parts), "进出口总额", "2019", measure::growth);
    CHECK(all.lo() == doctest::Approx(2.95));
    CHECK(all.hi() == doctest::Approx(8.05));
    for (const char* wrong : {"2.8", "8.2"}) {
      std::vector<fact> facts = parts;
      facts.push_back(growth("进出口总额", "2019", wrong));
      CHECK(inferred(facts).contradictions().size() == 1);
    }
  }

  TEST_CASE("the growth of a year lies within that of its halves") {
    CHECK(inferred(halves("5.0", "4.0", "6.0")).contradictions().empty());
    CHECK(inferred(halves("6.2", "4.0", "6.0")).contradictions().size() == 1);
    const inference all = inferred({growth("税收收入", "2019H1", "4.0"), growth("税收收入", "2019H2", "6.0")});
    CHECK(found(all, "税收收入", "2019", measure::growth).lo() == doctest::Approx(3.95));
    CHECK(found(all, "税收收入", "2019", measure::growth).hi() == doctest::Approx(6.05));
  }

  TEST_CASE("the shares of a complete list add to 100, and so do its contributions") {
    for (const measure what : {measure::share, measure::contribution}) {
      const auto industry = [&](const char* name, const char* value) { return of_gdp(what, name, value); };
      const inference all = inferred({industry("第一产业增加值", "5.1"), industry("第二产业增加值", "40.2")});
      CHECK(found(all, "第三产业增加值", "2019", what).contains(54.7));
      CHECK(width(found(all, "第三产业增加值", "2019", what)) == doctest::Approx(0.2));
      CHECK(inferred({industry("第一产业增加值", "5.1"), industry("第二产业增加值", "40.2"), industry("第三产业增加值", "56.7")})
                .contradictions()
                .size() == 1);
    }
  }

  TEST_CASE("what a part pulls is its share a year before times its growth, though no level is printed") {
    const inference all = inferred({of_gdp(measure::pull, "第二产业增加值", "2.00"), growth("第二产业增加值", "2019", "5.0"),
                                    growth("地区生产总值", "2019", "6.0")});
    const bounds share = found(all, "第二产业增加值", "2018", measure::share, scope::comparable);
    CHECK(share.lo() == doctest::Approx(100 * 1.995 / 5.05));
    CHECK(share.hi() == doctest::Approx(100 * 2.005 / 4.95));
    const bounds contribution = found(all, "第二产业增加值", "2019", measure::contribution);
    CHECK(contribution.lo() == doctest::Approx(100 * 1.995 / 6.05));
    CHECK(contribution.hi() == doctest::Approx(100 * 2.005 / 5.95));
  }

  TEST_CASE("a share of the year before follows from both levels") {
    const inference all = inferred({in_whole(measure::share, "税收收入", "2019", "82.0", "一般公共预算收入"), level("税收收入", "2018", "80.0"),
                                    level("一般公共预算收入", "2018", "100.0")});
    const bounds share = found(all, "税收收入", "2018", measure::share);
    CHECK(share.lo() == doctest::Approx(100 * 79.95 / 100.05));
    CHECK(share.hi() == doctest::Approx(100 * 80.05 / 99.95));
  }
}
