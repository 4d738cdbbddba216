#pragma once

#include <initializer_list>
#include <type_traits>

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
  operand(const figures& of, int back = 0);
  /// Figures good to half a unit of their last published digit.
  operand(const grid& of, int back = 0);
  /// Figures of which only bounds are known.
  operand(const bounds_grid& of, int back = 0);
  /// Derived figures of which the bounds are known as well.
  operand(const grid& of, const bounds_grid& bounds, int back);

  /// The times of the figures, or null where they were given without.
  const timeline* time() const { return time_; }
  Eigen::Index rows() const { return rows_; }
  int columns() const { return columns_; }

  /// The same figures, of which those below `least` are none, for this cause; bounds end there.
  operand none_below(double least, std::uint8_t why_below) const {
    operand some = of_any_release();
    some.least_ = least;
    some.why_below_ = why_below;
    return some;
  }

  /// The same figures, of whatever release each is: a rate has its own base within it.
  operand of_any_release() const {
    operand some = *this;
    some.releases_ = nullptr;
    return some;
  }
  bool has_releases() const { return releases_ != nullptr; }
  /// The release of a figure, or 0.
  std::int32_t release(Eigen::Index row, int column) const {
    return releases_ == nullptr || column < back_ ? 0
                                                  : releases_[own(row) * columns_ + column - back_];
  }

  /// Why there is no figure, or 0 where there is one. Before the first column there is none.
  std::uint8_t why(Eigen::Index row, int column) const {
    if (column < back_) return detail::is_absent;
    const std::uint8_t own_status = status_[own(row) * status_stride_ + column - back_];
    if (own_status != detail::is_figure || why_below_ == detail::is_figure) return own_status;
    const double most = has_values() ? value(row, column) : hi_[at(row, column)];
    return most < least_ ? why_below_ : own_status;
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
  void require(const figures_out&) const;
  void require(const bounds_out&) const;

 private:
  /// The shape and the status of figures.
  template <class Status>
  operand(const Status& status, Eigen::Index stride, int back);

  void require_back() const;
  bool is_blank() const { return rows_ == 0 || columns_ == 0; }
  Eigen::Index own(Eigen::Index row) const { return rows_ == 1 ? 0 : row; }
  Eigen::Index at(Eigen::Index row, int column) const {
    return own(row) * stride_ + column - back_;
  }

  const std::uint8_t* status_;
  const double *values_ = nullptr, *lo_ = nullptr, *hi_ = nullptr;
  const grid* printed_ = nullptr;
  const std::int32_t* releases_ = nullptr;
  const timeline* time_ = nullptr;
  Eigen::Index rows_;
  int columns_;
  Eigen::Index stride_, status_stride_;
  int back_;
  double least_ = -detail::infinity;
  std::uint8_t why_below_ = detail::is_figure;
};

namespace detail {

/// Throws `error` unless inputs have one shape, of which one row may serve all, and those with
/// times end in the same months. Returns the rows of a result.
Eigen::Index rows_in_common(std::initializer_list<const operand*> inputs);

/// Takes away the figures that are made of several releases, which no office published together.
void clear_across_releases(std::initializer_list<const operand*> inputs, figures_out into);
void clear_across_releases(std::initializer_list<const operand*> inputs, bounds_out into);

/// Copies what an input holds at a place.
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

/// What sums are made of: plain numbers, or bounds.
inline double amount(const figures_out&, const operand& from, Eigen::Index r, int t) {
  return from.value(r, t);
}
inline bounds amount(const bounds_out&, const operand& from, Eigen::Index r, int t) {
  return from.within(r, t);
}
template <class Into>
using amount_in = std::conditional_t<std::is_same_v<Into, figures_out>, double, bounds>;

/// Why there is no figure made of these: the reason of the first that is not there.
inline std::uint8_t first_cause(std::initializer_list<std::uint8_t> status) {
  for (const std::uint8_t each : status)
    if (each != is_figure) return each;
  return is_figure;
}

/// Why there is no figure made of several, of which these two have reasons: one for all orders of
/// them, so that a sum lacks where a part is absent, whatever is the matter with the others.
constexpr std::uint8_t cause_of_both(std::uint8_t one, std::uint8_t other) {
  if (one == is_figure || other == is_figure) return one | other;
  return one < other ? one : other;
}

}  // namespace detail

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/evaluate/operand-inl.hpp"
#endif
