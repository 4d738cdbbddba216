#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kebi/core/error.hpp"

namespace kebi {

/// A tree of wholes and parts: a country, its provinces and their cities, or an item and
/// what is printed under it with # (其中). Parts marked # need not make up their whole.
/// `rolled_up`, `rolled_down` and `disagreements` are over figures of its items.
class hierarchy {
 public:
  /// One line of the tree: a name, the whole it is a part of (empty for a root), and
  /// whether the parts printed under it make it up.
  struct node {
    std::string name, whole;
    bool parts_make_it_up = true;
  };

  /// Throws `error` for a name told twice, an unknown whole, or a circle.
  explicit hierarchy(std::vector<node> nodes)
      : nodes_{std::move(nodes)}, parts_(nodes_.size()), depths_(nodes_.size(), 0) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) places_.emplace(nodes_[i].name, i);
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
    // What no root leads down to goes round in a circle, or hangs on one.
    std::vector<bool> reached(nodes_.size(), false);
    for (std::size_t k = 0; k < from_above.size(); ++k) {
      reached[from_above[k]] = true;
      for (const std::size_t part : parts_[from_above[k]]) {
        depths_[part] = depths_[from_above[k]] + 1;
        from_above.push_back(part);
      }
    }
    const auto lost = std::find(reached.begin(), reached.end(), false);
    if (lost == reached.end()) return;
    const node& turns = first_of_circle(static_cast<std::size_t>(lost - reached.begin()));
    throw error{"no item is a part of itself: found " + in_quotes(turns.name) + ", a part of " +
                in_quotes(turns.whole) +
                ", which leads back to it. Leave the whole of one of them empty"};
  }

  std::size_t size() const { return nodes_.size(); }
  const node& at(std::size_t i) const { return nodes_[i]; }
  bool has(std::string_view name) const { return places_.find(name) != places_.end(); }
  std::size_t index(std::string_view name) const {
    const auto found = places_.find(name);
    if (found == places_.end()) throw error{"the hierarchy has no item " + in_quotes(name)};
    return found->second;
  }
  const std::vector<std::size_t>& parts_of(std::size_t whole) const { return parts_[whole]; }
  /// Parts before wholes.
  std::vector<std::size_t> from_below() const {
    std::vector<std::size_t> order(nodes_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) { return depths_[a] > depths_[b]; });
    return order;
  }

 private:
  /// The first item of the circle that an item without a root is on, or hangs on.
  const node& first_of_circle(std::size_t item) const {
    for (std::size_t up = 0; up < nodes_.size(); ++up) item = index(nodes_[item].whole);
    std::size_t first = item;
    for (auto next = index(nodes_[item].whole); next != item; next = index(nodes_[next].whole))
      first = std::min(first, next);
    return nodes_[first];
  }

  std::vector<node> nodes_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<std::size_t> depths_;
};

}  // namespace kebi
