#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/span_rules.hpp"

namespace kebi::detail {

KEBI_INLINE void span_rules::post_growths_of_spans() {
  std::map<std::tuple<std::string, std::string, int, int>, std::vector<int>> years;
  for (int v = 0, all = count(); v < all; ++v) {
    if (!is_figure(v, measure::growth)) continue;
    const quantity& of = net_.quantity_of(v);
    if (!of.period || of.basis || !of.whole.empty() || !of.period->in_one_year() || of.passage > 0 ||
        of.real || of.nominal || !reader_.is_flow(of.indicator) ||
        reader_.lies_on_both_sides(of.indicator) || fact_reader::can_be_negative(of.indicator))
      continue;
    years[{of.indicator, of.region, of.period->year(), static_cast<int>(of.status)}].push_back(v);
  }
  for (auto& [key, growths] : years)
    if (growths.size() > 1) post_year(std::move(growths));
}

KEBI_INLINE void span_rules::post_year(std::vector<int> growths) {
  const auto span_of = [&](int v) { return *net_.quantity_of(v).period; };
  const auto is_before = [&](int a, int b) {
    const period one = span_of(a), other = span_of(b);
    return std::tuple{one.last(), one.first()} < std::tuple{other.last(), other.first()};
  };
  std::sort(growths.begin(), growths.end(), is_before);
  for (std::size_t i = 0; i < growths.size(); ++i)
    for (std::size_t j = 0; j < growths.size(); ++j) {
      const period first = span_of(growths[i]), second = span_of(growths[j]);
      if (!(first.last() + 1 == second.first())) continue;
      quantity both = net_.quantity_of(growths[j]);
      both.period = period{first.first(), second.last()};
      const bool is_known = net_.find(both) >= 0;
      if (!is_known && !is_year_to_date(*both.period)) continue;
      const int sum = reader_.growth_variable(both);
      if (!is_known) growths.push_back(sum);
      post_span(growths[i], growths[j], sum);
    }
}

KEBI_INLINE bool span_rules::levels_tell(const quantity& one, const quantity& other,
                                         const quantity& both) const {
  int stated = 0;
  for (const quantity* each : {&one, &other, &both}) {
    const int v = find_level(*each);
    if (v < 0) return false;
    stated += net_.is_stated(v);
  }
  return stated >= 2;  // the third follows
}

KEBI_INLINE void span_rules::post_span(int first, int second, int both) {
  const quantity one = level_of(net_.quantity_of(first)),
                 other = level_of(net_.quantity_of(second)), all = level_of(net_.quantity_of(both));
  if (levels_tell(one, other, all)) return;
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
