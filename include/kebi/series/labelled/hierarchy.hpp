#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "kebi/series/hierarchy/disagreements.hpp"
#include "kebi/series/parts/ranks.hpp"
#include "kebi/series/parts/shift_share.hpp"
#include "kebi/series/storage/alignment.hpp"

/// Panels whose rows are seen together: places, trees of wholes and parts, shift-share.
namespace kebi {

namespace detail {

/// The regions of each indicator compete, whatever their figures are.
inline std::vector<Eigen::Index> rivals_in(const panel& of) {
  std::vector<Eigen::Index> groups;
  const auto width = static_cast<Eigen::Index>(of.indicators().size());
  for (Eigen::Index row = 0; row < of.figures().rows(); ++row) groups.push_back(row % width);
  return groups;
}

}  // namespace detail

/// The place of each region by each indicator at each time (位次): 1 for the highest.
inline panel ranks(const panel& of, bool lowest_first = false) {
  return with_figures(of, ranks(of.figures(), lowest_first, detail::rivals_in(of)), measure::rank);
}
/// The best and the worst place that the print leaves each.
inline bounds_grid rank_bounds(const panel& of, bool lowest_first = false) {
  return rank_bounds(of.figures(), lowest_first, detail::rivals_in(of));
}

namespace detail {

/// Throws `error` unless names of a table are those of a tree: some are, and none is left over
/// while an item that has no parts is lacking, which is as like as not the same thing.
inline void require_known(const hierarchy& tree, const std::vector<std::string>& names) {
  const auto is_item = [&](const std::string& name) { return tree.has(name); };
  if (std::none_of(names.begin(), names.end(), is_item))
    throw error{"no item of the hierarchy is in the panel" +
                (names.empty() ? std::string{} : ": it has " + in_quotes(names[0])) +
                ". Is the hierarchy along the other names?"};
  const auto other = std::find_if_not(names.begin(), names.end(), is_item);
  const std::set<std::string_view> there{names.begin(), names.end()};
  for (std::size_t i = 0; i < tree.size() && other != names.end(); ++i)
    if (tree.parts_of(i).empty() && !there.contains(tree.at(i).name))
      throw error{"the panel has no " + in_quotes(tree.at(i).name) + ", and it has " +
                  in_quotes(*other) +
                  ", which the hierarchy has not: call both by one name, or give a panel of "
                  "the items of the hierarchy alone"};
}

inline std::vector<std::string> names_along(const panel& of, along items) {
  if (items == along::regions) return of.regions();
  std::vector<std::string> names;
  for (const panel_indicator& each : of.indicators()) names.push_back(each.name);
  return names;
}

/// The place of each item among names, or none.
inline std::vector<std::optional<std::size_t>> places_of(const hierarchy& tree,
                                                         const std::vector<std::string>& names) {
  std::vector<std::optional<std::size_t>> found(tree.size());
  for (std::size_t k = 0; k < names.size(); ++k)
    if (tree.has(names[k])) found[tree.index(names[k])] = k;
  return found;
}

/// The items of a tree that are indicators; one that the panel lacks is in the unit of the others.
inline std::vector<panel_indicator> indicators_of(const hierarchy& tree, const panel& of) {
  const auto places = places_of(tree, names_along(of, along::indicators));
  std::vector<panel_indicator> made;
  std::optional<kebi::unit> unit;
  for (const auto& place : places) {
    if (!place) continue;
    const panel_indicator& each = of.indicators()[*place];
    require_same_unit(each.name, each.unit, unit);
    if (each.unit) unit = each.unit;
  }
  for (std::size_t i = 0; i < tree.size(); ++i)
    made.push_back(places[i] ? of.indicators()[*places[i]] : panel_indicator{tree.at(i).name, unit});
  return made;
}

/// A panel of the items of a tree, in its order; items that the panel lacks are absent.
inline panel items_of(const hierarchy& tree, const panel& levels, along items) {
  levels_in(levels, "add up");
  const std::vector<std::string> names = names_along(levels, items);
  require_known(tree, names);
  const auto places = places_of(tree, names);
  std::vector<Eigen::Index> rows;
  const auto add = [&](std::optional<std::size_t> region, std::optional<std::size_t> indicator) {
    rows.push_back(region && indicator ? levels.row(*region, *indicator) : Eigen::Index{-1});
  };
  std::vector<std::string> regions;
  if (items == along::regions) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      regions.push_back(tree.at(i).name);
      for (std::size_t k = 0; k < levels.indicators().size(); ++k) add(places[i], k);
    }
  } else {
    regions = levels.regions();
    for (std::size_t r = 0; r < regions.size(); ++r)
      for (std::size_t i = 0; i < tree.size(); ++i) add(r, places[i]);
  }
  panel made{std::move(regions),
             items == along::regions ? levels.indicators() : indicators_of(tree, levels),
             levels.vintage(), levels.time()};
  made.figures() = rows_of_items(levels.figures(), rows);
  return made;
}

