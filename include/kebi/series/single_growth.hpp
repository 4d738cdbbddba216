#pragma once

#include "kebi/series/year_to_date.hpp"

namespace kebi {

/// Growth of single months, as comparable as the growth of the year to date that it is
/// found from: (Y2 - Y1)/(Y2/(1+G2) - Y1/(1+G1)) - 1 out of two neighbouring levels and
/// growths. Growth rates themselves are never subtracted.
///
/// Where January is lacking, February's growth is the published one of 1—2月. Late in
/// the year a month is a small difference of large figures: take the bounds.
inline grid single_month_growth(const grid& levels, const grid& growths) {
  detail::require_year_to_date(levels.time);
  detail::require_year_to_date(growths.time);
  const bool together = lacks_january(levels) || lacks_january(growths);
  const auto growth = [](double later, double later_rate, double earlier, double earlier_rate) {
    const double base = formula::residual_base{}(later, later_rate, earlier, earlier_rate);
    if (!(base > 0) || later_rate <= -100 || earlier_rate <= -100) return detail::not_a_number;
    return formula::growth_of_residual{}(later, later_rate, earlier, earlier_rate);
  };
  grid result = combined(growth, levels, growths, lagged(levels, 1), lagged(growths, 1));
  result.time = detail::months_beside(levels.time, together);
  for (int t = 0; t < result.columns(); ++t) {
    const auto from = detail::source_of(result.time.end(t).in_year(), together);
    for (Eigen::Index r = 0; r < result.rows(); ++r) {
      if (from == detail::source::together) result.clear(r, t, cell::together);
      if (from != detail::source::itself) continue;
      result.values(r, t) = growths.values(r, t);
      result.cells(r, t) = growths.cells(r, t);
    }
  }
  return result;
}

/// The same with bounds from the printed decimals of levels and growths. Where rounding
/// leaves even the base of a month open the bounds have no end.
inline bounds_grid single_month_growth_bounds(const grid& levels, const grid& growths) {
  detail::require_year_to_date(levels.time);
  detail::require_year_to_date(growths.time);
  const bool together = lacks_january(levels) || lacks_january(growths);
  bounds_grid result = combined_bounds(formula::growth_of_residual{}, levels, growths,
                                       lagged(levels, 1), lagged(growths, 1));
  result.time = detail::months_beside(levels.time, together);
  for (int t = 0; t < result.time.length(); ++t) {
    const auto from = detail::source_of(result.time.end(t).in_year(), together);
    if (from == detail::source::difference) continue;
    for (Eigen::Index r = 0; r < levels.rows(); ++r) {
      result.lo(r, t) = result.hi(r, t) = detail::not_a_number;
      result.cells(r, t) =
          from == detail::source::together ? detail::is_together : growths.cells(r, t);
      if (result.cells(r, t) != detail::is_figure) continue;
      const bounds own = detail::around_printed(growths.values(r, t), growths.half(r));
      result.lo(r, t) = own.lo();
      result.hi(r, t) = own.hi();
    }
  }
  return result;
}

/// Growth of the year to the month before, out of the later year to date and its last
/// month, at the place of the later one.
inline grid growth_before(const grid& levels, const grid& growths, const grid& month_levels,
                          const grid& month_growths) {
  detail::require_year_to_date(levels.time);
  return combined(formula::growth_of_residual{}, levels, growths, month_levels, month_growths);
}
inline bounds_grid growth_before_bounds(const grid& levels, const grid& growths,
                                        const grid& month_levels, const grid& month_growths) {
  detail::require_year_to_date(levels.time);
  return combined_bounds(formula::growth_of_residual{}, levels, growths, month_levels,
                         month_growths);
}

/// The weight in last year's base that the months before have beside the last month,
/// implied by three growths. Outside 0 and 100% they cannot all be true.
inline grid implied_weights(const grid& growths, const grid& month_growths) {
  detail::require_year_to_date(growths.time);
  return combined(formula::implied_weight{}, growths, lagged(growths, 1), month_growths);
}
inline bounds_grid implied_weight_bounds(const grid& growths, const grid& month_growths) {
  detail::require_year_to_date(growths.time);
  return combined_bounds(formula::implied_weight{}, growths, lagged(growths, 1), month_growths);
}

}  // namespace kebi
