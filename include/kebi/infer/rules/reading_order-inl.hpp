#pragma once

#include <algorithm>
#include <numeric>
#include <tuple>

#include "kebi/core/config.hpp"
#include "kebi/infer/rules/reading_order.hpp"

namespace kebi::detail {

KEBI_INLINE std::vector<std::size_t> reading_order(std::span<const fact> facts) {
  // Digits first: 5 and 5.0 are one number and two prints.
  const auto print = [](const std::optional<decimal>& of) {
    return of ? std::tuple{true, of->digits(), of->decimals()} : std::tuple{false, std::int64_t{0}, 0};
  };
  const auto unit_of = [](const fact& f) { return f.unit ? f.unit->symbol() : std::string{}; };
  const auto is_before = [&](std::size_t i, std::size_t j) {
    const fact &a = facts[i], &b = facts[j];
    if (a.start != b.start || a.end != b.end)
      return std::tie(a.start, a.end) < std::tie(b.start, b.end);
    const auto what = std::tie(a.region, a.indicator, a.period, a.status, a.measure, a.subject, a.whole,
                               a.reference, a.parent, a.basis, a.comparable, a.bound, a.direction),
               other = std::tie(b.region, b.indicator, b.period, b.status, b.measure, b.subject, b.whole,
                                b.reference, b.parent, b.basis, b.comparable, b.bound, b.direction);
    if (what != other) return what < other;
    const auto said = std::tuple{print(a.value), print(a.lo), print(a.hi), unit_of(a)},
               again = std::tuple{print(b.value), print(b.lo), print(b.hi), unit_of(b)};
    if (said != again) return said < again;
    return std::tuple{a.text, a.doubts.empty()} < std::tuple{b.text, b.doubts.empty()};
  };
  std::vector<std::size_t> result(facts.size());
  std::iota(result.begin(), result.end(), std::size_t{0});
  if (!std::is_sorted(result.begin(), result.end(), is_before))
    std::stable_sort(result.begin(), result.end(), is_before);
  return result;
}

}  // namespace kebi::detail
