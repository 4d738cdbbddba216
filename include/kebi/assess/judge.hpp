#pragma once

#include "kebi/assess/assessment.hpp"
#include "kebi/assess/evidence.hpp"
#include "kebi/assess/settings.hpp"

namespace kebi {

/// Holds one target against what is known of it. The result names the rule, the
/// figures it compared, what rounding leaves open, and the piece that is missing
/// where it is undetermined; `settings` decides what 左右, 持平, 稳定 and 同步 allow.
assessment judge(const fact& target, const evidence& seen, const settings& how = {});

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/judge-inl.hpp"
#endif
