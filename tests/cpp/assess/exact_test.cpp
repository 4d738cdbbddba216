#include "exact.hpp"

#include "kebi/assess/formulas.hpp"

using namespace kebi;

namespace {

/// Bounds of a weight inside (0, 1).
bounds drawn_weight(exact::source& random) {
  const double lo = random.uniform(0.02, 0.9);
  switch (random.between(0, 2)) {
    case 0:
      return bounds::exactly(lo);
    case 1:
      return {lo, detail::next_up(lo)};
    default:
      return {lo, lo + random.uniform(0, 0.95 - lo)};
  }
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("the growth that the rest of a year needs") {
    exact::source random{81};
    const mpq_class cancelled = exact::power_of_ten(-25);  // see period/exact_test.cpp
    for (int i = 0; i < 8'000; ++i) {
      const bounds weight = drawn_weight(random);
      prove_to(cancelled, random, formula::required_growth{}, random.printed_rate(),
               random.printed_rate(), weight);
      prove_to(cancelled, random, formula::required_growth{}, random.rate(), random.rate(), weight);
    }
  }
  TEST_CASE("how much of a target is done") {
    exact::source random{82};
    for (int i = 0; i < 5'000; ++i) {
      prove(random, formula::completion{}, random.printed(), random.printed());
      prove(random, formula::completion{}, random.around(random.of_size(-40, 40)),
            random.around(random.of_size(-40, 40)));
    }
  }
  TEST_CASE("what is left to do") {
    exact::source random{83};
    for (int i = 0; i < 5'000; ++i) {
      const decimal whole = random.printed(), done = random.printed();
      const mpq_class larger = exact::value(whole < done ? done : whole);
      prove_to(larger * exact::power_of_ten(-28), random, formula::remainder{}, whole, done);
      prove(random, formula::remainder{}, random.around(random.of_size(-40, 40)),
            random.around(random.of_size(-40, 40)));
    }
  }
}
