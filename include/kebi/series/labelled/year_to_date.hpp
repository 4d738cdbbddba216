#pragma once

#include "kebi/series/storage/alignment.hpp"
#include "kebi/series/year_to_date/single_month_growth.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"

/// Series and panels of the year to date, of single months, and of the spans they make.
namespace kebi {

/// Levels of single months out of the year to date.
template <labelled T>
T single_months(const T& year_to_date) {
  return with_figures(year_to_date,
                      single_months(detail::levels_in(year_to_date, "take months out of")),
                      measure::level);
}
template <labelled T>
bounds_grid single_month_bounds(const T& year_to_date) {
  return single_month_bounds(detail::levels_in(year_to_date, "take months out of"));
}

/// Levels of the year to date out of months.
template <labelled T>
T cumulated(const T& months) {
  return with_figures(months, cumulated(detail::levels_in(months, "add up")), measure::level);
}
template <labelled T>
bounds_grid cumulated_bounds(const T& months) {
  return cumulated_bounds(detail::levels_in(months, "add up"));
}

/// Quarters, halves or years out of months.
template <labelled T>
T added_up(const T& months, frequency to) {
  return with_figures(months, added_up(detail::levels_in(months, "add up"), to), measure::level);
}
template <labelled T>
bounds_grid added_up_bounds(const T& months, frequency to) {
  return added_up_bounds(detail::levels_in(months, "add up"), to);
}

/// Quarters, halves or years out of the year to date.
template <labelled T>
T spans_of(const T& year_to_date, frequency to) {
  return with_figures(year_to_date,
                      spans_of(detail::levels_in(year_to_date, "take spans out of"), to),
                      measure::level);
}
template <labelled T>
bounds_grid spans_of_bounds(const T& year_to_date, frequency to) {
  return spans_of_bounds(detail::levels_in(year_to_date, "take spans out of"), to);
}

/// Growth of single months (单月增速) out of levels and growth of the year to date.
template <labelled T>
T single_month_growth(const T& levels, const T& growths) {
  return with_figures(
      growths,
      single_month_growth(detail::levels_in(levels), detail::growth_beside(levels, growths)),
      measure::growth);
}
template <labelled T>
bounds_grid single_month_growth_bounds(const T& levels, const T& growths) {
  return single_month_growth_bounds(detail::levels_in(levels),
                                    detail::growth_beside(levels, growths));
}

/// Growth of the year to the month before (上月累计增速), out of the later year to date and
/// its last month.
template <labelled T>
T growth_before(const T& levels, const T& growths, const T& month_levels, const T& month_growths) {
  return with_figures(
      growths,
      growth_before(detail::levels_in(levels), detail::growth_beside(levels, growths),
                    detail::levels_in(detail::of_same(levels, month_levels)),
                    detail::growth_beside(month_levels, month_growths)),
      measure::growth);
}
template <labelled T>
bounds_grid growth_before_bounds(const T& levels, const T& growths, const T& month_levels,
                                 const T& month_growths) {
  return growth_before_bounds(detail::levels_in(levels), detail::growth_beside(levels, growths),
                              detail::levels_in(detail::of_same(levels, month_levels)),
                              detail::growth_beside(month_levels, month_growths));
}

/// The weight in last year's base that the months before have beside the last month
/// (隐含权重), implied by their growths.
template <labelled T>
T implied_weights(const T& growths, const T& month_growths) {
  return with_figures(growths,
                      implied_weights(detail::growth_in(growths),
                                      detail::growth_in(detail::of_same(growths, month_growths))),
                      measure::share);
}
template <labelled T>
bounds_grid implied_weight_bounds(const T& growths, const T& month_growths) {
  return implied_weight_bounds(detail::growth_in(growths),
                               detail::growth_in(detail::of_same(growths, month_growths)));
}

}  // namespace kebi
