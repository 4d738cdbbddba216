#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kebi/formula/carry_over.hpp"
#include "kebi/series/year_to_date/to_frequency.hpp"

namespace kebi {

namespace detail {

/// The figures of a run of columns, where all are there; else the cause of those that are
/// not. A column before the first is absent.
template <class Into>
std::uint8_t run_of(const operand& from, const Into& into, Eigen::Index r, int first, int end,
                    std::vector<amount_in<Into>>& run) {
  run.clear();
  std::uint8_t why = is_figure;
  for (int t = first; t < end; ++t) {
    why = cause_of_both(why, t < 0 ? is_absent : from.why(r, t));
    if (why == is_figure) run.push_back(amount(into, from, r, t));
  }
  return why;
}

inline void put_chain(figures_out into, Eigen::Index r, int t, const std::vector<double>& run) {
  const double rate = formula::chain{}(std::span<const double>{run});
  if (is_finite(rate))
    into.put(r, t, rate);
  else
    into.clear(r, t, is_undefined);
}
inline void put_chain(bounds_out into, Eigen::Index r, int t, const std::vector<bounds>& run) {
  into.put(r, t, evaluate_rising(formula::chain{}, std::span<const bounds>{run}));
}

/// Chains the rates of columns `first(t)` up to `end(t)` at each column.
template <class Steps, class Into, class First, class End>
void chain_runs(const Steps& steps, Into into, const First& first, const End& end) {
  require_shape(into, steps.rows(), steps.columns());
  const operand from = rates(steps);
  from.require(into);
  std::vector<amount_in<Into>> run;
  for (Eigen::Index r = 0; r < steps.rows(); ++r)
    for (int t = 0; t < steps.columns(); ++t) {
      std::uint8_t why = run_of(from, into, r, first(t), end(t), run);
      // A chain may end in a fall to nothing, but does not go on from there.
      for (std::size_t k = 0; k + 1 < run.size(); ++k)
        if (why == is_figure && leaves_nothing(run[k])) why = is_undefined;
      if (why == is_figure)
        put_chain(into, r, t, run);
      else
        into.clear(r, t, why);
    }
}

inline void require_even_spans(const timeline& time, const char* doing) {
  if (time.frequency() != frequency::year_to_date && !time.january_february()) return;
  throw error{std::string{"cannot "} + doing +
              (time.january_february() ? " where January and February are told as one"
                                       : " figures of the year to date: take single months first")};
}

}  // namespace detail

/// The rate over the last `count` spans at each time, such as twelve months of 环比.
/// From rounded rates take the bounds: twelve roundings to 0.1 leave more than half a
/// point open.
template <class Steps, class Into>
void chained_rates(const Steps& steps, int count, const Into& into) {
  if (count < 1) throw error{"a chain has at least one link: found " + std::to_string(count)};
  detail::require_even_spans(steps.time, "chain rates");
  detail::chain_runs(
      steps, into, [&](int t) { return t - count + 1; }, [](int t) { return t + 1; });
}
inline grid chained_rates(const grid& steps, int count) {
  return written(steps.time, steps.rows(),
                 [&](const figures_out& into) { chained_rates(steps, count, into); });
}
template <class Steps>
bounds_grid chained_rate_bounds(const Steps& steps, int count) {
  return bounds_written(steps.time, steps.rows(),
                        [&](const bounds_out& into) { chained_rates(steps, count, into); });
}

/// The part of each yearly rate that was there at the end of the year before (翘尾因素): the
/// chain of last year's rates after the same span. `steps` are rates over the span before.
template <class Steps, class Into>
void carry_overs(const Steps& steps, const Into& into) {
  detail::require_even_spans(steps.time, "carry over");
  const int year = steps.time.year();
  const auto number = [&](int t) { return steps.time.end(t).in_year() / steps.time.step(); };
  detail::chain_runs(
      steps, into, [&](int t) { return t - year + 1; }, [&](int t) { return t - number(t) + 1; });
}
inline grid carry_overs(const grid& steps) {
  return written(steps.time, steps.rows(),
                 [&](const figures_out& into) { carry_overs(steps, into); });
}
template <class Steps>
bounds_grid carry_over_bounds(const Steps& steps) {
  return bounds_written(steps.time, steps.rows(),
                        [&](const bounds_out& into) { carry_overs(steps, into); });
}

/// The rest of each yearly rate (新涨价因素), in points, by the additive convention of the
/// national bureau: `yearly` less the carry-over of `steps`, which are rates over the span
/// before. Printed rates are good to half a unit of each, so take the bounds.
template <class Yearly, class Steps>
void new_prices(const Yearly& yearly, const Steps& steps, const figures_out& into,
                int threads = 1) {
  detail::require_same_ends(yearly.time, steps.time);
  cellwise(formula::difference{}, into, threads, detail::rates(yearly), carry_overs(steps));
}
template <class Yearly, class Steps>
void new_prices(const Yearly& yearly, const Steps& steps, const bounds_out& into, int threads = 1) {
  detail::require_same_ends(yearly.time, steps.time);
  cellwise(formula::difference{}, into, threads, detail::rates(yearly), carry_over_bounds(steps));
}
inline grid new_prices(const grid& yearly, const grid& steps) {
  return written(yearly.time, yearly.rows(),
                 [&](const figures_out& into) { new_prices(yearly, steps, into); });
}
template <class Yearly, class Steps>
bounds_grid new_price_bounds(const Yearly& yearly, const Steps& steps) {
  return bounds_written(yearly.time, yearly.rows(),
                        [&](const bounds_out& into) { new_prices(yearly, steps, into); });
}

/// The overhang (年度翘尾) that each year leaves to the next one: its last figure over the
/// mean of all its figures. Absent where one of them is, undefined where one is not above
/// zero. It stands at the year that leaves it.
template <class Levels, class Into>
void overhangs(const Levels& levels, Into into) {
  detail::require_even_spans(levels.time, "take an overhang of");
  const timeline years = longer_spans(levels.time, frequency::year);
  detail::require_shape(into, levels.rows(), years.length());
  const operand from{levels};
  from.require(into);
  const auto above_zero = [](const auto& level) { return detail::surely_above(level); };
  std::vector<detail::amount_in<Into>> run;
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int k = 0; k < years.length(); ++k) {
      const int end = (years.end(k) - levels.time.first()) / levels.time.step() + 1;
      const std::uint8_t why = detail::run_of(from, into, r, end - levels.time.year(), end, run);
      if (why != detail::is_figure)
        into.clear(r, k, why);
      else if (!std::all_of(run.begin(), run.end(), above_zero))
        into.clear(r, k, detail::is_undefined);
      else
        into.put(r, k, overhang(std::span<const detail::amount_in<Into>>{run}).value());
    }
}
inline grid overhangs(const grid& levels) {
  return written(longer_spans(levels.time, frequency::year), levels.rows(),
                 [&](const figures_out& into) { overhangs(levels, into); });
}
template <class Levels>
bounds_grid overhang_bounds(const Levels& levels) {
  return bounds_written(longer_spans(levels.time, frequency::year), levels.rows(),
                        [&](const bounds_out& into) { overhangs(levels, into); });
}

}  // namespace kebi
