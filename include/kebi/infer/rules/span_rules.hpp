#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

/// The growth of a span lies within that of the two that make it up: of a year within that of its
/// halves. The weight of each is its part of the base, which nobody need know.
class span_rules : public rule_base {
 public:
  using rule_base::rule_base;

  void post_growths_of_spans();

 private:
  void post_year(std::vector<int> growths);
  void post_span(int first, int second, int both);
  /// Whether levels are published of the three spans, whose sum says more.
  bool levels_tell(const quantity& one, const quantity& other, const quantity& both) const;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/span_rules-inl.hpp"
#endif
