#pragma once

#include "kebi/series/storage/panel.hpp"

namespace kebi::detail {

KEBI_INLINE int column_in(const timeline& time, const period& span, const std::string& indicator) {
  if (const auto found = time.column(span)) return *found;
  const int size = time.length();
  throw error{"the series of " + indicator + " has no figure for " + code(span) +
              ": its spans are those of a " + std::string{code(time.frequency())} + " from " +
              (size > 0 ? code(time.span(0)) + " to " + code(time.span(size - 1))
                        : std::string{"no time on"})};
}

KEBI_INLINE std::vector<int> decimals_of(const labels& of) {
  std::vector<int> decimals;
  for (const panel_indicator& each : of.indicators)
    if (!each.decimals) return {};
  for (std::size_t r = 0; r < of.regions.size(); ++r)
    for (const panel_indicator& each : of.indicators) decimals.push_back(*each.decimals);
  return decimals;
}

KEBI_INLINE void require_rows(const labels& of, Eigen::Index rows) {
  if (of.rows() == static_cast<std::size_t>(rows)) return;
  throw error{std::to_string(of.regions.size()) + " regions with " +
              std::to_string(of.indicators.size()) + " indicators need as many series: found " +
              std::to_string(rows)};
}

/// Names one after the other, the first ones of many.
KEBI_INLINE std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t most = 8;
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < most; ++i)
    all += (i == 0 ? "" : ", ") + in_quotes(names[i]);
  return names.size() <= most ? all
                              : all + " and " + std::to_string(names.size() - most) + " others";
}

KEBI_INLINE std::vector<std::string> names_of_indicators(const labels& of) {
  std::vector<std::string> names;
  for (const panel_indicator& each : of.indicators) names.push_back(each.name);
  return names;
}

/// Whether a whole is a region, and its place. Throws `error` where it is neither a region nor an
/// indicator, or both.
KEBI_INLINE std::pair<bool, std::size_t> place_of_whole(const labels& of, std::string_view name) {
  const bool is_region = std::find(of.regions.begin(), of.regions.end(), name) != of.regions.end();
  const bool is_indicator = std::any_of(of.indicators.begin(), of.indicators.end(),
                                        [name](const auto& each) { return each.name == name; });
  if (is_region && is_indicator)
    throw error{"both a region and an indicator are called " + in_quotes(name) +
                ": give the whole as a panel"};
  if (!is_region && !is_indicator)
    throw error{"the panel has no region or indicator " + in_quotes(name) +
                " to be the whole: it has the regions " + listed(of.regions) +
                " and the indicators " + listed(names_of_indicators(of))};
  return {is_region, is_region ? of.region(name) : of.indicator(name)};
}

KEBI_INLINE std::vector<Eigen::Index> rows_of_whole(const labels& of, std::string_view name) {
  const auto [is_region, at] = place_of_whole(of, name);
  std::vector<Eigen::Index> rows;
  for (std::size_t r = 0; r < of.regions.size(); ++r)
    for (std::size_t k = 0; k < of.indicators.size(); ++k)
      rows.push_back(is_region ? of.row(at, k) : of.row(r, at));
  return rows;
}

KEBI_INLINE labels labels_of_whole(const labels& of, std::string_view name) {
  const auto [is_region, at] = place_of_whole(of, name);
  labels wholes = of;
  if (is_region) return wholes;
  const panel_indicator whole = of.indicators[at];
  for (panel_indicator& each : wholes.indicators)
    each = {each.name, whole.unit, whole.decimals, whole.measure, whole.additivity};
  return wholes;
}

}  // namespace kebi::detail
