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

  // Known: 国家统计局, 2023: shares at current prices, growth and contributions at constant ones.
  TEST_CASE("shares at current prices do not contradict growth at constant prices") {
    const inference all = inferred({growth("地区生产总值", "2019", "5.2"), growth("第一产业增加值", "2019", "4.1"),
                                    of_gdp(measure::share, "第一产业增加值", "7.1"), of_gdp(measure::contribution, "第一产业增加值", "5.9"),
                                    level("地区生产总值", "2019", "1260582"), level("第一产业增加值", "2019", "89755")});
    CHECK(all.contradictions().empty());
    const bounds base = found(all, "第一产业增加值", "2018", measure::share, scope::comparable);
    CHECK(base.lo() > 7.2);  // 5.9 % of 5.2 points over 4.1 %, whatever the share now is
    CHECK(base.hi() < 7.8);
  }

  TEST_CASE("growth follows from the levels of both years") {
    const inference all = inferred({level("税收收入", "2019", "110.0"), level("税收收入", "2018", "100.0"), level("税收收入", "2017", "90.0")});
    const bounds now = found(all, "税收收入", "2019", measure::growth);
    CHECK(now.lo() == doctest::Approx(100 * 109.95 / 100.05 - 100));
    CHECK(now.hi() == doctest::Approx(100 * 110.05 / 99.95 - 100));
    CHECK(found(inferred({level("地区生产总值", "2019", "110.0"), level("地区生产总值", "2018", "100.0")}), "地区生产总值", "2019",
                measure::growth)
              .is_entire());
  }

  TEST_CASE("pull and contribution of both years' shares tell how the whole grew") {
    const std::vector<fact> told{in_whole(measure::share, "税收收入", "2019", "82.0", "一般公共预算收入"),
                                 in_whole(measure::pull, "税收收入", "2019", "8.40", "一般公共预算收入", "个百分点"),
                                 in_whole(measure::contribution, "税收收入", "2019", "105.0", "一般公共预算收入")};
    const inference all = inferred(told);
    const bounds growth_of_all = found(all, "一般公共预算收入", "2019", measure::growth);
    CHECK(growth_of_all.contains(8.0));
    CHECK(width(growth_of_all) < 0.02);
    // 82 % of 108 is 88.56: 80.16 then, which grew by 10.48 %.
    CHECK(found(all, "税收收入", "2019", measure::growth).contains(100 * (88.56 / 80.16 - 1)));
    CHECK(width(found(all, "税收收入", "2019", measure::growth)) < 0.2);
  }

  TEST_CASE("what of a plan is reached follows from both levels") {
    const inference all = inferred({level("税收收入", "2019H1", "53.0"), with(level("税收收入", "2019", "100"), status::target)});
    CHECK(found(all, "税收收入", "2019H1", measure::progress).contains(53));
    CHECK(width(found(all, "税收收入", "2019H1", measure::progress)) < 0.2);
  }

  TEST_CASE("a share of the year before follows from both levels") {
    const inference all = inferred({in_whole(measure::share, "税收收入", "2019", "82.0", "一般公共预算收入"), level("税收收入", "2018", "80.0"),
                                    level("一般公共预算收入", "2018", "100.0")});
    const bounds share = found(all, "税收收入", "2018", measure::share);
    CHECK(share.lo() == doctest::Approx(100 * 79.95 / 100.05));
    CHECK(share.hi() == doctest::Approx(100 * 80.05 / 99.95));
  }
}
