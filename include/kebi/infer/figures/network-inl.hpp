#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/figures/network.hpp"

namespace kebi {

KEBI_INLINE int network::add_variable(const bounds& domain, bool whole) {
  if (domain.is_empty()) throw error{"a variable needs a value that it can take"};
  domains_.push_back(domain);
  whole_.push_back(whole);
  return static_cast<int>(domains_.size()) - 1;
}

KEBI_INLINE int network::add_sum(std::span<const term> terms, const bounds& total) {
  if (terms.empty() || total.is_empty())
    throw error{"a sum needs terms, and a total that it can take"};
  for (const term& each : terms) {
    require(each.variable);
    if (each.weight == 0 || !detail::is_finite(each.weight))
      throw error{"the weight of a term must be a number other than zero"};
  }
  return add(false, terms, total);
}

KEBI_INLINE int network::add_product(term x, term y, term z) {
  const term terms[] = {x, y, z};
  for (const term& each : terms) require(each.variable);
  if (!detail::is_finite(x.weight) || !detail::is_finite(y.weight) ||
      !detail::is_finite(z.weight) || z.weight == 0)
    throw error{"the numbers of a product must be finite, and its scale not zero"};
  return add(true, terms, bounds::exactly(0));
}

KEBI_INLINE int network::add_statement(int variable, const bounds& possible) {
  require(variable);
  if (possible.is_empty()) throw error{"a statement needs a value that it leaves possible"};
  statements_.push_back({variable, possible});
  return static_cast<int>(statements_.size()) - 1;
}

KEBI_INLINE void network::require(int variable) const {
  if (variable < 0 || at(variable) >= domains_.size())
    throw error{"there is no variable " + std::to_string(variable) + " in a network of " +
                std::to_string(domains_.size())};
}

KEBI_INLINE int network::add(bool product, std::span<const term> terms, const bounds& total) {
  const auto first = static_cast<std::uint32_t>(terms_.size());
  terms_.insert(terms_.end(), terms.begin(), terms.end());
  relations_.push_back({product, first, static_cast<std::uint32_t>(terms_.size()), total});
  return static_cast<int>(relations_.size()) - 1;
}

}  // namespace kebi
