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
  const fact* reference = nullptr;   ///< the figure that it must keep step with
  const fact* gap = nullptr;         ///< the published distance to it
  const fact* beside = nullptr;      ///< where there is no outcome: another figure of the indicator
  const fact* disputed = nullptr;    ///< another outcome that says otherwise
  std::optional<bounds> weight;      ///< of the elapsed part in the base year
};

namespace detail {

assessment undetermined(assessment a, lacking what, std::string indicator,
                        std::optional<period> when);

/// Rates lie points apart, levels their own unit.
std::optional<unit> distance_unit(const std::optional<unit>& of);

/// Things that are counted are counted exactly; all else was rounded.
bool is_counted(const indicator* known, decimal value);

figure distance(decimal from, decimal to);

}  // namespace detail
}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/evidence-inl.hpp"
#endif
