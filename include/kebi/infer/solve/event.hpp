#pragma once

#include <vector>

#include "kebi/infer/figures/network.hpp"

namespace kebi::detail {

/// One end of a variable.
struct variable_end {
  int variable;
  side at;
};

/// A weighted sum of relations that proves an end: which relations, and from which ends.
struct certificate {
  std::vector<int> relations;
  std::vector<variable_end> ends;
};

/// An end of a variable that came to stand at a value, and why. The events of a
/// contraction, in their order, are the derivation of every end.
struct event {
  enum class cause : std::uint8_t { statement, relation, certificate };

  variable_end end;
  double value;
  cause by;
  std::uint8_t uses;  // of a product: which ends of the two other terms
  int source;         // number of the statement, relation or certificate
  int before;         // the event that stood here before, or -1
};

}  // namespace kebi::detail
