#pragma once

#include "kebi/assess/assessment.hpp"
#include "kebi/indicator/code.hpp"

namespace kebi::detail {

template <>
inline constexpr std::string_view words<verdict>[] = {
    "ahead",   "on_course", "behind", "within",      "breached",
    "outside", "met",       "missed", "undetermined"};
template <>
inline constexpr std::string_view words<rule>[] = {"value",     "schedule", "path",      "cap",
                                                   "stability", "step",     "direction", "statement", "none"};
template <>
inline constexpr std::string_view words<lacking>[] = {
    "nothing", "outcome", "last_year", "year_start", "reference", "quota",
    "kind",    "unit",    "measurable", "better",    "reading"};

template <>
inline constexpr std::string_view words<way_source>[] = {"nothing", "catalogue", "indicator_name", "target_words"};

}  // namespace kebi::detail
