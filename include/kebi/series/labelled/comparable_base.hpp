#pragma once

#include "kebi/series/growth/comparable_base.hpp"
#include "kebi/series/parts/from_growth.hpp"
#include "kebi/series/storage/alignment.hpp"

/// What levels and their published growth say of the year before, for series and panels.
namespace kebi {

/// The base that each published growth implies (可比基数), beside the later level.
template <labelled T>
T comparable_base(const T& levels, const T& growths) {
  return with_figures(
      levels, comparable_base(detail::levels_in(levels), detail::growth_beside(levels, growths)),
      measure::level);
}
template <labelled T>
bounds_grid comparable_base_bounds(const T& levels, const T& growths) {
  return comparable_base_bounds(detail::levels_in(levels), detail::growth_beside(levels, growths));
}

/// The comparable base over the one published a year before (修订系数).
template <labelled T>
T revision_factors(const T& levels, const T& growths) {
  return with_figures(
      levels, revision_factors(detail::levels_in(levels), detail::growth_beside(levels, growths)),
      measure::ratio);
}
template <labelled T>
bounds_grid revision_factor_bounds(const T& levels, const T& growths) {
  return revision_factor_bounds(detail::levels_in(levels), detail::growth_beside(levels, growths));
}

/// The same over levels that were published again since, in a release of any date.
template <labelled T>
T revision_factors(const T& levels, const T& growths, const T& rereleased) {
  return with_figures(
      levels,
      revision_factors(
          detail::levels_in(levels), detail::growth_beside(levels, growths),
          detail::levels_in(detail::released_again(levels, rereleased), "find a base in")),
      measure::ratio);
}
template <labelled T>
bounds_grid revision_factor_bounds(const T& levels, const T& growths, const T& rereleased) {
  return revision_factor_bounds(
      detail::levels_in(levels), detail::growth_beside(levels, growths),
      detail::levels_in(detail::released_again(levels, rereleased), "find a base in"));
}

/// Levels on the footing of one year (同口径), linked by growth.
template <labelled T>
T linked(const T& levels, const T& growths, int anchor) {
  return with_figures(
      levels, linked(detail::levels_in(levels), detail::growth_beside(levels, growths), anchor),
      measure::level);
}
template <labelled T>
bounds_grid linked_bounds(const T& levels, const T& growths, int anchor) {
  return linked_bounds(detail::levels_in(levels), detail::growth_beside(levels, growths), anchor);
}

/// What was added to the base of each level on the way to it (增长量), in its unit.
template <labelled T>
T increments(const T& levels, const T& growths) {
  return in_unit_of(levels,
                    increments(detail::levels_in(levels), detail::growth_beside(levels, growths)),
                    measure::change);
}
template <labelled T>
bounds_grid increment_bounds(const T& levels, const T& growths) {
  return increment_bounds(detail::levels_in(levels), detail::growth_beside(levels, growths));
}

/// The spans in which the footing of a series certainly moved (口径调整). Needs printed decimals.
inline std::vector<period> recuts(const series& levels, const series& growths) {
  std::vector<period> found;
  for (const int column : recut_columns(revision_factor_bounds(levels, growths), 0))
    found.push_back(levels.time().span(column));
  return found;
}
/// How often the growth of a series is what its levels give.
inline agreement with_ratio_of_levels(const series& levels, const series& growths) {
  return with_ratio_of_levels(detail::levels_in(levels), detail::growth_beside(levels, growths), 0);
}

}  // namespace kebi
