#include <doctest/doctest.h>

#include <map>
#include <set>
#include <tuple>

#include "infer/synthetic_report.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {

/// What an inference says, whatever the places of its facts.
struct conclusions {
  std::map<std::string, bounds> figures;
  std::set<std::tuple<std::set<std::string>, std::string, double>> contradictions;
  std::vector<std::string> mends;

  friend bool operator==(const conclusions&, const conclusions&) = default;
};

std::string words(const fact& f) {
  return f.indicator + code(*f.period) + std::string{code(f.measure)} + f.whole + to_string(*f.value);
}

conclusions concluded(const synthetic_report& from) {
  conclusions result;
  const inference all = infer(std::span<const fact>{from.facts}, synthetic_report::names(), from.how);
  for (const implied& each : all.figures()) result.figures.emplace(to_string(each.what), each.possible);
  for (const contradiction& each : all.contradictions()) {
    std::set<std::string> facts;
    for (const std::size_t i : each.facts) facts.insert(words(from.facts[i]));
    result.contradictions.insert({facts, std::string{code(each.grade)}, each.size});
    for (const mend& one : each.mends)
      result.mends.push_back(words(from.facts[one.fact]) + " " + to_string(one.what.meant));
  }
  return result;
}

}  // namespace

TEST_SUITE("infer: order") {
  // Law: facts are a set; how they are listed says nothing.
  TEST_CASE("the same facts in any order give the same bounds, contradictions and mends") {
    dice any{31};
    std::size_t contradicted = 0;
    for (int i = 0; i < times(20); ++i) {
      synthetic_report made{any, 2};
      for (int wrong = any.below(3); wrong > 0; --wrong) {
        auto& value = made.facts[static_cast<std::size_t>(any.below(static_cast<int>(made.facts.size())))].value;
        value = decimal{value->digits() + any.between(-40, 40), value->decimals()};
      }
      // Some reports leave most out, so that rates without levels are among them.
      if (any.one_in(2))
        std::erase_if(made.facts, [&](const fact& f) { return f.measure == measure::level && !any.one_in(4); });
      const conclusions as_told = concluded(made);
      contradicted += as_told.contradictions.size();
      for (std::size_t n = made.facts.size(); n > 1; --n)
        std::swap(made.facts[n - 1], made.facts[static_cast<std::size_t>(any.below(static_cast<int>(n)))]);
      CAPTURE(i);
      const conclusions shuffled = concluded(made);
      CHECK(as_told.figures == shuffled.figures);
      CHECK(as_told.contradictions == shuffled.contradictions);
      CHECK(as_told.mends == shuffled.mends);
    }
    CHECK(contradicted > 5);
  }
}
