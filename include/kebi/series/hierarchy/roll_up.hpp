#pragma once

#include <algorithm>
#include <concepts>
#include <vector>

#include "kebi/series/hierarchy/hierarchy.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/year_to_date/single_months.hpp"

namespace kebi {

namespace detail {

template <class T>
concept output = std::same_as<T, figures_out> || std::same_as<T, bounds_out>;

/// Where the items of a hierarchy stand in a table: one row after the other, or, in a
/// panel, `beside` rows for each item (its indicators), and that as often as there are.
class item_rows {
 public:
  item_rows(const hierarchy& tree, Eigen::Index rows, Eigen::Index beside)
      : size_{static_cast<Eigen::Index>(tree.size())}, beside_{beside} {
    if (beside < 1 || size_ == 0 || rows % (size_ * beside) != 0)
      throw error{"a hierarchy of " + std::to_string(size_) + " items needs as many rows" +
                  (beside > 1 ? " of " + std::to_string(beside) + " series each" : "") +
                  ": found " + std::to_string(rows)};
    groups_ = rows / size_;
  }
  /// Series of each item.
  Eigen::Index groups() const { return groups_; }
  Eigen::Index row(std::size_t item, Eigen::Index group) const {
    return (group / beside_ * size_ + static_cast<Eigen::Index>(item)) * beside_ + group % beside_;
  }

 private:
  Eigen::Index size_, beside_, groups_ = 0;
};

inline double written_at(const figures_out& in, Eigen::Index row, int column) {
  return in.values(row, column);
}
inline bounds written_at(const bounds_out& in, Eigen::Index row, int column) {
  return {in.lo(row, column), in.hi(row, column)};
}

/// Whether there is something to find: what is below half a unit (…) or told together with
/// a later month is told already.
inline bool is_to_find(std::uint8_t why) {
  return why != is_figure && why != is_together &&
         why != static_cast<std::uint8_t>(cell::below_unit);
}

/// Copies figures and goes through the wholes that their parts make up, at each place.
template <class Levels, class Into, class Visit>
void over_wholes(const hierarchy& tree, const Levels& levels, Into& into, Eigen::Index beside,
                 const std::vector<std::size_t>& order, const Visit& visit) {
  const item_rows rows{tree, levels.rows(), beside};
  require_shape(into, levels.rows(), levels.columns());
  const operand from{levels};
  from.require(into);
  for (Eigen::Index r = 0; r < levels.rows(); ++r)
    for (int t = 0; t < levels.columns(); ++t) take(into, r, t, from);
  std::vector<Eigen::Index> at;
  for (const std::size_t whole : order) {
    const std::vector<std::size_t>& parts = tree.parts_of(whole);
    if (parts.empty() || !tree.at(whole).parts_make_it_up) continue;
    for (Eigen::Index group = 0; group < rows.groups(); ++group) {
      at.clear();
      for (const std::size_t part : parts) at.push_back(rows.row(part, group));
      for (int t = 0; t < levels.columns(); ++t) visit(rows.row(whole, group), at, t);
    }
  }
}

}  // namespace detail

/// Rows in the order of a hierarchy; -1 stands for an item that the table lacks.
inline grid rows_of_items(const grid& from, std::vector<Eigen::Index> rows) {
  const std::vector<Eigen::Index> asked = rows;
  std::replace(rows.begin(), rows.end(), Eigen::Index{-1}, Eigen::Index{0});
  grid made = rows_of(from, rows);
  for (std::size_t k = 0; k < asked.size(); ++k)
    for (int t = 0; asked[k] == -1 && t < made.columns(); ++t)
      made.clear(static_cast<Eigen::Index>(k), t, cell::absent);
  return made;
}
inline bounds_grid rows_of_items(const bounds_grid& from, std::vector<Eigen::Index> rows) {
  const std::vector<Eigen::Index> asked = rows;
  std::replace(rows.begin(), rows.end(), Eigen::Index{-1}, Eigen::Index{0});
  bounds_grid made = bound_rows_of(from, rows);
  bounds_out into = made.out();
  for (std::size_t k = 0; k < asked.size(); ++k)
    for (int t = 0; asked[k] == -1 && t < made.columns(); ++t)
      into.clear(static_cast<Eigen::Index>(k), t, detail::is_absent);
  return made;
}

/// Fills each absent whole with the sum of its parts (汇总) where all are there and make it
/// up. Published wholes stay, with the bounds of their print: whether they agree with their
/// parts is for `disagreements`. `levels` has a row for each item in the order of the tree,
/// or `beside` rows, and that as often as there are.
///
/// Bounds of a sum are the sum of bounds: each printed figure enters it once.
template <class Levels, detail::output Into>
void rolled_up(const hierarchy& tree, const Levels& levels, Into into, Eigen::Index beside = 1) {
  detail::over_wholes(tree, levels, into, beside, tree.from_below(),
                      [&](Eigen::Index whole, const std::vector<Eigen::Index>& parts, int t) {
                        if (!detail::is_to_find(into.cells(whole, t))) return;
                        detail::amount_in<Into> sum{0};
                        for (const Eigen::Index part : parts) {
                          if (into.cells(part, t) != detail::is_figure) return;
                          sum = sum + detail::written_at(into, part, t);
                        }
                        into.put(whole, t, sum);
                      });
}
inline grid rolled_up(const hierarchy& tree, const grid& levels, Eigen::Index beside = 1) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { rolled_up(tree, levels, into, beside); });
}
template <class Levels>
bounds_grid rolled_up_bounds(const hierarchy& tree, const Levels& levels, Eigen::Index beside = 1) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { rolled_up(tree, levels, into, beside); });
}

