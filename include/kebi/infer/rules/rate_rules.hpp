#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

/// Identities between rates, for which no level need be known: what a part pulls is its share a
/// year before times its growth; the shares of a complete list add to 100; the growth of a whole
/// lies within that of its parts, and that of a year within that of its halves.
class rate_rules : public rule_base {
 public:
  using rule_base::rule_base;

  void post_rates();

 private:
  /// Shares, pulls and contributions of one part in one whole.
  struct link {
    quantity part, whole;  // levels
    std::string words;     // the whole, as it is printed
  };
  /// The figure of a part in a whole: its share, its pull and so on; made where there is none.
  int of_link(const link& of, measure what, scope on = scope::published);
  /// Its share a year before, on the base that its growth stands on.
  int base_of_link(const link& of);
  int find_of_link(const link& of, measure what, scope on = scope::published) const;

  void note_links();
  void note_whole(const quantity& of);
  /// Pull, contribution and the share a year before, of one part.
  void post_link(const link& of);
  /// A share, and that of a year before, from both levels.
  void tie_to_levels(const link& of);

  /// All parts of a complete list, for each whole of it that a rate speaks of.
  void post_list(const containment& list);
  void post_list_of(const std::vector<link>& parts);
  /// The figures of one measure over a list add up; where at most one is not known.
  void add_up(const std::vector<link>& parts, measure what, scope on, int total);
  /// The growth of a whole as the mean of that of its parts.
  void post_mean_growth(const std::vector<link>& parts);

  /// The growth of a span lies within that of the two that make it up.
  void post_spans();
  void post_span(int first, int second, int both);

  bool are_stated(const quantity& part, const quantity& whole) const;
  bool is_never_negative(const quantity& of) const;

  static std::string key_of(const quantity& part, const quantity& whole);

  std::vector<link> links_;
  std::unordered_map<std::string, std::size_t> places_;  // of links, by their key
  // What rates speak of as a whole, by its name.
  std::unordered_map<std::string, std::map<std::string, quantity>> wholes_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/rate_rules-inl.hpp"
#endif
