#pragma once

#include <map>
#include <string_view>

#include "kebi/series/releases/across_releases.hpp"

namespace kebi {

namespace detail {

KEBI_INLINE std::vector<int> columns_a_year_before(const timeline& levels, const timeline& bases) {
  if (levels.frequency() != bases.frequency())
    throw error{"growth needs spans of one kind: found a " +
                std::string{code(levels.frequency())} + " and a " +
                std::string{code(bases.frequency())}};
  std::vector<int> from;
  for (int t = 0; t < levels.length(); ++t)
    from.push_back(bases.column(year_before(levels.span(t))).value_or(-1));
  return from;
}

KEBI_INLINE void require_same_name(const char* what, const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return;
  throw error{"figures go together by their regions and indicators: found the " +
              std::string{what} + " " + in_quotes(a) + " beside " + in_quotes(b) +
              ". Give both the same ones in the same order"};
}

/// Bases of another release in the units of the levels, converted exactly or refused.
template <class Table>
auto in_units_of(const Table& levels, const Table& bases) {
  argument one{bases};
  convert_units(one, argument{levels});
  return *one.figures();
}

/// The labels of levels in the units of their bases.
KEBI_INLINE labels labels_of_bases(labels of, const labels& bases) {
  for (panel_indicator& each : of.indicators)
    for (const panel_indicator& base : bases.indicators)
      if (base.name == each.name) each.unit = base.unit;
  return of;
}

/// The row of each series of a panel in another one, or -1.
KEBI_INLINE std::vector<Eigen::Index> rows_by_name(const labels& of, const labels& in) {
  std::map<std::string_view, std::size_t> regions, indicators;
  for (std::size_t r = 0; r < in.regions.size(); ++r) regions[in.regions[r]] = r;
  for (std::size_t k = 0; k < in.indicators.size(); ++k) indicators[in.indicators[k].name] = k;
  std::vector<Eigen::Index> rows;
  for (const std::string& region : of.regions)
    for (const panel_indicator& each : of.indicators) {
      require_levels({each.name, {}, {}, each.measure, {}}, "grow");
      const auto r = regions.find(region);
      const auto k = indicators.find(each.name);
      rows.push_back(-1);
      if (r == regions.end() || k == indicators.end()) continue;
      require_levels({each.name, {}, {}, in.indicators[k->second].measure, {}}, "grow");
      rows.back() = in.row(r->second, k->second);
    }
  return rows;
}

}  // namespace detail

KEBI_INLINE grid bases_beside(const timeline& levels, const grid& bases) {
  return columns_of(bases, levels, detail::columns_a_year_before(levels, bases.time));
}
KEBI_INLINE bounds_grid bases_beside(const timeline& levels, const bounds_grid& bases) {
  return columns_of(bases, levels, detail::columns_a_year_before(levels, bases.time));
}

KEBI_INLINE series bases_across(const series& levels, const series& bases, vintages allowed) {
  require_levels(levels.of(), "grow");
  require_levels(bases.of(), "grow");
  detail::require_same_name("region", levels.of().region, bases.of().region);
  detail::require_same_name("indicator", levels.of().indicator, bases.of().indicator);
  if (allowed == vintages::one) require_one_vintage(levels.of(), bases.of());
  grid of = bases_beside(levels.time(), detail::in_units_of(levels, bases));
  if (allowed == vintages::mixed) of.releases.clear();
  return {levels.of(), std::move(of)};
}

KEBI_INLINE panel bases_across(const panel& levels, const panel& bases, vintages allowed) {
  const heading of{"a panel", {}, {}, measure::level, levels.vintage()};
  const heading before{"a panel", {}, {}, measure::level, bases.vintage()};
  if (allowed == vintages::one) require_one_vintage(of, before);
  const auto rows = detail::rows_by_name(levels.labels(), bases.labels());
  const panel lined_up{detail::labels_of_bases(levels.labels(), bases.labels()),
                       rows_of(bases.figures(), rows)};
  grid beside = bases_beside(levels.time(), detail::in_units_of(levels, lined_up));
  if (allowed == vintages::mixed) beside.releases.clear();
  return {levels.labels(), std::move(beside)};
}

}  // namespace kebi
