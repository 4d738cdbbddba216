#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "kebi/series/evaluate/kernels.hpp"
#include "kebi/series/evaluate/row_groups.hpp"
#include "kebi/series/parts/ranks.hpp"

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
KEBI_INLINE std::vector<contender> contenders(const grid& printed,
                                              const std::vector<Eigen::Index>& rows, int t) {
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
KEBI_INLINE std::vector<contender> contenders(const bounds_grid& of,
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
KEBI_INLINE std::ptrdiff_t not_below(const std::vector<double>& sorted, double x) {
  return sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), x);
}
KEBI_INLINE std::ptrdiff_t above(const std::vector<double>& sorted, double x) {
  return sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), x);
}

KEBI_INLINE void put_rank_bounds(const std::vector<contender>& all, bool may_meet, int t,
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
    if (of.at(r, t) == observation_status::figure)
      there.push_back(r);
    else
      into.clear(r, t, of.status(r, t));
  }
  return there;
}

/// The groups of all rows; of a panel its regions compete, whatever their figures are.
KEBI_INLINE std::vector<std::vector<Eigen::Index>> rivals_in(const argument& of,
                                                             const rank_among& among) {
  std::vector<Eigen::Index> groups = among.groups;
  if (groups.empty() && of.kind() == table_kind::many) {
    const auto width = static_cast<Eigen::Index>(of.labels().indicators.size());
    for (Eigen::Index row = 0; row < of.rows(); ++row) groups.push_back(row % width);
  }
  return rows_by_group(groups, of.rows());
}

struct ranks_in_groups {
  static void write(const arguments& in, const bool& lowest_first, const rank_among& among,
                    const figures_out& out, int) {
    figures_out into = out;
    in.at(0).require(into);
    const grid& of = *in[0].figures();
    for (const auto& rows : rivals_in(in[0], among))
      for (int t = 0; t < of.columns(); ++t) {
        auto order = with_figure(of, rows, t, into);
        std::sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
          return lowest_first ? of.values(a, t) < of.values(b, t)
                              : of.values(a, t) > of.values(b, t);
        });
        for (std::size_t k = 0; k < order.size(); ++k) {
          const bool equal = k > 0 && of.values(order[k], t) == of.values(order[k - 1], t);
          into.put(order[k], t, equal ? into.values(order[k - 1], t) : static_cast<double>(k + 1));
        }
      }
  }

  static void write(const arguments& in, const bool& lowest_first, const rank_among& among,
                    const bounds_out& out, int) {
    bounds_out into = out;
    in.at(0).require(into);
    in.visit(0, [&](const auto& of) {
      for (const auto& rows : rivals_in(in[0], among))
        for (int t = 0; t < of.columns(); ++t) {
          auto all = contenders(of, with_figure(of, rows, t, into), t);
          if (lowest_first)
            for (auto& each : all) each = {each.row, -each.hi, -each.lo};
          put_rank_bounds(all, may_meet(of), t, into);
        }
    });
  }
};

}  // namespace detail

KEBI_OBJECT constinit const operation<1, bool, rank_among> rank{
    {"rank", {{{"figures", takes::anything}}}, measure::rank},
    {&detail::ranks_in_groups::write, &detail::ranks_in_groups::write}
};

}  // namespace kebi
