#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "kebi/assess/progress.hpp"
#include "kebi/formula/progress.hpp"

namespace kebi {

namespace detail {

/// From `from` on, the grade holds, up to the next row.
struct grade_from {
  double from;
  progress_grade grade;
};
using grades = std::span<const grade_from>;

/// What a method grades: ratios to a target, growth a year in % without one. No rows: it has none.
struct progress_rules {
  grades to_target, without;
};
inline constexpr double lowest = -std::numeric_limits<double>::infinity();

KEBI_INLINE progress_rules rules_of(progress_method by) {
  using enum progress_grade;
  static constexpr grade_from sdg[] = {{lowest, deterioration}, {0, limited_progress}, {.6, acceleration_needed}, {.95, on_track}};
  static constexpr grade_from sdg_growth[] = {{lowest, deterioration}, {0, limited_progress}, {.5, acceleration_needed}, {1.5, on_track}};
  static constexpr grade_from eu[] = {{lowest, movement_away}, {0, insufficient_progress}, {.6, moderate_progress}, {.95, significant_progress}};
  static constexpr grade_from eu_growth[] = {{lowest, significant_movement_away}, {-1, moderate_movement_away}, {0, moderate_progress}, {1, significant_progress}};
  static constexpr grade_from un[] = {{lowest, limited_progress}, {.1, acceleration_needed}, {.95, on_track}};
  static constexpr grade_from un_growth[] = {{lowest, limited_progress}, {.5, acceleration_needed}, {2, on_track}};
  static constexpr grade_from trend[] = {{lowest, decreasing}, {0, stagnating}, {.5, moderately_improving}, {1, on_track}};
  switch (by) {
    case progress_method::eurostat: return {eu, eu_growth};
    case progress_method::unsd: return {un, un_growth};
    case progress_method::sdsn: return {trend, {}};
    case progress_method::open_sdg: break;
  }
  return {sdg, sdg_growth};
}

/// The last row that the value reaches; thresholds of growth are scaled where a limit is close.
KEBI_INLINE progress_grade grade_of(double value, grades rows, double scale) {
  progress_grade found = rows.front().grade;
  for (const grade_from& row : rows)
    if (value >= (row.from > 0 ? row.from * scale : row.from)) found = row.grade;
  return found;
}

/// Open SDG's score: -5 to 5, linear between the breaks.
KEBI_INLINE double score_of(double value, bool has_target, double scale) {
  constexpr double scores[] = {-5, -2.5, 0, 2.5, 5};
  constexpr double ratios[] = {-.6, 0, .6, .95, 1.3}, growths[] = {-2, 0, .5, 1.5, 2};
  const double* const at = has_target ? ratios : growths;
  const auto place = [&](int i) { return at[i] > 0 ? at[i] * scale : at[i]; };
  if (value <= place(0)) return scores[0];
  for (int i = 1; i < 5; ++i)
    if (value <= place(i))
      return scores[i - 1] + (value - place(i - 1)) / (place(i) - place(i - 1)) * 2.5;
  return scores[4];
}

KEBI_INLINE void require_course(const course& of, progress_method by) {
  const std::string method{code(by)};
  if (of.way == better::neither)
    throw error{"progress has a direction: say whether higher or lower values are better"};
  if (of.current_year <= of.base_year)
    throw error{"the current year " + std::to_string(of.current_year) + " must lie after the base year " + std::to_string(of.base_year)};
  if (of.target && of.target_year <= of.base_year)
    throw error{"the target year " + std::to_string(of.target_year) + " must lie after the base year " + std::to_string(of.base_year)};
  if (of.target && of.current_year > of.target_year)
    throw error{"the target year " + std::to_string(of.target_year) + " is over in " + std::to_string(of.current_year) + ": compare the figure with its target"};
  if (by == progress_method::sdsn && !of.target)
    throw error{"the method sdsn grades the way to a target: pass one, or take open_sdg, eurostat or unsd"};
  if (of.limit && (of.way != better::higher || of.base.hi() >= *of.limit))
    throw error{"a limit is a value above the base that the figure rises to: leave it out"};
  if (by == progress_method::sdsn) return;
  const bool fits = of.base.lo() > 0 && of.current.lo() > 0 && (!of.target || of.target->lo() > 0);
  if (!fits)
    throw error{"the method " + method + " grades growth, which needs values above zero: take sdsn, which grades changes"};
}

/// Whether a value is on the good side of another for certain, for certain not, or neither.
KEBI_INLINE std::optional<bool> is_reached(const bounds& value, const bounds& target, better way) {
  const bool up = way == better::higher;
  const bounds& high = up ? value : target;
  const bounds& low = up ? target : value;
  if (high.lo() >= low.hi()) return true;
  if (high.hi() < low.lo()) return false;
  return std::nullopt;
}

/// The bounds of a measure in which the base stands more than once: those over pieces of the base,
/// put together. The more pieces, the less of the width is left that no base explains.
template <class Measure>
bounds over_pieces(const bounds& base, const Measure& measure) {
  constexpr int pieces = 32;
  const double step = (base.hi() - base.lo()) / pieces;
  if (!(step > 0)) return measure(base);
  bounds all = bounds::empty();
  double from = base.lo();
  for (int i = 1; i <= pieces; ++i) {
    const double to = i == pieces ? base.hi() : base.lo() + i * step;
    all = all | measure(bounds{from, to});
    from = to;
  }
  return all;
}

KEBI_INLINE bounds measure_of(const course& of, progress_method by) {
  const int gone = of.current_year - of.base_year, all = of.target_year - of.base_year;
  if (!of.target) {
    const bounds growth = formula::annual_growth{gone}(of.base, of.current);
    return of.way == better::higher ? growth : -growth;
  }
  return over_pieces(of.base, [&](const bounds& base) {
    if (by == progress_method::sdsn) return formula::change_on_required{gone, all}(base, of.current, *of.target);
    if (by == progress_method::unsd) return formula::projected_on_required{gone, all}(base, of.current, *of.target);
    return formula::growth_on_required{gone, all}(base, of.current, *of.target);
  });
}

/// How much less Open SDG asks of the growth of what is close to a limit: 1 - (x_0 / limit)^4.44.
KEBI_INLINE double scale_of(const course& of, progress_method by, double base) {
  if (by != progress_method::open_sdg || of.target || !of.limit) return 1;
  return 1 - std::pow(base / *of.limit, 4.44);
}

/// A target that the base year has met is a limit: it is kept or not.
KEBI_INLINE progress limit_kept(const course& of, progress_method by) {
  using enum progress_grade;
  const auto kept = is_reached(of.current, *of.target, of.way);
  return {by, measure_of(of, by), kept.value_or(false) ? within_limit : limit_exceeded,
          kept.value_or(true) ? within_limit : limit_exceeded, {}};
}

}  // namespace detail

KEBI_INLINE progress progress_of(const course& of, progress_method by) {
  detail::require_course(of, by);
  if (of.target && detail::is_reached(of.base, *of.target, of.way).value_or(false))
    return detail::limit_kept(of, by);
  const auto [to_target, without] = detail::rules_of(by);
  // The lower the base, the more is asked.
  const double most = detail::scale_of(of, by, of.base.lo()), least = detail::scale_of(of, by, of.base.hi());
  const bounds measure = detail::measure_of(of, by);
  const detail::grades rows = of.target ? to_target : without;
  progress result{by, measure, detail::grade_of(measure.lo(), rows, most), detail::grade_of(measure.hi(), rows, least), {}};
  if (by == progress_method::open_sdg)
    result.score = bounds{detail::score_of(measure.lo(), of.target.has_value(), most),
                          detail::score_of(measure.hi(), of.target.has_value(), least)};
  const auto reached = of.target ? detail::is_reached(of.current, *of.target, of.way) : false;
  if (reached.value_or(true)) result.best = progress_grade::target_achieved;
  if (reached.value_or(false)) result.worst = progress_grade::target_achieved;
  return result;
}

}  // namespace kebi
