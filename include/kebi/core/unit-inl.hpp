#pragma once

#include "kebi/core/config.hpp"
#include "kebi/core/unit.hpp"

namespace kebi::detail {

/// What 万 or 亿 alone count by: 697万 without a noun; 0 over 1 for all other symbols.
KEBI_INLINE factor bare_scale(std::string_view symbol) {
  factor scale{symbol.empty() ? 0 : 1, 1};
  while (!symbol.empty()) {
    const std::size_t before = symbol.size();
    for (const auto& [sign, times] : multipliers) {
      if (!symbol.starts_with(sign)) continue;
      symbol.remove_prefix(sign.size());
      scale = scale * factor{times, 1};
      break;
    }
    if (symbol.size() == before) return {0, 1};
  }
  return scale;
}

}  // namespace kebi::detail

namespace kebi {

KEBI_INLINE unit::unit(std::string_view symbol) : symbol_{fold(symbol)} {
  const std::size_t slash = symbol_.find('/');
  const std::string_view all = symbol_;
  if (const detail::factor bare = detail::bare_scale(all); bare.over != 0) {
    scale_ = bare;  // of no kind
    return;
  }
  const auto top = measure_of(all.substr(0, slash));
  kind_ = top.kind;
  scale_ = top.scale;
  if (slash != std::string::npos) {
    const auto bottom = measure_of(all.substr(slash + 1));
    (kind_ += '/') += bottom.kind;
    scale_ = scale_ / bottom.scale;
  }
}

KEBI_INLINE std::string unit::fold(std::string_view printed) {
  constexpr std::array<std::array<std::string_view, 2>, 6> folds{
      {{" ", ""}, {"　", ""}, {"％", "%"}, {"／", "/"}, {"（", "("}, {"）", ")"}}
  };
  std::string folded;
  while (!printed.empty()) {
    bool matched = false;
    for (const auto& [from, to] : folds) {
      if (!printed.starts_with(from)) continue;
      folded += to;
      printed.remove_prefix(from.size());
      matched = true;
      break;
    }
    if (matched) continue;
    if (detail::number_scanner{printed}.at_digit())
      throw error{"a unit has no digits: found " + in_quotes(printed)};
    folded += printed.front();
    printed.remove_prefix(1);
  }
  return folded;
}

KEBI_INLINE unit::measure unit::measure_of(std::string_view symbol) {
  detail::factor scale;
  for (std::string_view rest = symbol; !rest.empty();) {
    for (const auto& known : detail::base_units)
      if (rest == known.symbol) return {known.kind, scale * known.scale};
    const std::string_view before = rest;
    for (const auto& [sign, times] : detail::multipliers) {
      if (!rest.starts_with(sign)) continue;
      rest.remove_prefix(sign.size());
      scale = scale * detail::factor{times, 1};
      break;
    }
    if (rest.size() == before.size()) return {rest, scale};
  }
  throw error{"a unit needs a name such as 亿元 or 家: found " + in_quotes(symbol)};
}

}  // namespace kebi

namespace kebi::detail {

KEBI_INLINE factor conversion(const unit& from, const unit& to) {
  if (!same_kind(from, to))
    throw error{"cannot convert " + from.symbol() + " to " + to.symbol() + ": one counts " +
                from.kind() + ", the other " + to.kind()};
  return from.scale() / to.scale();
}

}  // namespace kebi::detail

namespace kebi {

KEBI_INLINE decimal convert(decimal value, const unit& from, const unit& to) {
  auto [over, under] = detail::conversion(from, to);
  int decimals = value.decimals();
  for (; over % 10 == 0; over /= 10) --decimals;
  for (; under % 10 == 0; under /= 10) ++decimals;
  if (over != 1 || under != 1)
    throw error{"no printed number in " + to.symbol() + " equals " + to_string(value) + " " +
                from.symbol() + " to the same digit: convert its rounding interval instead"};
  return decimal{value.digits(), decimals};
}

KEBI_INLINE amount convert(const amount& of, const unit& to) {
  return {convert(of.value, of.unit, to), to};
}

}  // namespace kebi
