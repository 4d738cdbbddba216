#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/same_figure.hpp"

namespace kebi::detail {

KEBI_INLINE bool is_named_again(std::span<const fact> facts, std::size_t first, std::size_t second) {
  constexpr std::size_t near = 200, other_words = 30;  // bytes: two clauses; 。2019年全年，全区
  const fact &a = facts[first], &b = facts[second];
  if (a.end == 0 && b.end == 0) return true;
  if (a.end == 0 || b.start > a.end + near) return false;
  const fact& before = facts[second - 1];
  const std::size_t room = b.start > before.end ? b.start - before.end : 0;
  return b.indicator.size() <= room && room <= b.indicator.size() + other_words;
}

KEBI_INLINE bool are_one_slip_apart(decimal a, decimal b, bool is_known) {
  if (a.decimals() != b.decimals()) return false;
  const auto digits_of = [](decimal d) {
    return std::to_string(d.digits() < 0 ? -d.digits() : d.digits()).size();
  };
  const std::size_t digits = std::min(digits_of(a), digits_of(b));
  if (digits < 3) return false;
  for (const misprint& each : misprints(a, [&](decimal meant) { return meant == b; }))
    return each.how != slip::changed || (is_known && digits > 3);
  return false;
}

KEBI_INLINE bool same_figure::disagree(const fact& a, const fact& b) const {
  bounds one = leaves_possible(a, how_), other = leaves_possible(b, how_);
  if (a.measure == measure::level && a.unit && b.unit && !(*a.unit == *b.unit)) {
    if (!same_kind(*a.unit, *b.unit)) return false;
    other = convert(other, *b.unit, *a.unit);
  }
  return (one & other).is_empty();
}

KEBI_INLINE bool same_figure::is_certain(std::span<const fact> facts, std::size_t first,
                                         std::size_t second) const {
  const fact &a = facts[first], &b = facts[second];
  if (a.comparable != b.comparable) return false;
  const bool is_known = reader_.known(a.indicator) && reader_.known(b.indicator);
  // 农林牧渔业总产值, 其中农业总产值: of one name, and not one figure.
  for (const fact* each : {&a, &b})
    if (!each->parent.empty() && reader_.name(each->parent) == reader_.name(each->indicator))
      return false;
  if (is_known && a.period && is_named_again(facts, first, second)) return true;
  return a.value && b.value && a.bound == b.bound && a.unit == b.unit &&
         are_one_slip_apart(*a.value, *b.value, is_known);
}

KEBI_INLINE std::vector<std::string> same_figure::marks(
    std::span<const fact> facts, std::span<const std::optional<quantity>> spoken_of) const {
  std::vector<std::string> result(facts.size());
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (const auto& of = spoken_of[i]) {
      const auto in = facts[i].unit ? facts[i].unit : reader_.unit_of(of->indicator, of->region);
      by_key[quantity_network::key(*of, in)].push_back(i);
    }
  for (const auto& [key, same] : by_key) {
    bool is_one = true;
    // Each is held against those that differ from all before it.
    std::vector<std::size_t> versions{same.front()};
    for (const std::size_t i : same) {
      bool is_new = true;
      for (const std::size_t j : versions) {
        const bool differs = disagree(facts[i], facts[j]);
        is_new = is_new && differs;
        is_one = is_one && (!differs || is_certain(facts, j, i));
      }
      if (is_new) versions.push_back(i);
    }
    if (is_one) continue;
    for (const std::size_t i : same) {
      const fact& f = facts[i];
      const auto& number = f.value ? f.value : f.lo ? f.lo : f.hi;
      result[i] = (number ? to_string(*number) : std::string{}) + (f.unit ? f.unit->symbol() : "");
      if (result[i].empty()) result[i] = code(f.bound);
    }
  }
  return result;
}

}  // namespace kebi::detail
