#include "exact.hpp"

#include "kebi/period/growth.hpp"
#include "kebi/period/rates.hpp"

using namespace kebi;

// Every formula on printed numbers, on bounds and on exact rationals: 10^5 random
// cases in all. The corners, and a point between them, must lie in the bounds, and
// the bounds may be no wider than the corners by more than two doubles a side.

namespace {

using exact::source;

// The corners are worked out in 30 digits. So an end that subtraction brings close
// to zero is known to 10^-27 points, which may be more than two of its doubles.
const mpq_class cancelled = exact::power_of_ten(-27);

/// Runs `formula` on levels and rates, half of them printed and half as bounds.
template <class Formula>
void prove_on_level_and_rate(std::uint64_t seed, const Formula& formula) {
  source random{seed};
  for (int i = 0; i < 10'000; ++i) {
    prove(random, formula, random.printed(), random.printed_rate());
    prove(random, formula, random.around(random.of_size(-40, 40)), random.rate());
  }
}

/// One growth to the power up / steps, held against exact powers.
template <class N>
void prove_per_step(source& random, const N& rate, int up, int steps) {
  const bounds found = evaluate(formula::per_step{up, steps}, rate);
  const auto raised = [&](const mpq_class& r) { return exact::power(1 + r / 100, up); };
  const auto stepped = [&](double end) { return exact::power(1 + exact::value(end) / 100, steps); };
  const auto [lo, hi] = exact::ends(rate);
  const mpq_class inside = raised(random.point(rate));
  const double above = detail::next_up(detail::next_up(found.lo()));
  const double below = detail::next_down(detail::next_down(found.hi()));
  const bool encloses = stepped(found.lo()) <= raised(lo) && raised(hi) <= stepped(found.hi()) &&
                        stepped(found.lo()) <= inside && inside <= stepped(found.hi());
  const bool sharp = raised(lo) <= stepped(above) && stepped(below) <= raised(hi);
  if (!encloses || !sharp)
    FAIL_CHECK(exact::words(rate), " to the power ", up, "/", steps, " gave ", exact::words(found));
}

/// The growth over links with these rates.
template <class N>
bounds chained(const std::vector<N>& rates) {
  return evaluate_rising(formula::chain{}, std::span<const N>{rates});
}

template <class N, class Draw>
void prove_chain(source& random, const Draw& draw) {
  std::vector<N> rates;
  std::vector<mpq_class> lows, highs, inside;
  for (int links = random.between(1, 12); links > 0; --links) {
    rates.push_back(draw());
    const auto [lo, hi] = exact::ends(rates.back());
    lows.push_back(lo);
    highs.push_back(hi);
    inside.push_back(random.point(rates.back()));
  }
  const auto exactly = [](const std::vector<mpq_class>& at) {
    return formula::chain{}(std::span<const mpq_class>{at});
  };
  const bounds found = chained(rates);
  const exact::interval all{exactly(lows), exactly(highs)};
  if (!exact::encloses(found, all) || !exact::encloses(found, exactly(inside)) ||
      !exact::is_sharp(found, all, 2))
    FAIL_CHECK(rates.size(), " links from ", exact::words(rates.front()), " gave ",
               exact::words(found), ", exactly [", all.lo.get_d(), ", ", all.hi.get_d(), "]");
}

}  // namespace

TEST_SUITE("exact") {
  TEST_CASE("the growth rate of a level over its base") {
    source random{11};
    for (int i = 0; i < 8'000; ++i) {
      prove_to(cancelled, random, formula::growth_rate{}, random.printed(), random.printed());
      prove_to(cancelled, random, formula::growth_rate{}, random.around(random.of_size(-40, 40)),
               random.around(random.of_size(-40, 40)));
      // Near each other, where subtraction eats digits.
      const double base = random.of_size(-10, 30);
      prove_to(cancelled, random, formula::growth_rate{},
               random.around(base * random.uniform(0.99, 1.01)), random.around(base));
    }
  }
  TEST_CASE("the growth rate between neighbours among doubles") {
    source random{12};
    for (int i = 0; i < 1'000; ++i) {
      const double base = random.of_size(-40, 40);
      prove_to(cancelled, random, formula::growth_rate{}, bounds::exactly(detail::next_up(base)),
               bounds::exactly(base));
      prove_to(cancelled, random, formula::growth_rate{}, bounds{base, detail::next_up(base)},
               bounds::exactly(base));
    }
  }
  TEST_CASE("the base that a level and its growth imply") {
    prove_on_level_and_rate(13, formula::base{});
  }
  TEST_CASE("the level that a base grows to") { prove_on_level_and_rate(14, formula::level{}); }
  TEST_CASE("what was added on the way") { prove_on_level_and_rate(15, formula::increment{}); }
  TEST_CASE("what was added on the way by a growth of next to nothing") {
    source random{16};
    for (int i = 0; i < 2'000; ++i) {
      const bounds level = random.around(random.of_size(-40, 40));
      const mpq_class slack = exact::value(level.hi()) * cancelled / 100;
      prove_to(slack, random, formula::increment{}, level,
               bounds::exactly(random.of_size(-60, -20)));
    }
  }
  TEST_CASE("the growth that takes a growth back") {
    source random{17};
    for (int i = 0; i < 5'000; ++i) {
      prove(random, formula::inverse{}, random.printed_rate());
      prove(random, formula::inverse{}, random.rate());
    }
  }
  TEST_CASE("the growth over a chain of links") {
    source random{18};
    for (int i = 0; i < 5'000; ++i) {
      prove_chain<decimal>(random, [&] { return random.printed_rate(); });
      prove_chain<bounds>(random, [&] { return random.rate(); });
    }
  }
  TEST_CASE("average and annualised growth, held against powers") {
    source random{19};
    const int powers[][2] = {
        {1,  2 },
        {1,  3 },
        {1,  5 },
        {1,  11},
        {4,  1 },
        {12, 1 },
        {4,  3 },
        {12, 5 }
    };
    for (int i = 0; i < 600; ++i)
      for (const auto& [up, steps] : powers) {
        prove_per_step(random, random.printed_rate(), up, steps);
        prove_per_step(random, random.rate(), up, steps);
      }
  }

  // The proofs can say no: a formula that is told something else than it is.
  TEST_CASE("a rounding interval that forgets its half unit would be found out") {
    const bounds forgotten = bounds::exactly(evaluate(formula::base{}, 172.8, 1.1));
    const exact::interval all =
        exact::hull([](const auto& at) { return formula::base{}(at[0], at[1]); },
                    {exact::ends(decimal{1728, 1}), exact::ends(decimal{11, 1})});
    CHECK_FALSE(exact::encloses(forgotten, all));
  }
}
