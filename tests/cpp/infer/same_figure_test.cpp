#include <doctest/doctest.h>

#include "infer/made.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {

/// A fact that stands in a text.
fact at(std::size_t start, std::size_t end, fact f) {
  f.start = start, f.end = end;
  return f;
}
fact doubtful(fact f) {
  f.doubts.insert(doubt::period);
  return f;
}

constexpr std::size_t tax = std::string_view{"税收收入"}.size();

}  // namespace

TEST_SUITE("infer: the same figure") {
  TEST_CASE("a name that two figures share is not enough for a contradiction") {
    // 投资6.1亿元建甲桥。投资1.3亿元建乙桥。
    CHECK(inferred({at(6, 15, level("投资", "2019", "6.1")), at(33, 42, level("投资", "2019", "1.3"))}).contradictions().empty());
    // 税收收入 of a year, and a thousand bytes on of five years, taken for one.
    const inference far = inferred({at(12, 20, level("税收收入", "2019", "107")), at(1200, 1210, level("税收收入", "2019", "522"))});
    CHECK(far.contradictions().empty());
    CHECK(far.put_aside().empty());
    CHECK(far.find("税收收入", period_of_code("2019")).size() == 2);  // each for itself
  }

  TEST_CASE("a known name that is printed again beside its first figure is one figure") {
    const fact first = at(100, 110, level("税收收入", "2019", "1.5"));
    const auto second = [](std::size_t gap) { return at(110 + gap, 130 + gap, level("税收收入", "2019", "1.2")); };
    CHECK(inferred({first, second(tax + 9)}).contradictions().size() == 1);
    CHECK(inferred({first, second(3)}).contradictions().empty());    // 1.5亿元、1.2亿元: of something else
    CHECK(inferred({first, second(90)}).contradictions().empty());   // other words stand between
    // Another number between them leaves no room for the name.
    CHECK(inferred({first, at(116, 124, growth("税收收入", "2019", "3")), second(tax + 9)}).contradictions().empty());
  }

  TEST_CASE("numbers that are one slip of the pen apart are one figure wherever they stand") {
    const auto far_apart = [](const char* name, const char* one, const char* other) {
      return inferred({at(10, 20, level(name, "2019", one)), at(5000, 5010, level(name, "2019", other))}).contradictions().size();
    };
    CHECK(far_apart("税收收入", "172.8", "178.2") == 1);
    CHECK(far_apart("减税总额", "172.8", "178.2") == 1);
    CHECK(far_apart("税收收入", "172.8", "172.3") == 1);
    CHECK(far_apart("减税总额", "172.8", "172.3") == 0);  // may be two of one name
    CHECK(far_apart("税收收入", "7.8", "8.7") == 0);      // so may short numbers be
    CHECK(far_apart("税收收入", "17.2", "17.4") == 0);
  }

  TEST_CASE("growth on another footing is another growth") {
    fact again = growth("税收收入", "2019", "2.5");
    again.comparable = comparable::scope;
    CHECK(inferred({growth("税收收入", "2019", "1.7"), again}).contradictions().empty());
  }

  TEST_CASE("a part whose name the catalogue has for its whole is not its whole") {
    indicator farming = known("农林牧渔业总产值", kind::flow);
    farming.aliases = {"农业总产值"};
    fact part = level("农业总产值", "2019", "5.2");
    part.parent = "农林牧渔业总产值";
    const std::vector<fact> facts{level("农林牧渔业总产值", "2019", "23.1"), part};
    CHECK(infer(std::span<const fact>{facts}, catalogue{{farming}}).contradictions().empty());
  }

  TEST_CASE("a part of a region is no share of itself, and a change in another unit none of it") {
    // 甲片区经济总量4万亿元，占全省61.3%
    CHECK(inferred({level("甲片区经济总量", "2019", "4", "万亿元"), in_whole(measure::share, "甲片区经济总量", "2019", "61.3", "全区")}).contradictions().empty());
    fact more = say("示范村", "2019", measure::change, "26.4", "万户");
    more.subject = measure::level;
    CHECK(inferred({level("示范村", "2019", "25", "个"), more}).contradictions().empty());
  }

  TEST_CASE("what laws find is told where the figures stand in one breath, or one slip explains it") {
    const auto parts = [](std::size_t apart, const char* whole, const char* name) {
      return inferred({at(10, 20, level("进出口总额", "2019", whole)), at(20 + apart, 30 + apart, level("出口额", "2019", "20.15")),
                       at(30 + 2 * apart, 40 + 2 * apart, level(name, "2019", "10.22"))});
    };
    CHECK(parts(30, "45", "进口额").contradictions().size() == 1);
    CHECK(parts(3000, "45", "进口额").contradictions().empty());
    CHECK(parts(3000, "45", "进口额").uncertain().size() == 1);
    CHECK(parts(3000, "33.07", "进口额").contradictions().size() == 1);  // 30.37 meant
  }
}

TEST_SUITE("infer: doubtful facts") {
  TEST_CASE("a part that is larger than its whole is more likely no part of it") {
    fact part = at(40, 50, level("企业数", "2019", "929.8", "万户"));
    part.parent = "新登记户数";
    CHECK(inferred({at(10, 20, level("新登记户数", "2019", "320", "万户")), part}).contradictions().empty());
  }
  TEST_CASE("a count that no whole number grew to is more likely one of something else") {
    const auto counted = [](std::size_t start) {
      return inferred({at(start, start + (start > 0 ? 6 : 0), level("重大项目数", "2019", "45", "项")),
                       at(start > 0 ? 20 : 0, start > 0 ? 30 : 0, growth("重大项目数", "2019", "2.1"))});
    };
    CHECK(counted(10).contradictions().empty());
    CHECK(counted(10).uncertain().size() == 1);
    CHECK(counted(0).contradictions().size() == 1);  // a caller's own figures
  }

  TEST_CASE("only firm facts are inferred from, unless told otherwise") {
    const std::vector<fact> facts{level("税收收入", "2019", "10.0"), doubtful(growth("税收收入", "2019", "25.0"))};
    const inference firm = inferred(facts);
    CHECK(firm.unused() == std::vector<std::size_t>{1});
    CHECK(base_of(firm, "税收收入", "2018").is_entire());
    inference_settings all;
    all.include_doubtful = true;
    CHECK(base_of(inferred(facts, all), "税收收入", "2018").contains(8.0));
  }
  TEST_CASE("a doubtful fact contradicts nothing") {
    CHECK(inferred({level("税收收入", "2019", "10.0"), doubtful(level("税收收入", "2019", "11.0"))}).contradictions().empty());
  }
}
