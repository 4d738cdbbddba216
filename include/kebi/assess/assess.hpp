#pragma once

#include <map>
#include <string>
#include <vector>

#include "kebi/assess/judge.hpp"
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/report.hpp"
#include "kebi/period/rates.hpp"

namespace kebi {

namespace detail {

/// The facts of a report by indicator, whatever name they use for it.
class facts_by_indicator {
 public:
  facts_by_indicator(const report& of, const catalogue& known) : known_{known} {
    for (const fact& each : of.facts) by_name_[key(each.indicator)].push_back(&each);
  }

  /// The first of the latest facts that qualify; null where there is none.
  template <class Qualifies>
  const fact* latest(const std::string& indicator, const Qualifies& qualifies) const {
    const auto found = by_name_.find(key(indicator));
    if (found == by_name_.end()) return nullptr;
    const fact* best = nullptr;
    for (const fact* each : found->second)
      if (each->period && qualifies(*each) && (!best || each->period->last() > best->period->last()))
        best = each;
    return best;
  }

 private:
  std::string key(const std::string& name) const {
    const indicator* what = known_.find(name);
    return what ? what->name : catalogue::folded(name);
  }

  const catalogue& known_;
  std::map<std::string, std::vector<const fact*>> by_name_;
};

inline bool has_happened(const fact& f) {
  return f.status == status::actual || f.status == status::estimate;
}

/// Whether a figure measures what a target asks for.
inline bool answers(const fact& figure, const fact& target) {
  if (!has_happened(figure) || figure.region != target.region || !target.period ||
      !target.period->contains(*figure.period) || figure.of != target.of)
    return false;
  const bool yoy = !figure.basis || figure.basis == basis::yoy || figure.basis == target.basis;
  switch (target.measure) {
    case measure::growth: return figure.measure == measure::growth && yoy;
    case measure::change:
    case measure::gap:
      return figure.measure == target.measure && figure.subject == target.subject && yoy;
    case measure::level:
      // A direction without a number (稳步增加) is answered by growth.
      if (target.bound == bound::none) return figure.measure == measure::growth && yoy;
      return figure.measure == measure::level || figure.measure == measure::progress;
    default: return figure.measure == target.measure;
  }
}

/// The weight that the elapsed part had in the base year, where the report gives
/// both levels of the base year, or implies the elapsed one.
inline std::optional<bounds> weight_from(const facts_by_indicator& facts, const fact& target,
                                         const fact& outcome) {
  const period base_year = year_before(*target.period), base_part = year_before(*outcome.period);
  const auto level_of = [&](const period& when) {
    return facts.latest(target.indicator, [&](const fact& f) {
      return has_happened(f) && f.measure == measure::level && f.region == target.region &&
             f.period == when && f.value && f.bound == bound::exact;
    });
  };
  const fact* whole = level_of(base_year);
  if (!whole) return std::nullopt;
  std::optional<bounds> part;
  if (const fact* printed = level_of(base_part)) {
    if (const auto value = value_like(*printed, *whole)) part = rounding_interval(*value);
  } else if (const fact* now = level_of(*outcome.period); now && outcome.value) {
    if (const auto value = value_like(*now, *whole); value && outcome.value->value() != -100)
      part = base(*value, percent{*outcome.value});
  }
  if (!part) return std::nullopt;
  const bounds weight = evaluate([]<class N>(const N& a, const N& b) -> N { return a / b; }, *part,
                                 rounding_interval(*whole->value)) & bounds{0, 1};
  if (weight.is_empty() || weight.hi() == 1) return std::nullopt;
  return weight;
}

}  // namespace detail

/// Holds every target of a report against the report's own figures, in the order
/// of the targets. A figure answers a target of the same indicator (by any of
/// its names) and region inside the target's period; of several the latest, and
/// of those the first stated.
inline std::vector<assessment> assess(const report& of, const catalogue& known,
                                      const settings& how = {}) {
  const detail::facts_by_indicator facts{of, known};
  std::vector<assessment> all;
  for (const fact& target : of.facts) {
    if (target.status != status::target) continue;
    evidence seen;
    seen.indicator = known.find(target.indicator);
    seen.outcome = facts.latest(target.indicator,
                                [&](const fact& f) { return detail::answers(f, target); });
    if (seen.outcome) {
      const period now = *seen.outcome->period;
      const auto here = [&](const fact& f) {
        return detail::has_happened(f) && f.region == target.region && f.value;
      };
      seen.reference = target.versus.empty() ? nullptr : facts.latest(target.versus, [&](const fact& f) {
        return here(f) && f.measure == measure::growth && f.period == now;
      });
      seen.last_year = facts.latest(target.indicator, [&](const fact& f) {
        const bool since = f.period == now && f.basis == basis::yoy &&
                           ((f.measure == measure::change && f.subject != measure::growth) ||
                            f.measure == measure::growth);
        return here(f) && (since || (f.measure == measure::level && f.period == year_before(now)));
      });
      seen.year_start = target.period ? facts.latest(target.indicator, [&](const fact& f) {
        return here(f) && f.measure == measure::level &&
               f.period->last() + 1 == target.period->first();
      }) : nullptr;
      if (target.period) seen.weight = detail::weight_from(facts, target, *seen.outcome);
    }
    all.push_back(judge(target, seen, how));
  }
  return all;
}

}  // namespace kebi
