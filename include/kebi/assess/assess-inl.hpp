#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "kebi/assess/answers.hpp"
#include "kebi/assess/assess.hpp"
#include "kebi/assess/judge.hpp"
#include "kebi/assess/needs.hpp"
#include "kebi/core/config.hpp"
#include "kebi/indicator/catalogue.hpp"
#include "kebi/indicator/report.hpp"
#include "kebi/period/rates.hpp"

namespace kebi {

namespace detail {

/// The months in which the period of a fact may end.
struct ends_within {
  month first, last;
};

/// The facts of a report by indicator, whatever name they use for it, region, and the month in
/// which their period ends.
class facts_by_indicator {
 public:
  facts_by_indicator(const report& of, const catalogue& known, bool include_doubtful)
      : known_{known} {
    for (const fact& each : of.facts) {
      if (!each.period) continue;
      table& into = include_doubtful || is_firm(each) ? firm_ : doubtful_;
      into[{name(each.indicator), each.region}][name(each.parent)].push_back({&each});
    }
    for (table* each : {&firm_, &doubtful_})
      for (auto& [key, by_whole] : *each)
        for (auto& [whole, all] : by_whole) std::ranges::stable_sort(all, {}, &entry::end);
  }

  /// The first of the latest facts of that indicator and region that qualify and end within
  /// those months, those that are a part of the same whole before others; null where there is none.
  template <class Qualifies>
  const fact* latest(const std::string& indicator, const fact& like, const ends_within& when,
                     const Qualifies& qualifies) const {
    return latest_of(firm_, indicator, like, when, qualifies);
  }
  /// Of those that take no part because their reading is in doubt.
  template <class Qualifies>
  const fact* latest_doubtful(const std::string& indicator, const fact& like, const ends_within& when,
                              const Qualifies& qualifies) const {
    return latest_of(doubtful_, indicator, like, when, qualifies);
  }

 private:
  struct entry {
    const fact* told;
    month end() const { return told->period->last(); }
  };
  /// By indicator and region, and then by the whole that they are a part of, each by its name in the catalogue.
  using table = std::map<std::pair<std::string, std::string>, std::map<std::string, std::vector<entry>>>;

  template <class Qualifies>
  const fact* latest_of(const table& facts, const std::string& indicator, const fact& like,
                        const ends_within& when, const Qualifies& qualifies) const {
    const auto found = facts.find({name(indicator), like.region});
    if (found == facts.end()) return nullptr;
    const std::string whole = name(like.parent), itself = name(like.indicator);
    const fact* best = nullptr;
    const auto look_in = [&](const std::vector<entry>& group) {
      const auto from = std::ranges::lower_bound(group, when.first, {}, &entry::end);
      for (auto at = from; at != group.end() && at->end() <= when.last; ++at)
        if (qualifies(*at->told) && (!best || comes_before(*at->told, *best, like))) best = at->told;
    };
    if (const auto siblings = found->second.find(whole); siblings != found->second.end()) look_in(siblings->second);
    if (best) return best;
    // A text may name the whole (其中) where a table does not, and the other way round; but an item is
    // not its own part.
    const auto end = like.parent.empty() ? found->second.end() : found->second.upper_bound("");
    for (auto each = found->second.begin(); each != end; ++each) {
      const std::string& of = each->first;
      if (of != whole && (of.empty() ? whole : of) != itself) look_in(each->second);
    }
    return best;
  }

  /// The later one, 1-6月 rather than 6月, and the first stated.
  static bool comes_before(const fact& one, const fact& other, const fact& like) {
    if (one.period->last() != other.period->last()) return one.period->last() > other.period->last();
    const bool starts = starts_with(one, like);
    return starts != starts_with(other, like) ? starts : &one < &other;
  }

