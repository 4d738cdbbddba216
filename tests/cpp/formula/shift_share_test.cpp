#include "kebi/formula/shift_share.hpp"

#include <algorithm>
#include <vector>

#include "exact.hpp"

using namespace kebi;

TEST_CASE("over random bases near the turn the national component is its definition's, and sharp") {
  exact::source random{53};
  for (int round = 0; round < 200; ++round) {
    const int others = random.between(40, 400), base = random.between(40, 400);
    const int after = (base + others) * (base + others) / others + random.between(-9, 9);
    const bounds x{base - 20.0, base + 20.0}, o{others - 20.0, others + 20.0},
        s{std::max(0.0, after - 20.0), after + 20.0};
    const bounds within = detail::national_with_turns(x, o, s);
    exact::interval possible{mpq_class{1'000'000}, mpq_class{-1'000'000}};
    for (int step = 0; step <= 400; ++step) {
      const mpq_class own = mpq_class{(base - 20) * 10 + step} / 10;
      for (const mpq_class& other : exact::ends(o))
        for (const mpq_class& all : exact::ends(s)) {
          const mpq_class at = own * (all / (own + other) - 1);
          REQUIRE(exact::encloses(within, at));
          possible = {std::min(possible.lo, at), std::max(possible.hi, at)};
        }
    }
    CHECK(exact::is_sharp(within, possible, 64, mpq_class{1, 1000}));
  }
}

TEST_CASE("the industry component turns where its slope in a base is zero") {
  // 8 (25/12 - 40/48), and 40 (100/100 - 400/200).
  const auto only = [](double value) { return bounds::exactly(value); };
  const auto component = [&](const bounds& base, const bounds& elsewhere, double other_bases,
                             double after, double other_after) {
    return detail::industry_with_turns(
        {base, only(after), elsewhere, only(0), only(other_bases), only(other_after)});
  };
  CHECK(component({4, 20}, only(4), 36, 25, 15).hi() == doctest::Approx(10).epsilon(1e-15));
  CHECK(component({8, 8}, only(4), 36, 25, 15).contains(10));
  CHECK(component({4, 7}, only(4), 36, 25, 15).hi() < 10);
  CHECK(component(only(40), {50, 70}, 100, 100, 300).lo() == doctest::Approx(-40).epsilon(1e-15));
  CHECK(component(only(40), {61, 70}, 100, 100, 300).lo() > -40);
}

TEST_CASE("near its turns the industry component is its definition's, and sharp") {
  exact::source random{59};
  const formula::industry_component component;
  int beyond_corners = 0;
  for (int round = 0; round < 400; ++round) {
    // What stands around a base may be nothing, or few, and a base may lie below zero.
    const auto figure = [&](int least) {
      const double lo = random.between(least, random.between(0, 2) == 0 ? 40 : 400);
      return random.between(0, 9) == 0 ? bounds{least} : bounds{lo, lo + random.between(0, 40)};
    };
    const bounds b = round % 4 == 0 ? bounds{-random.between(1, 20) + 0.0, 20} : figure(1);
    const bounds s = figure(b.lo() < 0 ? 21 : 0), u = figure(0), p = figure(0);
    // Half of the other industries grew so that the component turns between the ends of a base.
    const double times = (midpoint(b) + midpoint(s) + midpoint(u)) / (midpoint(b) + midpoint(s));
    const double in_base = midpoint(s) / (midpoint(s) + midpoint(u));
    const double turns = midpoint(p) * (times * times * (round % 2 == 0 ? 1 : in_base) - 1);
    const bool may_turn = round % 3 != 0 && turns > 0;
    const bounds q = may_turn ? bounds{turns, turns + random.between(0, 40)} : figure(0);
    const bounds within = detail::industry_with_turns({b, p, s, bounds{0}, u, q});
    CHECK(detail::industry_with_turns({b, bounds{0}, s, p, u, q}) == within);

    exact::interval corners, possible;
    bool any = false;
    const auto meet = [&](const mpq_class& base, const mpq_class& elsewhere, bool is_corner) {
      for (unsigned mask = 0; mask < 8; ++mask) {
        const mpq_class at = component(base, elsewhere, exact::ends(u)[mask & 1],
                                       exact::ends(p)[mask >> 1 & 1], exact::ends(q)[mask >> 2]);
        REQUIRE(exact::encloses(within, at));
        if (!any) corners = possible = {at, at};
        any = true;
        possible = {std::min(possible.lo, at), std::max(possible.hi, at)};
        if (is_corner) corners = {std::min(corners.lo, at), std::max(corners.hi, at)};
      }
    };
    const int steps = 100;
    const auto step = [&](const bounds& of, int i) {
      return mpq_class{exact::value(of.lo()) +
                       (exact::value(of.hi()) - exact::value(of.lo())) * i / steps};
    };
    for (int i = 0; i <= steps; ++i)
      for (const int end : {0, steps}) {
        meet(step(b, i), step(s, end), i == 0 || i == steps);
        meet(step(b, end), step(s, i), i == 0 || i == steps);
      }
    for (int sample = 0; sample < 20; ++sample) meet(random.point(b), random.point(s), false);
    // The turn lies within half a step of one that was met, where the slope is nearly zero.
    const mpq_class wide = possible.hi - possible.lo;
    CHECK(exact::is_sharp(within, possible, 64, mpq_class{wide / 1000 + exact::power_of_ten(-20)}));
    if (corners.lo - possible.lo > wide / 100 || possible.hi - corners.hi > wide / 100)
      ++beyond_corners;
  }
  CHECK(beyond_corners > 10);
}

TEST_CASE("the national component of a region printed as zero is sharp too") {
  exact::source random{61};
  const formula::national_component component;
  for (int round = 0; round < 200; ++round) {
    const double others = random.between(30, 300);
    const bounds x{-20, 20}, o{others, others + 20},
        s{others + random.between(-20, 20), others + 40.0};
    const bounds within = detail::national_with_turns(x, o, s);
    exact::interval possible{mpq_class{1'000'000}, mpq_class{-1'000'000}};
    for (int step = -200; step <= 200; ++step)
      for (const mpq_class& other : exact::ends(o))
        for (const mpq_class& all : exact::ends(s)) {
          const mpq_class at = component(mpq_class{mpq_class{step} / 10}, other, all);
          REQUIRE(exact::encloses(within, at));
          possible = {std::min(possible.lo, at), std::max(possible.hi, at)};
        }
    CHECK(exact::is_sharp(within, possible, 64, mpq_class{1, 1000}));
  }
}

TEST_CASE("no numbers between the ends of all five make more of the industry component") {
  exact::source random{67};
  const formula::industry_component component;
  const auto among = [](const bounds& of, int steps) {
    const auto [lo, hi] = exact::ends(of);
    std::vector<mpq_class> all;
    for (int k = 0; k <= steps; ++k) all.push_back(lo + (hi - lo) * k / steps);
    return all;
  };
  for (int round = 0; round < 12; ++round) {
    const auto figure = [&] {
      const double lo = random.between(1, 20);
      return bounds{lo, lo + random.between(1, 30)};
    };
    const bounds b = figure(), s = figure(), u = figure(), p = figure(), q = figure();
    const bounds within = detail::industry_with_turns({b, p, s, bounds{0}, u, q});
    for (const mpq_class& base : among(b, 6))
      for (const mpq_class& elsewhere : among(s, 6))
        for (const mpq_class& others : among(u, 4))
          for (const mpq_class& after : among(p, 4))
            for (const mpq_class& other_after : among(q, 4))
              REQUIRE(
                  exact::encloses(within, component(base, elsewhere, others, after, other_after)));
  }
}
