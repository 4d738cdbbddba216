#pragma once

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "kebi/infer/reading.hpp"
#include "kebi/infer/settings.hpp"

namespace kebi::detail {

/// What the rules remember of each other.
struct rule_state {
  std::unordered_set<std::uint64_t> done;
  std::unordered_map<std::string, std::string> last;  // which of several counts was spoken of last
  std::vector<std::pair<quantity, std::string>> parents;  // wholes as printed, and the part
  std::unordered_set<int> recut, recut_bases;  // growths on a stated footing, and their bases
};

/// What every rule needs: the network, the reader of facts, and the steps that
/// several rules share. Each rule looks for figures that are there and adds what
/// hangs together with them; figures of which nothing could be said are not made.
class rule_base {
 public:
  rule_base(const inference_settings& settings, quantity_network& into, fact_reader& reader,
            rule_state& state)
      : settings_{settings}, net_{into}, reader_{reader}, state_{state} {}

 protected:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  int count() const { return static_cast<int>(net_.numbers().variables()); }
  bool is_figure(int variable, measure what) const {
    return !net_.is_step(variable) && net_.quantity_of(variable).measure == what;
  }
  int find_level(const quantity& of) const {
    return net_.find(of, reader_.unit_of(of.indicator, of.region));
  }
  bool first_time(identity law, int variable, int other = 0) {
    return state_.done
        .insert((static_cast<std::uint64_t>(law) << 58) ^
                (static_cast<std::uint64_t>(static_cast<std::uint32_t>(variable)) << 29) ^
                static_cast<std::uint32_t>(other))
        .second;
  }

  static quantity before(quantity of, scope on) {
    of.period = year_before(*of.period);
    of.scope = on;
    of.status = status::actual;
    return of;
  }
  quantity level_of(const quantity& of) const {
    quantity result = reader_.level(of.indicator, of.region, of.period, of.status);
    result.passage = of.passage;
    return result;
  }
  quantity growth_of(const quantity& of) const {
    return reader_.measured(measure::growth, level_of(of));
  }

  static quantity part_of(quantity whole, const std::string& part) {
    whole.indicator = part;
    return whole;
  }

  int variable_of(const quantity& of) {
    if (of.measure == measure::level) return reader_.level_variable(of);
    return of.measure == measure::growth ? reader_.growth_variable(of) : net_.variable(of);
  }

  /// The increments of part and whole, and what one makes in the other.
  void contribute(measure what, int variable, const quantity& part, const quantity& whole) {
    const int p = find_level(part), w = find_level(whole);
    if (p < 0 || w < 0) return;
    const int part_base = reader_.level_variable(before(part, scope::comparable), net_.unit_of(p));
    const int whole_base =
        reader_.level_variable(before(whole, scope::comparable), net_.unit_of(w));
    const int part_more = increment(part, p, part_base);
    if (what == measure::pull)
      net_.shares(identity::pull, variable, whole_base, part_more);
    else
      net_.shares(identity::contribution, variable, increment(whole, w, whole_base), part_more);
  }
  int increment(const quantity& of, int now, int base) {
    quantity change = of;
    change.measure = measure::change;
    change.subject = measure::level;
    const bool is_new = net_.find(change) < 0;
    const int result = net_.variable(change, net_.unit_of(now));
    if (is_new)
      net_.sum(identity::change, {
                                     {1,  now   },
                                     {-1, base  },
                                     {-1, result}
      });
    return result;
  }

  /// comparable = factor times published, and the factor is taken to be one until
  /// the figures speak against it.
  void revise(const quantity& base, int published, int comparable_base, const char* which,
              bool taken_as_one) {
    quantity factor = base;
    factor.measure = measure::ratio;
    factor.scope = scope::comparable;
    factor.whole = base.measure == measure::share ? base.whole : which;
    const int f =
        net_.variable(factor, {}, false, taken_as_one ? settings_.revision : bounds::at_least(0));
    net_.product(identity::scope, {0, published}, {0, f}, {1, comparable_base});
    if (taken_as_one) net_.assume(f, bounds::exactly(1));
  }

  const inference_settings& settings_;
  quantity_network& net_;
  fact_reader& reader_;
  rule_state& state_;
};

}  // namespace kebi::detail
