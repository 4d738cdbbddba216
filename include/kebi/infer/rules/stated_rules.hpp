#pragma once

#include <algorithm>
#include <tuple>

#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

/// Identities that a fact states by being what it is: a share has a whole, a gap an
/// other side, a change a before.
class stated_rules : public rule_base {
 public:
  using rule_base::rule_base;

  /// The identity that a fact itself states.
  void post_of(const fact& f, const quantity& of);

 private:
  void post_share(const fact& f, const quantity& of, int share);

  void post_gap(const fact& f, const quantity& of);
  void post_change(const fact& f, const quantity& of, int change);

  void post_contribution(const fact& f, const quantity& of, int variable);

  void post_progress(const quantity& of, int progress);

  void post_average(const quantity& of);

  /// A growth against the same span two years before, and the two years' own.
  void post_fixed(const fact& f, const quantity& of);
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/stated_rules-inl.hpp"
#endif
