#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

KEBI_INLINE rule_base::rule_base(const inference_settings& settings, quantity_network& into,
                                 fact_reader& reader, rule_state& state)
    : settings_{settings}, net_{into}, reader_{reader}, state_{state} {}

KEBI_INLINE bool rule_base::is_figure(int variable, measure what) const {
  return !net_.is_step(variable) && net_.quantity_of(variable).measure == what;
}

KEBI_INLINE int rule_base::find_level(const quantity& of) const {
  return net_.find(of, reader_.unit_of(of.indicator, of.region));
}

KEBI_INLINE bool rule_base::first_time(identity law, int variable, int other) {
  return state_.done
      .insert((static_cast<std::uint64_t>(law) << 58) ^
              (static_cast<std::uint64_t>(static_cast<std::uint32_t>(variable)) << 29) ^
              static_cast<std::uint32_t>(other))
      .second;
}

KEBI_INLINE quantity rule_base::before(quantity of, scope on) {
  of.period = year_before(*of.period);
  of.scope = on;
  of.status = status::actual;
  return of;
}

KEBI_INLINE quantity rule_base::level_of(const quantity& of) const {
  quantity result = reader_.level(of.indicator, of.region, of.period, of.status);
  result.passage = of.passage;
  return result;
}

KEBI_INLINE quantity rule_base::growth_of(const quantity& of) const {
  return reader_.measured(measure::growth, level_of(of));
}

KEBI_INLINE quantity rule_base::part_of(quantity whole, const std::string& part) {
  whole.indicator = part;
  return whole;
}

KEBI_INLINE int rule_base::variable_of(const quantity& of) {
  if (of.measure == measure::level) return reader_.level_variable(of);
  return of.measure == measure::growth ? reader_.growth_variable(of) : net_.variable(of);
}

KEBI_INLINE void rule_base::contribute(measure what, int variable, const quantity& part,
                                       const quantity& whole) {
  const int p = find_level(part), w = find_level(whole);
  if (p < 0 || w < 0 || reader_.grows_in_real_terms(part.indicator) ||
      reader_.grows_in_real_terms(whole.indicator))
    return;
  const int part_base = reader_.level_variable(before(part, scope::comparable), net_.unit_of(p));
  const int whole_base = reader_.level_variable(before(whole, scope::comparable), net_.unit_of(w));
  const int part_more = increment(part, p, part_base);
  if (what == measure::pull)
    net_.shares(identity::pull, variable, whole_base, part_more);
  else
    net_.shares(identity::contribution, variable, increment(whole, w, whole_base), part_more);
}

KEBI_INLINE int rule_base::increment(const quantity& of, int now, int base) {
  quantity change = of;
  change.measure = measure::change;
  change.subject = measure::level;
  const bool is_new = net_.find(change) < 0;
  const int result = net_.variable(change, net_.unit_of(now));
  if (is_new)
    net_.sum(identity::change, {
                                   {1,  now   },
                                   {-1, base  },
                                   {-1, result}
    });
  return result;
}

KEBI_INLINE void rule_base::revise(const quantity& base, int published, int comparable_base,
                                   const char* which, bool taken_as_one) {
  quantity factor = base;
  factor.measure = measure::ratio;
  factor.scope = scope::comparable;
  factor.whole = base.measure == measure::share ? base.whole : which;
  const int f =
      net_.variable(factor, {}, false, taken_as_one ? settings_.revision : bounds::at_least(0));
  net_.product(identity::scope, {0, published}, {0, f}, {1, comparable_base});
  if (taken_as_one) net_.assume(f, bounds::exactly(1));
}

}  // namespace kebi::detail
