#pragma once

#include <cstdio>

#include "kebi/series/storage/grid.hpp"
#include "kebi/series/storage/large_pages.hpp"

namespace kebi {

namespace detail {

KEBI_INLINE void refuse_figure(double value) {
  char found[32];
  std::snprintf(found, sizeof found, "%g", value);
  throw error{std::string{"a figure must be a number below 10^100: found "} + found};
}

KEBI_INLINE void refuse_without_decimals() {
  throw error{
      "bounds need the decimals that the figures were printed with: give them when "
      "you make the series"};
}

KEBI_INLINE bool same_figures(const block& a, const block& b) {
  if (a.rows() != b.rows() || a.cols() != b.cols()) return false;
  for (Eigen::Index i = 0; i < a.size(); ++i)
    if (a.data()[i] != b.data()[i] && !(std::isnan(a.data()[i]) && std::isnan(b.data()[i])))
      return false;
  return true;
}

KEBI_INLINE void require_shape(Eigen::Index rows, Eigen::Index columns, Eigen::Index found_rows,
                               Eigen::Index found_columns) {
  if (rows == found_rows && columns == found_columns) return;
  throw error{"blocks must have one shape, and an output that of its result: found " +
              std::to_string(found_rows) + " x " + std::to_string(found_columns) + " for " +
              std::to_string(rows) + " x " + std::to_string(columns)};
}
KEBI_INLINE void require_shape(const figures& from, Eigen::Index rows, Eigen::Index columns) {
  require_shape(from.rows(), from.columns(), rows, columns);
}
KEBI_INLINE void require_shape(const figures_out& into, Eigen::Index rows, Eigen::Index columns) {
  require_shape(rows, columns, into.values.rows(), into.values.cols());
  require_shape(rows, columns, into.status.rows(), into.status.cols());
}
KEBI_INLINE void require_shape(const bounds_out& into, Eigen::Index rows, Eigen::Index columns) {
  require_shape(rows, columns, into.lo.rows(), into.lo.cols());
  require_shape(rows, columns, into.hi.rows(), into.hi.cols());
  require_shape(rows, columns, into.status.rows(), into.status.cols());
}

}  // namespace detail

KEBI_INLINE grid grid::uninitialised(timeline time, Eigen::Index rows) {
  return {time,
          detail::uninitialised<block>(rows, time.length()),
          detail::uninitialised<status_block>(rows, time.length()),
          {},
          {}};
}
KEBI_INLINE grid grid::like(const grid& other, timeline time) {
  return uninitialised(time, other.rows());
}
KEBI_INLINE grid grid::blank(timeline time, Eigen::Index rows) {
  grid made = uninitialised(time, rows);
  made.values.setConstant(std::numeric_limits<double>::quiet_NaN());
  made.status.setConstant(detail::is_absent);
  return made;
}

KEBI_INLINE std::vector<int> grid::decimals_of(Eigen::Index row) const {
  std::vector<int> own;
  for (int t = 0; t < (has_even_rows() ? 1 : columns()); ++t) own.push_back(decimals_at(row, t));
  return own;
}

KEBI_INLINE void grid::refuse_decimals() const {
  if (decimals.empty())
    throw error{
        "bounds need the decimals that the figures were printed with: give them when "
        "you make the series. Of derived figures ask the function for bounds"};
  throw error{"each series or each figure has its decimals: found " +
              std::to_string(decimals.size()) + " for " + std::to_string(rows()) + " x " +
              std::to_string(columns())};
}

KEBI_INLINE std::vector<double> grid::halves() const {
  std::vector<double> all;
  for (Eigen::Index row = 0; row < rows(); ++row) all.push_back(half(row, 0));
  if (!has_even_rows())
    throw error{"the decimals change along a series: give them for each row to use one half"};
  return all;
}

KEBI_INLINE bounds_grid bounds_grid::uninitialised(timeline time, Eigen::Index rows) {
  return {time, detail::uninitialised<block>(rows, time.length()),
          detail::uninitialised<block>(rows, time.length()),
          detail::uninitialised<status_block>(rows, time.length()),
          {}};
}
KEBI_INLINE bounds_grid bounds_grid::blank(timeline time, Eigen::Index rows) {
  bounds_grid made = uninitialised(time, rows);
  made.lo.setConstant(std::numeric_limits<double>::quiet_NaN());
  made.hi.setConstant(std::numeric_limits<double>::quiet_NaN());
  made.status.setConstant(detail::is_absent);
  return made;
}

KEBI_INLINE bounds bounds_grid::value(Eigen::Index row, int column) const {
  if (at(row, column) != observation_status::figure)
    throw error{"there is no figure here: " + std::string{code(at(row, column))}};
  return {lo(row, column), hi(row, column)};
}

}  // namespace kebi
