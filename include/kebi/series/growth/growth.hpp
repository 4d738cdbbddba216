#pragma once

#include <span>

#include "kebi/series/evaluate/cellwise.hpp"
#include "kebi/series/growth/growth_kernels.hpp"

namespace kebi {

/// Growth of levels over `lag` columns, in percent, into a given block. A figure without
/// its base has no growth: no gap is bridged. Where a figure or its base is negative, or
/// the base is zero, the cell says which turn it took.
inline void growth_over(const figures& levels, int lag, const figures_out& into, int threads = 1) {
  detail::require_lag(lag);
  detail::growth_rows(
      levels, lag < levels.columns() ? lag : levels.columns(),
      [&](Eigen::Index r) { return detail::row_of(levels.values, r); },
      [&](Eigen::Index r) { return detail::row_of(levels.cells, r); }, into, threads);
}

/// The same with bounds. `halves` has half a unit of the last printed digit of each row.
inline void growth_over(const figures& levels, std::span<const double> halves, int lag,
                        const bounds_out& into, int threads = 1) {
  detail::require_lag(lag);
  detail::growth_bounds_rows(
      levels, halves, lag < levels.columns() ? lag : levels.columns(),
      [&](Eigen::Index r) { return detail::row_of(levels.values, r); },
      [&](Eigen::Index r) { return detail::row_of(levels.cells, r); }, halves, into, threads);
}

/// Growth of each figure over the one at its place in another block: a fixed base, or a
/// base that was released again.
inline void growth_between(const figures& levels, const figures& bases, const figures_out& into,
                           int threads = 1) {
  detail::require_same(levels, bases);
  detail::growth_rows(
      levels, 0, [&](Eigen::Index r) { return detail::row_of(bases.values, r); },
      [&](Eigen::Index r) { return detail::row_of(bases.cells, r); }, into, threads);
}
inline void growth_between(const figures& levels, std::span<const double> halves,
                           const figures& bases, std::span<const double> base_halves,
                           const bounds_out& into, int threads = 1) {
  detail::require_same(levels, bases);
  detail::growth_bounds_rows(
      levels, halves, 0, [&](Eigen::Index r) { return detail::row_of(bases.values, r); },
      [&](Eigen::Index r) { return detail::row_of(bases.cells, r); }, base_halves, into, threads);
}

/// Bounds of growth for figures of any kind, one by one: derived figures that are bounds
/// themselves, and printed ones whose decimals change along a row.
inline void growth_between(const operand& levels, const operand& bases, const bounds_out& into,
                           int threads = 1) {
  detail::require_shape(into, detail::rows_in_common(levels, bases), levels.columns());
  levels.require(into);
  bases.require(into);
  detail::over_rows(into.rows(), threads, [&](Eigen::Index from, Eigen::Index end) {
    bounds_out mine = into;
    for (Eigen::Index r = from; r < end; ++r)
      for (int t = 0; t < levels.columns(); ++t) {
        const std::uint8_t why = detail::first_cause({levels.why(r, t), bases.why(r, t)});
        if (why != detail::is_figure) {
          mine.clear(r, t, why);
          continue;
        }
        // A figure printed 0 is not below zero for sure, and neither is its growth.
        const bool not_below = levels.has_values() && levels.value(r, t) >= 0;
        const bounds level = levels.within(r, t);
        const auto found =
            growth_or_turn(not_below ? level & bounds::at_least(0) : level, bases.within(r, t));
        if (found.rate)
          mine.put(r, t, found.rate->value());
        else
          mine.clear(r, t, static_cast<std::uint8_t>(cell_of(*found.how)));
      }
  });
}

/// How growth is counted back: by a year (同比), by one span (环比).
enum class step_back { year, span };

namespace detail {

inline int columns_back(const timeline& time, step_back by) {
  if (by == step_back::year) return time.year();
  if (time.frequency() == frequency::year_to_date)
    throw error{"the year to date has no period before it: take single months first"};
  return 1;
}

/// January and February as one and March after them are spans of unlike length.
template <class Into>
void refuse_unlike_spans(const timeline& time, step_back by, Into into) {
  if (by != step_back::span || !time.january_february()) return;
  for (int t = 0; t < time.length(); ++t) {
    if (time.end(t).in_year() != 3) continue;
    for (Eigen::Index r = 0; r < into.rows(); ++r)
      if (into.cells(r, t) == is_figure) into.clear(r, t, is_undefined);
  }
}

}  // namespace detail

/// Growth of levels by the calendar, year over year or span over span, into a given block.
inline void growth_of(const grid& levels, step_back by, const figures_out& into, int threads = 1) {
  growth_over(levels.view(), detail::columns_back(levels.time, by), into, threads);
  detail::refuse_unlike_spans(levels.time, by, into);
}
inline void growth_of(const grid& levels, step_back by, const bounds_out& into, int threads = 1) {
  const int back = detail::columns_back(levels.time, by);
  if (levels.has_even_rows())
    growth_over(levels.view(), levels.halves(), back, into, threads);
  else
    growth_between(levels, operand{levels, back}, into, threads);
  detail::refuse_unlike_spans(levels.time, by, into);
}
inline void growth_of(const bounds_grid& levels, step_back by, const bounds_out& into,
                      int threads = 1) {
  growth_between(levels, operand{levels, detail::columns_back(levels.time, by)}, into, threads);
  detail::refuse_unlike_spans(levels.time, by, into);
}
inline grid growth_of(const grid& levels, step_back by, int threads = 1) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { growth_of(levels, by, into, threads); });
}
template <class Levels>
bounds_grid growth_bounds_of(const Levels& levels, step_back by, int threads = 1) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { growth_of(levels, by, into, threads); });
}

/// The bases for growth against one span (定基): its figure, for every time. Throws
/// `error` for a span that the series does not have.
template <class Figures>
Figures fixed_base(const Figures& levels, const period& base) {
  const auto column = levels.time.column(base);
  if (!column)
    throw error{"cannot take " + code(base) + " as the base: the series has no such span"};
  return columns_of(levels, levels.time, [&](int) { return *column; });
}
/// The bases for growth against one year (比2019年同期): the figure of the same span in it.
template <class Figures>
Figures same_span_of(const Figures& levels, int year) {
  return columns_of(levels, levels.time, [&](int t) {
    return t - (levels.time.end(t).year() - year) * levels.time.year();
  });
}

namespace detail {

template <class Figures>
Figures bases_since(const Figures& levels, const period& base) {
  return fixed_base(levels, base);
}
template <class Figures>
Figures bases_since(const Figures& levels, int year) {
  return same_span_of(levels, year);
}

}  // namespace detail

/// Growth against one span (定基, `since` a period), or against the same span of one year
/// (比2019年同期, `since` a number).
template <class Since>
void growth_since(const grid& levels, const Since& since, const figures_out& into,
                  int threads = 1) {
  growth_between(levels.view(), detail::bases_since(levels, since).view(), into, threads);
}
template <class Levels, class Since>
void growth_since(const Levels& levels, const Since& since, const bounds_out& into,
                  int threads = 1) {
  growth_between(levels, detail::bases_since(levels, since), into, threads);
}
template <class Since>
grid growth_since(const grid& levels, const Since& since) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { growth_since(levels, since, into); });
}
template <class Levels, class Since>
bounds_grid growth_since_bounds(const Levels& levels, const Since& since) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { growth_since(levels, since, into); });
}

}  // namespace kebi
