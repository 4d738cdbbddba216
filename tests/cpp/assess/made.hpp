#pragma once

#include "kebi/assess.hpp"

/// Facts and indicators as the tests of this layer tell them.
namespace made {

using namespace kebi;
using namespace kebi::literals;

inline fact target(const char* indicator, measure what, bound how, std::optional<decimal> value, const char* in) {
  fact f;
  f.indicator = indicator;
  f.period = year_of(2019);
  f.status = status::target;
  f.measure = what;
  f.bound = how;
  f.value = value;
  if (how == bound::at_least || how == bound::more_than) f.lo = value;
  if (how == bound::at_most || how == bound::less_than) f.hi = value;
  if (what == measure::growth) f.basis = basis::yoy;
  if (what == measure::growth || what == measure::change) f.text = value && value->digits() < 0 ? "下降" : "增长";
  if (*in) f.unit = unit{in};
  return f;
}

inline fact outcome(const char* indicator, measure what, decimal value, const char* in,
                    period when = half_of(2019, 1)) {
  fact f = target(indicator, what, bound::exact, value, in);
  f.status = status::actual;
  f.period = when;
  return f;
}

inline indicator known(const char* name, kind what, better way = better::higher) {
  return {name, {}, {}, what, {}, way, parts::none, growth_at::none, {}};
}

/// The assessment of the only target.
inline assessment only(std::vector<fact> facts, std::vector<indicator> indicators = {}, const settings& how = {}) {
  report r;
  r.facts = std::move(facts);
  const auto all = assess(r, catalogue{std::move(indicators)}, how);
  return all.at(0);
}

}  // namespace made
