#pragma once

#include <span>
#include <unordered_set>

#include "kebi/infer/rules/growth_rules.hpp"
#include "kebi/infer/rules/part_rules.hpp"
#include "kebi/infer/rules/passages.hpp"
#include "kebi/infer/rules/quotient_rules.hpp"
#include "kebi/infer/rules/reading_order.hpp"
#include "kebi/infer/rules/same_figure.hpp"
#include "kebi/infer/rules/share_rules.hpp"
#include "kebi/infer/rules/span_rules.hpp"
#include "kebi/infer/rules/stated_rules.hpp"

namespace kebi::detail {

/// Makes the figures of facts, and posts the identities that follow from the facts
/// themselves and from the catalogue.
class posting {
 public:
  posting(const catalogue& names, const inference_settings& settings, quantity_network& into);

  /// The facts that bound no figure are added to `unused`.
  void post(std::span<const fact> given, std::optional<month> past,
            std::vector<std::size_t>& unused);

  /// The names whose figures are of a whole span, not of its end. What is neither in the
  /// catalogue nor in a fact, such as a rest, may be either.
  std::unordered_set<std::string> over_spans(std::span<const fact> facts) const;

  /// What the catalogue knows of the figures' indicators.
  catalogue spoken_of() const;

 private:
  /// Rounds of rules in which figures are made; what follows in so many steps is found.
  static constexpr int most_rounds = 6;

  bool takes_part(const fact& f) const;
  /// What has to be known of all facts before any is read.
  void note(std::span<const fact> facts, std::optional<month> past);
  /// The identities of figures that are there by now.
  void post_of_figures();

  const inference_settings& settings_;
  quantity_network& net_;
  fact_reader reader_;
  rule_state state_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/posting-inl.hpp"
#endif
