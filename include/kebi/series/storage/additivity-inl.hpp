#pragma once

#include <algorithm>

#include "kebi/series/storage/additivity.hpp"

namespace kebi {

namespace detail {

/// % and ‰; 倍 is a multiple like others.
KEBI_INLINE bool is_in_percent(const std::optional<unit>& in) {
  return in && (in->symbol() == "%" || in->symbol() == "‰");
}
KEBI_INLINE bool is_told_in_percent(const indicator& what) {
  return !what.units.empty() && std::all_of(what.units.begin(), what.units.end(),
                                            [](const unit& each) { return is_in_percent(each); });
}
KEBI_INLINE bool needs_weights(kind k) {
  return k == kind::ratio || k == kind::rate || k == kind::index || k == kind::average;
}

}  // namespace detail

KEBI_INLINE additivity additivity_of(const catalogue& known, std::string_view name) {
  const indicator* const found = name.empty() ? nullptr : known.find(name);
  if (found == nullptr) return {};
  const bool is_rate = found->kind == kind::ratio && detail::is_told_in_percent(*found);
  return {is_rate ? kind::rate : found->kind, found->parts};
}

KEBI_INLINE std::optional<over_time> rule_over_time(const additivity& of,
                                                    const std::optional<unit>& in) {
  if (!of.kind) return detail::is_in_percent(in) ? std::nullopt : std::optional{over_time::sum};
  if (*of.kind == kind::flow) return over_time::sum;
  if (*of.kind == kind::stock || *of.kind == kind::count) return over_time::last;
  return std::nullopt;
}

KEBI_INLINE bool adds_up_over_parts(const additivity& of, const std::optional<unit>& in) {
  if (of.parts == parts::sum) return true;
  if (of.parts == parts::mean) return false;
  return of.kind ? !detail::needs_weights(*of.kind) : !detail::is_in_percent(in);
}

KEBI_INLINE bool moves_by_points(const additivity& of, const std::optional<unit>& in) {
  return of.kind == kind::rate || detail::is_in_percent(in);
}

KEBI_INLINE const char* called(const additivity& of, const std::optional<unit>& in) {
  if (of.kind == kind::stock) return "a stock";
  if (of.kind == kind::count) return "a count";
  if (of.kind == kind::ratio) return "a ratio";
  if (of.kind == kind::rate) return "a rate";
  if (of.kind == kind::index) return "an index";
  if (of.kind == kind::average) return "an average";
  if (of.parts == parts::mean) return "a figure per head or per unit";
  return detail::is_in_percent(in) ? "told in percent" : "no flow";
}

}  // namespace kebi
