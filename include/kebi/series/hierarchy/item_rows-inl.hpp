#pragma once

#include <algorithm>
#include <set>
#include <string_view>

#include "kebi/series/hierarchy/item_rows.hpp"

namespace kebi {

KEBI_INLINE Eigen::Index tree_rows::beside(const argument& levels) const {
  if (!items_) return beside_;
  const bool regions = *items_ == along::regions;
  return regions ? static_cast<Eigen::Index>(levels.labels().indicators.size()) : 1;
}

namespace detail {

KEBI_INLINE item_rows::item_rows(const hierarchy& tree, Eigen::Index rows, Eigen::Index beside)
    : size_{static_cast<Eigen::Index>(tree.size())}, beside_{beside} {
  if (beside < 1 || size_ == 0 || rows % (size_ * beside) != 0)
    throw error{"a hierarchy of " + std::to_string(size_) + " items needs as many rows" +
                (beside > 1 ? " of " + std::to_string(beside) + " series each" : "") + ": found " +
                std::to_string(rows)};
  groups_ = rows / size_;
}

/// Throws `error` unless names of a table are those of a tree: some are, and none is left over
/// while an item that has no parts is lacking, which is as like as not the same thing.
KEBI_INLINE void require_known(const hierarchy& tree, const std::vector<std::string>& names) {
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

/// The place of each item among names, or none.
KEBI_INLINE std::vector<std::optional<std::size_t>> places_of(
    const hierarchy& tree, const std::vector<std::string>& names) {
  std::vector<std::optional<std::size_t>> found(tree.size());
  for (std::size_t k = 0; k < names.size(); ++k)
    if (tree.has(names[k])) found[tree.index(names[k])] = k;
  return found;
}

/// The items of a tree as indicators; one that the panel lacks is in the unit of the others.
KEBI_INLINE std::vector<panel_indicator> indicators_of(
    const hierarchy& tree, const labels& of,
    const std::vector<std::optional<std::size_t>>& places) {
  std::optional<unit> common;
  measure what = measure::level;
  for (const auto& place : places) {
    if (!place) continue;
    const panel_indicator& each = of.indicators[*place];
    require_same_unit(each.name, each.unit, common);
    if (each.unit) common = each.unit;
    what = each.measure;
  }
  std::vector<panel_indicator> items;
  for (std::size_t i = 0; i < tree.size(); ++i)
    items.push_back(places[i] ? of.indicators[*places[i]]
                              : panel_indicator{tree.at(i).name, common, {}, what});
  return items;
}

KEBI_INLINE void arrange_items(argument& levels, const hierarchy& tree, const tree_rows& rows) {
  if (!rows.items()) {
    if (levels.kind() == table_kind::many)
      throw error{"a tree of a panel runs along its regions or its indicators: say which"};
    return;
  }
  if (!levels.is_labelled())
    throw error{
        "a table without labels has its items in the order of the tree: give the rows "
        "beside one another, not the names they are along"};
  const labels& of = levels.labels();
  const bool regions = *rows.items() == along::regions;
  const std::vector<std::string> names = names_along(of, *rows.items());
  require_known(tree, names);
  const auto places = places_of(tree, names);
  std::vector<Eigen::Index> order;
  const std::size_t outer = regions ? places.size() : of.regions.size();
  const std::size_t inner = regions ? of.indicators.size() : places.size();
  for (std::size_t a = 0; a < outer; ++a)
    for (std::size_t b = 0; b < inner; ++b) {
      const std::optional<std::size_t> place = places[regions ? a : b];
      order.push_back(!place ? -1 : regions ? of.row(*place, b) : of.row(a, *place));
    }
  labels arranged = of;
  if (regions) {
    arranged.regions.clear();
    for (std::size_t i = 0; i < tree.size(); ++i) arranged.regions.push_back(tree.at(i).name);
  } else {
    arranged.indicators = indicators_of(tree, of, places);
  }
  if (levels.figures() != nullptr) levels.replace(rows_of(*levels.figures(), order));
  if (levels.bounds() != nullptr) levels.replace(rows_of(*levels.bounds(), order));
  levels.relabel(std::move(arranged));
}

KEBI_INLINE void arrange_all(arguments& in, const hierarchy& tree, const tree_rows& rows) {
  if (rows.items() && in[0].is_labelled())
    require_measure(in[0], {"levels", takes::amounts, aligned::alone, 0, "add up"});
  for (int i = 0; i < in.count(); ++i) arrange_items(in[i], tree, rows);
}

}  // namespace detail

}  // namespace kebi
