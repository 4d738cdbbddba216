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
/// how far words reach is in points. 倍 is neither: it is a level.
bool is_rate(const std::optional<unit>& in);

namespace detail {

/// a + b as printed numbers.
constexpr decimal sum(decimal a, decimal b) { return difference(a, -b); }

/// So many percent of a number, whatever its sign.
decimal part_of(decimal value, decimal percent);

/// Whether a target of about a number keeps what it is of from rising: 控制在3%左右.
bool is_kept_below(const fact& target);

/// How far 左右 reaches around a number of the target.
decimal about_slack(const fact& target, decimal value, const settings& how);

}  // namespace detail

/// The numbers that a target accepts, where it names some. Which side a single
/// number leaves open follows from which way is better: 增长6% is a floor for
/// revenue, 下降3% a ceiling for energy use; where that is unknown, only the number itself.
std::optional<zone> accepted(const fact& target, std::optional<better> way, const settings& how);

/// A ceiling that must not be passed, as against a fall that is to be reached:
/// 控制在5650人以内 and 涨幅3%以内 are caps, 能耗下降3%以上 is not.
bool is_cap(const fact& target);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/assess/zone-inl.hpp"
#endif
