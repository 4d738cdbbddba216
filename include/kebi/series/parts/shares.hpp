#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kebi/series/growth/compound.hpp"
#include "kebi/series/parts/near_zero_growth.hpp"

namespace kebi {

namespace formula {

struct contribution_of_levels {  // 100 (A - A0)/(B - B0)
  template <class N>
  constexpr N operator()(const N& part, const N& part_base, const N& whole,
                         const N& whole_base) const {
    return N(part - part_base) / N(whole - whole_base) * 100;
  }
};
struct pull_of_levels {  // 100 (A - A0)/B0, on a base above zero
  template <class N>
  constexpr N operator()(const N& part, const N& part_base, const N& whole_base) const {
    return N(part - part_base) / detail::kept_above(0, whole_base) * 100;
  }
};

}  // namespace formula

/// Some rows of a grid, in the order asked for; one row may be asked for many times.
inline grid rows_of(const grid& from, const std::vector<Eigen::Index>& rows) {
  grid some = grid::blank(from.time, static_cast<Eigen::Index>(rows.size()));
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (rows[k] < 0 || rows[k] >= from.rows())
      throw error{"there is no row " + std::to_string(rows[k]) + " among " +
                  std::to_string(from.rows())};
    some.values.row(static_cast<Eigen::Index>(k)) = from.values.row(rows[k]);
    some.cells.row(static_cast<Eigen::Index>(k)) = from.cells.row(rows[k]);
    if (!from.is_printed()) continue;
    const auto each = static_cast<Eigen::Index>(from.has_even_rows() ? 1 : from.columns());
    const auto first = from.decimals.begin() + rows[k] * each;
    some.decimals.insert(some.decimals.end(), first, first + each);
  }
  return some;
}
inline bounds_grid bound_rows_of(const bounds_grid& from, const std::vector<Eigen::Index>& rows) {
  bounds_grid some = bounds_grid::blank(from.time, static_cast<Eigen::Index>(rows.size()));
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (rows[k] < 0 || rows[k] >= from.rows())
      throw error{"there is no row " + std::to_string(rows[k]) + " among " +
                  std::to_string(from.rows())};
    const auto row = static_cast<Eigen::Index>(k);
    some.lo.row(row) = from.lo.row(rows[k]);
    some.hi.row(row) = from.hi.row(rows[k]);
    some.cells.row(row) = from.cells.row(rows[k]);
  }
  return some;
}

/// Shares of parts in their wholes (比重), in percent, row by row; one whole may serve all.
template <class Parts, class Wholes, class Into>
void shares(const Parts& parts, const Wholes& wholes, const Into& into, int threads = 1) {
  cellwise(formula::share{}, into, threads, parts, wholes);
}
inline grid shares(const grid& parts, const grid& wholes) {
  return written(parts.time, parts.rows(),
                 [&](const figures_out& into) { shares(parts, wholes, into); });
}
template <class Parts, class Wholes>
bounds_grid share_bounds(const Parts& parts, const Wholes& wholes) {
  return bounds_written(parts.time, parts.rows(),
                        [&](const bounds_out& into) { shares(parts, wholes, into); });
}

/// Changes of shares since a year before, in points, from levels of one footing.
template <class Parts, class Wholes, class Into>
void share_changes(const Parts& parts, const Wholes& wholes, const Into& into, int threads = 1) {
  const int year = parts.time.year();
  cellwise(formula::share_change_of_levels{}, into, threads, parts, wholes, operand{parts, year},
           operand{wholes, year});
}
inline grid share_changes(const grid& parts, const grid& wholes) {
  return written(parts.time, parts.rows(),
                 [&](const figures_out& into) { share_changes(parts, wholes, into); });
}
template <class Parts, class Wholes>
bounds_grid share_change_bounds(const Parts& parts, const Wholes& wholes) {
  return bounds_written(parts.time, parts.rows(),
                        [&](const bounds_out& into) { share_changes(parts, wholes, into); });
}

