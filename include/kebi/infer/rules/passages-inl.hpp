#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/passages.hpp"

namespace kebi::detail {

KEBI_INLINE std::vector<int> passages::of(std::span<const fact> facts) {
  std::vector<int> result(facts.size(), 0);
  for (std::size_t from = 0, to = 0; from < facts.size(); from = to) {
    to = from + 1;
    if (facts[from].period) continue;
    names_.clear(), stated_.clear(), of_two_times_ = false;
    add(facts[from]);
    while (to < facts.size() && goes_on(facts[to - 1], facts[to])) add(facts[to++]);
    for (std::size_t i = from; i < to; ++i)
      result[i] = of_two_times_ || i == from ? ++last_ : last_;
  }
  return result;
}

KEBI_INLINE bool passages::goes_on(const fact& before, const fact& f) const {
  if (f.period || f.region != before.region) return false;
  if (!f.parent.empty() && names_.contains(reader_.name(f.parent))) return true;
  if (reader_.name(f.indicator) != reader_.name(before.indicator)) return false;
  const bool has_places = before.end > before.start && f.end > f.start;
  return !has_places || (f.start >= before.end && f.start - before.end < room_for_a_time);
}

KEBI_INLINE void passages::add(const fact& f) {
  names_.insert(reader_.name(f.indicator));
  const auto figure = reader_.quantity_of(f);
  if (!figure) return;
  const auto [first, is_new] = stated_.emplace(to_string(*figure), &f);
  of_two_times_ = of_two_times_ || !(is_new || say_the_same(*first->second, f));
}

KEBI_INLINE bool passages::say_the_same(const fact& a, const fact& b) {
  return a.value == b.value && a.lo == b.lo && a.hi == b.hi && a.bound == b.bound &&
         a.unit == b.unit;
}

}  // namespace kebi::detail
