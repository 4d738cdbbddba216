#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/part_rules.hpp"

namespace kebi::detail {

KEBI_INLINE void part_rules::post_parts() {
  std::unordered_map<std::string, std::vector<int>> levels;
  for (int v = 0; v < count(); ++v) {
    const quantity& of = net_.quantity_of(v);
    if (!net_.is_step(v) && of.measure == measure::level && of.scope == scope::published &&
        of.whole.empty())
      levels[of.indicator].push_back(v);
  }
  for (std::size_t i = 0; i < settings_.laws.size(); ++i)
    if (settings_.laws[i].how == own_law::form::sum)
      post_own_sum(settings_.laws[i], static_cast<int>(i), levels);
  for (const containment& each : settings_.containments) {
    if (each.of_regions) {
      post_regions(each, levels);
      continue;
    }
    if (each.complete) make_wholes(each, levels);
    const auto found = levels.find(reader_.name(each.whole));
    if (found == levels.end()) continue;
    for (const int whole : found->second) {
      if (each.complete)
        post_complete(whole, each);
      else
        for (const std::string& part : each.parts) post_rest(whole, reader_.name(part));
    }
  }
  for (const auto& [whole, part] : state_.parents)
    if (const int w = find_level(whole); w >= 0) post_rest(w, part);
  post_classes(levels);
}

KEBI_INLINE void part_rules::post_classes(
    const std::unordered_map<std::string, std::vector<int>>& levels) {
  for (const auto& [name, variables] : levels) {
    if (name.find("不包括") == std::string::npos && name.find("不含") == std::string::npos)
      continue;
    for (const auto& [whole_name, wholes] : levels) {
      if (whole_name.size() >= name.size() || !name.ends_with(whole_name) || whole_name.size() < 6)
        continue;
      for (const int whole : wholes) post_classes_of(whole, whole_name, levels);
    }
  }
}

KEBI_INLINE void part_rules::post_classes_of(
    int whole, const std::string& noun,
    const std::unordered_map<std::string, std::vector<int>>& levels) {
  const quantity all = net_.quantity_of(whole);
  if (!all.period || !net_.numbers().is_whole(whole)) return;
  std::vector<term> terms{
      {-1, whole}
  };
  for (const auto& [name, variables] : levels)
    for (const int v : variables) {
      const quantity& of = net_.quantity_of(v);
      if (name.size() > noun.size() && name.ends_with(noun) && of.period &&
          of.period->year() == all.period->year() && of.period->last() <= all.period->last() &&
          of.region == all.region && of.status == status::actual &&
          net_.unit_of(v) == net_.unit_of(whole))
        terms.push_back({1, v});
    }
  if (terms.size() < 3 || !first_time(identity::rest, whole)) return;
  std::sort(terms.begin() + 1, terms.end(),
            [](const term& a, const term& b) { return a.variable < b.variable; });
  quantity rest = all;
  rest.indicator = "其他" + noun;
  terms.push_back({1, reader_.level_variable(rest, net_.unit_of(whole))});
  net_.sum(identity::rest, terms);
}

KEBI_INLINE std::string part_rules::part_in(const std::string& whole, const std::string& part) {
  const std::string opening = whole + "(其中";
  if (!part.starts_with(opening)) return part;
  return part.substr(opening.size(), part.size() - opening.size() - 1);
}

KEBI_INLINE void part_rules::post_rest(int whole, const std::string& part_name) {
  const quantity all = net_.quantity_of(whole), part = part_of(all, part_name);
  const int p = find_level(part);
  if (p < 0 || p == whole || !first_time(identity::rest, whole, p)) return;
  if (net_.unit_of(p) && net_.unit_of(whole) && !same_kind(*net_.unit_of(p), *net_.unit_of(whole)))
    return;
  quantity rest = all;
  rest.indicator = all.indicator + "(除" + part_in(all.indicator, part_name) + ")";
  const int r = reader_.level_variable(rest, net_.unit_of(whole));
  net_.sum(identity::rest, {
                               {1,  p    },
                               {1,  r    },
                               {-1, whole}
  });
  if (!all.period || reader_.grows_in_real_terms(all.indicator)) return;
  const int whole_base = find_level(before(all, scope::comparable)),
            part_base = find_level(before(part, scope::comparable));
  if (whole_base < 0 || part_base < 0) return;
  const int rest_base =
      reader_.level_variable(before(rest, scope::comparable), net_.unit_of(whole));
  net_.sum(identity::rest, {
                               {1,  part_base },
                               {1,  rest_base },
                               {-1, whole_base}
  });
  if (const int g = reader_.growth_variable(growth_of(rest)); first_time(identity::growth, g))
    net_.grows(rest_base, g, r);
  for (const measure what : {measure::pull, measure::contribution}) {
    quantity of = part;
    of.measure = what;
    of.whole = all.indicator;
    if (net_.find(of) < 0) contribute(what, net_.variable(of), part, all);
  }
}

KEBI_INLINE void part_rules::make_wholes(
    const containment& list, std::unordered_map<std::string, std::vector<int>>& levels) {
  if (list.parts.empty()) return;
  const auto first = levels.find(reader_.name(list.parts.front()));
  if (first == levels.end()) return;
  for (const int v : first->second) {
    const quantity whole = part_of(net_.quantity_of(v), reader_.name(list.whole));
    if (find_level(whole) >= 0) continue;
    const bool all =
        std::all_of(list.parts.begin(), list.parts.end(), [&](const std::string& each) {
          const int part = find_level(part_of(whole, reader_.name(each)));
          if (part < 0) return false;
          const auto &one = net_.unit_of(v), &other = net_.unit_of(part);
          return !one || !other || same_kind(*one, *other);
        });
    if (all) levels[whole.indicator].push_back(reader_.level_variable(whole, net_.unit_of(v)));
  }
}

KEBI_INLINE void part_rules::post_complete(int whole, const containment& list) {
  const quantity all = net_.quantity_of(whole);
  std::vector<int> parts = found_parts(list, all, net_.unit_of(whole));
  if (parts.empty()) return;
  if (first_time(identity::sum, whole)) net_.adds_up(whole, parts);
  if (!all.period || reader_.grows_in_real_terms(all.indicator)) return;
  const quantity base = before(all, scope::comparable);
  const int whole_base = find_level(base);
  if (whole_base < 0) return;
  const std::vector<int> bases = found_parts(list, base, net_.unit_of(whole));
  if (bases.empty() || !first_time(identity::sum, whole_base)) return;
  for (std::size_t i = 0; i < bases.size(); ++i) {
    quantity now = net_.quantity_of(bases[i]);
    now = reader_.level(now.indicator, now.region, all.period, all.status);
    const int level = find_level(now), g = reader_.growth_variable(growth_of(now));
    if (level >= 0 && first_time(identity::growth, g)) net_.grows(bases[i], g, level);
  }
  const int total = net_.step(bounds::at_least(0));
  net_.adds_up(total, bases);
  revise(base, total, whole_base, "各部分之和", true);
}

KEBI_INLINE quantity part_rules::part_in_list(const containment& list, const quantity& whole,
                                              const std::string& part) const {
  quantity result = whole;
  (list.of_regions ? result.region : result.indicator) =
      list.of_regions ? part : reader_.name(part);
  return result;
}

KEBI_INLINE void part_rules::post_regions(
    const containment& list, const std::unordered_map<std::string, std::vector<int>>& levels) {
  for (const auto& [name, variables] : levels) {
    if (!reader_.is_flow(name) && !reader_.is_stock(name)) continue;
    for (const int whole : variables) {
      if (net_.quantity_of(whole).region != list.whole) continue;
      if (list.complete) post_complete(whole, list);
    }
  }
}

KEBI_INLINE void part_rules::post_own_sum(
    const own_law& law, int number,
    const std::unordered_map<std::string, std::vector<int>>& levels) {
  for (const auto& [weight, name] : law.terms) {
    const auto found = levels.find(reader_.name(name));
    if (found == levels.end()) continue;
    for (const int v : found->second) {
      std::vector<term> terms;
      const std::pair<double, std::string>* missing = nullptr;
      int lacking = 0, first = count();
      for (const auto& each : law.terms) {
        const int at = find_level(part_of(net_.quantity_of(v), reader_.name(each.second)));
        if (at < 0)
          missing = &each, ++lacking;
        else
          terms.push_back({each.first, at}), first = std::min(first, at);
      }
      if (lacking > 1 || !first_time(identity::own, first, number + 1)) continue;
      if (missing)
        terms.push_back({missing->first, reader_.level_variable(
                                             part_of(net_.quantity_of(v), reader_.name(missing->second)),
                                             net_.unit_of(v))});
      for (const term& each : terms)
        if (const auto &one = net_.unit_of(v), &other = net_.unit_of(each.variable);
            one && other && !same_kind(*one, *other))
          throw error{"a sum of " + to_string(net_.quantity_of(v)) + " in " + one->symbol() + " and " +
                      to_string(net_.quantity_of(each.variable)) + " in " + other->symbol() +
                      " has no unit: give levels of one kind, or a quotient"};
      net_.sum(identity::own, terms, law.total);
    }
  }
}

KEBI_INLINE std::vector<int> part_rules::found_parts(const containment& list, const quantity& whole,
                                                     const std::optional<unit>& in) {
  std::vector<int> result;
  quantity missing;
  std::size_t unknown = 0;
  for (const std::string& each : list.parts) {
    const quantity part = part_in_list(list, whole, each);
    const int v = find_level(part);
    if (v >= 0)
      result.push_back(v);
    else
      missing = part, ++unknown;
  }
  if (unknown > 1 || result.empty()) return {};
  if (unknown == 1) result.push_back(reader_.level_variable(missing, in));
  return result;
}

}  // namespace kebi::detail
