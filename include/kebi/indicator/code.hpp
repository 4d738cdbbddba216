#pragma once

#include "kebi/core/code.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {
namespace detail {

template <>
inline constexpr std::string_view words<kind>[] = {"flow", "stock", "count",  "ratio",
                                                   "rate", "index", "average"};
template <>
inline constexpr std::string_view words<better>[] = {"higher", "lower", "neither"};
template <>
inline constexpr std::string_view words<parts>[] = {"sum", "mean", "none"};
template <>
inline constexpr std::string_view words<growth_at>[] = {"real", "nominal", "volume", "points",
                                                        "none"};
template <>
inline constexpr std::string_view words<status>[] = {"actual", "estimate", "target", "forecast"};
template <>
inline constexpr std::string_view words<measure>[] = {
    "level", "growth",       "share", "change",   "gap",
    "ratio", "contribution", "pull",  "progress", "rank"};
template <>
inline constexpr std::string_view words<bound>[] = {
    "exact", "about", "at_least", "at_most", "more_than", "less_than", "nearly",
    "range", "flat",  "stable",   "sync",    "exceed",    "assigned",  "none"};
template <>
inline constexpr std::string_view words<direction>[] = {
    "up", "down", "narrower", "wider", "to_profit", "to_loss", "to_growth", "to_decline"};
template <>
inline constexpr std::string_view words<basis>[] = {"yoy",     "mom",      "year_start",
                                                    "average", "average2", "fixed"};
template <>
inline constexpr std::string_view words<comparable>[] = {"price", "scope", "nominal", "adjusted", "unspecified"};
template <>
inline constexpr std::string_view words<nature>[] = {"binding", "expected"};
template <>
inline constexpr std::string_view words<doubt>[] = {"subject", "period", "status", "region",
                                                    "name",    "unit",   "head",   "arithmetic"};

}  // namespace detail
}  // namespace kebi
