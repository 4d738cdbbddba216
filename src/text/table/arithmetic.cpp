#include "text/table/arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace kebi::grammar {
namespace {

/// By how many points growth may miss its levels: rounding of the levels is small beside it.
constexpr double nominal_points = 0.6, real_points = 15;
/// By how many points a share of a plan that is done may miss its two levels.
constexpr double progress_points = 0.6;

/// What makes two levels those of one thing: name, region, and first and last month.
using key = std::tuple<std::string, std::string, int, int>;

key key_of(const std::string& indicator, const std::string& region, const period& span) {
  return {indicator, region, span.first().ordinal, span.last().ordinal};
}

/// Growth of these is at constant prices, or nobody says at which.
bool may_be_real(const fact& f, const catalogue* known) {
  if (f.comparable) return true;
  const indicator* found = known ? known->find(f.indicator) : nullptr;
  return !found || found->growth_at != growth_at::nominal;
}

double half_step(const fact& f) { return 0.5 * std::pow(10.0, -f.value->decimals()); }

/// The levels of a table, and its targets for years.
class levels {
 public:
  levels(const std::vector<fact>& facts, std::size_t first) {
    for (std::size_t i = first; i < facts.size(); ++i) {
      const fact& f = facts[i];
      if (f.measure != measure::level || !f.period || !f.value) continue;
      if (f.status == status::actual) actual_.emplace(key_of(f.indicator, f.region, *f.period), &f);
      if (f.status == status::target) targets_.emplace(key_of(f.indicator, f.region, *f.period), &f);
    }
  }

  const fact* actual(const std::string& indicator, const std::string& region, const period& span) const {
    return at(actual_, indicator, region, span);
  }
  const fact* target(const fact& of) const {
    return at(targets_, of.indicator, of.region, year_of(of.period->year()));
  }

 private:
  using by_key = std::map<key, const fact*>;
  static const fact* at(const by_key& all, const std::string& indicator, const std::string& region,
                        const period& span) {
    const auto found = all.find(key_of(indicator, region, span));
    return found == all.end() ? nullptr : found->second;
  }

  by_key actual_, targets_;
};

bool growth_fits(const fact& f, const fact& now, const fact& before, const catalogue* known) {
  if (before.value->value() <= 0) return true;
  const double computed = 100 * (now.value->value() / before.value->value() - 1);
  const double most = may_be_real(f, known) ? real_points : nominal_points;
  const double scale = std::max(1.0, std::abs(computed) / 100);
  return std::abs(computed - f.value->value()) <= most * scale;
}

bool change_fits(const fact& f, const fact& now, const fact& before) {
  const bool one_unit = now.unit == before.unit && now.unit == f.unit;
  const double computed = now.value->value() - before.value->value();
  return !one_unit || std::abs(computed - f.value->value()) <=
                          1.01 * (half_step(f) + half_step(now) + half_step(before));
}

bool progress_fits(const fact& f, const fact& done, const fact& planned) {
  if (planned.value->value() == 0 || done.unit != planned.unit) return true;
  const double computed = 100 * done.value->value() / planned.value->value();
  return std::abs(computed - f.value->value()) <= progress_points * std::max(1.0, computed / 100);
}

/// A part is no more than its whole.
bool part_fits(const fact& f, const fact& whole) {
  const double part = f.value->value(), all = whole.value->value();
  return f.unit != whole.unit || all <= 0 || part <= all + half_step(f) + half_step(whole);
}

bool fits(const fact& f, const levels& known_levels, const catalogue* known) {
  const fact* now = known_levels.actual(f.indicator, f.region, *f.period);
  if (f.measure == measure::level) {
    const fact* whole = f.parent.empty() ? nullptr : known_levels.actual(f.parent, f.region, *f.period);
    return !whole || part_fits(f, *whole);
  }
  if (!now) return true;
  if (f.measure == measure::progress) {
    const fact* planned = known_levels.target(f);
    return !planned || progress_fits(f, *now, *planned);
  }
  if (f.basis != basis::yoy) return true;
  const fact* before = known_levels.actual(f.indicator, f.region, year_before(*f.period));
  if (!before) return true;
  if (f.measure == measure::growth) return growth_fits(f, *now, *before, known);
  const bool of_level = f.measure == measure::change && f.subject == measure::level;
  return !of_level || change_fits(f, *now, *before);
}

/// Two numbers of one table that seem to be one figure: its heads were not told apart.
void doubt_repeated(std::vector<fact>& facts, std::size_t first) {
  std::map<std::tuple<key, measure, status, std::optional<basis>, std::string>, std::size_t> seen;
  for (std::size_t i = first; i < facts.size(); ++i) {
    fact& f = facts[i];
    if (!f.period || !f.value) continue;
    const auto [at, added] =
        seen.emplace(std::tuple{key_of(f.indicator, f.region, *f.period), f.measure, f.status, f.basis, f.parent}, i);
    fact& other = facts[at->second];
    if (added || other.value->value() == f.value->value() || other.unit != f.unit) continue;
    f.doubts.insert(doubt::head);
    other.doubts.insert(doubt::head);
  }
}

}  // namespace

void check_arithmetic(std::vector<fact>& facts, std::size_t first, const catalogue* known) {
  doubt_repeated(facts, first);
  const levels known_levels{facts, first};
  for (std::size_t i = first; i < facts.size(); ++i)
    if (fact& f = facts[i]; f.period && f.value && f.status == status::actual && !fits(f, known_levels, known))
      f.doubts.insert(doubt::arithmetic);
}

}  // namespace kebi::grammar
