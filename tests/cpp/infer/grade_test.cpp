#include <doctest/doctest.h>

#include "infer/made.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {

/// A record under balance edits: one figure for each number, whole as printed.
struct record {
  quantity_network net;
  std::vector<fact> facts;
  std::vector<int> x;

  explicit record(const std::vector<const char*>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      fact f = level("x" + std::to_string(i + 1), "2019", values[i] ? values[i] : "0", "家");
      quantity of;
      of.indicator = f.indicator;
      of.period = f.period;
      x.push_back(net.variable(of, f.unit, true));
      if (values[i]) net.state(x.back(), bounds::exactly(f.value->value()), facts.size());
      facts.push_back(f);
    }
  }
  record& equal(std::initializer_list<term> terms) {
    std::vector<term> of_variables;
    for (const term& each : terms) of_variables.push_back({each.weight, x[static_cast<std::size_t>(each.variable - 1)]});
    net.sum(identity::own, of_variables);
    return *this;
  }
  inference solved() { return {std::move(net), facts, {}}; }
};

bool proposes(const contradiction& of, std::size_t which, const char* meant, slip how) {
  return std::any_of(of.mends.begin(), of.mends.end(), [&](const mend& each) {
    return each.fact == which && each.what == misprint{read_decimal(meant), how};
  });
}

}  // namespace

