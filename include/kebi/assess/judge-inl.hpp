#pragma once

#include <optional>

#include "kebi/assess/formulas.hpp"
#include "kebi/assess/judge.hpp"
#include "kebi/assess/needs.hpp"
#include "kebi/assess/zone.hpp"
#include "kebi/core/config.hpp"

namespace kebi {
namespace detail {

/// Holds a printed value against a zone that is two-sided or open to one side.
KEBI_INLINE void judge_value(assessment& a, decimal value, const zone& z, better way,
                             const settings& how) {
  const bool low = z.lo && (z.strict ? value <= *z.lo : value < *z.lo);
  const bool high = z.hi && (z.strict ? value >= *z.hi : value > *z.hi);
  if (!z.hi) way = better::higher;
  if (!z.lo) way = better::lower;

  const bool is_range = a.target.bound == bound::range;
  const bool is_flat = a.target.bound == bound::flat;
  const std::optional<decimal> asked = is_flat ? std::optional{decimal{0}} : a.target.value;
  const decimal upper = is_range ? *a.target.hi : asked.value_or(z.lo ? *z.lo : *z.hi);
  const decimal lower = is_range ? *a.target.lo : asked.value_or(z.hi ? *z.hi : *z.lo);
  const decimal slack =
      is_rate(a.target.unit) ? how.ahead_points : part_of(upper, how.ahead_percent);

  a.rule = rule::value;
  a.way = way;
  a.margin_in = distance_unit(a.target.unit ? a.target.unit : a.outcome->unit);
  switch (way) {
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
}

/// A ceiling: what is left under it, whatever time has passed.
KEBI_INLINE void judge_cap(assessment& a, decimal value, decimal cap, bool strict, bool counted) {
  a.rule = rule::cap;
  const figure above = distance(cap, value);
  a.margin = figure{-above.value, -above.within};
  a.margin_in = distance_unit(a.target.unit);
  a.way = better::lower;
  a.verdict = (strict ? value < cap : value <= cap) ? verdict::within : verdict::breached;
  const bounds all = rounding_interval(value);
  a.at_edge = !counted && all.lo() < cap.value() && cap.value() < all.hi();
}

/// Progress against elapsed time, from zero or from a start.
KEBI_INLINE void judge_pace(assessment& a, const figure& completion, rule by, const settings& how) {
  const period &whole = *a.target.period, &done = *a.outcome->period;
  const double elapsed = 100.0 * done.months() / whole.months();
  const bounds exact_elapsed = bounds{100 * done.months()} / bounds{whole.months()};
  a.rule = by;
  a.pace = pace{
      completion, elapsed, {completion.value - elapsed, completion.within - exact_elapsed}
  };
  constexpr double noise = 1e-9;  // of the doubles: equal printed numbers count as equal
  const double lead = a.pace->lead.value;
  a.verdict = lead < -how.slack_points.value() - noise ? verdict::behind
              : lead > how.lead_points.value() + noise ? verdict::ahead
                                                       : verdict::on_course;
  a.at_edge =
      a.pace->lead.within.contains(-how.slack_points.value()) && width(a.pace->lead.within) > 0;
}

/// At the end of the period there is nothing left to be ahead of.
KEBI_INLINE void close_period(assessment& a) {
  if (a.verdict == verdict::ahead || a.verdict == verdict::on_course) a.verdict = verdict::met;
  if (a.verdict == verdict::behind) a.verdict = verdict::missed;
}

/// 保持稳定: against the number that the target names, or the same figure a year before.
KEBI_INLINE assessment judge_stability(assessment a, const evidence& seen, better way,
                                       const settings& how) {
  const auto now = value_like(*a.outcome, a.target);
  if (!now) return undetermined(a, lacking::unit, a.target.indicator, a.outcome->period);
  a.rule = rule::stability;
  a.way = way;

  decimal off, slack = how.stable_points;
  bounds within = bounds::entire();
  const auto against = [&](decimal before, const bounds& possible) {
    off = difference(*now, before);
    within = rounding_interval(*now) - possible;
    if (!is_rate(a.outcome->unit)) slack = part_of(before, how.stable_percent);
    a.margin_in = distance_unit(a.outcome->unit);
  };
  if (a.target.value) {
    against(*a.target.value, enclosing(*a.target.value));
  } else {
    const fact* before = seen.last_year;
    if (!before)
      return undetermined(a, lacking::last_year, a.target.indicator,
                          year_before(*a.outcome->period));
    a.reference = *before;
    if (before->measure == measure::level) {
      const auto then = value_like(*before, *a.outcome);
      if (!then) return undetermined(a, lacking::unit, a.target.indicator, before->period);
      against(*then, rounding_interval(*then));
    } else {  // a printed change or growth since: stable means hardly any
      off = *before->value;
      within = rounding_interval(off);
      a.margin_in = before->unit;
      if (before->measure == measure::growth)
        slack = how.stable_percent;
      else if (!is_rate(before->unit))
        slack = part_of(*now, how.stable_percent);
    }
  }
  a.margin = figure{off.value(), within};
  const bool stable = off <= slack && -off <= slack;
  const bool good = way == better::higher ? off.digits() > 0 : off.digits() < 0;
  a.verdict = stable                   ? verdict::on_course
              : way == better::neither ? verdict::outside
              : good                   ? verdict::ahead
                                       : verdict::behind;
  return a;
}

/// 同步, 高于, 低于 and 持平 with a reference: growth against the reference's growth.
KEBI_INLINE assessment judge_step(assessment a, const evidence& seen, const settings& how) {
  const auto own = number_of(*a.outcome);
  if (!seen.reference || !own)
    return undetermined(a, lacking::reference, a.target.reference, a.outcome->period);
  a.reference = *seen.reference;
  a.rule = rule::step;
  const decimal lead = difference(*own, *seen.reference->value);
  a.margin =
      figure{lead.value(), rounding_interval(*own) - rounding_interval(*seen.reference->value)};
  a.margin_in = unit{"个百分点"};
  const bool exceed = a.target.bound == bound::exceed;
  const bool below = exceed && a.target.direction == direction::down;
  a.way = below ? better::lower : better::higher;
  const decimal good = below ? -lead : lead;
  const decimal least = exceed ? decimal{0} : -how.sync_points;
  const bool behind = exceed ? good <= least : good < least;
  const decimal far = exceed ? how.ahead_points : how.sync_points;
  a.verdict = behind ? verdict::behind : good > far ? verdict::ahead : verdict::on_course;
  const bounds side = below ? -a.margin->within : a.margin->within;
  a.at_edge = side.lo() < least.value() && least.value() < side.hi();
  return a;
}

/// A level that is to be reached by the end of the period.
KEBI_INLINE assessment judge_level(assessment a, const evidence& seen, decimal value, const zone& z,
                                   better way, const settings& how) {
  const bool over = a.outcome->period->last() >= a.target.period->last();
  const decimal asked = a.target.value.value_or(z.lo ? *z.lo : *z.hi);
  const kebi::indicator* known = seen.indicator;
  // 死亡人数0人, 2人: who knows the name alone cannot say whether more of it is better.
  if (!known && a.target.bound == bound::exact && value > asked)
    return undetermined(a, lacking::better, a.target.indicator, std::nullopt);
  judge_value(a, value, z, way, how);
  // Progress is towards a floor: less of what should be little is no delay.
  if (over || !z.lo || a.way != better::higher) return a;
  if ((a.target.unit && is_rate(a.target.unit)) ||
      (known && (known->kind == kind::ratio || known->kind == kind::rate ||
                 known->kind == kind::index || known->kind == kind::average)))
    return a;
  const bool reached = value >= *z.lo;
  if (!known && !reached) return undetermined(a, lacking::kind, a.target.indicator, std::nullopt);

  if (known && adds_up(known->kind)) {
    if (asked.digits() <= 0 || a.outcome->period->first() != a.target.period->first()) return a;
    judge_pace(a, {value.value() / asked.value() * 100, completion(value, asked).value()},
               rule::schedule, how);
    return a;
  }
  if (reached) return a;
  const auto start = seen.year_start ? value_like(*seen.year_start, a.target) : std::nullopt;
  if (!start)
    return undetermined(a, lacking::year_start, a.target.indicator, span_before(*a.target.period));
  a.reference = *seen.year_start;
  if (*start >= asked) return a;  // it stood there already: behind what it was to keep
  judge_pace(a,
             {evaluate(formula::path_completion{}, value.value(), start->value(), asked.value()),
              evaluate(formula::path_completion{}, value, *start, enclosing(asked))},
             rule::path, how);
  return a;
}

KEBI_INLINE assessment judge_numbers(assessment a, const evidence& seen, better way,
                                     const settings& how) {
  const fact& outcome = *a.outcome;
  if (outcome.measure == measure::progress && a.target.measure == measure::level &&
      !is_cap(a.target)) {
    if (!outcome.value)
      return undetermined(a, lacking::outcome, a.target.indicator, outcome.period);
    judge_pace(a, {outcome.value->value(), rounding_interval(*outcome.value)}, rule::schedule, how);
    return a;
  }
  const auto z = accepted(a.target, way, how);
  if (!z)
    return undetermined(a, a.target.bound == bound::assigned ? lacking::quota : lacking::measurable,
                        a.target.reference.empty() ? a.target.indicator : a.target.reference,
                        a.target.period);
  const auto value = value_like(outcome, a.target);
  if (!value) return undetermined(a, lacking::unit, a.target.indicator, outcome.period);
  if (is_cap(a.target)) {
    judge_cap(a, *value, *z->hi, z->strict, is_counted(seen.indicator, *value));
  } else if (a.target.measure == measure::level) {
    a = judge_level(std::move(a), seen, *value, *z, way, how);
  } else {
    judge_value(a, *value, *z, way, how);
    if (a.target.bound == bound::none) a.rule = rule::direction;
    // A change that is asked for over the year (净增150亿元) comes month by month.
    const bool adds = a.target.measure == measure::change && a.target.subject == measure::level &&
                      !is_rate(a.target.unit) && a.way == better::higher && a.target.value &&
                      a.target.value->digits() > 0 &&
                      outcome.period->last() < a.target.period->last();
    if (adds)
      judge_pace(a,
                 {value->value() / a.target.value->value() * 100,
                  completion(*value, *a.target.value).value()},
                 rule::schedule, how);
  }
  return a;
}

/// Which way is better for an indicator that the catalogue does not know: who asks
/// for a fall wants less of it, and who asks for about a level wants just that.
KEBI_INLINE better asked_way(const fact& target) {
  const auto& number = target.value ? target.value : target.lo;
  const bool moves = target.measure == measure::growth || target.measure == measure::change;
  if (moves) return number && number->digits() < 0 ? better::lower : better::higher;
  const bool two_sided = target.bound == bound::about || target.bound == bound::range;
  return two_sided ? better::neither : better::higher;
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

  const better way = seen.indicator ? seen.indicator->better : asked_way(target);
  if (target.bound == bound::stable)
    a = judge_stability(std::move(a), seen, way, how);
  else if (target.bound == bound::sync || target.bound == bound::exceed ||
           (target.bound == bound::flat && !target.reference.empty() && seen.reference))
    a = judge_step(std::move(a), seen, how);
  else
    a = judge_numbers(std::move(a), seen, way, how);

  if (a.outcome->period->last() >= target.period->last())
    close_period(a);
  else
    a.need = what_is_needed(a, seen.indicator, seen.weight, how);
  return a;
}

}  // namespace kebi
