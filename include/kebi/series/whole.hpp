#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kebi/series/compound.hpp"
#include "kebi/series/contribution.hpp"

namespace kebi {

namespace formula {

struct contribution_of_levels {  // 100 (A - A0)/(B - B0)
  template <class N>
  constexpr N operator()(const N& part, const N& part_base, const N& whole,
                         const N& whole_base) const {
    return N(part - part_base) / N(whole - whole_base) * 100;
  }
};
struct pull_of_levels {  // 100 (A - A0)/B0
  template <class N>
  constexpr N operator()(const N& part, const N& part_base, const N& whole_base) const {
    return N(part - part_base) / whole_base * 100;
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
    if (!from.decimals.empty())
      some.decimals.push_back(from.decimals[static_cast<std::size_t>(rows[k])]);
  }
  return some;
}
/// One whole beside each of its parts.
inline grid beside_each(const grid& whole, Eigen::Index parts) {
  if (whole.rows() != 1)
    throw error{"parts have one whole: found " + std::to_string(whole.rows()) + " rows"};
  return rows_of(whole, std::vector<Eigen::Index>(static_cast<std::size_t>(parts), 0));
}

/// Shares of parts in their wholes (比重), in percent, row by row.
inline grid shares(const grid& parts, const grid& wholes) {
  return combined(formula::share{}, parts, wholes);
}
inline bounds_grid share_bounds(const grid& parts, const grid& wholes) {
  return combined_bounds(formula::share{}, parts, wholes);
}

/// Changes of shares since a year before, in points, from levels of one footing.
inline grid share_changes(const grid& parts, const grid& wholes) {
  const int year = parts.time.year();
  return combined(formula::share_change_of_levels{}, parts, wholes, lagged(parts, year),
                  lagged(wholes, year));
}
inline bounds_grid share_change_bounds(const grid& parts, const grid& wholes) {
  const int year = parts.time.year();
  return combined_bounds(formula::share_change_of_levels{}, parts, wholes, lagged(parts, year),
                         lagged(wholes, year));
}

/// Contributions (贡献率) of parts to the year-over-year increment of their wholes, in
/// percent. Undefined where the whole did not grow at all; near that, take the bounds:
/// they lose their ends where rounding leaves the sign of the increment open.
inline grid contributions(const grid& parts, const grid& wholes) {
  const int year = parts.time.year();
  return combined(formula::contribution_of_levels{}, parts, lagged(parts, year), wholes,
                  lagged(wholes, year));
}
inline bounds_grid contribution_bounds(const grid& parts, const grid& wholes) {
  const int year = parts.time.year();
  return combined_bounds(formula::contribution_of_levels{}, parts, lagged(parts, year), wholes,
                         lagged(wholes, year));
}
/// How firmly each whole's increment stands, for the warning beside a contribution.
inline footing footing_at(const grid& wholes, Eigen::Index row, int column) {
  const int before = column - wholes.time.year();
  if (before < 0 || wholes.at(row, column) != cell::figure ||
      wholes.at(row, before) != cell::figure)
    return footing::none;
  const double half = wholes.half(row);
  return detail::footing_of(detail::around_printed(wholes.values(row, column), half) -
                            detail::around_printed(wholes.values(row, before), half));
}

/// Pulls (拉动) of parts on the growth of their wholes, in points. Undefined on a base
/// that is not above zero.
inline grid pulls(const grid& parts, const grid& wholes) {
  const int year = parts.time.year();
  const auto pull = [](double part, double part_base, double whole_base) {
    return whole_base > 0 ? formula::pull_of_levels{}(part, part_base, whole_base)
                          : detail::not_a_number;
  };
  return combined(pull, parts, lagged(parts, year), lagged(wholes, year));
}
inline bounds_grid pull_bounds(const grid& parts, const grid& wholes) {
  const int year = parts.time.year();
  return combined_bounds(formula::pull_of_levels{}, parts, lagged(parts, year),
                         lagged(wholes, year));
}

/// What wholes hold beside their parts. For levels only.
inline grid residuals(const grid& wholes, const grid& parts) {
  return combined(formula::difference{}, wholes, parts);
}
/// Growth of those rests from published growth of both, on the comparable base.
inline grid residual_growth(const grid& wholes, const grid& whole_growths, const grid& parts,
                            const grid& part_growths) {
  return combined(formula::growth_of_residual{}, wholes, whole_growths, parts, part_growths);
}
inline bounds_grid residual_growth_bounds(const grid& wholes, const grid& whole_growths,
                                          const grid& parts, const grid& part_growths) {
  return combined_bounds(formula::growth_of_residual{}, wholes, whole_growths, parts, part_growths);
}

/// The place of each row among all, at each time: 1 for the highest; equals share the
/// better place and the next one is skipped. Absent figures have no place.
inline grid ranks(const grid& of, bool lowest_first = false) {
  grid result = grid::blank(of.time, of.rows());
  std::vector<Eigen::Index> order;
  for (int t = 0; t < of.columns(); ++t) {
    order.clear();
    for (Eigen::Index r = 0; r < of.rows(); ++r) {
      if (of.at(r, t) == cell::figure)
        order.push_back(r);
      else
        result.cells(r, t) = of.cells(r, t);
    }
    std::sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
      return lowest_first ? of.values(a, t) < of.values(b, t) : of.values(a, t) > of.values(b, t);
    });
    for (std::size_t k = 0; k < order.size(); ++k) {
      const bool equal = k > 0 && of.values(order[k], t) == of.values(order[k - 1], t);
      result.set(order[k], t, equal ? result.values(order[k - 1], t) : static_cast<double>(k + 1));
    }
  }
  return result;
}

}  // namespace kebi
