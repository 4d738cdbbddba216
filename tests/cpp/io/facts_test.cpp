#include "kebi/io/facts.hpp"

#include <doctest/doctest.h>

#include <random>

#include "kebi/core/read_decimal.hpp"
#include "kebi/indicator/code.hpp"

using namespace kebi;
using namespace kebi::literals;

TEST_SUITE("facts") {
  TEST_CASE("a fact is one line with the keys of the exchange form") {
    fact f;
    f.indicator = "增加值";
    f.region = "嘉定区";
    f.period = year_of(2019);
    f.status = status::target;
    f.measure = measure::growth;
    f.lo = 6.0_p;
    f.hi = 6.5_p;
    f.unit = unit{"%"};
    f.bound = bound::range;
    f.basis = basis::yoy;
    f.start = 7;
    f.end = 23;
    f.text = "增长 6.0%-6.5%";
    CHECK(write_fact(f) ==
          R"({"indicator": "增加值", "region": "嘉定区", "period": "2019", "status": "target", )"
          R"("measure": "growth", "lo": 6.0, "hi": 6.5, "decimals": 1, "unit": "%", )"
          R"("bound": "range", "basis": "yoy", "start": 7, "end": 23, "text": "增长 6.0%-6.5%"})");
  }

  TEST_CASE("the doubts of a reading travel as a list of codes") {
    fact f;
    f.indicator = "增加值";
    f.doubts = {doubt::name, doubt::period};
    CHECK(write_fact(f) == R"({"indicator": "增加值", "status": "actual", "measure": "level", "bound": "exact", )"
                           R"("doubt": ["period", "name"]})");
    CHECK(read_facts(write_fact(f)) == std::vector{f});
    CHECK(is_firm(read_facts(R"({"indicator": "x", "doubt": []})").front()));
    CHECK(is_firm(read_facts(R"({"indicator": "x", "doubt": null})").front()));
  }

  fact random_fact(std::mt19937& dice) {
    const auto below = [&](int n) { return static_cast<int>(dice() % static_cast<unsigned>(n)); };
    const auto number = [&]() -> std::optional<decimal> {
      if (below(3) == 0) return std::nullopt;
      return decimal{below(2'000'000) - 1'000'000, below(9) - 3};
    };
    const char* words[] = {"", "增加值", "quote \" and \\ slash", "line\nend", "\t制表", "R&D经费"};
    fact f;
    f.indicator = words[1 + below(5)];
    f.region = words[below(6)];
    if (below(4)) f.period = months_of(2000 + below(30), 1 + below(3), 4 + below(9));
    f.status = static_cast<status>(below(4));
    f.measure = static_cast<measure>(below(10));
    f.bound = static_cast<bound>(below(14));
    if (below(2)) f.subject = static_cast<measure>(below(3));
    f.value = number();
    f.lo = number();
    f.hi = number();
    f.stretch = number();
    if (below(2)) f.unit = unit{"亿元"};
    if (below(2)) f.direction = static_cast<direction>(below(8));
    if (below(2)) f.basis = static_cast<basis>(below(6));
    if (below(2)) f.comparable = static_cast<comparable>(below(5));
    if (below(2)) f.nature = static_cast<nature>(below(2));
    for (int i = below(4); i > 0; --i) f.doubts.insert(static_cast<doubt>(below(8)));
    f.whole = words[below(6)];
    f.reference = words[below(6)];
    f.parent = words[below(6)];
    f.text = words[below(6)];
    if (below(2)) f.start = static_cast<std::size_t>(below(1000)), f.end = f.start + 1;
    return f;
  }

  TEST_CASE("what is written reads back as the same facts, last zeros included") {
    std::mt19937 dice{20190630};
    std::vector<fact> facts;
    for (int i = 0; i < 5000; ++i) {
      fact f = random_fact(dice);
      if (f.lo && f.hi && *f.hi < *f.lo) std::swap(f.lo, f.hi);
      if (f.bound == bound::range && (!f.lo || !f.hi)) f.bound = bound::exact;
      facts.push_back(f);
    }
    CHECK(read_facts(write_facts(facts)) == facts);
  }

  TEST_CASE("numbers of other writers are brought back to their decimals") {
    const auto value = [](const char* numbers) {
      return read_facts(std::string{R"({"indicator": "x", )"} + numbers + "}").at(0).value;
    };
    CHECK(value(R"("value": 6, "decimals": 1)") == 6.0_p);
    CHECK(value(R"("value": 6.0, "decimals": 0)") == 6_p);
    CHECK(value(R"("value": 1.728e2, "decimals": 1)") == 172.8_p);
    CHECK(value(R"("value": 1300, "decimals": -2)") == decimal{13, -2});
    CHECK(value(R"("value": null)") == std::nullopt);
  }

  TEST_CASE("what is no fact is refused with its line and a way out") {
    const auto complaint = [](const std::string& line) -> std::string {
      try {
        read_facts("{\"indicator\": \"a\"}\n\n" + line);
      } catch (const read_error& e) {
        CHECK(e.at().line == 3);
        return e.complaint();
      }
      return "read";
    };
    CHECK(complaint(R"({"indicator": "x", "colour": "red"})") ==
          "a fact has no key \"colour\": see docs/reference/facts.md for those it has");
    CHECK(complaint(R"({"value": 3})") == "a fact needs the key indicator");
    CHECK(complaint(R"({"indicator": "x", "measure": "size"})") ==
          "found \"size\", expected one of level, growth, share, change, gap, ratio, contribution, pull, progress, rank");
    CHECK(complaint(R"({"indicator": "x", "value": "3"})") == "the key value takes a number: found \"3\"");
    CHECK(complaint(R"({"indicator": 3})") == "the key indicator takes a word: found the number 3");
    CHECK(complaint(R"({"indicator": "x", "value": 6.25, "decimals": 1})") ==
          "6.25 has more decimals than the 1 that the key decimals states");
    CHECK(complaint(R"({"indicator": "x", "value": 123456789012345678901234})") ==
          "a number of more than 17 digits is too large for any statistic");
    CHECK(complaint(R"({"indicator": "x", "value": 1e999})") != "read");
    CHECK(complaint(R"({"indicator": "x", "indicator": "y"})") ==
          "found the key indicator twice, expected a flat object of words, numbers and lists of words");
    CHECK(complaint(R"(["x"])") == "found an array, expected a flat object of words, numbers and lists of words");
    CHECK(complaint(R"("x")") == "found a value outside an object, expected a flat object of words, numbers and lists of words");
    CHECK(complaint(R"({"indicator": "x", "text": {"a": 1}})") ==
          "found an object inside the fact, expected a flat object of words, numbers and lists of words");
    CHECK(complaint("{\"indicator\": \"x\"").starts_with("this is not JSON from its character "));
    CHECK(complaint(R"({"indicator": "x", "period": "2019-13"})") == "a year has 12 months: found month 13");
    CHECK(complaint(R"({"indicator": "x", "decimals": 1000000})") != "read");
    CHECK(complaint(R"({"indicator": "x", "colour": null})").starts_with("a fact has no key"));
    CHECK(complaint(R"({"indicator": "x", "lo": 3, "hi": 2})") == "lo is above hi: found 3 and 2");
    CHECK(complaint(R"({"indicator": "x", "bound": "range", "lo": 3})") == "a range needs both ends: the keys lo and hi");
    CHECK(complaint(R"({"indicator": "x", "doubt": "name"})") == "the key doubt takes a list of words: found \"name\"");
    CHECK(complaint(R"({"indicator": "x", "doubt": ["luck"]})") ==
          "found \"luck\", expected one of subject, period, status, region, name, unit, head, arithmetic");
    CHECK(complaint(R"({"indicator": "x", "doubt": [1]})") ==
          "found a list that holds more than words, expected a flat object of words, numbers and lists of words");
    CHECK(complaint(R"({"indicator": "x", "doubt": [["name"]]})") ==
          "found a list that holds more than words, expected a flat object of words, numbers and lists of words");
    CHECK(complaint(R"({"indicator": ["x"]})") == "the key indicator takes a word: found a list");
    CHECK(complaint(R"({"indicator": "x", "start": 3})") == "a fact ends before it starts: the keys start and end");
  }
}
