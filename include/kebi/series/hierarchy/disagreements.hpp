#pragma once

#include <vector>

#include "kebi/series/hierarchy/roll_up.hpp"

namespace kebi {

/// A whole that its parts cannot give, however all of them were rounded.
struct disagreement {
  std::size_t whole;
  Eigen::Index row;
  int column;
  bounds published, from_parts;
};

namespace detail {

/// Calls `visit(whole, rows of its parts that are there, what is found)` for each disagreement.
template <class Visit>
void each_disagreement(const hierarchy& tree, const operand& levels, Eigen::Index beside,
                       const Visit& visit) {
  const item_rows rows{tree, levels.rows(), beside};
  std::vector<Eigen::Index> there;
  for (std::size_t whole = 0; whole < tree.size(); ++whole) {
    const std::vector<std::size_t>& parts = tree.parts_of(whole);
    for (Eigen::Index group = 0; group < rows.groups() && !parts.empty(); ++group) {
      const Eigen::Index row = rows.row(whole, group);
      for (int t = 0; t < levels.columns(); ++t) {
        if (levels.why(row, t) != is_figure) continue;
        bounds sum{0};
        bool positive = true;
        there.clear();
        for (const std::size_t part : parts) {
          const Eigen::Index at = rows.row(part, group);
          if (levels.why(at, t) != is_figure) continue;
          const bounds within = levels.within(at, t);
          positive = positive && within.lo() + within.hi() >= 0;
          sum = sum + within;
          there.push_back(at);
        }
        const bool exhausted = there.size() == parts.size() && tree.at(whole).parts_make_it_up;
        // A whole of which no part is there may be anything, a loss too.
        if (!exhausted && (!positive || there.empty())) continue;
        const bounds published = levels.within(row, t);
        const bounds possible = exhausted ? sum : bounds::at_least(sum.lo());
        if ((published & possible).is_empty())
          visit(there, disagreement{whole, row, t, published, possible});
      }
    }
  }
}

}  // namespace detail

/// Wholes whose complete parts add up to something else; under # parts (其中), or where some
/// are not there, wholes that are smaller than their parts, which for levels that cannot be
/// negative is as impossible. Needs printed decimals. Rows are as in `rolled_up`.
template <class Levels>
std::vector<disagreement> list_of_disagreements(const hierarchy& tree, const Levels& levels,
                                                Eigen::Index beside = 1) {
  std::vector<disagreement> found;
  detail::each_disagreement(tree, operand{levels}, beside,
                            [&](const auto&, const disagreement& each) { found.push_back(each); });
  return found;
}

/// The same as figures: the whole less the sum of its parts, only where no rounding explains
/// that difference. `within` says what the figures can be; it is the printed figures again.
template <class Levels, class Within>
void disagreements(const hierarchy& tree, const Levels& levels, const Within& within,
                   figures_out into, Eigen::Index beside = 1) {
  detail::require_shape(into, levels.rows(), levels.columns());
  detail::require_shape(into, within.rows(), within.columns());
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t) into.clear(r, t, detail::is_absent);
  detail::each_disagreement(tree, operand{within}, beside,
                            [&](const auto& parts, const disagreement& each) {
                              double rest = levels.values(each.row, each.column);
                              for (const Eigen::Index part : parts)
                                rest -= levels.values(part, each.column);
                              into.put(each.row, each.column, rest);
                            });
}
/// With bounds of the difference.
template <class Levels, class Within>
void disagreements(const hierarchy& tree, const Levels& levels, const Within& within,
                   bounds_out into, Eigen::Index beside = 1) {
  detail::require_shape(into, levels.rows(), levels.columns());
  detail::require_shape(into, within.rows(), within.columns());
  for (Eigen::Index r = 0; r < into.rows(); ++r)
    for (int t = 0; t < into.columns(); ++t) into.clear(r, t, detail::is_absent);
  const operand from{within};
  detail::each_disagreement(tree, from, beside, [&](const auto& parts, const disagreement& each) {
    bounds rest = each.published;
    for (const Eigen::Index part : parts) rest = rest - from.within(part, each.column);
    into.put(each.row, each.column, rest);
  });
}
inline grid disagreements(const hierarchy& tree, const grid& levels, Eigen::Index beside = 1) {
  return written(levels.time, levels.rows(), [&](const figures_out& into) {
    disagreements(tree, levels, levels, into, beside);
  });
}
template <class Levels>
bounds_grid disagreement_bounds(const hierarchy& tree, const Levels& levels,
                                Eigen::Index beside = 1) {
  return bounds_written(levels.time, levels.rows(), [&](const bounds_out& into) {
    disagreements(tree, levels, levels, into, beside);
  });
}

}  // namespace kebi
