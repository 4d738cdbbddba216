#pragma once

#include <optional>

#include "kebi/assess/assessment.hpp"

namespace kebi {

/// What is known about a target beside its own words. Null where it is not.
struct evidence {
  const kebi::indicator* indicator = nullptr;  ///< what the catalogue says of it
  const fact* outcome = nullptr;               ///< the latest figure of what the target measures
  const fact* last_year = nullptr;   ///< the same figure a year before, or its change since
  const fact* year_start = nullptr;  ///< the level at the end of last year
  const fact* reference = nullptr;   ///< the growth that it must keep step with
  const fact* beside = nullptr;      ///< where there is no outcome: another figure of the indicator
  const fact* disputed = nullptr;    ///< another outcome that says otherwise
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

/// Rates lie points apart, levels their own unit.
inline std::optional<unit> distance_unit(const std::optional<unit>& of) {
  if (of && of->symbol() == "%") return unit{"个百分点"};
  if (of && of->symbol() == "‰") return unit{"个千分点"};
  return of;
}

/// Things that are counted are counted exactly; all else was rounded.
inline bool is_counted(const indicator* known, decimal value) {
  return known && value.decimals() <= 0 &&
         (known->kind == kind::count || known->kind == kind::stock) && !known->units.empty() &&
         known->units.front().scale() == detail::factor{};
}

inline figure distance(decimal from, decimal to) {
  return {difference(to, from).value(), rounding_interval(to) - enclosing(from)};
}

}  // namespace detail
}  // namespace kebi
