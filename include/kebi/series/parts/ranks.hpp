#pragma once

#include "kebi/series/evaluate/operation.hpp"

namespace kebi {

/// Among which rows one has its rank: the number of each row's group. Without groups the regions
/// of a panel compete by each indicator, and all rows of a table without labels.
struct rank_among {
  using may_be_left_out = void;

  std::vector<Eigen::Index> groups = {};
};

/// The rank of each row in its group, at each time (位次): 1 for the highest, or the lowest where
/// that is asked for; equals share the better rank and the next one is skipped. Absent figures have
/// no rank and take none.
///
/// Bounds are the best and the worst rank that rounding leaves: as if all others were as low, or as
/// high, as they can be. Figures published alike to one digit may stand either way; published ones
/// that have no more than an end in common may not, because no rule of rounding prints one number
/// as two. Bounds of derived figures may be equal in such an end, and then share a rank.
extern KEBI_API const operation<1, bool, rank_among> rank;

}  // namespace kebi

#ifdef KEBI_HEADER_ONLY
#include "kebi/series/parts/ranks-inl.hpp"
#endif
