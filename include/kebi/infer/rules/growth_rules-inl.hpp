#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/growth_rules.hpp"

namespace kebi::detail {

KEBI_INLINE void growth_rules::make_growths() {
  for (int v = 0, all = count(); v < all; ++v) {
    if (!is_figure(v, measure::level)) continue;
    const quantity& of = net_.quantity_of(v);
    if (of.scope != scope::published || !of.period || !of.whole.empty() || of.passage > 0 ||
        !reader_.grows_by_levels(of.indicator, net_.unit_of(v)))
      continue;
    const quantity level = of, growth = growth_of(level);
    if (net_.find(growth) >= 0) continue;
    const auto& in = net_.unit_of(v);
    if (net_.find(before(level, scope::published), in) >= 0 ||
        net_.find(before(level, scope::comparable), in) >= 0)
      reader_.growth_variable(growth, level.status == status::target);
  }
}

KEBI_INLINE void growth_rules::post_progress() {
  for (int v = 0, all = count(); v < all; ++v) {
    if (!is_figure(v, measure::level)) continue;
    const quantity plan = net_.quantity_of(v);
    if (plan.status != status::target || plan.scope != scope::published || !plan.whole.empty() ||
        !plan.period || plan.period->months() != 12 || !plan.period->in_one_year() ||
        !reader_.is_flow(plan.indicator))
      continue;
    for (month last = plan.period->first(); last <= plan.period->last(); last = last + 1) {
      quantity so_far = plan;
      so_far.status = status::actual;
      so_far.period = year_to_date(last);
      const int reached = net_.find(so_far, net_.unit_of(v));
      const quantity progress = reader_.measured(measure::progress, so_far);
      if (reached < 0 || net_.find(progress) >= 0) continue;
      net_.shares(identity::progress, net_.variable(progress), v, reached);
    }
  }
}

KEBI_INLINE void growth_rules::post_growths() {
  make_growths();
  for (int g = 0; g < count(); ++g) {
    if (!is_figure(g, measure::growth)) continue;
    const quantity of = net_.quantity_of(g);
    if (!of.period || !of.whole.empty()) continue;
    if (of.basis && *of.basis != basis::yoy && *of.basis != basis::mom) continue;
    const quantity now = level_of(of);
    quantity base = before(now, scope::comparable);
    if (of.basis == basis::mom) base.period = span_before(*now.period);
    quantity published = base;
    published.scope = scope::published;
    if (of.real || of.nominal) {
      post_price(g, of);
      continue;
    }
    const bool spoken_of =
        find_level(now) >= 0 || find_level(base) >= 0 || find_level(published) >= 0;
    if (!spoken_of || reader_.is_ratio(of.indicator) || reader_.lies_on_both_sides(of.indicator))
      continue;
    if (!first_time(identity::growth, g)) continue;
    const int level = reader_.level_variable(now);
    const int from = reader_.level_variable(base);
    net_.grows(from, g, level);
    if (state_.rebased.contains(g)) state_.bases_of_rebased.insert(from);
  }
}

KEBI_INLINE void growth_rules::post_spans() {
  std::map<std::tuple<std::string, std::string, int, int, std::string>, std::vector<int>> years;
  for (int v = 0; v < count(); ++v) {
    const quantity& of = net_.quantity_of(v);
    if (net_.is_step(v) || of.measure != measure::level || !of.period || !of.whole.empty() ||
        !of.period->in_one_year() || !reader_.is_flow(of.indicator))
      continue;
    const auto& in = net_.unit_of(v);
    years[{of.indicator, of.region, of.period->year(), static_cast<int>(of.scope),
           in ? in->kind() : ""}]
        .push_back(v);
  }
  for (const auto& [key, levels] : years)
    if (levels.size() > 1) post_year(levels);
}

KEBI_INLINE void growth_rules::post_shares_before() {
  for (int v = 0; v < count(); ++v) {
    if (!is_figure(v, measure::share)) continue;
    const quantity now = net_.quantity_of(v);
    if (!now.period || now.scope == scope::comparable) continue;
    const auto [indicator, region] = reader_.whole(now.whole, now.indicator, now.region);
    const int part = net_.find(growth_of(now)),
              whole =
                  net_.find(growth_of(reader_.level(indicator, region, now.period, now.status)));
    // Shares are at current prices: growth at constant prices says nothing of those.
    if (part < 0 || whole < 0 || reader_.grows_in_real_terms(now.indicator) ||
        reader_.grows_in_real_terms(indicator) || !first_time(identity::share_base, v))
      continue;
    const quantity then = before(now, scope::comparable);
    const int base = net_.variable(then), both = net_.step();
    net_.product(identity::share_base, {0, base}, {100, part}, {1, both});
    net_.product(identity::share_base, {0, v}, {100, whole}, {1, both});
    if (state_.rebased.contains(part) || state_.rebased.contains(whole))
      state_.bases_of_rebased.insert(base);
  }
}

KEBI_INLINE void growth_rules::post_scopes() {
  for (int v = 0, all = count(); v < all; ++v) {
    if (!is_figure(v, measure::level) && !is_figure(v, measure::share)) continue;
    if (net_.quantity_of(v).scope != scope::comparable) continue;
    const quantity base = net_.quantity_of(v);
    quantity other = base;
    const auto known = [&](scope on) {
      other.scope = on;
      return base.measure == measure::level ? net_.find(other, net_.unit_of(v)) : net_.find(other);
    };
    // What grows in real terms stands on a base at today's prices: that is no revision.
    if (const int again = known(scope::rereleased);
        again >= 0 && first_time(identity::scope, again))
      revise(base, again, v, "同口径", !reader_.grows_in_real_terms(base.indicator));
    if (const int of = known(scope::published); of >= 0 && first_time(identity::scope, v))
      revise(base, of, v, "", !state_.bases_of_rebased.contains(v));
  }
}

KEBI_INLINE void growth_rules::post_price(int marked, const quantity& of) {
  quantity other = of;
  other.real = other.nominal = false;
  const int unmarked = net_.find(other), real = of.real ? marked : unmarked,
            nominal = of.real ? unmarked : marked;
  if (real >= 0 && nominal >= 0 && first_time(identity::price, marked)) {
    quantity price = other;
    price.indicator += "价格";
    const int plus_100 = net_.step(bounds::at_least(0));
    net_.sum(identity::price,
             {
                 {1,  nominal },
                 {-1, plus_100}
    },
             bounds::exactly(-100));
    net_.product(identity::price, {100, real}, {100, reader_.growth_variable(price)},
                 {100, plus_100});
  }
  if (!of.nominal || (of.basis && *of.basis != basis::yoy)) return;
  const quantity now = level_of(of), base = before(now, scope::rereleased);
  if (find_level(now) < 0 && find_level(base) < 0) return;
  if (!first_time(identity::growth, marked)) return;
  const int level = reader_.level_variable(now);
  net_.grows(reader_.level_variable(base, net_.unit_of(level)), marked, level);
}

KEBI_INLINE void growth_rules::post_year(const std::vector<int>& levels) {
  std::vector<int> so_far, inside;
  for (const int v : levels) {
    const quantity& of = net_.quantity_of(v);
    (is_year_to_date(*of.period) ? so_far : inside).push_back(v);
  }
  const auto by_end = [&](int a, int b) {
    return net_.quantity_of(a).period->last() < net_.quantity_of(b).period->last();
  };
  std::stable_sort(so_far.begin(), so_far.end(), by_end);
  std::stable_sort(inside.begin(), inside.end(), by_end);
  // Spans within the year first: they bring in the years to date on both sides.
  for (const int v : inside) {
    const quantity of = net_.quantity_of(v);
    quantity from = of, to = of;
    from.period = year_to_date(of.period->first() - 1);
    to.period = year_to_date(of.period->last());
    from.status = reader_.world(of.status, from.period);
    if (find_level(from) < 0 && find_level(to) < 0) continue;
    if (!first_time(identity::year_to_date, v)) continue;
    join(reader_.level_variable(from, net_.unit_of(v)), v,
         reader_.level_variable(to, net_.unit_of(v)));
  }
  int last = -1;
  for (const int v : so_far) {
    const quantity of = net_.quantity_of(v);
    const quantity before_it = last >= 0 ? net_.quantity_of(last) : quantity{};
    if (last >= 0 && before_it.period->last() < of.period->last()) {
      quantity rest = of;
      rest.period = rest_of(*of.period, *before_it.period);
      const bool is_new = net_.find(rest, net_.unit_of(v)) < 0;
      const int left = reader_.level_variable(rest, net_.unit_of(v), rest.status == status::target);
      if (is_new || first_time(identity::year_to_date, left)) {
        done_year_to_date(left);
        join(last, left, v);
        post_rest_growth(rest, left);
      }
    }
    if (of.status == status::actual) last = v;
  }
}

KEBI_INLINE void growth_rules::join(int from, int span, int to) {
  net_.sum(identity::year_to_date, {
                                       {1,  from},
                                       {1,  span},
                                       {-1, to  }
  });
}

KEBI_INLINE void growth_rules::post_rest_growth(const quantity& rest, int left) {
  if (rest.scope == scope::comparable) {
    quantity now = rest;
    now.period = moved(*rest.period, 12);
    now.scope = scope::published;
    for (const status each : {status::actual, status::target, status::forecast}) {
      now.status = each;
      if (const int level = find_level(now); level >= 0) grow_rest(now, level, left);
    }
  } else if (const int base = find_level(before(rest, scope::comparable)); base >= 0) {
    grow_rest(rest, left, base);
  }
}

KEBI_INLINE void growth_rules::grow_rest(const quantity& now, int level, int base) {
  if (reader_.lies_on_both_sides(now.indicator)) return;
  const int g = reader_.growth_variable(growth_of(now), now.status == status::target);
  if (first_time(identity::growth, g)) net_.grows(base, g, level);
}

}  // namespace kebi::detail
