#include "kebi/indicator/code.hpp"

#include <doctest/doctest.h>

#include <set>
#include <utility>

#include "kebi/core/rounding.hpp"

using namespace kebi;

namespace {

/// Each word names an enumerator and each enumerator up to `last` has one.
template <class E>
void check_words(E last) {
  const auto words = codes<E>();
  CHECK(words.size() == static_cast<std::size_t>(last) + 1);
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < words.size(); ++i) {
    CAPTURE(words[i]);
    CHECK(of_code<E>(words[i]) == static_cast<E>(i));
    CHECK(code(static_cast<E>(i)) == words[i]);
    CHECK_FALSE(words[i].empty());
    CHECK(seen.insert(words[i]).second);
  }
}

}  // namespace

TEST_SUITE("indicator code") {
  TEST_CASE("the words of the exchange form name their enumerators") {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {code(kind::average), "average"}, {code(better::neither), "neither"},
        {code(parts::mean), "mean"}, {code(growth_at::volume), "volume"},
        {code(status::forecast), "forecast"}, {code(measure::contribution), "contribution"},
        {code(bound::at_least), "at_least"}, {code(bound::flat), "flat"},
        {code(bound::assigned), "assigned"}, {code(direction::to_profit), "to_profit"},
        {code(basis::average2), "average2"}, {code(comparable::adjusted), "adjusted"},
        {code(nature::expected), "expected"}, {code(doubt::arithmetic), "arithmetic"},
    };
    for (const auto& row : rows) CHECK(row.first == row.second);
  }
  TEST_CASE("every enumerator has a word that reads back") {
    const auto check = [](auto... last) { (check_words(last), ...); };
    check(kind::average, better::neither, parts::none, growth_at::none, status::forecast,
          measure::rank, bound::none, direction::to_decline, basis::fixed,
          comparable::unspecified, nature::expected, doubt::arithmetic);
  }

  // Refusals.
  TEST_CASE("another word is refused with the words there are") {
    CHECK_THROWS_WITH_AS(of_code<status>("done"),
                         "found \"done\", expected one of actual, estimate, target, forecast",
                         error);
    CHECK_THROWS_AS(of_code<bound>(""), error);
    CHECK_THROWS_AS(of_code<bound>("At_least"), error);
    CHECK_THROWS_AS(of_code<bound>("at_least "), error);
  }
  template <class E>
  concept HasCode = requires(E e) {
    code(e);
  };
  static_assert(HasCode<bound> && !HasCode<rounding>);  // no words, no code
}
