#pragma once

#include "kebi/series/evaluate/arguments.hpp"
#include "kebi/series/evaluate/rates.hpp"

namespace kebi {

KEBI_INLINE argument::argument(const series& of)
    : figures_{borrowed(of.figures())}, kind_{table_kind::single} {
  relabel(labels_of(of.of()));
}
KEBI_INLINE argument::argument(const series_bounds& of)
    : bounds_{borrowed(of.figures())}, kind_{table_kind::single} {
  relabel(labels_of(of.of()));
}
KEBI_INLINE argument::argument(const panel& of)
    : figures_{borrowed(of.figures())}, labels_{borrowed(of.labels())}, kind_{table_kind::many} {}
KEBI_INLINE argument::argument(const panel_bounds& of)
    : bounds_{borrowed(of.figures())}, labels_{borrowed(of.labels())}, kind_{table_kind::many} {}

KEBI_INLINE void arguments::add(argument one) {
  all_[static_cast<std::size_t>(count_++)] = std::move(one);
}

KEBI_INLINE bool arguments::has_bounds_alone() const {
  for (int i = 0; i < count_; ++i)
    if ((*this)[i].figures() == nullptr) return true;
  return false;
}

KEBI_INLINE void arguments::keep_bounds() {
  for (int i = 0; i < count_; ++i) (*this)[i].keep_bounds();
}

KEBI_INLINE operand arguments::at(int i, int back) const {
  const argument& of = (*this)[i];
  if (of.figures() == nullptr) return operand{*of.bounds(), back};
  return of.bounds() == nullptr ? operand{*of.figures(), back}
                                : operand{*of.figures(), *of.bounds(), back};
}
KEBI_INLINE operand arguments::rate(int i, int back) const {
  return at(i, back).none_below(-100, detail::is_to_loss);
}

KEBI_INLINE int arguments::columns_back(int i, lag back) const {
  return back == lag::none ? 0 : back == lag::span ? 1 : time(i).year();
}

}  // namespace kebi