  std::string name(const std::string& printed) const {
    const indicator* what = known_.find(printed);
    return what ? what->name : catalogue::folded(printed);
  }
  static bool starts_with(const fact& figure, const fact& target) {
    return target.period && figure.period->first() == target.period->first();
  }
  const catalogue& known_;
  table firm_, doubtful_;
};

/// The weight that the elapsed part had in the base year, where the report gives
/// both levels of the base year, or implies the elapsed one.
KEBI_INLINE std::optional<bounds> weight_from(const facts_by_indicator& facts, const fact& target,
                                              const fact& outcome) {
  const period base_year = year_before(*target.period), base_part = year_before(*outcome.period);
  const auto level_of = [&](const period& when) {
    const ends_within then{when.last(), when.last()};
    return facts.latest(target.indicator, target, then, [&](const fact& f) {
      return has_happened(f) && f.measure == measure::level && f.period == when && f.value &&
             f.bound == bound::exact;
    });
  };
  const fact* whole = level_of(base_year);
  if (!whole) return std::nullopt;
  std::optional<bounds> part;
  if (const fact* printed = level_of(base_part)) {
    if (const auto value = value_like(*printed, *whole)) part = rounding_interval(*value);
  } else if (const fact* now = level_of(*outcome.period);
             // A base revised to today's scope or prices is not that of the year before.
             now && outcome.value && !outcome.comparable) {
    if (const auto value = value_like(*now, *whole); value && outcome.value->value() != -100)
      part = base(*value, percent{*outcome.value});
  }
  if (!part) return std::nullopt;
  const bounds weight = evaluate([]<class N>(const N& a, const N& b) -> N { return a / b; }, *part,
                                 rounding_interval(*whole->value)) &
                        bounds{0, 1};
  if (weight.is_empty() || weight.hi() == 1) return std::nullopt;
  return weight;
}

/// The weight that the caller gives for an indicator, by any of its names.
KEBI_INLINE std::optional<bounds> weight_given(const std::string& indicator, const catalogue& known,
                                               const settings& how) {
  for (const auto& [name, weight] : how.weights)
    if (known.same(name, indicator)) return weight;
  return std::nullopt;
}

/// A weight for what no target speaks of is a slip of the pen.
KEBI_INLINE void require_weights_used(const report& of, const catalogue& known,
                                      const settings& how) {
  for (const auto& [name, weight] : how.weights) {
    bool used = false;
    for (const fact& each : of.facts)
      used = used || (each.status == status::target && known.same(name, each.indicator));
    if (!used) throw error{"a weight is given for " + name + ", but no target speaks of it"};
    if (weight.is_empty() || weight.lo() < 0 || weight.hi() >= 1)
      throw error{"the weight of " + name + " is a share of the base year: at least 0 and below 1"};
  }
}

/// The figure of what a target is compared with, and the published distance to it.
KEBI_INLINE void find_reference(evidence& seen, const fact& target, const facts_by_indicator& facts) {
  if (target.reference.empty()) return;
  const period now = *seen.outcome->period;
  const ends_within then{now.last(), now.last()};
  fact whole = target;
  whole.parent.clear();
  const auto is_like_it = [&](const fact& f) {
    return has_happened(f) && f.value && f.measure == target.measure && f.period == now;
  };
  seen.reference = facts.latest(target.reference, whole, then, is_like_it);
  if (!seen.reference) {  // 高于全市平均: the same indicator there
    whole.region = std::string{without_mean(target.reference)};
    seen.reference = facts.latest(target.indicator, whole, then, is_like_it);
  }
  seen.gap = facts.latest(target.indicator, target, then,
                          [&](const fact& f) { return is_gap_to(f, target) && f.period == now; });
}

/// What a report knows of one of its targets.
KEBI_INLINE evidence evidence_for(const fact& target, const facts_by_indicator& facts,
                                  const catalogue& known, const settings& how) {
  evidence seen;
  seen.indicator = known.find(target.indicator);
  const ends_within any{month{0}, month{12 * 10'000}};
  const ends_within within =
      target.period ? ends_within{target.period->first(), target.period->last()} : any;
  const auto find = [&](const auto& qualifies) {
    if (!seen.outcome) seen.outcome = facts.latest(target.indicator, target, within, qualifies);
  };
  // A published rate of completion states that what the catalogue lacks is to be completed.
  if (!seen.indicator && way_of(target, nullptr).way != better::lower)
    find([&](const fact& f) { return f.measure == measure::progress && f.bound == bound::exact && answers(f, target, nullptr); });
  find([&](const fact& f) { return answers(f, target, seen.indicator); });
  if (compares(target)) find([&](const fact& f) { return is_gap_to(f, target) && spans(f, target, seen.indicator); });
  if (target.bound == bound::stable)
    find([&](const fact& f) { return is_change_since_last_year(f) && spans(f, target, seen.indicator); });
  find([&](const fact& f) { return answers_in_words(f, target); });
  if (!seen.outcome) {
    const auto may_be_shown = [&](const fact& f) {
      return has_happened(f) && (!target.period || target.period->contains(*f.period));
    };
    seen.beside = facts.latest(target.indicator, target, within, may_be_shown);
    if (!seen.beside) seen.beside = facts.latest_doubtful(target.indicator, target, within, may_be_shown);
    return seen;
  }
  const fact& outcome = *seen.outcome;
  const period now = *outcome.period;
  const ends_within then{now.last(), now.last()}, since{now.last() - 12, now.last()};
  const auto states = [&](const fact& f) { return has_happened(f) && f.value; };
  find_reference(seen, target, facts);
  seen.last_year = facts.latest(target.indicator, target, since, [&](const fact& f) {
    const bool is_change_since = f.period == now && is_change_since_last_year(f);
    const bool is_level_before = f.measure == measure::level && f.period == year_before(now);
    return states(f) && (is_change_since || is_level_before);
  });
  seen.disputed = facts.latest(target.indicator, target, then, [&](const fact& f) {
    return number_of(outcome) && answers(f, target, seen.indicator) && f.period == outcome.period &&
           f.measure == outcome.measure && f.unit == outcome.unit &&
           (possible(f) & possible(outcome)).is_empty();
  });
  if (!target.period) return seen;
  const month before = target.period->first() - 1;
  seen.year_start = facts.latest(target.indicator, target, {before, before}, [&](const fact& f) {
    return states(f) && f.measure == measure::level;
  });
  seen.weight = weight_given(target.indicator, known, how);
  if (!seen.weight) seen.weight = weight_from(facts, target, outcome);
  return seen;
}

/// What of a target its evidence depends on: targets that ask the same are answered once.
KEBI_INLINE auto asked_by(const fact& target) {
  return std::tuple{target.indicator, target.region,  target.parent,
                    target.period,    target.measure, target.subject,
                    target.basis,     target.whole,   target.reference,
                    target.bound == bound::none};
}

}  // namespace detail

KEBI_INLINE std::vector<assessment> assess(const report& of, const catalogue& known,
                                           const settings& how) {
  require_sound(how);
  detail::require_weights_used(of, known, how);
  const detail::facts_by_indicator facts{of, known, how.include_doubtful};
  std::map<decltype(detail::asked_by(fact{})), evidence> asked;
  std::vector<assessment> all;
  for (const fact& target : of.facts) {
    if (target.status != status::target) continue;
    try {
      const auto [seen, is_new] = asked.try_emplace(detail::asked_by(target));
      if (is_new) seen->second = detail::evidence_for(target, facts, known, how);
      all.push_back(judge(target, seen->second, how));
    } catch (const error& e) {
      throw error{"cannot assess " + target.indicator + " (" + target.text + "): " + e.what()};
    }
  }
  return all;
}

}  // namespace kebi
