#pragma once

#include "kebi/series/growth/growth.hpp"

namespace kebi {

/// Whether a growth may take its level from one vintage and its base from another.
enum class vintages { one, mixed };

/// The figures a year before each of other times, such as the bases of another release.
grid bases_beside(const timeline& levels, const grid& bases);
bounds_grid bases_beside(const timeline& levels, const bounds_grid& bases);

/// The bases a year before the levels of one release, out of another, under the labels of the
/// levels. Two releases may differ by a revision that a growth would swallow, so they must be of
/// one vintage unless mixing them is asked for. Of panels series by series, by their names; one
/// that the bases lack has none. Throws `error` for a series of another region or indicator.
series bases_across(const series& levels, const series& bases, vintages allowed = vintages::one);
panel bases_across(const panel& levels, const panel& bases, vintages allowed = vintages::one);

/// Year-over-year growth of the levels of one release over the bases of another.
template <labelled T>
T growth_across_releases(const T& levels, const T& bases, vintages allowed = vintages::one) {
  return growth_between(levels, bases_across(levels, bases, allowed));
}
/// The same with bounds.
template <labelled T>
auto growth_across_releases_bounds(const T& levels, const T& bases,
                                   vintages allowed = vintages::one) {
  return growth_between.bounds(levels, bases_across(levels, bases, allowed));
}

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/releases/across_releases-inl.hpp"
#endif
