#include "kebi/text/lexicon.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kebi/core/error.hpp"
#include "kebi/text/read_phrase.hpp"
#include "kebi/text/read_report.hpp"

using namespace kebi;

namespace {

std::vector<fact> facts_of(const std::string& text, const lexicon* words = nullptr) {
  report_context context;
  context.region = "某市";
  context.lexicon = words;
  return read_report(text, context).report.facts;
}

std::string refusal_of(const std::string& tsv) {
  try {
    (void)lexicon::standard().extended(tsv);
  } catch (const read_error& e) {
    return e.what();
  }
  return "";
}

const std::string head = "phrase\tmeaning\tsense\tonly\n";

}  // namespace

TEST_CASE("the words that the library ships are read without a complaint") {
  const auto facts = facts_of("2024年上半年,出口增长5.2%左右。");
  REQUIRE(facts.size() == 1);
  CHECK(facts.front().bound == bound::about);
}

TEST_CASE("a caller adds verbs, hedges and units, and the standard words stay as they are") {
  const std::string text = "2024年上半年,出口飞腾5.2%光景。";
  const auto plain = facts_of(text);
  CHECK((plain.empty() || plain.front().measure != measure::growth));
  const lexicon more = lexicon::standard().extended(
      "# of one newspaper\n" + head + "飞腾\trise\n光景\tafter\tabout\n新亩\tunit\n");
  const auto facts = facts_of(text, &more);
  REQUIRE(facts.size() == 1);
  CHECK(facts.front().measure == measure::growth);
  CHECK(facts.front().bound == bound::about);
  phrase_context context;
  context.indicator = "播种面积";
  context.lexicon = &more;
  CHECK(read_target("达到12万新亩", context).front().unit == unit{"万新亩"});
  CHECK(facts_of("2024年上半年,出口增长5.2%。") == facts_of("2024年上半年,出口增长5.2%。", &more));
}

TEST_CASE("a row of a known phrase takes the place of the earlier one") {
  const lexicon other = lexicon::standard().extended(head + "左右\tafter\tnearly\n");
  const std::string text = "2024年上半年,出口增长5.2%左右。";
  CHECK(facts_of(text).front().bound == bound::about);
  CHECK(facts_of(text, &other).front().bound == bound::nearly);
}

TEST_CASE("a malformed row is refused with its line and column") {
  CHECK(refusal_of("").starts_with("line 1, column 1: found nothing, expected a line with the columns"));
  CHECK(refusal_of("飞腾\trise\n").starts_with("line 1, column 1: found \"飞腾\", expected a line"));
  CHECK(refusal_of(head + "飞腾\trises\n").starts_with("line 2, column 4: found \"rises\", expected"));
  CHECK(refusal_of(head + "光景\tafter\troughly\n").starts_with("line 2, column 10: found \"roughly\""));
  CHECK(refusal_of(head + "飞腾\trise\tupwards\n").ends_with("expected one of to, outright"));
  CHECK(refusal_of(head + "飙\trise\t\tsometimes\n").find("beside_figure") != std::string::npos);
  CHECK(refusal_of(head + "\trise\n").find("no phrase") != std::string::npos);
}
