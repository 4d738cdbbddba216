#pragma once

#include <numeric>
#include <utility>
#include <vector>

#include "kebi/infer/figures/network.hpp"
#include "kebi/infer/solve/lists.hpp"

namespace kebi::detail {

/// The parts of a network that know nothing of each other, and in each the core
/// that is left when everything that hangs on by a thread is cut off.
///
/// Where a part is a tree, contraction alone finds the hull: each end of a
/// relation can be reached while the rest of the tree follows. Only the core,
/// in which one figure influences another on two ways, needs more.
///
/// A *follower* is a figure of which nothing is known but one relation, such as a
/// contribution that nobody printed: it follows from the others and says nothing of
/// them. What bears on others has a core of its own, mostly a far smaller one.
class components {
 public:
  /// `together` takes all for one part, connected or not.
  explicit components(const network& of, bool together = false);

  std::size_t size() const { return variables_.size(); }
  std::size_t of_variable(int v) const { return part_of_[at(v)]; }
  std::span<const int> variables(std::size_t part) const { return variables_[part]; }
  std::span<const int> relations(std::size_t part) const { return relations_[part]; }
  std::span<const int> statements(std::size_t part) const { return statements_[part]; }
  /// The relations that a variable stands in; twice where it does so twice.
  std::span<const int> relations_at(int v) const { return relations_at_[at(v)]; }
  std::span<const int> statements_at(int v) const { return statements_at_[at(v)]; }
  bool in_core(int relation) const { return core_[at(relation)]; }
  /// Whether it is in the core that is left without the followers.
  bool in_bearing_core(int relation) const { return bearing_core_[at(relation)]; }
  bool is_follower(int variable) const { return is_follower_[at(variable)]; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  static lists relations_by_variable(const network& of);

  /// Whether a relation leaves its other figures free, whatever they are, as long as
  /// nothing is known of this one. (Level = base times one plus growth does: a growth
  /// is at least -100, a level and a base are not below zero.)
  static bool leaves_free(const network& of, int relation, int variable);

  void find_followers(const network& of);

  /// Peels variables of one relation and relations of one variable until none is left.
  std::vector<bool> core_of(const network& of, const std::vector<bool>& left_out) const;

  lists relations_at_, statements_at_, variables_, relations_, statements_;
  std::vector<std::size_t> part_of_;
  std::vector<bool> followed_by_, is_follower_;  // relations that followers hang on; followers
  std::vector<bool> core_, bearing_core_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/components-inl.hpp"
#endif
