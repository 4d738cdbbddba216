#pragma once

#include "kebi/series/parts/from_growth.hpp"
#include "kebi/series/parts/shares.hpp"
#include "kebi/series/storage/alignment.hpp"

/// Parts in their wholes, for series and panels. A whole is a table like that of its parts (see
/// `wholes_called`), or one series that is the whole of them all. Levels come in one unit.
namespace kebi {

/// The whole of each row of a panel: what the region of this name tells of the same indicator,
/// or the indicator of this name of the same region. Throws `error` where there is neither, or
/// both.
inline panel wholes_called(const panel& parts, std::string_view name) {
  const std::size_t regions = parts.regions().size(), indicators = parts.indicators().size();
  const bool is_region =
      std::find(parts.regions().begin(), parts.regions().end(), name) != parts.regions().end();
  const bool is_indicator =
      std::any_of(parts.indicators().begin(), parts.indicators().end(),
                  [name](const panel_indicator& each) { return each.name == name; });
  if (is_region == is_indicator)
    throw error{"a whole is a region or an indicator of the panel: " + in_quotes(name) + " is " +
                (is_region ? "both. Call one of them by another name" : "neither")};
  const std::size_t at = is_region ? parts.region(name) : parts.indicator(name);
  std::vector<panel_indicator> told = parts.indicators();
  std::vector<Eigen::Index> rows;
  for (std::size_t r = 0; r < regions; ++r)
    for (std::size_t k = 0; k < indicators; ++k)
      rows.push_back(is_region ? parts.row(at, k) : parts.row(r, at));
  for (panel_indicator& each : told)
    if (!is_region) each = {each.name, told[at].unit, told[at].decimals, told[at].measure};
  panel made{parts.regions(), std::move(told), parts.vintage(), parts.time()};
  made.figures() = rows_of(parts.figures(), rows);
  return made;
}

/// Shares of parts in their wholes (比重), in percent.
template <labelled T, detail::beside_rows_of<T> W>
T shares(const T& parts, const W& wholes) {
  return with_figures(
      parts, shares(detail::levels_in(parts, "take shares of"), detail::wholes_of(parts, wholes)),
      measure::share);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid share_bounds(const T& parts, const W& wholes) {
  return share_bounds(detail::levels_in(parts, "take shares of"), detail::wholes_of(parts, wholes));
}

/// Changes of shares since a year before (比重变化), in points.
template <labelled T, detail::beside_rows_of<T> W>
T share_changes(const T& parts, const W& wholes) {
  return with_figures(
      parts,
      share_changes(detail::levels_in(parts, "take shares of"), detail::wholes_of(parts, wholes)),
      measure::change);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid share_change_bounds(const T& parts, const W& wholes) {
  return share_change_bounds(detail::levels_in(parts, "take shares of"),
                             detail::wholes_of(parts, wholes));
}

/// The same from today's levels and the growth of parts and wholes, each printed once.
template <labelled T, detail::beside_rows_of<T> W>
T share_changes(const T& parts, const W& wholes, const T& part_growths, const W& whole_growths) {
  return with_figures(
      parts,
      share_changes(detail::levels_in(parts, "take shares of"), detail::wholes_of(parts, wholes),
                    detail::growth_beside(parts, part_growths),
                    detail::growth_beside(wholes, whole_growths)),
      measure::change);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid share_change_bounds(const T& parts, const W& wholes, const T& part_growths,
                                const W& whole_growths) {
  return share_change_bounds(
      detail::levels_in(parts, "take shares of"), detail::wholes_of(parts, wholes),
      detail::growth_beside(parts, part_growths), detail::growth_beside(wholes, whole_growths));
}

/// Contributions of parts to the year-over-year increment of their wholes (贡献率), in percent.
template <labelled T, detail::beside_rows_of<T> W>
T contributions(const T& parts, const W& wholes) {
  return with_figures(parts,
                      contributions(detail::levels_in(parts, "take contributions of"),
                                    detail::wholes_of(parts, wholes)),
                      measure::contribution);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid contribution_bounds(const T& parts, const W& wholes) {
  return contribution_bounds(detail::levels_in(parts, "take contributions of"),
                             detail::wholes_of(parts, wholes));
}

/// Pulls of parts on the growth of their wholes (拉动), in points.
template <labelled T, detail::beside_rows_of<T> W>
T pulls(const T& parts, const W& wholes) {
  return with_figures(
      parts, pulls(detail::levels_in(parts, "take pulls of"), detail::wholes_of(parts, wholes)),
      measure::pull);
}
template <labelled T, detail::beside_rows_of<T> W>
bounds_grid pull_bounds(const T& parts, const W& wholes) {
  return pull_bounds(detail::levels_in(parts, "take pulls of"), detail::wholes_of(parts, wholes));
}

/// What wholes hold beside their parts, under the labels of the parts.
template <labelled W, detail::parts_of<W> T>
T residuals(const W& wholes, const T& parts) {
  return with_figures(
      parts, residuals(detail::wholes_of(parts, wholes), detail::levels_in(parts, "take off")),
      measure::level);
}
template <labelled W, detail::parts_of<W> T>
bounds_grid residual_bounds(const W& wholes, const T& parts) {
  return residual_bounds(detail::wholes_of(parts, wholes), detail::levels_in(parts, "take off"));
}

}  // namespace kebi
