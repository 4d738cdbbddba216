#pragma once

#include <cstdio>
#include <span>

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

KEBI_INLINE status_block status_of_numbers(const Eigen::Ref<const block>& numbers) {
  status_block status(numbers.rows(), numbers.cols());
  for (Eigen::Index r = 0; r < numbers.rows(); ++r) {
    const double* const row = numbers.data() + r * numbers.outerStride();
    std::uint8_t* const to = status.data() + r * numbers.cols();
    bool are_figures = true;
    for (Eigen::Index t = 0; t < numbers.cols(); ++t) {
      const bool absent = is_nan(row[t]);
      are_figures &= absent | (size(row[t]) < 1e100);
      to[t] = absent ? is_absent : is_figure;
    }
    for (Eigen::Index t = 0; t < numbers.cols() && !are_figures; ++t)
      if (to[t] == is_figure) grid::require_figure(row[t]);
  }
  return status;
}

/// Makes absent what has a cause, and gives a cause to what is absent. True where all others are
/// figures.
inline bool settle(std::span<double> values, std::span<std::uint8_t> status) {
  bool are_figures = true;
  for (std::size_t k = 0; k < values.size(); ++k) {
    const std::uint8_t nothing = is_nan(values[k]) ? is_absent : is_figure;
    const std::uint8_t why = status[k] != is_figure ? status[k] : nothing;
    are_figures &= (why != is_figure) | (size(values[k]) < 1e100);
    values[k] = why == is_figure ? values[k] : not_a_number;
    status[k] = why;
  }
  return are_figures;
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
KEBI_INLINE grid grid::of_numbers(timeline time, block numbers, status_block status,
                                  std::vector<int> decimals) {
  if (status.size() == 0) status.setZero(numbers.rows(), numbers.cols());
  detail::require_shape(numbers.rows(), numbers.cols(), status.rows(), status.cols());
  const auto count = static_cast<std::size_t>(numbers.size());
  if (!detail::settle({numbers.data(), count}, {status.data(), count}))
    (void)detail::status_of_numbers(numbers);  // refuses the first that is no figure
  return {time, std::move(numbers), std::move(status), std::move(decimals), {}};
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
KEBI_INLINE bounds_grid bounds_grid::of_numbers(timeline time, block lo, block hi,
                                                status_block status) {
  const bool has_status = status.size() > 0;
  if (!has_status) status.setZero(lo.rows(), lo.cols());
  bounds_grid made{time, std::move(lo), std::move(hi), std::move(status), {}};
  bounds_out into = made.out();
  detail::require_shape(into, made.rows(), made.columns());
  for (Eigen::Index r = 0; r < made.rows(); ++r)
    for (int t = 0; t < made.columns(); ++t) {
      const double below = made.lo(r, t), above = made.hi(r, t);
      const bool absent = !has_status && (detail::is_nan(below) || detail::is_nan(above));
      const std::uint8_t why = absent ? detail::is_absent : made.status(r, t);
      if (why != detail::is_figure)
        into.clear(r, t, why);
      else
        into.put(r, t, bounds{below, above});
    }
  return made;
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
