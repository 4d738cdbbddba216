#pragma once

#include <deque>

#include "kebi/infer/rules/rule_base.hpp"

namespace kebi::detail {

/// Ratios of which the catalogue knows what they are made of: per head, per GDP, per
/// unit of area, a part of a whole.
class quotient_rules : public rule_base {
 public:
  using rule_base::rule_base;

  /// ratio × denominator = numerator, where two of the three are spoken of.
  void post_quotients();

 private:
  /// The quotients that a caller states, as indicators.
  std::deque<indicator> own_ratios() const;
  /// The ratio over the span of a figure, as its numerator and denominator make it.
  void post_first(const indicator& ratio, const quantity& like, const period& over);

  /// False when nothing is known of the denominator.
  bool post(const indicator& ratio, const quotient& made, const quantity& what);

  /// 年平均常住人口: half of what there was at the two ends of the year, on one scope.
  int mean_of_year(const quantity& at_end, int end, const period& year,
                   const std::optional<unit>& in);

  /// 亿元 of 亿元/公顷; none of a unit without a bar.
  static std::optional<unit> numerator_of(const unit& ratio);
  /// Whether one unit is the quotient of two others; per head goes without saying (人均).
  static bool compose(const unit& ratio, const unit& above, const unit& below);
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/quotient_rules-inl.hpp"
#endif
