#pragma once

#include <algorithm>

#include "kebi/series/storage/labels.hpp"

namespace kebi {

namespace detail {

KEBI_INLINE void refuse_double(std::vector<std::string_view>& names, const char* what) {
  std::sort(names.begin(), names.end());
  const auto twin = std::adjacent_find(names.begin(), names.end());
  if (twin != names.end())
    throw error{std::string{"a panel names each "} + what + " once: found " + in_quotes(*twin) +
                " twice"};
}

KEBI_INLINE std::string name_of(const heading& of) {
  return of.indicator.empty() ? "the series" : of.indicator;
}

KEBI_INLINE std::string vintage_of(const heading& of) {
  return of.vintage.empty() ? "an unknown vintage" : of.vintage;
}

}  // namespace detail

KEBI_INLINE std::size_t labels::region(std::string_view name) const {
  const auto found = std::find(regions.begin(), regions.end(), name);
  if (found == regions.end()) throw error{"the panel has no region " + in_quotes(name)};
  return static_cast<std::size_t>(found - regions.begin());
}

KEBI_INLINE std::size_t labels::indicator(std::string_view name) const {
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [name](const auto& each) { return each.name == name; });
  if (found == indicators.end()) throw error{"the panel has no indicator " + in_quotes(name)};
  return static_cast<std::size_t>(found - indicators.begin());
}

KEBI_INLINE heading heading_of(const labels& of, std::string_view region,
                               std::string_view indicator) {
  const panel_indicator& what = of.indicators[of.indicator(indicator)];
  return {what.name, of.regions[of.region(region)], what.unit, what.measure, of.vintage,
          what.additivity};
}

KEBI_INLINE labels labels_of(const heading& of) {
  return {{of.region}, {{of.indicator, of.unit, {}, of.measure, of.additivity}}, of.vintage};
}

KEBI_INLINE void require_distinct(const labels& of) {
  std::vector<std::string_view> names{of.regions.begin(), of.regions.end()};
  detail::refuse_double(names, "region");
  names.clear();
  for (const auto& each : of.indicators) names.push_back(each.name);
  detail::refuse_double(names, "indicator");
}

KEBI_INLINE void require_levels(const heading& of, const char* doing) {
  if (of.measure == measure::level) return;
  throw error{std::string{"cannot "} + doing + " " +
              detail::name_of(of) +
              ": these are not levels, and rates neither add up nor subtract to a rate"};
}

KEBI_INLINE void require_growing(const heading& of, const char* doing) {
  if (!moves_by_points(of.additivity, of.unit)) return;
  throw error{std::string{"cannot "} + doing + " " + detail::name_of(of) + ", which is " +
              called(of.additivity, of.unit) +
              " and moves by points: see change_of_level, leave it out, or ask for growth from levels by name"};
}

KEBI_INLINE void require_amounts(const heading& of, const char* doing) {
  if (adds_up_over_parts(of.additivity, of.unit)) return;
  throw error{std::string{"cannot "} + doing + " " + detail::name_of(of) + ", which is " +
              called(of.additivity, of.unit) +
              ": those of parts do not add up to that of a whole. Give the amounts that it is made "
              "of, or another kind if it does add up"};
}

KEBI_INLINE void require_flows(const heading& of, const char* doing) {
  if (rule_over_time(of.additivity, of.unit) == over_time::sum) return;
  throw error{std::string{"cannot "} + doing + " " + detail::name_of(of) + ", which is " +
              called(of.additivity, of.unit) +
              ": only flows add up over time. Give another kind if it does add up"};
}

KEBI_INLINE void require_growth(const heading& of) {
  if (of.measure == measure::growth) return;
  const std::string what = of.indicator.empty() ? "" : " of " + of.indicator;
  throw error{"this needs published growth" + what + ", and these are " +
              (of.measure == measure::level ? "levels" : "neither growth nor levels")};
}

KEBI_INLINE void require_one_vintage(const heading& a, const heading& b) {
  if (a.vintage == b.vintage) return;
  throw error{"cannot compare " + a.indicator + " as published in " + detail::vintage_of(a) +
              " with " + detail::vintage_of(b) +
              ": take both from one vintage, or ask for mixed vintages"};
}

}  // namespace kebi
