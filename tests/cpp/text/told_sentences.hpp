#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "kebi/text/read_period.hpp"
#include "kebi/text/read_report.hpp"
#include "kebi/text/standard_catalogue.hpp"
#include "text/accounted.hpp"
#include "text/told.hpp"

namespace kebi::test {

/// What a text of a city states; every number of it is accounted for.
inline reading read_of_city(std::string_view text, const char* time = "2024") {
  static const catalogue all = standard_catalogue();
  report_context context;
  context.known = &all;
  context.region = "某市";
  context.period = read_period(time);
  reading found = read_report(text, context);
  const std::string broken = broken_promise(text, found);
  CHECK_MESSAGE(broken.empty(), broken << " of " << std::string{text});
  return found;
}

/// The facts of a text in one line, with their times where they are not of 2024.
inline std::string told(const reading& of) {
  std::string line;
  for (const fact& each : of.report.facts) {
    if (!line.empty()) line += " | ";
    line += each.indicator + ": " + told(each);
    if (each.period && *each.period != year_of(2024)) line += ", " + code(*each.period);
  }
  return line;
}

/// A sentence, and what its facts state.
struct told_sentence {
  const char* words;
  const char* facts;
};

inline void check_told(const std::vector<told_sentence>& rows) {
  for (const told_sentence& each : rows) {
    CAPTURE(each.words);
    CHECK(told(read_of_city(each.words)) == each.facts);
  }
}

}  // namespace kebi::test
