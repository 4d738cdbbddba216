#pragma once

#include <optional>
#include <string>

#include "kebi/core/bounds.hpp"
#include "kebi/core/code.hpp"
#include "kebi/core/config.hpp"
#include "kebi/indicator/code.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {

/// The published methods by which agencies grade progress towards a target of a later year.
enum class progress_method {
  open_sdg,  ///< Statistics Canada and Open SDG: growth a year on the growth required; without a target growth a year
  eurostat,  ///< Eurostat, Sustainable development in the European Union: the same ratio, other grades
  unsd,      ///< UNSD, SDG Progress Chart 2023: the value projected for the target year on the way required
  sdsn,      ///< SDSN, Sustainable Development Report: change a year on the change required
};

/// The grades of all methods; docs/reference/progress.md lists those of each with their thresholds.
enum class progress_grade {
  deterioration,
  limited_progress,
  acceleration_needed,
  on_track,
  target_achieved,
  significant_movement_away,
  moderate_movement_away,
  movement_away,
  insufficient_progress,
  moderate_progress,
  significant_progress,
  decreasing,
  stagnating,
  moderately_improving,
  within_limit,
  limit_exceeded,
};

/// A figure between a base year and the year of its target. Printed values are their rounding
/// intervals; `target` is exact.
struct course {
  bounds base, current;
  int base_year = 0, current_year = 0;
  std::optional<bounds> target;
  int target_year = 2030;
  better way = better::higher;
  /// A value that it cannot pass, as 100 % of a share; Open SDG then asks less of what is close to it.
  std::optional<double> limit;
};

/// Where a figure stands by one method. `worst` and `best` differ where the printed digits leave
/// the grade open.
struct progress {
  progress_method by;
  bounds measure;  ///< the ratio; without a target the growth a year in the direction that is better, in %
  progress_grade worst, best;
  std::optional<bounds> score;  ///< of Open SDG, from -5 to 5
};

/// Grades progress by one method. A target that the base year has met already is a limit to be
/// kept, and graded as one.
///
/// Throws `error` where the method does not apply: a value that may be zero or below for methods
/// of growth, no target for methods that need one, years out of order, an indicator without a
/// better direction, a limit that does not lie above the base.
///
/// Source: the documents named at `progress_method`.
progress progress_of(const course& of, progress_method by = progress_method::open_sdg);

namespace detail {
template <>
inline constexpr std::string_view words<progress_method>[] = {"open_sdg", "eurostat", "unsd", "sdsn"};
template <>
inline constexpr std::string_view words<progress_grade>[] = {
    "deterioration",       "limited_progress",          "acceleration_needed",    "on_track",
    "target_achieved",     "significant_movement_away", "moderate_movement_away", "movement_away",
    "insufficient_progress", "moderate_progress",       "significant_progress",   "decreasing",
    "stagnating",          "moderately_improving",      "within_limit",           "limit_exceeded"};
}  // namespace detail

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/progress-inl.hpp"
#endif
