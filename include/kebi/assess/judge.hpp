#pragma once

#include <optional>

#include "kebi/assess/assessment.hpp"
#include "kebi/assess/formulas.hpp"
#include "kebi/assess/needs.hpp"
#include "kebi/assess/settings.hpp"
#include "kebi/assess/zone.hpp"

namespace kebi {

/// What is known about a target beside its own words. Null where it is not.
struct evidence {
  const kebi::indicator* indicator = nullptr;  ///< what the catalogue says of it
  const fact* outcome = nullptr;     ///< the latest figure of what the target measures
  const fact* last_year = nullptr;   ///< the same figure a year before, or its change since
  const fact* year_start = nullptr;  ///< the level at the end of last year
  const fact* reference = nullptr;   ///< the growth that it must keep step with
  std::optional<bounds> weight;      ///< of the elapsed part in the base year
};

namespace detail {

inline assessment undetermined(assessment a, lacking what, std::string indicator,
                               std::optional<period> when) {
  a.verdict = verdict::undetermined;
  a.lacking = what;
  a.lacking_indicator = std::move(indicator);
  a.lacking_period = when;
  return a;
}

/// The printed value of an outcome in the target's unit, where it has one.
inline std::optional<decimal> value_like(const fact& outcome, const fact& target) {
  if (!outcome.value || !outcome.in || !target.in || *outcome.in == *target.in) return outcome.value;
  if (!same_kind(*outcome.in, *target.in)) return std::nullopt;
  const auto [over, under] = conversion(*outcome.in, *target.in);
  for (auto rest : {over, under}) {
    while (rest % 10 == 0) rest /= 10;
    if (rest != 1) return std::nullopt;
  }
  return convert(*outcome.value, *outcome.in, *target.in);
}

inline figure distance(decimal from, decimal to) {
  return {difference(to, from).value(), rounding_interval(to) - enclosing(from)};
}

/// Holds a printed value against a zone that is two-sided or open to one side.
inline void judge_value(assessment& a, decimal value, const zone& z, better way,
                        const settings& how) {
  const bool low = z.lo && (z.strict ? value <= *z.lo : value < *z.lo);
  const bool high = z.hi && (z.strict ? value >= *z.hi : value > *z.hi);
  if (!z.hi) way = better::higher;
  if (!z.lo) way = better::lower;

  const bool is_rate = !a.target.in || a.target.in->kind() == "倍";
  const bool is_range = a.target.bound == bound::range;
  const bool is_flat = a.target.bound == bound::flat;
  const std::optional<decimal> asked = is_flat ? std::optional{decimal{0}} : a.target.value;
  const decimal upper = is_range ? *a.target.hi : asked.value_or(z.lo ? *z.lo : *z.hi);
  const decimal lower = is_range ? *a.target.lo : asked.value_or(z.hi ? *z.hi : *z.lo);
  const decimal slack = is_rate ? how.ahead_points : about_slack(a.target, upper, how);

  a.rule = rule::value;
  a.margin_in = a.target.in ? a.target.in : a.outcome->in;
  switch (way) {
    case better::higher:
      a.margin = distance(is_range && value < lower ? lower : upper, value);
      a.verdict = low ? verdict::behind
                  : value > sum(upper, slack) ? verdict::ahead
                                              : verdict::on_course;
      break;
    case better::lower: {
      const figure above = distance(is_range && value > upper ? upper : lower, value);
      a.margin = figure{-above.value, -above.within};
      a.verdict = high ? verdict::behind
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
inline void judge_cap(assessment& a, decimal value, decimal cap, bool strict) {
  a.rule = rule::cap;
  const figure above = distance(cap, value);
  a.margin = figure{-above.value, -above.within};
  a.margin_in = a.target.in;
  a.verdict = (strict ? value < cap : value <= cap) ? verdict::within : verdict::breached;
  const bounds all = rounding_interval(value);
  a.at_edge = all.lo() < cap.value() && cap.value() < all.hi();
}

/// Progress against elapsed time, from zero or from a start.
inline void judge_pace(assessment& a, const figure& completion, rule by, const settings& how) {
  const period &whole = *a.target.period, &done = *a.outcome->period;
  const double elapsed = 100.0 * done.months() / whole.months();
  const bounds exact_elapsed = bounds{100 * done.months()} / bounds{whole.months()};
  a.rule = by;
  a.pace = pace{completion, elapsed, {completion.value - elapsed, completion.within - exact_elapsed}};
  constexpr double noise = 1e-9;  // of the doubles: equal printed numbers count as equal
  const double lead = a.pace->lead.value;
  a.verdict = lead < -how.slack_points.value() - noise  ? verdict::behind
              : lead > how.lead_points.value() + noise ? verdict::ahead
                                                       : verdict::on_course;
  a.at_edge = a.pace->lead.within.contains(-how.slack_points.value()) && width(a.pace->lead.within) > 0;
}

/// At the end of the period there is nothing left to be ahead of.
inline void close_period(assessment& a) {
  if (a.verdict == verdict::ahead || a.verdict == verdict::on_course) a.verdict = verdict::met;
  if (a.verdict == verdict::behind) a.verdict = verdict::missed;
}

inline assessment judge_stability(assessment a, const evidence& seen, better way,
                                  const settings& how) {
  const fact& outcome = *a.outcome;
  if (!seen.last_year || !seen.last_year->value || !outcome.value)
    return undetermined(a, lacking::last_year, a.target.indicator,
                        outcome.period ? std::optional{year_before(*outcome.period)} : std::nullopt);
  const fact& before = *seen.last_year;
  a.reference = before;
  const bool is_rate = !outcome.in || outcome.in->kind() == "倍";
  const decimal value = *outcome.value;
  fact asked = a.target;
  if (before.measure == measure::level) {
    asked.value = value_like(before, outcome);
    if (!asked.value)
      return undetermined(a, lacking::unit, a.target.indicator, before.period);
  } else {
    asked.value = decimal{0};  // a change or growth since: stable means none
  }
  const decimal now = before.measure == measure::level ? value : *before.value;
  decimal slack = how.stable_points;
  if (!is_rate && before.measure == measure::level) {
    slack = product(*asked.value, product(how.stable_percent, decimal{1, 2}));
  } else if (before.measure == measure::growth) {
    slack = how.stable_percent;
  }
  judge_value(a, now, zone{difference(*asked.value, slack), sum(*asked.value, slack)}, way, how);
  // Within the zone it is stable, however it lies; outside, the better side is ahead.
  const decimal off = difference(now, *asked.value);
  const bool stable = off <= slack && -off <= slack;
  const bool good = way == better::higher ? off.digits() > 0 : off.digits() < 0;
  a.verdict = stable                     ? verdict::on_course
              : way == better::neither ? verdict::outside
              : good                     ? verdict::ahead
                                         : verdict::behind;
  a.margin = distance(*asked.value, now);
  a.margin_in = is_rate ? std::optional{unit{"个百分点"}} : outcome.in;
  a.rule = rule::stability;
  return a;
}

inline assessment judge_step(assessment a, const evidence& seen, const settings& how) {
  if (!seen.reference || !seen.reference->value || !a.outcome->value)
    return undetermined(a, lacking::reference, a.target.versus, a.outcome->period);
  a.reference = *seen.reference;
  a.rule = rule::step;
  const decimal lead = difference(*a.outcome->value, *seen.reference->value);
  a.margin = figure{lead.value(), rounding_interval(*a.outcome->value) -
                                      rounding_interval(*seen.reference->value)};
  a.margin_in = unit{"个百分点"};
  const bool exceed = a.target.bound == bound::exceed;
  const bool behind = exceed ? lead.digits() <= 0 : lead < -how.sync_points;
  a.verdict = behind ? verdict::behind
              : lead > (exceed ? how.ahead_points : how.sync_points) ? verdict::ahead
                                                                     : verdict::on_course;
  const double edge = exceed ? 0 : -how.sync_points.value();
  a.at_edge = a.margin->within.lo() < edge && edge < a.margin->within.hi();
  return a;
}

/// A level that is to be reached by the end of the period.
inline assessment judge_level(assessment a, const evidence& seen, decimal value, const zone& z,
                              better way, const settings& how) {
  const bool over = a.outcome->period->last() >= a.target.period->last();
  const decimal asked = a.target.value.value_or(z.lo ? *z.lo : *z.hi);
  const kebi::indicator* known = seen.indicator;
  const bool is_rate = a.target.in && a.target.in->kind() == "倍";
  judge_value(a, value, z, way, how);
  if (over || !z.lo) return a;
  if (is_rate || (known && (known->kind == kind::ratio || known->kind == kind::rate ||
                            known->kind == kind::index || known->kind == kind::average)))
    return a;
  const bool reached = value >= *z.lo;
  if (!known && !reached)
    return undetermined(a, lacking::kind, a.target.indicator, std::nullopt);

  if (known && adds_up(known->kind)) {
    if (asked.digits() <= 0 || a.outcome->period->first() != a.target.period->first()) return a;
    judge_pace(a, {value.value() / asked.value() * 100, completion(value, asked).value()},
               rule::schedule, how);
    return a;
  }
  if (reached) return a;
  const auto start = seen.year_start ? value_like(*seen.year_start, a.target) : std::nullopt;
  if (!start || *start >= asked)
    return undetermined(a, lacking::year_start, a.target.indicator,
                        span_before(*a.target.period));
  a.reference = *seen.year_start;
  const bounds from = rounding_interval(*start);
  judge_pace(a,
             {difference(value, *start).value() / difference(asked, *start).value() * 100,
              (rounding_interval(value) - from) / (enclosing(asked) - from) * bounds{100}},
             rule::path, how);
  return a;
}

inline assessment judge_numbers(assessment a, const evidence& seen, better way,
                                const settings& how) {
  const fact& outcome = *a.outcome;
  if (outcome.measure == measure::progress && a.target.measure == measure::level) {
    if (!outcome.value)
      return undetermined(a, lacking::outcome, a.target.indicator, outcome.period);
    judge_pace(a, {outcome.value->value(), rounding_interval(*outcome.value)}, rule::schedule, how);
    return a;
  }
  const auto z = accepted(a.target, way, how);
  if (!z)
    return undetermined(a, a.target.bound == bound::assigned ? lacking::quota : lacking::measurable,
                        a.target.versus.empty() ? a.target.indicator : a.target.versus, a.target.period);
  const auto value = value_like(outcome, a.target);
  if (!value)
    return undetermined(a, outcome.value ? lacking::unit : lacking::outcome,
                        a.target.indicator, outcome.period);
  if (is_cap(a.target)) {
    judge_cap(a, *value, *z->hi, z->strict);
  } else if (a.target.measure == measure::level) {
    a = judge_level(std::move(a), seen, *value, *z, way, how);
  } else {
    judge_value(a, *value, *z, way, how);
    if (a.target.bound == bound::none) a.rule = rule::direction;
  }
  return a;
}

}  // namespace detail

/// Holds one target against what is known of it. The result names the rule, the
/// figures it compared, what rounding leaves open, and the piece that is missing
/// where it cannot be said; `settings` decides what 左右, 持平, 稳定 and 同步 allow.
inline assessment judge(const fact& target, const evidence& seen, const settings& how = {}) {
  using namespace detail;
  assessment a;
  a.target = target;
  if (target.bound == bound::assigned)
    return undetermined(a, lacking::quota,
                        target.versus.empty() ? target.indicator : target.versus, target.period);
  if (target.bound == bound::none && !target.direction)
    return undetermined(a, lacking::measurable, target.indicator, target.period);
  if (!seen.outcome || !target.period || !seen.outcome->period)
    return undetermined(a, lacking::outcome, target.indicator, target.period);
  a.outcome = *seen.outcome;

  const better way = seen.indicator ? seen.indicator->better : better::higher;
  if (target.bound == bound::stable) a = judge_stability(std::move(a), seen, way, how);
  else if (target.bound == bound::sync || target.bound == bound::exceed)
    a = judge_step(std::move(a), seen, how);
  else a = judge_numbers(std::move(a), seen, way, how);

  if (a.outcome->period->last() >= target.period->last()) close_period(a);
  else a.need = what_is_needed(a, seen.indicator, seen.weight, how);
  return a;
}

}  // namespace kebi
