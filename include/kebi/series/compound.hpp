#pragma once

#include "kebi/series/cellwise.hpp"
#include "kebi/series/growth.hpp"
#include "kebi/series/mixed.hpp"

namespace kebi {

namespace formula {
struct difference {
  template <class N>
  constexpr N operator()(const N& a, const N& b) const {
    return a - b;
  }
};
struct sum {
  template <class N>
  constexpr N operator()(const N& a, const N& b) const {
    return a + b;
  }
};

/// `per_step` where nothing fell by more than all, and no value elsewhere.
struct average_step {
  int up, steps;
  double operator()(double rate) const {
    return rate < -100 ? detail::not_a_number : per_step{up, steps}(rate);
  }
  bounds operator()(const bounds& rate) const {
    const bounds whole = rate & bounds::at_least(-100);
    return whole.is_empty() ? whole : per_step{up, steps}(whole);
  }
  detail::ball operator()(const detail::ball& rate) const {
    return rate.lo() < -100 ? detail::ball::unknown() : per_step{up, steps}(rate);
  }
};
}  // namespace formula

/// Growth over two spans of years out of published growth of each (间隔增长): this year's
/// and last year's chained. Growth rates are on one footing each, which levels may not be.
inline grid interval_growth(const grid& growths) {
  return combined(formula::growth_of_product{}, growths, lagged(growths, growths.time.year()));
}
inline bounds_grid interval_growth_bounds(const grid& growths) {
  return combined_bounds(formula::growth_of_product{}, growths,
                         lagged(growths, growths.time.year()));
}

/// The growth of each of `steps` equal steps that make a growth (年均). Steps are counted,
/// not years listed.
inline grid average_growth(const grid& growths, int steps) {
  if (steps < 1)
    throw error{"cannot average over " + std::to_string(steps) + " steps: at least one is needed"};
  return combined(formula::average_step{1, steps}, growths);
}

/// 两年平均增速 as the national bureau published it in 2021: the mean, in the geometric
/// sense, of this year's and last year's growth.
inline grid two_year_average(const grid& growths) {
  return average_growth(interval_growth(growths), 2);
}
inline bounds_grid two_year_average_bounds(const grid& growths) {
  const auto mean = [](const auto& now, const auto& before) {
    return formula::average_step{1, 2}(formula::growth_of_product{}(now, before));
  };
  return combined_bounds(mean, growths, lagged(growths, growths.time.year()));
}

/// What a year at each span's pace would bring, from growth over the span before.
inline grid annualised(const grid& growths) {
  if (growths.time.frequency() == frequency::year_to_date)
    throw error{"the year to date has no pace of its own: take single months first"};
  return combined(formula::average_step{growths.time.year(), 1}, growths);
}

/// By how many points growth quickened (加快) or slowed, since the span before or since
/// a year before. Differences of rates are points, not growth.
inline grid acceleration(const grid& growths, step_back since) {
  const int back = since == step_back::year ? growths.time.year() : 1;
  return combined(formula::difference{}, growths, lagged(growths, back));
}
inline bounds_grid acceleration_bounds(const grid& growths, step_back since) {
  const int back = since == step_back::year ? growths.time.year() : 1;
  return combined_bounds(formula::difference{}, growths, lagged(growths, back));
}

}  // namespace kebi
