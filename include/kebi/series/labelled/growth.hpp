#pragma once

#include "kebi/series/growth/compound.hpp"
#include "kebi/series/prices/carry_over.hpp"
#include "kebi/series/storage/alignment.hpp"

/// Growth of series and panels, and rates of rates. Results keep the labels of their inputs;
/// bounds come as a `bounds_grid` whose rows and columns are those of the result.
namespace kebi {

/// 同比 of levels, in percent.
template <labelled T>
T year_over_year(const T& levels) {
  return with_figures(levels,
                      growth_of(detail::levels_in(levels, "take growth of"), step_back::year),
                      measure::growth);
}
template <labelled T>
bounds_grid year_over_year_bounds(const T& levels) {
  return growth_bounds_of(detail::levels_in(levels, "take growth of"), step_back::year);
}

/// 环比 of levels, in percent.
template <labelled T>
T period_over_period(const T& levels) {
  return with_figures(levels,
                      growth_of(detail::levels_in(levels, "take growth of"), step_back::span),
                      measure::growth);
}
template <labelled T>
bounds_grid period_over_period_bounds(const T& levels) {
  return growth_bounds_of(detail::levels_in(levels, "take growth of"), step_back::span);
}

/// Growth against one span (定基, `since` a period), or against the same span of one year
/// (`since` a number).
template <labelled T, class Since>
T growth_since(const T& levels, const Since& since) {
  return with_figures(levels, growth_since(detail::levels_in(levels, "take growth of"), since),
                      measure::growth);
}
template <labelled T, class Since>
bounds_grid growth_since_bounds(const T& levels, const Since& since) {
  return growth_since_bounds(detail::levels_in(levels, "take growth of"), since);
}

/// Growth over two spans of years out of the growth of each (间隔增长).
template <labelled T>
T interval_growth(const T& growths) {
  return with_figures(growths, interval_growth(detail::growth_in(growths)), measure::growth);
}
template <labelled T>
bounds_grid interval_growth_bounds(const T& growths) {
  return interval_growth_bounds(detail::growth_in(growths));
}

/// The mean, in the geometric sense, of this year's and last year's growth (两年平均).
template <labelled T>
T two_year_average(const T& growths) {
  return with_figures(growths, two_year_average(detail::growth_in(growths)), measure::growth);
}
template <labelled T>
bounds_grid two_year_average_bounds(const T& growths) {
  return two_year_average_bounds(detail::growth_in(growths));
}

/// The growth of each of `steps` equal steps that make a growth (年均).
template <labelled T>
T average_growth(const T& growths, int steps) {
  return with_figures(growths, average_growth(detail::growth_in(growths), steps), measure::growth);
}
template <labelled T>
bounds_grid average_growth_bounds(const T& growths, int steps) {
  return average_growth_bounds(detail::growth_in(growths), steps);
}

/// What a year at each span's pace would bring (折年率), from growth over the span before.
template <labelled T>
T annualised(const T& growths) {
  return with_figures(growths, annualised(detail::growth_in(growths)), measure::growth);
}
template <labelled T>
bounds_grid annualised_bounds(const T& growths) {
  return annualised_bounds(detail::growth_in(growths));
}

/// By how many points growth quickened (加快) or slowed.
template <labelled T>
T acceleration(const T& growths, step_back since) {
  return with_figures(growths, acceleration(detail::growth_in(growths), since), measure::change);
}
template <labelled T>
bounds_grid acceleration_bounds(const T& growths, step_back since) {
  return acceleration_bounds(detail::growth_in(growths), since);
}

/// The rate over the last `count` spans (环比累乘), from growth over the span before.
template <labelled T>
T chained_rates(const T& steps, int count) {
  return with_figures(steps, chained_rates(detail::growth_in(steps), count), measure::growth);
}
template <labelled T>
bounds_grid chained_rate_bounds(const T& steps, int count) {
  return chained_rate_bounds(detail::growth_in(steps), count);
}

/// The part of each yearly rate that was there at the end of the year before (翘尾), in
/// points, from growth over the span before.
template <labelled T>
T carry_overs(const T& steps) {
  return with_figures(steps, carry_overs(detail::growth_in(steps)), measure::change);
}
template <labelled T>
bounds_grid carry_over_bounds(const T& steps) {
  return carry_over_bounds(detail::growth_in(steps));
}

/// The rest of each yearly rate (新涨价), in points, from it and growth over the span before.
template <labelled T>
T new_prices(const T& yearly, const T& steps) {
  return with_figures(yearly,
                      new_prices(detail::growth_in(yearly), detail::growth_beside(yearly, steps)),
                      measure::change);
}
template <labelled T>
bounds_grid new_price_bounds(const T& yearly, const T& steps) {
  return new_price_bounds(detail::growth_in(yearly), detail::growth_beside(yearly, steps));
}

/// The growth that each year leaves to the next one (年度翘尾), at the year that leaves it.
template <labelled T>
T overhangs(const T& levels) {
  return with_figures(levels, overhangs(detail::levels_in(levels, "take an overhang of")),
                      measure::growth);
}
template <labelled T>
bounds_grid overhang_bounds(const T& levels) {
  return overhang_bounds(detail::levels_in(levels, "take an overhang of"));
}

}  // namespace kebi
