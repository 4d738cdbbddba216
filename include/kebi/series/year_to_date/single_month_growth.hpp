#pragma once

#include "kebi/series/year_to_date/single_months.hpp"

namespace kebi {

/// Growth of single months, as comparable as the growth of the year to date that it is
/// found from: (Y2 - Y1)/(Y2/(1+G2) - Y1/(1+G1)) - 1 out of two neighbouring levels and
/// growths. Growth rates themselves are never subtracted.
///
/// Where January is lacking, February's growth is the published one of 1—2月: say so by
/// `january_february`. Late in the year a month is a small difference of large figures:
/// take the bounds, which have no end where rounding leaves even the base of a month open.
template <class Figures, class Into>
void single_month_growth(const Figures& levels, const Figures& growths, bool january_february,
                         Into into, int threads = 1) {
  detail::require_year_to_date(levels.time);
  detail::require_year_to_date(growths.time);
  cellwise(formula::growth_of_residual{}, into, threads, levels, growths, operand{levels, 1},
           operand{growths, 1});
  detail::tell_losses(into);
  detail::put_starts(detail::rates(growths), growths.time, january_february, into);
}
/// The months that single growth comes for: those that single levels come for.
template <class Figures>
timeline single_months_of(const Figures& levels, const Figures& growths) {
  detail::require_year_to_date(levels.time);
  detail::require_same_ends(levels.time, growths.time);
  return detail::months_beside(levels.time, lacks_january(levels));
}
inline grid single_month_growth(const grid& levels, const grid& growths) {
  const timeline months = single_months_of(levels, growths);
  return written(months, levels.rows(), [&](const figures_out& into) {
    single_month_growth(levels, growths, months.january_february(), into);
  });
}
template <class Figures>
bounds_grid single_month_growth_bounds(const Figures& levels, const Figures& growths) {
  const timeline months = single_months_of(levels, growths);
  return bounds_written(months, levels.rows(), [&](const bounds_out& into) {
    single_month_growth(levels, growths, months.january_february(), into);
  });
}

namespace detail {

/// Throws `error` unless months stand beside the years to date that they end.
inline void require_last_months(const timeline& year_to_date, const timeline& months) {
  require_year_to_date(year_to_date);
  require_months(months);
  require_same_ends(year_to_date, months);
}

/// The start of a year has no months before it: January, or January and February as one.
template <class Into>
void clear_starts(const timeline& months, Into into) {
  for (int t = 0; t < months.length(); ++t) {
    const int number = months.end(t).in_year();
    const bool starts = number == 1 || (number == 2 && months.january_february());
    for (Eigen::Index r = 0; starts && r < into.rows(); ++r)
      if (into.cells(r, t) == is_figure) into.clear(r, t, is_undefined);
  }
}

}  // namespace detail

/// Growth of the year to the month before, out of the later year to date and its last
/// month, at the place of the later one. Undefined at the start of a year, which has no
/// months before it, and where the base of those months is not above zero.
template <class Figures, class Into>
void growth_before(const Figures& levels, const Figures& growths, const Figures& month_levels,
                   const Figures& month_growths, const Into& into, int threads = 1) {
  detail::require_last_months(levels.time, month_levels.time);
  detail::require_last_months(growths.time, month_growths.time);
  cellwise(formula::growth_of_residual{}, into, threads, levels, growths, month_levels,
           month_growths);
  detail::tell_losses(into);
  detail::clear_starts(month_levels.time, into);
  detail::clear_starts(month_growths.time, into);
}
inline grid growth_before(const grid& levels, const grid& growths, const grid& month_levels,
                          const grid& month_growths) {
  return written(levels.time, levels.rows(), [&](const figures_out& into) {
    growth_before(levels, growths, month_levels, month_growths, into);
  });
}
template <class Figures>
bounds_grid growth_before_bounds(const Figures& levels, const Figures& growths,
                                 const Figures& month_levels, const Figures& month_growths) {
  return bounds_written(levels.time, levels.rows(), [&](const bounds_out& into) {
    growth_before(levels, growths, month_levels, month_growths, into);
  });
}

/// The weight in last year's base that the months before have beside the last month,
/// implied by three growths. Outside 0 and 100% they cannot all be true. Undefined at the
/// start of a year.
template <class Figures, class Into>
void implied_weights(const Figures& growths, const Figures& month_growths, const Into& into,
                     int threads = 1) {
  detail::require_last_months(growths.time, month_growths.time);
  cellwise(formula::implied_weight{}, into, threads, detail::rates(growths),
           detail::rates(growths, 1), detail::rates(month_growths));
  detail::clear_starts(month_growths.time, into);
}
inline grid implied_weights(const grid& growths, const grid& month_growths) {
  return written(growths.time, growths.rows(),
                 [&](const figures_out& into) { implied_weights(growths, month_growths, into); });
}
template <class Figures>
bounds_grid implied_weight_bounds(const Figures& growths, const Figures& month_growths) {
  return bounds_written(growths.time, growths.rows(), [&](const bounds_out& into) {
    implied_weights(growths, month_growths, into);
  });
}

}  // namespace kebi
