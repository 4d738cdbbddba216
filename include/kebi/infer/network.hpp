#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "kebi/core/bounds.hpp"

namespace kebi {

/// One summand of a linear identity.
struct term {
  double weight;
  int variable;
};

enum class side : std::uint8_t { low, high };

constexpr side opposite(side of) { return of == side::low ? side::high : side::low; }

/// Unknown true figures and the laws between them, in two forms that all of
/// statistics' identities come down to:
///
///   a weighted sum within bounds     w1 x1 + w2 x2 + ... in [lo, hi]
///   a product of two shifted ones    (x + p)(y + q) = k z
///
/// What has been published about a variable is a *statement*, which can be put
/// aside; a *relation* holds by definition. Numbers only: what they mean is
/// told by `quantity_network`.
class network {
 public:
  struct relation {
    bool is_product;
    std::uint32_t first, last;  // its terms; (p, x), (q, y), (k, z) of a product
    bounds total;               // of a sum
  };
  struct statement {
    int variable;
    bounds possible;
  };

  /// A new variable. `whole` numbers are counts.
  int add_variable(const bounds& domain = bounds::entire(), bool whole = false) {
    if (domain.is_empty()) throw error{"a variable needs a value that it can take"};
    domains_.push_back(domain);
    whole_.push_back(whole);
    return static_cast<int>(domains_.size()) - 1;
  }

  /// The weighted sum of the terms lies within `total`.
  int add_sum(std::span<const term> terms, const bounds& total) {
    if (terms.empty() || total.is_empty())
      throw error{"a sum needs terms, and a total that it can take"};
    for (const term& each : terms) {
      require(each.variable);
      if (each.weight == 0 || !detail::is_finite(each.weight))
        throw error{"the weight of a term must be a number other than zero"};
    }
    return add(false, terms, total);
  }

  /// (x + p)(y + q) = k z
  int add_product(term x, term y, term z) {
    const term terms[] = {x, y, z};
    for (const term& each : terms) require(each.variable);
    if (!detail::is_finite(x.weight) || !detail::is_finite(y.weight) ||
        !detail::is_finite(z.weight) || z.weight == 0)
      throw error{"the numbers of a product must be finite, and its scale not zero"};
    return add(true, terms, bounds::exactly(0));
  }

  /// What was published about a variable.
  int add_statement(int variable, const bounds& possible) {
    require(variable);
    if (possible.is_empty()) throw error{"a statement needs a value that it leaves possible"};
    statements_.push_back({variable, possible});
    return static_cast<int>(statements_.size()) - 1;
  }

  std::size_t variables() const { return domains_.size(); }
  const bounds& domain(int variable) const { return domains_[at(variable)]; }
  bool is_whole(int variable) const { return whole_[at(variable)]; }

  const std::vector<relation>& relations() const { return relations_; }
  std::span<const term> terms(int of) const {
    const relation& r = relations_[at(of)];
    return {terms_.data() + r.first, r.last - r.first};
  }
  const std::vector<statement>& statements() const { return statements_; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  void require(int variable) const {
    if (variable < 0 || at(variable) >= domains_.size())
      throw error{"there is no variable " + std::to_string(variable) + " in a network of " +
                  std::to_string(domains_.size())};
  }
  int add(bool product, std::span<const term> terms, const bounds& total) {
    const auto first = static_cast<std::uint32_t>(terms_.size());
    terms_.insert(terms_.end(), terms.begin(), terms.end());
    relations_.push_back({product, first, static_cast<std::uint32_t>(terms_.size()), total});
    return static_cast<int>(relations_.size()) - 1;
  }

  std::vector<bounds> domains_;
  std::vector<bool> whole_;
  std::vector<relation> relations_;
  std::vector<term> terms_;
  std::vector<statement> statements_;
};

}  // namespace kebi
