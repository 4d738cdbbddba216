// Bounds of the base that a published value implies, and of the growth that the rest of a year requires.
#include <iostream>

#include "kebi/assess.hpp"
#include "kebi/core/fixed.hpp"

int main() {
  using namespace kebi;
  using namespace kebi::literals;

  // 172.8 亿元, up 1.1%: the base lies within these bounds for every value that rounds to these numbers.
  const bounds last_year = base(172.8_p, 1.1_pct);
  std::cout << "base of 172.8 at +1.1%: " << outward(last_year, 2) << '\n';

  // -0.9% at mid-year, target 6.0%: required growth of the second half, at weights of 50% and of 45% to 55%.
  std::cout << "second half needs " << outward(required(6.0_pct, -0.9_pct, 0.5).value(), 2) << "%, or "
            << outward(required(6.0_pct, -0.9_pct, bounds{0.45, 0.55}).value(), 2) << "% if the weight is unknown\n";

  // Two years' growth of one quarter, and their average.
  const growth<decimal> fell{quarter_of(2019, 1), quarter_of(2020, 1), -6.8_pct};
  const growth<decimal> rose{quarter_of(2020, 1), quarter_of(2021, 1), 18.3_pct};
  const auto both = chain(fell, rose);
  std::cout << "two years: " << outward(both.rate.value(), 2) << "%, on average "
            << outward(average(both, 2).rate.value(), 2) << "%\n";

  // Growth rates whose periods do not join cannot be chained.
  try {
    chain(rose, fell);
  } catch (const error& refused) {
    std::cout << refused.what() << '\n';
  }
}
