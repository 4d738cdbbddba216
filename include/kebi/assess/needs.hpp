#pragma once

#include <optional>

#include "kebi/assess/assessment.hpp"
#include "kebi/assess/formulas.hpp"
#include "kebi/assess/settings.hpp"
#include "kebi/assess/zone.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {

namespace detail {

/// The number that an outcome can be compared by: none for 300亿元以上 or 不足5%.
std::optional<decimal> number_of(const fact& f);

/// That number in the target's unit, where it has one.
std::optional<decimal> value_like(const fact& outcome, const fact& target);

/// The elapsed part's weight in the base year: as figures or the caller give it,
/// or around the elapsed time.
struct weight_of_elapsed {
  figure weight;
  bool assumed;
};
weight_of_elapsed elapsed_weight(const fact& target, const fact& outcome,
                                 const std::optional<bounds>& given, const settings& how);

figure growth_needed(decimal asked, decimal elapsed, const figure& weight);

}  // namespace detail

/// What the rest of the period must bring for the target to be reached: of a
/// flow the level that is left, exactly; of a growth the growth of the rest,
/// given the elapsed part's weight or bounds for it; of a cap what is left under
/// it. Nothing where no number says it.
std::optional<need> what_is_needed(const assessment& a, const indicator* known, const std::optional<bounds>& weight, const settings& how);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/needs-inl.hpp"
#endif
