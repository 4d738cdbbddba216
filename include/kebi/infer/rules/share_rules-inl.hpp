#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/share_rules.hpp"

namespace kebi::detail {

KEBI_INLINE void share_rules::post_shares() {
  note_links();
  for (std::size_t i = 0; i < links_.size(); ++i) post_link(links_[i]);
  for (const containment& each : settings_.containments)
    if (each.complete && !each.of_regions && !each.parts.empty()) post_list(each);
}

KEBI_INLINE int share_rules::find_of_link(const link& of, measure what, scope on) const {
  quantity figure = reader_.measured(what, of.part);
  figure.whole = of.words;
  figure.scope = on;
  return net_.find(figure);
}

KEBI_INLINE int share_rules::of_link(const link& of, measure what, scope on) {
  quantity figure = reader_.measured(what, of.part);
  figure.whole = of.words;
  figure.scope = on;
  const bool is_bounded = what == measure::share && is_never_negative(of.part);
  return net_.variable(figure, {}, false, is_bounded ? bounds{0, 100} : bounds::entire());
}

KEBI_INLINE int share_rules::base_of_link(const link& of) {
  const link then{before(of.part, scope::published), of.whole, of.words};
  const int result = of_link(then, measure::share, scope::comparable);
  const auto is_recut = [&](const quantity& level) {
    return reader_.grows_in_real_terms(level.indicator) ||
           state_.rebased.contains(net_.find(growth_of(level)));
  };
  if (is_recut(of.part) || is_recut(of.whole)) state_.bases_of_rebased.insert(result);
  return result;
}

KEBI_INLINE void share_rules::note_links() {
  if (wholes_of_.empty())
    for (const containment& each : settings_.containments)
      if (!each.of_regions)
        for (const std::string& part : each.parts)
          wholes_of_[reader_.name(part)].push_back(reader_.name(each.whole));
  const int all = count();
  for (int v = noted_; v < all && !has_wider_; ++v)
    has_wider_ = fact_reader::is_wider_region(net_.quantity_of(v).region);
  for (; noted_ < all; ++noted_)
    if (!net_.is_step(noted_)) note_links_of(net_.quantity_of(noted_));
  note_regions();
}

KEBI_INLINE void share_rules::note_link(const quantity& part, const quantity& whole,
                                        const std::string& words) {
  if (whole.indicator == part.indicator && whole.region == part.region) return;
  const std::string whole_key = quantity_network::key(whole, {});
  if (!places_.try_emplace(quantity_network::key(part, {}) + whole_key, links_.size()).second) return;
  links_.push_back({part, whole, words});
  wholes_[whole.indicator].emplace(whole_key, whole);
}

KEBI_INLINE void share_rules::note_links_of(const quantity& of) {
  if (!of.period || of.scope != scope::published || of.passage > 0) return;
  if (of.measure == measure::share || of.measure == measure::pull ||
      of.measure == measure::contribution) {
    if (of.whole.empty()) return;
    const auto [indicator, region] = reader_.whole(of.whole, of.indicator, of.region);
    spoken_of_.insert(indicator + '\n' + region);
    return note_link(level_of(of), reader_.level(indicator, region, of.period, of.status), of.whole);
  }
  const bool is_growth =
      of.measure == measure::growth && !of.basis && !of.real && !of.nominal;
  if ((of.measure != measure::level && !is_growth) || !of.whole.empty()) return;
  const quantity level = level_of(of);
  if (const auto lists = wholes_of_.find(of.indicator); lists != wholes_of_.end())
    for (const std::string& whole : lists->second) note_link(level, part_of(level, whole), whole);
  if (!has_wider_ || (!reader_.is_flow(of.indicator) && !reader_.is_stock(of.indicator))) return;
  quantity anywhere = level;
  anywhere.region.clear();
  alike_[quantity_network::key(anywhere, {})].push_back(level);
}

KEBI_INLINE void share_rules::note_regions() {
  for (const auto& [key, figures] : alike_) {
    for (const quantity& whole : figures) {
      // 全市 as a region is the words for what a report's own region belongs to.
      if (!fact_reader::is_wider_region(whole.region)) continue;
      for (const quantity& part : figures)
        if (!fact_reader::is_wider_region(part.region) &&
            reader_.whole(whole.region, part.indicator, part.region).second == whole.region)
          note_link(part, whole, whole.region);
    }
  }
}

KEBI_INLINE bool share_rules::are_stated(const link& of) const {
  const int p = find_level(of.part), w = find_level(of.whole);
  return p >= 0 && w >= 0 && net_.is_stated(p) && net_.is_stated(w);
}

KEBI_INLINE bool share_rules::is_nominal(const link& of) const {
  return !reader_.grows_in_real_terms(of.part.indicator) &&
         !reader_.grows_in_real_terms(of.whole.indicator);
}

KEBI_INLINE bool share_rules::is_never_negative(const quantity& of) const {
  return !reader_.lies_on_both_sides(of.indicator) && !fact_reader::can_be_negative(of.indicator);
}

KEBI_INLINE std::size_t share_rules::rates_of(const link& of) const {
  const link then{before(of.part, scope::published), before(of.whole, scope::published), of.words};
  const bool has_base = find_of_link(then, measure::share) >= 0 ||
                        find_of_link(then, measure::share, scope::comparable) >= 0;
  return static_cast<std::size_t>(has_base) +
         static_cast<std::size_t>(net_.find(growth_of(of.part)) >= 0) +
         static_cast<std::size_t>(find_of_link(of, measure::pull) >= 0) +
         static_cast<std::size_t>(find_of_link(of, measure::contribution) >= 0);
}

KEBI_INLINE void share_rules::post_link(link& of) {
  const bool is_spoken_of = spoken_of_.contains(of.whole.indicator + '\n' + of.whole.region);
  tie_to_levels(of, scope::published, is_spoken_of);
  const link then{before(of.part, scope::published), before(of.whole, scope::published), of.words};
  tie_to_levels(then, scope::published, is_spoken_of);
  if (!is_never_negative(of.part) || !is_never_negative(of.whole)) return;
  if (is_nominal(of) && are_stated(of)) {
    if (is_spoken_of) post_increments(of);
    return;
  }
  const bool whole_grows = net_.find(growth_of(of.whole)) >= 0;
  if (rates_of(of) + static_cast<std::size_t>(whole_grows) >= 2) post_rates(of);
}

KEBI_INLINE void share_rules::tie_to_levels(const link& at, scope on, bool make_share) {
  quantity part = at.part, whole = at.whole;
  part.scope = whole.scope = on;
  int p = find_level(part), w = find_level(whole), share = find_of_link(at, measure::share, on);
  if (p >= 0 && w >= 0) {
    const auto &one = net_.unit_of(p), &other = net_.unit_of(w);
    if (one && other && !same_kind(*one, *other)) return;
    if (share < 0 && make_share) share = of_link(at, measure::share, on);
  } else if (share >= 0 && (p >= 0 || w >= 0)) {
    const auto last = state_.last.find(part.indicator);
    if (last != state_.last.end() && !last->second.empty()) return;  // of several, nobody says which
    if (p < 0) p = reader_.level_variable(part, net_.unit_of(w));
    if (w < 0) w = reader_.level_variable(whole, net_.unit_of(p));
  }
  if (share < 0 || p < 0 || w < 0) return;
  if (first_time(identity::share, share)) net_.shares(identity::share, share, w, p);
}

KEBI_INLINE void share_rules::post_increments(const link& of) {
  const bool has_bases = find_level(before(of.part, scope::comparable)) >= 0 &&
                         find_level(before(of.whole, scope::comparable)) >= 0;
  if (!has_bases) return;
  for (const measure what : {measure::pull, measure::contribution})
    if (find_of_link(of, what) < 0) contribute(what, of_link(of, what), of.part, of.whole);
}

KEBI_INLINE void share_rules::post_rates(link& of) {
  const int own = reader_.growth_variable(growth_of(of.part)),
            all = reader_.growth_variable(growth_of(of.whole)), base = base_of_link(of),
            pull = of_link(of, measure::pull), contribution = of_link(of, measure::contribution);
  if (first_time(identity::pull, std::min(contribution, pull), all))
    net_.product(identity::pull, {0, contribution}, {0, all}, {100, pull});
  if (first_time(identity::contribution, pull))
    net_.product(identity::pull, {0, base}, {0, own}, {100, pull});
  if (!is_nominal(of)) return;
  const int share = of_link(of, measure::share);
  if (first_time(identity::share_base, share)) {
    of.now = net_.step(bounds::at_least(0));
    net_.product(identity::share_base, {0, base}, {100, own}, {100, of.now});
    net_.product(identity::share_base, {0, share}, {100, all}, {100, of.now});
    net_.sum(identity::pull, {{1, of.now}, {-1, base}, {-1, pull}});
  }
  tie_to_levels(of, scope::published, true);
  const link then{before(of.part, scope::published), before(of.whole, scope::published), of.words};
  tie_to_levels(then, scope::comparable, false);
}

KEBI_INLINE share_rules::link& share_rules::link_of(const quantity& part, const quantity& whole) {
  note_link(part, whole, whole.indicator);
  return links_[places_.at(quantity_network::key(part, {}) + quantity_network::key(whole, {}))];
}

KEBI_INLINE void share_rules::post_list(const containment& list) {
  const auto wholes = wholes_.find(reader_.name(list.whole));
  if (wholes == wholes_.end()) return;
  for (const auto& [key, whole] : wholes->second) {
    for (const std::string& each : list.parts) link_of(part_of(whole, reader_.name(each)), whole);
    std::vector<link*> parts;
    for (const std::string& each : list.parts)
      parts.push_back(&link_of(part_of(whole, reader_.name(each)), whole));
    post_list_of(parts);
  }
}

KEBI_INLINE bool share_rules::levels_tell(const std::vector<link*>& parts) const {
  std::size_t unknown = 0;  // of a sum one term follows from the others
  const auto count = [&](const quantity& of) {
    const int v = find_level(of);
    unknown += static_cast<std::size_t>(v < 0 || !net_.is_stated(v));
  };
  count(parts.front()->whole);
  for (const link* each : parts) count(each->part);
  return is_nominal(*parts.front()) && unknown <= 1;
}

KEBI_INLINE void share_rules::post_list_of(const std::vector<link*>& parts) {
  std::size_t known = 0;
  for (const link* each : parts) {
    if (!is_never_negative(each->part)) return;
    known += rates_of(*each) + static_cast<std::size_t>(find_of_link(*each, measure::share) >= 0);
  }
  const quantity growth = growth_of(parts.front()->whole);
  known += static_cast<std::size_t>(net_.find(growth) >= 0);
  const bool by_levels = levels_tell(parts);
  if (!by_levels && known >= parts.size()) post_weights(parts);
  add_up(parts, measure::share, -1, by_levels);
  add_up(parts, measure::contribution, -1, by_levels);
  if (const int total = net_.find(growth); total >= 0)
    add_up(parts, measure::pull, total, by_levels);
}

KEBI_INLINE void share_rules::post_weights(const std::vector<link*>& parts) {
  std::vector<term> bases, now;
  for (link* each : parts) {
    post_rates(*each);
    bases.push_back({1, base_of_link(*each)});
    if (each->now >= 0) now.push_back({1, each->now});
  }
  if (first_time(identity::sum, bases.front().variable))
    net_.sum(identity::sum, bases, bounds::exactly(100));
  if (now.size() < parts.size() || !first_time(identity::sum, now.front().variable)) return;
  now.push_back({-1, net_.find(growth_of(parts.front()->whole))});
  net_.sum(identity::sum, now, bounds::exactly(100));
}

KEBI_INLINE void share_rules::add_up(const std::vector<link*>& parts, measure what, int total,
                                     bool only_stated) {
  std::vector<term> terms;
  const link* missing = nullptr;
  bool is_stated = !only_stated;
  for (const link* each : parts) {
    const int v = find_of_link(*each, what);
    is_stated = is_stated || (v >= 0 && net_.is_stated(v));
    if (v < 0 && missing) return;
    if (v < 0)
      missing = each;
    else
      terms.push_back({1, v});
  }
  if (terms.empty() || !is_stated || !first_time(identity::sum, terms.front().variable)) return;
  if (missing) terms.push_back({1, of_link(*missing, what)});
  if (total >= 0) terms.push_back({-1, total});
  net_.sum(identity::sum, terms, bounds::exactly(total >= 0 ? 0 : 100));
}

}  // namespace kebi::detail
