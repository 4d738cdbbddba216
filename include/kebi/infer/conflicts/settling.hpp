#pragma once

#include <vector>

#include "kebi/infer/conflicts/excerpt.hpp"
#include "kebi/infer/figures/quantity_network.hpp"

namespace kebi::detail {

/// Puts aside, part by part, what keeps a network from being possible.
///
/// One run of the solver finds all that disagrees far apart. Of each the fewest statements are
/// sought in an excerpt; then the next run sees what is left. So the runs are as many as the
/// contradictions that share a figure, not as many as there are.
class settling {
 public:
  settling(const quantity_network& of, const components& parts, const effort& how, solver& figures,
           std::vector<bool>& is_aside);

  /// Solves a part, and returns the conflicts that had to be put aside for it.
  std::vector<conflict> settle(std::size_t part);

  /// What a statement is to mean: nothing where it was put aside.
  bounds possible(int s) const;

  /// How many trials are left for all parts together.
  std::size_t& trials() { return trials_; }
  /// How many conflicts were put aside after the last trial, as large as they were met.
  std::size_t unnamed() const { return unnamed_; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  bool is_assumption(int s) const { return net_.facts_of(s).empty(); }

  /// The fewest statements of a refutation that still cannot all be true.
  conflict reduced(const conflict& found);
  /// Puts the assumptions of a conflict aside, or all of it where it has none.
  void put_aside(const conflict& of);

  const quantity_network& net_;
  const components& parts_;
  const effort& how_;
  solver& figures_;
  std::vector<bool>& is_aside_;
  std::size_t trials_, unnamed_ = 0;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/conflicts/settling-inl.hpp"
#endif
