#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/certainty.hpp"

namespace kebi::detail {

KEBI_INLINE bool is_certain(const contradiction& of, std::span<const fact> facts,
                            const catalogue& known) {
  constexpr std::size_t sentence = 100, section = 1000, few_slips = 12;  // bytes, bytes
  bool has_places = false, all_known = true;
  std::size_t widest = 0, end = 0;
  std::vector<const fact*> in_order;
  for (const std::size_t i : of.facts) in_order.push_back(&facts[i]);
  std::sort(in_order.begin(), in_order.end(),
            [](auto* a, auto* b) { return a->start < b->start; });
  for (const fact* each : in_order) {
    has_places = has_places || each->end > 0;
    all_known = all_known && known.find(each->indicator);
    if (end > 0 && each->start > end) widest = std::max(widest, each->start - end);
    end = std::max(end, each->end);
  }
  if (!has_places || (of.laws.empty() && in_order.size() > 1)) return true;
  // A level and its growth alone disagree where no whole number of things can be the base: then
  // one of them is more likely of something else.
  if (in_order.size() == 2 && of.laws == std::vector{identity::growth}) return false;
  // Where most slips would mend it, as with a part that is larger than its whole, none explains it.
  const bool explained = of.grade != grade::contradictory &&
                         (of.grade != grade::typo || of.mends.size() <= few_slips);
  if (!all_known) return in_order.size() > 1 && widest <= sentence && explained;
  if (widest <= section || of.grade == grade::rounding_edge) return true;
  const std::vector<mend> likely = of.likeliest();
  return std::any_of(likely.begin(), likely.end(), [&](const mend& each) {
    return are_one_slip_apart(*facts[each.fact].value, each.what.meant, true);
  });
}

}  // namespace kebi::detail
