#include <doctest/doctest.h>

#include "exact.hpp"
#include "kebi/series/hierarchy/roll_up.hpp"

using namespace kebi;

namespace {

const hierarchy& tree() {
  static const hierarchy all{
      {{"全国", ""}, {"东部", "全国"}, {"西部", "全国"}, {"上海", "东部"}, {"江苏", "东部"}}};
  return all;
}

grid column(const std::vector<std::optional<double>>& figures) {
  grid made = grid::blank({frequency::year, month_of(2019, 12).last(), 1},
                          static_cast<Eigen::Index>(figures.size()));
  made.decimals.assign(figures.size(), 1);
  for (std::size_t r = 0; r < figures.size(); ++r)
    if (figures[r]) made.set(static_cast<Eigen::Index>(r), 0, *figures[r]);
  return made;
}

constexpr std::optional<double> none;

double growth(double level, double base) { return (level / base - 1) * 100; }

}  // namespace

TEST_SUITE("growth of items") {
  const grid levels = column({none, none, 42.0, 28.0, 40.0});
  const grid growths = column({none, none, 5.0, 12.0, -4.0});

  TEST_CASE("a filled whole grows by the sum of its levels over the sum of their bases") {
    const grid found = growth_of_items(levels, growths, std::cref(tree()), fill_from::parts);
    const double east = 28 / 1.12 + 40 / 0.96, west = 42 / 1.05;
    CHECK(found.values(1, 0) == doctest::Approx(growth(68, east)));
    CHECK(found.values(0, 0) == doctest::Approx(growth(110, east + west)));
    CHECK(found.values(2, 0) == 5.0);
    // Sharp down to the published figures: 东部 does not enter 全国 as an interval of its own.
    const bounds_grid within =
        growth_of_items.bounds(levels, growths, std::cref(tree()), fill_from::parts);
    const auto whole = [](const std::vector<mpq_class>& x) {
      mpq_class level = 0, base = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        level += x[i];
        base += x[i] / (1 + x[i + 3] / 100);
      }
      return mpq_class{(level / base - 1) * 100};
    };
    std::vector<std::array<mpq_class, 2>> ends;
    for (const grid* const of : {&levels, &growths})
      for (const int r : {2, 3, 4})
        ends.push_back(exact::ends(decimal{std::llround(of->values(r, 0) * 10), 1}));
    const exact::interval hull = exact::hull(whole, ends);
    CHECK(exact::encloses(within.value(0, 0), hull));
    CHECK(exact::is_sharp(within.value(0, 0), hull, 2, exact::power_of_ten(-9)));
  }

  TEST_CASE("a part that is filled from its whole grows as what the whole holds besides the others") {
    const grid some = column({110.0, none, 42.0, 28.0, none});
    const grid rates = column({4.0, none, 5.0, 12.0, none});
    const double east = 110 / 1.04 - 42 / 1.05;
    for (const fill_from from : {fill_from::wholes, fill_from::both}) {
      const grid found = growth_of_items(some, rates, std::cref(tree()), from);
      CHECK(found.values(1, 0) == doctest::Approx(growth(68, east)));
      CHECK(found.values(4, 0) == doctest::Approx(growth(40, east - 28 / 1.12)));
    }
    const grid up = growth_of_items(some, rates, std::cref(tree()), fill_from::parts);
    CHECK(up.at(1, 0) == observation_status::absent);
  }

  TEST_CASE("where a base is missing there is no growth, and its cause") {
    grid rates = growths;
    rates.clear(3, 0, observation_status::suppressed);
    const grid found = growth_of_items(levels, rates, std::cref(tree()), fill_from::both);
    CHECK(found.at(1, 0) == observation_status::suppressed);
    CHECK(found.at(0, 0) == observation_status::suppressed);
    // A published level without growth is not taken from its parts.
    const grid whole = column({110.0, none, 42.0, 28.0, 40.0});
    CHECK(growth_of_items(whole, growths, std::cref(tree()), fill_from::parts).at(0, 0) ==
          observation_status::absent);
  }

  TEST_CASE("growth of a panel goes by the names of the items, and rates are no amounts") {
    const timeline time = levels.time;
    std::vector<std::string> regions{"江苏", "上海", "西部"};
    panel of{regions, {{"产值", unit{"亿元"}, 1}}, time}, rates{regions, {{"产值", {}, 1, measure::growth}}, time};
    for (int r = 0; r < 3; ++r) {
      of.figures().set(r, 0, 40 - 6 * r);
      rates.figures().set(r, 0, 5 + r);
    }
    const panel found =
        growth_of_items(of, rates, std::cref(tree()), fill_from::parts, tree_rows{along::regions});
    CHECK(found.regions()[0] == "全国");
    CHECK(found.at("全国", "产值").at(year_of(2019)).has_value());
    CHECK(found.indicators()[0].measure == measure::growth);
    panel percent{regions, {{"比率", unit{"%"}, 1}}, time};
    CHECK_THROWS_WITH_AS(roll_up(percent, std::cref(tree()), tree_rows{along::regions}),
                         "cannot add up 比率, which is told in percent: those of parts do not add up "
                         "to that of a whole. Give the amounts that it is made of, or another kind "
                         "if it does add up",
                         error);
  }
}
