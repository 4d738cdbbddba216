#pragma once

#include <algorithm>

#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

/// Identities between wholes and parts: sums of complete lists, rests beside a part,
/// classes of a count.
class part_rules : public rule_base {
 public:
  using rule_base::rule_base;

  /// Wholes and parts: what is left of one beside the other, or their sum.
  void post_parts();

 private:
  /// Counts of classes that are distinguished by a word before one noun (新开工重大项目数,
  /// 在建重大项目数 of 重大项目数). They exclude each other where one of them says so (不包括).
  void post_classes(const std::unordered_map<std::string, std::vector<int>>& levels);
  void post_classes_of(int whole, const std::string& noun,
                       const std::unordered_map<std::string, std::vector<int>>& levels);

  /// 住宅 of 投资额 and 投资额(其中住宅); other parts as they are.
  static std::string part_in(const std::string& whole, const std::string& part);

  void post_rest(int whole, const std::string& part_name);

  /// A whole that is not published, where all of its parts are.
  void make_wholes(const containment& list,
                   std::unordered_map<std::string, std::vector<int>>& levels);

  /// Sums of a complete list, of which at most one part may be unpublished.
  void post_complete(int whole, const containment& list);
  quantity part_in_list(const containment& list, const quantity& whole, const std::string& part) const;
  /// The towns of a district, for every indicator that adds up.
  void post_regions(const containment& list,
                    const std::unordered_map<std::string, std::vector<int>>& levels);
  void post_own_sum(const own_law& law, int number,
                    const std::unordered_map<std::string, std::vector<int>>& levels);
  std::vector<int> found_parts(const containment& list, const quantity& whole,
                               const std::optional<unit>& in);
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/part_rules-inl.hpp"
#endif
