#pragma once

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "kebi/infer/rules/fact_reader.hpp"
#include "kebi/infer/settings/settings.hpp"

namespace kebi::detail {

/// What the rules remember of each other.
struct rule_state {
  std::unordered_set<std::uint64_t> done;
  std::unordered_map<std::string, std::string> last;  // which of several counts was spoken of last
  std::vector<std::pair<quantity, std::string>> parents;  // wholes as printed, and the part
  std::unordered_set<int> rebased, bases_of_rebased;  // growths on a stated price or scope basis, and their bases
};

/// What every rule needs: the network, the reader of facts, and the steps that
/// several rules share. Each rule looks for figures that are there and adds what
/// hangs together with them; figures about which nothing would be known are not made.
class rule_base {
 public:
  rule_base(const inference_settings& settings, quantity_network& into, fact_reader& reader,
            rule_state& state);

 protected:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  int count() const { return static_cast<int>(net_.numbers().variables()); }
  bool is_figure(int variable, measure what) const;
  int find_level(const quantity& of) const;
  bool first_time(identity law, int variable, int other = 0);

  static quantity before(quantity of, scope on);
  quantity level_of(const quantity& of) const;
  quantity growth_of(const quantity& of) const;

  static quantity part_of(quantity whole, const std::string& part);

  int variable_of(const quantity& of);

  /// The increments of part and whole, and what one makes in the other; not where growth is at
  /// constant prices, whose weights levels at current prices do not tell.
  void contribute(measure what, int variable, const quantity& part, const quantity& whole);
  int increment(const quantity& of, int now, int base);

  /// comparable = factor times published, and the factor is taken to be one until
  /// the figures speak against it.
  void revise(const quantity& base, int published, int comparable_base, const char* which,
              bool taken_as_one);

  const inference_settings& settings_;
  quantity_network& net_;
  fact_reader& reader_;
  rule_state& state_;
};

}  // namespace kebi::detail

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/rules/rule_base-inl.hpp"
#endif
