#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "kebi/core/bounds.hpp"
#include "kebi/core/config.hpp"
#include "kebi/core/missing.hpp"
#include "kebi/series/storage/large_pages.hpp"
#include "kebi/series/storage/observation_status.hpp"
#include "kebi/series/storage/timeline.hpp"

namespace kebi {

/// Figures of many series in one piece of memory: a row is a series, and its times lie
/// one after the other.
using block = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using status_block = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Figures to read, wherever they are kept; every row must lie in one piece. Where
/// `status` is not `figure`, `values` holds a quiet NaN of positive sign: that lets the
/// loops run without a branch, and says nothing that `status` does not say better.
struct figures {
  Eigen::Ref<const block> values;
  Eigen::Ref<const status_block> status;

  Eigen::Index rows() const { return values.rows(); }
  int columns() const { return static_cast<int>(values.cols()); }
};

/// Where to write figures, such as a part of a larger block.
struct figures_out {
  Eigen::Ref<block> values;
  Eigen::Ref<status_block> status;

  Eigen::Index rows() const { return values.rows(); }
  int columns() const { return static_cast<int>(values.cols()); }
  void put(Eigen::Index row, int column, double value) {
    values(row, column) = value;
    status(row, column) = static_cast<std::uint8_t>(observation_status::figure);
  }
  void clear(Eigen::Index row, int column, std::uint8_t why) {
    values(row, column) = std::numeric_limits<double>::quiet_NaN();
    status(row, column) = why;
  }
};

/// Where to write bounds.
struct bounds_out {
  Eigen::Ref<block> lo, hi;
  Eigen::Ref<status_block> status;

  Eigen::Index rows() const { return lo.rows(); }
  int columns() const { return static_cast<int>(lo.cols()); }
  void put(Eigen::Index row, int column, const bounds& within) {
    lo(row, column) = within.lo();
    hi(row, column) = within.hi();
    status(row, column) = static_cast<std::uint8_t>(observation_status::figure);
  }
  void clear(Eigen::Index row, int column, std::uint8_t why) {
    lo(row, column) = hi(row, column) = std::numeric_limits<double>::quiet_NaN();
    status(row, column) = why;
  }
};

/// Half a unit of the last published digit: 0.05 for one decimal.
inline double half_unit(int decimals) { return 0.5 * std::pow(10.0, -decimals); }

namespace detail {

/// Which release each figure is of, row by row: the day it was published on, as 20200320, or
/// `several`; 0 where there is no figure. None where all are of one release, or nobody knows.
using release_list = std::vector<std::int32_t>;
inline constexpr std::int32_t several = -1;

/// The release of what is made of two figures, of which one may be none.
constexpr std::int32_t release_of_both(std::int32_t one, std::int32_t other) {
  return one == 0 || one == other ? other : other == 0 ? one : several;
}

[[noreturn]] void refuse_figure(double value);
[[noreturn]] void refuse_without_decimals();
/// Whether numbers are the same, of which nan, an absent figure, counts as the same as nan.
bool same_figures(const block& a, const block& b);

/// The status of plain numbers, of which NaN is absent. Throws `error` for one that is no figure.
status_block status_of_numbers(const Eigen::Ref<const block>& numbers);

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
  status_block status;
  /// One for each row, or one for each figure where the print changes along a row (older
  /// figures to 0.1, newer ones whole), row by row; none where nothing is known.
  std::vector<int> decimals;
  detail::release_list releases = {};

  /// So many series, all absent.
  static grid blank(timeline time, Eigen::Index rows);
  /// Memory of the same shape, whose contents are to be written.
  static grid like(const grid& other, timeline time);
  /// Memory of a shape, whose contents are to be written.
  static grid uninitialised(timeline time, Eigen::Index rows);
  /// Plain numbers, of which NaN is absent, and why figures are absent where that is known (else
  /// `status` is empty). Throws `error` for a number that is no figure.
  static grid of_numbers(timeline time, block numbers, status_block status,
                         std::vector<int> decimals = {});

  figures view() const { return {values, status}; }
  figures_out out() { return {values, status}; }
  Eigen::Index rows() const { return values.rows(); }
  int columns() const { return time.length(); }
  observation_status at(Eigen::Index row, int column) const {
    return static_cast<observation_status>(status(row, column));
  }

