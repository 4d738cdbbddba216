#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/rate_rules.hpp"

namespace kebi::detail {

KEBI_INLINE void rate_rules::post_rates() {
  note_links();
  for (std::size_t i = 0; i < links_.size(); ++i) post_link(links_[i]);
  for (const containment& each : settings_.containments)
    if (each.complete && !each.of_regions && !each.parts.empty()) post_list(each);
  post_spans();
}

KEBI_INLINE std::string rate_rules::key_of(const quantity& part, const quantity& whole) {
  return quantity_network::key(part, {}) + quantity_network::key(whole, {});
}

KEBI_INLINE void rate_rules::note_whole(const quantity& of) {
  wholes_[of.indicator].emplace(quantity_network::key(of, {}), of);
}

KEBI_INLINE void rate_rules::note_links() {
  for (int v = 0, all = count(); v < all; ++v) {
    const quantity& of = net_.quantity_of(v);
    if (net_.is_step(v) || !of.period) continue;
    if (of.measure == measure::growth && !of.basis && !of.real && !of.nominal && of.whole.empty())
      note_whole(level_of(of));
    if ((of.measure != measure::share && of.measure != measure::pull &&
         of.measure != measure::contribution) ||
        of.whole.empty() || of.scope != scope::published)
      continue;
    const auto [indicator, region] = reader_.whole(of.whole, of.indicator, of.region);
    if (indicator == of.indicator && region == of.region) continue;
    link one{level_of(of), reader_.level(indicator, region, of.period, of.status), of.whole};
    note_whole(one.whole);
    if (places_.try_emplace(key_of(one.part, one.whole), links_.size()).second)
      links_.push_back(std::move(one));
  }
}

KEBI_INLINE int rate_rules::find_of_link(const link& of, measure what, scope on) const {
  quantity figure = reader_.measured(what, of.part);
  figure.whole = of.words;
  figure.scope = on;
  return net_.find(figure);
}

KEBI_INLINE int rate_rules::of_link(const link& of, measure what, scope on) {
  quantity figure = reader_.measured(what, of.part);
  figure.whole = of.words;
  figure.scope = on;
  const bool is_bounded = what == measure::share && is_never_negative(of.part);
  return net_.variable(figure, {}, false, is_bounded ? bounds{0, 100} : bounds::entire());
}

KEBI_INLINE int rate_rules::base_of_link(const link& of) {
  const link then{before(of.part, scope::published), of.whole, of.words};
  const int result = of_link(then, measure::share, scope::comparable);
  const auto is_recut = [&](const quantity& level) {
    return reader_.grows_in_real_terms(level.indicator) || state_.rebased.contains(net_.find(growth_of(level)));
  };
  if (is_recut(of.part) || is_recut(of.whole)) state_.bases_of_rebased.insert(result);
  return result;
}

KEBI_INLINE bool rate_rules::are_stated(const quantity& part, const quantity& whole) const {
  const int p = find_level(part), w = find_level(whole);
  return p >= 0 && w >= 0 && net_.is_stated(p) && net_.is_stated(w);
}

KEBI_INLINE bool rate_rules::is_never_negative(const quantity& of) const {
  return !reader_.lies_on_both_sides(of.indicator) && !fact_reader::can_be_negative(of.indicator);
}

KEBI_INLINE void rate_rules::post_link(const link& of) {
  tie_to_levels(of);
  if (are_stated(of.part, of.whole) || !is_never_negative(of.part)) return;
  const int own = net_.find(growth_of(of.part)), all = net_.find(growth_of(of.whole));
  int pull = find_of_link(of, measure::pull);
  int contribution = find_of_link(of, measure::contribution);
  if (pull < 0 && (own < 0 || (all < 0 && contribution < 0))) return;
  if (pull < 0) pull = of_link(of, measure::pull);
  if (contribution < 0) contribution = of_link(of, measure::contribution);
  if (all >= 0 && first_time(identity::pull, std::min(contribution, pull), all))
    net_.product(identity::pull, {0, contribution}, {0, all}, {100, pull});
  if (own < 0 || !first_time(identity::contribution, pull)) return;
  net_.product(identity::pull, {0, base_of_link(of)}, {0, own}, {100, pull});
}

KEBI_INLINE void rate_rules::tie_to_levels(const link& of) {
  const auto tie = [&](const link& at, const quantity& part, const quantity& whole, bool make) {
    const int p = find_level(part), w = find_level(whole);
    if (p < 0 || w < 0) return;
    const int share = make ? of_link(at, measure::share, part.scope)
                           : find_of_link(at, measure::share, part.scope);
    if (share >= 0 && first_time(identity::share, share)) net_.shares(identity::share, share, w, p);
  };
  tie(of, of.part, of.whole, false);
  const bool has_share = find_of_link(of, measure::share) >= 0;
  const quantity part = before(of.part, scope::published), whole = before(of.whole, scope::published);
  tie({part, whole, of.words}, part, whole, has_share);
}

KEBI_INLINE void rate_rules::post_list(const containment& list) {
  const std::string &name = reader_.name(list.whole), &first = reader_.name(list.parts.front());
  std::map<std::string, quantity> wholes = wholes_[name];
  for (const auto& [key, of_part] : wholes_[first]) {  // of a whole that nobody speaks of too
    const quantity whole = part_of(of_part, name);
    wholes.emplace(quantity_network::key(whole, {}), whole);
  }
  for (const auto& [key, whole] : wholes) {
    std::vector<link> parts;
    for (const std::string& each : list.parts) {
      link one{part_of(whole, reader_.name(each)), whole, whole.indicator};
      const auto met = places_.find(key_of(one.part, whole));
      parts.push_back(met == places_.end() ? std::move(one) : links_[met->second]);
    }
    post_list_of(parts);
  }
}

KEBI_INLINE void rate_rules::post_list_of(const std::vector<link>& parts) {
  if (parts.empty() || !std::all_of(parts.begin(), parts.end(), [&](const link& each) {
        return is_never_negative(each.part);
      }))
    return;
  const bool all_stated = std::all_of(parts.begin(), parts.end(), [&](const link& each) {
    return are_stated(each.part, each.whole);
  });
  if (!all_stated) post_mean_growth(parts);
  add_up(parts, measure::share, scope::published, -1);
  add_up(parts, measure::contribution, scope::published, -1);
  if (const int growth = net_.find(growth_of(parts.front().whole)); growth >= 0)
    add_up(parts, measure::pull, scope::published, growth);
}

KEBI_INLINE void rate_rules::post_mean_growth(const std::vector<link>& parts) {
  std::vector<term> shares;
  for (const link& each : parts)
    if (net_.find(growth_of(each.part)) < 0) return;
  const int growth = reader_.growth_variable(growth_of(parts.front().whole));
  if (!first_time(identity::average, growth)) return;
  std::vector<term> pulls{
      {-1, growth}
  };
  for (const link& each : parts) {
    const int base = base_of_link(each), pull = of_link(each, measure::pull);
    if (first_time(identity::contribution, pull))
      net_.product(identity::pull, {0, base}, {0, net_.find(growth_of(each.part))}, {100, pull});
    shares.push_back({1, base});
    pulls.push_back({1, pull});
  }
  net_.sum(identity::sum, shares, bounds::exactly(100));
  net_.sum(identity::sum, pulls);
  first_time(identity::sum, pulls[1].variable);
}

KEBI_INLINE void rate_rules::add_up(const std::vector<link>& parts, measure what, scope on, int total) {
  std::vector<term> terms;
  const link* missing = nullptr;
  for (const link& each : parts) {
    const int v = find_of_link(each, what, on);
    if (v < 0 && missing) return;
    if (v < 0)
      missing = &each;
    else
      terms.push_back({1, v});
  }
  if (terms.empty() || !first_time(identity::sum, terms.front().variable)) return;
  if (missing) terms.push_back({1, of_link(*missing, what, on)});
  if (total >= 0) terms.push_back({-1, total});
  net_.sum(identity::sum, terms, bounds::exactly(total >= 0 ? 0 : 100));
}

KEBI_INLINE void rate_rules::post_spans() {
  std::map<std::tuple<std::string, std::string, int, int>, std::vector<int>> years;
  for (int v = 0, all = count(); v < all; ++v) {
    if (!is_figure(v, measure::growth)) continue;
    const quantity& of = net_.quantity_of(v);
    if (!of.period || of.basis || !of.whole.empty() || !of.period->in_one_year() || of.passage > 0 ||
        of.real || of.nominal || !reader_.is_flow(of.indicator) || !is_never_negative(of))
      continue;
    years[{of.indicator, of.region, of.period->year(), static_cast<int>(of.status)}].push_back(v);
  }
  for (auto& [key, growths] : years) {
    const auto is_before = [&](int a, int b) {
      const period &one = *net_.quantity_of(a).period, &other = *net_.quantity_of(b).period;
      return std::tuple{one.last(), one.first()} < std::tuple{other.last(), other.first()};
    };
    std::sort(growths.begin(), growths.end(), is_before);
    for (std::size_t i = 0; i < growths.size(); ++i)
      for (std::size_t j = 0; j < growths.size(); ++j) {
        const quantity first = net_.quantity_of(growths[i]);
        const quantity second = net_.quantity_of(growths[j]);
        if (!(first.period->last() + 1 == second.period->first())) continue;
        quantity both = second;
        both.period = period{first.period->first(), second.period->last()};
        const bool is_known = net_.find(both) >= 0;
        if (!is_known && !is_year_to_date(*both.period)) continue;
        const int sum = reader_.growth_variable(both);
        if (!is_known) growths.push_back(sum);
        post_span(growths[i], growths[j], sum);
      }
  }
}

KEBI_INLINE void rate_rules::post_span(int first, int second, int both) {
  const quantity one = level_of(net_.quantity_of(first)), other = level_of(net_.quantity_of(second)),
                 all = level_of(net_.quantity_of(both));
  if (are_stated(one, all) && are_stated(other, all)) return;  // their levels say it
  if (!first_time(identity::average, first, both)) return;
  const int weight = net_.step(bounds{0, 100}), rest = net_.step(bounds{0, 100}),
            pull = net_.step(), more = net_.step();
  net_.sum(identity::year_to_date, {{1, weight}, {1, rest}}, bounds::exactly(100));
  net_.product(identity::year_to_date, {0, weight}, {0, first}, {100, pull});
  net_.product(identity::year_to_date, {0, rest}, {0, second}, {100, more});
  net_.sum(identity::year_to_date, {{1, pull}, {1, more}, {-1, both}});
  const int part_base = find_level(before(one, scope::comparable)),
            whole_base = find_level(before(all, scope::comparable));
  if (part_base >= 0 && whole_base >= 0)
    net_.shares(identity::year_to_date, weight, whole_base, part_base);
}

}  // namespace kebi::detail
