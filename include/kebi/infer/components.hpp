#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "kebi/infer/network.hpp"

namespace kebi::detail {

/// Lists of numbers, one after the other in one array.
class lists {
 public:
  lists() = default;
  /// `owner_of(i)` tells to which of `count` lists each i below `items` belongs.
  template <class OwnerOf>
  lists(std::size_t count, std::size_t items, const OwnerOf& owner_of) : starts_(count + 1, 0) {
    for (std::size_t i = 0; i < items; ++i) ++starts_[owner_of(i) + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    values_.resize(items);
    std::vector<std::size_t> next{starts_.begin(), starts_.end() - 1};
    for (std::size_t i = 0; i < items; ++i) values_[next[owner_of(i)]++] = static_cast<int>(i);
  }

  std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  std::span<const int> operator[](std::size_t list) const {
    return {values_.data() + starts_[list], starts_[list + 1] - starts_[list]};
  }
  std::span<int> operator[](std::size_t list) {
    return {values_.data() + starts_[list], starts_[list + 1] - starts_[list]};
  }

 private:
  std::vector<std::size_t> starts_;
  std::vector<int> values_;
};

/// The parts of a network that know nothing of each other, and in each the core
/// that is left when everything that hangs on by a thread is cut off.
///
/// Where a part is a tree, contraction alone finds the hull: each end of a
/// relation can be reached while the rest of the tree follows. Only the core,
/// in which one figure influences another on two ways, needs more.
class components {
 public:
  explicit components(const network& of) : relations_at_{relations_by_variable(of)} {
    std::vector<std::size_t> parent(of.variables());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t v) {
      while (parent[v] != v) v = parent[v] = parent[parent[v]];
      return v;
    };
    const auto count = static_cast<int>(of.relations().size());
    for (int r = 0; r < count; ++r)
      for (const term& each : of.terms(r)) {
        const auto a = root(at(each.variable)), b = root(at(of.terms(r).front().variable));
        if (a != b) parent[a] = b;
      }

    std::vector<std::size_t> number(of.variables());
    std::size_t parts = 0;
    for (std::size_t v = 0; v < of.variables(); ++v)
      if (root(v) == v) number[v] = parts++;
    part_of_.resize(of.variables());
    for (std::size_t v = 0; v < of.variables(); ++v) part_of_[v] = number[root(v)];

    variables_ = lists{parts, of.variables(), [&](std::size_t v) { return part_of_[v]; }};
    relations_ = lists{parts, of.relations().size(), [&](std::size_t r) {
                         return part_of_[at(of.terms(static_cast<int>(r)).front().variable)];
                       }};
    statements_ = lists{parts, of.statements().size(), [&](std::size_t s) {
                          return part_of_[at(of.statements()[s].variable)];
                        }};
    find_core(of);
  }

  std::size_t size() const { return variables_.size(); }
  std::size_t of_variable(int v) const { return part_of_[at(v)]; }
  std::span<const int> variables(std::size_t part) const { return variables_[part]; }
  std::span<const int> relations(std::size_t part) const { return relations_[part]; }
  std::span<const int> statements(std::size_t part) const { return statements_[part]; }
  /// The relations that a variable stands in; twice where it does so twice.
  std::span<const int> relations_at(int v) const { return relations_at_[at(v)]; }
  bool in_core(int relation) const { return core_[at(relation)]; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  static lists relations_by_variable(const network& of) {
    std::vector<std::size_t> owner;
    std::vector<int> relation;
    for (int r = 0; r < static_cast<int>(of.relations().size()); ++r)
      for (const term& each : of.terms(r)) {
        owner.push_back(at(each.variable));
        relation.push_back(r);
      }
    lists result{of.variables(), owner.size(), [&](std::size_t i) { return owner[i]; }};
    for (std::size_t v = 0; v < of.variables(); ++v)
      for (int& item : result[v]) item = relation[at(item)];
    return result;
  }

  /// Peels variables of one relation and relations of one variable until none is left.
  void find_core(const network& of) {
    core_.assign(of.relations().size(), true);
    std::vector<std::size_t> uses(of.variables()), holds(of.relations().size());
    std::vector<bool> gone(of.variables(), false);
    std::vector<int> loose;
    for (std::size_t v = 0; v < of.variables(); ++v) {
      uses[v] = relations_at_[v].size();
      if (uses[v] <= 1) loose.push_back(static_cast<int>(v));
    }
    for (std::size_t r = 0; r < of.relations().size(); ++r)
      holds[r] = of.terms(static_cast<int>(r)).size();
    while (!loose.empty()) {
      const int v = loose.back();
      loose.pop_back();
      if (gone[at(v)]) continue;
      gone[at(v)] = true;
      for (const int r : relations_at_[at(v)]) {
        if (!core_[at(r)] || --holds[at(r)] > 1) continue;
        core_[at(r)] = false;
        for (const term& each : of.terms(r))
          if (!gone[at(each.variable)] && --uses[at(each.variable)] <= 1)
            loose.push_back(each.variable);
      }
    }
  }

  lists relations_at_, variables_, relations_, statements_;
  std::vector<std::size_t> part_of_;
  std::vector<bool> core_;
};

}  // namespace kebi::detail