/// Fills the one absent part of a whole that its parts make up (推算缺项): the whole less
/// the others, from the top down. After `rolled_up` nothing more can be found.
template <class Levels, detail::output Into>
void rolled_down(const hierarchy& tree, const Levels& levels, Into into, Eigen::Index beside = 1) {
  std::vector<std::size_t> order = tree.from_below();
  std::reverse(order.begin(), order.end());
  detail::over_wholes(tree, levels, into, beside, order,
                      [&](Eigen::Index whole, const std::vector<Eigen::Index>& parts, int t) {
                        if (into.cells(whole, t) != detail::is_figure) return;
                        Eigen::Index lacking = -1;
                        auto rest = detail::written_at(into, whole, t);
                        for (const Eigen::Index part : parts) {
                          if (into.cells(part, t) == detail::is_figure) {
                            rest = rest - detail::written_at(into, part, t);
                          } else {
                            if (lacking != -1) return;
                            lacking = part;
                          }
                        }
                        if (lacking != -1 && detail::is_to_find(into.cells(lacking, t)))
                          into.put(lacking, t, rest);
                      });
}
inline grid rolled_down(const hierarchy& tree, const grid& levels, Eigen::Index beside = 1) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { rolled_down(tree, levels, into, beside); });
}
template <class Levels>
bounds_grid rolled_down_bounds(const hierarchy& tree, const Levels& levels,
                               Eigen::Index beside = 1) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { rolled_down(tree, levels, into, beside); });
}

/// All that the sums of a hierarchy tell: `rolled_up`, then `rolled_down`. Where a figure is found
/// both from its parts and from its whole, its bounds are what both leave possible, or those of its
/// parts if that is nothing, which `disagreements` tells. Printed figures keep the bounds of their
/// print.
template <class Levels, detail::output Into>
void filled(const hierarchy& tree, const Levels& levels, Into into, Eigen::Index beside = 1) {
  rolled_up(tree, levels, into, beside);
  const detail::item_rows rows{tree, levels.rows(), beside};
  const operand from{levels};
  const auto from_whole = [&](std::size_t whole, std::size_t part, Eigen::Index group, int t) {
    const Eigen::Index at = rows.row(part, group);
    auto rest = detail::written_at(into, rows.row(whole, group), t);
    for (const std::size_t other : tree.parts_of(whole)) {
      const Eigen::Index row = rows.row(other, group);
      if (other != part && into.cells(row, t) != detail::is_figure) return;
      if (other != part) rest = rest - detail::written_at(into, row, t);
    }
    if (detail::is_to_find(into.cells(at, t))) into.put(at, t, rest);
    if constexpr (std::same_as<Into, bounds_out>) {
      if (into.cells(at, t) != detail::is_figure) return;
      const bounds both = detail::written_at(into, at, t) & rest;
      if (!both.is_empty()) into.put(at, t, both);
    }
  };
  std::vector<std::size_t> order = tree.from_below();
  std::reverse(order.begin(), order.end());
  for (const std::size_t whole : order)
    for (const std::size_t part : tree.parts_of(whole))
      for (Eigen::Index group = 0; group < rows.groups() && tree.at(whole).parts_make_it_up;
           ++group)
        for (int t = 0; t < levels.columns(); ++t)
          if (into.cells(rows.row(whole, group), t) == detail::is_figure &&
              from.why(rows.row(part, group), t) != detail::is_figure)
            from_whole(whole, part, group, t);
}
inline grid filled(const hierarchy& tree, const grid& levels, Eigen::Index beside = 1) {
  return written(levels.time, levels.rows(),
                 [&](const figures_out& into) { filled(tree, levels, into, beside); });
}
template <class Levels>
bounds_grid filled_bounds(const hierarchy& tree, const Levels& levels, Eigen::Index beside = 1) {
  return bounds_written(levels.time, levels.rows(),
                        [&](const bounds_out& into) { filled(tree, levels, into, beside); });
}

}  // namespace kebi
