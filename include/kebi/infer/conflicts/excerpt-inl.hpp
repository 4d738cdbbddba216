#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/excerpt.hpp"

namespace kebi::detail {

KEBI_INLINE void excerpt::gather(const conflict& seed, std::size_t room_for) {
  const auto add = [&](int v) {
    if (inside_.try_emplace(v, static_cast<int>(variables_.size())).second) variables_.push_back(v);
  };
  relations_ = seed.relations;
  for (const int r : relations_)
    for (const term& each : of_.terms(r)) add(each.variable);
  for (const int s : seed.statements) add(of_.statements()[at(s)].variable);
  std::unordered_set<int> seen{relations_.begin(), relations_.end()};
  std::size_t looks = 32 * room_for;  // a figure of a country stands in many relations
  for (std::size_t next = 0; next < variables_.size(); ++next)
    for (const int r : parts_.relations_at(variables_[next])) {
      if (looks == 0) return;
      --looks;
      if (seen.contains(r)) continue;
      const auto terms = of_.terms(r);
      const auto more = static_cast<std::size_t>(std::count_if(
          terms.begin(), terms.end(), [&](const term& t) { return !inside_.contains(t.variable); }));
      if (more > 0 && variables_.size() + more > room_for) continue;
      seen.insert(r);
      relations_.push_back(r);
      for (const term& each : terms) add(each.variable);
    }
}

KEBI_INLINE void excerpt::add_relation(int relation) {
  std::vector<term> terms;
  for (const term& each : of_.terms(relation)) terms.push_back({each.weight, variable(each.variable)});
  if (of_.relations()[at(relation)].is_product)
    net_.add_product(terms[0], terms[1], terms[2]);
  else
    net_.add_sum(terms, of_.relations()[at(relation)].total);
}

KEBI_INLINE std::vector<int> excerpt::inside(std::span<const int> statements) const {
  std::vector<int> result;
  for (const int s : statements) {
    const auto place = std::lower_bound(statements_.begin(), statements_.end(), s);
    result.push_back(static_cast<int>(place - statements_.begin()));
  }
  return result;
}

KEBI_INLINE conflict excerpt::outside(const conflict& of) const {
  conflict result;
  for (const int s : of.statements) result.statements.push_back(statements_[at(s)]);
  for (const int r : of.relations) result.relations.push_back(relations_[at(r)]);
  derivation::tidy(result.relations);
  return result;
}

}  // namespace kebi::detail
