#pragma once

#include <algorithm>
#include <optional>

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
      : net_{of}, trial_{of, parts, {0.25, 4}, solver::question::possible}, in_(of.statements().size(), false) {}

  /// For asking what would be possible: coarser than inference, as only yes or no is asked.
  solver& trial() { return trial_; }

  /// Whether statements of a component, and no others, leave something possible.
  bool can_hold(std::size_t part, std::span<const int> statements) {
    for (const int s : statements) in_[at(s)] = true;
    trial_.forget();
    const bool possible = trial_.solve(part, [&](int s) {
      return in_[at(s)] ? net_.statements()[at(s)].possible : bounds::entire();
    });
    for (const int s : statements) in_[at(s)] = false;
    return possible;
  }

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
  std::optional<conflict> refuted(std::size_t part, std::vector<int> all) {
    std::sort(all.begin(), all.end());
    const auto holds = [](const std::vector<int>& large, const std::vector<int>& small) {
      return std::includes(large.begin(), large.end(), small.begin(), small.end());
    };
    for (const std::vector<int>& each : possible_)
      if (holds(each, all)) return std::nullopt;
    for (const conflict& each : impossible_)
      if (holds(all, each.statements)) return each;
    if (can_hold(part, all)) {
      possible_.push_back(std::move(all));
      return std::nullopt;
    }
    reasons why = trial_.refutation();
    if (why.statements.size() < all.size()) {
      // Close to the edge the proof may not be found again on the shorter way.
      if (can_hold(part, why.statements))
        why.statements = std::move(all);
      else
        why.relations = trial_.refutation().relations;
    }
    impossible_.push_back({std::move(why.statements), std::move(why.relations)});
    return impossible_.back();
  }

  conflict reduced(std::size_t part, std::vector<int> open) {
    std::vector<int> needed;
    std::vector<int> relations;
    for (std::size_t next = 0; next < open.size();) {
      std::vector<int> without = needed;
      without.insert(without.end(), open.begin() + static_cast<std::ptrdiff_t>(next) + 1,
                     open.end());
      const auto fewer = refuted(part, std::move(without));
      if (!fewer) {
        needed.push_back(open[next++]);
        continue;
      }
      // What the refutation did not use can be spared as well.
      const auto spared = [&](int s) {
        return !std::binary_search(fewer->statements.begin(), fewer->statements.end(), s);
      };
      open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(next) + 1);
      std::erase_if(open, spared);
      std::erase_if(needed, spared);
      relations = fewer->relations;
      next = 0;
    }
    std::sort(needed.begin(), needed.end());
    if (const auto last = refuted(part, needed)) relations = last->relations;
    return {std::move(needed), std::move(relations)};
  }

  const network& net_;
  solver trial_;
  std::vector<bool> in_;
  std::vector<std::vector<int>> possible_;  // sets asked about so far
  std::vector<conflict> impossible_;
};

}  // namespace kebi::detail
