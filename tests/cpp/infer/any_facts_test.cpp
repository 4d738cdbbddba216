#include <doctest/doctest.h>

#include <cmath>

#include "infer/any_facts.hpp"
#include "infer/made.hpp"
#include "infer/random_network.hpp"

using namespace kebi;
using namespace kebi::test;

TEST_SUITE("infer: any facts") {
  // Refusals: whatever stands in a report, inference neither fails nor loses its way.
  TEST_CASE("facts of any kind and size are inferred from") {
    dice any{9};
    std::size_t contradicted = 0, figures = 0;
    for (int i = 0; i < std::max(1000, times(1000)); ++i) {
      const std::vector<fact> facts = any_facts(any, 14);
      CAPTURE(i);
      const inference all = inferred(facts);
      contradicted += all.contradictions().size();
      figures += all.figures().size();
      for (const implied& each : all.figures()) {
        REQUIRE(each.possible.lo() <= each.possible.hi());
        for (const side which : {side::low, side::high})
          for (const derivation_step& step : all.explain(each, which)) REQUIRE((step.fact || step.law));
      }
      for (const contradiction& each : all.contradictions()) REQUIRE(!each.facts.empty());
      for (const check& each : all.checks()) REQUIRE(!each.figures.empty());
    }
    CHECK(contradicted > 0);
    CHECK(figures > 1000);
  }
}

