#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kebi/indicator/code.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/period/code.hpp"

namespace kebi {

/// The facts of one document, in reading order: a plan with its targets, and
/// what has become of them.
struct report {
  std::string title;
  std::string region;                  ///< the one that speaks of itself as 全区, 本市
  std::optional<kebi::period> period;  ///< that the outcomes are about
  std::vector<fact> facts;

  friend bool operator==(const report&, const report&) = default;
};

/// Throws `error` when two targets ask different things of one figure.
inline void require_single_targets(const report& of) {
  std::map<std::string_view, std::vector<const fact*>> targets;
  for (const fact& each : of.facts)
    if (each.status == status::target) targets[each.indicator].push_back(&each);

  const auto compete = [](const fact& a, const fact& b) {
    return a.region == b.region && a.period == b.period && a.measure == b.measure &&
           a.subject == b.subject && a.basis == b.basis && a.of == b.of && a.parent == b.parent &&
           !same_statement(a, b);
  };
  for (const auto& [name, all] : targets)
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (compete(*all[j], *all[i]))
          throw error{"two targets for the " + std::string{code(all[i]->measure)} + " of " +
                      std::string{name} + (all[i]->period ? " in " + code(*all[i]->period) : "") +
                      ": " + in_quotes(all[j]->text) + " and " + in_quotes(all[i]->text) +
                      ": keep one, or name its own period or region"};
}

}  // namespace kebi
