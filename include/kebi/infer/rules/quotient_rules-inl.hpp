#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/quotient_rules.hpp"

namespace kebi::detail {

KEBI_INLINE void quotient_rules::post_quotients() {
  std::unordered_multimap<std::string_view, const indicator*> made_of;
  for (const indicator& each : reader_.names().all())
    for (const quotient& one : each.quotients) made_of.emplace(reader_.name(one.numerator), &each);
  std::unordered_map<std::string_view, const indicator*> own;
  const std::deque<indicator> stated = own_ratios();
  for (const indicator& each : stated) {
    own.emplace(reader_.name(each.name), &each);
    made_of.emplace(reader_.name(each.quotients.front().numerator), &each);
  }
  if (made_of.empty()) return;
  for (int v = 0, all = count(); v < all; ++v) {
    if (!is_figure(v, measure::level)) continue;
    const quantity of = net_.quantity_of(v);
    if (!of.period || !of.whole.empty() || of.scope != scope::published) continue;
    if (const auto ratio = own.find(of.indicator); ratio != own.end())
      post_first(*ratio->second, of, *of.period);
    if (const indicator* ratio = reader_.known(of.indicator)) post_first(*ratio, of, *of.period);
    const auto [from, to] = made_of.equal_range(of.indicator);
    if (reader_.is_stock(of.indicator) && of.period->last().in_year() != 12) continue;
    const period over = reader_.is_stock(of.indicator) ? year_of(of.period->year()) : *of.period;
    for (auto each = from; each != to; ++each) post_first(*each->second, of, over);
  }
}

KEBI_INLINE std::deque<indicator> quotient_rules::own_ratios() const {
  std::deque<indicator> result;
  for (const own_law& each : settings_.laws) {
    if (each.how != own_law::form::quotient) continue;
    if (each.terms.size() != 3)
      throw error{"a quotient has three terms: the ratio, its numerator and its denominator"};
    const std::string& name = each.terms[0].second;
    const indicator* known = reader_.known(name);
    result.push_back(known ? *known : indicator{});
    result.back().name = known ? known->name : name;
    result.back().quotients = {{each.terms[1].second, each.terms[2].second, false}};
  }
  return result;
}

KEBI_INLINE void quotient_rules::post_first(const indicator& ratio, const quantity& like,
                                            const period& over) {
  for (const quotient& each : ratio.quotients)
    if (post(ratio, each, reader_.level(reader_.name(ratio.name), like.region, over, like.status)))
      return;
}

KEBI_INLINE bool quotient_rules::post(const indicator& ratio, const quotient& made,
                                      const quantity& what) {
  const std::string &above = reader_.name(made.numerator), &below = reader_.name(made.denominator);
  const quantity numerator = reader_.level(above, what.region, what.period, what.status),
                 denominator = reader_.level(below, what.region, what.period, what.status);
  // What flows in a part of the year is not set against a stock at its end.
  const bool is_year = what.period->months() == 12 && what.period->in_one_year();
  if (!is_year && (made.by_mean || reader_.is_stock(below) != reader_.is_stock(above)))
    return false;

  const int r = find_level(what), n = find_level(numerator), d = find_level(denominator);
  const int before_it = made.by_mean ? find_level(before(denominator, scope::published)) : -1;
  if (d < 0 && before_it < 0) return false;
  const bool is_below_known = made.by_mean ? d >= 0 && before_it >= 0 : d >= 0;
  if ((r < 0) + (n < 0) + !is_below_known > 1) return true;

  const auto in = [&](int variable, const std::string& name, const std::vector<unit>& usual) {
    auto result = variable >= 0 ? net_.unit_of(variable) : reader_.unit_of(name, what.region);
    if (!result && !usual.empty()) result = usual.front();
    return result;
  };
  const auto usual = [&](const std::string& name) {
    const indicator* known = reader_.known(name);
    return known ? known->units : std::vector<unit>{};
  };
  const auto in_ratio = in(r, what.indicator, ratio.units),
             in_below = in(d >= 0 ? d : before_it, below, usual(below));
  auto in_above = in(n, above, usual(above));
  if (!in_above && in_ratio) in_above = numerator_of(*in_ratio);
  if (!in_ratio || !in_above || !in_below || !compose(*in_ratio, *in_above, *in_below)) return true;
  const int ratio_at = reader_.level_variable(what, in_ratio);
  if (!first_time(identity::quotient, ratio_at)) return true;
  const int above_at = reader_.level_variable(numerator, in_above);
  int below_at = reader_.level_variable(denominator, in_below);
  if (made.by_mean) below_at = mean_of_year(denominator, below_at, *what.period, in_below);

  // ratio × denominator = numerator × over / under, in the units that they are printed in
  const factor scale = in_above->scale() / (in_ratio->scale() * in_below->scale());
  const double over = static_cast<double>(scale.over), under = static_cast<double>(scale.under);
  if (scale.under == 1) {
    net_.product(identity::quotient, {0, ratio_at}, {0, below_at}, {over, above_at});
  } else {
    const int multiple = net_.step(bounds::at_least(0));
    net_.sum(identity::quotient, {
                                     {over,   above_at},
                                     {-under, multiple}
    });
    net_.product(identity::quotient, {0, ratio_at}, {0, below_at}, {1, multiple});
  }
  return true;
}

KEBI_INLINE int quotient_rules::mean_of_year(const quantity& at_end, int end, const period& year,
                                             const std::optional<unit>& in) {
  const int result = reader_.level_variable(
      reader_.level("年平均" + at_end.indicator, at_end.region, year, at_end.status), in);
  if (first_time(identity::average, result)) {
    const int start = reader_.level_variable(before(at_end, scope::comparable), in);
    net_.sum(identity::year_mean, {
                                      {1,  start },
                                      {1,  end   },
                                      {-2, result}
    });
  }
  return result;
}

KEBI_INLINE std::optional<unit> quotient_rules::numerator_of(const unit& ratio) {
  const std::size_t bar = ratio.symbol().find('/');
  if (bar == std::string::npos || bar == 0) return std::nullopt;
  return unit{ratio.symbol().substr(0, bar)};
}

KEBI_INLINE bool quotient_rules::compose(const unit& ratio, const unit& above, const unit& below) {
  if (above.kind() == below.kind()) return ratio.kind() == "倍";
  return ratio.kind() == above.kind() + "/" + below.kind() ||
         (ratio.kind() == above.kind() && below.kind() == "人");
}

}  // namespace kebi::detail
