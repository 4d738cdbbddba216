#include "text/report/disagreements.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "kebi/infer/rules/same_figure.hpp"

namespace kebi::grammar {

namespace {

/// What two facts of one figure share.
using figure_key = std::tuple<const indicator*, std::string_view, std::optional<period>, status,
                              measure, std::optional<measure>, std::optional<basis>,
                              std::optional<comparable>, std::string>;

figure_key key_of(const fact& f, const indicator& what) {
  std::string rest = f.whole + '\n' + f.reference + '\n' + f.parent;
  if (f.measure == measure::level && f.unit) (rest += '\n') += f.unit->kind();
  return {&what,     f.region, f.period,     f.status,       f.measure,
          f.subject, f.basis,  f.comparable, std::move(rest)};
}

/// A ratio may be printed without its unit (2.21∶1), and μg without the volume that they are in.
bool lacks_its_unit(const fact& f, const indicator& what) {
  if (f.measure != measure::level || !f.value || what.units.empty()) return false;
  return (adds_up(what.kind) || what.kind == kind::stock || what.kind == kind::count) &&
         (!f.unit || !fits(what, *f.unit));
}

bool disagree(const fact& a, const fact& b) {
  bounds one = possible(a), other = possible(b);
  if (a.measure == measure::level && a.unit && b.unit && !(*a.unit == *b.unit))
    other = convert(other, *b.unit, *a.unit);
  return (one & other).is_empty();
}

/// What audit names is an error of the source, and the reading is not in doubt for it.
bool is_error_of_source(const std::vector<fact>& facts, std::size_t first, std::size_t second) {
  const fact &a = facts[first], &b = facts[second];
  if (detail::is_named_again(facts, first, second)) return true;
  return a.value && b.value && a.bound == b.bound && a.unit == b.unit &&
         detail::are_one_slip_apart(*a.value, *b.value, true);
}

}  // namespace

void doubt_disagreements(std::vector<fact>& facts, const catalogue& known) {
  std::map<figure_key, std::size_t> first;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    fact& f = facts[i];
    const indicator* what = known.find(f.indicator);
    if (!what || f.measure == measure::rank) continue;
    if (lacks_its_unit(f, *what)) f.doubts.insert(f.unit ? doubt::subject : doubt::unit);
    if (!is_firm(f) || !f.period) continue;
    const auto [found, is_new] = first.try_emplace(key_of(f, *what), i);
    fact& before = facts[found->second];
    if (is_new || !disagree(before, f) || is_error_of_source(facts, found->second, i)) continue;
    // Where there is no room for the name before it, it is the number that took it from before.
    const bool is_named = f.start >= facts[i - 1].end + f.indicator.size();
    f.doubts.insert(is_named ? doubt::arithmetic : doubt::subject);
    if (is_named) before.doubts.insert(doubt::arithmetic);
  }
}

}  // namespace kebi::grammar
