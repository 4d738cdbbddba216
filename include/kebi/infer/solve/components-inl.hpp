#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/solve/components.hpp"

namespace kebi::detail {

KEBI_INLINE components::components(const network& of, bool together)
    : relations_at_{relations_by_variable(of)} {
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
    if (root(v) == v && (parts == 0 || !together)) number[v] = parts++;
  part_of_.resize(of.variables());
  for (std::size_t v = 0; v < of.variables(); ++v) part_of_[v] = number[root(v)];

  variables_ = lists{parts, of.variables(), [&](std::size_t v) { return part_of_[v]; }};
  relations_ = lists{parts, of.relations().size(), [&](std::size_t r) {
                       return part_of_[at(of.terms(static_cast<int>(r)).front().variable)];
                     }};
  statements_ = lists{parts, of.statements().size(),
                      [&](std::size_t s) { return part_of_[at(of.statements()[s].variable)]; }};
  statements_at_ = lists{of.variables(), of.statements().size(),
                         [&](std::size_t s) { return at(of.statements()[s].variable); }};
  find_followers(of);
  core_ = core_of(of, {});
  bearing_core_ = core_of(of, followed_by_);
}

KEBI_INLINE lists components::relations_by_variable(const network& of) {
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

KEBI_INLINE bool components::leaves_free(const network& of, int relation, int variable) {
  if (of.domain(variable).is_entire()) return true;
  const auto terms = of.terms(relation);
  if (!of.relations()[at(relation)].is_product || terms[2].weight < 0) return false;
  const auto shifted = [&](std::size_t place) {
    return of.domain(terms[place].variable) + bounds::exactly(terms[place].weight);
  };
  const bounds half = bounds::at_least(0);
  for (const std::size_t place : {std::size_t{0}, std::size_t{1}})
    if (terms[place].variable == variable)
      return shifted(place) == half && half.contains(shifted(1 - place)) &&
             half.contains(of.domain(terms[2].variable));
  return false;
}

KEBI_INLINE void components::find_followers(const network& of) {
  is_follower_.assign(of.variables(), true);
  for (const auto& each : of.statements()) is_follower_[at(each.variable)] = false;
  followed_by_.assign(of.relations().size(), false);
  std::vector<std::size_t> uses(of.variables());
  std::vector<int> open;
  for (std::size_t v = 0; v < of.variables(); ++v) {
    uses[v] = relations_at_[v].size();
    if (uses[v] == 1 && is_follower_[v]) open.push_back(static_cast<int>(v));
  }
  std::vector<bool> found(of.variables(), false);
  while (!open.empty()) {
    const int v = open.back();
    open.pop_back();
    for (const int r : relations_at_[at(v)]) {
      if (followed_by_[at(r)] || !leaves_free(of, r, v)) continue;
      followed_by_[at(r)] = found[at(v)] = true;
      for (const term& each : of.terms(r))
        if (--uses[at(each.variable)] == 1 && is_follower_[at(each.variable)])
          open.push_back(each.variable);
    }
  }
  is_follower_ = std::move(found);
}

KEBI_INLINE std::vector<bool> components::core_of(const network& of,
                                                  const std::vector<bool>& left_out) const {
  std::vector<bool> core(of.relations().size(), true);
  std::vector<std::size_t> uses(of.variables()), holds(of.relations().size());
  std::vector<bool> gone(of.variables(), false);
  std::vector<int> loose;
  for (std::size_t v = 0; v < of.variables(); ++v) uses[v] = relations_at_[v].size();
  for (std::size_t r = 0; r < of.relations().size(); ++r) {
    holds[r] = of.terms(static_cast<int>(r)).size();
    if (left_out.empty() || !left_out[r]) continue;
    core[r] = false;
    for (const term& each : of.terms(static_cast<int>(r))) --uses[at(each.variable)];
  }
  for (std::size_t v = 0; v < of.variables(); ++v)
    if (uses[v] <= 1) loose.push_back(static_cast<int>(v));
  while (!loose.empty()) {
    const int v = loose.back();
    loose.pop_back();
    if (gone[at(v)]) continue;
    gone[at(v)] = true;
    for (const int r : relations_at_[at(v)]) {
      if (!core[at(r)] || --holds[at(r)] > 1) continue;
      core[at(r)] = false;
      for (const term& each : of.terms(r))
        if (!gone[at(each.variable)] && --uses[at(each.variable)] <= 1)
          loose.push_back(each.variable);
    }
  }
  return core;
}

}  // namespace kebi::detail
