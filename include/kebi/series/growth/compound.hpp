#pragma once

#include "kebi/formula/composition.hpp"
#include "kebi/series/evaluate/rates.hpp"
#include "kebi/series/growth/growth.hpp"

namespace kebi {

namespace formula {
struct difference {
  template <class N>
  constexpr N operator()(const N& a, const N& b) const {
    return a - b;
  }
};
struct growth_of_both {  // of what was left after the earlier growth
  template <class N>
  constexpr N operator()(const N& now, const N& before) const {
    return growth_of_product{}(now, detail::kept_above(-100, before));
  }
};
struct mean_growth_of_both {
  template <class N>
  constexpr N operator()(const N& now, const N& before) const {
    const N both = growth_of_both{}(now, before);
    if constexpr (std::same_as<N, double>)
      if (detail::is_nan(both)) return both;  // nan has no root
    return per_step{1, 2}(both);
  }
};
}  // namespace formula

/// Growth over two spans of years out of published growth of each (间隔增长): this year's
/// and last year's chained. Growth rates are on one footing each, which levels may not be.
template <class Growths, class Into>
void interval_growth(const Growths& growths, const Into& into, int threads = 1) {
  cellwise(formula::growth_of_both{}, into, threads, detail::rates(growths),
           detail::rates(growths, growths.time.year()));
}
inline grid interval_growth(const grid& growths) {
  return written(growths.time, growths.rows(),
                 [&](const figures_out& into) { interval_growth(growths, into); });
}
template <class Growths>
bounds_grid interval_growth_bounds(const Growths& growths) {
  return bounds_written(growths.time, growths.rows(),
                        [&](const bounds_out& into) { interval_growth(growths, into); });
}

/// The growth of each of `steps` equal steps that make a growth (年均). Steps are counted,
/// not years listed.
template <class Growths, class Into>
void average_growth(const Growths& growths, int steps, const Into& into, int threads = 1) {
  if (steps < 1)
    throw error{"cannot average over " + std::to_string(steps) + " steps: at least one is needed"};
  cellwise(formula::per_step{1, steps}, into, threads, detail::rates(growths));
}
inline grid average_growth(const grid& growths, int steps) {
  return written(growths.time, growths.rows(),
                 [&](const figures_out& into) { average_growth(growths, steps, into); });
}
template <class Growths>
bounds_grid average_growth_bounds(const Growths& growths, int steps) {
  return bounds_written(growths.time, growths.rows(),
                        [&](const bounds_out& into) { average_growth(growths, steps, into); });
}

/// 两年平均增速 as the national bureau published it in 2021: the mean, in the geometric
/// sense, of this year's and last year's growth.
template <class Growths, class Into>
void two_year_average(const Growths& growths, const Into& into, int threads = 1) {
  cellwise(formula::mean_growth_of_both{}, into, threads, detail::rates(growths),
           detail::rates(growths, growths.time.year()));
}
inline grid two_year_average(const grid& growths) {
  return written(growths.time, growths.rows(),
                 [&](const figures_out& into) { two_year_average(growths, into); });
}
template <class Growths>
bounds_grid two_year_average_bounds(const Growths& growths) {
  return bounds_written(growths.time, growths.rows(),
                        [&](const bounds_out& into) { two_year_average(growths, into); });
}

/// What a year at each span's pace would bring, from growth over the span before.
template <class Growths, class Into>
void annualised(const Growths& growths, const Into& into, int threads = 1) {
  if (growths.time.frequency() == frequency::year_to_date)
    throw error{"the year to date has no pace of its own: take single months first"};
  cellwise(formula::per_step{growths.time.year(), 1}, into, threads, detail::rates(growths));
}
inline grid annualised(const grid& growths) {
  return written(growths.time, growths.rows(),
                 [&](const figures_out& into) { annualised(growths, into); });
}
template <class Growths>
bounds_grid annualised_bounds(const Growths& growths) {
  return bounds_written(growths.time, growths.rows(),
                        [&](const bounds_out& into) { annualised(growths, into); });
}

/// By how many points growth quickened (加快) or slowed, since the span before or since
/// a year before. Differences of rates are points, not growth.
template <class Growths, class Into>
void acceleration(const Growths& growths, step_back since, const Into& into, int threads = 1) {
  const int back = since == step_back::year ? growths.time.year() : 1;
  cellwise(formula::difference{}, into, threads, detail::rates(growths),
           detail::rates(growths, back));
}
inline grid acceleration(const grid& growths, step_back since) {
  return written(growths.time, growths.rows(),
                 [&](const figures_out& into) { acceleration(growths, since, into); });
}
template <class Growths>
bounds_grid acceleration_bounds(const Growths& growths, step_back since) {
  return bounds_written(growths.time, growths.rows(),
                        [&](const bounds_out& into) { acceleration(growths, since, into); });
}

}  // namespace kebi