TEST_SUITE("infer: grades") {
  // Known: the R package deductive, tests of correct_typos.
  TEST_CASE("two digits that changed places are found") {
    const inference all = record{{"1452", "161", "1568"}}.equal({{1, 1}, {1, 2}, {-1, 3}}).solved();
    REQUIRE(all.contradictions().size() == 1);
    CHECK(all.contradictions()[0].facts.size() == 3);
    CHECK(all.contradictions()[0].grade == grade::typo);
    CHECK(proposes(all.contradictions()[0], 1, "116", slip::swapped));
    CHECK(all.contradictions()[0].mends.front().fact == 1);  // the likeliest first
  }

  TEST_CASE("two slips in one record are two contradictions") {
    const inference all = record{{"1452", "116", "1568", "161", "323", "76", "12", "411", "19979", "1842", "137"}}
                              .equal({{1, 1}, {1, 2}, {-1, 3}})
                              .equal({{1, 2}, {-1, 4}})
                              .equal({{1, 5}, {1, 6}, {1, 7}, {-1, 8}})
                              .equal({{1, 3}, {1, 8}, {-1, 9}})
                              .equal({{1, 9}, {-1, 10}, {-1, 11}})
                              .solved();
    REQUIRE(all.contradictions().size() == 2);
    bool swapped = false, doubled = false;
    for (const contradiction& each : all.contradictions()) {
      CHECK(each.grade == grade::typo);
      swapped |= proposes(each, 3, "116", slip::swapped);
      doubled |= proposes(each, 8, "1979", slip::doubled);
    }
    CHECK(swapped);
    CHECK(doubled);
  }

  TEST_CASE("what is missing follows from what is there") {
    const inference all = record{{"145", nullptr, "155", nullptr, nullptr, nullptr, nullptr, "86", nullptr, "217", nullptr}}
                              .equal({{1, 1}, {1, 2}, {-1, 3}})
                              .equal({{1, 2}, {-1, 4}})
                              .equal({{1, 3}, {1, 8}, {-1, 9}})
                              .equal({{1, 9}, {-1, 10}, {-1, 11}})
                              .solved();
    const struct {
      const char* name;
      double value;
    } rows[] = {{"x2", 10}, {"x4", 10}, {"x9", 241}, {"x11", 24}};
    for (const auto& row : rows) {
      CAPTURE(row.name);
      REQUIRE(all.find(row.name).size() == 1);
      CHECK(all.find(row.name)[0].possible == bounds::exactly(row.value));
    }
    CHECK(all.contradictions().empty());
  }

  TEST_CASE("grades tell the rounding edge from a typo and from plain contradiction") {
    const auto grade_of = [](const char* tax, const char* other, const char* all) {
      const inference found = inferred({level("税收收入", "2019", tax), level("非税收入", "2019", other), level("一般公共预算收入", "2019", all)});
      return found.contradictions().empty() ? std::optional<grade>{} : found.contradictions()[0].grade;
    };
    CHECK(!grade_of("250.1", "50.2", "300.3"));
    CHECK(!grade_of("250.1", "50.2", "300.4"));  // off by one, as rounding can be
    CHECK(grade_of("250.1", "50.2", "300.5") == grade::rounding_edge);
    CHECK(grade_of("250.1", "50.2", "303.0") == grade::typo);
    CHECK(grade_of("250.1", "50.2", "417.6") == grade::contradictory);
  }

  TEST_CASE("figures that contradict each other are put aside, and the rest is inferred") {
    const inference all = inferred({level("税收收入", "2019", "250.1"), level("非税收入", "2019", "50.2"), level("一般公共预算收入", "2019", "417.6"),
                                    growth("非税收入", "2019", "5.0"), level("出口额", "2019", "10.1"), growth("出口额", "2019", "1.0")});
    REQUIRE(all.contradictions().size() == 1);
    CHECK(all.contradictions()[0].facts == std::vector<std::size_t>{0, 1, 2});
    CHECK(all.contradictions()[0].laws == std::vector<identity>{identity::sum});
    CHECK(all.put_aside() == std::vector<std::size_t>{0, 1, 2});
    CHECK(base_of(all, "出口额", "2018").contains(10.0));
  }

  TEST_CASE("a figure that is told twice in two ways is named with both") {
    const inference all = inferred({growth("出口额", "2019", "1.6"), growth("出口额", "2019", "-1.6"), growth("出口额", "2019", "1.6")});
    REQUIRE(all.contradictions().size() == 1);
    CHECK(all.contradictions()[0].facts == std::vector<std::size_t>{0, 1});
    CHECK(proposes(all.contradictions()[0], 1, "1.6", slip::sign));
    CHECK(all.put_aside().size() == 3);
  }

  // 1.5 or 1.2 of one figure: either may be the wrong one, and nothing tells which.
  TEST_CASE("mends that explain as much as each other are all told") {
    const inference all = inferred(told({level("税收收入", "2019H1", "1.5"), level("税收收入", "2019H1", "1.2")}));
    REQUIRE(all.contradictions().size() == 1);
    const contradiction& one = all.contradictions()[0];
    const std::vector<mend> likely = one.likeliest();
    REQUIRE(likely.size() == 2);
    CHECK(likely[0].what == misprint{read_decimal("1.2"), slip::changed});
    CHECK(likely[1].what == misprint{read_decimal("1.5"), slip::changed});
    CHECK(likely[0].fact != likely[1].fact);
    CHECK(one.mends.size() > 2);  // 1.3 for 1.5 would only touch
    CHECK(one.mends.back().fit < 0.01);
    CHECK(contradiction{}.likeliest().empty());
  }

  TEST_CASE("slips are those that one digit makes") {
    const auto all = detail::misprints(read_decimal("172.8"), [](decimal) { return true; });
    const auto has = [&](const char* meant, slip how) {
      return std::find(all.begin(), all.end(), misprint{read_decimal(meant), how}) != all.end();
    };
    CHECK(has("127.8", slip::swapped));
    CHECK(has("178.2", slip::swapped));
    CHECK(has("172.3", slip::changed));
    CHECK(has("1712.8", slip::dropped));
    CHECK(has("-172.8", slip::sign));
    CHECK_FALSE(has("172.8", slip::changed));
    const auto twice = detail::misprints(read_decimal("1552.8"), [](decimal) { return true; });
    CHECK(std::find(twice.begin(), twice.end(), misprint{read_decimal("152.8"), slip::doubled}) != twice.end());
  }

  TEST_CASE("identities that leave nothing possible by themselves are refused by name") {
    quantity_network net;
    quantity of;
    of.indicator = "出口额";
    const int x = net.variable(of);
    const term just[] = {{1, x}};
    net.sum(identity::own, just, bounds::at_least(1));
    net.sum(identity::own, just, bounds::at_most(0));
    CHECK_THROWS_WITH_AS((inference{std::move(net), {}, {}}),
                         "the identities themselves leave nothing possible for 出口额, level: look at those you posted", error);
  }

  TEST_CASE("a network refuses what makes no relation") {
    network net;
    const int x = net.add_variable();
    const term unknown[] = {{1, x}, {1, 7}}, none[] = {{0, x}};
    CHECK_THROWS_WITH_AS(net.add_sum(unknown, bounds::exactly(0)), "there is no variable 7 in a network of 1", error);
    CHECK_THROWS_WITH_AS(net.add_sum(none, bounds::exactly(0)), "the weight of a term must be a number other than zero", error);
    CHECK_THROWS_AS(net.add_product({0, x}, {0, x}, {0, x}), error);
    CHECK_THROWS_AS(net.add_statement(x, bounds::empty()), error);
    CHECK_THROWS_AS(net.add_variable(bounds::empty()), error);
  }
}
