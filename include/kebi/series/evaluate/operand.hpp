#pragma once

#include <algorithm>

#include "kebi/series/storage/grid.hpp"

namespace kebi {

/// An input of a formula along time: figures, what each of them can be, and how many
/// columns back they are read, so that a base stands beside its level without a copy.
/// One row may serve all rows of the other inputs, as a whole does for its parts.
///
/// It only looks at its figures: they must outlive it.
class operand {
 public:
  /// Figures as plain numbers, without bounds.
  operand(const figures& of, int back = 0)
      : cells_{of.cells.data()},
        values_{of.values.data()},
        rows_{of.rows()},
        columns_{of.columns()},
        stride_{of.values.outerStride()},
        cell_stride_{of.cells.outerStride()},
        back_{back} {
    detail::require_shape(of, of.cells.rows(), of.cells.cols());
    require_back();
  }
  /// Figures good to half a unit of their last printed digit.
  operand(const grid& of, int back = 0) : operand{of.view(), back} {
    printed_ = &of;
    time_ = &of.time;
  }
  /// Figures of which only bounds are known.
  operand(const bounds_grid& of, int back = 0)
      : cells_{of.cells.data()},
        lo_{of.lo.data()},
        hi_{of.hi.data()},
        rows_{of.rows()},
        columns_{of.columns()},
        stride_{of.lo.outerStride()},
        cell_stride_{of.cells.outerStride()},
        back_{back} {
    time_ = &of.time;
    require_back();
  }

  /// The times of the figures, or null where they were given without.
  const timeline* time() const { return time_; }
  Eigen::Index rows() const { return rows_; }
  int columns() const { return columns_; }

  /// The same figures, of which those below `least` are none, for this cause; bounds end there.
  operand none_below(double least, std::uint8_t why_below) const {
    operand some = *this;
    some.least_ = least;
    some.why_below_ = why_below;
    return some;
  }

  /// Why there is no figure, or 0 where there is one. Before the first column there is none.
  std::uint8_t why(Eigen::Index row, int column) const {
    if (column < back_) return detail::is_absent;
    const std::uint8_t said = cells_[own(row) * cell_stride_ + column - back_];
    if (said != detail::is_figure || why_below_ == detail::is_figure) return said;
    const double most = has_values() ? value(row, column) : hi_[at(row, column)];
    return most < least_ ? why_below_ : said;
  }
  bool has_values() const { return values_ != nullptr; }
  bool has_bounds() const {
    return lo_ != nullptr || (printed_ != nullptr && printed_->is_printed());
  }
  double value(Eigen::Index row, int column) const { return values_[at(row, column)]; }
  bounds within(Eigen::Index row, int column) const {
    const bounds all = printed_ != nullptr ? printed_->within(own(row), column - back_)
                                           : bounds{lo_[at(row, column)], hi_[at(row, column)]};
    return why_below_ == detail::is_figure ? all : all & bounds::at_least(least_);
  }

  /// Throws `error` where there are no plain numbers, or no bounds, to take.
  void require(const figures_out&) const {
    if (values_ == nullptr && !is_blank())
      throw error{"bounds are no single figures: ask for bounds of the result"};
  }
  void require(const bounds_out&) const {
    if (!has_bounds() && !is_blank())
      throw error{
          "bounds need the decimals that the figures were printed with: give them when "
          "you make the series"};
  }

 private:
  bool is_blank() const { return rows_ == 0 || columns_ == 0; }
  Eigen::Index own(Eigen::Index row) const { return rows_ == 1 ? 0 : row; }
  Eigen::Index at(Eigen::Index row, int column) const {
    return own(row) * stride_ + column - back_;
  }
  void require_back() const {
    if (back_ < 0) throw error{"figures can be moved later, not earlier"};
  }

  const std::uint8_t* cells_;
  const double *values_ = nullptr, *lo_ = nullptr, *hi_ = nullptr;
  const grid* printed_ = nullptr;
  const timeline* time_ = nullptr;
  Eigen::Index rows_;
  int columns_;
  Eigen::Index stride_, cell_stride_;
  int back_;
  double least_ = -detail::infinity;
  std::uint8_t why_below_ = detail::is_figure;
};

namespace detail {

/// The shape of a result: that of the inputs, of which one row may serve all. Inputs that
/// have times must end in the same months.
template <class... Operands>
Eigen::Index rows_in_common(const operand& first, const Operands&... others) {
  const Eigen::Index rows = std::max({first.rows(), others.rows()...});
  const auto fits = [&](const operand& each) {
    if (first.time() != nullptr && each.time() != nullptr)
      require_same_ends(*first.time(), *each.time());
    require_shape(rows, first.columns(), each.rows() == 1 ? rows : each.rows(), each.columns());
  };
  fits(first);
  (fits(others), ...);
  return rows;
}

/// Copies what an input says at a place.
inline void take(figures_out& into, Eigen::Index row, int column, const operand& from) {
  const std::uint8_t why = from.why(row, column);
  if (why == is_figure)
    into.put(row, column, from.value(row, column));
  else
    into.clear(row, column, why);
}
inline void take(bounds_out& into, Eigen::Index row, int column, const operand& from) {
  const std::uint8_t why = from.why(row, column);
  if (why == is_figure)
    into.put(row, column, from.within(row, column));
  else
    into.clear(row, column, why);
}

}  // namespace detail

}  // namespace kebi
