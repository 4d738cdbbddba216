#pragma once

#include "kebi/core/config.hpp"
#include "kebi/indicator/fact.hpp"

namespace kebi {

KEBI_INLINE bool same_statement(fact a, fact b) {
  a.start = b.start = a.end = b.end = 0;
  a.text.clear();
  b.text.clear();
  a.doubts = b.doubts = {};
  return a == b;
}

KEBI_INLINE int printed_decimals(const fact& f) {
  int most = -decimal::most_digits;
  for (const auto& number : {f.value, f.lo, f.hi})
    if (number && number->decimals() > most) most = number->decimals();
  return most == -decimal::most_digits ? 0 : most;
}

KEBI_INLINE bounds possible(const fact& f) {
  switch (f.bound) {
    case bound::exact:
      return f.value ? rounding_interval(*f.value) : bounds::entire();
    case bound::range:
      return f.lo && f.hi ? bounds{enclosing(*f.lo).lo(), enclosing(*f.hi).hi()} : bounds::entire();
    case bound::at_least:
    case bound::more_than:
      return f.lo ? bounds::at_least(enclosing(*f.lo).lo()) : bounds::entire();
    case bound::at_most:
    case bound::less_than:
      return f.hi ? bounds::at_most(enclosing(*f.hi).hi()) : bounds::entire();
    default:
      return bounds::entire();
  }
}

}  // namespace kebi
