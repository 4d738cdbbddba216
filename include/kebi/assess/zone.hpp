#pragma once

#include <optional>

#include "kebi/assess/settings.hpp"
#include "kebi/core/decimal.hpp"
#include "kebi/indicator/fact.hpp"
#include "kebi/indicator/indicator.hpp"

namespace kebi {

/// What a target accepts: from `lo` to `hi`, in its own unit; strict ends are
/// not themselves accepted.
struct zone {
  std::optional<decimal> lo, hi;
  bool strict = false;

  friend bool operator==(const zone&, const zone&) = default;
};

/// Whether a number of that unit is a rate or a distance between rates, so that
/// how far words reach is told in points. 倍 is neither: it is a level.
inline bool is_rate(const std::optional<unit>& in) {
  return !in || in->symbol() == "%" || in->symbol() == "‰" || in->kind() == "个百分点";
}

namespace detail {

/// a + b as printed numbers.
constexpr decimal sum(decimal a, decimal b) { return difference(a, -b); }

/// So many percent of a number, whatever its sign.
inline decimal part_of(decimal value, decimal percent) {
  const decimal part = product(value, product(percent, decimal{1, 2}));
  return part.digits() < 0 ? -part : part;
}

/// How far 左右 reaches around a number of the target.
inline decimal about_slack(const fact& target, decimal value, const settings& how) {
  if (is_rate(target.unit)) return how.about_points;
  return part_of(value, how.about_percent);
}

}  // namespace detail

/// The numbers that a target accepts, where it names some. Which side a single
/// number leaves open is told by which way is better: 增长6% is a floor for
/// revenue, 下降3% a ceiling for energy use.
inline std::optional<zone> accepted(const fact& target, better way, const settings& how) {
  const auto around = [&](decimal value, decimal slack) {
    return zone{difference(value, slack), detail::sum(value, slack)};
  };
  switch (target.bound) {
    case bound::exact:
      if (!target.value) return std::nullopt;
      if (way == better::higher) return zone{target.value, std::nullopt};
      if (way == better::lower) return zone{std::nullopt, target.value};
      return around(*target.value, detail::about_slack(target, *target.value, how));
    case bound::about:
    case bound::nearly:
      if (!target.value) return std::nullopt;
      return around(*target.value, detail::about_slack(target, *target.value, how));
    case bound::range:
      if (!target.lo || !target.hi) return std::nullopt;
      return zone{target.lo, target.hi};
    case bound::at_least:
    case bound::more_than:
      if (!target.lo) return std::nullopt;
      return zone{target.lo, std::nullopt, target.bound == bound::more_than};
    case bound::at_most:
    case bound::less_than:
      if (!target.hi) return std::nullopt;
      return zone{std::nullopt, target.hi, target.bound == bound::less_than};
    case bound::flat:
      if (target.measure != measure::growth) return std::nullopt;
      return around(decimal{0}, how.flat_points);
    case bound::none:
      if (target.direction == direction::up) return zone{decimal{0}, std::nullopt, true};
      if (target.direction == direction::down) return zone{std::nullopt, decimal{0}, true};
      return std::nullopt;
    default: return std::nullopt;
  }
}

/// A ceiling that must not be passed, as against a fall that is to be reached:
/// 控制在5650人以内 and 涨幅3%以内 are caps, 能耗下降3%以上 is not.
inline bool is_cap(const fact& target) {
  if (target.bound != bound::at_most && target.bound != bound::less_than) return false;
  const bool moves = target.measure == measure::growth || target.measure == measure::change ||
                     target.measure == measure::gap;
  const bool a_fall = moves && target.hi && target.hi->digits() < 0;
  return !a_fall;
}

}  // namespace kebi
