#pragma once

#include <algorithm>
#include <concepts>

#include "kebi/core/evaluate.hpp"
#include "kebi/series/evaluate/operand.hpp"
#include "kebi/series/evaluate/parallel_rows.hpp"

/// A formula at each place of several inputs: templates for the bodies of operations.
namespace kebi::detail {

template <class T>
concept output = std::same_as<T, figures_out> || std::same_as<T, bounds_out>;

template <class Formula, class... Operands>
void place(const Formula& formula, figures_out& into, Eigen::Index r, int t,
           const Operands&... inputs) {
  const double value = formula(inputs.value(r, t)...);
  if (is_finite(value))
    into.put(r, t, value);
  else
    into.clear(r, t, is_undefined);
}
/// Bounds are sharp to a few steps of a double, as `evaluate` is; without a finite end they are
/// still bounds.
template <class Formula, class... Operands>
void place(const Formula& formula, bounds_out& into, Eigen::Index r, int t,
           const Operands&... inputs) {
  const bounds found = evaluate(formula, inputs.within(r, t)...);
  if (found.is_empty())
    into.clear(r, t, is_undefined);
  else
    into.put(r, t, found);
}

/// Applies a formula to the figures at each place of several inputs, e.g. `formula::base` to levels
/// and growths, into a given block. A place where one of them is absent stays absent, with the
/// status of the first that is; where the formula has no value it is `undefined`.
template <class Formula, output Into, class... Operands>
void cellwise(const Formula& formula, const Into& into, int threads, const Operands&... inputs) {
  const Eigen::Index rows = rows_in_common({&inputs...});
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
  clear_across_releases({&inputs...}, into);
}

}  // namespace kebi::detail
