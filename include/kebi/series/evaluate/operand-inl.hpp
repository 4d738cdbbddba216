#pragma once

#include <algorithm>

#include "kebi/series/evaluate/operand.hpp"

namespace kebi {

template <class Status>
KEBI_INLINE operand::operand(const Status& status, Eigen::Index stride, int back)
    : status_{status.data()},
      rows_{status.rows()},
      columns_{static_cast<int>(status.cols())},
      stride_{stride},
      status_stride_{status.outerStride()},
      back_{back} {
  require_back();
}
KEBI_INLINE operand::operand(const figures& of, int back)
    : operand{of.status, of.values.outerStride(), back} {
  detail::require_shape(of, of.status.rows(), of.status.cols());
  values_ = of.values.data();
}
KEBI_INLINE operand::operand(const grid& of, int back) : operand{of.view(), back} {
  printed_ = &of;
  time_ = &of.time;
  if (!of.releases.empty()) releases_ = of.releases.data();
}
KEBI_INLINE operand::operand(const bounds_grid& of, int back)
    : operand{of.status, of.lo.outerStride(), back} {
  lo_ = of.lo.data();
  hi_ = of.hi.data();
  time_ = &of.time;
  if (!of.releases.empty()) releases_ = of.releases.data();
}

KEBI_INLINE operand::operand(const grid& of, const bounds_grid& bounds, int back)
    : operand{of.view(), back} {
  detail::require_shape(of.view(), bounds.rows(), bounds.columns());
  time_ = &of.time;
  if (!of.releases.empty()) releases_ = of.releases.data();
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

template <class Into>
void clear_across(std::initializer_list<const operand*> inputs, Into into) {
  if (std::none_of(inputs.begin(), inputs.end(), [](auto each) { return each->has_releases(); }))
    return;
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t) {
      std::int32_t release = 0;
      for (const operand* const each : inputs)
        release = release_of_both(release, each->release(r, t));
      if (release == several && into.status(r, t) == is_figure)
        into.clear(r, t, is_across_releases);
    }
}
KEBI_INLINE void clear_across_releases(std::initializer_list<const operand*> inputs,
                                       figures_out into) {
  clear_across(inputs, into);
}
KEBI_INLINE void clear_across_releases(std::initializer_list<const operand*> inputs,
                                       bounds_out into) {
  clear_across(inputs, into);
}

}  // namespace detail

}  // namespace kebi
