#pragma once

#include <algorithm>
#include <string>

#include "kebi/series/storage/select.hpp"

namespace kebi {

namespace detail {

KEBI_INLINE void require_row(Eigen::Index row, Eigen::Index rows) {
  if (row < -1 || row >= rows)
    throw error{"there is no row " + std::to_string(row) + " among " + std::to_string(rows)};
}

/// The releases of some rows, of which -1 has none.
KEBI_INLINE release_list releases_of_rows(const release_list& from, int columns,
                                          const std::vector<Eigen::Index>& rows) {
  if (from.empty()) return {};
  release_list some(rows.size() * static_cast<std::size_t>(columns), 0);
  for (std::size_t k = 0; k < rows.size(); ++k)
    if (rows[k] >= 0)
      std::copy_n(from.begin() + rows[k] * columns, columns,
                  some.begin() + static_cast<std::ptrdiff_t>(k) * columns);
  return some;
}

/// The releases of figures arranged anew along time.
KEBI_INLINE release_list releases_of_columns(const release_list& of, int columns,
                                             const std::vector<int>& from) {
  if (of.empty()) return {};
  release_list made;
  for (std::size_t row = 0; row < of.size(); row += static_cast<std::size_t>(columns))
    for (const int column : from)
      made.push_back(column < 0 || column >= columns
                         ? 0
                         : of[row + static_cast<std::size_t>(column)]);
  return made;
}

}  // namespace detail

KEBI_INLINE grid rows_of(const grid& from, const std::vector<Eigen::Index>& rows) {
  grid some = grid::blank(from.time, static_cast<Eigen::Index>(rows.size()));
  const auto each = static_cast<Eigen::Index>(from.has_even_rows() ? 1 : from.columns());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    detail::require_row(rows[k], from.rows());
    const auto row = static_cast<Eigen::Index>(k), source = rows[k] < 0 ? 0 : rows[k];
    if (rows[k] >= 0) {
      some.values.row(row) = from.values.row(rows[k]);
      some.status.row(row) = from.status.row(rows[k]);
    }
    if (!from.is_printed()) continue;
    // An absent row has decimals too, or the table would count as one without.
    const auto first = from.decimals.begin() + source * each;
    some.decimals.insert(some.decimals.end(), first, first + each);
  }
  some.releases = detail::releases_of_rows(from.releases, from.columns(), rows);
  return some;
}

KEBI_INLINE bounds_grid rows_of(const bounds_grid& from, const std::vector<Eigen::Index>& rows) {
  bounds_grid some = bounds_grid::blank(from.time, static_cast<Eigen::Index>(rows.size()));
  for (std::size_t k = 0; k < rows.size(); ++k) {
    detail::require_row(rows[k], from.rows());
    if (rows[k] < 0) continue;
    const auto row = static_cast<Eigen::Index>(k);
    some.lo.row(row) = from.lo.row(rows[k]);
    some.hi.row(row) = from.hi.row(rows[k]);
    some.status.row(row) = from.status.row(rows[k]);
  }
  some.releases = detail::releases_of_rows(from.releases, from.columns(), rows);
  return some;
}

KEBI_INLINE grid columns_of(const grid& of, const timeline& time, const std::vector<int>& from) {
  grid made = grid::blank(time, of.rows());
  made.decimals = of.decimals;
  made.releases = detail::releases_of_columns(of.releases, of.columns(), from);
  const bool uneven = of.is_printed() && !of.has_even_rows();
  if (uneven) made.decimals.assign(static_cast<std::size_t>(of.rows() * time.length()), 0);
  for (int t = 0; t < time.length(); ++t) {
    const int column = from[static_cast<std::size_t>(t)];
    if (column < 0 || column >= of.columns()) continue;
    made.values.col(t) = of.values.col(column);
    made.status.col(t) = of.status.col(column);
    for (Eigen::Index r = 0; uneven && r < of.rows(); ++r)
      made.decimals[static_cast<std::size_t>(r * time.length() + t)] =
          of.decimals[static_cast<std::size_t>(r * of.columns() + column)];
  }
  return made;
}

KEBI_INLINE bounds_grid columns_of(const bounds_grid& of, const timeline& time,
                                   const std::vector<int>& from) {
  bounds_grid made = bounds_grid::blank(time, of.rows());
  made.releases = detail::releases_of_columns(of.releases, of.columns(), from);
  for (int t = 0; t < time.length(); ++t) {
    const int column = from[static_cast<std::size_t>(t)];
    if (column < 0 || column >= of.columns()) continue;
    made.lo.col(t) = of.lo.col(column);
    made.hi.col(t) = of.hi.col(column);
    made.status.col(t) = of.status.col(column);
  }
  return made;
}

KEBI_INLINE grid lagged(const grid& of, int columns) {
  if (columns < 0) throw error{"figures can be moved later, not earlier"};
  std::vector<int> from;
  for (int t = 0; t < of.columns(); ++t) from.push_back(t - columns);
  return columns_of(of, of.time, from);
}

KEBI_INLINE bounds_grid bounds_of(const grid& published) {
  bounds_grid made = bounds_grid::blank(published.time, published.rows());
  made.releases = published.releases;
  bounds_out into = made.out();
  if (published.rows() > 0 && published.columns() > 0 && !published.is_printed())
    detail::refuse_without_decimals();
  for (Eigen::Index r = 0; r < made.rows(); ++r)
    for (int t = 0; t < made.columns(); ++t)
      if (published.at(r, t) == observation_status::figure)
        into.put(r, t, published.within(r, t));
      else
        into.clear(r, t, published.status(r, t));
  return made;
}

}  // namespace kebi
