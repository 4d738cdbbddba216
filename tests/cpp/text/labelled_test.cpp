#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "kebi/text/read_phrase.hpp"
#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "text/told.hpp"

using namespace kebi;

namespace {

const catalogue& known() {
  static const catalogue all = standard_catalogue();
  return all;
}

/// The lines of a file beside this test, without remarks. Tests run at the top of the tree.
std::vector<std::string> lines_of(const char* file) {
  std::ifstream in{std::string{"tests/cpp/text/"} + file};
  REQUIRE_MESSAGE(in.good(), file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("# ")) lines.push_back(line);
  return lines;
}

std::string labelled(const fact& f) {
  std::string line = f.indicator + ": " + test::told(f);
  if (f.status != status::actual) line += ", " + std::string{code(f.status)};
  if (f.period && *f.period != half_of(2024, 1)) line += ", " + code(*f.period);
  if (!f.parent.empty()) line += ", part of " + f.parent;
  if (f.region != "某市") line += ", " + f.region;
  return line;
}

reading read(const std::string& sentence) {
  report_context context;
  context.region = "某市";
  context.period = half_of(2024, 1);
  context.known = &known();
  return read_report(sentence, context);
}

std::string in_full_width(const std::string& text) {
  std::string wide;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool thousands = text[i] == ',' && i > 0 && i + 1 < text.size() && text[i - 1] >= '0' && text[i - 1] <= '9' &&
                           text[i + 1] >= '0' && text[i + 1] <= '9';
    if (text[i] == ',' && !thousands) wide += "，";
    else if (text[i] == ';') wide += "；";
    else if (text[i] == '%') wide += "％";
    else if (text[i] == ':') wide += "：";
    else wide += text[i];
  }
  return wide;
}

}  // namespace

TEST_CASE("labelled sentences give their facts") {
  std::string sentence;
  std::vector<std::string> expected;
  int facts = 0;
  const auto check = [&] {
    if (sentence.empty()) return;
    CAPTURE(sentence);
    std::vector<std::string> found;
    for (const fact& each : read(sentence).report.facts) found.push_back(labelled(each));
    CHECK(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size() && i < expected.size(); ++i) CHECK(found[i] == expected[i]);
    facts += static_cast<int>(expected.size());
    expected.clear();
  };
  for (const std::string& line : lines_of("clauses.txt")) {
    if (line.starts_with("  ")) {
      expected.push_back(line.substr(2));
    } else {
      check();
      sentence = line;
    }
  }
  check();
  CHECK(facts >= 400);
}

TEST_CASE("full-width punctuation changes no fact") {
  for (const std::string& line : lines_of("clauses.txt")) {
    if (line.starts_with("  ")) continue;
    CAPTURE(line);
    const auto narrow = read(line).report.facts, wide = read(in_full_width(line)).report.facts;
    REQUIRE(narrow.size() == wide.size());
    for (std::size_t i = 0; i < narrow.size(); ++i) {
      CHECK(narrow[i].value == wide[i].value);
      CHECK(narrow[i].measure == wide[i].measure);
      CHECK(narrow[i].bound == wide[i].bound);
      CHECK(narrow[i].status == wide[i].status);
    }
  }
}

TEST_CASE("labelled target phrases say what they ask") {
  int phrases = 0;
  for (const std::string& line : lines_of("targets.tsv")) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    REQUIRE(second != std::string::npos);
    phrase_context context;
    context.indicator = line.substr(0, first);
    context.known = &known();
    std::string found;
    for (const fact& each : read_target(line.substr(first + 1, second - first - 1), context))
      found += (found.empty() ? "" : " | ") + test::told(each);
    CAPTURE(line);
    CHECK(found == line.substr(second + 1));
    ++phrases;
  }
  CHECK(phrases >= 200);
}
