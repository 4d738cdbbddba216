#pragma once

#include <initializer_list>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "kebi/infer/figures/network.hpp"
#include "kebi/infer/figures/quantity.hpp"

namespace kebi {

/// A network whose variables are figures. Callers add the identities they know;
/// `post` adds those that follow from facts and a catalogue.
class quantity_network {
 public:
  /// What distinguishes one figure from another; of a level also the kind of its unit.
  static std::string key(const quantity& of, const std::optional<unit>& in);

  /// The variable of a figure, made on first use. A level gets the unit in which
  /// its indicator was met first; units of one kind convert.
  int variable(const quantity& of, const std::optional<unit>& in = {}, bool whole = false,
               const bounds& domain = bounds::entire());
  /// Its variable if it has one, or -1.
  int find(const quantity& of, const std::optional<unit>& in = {}) const;

  /// A variable that stands for no figure, only for a step of a formula.
  int step(const bounds& domain = bounds::entire());

  /// What a fact says of a figure, in the unit of its variable. Facts that say the
  /// same are one statement.
  void state(int variable, const bounds& possible, std::size_t fact);
  /// What is taken for granted until the facts speak against it: a statement of no fact.
  void assume(int variable, const bounds& possible);

  /// The weighted sum of the figures is zero, or lies within `total`. Levels are
  /// brought to one unit.
  void sum(identity law, std::initializer_list<term> terms, const bounds& total = 0);
  void sum(identity law, std::span<const term> terms, const bounds& total = 0);
  /// (x + p)(y + q) = k z
  void product(identity law, term x, term y, term z);

  /// (x + 100)(base) = 100 level: a growth in percent.
  void grows(int base, int growth, int level);
  /// share times whole = 100 part: a share in percent.
  void shares(identity law, int share, int whole, int part);
  /// The whole is the sum of all its parts.
  void adds_up(int whole, std::span<const int> parts);

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

  void add(const quantity& of, const std::optional<unit>& in, bool whole, const bounds& domain);

  /// A variable in the unit of another: itself, or a step that is a multiple of it.
  int same_unit(int variable, int as);

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

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/figures/quantity_network-inl.hpp"
#endif
