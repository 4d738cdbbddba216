#pragma once

#include "kebi/series/growth/growth.hpp"

/// What levels and their published growth imply for the year before. They are on one basis each:
/// published growth is on the scope and prices of today, a level of a year before is not.
namespace kebi {

/// The comparable base of each figure (可比基数): x / (1 + g) from its level and its published
/// year-over-year growth. It lines up with the later figure, as the base published a year before
/// does after `lagged(levels, levels.time.year())`. Undefined where it is not above zero.
extern KEBI_API const operation<2> comparable_base;

/// The comparable base over the one published a year before (修订系数); of three tables, over the
/// level of a year before in another release of the same times, of whatever vintage.
extern KEBI_API const operations<operation<2>, operation<3>> revision_factor;

/// Levels on the basis of one year (同口径): those of the year as published, the others linked to
/// them by growth, forwards and backwards. Where a growth is missing the link breaks, and what lies
/// beyond is absent; so it does where there is no base above zero. Bounds widen with each link.
extern KEBI_API const operation<2, int> linked;

/// What was added to the base of each level on the way to it (增长量): x g / (1 + g), in the unit
/// of the levels.
extern KEBI_API const operation<2> increment;

/// Columns in which the scope of a row certainly changed (口径调整): no rounding brings its
/// revision factor to 1.
std::vector<int> scope_break_columns(const bounds_grid& factors, Eigen::Index row);
/// The spans in which the scope of a series certainly changed. Throws `error` where the decimals of
/// levels or growth are not known.
std::vector<period> scope_breaks(const series& levels, const series& growths);

/// How often a row of growth is what the levels beside it give, to a unit of its last digit:
/// vendors may cut digits off where others round.
struct agreement {
  int compared = 0;
  int agreeing = 0;

  /// Growth that equals the ratio of levels every time was made from them by a vendor, not
  /// published: official growth shows its scope breaks somewhere.
  bool is_ratio_of_levels() const { return compared >= 12 && agreeing == compared; }
};

agreement with_ratio_of_levels(const grid& levels, const grid& growths, Eigen::Index row);
agreement with_ratio_of_levels(const series& levels, const series& growths);

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/growth/comparable_base-inl.hpp"
#endif
