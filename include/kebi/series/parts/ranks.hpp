#pragma once

#include <algorithm>
#include <vector>

#include "kebi/series/evaluate/cellwise.hpp"
#include "kebi/series/evaluate/row_groups.hpp"

namespace kebi {

namespace detail {

/// The two ends of a figure that competes for a place, the higher one being better.
struct contender {
  Eigen::Index row;
  double lo, hi;

  bool is_point() const { return lo == hi; }
};

/// The ends of printed figures in half units of the finest digit among them, in which they
/// are whole numbers: 3.2 and 3.3 meet at 3.25, which no double is.
inline std::vector<contender> contenders(const grid& printed, const std::vector<Eigen::Index>& rows,
                                         int t) {
  int finest = -17;
  for (const Eigen::Index r : rows) finest = std::max(finest, printed.decimals_at(r, t));
  const auto in_half_units = [finest](double value) {
    const double power = std::pow(10.0, std::abs(finest));
    return std::nearbyint(finest < 0 ? value * 2 / power : value * (2 * power));
  };
  std::vector<contender> all;
  for (const Eigen::Index r : rows) {
    const double middle = in_half_units(printed.values(r, t));
    const double half = std::pow(10.0, finest - printed.decimals_at(r, t));
    all.push_back({r, middle - half, middle + half});
  }
  return all;
}
inline std::vector<contender> contenders(const bounds_grid& of,
                                         const std::vector<Eigen::Index>& rows, int t) {
  std::vector<contender> all;
  for (const Eigen::Index r : rows) all.push_back({r, of.lo(r, t), of.hi(r, t)});
  return all;
}

/// Whether figures may be equal that have no more than an end in common. Printed ones may not:
/// no rule of rounding prints one number as two. Derived ones may, of which an end is possible.
constexpr bool may_meet(const grid&) { return false; }
constexpr bool may_meet(const bounds_grid&) { return true; }

/// How many numbers of a sorted list are not below, or above, another.
inline std::ptrdiff_t not_below(const std::vector<double>& sorted, double x) {
  return sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), x);
}
inline std::ptrdiff_t above(const std::vector<double>& sorted, double x) {
  return sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), x);
}

inline void put_rank_bounds(const std::vector<contender>& all, bool may_meet, int t,
                            bounds_out& into) {
  std::vector<double> lows, highs;
  for (const contender& each : all) {
    lows.push_back(each.lo);
    highs.push_back(each.hi);
  }
  for (auto* list : {&lows, &highs}) std::sort(list->begin(), list->end());
  for (const contender& each : all) {
    // Surely before it: all that lie wholly above it.
    const std::ptrdiff_t before = may_meet ? above(lows, each.hi) : not_below(lows, each.hi);
    const std::ptrdiff_t may_be_before = above(highs, each.lo) - (each.is_point() ? 0 : 1);
    into.put(each.row, t,
             {static_cast<double>(1 + before), static_cast<double>(1 + may_be_before)});
  }
}

template <class Figures, class Into>
std::vector<Eigen::Index> with_figure(const Figures& of, const std::vector<Eigen::Index>& rows,
                                      int t, Into& into) {
  std::vector<Eigen::Index> there;
  for (const Eigen::Index r : rows) {
    if (of.at(r, t) == cell::figure)
      there.push_back(r);
    else
      into.clear(r, t, of.cells(r, t));
  }
  return there;
}

}  // namespace detail

/// The place of each row among those of its group, at each time: 1 for the highest; equals
/// share the better place and the next one is skipped. Absent figures have no place and take
/// none. `groups` has the number of each row's group, such as its indicator; without it all
/// rows compete.
inline void ranks(const grid& of, bool lowest_first, const std::vector<Eigen::Index>& groups,
                  figures_out into) {
  detail::require_shape(into, of.rows(), of.columns());
  for (const auto& rows : detail::rows_by_group(groups, of.rows()))
    for (int t = 0; t < of.columns(); ++t) {
      auto order = detail::with_figure(of, rows, t, into);
      std::sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
        return lowest_first ? of.values(a, t) < of.values(b, t) : of.values(a, t) > of.values(b, t);
      });
      for (std::size_t k = 0; k < order.size(); ++k) {
        const bool equal = k > 0 && of.values(order[k], t) == of.values(order[k - 1], t);
        into.put(order[k], t, equal ? into.values(order[k - 1], t) : static_cast<double>(k + 1));
      }
    }
}

/// The best and the worst place that the print leaves each row: as if all others were as
/// low, or as high, as they can be. Figures printed alike to one digit may stand either way;
/// printed ones that have no more than an end in common may not, because no rule of rounding
/// prints one number as two. Bounds of derived figures may be equal in such an end, and then
/// share a place.
template <class Figures>
void ranks(const Figures& of, bool lowest_first, const std::vector<Eigen::Index>& groups,
           bounds_out into) {
  detail::require_shape(into, of.rows(), of.columns());
  operand{of}.require(into);
  for (const auto& rows : detail::rows_by_group(groups, of.rows()))
    for (int t = 0; t < of.columns(); ++t) {
      auto all = detail::contenders(of, detail::with_figure(of, rows, t, into), t);
      if (lowest_first)
        for (auto& each : all) each = {each.row, -each.hi, -each.lo};
      detail::put_rank_bounds(all, detail::may_meet(of), t, into);
    }
}
inline grid ranks(const grid& of, bool lowest_first = false,
                  const std::vector<Eigen::Index>& groups = {}) {
  return written(of.time, of.rows(),
                 [&](const figures_out& into) { ranks(of, lowest_first, groups, into); });
}
template <class Figures>
bounds_grid rank_bounds(const Figures& of, bool lowest_first = false,
                        const std::vector<Eigen::Index>& groups = {}) {
  return bounds_written(of.time, of.rows(),
                        [&](const bounds_out& into) { ranks(of, lowest_first, groups, into); });
}

}  // namespace kebi
