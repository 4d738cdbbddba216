#pragma once

#include <algorithm>

#include "kebi/series/panel.hpp"
#include "kebi/series/scope.hpp"
#include "kebi/series/single_growth.hpp"

/// The functions over grids for series and panels, which know what their figures are:
/// levels are not taken for rates, nor one vintage for another.
namespace kebi {

template <class T>
concept labelled = std::same_as<T, series> || std::same_as<T, panel>;

namespace detail {

inline void require_measure(const series& of, measure what, const char* doing) {
  if (what == measure::level)
    require_levels(of.of(), doing);
  else
    require_growth(of.of());
}
inline void require_measure(const panel& of, measure what, const char* doing) {
  for (const auto& each : of.indicators()) {
    const heading one{each.name, {}, each.in, each.measure, {}};
    if (what == measure::level)
      require_levels(one, doing);
    else
      require_growth(one);
  }
}
inline void require_beside(const series& levels, const series& growths) {
  require_one_vintage(levels.of(), growths.of());
  if (levels.time() != growths.time())
    throw error{"levels and growth of " + levels.of().indicator + " must run over the same times"};
}
inline void require_beside(const panel& levels, const panel& growths) {
  require_one_vintage({"a panel", {}, {}, measure::level, levels.vintage()},
                      {"a panel", {}, {}, measure::level, growths.vintage()});
  const auto of_one_name = [](const panel_indicator& a, const panel_indicator& b) {
    return a.name == b.name;
  };
  if (levels.time() != growths.time() || levels.regions() != growths.regions() ||
      !std::equal(levels.indicators().begin(), levels.indicators().end(),
                  growths.indicators().begin(), growths.indicators().end(), of_one_name))
    throw error{
        "levels and growth must be of the same regions, indicators and times, in the same order: "
        "take both from one table"};
}

template <labelled T>
void require_pair(const T& levels, const T& growths) {
  require_measure(levels, measure::level, "find a base from");
  require_measure(growths, measure::growth, "");
  require_beside(levels, growths);
}

}  // namespace detail

/// 同比 of levels, in percent.
template <labelled T>
T year_over_year(const T& levels) {
  detail::require_measure(levels, measure::level, "take growth of");
  return with_figures(levels, growth_of(levels.figures(), step_back::year), measure::growth);
}
/// 环比 of levels, in percent.
template <labelled T>
T period_over_period(const T& levels) {
  detail::require_measure(levels, measure::level, "take growth of");
  return with_figures(levels, growth_of(levels.figures(), step_back::span), measure::growth);
}
/// Levels of single months out of the year to date.
template <labelled T>
T single_months(const T& year_to_date) {
  detail::require_measure(year_to_date, measure::level, "take months out of");
  return with_figures(year_to_date, single_months(year_to_date.figures()), measure::level);
}
/// Levels of the year to date out of months.
template <labelled T>
T cumulated(const T& months) {
  detail::require_measure(months, measure::level, "add up");
  return with_figures(months, cumulated(months.figures()), measure::level);
}
/// Growth of single months out of levels and growth of the year to date.
template <labelled T>
T single_month_growth(const T& levels, const T& growths) {
  detail::require_pair(levels, growths);
  return with_figures(growths, single_month_growth(levels.figures(), growths.figures()),
                      measure::growth);
}
/// The base that each published growth implies (可比基数).
template <labelled T>
T comparable_base(const T& levels, const T& growths) {
  detail::require_pair(levels, growths);
  return with_figures(levels, comparable_base(levels.figures(), growths.figures()), measure::level);
}
/// Levels on the footing of one year, linked by growth.
template <labelled T>
T linked(const T& levels, const T& growths, int anchor) {
  detail::require_pair(levels, growths);
  return with_figures(levels, linked(levels.figures(), growths.figures(), anchor), measure::level);
}

}  // namespace kebi
