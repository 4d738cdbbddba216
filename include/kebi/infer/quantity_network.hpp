#pragma once

#include <initializer_list>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "kebi/infer/network.hpp"
#include "kebi/infer/quantity.hpp"

namespace kebi {

/// A network whose variables are figures. Callers add the identities they know;
/// `post` adds those that follow from facts and a catalogue.
class quantity_network {
 public:
  /// The variable of a figure, made on first use. A level gets the unit in which
  /// its indicator was met first; units of one kind convert.
  int variable(const quantity& of, const std::optional<unit>& in = {}, bool whole = false,
               const bounds& domain = bounds::entire()) {
    const auto [found, is_new] =
        numbers_.try_emplace(key(of, in), static_cast<int>(net_.variables()));
    if (!is_new) return found->second;
    add(of, in, whole, domain);
    return found->second;
  }
  /// Its variable if it has one, or -1.
  int find(const quantity& of, const std::optional<unit>& in = {}) const {
    const auto found = numbers_.find(key(of, in));
    return found == numbers_.end() ? -1 : found->second;
  }

  /// A variable that stands for no figure, only for a step of a formula.
  int step(const bounds& domain = bounds::entire()) {
    add({}, {}, false, domain);
    is_step_.back() = true;
    return static_cast<int>(net_.variables()) - 1;
  }

  /// What a fact says of a figure, in the unit of its variable. Facts that say the
  /// same are one statement.
  void state(int variable, const bounds& possible, std::size_t fact) {
    for (const int s : statements_of_[at(variable)])
      if (net_.statements()[at(s)].possible == possible) return facts_of_[at(s)].push_back(fact);
    statements_of_[at(variable)].push_back(net_.add_statement(variable, possible));
    facts_of_.push_back({fact});
    is_stated_[at(variable)] = true;
  }
  /// What is taken for granted until the facts speak against it: a statement of no fact.
  void assume(int variable, const bounds& possible) {
    net_.add_statement(variable, possible);
    facts_of_.push_back({});
  }

  /// The weighted sum of the figures is zero, or lies within `total`. Levels are
  /// brought to one unit.
  void sum(identity law, std::initializer_list<term> terms, const bounds& total = 0) {
    sum(law, std::span<const term>{terms.begin(), terms.size()}, total);
  }
  void sum(identity law, std::span<const term> terms, const bounds& total = 0) {
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
  /// (x + p)(y + q) = k z
  void product(identity law, term x, term y, term z) {
    net_.add_product(x, y, z);
    laws_.push_back(law);
  }

  /// (x + 100)(base) = 100 level: a growth in percent.
  void grows(int base, int growth, int level) {
    product(identity::growth, {0, base}, {100, growth}, {100, same_unit(level, base)});
  }
  /// share times whole = 100 part: a share in percent.
  void shares(identity law, int share, int whole, int part) {
    product(law, {0, share}, {0, whole}, {100, same_unit(part, whole)});
  }
  /// The whole is the sum of all its parts.
  void adds_up(int whole, std::span<const int> parts) {
    std::vector<term> terms{
        {-1, whole}
    };
    for (const int part : parts) terms.push_back({1, part});
    sum(identity::sum, terms);
  }

  const network& numbers() const { return net_; }
  const quantity& quantity_of(int variable) const { return figures_[at(variable)]; }
  const std::optional<unit>& unit_of(int variable) const { return units_[at(variable)]; }
  bool is_step(int variable) const { return is_step_[at(variable)]; }
  bool is_stated(int variable) const { return is_stated_[at(variable)]; }
  /// The facts that make a statement; none make an assumption.
  const std::vector<std::size_t>& facts_of(int statement) const { return facts_of_[at(statement)]; }
  identity law_of(int relation) const { return laws_[at(relation)]; }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  void add(const quantity& of, const std::optional<unit>& in, bool whole, const bounds& domain) {
    net_.add_variable(domain, whole);
    figures_.push_back(of);
    units_.push_back(in);
    is_step_.push_back(false);
    is_stated_.push_back(false);
    statements_of_.emplace_back();
  }

  /// A variable in the unit of another: itself, or a step that is a multiple of it.
  int same_unit(int variable, int as) {
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

  static std::string key(const quantity& of, const std::optional<unit>& in) {
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

  network net_;
  std::unordered_map<std::string, int> numbers_;
  std::vector<quantity> figures_;
  std::vector<std::optional<unit>> units_;
  std::vector<bool> is_step_, is_stated_;
  std::vector<std::vector<int>> statements_of_;
  std::vector<std::vector<std::size_t>> facts_of_;
  std::vector<identity> laws_;
};

}  // namespace kebi
