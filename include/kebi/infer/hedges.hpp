#pragma once

#include "kebi/indicator/fact.hpp"

namespace kebi {

/// How far words reach that stand around a printed number. Writers do not say;
/// these are settings, and every conclusion from a hedged figure rests on them.
struct hedges {
  /// 约, 左右, of rates, in points: 约40% is [39.5, 40.5].
  double about_points = 0.5;
  /// 约, 左右, of anything else, as a part of it: 270亿元左右 is [264.6, 275.4].
  double about_part = 0.02;
  /// 近: below the number, so much of it. 近50% is [47.5, 50].
  double nearly_part = 0.05;
  /// 持平: either way, in percent or points.
  double flat = 0.5;
};

namespace detail {
inline bounds reaching(double value, double below, double above) {
  return {add_down(value, -below), add_up(value, above)};
}
}  // namespace detail

/// What a fact leaves possible for the true figure, in its unit: its rounding
/// interval, or what its hedge allows. Targets, and counts printed in full, are
/// exact. Entire where there is nothing to hold it to.
inline bounds leaves_possible(const fact& f, const hedges& how, bool whole = false) {
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
      const bool is_rate = f.unit && (f.unit->kind() == "倍" || f.unit->kind() == "个百分点");
      const double reach = is_rate ? how.about_points : how.about_part * detail::size(value);
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
