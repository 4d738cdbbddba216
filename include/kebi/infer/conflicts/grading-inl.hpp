#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/conflicts/grading.hpp"

namespace kebi::detail {

KEBI_INLINE grading::grading(const quantity_network& of, const components& parts,
                             const solver& figures, const conflict& found,
                             const std::vector<bool>& is_aside, const std::vector<fact>& facts,
                             const inference_settings& settings, bool is_careful)
    : net_{of},
      facts_{facts},
      how_{settings.hedges},
      found_{found},
      is_assumed_{std::any_of(found.statements.begin(), found.statements.end(),
                              [&](int s) { return is_assumption(s); })},
      piece_{of.numbers(), parts, found,
             [&](int v) { return is_assumed_ ? of.numbers().domain(v) : figures[v]; },
             [&](int s) { return is_assumed_ || is_aside[at(s)]; },
             is_careful ? figures_around : excerpt::room},
      is_aside_{is_aside},
      is_careful_{is_careful},
      whole_{piece_.numbers(), true},
      trial_{piece_.numbers(), whole_, coarse(settings.effort), solver::question::possible},
      exact_{piece_.numbers(), whole_, coarse(settings.effort, 0.005), solver::question::possible} {}

KEBI_INLINE contradiction grading::graded() {
  contradiction result;
  result.facts = facts_of();
  std::sort(result.facts.begin(), result.facts.end());
  result.facts.erase(std::unique(result.facts.begin(), result.facts.end()), result.facts.end());
  for (const int r : found_.relations)
    if (std::find(result.laws.begin(), result.laws.end(), net_.law_of(r)) == result.laws.end())
      result.laws.push_back(net_.law_of(r));
  std::sort(result.laws.begin(), result.laws.end());
  result.size = widening();
  result.mends = mends();
  const bool is_edge = is_rounding_edge(result.size);
  find_base(result);
  result.grade = is_edge                 ? grade::rounding_edge
                 : result.factor         ? grade::scope_break
                 : !result.mends.empty() ? grade::typo
                                         : grade::contradictory;
  return result;
}

KEBI_INLINE std::vector<std::size_t> grading::facts_of() const {
  std::vector<std::size_t> result;
  for (const int s : found_.statements)
    if (!is_assumption(s)) result.push_back(fact_of(s));
  return result;
}

KEBI_INLINE std::size_t grading::fact_of(int statement) const {
  const std::vector<std::size_t>& stating = net_.facts_of(statement);
  const auto place = std::find_if(found_.statements.begin(), found_.statements.end(),
                                  [&](int s) { return net_.facts_of(s).size() == 1; });
  if (stating.size() == 1 || place == found_.statements.end()) return stating.front();
  const std::size_t there = facts_[net_.facts_of(*place).front()].start;
  return *std::min_element(stating.begin(), stating.end(), [&](std::size_t a, std::size_t b) {
    const auto [a0, a1] = std::minmax(facts_[a].start, there);
    const auto [b0, b1] = std::minmax(facts_[b].start, there);
    return a1 - a0 < b1 - b0;
  });
}

KEBI_INLINE bounds grading::widened(const bounds& of, double times) {
  const double more = width(of) / 2 * (times - 1);
  return is_finite(more) ? reaching(0, -add_down(of.lo(), -more), add_up(of.hi(), more)) : of;
}

KEBI_INLINE double grading::widening() {
  const auto agree = [&](double times) {
    return agrees([&](int s) { return is_assumption(s) ? stated(s) : widened(stated(s), times); });
  };
  double low = 1, high = 2;
  while (high < 1e6 && !agree(high)) low = high, high *= 2;
  for (int i = 0; i < 4; ++i) {
    const double middle = low / 2 + high / 2;
    (agree(middle) ? high : low) = middle;
  }
  return high;
}

KEBI_INLINE bool grading::is_rounding_edge(double times) {
  if (times > 2) return false;  // not even if all were cut off
  return std::any_of(found_.statements.begin(), found_.statements.end(), [&](int s) {
    return !is_assumption(s) && agrees([&](int each) {
      return each == s ? widened(stated(each), 2) : stated(each);
    });
  });
}

KEBI_INLINE void grading::find_base(contradiction& of) {
  for (const int s : found_.statements) {
    if (!is_assumption(s)) continue;
    const int factor = net_.numbers().statements()[at(s)].variable;
    if (!agrees([&](int each) { return is_assumption(each) ? bounds::entire() : stated(each); }))
      continue;
    of.base = net_.quantity_of(factor);
    of.factor = left_to(factor);
  }
}

KEBI_INLINE void grading::find_options(int statement, std::vector<option>& options) {
  const std::size_t number = fact_of(statement);
  const fact& suspect = facts_[number];
  if (!suspect.value || suspect.bound != bound::exact) return;
  const auto without = [&](int each) { return each == statement ? bounds::entire() : stated(each); };
  const bool explains_all = is_careful_ && agrees(exact_, without, true);
  if (!explains_all && !agrees(without)) return;
  const int v = net_.numbers().statements()[at(statement)].variable;
  const bounds room = explains_all ? exact_[piece_.variable(v)] : left_to(v);
  const auto& to = net_.unit_of(v);
  const auto as_stated = [&](decimal meant) {
    fact other = suspect;
    other.value = meant;
    const bounds b = leaves_possible(other, how_, net_.numbers().is_whole(v));
    return suspect.unit && to && suspect.measure == measure::level ? convert(b, *suspect.unit, *to)
                                                                   : b;
  };
  for (const misprint& each : misprints(
           *suspect.value, [&](decimal meant) { return !(as_stated(meant) & room).is_empty(); })) {
    const bounds b = as_stated(each.meant);
    const double off = room.is_bounded() && b.is_bounded()
                           ? size(midpoint(b) - midpoint(room)) / (width(b) + width(room) + 1e-300)
                           : 1;
    const double fit = is_finite(width(b)) && width(b) > 0 ? width(b & room) / width(b) : 1;
    const double inside = width(b) > 0 ? width(b & room) : decimal{1, each.meant.decimals()}.value();
    const double part = is_finite(width(room)) ? inside / std::fmax(width(room), inside) : 0;
    options.push_back({
        {number, each, fit},
        off, part * surprise(suspect.measure, each) * (explains_all ? 1e6 : 1)
    });
  }
}

KEBI_INLINE double grading::surprise(measure of, const misprint& what) {
  // A pair of digits has one swap and eighteen changes; a digit that is lost can be any at any place.
  const auto of_kind = [](slip how) {
    switch (how) {
      case slip::swapped:
        return 3.0;
      case slip::doubled:
        return 0.5;
      case slip::dropped:
        return 0.15;
      default:
        return 1.0;
    }
  };
  const double digits =
      1 + std::floor(std::log10(std::fmax(size(static_cast<double>(what.meant.digits())), 1)));
  const double unit = decimal{1, what.meant.decimals()}.value();
  const auto usual = [&]() -> double {  // as much as growth of 20 % either way moves such a figure
    switch (of) {
      case measure::growth:
      case measure::gap:
        return 20 / unit;
      case measure::pull:
      case measure::change:
        return 8 / unit;
      case measure::contribution:
        return 100 / unit;
      default:
        return 0.2 * std::pow(10, digits - 0.5);
    }
  };
  return of_kind(what.how) * usual() / digits;
}

KEBI_INLINE std::vector<mend> grading::mends() {
  std::vector<option> options;
  for (const int s : found_.statements)
    if (!is_assumption(s)) find_options(s, options);
  std::stable_sort(options.begin(), options.end(), [](const option& a, const option& b) {
    return std::tuple{-a.likelihood, -a.what.fit, a.off} <
           std::tuple{-b.likelihood, -b.what.fit, b.off};
  });
  std::vector<mend> result;
  for (const option& each : options) result.push_back(each.what);
  return result;
}

}  // namespace kebi::detail
