#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "kebi/core/evaluate.hpp"
#include "kebi/series/storage/cell.hpp"
#include "kebi/series/storage/large_pages.hpp"
#include "kebi/series/storage/timeline.hpp"

namespace kebi {

/// Figures of many series in one piece of memory: a row is a series, and its times lie
/// one after the other.
using block = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using cell_block = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Figures to read, wherever they are kept; every row must lie in one piece. Where
/// `cells` is not `figure`, `values` holds a quiet NaN of positive sign: that lets the
/// loops run without a branch, and says nothing that `cells` does not say better.
struct figures {
  Eigen::Ref<const block> values;
  Eigen::Ref<const cell_block> cells;

  Eigen::Index rows() const { return values.rows(); }
  int columns() const { return static_cast<int>(values.cols()); }
};

/// Where to write figures, such as a part of a larger block.
struct figures_out {
  Eigen::Ref<block> values;
  Eigen::Ref<cell_block> cells;

  Eigen::Index rows() const { return values.rows(); }
  int columns() const { return static_cast<int>(values.cols()); }
  void put(Eigen::Index row, int column, double value) {
    values(row, column) = value;
    cells(row, column) = static_cast<std::uint8_t>(cell::figure);
  }
  void clear(Eigen::Index row, int column, std::uint8_t why) {
    values(row, column) = std::numeric_limits<double>::quiet_NaN();
    cells(row, column) = why;
  }
};

/// Where to write bounds.
struct bounds_out {
  Eigen::Ref<block> lo, hi;
  Eigen::Ref<cell_block> cells;

  Eigen::Index rows() const { return lo.rows(); }
  int columns() const { return static_cast<int>(lo.cols()); }
  void put(Eigen::Index row, int column, const bounds& within) {
    lo(row, column) = within.lo();
    hi(row, column) = within.hi();
    cells(row, column) = static_cast<std::uint8_t>(cell::figure);
  }
  void clear(Eigen::Index row, int column, std::uint8_t why) {
    lo(row, column) = hi(row, column) = std::numeric_limits<double>::quiet_NaN();
    cells(row, column) = why;
  }
};

/// Half a unit of the last printed digit: 0.05 for one decimal.
inline double half_unit(int decimals) { return 0.5 * std::pow(10.0, -decimals); }

namespace detail {

/// What a printed figure stands for, from the double nearest to it: its ends are a step
/// or two wider than those of the decimal itself.
inline bounds around_printed(double value, double half) {
  const double slack = half + (size(value) + half) * 0x1p-52;
  return {add_down(value, -slack), add_up(value, slack)};
}

}  // namespace detail

/// Series over one timeline, with the decimals that each was printed with.
struct grid {
  timeline time;
  block values;
  cell_block cells;
  /// One for each row, or one for each figure where the print changes along a row (older
  /// figures to 0.1, newer ones whole), row by row; none where nothing is known.
  std::vector<int> decimals;

  /// Room for so many series, all absent.
  static grid blank(timeline time, Eigen::Index rows) {
    grid made{time,
              detail::room_for<block>(rows, time.length()),
              detail::room_for<cell_block>(rows, time.length()),
              {}};
    made.values.setConstant(std::numeric_limits<double>::quiet_NaN());
    made.cells.setConstant(static_cast<std::uint8_t>(cell::absent));
    return made;
  }
  /// Room with the same shape, whatever stands in it.
  static grid like(const grid& other, timeline time) {
    return {time,
            detail::room_for<block>(other.values.rows(), time.length()),
            detail::room_for<cell_block>(other.values.rows(), time.length()),
            {}};
  }

  figures view() const { return {values, cells}; }
  figures_out out() { return {values, cells}; }
  Eigen::Index rows() const { return values.rows(); }
  int columns() const { return time.length(); }
  cell at(Eigen::Index row, int column) const { return static_cast<cell>(cells(row, column)); }

  /// Throws `error` for a number that is no figure; use `clear` for an absent one.
  void set(Eigen::Index row, int column, double value) {
    require_figure(value);
    values(row, column) = value;
    cells(row, column) = static_cast<std::uint8_t>(cell::figure);
  }
  void clear(Eigen::Index row, int column, cell why) {
    if (why == cell::figure) throw error{"an absent figure needs a cause"};
    values(row, column) = std::numeric_limits<double>::quiet_NaN();
    cells(row, column) = static_cast<std::uint8_t>(why);
  }

  /// Beyond 10^100 a number is an accident, and products of two could overflow.
  static void require_figure(double value) {
    if (value < 1e100 && value > -1e100) return;
    char found[32];
    std::snprintf(found, sizeof found, "%g", value);
    throw error{std::string{"a figure must be a number below 10^100: found "} + found};
  }

