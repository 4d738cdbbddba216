#include "text/table/arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace kebi::grammar {
namespace {

/// By how many points growth may miss its levels: rounding of the levels is small beside it.
constexpr double nominal_points = 0.6, real_points = 15;

using key = std::tuple<std::string, std::string, int, int>;  // indicator, region, first and last month

key key_of(const fact& f, const period& span) {
  return {f.indicator, f.region, span.first().ordinal, span.last().ordinal};
}

/// Growth of these is at constant prices, or nobody says at which.
bool may_be_real(const fact& f, const catalogue* known) {
  if (f.comparable) return true;
  const indicator* found = known ? known->find(f.indicator) : nullptr;
  return !found || found->growth_at != growth_at::nominal;
}

}  // namespace

void check_growth(std::vector<fact>& facts, std::size_t first, const catalogue* known) {
  std::map<key, double> levels;
  for (std::size_t i = first; i < facts.size(); ++i) {
    const fact& f = facts[i];
    if (f.measure == measure::level && f.status == status::actual && f.period && f.value)
      levels.emplace(key_of(f, *f.period), f.value->value());
  }
  for (std::size_t i = first; i < facts.size(); ++i) {
    fact& f = facts[i];
    if (f.measure != measure::growth || f.basis != basis::yoy || !f.period || !f.value) continue;
    const auto now = levels.find(key_of(f, *f.period));
    const auto before = levels.find(key_of(f, year_before(*f.period)));
    if (now == levels.end() || before == levels.end() || before->second <= 0) continue;
    const double computed = 100 * (now->second / before->second - 1);
    const double most = may_be_real(f, known) ? real_points : nominal_points;
    const double scale = std::max(1.0, std::abs(computed) / 100);
    if (std::abs(computed - f.value->value()) > most * scale) f.doubts.insert(doubt::arithmetic);
  }
}

}  // namespace kebi::grammar