/// How many rows stand beside one another for each item.
inline Eigen::Index beside_items(const panel& levels, along items) {
  return items == along::regions ? static_cast<Eigen::Index>(levels.indicators().size()) : 1;
}

}  // namespace detail

/// A panel of the items of a tree, its regions or its indicators, in which absent wholes are the
/// sum of their parts where all are there (汇总). Throws `error` where no item is in the panel, and
/// for other names in it while items are lacking.
inline panel rolled_up(const hierarchy& tree, const panel& levels, along items) {
  const panel all = detail::items_of(tree, levels, items);
  return with_figures(all, rolled_up(tree, all.figures(), detail::beside_items(levels, items)),
                      measure::level);
}
inline bounds_grid rolled_up_bounds(const hierarchy& tree, const panel& levels, along items) {
  const panel all = detail::items_of(tree, levels, items);
  return rolled_up_bounds(tree, all.figures(), detail::beside_items(levels, items));
}

/// The same with the one lacking part of a whole: the whole less the others (推算缺项).
inline panel rolled_down(const hierarchy& tree, const panel& levels, along items) {
  const panel all = detail::items_of(tree, levels, items);
  return with_figures(all, rolled_down(tree, all.figures(), detail::beside_items(levels, items)),
                      measure::level);
}
inline bounds_grid rolled_down_bounds(const hierarchy& tree, const panel& levels, along items) {
  const panel all = detail::items_of(tree, levels, items);
  return rolled_down_bounds(tree, all.figures(), detail::beside_items(levels, items));
}

/// Wholes less the sum of their parts, only where no rounding explains it.
inline panel disagreements(const hierarchy& tree, const panel& levels, along items) {
  const panel all = detail::items_of(tree, levels, items);
  return with_figures(all, disagreements(tree, all.figures(), detail::beside_items(levels, items)),
                      measure::level);
}
inline bounds_grid disagreement_bounds(const hierarchy& tree, const panel& levels, along items) {
  const panel all = detail::items_of(tree, levels, items);
  return disagreement_bounds(tree, all.figures(), detail::beside_items(levels, items));
}

namespace detail {

inline int column_in(const panel& of, const period& span) {
  if (const auto found = of.time().column(span)) return *found;
  throw error{"the panel has no figures for " + code(span) + ": it has " + times_of(of.time())};
}
/// Industries add up to the whole of a region, so they are told in one unit.
inline const grid& industries_in(const panel& levels) {
  for (const panel_indicator& each : levels.indicators())
    require_same_unit(each.name, each.unit, levels.indicators()[0].unit);
  return levels_in(levels, "take shift-share of");
}

inline shift_labels labels_in(const panel& levels) {
  return {levels.regions(), names_along(levels, along::indicators)};
}

}  // namespace detail

/// One component of the change of each industry of each region between two spans (偏离-份额), in
/// the unit of the levels; the indicators are the industries, without their totals.
inline panel shift_components(shift_component what, const panel& levels, const period& before,
                              const period& after) {
  return in_unit_of(levels,
                    shift_components(what, detail::industries_in(levels),
                                     static_cast<Eigen::Index>(levels.indicators().size()),
                                     detail::column_in(levels, before),
                                     detail::column_in(levels, after), detail::labels_in(levels)),
                    measure::change);
}
inline bounds_grid shift_component_bounds(shift_component what, const panel& levels,
                                          const period& before, const period& after) {
  return shift_component_bounds(what, detail::industries_in(levels),
                                static_cast<Eigen::Index>(levels.indicators().size()),
                                detail::column_in(levels, before), detail::column_in(levels, after),
                                detail::labels_in(levels));
}

}  // namespace kebi
