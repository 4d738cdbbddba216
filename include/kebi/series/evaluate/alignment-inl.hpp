#pragma once

#include <cmath>
#include <string>

#include "kebi/series/evaluate/alignment.hpp"

namespace kebi {

namespace detail {

[[noreturn]] KEBI_INLINE void refuse_names(const std::string& one, const std::string& other) {
  throw error{"figures go together by their regions and indicators: found " + one + " beside " +
              other + ". Give both the same ones in the same order"};
}
KEBI_INLINE void require_name(const char* what, const std::string& a, const std::string& b) {
  if (a != b) refuse_names(std::string{"the "} + what + " " + in_quotes(a), in_quotes(b));
}
KEBI_INLINE void require_count(const char* what, std::size_t a, std::size_t b) {
  if (a != b) refuse_names(std::to_string(a) + " " + what, std::to_string(b));
}

/// Names are compared one by one. Two series are compared where both have a name.
KEBI_INLINE void require_same_regions(const argument& a, const argument& b) {
  const std::vector<std::string>&one = a.labels().regions, &other = b.labels().regions;
  const bool both_single = a.kind() == table_kind::single && b.kind() == table_kind::single;
  if (both_single && (one[0].empty() || other[0].empty())) return;
  require_count("regions", one.size(), other.size());
  for (std::size_t r = 0; r < one.size(); ++r) require_name("region", one[r], other[r]);
}
KEBI_INLINE void require_same_indicators(const argument& a, const argument& b) {
  const std::vector<panel_indicator>&one = a.labels().indicators, &other = b.labels().indicators;
  const bool both_single = a.kind() == table_kind::single && b.kind() == table_kind::single;
  if (both_single && (one[0].name.empty() || other[0].name.empty())) return;
  require_count("indicators", one.size(), other.size());
  for (std::size_t k = 0; k < one.size(); ++k)
    require_name("indicator", one[k].name, other[k].name);
}

/// What an error calls a table.
KEBI_INLINE heading called(const argument& of) {
  heading name{"a panel", {}, {}, measure::level, of.labels().vintage};
  if (of.kind() == table_kind::single) name.indicator = of.labels().indicators[0].name;
  return name;
}

KEBI_INLINE void require_same_times(const timeline& a, const timeline& b) {
  if (a == b) return;
  const auto described = [](const timeline& time) {
    return times_of(time) + (time.january_february() ? ", January and February as one" : "");
  };
  throw error{"figures that go together run over the same times: found " + described(a) +
              " beside " + described(b) + ". Give both for the same spans"};
}

/// By how many powers of ten a unit is larger than another of its kind; none where it is not by a
/// power of ten, or of another kind.
KEBI_INLINE std::optional<int> power_between(const unit& from, const unit& to) {
  if (!same_kind(from, to)) return std::nullopt;
  auto [over, under] = conversion(from, to);
  int power = 0;
  for (; over % 10 == 0; over /= 10) ++power;
  for (; under % 10 == 0; under /= 10) --power;
  return over == 1 && under == 1 ? std::optional{power} : std::nullopt;
}

KEBI_INLINE double times_power_of_ten(double value, int power) {
  return power >= 0 ? value * std::pow(10.0, power) : value / std::pow(10.0, -power);
}

/// The double nearest to a published decimal in another unit. The figure is taken back to its
/// whole number of last digits first, so that it is rounded once, as the decimal itself would be.
KEBI_INLINE double shifted(double value, int power, int decimals) {
  const double digits = std::nearbyint(times_power_of_ten(value, decimals));
  return std::abs(digits) < 0x1p53 ? times_power_of_ten(digits, power - decimals)
                                   : times_power_of_ten(value, power);
}

KEBI_INLINE grid in_other_units(grid of, const std::vector<int>& powers) {
  const auto width = static_cast<Eigen::Index>(powers.size());
  for (Eigen::Index r = 0; r < of.rows(); ++r) {
    const int power = powers[static_cast<std::size_t>(r % width)];
    for (int t = 0; power != 0 && t < of.columns(); ++t)
      if (of.at(r, t) == observation_status::figure)
        of.values(r, t) = of.is_printed() ? shifted(of.values(r, t), power, of.decimals_at(r, t))
                                          : times_power_of_ten(of.values(r, t), power);
  }
  const std::size_t each = of.has_even_rows() ? 1 : static_cast<std::size_t>(of.columns());
  for (std::size_t i = 0; i < of.decimals.size(); ++i)
    of.decimals[i] -= powers[i / each % powers.size()];
  return of;
}

KEBI_INLINE bounds_grid in_other_units(bounds_grid of, const std::vector<int>& powers) {
  const auto width = static_cast<Eigen::Index>(powers.size());
  for (Eigen::Index r = 0; r < of.rows(); ++r) {
    const int power = powers[static_cast<std::size_t>(r % width)];
    const bounds factor = bounds::exactly(std::pow(10.0, std::abs(power)));
    for (int t = 0; power != 0 && t < of.columns(); ++t) {
      if (of.at(r, t) != observation_status::figure) continue;
      const bounds within = of.within(r, t), moved = power > 0 ? within * factor : within / factor;
      of.lo(r, t) = moved.lo();
      of.hi(r, t) = moved.hi();
    }
  }
  return of;
}

/// Converts figures into the units of others.
KEBI_INLINE void convert_units(argument& one, const argument& to) {
  std::vector<panel_indicator> mine = one.labels().indicators;
  const std::vector<panel_indicator>& others = to.labels().indicators;
  // One series may serve many indicators, all in one unit, but not be in several units.
  std::vector<int> powers(mine.size(), 0);
  for (std::size_t k = 0; k < others.size(); ++k) {
    const std::size_t own = mine.size() == 1 ? 0 : k;
    if (mine[own].measure != others[k].measure) continue;
    if (!mine[own].unit || !others[k].unit || *mine[own].unit == *others[k].unit) continue;
    const auto power = power_between(*mine[own].unit, *others[k].unit);
    const bool other_power = k > 0 && mine.size() == 1 && power != powers[0];
    if (!power || other_power) require_same_unit(others[k].name, others[k].unit, mine[own].unit);
    powers[own] = *power;
  }
  if (std::all_of(powers.begin(), powers.end(), [](int power) { return power == 0; })) return;
  if (one.figures() != nullptr) one.replace(in_other_units(*one.figures(), powers));
  if (one.bounds() != nullptr) one.replace(in_other_units(*one.bounds(), powers));
}

KEBI_INLINE void require_same_units(const argument& a, const argument& b) {
  const std::vector<panel_indicator>&one = a.labels().indicators, &other = b.labels().indicators;
  for (std::size_t k = 0; k < one.size() && k < other.size(); ++k)
    require_same_unit(one[k].name, one[k].unit, other[k].unit);
}

KEBI_INLINE void require_share(const heading& of) {
  if (of.measure == measure::share || of.measure == measure::ratio) return;
  throw error{"this needs shares or ratios of " + of.indicator + ", and these are " +
              (of.measure == measure::level    ? "levels: see share"
               : of.measure == measure::growth ? "growth: give it beside the shares"
                                               : "neither")};
}

/// Refuses figures that are not what parts bring to the growth of a whole, or an increment.
KEBI_INLINE void require_in_growth(const heading& of, measure expected) {
  if (of.measure == expected) return;
  throw error{std::string{"this needs "} +
              (expected == measure::pull ? "contributions to growth: see contribution_to_growth"
               : expected == measure::contribution ? "shares of growth: see share_of_growth"
                                                   : "increments: see increment") +
              "; the figures of " + of.indicator + " are " +
              (of.measure == measure::level    ? "levels"
               : of.measure == measure::growth ? "growth"
                                               : "something else")};
}

}  // namespace detail

KEBI_INLINE void require_measure(const argument& of, const input& as) {
  if (!of.is_labelled() || as.what == takes::anything) return;
  for (const panel_indicator& each : of.labels().indicators) {
    const heading what{each.name, {}, each.unit, each.measure, of.labels().vintage, each.additivity};
    if (as.what == takes::growth)
      require_growth(what);
    else if (as.what == takes::shares)
      detail::require_share(what);
    else if (as.what == takes::contributions)
      detail::require_in_growth(what, measure::pull);
    else if (as.what == takes::shares_of_growth)
      detail::require_in_growth(what, measure::contribution);
    else if (as.what == takes::changes)
      detail::require_in_growth(what, measure::change);
    else
      require_levels(what, as.doing);
    if (as.what == takes::growing) require_growing(what, as.doing);
    if (as.what == takes::amounts) require_amounts(what, as.doing);
    if (as.what == takes::flows) require_flows(what, as.doing);
  }
}

KEBI_INLINE void align(argument& one, const argument& with, aligned how) {
  if (!one.is_labelled() || !with.is_labelled()) return;
  const bool may_serve_all =
      how == aligned::row_by_row || how == aligned::in_region || how == aligned::in_unit;
  const bool serves_all = may_serve_all && one.rows() == 1;
  const bool both_single = one.kind() == table_kind::single && with.kind() == table_kind::single;
  if (!serves_all) {
    detail::require_same_regions(with, one);
    detail::require_same_indicators(with, one);
  } else if (how == aligned::in_region && both_single) {
    detail::require_same_regions(with, one);
  }
  if (how != aligned::as_rerelease) require_one_vintage(detail::called(with), detail::called(one));
  if (how != aligned::as_months) detail::require_same_times(with.time(), one.time());
  const bool in_its_unit =
      how == aligned::in_unit || how == aligned::exactly || how == aligned::as_months;
  if (in_its_unit) detail::convert_units(one, with);
  if (how == aligned::as_rerelease) detail::require_same_units(with, one);
}

KEBI_INLINE void require_same_unit(const std::string& what, const std::optional<unit>& one,
                                   const std::optional<unit>& other) {
  if (!one || !other || *one == *other) return;
  throw error{"figures that go together have one unit: found " + what + " in " +
              one->symbol() + " beside " + other->symbol() + ". Convert one of them first"};
}

KEBI_INLINE std::vector<std::string> names_along(const labels& of, along items) {
  if (items == along::regions) return of.regions;
  std::vector<std::string> names;
  for (const panel_indicator& each : of.indicators) names.push_back(each.name);
  return names;
}

}  // namespace kebi
