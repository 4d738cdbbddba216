#pragma once

#include "kebi/assess/needs.hpp"
#include "kebi/core/config.hpp"

namespace kebi::detail {

KEBI_INLINE std::optional<decimal> number_of(const fact& f) {
  if (f.bound == bound::exact || f.bound == bound::about) return f.value;
  if (f.bound == bound::flat && f.measure == measure::growth) return decimal{0};
  return std::nullopt;
}

KEBI_INLINE std::optional<decimal> value_like(const fact& outcome, const fact& target) {
  const auto number = number_of(outcome);
  if (!number || !target.unit) return number;
  if (!outcome.unit) return outcome.bound == bound::flat ? number : std::nullopt;
  if (*outcome.unit == *target.unit) return number;
  if (!same_kind(*outcome.unit, *target.unit)) return std::nullopt;
  for (std::int64_t rest : {conversion(*outcome.unit, *target.unit).over,
                            conversion(*outcome.unit, *target.unit).under}) {
    while (rest % 10 == 0) rest /= 10;
    if (rest != 1) return std::nullopt;
  }
  return convert(*number, *outcome.unit, *target.unit);
}

KEBI_INLINE weight_of_elapsed elapsed_weight(const fact& target, const fact& outcome,
                                             const std::optional<bounds>& given,
                                             const settings& how) {
  if (given)
    return {
        {midpoint(*given), *given},
        false
    };
  const int done = outcome.period->months(), whole = target.period->months();
  const bounds share = bounds{done} / bounds{whole};
  const bounds slack = enclosing(how.weight_slack) / bounds{100};
  const bounds around = share + (slack | -slack);
  return {
      {static_cast<double>(done) / whole, around & bounds{0, 1}},
      true
  };
}

KEBI_INLINE figure growth_needed(decimal asked, decimal elapsed, const figure& weight) {
  return {required(percent{asked.value()}, percent{elapsed.value()}, weight.value).value(),
          required(percent{asked}, percent{elapsed}, weight.within).value()};
}

}  // namespace kebi::detail

namespace kebi {

KEBI_INLINE std::optional<need> what_is_needed(const assessment& a, const indicator* known,
                                               const std::optional<bounds>& weight,
                                               const settings& how) {
  const fact& target = a.target;
  if (!a.outcome || !a.outcome->period || !target.period) return std::nullopt;
  const fact& outcome = *a.outcome;
  if (outcome.period->first() != target.period->first() ||
      outcome.period->last() >= target.period->last())
    return std::nullopt;

  const bool range = target.bound == bound::range;
  std::optional<decimal> asked = range ? target.lo : target.value;
  if (!asked) asked = target.lo ? target.lo : target.hi;
  if (target.bound == bound::flat && target.reference.empty()) asked = decimal{0};
  if (!asked) return std::nullopt;
  // Whether at least or at most so much is needed follows from which way is better.
  if (!a.better_by.way && !range) return std::nullopt;
  const bool falling = a.better_by.way == better::lower;
  const bool ceiling =
      target.bound == bound::at_most || target.bound == bound::less_than || detail::is_kept_below(target) ||
      (falling && target.bound != bound::at_least && target.bound != bound::more_than);

  need n;
  n.over = rest_of(*target.period, *outcome.period);
  n.bound = range ? bound::range : ceiling ? bound::at_most : bound::at_least;
  n.measure = target.measure;
  n.unit = target.unit;

  const auto done = detail::value_like(outcome, target);
  if (!done) return std::nullopt;
  if (target.measure == measure::growth && outcome.measure == measure::growth) {
    const auto w = detail::elapsed_weight(target, outcome, weight, how);
    n.decimals = 1;
    n.lo = detail::growth_needed(*asked, *done, w.weight);
    if (range) n.hi = detail::growth_needed(*target.hi, *done, w.weight);
    n.weight = w.weight;
    n.weight_assumed = w.assumed;
    if (!n.unit) n.unit = outcome.unit;
    return n;
  }
  if (target.measure == measure::level && outcome.measure == measure::level && known) {
    const bool flow = adds_up(known->kind);
    const bool stands = known->kind == kind::stock || known->kind == kind::count;
    if (!flow && !stands) return std::nullopt;
    const auto left = [&](decimal of) {
      return figure{difference(of, *done).value(), remainder(of, *done)};
    };
    n.decimals = done->decimals() > asked->decimals() ? done->decimals() : asked->decimals();
    n.lo = left(*asked);
    if (range) n.hi = left(*target.hi);
    n.out_of_reach = flow && n.bound == bound::at_most && n.lo.value < 0;
    return n;
  }
  return std::nullopt;
}

}  // namespace kebi
