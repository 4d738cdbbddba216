#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/grading.hpp"

namespace kebi::detail {

KEBI_INLINE grading::grading(const quantity_network& of, const std::vector<fact>& facts,
                             const hedges& how, const std::vector<bool>& is_aside, solver& trial)
    : net_{of}, facts_{facts}, how_{how}, is_aside_{is_aside}, trial_{trial} {}

KEBI_INLINE contradiction grading::graded(std::size_t part, const conflict& of) const {
  contradiction result;
  result.facts = facts_of(of);
  std::sort(result.facts.begin(), result.facts.end());
  result.facts.erase(std::unique(result.facts.begin(), result.facts.end()), result.facts.end());
  for (const int r : of.relations)
    if (std::find(result.laws.begin(), result.laws.end(), net_.law_of(r)) == result.laws.end())
      result.laws.push_back(net_.law_of(r));

  const auto& statements = net_.numbers().statements();
  const auto stated = [&](int s) { return statements[at(s)].possible; };
  result.size = size_of(part, of);
  find_mends(part, of, result.mends);

  bool edge = false;
  for (const int s : of.statements) {
    if (is_assumption(s) || result.size > 2) continue;  // not even if all were cut off
    edge |= agrees(part, of,
                   [&](int each) { return each == s ? widened(stated(each), 2) : stated(each); });
  }
  for (const int s : of.statements) {
    if (!is_assumption(s)) continue;
    const int factor = statements[at(s)].variable;
    if (!agrees(part, of,
                [&](int each) { return is_assumption(each) ? bounds::entire() : stated(each); }))
      continue;
    result.base = net_.quantity_of(factor);
    result.factor = trial_[factor];
  }
  result.grade = edge                    ? grade::rounding_edge
                 : result.factor         ? grade::scope_break
                 : !result.mends.empty() ? grade::typo
                                         : grade::contradictory;
  return result;
}

KEBI_INLINE std::vector<std::size_t> grading::facts_of(const conflict& of) const {
  std::vector<std::size_t> result;
  for (const int s : of.statements)
    if (!is_assumption(s)) result.push_back(fact_of(s, of));
  return result;
}

KEBI_INLINE std::size_t grading::fact_of(int statement, const conflict& of) const {
  const std::vector<std::size_t>& stating = net_.facts_of(statement);
  const auto place = std::find_if(of.statements.begin(), of.statements.end(),
                                  [&](int s) { return net_.facts_of(s).size() == 1; });
  if (stating.size() == 1 || place == of.statements.end()) return stating.front();
  const std::size_t there = facts_[net_.facts_of(*place).front()].start;
  return *std::min_element(stating.begin(), stating.end(), [&](std::size_t a, std::size_t b) {
    const auto [a0, a1] = std::minmax(facts_[a].start, there);
    const auto [b0, b1] = std::minmax(facts_[b].start, there);
    return a1 - a0 < b1 - b0;
  });
}

KEBI_INLINE bounds grading::possible(int s) const {
  return is_aside_[at(s)] ? bounds::entire() : net_.numbers().statements()[at(s)].possible;
}

KEBI_INLINE bounds grading::widened(const bounds& of, double times) {
  const double more = width(of) / 2 * (times - 1);
  return is_finite(more) ? reaching(0, -add_down(of.lo(), -more), add_up(of.hi(), more)) : of;
}

KEBI_INLINE double grading::size_of(std::size_t part, const conflict& of) const {
  const auto agree = [&](double times) {
    return agrees(part, of, [&](int s) {
      const bounds& b = net_.numbers().statements()[at(s)].possible;
      return is_assumption(s) ? b : widened(b, times);
    });
  };
  double low = 1, high = 2;
  while (high < 1e6 && !agree(high)) low = high, high *= 2;
  for (int i = 0; i < 4; ++i) {
    const double middle = low / 2 + high / 2;
    (agree(middle) ? high : low) = middle;
  }
  return high;
}

KEBI_INLINE void grading::find_mends(std::size_t part, const conflict& of,
                                     std::vector<mend>& mends) const {
  struct option {
    mend what;
    double off;
  };
  std::vector<option> options;
  const auto& statements = net_.numbers().statements();
  for (const int s : of.statements) {
    if (is_assumption(s)) continue;
    const std::size_t number = fact_of(s, of);
    const fact& suspect = facts_[number];
    if (!suspect.value || suspect.bound != bound::exact) continue;
    if (!agrees(part, of, [&](int each) {
          return each == s ? bounds::entire() : statements[at(each)].possible;
        }))
      continue;
    const int v = statements[at(s)].variable;
    const bounds room = trial_[v];
    const auto& to = net_.unit_of(v);
    const auto as_stated = [&](decimal meant) {
      fact other = suspect;
      other.value = meant;
      const bounds b = leaves_possible(other, how_, net_.numbers().is_whole(v));
      return suspect.unit && to && suspect.measure == measure::level
                 ? convert(b, *suspect.unit, *to)
                 : b;
    };
    for (const misprint& each : misprints(
             *suspect.value, [&](decimal meant) { return !(as_stated(meant) & room).is_empty(); })) {
      const bounds b = as_stated(each.meant);
      const double off = room.is_bounded() && b.is_bounded() ? size(midpoint(b) - midpoint(room)) /
                                                                   (width(b) + width(room) + 1e-300)
                                                             : 1;
      const double fit = is_finite(width(b)) && width(b) > 0 ? width(b & room) / width(b) : 1;
      options.push_back({
          {number, each, fit},
          off
      });
    }
  }
  std::stable_sort(options.begin(), options.end(), [](const option& a, const option& b) {
    return std::pair{a.what.what.how, a.off} < std::pair{b.what.what.how, b.off};
  });
  for (const option& each : options) mends.push_back(each.what);
}

}  // namespace kebi::detail
