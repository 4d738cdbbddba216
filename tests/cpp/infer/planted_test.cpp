#include <doctest/doctest.h>

#include "infer/synthetic_report.hpp"

using namespace kebi;
using namespace kebi::test;

namespace {
/// One digit of the printed number stands for another.
decimal with_a_wrong_digit(decimal printed, dice& any) {
  std::string digits = std::to_string(std::abs(printed.digits()));
  const auto at = static_cast<std::size_t>(any.below(static_cast<int>(digits.size())));
  char other = digits[at];
  while (other == digits[at] || (at == 0 && other == '0' && digits.size() > 1)) other = static_cast<char>('0' + any.below(10));
  digits[at] = other;
  const std::int64_t number = std::stoll(digits);
  return decimal{printed.digits() < 0 ? -number : number, printed.decimals()};
}
}  // namespace

TEST_SUITE("infer: planted errors") {
  TEST_CASE("consistent reports raise nothing") {
    dice any{7};
    const catalogue names = synthetic_report::names();
    for (int i = 0; i < times(60); ++i) {
      const synthetic_report made{any};
      CAPTURE(i);
      REQUIRE(made.facts.size() == 198);
      REQUIRE(infer(std::span<const fact>{made.facts}, names, made.how).contradictions().empty());
    }
  }

  TEST_CASE("one wrong digit is found, named and mended") {
    dice any{8};
    const catalogue names = synthetic_report::names();
    int detectable = 0, named = 0, proposed = 0, first = 0, mended = 0;
    for (int i = 0; i < times(60); ++i) {
      synthetic_report made{any};
      const auto culprit = static_cast<std::size_t>(any.below(static_cast<int>(made.facts.size())));
      const decimal was = *made.facts[culprit].value;
      if (was.digits() == 0) continue;
      made.facts[culprit].value = with_a_wrong_digit(was, any);
      // Detectable, if the others leave no room for it.
      fact silent = made.facts[culprit];
      std::vector<fact> others = made.facts;
      others[culprit].value.reset();
      others[culprit].bound = bound::none;
      const inference without = infer(std::span<const fact>{others}, names, made.how);
      REQUIRE(without.contradictions().empty());
      bool excluded = false;
      for (const implied& each : without.figures())
        if (each.what.indicator == silent.indicator && each.what.measure == silent.measure && each.what.whole == silent.whole &&
            each.what.period == silent.period && each.what.scope == scope::published)
          excluded |= (each.possible & rounding_interval(*silent.value)).is_empty();
      if (!excluded) continue;
      ++detectable;

      const inference all = infer(std::span<const fact>{made.facts}, names, made.how);
      CAPTURE(i);
      REQUIRE(!all.contradictions().empty());
      const contradiction& one = all.contradictions().front();
      named += std::find(one.facts.begin(), one.facts.end(), culprit) != one.facts.end();
      if (one.mends.empty()) continue;
      proposed += std::any_of(one.mends.begin(), one.mends.end(),
                              [&](const mend& each) { return each.fact == culprit && each.what.meant == was; });
      first += one.mends.front().fact == culprit && one.mends.front().what.meant == was;
      std::vector<fact> tried = made.facts;
      tried[one.mends.front().fact].value = one.mends.front().what.meant;
      mended += infer(std::span<const fact>{tried}, names, made.how).contradictions().empty();
    }
    CAPTURE(detectable);
    CAPTURE(first);
    CAPTURE(named);
    CAPTURE(proposed);
    CAPTURE(mended);
    CHECK(detectable > times(60) / 2);
    CHECK(named >= 0.95 * detectable);
    CHECK(mended >= 0.8 * detectable);
    CHECK(proposed >= 0.8 * detectable);
  }
}
