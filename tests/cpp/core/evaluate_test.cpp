#include "kebi/core/evaluate.hpp"

#include "exact.hpp"
#include "kebi/core/read_decimal.hpp"

using namespace kebi;
using namespace kebi::literals;

namespace {

struct quotient {
  template <class N>
  constexpr N operator()(const N& part, const N& whole) const {
    return part / whole;
  }
};

/// How a share has changed, in points, where the part grew by `part` and the whole by
/// `whole`: s - s (1 + w) / (1 + p). The share enters twice.
struct share_change {
  template <class N>
  constexpr N operator()(const N& share, const N& part, const N& whole) const {
    return share - share * N(100 + whole) / N(100 + part);
  }
};

}  // namespace

TEST_SUITE("evaluate") {
  TEST_CASE("a printed number says its rounding interval") {
    static_assert(rounding_interval(172.8_p).lo() == 172.75);
    static_assert(rounding_interval(172.8_p).contains(172.85));
    static_assert(rounding_interval(6.5_p).lo() < 6.45000000000000001 + 1e-15);
    static_assert(rounding_interval(43_p) == bounds{42.5, 43.5});
    static_assert(rounding_interval(decimal{13, -2}) == bounds{1250, 1350});
    static_assert(rounding_interval(0.0_p).contains(0.05) && rounding_interval(0.0_p).lo() < 0);
    static_assert(rounding_interval(-(10.4_p)) == -rounding_interval(10.4_p));
  }
  TEST_CASE("a target is exact as printed") {
    static_assert(enclosing(300_p) == bounds{300});
    static_assert(enclosing(6.5_p) == bounds{6.5, 6.5});
    static_assert(enclosing(6.0_p) == bounds{6});
    static_assert(enclosing(decimal{13, -2}) == bounds{1300});
    static_assert(enclosing(0.1_p).lo() < enclosing(0.1_p).hi());
    static_assert(enclosing(0.0_p) == bounds{0});
  }

  // The report on Jiading's plan for the first half of 2019 (嘉定区发展和改革委员会):
  // 334 communities are "about 40%" of all.
  TEST_CASE("334 of about 40% are a whole between 825 and 845") {
    const auto whole = [](const auto& part, const auto& percent) {
      return quotient{}(part, percent) * 100;
    };
    const bounds found = evaluate(whole, bounds::exactly(334), 40_p);
    CHECK(std::ceil(found.lo()) == 825);
    CHECK(std::floor(found.hi()) == 845);
  }
  // The same report: 战略性新兴产业 made 11.4% of the city's, grew by 5.7% and so
  // by 8.7 points more than all of it.
  TEST_CASE("a share's change is sharp where plain intervals are not") {
    const auto of_lead = [](const auto& share, const auto& part, const auto& lead) {
      return share_change{}(share, part, part - lead);
    };
    const bounds sharp = evaluate(of_lead, 11.4_p, 5.7_p, 8.7_p);
    const bounds plain =
        of_lead(rounding_interval(11.4_p), rounding_interval(5.7_p), rounding_interval(8.7_p));
    CHECK(sharp.lo() == doctest::Approx(0.928).epsilon(5e-4));
    CHECK(sharp.hi() == doctest::Approx(0.949).epsilon(5e-4));
    CHECK(plain.contains(sharp));
    CHECK(plain.lo() == doctest::Approx(0.827).epsilon(5e-4));
    CHECK(plain.hi() == doctest::Approx(1.050).epsilon(5e-4));
  }

  // Another way: exact rationals, for one formula in which a number enters twice.
  TEST_CASE("a number that enters a monotone formula twice still counts once") {
    exact::source random{61};
    for (int i = 0; i < 5'000; ++i) {
      const decimal share = random.printed();
      prove_to(exact::value(share) * exact::power_of_ten(-28), random, share_change{}, share,
               random.printed_rate(), random.printed_rate());
    }
  }

  // Laws.
  TEST_CASE("numbers of one kind go in as they are") {
    static_assert(evaluate(quotient{}, 1.0, 8.0) == 0.125);
    CHECK(evaluate(quotient{}, mpq_class{1}, mpq_class{3}) == mpq_class{1, 3});
  }
  TEST_CASE("a printed number beside a double makes bounds") {
    const bounds found = evaluate(quotient{}, 172.8_p, 2.0);
    CHECK(found.lo() == 86.375);
    CHECK(found.contains(86.425));
  }
  TEST_CASE("a pole between the corners leaves the result open") {
    CHECK(evaluate(quotient{}, bounds{1}, bounds{-1, 1}) == bounds::entire());
    CHECK(evaluate(quotient{}, bounds{1}, bounds{0, 1}) == bounds::at_least(1));
    CHECK(evaluate(quotient{}, bounds{1}, 0.0_p) == bounds::entire());
    CHECK(evaluate(quotient{}, bounds{1}, bounds{0}).is_empty());
  }
  TEST_CASE("a half line goes through a formula") {
    CHECK(evaluate(quotient{}, bounds{1, 4}, bounds::at_least(2)) == bounds{0, 2});
    CHECK(evaluate(quotient{}, bounds::at_least(1), bounds{2}) == bounds::at_least(0.5));
    CHECK(evaluate(quotient{}, bounds::empty(), bounds{2}).is_empty());
  }
  TEST_CASE("a list that rises takes its ends at its ends") {
    const auto sum = []<class N>(std::span<const N> numbers) {
      N total{0};
      for (const N& each : numbers) total = N(total + each);
      return total;
    };
    const std::vector<decimal> printed{1.2_p, 3.4_p, -(0.5_p)};
    const bounds found = evaluate_rising(sum, std::span<const decimal>{printed});
    CHECK(exact::encloses(found, exact::interval{
                                     mpq_class{79, 20},
                                     mpq_class{17, 4 }
    }));
    CHECK(exact::is_sharp(found,
                          {
                              mpq_class{79, 20},
                              mpq_class{17, 4 }
    },
                          2));
    const std::vector<double> plain{1.5, 2.5};
    CHECK(evaluate_rising(sum, std::span<const double>{plain}) == 4);
    const std::vector<bounds> with_none{bounds{1}, bounds::empty()};
    CHECK(evaluate_rising(sum, std::span<const bounds>{with_none}).is_empty());
    const std::vector<bounds> open{bounds{1}, bounds::at_least(2)};
    CHECK(evaluate_rising(sum, std::span<const bounds>{open}) == bounds::at_least(3));
  }

  // Refusals.
  TEST_CASE("an infinite double is no figure") {
    CHECK_THROWS_AS(evaluate(quotient{}, bounds{1}, detail::infinity), error);
    CHECK_THROWS_AS(evaluate(quotient{}, bounds{1}, detail::not_a_number), error);
  }
}
