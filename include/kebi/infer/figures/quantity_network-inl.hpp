#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/figures/quantity_network.hpp"

namespace kebi {

KEBI_INLINE int quantity_network::variable(const quantity& of, const std::optional<unit>& in,
                                           bool whole, const bounds& domain) {
  const auto [found, is_new] =
      numbers_.try_emplace(key(of, in), static_cast<int>(net_.variables()));
  if (!is_new) return found->second;
  add(of, in, whole, domain);
  return found->second;
}

KEBI_INLINE int quantity_network::find(const quantity& of, const std::optional<unit>& in) const {
  const auto found = numbers_.find(key(of, in));
  return found == numbers_.end() ? -1 : found->second;
}

KEBI_INLINE int quantity_network::step(const bounds& domain) {
  add({}, {}, false, domain);
  is_step_.back() = true;
  return static_cast<int>(net_.variables()) - 1;
}

KEBI_INLINE void quantity_network::state(int variable, const bounds& possible, std::size_t fact) {
  for (const int s : statements_of_[at(variable)])
    if (net_.statements()[at(s)].possible == possible) return facts_of_[at(s)].push_back(fact);
  statements_of_[at(variable)].push_back(net_.add_statement(variable, possible));
  facts_of_.push_back({fact});
  is_stated_[at(variable)] = true;
}

KEBI_INLINE void quantity_network::assume(int variable, const bounds& possible) {
  net_.add_statement(variable, possible);
  facts_of_.push_back({});
}

KEBI_INLINE void quantity_network::sum(identity law, std::initializer_list<term> terms,
                                       const bounds& total) {
  sum(law, std::span<const term>{terms.begin(), terms.size()}, total);
}

KEBI_INLINE void quantity_network::sum(identity law, std::span<const term> terms,
                                       const bounds& total) {
  std::vector<term> scaled{terms.begin(), terms.end()};
  // The greatest unit of which every unit here is a whole multiple.
  detail::factor common{0, 1};
  for (const term& each : terms)
    if (const auto& in = units_[at(each.variable)]) {
      common.over = std::gcd(common.over, in->scale().over);
      common.under = std::lcm(common.under, in->scale().under);
    }
  for (term& each : scaled)
    if (const auto& in = units_[at(each.variable)])
      each.weight *= static_cast<double>(in->scale().over / common.over) *
                     static_cast<double>(common.under / in->scale().under);
  net_.add_sum(scaled, total);
  laws_.push_back(law);
}

KEBI_INLINE void quantity_network::product(identity law, term x, term y, term z) {
  net_.add_product(x, y, z);
  laws_.push_back(law);
}

KEBI_INLINE void quantity_network::grows(int base, int growth, int level) {
  product(identity::growth, {0, base}, {100, growth}, {100, same_unit(level, base)});
}

KEBI_INLINE void quantity_network::shares(identity law, int share, int whole, int part) {
  product(law, {0, share}, {0, whole}, {100, same_unit(part, whole)});
}

KEBI_INLINE void quantity_network::adds_up(int whole, std::span<const int> parts) {
  std::vector<term> terms{
      {-1, whole}
  };
  for (const int part : parts) terms.push_back({1, part});
  sum(identity::sum, terms);
}

KEBI_INLINE void quantity_network::add(const quantity& of, const std::optional<unit>& in,
                                       bool whole, const bounds& domain) {
  net_.add_variable(domain, whole);
  figures_.push_back(of);
  units_.push_back(in);
  is_step_.push_back(false);
  is_stated_.push_back(false);
  statements_of_.emplace_back();
}

KEBI_INLINE int quantity_network::same_unit(int variable, int as) {
  const auto &from = units_[at(variable)], &to = units_[at(as)];
  if (!from || !to || from->scale() == to->scale() || !same_kind(*from, *to)) return variable;
  const int converted = step();
  units_.back() = to;
  sum(laws_.empty() ? identity::own : identity::sum, {
                                                         {1,  variable },
                                                         {-1, converted}
  });
  return converted;
}

KEBI_INLINE std::string quantity_network::key(const quantity& of, const std::optional<unit>& in) {
  std::string result;
  result.reserve(of.indicator.size() + of.region.size() + of.whole.size() + 24);
  const auto add_number = [&](int n) {
    result.append(reinterpret_cast<const char*>(&n), sizeof n);
  };
  result += of.indicator;
  (result += '\n') += of.region;
  (result += '\n') += of.whole;
  result += '\n';
  add_number(of.period ? of.period->first().ordinal : -1);
  add_number(of.period ? of.period->last().ordinal : -1);
  if (of.passage > 0) add_number(of.passage);
  result += static_cast<char>(of.measure);
  result += static_cast<char>(of.subject ? static_cast<int>(*of.subject) : 64);
  result +=
      static_cast<char>(of.basis && *of.basis != basis::yoy ? static_cast<int>(*of.basis) : 64);
  result +=
      static_cast<char>((of.real ? 1 : 0) + (of.nominal ? 2 : 0) + 4 * static_cast<int>(of.scope));
  result += static_cast<char>(of.status == status::estimate ? status::actual : of.status);
  if (of.measure == measure::level && in) result += in->kind();
  return result;
}

}  // namespace kebi
