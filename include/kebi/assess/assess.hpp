#pragma once

#include <vector>

#include "kebi/assess/assessment.hpp"
#include "kebi/assess/settings.hpp"
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/report.hpp"

namespace kebi {

/// Holds every target of a report against the report's own figures, in the order
/// of the targets. A figure answers a target of the same indicator (by any of
/// its names) and region, and inside its period; a flow only since the period's
/// start. Of several the latest, and of those the first stated; one that says
/// otherwise is listed in `disputed`. Throws `error` for settings that make no
/// sense, and for weights of what no target asks.
std::vector<assessment> assess(const report& of, const catalogue& known, const settings& how = {});

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/assess-inl.hpp"
#endif
