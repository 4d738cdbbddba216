#pragma once

#include <initializer_list>

#include "kebi/series/evaluate/operand.hpp"
#include "kebi/series/evaluate/parallel_rows.hpp"

namespace kebi {

namespace detail {

/// Why there is no figure made of these: the cause of the first that is not there.
inline std::uint8_t first_cause(std::initializer_list<std::uint8_t> cells) {
  for (const std::uint8_t each : cells)
    if (each != is_figure) return each;
  return is_figure;
}

/// Why there is no figure made of several, of which these two have causes: one for all orders of
/// them, so that a sum lacks where a part is absent, whatever is the matter with the others.
constexpr std::uint8_t cause_of_both(std::uint8_t one, std::uint8_t other) {
  if (one == is_figure || other == is_figure) return one | other;
  return one < other ? one : other;
}

template <class Formula, class... Operands>
void place(const Formula& formula, figures_out& into, Eigen::Index r, int t,
           const Operands&... inputs) {
  const double value = formula(inputs.value(r, t)...);
  if (is_finite(value))
    into.put(r, t, value);
  else
    into.clear(r, t, is_undefined);
}
template <class Formula, class... Operands>
void place(const Formula& formula, bounds_out& into, Eigen::Index r, int t,
           const Operands&... inputs) {
  const bounds found = evaluate(formula, inputs.within(r, t)...);
  if (found.is_empty())
    into.clear(r, t, is_undefined);
  else
    into.put(r, t, found);
}

template <class Formula, class Into, class... Operands>
void place_all(const Formula& formula, Into into, int threads, const Operands&... inputs) {
  const Eigen::Index rows = rows_in_common(inputs...);
  const int columns = std::max({inputs.columns()...});
  require_shape(into, rows, columns);
  (inputs.require(into), ...);
  over_rows(rows, threads, [&](Eigen::Index from, Eigen::Index end) {
    Into mine = into;
    for (Eigen::Index r = from; r < end; ++r)
      for (int t = 0; t < columns; ++t) {
        const std::uint8_t why = first_cause({inputs.why(r, t)...});
        if (why == is_figure)
          place(formula, mine, r, t, inputs...);
        else
          mine.clear(r, t, why);
      }
  });
}

}  // namespace detail

/// Applies a formula to the figures at each place of several inputs, e.g. `formula::base`
/// to levels and growths, into a given block. A place where one of them is absent stays
/// absent, with the cause of the first that is; where the formula has no value the cell
/// is `undefined`.
template <class Formula, class... Inputs>
void cellwise(const Formula& formula, const figures_out& into, int threads,
              const Inputs&... inputs) {
  detail::place_all(formula, into, threads, operand{inputs}...);
}

/// The same with bounds: sharp to a few steps of a double, as `evaluate` is. Bounds
/// without a finite end are still bounds.
template <class Formula, class... Inputs>
void cellwise(const Formula& formula, const bounds_out& into, int threads,
              const Inputs&... inputs) {
  detail::place_all(formula, into, threads, operand{inputs}...);
}

/// The grid, or grid of bounds, that `work` writes. Most functions over series come in
/// three: into a given block of either kind, as a grid, and as bounds.
template <class Work>
grid written(const timeline& time, Eigen::Index rows, const Work& work) {
  grid made{time, block(rows, time.length()), cell_block(rows, time.length()), {}};
  work(made.out());
  return made;
}
template <class Work>
bounds_grid bounds_written(const timeline& time, Eigen::Index rows, const Work& work) {
  bounds_grid made{time, block(rows, time.length()), block(rows, time.length()),
                   cell_block(rows, time.length())};
  work(made.out());
  return made;
}

/// Figures arranged anew along time: at each column of `time` those of column `from(t)`,
/// and none where that lies outside.
template <class From>
grid columns_of(const grid& of, const timeline& time, const From& from) {
  grid made = grid::blank(time, of.rows());
  made.decimals = of.decimals;
  const bool uneven = of.is_printed() && !of.has_even_rows();
  if (uneven) made.decimals.assign(static_cast<std::size_t>(of.rows() * time.length()), 0);
  for (int t = 0; t < time.length(); ++t) {
    const int column = from(t);
    if (column < 0 || column >= of.columns()) continue;
    made.values.col(t) = of.values.col(column);
    made.cells.col(t) = of.cells.col(column);
    for (Eigen::Index r = 0; uneven && r < of.rows(); ++r)
      made.decimals[static_cast<std::size_t>(r * time.length() + t)] =
          of.decimals[static_cast<std::size_t>(r * of.columns() + column)];
  }
  return made;
}
template <class From>
bounds_grid columns_of(const bounds_grid& of, const timeline& time, const From& from) {
  bounds_grid made = bounds_grid::blank(time, of.rows());
  for (int t = 0; t < time.length(); ++t) {
    const int column = from(t);
    if (column < 0 || column >= of.columns()) continue;
    made.lo.col(t) = of.lo.col(column);
    made.hi.col(t) = of.hi.col(column);
    made.cells.col(t) = of.cells.col(column);
  }
  return made;
}

/// What each figure of a grid stands for, as it is printed.
inline bounds_grid bounds_of(const grid& printed) {
  const operand from{printed};
  return bounds_written(printed.time, printed.rows(), [&](bounds_out into) {
    from.require(into);
    for (Eigen::Index r = 0; r < into.rows(); ++r)
      for (int t = 0; t < into.columns(); ++t) detail::take(into, r, t, from);
  });
}

/// Each figure moved `columns` later, so that it stands beside the one it precedes.
inline grid lagged(const grid& of, int columns) {
  if (columns < 0) throw error{"figures can be moved later, not earlier"};
  return columns_of(of, of.time, [&](int t) { return t - columns; });
}

}  // namespace kebi
