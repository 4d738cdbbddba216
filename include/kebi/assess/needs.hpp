#pragma once

#include <optional>

#include "kebi/assess/assessment.hpp"
#include "kebi/assess/formulas.hpp"
#include "kebi/assess/settings.hpp"
#include "kebi/assess/zone.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {

namespace detail {

/// The elapsed part's weight in the base year: as figures give it, as the caller
/// knows it, or around the elapsed time.
struct weight_of_elapsed {
  figure weight;
  bool assumed;
};
inline weight_of_elapsed elapsed_weight(const fact& target, const fact& outcome,
                                        const std::optional<bounds>& from_figures,
                                        const settings& how) {
  if (from_figures) return {{midpoint(*from_figures), *from_figures}, false};
  if (const auto known = how.weights.find(target.indicator); known != how.weights.end())
    return {{midpoint(known->second), known->second}, false};
  const int done = outcome.period->months(), whole = target.period->months();
  const bounds share = bounds{done} / bounds{whole};
  const bounds slack = enclosing(how.weight_slack) / bounds{100};
  const bounds around = share + (slack | -slack);
  return {{static_cast<double>(done) / whole, around & bounds{0, 1}}, true};
}

inline figure growth_needed(decimal asked, decimal elapsed, const figure& weight) {
  return {required(percent{asked.value()}, percent{elapsed.value()}, weight.value).value(),
          required(percent{asked}, percent{elapsed}, weight.within).value()};
}

}  // namespace detail

/// What the rest of the period must bring for the target to be reached: of a
/// flow the level that is left, exactly; of a growth the growth of the rest,
/// given the elapsed part's weight or bounds for it; of a cap what is left under
/// it. Nothing where no number says it.
inline std::optional<need> what_is_needed(const assessment& a, const indicator* known,
                                          const std::optional<bounds>& weight,
                                          const settings& how) {
  const fact& target = a.target;
  if (!a.outcome || !a.outcome->value || !a.outcome->period || !target.period) return std::nullopt;
  const fact& outcome = *a.outcome;
  if (outcome.period->first() != target.period->first() ||
      outcome.period->last() >= target.period->last())
    return std::nullopt;

  const bool range = target.bound == bound::range;
  std::optional<decimal> asked = range ? target.lo : target.value;
  if (!asked) asked = target.lo ? target.lo : target.hi;
  if (target.bound == bound::flat) asked = decimal{0};
  if (!asked) return std::nullopt;
  const bool falling = known && known->better == better::lower;
  const bool ceiling = target.bound == bound::at_most || target.bound == bound::less_than ||
                       (falling && target.bound != bound::at_least && target.bound != bound::more_than);

  need n;
  n.over = rest_of(*target.period, *outcome.period);
  n.bound = range ? bound::range : ceiling ? bound::at_most : bound::at_least;
  n.measure = target.measure;
  n.in = target.in;

  if (target.measure == measure::growth && outcome.measure == measure::growth) {
    const auto w = detail::elapsed_weight(target, outcome, weight, how);
    n.lo = detail::growth_needed(*asked, *outcome.value, w.weight);
    if (range) n.hi = detail::growth_needed(*target.hi, *outcome.value, w.weight);
    n.weight = w.weight;
    n.weight_assumed = w.assumed;
    if (!n.in) n.in = outcome.in;
    return n;
  }
  if (target.measure == measure::level && outcome.measure == measure::level && known) {
    const bool flow = adds_up(known->kind);
    const bool stands = known->kind == kind::stock || known->kind == kind::count;
    if (!flow && !stands) return std::nullopt;
    if (outcome.in && target.in && !same_kind(*outcome.in, *target.in)) return std::nullopt;
    const bool converts = outcome.in && target.in && !(*outcome.in == *target.in);
    const bounds within = converts ? convert(rounding_interval(*outcome.value), *outcome.in, *target.in)
                                   : rounding_interval(*outcome.value);
    const double done = converts ? convert(outcome.value->value(), *outcome.in, *target.in)
                                 : outcome.value->value();
    const auto left = [&](decimal of) {
      const bool exact_digits = !converts && of.decimals() >= 0;
      return figure{exact_digits ? difference(of, *outcome.value).value() : of.value() - done,
                    remainder(of, within)};
    };
    n.lo = left(*asked);
    if (range) n.hi = left(*target.hi);
    return n;
  }
  return std::nullopt;
}

}  // namespace kebi
