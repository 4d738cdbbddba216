#pragma once

#include "kebi/core/config.hpp"
#include "kebi/infer/settings/hedges.hpp"

namespace kebi::detail {

KEBI_INLINE bounds reaching(double value, double below, double above) {
  return {add_down(value, -below), add_up(value, above)};
}

}  // namespace kebi::detail

namespace kebi {

KEBI_INLINE bounds leaves_possible(const fact& f, const hedges& how, bool whole) {
  const bounds printed = f.value ? rounding_interval(*f.value) : bounds::entire();
  if (!f.value && f.bound == bound::flat && f.measure == measure::growth)
    return {-how.flat, how.flat};
  if (!f.value) return possible(f);
  const double value = f.value->value();
  switch (f.bound) {
    case bound::exact:
      if (f.status == status::target || (whole && f.value->decimals() <= 0))
        return enclosing(*f.value);
      return printed;
    case bound::about: {
      const bool of_rate = f.unit && tolerance::is_rate(*f.unit);
      const double reach = tolerance::about_reach(*f.value, of_rate, how.about_points, how.about_part);
      return detail::reaching(value, reach, reach) | printed;
    }
    case bound::nearly: {
      const double reach = how.nearly_part * detail::size(value);
      return value < 0 ? detail::reaching(value, 0, reach) : detail::reaching(value, reach, 0);
    }
    default:
      return possible(f);
  }
}

}  // namespace kebi
