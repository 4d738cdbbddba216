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
/// named by `quantity_network`.
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
  int add_variable(const bounds& domain = bounds::entire(), bool whole = false);

  /// The weighted sum of the terms lies within `total`.
  int add_sum(std::span<const term> terms, const bounds& total);

  /// (x + p)(y + q) = k z
  int add_product(term x, term y, term z);

  /// What was published about a variable.
  int add_statement(int variable, const bounds& possible);

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

  void require(int variable) const;
  int add(bool product, std::span<const term> terms, const bounds& total);

  std::vector<bounds> domains_;
  std::vector<bool> whole_;
  std::vector<relation> relations_;
  std::vector<term> terms_;
  std::vector<statement> statements_;
};

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/figures/network-inl.hpp"
#endif
