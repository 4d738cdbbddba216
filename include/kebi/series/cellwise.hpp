#pragma once

#include <initializer_list>
#include <span>

#include "kebi/series/rows.hpp"

namespace kebi {

/// Figures with half a unit of the last printed digit of each row: what bounds are made of.
struct printed_figures {
  figures of;
  std::span<const double> halves;
};

namespace detail {

inline std::uint8_t first_cause(std::initializer_list<std::uint8_t> cells) {
  for (const std::uint8_t each : cells)
    if (each != is_figure) return each;
  return is_figure;
}

}  // namespace detail

/// Applies a formula to the figures at each place of several blocks, e.g. `formula::base`
/// to levels and growths. A place where one of them is absent stays absent, with the
/// cause of the first that is; where the formula has no value the cell is `undefined`.
template <class Formula, class... Inputs>
void cellwise(const Formula& formula, figures_out into, int threads, const figures& first,
              const Inputs&... others) {
  (detail::require_same(first, others), ...);
  detail::require_shape(first, into.values.rows(), into.values.cols());
  detail::over_rows(first.rows(), threads, [&](Eigen::Index from, Eigen::Index end) {
    for (Eigen::Index r = from; r < end; ++r)
      for (int t = 0; t < first.columns(); ++t) {
        std::uint8_t why = detail::first_cause({first.cells(r, t), others.cells(r, t)...});
        double value = detail::not_a_number;
        if (why == detail::is_figure) {
          value = formula(first.values(r, t), others.values(r, t)...);
          if (!detail::is_finite(value)) {
            value = detail::not_a_number;
            why = detail::is_undefined;
          }
        }
        into.values(r, t) = value;
        into.cells(r, t) = why;
      }
  });
}

/// The same with bounds: sharp to a few steps of a double, as `evaluate` is. Bounds
/// without a finite end are still bounds.
template <class Formula, class... Inputs>
void cellwise_bounds(const Formula& formula, bounds_out into, int threads,
                     const printed_figures& first, const Inputs&... others) {
  (detail::require_same(first.of, others.of), ...);
  detail::require_shape(first.of, into.lo.rows(), into.lo.cols());
  const auto printed = [](const printed_figures& in, Eigen::Index r, int t) {
    return detail::around_printed(in.of.values(r, t), in.halves[static_cast<std::size_t>(r)]);
  };
  detail::over_rows(first.of.rows(), threads, [&](Eigen::Index from, Eigen::Index end) {
    for (Eigen::Index r = from; r < end; ++r)
      for (int t = 0; t < first.of.columns(); ++t) {
        std::uint8_t why = detail::first_cause({first.of.cells(r, t), others.of.cells(r, t)...});
        into.lo(r, t) = into.hi(r, t) = detail::not_a_number;
        if (why == detail::is_figure) {
          const bounds found = evaluate(formula, printed(first, r, t), printed(others, r, t)...);
          if (found.is_empty()) {
            why = detail::is_undefined;
          } else {
            into.lo(r, t) = found.lo();
            into.hi(r, t) = found.hi();
          }
        }
        into.cells(r, t) = why;
      }
  });
}

/// Each figure moved `columns` later, so that it stands beside the one it precedes.
inline grid lagged(const grid& of, int columns) {
  if (columns < 0) throw error{"figures can be moved later, not earlier"};
  grid moved = grid::blank(of.time, of.rows());
  const int kept = of.columns() - columns;
  if (kept > 0) {
    moved.values.rightCols(kept) = of.values.leftCols(kept);
    moved.cells.rightCols(kept) = of.cells.leftCols(kept);
  }
  moved.decimals = of.decimals;
  return moved;
}

/// A formula over grids of one timeline, and the same with bounds.
template <class Formula, class... Grids>
grid combined(const Formula& formula, const grid& first, const Grids&... others) {
  grid result = grid::like(first, first.time);
  cellwise(formula, result.out(), 1, first.view(), others.view()...);
  return result;
}
template <class Formula, class... Grids>
bounds_grid combined_bounds(const Formula& formula, const grid& first, const Grids&... others) {
  bounds_grid result = bounds_grid::blank(first.time, first.rows());
  const auto printed = [](const grid& of, const std::vector<double>& halves) {
    return printed_figures{of.view(), halves};
  };
  // The temporaries live until the call is over.
  cellwise_bounds(formula, result.out(), 1, printed(first, first.halves()),
                  printed(others, others.halves())...);
  return result;
}

}  // namespace kebi
