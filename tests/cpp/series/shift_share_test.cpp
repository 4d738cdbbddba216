#include "kebi/series/shift_share.hpp"

#include <algorithm>
#include <vector>

#include "../exact.hpp"
#include "series/known.hpp"

using namespace kebi;

namespace {

constexpr shift_component components[] = {shift_component::national, shift_component::industry,
                                          shift_component::regional};

/// Regions x industries at two years, printed with so many decimals.
grid random_panel(exact::source& random, int regions, int industries, int decimals, int least,
                  int most) {
  grid made = grid::blank(timeline{frequency::year, month_of(2018, 12).first(), 2},
                          Eigen::Index{regions} * industries);
  made.decimals.assign(static_cast<std::size_t>(regions * industries), decimals);
  for (Eigen::Index r = 0; r < made.rows(); ++r)
    for (int t = 0; t < 2; ++t)
      made.set(r, t, decimal{random.between(least, most), decimals}.value());
  return made;
}

/// The components by their definition, from sums over all regions and industries.
std::vector<mpq_class> by_definition(const std::vector<mpq_class>& before,
                                     const std::vector<mpq_class>& after, std::size_t industries,
                                     std::size_t cell) {
  mpq_class base = 0, now = 0, own_base = 0, own_now = 0;
  for (std::size_t k = 0; k < before.size(); ++k) {
    base += before[k];
    now += after[k];
    if (k % industries != cell % industries) continue;
    own_base += before[k];
    own_now += after[k];
  }
  const mpq_class all = now / base - 1, own = own_now / own_base - 1;
  return {before[cell] * all, before[cell] * (own - all),
          after[cell] - before[cell] - before[cell] * own};
}

}  // namespace

TEST_CASE("the three parts of shift-share make the change of each industry of each region") {
  exact::source random{17};
  block before(6, 4), after(6, 4);
  for (Eigen::Index k = 0; k < before.size(); ++k) {
    before.data()[k] = random.between(1, 500);
    after.data()[k] = random.between(1, 700);
  }
  const shift_share found = shift_share_of(before, after);
  CHECK(
      (found.national + found.industry + found.regional - (after - before)).cwiseAbs().maxCoeff() <
      1e-9);
  CHECK(found.industry.sum() == doctest::Approx(0).scale(1));
  CHECK(found.regional.colwise().sum().cwiseAbs().maxCoeff() < 1e-9);
  CHECK(found.national.sum() == doctest::Approx(after.sum() - before.sum()));

  // One region that grows as all do has nothing of its own.
  const block twice = before * 2;
  const shift_share alike = shift_share_of(before, twice);
  CHECK(alike.regional.cwiseAbs().maxCoeff() < 1e-9);
  CHECK_THROWS_AS(shift_share_of(before, after.topRows(3)), error);
  before.col(1).setZero();
  CHECK_THROWS_AS(shift_share_of(before, after), error);
}

TEST_CASE("over exact rationals the components are those of the definition and make the change") {
  exact::source random{19};
  for (int round = 0; round < 200; ++round) {
    const auto number = [&] { return mpq_class{mpq_class{random.between(1, 9000)} / 7}; };
    detail::shift_sums<mpq_class> of{number(), number(), number(), number(), number(), number()};
    const mpq_class after = of.after + of.after_elsewhere;
    const std::vector<mpq_class> found{
        formula::national_component{}(of.base, mpq_class{of.base_elsewhere + of.other_bases},
                                      mpq_class{after + of.other_after}),
        formula::industry_component{}(of.base, of.base_elsewhere, of.other_bases, after,
                                      of.other_after),
        formula::regional_component{}(of.after, of.after_elsewhere, of.base, of.base_elsewhere)};
    // Two regions of two industries stand for all of them.
    const std::vector<mpq_class> expected =
        by_definition({of.base, of.other_bases, of.base_elsewhere, 0},
                      {of.after, of.other_after, of.after_elsewhere, 0}, 2, 0);
    CHECK(found == expected);
    CHECK(found[0] + found[1] + found[2] == of.after - of.base);
  }
}

