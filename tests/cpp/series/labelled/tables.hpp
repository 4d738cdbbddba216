#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "kebi/series/storage/panel.hpp"

/// Panels to try functions over labels with, and what must hold of each of them.
namespace test {

using kebi::grid, kebi::panel, kebi::series, kebi::measure, kebi::timeline;

struct labels {
  std::vector<std::string> regions{"甲", "乙"};
  std::vector<std::string> indicators{"出口", "进口"};
  std::string vintage = "2020-08";
  const char* unit = "亿元";
};

/// Levels around 100 or growth around 5, to one decimal, no two rows alike.
inline panel table(measure what, const timeline& time, const labels& of = {}) {
  std::vector<kebi::panel_indicator> indicators;
  for (const std::string& name : of.indicators) {
    indicators.push_back({name, {}, 1, what});
    if (what == measure::level) indicators.back().unit = kebi::unit{of.unit};
  }
  panel made{of.regions, std::move(indicators), of.vintage, time};
  const double middle = what == measure::level ? 100 : 5;
  for (int row = 0; row < made.figures().rows(); ++row)
    for (int t = 0; t < time.length(); ++t)
      made.figures().set(row, t, middle + row + (3 * t + 2 * row) % 7 * 0.5 + 0.1 * t);
  return made;
}

inline timeline months(int count, int first_year = 2018) {
  return {kebi::frequency::month, kebi::month_of(first_year, 1).first(), count};
}
inline timeline years(int count, int first_year = 2018) {
  return {kebi::frequency::year, kebi::year_of(first_year).last(), count};
}
inline timeline to_date(int count, int first_year = 2018) {
  return {kebi::frequency::year_to_date, kebi::month_of(first_year, 1).first(), count};
}

inline bool same(const kebi::block& a, const kebi::block& b) {
  if (a.rows() != b.rows() || a.cols() != b.cols()) return false;
  for (Eigen::Index i = 0; i < a.size(); ++i)
    if (a.data()[i] != b.data()[i] && !(std::isnan(a.data()[i]) && std::isnan(b.data()[i])))
      return false;
  return true;
}
inline bool same(const grid& a, const grid& b) {
  return a.time == b.time && same(a.values, b.values) && a.status == b.status;
}
inline bool same(const kebi::bounds_grid& a, const kebi::bounds_grid& b) {
  return a.time == b.time && same(a.lo, b.lo) && same(a.hi, b.hi) && a.status == b.status;
}
inline grid row_of(const grid& of, Eigen::Index row) {
  return {of.time, of.values.row(row), of.status.row(row), {}};
}

/// An operation as a function of its tables, with what else it takes.
template <class Operation, class... Options>
auto values_of(const Operation& operation, Options... options) {
  return [&operation, options...](const auto&... of) { return operation(of..., options...); };
}
/// Its bounds likewise.
template <class Operation, class... Options>
auto bounds_of(const Operation& operation, Options... options) {
  return [&operation, options...](const auto&... of) { return operation.bounds(of..., options...); };
}

/// What a function makes of panels is what it makes of their grids, under the labels of the
/// first; of one series it makes that row. `over` takes panels, series and grids.
template <class Over, class Within, class... Panels>
void check_labels(const char* id, measure what, bool has_unit, const Over& over,
                  const Within& within, const panel& first, const Panels&... others) {
  CAPTURE(id);
  const grid plain = over(first.figures(), others.figures()...);
  const panel made = over(first, others...);
  CHECK(same(made.figures(), plain));
  CHECK((plain.status.array() == 0).any());
  CHECK(made.time() == plain.time);
  CHECK(made.regions() == first.regions());
  CHECK(made.vintage() == first.vintage());
  REQUIRE(made.indicators().size() == first.indicators().size());
  for (std::size_t k = 0; k < made.indicators().size(); ++k) {
    const kebi::panel_indicator& found = made.indicators()[k];
    CHECK(found.name == first.indicators()[k].name);
    CHECK(found.measure == what);
    CHECK(found.unit == (has_unit ? first.indicators()[k].unit : std::nullopt));
  }
  CHECK(same(within(first, others...).figures(), within(first.figures(), others.figures()...)));
  CHECK(within(first, others...).labels() == made.labels());

  const std::string& region = first.regions()[1];
  const std::string& indicator = first.indicators()[1].name;
  const series alone = over(first.at(region, indicator), others.at(region, indicator)...);
  CHECK(same(alone.figures(), row_of(plain, made.row(1, 1))));
  CHECK(alone.of() ==
        kebi::heading{indicator, region, made.indicators()[1].unit, what, first.vintage()});
  CHECK(within(first.at(region, indicator), others.at(region, indicator)...).figures().rows() == 1);
}

/// Both forms of a function refuse these inputs.
template <class Over, class Within, class... Inputs>
void check_refused(const char* why, const Over& over, const Within& within,
                   const Inputs&... inputs) {
  CAPTURE(why);
  CHECK_THROWS_AS(over(inputs...), kebi::error);
  CHECK_THROWS_AS(within(inputs...), kebi::error);
}

/// What stands beside others is refused in another vintage, order or time, and as another measure.
/// `call(of, second)` puts the second in its place.
template <class Call>
void check_refuses_strangers(const char* id, measure what, const timeline& time, const Call& call) {
  CAPTURE(id);
  CHECK_NOTHROW(call(table(what, time)));
  labels other;
  other.vintage = "2019-08";
  CHECK_THROWS_AS(call(table(what, time, other)), kebi::error);
  other = {};
  std::swap(other.regions[0], other.regions[1]);
  CHECK_THROWS_AS(call(table(what, time, other)), kebi::error);
  other = {};
  std::swap(other.indicators[0], other.indicators[1]);
  CHECK_THROWS_AS(call(table(what, time, other)), kebi::error);
  other = {};
  other.regions.push_back("丙");
  CHECK_THROWS_AS(call(table(what, time, other)), kebi::error);
  const timeline later{time.frequency(), time.end(time.year()), time.length()};
  CHECK_THROWS_AS(call(table(what, later)), kebi::error);
  const measure wrong = what == measure::level ? measure::growth : measure::level;
  CHECK_THROWS_AS(call(table(wrong, time)), kebi::error);
}

}  // namespace test
