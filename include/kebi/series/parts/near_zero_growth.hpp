#pragma once

#include "kebi/formula/contribution.hpp"
#include "kebi/series/evaluate/operand.hpp"

namespace kebi {

/// Leaves out contributions whose whole hardly grew, as `shaky`: near zero growth they are
/// intervals, not numbers. `grown(row, column)` gives the bounds of what made the whole's
/// increment, or of its growth.
template <class Grown>
void leave_out_shaky(figures_out into, const Grown& grown) {
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t)
      if (into.cells(r, t) == detail::is_figure && detail::footing_of(grown(r, t)) != footing::firm)
        into.clear(r, t, detail::is_shaky);
}

/// The same by the levels of two years of the wholes, one for all rows or one for each.
inline void leave_out_shaky(const figures_out& into, const operand& wholes, const operand& before) {
  leave_out_shaky(into, [&](Eigen::Index row, int column) {
    return wholes.within(row, column) - before.within(row, column);
  });
}

/// The same by the growth of the wholes.
inline void leave_out_shaky(const figures_out& into, const operand& whole_growths) {
  leave_out_shaky(into,
                  [&](Eigen::Index row, int column) { return whole_growths.within(row, column); });
}

}  // namespace kebi