TEST_CASE("bounds of the components hold every figure that the print allows") {
  exact::source random{23};
  for (int round = 0; round < 60; ++round) {
    const int regions = random.between(1, 3), industries = random.between(1, 3);
    const int decimals = random.between(0, 2);
    const grid levels = random_panel(random, regions, industries, decimals, 20, 900);
    const auto rows = static_cast<std::size_t>(levels.rows());
    for (std::size_t c = 0; c < 3; ++c) {
      const grid found = shift_components(components[c], levels, industries, 0, 1);
      const bounds_grid within = shift_component_bounds(components[c], levels, industries, 0, 1);
      const bounds_grid again =
          shift_component_bounds(components[c], bounds_of(levels), industries, 0, 1);
      for (int sample = 0; sample < 40; ++sample) {
        std::vector<mpq_class> before, after;
        for (std::size_t k = 0; k < rows; ++k) {
          const auto row = static_cast<Eigen::Index>(k);
          // All of the first half at their ends, so that corners are met.
          const auto pick = [&](const bounds& of) {
            const mpq_class ends[] = {exact::value(of.lo()), exact::value(of.hi())};
            return sample < 20 ? ends[random.between(0, 1)] : random.point(of);
          };
          before.push_back(pick(levels.within(row, 0)));
          after.push_back(pick(levels.within(row, 1)));
        }
        for (std::size_t k = 0; k < rows; ++k) {
          const mpq_class exactly =
              by_definition(before, after, static_cast<std::size_t>(industries), k)[c];
          REQUIRE(exact::encloses(within.within(static_cast<Eigen::Index>(k), 0), exactly));
        }
      }
      for (std::size_t k = 0; k < rows; ++k) {
        const bounds each = within.within(static_cast<Eigen::Index>(k), 0);
        // Where a component is nothing at all, a plain number misses it by its own rounding.
        const bounds near{-1e-9, 1e-9};
        CHECK((each + near).contains(found.values(static_cast<Eigen::Index>(k), 0)));
        CHECK(again.within(static_cast<Eigen::Index>(k), 0).contains(each));
      }
    }
  }
}

TEST_CASE("the bounds are those of all corners where each figure has its own direction") {
  // Two regions of two industries: 8 printed figures, so 256 corners.
  exact::source random{37};
  for (int round = 0; round < 25; ++round) {
    const grid levels = random_panel(random, 2, 2, 1, 2000, 9000);
    for (std::size_t c = 0; c < 3; ++c) {
      const bounds_grid within = shift_component_bounds(components[c], levels, 2, 0, 1);
      for (std::size_t k = 0; k < 4; ++k) {
        exact::interval hull;
        for (unsigned mask = 0; mask < 256; ++mask) {
          std::vector<mpq_class> before, after;
          for (Eigen::Index row = 0; row < 4; ++row)
            for (int t = 0; t < 2; ++t) {
              const auto ends = exact::ends(levels.within(row, t));
              (t == 0 ? before : after).push_back(ends[mask >> (row * 2 + t) & 1]);
            }
          const mpq_class at = by_definition(before, after, 2, k)[c];
          if (mask == 0 || at < hull.lo) hull.lo = at;
          if (mask == 0 || at > hull.hi) hull.hi = at;
        }
        const auto row = static_cast<Eigen::Index>(k);
        CHECK(exact::encloses(within.within(row, 0), hull));
        const bounds each = within.within(row, 0);
        CHECK(exact::is_sharp(each, hull, 64, mpq_class{1, 1'000'000'000}));
      }
    }
  }
}

TEST_CASE("the national component is sharp where its top lies between the ends of its base") {
  // S1 o / S0^2 is about 1 at these figures: 90 to (sqrt 410 - sqrt 95)^2.
  grid levels = grid::blank(timeline{frequency::year, month_of(2018, 12).first(), 2}, 2);
  levels.decimals = {-1, -1};
  levels.set(0, 0, 100);
  levels.set(1, 0, 100);
  levels.set(0, 1, 200);
  levels.set(1, 1, 200);
  const bounds within =
      shift_component_bounds(shift_component::national, levels, 2, 0, 1).within(0, 0);
  exact::interval possible{mpq_class{110}, mpq_class{0}};
  for (int base = 950; base <= 1050; ++base)
    for (const int rest : {950, 1000, 1050})
      for (const int after : {3900, 4000, 4100}) {
        const mpq_class at = mpq_class{base} / 10 * (mpq_class{after} / (base + rest) - 1);
        CHECK(exact::encloses(within, at));
        possible = {std::min(possible.lo, at), std::max(possible.hi, at)};
      }
  CHECK(exact::is_sharp(within, possible, 64, mpq_class{1, 1000}));
  CHECK(within.lo() == doctest::Approx(90));
}

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

TEST_CASE("what shift-share cannot be taken of is refused") {
  exact::source random{41};
  grid levels = random_panel(random, 2, 2, 0, 10, 90);
  const auto national = shift_component::national;
  CHECK_THROWS_AS(shift_components(national, levels, 3, 0, 1), error);
  CHECK_THROWS_AS(shift_components(national, levels, 0, 0, 1), error);
  CHECK_THROWS_AS(shift_components(national, levels, 2, 0, 2), error);
  CHECK_THROWS_AS(shift_components(national, levels, 2, -1, 1), error);
  CHECK_THROWS_AS(
      shift_component_bounds(
          national, rows_of(grid{levels.time, levels.values, levels.cells, {}}, {0, 1}), 2, 0, 1),
      error);
  levels.clear(1, 1, cell::suppressed);
  CHECK_THROWS_WITH_AS(shift_components(national, levels, 2, 0, 1),
                       "shift-share needs every figure of both spans: series 1 has none for 2019",
                       error);
}
