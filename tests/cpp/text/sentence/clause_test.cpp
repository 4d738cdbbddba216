#include "text/sentence/clause.hpp"

#include <doctest/doctest.h>

#include "text/sentence/one_sentence.hpp"

using namespace kebi;
using grammar::word;

TEST_SUITE("clause") {
  TEST_CASE("a clause starts behind the last comma of its head, and behind what was read") {
    const test::one_sentence s{"全市投资120亿元,按可比价格计算,同比增长5.2%。"};
    const grammar::clause c = s.all();
    CHECK(clause_start(c, s.number(0)) == 0);
    CHECK(clause_start(c, s.number(1)) == s.at("同比"));
    const std::size_t behind = s.number(0) + 1;
    CHECK(clause_start(c.from(behind), s.number(0)) == behind);
    CHECK(part_start(c.from(behind), s.at("同比") - 1) == s.at("按可比价格"));
  }

  TEST_CASE("a comma inside brackets starts no clause") {
    const test::one_sentence s{"工业增加值(含采矿业,不含电力)增长5.2%。"};
    CHECK(clause_start(s.all(), s.number()) == 0);
  }

  TEST_CASE("a number stands in the brackets that are open") {
    const test::one_sentence s{"投资增长5.2%(全省4.8%),出口增长3%。"};
    CHECK(!in_brackets(s.all(), s.number(0)));
    CHECK(in_brackets(s.all(), s.number(1)));
    CHECK(!in_brackets(s.all(), s.number(2)));
  }

  TEST_CASE("behind its end a sentence has stops alone") {
    const test::one_sentence s{"增长5.2%"};
    CHECK(s.all().kind(s.words.all.size()) == word::stop);
    CHECK(ends_clause(s.all(), s.words.all.size()));
  }
}
