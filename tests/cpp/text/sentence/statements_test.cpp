#include <doctest/doctest.h>

#include "text/sentence/bracket_labels.hpp"
#include "text/sentence/counted_nouns.hpp"
#include "text/sentence/earlier_clauses.hpp"
#include "text/sentence/head/read_head.hpp"
#include "text/sentence/numberless_statements.hpp"
#include "text/sentence/one_sentence.hpp"
#include "text/sentence/sentence.hpp"
#include "text/sentence/spans.hpp"

using namespace kebi;
using namespace kebi::grammar;

namespace {

sentence read(test::one_sentence& s) {
  return read_sentence(s.text, s.words, 0, s.words.all.size(), s.given, s.carried);
}

}  // namespace

TEST_SUITE("statements") {
  TEST_CASE("earlier clauses complete a head, and change memory only by what they return") {
    const test::one_sentence s{"上半年,按可比价格计算,生产总值增长5%"};
    const std::size_t start = s.at("生产总值");
    const auto found = with_earlier_clauses(
        s.all(), start, read_head(s.all(), start, s.number(), s.known()), s.known());
    REQUIRE(found.f.time.span);
    CHECK(found.f.time.span->months.last == 6);
    CHECK(found.f.growth.comparable == comparable::price);
    CHECK(!found.carries.whom.names);
    CHECK(!found.carries.basis);
  }

  TEST_CASE("从环比看 carries its basis to the figures behind it") {
    const test::one_sentence s{"从环比看,价格上涨0.3%"};
    const std::size_t start = s.at("价格");
    const auto found = with_earlier_clauses(
        s.all(), start, read_head(s.all(), start, s.number(), s.known()), s.known());
    CHECK(found.carries.basis == basis::mom);
  }

  TEST_CASE("what a growth is against depends on the time that it refers to") {
    const struct {
      const char* words;
      basis against;
    } rows[] = {
        {"比上月增加5亿元",     basis::mom       },
        {"比年初增加5亿元",     basis::year_start},
        {"比上年同期增加5亿元", basis::yoy       },
        {"比2019年增加5亿元",   basis::fixed     },
        {"比2023年增加5亿元",   basis::yoy       },
    };
    for (const auto& row : rows) {
      CAPTURE(row.words);
      test::one_sentence s{row.words};
      s.given.period = half_of(2024, 1);
      const frame f = read_head(s.all(), 0, s.number(), s.known());
      CHECK(basis_of_reference(f, s.known()) == row.against);
    }
  }

  TEST_CASE("brackets behind a number call it a target of the year") {
    const test::one_sentence s{"投资增长6%(年度目标),出口"};
    const frame f = read_head(s.all(), 0, s.number(), s.known());
    const auto found = with_bracket_label(s.all(), f, s.number(), s.number() + 1, false, s.carried);
    CHECK(found.f.standing.label == status::target);
    REQUIRE(found.f.standing.label_span);
    CHECK(found.f.standing.label_span->is_relative());
    CHECK(s.all().kind(found.next) == word::comma);
  }

  TEST_CASE("a count takes the noun behind it") {
    const test::one_sentence s{"新增35家规模以上工业企业。"};
    const frame f = read_head(s.all(), 0, s.number(), s.known());
    const number_list list = read_list(s.all(), s.number(), f);
    const auto found = read_counted(s.all(), f, list.all.front(), list.next, s.known());
    REQUIRE(found);
    REQUIRE(found->facts.size() == 1);
    CHECK(found->facts[0].indicator == "规模以上工业企业");
    CHECK(found->carries.whom.names == std::vector<std::string>{"规模以上工业企业"});
    CHECK(s.all().kind(found->next) == word::stop);
  }

  TEST_CASE("a percentage counts nothing") {
    const test::one_sentence s{"投资增长5%。"};
    const frame f = read_head(s.all(), 0, s.number(), s.known());
    const number_list list = read_list(s.all(), s.number(), f);
    CHECK(!read_counted(s.all(), f, list.all.front(), list.next, s.known()));
  }

  TEST_CASE("which words state something without a number") {
    const struct {
      const char* words;
      const char* at;
      bool speaks;
    } rows[] = {
        {"投资实现正增长。",      "正增长", true },
        {"降幅收窄。",            "收窄",   true },
        {"降幅收窄1.2个百分点。", "收窄",   false},
        {"投资增长5%。",          "增长",   false},
    };
    for (const auto& row : rows) {
      CAPTURE(row.words);
      const test::one_sentence s{row.words};
      CHECK(speaks_without_number(s.all(), s.at(row.at)) == row.speaks);
    }
  }

  TEST_CASE("a sentence leaves to the next one whom it spoke of") {
    test::one_sentence s{"全市固定资产投资120亿元,同比增长5.2%"};
    const sentence found = read(s);
    REQUIRE(found.facts.size() == 2);
    CHECK(found.facts[1].indicator == "固定资产投资");
    CHECK(found.facts[1].measure == measure::growth);
    CHECK(s.carried.whom.names == std::vector<std::string>{"固定资产投资"});
    CHECK(s.carried.last.measure == measure::growth);
  }

  TEST_CASE("behind a remark in brackets the sentence goes on with its own subject") {
    test::one_sentence s{"投资120亿元(民间投资80亿元),增长5%"};
    const sentence found = read(s);
    REQUIRE(found.facts.size() == 3);
    CHECK(found.facts[1].indicator == "民间投资");
    CHECK(found.facts[2].indicator == "投资");
  }

  TEST_CASE("the second mark of a target takes the place of the first") {
    test::one_sentence s{"生产总值增长6%,力争增长7%"};
    s.given.status = status::target;
    const sentence found = read(s);
    REQUIRE(found.facts.size() == 1);
    CHECK(found.facts[0].value == decimal{6});
    CHECK(found.facts[0].stretch == decimal{7});
    CHECK(found.facts[0].text == "增长6%,力争增长7%");
  }

  TEST_CASE("a number that nothing carries is left") {
    test::one_sentence s{"投资没有增长5%"};
    const sentence found = read(s);
    CHECK(found.facts.empty());
    CHECK(found.left.unbound == std::vector<std::size_t>{s.number()});
  }
}
