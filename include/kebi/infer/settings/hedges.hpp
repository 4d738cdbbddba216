#pragma once

#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/tolerance.hpp"

namespace kebi {

/// How far words reach that stand around a printed number, from what tolerance.hpp says on.
/// Writers do not say; every conclusion from a hedged figure rests on these settings.
struct hedges {
  /// 约, 左右, of rates, in points: 约40% is [39.5, 40.5]. Digits limit it: see tolerance.hpp.
  double about_points = tolerance::about_points.value();
  /// 约, 左右, of anything else, as a part of it: 270亿元左右 is [264.6, 275.4].
  double about_part = tolerance::about_percent.value() / 100;
  /// 近: below the number, so much of it. 近50% is [47.5, 50].
  double nearly_part = tolerance::nearly_percent.value() / 100;
  /// 持平: either way, in percent or points.
  double flat = tolerance::flat_points.value();
};

namespace detail {
bounds reaching(double value, double below, double above);
}  // namespace detail

/// What a fact leaves possible for the true figure, in its unit: its rounding
/// interval, or what its hedge allows. Targets, and counts printed in full, are
/// exact. Entire where there is nothing to hold it to.
bounds leaves_possible(const fact& f, const hedges& how, bool whole = false);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/infer/settings/hedges-inl.hpp"
#endif
