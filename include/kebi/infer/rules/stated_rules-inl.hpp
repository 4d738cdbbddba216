#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/stated_rules.hpp"

namespace kebi::detail {

KEBI_INLINE void stated_rules::post_of(const fact& f, const quantity& of) {
  if (f.measure == measure::level) state_.last[of.indicator] = of.whole;
  if (!f.parent.empty() && f.measure == measure::level)
    state_.parents.push_back({part_of(of, reader_.name(f.parent)), of.indicator});
  if (f.measure == measure::growth) {
    if (f.comparable == comparable::scope || f.comparable == comparable::price ||
        f.comparable == comparable::adjusted || reader_.grows_in_real_terms(of.indicator))
      if (const int g = net_.find(of); g >= 0) state_.rebased.insert(g);
    if (f.basis == basis::average2) post_average(of);
    if (f.basis == basis::fixed) post_fixed(f, of);
    return;
  }
  if (f.measure == measure::gap) return post_gap(f, of);
  const int variable = net_.find(of);
  if (variable < 0 || !of.period || !first_time(identity::own, variable)) return;
  switch (f.measure) {
    case measure::share:
      return post_share(f, of, variable);
    case measure::change:
      return post_change(f, of, variable);
    case measure::contribution:
    case measure::pull:
      return post_contribution(f, of, variable);
    case measure::progress:
      return post_progress(of, variable);
    default:
      return;
  }
}

KEBI_INLINE void stated_rules::post_share(const fact& f, const quantity& of, int share) {
  if (f.whole.empty()) return;
  quantity own_level = level_of(of);
  if (const auto last = state_.last.find(of.indicator); last != state_.last.end())
    own_level.whole = last->second;
  const int part = find_level(own_level);
  const auto [indicator, region] = reader_.whole(f.whole, of.indicator, of.region);
  const quantity whole = reader_.level(indicator, region, of.period, of.status);
  if (indicator == of.indicator && region == of.region) return;  // no part of itself
  int all = find_level(whole);
  if (part < 0 && all < 0) return;
  if (all < 0) all = reader_.level_variable(whole, net_.unit_of(part));
  const int own = part >= 0 ? part : reader_.level_variable(own_level, net_.unit_of(all));
  if (first_time(identity::share, share)) net_.shares(identity::share, share, all, own);
}

KEBI_INLINE void stated_rules::post_gap(const fact& f, const quantity& of) {
  if (f.reference.empty()) return;
  quantity own = of, other = of;
  own.measure = other.measure = *of.subject;
  own.subject = other.subject = std::nullopt;
  own.whole = other.whole = *of.subject == measure::share ? f.whole : "";
  const bool to_target = f.reference.find("目标") != std::string::npos ||
                         f.reference.find("计划") != std::string::npos;
  if (to_target) {
    other.status = status::target;
    if (of.period) other.period = year_of(of.period->year());
  } else {
    std::tie(other.indicator, other.region) = reader_.whole(f.reference, of.indicator, of.region);
  }
  if (other == own) return;
  // What an undated gap refers to stands next to it, or is nowhere.
  if (of.passage > 0 && net_.find(own) < 0 && net_.find(other) < 0) return;
  const int gap = net_.find(of);
  if (f.value && gap >= 0) {
    if (first_time(identity::gap, gap))
      net_.sum(identity::gap, {
                                  {1,  variable_of(own)  },
                                  {-1, variable_of(other)},
                                  {-1, gap               }
      });
  } else if (to_target && !f.value) {
    const int mine = net_.find(own), target = net_.find(other);
    const indicator* known = reader_.known(of.indicator);
    if (mine < 0 || target < 0 || !first_time(identity::short_of, mine, target)) return;
    const bool lower = known && known->better == better::lower;
    net_.sum(identity::short_of,
             {
                 {1,  mine  },
                 {-1, target}
    },
             lower ? bounds::at_least(0) : bounds::at_most(0));
  }
}

KEBI_INLINE void stated_rules::post_change(const fact& f, const quantity& of, int change) {
  quantity now = of, then;
  now.measure = *of.subject;
  now.subject = std::nullopt;
  now.basis = std::nullopt;
  now.whole = now.measure == measure::share ? f.whole : "";
  then = now;
  if (f.whole.empty() && !f.reference.empty() && !reader_.is_year_before(f.reference)) {
    try {
      then.period = period_of_code(f.reference);
    } catch (const read_error&) {
      return;  // against something that is no period
    }
  } else if (f.basis == basis::mom)
    then.period = span_before(*now.period);
  else if (f.basis == basis::year_start)
    then.period = month_of(now.period->year() - 1, 12);
  else
    then.period = year_before(*now.period);
  then.status = reader_.world(now.status, then.period);
  // An increment printed with a growth stands on the base of that growth.
  if (now.measure == measure::level && !reader_.is_ratio(now.indicator) &&
      net_.find(growth_of(now)) >= 0)
    then.scope = scope::comparable;
  if (now.measure == measure::level) {
    const int known = find_level(now) >= 0 ? find_level(now) : find_level(then);
    if (known < 0) return;
    const auto &in = net_.unit_of(known), &by = f.unit;
    if (in && by && !same_kind(*in, *by)) return;  // of something else
  }
  net_.sum(identity::change, {
                                 {1,  variable_of(now) },
                                 {-1, variable_of(then)},
                                 {-1, change           }
  });
}

KEBI_INLINE void stated_rules::post_contribution(const fact& f, const quantity& of, int variable) {
  if (f.whole.empty()) return;
  const auto [indicator, region] = reader_.whole(f.whole, of.indicator, of.region);
  const quantity part = level_of(of),
                 whole = reader_.level(indicator, region, of.period, of.status);
  if (indicator == of.indicator && region == of.region) return;
  contribute(f.measure, variable, part, whole);
  quantity both = of;
  both.measure = f.measure == measure::pull ? measure::contribution : measure::pull;
  const int other = net_.find(both), growth = net_.find(growth_of(whole));
  if (other < 0 || growth < 0 || !first_time(identity::pull, std::min(other, variable), growth))
    return;
  const int pull = f.measure == measure::pull ? variable : other,
            contribution = pull == variable ? other : variable;
  net_.product(identity::pull, {0, contribution}, {0, growth}, {100, pull});
}

KEBI_INLINE void stated_rules::post_progress(const quantity& of, int progress) {
  quantity plan = level_of(of);
  plan.period = year_of(of.period->year());
  plan.status = status::target;
  const int so_far = find_level(level_of(of)), planned = find_level(plan);
  if (so_far < 0 && planned < 0) return;
  const auto in = net_.unit_of(so_far >= 0 ? so_far : planned);
  net_.shares(identity::progress, progress, reader_.level_variable(plan, in),
              reader_.level_variable(level_of(of), in));
}

KEBI_INLINE void stated_rules::post_average(const quantity& of) {
  const int average = net_.find(of);
  if (average < 0 || !of.period || !first_time(identity::average, average)) return;
  const quantity now = growth_of(of);
  quantity then = now;
  then.period = year_before(*now.period);
  const int both = net_.step(bounds::at_least(0));
  net_.product(identity::average, {100, average}, {100, average}, {1, both});
  net_.product(identity::average, {100, reader_.growth_variable(now)},
               {100, reader_.growth_variable(then)}, {1, both});
}

KEBI_INLINE void stated_rules::post_fixed(const fact& f, const quantity& of) {
  const int over_both = net_.find(of);
  if (over_both < 0 || !of.period || f.reference != std::to_string(of.period->year() - 2) ||
      !first_time(identity::average, over_both))
    return;
  const quantity now = growth_of(of);
  quantity then = now;
  then.period = year_before(*now.period);
  const int both = net_.step(bounds::at_least(0));
  net_.product(identity::average, {100, reader_.growth_variable(now)},
               {100, reader_.growth_variable(then)}, {1, both});
  net_.sum(identity::average,
           {
               {1,    both     },
               {-100, over_both}
  },
           bounds::exactly(10'000));
}

}  // namespace kebi::detail