/// The same from today's levels and the growths of parts and wholes, which may be on a
/// comparable base that no published level of a year before is on.
template <class Figures, class Into>
void share_changes(const Figures& parts, const Figures& wholes, const Figures& part_growths,
                   const Figures& whole_growths, const Into& into, int threads = 1) {
  cellwise(formula::share_change_of_growths{}, into, threads, parts, wholes, part_growths,
           detail::rates(whole_growths));
}
inline grid share_changes(const grid& parts, const grid& wholes, const grid& part_growths,
                          const grid& whole_growths) {
  return written(parts.time, parts.rows(), [&](const figures_out& into) {
    share_changes(parts, wholes, part_growths, whole_growths, into);
  });
}
inline bounds_grid share_change_bounds(const grid& parts, const grid& wholes,
                                       const grid& part_growths, const grid& whole_growths) {
  return bounds_written(parts.time, parts.rows(), [&](const bounds_out& into) {
    share_changes(parts, wholes, part_growths, whole_growths, into);
  });
}

/// Contributions (贡献率) of parts to the year-over-year increment of their wholes, in
/// percent. Undefined where the whole did not grow at all. Where its increment is less
/// than ten times what rounding can move it they are `shaky`, intervals and not numbers: take
/// the bounds, which lose their ends where rounding leaves the sign of the increment open.
/// That takes wholes whose print is known: others are exact, and none of theirs is `shaky`.
template <class Parts, class Wholes, class Into>
void contributions(const Parts& parts, const Wholes& wholes, const Into& into, int threads = 1) {
  const int year = parts.time.year();
  const operand now{wholes}, before{wholes, year};
  cellwise(formula::contribution_of_levels{}, into, threads, parts, operand{parts, year}, now,
           before);
  if constexpr (std::same_as<Into, figures_out>)
    if (now.has_bounds()) leave_out_shaky(into, now, before);
}
inline grid contributions(const grid& parts, const grid& wholes) {
  return written(parts.time, parts.rows(),
                 [&](const figures_out& into) { contributions(parts, wholes, into); });
}
template <class Parts, class Wholes>
bounds_grid contribution_bounds(const Parts& parts, const Wholes& wholes) {
  return bounds_written(parts.time, parts.rows(),
                        [&](const bounds_out& into) { contributions(parts, wholes, into); });
}

/// Pulls (拉动) of parts on the growth of their wholes, in points. Undefined on a base
/// that is not above zero; where rounding leaves that open, bounds hold those on a base above
/// zero.
template <class Parts, class Wholes, class Into>
void pulls(const Parts& parts, const Wholes& wholes, const Into& into, int threads = 1) {
  const int year = parts.time.year();
  cellwise(formula::pull_of_levels{}, into, threads, parts, operand{parts, year},
           operand{wholes, year});
}
inline grid pulls(const grid& parts, const grid& wholes) {
  return written(parts.time, parts.rows(),
                 [&](const figures_out& into) { pulls(parts, wholes, into); });
}
template <class Parts, class Wholes>
bounds_grid pull_bounds(const Parts& parts, const Wholes& wholes) {
  return bounds_written(parts.time, parts.rows(),
                        [&](const bounds_out& into) { pulls(parts, wholes, into); });
}

/// What wholes hold beside their parts. For levels only.
template <class Wholes, class Parts, class Into>
void residuals(const Wholes& wholes, const Parts& parts, const Into& into, int threads = 1) {
  cellwise(formula::difference{}, into, threads, wholes, parts);
}
inline grid residuals(const grid& wholes, const grid& parts) {
  return written(wholes.time, std::max(wholes.rows(), parts.rows()),
                 [&](const figures_out& into) { residuals(wholes, parts, into); });
}
template <class Wholes, class Parts>
bounds_grid residual_bounds(const Wholes& wholes, const Parts& parts) {
  return bounds_written(wholes.time, std::max(wholes.rows(), parts.rows()),
                        [&](const bounds_out& into) { residuals(wholes, parts, into); });
}

}  // namespace kebi
