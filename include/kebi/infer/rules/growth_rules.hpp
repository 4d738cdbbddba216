#pragma once

#include <algorithm>
#include <map>
#include <tuple>

#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

/// Identities along time: levels and their bases, years to date and their spans,
/// shares a year before, and the bases of different scope.
class growth_rules : public rule_base {
 public:
  using rule_base::rule_base;

  /// level = base (1 + growth), wherever a level or a base is spoken of.
  void post_growths();
  /// What of the plan for a year is reached by a month of it.
  void post_progress();
  /// Years to date of flows, and what is left between them.
  void post_spans();

  /// share a year before = share (1 + growth of whole) / (1 + growth of part)
  void post_shares_before();

  /// Comparable bases beside published ones.
  void post_scopes();

 private:
  /// Growth that nobody prints, of what is known of both years.
  void make_growths();
  /// Two growths of one thing, at current and at comparable prices, imply its own price
  /// (平减指数), which is no consumer price; and at current prices levels hang together.
  void post_price(int marked, const quantity& of);

  void post_year(const std::vector<int>& levels);
  void done_year_to_date(int v) { first_time(identity::year_to_date, v); }
  void join(int from, int span, int to);
  /// The growth of a span that is known on both sides only as a rest.
  void post_rest_growth(const quantity& rest, int left);
  void grow_rest(const quantity& now, int level, int base);
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/growth_rules-inl.hpp"
#endif
