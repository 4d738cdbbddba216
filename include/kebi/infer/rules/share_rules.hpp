#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

/// Identities of a part in its whole, for which no level need be known: what a part pulls is its
/// share a year before times its growth; the shares of a complete list add to 100, and so do its
/// contributions; the growth of a whole is the mean of that of its parts.
///
/// All is counted in hundredths of the whole a year before: a part was its share then, is that
/// share grown now, and pulls the difference; the whole is 100 plus its growth. Shares at current
/// prices say nothing of growth at constant prices, whose weights are of another year's prices.
class share_rules : public rule_base {
 public:
  using rule_base::rule_base;

  /// Again where other rules have made figures since.
  void post_shares();

 private:
  /// Shares, pull and contribution of one part in one whole.
  struct link {
    quantity part, whole;  // levels
    std::string words;     // the whole, as it is printed
    int now = -1;          // the part, in hundredths of the whole a year before
  };
  /// The figure of a part in a whole: its share, its pull and so on; made where there is none.
  int of_link(const link& of, measure what, scope on = scope::published);
  int find_of_link(const link& of, measure what, scope on = scope::published) const;
  /// Its share a year before, on the base that its growth stands on.
  int base_of_link(const link& of);

  void note_links();
  void note_link(const quantity& part, const quantity& whole, const std::string& words);
  /// What the words of a rate, a list or the name of a region (全市) say of a figure's whole.
  void note_links_of(const quantity& of);
  void note_regions();

  void post_link(link& of);
  /// Share, part and whole, wherever two of them are spoken of.
  void tie_to_levels(const link& at, scope on, bool make_share);
  void post_rates(link& of);
  /// Pull and contribution where all levels are printed.
  void post_increments(const link& of);
  /// How many rates are known of a part; the growth of its whole is not counted.
  std::size_t rates_of(const link& of) const;

  void post_list(const containment& list);
  void post_list_of(const std::vector<link*>& parts);
  /// The shares a year before, and what became of them.
  void post_weights(const std::vector<link*>& parts);
  /// The figures of one measure over a list add up; where at most one is not known. `only_stated`
  /// where levels add up already: then a sum of what follows from them checks nothing.
  void add_up(const std::vector<link*>& parts, measure what, int total, bool only_stated);
  /// Whether the levels of a list are published, so that their sum is known by itself.
  bool levels_tell(const std::vector<link*>& parts) const;

  bool are_stated(const link& of) const;
  bool is_nominal(const link& of) const;
  bool is_never_negative(const quantity& of) const;
  link& link_of(const quantity& part, const quantity& whole);

  int noted_ = 0;  // variables whose links are known
  bool has_wider_ = false;  // whether a figure is of 全市 or the like
  std::vector<link> links_;
  std::unordered_map<std::string, std::size_t> places_;  // of links, by part and whole
  std::unordered_set<std::string> spoken_of_;            // wholes that a rate is of
  // What parts were spoken of in, by its name.
  std::unordered_map<std::string, std::map<std::string, quantity>> wholes_;
  // Figures of flows and stocks that differ in their region only.
  std::map<std::string, std::vector<quantity>> alike_;
  std::unordered_map<std::string, std::vector<std::string>> wholes_of_;  // lists, by their parts
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/share_rules-inl.hpp"
#endif