  bool is_printed() const { return !decimals.empty(); }
  /// Whether all figures of a row have as many decimals.
  bool has_even_rows() const { return decimals.size() == static_cast<std::size_t>(rows()); }
  /// The decimals of one row: one number, or one for each figure.
  std::vector<int> decimals_of(Eigen::Index row) const {
    std::vector<int> own;
    for (int t = 0; t < (has_even_rows() ? 1 : columns()); ++t) own.push_back(decimals_at(row, t));
    return own;
  }
  double half(Eigen::Index row, int column) const { return half_unit(decimals_at(row, column)); }
  int decimals_at(Eigen::Index row, int column) const {
    if (decimals.empty())
      throw error{
          "bounds need the decimals that the figures were printed with: give them when "
          "you make the series. Of derived figures ask the function with bounds in its name"};
    const Eigen::Index at = has_even_rows() ? row : row * columns() + column;
    if (static_cast<std::size_t>(at) >= decimals.size())
      throw error{"each series or each figure has its decimals: found " +
                  std::to_string(decimals.size()) + " for " + std::to_string(rows()) + " x " +
                  std::to_string(columns())};
    return decimals[static_cast<std::size_t>(at)];
  }
  /// What a figure stands for, as it is printed.
  bounds within(Eigen::Index row, int column) const {
    return detail::around_printed(values(row, column), half(row, column));
  }
  /// Half a unit for each row. Throws `error` where it changes along a row.
  std::vector<double> halves() const {
    std::vector<double> all;
    for (Eigen::Index row = 0; row < rows(); ++row) all.push_back(half(row, 0));
    if (!has_even_rows())
      throw error{"the decimals change along a series: give them for each row to use one half"};
    return all;
  }
};

/// Bounds over a timeline.
struct bounds_grid {
  timeline time;
  block lo, hi;
  cell_block cells;

  static bounds_grid blank(timeline time, Eigen::Index rows) {
    bounds_grid made{time, detail::room_for<block>(rows, time.length()),
                     detail::room_for<block>(rows, time.length()),
                     detail::room_for<cell_block>(rows, time.length())};
    made.lo.setConstant(std::numeric_limits<double>::quiet_NaN());
    made.hi.setConstant(std::numeric_limits<double>::quiet_NaN());
    made.cells.setConstant(static_cast<std::uint8_t>(cell::absent));
    return made;
  }
  bounds_out out() { return {lo, hi, cells}; }
  Eigen::Index rows() const { return lo.rows(); }
  int columns() const { return time.length(); }
  cell at(Eigen::Index row, int column) const { return static_cast<cell>(cells(row, column)); }
  bounds within(Eigen::Index row, int column) const { return {lo(row, column), hi(row, column)}; }
  /// Throws `error` where there is none.
  bounds value(Eigen::Index row, int column) const {
    if (at(row, column) != cell::figure)
      throw error{std::string{"there is no figure here: "} + code(at(row, column))};
    return {lo(row, column), hi(row, column)};
  }
};

namespace detail {

inline constexpr std::uint8_t is_figure = static_cast<std::uint8_t>(cell::figure);
inline constexpr std::uint8_t is_absent = static_cast<std::uint8_t>(cell::absent);
inline constexpr std::uint8_t is_undefined = static_cast<std::uint8_t>(cell::undefined);
inline constexpr std::uint8_t is_shaky = static_cast<std::uint8_t>(cell::shaky);
inline constexpr std::uint8_t is_together = static_cast<std::uint8_t>(cell::together);
static_assert(is_figure == 0, "a mask of figures is a mask of zeros");

inline void require_shape(Eigen::Index rows, Eigen::Index columns, Eigen::Index found_rows,
                          Eigen::Index found_columns) {
  if (rows == found_rows && columns == found_columns) return;
  throw error{"blocks must have one shape, and an output that of its result: found " +
              std::to_string(found_rows) + " x " + std::to_string(found_columns) + " for " +
              std::to_string(rows) + " x " + std::to_string(columns)};
}
inline void require_shape(const figures& from, Eigen::Index rows, Eigen::Index columns) {
  require_shape(from.rows(), from.columns(), rows, columns);
}
inline void require_shape(const figures_out& into, Eigen::Index rows, Eigen::Index columns) {
  require_shape(rows, columns, into.values.rows(), into.values.cols());
  require_shape(rows, columns, into.cells.rows(), into.cells.cols());
}
inline void require_shape(const bounds_out& into, Eigen::Index rows, Eigen::Index columns) {
  require_shape(rows, columns, into.lo.rows(), into.lo.cols());
  require_shape(rows, columns, into.hi.rows(), into.hi.cols());
  require_shape(rows, columns, into.cells.rows(), into.cells.cols());
}
inline void require_same(const figures& a, const figures& b) {
  require_shape(a, b.rows(), b.columns());
}

}  // namespace detail

}  // namespace kebi