  /// Throws `error` for a number that is no figure; use `clear` for an absent one.
  void set(Eigen::Index row, int column, double value) {
    require_figure(value);
    values(row, column) = value;
    status(row, column) = static_cast<std::uint8_t>(observation_status::figure);
  }
  void clear(Eigen::Index row, int column, observation_status why) {
    if (why == observation_status::figure) throw error{"an absent figure needs a cause"};
    values(row, column) = std::numeric_limits<double>::quiet_NaN();
    status(row, column) = static_cast<std::uint8_t>(why);
  }

  /// Throws `error` for what is no figure. Beyond 10^100 a number is an accident, and products of
  /// two could overflow.
  static void require_figure(double value) {
    if (!(value < 1e100 && value > -1e100)) detail::refuse_figure(value);
  }

  bool is_printed() const { return !decimals.empty(); }
  /// Whether all figures of a row have as many decimals.
  bool has_even_rows() const { return decimals.size() == static_cast<std::size_t>(rows()); }
  /// The decimals of one row: one number, or one for each figure.
  std::vector<int> decimals_of(Eigen::Index row) const;
  double half(Eigen::Index row, int column) const { return half_unit(decimals_at(row, column)); }
  /// The decimals of one figure. Throws `error` where they are not known.
  int decimals_at(Eigen::Index row, int column) const {
    const Eigen::Index at = has_even_rows() ? row : row * columns() + column;
    if (static_cast<std::size_t>(at) >= decimals.size()) refuse_decimals();
    return decimals[static_cast<std::size_t>(at)];
  }
  /// What a figure stands for, as it is printed.
  bounds within(Eigen::Index row, int column) const {
    return detail::around_printed(values(row, column), half(row, column));
  }
  /// Half a unit for each row. Throws `error` where it changes along a row.
  std::vector<double> halves() const;

  friend bool operator==(const grid& a, const grid& b) {
    return a.time == b.time && a.decimals == b.decimals && a.releases == b.releases &&
           a.status == b.status && detail::same_figures(a.values, b.values);
  }

 private:
  [[noreturn]] void refuse_decimals() const;
};

/// Bounds over a timeline.
struct bounds_grid {
  timeline time;
  block lo, hi;
  status_block status;
  detail::release_list releases = {};

  /// So many series, all absent.
  static bounds_grid blank(timeline time, Eigen::Index rows);
  /// Memory of a shape, whose contents are to be written.
  static bounds_grid uninitialised(timeline time, Eigen::Index rows);
  /// Ends of bounds, of which NaN is absent, and why bounds are absent where that is known (else
  /// `status` is empty). Throws `error` for a lower end above its upper one.
  static bounds_grid of_numbers(timeline time, block lo, block hi, status_block status);
  bounds_out out() { return {lo, hi, status}; }
  Eigen::Index rows() const { return lo.rows(); }
  int columns() const { return time.length(); }
  observation_status at(Eigen::Index row, int column) const {
    return static_cast<observation_status>(status(row, column));
  }
  bounds within(Eigen::Index row, int column) const { return {lo(row, column), hi(row, column)}; }
  /// Throws `error` where there is none.
  bounds value(Eigen::Index row, int column) const;

  friend bool operator==(const bounds_grid& a, const bounds_grid& b) {
    return a.time == b.time && a.releases == b.releases && a.status == b.status &&
           detail::same_figures(a.lo, b.lo) && detail::same_figures(a.hi, b.hi);
  }
};

namespace detail {

inline constexpr std::uint8_t is_figure = static_cast<std::uint8_t>(observation_status::figure);
inline constexpr std::uint8_t is_absent = static_cast<std::uint8_t>(observation_status::absent);
inline constexpr std::uint8_t is_undefined =
    static_cast<std::uint8_t>(observation_status::undefined);
inline constexpr std::uint8_t is_unreliable =
    static_cast<std::uint8_t>(observation_status::unreliable);
inline constexpr std::uint8_t is_across_releases =
    static_cast<std::uint8_t>(observation_status::across_releases);
inline constexpr std::uint8_t is_together = static_cast<std::uint8_t>(observation_status::together);
static_assert(is_figure == 0, "a mask of figures is a mask of zeros");

/// Throws `error` unless a block has the shape that is expected.
void require_shape(Eigen::Index rows, Eigen::Index columns, Eigen::Index found_rows,
                   Eigen::Index found_columns);
void require_shape(const figures& from, Eigen::Index rows, Eigen::Index columns);
void require_shape(const figures_out& into, Eigen::Index rows, Eigen::Index columns);
void require_shape(const bounds_out& into, Eigen::Index rows, Eigen::Index columns);

}  // namespace detail

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/storage/grid-inl.hpp"
#endif
