// What a printed figure says of the year before, and what the rest of a year must bring.
#include <iostream>

#include "kebi/assess.hpp"
#include "kebi/core/fixed.hpp"

int main() {
  using namespace kebi;
  using namespace kebi::literals;

  // 172.8 亿元, up 1.1%: the base lies in these bounds, whatever was rounded away.
  const bounds last_year = base(172.8_p, 1.1_pct);
  std::cout << "base of 172.8 at +1.1%: " << outward(last_year, 2) << '\n';

  // -0.9% by mid-year, 6.0% wanted: what the second half needs at a weight of a half, and at 45% to 55%.
  std::cout << "second half needs " << outward(required(6.0_pct, -0.9_pct, 0.5).value(), 2) << "%, or "
            << outward(required(6.0_pct, -0.9_pct, bounds{0.45, 0.55}).value(), 2) << "% if the weight is unknown\n";

  // Two years' growth of one quarter, and their average.
  const growth<decimal> fell{quarter_of(2019, 1), quarter_of(2020, 1), -6.8_pct};
  const growth<decimal> rose{quarter_of(2020, 1), quarter_of(2021, 1), 18.3_pct};
  const auto both = chain(fell, rose);
  std::cout << "two years: " << outward(both.rate.value(), 2) << "%, on average "
            << outward(average(both, 2).rate.value(), 2) << "%\n";

  // Links with a gap between them are refused.
  try {
    chain(rose, fell);
  } catch (const error& refused) {
    std::cout << refused.what() << '\n';
  }
}
