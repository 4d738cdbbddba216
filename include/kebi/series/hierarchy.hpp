#pragma once

#include <algorithm>
#include <string>
#include <string_view>
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
  explicit hierarchy(std::vector<node> nodes) : nodes_{std::move(nodes)} {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (find(nodes_[i].name) != i)
        throw error{"a hierarchy names each item once: found " + in_quotes(nodes_[i].name) +
                    " twice"};
      parents_.push_back(nodes_[i].whole.empty() ? none : index(nodes_[i].whole));
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      std::size_t steps = 0;
      for (std::size_t up = i; up != none; up = parents_[up])
        if (++steps > nodes_.size())
          throw error{"no item is a part of itself: found " + in_quotes(nodes_[i].name)};
    }
  }

  std::size_t size() const { return nodes_.size(); }
  const node& at(std::size_t i) const { return nodes_[i]; }
  std::size_t index(std::string_view name) const {
    const std::size_t found = find(name);
    if (found == nodes_.size()) throw error{"the hierarchy has no item " + in_quotes(name)};
    return found;
  }
  std::vector<std::size_t> parts_of(std::size_t whole) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (parents_[i] == whole) found.push_back(i);
    return found;
  }
  /// Parts before wholes.
  std::vector<std::size_t> from_below() const {
    std::vector<std::size_t> order(nodes_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) { return depth(a) > depth(b); });
    return order;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t find(std::string_view name) const {
    std::size_t i = 0;
    while (i < nodes_.size() && nodes_[i].name != name) ++i;
    return i;
  }
  std::size_t depth(std::size_t i) const {
    std::size_t deep = 0;
    for (std::size_t up = parents_[i]; up != none; up = parents_[up]) ++deep;
    return deep;
  }

  std::vector<node> nodes_;
  std::vector<std::size_t> parents_;
};

}  // namespace kebi
