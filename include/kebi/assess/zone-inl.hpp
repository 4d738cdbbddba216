#pragma once

#include "kebi/assess/zone.hpp"
#include "kebi/core/config.hpp"

namespace kebi {

KEBI_INLINE bool is_rate(const std::optional<unit>& in) {
  return !in || tolerance::is_rate(*in);
}

}  // namespace kebi

namespace kebi::detail {

KEBI_INLINE decimal part_of(decimal value, decimal percent) {
  const decimal part = product(value, product(percent, decimal{1, 2}));
  return part.digits() < 0 ? -part : part;
}

KEBI_INLINE bool is_kept_below(const fact& target) {
  return target.bound == bound::about && target.text.find("控制在") != std::string::npos;
}

KEBI_INLINE decimal about_slack(const fact& target, decimal value, const settings& how) {
  return tolerance::about_reach(value, is_rate(target.unit), how.about_points,
                                product(how.about_percent, decimal{1, 2}));
}

}  // namespace kebi::detail

namespace kebi {

KEBI_INLINE std::optional<zone> accepted(const fact& target, std::optional<better> way, const settings& how) {
  const auto around = [&](decimal value, decimal slack) {
    return zone{difference(value, slack), detail::sum(value, slack)};
  };
  switch (target.bound) {
    case bound::exact:
      if (!target.value) return std::nullopt;
      if (!way) return zone{target.value, target.value};
      if (way == better::higher) return zone{target.value, std::nullopt};
      if (way == better::lower) return zone{std::nullopt, target.value};
      return around(*target.value, detail::about_slack(target, *target.value, how));
    case bound::about:
    case bound::nearly:
      if (!target.value) return std::nullopt;
      if (detail::is_kept_below(target))
        return zone{std::nullopt,
                    detail::sum(*target.value, detail::about_slack(target, *target.value, how))};
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
    default:
      return std::nullopt;
  }
}

KEBI_INLINE bool is_cap(const fact& target) {
  if (detail::is_kept_below(target)) return true;
  if (target.bound != bound::at_most && target.bound != bound::less_than) return false;
  const bool moves = target.measure == measure::growth || target.measure == measure::change ||
                     target.measure == measure::gap;
  const bool a_fall = moves && target.hi && target.hi->digits() < 0;
  return !a_fall;
}

}  // namespace kebi
