#pragma once

#include "kebi/series/year_to_date.hpp"

namespace kebi {

namespace formula {
/// `growth_of_residual` where the rest has a base above zero, and no value elsewhere.
struct growth_of_month {
  double operator()(double later, double later_rate, double earlier, double earlier_rate) const {
    const double month_base = residual_base{}(later, later_rate, earlier, earlier_rate);
    if (!(month_base > 0) || later_rate <= -100 || earlier_rate <= -100)
      return detail::not_a_number;
    return growth_of_residual{}(later, later_rate, earlier, earlier_rate);
  }
  template <class N>
  N operator()(const N& later, const N& later_rate, const N& earlier, const N& earlier_rate) const {
    return growth_of_residual{}(later, later_rate, earlier, earlier_rate);
  }
};
}  // namespace formula

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
  cellwise(formula::growth_of_month{}, into, threads, levels, growths, operand{levels, 1},
           operand{growths, 1});
  detail::put_starts(growths, january_february, into);
}
/// The months that single growth comes for, with January and February as one wherever a
/// January is lacking.
template <class Figures>
timeline single_months_of(const Figures& levels, const Figures& growths) {
  detail::require_year_to_date(levels.time);
  return detail::months_beside(levels.time, lacks_january(levels) || lacks_january(growths));
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

/// Growth of the year to the month before, out of the later year to date and its last
/// month, at the place of the later one.
template <class Figures, class Into>
void growth_before(const Figures& levels, const Figures& growths, const Figures& month_levels,
                   const Figures& month_growths, const Into& into, int threads = 1) {
  detail::require_year_to_date(levels.time);
  cellwise(formula::growth_of_residual{}, into, threads, levels, growths, month_levels,
           month_growths);
}
inline grid growth_before(const grid& levels, const grid& growths, const grid& month_levels,
                          const grid& month_growths) {
  return written(levels.time, levels.rows(), [&](const figures_out& into) {
    growth_before(levels, growths, month_levels, month_growths, into);
  });
}
inline bounds_grid growth_before_bounds(const grid& levels, const grid& growths,
                                        const grid& month_levels, const grid& month_growths) {
  return bounds_written(levels.time, levels.rows(), [&](const bounds_out& into) {
    growth_before(levels, growths, month_levels, month_growths, into);
  });
}

/// The weight in last year's base that the months before have beside the last month,
/// implied by three growths. Outside 0 and 100% they cannot all be true.
template <class Figures, class Into>
void implied_weights(const Figures& growths, const Figures& month_growths, const Into& into,
                     int threads = 1) {
  detail::require_year_to_date(growths.time);
  cellwise(formula::implied_weight{}, into, threads, growths, operand{growths, 1}, month_growths);
}
inline grid implied_weights(const grid& growths, const grid& month_growths) {
  return written(growths.time, growths.rows(),
                 [&](const figures_out& into) { implied_weights(growths, month_growths, into); });
}
inline bounds_grid implied_weight_bounds(const grid& growths, const grid& month_growths) {
  return bounds_written(growths.time, growths.rows(), [&](const bounds_out& into) {
    implied_weights(growths, month_growths, into);
  });
}

}  // namespace kebi
