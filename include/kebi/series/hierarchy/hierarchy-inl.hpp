#pragma once

#include <algorithm>
#include <utility>

#include "kebi/series/hierarchy/hierarchy.hpp"

namespace kebi {

KEBI_INLINE hierarchy::hierarchy(std::vector<node> nodes)
    : nodes_{std::move(nodes)}, parts_(nodes_.size()), depths_(nodes_.size(), 0) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) places_.emplace(nodes_[i].name, i);
  // What no root leads down to goes round in a circle, or hangs on one.
  const std::vector<bool> reached = descend();
  const auto lost = std::find(reached.begin(), reached.end(), false);
  if (lost == reached.end()) return;
  const node& circle = first_of_circle(static_cast<std::size_t>(lost - reached.begin()));
  throw error{"no item is a part of itself: found " + in_quotes(circle.name) + ", a part of " +
              in_quotes(circle.whole) +
              ", which leads back to it. Leave the whole of one of them empty"};
}

KEBI_INLINE std::vector<bool> hierarchy::descend() {
  std::vector<std::size_t> from_above;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (index(nodes_[i].name) != i)
      throw error{"a hierarchy names each item once: found " + in_quotes(nodes_[i].name) +
                  " twice"};
    if (nodes_[i].whole.empty())
      from_above.push_back(i);
    else
      parts_[index(nodes_[i].whole)].push_back(i);
  }
  std::vector<bool> reached(nodes_.size(), false);
  for (std::size_t k = 0; k < from_above.size(); ++k) {
    reached[from_above[k]] = true;
    for (const std::size_t part : parts_[from_above[k]]) {
      depths_[part] = depths_[from_above[k]] + 1;
      from_above.push_back(part);
    }
  }
  return reached;
}

KEBI_INLINE std::size_t hierarchy::index(std::string_view name) const {
  const auto found = places_.find(name);
  if (found == places_.end()) throw error{"the hierarchy has no item " + in_quotes(name)};
  return found->second;
}

KEBI_INLINE std::vector<std::size_t> hierarchy::from_below() const {
  std::vector<std::size_t> order(nodes_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [this](std::size_t a, std::size_t b) { return depths_[a] > depths_[b]; });
  return order;
}

KEBI_INLINE const hierarchy::node& hierarchy::first_of_circle(std::size_t item) const {
  for (std::size_t up = 0; up < nodes_.size(); ++up) item = index(nodes_[item].whole);
  std::size_t first = item;
  for (auto next = index(nodes_[item].whole); next != item; next = index(nodes_[next].whole))
    first = std::min(first, next);
  return nodes_[first];
}

}  // namespace kebi