TEST_SUITE("infer: odd facts") {
  TEST_CASE("what no figure can be contradicts itself, and is not passed over") {
    const inference all = inferred({level("税收收入", "2019H1", "10"), growth("税收收入", "2019H1", "-250")});
    REQUIRE(all.contradictions().size() == 1);
    CHECK(all.contradictions()[0].facts == std::vector<std::size_t>{1});
    CHECK(all.put_aside() == std::vector<std::size_t>{1});
    // A profit can turn into a loss.
    CHECK(inferred({level("利润总额", "2019H1", "-15"), growth("利润总额", "2019H1", "-250")}).contradictions().empty());
  }

  TEST_CASE("growth on a base below zero means nothing certain, and contradicts nothing") {
    const inference all = inferred({level("利润总额", "2019H1", "10"), level("利润总额", "2018H1", "-5"), growth("利润总额", "2019H1", "300")});
    CHECK(all.contradictions().empty());
    CHECK(all.checks().empty());
  }

  TEST_CASE("zeros, falls to nothing and bases of nothing") {
    CHECK(inferred({level("税收收入", "2019H1", "0"), growth("税收收入", "2019H1", "-100")}).contradictions().empty());
    CHECK(inferred({level("税收收入", "2019H1", "0"), level("税收收入", "2018H1", "0"), growth("税收收入", "2019H1", "5")}).contradictions().empty());
    CHECK(inferred({level("税收收入", "2019H1", "10"), level("税收收入", "2018H1", "0"), growth("税收收入", "2019H1", "5")}).contradictions().size() == 1);
    const inference none = inferred({with(level("重大项目数", "2019", "0", "项"), status::target), level("新开工重大项目数", "2019H1", "0", "项"),
                                     level("在建(不包括新开工)重大项目数", "2019H1", "0", "项")});
    REQUIRE(none.find("其他重大项目数").size() == 1);
    CHECK_FALSE(std::signbit(none.find("其他重大项目数")[0].possible.hi()));  // and no -0 is printed
  }

  TEST_CASE("a fact told a thousand times is told once, and a thousand different ones are named") {
    const inference same = inferred(std::vector<fact>(1000, level("税收收入", "2019H1", "172.8")));
    CHECK(same.contradictions().empty());
    CHECK(same.network().numbers().statements().size() == 1);
    std::vector<fact> wild;
    for (int i = 0; i < 200; ++i)
      for (const char* span : {"2019H1", "2018H1"}) {
        wild.push_back(level("税收收入", span, std::to_string(100 + 3 * i).c_str()));
        wild.push_back(growth("税收收入", span, std::to_string(i).c_str()));
      }
    const inference all = inferred(wild);
    CHECK(all.contradictions().size() > 300);
    for (const implied& each : all.figures()) CHECK_FALSE(each.possible.is_empty());
  }

  TEST_CASE("what bounds no figure is told") {
    fact rank = say("税收收入", "2019H1", measure::rank, "3", "位");
    fact phrase = level("税收收入", "2019H1", "0");
    phrase.value.reset();
    phrase.bound = bound::none;
    const inference all = inferred({level("税收收入", "2019H1", "172.8"), rank, phrase, growth("税收收入", "0001", "5")});
    CHECK(all.unused() == std::vector<std::size_t>{1, 2, 3});
  }

  // Nobody says of what time an undated figure is; only what is told in one breath is put together.
  TEST_CASE("undated figures are not held against each other") {
    const auto undated = [](fact f, std::size_t start = 0, std::size_t end = 0) {
      f.period.reset();
      f.start = start, f.end = end;
      return f;
    };
    const auto by = [&](const char* value) {
      fact f = say("税收收入", "2019H1", measure::gap, value, "个百分点");
      f.subject = measure::growth;
      f.reference = "全国";
      return f;
    };
    const auto told_of_nation = [](const inference& all) {
      std::vector<bounds> result;
      for (const implied& each : all.figures())
        if (each.what.region == "全国") result.push_back(each.possible);
      return result;
    };
    // 出口额1.5亿元(去年同期1.2亿元),增长25%; 由1.2亿元增加到1.5亿元.
    const fact more = undated(level("出口额", "2019", "1.5")),
               less = undated(level("出口额", "2019", "1.2"));
    const inference two = inferred(told({more, less, undated(growth("出口额", "2019", "25"))}));
    CHECK(two.contradictions().empty());
    REQUIRE(two.find("出口额").size() == 3);
    CHECK(two.figures()[0].possible.lo() == doctest::Approx(1.45));
    CHECK(two.figures()[1].possible.hi() == doctest::Approx(1.25));

    // 增长8.4%,高于全国1.1个百分点 is one breath, and tells of the nation; with room for a time it
    // is not.
    const std::vector<fact> breath{undated(growth("税收收入", "2019", "8.4"), 10, 20),
                                   undated(by("1.1"), 23, 40)};
    REQUIRE(told_of_nation(inferred(breath)).size() == 1);
    CHECK(told_of_nation(inferred(breath))[0].lo() == doctest::Approx(7.2));
    CHECK(told_of_nation(inferred({breath[0], undated(by("1.1"), 27, 44)})).empty());
    // Of growths of two times nobody says which one the gap is of.
    CHECK(told_of_nation(inferred({breath[0], undated(growth("税收收入", "2019", "9"), 22, 24),
                                   undated(by("1.1"), 25, 44)}))
              .empty());

    // A part is of its whole where it is told to be (其中), not because both have no date.
    fact part = undated(level("税收收入", "2019", "12")),
         whole = undated(level("一般公共预算收入", "2019", "10"));
    CHECK(inferred({whole, part}).contradictions().empty());
    part.parent = "一般公共预算收入";
    CHECK(inferred({whole, part}).contradictions().size() == 1);
    CHECK(inferred(told({whole, level("非税收入", "2019", "3"), part}))
              .contradictions()
              .empty());  // spoken of apart
  }

  // Numbers beyond any statistic: what is left open by rounding must not decide.
  TEST_CASE("huge and tiny numbers keep their truth") {
    for (const int shift : {-9, -3, 6, 12}) {
      CAPTURE(shift);
      const auto scaled = [&](std::int64_t digits) { return decimal{digits, 4 - (shift > 0 ? shift / 3 : 0)}; };
      std::vector<fact> facts{level("税收收入", "2019H1", "1"), level("非税收入", "2019H1", "1"), level("一般公共预算收入", "2019H1", "1"),
                              growth("一般公共预算收入", "2019H1", "10.0"), growth("税收收入", "2019H1", "5.0")};
      const char* in = shift < 0 ? "元" : "万亿元";
      const std::int64_t values[] = {99999999999, 11111111111, 111111111110};
      for (std::size_t i = 0; i < 3; ++i) facts[i].value = scaled(values[i]), facts[i].unit = unit{in};
      const inference all = inferred(facts);
      CHECK(all.contradictions().empty());
      for (std::size_t i = 0; i < 3; ++i)
        CHECK(found(all, facts[i].indicator, "2019H1").contains(scaled(values[i]).value()));
    }
  }
}
