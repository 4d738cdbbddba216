#pragma once

#include <algorithm>

#include "kebi/series/evaluate/operand.hpp"

namespace kebi {

KEBI_INLINE operand::operand(const figures& of, int back)
    : status_{of.status.data()},
      values_{of.values.data()},
      rows_{of.rows()},
      columns_{of.columns()},
      stride_{of.values.outerStride()},
      status_stride_{of.status.outerStride()},
      back_{back} {
  detail::require_shape(of, of.status.rows(), of.status.cols());
  require_back();
}
KEBI_INLINE operand::operand(const grid& of, int back) : operand{of.view(), back} {
  printed_ = &of;
  time_ = &of.time;
}
KEBI_INLINE operand::operand(const bounds_grid& of, int back)
    : status_{of.status.data()},
      lo_{of.lo.data()},
      hi_{of.hi.data()},
      rows_{of.rows()},
      columns_{of.columns()},
      stride_{of.lo.outerStride()},
      status_stride_{of.status.outerStride()},
      back_{back} {
  time_ = &of.time;
  require_back();
}

KEBI_INLINE operand::operand(const grid& of, const bounds_grid& bounds, int back)
    : operand{of.view(), back} {
  detail::require_shape(of.view(), bounds.rows(), bounds.columns());
  time_ = &of.time;
  lo_ = bounds.lo.data();
  hi_ = bounds.hi.data();
}

KEBI_INLINE void operand::require(const figures_out&) const {
  if (values_ == nullptr && !is_blank())
    throw error{"bounds are no single figures: ask for bounds of the result"};
}
KEBI_INLINE void operand::require(const bounds_out&) const {
  if (!has_bounds() && !is_blank()) detail::refuse_without_decimals();
}
KEBI_INLINE void operand::require_back() const {
  if (back_ < 0) throw error{"figures can be moved later, not earlier"};
}

namespace detail {

KEBI_INLINE Eigen::Index rows_in_common(std::initializer_list<const operand*> inputs) {
  const operand& first = **inputs.begin();
  Eigen::Index rows = 0;
  for (const operand* const each : inputs) rows = std::max(rows, each->rows());
  for (const operand* const each : inputs) {
    if (first.time() != nullptr && each->time() != nullptr)
      require_same_ends(*first.time(), *each->time());
    require_shape(rows, first.columns(), each->rows() == 1 ? rows : each->rows(), each->columns());
  }
  return rows;
}

}  // namespace detail

}  // namespace kebi
