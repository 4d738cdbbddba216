#pragma once

#include <optional>

#include "kebi/assess/comparisons.hpp"
#include "kebi/assess/formulas.hpp"
#include "kebi/assess/judge.hpp"
#include "kebi/assess/needs.hpp"
#include "kebi/assess/zone.hpp"
#include "kebi/core/config.hpp"

namespace kebi {
namespace detail {

/// Holds a printed value against a zone that is two-sided or open to one side.
KEBI_INLINE assessment judge_value(assessment a, decimal value, const zone& z, const settings& how) {
  const bool low = z.lo && (z.strict ? value <= *z.lo : value < *z.lo);
  const bool high = z.hi && (z.strict ? value >= *z.hi : value > *z.hi);
  if (!z.hi) a.better_by.way = better::higher;
  if (!z.lo) a.better_by.way = better::lower;
  const std::optional<better> way = a.better_by.way;
  // 100件, 150件: who knows no more than that cannot say whether more of it is better.
  if (!way && (low || high)) return undetermined(a, lacking::better, a.target.indicator, std::nullopt);

  const bool is_range = a.target.bound == bound::range;
  const bool is_flat = a.target.bound == bound::flat;
  const std::optional<decimal> asked = is_flat ? std::optional{decimal{0}} : a.target.value;
  const decimal upper = is_range ? *a.target.hi : asked.value_or(z.lo ? *z.lo : *z.hi);
  const decimal lower = is_range ? *a.target.lo : asked.value_or(z.hi ? *z.hi : *z.lo);
  const decimal slack =
      is_rate(a.target.unit) ? how.ahead_points : part_of(upper, how.ahead_percent);

  a.rule = rule::value;
  a.margin_in = distance_unit(a.target.unit ? a.target.unit : a.outcome->unit);
  switch (way.value_or(better::neither)) {
    case better::higher:
      a.margin = distance(is_range && value < lower ? lower : upper, value);
      a.verdict = low                         ? verdict::behind
                  : value > sum(upper, slack) ? verdict::ahead
                                              : verdict::on_course;
      break;
    case better::lower: {
      const figure above = distance(is_range && value > upper ? upper : lower, value);
      a.margin = figure{-above.value, -above.within};
      a.verdict = high                               ? verdict::behind
                  : value < difference(lower, slack) ? verdict::ahead
                                                     : verdict::on_course;
      break;
    }
    case better::neither:
      a.margin = distance(upper, value);
      a.verdict = low || high ? verdict::outside : verdict::on_course;
  }
  const bounds all = rounding_interval(value);
  for (const auto& end : {z.lo, z.hi})
    if (end && all.lo() < end->value() && end->value() < all.hi()) a.at_edge = true;
  return a;
}

/// A ceiling: what is left under it, whatever time has passed.
KEBI_INLINE void judge_cap(assessment& a, decimal value, decimal cap, bool strict, bool counted) {
  a.rule = rule::cap;
  const figure above = distance(cap, value);
  a.margin = figure{-above.value, -above.within};
  a.margin_in = distance_unit(a.target.unit);
  if (a.better_by.way != better::neither) a.better_by.way = better::lower;
  a.verdict = (strict ? value < cap : value <= cap) ? verdict::within : verdict::breached;
  const bounds all = rounding_interval(value);
  a.at_edge = !counted && all.lo() < cap.value() && cap.value() < all.hi();
}

/// Progress against elapsed time, from zero or from a start. `of_least` is the completion of the least
/// that a target of about a number accepts: who keeps pace with that is not behind.
KEBI_INLINE void judge_pace(assessment& a, const figure& completion, rule by, const settings& how,
                            const std::optional<figure>& of_least = {}) {
  const period &whole = *a.target.period, &done = *a.outcome->period;
  const double elapsed = 100.0 * done.months() / whole.months();
  const bounds exact_elapsed = bounds{100 * done.months()} / bounds{whole.months()};
  a.rule = by;
  a.pace = pace{
      completion, elapsed, {completion.value - elapsed, completion.within - exact_elapsed}
  };
  constexpr double noise = 1e-9;  // of the doubles: equal printed numbers count as equal
  const double lead = a.pace->lead.value;
  const figure least = of_least ? figure{of_least->value - elapsed, of_least->within - exact_elapsed} : a.pace->lead;
  a.verdict = least.value < -how.slack_points.value() - noise ? verdict::behind
              : lead > how.lead_points.value() + noise ? verdict::ahead
                                                       : verdict::on_course;
  a.at_edge = least.within.contains(-how.slack_points.value()) && width(least.within) > 0;
}

/// How much of an asked number is done.
KEBI_INLINE figure completion_of(decimal value, decimal asked) {
  return {value.value() / asked.value() * 100, completion(value, asked).value()};
}

/// How much is done of the least that 300亿元左右 accepts.
KEBI_INLINE std::optional<figure> least_completion(bool about, decimal value, decimal least) {
  if (!about || least.digits() <= 0) return std::nullopt;
  return completion_of(value, least);
}

/// At the end of the period there is nothing left to be ahead of.
KEBI_INLINE void close_period(assessment& a) {
  if (a.verdict == verdict::ahead || a.verdict == verdict::on_course) a.verdict = verdict::met;
  if (a.verdict == verdict::behind) a.verdict = verdict::missed;
}

/// A level that is to be reached by the end of the period.
KEBI_INLINE assessment judge_level(assessment a, const evidence& seen, decimal value, const zone& z,
                                   const settings& how) {
  const bool over = a.outcome->period->last() >= a.target.period->last();
  const decimal asked = a.target.value.value_or(z.lo ? *z.lo : *z.hi);
  const kebi::indicator* known = seen.indicator;
  // 投诉件数100件, 80件 by mid-year: whether they add up is not known, only that there are not too many.
  const bool harms = a.better_by.from == way_source::indicator_name && a.better_by.way == better::lower;
  if (!over && harms && a.target.bound == bound::exact && value < asked) {
    judge_cap(a, value, asked, false, is_counted(known, value));
    return a;
  }
  a = judge_value(std::move(a), value, z, how);
  // Progress is towards a floor: less of what should be little is no delay.
  if (over || !z.lo || a.better_by.way != better::higher || a.lacking != lacking::nothing) return a;
  if ((a.target.unit && is_rate(a.target.unit)) ||
      (known && (known->kind == kind::ratio || known->kind == kind::rate ||
                 known->kind == kind::index || known->kind == kind::average)))
    return a;
  const bool reached = value >= *z.lo;
  const bool about = a.target.bound == bound::about || a.target.bound == bound::nearly;
  if (!(known && adds_up(known->kind)) && is_kept_above(a.target)) return a;
  if (!known && !reached) return undetermined(a, lacking::kind, a.target.indicator, std::nullopt);

  if (known && adds_up(known->kind)) {
    if (asked.digits() <= 0 || a.outcome->period->first() != a.target.period->first()) return a;
    judge_pace(a, completion_of(value, asked), rule::schedule, how, least_completion(about, value, *z.lo));
    return a;
  }
  if (reached) return a;
  const auto start = seen.year_start ? value_like(*seen.year_start, a.target) : std::nullopt;
  if (!start)
    return undetermined(a, lacking::year_start, a.target.indicator, span_before(*a.target.period));
  a.reference = *seen.year_start;
  if (*start >= asked) return a;  // it stood there already: behind what it was to keep
  const auto along = [&](decimal goal) {
    return figure{evaluate(formula::path_completion{}, value.value(), start->value(), goal.value()),
                  evaluate(formula::path_completion{}, value, *start, enclosing(goal))};
  };
  judge_pace(a, along(asked), rule::path, how,
             about && *start < *z.lo ? std::optional{along(*z.lo)} : std::nullopt);
  return a;
}

KEBI_INLINE assessment judge_numbers(assessment a, const evidence& seen, const settings& how) {
  const fact& outcome = *a.outcome;
  if (outcome.measure == measure::progress && a.target.measure == measure::level &&
      !is_cap(a.target)) {
    if (!outcome.value || a.better_by.way == better::lower)  // 完成53% of what should be little says little
      return undetermined(a, lacking::outcome, a.target.indicator, outcome.period);
    judge_pace(a, {outcome.value->value(), rounding_interval(*outcome.value)}, rule::schedule, how);
    return a;
  }
  const auto z = accepted(a.target, a.better_by.way, how);
  if (!z)
    return undetermined(a, a.target.bound == bound::assigned ? lacking::quota : lacking::measurable,
                        a.target.reference.empty() ? a.target.indicator : a.target.reference,
                        a.target.period);
  const auto value = value_like(outcome, a.target);
  if (!value) return undetermined(a, lacking::unit, a.target.indicator, outcome.period);
  if (is_cap(a.target)) {
    judge_cap(a, *value, *z->hi, z->strict, is_counted(seen.indicator, *value));
  } else if (a.target.measure == measure::level) {
    a = judge_level(std::move(a), seen, *value, *z, how);
  } else {
    a = judge_value(std::move(a), *value, *z, how);
    if (a.lacking != lacking::nothing) return a;
    if (a.target.bound == bound::none) a.rule = rule::direction;
    // A change that is asked for over the year (净增150亿元) comes month by month.
    const bool adds = a.target.measure == measure::change && a.target.subject == measure::level &&
                      !is_rate(a.target.unit) && a.better_by.way == better::higher && a.target.value &&
                      a.target.value->digits() > 0 &&
                      outcome.period->last() < a.target.period->last();
    if (adds)
      judge_pace(a, completion_of(*value, *a.target.value), rule::schedule, how,
                 least_completion(a.target.bound == bound::about, *value, *z->lo));
  }
  return a;
}

}  // namespace detail

KEBI_INLINE assessment judge(const fact& target, const evidence& seen, const settings& how) {
  using namespace detail;
  assessment a;
  a.target = target;
  if (seen.outcome) a.outcome = *seen.outcome;  // is shown even where no verdict can be
  else if (seen.beside) a.outcome = *seen.beside;
  if (!is_firm(target) && !how.include_doubtful)
    return undetermined(a, lacking::reading, target.indicator, target.period);
  if (target.bound == bound::assigned)
    return undetermined(a, lacking::quota,
                        target.reference.empty() ? target.indicator : target.reference,
                        target.period);
  if (target.bound == bound::none && !target.direction)
    return undetermined(a, lacking::measurable, target.indicator, target.period);
  if (!seen.outcome || !target.period || !seen.outcome->period) {
    a.lacking_measure = target.measure;
    return undetermined(a, lacking::outcome, target.indicator,
                        seen.beside && seen.beside->period ? seen.beside->period : target.period);
  }
  if (seen.disputed) a.disputed = *seen.disputed;

  a.better_by = way_of(target, seen.indicator);
  if (states_itself(*a.outcome, target))
    a = judge_statement(std::move(a), how);
  else if (target.bound == bound::stable)
    a = judge_stability(std::move(a), seen, how);
  else if (target.bound == bound::sync || target.bound == bound::exceed ||
           (target.bound == bound::flat && !target.reference.empty() && (seen.reference || seen.gap)))
    a = judge_step(std::move(a), seen, how);
  else
    a = judge_numbers(std::move(a), seen, how);

  if (a.outcome->period->last() >= target.period->last())
    close_period(a);
  else
    a.need = what_is_needed(a, seen.indicator, seen.weight, how);
  return a;
}

}  // namespace kebi
