#pragma once

#include "kebi/assess/comparisons.hpp"
#include "kebi/assess/needs.hpp"
#include "kebi/assess/zone.hpp"
#include "kebi/core/config.hpp"

namespace kebi::detail {

/// 保持稳定: against the number that the target names, or the same figure a year before.
KEBI_INLINE assessment judge_stability(assessment a, const evidence& seen, const settings& how) {
  const bool moves = a.outcome->measure == measure::change || a.outcome->measure == measure::growth;
  const auto now = moves ? number_of(*a.outcome) : value_like(*a.outcome, a.target);
  if (!now) return undetermined(a, lacking::unit, a.target.indicator, a.outcome->period);
  a.rule = rule::stability;

  decimal off, slack = how.stable_points;
  bounds within = bounds::entire();
  const auto against = [&](decimal before, const bounds& possible) {
    off = difference(*now, before);
    within = rounding_interval(*now) - possible;
    if (!is_rate(a.outcome->unit)) slack = part_of(before, how.stable_percent);
    a.margin_in = distance_unit(a.outcome->unit);
  };
  if (a.target.value && !moves) {
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
      else if (!is_rate(before->unit) && !moves)
        slack = part_of(*now, how.stable_percent);
      else if (!is_rate(before->unit))  // 增加20人 alone: of how many is not known
        return undetermined(a, lacking::outcome, a.target.indicator, a.outcome->period);
    }
  }
  a.margin = figure{off.value(), within};
  const bool stable = off <= slack && -off <= slack;
  const auto& way = a.better_by.way;
  if (!stable && !way) return undetermined(a, lacking::better, a.target.indicator, std::nullopt);
  const bool good = way == better::higher ? off.digits() > 0 : off.digits() < 0;
  a.verdict = stable                   ? verdict::on_course
              : way == better::neither ? verdict::outside
              : good                   ? verdict::ahead
                                       : verdict::behind;
  return a;
}

/// 同步, 高于, 低于 and 持平 with a reference: its figure against the reference's, or the distance
/// that is published (高于全市平均1.2个百分点).
KEBI_INLINE assessment judge_step(assessment a, const evidence& seen, const settings& how) {
  const auto own = number_of(*a.outcome);
  const fact* other = seen.reference ? seen.reference : seen.gap;
  if (!other || !own)
    return undetermined(a, lacking::reference, a.target.reference, a.outcome->period);
  a.reference = *other;
  a.rule = rule::step;
  const decimal lead = seen.reference ? difference(*own, *other->value) : *other->value;
  a.margin = figure{lead.value(), seen.reference ? rounding_interval(*own) - rounding_interval(*other->value)
                                                 : rounding_interval(lead)};
  a.margin_in = seen.reference ? distance_unit(a.outcome->unit) : other->unit;
  if (!a.margin_in) a.margin_in = unit{"个百分点"};
  const bool exceed = a.target.bound == bound::exceed;
  const bool level = a.target.bound == bound::flat;
  if (exceed) a.better_by.way = a.target.direction == direction::down ? better::lower : better::higher;
  if (a.target.bound == bound::sync && a.better_by.way != better::lower) a.better_by.way = better::higher;
  const auto& way = a.better_by.way;
  const decimal good = way == better::lower ? -lead : lead;
  const decimal least = exceed ? decimal{0} : -how.sync_points;
  const bool behind = exceed ? good <= least : good < least;
  const decimal far = exceed ? how.ahead_points : how.sync_points;
  if (level && !way && (behind || good > far))
    return undetermined(a, lacking::better, a.target.indicator, std::nullopt);
  a.verdict = level && way == better::neither && (behind || good > far) ? verdict::outside
              : behind                                                  ? verdict::behind
              : good > far                                              ? verdict::ahead
                                                                        : verdict::on_course;
  const bounds side = way == better::lower ? -a.margin->within : a.margin->within;
  a.at_edge = side.lo() < least.value() && least.value() < side.hi();
  return a;
}

/// What an outcome in words states of itself: 已完成, 达到序时进度, 慢于序时进度, 未完成.
KEBI_INLINE assessment judge_statement(assessment a, const settings& how) {
  const fact& stated = *a.outcome;
  a.rule = rule::statement;
  if (stated.measure == measure::gap) {  // 快于序时进度3.5个百分点
    a.verdict = *stated.value < -how.slack_points  ? verdict::behind
                : *stated.value > how.lead_points ? verdict::ahead
                                                  : verdict::on_course;
    return a;
  }
  const bool over = stated.period->last() >= a.target.period->last();
  switch (stated.bound) {
    case bound::sync:
    case bound::flat:
      a.verdict = verdict::on_course;
      return a;
    case bound::exceed:
      a.verdict = stated.direction == direction::down ? verdict::behind : verdict::ahead;
      return a;
    case bound::less_than:
    case bound::at_most:
      if (!over) return undetermined(a, lacking::outcome, a.target.indicator, stated.period);
      a.verdict = verdict::behind;
      return a;
    default:
      // A year that goes on is not over for what is counted to its end.
      a.verdict = is_cap(a.target)                      ? verdict::within
                  : a.target.measure == measure::level ? verdict::ahead
                                                       : verdict::on_course;
      return a;
  }
}

KEBI_INLINE bool states_itself(const fact& outcome, const fact& target) {
  if (outcome.measure == measure::gap)
    return outcome.value && outcome.reference.find("进度") != std::string::npos && target.measure != measure::gap;
  if (outcome.measure != measure::progress) return false;
  if (!outcome.value) return outcome.bound == bound::sync || outcome.bound == bound::exceed || outcome.bound == bound::flat;
  if (*outcome.value < decimal{100}) return false;
  const bool counted = target.measure == measure::level && !is_cap(target) && outcome.bound == bound::exact;
  return !counted;
}

}  // namespace kebi::detail
