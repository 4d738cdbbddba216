#include "kebi/series/parts/shift_share.hpp"

#include "kebi/formula/shift_share.hpp"

#include <algorithm>
#include <vector>

#include "exact.hpp"
#include "known.hpp"

using namespace kebi;

namespace {

const operation<1, shift_spans>* const components[] = {&national_component, &industry_component,
                                                       &regional_component};

/// The three components between two years, as regions x industries.
struct shift_share {
  block national, industry, regional;
};
shift_share shift_share_of(const block& before, const block& after) {
  grid levels = grid::blank(timeline{frequency::year, month_of(2018, 12).first(), 2}, before.size());
  REQUIRE(before.size() == after.size());
  for (Eigen::Index k = 0; k < before.size(); ++k) {
    levels.set(k, 0, before.data()[k]);
    levels.set(k, 1, after.data()[k]);
  }
  const auto component = [&](const auto& of) {
    const grid found = of(levels, shift_spans{before.cols(), 0, 1});
    return block{Eigen::Map<const block>{found.values.data(), before.rows(), before.cols()}};
  };
  return {component(national_component), component(industry_component),
          component(regional_component)};
}

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
      const grid found = (*components[c])(levels, shift_spans{industries, 0, 1});
      const bounds_grid within = components[c]->bounds(levels, shift_spans{industries, 0, 1});
      const bounds_grid again =
          components[c]->bounds(bounds_of(levels), shift_spans{industries, 0, 1});
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
      const bounds_grid within = components[c]->bounds(levels, shift_spans{2, 0, 1});
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
      national_component.bounds(levels, shift_spans{2, 0, 1}).within(0, 0);
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

TEST_CASE("what shift-share cannot be taken of is refused") {
  exact::source random{41};
  grid levels = random_panel(random, 2, 2, 0, 10, 90);
  CHECK_THROWS_AS(national_component(levels, shift_spans{3, 0, 1}), error);
  CHECK_THROWS_AS(national_component(levels, shift_spans{0, 0, 1}), error);
  CHECK_THROWS_AS(national_component(levels, shift_spans{2, 0, 2}), error);
  CHECK_THROWS_AS(national_component(levels, shift_spans{2, -1, 1}), error);
  CHECK_THROWS_AS(
      national_component.bounds(
          rows_of(grid{levels.time, levels.values, levels.status, {}}, {0, 1}),
          shift_spans{2, 0, 1}),
      error);
  levels.clear(1, 1, observation_status::suppressed);
  CHECK_THROWS_WITH_AS(national_component(levels, shift_spans{2, 0, 1}),
                       "shift-share needs every figure of both spans: series 1 has none for 2019",
                       error);
}
