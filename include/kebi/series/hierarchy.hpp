#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/series/grid.hpp"

namespace kebi {

/// A tree of wholes and parts: a country, its provinces and their cities, or an item and
/// what is printed under it with # (其中). Parts marked # need not make up their whole.
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

/// Fills each absent whole with the sum of its parts where all are there and make it up.
/// Published wholes stay: whether they agree with their parts is for `disagreements`.
/// `levels` has a row for each item, in the order of the tree.
inline grid rolled_up(const hierarchy& tree, grid levels) {
  if (static_cast<std::size_t>(levels.rows()) != tree.size())
    throw error{"a hierarchy of " + std::to_string(tree.size()) +
                " items needs as many rows: found " + std::to_string(levels.rows())};
  for (const std::size_t whole : tree.from_below()) {
    const auto parts = tree.parts_of(whole);
    if (parts.empty() || !tree.at(whole).parts_make_it_up) continue;
    const auto row = static_cast<Eigen::Index>(whole);
    for (int t = 0; t < levels.columns(); ++t) {
      if (levels.at(row, t) == cell::figure) continue;
      double sum = 0;
      bool complete = true;
      for (const std::size_t part : parts) {
        const auto at = static_cast<Eigen::Index>(part);
        complete = complete && levels.at(at, t) == cell::figure;
        if (complete) sum += levels.values(at, t);
      }
      if (complete) levels.set(row, t, sum);
    }
  }
  return levels;
}

/// Fills the one absent part of a whole that its parts make up: the whole less the others.
inline grid rolled_down(const hierarchy& tree, grid levels) {
  if (static_cast<std::size_t>(levels.rows()) != tree.size())
    throw error{"a hierarchy of " + std::to_string(tree.size()) +
                " items needs as many rows: found " + std::to_string(levels.rows())};
  std::vector<std::size_t> order = tree.from_below();
  std::reverse(order.begin(), order.end());
  for (const std::size_t whole : order) {
    const auto parts = tree.parts_of(whole);
    if (parts.empty() || !tree.at(whole).parts_make_it_up) continue;
    for (int t = 0; t < levels.columns(); ++t) {
      if (levels.at(static_cast<Eigen::Index>(whole), t) != cell::figure) continue;
      double rest = levels.values(static_cast<Eigen::Index>(whole), t);
      Eigen::Index lacking = -1;
      int lacks = 0;
      for (const std::size_t part : parts) {
        const auto at = static_cast<Eigen::Index>(part);
        if (levels.at(at, t) == cell::figure) {
          rest -= levels.values(at, t);
        } else {
          lacking = at;
          ++lacks;
        }
      }
      if (lacks == 1) levels.set(lacking, t, rest);
    }
  }
  return levels;
}

/// A whole that its parts cannot give, however all of them were rounded.
struct disagreement {
  std::size_t whole;
  int column;
  bounds published, from_parts;
};

/// Wholes whose complete parts add up to something else; under # parts, wholes that are
/// smaller than their parts, which for levels that cannot be negative is as impossible.
inline std::vector<disagreement> disagreements(const hierarchy& tree, const grid& levels) {
  std::vector<disagreement> found;
  for (std::size_t whole = 0; whole < tree.size(); ++whole) {
    const auto parts = tree.parts_of(whole);
    const auto row = static_cast<Eigen::Index>(whole);
    for (int t = 0; t < levels.columns() && !parts.empty(); ++t) {
      if (levels.at(row, t) != cell::figure) continue;
      bounds sum{0};
      bool complete = true, positive = true;
      for (const std::size_t part : parts) {
        const auto at = static_cast<Eigen::Index>(part);
        if (levels.at(at, t) != cell::figure) {
          complete = false;
          continue;
        }
        positive = positive && levels.values(at, t) >= 0;
        sum = sum + levels.within(at, t);
      }
      const bounds published = levels.within(row, t);
      const bool exhausted = complete && tree.at(whole).parts_make_it_up;
      if (!exhausted && !positive) continue;
      const bounds possible = exhausted ? sum : bounds::at_least(sum.lo());
      if ((published & possible).is_empty()) found.push_back({whole, t, published, possible});
    }
  }
  return found;
}

}  // namespace kebi
