#pragma once

#include <algorithm>
#include <optional>

#include "kebi/infer/solve/solver.hpp"

namespace kebi::detail {

/// Statements that cannot all be true, none of which can be spared, and the
/// relations that show it.
struct conflict {
  std::vector<int> statements, relations;
};

/// For asking what would be possible: coarser than inference, as only yes or no is asked.
effort coarse(const effort& how, double tolerance = 0.25);

/// Finds the smallest sets of statements that explain why nothing is possible.
class conflict_search {
 public:
  conflict_search(const network& of, const components& parts, const effort& how = {});

  /// How many sets of statements were tried.
  std::size_t trials() const { return trials_; }

  /// Whether statements of a component, and no others, leave something possible.
  bool can_hold(std::size_t part, std::span<const int> statements);

  /// From statements that cannot all be true, the fewest that still cannot: leaving
  /// out any one makes the rest possible. `is_doubtful(s)` statements go first, so
  /// that they stay only where they are needed. Two orders of deletion are tried.
  template <class IsDoubtful>
  conflict smallest(std::size_t part, const std::vector<int>& from, const IsDoubtful& is_doubtful) {
    possible_.clear();
    impossible_.clear();
    std::vector<int> order = from;
    std::stable_partition(order.begin(), order.end(), is_doubtful);
    conflict best = reduced(part, order);
    std::reverse(order.begin(), order.end());
    std::stable_partition(order.begin(), order.end(), is_doubtful);
    if (best.statements.size() > 2 && best.statements.size() < from.size()) {
      conflict other = reduced(part, order);
      if (other.statements.size() < best.statements.size()) best = std::move(other);
    }
    return best;
  }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  /// Statements of a set that cannot all be true, as few as the refutation used; none
  /// when they can. What follows from earlier answers is not asked again.
  std::optional<conflict> refuted(std::size_t part, std::vector<int> all);

  conflict reduced(std::size_t part, std::vector<int> open);

  const network& net_;
  solver trial_;
  std::size_t trials_ = 0;
  std::vector<bool> in_;
  std::vector<std::vector<int>> possible_;  // sets asked about so far
  std::vector<conflict> impossible_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/conflicts/conflict-inl.hpp"
#endif
