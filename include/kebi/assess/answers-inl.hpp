#pragma once

#include "kebi/assess/answers.hpp"
#include "kebi/assess/comparisons.hpp"
#include "kebi/assess/needs.hpp"
#include "kebi/core/config.hpp"

namespace kebi::detail {

KEBI_INLINE bool has_happened(const fact& f) {
  return f.status == status::actual || f.status == status::estimate;
}

KEBI_INLINE bool spans(const fact& figure, const fact& target, const indicator* known) {
  if (!target.period || !target.period->contains(*figure.period)) return false;
  const bool stands = known && known->kind != kind::flow;
  return stands || figure.period->first() == target.period->first();
}

KEBI_INLINE std::string_view without_mean(std::string_view reference) {
  for (std::size_t before = 0; before != reference.size();) {
    before = reference.size();
    for (const std::string_view end : {"平均", "水平", "增速", "增幅", "增长", "速度", "均值", "数", "的"})
      if (reference.size() > end.size() && reference.ends_with(end)) reference.remove_suffix(end.size());
  }
  return reference;
}

KEBI_INLINE bool is_gap_to(const fact& figure, const fact& target) {
  if (!has_happened(figure) || figure.measure != measure::gap || !number_of(figure) || target.reference.empty())
    return false;
  return without_mean(figure.reference) == without_mean(target.reference);
}

KEBI_INLINE bool answers_in_words(const fact& figure, const fact& target) {
  return has_happened(figure) && target.period && target.period->contains(*figure.period) &&
         states_itself(figure, target);
}

KEBI_INLINE bool answers(const fact& figure, const fact& target, const indicator* known) {
  if (!has_happened(figure) || !spans(figure, target, known) || !number_of(figure) ||
      (figure.measure != measure::progress && figure.whole != target.whole))
    return false;
  const bool yoy = !figure.basis || figure.basis == basis::yoy || figure.basis == target.basis;
  switch (target.measure) {
    case measure::growth:
      return figure.measure == measure::growth && yoy;
    case measure::change:
    case measure::gap:
      return figure.measure == target.measure && figure.subject == target.subject && yoy &&
             (figure.measure != measure::gap || target.reference.empty() || is_gap_to(figure, target));
    case measure::level:
      // A direction without a number (稳步增加) is answered by growth.
      if (target.bound == bound::none) return figure.measure == measure::growth && yoy;
      return figure.measure == measure::level || figure.measure == measure::progress;
    default:
      return figure.measure == target.measure;
  }
}

KEBI_INLINE bool compares(const fact& target) {
  return target.bound == bound::sync || target.bound == bound::exceed ||
         (target.bound == bound::flat && !target.reference.empty());
}

KEBI_INLINE bool is_change_since_last_year(const fact& f) {
  return has_happened(f) && f.value && f.basis == basis::yoy &&
         ((f.measure == measure::change && f.subject != measure::growth) || f.measure == measure::growth);
}

}  // namespace kebi::detail
