#pragma once

#include "kebi/assess/assessment.hpp"
#include "kebi/assess/evidence.hpp"
#include "kebi/assess/settings.hpp"

namespace kebi::detail {

assessment judge_stability(assessment a, const evidence& seen, const settings& how);
assessment judge_step(assessment a, const evidence& seen, const settings& how);
assessment judge_statement(assessment a, const settings& how);

/// Whether an outcome states in words how it stands to its target, so that no number need be compared.
bool states_itself(const fact& outcome, const fact& target);

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/comparisons-inl.hpp"
#endif
