#pragma once

#include "kebi/series/storage/panel.hpp"

/// What functions over series and panels ask of their inputs, and what of one goes together
/// with what of another. Each check hands back what it has checked, so that a function over
/// labels is the one over grids, its inputs asked, its result labelled.
namespace kebi {

/// Along which names of a panel a sum or a tree of wholes and parts runs.
enum class along { regions, indicators };

namespace detail {

template <class Visit>
void each_heading(const series& of, const Visit& visit) {
  visit(of.of());
}
template <class Visit>
void each_heading(const panel& of, const Visit& visit) {
  for (const panel_indicator& each : of.indicators())
    visit(heading{each.name, {}, each.unit, each.measure, of.vintage()});
}

/// Figures that have to be levels. `doing` says to what end: "add up".
template <labelled T>
const grid& levels_in(const T& of, const char* doing) {
  each_heading(of, [doing](const heading& each) { require_levels(each, doing); });
  return of.figures();
}
/// Figures that have to be growth, in percent.
template <labelled T>
const grid& growth_in(const T& of) {
  each_heading(of, [](const heading& each) { require_growth(each); });
  return of.figures();
}
/// Levels of which the base a year before is found by their growth.
template <labelled T>
const grid& levels_in(const T& of) {
  return levels_in(of, "find a base from");
}
/// Figures that have to be shares, or other ratios of two figures.
template <labelled T>
const grid& shares_in(const T& of) {
  each_heading(of, [](const heading& each) {
    if (each.measure == measure::share || each.measure == measure::ratio) return;
    throw error{"this needs shares or ratios of " + each.indicator + ", and these are " +
                (each.measure == measure::level    ? "levels: see shares"
                 : each.measure == measure::growth ? "growth: give it beside the shares"
                                                   : "neither")};
  });
  return of.figures();
}

inline const heading& called(const series& of) { return of.of(); }
inline heading called(const panel& of) { return {"a panel", {}, {}, measure::level, of.vintage()}; }

[[noreturn]] inline void refuse_names(const std::string& one, const std::string& other) {
  throw error{"figures go together by their regions and indicators: found " + one + " beside " +
              other + ". Give both the same ones in the same order"};
}
inline void require_name(const char* what, const std::string& a, const std::string& b) {
  if (a != b) refuse_names(std::string{"the "} + what + " " + in_quotes(a), in_quotes(b));
}
inline void require_count(const char* what, std::size_t a, std::size_t b) {
  if (a != b) refuse_names(std::to_string(a) + " " + what, std::to_string(b));
}

/// Regions where both are told.
inline void require_same_regions(const series& a, const series& b) {
  if (!a.of().region.empty() && !b.of().region.empty())
    require_name("region", a.of().region, b.of().region);
}
inline void require_same_regions(const panel& a, const panel& b) {
  require_count("regions", a.regions().size(), b.regions().size());
  for (std::size_t r = 0; r < a.regions().size(); ++r)
    require_name("region", a.regions()[r], b.regions()[r]);
}
inline void require_same_indicators(const series& a, const series& b) {
  require_name("indicator", a.of().indicator, b.of().indicator);
}
inline void require_same_indicators(const panel& a, const panel& b) {
  require_count("indicators", a.indicators().size(), b.indicators().size());
  for (std::size_t k = 0; k < a.indicators().size(); ++k)
    require_name("indicator", a.indicators()[k].name, b.indicators()[k].name);
}

template <labelled T, labelled U>
void require_same_times(const T& a, const U& b) {
  if (a.time() == b.time()) return;
  const auto told = [](const timeline& time) {
    return times_of(time) + (time.january_february() ? ", January and February as one" : "");
  };
  throw error{"figures that go together run over the same times: found " + told(a.time()) +
              " beside " + told(b.time()) + ". Give both for the same spans"};
}

/// What is divided or added up is told in one unit, where it has one.
inline void require_same_unit(const std::string& what, const std::optional<unit>& one,
                              const std::optional<unit>& other) {
  if (!one || !other || *one == *other) return;
  throw error{"figures that go together are told in one unit: found " + what + " in " +
              one->symbol() + " beside " + other->symbol() + ". Convert one of them first"};
}
inline void require_same_units(const series& part, const series& whole) {
  require_same_unit(part.of().indicator, part.of().unit, whole.of().unit);
}
inline void require_same_units(const panel& parts, const series& whole) {
  for (const panel_indicator& each : parts.indicators())
    require_same_unit(each.name, each.unit, whole.of().unit);
}
inline void require_same_units(const panel& parts, const panel& wholes) {
  for (std::size_t k = 0; k < parts.indicators().size(); ++k)
    require_same_unit(parts.indicators()[k].name, parts.indicators()[k].unit,
                      wholes.indicators()[k].unit);
}

/// What may stand beside all rows of something: its like, or one series for all of them.
template <class W, class T>
concept beside_rows_of = std::same_as<W, T> || std::same_as<W, series>;
template <class T, class W>
concept parts_of = labelled<T> && beside_rows_of<W, T>;

template <labelled T, beside_rows_of<T> W>
void require_same_rows(const T& rows, const W& others) {
  if constexpr (std::same_as<T, panel> && std::same_as<W, panel>) {
    require_same_regions(rows, others);
    require_same_indicators(rows, others);
  }
}

/// Figures of the same regions and indicators, of one vintage, whatever their times.
template <labelled T>
const T& of_same(const T& first, const T& second) {
  require_same_regions(first, second);
  require_same_indicators(first, second);
  require_one_vintage(called(first), called(second));
  return second;
}
/// The same at the same times: growth beside its levels.
template <labelled T>
const T& beside(const T& first, const T& second) {
  of_same(first, second);
  require_same_times(first, second);
  return second;
}
/// Growth beside its levels, or beside other growth.
template <labelled T>
const grid& growth_beside(const T& first, const T& growths) {
  return growth_in(beside(first, growths));
}
/// The same released again, so of whatever vintage.
template <labelled T>
const T& released_again(const T& first, const T& again) {
  require_same_regions(first, again);
  require_same_indicators(first, again);
  require_same_units(first, again);
  require_same_times(first, again);
  return again;
}
/// Figures for each row of others, at the same times and of one vintage: one series may serve
/// all of them. A series is called what it may: it has no other to be mistaken for.
template <labelled T, beside_rows_of<T> W>
const W& for_rows_of(const T& rows, const W& others) {
  require_same_rows(rows, others);
  require_one_vintage(called(rows), called(others));
  require_same_times(rows, others);
  return others;
}
/// The same in one region, such as prices beside what they are the prices of.
template <labelled T, beside_rows_of<T> W>
const W& in_region_of(const T& rows, const W& others) {
  if constexpr (std::same_as<T, W>) require_same_regions(rows, others);
  return for_rows_of(rows, others);
}
/// Levels of the wholes that parts are parts of, told in their unit.
template <labelled T, beside_rows_of<T> W>
const grid& wholes_of(const T& parts, const W& wholes) {
  levels_in(for_rows_of(parts, wholes), "hold parts in");
  require_same_units(parts, wholes);
  return wholes.figures();
}

}  // namespace detail

}  // namespace kebi
