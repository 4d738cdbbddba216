#pragma once

#include "kebi/infer/solver.hpp"

namespace kebi::detail {

/// Statements that cannot all be true, none of which can be spared, and the
/// relations that show it.
struct conflict {
  std::vector<int> statements, relations;
};

/// Finds the smallest sets of statements that explain why nothing is possible.
class conflict_search {
 public:
  conflict_search(const network& of, const components& parts)
      : net_{of}, trial_{of, parts, {0.25, 4}}, in_(of.statements().size(), false) {}

  /// For asking what would be possible: coarser than inference, as only yes or no is asked.
  solver& trial() { return trial_; }

  /// Whether statements of a component, and no others, leave something possible.
  bool can_hold(std::size_t part, std::span<const int> statements) {
    for (const int s : statements) in_[at(s)] = true;
    trial_.forget();
    const bool possible = trial_.solve(
        part, [&](int s) { return in_[at(s)] ? net_.statements()[at(s)].possible : bounds::entire(); });
    for (const int s : statements) in_[at(s)] = false;
    return possible;
  }

  /// From statements that cannot all be true, the fewest that still cannot: leaving
  /// out any one makes the rest possible. `is_doubtful(s)` statements go first, so
  /// that they stay only where they are needed. Two orders of deletion are tried.
  template <class IsDoubtful>
  conflict smallest(std::size_t part, const std::vector<int>& from, const IsDoubtful& is_doubtful) {
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

  conflict reduced(std::size_t part, std::vector<int> open) {
    std::vector<int> needed, relations;
    for (std::size_t next = 0; next < open.size();) {
      std::vector<int> without = needed;
      without.insert(without.end(), open.begin() + static_cast<std::ptrdiff_t>(next) + 1, open.end());
      if (can_hold(part, without)) {
        needed.push_back(open[next++]);
        continue;
      }
      // What the refutation did not use can be spared as well.
      const reasons why = trial_.refutation();
      relations = why.relations;
      const auto used = [&](int s) {
        return std::binary_search(why.statements.begin(), why.statements.end(), s);
      };
      std::vector<int> left, fewer = needed;
      for (std::size_t i = next + 1; i < open.size(); ++i)
        if (used(open[i])) left.push_back(open[i]);
      fewer.insert(fewer.end(), left.begin(), left.end());
      // Close to the edge the proof may not be found again on the shorter way.
      if (left.size() + next + 1 < open.size() && !can_hold(part, fewer)) open = std::move(left);
      else open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(next) + 1);
      next = 0;
    }
    std::sort(needed.begin(), needed.end());
    can_hold(part, needed);
    if (trial_.state().is_refuted()) relations = trial_.refutation().relations;
    return {std::move(needed), std::move(relations)};
  }

  const network& net_;
  solver trial_;
  std::vector<bool> in_;
};

}  // namespace kebi::detail
