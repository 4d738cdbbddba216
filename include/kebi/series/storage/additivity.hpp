#pragma once

#include <optional>
#include <string_view>

#include "kebi/core/config.hpp"
#include "kebi/core/unit.hpp"
#include "kebi/indicator/catalogue.hpp"

/// What may be done with the figures of an indicator: whether those of months add up to a year's,
/// those of regions to a nation's, and whether they grow by percent or move by points.
namespace kebi {

/// What a catalogue, or a caller, says of an indicator; empty where nothing does. What is unknown
/// is refused nowhere.
struct additivity {
  std::optional<kebi::kind> kind = {};
  std::optional<kebi::parts> parts = {};

  friend bool operator==(const additivity&, const additivity&) = default;
};

/// What a catalogue says of a name. A ratio that is told in percent alone is a rate.
additivity additivity_of(const catalogue& known, std::string_view name);

/// How the figures of spans make that of a longer one.
enum class over_time { sum, mean, last };

/// The rule of a kind: flows add up, what stands at the end of a span is its last figure. None for
/// indexes, rates, ratios and averages, which need weights. What is of no known kind adds up,
/// unless it is told in percent.
std::optional<over_time> rule_over_time(const additivity& of, const std::optional<unit>& in);
/// Whether figures of regions or industries add up to that of the whole.
bool adds_up_over_parts(const additivity& of, const std::optional<unit>& in);
/// Whether figures move by points and have no growth in percent: rates, and what is told in %.
bool moves_by_points(const additivity& of, const std::optional<unit>& in);

/// What an error calls figures that are not as they must be: "a rate", "told in %".
const char* called(const additivity& of, const std::optional<unit>& in);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/storage/additivity-inl.hpp"
#endif
