#pragma once

#include "kebi/assess/evidence.hpp"
#include "kebi/core/config.hpp"

namespace kebi::detail {

KEBI_INLINE assessment undetermined(assessment a, lacking what, std::string indicator,
                                    std::optional<period> when) {
  a.verdict = verdict::undetermined;
  a.lacking = what;
  a.lacking_indicator = std::move(indicator);
  a.lacking_period = when;
  return a;
}

KEBI_INLINE std::optional<unit> distance_unit(const std::optional<unit>& of) {
  if (of && of->symbol() == "%") return unit{"个百分点"};
  if (of && of->symbol() == "‰") return unit{"个千分点"};
  return of;
}

KEBI_INLINE bool is_counted(const indicator* known, decimal value) {
  return known && value.decimals() <= 0 &&
         (known->kind == kind::count || known->kind == kind::stock) && !known->units.empty() &&
         known->units.front().scale() == detail::factor{};
}

KEBI_INLINE figure distance(decimal from, decimal to) {
  return {difference(to, from).value(), rounding_interval(to) - enclosing(from)};
}

}  // namespace kebi::detail
