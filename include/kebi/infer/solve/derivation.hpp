#pragma once

#include <algorithm>

#include "kebi/infer/solve/contraction.hpp"

namespace kebi::detail {

/// What led to an end, or to nothing being possible.
struct reasons {
  std::vector<int> statements, relations, events;  // each once, rising
};

/// Walks back from the events of a contraction to the statements and relations that
/// they rest on.
class derivation {
 public:
  derivation(const network& of, const contraction& state) : net_{of}, state_{state} {}

  /// All events that the given ones rest upon, in the order in which they came.
  reasons traced(std::vector<int> open) const;

  static void tidy(std::vector<int>& list);

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  /// The event at which an end stood when another event came, or -1.
  int before(variable_end end, int event_number) const;

  /// The ends of the other terms that an end was computed from.
  template <class Use>
  void for_each_end(const event& of, const Use& use) const {
    const auto terms = net_.terms(of.source);
    if (net_.relations()[at(of.source)].is_product) {
      const unsigned own = of.uses >> 4;
      unsigned bit = 0;
      for (unsigned place = 0; place < 3; ++place) {
        if (place == own) continue;
        if (of.uses >> bit & 1) use({terms[place].variable, side::low});
        if (of.uses >> bit & 2) use({terms[place].variable, side::high});
        bit += 2;
      }
      return;
    }
    double own = 0;
    for (const term& each : terms)
      if (each.variable == of.end.variable) own = each.weight;
    for (const term& each : terms) {
      if (each.variable == of.end.variable) continue;
      const bool same_sign = (each.weight > 0) == (own > 0);
      use({each.variable, same_sign ? opposite(of.end.at) : of.end.at});
    }
  }

  const network& net_;
  const contraction& state_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/solve/derivation-inl.hpp"
#endif
